"""An extension of the time before a limit was begun anew does not lengthen the new one, nor count there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from little_pack import batch_of, loaded, matter, only, rule

from supervision_rules import Finding, Policy, State, evaluate

FACTS = "- {id: returned_on, label: 退回之日, of: matter, last: return, take: date}"
ANEW = "kind: time_limit\non: matter\nstart: first_known(returned_on, received)\ndone: closed\n"
LIMIT = ANEW + "cases: [{within: 10 days}]\n"
EXTENDED = "extended: {count: extension, where: granted, by: 5 days, at_most: 1}"


@pytest.fixture
def policy(tmp_path: Path) -> Policy:
    return loaded(tmp_path, rule(LIMIT + EXTENDED), facts=FACTS)


def extension(id_: str, day: str, **more: object) -> dict[str, object]:
    return {"type": "extension", "id": id_, "matter": "m1", "date": day, "approved": day, "granted": True, **more}


def due_of(policy: Policy, *records: dict[str, object], as_of: str = "2021-12-31") -> str:
    begun = matter(day="2021-03-01", received="2021-03-01")
    return str(only(evaluate(policy, batch_of(policy, begun, *records), as_of=date.fromisoformat(as_of))).day)


RETURN: dict[str, object] = {"type": "return", "id": "x1", "matter": "m1", "date": "2021-04-03"}


def test_the_limit_begun_anew_leaves_it_behind(policy: Policy) -> None:
    first = extension("e1", "2021-03-06")
    assert due_of(policy, first) == "2021-03-16"
    assert due_of(policy, first, RETURN, as_of="2021-04-02") == "2021-03-16"
    assert due_of(policy, first, RETURN) == "2021-04-13"


@pytest.mark.parametrize(("asked", "due"), [("2021-04-02", "2021-04-13"), ("2021-04-03", "2021-04-18")])
def test_from_the_day_on_which_it_begins_they_count(policy: Policy, asked: str, due: str) -> None:
    assert due_of(policy, RETURN, extension("e1", asked)) == due


def test_it_does_not_use_up_how_many_there_may_be(policy: Policy) -> None:
    assert due_of(policy, extension("e1", "2021-03-06"), RETURN, extension("e2", "2021-04-10")) == "2021-04-18"


def test_a_due_day_that_is_stated_or_counted_back_begins_with_nothing(tmp_path: Path) -> None:
    planned = ANEW + "cases: [{due: closing}]\n" + EXTENDED
    head = "records: {types: {matter: {fields: {closing: {type: date, planned: true, label: 计划, label_en: plan}}}}}\n"
    policy = loaded(tmp_path, rule(planned), facts=FACTS, head=head)
    begun = matter(day="2021-03-01", received="2021-03-01", closing="2021-04-20")
    batch = batch_of(policy, begun, extension("e1", "2021-03-06"), RETURN)
    assert str(only(evaluate(policy, batch, as_of=date(2021, 12, 31))).day) == "2021-04-25"


def test_it_is_of_before_wherever_the_due_day_moves_back_to(tmp_path: Path) -> None:
    """Returned on the first day of the holidays of 29 September to 6 October 2023, seven days end within them."""
    limit = ANEW + "cases: [{within: 7 days}]\nroll: back\nextended: {count: extension, where: granted, by: 9 days}"
    policy = loaded(tmp_path, rule(limit), facts=FACTS)
    back = {**RETURN, "date": "2023-09-29"}
    batch = batch_of(policy, matter(day="2023-09-19", received="2023-09-19"), extension("e1", "2023-09-22"), back)
    assert str(only(evaluate(policy, batch, as_of=date(2023, 12, 31))).day) == "2023-10-07"


def test_it_is_told_why(policy: Policy) -> None:
    begun = matter(day="2021-03-01", received="2021-03-01")
    result = evaluate(policy, batch_of(policy, begun, extension("e1", "2021-03-06"), RETURN), as_of=date(2021, 12, 31))
    assert "extension-early" in repr(result.explain(only(result)))


HOURS = """
records:
  types:
    matter:
      fields:
        begun_at: {type: moment, label: 转办时刻, label_en: begun at}
        done_at: {type: moment, label: 答复时刻, label_en: done at}
    extension:
      fields:
        asked_at: {type: moment, label: 申请时刻, label_en: asked at}
"""
BY_THE_HOUR = """
kind: time_limit
on: matter
start: begun_at
done: done_at
cases: [{within: 8 hours}]
extended: {count: extension, where: granted, asked: asked_at, by: 4 hours}
"""


@pytest.mark.parametrize("done", ["17:00", "19:00", "23:00"])
@pytest.mark.parametrize(("begun", "asked"), [("10:00", ""), ("", "14:00"), ("10:00", "09:00"), ("10:00", "10:00")])
def test_on_the_day_on_which_it_begins_times_of_day_decide(tmp_path: Path, begun: str, asked: str, done: str) -> None:
    """What is firm without one of them is so with each that it may be, and no interval is upside down."""
    policy = loaded(tmp_path, rule(BY_THE_HOUR), head=HOURS)

    def judge(begun_at: str, asked_at: str) -> Finding:
        held = matter(day="2021-03-01", begun_at=f"2021-03-01 {begun_at}".strip(), done_at=f"2021-03-01 {done}")
        request = extension("e1", "2021-03-01", asked_at=f"2021-03-01 {asked_at}".strip())
        return only(evaluate(policy, batch_of(policy, held, request), as_of=date(2021, 3, 31)))

    found = judge(begun, asked)
    hours = [f"{hour:02}:00" for hour in range(24)]
    filled = [judge(begun or each, asked or each) for each in hours]
    if found.state is State.UNDETERMINED:
        assert len({each.state for each in filled}) > 1
        assert found.missing == (("matter m1: begun_at",) if not begun else ("extension e1: asked_at",))
    else:
        assert {each.state for each in filled} == {found.state}
    assert str(judge("10:00", "09:00").state) == ("on_time" if done == "17:00" else "late")
    assert str(judge("10:00", "10:00").state) == ("late" if done == "23:00" else "on_time")
