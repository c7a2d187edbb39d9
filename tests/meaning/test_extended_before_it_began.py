"""An extension of the time before a limit was begun anew does not lengthen the new one, nor count there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from little_pack import batch_of, loaded, matter, only, rule

from supervision_rules import Policy, evaluate

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


def test_it_is_told_why(policy: Policy) -> None:
    begun = matter(day="2021-03-01", received="2021-03-01")
    result = evaluate(policy, batch_of(policy, begun, extension("e1", "2021-03-06"), RETURN), as_of=date(2021, 12, 31))
    assert "extension-early" in repr(result.explain(only(result)))
