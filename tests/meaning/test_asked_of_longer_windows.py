"""What a rule of a longer window found is asked, through a shorter one, as it was known at the end of that."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from little_pack import judged, loaded, rule

from supervision_rules import Result

FACTS = "- {id: notices, label: 次数, of: unit, count: list_notice, window: year}\n"
POINTS = rule("kind: points\nwindow: year\ncount: list_notice\neach: 2\neffect: deduct\nmax: 5", "year")
ITEM = rule("kind: points\nwindow: year\ncount: list_notice\neach: 2\neffect: deduct\ninto: items", "item")
BOX = "window: year\nboxes:\n  - {id: items, label: 扣分, effect: deduct}"
TOTAL = rule(
    "kind: score\nof: unit\nwindow: year\nbase: 10\nboxes:\n  - {id: items, label: 扣分, effect: deduct}", "total"
)
PLACE = rule("kind: ranking\nof: unit\nwindow: year\nby: notices", "place")
LADDER = rule(
    "kind: ladder\nof: unit\nwindow: year\nsteps:\n  - {step: talk, label: 约谈, when: notices >= 2}", "steps"
)
LIGHT = rule(
    "kind: outcome\non: unit\nwindow: year\ncases:\n  - {when: notices >= 2, outcome: 红灯, code: red}", "light"
)
OTHER = {"type": "unit", "id": "u2", "name": "另一局"}


def notices(*days: str, unit: str = "u1") -> list[dict[str, object]]:
    known = {"type": "notice", "kind": "list_notice", "list": "black", "level": "city", "unit": unit}
    return [{**known, "id": f"{unit}{day}", "date": date.fromisoformat(day)} for day in days]


RECORDS = (OTHER, *notices("2021-01-05", "2021-02-28", "2021-04-01"), *notices("2021-01-06", "2021-01-31", unit="u2"))


def monthly(asked: str, window: str = "month") -> str:
    return rule(f"kind: points\nwindow: {window}\nvalue: {asked}\neffect: deduct")


def of_unit(result: Result) -> list[object]:
    return [finding.value for finding in result.findings if finding.rule.id == "it" and finding.subject == "u1"]


@pytest.mark.parametrize(
    ("rules", "asked", "expected"),
    [
        (POINTS, 'points("year")', [2, 4, 4, 5]),
        (ITEM + TOTAL, 'points("total")', [8, 6, 6, 4]),
        (PLACE, 'rank("place")', [2, 1, 1, 1]),
        (PLACE, 'rank_from_end("place")', [1, 1, 1, 2]),
        (PLACE, 'ranked("place")', [2, 2, 2, 2]),
        (LADDER, 'step("steps")', [0, 1, 1, 1]),
        (LIGHT, '1 if outcome("light") == "red" else 0', [0, 1, 1, 1]),
    ],
)
def test_what_came_after_the_month_is_not_in_it(tmp_path: Path, rules: str, asked: str, expected: list[object]) -> None:
    policy = loaded(tmp_path, rules + monthly(asked), facts=FACTS)
    assert of_unit(judged(policy, *RECORDS, as_of="2021-04-30")) == expected
    assert of_unit(judged(policy, *RECORDS, as_of="2022-04-30"))[:4] == expected
    assert of_unit(judged(policy, *RECORDS, as_of="2021-03-15")) == expected[:3]


@pytest.mark.parametrize("window", ["month", "quarter", "half year"])
def test_each_window_is_as_it_was_found_on_its_last_day(tmp_path: Path, window: str) -> None:
    policy = loaded(tmp_path, POINTS + PLACE + monthly('points("year") + rank("place")', window), facts=FACTS)
    known = judged(policy, *RECORDS, as_of="2021-12-31")
    for finding in known.findings:
        if finding.rule.id == "it" and finding.period is not None:
            then = judged(policy, *RECORDS, as_of=str(finding.period.last))
            same = [each for each in then.findings if each[:7] == finding[:7]]
            assert [each.value for each in same] == [finding.value]


OF_MONTHS = "last: months, take: points_then"
THEN = "- {id: points_then, label: 当时的分, of: unit, value: 'points(\"year\")'}\n"


@pytest.mark.parametrize(
    "fact", ["value: points_then", "max: peers, take: points_then", "last: months, take: points_then"]
)
def test_so_it_is_through_a_fact(tmp_path: Path, fact: str) -> None:
    facts = f"{THEN}- {{id: asked, label: 问到的, of: unit, {fact}}}\n"
    policy = loaded(tmp_path, POINTS + monthly("asked"), facts=facts)
    alone = [each for each in RECORDS if each.get("unit") != "u2"]
    assert of_unit(judged(policy, *alone, as_of="2021-05-31")) == [2, 4, 4, 5, 5]


def test_a_year_asks_each_of_its_months(tmp_path: Path) -> None:
    """That of which a year goes through the months asks of each what the other rule had found by then."""
    keys = "count: months, where: points_then >= 4, window: year, unquoted: 试验"
    bad = f"- {{id: bad, label: 扣满四分的月数, of: unit, {keys}}}\n"
    policy = loaded(tmp_path, POINTS + monthly("bad", "year"), facts=THEN + bad)
    assert of_unit(judged(policy, *RECORDS)) == [11]
    assert of_unit(judged(policy, *RECORDS, as_of="2021-03-31")) == [2]
