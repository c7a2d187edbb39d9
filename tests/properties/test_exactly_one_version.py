"""Of documents that replace one another exactly one judges each matter, whatever happened and when."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_succession import WAYS, Ways, succeeding

from supervision_rules import Policy, evaluate
from supervision_rules.findings import GOVERNANCE

FIRST = date(2020, 1, 1)
LENGTH = 1000
CHANGES = (FIRST + timedelta(days=300), FIRST + timedelta(days=600))
"""When the second document replaces the first, and the third the second."""
TEXT = """\
pack: p{place}
label: 办法
version: {place}.0.0
language: 1
document:
  title: 办法
  issuer: 政府
  in_force: {{since: {since}}}
{replaces}rules:
  - kind: time_limit
    id: reply
    label: 回复
    cite: {{clause: 一, words: 10日内，后来5日内}}
    on: matter
    start: date
    done: closed
    cases: [{{within: {{by_date: {{{since}: 10 days, {later}: 5 days}}}}}}]
  - kind: requirement
    id: written
    label: 书面
    cite: {{clause: 二, words: 书面}}
    on: reminder
    require: known(answered)
"""
Life = tuple[date, date | None, date | None]
"""The day on which a matter begins, that on which it is closed, that of a reminder."""
day = st.integers(0, LENGTH).map(lambda days: FIRST + timedelta(days=days))
lives = st.lists(st.tuples(day, st.none() | day, st.none() | day), min_size=1, max_size=6)


@cache
def packs(ways: Ways) -> tuple[Policy, ...]:
    return succeeding(_written, (FIRST, *CHANGES), ways)


def _written(place: int, since: date, replaces: str) -> str:
    return TEXT.format(place=place, since=since, later=since + timedelta(days=100), replaces=replaces)


def judges(policies: tuple[Policy, ...], life: list[Life], as_of: date) -> dict[str, list[str]]:
    """By the id of each record known on the day, the packs that judge it, and those that say they do not."""
    models = policies[0].models
    records = []
    for place, (begun, closed, reminded) in enumerate(life):
        end = max(closed, begun) if closed else None
        records.append(models["matter"](id=f"m{place}", kind="instruction", title="事", date=begun, closed=end))
        if reminded is not None:
            records.append(models["reminder"](id=f"r{place}", date=max(begun, reminded), matter=f"m{place}"))
    found: dict[str, list[str]] = {}
    for finding in evaluate(policies, records, as_of=as_of).findings:
        pack = finding.rule.pack
        found.setdefault(finding.subject, []).append(f"not {pack}" if finding.rule.id == GOVERNANCE else pack)
    return found


@pytest.mark.parametrize("ways", WAYS)
@given(life=lives, as_of=day)
def test_exactly_one_judges(ways: Ways, life: list[Life], as_of: date) -> None:
    together = judges(packs(ways), life, as_of)
    known = {f"m{place}" for place, (begun, _, _) in enumerate(life) if begun <= as_of}
    assert {name for name in together if name.startswith("m")} == known
    assert {name: told for name, told in together.items() if len(told) != 1 or told[0].startswith("not")} == {}
    # What belongs to a matter is judged by the one that judges the matter.
    assert all(told == together[f"m{name[1:]}"] for name, told in together.items() if name.startswith("r"))


@pytest.mark.parametrize("ways", WAYS)
@given(life=lives, as_of=day)
def test_alone_each_says_the_same_of_what_is_not_replaced(ways: Ways, life: list[Life], as_of: date) -> None:
    """The last document governs alone what it governs beside the others, and says so of the rest."""
    last = packs(ways)[2:]
    together, alone = judges(packs(ways), life, as_of), judges(last, life, as_of)
    matters = [name for name in together if name.startswith("m")]
    assert {name for name in matters if alone[name] == ["p2"]} == {name for name in matters if together[name] == ["p2"]}
    assert {name for name in matters if alone[name] != ["p2"]} == {
        name for name in matters if alone[name] == ["not p2"]
    }


def test_a_matter_judged_twice_would_be_seen() -> None:
    """Documents that do not know of each other both judge what lies in the time of both."""
    first, second, _ = packs(("new", "new"))
    life = [(CHANGES[0] + timedelta(days=1), None, None)]
    assert judges((first, second), life, CHANGES[1]) == {"m0": ["p1"]}
    assert judges((first,), life, CHANGES[1]) == {"m0": ["p0"]}
    assert judges((second,), life, CHANGES[1]) == {"m0": ["p1"]}
