"""Runs, the place in an order, and the period before: facts made of what came one after the other."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random

import pytest
from little_pack import judged, loaded, matter, only, rule, told, write

from supervision_rules import Policy, State
from supervision_rules.expressions import Interval

POINTS = rule("kind: points\nwindow: year\nvalue: run\neffect: deduct")
RUN = "- {id: run, label: 连续不合格, of: unit, run: appraisal, where: item_points < 60, unquoted: 试验}"
LADDER = rule(
    "kind: ladder\nof: unit\nsteps:\n  - {step: talk, label: 约谈, when: run >= 2}\n"
    "  - {step: out, label: 问责, when: run >= 3}"
)


def appraisal(number: int, points: int | None, day: str | None = "") -> dict[str, object]:
    on = f"2021-{number:02}-01" if day == "" else day
    return {"type": "appraisal", "id": f"a{number:02}", "unit": "u1", "date": on, "item_points": points}


def run_of(policy: Policy, *records: dict[str, object]) -> object:
    return only(judged(policy, *records)).value


@pytest.mark.parametrize(
    ("points", "run"),
    [([], 0), ([50], 1), ([70], 0), ([50, 50], 2), ([50, 70, 50, 50], 2), ([50, 50, 70], 0), ([70, 50, 50, 50], 3)],
)
def test_a_run_is_what_came_since_it_was_last_broken(tmp_path: Path, points: list[int], run: int) -> None:
    policy = loaded(tmp_path, POINTS, facts=RUN)
    records = [appraisal(month, each) for month, each in enumerate(points, 1)]
    found = judged(policy, *reversed(records)).findings
    assert [finding.value for finding in found] == ([run] if points else [0])


def test_on_one_day_the_id_tells_which_came_last(tmp_path: Path) -> None:
    policy = loaded(tmp_path, POINTS, facts=RUN)
    assert run_of(policy, appraisal(1, 50, "2021-03-01"), appraisal(2, 70, "2021-03-01")) == 0
    assert run_of(policy, appraisal(1, 70, "2021-03-01"), appraisal(2, 50, "2021-03-01")) == 1


@pytest.mark.parametrize(
    ("points", "reached"),
    [
        ([50, 50], [("2021-02-01", 1)]),
        ([50, 70, 50], []),
        ([50, 50, 70, 50, 50, 50], [("2021-02-01", 1), ("2021-06-01", 2)]),
        ([50, 50, 50], [("2021-02-01", 1), ("2021-03-01", 2)]),
    ],
)
@pytest.mark.parametrize("as_of", ["2021-06-01", "2022-03-01"])
def test_a_ladder_goes_by_the_run_of_each_day(
    tmp_path: Path, points: list[int], reached: list[tuple[str, int]], as_of: str
) -> None:
    records = [appraisal(month, each) for month, each in enumerate(points, 1)]
    result = judged(loaded(tmp_path, LADDER, facts=RUN), *records, as_of=as_of)
    assert [(str(finding.day), finding.value) for finding in result.findings] == reached


def test_the_facts_that_would_decide_a_run_are_named(tmp_path: Path) -> None:
    policy = loaded(tmp_path, POINTS, facts=RUN)
    found = only(judged(policy, appraisal(1, None), appraisal(2, 70), appraisal(3, None), appraisal(4, 50)))
    assert (found.value, found.missing) == (Interval(1, 2), ("appraisal a03: item_points",))


def _length(marks: list[int]) -> int:
    return next((place for place, mark in enumerate(reversed(marks)) if mark >= 60), len(marks))


def test_a_run_in_doubt_lies_between_its_least_and_its_most(tmp_path: Path) -> None:
    """Against every way in which what is not known may turn out: a mark, or a day among the others."""
    policy, random = loaded(tmp_path, POINTS, facts=RUN), Random(7)
    for _ in range(60):
        known = [random.choice([50, 70, None, 50]) for _ in range(random.randint(1, 6))]
        records = [appraisal(month, each) for month, each in enumerate(known, 1)]
        filled = product(*([50, 70] if each is None else [each] for each in known))
        lengths = {_length([*marks]) for marks in filled}
        value = run_of(policy, *records)
        low, high = (value.low, value.high) if isinstance(value, Interval) else (value, value)
        assert (low, high) == (min(lengths), max(lengths)), known


@pytest.mark.parametrize(("special", "run"), [(True, Interval(1, 2)), (False, Interval(0, 1))])
def test_one_without_a_day_may_stand_anywhere(tmp_path: Path, special: bool, run: Interval) -> None:
    fact = "- {id: run, label: 连续急件, of: unit, run: matter, where: importance == 'special', via: unit}"
    days = ["2021-01-04", "2021-02-01", None]
    levels = ["ordinary", "special", "special" if special else "ordinary"]
    records = [
        {**matter(f"m{number}", importance=level), "date": day}
        for number, (day, level) in enumerate(zip(days, levels, strict=True))
    ]
    assert run_of(loaded(tmp_path, POINTS.replace("window: year", "note: 无"), facts=fact), *records) == run


MONTHLY = rule("kind: points\nwindow: month\ncount: list_notice\neach: 1\neffect: deduct", "monthly")
QUIET = '- {id: run, label: 连续几个月上榜, of: unit, run: months, where: points("monthly") > 0, unquoted: 有即不是0次}'


def notice(day: str) -> dict[str, object]:
    return {"type": "notice", "id": day, "kind": "list_notice", "list": "black", "unit": "u1", "date": day}


@pytest.mark.parametrize(
    ("months", "as_of", "run"),
    [
        (["11", "12"], "2021-12-31", 2),
        (["11", "12"], "2021-12-30", 1),
        (["10", "12"], "2021-12-31", 1),
        (["10", "11"], "2021-12-31", 0),
    ],
)
def test_a_run_of_months_counts_those_that_are_over(tmp_path: Path, months: list[str], as_of: str, run: int) -> None:
    policy = loaded(tmp_path, MONTHLY + POINTS, facts=QUIET)
    found = judged(policy, *(notice(f"2021-{month}-15") for month in months), as_of=as_of).findings
    assert [finding.value for finding in found if finding.rule.id == "it"] == [run]


def test_a_run_of_months_goes_on_over_the_new_year(tmp_path: Path) -> None:
    talk = rule("kind: ladder\nof: unit\nsteps:\n  - {step: talk, label: 约谈, when: run >= 3}", "talk")
    policy = loaded(tmp_path, MONTHLY + talk, facts=QUIET)
    records = [notice(f"{month}-15") for month in ("2020-11", "2020-12", "2021-01")]
    found = [finding for finding in judged(policy, *records).findings if finding.rule.id == "talk"]
    assert [str(finding.day) for finding in found] == ["2021-01-31"]  # whenever it is asked


def test_a_run_says_what_it_is_of(tmp_path: Path) -> None:
    fact = "- {id: run, label: 连续, of: unit, run: appraisal}"
    assert told(write(tmp_path, POINTS, facts=fact)) == [("SR166", "appraisal", {})]
    fact = (
        "- {id: run, label: 连续, of: unit, run: appraisal, where: item_points < 60, take: item_points, unquoted: 无}"
    )
    assert told(write(tmp_path, POINTS, facts=fact)) == [("SR158", "item_points", {"key": "take", "way": "run"})]


ORDINAL = "- {{id: nth, label: 第几次, of: reminder, ordinal: earlier, among: [unit]{}}}"
PRICED = rule("kind: points\nwindow: year\ncount: reminder\neach: nth\neffect: deduct")


def reminder(number: int, day: str | None, **more: object) -> dict[str, object]:
    return {"type": "reminder", "id": f"r{number}", "matter": "m1", "date": day, "unit": "u1", **more}


@pytest.mark.parametrize(("more", "points"), [("", 1 + 2 + 3), (", window: month", 1 + 1 + 2)])
def test_an_ordinal_counts_what_came_before_and_itself(tmp_path: Path, more: str, points: int) -> None:
    records = [reminder(number, day) for number, day in enumerate(["2021-01-31", "2021-02-01", "2021-02-02"])]
    result = judged(loaded(tmp_path, PRICED, facts=ORDINAL.format(more)), matter(), *records)
    assert [finding.value for finding in result.findings] == [points]


def test_the_ordinal_of_one_without_a_day_is_any(tmp_path: Path) -> None:
    rules = rule("kind: outcome\non: matter\nwhen: nth == 3\noutcome: 第三件\ncode: third")
    matters = [matter("m1", "2021-01-04"), matter("m2", "2021-01-05"), {**matter("m3"), "date": None}]
    fact = "- {id: nth, label: 第几件, of: matter, ordinal: earlier, among: [unit]}"
    result = judged(loaded(tmp_path, rules, facts=fact), *matters)
    found = {finding.subject: (finding.state, finding.missing) for finding in result.findings}
    assert found == {
        "m2": (State.UNDETERMINED, ("matter m3: date",)),
        "m3": (State.UNDETERMINED, ("matter m3: date",)),
    }


def test_an_ordinal_is_one_among_those_before_it(tmp_path: Path) -> None:
    fact = "- {id: nth, label: 第几次, of: reminder, ordinal: reminder}"
    ((code, where, _),) = told(write(tmp_path, PRICED, facts=fact))
    assert (code, where) == ("SR104", "reminder")


BEFORE = "- {{id: before, label: 上一时段, of: unit, count: list_notice, window: last {}}}"


@pytest.mark.parametrize(
    ("window", "counts"), [("year", [0, 1, 4]), ("half year", [0, 2, 1]), ("quarter", [0, 1, 0]), ("month", [0, 1, 0])]
)
def test_the_period_before_is_that_before_the_end_of_the_window(tmp_path: Path, window: str, counts: list[int]) -> None:
    rules = rule("kind: points\nwindow: year\nvalue: before\neffect: deduct")
    days = ["2019-12-31", "2020-03-01", "2020-06-30", "2020-07-01", "2020-11-30", "2021-01-01"]
    found = judged(
        loaded(tmp_path, rules, facts=BEFORE.format(window)), *map(notice, days), as_of="2021-12-31"
    ).findings
    labels = ("2019年", "2020年", "2021年")
    assert {each.period.label: each.value for each in found if each.period} == dict(zip(labels, counts, strict=True))


def test_a_record_sees_the_year_before_its_own(tmp_path: Path) -> None:
    rules = rule("kind: requirement\non: reminder\nrequire: unit_before == 0")
    policy = loaded(tmp_path, rules, facts=BEFORE.format("year"))
    records = [notice("2020-12-31"), notice("2021-06-01"), reminder(1, "2020-12-31"), reminder(2, "2021-01-01")]
    records.append(reminder(3, "2022-12-31"))
    found = judged(policy, matter(day="2020-01-06"), *records, as_of="2023-01-05").findings
    assert {finding.subject: str(finding.state) for finding in found} == {
        "r1": "met",
        "r2": "breached",
        "r3": "breached",
    }


@pytest.mark.parametrize("as_of", ["2021-01-01", "2021-12-31", "2022-06-01"])
def test_a_ladder_by_the_year_before_is_reached_as_the_year_begins(tmp_path: Path, as_of: str) -> None:
    rules = rule("kind: ladder\nof: unit\nsteps:\n  - {step: watch, label: 重点关注, when: before >= 2}")
    policy = loaded(tmp_path, rules, facts=BEFORE.format("year"))
    found = judged(policy, notice("2020-03-01"), notice("2020-12-31"), as_of=as_of).findings
    assert [str(finding.day) for finding in found] == ["2021-01-01"]
    assert judged(policy, notice("2020-03-01"), notice("2020-12-31"), as_of="2020-12-31").findings == ()


def test_the_months_of_the_year_before(tmp_path: Path) -> None:
    rules = rule("kind: points\nwindow: year\nvalue: mean\neffect: add")
    fact = '- {id: mean, label: 上年各月平均, of: unit, sum: months, take: points("monthly"), window: last year}'
    policy = loaded(tmp_path, MONTHLY + rules, facts=fact)
    found = judged(policy, notice("2020-03-01"), notice("2020-12-31"), notice("2021-02-01")).findings
    assert {finding.period.label: finding.value for finding in found if finding.rule.id == "it" and finding.period} == {
        "2020年": 0,
        "2021年": 2,
    }


BOTH = (
    "- {id: run, label: 连续上榜, of: unit, run: list_notice, where: list == 'black'}\n"
    "- {id: before, label: 上季上榜, of: unit, count: list_notice, where: list == 'black', window: last quarter}"
)
STEPS = "kind: ladder\nof: unit\nsteps:\n  - {{step: one, label: 一档, when: {name} >= 2}}"


@pytest.mark.parametrize("name", ["run", "before"])
def test_a_ladder_is_reached_on_the_first_day_on_which_the_number_is(tmp_path: Path, name: str) -> None:
    """Against the number on each day by itself, which a rule without history computes."""
    value = rule(f"kind: points\nvalue: {name}\neffect: deduct", "number")
    policy, random = loaded(tmp_path, value + rule(STEPS.format(name=name), "ladder"), facts=BOTH), Random(3)
    begin = date(2021, 1, 4)
    for _ in range(12):
        days = sorted(begin + timedelta(random.randrange(300)) for _ in range(random.randint(2, 7)))
        records = [
            notice(str(day)) | {"id": f"n{n}", "list": random.choice(["black", "red"])} for n, day in enumerate(days)
        ]
        edges = {date(2021, month, 1) for month in (4, 7, 10)} | {date(2022, 1, 1), date(2022, 4, 1)}
        reached = None
        for day in sorted({*days, *edges}):
            found = judged(policy, *records, as_of=str(day)).findings
            number = next((each.value for each in found if each.rule.id == "number"), 0)
            reached = reached or (day if number >= 2 else None)  # type: ignore[operator]  # nothing is in doubt
            assert [each.day for each in found if each.rule.id == "ladder"] == ([reached] if reached else [])
