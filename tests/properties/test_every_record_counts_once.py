"""Of documents that replace one another, one, two or three: each record, window and duty falls to exactly one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_succession import WAYS, Ways, succeeding

from supervision_rules import Finding, Policy, Result, evaluate
from supervision_rules.calendar import period_of

FIRST = date(2020, 1, 1)
LENGTH = 700
CHANGES = (date(2020, 8, 12), date(2021, 3, 1))
"""The second document begins within a month, a quarter and a year, the third with a month."""
WINDOWS = ("month", "quarter", "year", None)
HEAD = """\
pack: p{place}
label: 办法
version: {place}.0.0
language: 1
document:
  title: 办法
  issuer: 政府
  in_force: {{since: {since}}}
{replaces}facts:
  - {{id: reminded, label: 催办次数, of: unit, count: reminder, via: unit}}
  - {{id: dated, label: 有日期的催办, of: unit, count: reminder, via: unit, where: known(date), by: date, since: epoch}}
  - {{id: epoch, label: 起始日, of: unit, value: "date(2000, 1, 1)", unquoted: 试}}
  - {{id: chased, label: 被催次数, of: matter, count: reminder}}
rules:
"""
RULE = """\
  - id: {id}
    label: 规则
    cite: {{clause: 一, words: 原话}}
    unquoted: 试
"""
BODIES: Mapping[str, str] = {
    **{
        f"points-{window}": f"kind: points\ncount: reminder\nvia: unit\neach: 1\neffect: deduct\nwindow: {window}"
        for window in WINDOWS
        if window
    },
    "points-ever": "kind: points\ncount: reminder\nvia: unit\neach: 1\neffect: deduct",
    "closed-year": "kind: points\ncount: matter\nvia: unit\nby: closed\neach: 1\neffect: deduct\nwindow: year",
    "fact-ever": "kind: points\nof: unit\nvalue: reminded\neffect: deduct",
    "fact-dated": "kind: points\nof: unit\nvalue: dated\neffect: deduct",
    "chased": "kind: points\nof: matter\nvalue: chased\neffect: deduct",
    "monthly": "kind: duty\nof: unit\neach: month\nneed: report\nvia: unit",
    "quarterly": "kind: duty\nof: unit\neach: quarter\nneed: report\nvia: unit",
    "of-matter": "kind: duty\nof: matter\nend: closed\neach: month\nneed: report\nvia: matter",
    "limit": "kind: time_limit\non: matter\nstart: date\ndone: closed\ncases: [{within: 10 days}]",
    "answered": "kind: requirement\non: reminder\nrequire: known(answered)",
}
Life = tuple[date, date | None, tuple[date, ...], tuple[date, ...]]
"""The day on which a matter begins, that on which it is closed, those of its reminders and of its reports."""
day = st.integers(0, LENGTH).map(lambda days: FIRST + timedelta(days=days))
days = st.lists(day, max_size=3, unique=True).map(tuple)
lives = st.lists(st.tuples(day, st.none() | day, days, days), min_size=1, max_size=5)


@cache
def packs(ways: Ways) -> tuple[Policy, ...]:
    return succeeding(_written, (FIRST, *CHANGES), ways)


def _written(place: int, since: date, replaces: str) -> str:
    text = HEAD.format(place=place, since=since, replaces=replaces)
    for name, body in BODIES.items():
        text += RULE.format(id=name) + "".join(f"    {line}\n" for line in body.splitlines())
    return text


def records_of(policy: Policy, lives: Sequence[Life]) -> list[Any]:
    models = policy.models
    found = [models["unit"](id="u", name="局", since=FIRST)]
    for place, (begun, closed, reminded, reported) in enumerate(lives):
        end = max(closed, begun) if closed else None
        own = {"matter": f"m{place}", "unit": "u"}
        found.append(models["matter"](id=f"m{place}", kind="instruction", date=begun, closed=end, unit="u"))
        for number, each in enumerate(reminded):
            found.append(models["reminder"](id=f"r{place}{number}", date=max(begun, each), **own))
        for number, each in enumerate(reported):
            found.append(models["report"](id=f"p{place}{number}", kind="progress", date=max(begun, each), **own))
    return found


def of(result: Result, rule: str) -> list[Finding]:
    return [finding for finding in result.findings if finding.rule.id == rule]


def listed(result: Result, rule: str) -> Counter[tuple[str, object]]:
    """How often each record is counted, in all versions together, and in which window."""
    return Counter(
        (entry[1], finding.period) for finding in of(result, rule) for entry in dict(finding.detail)["records"]
    )


def expected(known: Sequence[Any], dated: str, window: Any) -> Counter[tuple[str, object]]:
    days = {record.id: getattr(record, dated) for record in known}
    return Counter((name, period_of(day, window) if window else None) for name, day in days.items() if day)


@pytest.mark.parametrize("ways", WAYS)
@pytest.mark.parametrize("count", [1, 2, 3])
@given(life=lives, as_of=day)
def test_each_record_counts_once(ways: Ways, count: int, life: list[Life], as_of: date) -> None:
    policies = packs(ways)[:count]
    records = records_of(policies[0], life)
    result = evaluate(policies, records, as_of=as_of)
    known = [each for each in records if each.date and each.date <= as_of]
    reminders = [each for each in known if each.record_type == "reminder"]
    for window in WINDOWS:
        assert listed(result, f"points-{window or 'ever'}") == expected(reminders, "date", window)
    closed = [each for each in known if each.record_type == "matter" and each.closed and each.closed <= as_of]
    assert listed(result, "closed-year") == expected(closed, "closed", "year")
    for fact in ("fact-ever", "fact-dated"):
        assert sum(finding.value for finding in of(result, fact)) == len(reminders)  # type: ignore[misc]  # numbers


@pytest.mark.parametrize("ways", WAYS)
@pytest.mark.parametrize("count", [1, 2, 3])
@given(life=lives, as_of=day)
def test_each_matter_and_each_duty_is_judged_once(ways: Ways, count: int, life: list[Life], as_of: date) -> None:
    policies = packs(ways)[:count]
    records = records_of(policies[0], life)
    result = evaluate(policies, records, as_of=as_of)
    known = {each.id: each for each in records if each.date and each.date <= as_of}
    for rule, record_type in (("limit", "matter"), ("chased", "matter"), ("answered", "reminder")):
        judged = [finding.subject for finding in of(result, rule)]
        assert sorted(judged) == sorted(name for name, each in known.items() if each.record_type == record_type)
    for finding in of(result, "chased"):
        mine = [each for each in known.values() if each.record_type == "reminder" and each.matter == finding.subject]
        assert finding.value == len(mine)
    reports = [each for each in known.values() if each.record_type == "report"]
    for rule, window in (("monthly", "month"), ("quarterly", "quarter")):
        owed = {finding.period: finding for finding in of(result, rule)}
        assert len(owed) == len(of(result, rule)) == len(_periods(FIRST, as_of, window))
        for period, finding in owed.items():
            done = [each for each in reports if period and period.first <= each.date <= period.last]
            assert dict(finding.detail)["count"] == len(done)
    owed_by = Counter((finding.subject, finding.period) for finding in of(result, "of-matter"))
    assert owed_by == Counter(
        (each.id, period)
        for each in known.values()
        if each.record_type == "matter"
        for period in _periods(each.date, min(each.closed or as_of, as_of), "month")
    )


def _periods(first: date, last: date, kind: Any) -> set[Any]:
    return {period_of(first + timedelta(days=days), kind) for days in range((last - first).days + 1)}


@pytest.mark.parametrize("ways", WAYS)
@given(life=lives, as_of=day)
def test_the_order_of_the_packs_makes_no_difference(ways: Ways, life: list[Life], as_of: date) -> None:
    policies = packs(ways)
    records = records_of(policies[0], life)
    found = [
        [[*run.findings] for run in sorted(evaluate(given, records, as_of=as_of).runs, key=_name)]
        for given in permutations(policies)
    ]
    assert all(each == found[0] for each in found)


def _name(run: Any) -> str:
    return str(run.compiled.pack.pack)


@pytest.mark.parametrize("ways", WAYS)
@given(life=lives, as_of=day)
def test_windows_that_ended_before_a_change_stay_as_they_were(ways: Ways, life: list[Life], as_of: date) -> None:
    """What a unit was told on the eve of a change is told of those windows ever after."""
    policies = packs(ways)
    records = records_of(policies[0], life)
    rules = ("points-month", "points-quarter", "points-year", "monthly", "quarterly")
    after = evaluate(policies, records, as_of=max(as_of, CHANGES[1]))
    for change in CHANGES:
        eve = change - timedelta(days=1)
        before = evaluate(policies, records, as_of=eve)
        assert [_ended(before, rule, eve) for rule in rules] == [_ended(after, rule, eve) for rule in rules]


def _ended(result: Result, rule: str, eve: date) -> list[Finding]:
    """On the last day of a period its duty is not breached yet."""
    return [each for each in of(result, rule) if each.period and each.period.last < eve]


def test_a_record_counted_twice_would_be_seen() -> None:
    """Documents that do not know of each other both count what lies in the time of both."""
    policies = packs(("new", "new"))
    begun = CHANGES[1] + timedelta(days=1)
    records = records_of(policies[0], [(begun, None, (begun,), ())])
    assert listed(evaluate((policies[0], policies[2]), records, as_of=begun), "points-ever") == Counter(
        {("r00", None): 2}
    )
