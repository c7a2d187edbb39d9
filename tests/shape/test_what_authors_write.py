"""Slips of those who write their first pack: the message says what they meant, in one go."""

from __future__ import annotations

import pytest
from town_pack import PACK, places, told

DUTY = """\
  - kind: duty
    id: monthly
    label: 月报
    cite: {clause: 第二条, words: 每月报送}
    on: unit
    window: month
    need: report
"""


def helps(text: str) -> list[tuple[str, str]]:
    return [(each.code, each.help("zh")) for each in told(text)]


def test_a_key_of_another_kind_of_rule_is_told_by_its_name_here() -> None:
    """Not one that the rule has already, however like it is."""
    text = PACK.replace("not_computable:\n", f"{DUTY}not_computable:\n")
    assert helps(text) == [("SR103", "是否想写 of？"), ("SR103", "是否想写 each？")]


@pytest.mark.parametrize(("parted", "whole"), [("> =", ">="), ("< =", "<=")])
def test_a_parted_sign_is_told_whole(parted: str, whole: str) -> None:
    found = told(PACK.replace("reminders >= 2", f"reminders {parted} 2"))
    assert [(each.code, each.params["mend"]) for each in found] == [("SR205", whole)]


def test_a_unit_asks_for_the_results_of_its_matters_by_a_fact() -> None:
    text = PACK.replace("on: matter\n    when: often or late", "on: unit\n    when: known(category) and late")
    ((code, mend),) = helps(text)
    assert code == "SR339"
    assert mend.startswith(
        '问的是它的各件的，先写一个派生事实，如 {id: …, label: …, of: unit, any: matter, where: late("report")}，'
    )


def test_points_of_matters_are_summed() -> None:
    points = PACK[PACK.index("  - kind: outcome") : PACK.index("not_computable")]
    rule = points.replace("kind: outcome", "kind: points").replace("id: explanation", "id: each-one")
    rule = rule.partition("    on: matter")[0] + "    of: matter\n    value: reminders\n    effect: add\n"
    text = PACK.replace('on: matter\n    when: often or late("report")', 'on: unit\n    when: points("each-one") > 2')
    ((code, mend),) = helps(text.replace("not_computable:", f"{rule}not_computable:"))
    assert code == "SR339" and 'sum: matter, take: points("each-one")' in mend


@pytest.mark.parametrize(
    ("cited", "zh", "en"),
    [
        ("", "数字 2 没有引原话作依据", "the number 2 has no words that it stands on"),
        (
            ", cite: {clause: 第四条, words: 多次催办}",
            "数字 2 不见于所引原话：多次催办",
            "the number 2 does not stand in the words cited: 多次催办",
        ),
    ],
)
def test_a_number_without_words_is_told_apart_from_one_that_is_not_in_them(cited: str, zh: str, en: str) -> None:
    (found,) = told(PACK.replace(", unquoted: 两次", cited))
    assert (found.code, found.message("zh"), found.message("en")) == ("SR310", zh, en)
    assert places([found]) == ["SR310 18:62"]
