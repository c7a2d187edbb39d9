"""Ladders and procedures: the day on which a step is reached stays what it is, and doubt stays doubt."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from time import process_time

import pytest
from little_pack import judged, loaded, matter, rule

from supervision_rules import Finding
from supervision_rules.expressions import Interval

LADDER = """\
kind: ladder
of: {of}
{more}
steps:
  - {{step: one, label: 一档, when: '{when}'}}
"""
BLACK = '- {{id: black, label: 黑, of: unit, count: list_notice, where: list == "black", via: unit, window: {}}}\n'
UNANSWERED = "- {id: unanswered, label: 未答, of: unit, count: reminder, where: not known(answered), via: unit}\n"
LIMIT = """\
kind: time_limit
on: instruction
start: received
done: replied
cases: [{within: 5 workdays}]
"""


def ladder(when: str, of: str = "unit", more: str = "note: 无", id_: str = "lad") -> str:
    return rule(LADDER.format(of=of, more=more, when=when), id_)


def notice(number: int, day: date | str, **more: object) -> dict[str, object]:
    facts = {"type": "notice", "id": f"n{number:04}", "kind": "list_notice", "date": str(day), "unit": "u1"}
    return {**facts, "list": "black", "level": "city", **more}


def told(findings: list[Finding] | tuple[Finding, ...], rule_id: str = "lad") -> list[tuple[str, str, object]]:
    return [(str(f.day), f.state.value, f.value) for f in findings if f.rule.id == rule_id]


AGE = "- {id: age, label: 天数, of: matter, value: 'days_between(received, as_of)'}"
WAITING = "not known(replied) and days_between(received, as_of) >= 30"


@pytest.mark.parametrize("as_of", ["2021-02-03", "2021-02-10", "2021-03-19", "2021-03-31", "2022-05-01"])
@pytest.mark.parametrize(
    ("when", "facts", "day"),
    [
        (WAITING, "", "2021-02-03"),
        ("not known(replied) and age == 30", AGE, "2021-02-03"),
        ("is_workday(as_of) and not known(replied) and as_of > add_days(received, 3)", "", "2021-01-08"),
        ('late("t")', "", "2021-01-12"),
    ],
)  # fmt: skip
def test_a_step_that_time_brings_is_reached_on_its_day_for_ever(
    tmp_path: Path, when: str, facts: str, day: str, as_of: str
) -> None:
    policy = loaded(tmp_path, ladder(when, "instruction") + rule(LIMIT, "t"), facts=facts)
    record = matter(received="2021-01-04", replied="2021-03-20")
    assert told(judged(policy, record, as_of=as_of).findings) == [(day, "reached", 1)]
    before = str(date.fromisoformat(day) - timedelta(1))
    assert told(judged(policy, record, as_of=before).findings) == []


@pytest.mark.parametrize("as_of", ["2021-01-01", "2021-02-15", "2021-03-15", "2021-12-31"])
def test_what_lasts_into_a_window_is_reached_on_its_first_day(tmp_path: Path, as_of: str) -> None:
    policy = loaded(tmp_path, ladder("black >= 3", more="window: year"), facts=BLACK.format("12 months"))
    records = [notice(n, day) for n, day in enumerate(["2020-03-01", "2020-10-01", "2020-11-01"])]
    found = judged(policy, *records, as_of=as_of).findings
    assert told(found) == [("2020-11-01", "reached", 1), ("2021-01-01", "reached", 1)]


def test_an_unanswered_reminder_lasts_into_the_month_after(tmp_path: Path) -> None:
    policy = loaded(tmp_path, ladder("unanswered >= 1", more="window: month"), facts=UNANSWERED)
    reminder = {
        "type": "reminder",
        "id": "r1",
        "date": "2021-02-20",
        "matter": "m1",
        "unit": "u1",
        "answered": "2021-03-20",
    }
    found = judged(policy, matter(), reminder, as_of="2021-04-30").findings
    assert told(found) == [("2021-02-20", "reached", 1), ("2021-03-01", "reached", 1)]


def test_a_record_that_leaves_a_rolling_window_can_bring_a_step(tmp_path: Path) -> None:
    facts = BLACK.format("12 months") + "- {id: ever, label: 有过, of: unit, any: list_notice, via: unit}\n"
    policy = loaded(tmp_path, ladder("ever and black == 0"), facts=facts)
    for as_of in ("2021-02-28", "2021-08-01"):
        assert told(judged(policy, notice(1, "2020-02-29"), as_of=as_of).findings) == [("2021-02-28", "reached", 1)]
    assert told(judged(policy, notice(1, "2020-02-29"), as_of="2021-02-27").findings) == []


@pytest.mark.parametrize("as_of", ["2020-12-31", "2021-01-01", "2022-06-01"])
def test_without_a_window_a_fact_of_a_year_is_that_of_the_day(tmp_path: Path, as_of: str) -> None:
    policy = loaded(tmp_path, ladder("black >= 3"), facts=BLACK.format("year"))
    records = [notice(n, day) for n, day in enumerate(["2020-03-01", "2020-10-01", "2020-11-01", "2021-01-01"])]
    assert told(judged(policy, *records, as_of=as_of).findings) == [("2020-11-01", "reached", 1)]
    apart = [notice(n, day) for n, day in enumerate(["2020-11-01", "2020-12-31", "2021-01-01"])]
    assert told(judged(policy, *apart, as_of=as_of).findings) == []


TWO = """\
kind: ladder
of: unit
window: year
steps:
  - {step: one, label: 一档, when: black >= 1}
  - {step: two, label: 二档, when: black >= 3%s}
"""
ASKED = "kind: requirement\non: unit\nwindow: year\nrequire: %s\n"


def asked(tmp_path: Path, require: str, more: str, *records: dict[str, object]) -> str:
    rules = rule(TWO % more, "lad") + rule(ASKED % require, "req")
    found = judged(loaded(tmp_path, rules, facts=BLACK.format("year")), *records).findings
    return next(f.state.value for f in found if f.rule.id == "req" and f.period and f.period.label == "2021年")


def test_a_step_in_doubt_is_the_interval_in_which_it_lies(tmp_path: Path) -> None:
    records = [notice(1, "2021-01-10"), notice(2, "2021-02-10", list=None), notice(3, "2021-03-10", list=None)]
    assert asked(tmp_path, 'step("lad") >= 1', "", *records) == "met"
    assert asked(tmp_path, 'step("lad") >= 2', "", *records) == "undetermined"


def test_a_step_that_awaits_a_consent_is_not_reached(tmp_path: Path) -> None:
    consent, days = ", consent: known(population)", ["2021-01-10", "2021-02-10", "2021-03-10"]
    records = [notice(n, day) for n, day in enumerate(days)]
    assert asked(tmp_path, 'step("lad") == 1', consent, *records) == "met"
    same_day = [notice(n, "2021-01-10") for n in range(3)]
    assert asked(tmp_path, 'step("lad") == 1', consent, *same_day) == "met"
    assert asked(tmp_path, 'step("lad") == 2', "", *same_day) == "met"


def test_where_an_earlier_record_may_count_the_day_is_told_as_in_doubt(tmp_path: Path) -> None:
    policy = loaded(tmp_path, ladder("black >= 1"), facts=BLACK.format("year"))
    [found] = judged(policy, notice(0, "2021-01-10", list=None), notice(1, "2021-06-10")).findings
    assert (str(found.day), found.missing) == ("2021-06-10", ("notice n0000: list",))
    assert dict(found.detail)["perhaps_from"] == date(2021, 1, 10)


def test_whether_a_step_is_out_of_order_may_be_unknown(tmp_path: Path) -> None:
    steps = "kind: ladder\nof: unit\nsteps:\n  - {step: a, label: 甲, when: black >= 2}\n"
    steps += "  - {step: b, label: 乙, when: red, after: a}\n"
    facts = (
        BLACK.format("year") + '- {id: red, label: 红, of: unit, any: list_notice, where: list == "red", via: unit}\n'
    )
    policy = loaded(tmp_path, rule(steps, "lad"), facts=facts)
    records = [notice(1, "2021-01-02"), notice(2, "2021-01-20", list=None), notice(3, "2021-02-01", list="red")]
    [found] = [f for f in judged(policy, *records).findings if f.case == 1]
    assert (found.state.value, found.value, found.missing) == ("undetermined", Interval(0, 2), ("notice n0002: list",))


def test_a_step_of_a_procedure_that_may_not_apply_leaves_it_open_how_far_it_has_come(tmp_path: Path) -> None:
    steps = "kind: procedure\non: instruction\nsteps:\n  - {id: a, label: 甲, done: received}\n"
    steps += "  - {id: b, label: 乙, when: joint, done: replied}\n"
    policy = loaded(tmp_path, rule(steps, "p"))
    record = matter(received="2021-01-05", replied="2021-02-02")
    [found] = judged(policy, record).findings
    assert (found.state.value, found.value, found.missing) == ("undetermined", Interval(1, 2), ("matter m1: joint",))
    [sure] = judged(policy, {**record, "joint": True}).findings
    assert (sure.state.value, sure.value) == ("met", 2)


def test_a_consent_refused_is_told_apart_from_one_that_is_awaited(tmp_path: Path) -> None:
    policy = loaded(tmp_path, rule("kind: outcome\non: extension\noutcome: 移交\nconsent: granted\n"))
    extension = {"type": "extension", "date": "2021-02-02", "matter": "m1"}
    records = [{**extension, "id": "e1", "granted": False}, {**extension, "id": "e2"}]
    found = judged(policy, matter(), *records).findings
    assert [f.detail for f in found] == [
        (("outcome", "移交"), ("refused", "consent")),
        (("outcome", "移交"), ("awaits", "consent")),
    ]


@pytest.mark.parametrize(
    "fact",
    [
        "count: list_notice, window: 12 months",
        "distinct: list_notice, take: id",
        "mean: list_notice, take: 'days_between(date(2000, 1, 1), date)', unquoted: 试",
        "max: list_notice, take: 'days_between(date(2000, 1, 1), date)', unquoted: 试, window: 3 months",
    ],
)
def test_a_long_history_takes_time_in_proportion(tmp_path: Path, fact: str) -> None:
    policy = loaded(tmp_path, ladder("made < 0"), facts=f"- {{id: made, label: 数, of: unit, {fact}, via: unit}}\n")
    records = [notice(n, date(2010, 1, 1) + timedelta(n)) for n in range(2000)]
    begin = process_time()
    found = judged(policy, *records, as_of="2016-01-01").findings
    assert not found
    assert process_time() - begin < 3


def test_the_history_of_every_sort_of_fact_is_what_asking_on_every_day_says(tmp_path: Path) -> None:
    ways = ["count", "sum", "max", "min", "mean", "distinct", "any", "every", "first", "last"]
    windows = ["", ", window: 3 months", ", window: year"]
    take = {"count": "", "any": ", where: covers > date", "every": ", where: covers > date"}
    names = {f"f_{way}_{n}": (way, window) for way in ways for n, window in enumerate(windows)}
    of_date = ", take: 'days_between(date(2020, 1, 1), date)', unquoted: 试"
    facts = "".join(
        f"- {{id: {name}, label: 数, of: unit, {way}: list_notice{take.get(way, of_date)}, via: unit{window}}}\n"
        for name, (way, window) in names.items()
    )
    tests = {name: name if way in ("any", "every") else f"{name} >= 2" for name, (way, _) in names.items()}
    rules = "".join(ladder(when, id_=name.replace("_", "-")) for name, when in tests.items())
    rules += "".join(
        rule(f"kind: requirement\non: unit\nrequire: not ({when})\n", f"r-{name.replace('_', '-')}")
        for name, when in tests.items()
    )
    policy = loaded(tmp_path, rules, facts=facts)
    days = ["2020-11-20", "2020-12-30", "2021-01-02", "2021-01-02", "2021-03-01"]
    records = [notice(n, day, covers=str(date.fromisoformat(day) + timedelta(n - 2))) for n, day in enumerate(days)]
    first: dict[str, str] = {}
    day = date(2020, 11, 20)
    while day <= date(2021, 7, 1):
        for found in judged(policy, *records, as_of=str(day)).findings:
            if found.state.value == "breached":
                first.setdefault(found.rule.id.removeprefix("r-"), str(day))
        day += timedelta(1)
    reached = {
        f.rule.id: str(f.day)
        for f in judged(policy, *records, as_of="2021-07-01").findings
        if f.state.value == "reached"
    }
    assert reached == first


ALIKE = (
    BLACK.format("year")
    + "- {id: blamed, label: 上过黑榜的单位数, of: unit, count: peers, where: black >= 1, unquoted: 一次}\n"
)


@pytest.mark.parametrize(
    ("of", "more", "when", "days"),
    [
        ("unit", "window: year", "blamed >= 1", {"2021-12-31", "2022-05-01"}),
        ("unit", "window: year", 'points("shared") >= 1', {"2021-12-31", "2022-05-01"}),
        ("matter", "note: 无", "unit_blamed >= 1", {"2022-05-01"}),
    ],
)
def test_of_peers_as_of_points_only_the_last_day_is_known(
    tmp_path: Path, of: str, more: str, when: str, days: set[str]
) -> None:
    shared = rule("kind: points\nwindow: year\nvalue: blamed\neffect: deduct", "shared")
    policy = loaded(tmp_path, ladder(when, of=of, more=more) + shared, facts=ALIKE)
    result = judged(policy, matter(), notice(1, "2021-03-01"), notice(2, "2022-02-01"), as_of="2022-05-01")
    found = [finding for finding in result.findings if finding.rule.id == "lad"]
    assert {str(finding.state) for finding in found} == {"reached"}
    assert {str(finding.day) for finding in found} == days


HOURS = """\
records:
  types:
    matter:
      fields:
        sent: {type: moment, label: 转派, label_en: sent}
        back: {type: moment, label: 回复, label_en: back}
"""
REPLY = rule("kind: time_limit\non: petition\nstart: sent\ndone: back\ncases: [{within: 2 hours}]", "reply")


def petition(id_: str, sent: str, back: str | None) -> dict[str, object]:
    return {**matter(id_, sent[:10], sent=sent, back=back), "kind": "petition"}


@pytest.mark.parametrize(
    "window", ["", ", window: 3 months", ', by: due("reply"), window: year', ", by: back, window: 3 months"]
)
def test_a_moment_counts_from_its_own_day_on(tmp_path: Path, window: str) -> None:
    """A limit in hours is missed on the day of its due moment: a step that this brings is reached on that day."""
    facts = f"- {{id: lates, label: 逾期, of: unit, count: petition, where: 'late(\"reply\")', via: unit{window}}}\n"
    rules = REPLY + "".join(
        ladder(f"lates >= {n}", id_=f"lad-{n}") + rule(f"kind: requirement\non: unit\nrequire: lates < {n}", f"r-{n}")
        for n in (1, 2, 3)
    )
    policy = loaded(tmp_path, rules, facts=facts, head=HOURS)
    records = [
        petition("m1", "2021-01-05 23:00", "2021-01-06 19:00"),
        petition("m2", "2021-02-03 21:59", None),
        petition("m3", "2021-02-04 22:00", "2021-02-05 00:00"),
        petition("m4", "2021-04-05 10:00", "2021-04-08 09:00"),
        petition("m5", "2021-04-06 22:30", "2021-04-07 00:31"),
    ]
    first: dict[str, date] = {}
    for number in range(130):
        day = date(2021, 1, 4) + timedelta(number)
        findings = judged(policy, *records, as_of=str(day)).findings
        for found in findings:
            if found.state.value == "breached" and found.rule.id.startswith("r-"):
                first.setdefault(found.rule.id[2:], day)
        reached = {found.rule.id[4:]: found.day for found in findings if found.rule.id.startswith("lad")}
        assert reached == first
        assert all(type(reached_on) is date for reached_on in reached.values())


@pytest.mark.parametrize(
    ("fact_window", "window", "expected"),
    [
        ("", "quarter", {"第一季度": "2021-02-02", "第二季度": "2021-04-01", "第三季度": "2021-07-01"}),
        (", window: year", "quarter", {"第一季度": "2021-02-02", "第二季度": "2021-04-01", "第三季度": "2021-07-01"}),
        (", window: half year", "quarter", {"第一季度": "2021-02-02", "第二季度": "2021-04-01"}),
        (", window: quarter", "quarter", {"第一季度": "2021-02-02"}),
        (", window: month", "quarter", {}),
        (", window: month", "half month", {"7月下半月": "2021-07-20"}),
        ("", "year", {"": "2021-02-02"}),
    ],
)
def test_what_lasts_into_a_window_counts_from_its_first_day(
    tmp_path: Path, fact_window: str, window: str, expected: dict[str, str]
) -> None:
    """Counts of records alone, which are kept up one by one, as all others."""
    facts = (
        f'- {{id: black, label: 黑, of: unit, count: list_notice, where: list == "black", via: unit{fact_window}}}\n'
    )
    policy = loaded(tmp_path, ladder("black >= 2", more=f"window: {window}"), facts=facts)
    days = ["2021-01-05", "2021-02-02", "2021-07-20", "2021-07-20"][: 4 if window == "half month" else 2]
    found = judged(policy, *(notice(n, day) for n, day in enumerate(days)), as_of="2021-07-31").findings
    assert {each.period.label.removeprefix("2021年"): str(each.day) for each in found if each.period} == expected


@pytest.mark.parametrize("window", ["note: 无", "window: year"])
def test_what_held_before_a_unit_was_there_holds_on_its_first_day(tmp_path: Path, window: str) -> None:
    """Whatever is on record later: the step is reached on the day from which the unit is there."""
    years = ", window: year" if window == "window: year" else ""
    fact = f'- {{id: black, label: 黑, of: unit, count: list_notice, where: list == "black", via: unit{years}}}'
    policy = loaded(tmp_path, ladder("black >= 2", more=window), facts=fact)
    unit = {"type": "unit", "id": "u2", "name": "新局", "since": "2021-05-01"}
    early = [notice(number, f"2021-03-0{number}", unit="u2") for number in (1, 2)]
    for later in ([], [notice(3, "2021-08-10", unit="u2")]):
        assert told(judged(policy, unit, *early, *later).findings) == [("2021-05-01", "reached", 1)]
    assert told(judged(policy, unit, early[0], notice(3, "2021-08-10", unit="u2")).findings) == [
        ("2021-08-10", "reached", 1)
    ]
