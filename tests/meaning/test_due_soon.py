"""``due_soon`` of a limit or a duty: within its lead and not done, and not while the clock stands still.

Received on Monday 2021-07-05, ten working days end on the 19th; three working days before is the 14th.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, only, rule

LIMIT = """\
kind: time_limit
on: instruction
start: received
done: replied
lead: 3 workdays
cases: [{within: 10 workdays}]
stops: {count: pause, until: resumed}
extended: {count: extension, where: granted, by: 5 workdays}
"""
ASKS = """\
kind: outcome
on: instruction
when: {when}
outcome: 提醒
code: remind
"""
DUTY = """\
kind: duty
of: unit
each: month
need: list_notice
lead: 3 days
due: {day: 25, month: 0}
"""


def state(folder: Path, as_of: str, *records: dict[str, object], **facts: object) -> str | None:
    """What is concluded where a limit is due soon; None if nothing."""
    policy = loaded(folder, rule(LIMIT, "reply") + rule(ASKS.format(when='due_soon("reply")')))
    plain = matter(day="2021-07-05", **{"received": "2021-07-05", **facts})
    found = [each for each in judged(policy, plain, *records, as_of=as_of).findings if each.rule.id == "it"]
    return str(found[0].state) if found else None


@pytest.mark.parametrize(
    ("as_of", "facts", "expected"),
    [
        ("2021-07-13", {}, None),
        ("2021-07-14", {}, "concluded"),
        ("2021-07-19", {}, "concluded"),
        ("2021-07-20", {}, None),
        ("2021-07-14", {"replied": "2021-07-14"}, None),
        ("2021-07-14", {"received": None}, "undetermined"),
    ],
)
def test_of_a_limit(tmp_path: Path, as_of: str, facts: dict[str, object], expected: str | None) -> None:
    assert state(tmp_path, as_of, **facts) == expected


@pytest.mark.parametrize(
    ("pause", "as_of", "expected"),
    [
        ({}, "2021-07-14", None),
        ({}, "2021-12-31", None),
        ({"resumed": "2021-07-12"}, "2021-07-15", None),
        ({"resumed": "2021-07-12"}, "2021-07-16", "concluded"),
    ],
)
def test_while_the_clock_stands_still_nothing_is_due_soon(
    tmp_path: Path, pause: dict[str, object], as_of: str, expected: str | None
) -> None:
    stopped = {"type": "pause", "id": "p1", "matter": "m1", "date": "2021-07-08", **pause}
    assert state(tmp_path, as_of, stopped) == expected


@pytest.mark.parametrize(("granted", "expected"), [(True, None), (False, "concluded"), (None, "undetermined")])
def test_an_extension(tmp_path: Path, granted: bool | None, expected: str | None) -> None:
    extension = {"type": "extension", "id": "e1", "matter": "m1", "date": "2021-07-13", "granted": granted}
    assert state(tmp_path, "2021-07-14", extension) == expected


@pytest.mark.parametrize(
    ("as_of", "done", "expected"),
    [
        ("2021-07-21", [], False),
        ("2021-07-22", [], True),
        ("2021-07-25", [], True),
        ("2021-07-26", [], False),
        ("2021-07-22", ["2021-07-20"], False),
    ],
)
def test_of_a_duty(tmp_path: Path, as_of: str, done: list[str], expected: bool) -> None:
    fact = '- {id: soon, label: 将到期, of: unit, value: due_soon("monthly")}\n'
    asks = "kind: requirement\non: unit\nitems: [{label: 不急, words: 原话, require: not soon}]\n"
    policy = loaded(tmp_path, rule(DUTY, "monthly") + rule(asks), facts=fact)
    notices = [{"type": "notice", "id": f"n{day}", "kind": "list_notice", "date": day, "unit": "u1"} for day in done]
    finding = only(judged(policy, *notices, as_of=as_of))
    assert str(finding.state) == ("breached" if expected else "met")


def test_a_ladder_knows_it_for_the_last_day_only(tmp_path: Path) -> None:
    steps = "kind: ladder\nof: instruction\nsteps: [{step: one, label: 提醒, when: 'due_soon(\"reply\")'}]\n"
    policy = loaded(tmp_path, rule(LIMIT, "reply") + rule(steps))
    received = matter(day="2021-07-05", received="2021-07-05")
    assert [str(only(judged(policy, received, as_of=f"2021-07-{day}")).day) for day in (15, 16)] == [
        "2021-07-15",
        "2021-07-16",
    ]
    found = judged(policy, received, as_of="2021-07-20").findings
    assert [each.rule.id for each in found] == ["reply"]
