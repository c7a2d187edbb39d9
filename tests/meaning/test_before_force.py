"""What happened before a document was in force is judged by none of its rules; a fact may look back at it."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import brief, judged, loaded, rule, told, write

FORCE = "in_force: {since: 2021-01-01}"
LAST_YEAR = 'where: list == "black", by: "date(year(date) + 1, 1, 1)", window: year'


def black(id_: str, day: str) -> dict[str, object]:
    return {"type": "notice", "id": id_, "kind": "list_notice", "list": "black", "date": day, "unit": "u1"}


RECORDS = (
    black("n1", "2020-08-10"),
    black("n2", "2021-08-10"),
    {"type": "interview", "id": "i1", "date": "2021-03-01", "unit": "u1"},
    {"type": "interview", "id": "i2", "date": "2022-03-01", "unit": "u1"},
)


def fact(more: str) -> str:
    return f"- {{id: blacks, label: 上年黑榜, of: unit, count: list_notice, unquoted: 上年, {LAST_YEAR}{more}}}"


@pytest.mark.parametrize(("more", "seen"), [("", [0, 1]), (", ungoverned: true", [1, 1])])
def test_a_fact_may_count_what_was_before(tmp_path: Path, more: str, seen: list[int]) -> None:
    rules = rule("kind: points\nof: interview\nvalue: unit_blacks\neffect: deduct")
    result = judged(loaded(tmp_path, rules, facts=fact(more), document=FORCE), *RECORDS, as_of="2022-06-30")
    assert [found.value for found in result.findings if found.rule.id == "it"] == seen
    assert ("in-force", "n1", "not_governed") in brief(result)


@pytest.mark.parametrize(("more", "reached"), [("", "2021-08-10"), (", ungoverned: true", "2021-01-01")])
def test_a_ladder_looks_back_as_far(tmp_path: Path, more: str, reached: str) -> None:
    facts = f"- {{id: all_blacks, label: 历来黑榜, of: unit, count: list_notice{more}}}"
    rules = rule("kind: ladder\nof: unit\nsteps:\n  - {step: talk, label: 约谈, when: all_blacks >= 1}")
    result = judged(loaded(tmp_path, rules, facts=facts, document=FORCE), *RECORDS)
    assert [str(found.day) for found in result.findings if found.rule.id == "it"] == [reached]


def test_it_says_nothing_beside_a_value(tmp_path: Path) -> None:
    rules = rule("kind: points\nvalue: one\neffect: add")
    facts = "- {id: one, label: 一, of: unit, value: 1, ungoverned: true, unquoted: 试验}"
    path = write(tmp_path, rules, facts=facts)
    assert [(code, words["key"]) for code, _, words in told(path)] == [("SR158", "ungoverned")]


def test_records_without_kinds_are_looked_back_at_too(tmp_path: Path) -> None:
    facts = "- {id: talks, label: 历来约谈, of: unit, count: interview, ungoverned: true}"
    rules = rule("kind: points\nvalue: talks\neffect: deduct")
    before = {"type": "interview", "id": "i0", "date": "2020-03-01", "unit": "u1"}
    result = judged(loaded(tmp_path, rules, facts=facts, document=FORCE), before, *RECORDS, as_of="2022-06-30")
    assert [found.value for found in result.findings if found.rule.id == "it"] == [3]


@pytest.mark.parametrize(
    ("force", "months"),
    [
        ("since: 2021-01-25", [1, 2]),
        ("since: 2021-01-26", [2]),  # what was due before it is not asked for
        ("since: 2021-01-01, until: 2021-02-24", [1, 2]),  # what came up while it was in force is owed after that
        ("since: 2021-01-01, until: 2021-01-31", [1]),
    ],
)
def test_a_duty_is_owed_from_the_day_of_force(tmp_path: Path, force: str, months: list[int]) -> None:
    rules = rule("kind: duty\nof: unit\neach: month\nneed: notice\ndue: {day: 25, month: 0}")
    policy = loaded(tmp_path, rules, document=f"in_force: {{{force}}}")
    unit = {"type": "unit", "id": "u2", "name": "另一局", "since": "2021-01-01"}
    found = [each for each in judged(policy, unit, as_of="2021-02-28").findings if each.subject == "u2"]
    assert [each.period.first.month for each in found if each.period] == months
