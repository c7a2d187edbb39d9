"""Limits in hours whose clock stops: for stretches of days, or of moments, the due moment is put off."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from clock_pack import CALENDAR, OFFICE, PAUSES, STOPS, loaded, text_of_pack
from hypothesis import given
from hypothesis import strategies as st

from supervision_rules import Policy, Result, evaluate, load_pack, text_of
from supervision_rules.calendar import Moment
from supervision_rules.constructs.hours import Hours, Stretch
from supervision_rules.findings import Finding
from supervision_rules.language.office_hours import OfficeHours

OFFICES = (
    OfficeHours(),
    OfficeHours.always(OFFICE),
    OfficeHours((((7, 6), ((9 * 3600, 12 * 3600), (15 * 3600, 18 * 3600))), ((7, 9), OFFICE))),
)
PACK = text_of_pack(
    "2小时、4个办公小时、3日内，17时前",
    "when: joint, within: 4 office hours",
    'when: ordinary, due: "at(received_at, 17)"',
    "when: needs_policy, within: 3 days",
    "within: 2 hours",
    types=PAUSES,
    more=STOPS,
)


def when(text: str | None) -> datetime | date | None:
    if text is None:
        return None
    return datetime.fromisoformat(f"2021-{text}") if " " in text else date.fromisoformat(f"2021-{text}")


PLAIN = {"id": "m1", "kind": "instruction", "date": date(2021, 7, 5), "received_at": when("07-05 10:00")}
NOT = {"joint": False, "ordinary": False, "needs_policy": False}


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory) -> Policy:
    return loaded(tmp_path_factory.mktemp("stopped"), PACK)


def result(policy: Policy, *stops: tuple[str, str | None], as_of: date = date(2021, 12, 31), **facts: object) -> Result:
    pauses = [
        policy.models["pause"](
            id=f"p{number}", date=date(2021, 7, 5), matter="m1", begun_at=when(since), resumed_at=when(until)
        )
        for number, (since, until) in enumerate(stops)
    ]
    return evaluate(policy, [policy.models["matter"](**{**PLAIN, **NOT, **facts}), *pauses], as_of=as_of)


def one(policy: Policy, *stops: tuple[str, str | None], **facts: object) -> Finding:
    (finding,) = result(policy, *stops, **facts).findings  # type: ignore[arg-type]
    return finding


@pytest.mark.parametrize(
    ("case", "stops", "due"),
    [
        ("", [], "2021-07-05 12:00"),
        ("", [("07-05 11:00", "07-05 11:30")], "2021-07-05 12:30"),
        # overlapping stops count once; their order does not matter
        ("", [("07-05 11:20", "07-05 11:40"), ("07-05 11:00", "07-05 11:30")], "2021-07-05 12:40"),
        # from the due moment on nothing is put off
        ("", [("07-05 12:00", "07-05 15:00")], "2021-07-05 12:00"),
        ("", [("07-05 11:59", "07-05 15:00")], "2021-07-05 15:01"),
        # before the start, and back to front
        ("", [("07-05 08:00", "07-05 10:30")], "2021-07-05 12:30"),
        ("", [("07-05 11:30", "07-05 11:00")], "2021-07-05 12:00"),
        ("joint", [], "2021-07-05 16:30"),
        # over lunch no office hour is lost
        ("joint", [("07-05 12:00", "07-05 14:00")], "2021-07-05 16:30"),
        ("joint", [("07-05 11:00", "07-05 15:00")], "2021-07-06 09:30"),
        ("joint", [("07-05 11:00", "07-09 11:00")], "2021-07-09 16:30"),
        ("ordinary", [("07-05 11:00", "07-05 15:00")], "2021-07-05 17:00"),
    ],
)
def test_the_due_moment(policy: Policy, case: str, stops: list[tuple[str, str]], due: str) -> None:
    facts = {case: True} if case else {}
    for order in (stops, stops[::-1]):
        assert str(dict(one(policy, *order, **facts).detail)["due_at"]) == due


def test_a_day_without_an_hour_belongs_to_what_was_before(tmp_path: Path) -> None:
    """The day of the stop still counts, that of the resumption does not yet: as for limits in days."""
    paused = {"id": "p1", "date": date(2021, 7, 5), "matter": "m1", "resumed": date(2021, 7, 6)}
    late = {"received_at": when("07-05 23:00")}
    path = tmp_path / "trial.yaml"
    path.write_text(PACK.replace("since: begun_at, until: resumed_at", "until: resumed"), encoding="utf-8")
    policy = load_pack(path)
    records = [policy.models["matter"](**{**PLAIN, **NOT, **late}), policy.models["pause"](**paused)]
    (finding,) = evaluate(policy, records, as_of=date(2021, 12, 31)).findings
    assert str(dict(finding.detail)["due_at"]) == "2021-07-07 01:00"


def test_what_is_done_when_a_day_ends_is_done_before_a_stop_that_begins_then(tmp_path: Path) -> None:
    """A stop of a plain day begins when that ends, which is 00:00 of the next: what is done then is not stopped."""
    paused = {"id": "p1", "date": date(2021, 7, 5), "matter": "m1"}
    path = tmp_path / "trial.yaml"
    path.write_text(PACK.replace("since: begun_at, until: resumed_at", "until: resumed"), encoding="utf-8")
    policy = load_pack(path)
    received = {"received_at": when("07-05 23:00")}
    due = {}
    for replied in ("07-06 00:00", "07-06 00:01"):
        facts = {**PLAIN, **NOT, **received, "replied_at": when(replied)}
        records = [policy.models["matter"](**facts), policy.models["pause"](**paused)]
        (finding,) = evaluate(policy, records, as_of=date(2021, 12, 31)).findings
        due[replied] = (str(finding.state), finding.day, str(dict(finding.detail).get("due_at")))
    assert due == {
        "07-06 00:00": ("on_time", date(2021, 7, 6), "2021-07-06 01:00"),
        "07-06 00:01": ("on_time", None, "None"),
    }


def test_a_limit_in_days_of_the_same_rule_counts_days(policy: Policy) -> None:
    finding = one(policy, ("07-06 11:00", "07-07 09:00"), needs_policy=True)
    assert (finding.day, dict(finding.detail).get("due_at")) == (date(2021, 7, 9), None)


def test_until_the_clock_goes_on_nothing_is_due(policy: Policy) -> None:
    stop = ("07-05 11:00", None)
    finding = one(policy, stop)
    assert (str(finding.state), finding.day) == ("on_course", None)
    assert str(dict(finding.detail)["stopped"]) == "2021-07-05 11:00"
    assert str(one(policy, stop, replied_at=when("07-20 09:00")).state) == "on_time"
    # what begins only then stops nothing
    assert str(one(policy, stop, replied_at=when("07-05 11:00")).state) == "on_time"
    assert str(one(policy, ("07-05 13:00", None), replied_at=when("07-05 12:30")).state) == "late"
    told = result(policy, stop)
    text = text_of(told, told.explain(told.findings[0]))
    assert "停止计时，到期日未定" in text and "2021-07-05 11:00 之后不计，还没有恢复" in text


def test_a_stop_without_its_time_of_day_is_in_doubt_where_that_decides(policy: Policy) -> None:
    stop = ("07-05", "07-05 11:30")
    finding = one(policy, stop, replied_at=when("07-05 12:30"))
    assert (str(finding.state), finding.missing) == ("undetermined", ("pause p0: begun_at",))
    assert str(one(policy, stop, replied_at=when("07-05 12:00")).state) == "on_time"
    assert str(one(policy, ("07-06", "07-06 11:30"), replied_at=when("07-06 12:00")).state) == "late"


def at_the_end(
    policy: Policy, replied: str | None, *stops: tuple[str, str | None], as_of: str = "2031-12-31"
) -> Finding:
    """What is received on the last days of the calendar, which ends with 2031, and is due after four office hours."""
    moments = {"received_at": datetime.fromisoformat("2031-12-30 09:30")}
    if replied is not None:
        moments["replied_at"] = datetime.fromisoformat(replied)
    facts = {"id": "m1", "kind": "instruction", "date": date(2031, 12, 30), "joint": True, **moments}
    matter = policy.models["matter"](**facts)
    pauses = []
    for number, ends in enumerate(stops):
        since, until = (None if end is None else datetime.fromisoformat(end) for end in ends)
        about = {"id": f"p{number}", "date": date(2031, 12, 30), "matter": "m1"}
        pauses.append(policy.models["pause"](**about, begun_at=since, resumed_at=until))
    (finding,) = evaluate(policy, [matter, *pauses], as_of=date.fromisoformat(as_of)).findings
    return finding


@pytest.mark.parametrize(
    ("replied", "as_of", "state", "late"),
    [
        ("2031-12-31 11:00", "2031-12-31", "late", {"office_hours_late": Decimal("3.5")}),
        (None, "2031-12-31", "overdue", {"office_hours_late": Decimal("7.5")}),
        ("2032-01-05 14:30", "2032-02-01", "late", {"out_of_calendar": date(2032, 1, 5)}),
        (None, "2032-02-01", "overdue", {"out_of_calendar": date(2032, 2, 1)}),
    ],
)
def test_where_the_calendar_ends_only_the_office_hours_late_beyond_it_are_wanting(
    policy: Policy, replied: str | None, as_of: str, state: str, late: dict[str, object]
) -> None:
    finding = at_the_end(policy, replied, as_of=as_of)
    detail = dict(finding.detail)
    told = (str(finding.state), finding.day, str(detail.pop("due_at")))
    assert told == (state, date(2031, 12, 30), "2031-12-30 16:00")
    assert "hours_late" in detail
    assert {name: value for name, value in detail.items() if name != "hours_late"} == late


def test_a_clock_that_stops_when_the_calendar_ends_needs_no_day_beyond_it(policy: Policy) -> None:
    first, last = ("2031-12-30 10:30", "2031-12-31 08:00"), ("2031-12-31 10:00", None)
    open_ = at_the_end(policy, None, first, last)
    assert (str(open_.state), str(dict(open_.detail)["stopped"])) == ("on_course", "2031-12-31 10:00")
    almost = ("2031-12-30 10:30", "2031-12-31 16:00")
    for stops in ([almost], [almost, ("2032-01-05 09:00", None)]):
        beyond = at_the_end(policy, None, *stops, as_of="2032-02-01")
        assert (str(beyond.state), dict(beyond.detail)) == ("undetermined", {"out_of_calendar": date(2031, 12, 31)})


HALVES = st.integers(0, 150).map(lambda number: Moment.of(date(2021, 4, 30), 0).later(1800 * number))
SPANS = st.tuples(HALVES, st.one_of(HALVES, st.none()))


def by_finger(hours: Hours, start: Moment, stops: list[Stretch]) -> Moment | None:
    """Half an hour after the other: one in which the clock stands still, or nobody is in office, is passed over."""
    left, at = hours.seconds // 1800, start
    for _ in range(48 * 40):
        stopped = any(since.until(at) >= 0 and (until is None or at.until(until) > 0) for since, until in stops)
        inside = any(since <= (at.second or 0) < until for since, until in hours.office.on(at.whole))
        left -= not stopped and (not hours.office or (inside and CALENDAR.is_workday(at.whole)))
        at = at.later(1800)
        if not left:
            return at
    return None


@given(
    st.integers(1, 30),
    st.sampled_from(OFFICES),
    HALVES,
    st.lists(SPANS, max_size=4),
)
def test_counts_like_a_finger(number: int, office: OfficeHours, start: Moment, stops: list[Stretch]) -> None:
    hours = Hours(number * 3600, office)
    found, expected = hours.due(start, CALENDAR, stops), by_finger(hours, start, stops)
    assert (found is None) == (expected is None)
    assert found is None or expected is None or found.until(expected) == 0
