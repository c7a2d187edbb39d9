"""Amounts that are not points: told in their own unit, in both languages, and never added to others."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, rule, told, write

from supervision_rules import Result
from supervision_rules.reports.json import result_json
from supervision_rules.reports.text import result_text
from supervision_rules.reports.text_of import text_of

UNIT = "counted_in: 万元\ncounted_in_en: ten thousand yuan"


def prize(more: str = UNIT) -> str:
    return rule(f"kind: points\ncount: instruction\neach: 50\nmax: 80\neffect: add\ninto: money\n{more}", "prize")


def fund(more: str = UNIT, box: str = "") -> str:
    boxes = f"  - {{id: money, label: 奖励, effect: add{box}}}"
    return rule(f"kind: score\nbase: 10\n{more}\nboxes:\n{boxes}", "fund")


def result(folder: Path, rules: str) -> Result:
    return judged(loaded(folder, rules), matter("m1"), matter("m2"))


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("zh", ["计算，加80万元，上限截去20万元", "计算，90万元，起始10万元"]),
        ("en", ["counted, adds 80 ten thousand yuan, 20 ten thousand yuan cut off by the cap",
                "counted, 90 ten thousand yuan, base 10 ten thousand yuan"]),
    ],
)  # fmt: skip
def test_the_line_tells_the_unit(tmp_path: Path, lang: str, lines: list[str]) -> None:
    shown = result_text(result(tmp_path, prize() + fund()), lang)  # type: ignore[arg-type]
    assert all(line in shown for line in lines)
    assert "分" not in "".join(line for line in shown.splitlines() if "80" in line or "90" in line)


def test_the_explanation_tells_the_unit_at_every_amount(tmp_path: Path) -> None:
    found = result(tmp_path, prize() + fund(box=", weight: 0.5"))
    shown = {lang: [text_of(found, found.explain(each), lang) for each in found.findings] for lang in ("zh", "en")}
    capped, weighed = "加100万元，按上限计80万元", "奖励：80万元 × 0.5，加40万元"
    for text in ("（2021-01-04）：50万元", capped, "起始 10万元", weighed, "合计 50万元"):
        assert text in "\n".join(shown["zh"])
    assert "分" not in "\n".join(shown["zh"])
    assert "point" not in "\n".join(shown["en"])
    assert "adds 100 ten thousand yuan, capped at 80" in "\n".join(shown["en"])


def test_json_holds_the_unit(tmp_path: Path) -> None:
    found = result_json(result(tmp_path, prize() + fund()), explained=True)["findings"]
    units = [finding["detail"]["counted_in"] for finding in found]  # type: ignore[union-attr,index]
    assert units == [["万元", "ten thousand yuan"]] * 2


def test_without_an_english_word_the_chinese_one_is_used(tmp_path: Path) -> None:
    shown = result_text(result(tmp_path, prize("counted_in: 万元") + fund("counted_in: 万元")), "en")
    assert "adds 80 万元" in shown


def test_points_stay_points(tmp_path: Path) -> None:
    found = result(tmp_path, prize("") + fund(""))
    assert all("counted_in" not in dict(each.detail) for each in found.findings)
    assert "计分，加80分，上限截去20分" in result_text(found, "zh")


@pytest.mark.parametrize(
    ("given", "wanted", "words"),
    [(UNIT, "", ("万元", "points")), ("", UNIT, ("points", "万元")), ("counted_in: 元", UNIT, ("元", "万元"))],
)
def test_amounts_of_another_unit_do_not_go_into_a_total(
    tmp_path: Path, given: str, wanted: str, words: tuple[str, str]
) -> None:
    ((code, text, params),) = told(write(tmp_path, prize(given) + fund(wanted)))
    shown = tuple(getattr(params[name], "en", params[name]) for name in ("unit", "its_unit"))
    assert (code, text, shown) == ("SR344", "money", words)


def test_the_english_goes_with_the_chinese(tmp_path: Path) -> None:
    assert [code for code, _, _ in told(write(tmp_path, prize("counted_in_en: yuan") + fund("")))] == ["SR161"]
