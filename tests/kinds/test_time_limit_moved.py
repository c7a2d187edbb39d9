"""Time limits whose due day moves: a clock that stops, extensions, both together. Days counted by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from one_rule import compiled_of, explained, judged, phrases, tried

from supervision_rules.expressions import Interval
from supervision_rules.findings import Finding, State

END = date(2021, 12, 31)
HEAD = """
    - kind: time_limit
      id: reply
      label: 批示回复
      cite: {clause: 三, words: [10个工作日内, 30日内, 延长5个工作日, 累计不超过8个工作日, 两次, 总共20个工作日]}
      on: instruction
      start: received
      done: replied
      cases:
        - {when: joint, within: 30 days}
        - {within: 10 workdays}
"""
STOPS = (
    HEAD
    + """
      stops: {count: pause, where: 'reason != "other"', until: resumed}
"""
)
BY = (
    HEAD
    + """
      extended: {count: extension, where: granted, by: 5 workdays, at_most: 2}
"""
)
UP_TO = (
    HEAD
    + """
      extended: {count: extension, where: granted, by: 5 workdays, up_to: 8 workdays}
"""
)
TO = (
    HEAD
    + """
      extended: {count: extension, where: granted, to: new_date}
"""
)
TOTAL = (
    HEAD
    + """
      extended: {count: extension, where: granted, within: 20 workdays}
"""
)
BOTH = (
    STOPS
    + """
      extended: {count: extension, where: granted, by: 5 workdays}
"""
)
Rows = list[tuple[str, dict[str, object]]]


def day(text: str) -> date:
    return date.fromisoformat(f"2021-{text}")


def matter(received: date, **facts: object) -> tuple[str, dict[str, object]]:
    plain = {"id": "m1", "kind": "instruction", "date": received, "received": received, "joint": False}
    return "matter", {**plain, **facts}


def pause(since: str, until: str | None, **facts: object) -> tuple[str, dict[str, object]]:
    resumed = None if until is None else day(until)
    record = {"id": f"p{since}{until}", "matter": "m1", "date": day(since), "resumed": resumed, "reason": "appraisal"}
    return "pause", {**record, **facts}


def extension(asked: str, **facts: object) -> tuple[str, dict[str, object]]:
    return "extension", {"id": f"e{asked}", "matter": "m1", "date": day(asked), "granted": True, **facts}


def one(rule: str, rows: Rows, as_of: date = END) -> Finding:
    (finding,) = judged(compiled_of(rule), rows, as_of)
    return finding


def told(finding: Finding, name: str) -> object:
    return dict(finding.detail).get(name)


# From Friday 2021-02-05: Saturday 02-07 is worked (02-07 is a Sunday, worked), holidays 02-11 to 02-17, Saturday 02-20
# worked. 02-07 (1), 08 (2), 09 (3), 10 (4), 18 (5), 19 (6), 20 (7), 22 (8), 23 (9), 24 (10), 25, 26, 03-01, 02, 03.
FESTIVAL = matter(day("02-05"))


@pytest.mark.parametrize(
    ("since", "until", "due"),
    [
        ("02-10", "02-17", "02-24"),  # holidays alone
        ("02-10", "02-18", "02-25"),
        ("02-19", "02-20", "02-25"),  # a Saturday that is worked
        ("02-19", "02-22", "02-26"),
        ("02-06", "02-07", "02-25"),  # a Sunday that is worked
        ("02-05", "02-06", "02-24"),  # the day of receipt is not counted anyhow, nor is the Saturday
        ("02-01", "02-05", "02-24"),
        ("02-01", "02-08", "02-26"),
        ("02-23", "02-24", "02-25"),
        ("02-24", "03-24", "02-24"),  # it stopped on the last day, which still counts
        ("02-25", "03-24", "02-24"),
    ],
)
def test_working_days_that_a_stop_leaves_out(since: str, until: str, due: str) -> None:
    assert one(STOPS, [FESTIVAL, pause(since, until)]).day == day(due)


@pytest.mark.parametrize(("days", "due"), [(1, "08-01"), (9, "08-09"), (31, "08-31")])
def test_days_of_the_calendar_that_a_stop_leaves_out(days: int, due: str) -> None:
    until = (day("07-10") + timedelta(days=days)).isoformat()[5:]
    finding = one(STOPS, [matter(day("07-01"), joint=True), pause("07-10", until)])
    assert finding.day == day(due)


@pytest.mark.parametrize(
    ("replied", "state", "late", "workdays"),
    [("02-25", State.ON_TIME, 0, None), ("02-26", State.ON_TIME, 0, None), ("03-01", State.LATE, 3, 1)],
)
def test_late_by_the_day_that_moved(replied: str, state: State, late: int, workdays: int | None) -> None:
    rows = [matter(day("02-05"), replied=day(replied)), pause("02-19", "02-22")]
    finding = one(STOPS, rows)
    assert (finding.state, finding.value, told(finding, "workdays_late")) == (state, late, workdays)


def test_a_stop_that_has_not_ended_leaves_the_due_day_open() -> None:
    rows = [FESTIVAL, pause("02-08", None)]
    finding = one(STOPS, rows)
    assert (finding.state, finding.day, finding.detail) == (State.ON_COURSE, None, (("stopped", day("02-08")),))
    done = one(STOPS, [matter(day("02-05"), replied=day("06-01")), pause("02-08", None)])
    assert (done.state, done.day) == (State.ON_TIME, None)
    before = one(STOPS, [matter(day("02-05"), replied=day("02-08")), pause("02-08", None)])
    assert (before.state, before.day) == (State.ON_TIME, day("02-24"))


def test_what_the_day_asked_knows_of_a_stop() -> None:
    rows = [FESTIVAL, pause("02-08", "02-22")]
    assert one(STOPS, rows, day("02-07")).day == day("02-24")
    assert one(STOPS, rows, day("02-08")).day is None
    assert one(STOPS, rows, day("02-21")).day is None
    assert {one(STOPS, rows, as_of).day for as_of in (day("02-22"), day("03-03"), END)} == {day("03-04")}


@pytest.mark.parametrize(
    ("facts", "missing"),
    [({"reason": None}, "reason"), ({"date": day("02-24"), "resumed": day("03-01"), "reason": None}, None)],
)
def test_a_stop_in_doubt(facts: dict[str, object], missing: str | None) -> None:
    """One that would change nothing decides nothing; what is late by either due day is late."""
    rows = [FESTIVAL, pause("02-08", "02-18", id="p1", **facts)]
    finding = one(STOPS, rows)
    if missing is None:
        assert (finding.state, finding.day) == (State.OVERDUE, day("02-24"))
    else:
        lacking = (f"pause p1: {missing}",)
        assert (finding.state, finding.day, finding.missing) == (State.OVERDUE, None, lacking)
        assert finding.value == Interval((END - day("03-01")).days, (END - day("02-24")).days)
        between = one(STOPS, rows, day("02-25"))
        assert (between.state, between.missing) == (State.UNDETERMINED, lacking)
    on_time = one(STOPS, [matter(day("02-05"), replied=day("02-24")), *rows[1:]])
    assert on_time.state is State.ON_TIME


# From Monday 2021-07-05: 19 July is the 10th working day, 26 July five more, 2 August five more.
BEGUN = matter(day("07-05"))


@pytest.mark.parametrize(
    ("rule", "asked", "due_days"),
    [
        (BY, ["07-18"], ["07-19", "07-26"]),
        (BY, ["07-19"], ["07-19", "07-26"]),
        (BY, ["07-20"], None),
        (BY, ["07-19", "07-26"], ["07-19", "07-26", "08-02"]),
        (BY, ["07-19", "07-27"], ["07-19", "07-26"]),
        (BY, ["07-06", "07-07", "07-08"], ["07-19", "07-26", "08-02"]),
        (UP_TO, ["07-06"], ["07-19", "07-26"]),
        (UP_TO, ["07-06", "07-07"], ["07-19", "07-26", "07-29"]),
        (UP_TO, ["07-06", "07-07", "07-08"], ["07-19", "07-26", "07-29", "07-29"]),
        (TOTAL, ["07-19"], ["07-19", "08-02"]),
        (TOTAL, ["07-19", "08-02"], ["07-19", "08-02", "08-02"]),
    ],
)
def test_the_due_days_one_after_the_other(rule: str, asked: list[str], due_days: list[str] | None) -> None:
    rows = [BEGUN, *(extension(each) for each in asked)]
    finding = one(rule, rows)
    history = due_days or ["07-19"]
    assert finding.day == day(history[-1])
    assert told(finding, "due_days") == (tuple(map(day, due_days)) if due_days else None)
    assert one(rule, [*rows[:0:-1], rows[0]]) == finding


def test_a_new_day_that_is_earlier_changes_nothing() -> None:
    assert one(TO, [BEGUN, extension("07-06", new_date=day("07-10"))]).day == day("07-19")


@pytest.mark.parametrize(
    ("facts", "missing", "overdue"),
    [
        # due on 19 July or on 10 August; on any day from then on; on 19 July
        ({"granted": None}, "granted", True),
        ({"new_date": None}, "new_date", False),
        ({"granted": False}, None, True),
    ],
)
def test_an_extension_in_doubt(facts: dict[str, object], missing: str | None, overdue: bool) -> None:
    request = extension("07-19", id="e1", **{"new_date": day("08-10"), **facts})
    finding = one(TO, [BEGUN, request])
    lacking = () if missing is None else (f"extension e1: {missing}",)
    assert (finding.state, finding.missing) == (State.OVERDUE if overdue else State.UNDETERMINED, lacking)
    assert one(TO, [matter(day("07-05"), replied=day("07-19")), request]).state is State.ON_TIME
    if missing == "granted":
        assert (finding.day, finding.value) == (None, Interval((END - day("08-10")).days, (END - day("07-19")).days))
        assert one(TO, [BEGUN, request], day("08-10")).state is State.UNDETERMINED


def test_one_in_doubt_that_gives_no_later_day_is_none() -> None:
    request = extension("07-19", id="e1", granted=None, new_date=day("07-15"))
    finding = one(TO, [BEGUN, request])
    assert (finding.state, finding.day, finding.missing) == (State.OVERDUE, day("07-19"), ())


def test_one_in_doubt_takes_the_place_of_another() -> None:
    """Two count at most: with the first in doubt, the third may."""
    dates = [("07-12", None), ("07-13", True), ("07-14", True)]
    rows = [BEGUN, *(extension(asked, granted=granted) for asked, granted in dates)]
    finding = one(BY, rows)
    assert (finding.state, finding.day, finding.missing) == (State.OVERDUE, day("08-02"), ())


def test_one_asked_for_when_all_is_done_extends_nothing() -> None:
    rows = [matter(day("07-05"), replied=day("07-15")), extension("07-16")]
    assert (one(BY, rows).day, one(BY, rows).detail) == (day("07-19"), ())


def test_a_stop_makes_room_for_an_extension_and_stops_what_it_adds() -> None:
    """Three working days moved by the first stop; the second falls into the added days."""
    rows = [BEGUN, pause("07-07", "07-12"), extension("07-22"), pause("07-26", "07-27")]
    finding = one(BOTH, rows)
    assert told(finding, "due_days") == (day("07-22"), day("07-30"))
    assert one(BOTH, rows[:1] + rows[2:]).day == day("07-19")


def test_what_is_said_of_stops_and_extensions() -> None:
    rows = [BEGUN, pause("07-07", "07-12"), extension("07-22"), extension("07-31", id="late")]
    ((finding, explanation),) = explained(compiled_of(BOTH), rows, END)
    said = phrases(explanation)
    assert finding.day == day("07-29")
    for phrase in ("limit-first", "stop", "extension-granted", "extension-late", "done", "late-workdays"):
        assert said.count(phrase) == 1
    assert said.count("days") == 4  # before the stop and after it, of the extension, and those late
    ((_, stopped),) = explained(compiled_of(STOPS), [BEGUN, pause("07-07", None)], END)
    assert {"limit-open", "stop-open"} <= set(phrases(stopped))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("stops: {count: pause, until: resume}", "SR218"),
        ("stops: {count: pauses, until: resumed}", "SR301"),
        ("stops: {count: veto, until: date}", "SR302"),
        ("extended: {count: extension, where: granted}", "SR159"),
        ("extended: {count: extension, to: new_date, by: 5 workdays}", "SR154"),
        ("extended: {count: extension, by: 6 workdays}", "SR310"),
        ("extended: {count: extension, by: 5 workdays, at_most: 3}", "SR310"),
    ],
)
def test_what_check_says(written: str, code: str) -> None:
    compiled, messages = tried(f"{HEAD.rstrip()}\n      {written}\n")
    assert compiled is None
    assert [message[:5] for message in messages] == [code]


STATED = """
    - kind: time_limit
      id: reply
      label: 批示回复
      cite: {clause: 三, words: [按交办时限回复, 10个工作日内, 延长5个工作日]}
      on: instruction
      start: received
      done: replied
      cases:
        - {when: known(set_date), due: set_date}
        - {within: 10 workdays}
      stops: {count: pause, until: resumed}
"""
IDLE = STATED.replace("        - {within: 10 workdays}\n", "").replace("when: known(set_date), ", "")


def test_stops_that_stop_nothing_are_told() -> None:
    told = ["SR341 pack.yaml:16:12 停止计时不起作用：各种情形的到期日都是写明的，没有要数的日子"]
    assert tried(IDLE)[1] == told
    assert tried(IDLE.replace("due: set_date", "within: same day"))[1] == told
    assert tried(IDLE + "      extended: {count: extension, to: new_date}\n")[1] == told
    assert tried(IDLE + "      extended: {count: extension, by: 5 workdays}\n")[1] == []
    assert tried(STATED)[1] == []


@pytest.mark.parametrize(("set_date", "phrase", "due"), [(day("07-15"), "stop-idle", "07-15"), (None, "stop", "07-20")])
def test_a_stop_is_not_said_to_move_a_stated_due_day(set_date: date | None, phrase: str, due: str) -> None:
    rows = [matter(day("07-05"), set_date=set_date), pause("07-07", "07-08")]
    ((finding, why),) = explained(compiled_of(STATED), rows, END)
    assert finding.day == day(due)
    assert [each for each in phrases(why) if each.startswith("stop")] == [phrase]


EARLY = (
    HEAD.replace("两次", "两次, 届满3个工作日前申请")
    + """
      extended: {count: extension, by: 5 workdays, before: 3 workdays}
"""
)
EACH = (
    HEAD.replace("两次", "两次, 每次不超过7日")
    + """
      extended: {count: extension, to: new_date, each_up_to: 7 days}
"""
)


@pytest.mark.parametrize(
    ("asked", "due", "phrase"),
    # Due on 19 July, a Monday: three working days before is Wednesday the 14th.
    [
        ("07-14", "07-26", "granted"),
        ("07-15", "07-19", "short"),
        ("07-19", "07-19", "short"),
        ("07-20", "07-19", "late"),
    ],
)
def test_an_extension_that_must_be_asked_for_in_time(asked: str, due: str, phrase: str) -> None:
    ((finding, why),) = explained(compiled_of(EARLY), [matter(day("07-05")), extension(asked)], END)
    assert finding.day == day(due)
    assert [each for each in phrases(why) if each.startswith("extension")] == [f"extension-{phrase}"]


def test_the_second_extension_is_asked_for_before_the_due_day_of_the_first() -> None:
    rows = [matter(day("07-05")), extension("07-14"), extension("07-21"), extension("07-30")]
    (finding,) = judged(compiled_of(EARLY), rows, END)
    assert dict(finding.detail)["due_days"] == (day("07-19"), day("07-26"), day("08-02"))


def test_each_extension_is_capped_by_itself() -> None:
    rows = [
        matter(day("07-05")),
        extension("07-14", new_date=day("07-24")),
        extension("07-20", new_date=day("08-20")),
    ]
    ((finding, why),) = explained(compiled_of(EACH), rows, END)
    assert dict(finding.detail)["due_days"] == (day("07-19"), day("07-24"), day("07-31"))
    assert [each for each in phrases(why) if each.startswith("ext")] == ["extension-granted", "extension-capped"]


def test_the_first_and_the_second_extension_approved_by_different_people() -> None:
    facts = "- {id: times_before, label: 此前几次, of: extension, count: earlier, among: [matter]}"
    where = 'approver_role == ("vice_mayor" if times_before == 0 else "mayor")'
    rule = BY.replace("where: granted", f"where: '{where}'")
    for second, due in (("mayor", "08-02"), ("vice_mayor", "07-26")):
        rows = [
            matter(day("07-05")),
            extension("07-14", approver_role="vice_mayor"),
            extension("07-21", approver_role=second),
        ]
        (finding,) = judged(compiled_of(rule, facts), rows, END)
        assert finding.day == day(due)
