"""Matters that pass to a new document: each record counts in one of the two, each window of a duty is owed to one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from little_pack import batch_of, loaded, matter, rule

from supervision_rules import Finding, Policy, Result, evaluate, text_of
from supervision_rules.findings import GOVERNANCE

Record = dict[str, object]
Told = list[tuple[str, str, object]]
"""The pack, the window and the value, or the state, of findings."""

LIMIT = rule("kind: time_limit\non: instruction\nstart: date\ndone: closed\ncases: [{within: 10 days}]", "reply")
POINTS = "kind: points\ncount: reminder\nvia: unit\neach: 1\neffect: deduct\nwindow: {window}"
OPEN = matter("open", day="2021-02-01")
CLOSED = matter("closed", day="2021-02-01", closed="2021-03-01")
LATER = matter("later", day="2021-08-01")


def reminder(day: str, of: str = "open", **more: object) -> Record:
    return {"type": "reminder", "id": f"{of}{day}", "date": day, "matter": of, "unit": "u1", **more}


def report(day: str, of: str = "open", **more: object) -> Record:
    return {"type": "report", "id": f"{of}{day}", "date": day, "matter": of, "unit": "u1", "kind": "progress", **more}


REMINDERS = [reminder(day) for day in ("2021-02-10", "2021-05-10", "2021-07-01", "2021-08-10")]


def pair(
    folder: Path, rules: str, *, since: str = "2021-07-01", open_matters: str = "new", facts: str = ""
) -> list[Policy]:
    replaces = f"in_force: {{since: {since}}}, replaces: {{pack: old, open_matters: {open_matters}}}"
    return [
        loaded(folder, rules, facts=facts, pack="old", document="in_force: {since: 2020-01-01}"),
        loaded(folder, rules, facts=facts, pack="new", document=replaces),
    ]


def judged(packs: list[Policy], *records: Record, as_of: str = "2021-12-31") -> Result:
    return evaluate(packs, batch_of(packs[0], *records), as_of=date.fromisoformat(as_of))


def of(result: Result, rule_id: str = "it", subject: str = "u1") -> list[Finding]:
    return [each for each in result.findings if (each.rule.id, each.subject) == (rule_id, subject)]


def told(result: Result, rule_id: str = "it", subject: str = "u1", *, state: bool = False) -> Told:
    return [
        (
            each.rule.pack,
            str(each.period.names[0]) if each.period else "",
            str(each.state) if state else each.value,
        )
        for each in of(result, rule_id, subject)
    ]


def why(result: Result, finding: Finding, lang: str = "zh") -> list[str]:
    return [line.lstrip("│ ├└") for line in text_of(result, result.explain(finding), lang=lang).splitlines()]  # type: ignore[arg-type]


# Windows of a unit


def test_what_was_counted_before_the_change_stays_counted_there(tmp_path: Path) -> None:
    packs = pair(tmp_path, rule(POINTS.format(window="quarter")))
    before = told(judged(packs, OPEN, *REMINDERS, as_of="2021-06-30"))
    assert before == [("old", "2021年第一季度", 1), ("old", "2021年第二季度", 1)]
    assert told(judged(packs, OPEN, *REMINDERS)) == [*before, ("new", "2021年第三季度", 2)]


def test_each_counts_its_part_of_the_window_of_the_change(tmp_path: Path) -> None:
    packs = pair(tmp_path, rule(POINTS.format(window="year")))
    records = [OPEN, CLOSED, LATER, *REMINDERS, reminder("2021-08-02", "closed"), reminder("2021-08-03", "later")]
    found = of(judged(packs, *records))
    assert [(each.rule.pack, [entry[1] for entry in dict(each.detail)["records"]]) for each in found] == [
        ("old", ["open2021-02-10", "open2021-05-10", "closed2021-08-02"]),
        ("new", ["open2021-07-01", "later2021-08-03", "open2021-08-10"]),
    ]


def test_where_open_matters_stay_all_their_records_stay(tmp_path: Path) -> None:
    packs = pair(tmp_path, rule(POINTS.format(window="quarter")), open_matters="old")
    assert told(judged(packs, OPEN, *REMINDERS)) == [
        ("old", "2021年第一季度", 1),
        ("old", "2021年第二季度", 1),
        ("old", "2021年第三季度", 2),
    ]


def test_the_day_by_which_a_record_is_counted_decides(tmp_path: Path) -> None:
    """A matter is counted where it was done, though it began under the old document."""
    packs = pair(tmp_path, rule(POINTS.format(window="year").replace("reminder", "instruction") + "\nby: closed"))
    done = [{**OPEN, "id": f"m{n}", "closed": day} for n, day in enumerate(("2021-06-30", "2021-07-01"))]
    found = of(judged(packs, *done))
    assert [(each.rule.pack, [entry[1] for entry in dict(each.detail)["records"]]) for each in found] == [
        ("old", ["m0"]),
        ("new", ["m1"]),
    ]


def test_what_is_asked_of_the_matter_is_asked_of_the_document_that_counts(tmp_path: Path) -> None:
    """The matter was late under the old limit; that its limit is now another does not undo the points."""
    late = POINTS.format(window="quarter").replace("reminder", "instruction") + '\nwhere: late("reply")'
    old_rules = LIMIT + rule(late)
    packs = pair(tmp_path, old_rules)
    packs[1] = loaded(
        tmp_path,
        old_rules.replace("10 days", "1000 days"),
        pack="new",
        document="in_force: {since: 2021-07-01}, replaces: {pack: old, open_matters: new}",
    )
    result = judged(packs, OPEN)
    assert told(result) == [("old", "2021年第一季度", 1)]
    assert told(result, "reply", "open", state=True) == [("new", "", "on_course")]


def test_totals_and_ranks_of_windows_that_ended(tmp_path: Path) -> None:
    rules = rule(POINTS.format(window="quarter") + "\ninto: sum", "take") + rule(
        "kind: score\nof: unit\nwindow: quarter\nbase: 100\nboxes: [{id: sum, label: 扣分, effect: deduct}]", "total"
    )
    rules += rule('kind: ranking\nof: unit\nwindow: quarter\nby: points("total")', "place")
    packs = pair(tmp_path, rules)
    before = judged(packs, OPEN, *REMINDERS, as_of="2021-06-30")
    after = judged(packs, OPEN, *REMINDERS)
    for name in ("total", "place"):
        closed = [each for each in of(after, name) if each.period and each.period.last < date(2021, 7, 1)]
        assert [(each.rule.pack, each.period, each.value) for each in closed] == [
            (each.rule.pack, each.period, each.value) for each in of(before, name)
        ]
    assert told(after, "total")[2:] == [("new", "2021年第三季度", 98), ("new", "2021年第四季度", 100)]


COUNTS = """
- {id: reminded, label: 催办次数, of: unit, count: reminder, via: unit}
- {id: this_year, label: 年内催办次数, of: unit, count: reminder, via: unit, window: year}
- {id: lately, label: 近12个月催办次数, of: unit, count: reminder, via: unit, window: 12 months}
- {id: latest_one, label: 最近催办, of: unit, last: reminder, via: unit}
- {id: closed_ones, label: 办结件数, of: unit, count: instruction, via: unit, by: closed, window: year}
- {id: late_ones, label: 有回复的催办, of: unit, count: reminder, via: unit, where: known(answered)}
- {id: anywhere, label: 所有催办, of: unit, count: reminder, via: all}
"""


@pytest.mark.parametrize(
    ("value", "old", "new"),
    [
        ("reminded", 2, 2),
        ("this_year", 2, 2),
        ("lately", 2, 2),
        ("days_between(date(2021, 1, 1), latest_one)", 129, 221),
        ("closed_ones", 0, 1),
        ("late_ones", 1, 1),
        ("anywhere", 2, 2),
    ],
)
def test_facts_of_a_unit_are_made_from_what_counts_there(tmp_path: Path, value: str, old: int, new: int) -> None:
    packs = pair(tmp_path, rule(f"kind: points\nof: unit\nvalue: {value}\neffect: deduct"), facts=COUNTS)
    records = [{**each, "answered": "2021-11-01"} if n in (0, 3) else each for n, each in enumerate(REMINDERS)]
    found = told(judged(packs, {**OPEN, "closed": "2021-10-01"}, *records))
    assert found == [("old", "", old), ("new", "", new)]


@pytest.mark.parametrize("condition", ["this_year >= 2", "late_ones >= 1", "lately >= 2"])
def test_a_ladder_of_a_unit_goes_by_what_counts_there(tmp_path: Path, condition: str) -> None:
    steps = f"steps: [{{step: talk, label: 约谈, when: {condition}}}]"
    packs = pair(tmp_path, rule(f"kind: ladder\nof: unit\nwindow: year\n{steps}"), facts=COUNTS)
    records = [{**each, "answered": each["date"]} for each in REMINDERS]
    found = of(judged(packs, OPEN, *records))
    days = {"late_ones >= 1": (10, 2, 1, 7)}.get(condition, (10, 5, 10, 8))
    assert [(each.rule.pack, each.day) for each in found] == [
        ("old", date(2021, days[1], days[0])),
        ("new", date(2021, days[3], days[2])),
    ]


def test_a_fact_that_looks_beyond_the_document_counts_all(tmp_path: Path) -> None:
    facts = "- {id: ever, label: 所有催办, of: unit, count: reminder, via: unit, ungoverned: true}"
    packs = pair(tmp_path, rule("kind: points\nof: unit\nvalue: ever\neffect: deduct"), facts=facts)
    assert told(judged(packs, OPEN, CLOSED, *REMINDERS, reminder("2021-02-11", "closed")))[1] == ("new", "", 5)


def test_a_repetition_found_under_the_old_one_stays_found(tmp_path: Path) -> None:
    """With a record of a matter that passed: what the old one has on record on its day others may meet."""
    packs = pair(tmp_path, rule("kind: overlap\non: reminder\nsame: [unit]"))
    records = [OPEN, CLOSED, reminder("2021-02-10"), reminder("2021-02-10", "closed", id="z")]
    assert told(judged(packs, *records), subject="z", state=True) == [("old", "", "breached")]
    assert told(judged(packs, *records), subject="open2021-02-10", state=True) == [("new", "", "met")]


def test_a_quota_of_a_unit_is_of_what_was_put_forward_under_each(tmp_path: Path) -> None:
    quota = "kind: quota\nof: unit\nmembers: reminder\nvia: unit\ngroups: [{id: all, label: 全部, at_most: 1}]"
    packs = pair(tmp_path, rule(quota))
    found = of(judged(packs, OPEN, *REMINDERS))
    assert [(each.rule.pack, dict(each.detail)["nominated"]) for each in found] == [("old", 2), ("new", 2)]


def test_matters_are_ranked_among_those_of_one_document(tmp_path: Path) -> None:
    facts = "- {id: chased, label: 催办次数, of: matter, count: reminder}\n"
    facts += "- {id: mean_chased, label: 平均, of: matter, mean: peers, take: chased}"
    rules = rule("kind: ranking\nof: matter\nby: chased", "place") + rule(
        "kind: points\nof: matter\nvalue: mean_chased\neffect: deduct", "mean"
    )
    packs = pair(tmp_path, rules, facts=facts)
    result = judged(packs, OPEN, CLOSED, LATER, *REMINDERS, reminder("2021-02-10", "closed"))
    ranked = [(each.rule.pack, each.subject, each.value) for each in result.findings if each.rule.id == "place"]
    assert ranked == [("old", "closed", 1), ("new", "later", 2), ("new", "open", 1)]
    means = [(each.rule.pack, each.subject, each.value) for each in result.findings if each.rule.id == "mean"]
    assert means == [("old", "closed", 1), ("new", "later", 2), ("new", "open", 2)]


# The matter itself


def test_the_matter_as_a_whole_is_judged_by_the_new_one_with_all_its_records(tmp_path: Path) -> None:
    facts = "- {id: reminded, label: 催办次数, of: matter, count: reminder}\n"
    facts += "- {id: nth, label: 第几次, of: reminder, ordinal: earlier, among: [matter]}"
    ladder = rule(
        "kind: ladder\nof: matter\nsteps: [{step: explain, label: 说明, when: reminded >= 4, unquoted: 试}]", "up"
    )
    fourth = rule("kind: requirement\non: reminder\nrequire: nth < 4", "few")
    packs = pair(tmp_path, LIMIT + ladder + fourth, facts=facts)
    result = judged(packs, OPEN, *REMINDERS)
    assert told(result, "reply", "open", state=True) == [("new", "", "overdue")]
    assert [(each.rule.pack, each.day) for each in of(result, "up", "open")] == [("new", date(2021, 8, 10))]
    assert {each.subject: (each.rule.pack, str(each.state)) for each in result.findings if each.rule.id == "few"} == {
        **{f"open{day}": ("new", "met") for day in ("2021-02-10", "2021-05-10", "2021-07-01")},
        "open2021-08-10": ("new", "breached"),
    }
    assert all(each.rule.id != GOVERNANCE for each in result.findings)


MONTHLY = "kind: duty\nof: {of}\neach: month\nneed: report\nvia: {via}"


def months(result: Result, subject: str = "u1") -> dict[str, list[tuple[str, str]]]:
    """By the month the packs to which the duty is owed, and what became of it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for pack, month, state in told(result, subject=subject, state=True):
        found.setdefault(month, []).append((pack, str(state)))
    return found


def test_the_duty_of_a_matter_is_owed_once_for_each_month(tmp_path: Path) -> None:
    packs = pair(tmp_path, rule(MONTHLY.format(of="instruction", via="matter")), since="2021-04-15")
    found = months(judged(packs, OPEN, report("2021-03-10"), report("2021-04-10"), as_of="2021-06-10"), "open")
    assert found == {
        "2021年2月": [("old", "breached")],
        "2021年3月": [("old", "on_time")],
        "2021年4月": [("new", "on_time")],
        "2021年5月": [("new", "breached")],
        "2021年6月": [("new", "on_course")],
    }


def test_the_duty_of_a_matter_that_stays_goes_on(tmp_path: Path) -> None:
    rules = rule(MONTHLY.format(of="instruction", via="matter"))
    packs = pair(tmp_path, rules, since="2021-04-15", open_matters="old")
    assert list(months(judged(packs, OPEN, as_of="2021-06-10"), "open").items()) == [
        (f"2021年{month}月", [("old", "breached" if month < 6 else "on_course")]) for month in (2, 3, 4, 5, 6)
    ]


def test_months_counted_from_the_start_of_a_matter_are_owed_once(tmp_path: Path) -> None:
    rules = rule(MONTHLY.format(of="instruction", via="matter").replace("each: month", "each: month from start"))
    rules = rules.replace("need:", "start: date\n  need:")
    packs = pair(tmp_path, rules, since="2021-04-15")
    found = of(judged(packs, OPEN, as_of="2021-06-10"), subject="open")
    assert [(each.rule.pack, str(each.period.last)) for each in found if each.period] == [
        ("old", "2021-03-01"),
        ("old", "2021-04-01"),
        ("new", "2021-05-01"),
        ("new", "2021-06-01"),
        ("new", "2021-07-01"),
    ]


# The duty of a unit


def test_a_duty_that_was_fulfilled_stays_fulfilled(tmp_path: Path) -> None:
    """By a report of a matter that passed; by one that was made after the change about the month before."""
    packs = pair(tmp_path, rule(MONTHLY.format(of="unit", via="unit") + "\nfor_period: first_known(covers, date)"))
    reports = [report("2021-05-20"), report("2021-07-02", covers="2021-06-30"), report("2021-07-31")]
    found = months(judged(packs, {**OPEN, "date": "2021-05-01"}, *reports, as_of="2021-08-01"))
    assert {month: found[month] for month in ("2021年5月", "2021年6月", "2021年7月", "2021年8月")} == {
        "2021年5月": [("old", "on_time")],
        "2021年6月": [("old", "late")],
        "2021年7月": [("new", "on_time")],
        "2021年8月": [("new", "on_course")],
    }
    assert [len(owed) for owed in found.values()] == [1] * 4


@pytest.mark.parametrize("day", ["2021-07-10", "2021-07-20"])
@pytest.mark.parametrize("of_", ["closed", "open", "later"])
def test_the_month_of_the_change_is_owed_once_and_all_that_was_done_in_it_counts(
    tmp_path: Path, day: str, of_: str
) -> None:
    packs = pair(tmp_path, rule(MONTHLY.format(of="unit", via="unit")), since="2021-07-15")
    records = [OPEN, CLOSED, {**LATER, "date": "2021-07-16"}, report(day, of_)]
    together = months(judged(packs, *records))
    assert together["2021年7月"] == [("new", "on_time")]
    assert together["2021年6月"] == [("old", "breached")]
    assert months(judged(packs[1:], *records))["2021年7月"] == [("new", "on_time")]


def test_until_the_change_its_month_is_owed_to_the_old_one(tmp_path: Path) -> None:
    packs = pair(tmp_path, rule(MONTHLY.format(of="unit", via="unit")), since="2021-07-15")
    assert months(judged(packs, OPEN, as_of="2021-07-14"))["2021年7月"] == [("old", "on_course")]
    assert months(judged(packs, OPEN, as_of="2021-07-15"))["2021年7月"] == [("new", "on_course")]


def test_months_without_any_record_are_owed_to_the_new_one_too(tmp_path: Path) -> None:
    packs = pair(tmp_path, rule(MONTHLY.format(of="unit", via="unit")))
    found = months(judged(packs, CLOSED, matter("m9", day="2021-11-11")))
    assert [(month, owed) for month, owed in found.items() if month in ("2021年6月", "2021年7月", "2021年8月")] == [
        ("2021年6月", [("old", "breached")]),
        ("2021年7月", [("new", "breached")]),
        ("2021年8月", [("new", "breached")]),
    ]


def test_months_counted_from_the_start_of_a_unit_are_owed_once(tmp_path: Path) -> None:
    rules = rule(MONTHLY.format(of="unit", via="unit").replace("each: month", "each: month from start"))
    packs = pair(tmp_path, rules.replace("need:", "start: date(2021, 1, 15)\n  need:"))
    found = of(judged(packs, OPEN, as_of="2021-08-20"))
    assert [(each.rule.pack, str(each.period.last)) for each in found if each.period] == [
        *[("old", f"2021-0{month}-15") for month in (2, 3, 4, 5, 6)],
        *[("new", f"2021-0{month}-15") for month in (7, 8, 9)],
    ]


def test_a_period_from_a_start_that_ends_on_the_eve_is_owed_to_the_old_one(tmp_path: Path) -> None:
    rules = rule(MONTHLY.format(of="unit", via="unit").replace("each: month", "each: month from start"))
    packs = pair(tmp_path, rules.replace("need:", "start: date(2021, 5, 30)\n  need:"))
    found = of(judged(packs, OPEN, as_of="2021-07-20"))
    assert [(each.rule.pack, str(each.period.last)) for each in found if each.period] == [
        ("old", "2021-06-30"),
        ("new", "2021-07-30"),
    ]


# What else is told


def test_what_counts_for_nobody_is_told_once(tmp_path: Path) -> None:
    packs = pair(tmp_path, rule(POINTS.format(window="year")))
    nobody = [{**each, "unit": None} for each in REMINDERS[1:3]]
    found = [each for each in judged(packs, {**OPEN, "unit": None}, *nobody).findings if each.rule.id == "placement"]
    assert [(each.rule.pack, each.subject) for each in found] == [
        ("old", "open2021-05-10"),
        ("new", "open2021-07-01"),
    ]


def test_alone_the_new_one_counts_what_it_counts_beside_the_old(tmp_path: Path) -> None:
    packs = pair(tmp_path, rule(POINTS.format(window="year")))
    records = [OPEN, CLOSED, LATER, *REMINDERS, reminder("2021-08-02", "closed")]
    beside = [each for each in of(judged(packs, *records)) if each.rule.pack == "new"]
    assert of(judged(packs[1:], *records)) == beside


def test_explained_which_document_and_why(tmp_path: Path) -> None:
    packs = pair(tmp_path, LIMIT + rule(POINTS.format(window="year")))
    result = judged(packs, OPEN, *REMINDERS)
    old, new = of(result)
    assert "2021-07-01 起由 new 接替：转去的事项，以前的记录、到期的仍算在本文件，其余算在 new" in why(result, old)
    assert "2021-07-01 起接替 old：转来的事项，以前的记录、到期的算在 old，其余算在本文件" in why(result, new)
    (limit,) = of(result, "reply", "open")
    assert "open 2021-07-01 还没有办结，那天由 old 转来，从头到尾按本文件判" in why(result, limit)
    assert "open was still open on 2021-07-01 and passed from old then: it is judged as a whole by this document" in (
        why(result, limit, "en")
    )


def test_nothing_is_explained_of_the_change_where_nothing_passed(tmp_path: Path) -> None:
    packs = pair(tmp_path, LIMIT + rule(POINTS.format(window="year")))
    records = [CLOSED, LATER, reminder("2021-02-10", "closed"), reminder("2021-08-10", "later")]
    result = judged(packs, *records)
    assert not [line for each in result.findings for line in why(result, each) if "2021-07-01" in line]


def test_explained_to_which_document_the_month_of_the_change_is_owed(tmp_path: Path) -> None:
    packs = pair(tmp_path, rule(MONTHLY.format(of="unit", via="unit")), since="2021-07-15")
    result = judged(packs, OPEN)
    told_ = {str(each.period.names[0]): why(result, each) for each in of(result) if each.period}
    line = "2021-07-15 起由本文件接替：这个时段只由本文件管，以前做的也算"
    assert [month for month, lines in told_.items() if line in lines] == ["2021年7月"]


RED = "- {id: red, label: 红灯, of: matter, value: not known(closed) and set_date <= period_end}\n"
RUNS = (
    RED
    + """\
- {id: run, label: 连续几月, of: matter, run: months, where: red}
- {id: lit, label: 连续几月, of: matter, run: months, where: 'outcome("light") == "red"'}
- {id: since_lit, label: 几月, of: matter, count: months, where: 'outcome("light") == "red"'}
- {id: unit_lit, label: 当月红灯, of: unit, count: matter, where: red, by: set_date, window: month}
"""
)
LIGHT = "kind: outcome\non: matter\nwindow: month\nwhen: red\noutcome: 红灯\ncode: red"
TALK = "kind: outcome\non: matter\nwindow: month\nwhen: {} >= 2\noutcome: 约谈"
STEPS = "kind: ladder\nof: matter\nsteps:\n  - {step: talk, label: 约谈, when: lit >= 2}"
OF_UNIT = "kind: points\nwindow: month\nwhen: unit_lit > 0\nvalue: unit_lit\neffect: deduct"


def test_months_in_a_row_go_on_across_the_change(tmp_path: Path) -> None:
    """Two documents that say the same find together what one of them alone would."""
    names = ("run", "lit", "since_lit")
    rules = rule(LIGHT, "light") + "".join(rule(TALK.format(name), name.replace("_", "-")) for name in names)
    rules += rule(STEPS, "steps") + rule(OF_UNIT, "of-unit")
    packs = pair(tmp_path, rules, facts=RUNS)
    for closed in (None, "2021-08-20"):
        for due in ("2021-04-10", "2021-06-15", "2021-07-15", "2021-06-30", "2021-07-31"):
            record = matter("open", day="2021-02-01", set_date=due, closed=closed)
            both, alone = judged(packs, record), judged(packs[:1], record)
            assert brief(both) == brief(alone)


def brief(result: Result) -> set[tuple[object, ...]]:
    found = [each for each in result.findings if each.rule.id not in (GOVERNANCE, "light")]
    return {(each.rule.id, each.subject, each.period, each.state, each.day, each.value) for each in found}


NTH = "- {id: nth, label: 第几次, of: reminder, ordinal: earlier, among: [AMONG], window: year}\n"


@pytest.mark.parametrize(("among", "expected"), [("unit", [1, 2, 1, 2]), ("matter", [1, 2, 3, 1])])
def test_which_time_it_is_goes_by_whom_it_is_counted_for(tmp_path: Path, among: str, expected: list[int]) -> None:
    """Of a unit each document counts from the change on; of the matter itself the new one counts from its beginning."""
    prices = rule("kind: points\nof: reminder\nvalue: nth\neffect: deduct", "price")
    packs = pair(tmp_path, prices, facts=NTH.replace("AMONG", among))
    slips = [*(reminder(day) for day in ("2021-03-01", "2021-04-01", "2021-08-08")), reminder("2021-08-09", "later")]
    found = judged(packs, OPEN, LATER, *slips).findings
    times = {each.subject: each.value for each in found if each.rule.id == "price"}
    assert [times[str(each["id"])] for each in slips] == expected
