"""What a fact over months lacks is named with the month."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, only, rule

from supervision_rules import text_of

MARK = "- {id: mark, label: 当月得分, of: unit, last: appraisal, take: item_points, window: month}\n"
YEAR = rule("kind: requirement\non: unit\nwindow: year\nrequire: over_months == 3")


def marks(*months: int) -> list[dict[str, object]]:
    return [
        {"type": "appraisal", "id": f"a{each}", "date": f"2021-{each:02}-20", "unit": "u1", "item_points": 50}
        for each in months
    ]


@pytest.mark.parametrize(
    "made", ["mean: months, take: mark", "run: months, where: mark < 60", "sum: months, take: mark"]
)
def test_the_month_is_named(tmp_path: Path, made: str) -> None:
    facts = f"{MARK}- {{id: over_months, label: 各月, of: unit, {made}, window: year, unquoted: 试验}}"
    result = judged(loaded(tmp_path, YEAR, facts=facts), *marks(1, 3, 5), as_of="2021-05-31")
    finding = only(result)
    assert finding.missing == ("unit u1: mark (2021年2月)", "unit u1: mark (2021年4月)")
    assert text_of(result, result.explain(finding)).splitlines()[-2:] == [
        "├ 尚缺 局（u1）2021年2月的当月得分（mark）",
        "└ 尚缺 局（u1）2021年4月的当月得分（mark）",
    ]
    assert text_of(result, result.explain(finding), "en").splitlines()[-1] == ("└ missing: mark of 局 (u1) in 2021-04")


def test_through_the_points_of_a_month_that_are_undetermined(tmp_path: Path) -> None:
    facts = MARK + '- {id: over_months, label: 各月, of: unit, mean: months, take: points("month"), window: year}'
    month = rule("kind: score\nwindow: month\nbase: mark", "month")
    result = judged(loaded(tmp_path, month + YEAR, facts=facts), *marks(1, 3), as_of="2021-03-31")
    assert only(result).missing == ("unit u1: mark (2021年2月)",)
    (february,) = (each for each in result.findings if each.rule.id == "month" and each.state == "undetermined")
    assert february.missing == ("unit u1: mark",)


def test_what_is_the_same_in_every_month_is_named_once(tmp_path: Path) -> None:
    facts = MARK + "- {id: over_months, label: 各月, of: unit, sum: months, take: population, window: year}"
    result = judged(loaded(tmp_path, YEAR, facts=facts), *marks(1), as_of="2021-03-31")
    assert only(result).missing == ("unit u1: population",)
