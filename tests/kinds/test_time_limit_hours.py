"""Time limits with an hour: hours of the clock, office hours, an hour of a day; and times of day that are unknown."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, date, datetime, timedelta

import pytest
from clock_pack import CALENDAR, OFFICE, loaded, text_of_pack
from hypothesis import given
from hypothesis import strategies as st

from supervision_rules import Policy, evaluate
from supervision_rules.calendar import DAY_SECONDS, Moment, earlier
from supervision_rules.constructs.hours import Hours
from supervision_rules.diagnostics import Collector
from supervision_rules.findings import Finding, State
from supervision_rules.language.office_hours import OfficeHours
from supervision_rules.records import settle
from supervision_rules.reports.json import to_bytes

PACK = text_of_pack(
    "2小时、4个办公小时、17时前",
    "when: joint, within: 4 office hours",
    "when: ordinary, due: hour",
    "within: 2 hours",
    facts="- {id: hour, label: 到期时刻, of: matter, value: 'at(received_at, 17)', unquoted: 试验}",
)


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory) -> Policy:
    return loaded(tmp_path_factory.mktemp("hours"), PACK)


def when(text: str) -> datetime:
    return datetime.fromisoformat(f"2021-{text}")


def one(policy: Policy, as_of: date = date(2021, 12, 31), **facts: object) -> Finding:
    plain = {"id": "m1", "kind": "instruction", "date": date(2021, 7, 5), "joint": False, "ordinary": False}
    record = policy.models["matter"](**{**plain, **facts})
    (finding,) = evaluate(policy, [record], as_of=as_of).findings
    return finding


def due_at(finding: Finding) -> str:
    return str(dict(finding.detail)["due_at"])


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("02-10 16:30", "2021-02-18 12:00"),  # the Spring Festival, 11 to 17 February, lies between
        ("02-10 16:31", "2021-02-18 14:31"),
        ("02-10 17:30", "2021-02-18 15:30"),
        ("02-13 10:00", "2021-02-18 15:30"),
        ("02-19 17:00", "2021-02-20 15:00"),  # a Saturday that is worked
        ("07-05 08:00", "2021-07-05 15:30"),
        ("07-05 09:00", "2021-07-05 15:30"),
        ("07-05 13:00", "2021-07-06 10:00"),
        ("07-05 11:30", "2021-07-06 09:30"),
    ],
)
def test_office_hours(policy: Policy, received: str, due: str) -> None:
    assert due_at(one(policy, received_at=when(received), joint=True)) == due


@pytest.mark.parametrize(
    ("replied", "state", "late"),
    [
        ("07-05 11:59:59", State.ON_TIME, None),
        ("07-05 12:00", State.ON_TIME, None),
        ("07-05 12:00:01", State.LATE, "1/3600"),
        ("07-05 13:30", State.LATE, "3/2"),
        ("07-06 12:00", State.LATE, "24"),
    ],
)
def test_to_the_second(policy: Policy, replied: str, state: State, late: str | None) -> None:
    finding = one(policy, received_at=when("07-05 10:00"), replied_at=when(replied))
    assert (finding.state, finding.day) == (state, date(2021, 7, 5))
    assert type(finding.day) is date
    found = dict(finding.detail).get("hours_late")
    numerator, _, denominator = (late or "").partition("/")
    assert found == (None if late is None else pytest.approx(int(numerator) / int(denominator or 1)))


@pytest.mark.parametrize(
    ("as_of", "state", "days"),
    [
        (date(2021, 7, 1), None, None),
        (date(2021, 7, 5), State.OVERDUE, 0),
        (date(2021, 7, 6), State.OVERDUE, 1),
    ],
)
def test_what_is_open_is_judged_at_the_close_of_the_day(
    policy: Policy, as_of: date, state: State | None, days: int | None
) -> None:
    if state is None:
        finding = one(policy, as_of, date=as_of, received_at=when("07-01 23:00"))
        assert (finding.state, finding.day) == (State.DUE_SOON, date(2021, 7, 2))
    else:
        finding = one(policy, as_of, received_at=when("07-05 10:00"))
        assert (finding.state, finding.value) == (state, days)


@pytest.mark.parametrize(
    ("facts", "state", "missing"),
    [
        ({"received_at": date(2021, 7, 5)}, State.UNDETERMINED, ("matter m1: received_at",)),
        ({"received_at": None}, State.UNDETERMINED, ("matter m1: received_at",)),
        ({"replied_at": date(2021, 7, 5)}, State.UNDETERMINED, ("matter m1: replied_at",)),
        ({"replied_at": date(2021, 7, 6)}, State.LATE, ()),
        ({"ordinary": True, "received_at": date(2021, 7, 5)}, State.ON_TIME, ()),
        ({"ordinary": True, "replied_at": date(2021, 7, 5)}, State.UNDETERMINED, ("matter m1: replied_at",)),
    ],
)
def test_a_time_of_day_that_is_wanting(
    policy: Policy, facts: dict[str, object], state: State, missing: tuple[str, ...]
) -> None:
    known = {"received_at": when("07-05 10:00"), "replied_at": when("07-05 11:00")}
    finding = one(policy, **{**known, **facts})
    assert (finding.state, finding.missing) == (state, missing)


def test_why(policy: Policy) -> None:
    plain = {"id": "m1", "kind": "instruction", "date": date(2021, 7, 5), "joint": True, "ordinary": False}
    record = policy.models["matter"](**plain, received_at=when("07-05 11:30"), replied_at=when("07-06 09:31"))
    result = evaluate(policy, [record], as_of=date(2021, 12, 31))
    explanation = result.explain(result.findings[0])
    said = [part.phrase for part in explanation.parts]
    assert said == ["cites", "case-matched", "start-hour", "limit-hour", "done", "late-office-hours"]
    assert str(explanation.parts[3].words["due"]) == "2021-07-06 09:30"


def test_moments_that_differ_only_in_the_hour_are_not_the_same_record(policy: Policy) -> None:
    make = policy.models["matter"]
    facts = {"id": "m1", "kind": "instruction", "date": date(2021, 7, 5)}
    one_, other = (make(**facts, received_at=when(f"07-05 {hour}:00")) for hour in (10, 11))
    told = Collector()
    batches = [settle([record], policy.compiled.vocabulary, Collector()) for record in (one_, other)]
    settle([one_, other], policy.compiled.vocabulary, told)
    assert [found.code for found in told] == ["SR535"]
    assert batches[0].digest != batches[1].digest
    assert '"received_at":"2021-07-05T10:00"' in one_.model_dump_json()


def test_a_moment_of_another_zone_is_read_in_shanghai(policy: Policy) -> None:
    moment = policy.models["matter"](
        id="m1", kind="instruction", received_at=datetime(2021, 7, 5, 16, 30, tzinfo=UTC)
    ).received_at
    assert str(moment) == "2021-07-06 00:30"


def test_a_moment_is_a_day_to_all_that_asks_for_days() -> None:
    moment, day = Moment(2021, 7, 5, 3_661), date(2021, 7, 5)
    assert (str(moment), moment.isoformat()) == ("2021-07-05 01:01:01", "2021-07-05T01:01:01")
    assert not moment < day and moment <= day and moment == day and moment != Moment(2021, 7, 5, 1)
    assert [type(each) for each in (moment + timedelta(1), moment - timedelta(1))] == [date, date]
    assert (moment - date(2021, 7, 1)).days == 4
    for again in (copy.deepcopy(moment), pickle.loads(pickle.dumps(moment))):  # noqa: S301 - our own bytes
        assert (type(again), again.second) == (Moment, 3_661)
    assert earlier(moment, Moment(2021, 7, 5)) is None
    assert earlier(moment, Moment(2021, 7, 6)) is True
    end = Moment(2021, 7, 5, DAY_SECONDS)
    assert [earlier(end, Moment(2021, 7, 6, second)) for second in (0, 1, None)] == [False, True, True]


MOMENTS = st.builds(
    lambda days, second: Moment.of(date(2021, 1, 1) + timedelta(days=days), second),
    st.integers(0, 300), st.integers(0, DAY_SECONDS - 1),
)  # fmt: skip


def by_clock(start: Moment, minutes: int) -> tuple[date, int]:
    """Minute after minute, those outside of office hours passed over; ``start`` is a whole minute."""
    day, minute = start.whole, (start.second or 0) // 60
    while minutes:
        if minute == DAY_SECONDS // 60:
            day, minute = day + timedelta(days=1), 0
        open_ = any(since <= minute * 60 < until for since, until in OFFICE) and CALENDAR.is_workday(day)
        minutes, minute = minutes - open_, minute + 1
    return day, minute * 60


@given(MOMENTS, st.integers(1, 12))
def test_office_hours_count_like_a_clock(start: Moment, amount: int) -> None:
    whole = Moment.of(start.whole, (start.second or 0) // 60 * 60)
    due = Hours(amount * 3600, OfficeHours.always(OFFICE)).due(whole, CALENDAR)
    assert (due.whole, due.second) == by_clock(whole, amount * 60)


@given(MOMENTS, MOMENTS, st.integers(1, 12))
def test_who_begins_later_is_due_no_earlier(one_: Moment, other: Moment, amount: int) -> None:
    hours = Hours(amount * 3600, OfficeHours.always(OFFICE))
    first, second = (one_, other) if earlier(one_, other) else (other, one_)
    assert not earlier(hours.due(second, CALENDAR), hours.due(first, CALENDAR))


def test_results_are_plain_data(policy: Policy) -> None:
    finding = one(policy, received_at=when("07-05 10:00"), replied_at=when("07-05 13:30"))
    assert b"2021-07-05T12:00" in to_bytes({"due_at": dict(finding.detail)["due_at"].isoformat()})  # type: ignore[attr-defined]
