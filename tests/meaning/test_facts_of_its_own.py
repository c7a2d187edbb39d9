"""Facts made of what came earlier, of the periods of a year, and of what happened since a day."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, report, rule, told, write

from supervision_rules import State

POINTS = rule("kind: points\nwindow: year\ncount: reminder\neach: nth\neffect: deduct")


def reminder(number: int, day: str | None, **more: object) -> dict[str, object]:
    return {"type": "reminder", "id": f"r{number}", "matter": "m1", "date": day, "unit": "u1", **more}


def nth(more: str = "") -> str:
    return f"- {{id: before, label: 此前几次, of: reminder, count: earlier{more}}}\n" + (
        "- {id: nth, label: 第几次, of: reminder, value: before + 1, unquoted: 下一次}"
    )


@pytest.mark.parametrize(
    ("more", "points"),
    [
        ("", 1 + 2 + 3 + 4),
        (", among: [colour]", 1 + 2 + 1 + 2),
        (', where: colour == "red"', 1 + 1 + 1 + 2),
        (", window: month", 1 + 2 + 1 + 2),
        (", window: 2 months", 1 + 2 + 3 + 4),
    ],
)
def test_what_came_before_it_makes_the_ordinal(tmp_path: Path, more: str, points: int) -> None:
    days = [("2021-01-04", "blue"), ("2021-01-05", "blue"), ("2021-02-03", "red"), ("2021-02-03", "red")]
    records = [reminder(number, day, colour=colour) for number, (day, colour) in enumerate(days)]
    result = judged(loaded(tmp_path, POINTS, facts=nth(more)), matter(), *reversed(records))
    assert [finding.value for finding in result.findings] == [points]


def test_on_one_day_the_id_tells_which_was_first(tmp_path: Path) -> None:
    rules = rule("kind: outcome\non: reminder\nwhen: nth == 2\noutcome: 第二次\ncode: second")
    records = [reminder(number, "2021-01-04") for number in (2, 1)]
    result = judged(loaded(tmp_path, rules, facts=nth()), matter(), *records)
    assert [finding.subject for finding in result.findings] == ["r2"]


def test_the_window_is_that_of_its_own_day(tmp_path: Path) -> None:
    records = [reminder(1, "2020-06-01"), reminder(2, "2020-12-31"), reminder(3, "2021-01-01")]
    result = judged(loaded(tmp_path, POINTS, facts=nth(", window: year")), matter(day="2020-01-06"), *records)
    assert {finding.period.label: finding.value for finding in result.findings if finding.period} == {
        "2020年": 3,
        "2021年": 1,
    }


def months(way: str, more: str = "") -> str:
    return f"- {{id: months, label: 几个月, of: unit, {way}: months{more}}}"


def notice(month: int, **more: object) -> dict[str, object]:
    day = f"2021-{month:02}-15"
    return {
        "type": "notice",
        "id": f"n{month}",
        "kind": "list_notice",
        "list": "black",
        "unit": "u1",
        "date": day,
        **more,
    }


MONTHLY = rule("kind: points\nwindow: month\ncount: list_notice\neach: times\neffect: add", "monthly")
YEARLY = rule("kind: points\nwindow: year\nvalue: months\neffect: add", "yearly")


def yearly(tmp_path: Path, fact: str, *records: dict[str, object], as_of: str = "2021-12-31") -> object:
    more = "\n- {id: times, label: 分, of: notice, value: month(date)}"
    policy = loaded(tmp_path, MONTHLY + YEARLY, facts=fact + more)
    found = [finding for finding in judged(policy, *records, as_of=as_of).findings if finding.rule.id == "yearly"]
    (finding,) = found
    return finding.value


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        (months("mean", ', take: points("it-monthly"), window: year'), 1),
        (months("sum", ', take: points("it-monthly"), window: year'), 12),
        (months("max", ', take: points("it-monthly"), window: year'), 7),
        (months("count", ', where: points("it-monthly") > 0, window: year'), 2),
        (months("count", ", window: year"), 12),
    ],
)
def test_the_months_of_a_year_are_put_together(tmp_path: Path, fact: str, value: int) -> None:
    fact = fact.replace("it-monthly", "monthly")
    assert yearly(tmp_path, fact, notice(5), notice(7)) == value


def test_months_that_are_not_over_do_not_count(tmp_path: Path) -> None:
    fact = months("count", ", window: year")
    assert yearly(tmp_path, fact, notice(5), as_of="2021-07-30") == 6
    assert yearly(tmp_path, fact, notice(5), as_of="2021-07-31") == 7


def test_a_unit_counts_the_months_in_which_it_is_there(tmp_path: Path) -> None:
    rules = YEARLY.replace("window: year", 'window: year\n  when: name == "新局"')
    policy = loaded(tmp_path, rules, facts=months("count", ", window: year"))
    new = {"type": "unit", "id": "u2", "name": "新局", "since": "2021-06-01"}
    (finding,) = judged(policy, new, notice(1)).findings
    assert finding.value == 7


def test_a_matter_counts_the_months_since_its_date(tmp_path: Path) -> None:
    fact = "- {id: months, label: 几个月, of: matter, count: months, window: year}"
    rules = rule("kind: outcome\non: matter\nwhen: months == 4\noutcome: 四个月\ncode: four")
    matters = [matter(f"m{month}", f"2021-0{month}-20") for month in (1, 3, 4)]
    result = judged(loaded(tmp_path, rules, facts=fact), *matters, as_of="2021-06-30")
    assert [finding.subject for finding in result.findings] == ["m3"]


APPRAISED = (
    "- {id: last_good, label: 最近一次合格, of: unit, last: appraisal, where: item_points >= 60, unquoted: 试验}\n"
    "- {id: run, label: 连续不合格次数, of: unit, count: appraisal, where: item_points < 60, since: last_good, "
    "unquoted: 试验}"
)
RUN = rule(
    "kind: ladder\nof: unit\nsteps:\n  - {step: talk, label: 约谈, when: run >= 2}\n"
    "  - {step: out, label: 问责, when: run >= 3}"
)


def appraisal(month: int, points: int | None, **more: object) -> dict[str, object]:
    return {
        "type": "appraisal",
        "id": f"a{month}",
        "unit": "u1",
        "date": f"2021-{month:02}-01",
        "item_points": points,
        **more,
    }


@pytest.mark.parametrize(
    ("points", "reached"),
    [
        ([50, 50], [("2021-02-01", 1)]),
        ([50, 70, 50], []),
        ([50, 70, 50, 50], [("2021-04-01", 1)]),
        ([50, 50, 70, 50, 50, 50], [("2021-02-01", 1), ("2021-06-01", 2)]),
        ([50, 50, 50], [("2021-02-01", 1), ("2021-03-01", 2)]),
    ],
)
def test_a_run_begins_anew_after_what_breaks_it(
    tmp_path: Path, points: list[int], reached: list[tuple[str, int]]
) -> None:
    policy = loaded(tmp_path, RUN, facts=APPRAISED)
    result = judged(policy, *(appraisal(month, each) for month, each in enumerate(points, 1)))
    assert [(str(finding.day), finding.value) for finding in result.findings] == reached


def test_a_run_in_doubt_is_undetermined(tmp_path: Path) -> None:
    policy = loaded(tmp_path, RUN, facts=APPRAISED)
    result = judged(policy, appraisal(1, 50), appraisal(2, None), appraisal(3, 50))
    assert [finding.state for finding in result.findings] == [State.UNDETERMINED]
    assert result.findings[0].missing == ("appraisal a2: item_points",)


DUTY = rule("kind: duty\nof: unit\neach: month\nneed: report\nfor_period: covers\ndue: {day: 5}", "monthly")
MISSED = (
    '- {id: last_kept, label: 最近按时的月, of: unit, last: months, where: not late("monthly"), take: period_end}\n'
    '- {id: missed, label: 连续几个月未按时报告, of: unit, count: months, where: late("monthly"), since: last_kept}'
)
TALK = rule("kind: ladder\nof: unit\nsteps:\n  - {step: talk, label: 约谈, when: missed >= 2}", "talk")


@pytest.mark.parametrize("as_of", ["2021-03-06", "2021-04-01", "2021-12-31"])
@pytest.mark.parametrize(
    ("reports", "day"),
    [
        ([], "2021-03-06"),
        ([report("2021-02-05", "2021-01-01")], "2021-04-06"),
        ([report("2021-03-05", "2021-02-01")], "2021-05-06"),
        ([report("2021-02-06", "2021-01-01"), report("2021-03-06", "2021-02-01")], "2021-03-06"),
    ],
)
def test_a_run_of_months_leads_to_a_step_on_the_day_on_which_the_second_is_missed(
    tmp_path: Path, reports: list[dict[str, object]], day: str, as_of: str
) -> None:
    policy = loaded(tmp_path, DUTY + TALK, facts=MISSED)
    result = judged(policy, matter(), *reports, as_of=as_of)
    found = [(str(finding.day), finding.value) for finding in result.findings if finding.rule.id == "talk"]
    assert found == ([(day, 1)] if day <= as_of else [])


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        ("- {id: x, label: 甲, of: reminder, count: earlier, via: matter}", "SR158"),
        ("- {id: x, label: 甲, of: unit, count: months, among: [group]}", "SR158"),
        ("- {id: x, label: 甲, of: unit, last: months}", "SR151"),
        ("- {id: x, label: 甲, of: unit, value: 1, since: date}", "SR158"),
        ("- {id: x, label: 甲, of: unit, count: notice, since: name}", "SR232"),
    ],
)
def test_what_says_nothing_is_told(tmp_path: Path, fact: str, code: str) -> None:
    path = write(tmp_path, rule("kind: requirement\non: unit\nrequire: known(population)"), facts=fact)
    assert code in [found for found, _, _ in told(path)]
