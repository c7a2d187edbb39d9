"""Moments of which only the day is known: what comes to the same at every time of that day is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import product

import pytest
from clock_pack import PAUSES, STOPS, loaded, text_of_pack
from hypothesis import given
from hypothesis import strategies as st

from supervision_rules import Policy, Result, evaluate, text_of
from supervision_rules.calendar import DAY_SECONDS, Moment
from supervision_rules.expressions import Interval
from supervision_rules.expressions.values import ends

PACK = text_of_pack(
    "3小时、6个办公小时、24小时，18时前",
    "when: joint, within: 6 office hours",
    'when: ordinary, due: "at(received_at, 18)"',
    "when: needs_policy, within: 24 hours",
    "within: 3 hours",
    types=PAUSES,
    more=STOPS,
).replace("14:30-17:30", "15:00-18:00")
CASES = ("joint", "ordinary", "needs_policy", "")
PLAIN = {"kind": "instruction", "date": date(2021, 7, 1), "joint": False, "ordinary": False, "needs_policy": False}
AS_OF = date(2021, 7, 9)
Pause = tuple[Moment, Moment | None]
Matter = tuple[Moment, Moment | None, tuple[Pause, ...]]
"""When it was received, when it was answered, and when its clock stopped and went on."""


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory) -> Policy:
    return loaded(tmp_path_factory.mktemp("untimed"), PACK)


def judged(policy: Policy, case: str, *matters: Matter, as_of: date = AS_OF) -> Result:
    records: list[object] = []
    for number, (received, replied, pauses) in enumerate(matters):
        name = f"m{number}"
        facts = {**PLAIN, **({case: True} if case else {}), "received_at": received, "replied_at": replied}
        records.append(policy.models["matter"](id=name, **facts))
        for place, (since, until) in enumerate(pauses):
            about = {"id": f"{name}p{place}", "date": date(2021, 7, 1), "matter": name}
            records.append(policy.models["pause"](**about, begun_at=since, resumed_at=until))
    return evaluate(policy, records, as_of=as_of)  # type: ignore[arg-type]


def when(text: str) -> Moment:
    """A moment of July 2021: ``5 10:00``, or ``5`` where the time of day is not known."""
    day, _, hour = text.partition(" ")
    if not hour:
        return Moment(2021, 7, int(day))
    return Moment.of(datetime.fromisoformat(f"2021-07-{int(day):02} {hour}"))


@pytest.mark.parametrize(
    ("received", "replied", "stop", "state", "late", "missing"),
    [
        # a stop that begins, or ends, at any hour
        ("5 09:00", None, ("5", "6 09:00"), "overdue", Interval(3, 4), ("pause m0p0: begun_at",)),
        ("5 09:00", "6 10:00", ("5", "5 18:00"), "late", 1, ("pause m0p0: begun_at",)),
        ("5 09:00", "5 20:00", ("5", "5 18:00"), "undetermined", None, ("pause m0p0: begun_at",)),
        ("5 09:00", "5 12:00", ("5", "5 18:00"), "on_time", 0, ("pause m0p0: begun_at",)),
        ("5 09:00", "7 10:00", ("5 11:00", "6"), "late", Interval(0, 1), ("pause m0p0: resumed_at",)),
        ("5 09:00", "6 10:00", ("5 11:00", "6"), "undetermined", None, ("pause m0p0: resumed_at",)),
        ("5 09:00", None, ("5 11:00", "9"), "undetermined", None, ("pause m0p0: resumed_at",)),
        # it may be answered before the stop, or after it: in time at every hour
        ("5 09:00", "5", ("5 09:00", None), "on_time", 0, ("matter m0: replied_at",)),
        ("5 09:00", "5", ("5 13:00", None), "undetermined", None, ("matter m0: replied_at",)),
        # hours that are counted from an unknown hour
        ("5", "6 09:00", None, "late", Interval(0, 1), ("matter m0: received_at",)),
        ("5", "6 02:00", None, "undetermined", None, ("matter m0: received_at",)),
        ("5", "5 03:00", None, "on_time", 0, ("matter m0: received_at",)),
    ],
)
def test_what_every_hour_comes_to(
    policy: Policy,
    received: str,
    replied: str | None,
    stop: tuple[str, str | None] | None,
    state: str,
    late: object,
    missing: tuple[str, ...],
) -> None:
    """Due after three hours; where the due moment is in doubt it is left out, and what would settle it is named."""
    pauses = () if stop is None else ((when(stop[0]), None if stop[1] is None else when(stop[1])),)
    (finding,) = judged(policy, "", (when(received), None if replied is None else when(replied), pauses)).findings
    assert (str(finding.state), finding.value, finding.missing) == (state, late, missing)
    assert state == "undetermined" or (finding.day, "due_at" in dict(finding.detail)) == (None, False)


def test_an_hour_that_changes_nothing_leaves_nothing_out(policy: Policy) -> None:
    """On a Saturday no office hour passes: the six begin on Monday at nine, whenever it was received."""
    result = judged(policy, "joint", (when("3"), when("6 09:00"), ((when("4"), when("4")),)))
    (finding,) = result.findings
    assert (str(finding.state), str(dict(finding.detail)["due_at"]), finding.missing) == (
        "late",
        "2021-07-05 18:00",
        (),
    )
    assert "自 2021-07-03 起算\n" in text_of(result, result.explain(finding))


def test_the_earliest_due_moment_is_explained(policy: Policy) -> None:
    result = judged(policy, "", (when("5 09:00"), when("6 10:00"), ((when("5"), when("5 18:00")),)))
    explained = text_of(result, result.explain(result.findings[0]))
    assert "期限 3小时，最早 2021-07-05 12:00 到期\n" in explained
    assert "到期日" not in explained


DAYS = st.integers(3, 9).map(lambda day: Moment(2021, 7, day))
HOURS = st.tuples(DAYS, st.integers(0, 7)).map(lambda pair: Moment.of(pair[0].whole, 3 * 3600 * pair[1]))
MOMENTS = st.one_of(DAYS, HOURS, HOURS)
PAUSES = st.tuples(MOMENTS, st.one_of(MOMENTS, st.none()))


def hours_of(moment: Moment | None) -> list[Moment | None]:
    """Every moment that it may be, as far as one may differ from another: all is counted in three hours."""
    if moment is None or moment.second is not None:
        return [moment]
    turns = range(0, DAY_SECONDS + 1, 3 * 3600)
    seconds = {turn + step for turn in turns for step in (-1, 0, 1)}
    return [Moment.of(moment.whole, second) for second in sorted(seconds) if 0 <= second < DAY_SECONDS]


def every(matter: Matter) -> Iterator[Matter]:
    """The matter with every time of day that is not known."""
    received, replied, pauses = matter
    others = [end for pause in pauses for end in pause]
    for first, last, *stops in product(*(hours_of(each) for each in (received, replied, *others))):
        yield first, last, tuple(zip(stops[::2], stops[1::2], strict=True))  # type: ignore[arg-type,misc]


@given(
    st.sampled_from(CASES), MOMENTS, st.one_of(MOMENTS, st.none()), st.lists(PAUSES, max_size=2).map(tuple),
    st.integers(5, 9),
)  # fmt: skip
def test_no_hour_says_otherwise(
    policy: Policy, case: str, received: Moment, replied: Moment | None, pauses: tuple[Pause, ...], day: int
) -> None:
    """Told is what holds at every time of day; undetermined is only what two of them judge in two ways."""
    moments = [received, replied, *(end for pause in pauses for end in pause)]
    if sum(each is not None and each.second is None for each in moments) > 2:
        return
    as_of = date(2021, 7, day)
    (finding,) = judged(policy, case, (received, replied, pauses), as_of=as_of).findings
    found = judged(policy, case, *every((received, replied, pauses)), as_of=as_of).findings
    states = {each.state for each in found}
    assert str(finding.state) == (str(next(iter(states))) if len(states) == 1 else "undetermined")
    if finding.day is not None and finding.state in states:
        assert {each.day for each in found} == {finding.day}
    if finding.value is not None:
        low, high = ends(finding.value)
        assert all(each.value is not None and low <= each.value <= high for each in found)
