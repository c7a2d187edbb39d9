"""Extensions in doubt: whether they count, and to what time of a day they lead. Told is what all ways come to.

Monday 2021-07-05, received at 10:00: four office hours end at 16:30. The 10th working day from there is 19 July.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from clock_pack import loaded
from hypothesis import given
from hypothesis import strategies as st
from one_rule import compiled_of
from one_rule import judged as judged_by
from test_time_limit_hours_extended import asking, dues, judged, one, pack, when

from supervision_rules import Policy, text_of
from supervision_rules.api import Result
from supervision_rules.expressions import Interval
from supervision_rules.findings import Finding


@pytest.fixture
def by(tmp_path: Path) -> Policy:
    return loaded(tmp_path, pack("asked: asked_at, by: 2 office hours, at_most: 2"))


@pytest.fixture
def by_moment(tmp_path: Path) -> Policy:
    return loaded(tmp_path, pack("asked: asked_at, to: until_at"))


def explained(result: Result) -> str:
    return text_of(result, result.explain(result.findings[0]))


def test_late_by_all_that_extensions_in_doubt_may_give(by: Policy) -> None:
    """Due at 16:30 on the 5th, or at 10:00 or at 12:00 on the 6th."""
    requests = [asking(by, "07-05 16:00", number, granted=None) for number in (1, 2)]
    finding = one(by, *requests, replied_at=when("07-06 12:01"))
    assert (str(finding.state), finding.day, finding.value) == ("late", None, Interval(0, 1))
    assert finding.missing == ("extension e1: granted", "extension e2: granted")
    assert str(one(by, *requests, replied_at=when("07-06 12:00")).state) == "undetermined"
    third = asking(by, "07-05 16:00", 3)
    assert str(one(by, *requests, third, replied_at=when("07-06 10:00")).state) == "on_time"
    assert str(one(by, *requests, third, replied_at=when("07-06 12:01")).state) == "late"


@pytest.mark.parametrize(
    ("replied", "state", "late"),
    [
        # some time of the 6th, from 00:00 to 24:00
        ("07-05 23:59", "on_time", 0),
        ("07-06 00:00", "on_time", 0),
        ("07-06 00:01", "undetermined", None),
        ("07-06 23:59", "undetermined", None),
        ("07-07 00:00", "late", 1),
    ],
)
def test_a_new_moment_without_its_time_of_day(by_moment: Policy, replied: str, state: str, late: int | None) -> None:
    request = asking(by_moment, "07-05 11:00", until_at=date(2021, 7, 6))
    finding = one(by_moment, request, replied_at=when(replied))
    assert (str(finding.state), finding.day, finding.value) == (state, None, late)
    assert finding.missing == ("extension e1: until_at",)
    assert "due_at" not in dict(finding.detail)


def test_where_a_matter_stands_that_is_due_at_some_time_of_a_day(by_moment: Policy) -> None:
    request = asking(by_moment, "07-05 11:00", until_at=date(2021, 7, 6))
    states = {number: judged(by_moment, request, as_of=date(2021, 7, number)).findings[0] for number in (5, 6, 7)}
    assert {number: str(each.state) for number, each in states.items()} == {
        5: "due_soon",
        6: "undetermined",
        7: "overdue",
    }


def test_what_is_said_of_a_due_moment_in_doubt(by_moment: Policy) -> None:
    first = asking(by_moment, "07-05 11:00", until_at=date(2021, 7, 6))
    assert "到期日最早 2021-07-06 00:00，最迟 2021-07-06\n" in explained(judged(by_moment, first))
    unknown = asking(by_moment, "07-05 11:00", until_at=when("07-05 12:00"), granted=None)
    assert "不论怎样，到期日都是 2021-07-05 16:30\n" in explained(judged(by_moment, unknown))
    assert "最迟" not in explained(judged(by_moment, asking(by_moment, "07-05 11:00")))


def test_a_time_of_day_that_changes_nothing(tmp_path: Path) -> None:
    """Whatever the hour of the 7th, it goes up to 16:30 of the 6th only; or is before what was due anyhow."""
    policy = loaded(tmp_path, pack("asked: asked_at, to: until_at, each_up_to: 1 day"))
    finding = one(policy, asking(policy, "07-05 11:00", until_at=date(2021, 7, 7)))
    assert (dues(finding), finding.missing) == (["2021-07-05 16:30", "2021-07-06 16:30"], ())
    earlier = one(policy, asking(policy, "07-05 11:00", until_at=date(2021, 7, 4)))
    assert (dues(earlier), earlier.missing) == (["2021-07-05 16:30", "2021-07-05 16:30"], ())


def test_one_that_may_have_been_asked_for_after_another(by_moment: Policy) -> None:
    """The first leads to some time of the 6th; the second, of that day at noon, may be too late."""
    first = asking(by_moment, "07-05 11:00", until_at=date(2021, 7, 6))
    second = asking(by_moment, "07-06 12:00", 2, until_at=when("07-08 15:00"))
    states = [
        str(one(by_moment, first, second, replied_at=when(replied)).state)
        for replied in ("07-06 00:00", "07-08 15:00", "07-08 15:01")
    ]
    assert states == ["on_time", "undetermined", "late"]


RULE = """
    - kind: time_limit
      id: reply
      label: 批示回复
      cite: {clause: 三, words: [10个工作日内, 第一次不超过5个工作日, 第二次不超过2日, 两次]}
      on: instruction
      start: received
      done: replied
      cases:
        - {within: 10 workdays}
      extended: {count: extension, where: granted, HOW}
"""
HOWS = ("to: new_date, each_up_to: [5 workdays, 2 days], at_most: 2", "to: new_date", "by: 5 workdays, at_most: 2")
DUE = date(2021, 7, 19)
DAYS = st.integers(-4, 12).map(lambda number: DUE + timedelta(days=number))
REQUESTS = st.lists(st.tuples(DAYS, DAYS, st.sampled_from([True, None])), max_size=4)
Request = tuple[date, date, bool | None]


def found(how: str, requests: list[Request], replied: date) -> Finding:
    plain = {"id": "m1", "kind": "instruction", "date": date(2021, 7, 5), "received": date(2021, 7, 5)}
    rows: list[tuple[str, dict[str, object]]] = [("matter", {**plain, "replied": replied})]
    for number, (asked, until, granted) in enumerate(requests):
        record = {"id": f"e{number}", "matter": "m1", "date": asked, "new_date": until, "granted": granted}
        rows.append(("extension", record))
    (finding,) = judged_by(compiled_of(RULE.replace("HOW", how)), rows, date(2021, 12, 31))
    return finding


@given(st.sampled_from(HOWS), REQUESTS, DAYS)
def test_told_is_what_all_ways_come_to(how: str, requests: list[Request], replied: date) -> None:
    ways = product(*([granted] if granted is not None else [True, False] for _, _, granted in requests))
    every = [
        found(how, [(asked, until, granted) for (asked, until, _), granted in zip(requests, way, strict=True)], replied)
        for way in ways
    ]
    finding, states = found(how, requests, replied), {each.state for each in every}
    assert str(finding.state) == (str(next(iter(states))) if len(states) == 1 else "undetermined")
    if finding.day is not None:
        assert {each.day for each in every} == {finding.day}
    if finding.value is not None:
        values = [each.value for each in every]
        assert finding.value in (values[0], Interval(min(values), max(values)))  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("asked", "replied", "day", "missing"),
    [
        ("07-05 10:59", "07-05 11:00", "2021-07-06", ()),
        ("07-05 11:00", "07-05 11:00", "2021-07-06", ()),
        ("07-05 11:01", "07-05 11:00", "2021-07-05", ()),  # when all was done
        ("07-05", "07-05 11:00", None, ("extension e1: asked_at",)),
    ],
)
def test_asked_for_before_it_was_done_or_after(
    by: Policy, asked: str, replied: str, day: str | None, missing: tuple[str, ...]
) -> None:
    """In time whether it counts or not: the due day alone is in doubt."""
    request = asking(by, asked, asked_at=when(asked))
    finding = one(by, request, replied_at=when(replied))
    assert (str(finding.state), None if finding.day is None else str(finding.day)) == ("on_time", day)
    assert finding.missing == missing
    assert "due_days" not in dict(finding.detail) if missing else True


@pytest.mark.parametrize(
    ("asked", "missing"),
    [("07-05", ("extension e1: asked_at", "matter m1: replied_at")), ("07-05 11:00", ("matter m1: replied_at",))],
)
def test_done_at_some_time_of_the_day_of_asking(by: Policy, asked: str, missing: tuple[str, ...]) -> None:
    finding = one(by, asking(by, asked, asked_at=when(asked)), replied_at=when("07-05"))
    assert (str(finding.state), finding.day, finding.missing) == ("undetermined", None, missing)


def test_days_of_asking_beside_a_moment_of_being_done(tmp_path: Path) -> None:
    policy = loaded(tmp_path, pack("by: 2 office hours"))
    finding = one(policy, asking(policy, "07-05"), replied_at=when("07-05 11:00"))
    assert (str(finding.state), finding.day, finding.missing) == ("on_time", None, ("extension e1: date",))
    assert one(policy, asking(policy, "07-04"), replied_at=when("07-05 11:00")).missing == ()


def test_due_days_of_a_clock_that_perhaps_stopped_are_left_out(tmp_path: Path) -> None:
    text = """
- kind: time_limit
  id: it
  label: 办结
  cite: {clause: 三, words: 20日内，延长5日}
  on: meeting_item
  start: received
  done: closed
  cases: [{within: 20 days}]
  stops: {count: pause, where: joint_pause, until: resumed}
  extended: {count: extension, where: granted, by: 5 days}
"""
    fact = '- {id: joint_pause, label: 确认, of: pause, value: reason == "确认"}'
    rows = [
        ("matter", {"id": "m1", "kind": "meeting_item", "date": date(2021, 7, 1), "received": date(2021, 7, 1)}),
        ("extension", {"id": "e1", "matter": "m1", "date": date(2021, 7, 5), "granted": True}),
    ]
    told = {}
    for reason in ("确认", "其他", None):
        stop = (
            "pause",
            {"id": "p1", "matter": "m1", "date": date(2021, 7, 4), "resumed": date(2021, 7, 14), "reason": reason},
        )
        (finding,) = judged_by(compiled_of(text, fact), [*rows, stop], date(2021, 8, 31))
        told[reason] = [str(day)[5:] for day in dict(finding.detail).get("due_days", ())]  # type: ignore[attr-defined]
    assert told == {"其他": ["07-21", "07-26"], "确认": ["07-31", "08-05"], None: []}
