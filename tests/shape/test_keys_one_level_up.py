"""A key of a rule that is written inside a case, step or item: told where it belongs."""

from __future__ import annotations

import pytest
from town_pack import PACK, places, told

CASE = "- {within: 10 days}"
LADDER = """\
  - kind: ladder
    id: slips
    label: 催办单
    cite: {clause: 第五条, words: 逐级催办}
    of: matter
    steps:
      - {step: blue, label: 蓝色, when: often}
not_computable:
"""
UP = [
    (CASE, "- {within: 10 days, severity: warning}", "severity", "32:27"),
    (CASE, "- {within: 10 days, start: received}", "start", "32:27"),
    ("cite: {clause: 第四条, words: 两次催办的，书面说明原因}",
     "cite: {clause: 第四条, words: 两次催办的，书面说明原因, unquoted: 试}", "unquoted", "36:46"),
    ("not_computable:\n", LADDER.replace("when: often}", "when: often, severity: warning}"), "severity", "46:46"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "key", "place"), UP)
def test_it_belongs_to_the_rule(right: str, wrong: str, key: str, place: str) -> None:
    (found,) = told(PACK.replace(right, wrong, 1))
    assert places([found]) == [f"SR102 {place}"]
    assert found.message("zh") == f"这里不能写“{key}”，它是规则本身的一项"
    assert found.help("zh") == "移到规则里，和 id 对齐"
    assert (found.message("en"), found.help("en")) == (
        f"{key} is unknown here: it is a key of the rule as a whole",
        "move it to the rule, in line with id",
    )


def test_it_belongs_to_the_fact() -> None:
    cited = "unquoted: 两次"
    (found,) = told(PACK.replace(cited, "cite: {clause: 一, words: 两次, window: year}"))
    assert found.message("zh") == "这里不能写“window”，它是派生事实本身的一项"


def test_a_key_that_the_rule_has_not_either_is_told_as_before() -> None:
    (found,) = told(PACK.replace(CASE, "- {within: 10 days, steps: 5}", 1))
    assert found.code == "SR102" and found.help("zh").startswith("可以写的有：")


def test_it_is_not_taken_for_a_key_that_is_missing_beside_it() -> None:
    found = told(PACK.replace("words: 10日内报告}", "severity: warning}", 1))
    assert [each.code for each in found] == ["SR101", "SR102"]
