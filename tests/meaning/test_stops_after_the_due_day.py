"""What stops a clock later puts off neither what was due by then nor by when an extension had to be asked for."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from little_pack import batch_of, loaded, matter, only, rule

from supervision_rules import Policy, State, evaluate

LIMIT = "kind: time_limit\non: matter\nstart: date\ndone: closed\ncases: [{within: %s}]\n"
STOPS = "stops: {count: pause, until: resumed}\n"
ASKED = "extended: {count: extension, where: granted, before: 5 days, by: 10 days}\n"
DAY = timedelta(days=1)
BEGUN = date(2021, 3, 1)
ENDED = "2021-12-31"


def pause(since: date, until: date | None) -> dict[str, object]:
    return {"type": "pause", "id": "p1", "matter": "m1", "date": since, "resumed": until}


def extension(id_: str, day: date) -> dict[str, object]:
    return {"type": "extension", "id": id_, "matter": "m1", "date": day, "approved": day, "granted": True}


def due_of(policy: Policy, as_of: str, *records: dict[str, object]) -> date | None:
    """The due day; None where the clock stands still."""
    batch = batch_of(policy, matter(day=str(BEGUN)), *records)
    return only(evaluate(policy, batch, as_of=date.fromisoformat(as_of))).day


@pytest.fixture
def asked_early(tmp_path: Path) -> Policy:
    return loaded(tmp_path, rule(LIMIT % "60 days" + STOPS + ASKED))


@pytest.mark.parametrize("asked", [date(2021, 4, 24) + number * DAY for number in range(6)])
@pytest.mark.parametrize("since", [date(2021, 4, 20) + number * DAY for number in range(12)])
@pytest.mark.parametrize("length", [0, 3, 12])
def test_it_counts_as_it_did_when_it_was_asked_for(asked_early: Policy, asked: date, since: date, length: int) -> None:
    """Due on 30 April, to be asked for by the 25th; while the clock stands still there is no day to be late by."""
    until = since + length * DAY
    stopped = length if since < date(2021, 4, 30) else 0
    first = date(2021, 4, 30)
    known = None if since <= asked < until else first + (stopped if since <= asked else 0) * DAY
    in_time = known is None or asked <= known - 5 * DAY
    due = first + (stopped + (10 if in_time else 0)) * DAY
    if in_time and not stopped and date(2021, 4, 30) <= since < due:
        due += length * DAY
    assert due_of(asked_early, ENDED, pause(since, until), extension("e1", asked)) == due


def test_it_is_told_which_due_day_it_went_by(asked_early: Policy) -> None:
    late, stop = extension("e1", date(2021, 4, 26)), pause(date(2021, 4, 27), date(2021, 4, 29))
    batch = batch_of(asked_early, matter(day=str(BEGUN)), late, stop)
    result = evaluate(asked_early, batch, as_of=date(2021, 6, 30))
    (step,) = (each for each in result.explain(only(result)).parts if each.phrase == "extension-short")
    assert (step.words["latest"], step.words["before"]) == (date(2021, 4, 25), date(2021, 4, 30))


def test_a_second_one_goes_by_what_the_first_had_made_of_the_due_day(asked_early: Policy) -> None:
    """10 May by the first; the second has to be asked for by the 5th, whatever stops the clock on the 6th."""
    first, stop = extension("e1", date(2021, 4, 20)), pause(date(2021, 5, 6), date(2021, 5, 9))
    for asked, due in (("2021-05-05", "2021-05-23"), ("2021-05-06", "2021-05-23"), ("2021-05-07", "2021-05-23")):
        second = extension("e2", date.fromisoformat(asked))
        assert str(due_of(asked_early, ENDED, first, stop, second)) == due
    late = extension("e2", date(2021, 5, 6))
    assert str(due_of(asked_early, ENDED, first, pause(date(2021, 5, 7), date(2021, 5, 9)), late)) == "2021-05-12"


def test_by_the_hour_too(tmp_path: Path) -> None:
    """Due at 10:00 on the third; to be asked for a day before; the clock stops after that."""
    extended = "extended: {count: extension, where: granted, before: 24 hours, by: 10 hours, asked: asked_at}\n"
    head = (
        "records:\n  types:\n    matter: {fields: {begun_at: {type: moment, label: 起, label_en: begun},"
        " done_at: {type: moment, label: 办, label_en: done}}}\n"
        "    extension: {fields: {asked_at: {type: moment, label: 申请, label_en: asked}}}\n"
        "    pause: {fields: {at: {type: moment, label: 停, label_en: at},"
        " until: {type: moment, label: 恢复, label_en: until}}}\n"
    )
    limit = "kind: time_limit\non: matter\nstart: begun_at\ndone: done_at\ncases: [{within: 48 hours}]\n"
    policy = loaded(tmp_path, rule(limit + "stops: {count: pause, since: at, until: until}\n" + extended), head=head)
    begun = {**matter(day="2021-03-01"), "begun_at": "2021-03-01T10:00"}
    stop = {**pause(date(2021, 3, 2), None), "at": "2021-03-02T12:00", "until": "2021-03-02T15:00"}
    for asked, due in (("10:00", "2021-03-03 23:00"), ("10:01", "2021-03-03 13:00"), ("12:30", "2021-03-03 23:00")):
        request = {**extension("e1", date(2021, 3, 2)), "asked_at": f"2021-03-02T{asked}"}
        batch = batch_of(policy, begun, stop, request)
        found = only(evaluate(policy, batch, as_of=date(2021, 3, 2)))
        assert str(dict(found.detail)["due_at"]) == due, asked


@pytest.fixture
def moved_back(tmp_path: Path) -> Policy:
    return loaded(tmp_path, rule(LIMIT % "15 days" + STOPS + "roll: back\n"))


@pytest.mark.parametrize("number", range(8))
def test_a_stop_from_the_day_to_which_a_due_day_moved_back_is_none(moved_back: Policy, number: int) -> None:
    """15 days end on Sunday 16 May 2021: due on Friday the 14th."""
    since = date(2021, 5, 10) + number * DAY
    begun = {**matter(day="2021-05-01")}
    found = only(evaluate(moved_back, batch_of(moved_back, begun, pause(since, None)), as_of=date(2021, 6, 30)))
    if since < date(2021, 5, 14):
        assert found.state is State.ON_COURSE
        assert found.day is None
    else:
        assert found.state is State.OVERDUE
        assert found.day == date(2021, 5, 14)


def test_where_no_day_is_left_to_move_back_to_it_moves_on(moved_back: Policy) -> None:
    """One day is left on Friday 30 April 2021, when the clock goes on: the holidays follow, to 5 May."""
    stopped = pause(date(2021, 4, 13), date(2021, 4, 30))
    begun = matter(day="2021-03-30")
    found = only(evaluate(moved_back, batch_of(moved_back, begun, stopped), as_of=date(2021, 6, 30)))
    assert found.day == date(2021, 5, 6)


def test_a_stop_on_the_due_day_is_none_where_an_extension_leads_back_to_it(tmp_path: Path) -> None:
    """30 days end in the October holidays, on Thursday 30 September 2021; so do seven days more."""
    extended = "extended: {count: extension, where: granted, by: 7 days}\n"
    policy = loaded(tmp_path, rule(LIMIT % "30 days" + STOPS + "roll: back\n" + extended))
    asked, begun = extension("e1", date(2021, 9, 20)), matter(day="2021-09-02")
    for since, due in ((29, None), (30, date(2021, 9, 30))):
        stop = pause(date(2021, 9, since), None)
        assert only(evaluate(policy, batch_of(policy, begun, stop, asked), as_of=date(2021, 12, 31))).day == due
    for days, due in ((7, date(2021, 9, 30)), (8, None)):  # the eighth day is worked
        longer = loaded(tmp_path, rule(LIMIT % "30 days" + STOPS + "roll: back\n" + extended.replace("7", str(days))))
        stop = pause(date(2021, 9, 30), None)
        assert only(evaluate(longer, batch_of(longer, begun, stop, asked), as_of=date(2021, 12, 31))).day == due
