"""What hangs on which reading: the example ledgers of all packs, each option tried as ``evaluate --reading`` does."""

from __future__ import annotations

import os
import pickle
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pack_ledgers_read import DAYS, batch, policy
from test_changes import HERE, TOWN, revised

import supervision_rules
from supervision_rules import Collector, Source, compare, evaluate, load_pack, read_batch
from supervision_rules.comparison import Sensitivity, sensitivity
from supervision_rules.comparison.moves import Move, moves_of
from supervision_rules.expressions import Interval
from supervision_rules.findings import Finding


@pytest.fixture(scope="module", params=DAYS)
def found(request: pytest.FixtureRequest) -> tuple[str, date, Sensitivity]:
    pack = request.param
    return pack, DAYS[pack], sensitivity(policy(pack), batch(pack), as_of=DAYS[pack])


def said(finding: Finding | None) -> object:
    return None if finding is None else (finding.rule.pack, finding.rule.id, *finding[1:])


def pairs(moves: tuple[Move, ...]) -> list[tuple[object, object]]:
    return sorted(((said(move.before), said(move.after)) for move in moves), key=repr)


def test_each_option_is_as_if_it_were_asked_for(found: tuple[str, date, Sensitivity]) -> None:
    pack, as_of, sensitive = found
    for switch in sensitive.switches[::EVERY]:
        asked = evaluate(policy(pack), batch(pack), as_of=as_of, readings={switch.reading.id: switch.option})
        other = moves_of(sensitive.result.findings, asked.findings)
        assert pairs(switch.moves) == pairs(other.moves), (switch.reading.id, switch.option)


def test_all_options_are_tried(found: tuple[str, date, Sensitivity]) -> None:
    pack, _, sensitive = found
    wanted = [(each.id, option) for each in policy(pack).text.readings.values() for option in each.options]
    tried = [(switch.reading.id, switch.option) for switch in sensitive.switches]
    taken = [(each.id, each.taken) for each in policy(pack).text.readings.values()]
    assert [each for each in wanted if each not in taken] == tried


def test_the_least_and_the_most(found: tuple[str, date, Sensitivity]) -> None:
    """Between them lies what each option gives, and both come from an option or from what is taken."""
    _, _, sensitive = found
    for spread in sensitive.ranges:
        values = list(given(sensitive, spread.rule.id, spread.subject, spread.period))
        assert (spread.least, spread.most) == (min(values), max(values))
        assert spread.least < spread.most


def given(sensitive: Sensitivity, rule: str, subject: str, period: object) -> Iterator[object]:
    """What a rule gives a unit under the options taken, and under each other."""
    base = [
        each
        for each in sensitive.result.findings
        if (each.rule.id, each.subject, each.period) == (rule, subject, period)
    ]
    moved = [
        move.after
        for switch in sensitive.switches
        for move in switch.moves
        if (move.rule.id, move.finding.subject, move.finding.period) == (rule, subject, period)
    ]
    for each in (*base, *moved):
        value = each.value if each is not None else None
        if isinstance(value, Interval):
            yield from (value.low, value.high)
        elif value is not None:
            yield value


LATER = {
    "pack: town\n": "pack: town-two\n",
    "in_force: {since: 2021-01-01}": "in_force: {since: {by_reading: begins, early: 2021-03-04, late: 2021-06-01}}\n"
    "  replaces: {pack: town, open_matters: new, done: replied}",
    "readings:\n": "readings:\n  - {id: begins, words: 施行, options: {early: 早, late: 晚}, taken: late}\n",
    "within: 6 days": "within: 9 days",
    "visits >= 3": "visits >= 2",
}


def test_packs_that_replace_one_another(tmp_path: Path) -> None:
    """Where a reading decides from when the later one is in force, the findings of both hang on it."""
    packs, as_of = [load_pack(TOWN), load_pack(revised(tmp_path, LATER))], date(2021, 12, 31)
    vocabulary = packs[0].compiled.vocabulary
    files = [Source(path.name, path, "jsonl") for path in sorted((HERE / "ledger").iterdir())]
    records = read_batch(files, vocabulary, Collector())
    found = sensitivity(packs, records, as_of=as_of)
    names = [(switch.pack, switch.reading.id) for switch in found.switches]
    assert names == [
        ("town", "from"),
        ("town", "cap"),
        ("town-two", "begins"),
        ("town-two", "from"),
        ("town-two", "cap"),
    ]
    for switch in found.switches:
        name = f"{switch.pack}.{switch.reading.id}"
        asked = evaluate(packs, records, as_of=as_of, readings={name: switch.option})
        assert pairs(switch.moves) == pairs(moves_of(found.result.findings, asked.findings).moves), name
    assert {move.rule.pack for move in found.switches[2].moves} == {"town", "town-two"}


def test_what_two_packs_both_tell_is_paired_by_pack(found: tuple[str, date, Sensitivity]) -> None:
    """Where two packs each judge their part of one window, the part that stays does not move."""
    one = found[2].result.findings[0]
    other = one._replace(rule=replace(one.rule, pack="later"), value=99)
    assert [(move.before, move.after) for move in moves_of([one, other], [other]).moves] == [(one, None)]
    assert [move.what for move in moves_of([one], [other]).moves] == [("value",)]


DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
EVERY = 1 if DEEP else 4
"""Which of the options are judged anew: all take as many evaluations."""


def test_what_stays_in_its_process_names_what_can_be_sent() -> None:
    town, day = load_pack(TOWN), date(2021, 12, 31)
    found = (compare(town, town, [], as_of=day), sensitivity(town, [], as_of=day))
    for each, told in zip(found, ("diff_json", "sensitivity_json"), strict=True):
        with pytest.raises(TypeError, match=told) as refused:
            pickle.dumps(each)
        assert all(hasattr(supervision_rules, name) for name in re.findall(r"\w+_json", str(refused.value)))
