"""Provisional: whatever looked at a day that no notice has fixed says so, and names the first such day.

The national notices reach to the end of 2026; from 2026-12-29 on, days belong to the New Year's notice of 2027.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, only, rule

from supervision_rules import Explanation, Finding, Result

LIMIT = """
    kind: time_limit
    on: instruction
    start: received
    done: replied
    lead: {lead}
    cases:
      - {{{case}}}
"""
ROLL = "conventions: {roll: true}\n"
BACK = "conventions: {roll: back}\n"
REQUIRE = "kind: requirement\non: instruction\nrequire: {}"
DAYS = "- {id: days, label: 天数, of: matter, value: 'workdays_between(received, replied)'}"
QUICK = "- {id: quick, label: 快的, of: unit, count: instruction, where: 'days <= 3', via: unit, unquoted: 试}"
FIRST = date(2026, 12, 29)


def told(result: Result, id_: str = "it") -> date | None:
    """The day named by the finding; an explanation tells of it too."""
    finding = only(result, id_)
    assert ("provisional" in phrases(result, finding)) is (finding.provisional is not None)
    return finding.provisional


def phrases(result: Result, finding: Finding) -> set[str]:
    def below(node: Explanation) -> set[str]:
        return {node.phrase}.union(*map(below, node.parts))

    return below(result.explain(finding))


@pytest.mark.parametrize(
    ("received", "case", "head", "day"),
    [
        ("2026-12-25", "within: 10 days", ROLL, date(2027, 1, 4)),
        ("2026-12-25", "within: 10 days", "", None),
        ("2026-12-18", "within: 10 days", ROLL, None),
        ("2026-12-25", "within: 5 workdays", "", FIRST),
        ("2026-12-18", "within: 5 workdays", "", None),
        ("2026-12-25", "due: 'add_workdays(received, 5)'", "", FIRST),
        ("2026-12-18", "due: 'add_workdays(received, 5)'", "", None),
        ("2027-02-01", "due: 'next_workday(received)'", "", date(2027, 2, 1)),
        ("2027-02-01", "due: 'previous_workday(received)'", "", date(2027, 2, 1)),
        # back from Saturday 2 January to Thursday 31 December
        ("2026-12-23", "within: 10 days", BACK, date(2026, 12, 31)),
        ("2026-12-18", "within: 10 days", BACK, None),
        ("2027-02-01", "due: 'add_workdays(received, -30)'", "", FIRST),
    ],
)
def test_a_due_day(tmp_path: Path, received: str, case: str, head: str, day: date | None) -> None:
    policy = loaded(tmp_path, rule(LIMIT.format(lead="1 day", case=case)), head=head)
    record = matter(day="2026-12-01", received=received, replied=received)
    assert told(judged(policy, record, as_of="2027-03-01")) == day


@pytest.mark.parametrize(("replied", "day"), [("2026-12-28", None), ("2026-12-30", FIRST)])
def test_the_working_days_late(tmp_path: Path, replied: str, day: date | None) -> None:
    policy = loaded(tmp_path, rule(LIMIT.format(lead="1 day", case="within: 3 workdays")))
    record = matter(day="2026-12-18", received="2026-12-18", replied=replied)
    assert told(judged(policy, record, as_of="2026-12-31")) == day


@pytest.mark.parametrize(
    ("lead", "as_of", "day"),
    [("3 workdays", "2026-12-24", FIRST), ("3 workdays", "2026-12-22", None), ("3 days", "2026-12-28", None)],
)
def test_whether_it_is_due_soon(tmp_path: Path, lead: str, as_of: str, day: date | None) -> None:
    policy = loaded(tmp_path, rule(LIMIT.format(lead=lead, case="within: 40 days")))
    record = matter(day="2026-12-01", received="2026-12-01")
    assert told(judged(policy, record, as_of=as_of)) == day
    duty = f"kind: duty\nof: instruction\neach: year\nneed: report\nlead: {lead}"
    assert told(judged(loaded(tmp_path, rule(duty)), record, as_of=as_of)) == day


@pytest.mark.parametrize(
    ("condition", "day"),
    [
        ("workdays_between(received, replied) <= 9", FIRST),
        ("workdays_between(replied, received) <= 9", FIRST),
        ("is_workday(replied)", date(2027, 1, 6)),
        ("is_workday(received)", None),
        ("days <= 9", FIRST),
        ("is_workday(received) or days <= 9", None),
        ("not is_workday(received) or days <= 9", FIRST),
        ("known(joint) and days <= 9", None),
        ("unit_quick >= 0", FIRST),
    ],
)
def test_an_expression_and_the_facts_that_it_uses(tmp_path: Path, condition: str, day: date | None) -> None:
    policy = loaded(tmp_path, rule(REQUIRE.format(condition)), facts=f"{DAYS}\n{QUICK}")
    record = matter(day="2026-12-01", received="2026-12-25", replied="2027-01-06")
    assert told(judged(policy, record, as_of="2027-03-01")) == day


def test_a_record_that_does_not_count_for_such_a_day(tmp_path: Path) -> None:
    """Three working days from Christmas to 2027-01-06 would count the matter: so does the guess that there are more."""
    policy = loaded(tmp_path, rule("kind: requirement\non: unit\nrequire: quick == 0"), facts=f"{DAYS}\n{QUICK}")
    record = matter(day="2026-12-01", received="2026-12-25", replied="2027-01-06")
    result = judged(policy, record, as_of="2027-03-01")
    assert (str(only(result).state), told(result)) == ("met", FIRST)


def test_the_result_of_another_rule_and_a_total(tmp_path: Path) -> None:
    limit = rule(LIMIT.format(lead="1 day", case="within: 5 workdays"), "limit")
    asks = rule(REQUIRE.format("not late('limit')"))
    result = judged(
        loaded(tmp_path, asks + limit),
        matter(day="2026-12-01", received="2026-12-25", replied="2026-12-28"),
        as_of="2027-03-01",
    )
    assert told(result, "limit") == told(result) == FIRST
    points = "kind: points\ncount: instruction\nwhere: days <= 9\neach: 1\neffect: add\ninto: box"
    total = "kind: score\nbase: 0\nboxes:\n  - {id: box, label: 一框, effect: add}"
    scored = judged(
        loaded(tmp_path, rule(points, "points") + rule(total), facts=DAYS),
        matter(day="2026-12-01", received="2026-12-25", replied="2026-12-30"),
        as_of="2027-03-01",
    )
    assert told(scored, "points") == told(scored) == FIRST


def test_one_matter_does_not_make_another_provisional(tmp_path: Path) -> None:
    policy = loaded(tmp_path, rule(REQUIRE.format("days <= 9")), facts=DAYS)
    late = matter("m2", day="2026-12-01", received="2026-12-25", replied="2027-01-06")
    early = matter(day="2026-12-01", received="2026-12-21", replied="2026-12-25")
    found = {each.subject: each.provisional for each in judged(policy, late, early, as_of="2027-03-01").findings}
    assert found == {"m1": None, "m2": FIRST}


@pytest.mark.parametrize("key", ["since", "until"])
@pytest.mark.parametrize(("received", "day"), [("2026-12-25", FIRST), ("2026-12-18", None)])
def test_a_day_from_which_or_up_to_which_records_count(
    tmp_path: Path, key: str, received: str, day: date | None
) -> None:
    fact = (
        f"- {{id: later, label: 后来, of: matter, count: reminder, {key}: 'add_workdays(received, 3)', unquoted: 试}}"
    )
    policy = loaded(tmp_path, rule(REQUIRE.format("later <= 9")), facts=fact)
    record = matter(day="2026-12-01", received=received)
    reminder = {"type": "reminder", "id": "r1", "matter": "m1", "date": "2026-12-28", "unit": "u1"}
    assert told(judged(policy, record, reminder, as_of="2027-03-01")) == day
