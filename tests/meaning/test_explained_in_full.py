"""An explanation shows all that it rests on: other rules' findings, the day of a step, the band of an amount."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, rule

from supervision_rules import Result, text_of

LIMIT = rule(
    "kind: time_limit\non: instruction\nstart: received\ndone: replied\ncases: [{within: 5 workdays}]", "reply"
)
ASKS = rule('kind: requirement\non: instruction\nrequire: not late("reply")', "asks")
BLACK = "- {id: black, label: 黑榜次数, of: unit, count: list_notice, window: year}"
LADDER = rule(
    "kind: ladder\nof: unit\nwindow: year\nsteps:\n"
    "  - {step: one, label: 约谈, when: black >= 1}\n  - {step: two, label: 问责, when: black >= 2}",
    "ladder",
)
NOTICE = {"type": "notice", "kind": "list_notice", "list": "black", "unit": "u1"}


def explained(result: Result, rule_id: str, place: int = 0) -> str:
    found = [finding for finding in result.findings if finding.rule.id == rule_id]
    return text_of(result, result.explain(found[place]))


def test_what_another_rule_concluded_stands_below_what_asks_for_it(tmp_path: Path) -> None:
    result = judged(loaded(tmp_path, LIMIT + ASKS), matter(received="2021-01-04", replied="2021-03-01"))
    text = explained(result, "asks")
    assert 'late("reply") → 是\n' in text
    assert "一条规则｜督查事项 m1：逾期办结，迟49天，到期日 2021-01-11，迟32个工作日" in text


def test_that_another_rule_found_nothing_is_said(tmp_path: Path) -> None:
    asks = ASKS.replace("instruction", "decision")
    result = judged(loaded(tmp_path, LIMIT + asks), {**matter(), "kind": "decision"})
    assert 'late("reply") → 否，该规则没有结论' in explained(result, "asks")


def test_a_step_is_explained_as_of_its_day(tmp_path: Path) -> None:
    notices = [{**NOTICE, "id": f"n{month}", "date": f"2021-0{month}-15"} for month in (3, 6)]
    result = judged(loaded(tmp_path, LADDER, facts=BLACK), *notices)
    text = explained(result, "ladder")
    assert "到 2021-03-15 已达第1档" in text and "到 2021-03-15 未达第2档" in text
    assert "到 2021-06-15 已达第2档" in explained(result, "ladder", 1)


@pytest.mark.parametrize(
    ("bands", "told"),
    [
        (
            "{at_least: 1, points: 0.5, words: 第1次0.5分}, {at_least: 2, points: 2, words: 第2次2分}",
            "在“第2次2分”一档：2分",
        ),
        ("{at_least: 1, points: 0.5}, {over: 1, points: 2}", "超过1一档：2分"),
        ("{at_least: 2, points: 2}", "2以上一档：2分"),
        ("{at_least: 3, points: 2}", "不到最低一档，不计"),
        ("{at_least: 1, rate: 0.5}, {at_least: 2, rate: 3}", "超过1的部分 1 × 3分 = 3分"),
    ],
)
def test_the_band_of_an_amount_is_shown(tmp_path: Path, bands: str, told: str) -> None:
    points = rule(f"kind: points\nwindow: year\nvalue: {{by: black, bands: [{bands}]}}\neffect: deduct", "points")
    notices = [{**NOTICE, "id": f"n{month}", "date": f"2021-0{month}-15"} for month in (3, 6)]
    result = judged(loaded(tmp_path, points, facts=BLACK), *notices)
    assert told in explained(result, "points")
