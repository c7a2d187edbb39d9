"""What is unknown: an undetermined result accuses nobody, and whatever the fact turns out to be, it was allowed for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pack_judging import EVERY, high, judged, low, refuted, scenes_of
from pack_ledgers import Scene, values_of

from supervision_rules.constructs import placing
from supervision_rules.expressions import Interval
from supervision_rules.findings import Finding, State
from supervision_rules.kinds import time_limit

PLACED = ("procedure",)
"""Kinds whose value is how far a subject has come, which may be known while the rest is not."""
PARTLY = ("quota", "ladder", "procedure", "outcome")
"""Kinds that may be certain that something is wrong while a name or a consent is not known."""
SAID = ("no_case", "out_of_calendar", "beyond", "no_value_before")
"""Details that tell why a result is undetermined where no fact is missing."""


def undetermined_accuses_nobody(scene: Scene) -> None:
    """It is no fault, comes to no certain number, and names what would decide it or says why nothing would."""
    for finding in judged(scene).findings:
        if finding.state is State.UNDETERMINED:
            assert not finding.state.adverse
            assert finding.value is None or isinstance(finding.value, Interval) or finding.rule.kind in PLACED, finding
            assert finding.missing or any(name in SAID for name, _ in finding.detail), finding
        elif finding.value is None or not isinstance(finding.value, Interval):
            assert finding.rule.kind in PARTLY or not finding.missing, finding


@pytest.mark.parametrize("pack", EVERY)
@given(st.data())
def test_undetermined_accuses_nobody(pack: str, data: st.DataObject) -> None:
    undetermined_accuses_nobody(data.draw(scenes_of(pack)))


def test_an_undetermined_result_that_names_nothing_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "lacking", lambda row, *expressions: ())
    assert refuted(undetermined_accuses_nobody, scenes_of("liuzhou", "time_limit"))


Unknown = tuple[int, str]
About = tuple[str, str]


def unknowns(scene: Scene) -> list[Unknown]:
    """The facts that are unknown, by record and field.

    A date that is not there has not happened, a reference that is not there leads nowhere, and of what ``known()``
    asks the answer itself changes: none of these is unknown in the sense meant here.
    """
    found = []
    for place, record in enumerate(scene.records):
        spec = scene.sight.vocabulary.types[record.record_type]
        for name in sorted(scene.sight.fields.get(record.record_type, ())):
            field = spec.fields.get(name)
            if field is None or field.target or field.type == "date" or field.absent is not None:
                continue
            if getattr(record, name) is None and (record.record_type, name) not in scene.sight.asked:
                found.append((place, name))
    return found


def knowing_was_allowed_for(scene: Scene, data: Any) -> None:
    """Any value of an unknown fact leads to a result that the undetermined one left open."""
    open_ = unknowns(scene)
    assume(open_)
    place, name = data.draw(st.sampled_from(open_))
    record = scene.records[place]
    field = scene.sight.vocabulary.types[record.record_type].fields[name]
    value = data.draw(st.sampled_from(values_of(scene.sight, field)))
    known = scene.but(*(each.model_copy(update={name: value}) if each is record else each for each in scene.records))
    before, after = by_subject(judged(scene).findings), by_subject(judged(known).findings)
    for about in {*before, *after}:
        allowed(before.get(about, []), after.get(about, []))


def by_subject(findings: tuple[Finding, ...]) -> Mapping[About, list[Finding]]:
    found: dict[About, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.rule.id, finding.subject].append(finding)
    return found


def allowed(before: list[Finding], after: list[Finding]) -> None:
    """What was certain stays; what was not may become anything within its ends."""
    certain = [finding for finding in before if is_certain(finding)]
    for finding in certain:
        assert any(same(finding, other) for other in after), (finding, after)
    if len(certain) == len(before):
        assert len(after) == len(before), (before, after)
    for finding in before:
        if isinstance(finding.value, Interval):
            within(finding, [other for other in after if other.period == finding.period])


def is_certain(finding: Finding) -> bool:
    return finding.state is not State.UNDETERMINED and not finding.missing and not isinstance(finding.value, Interval)


def same(one: Finding, other: Finding) -> bool:
    return (one.state, one.day, one.value, one.case, one.period) == (
        other.state, other.day, other.value, other.case, other.period
    )  # fmt: skip


def within(finding: Finding, after: list[Finding]) -> None:
    """The value afterwards lies between the ends; where nothing is said any more it is nothing."""
    values = [other.value for other in after if other.value is not None and other.case == finding.case] or [0]
    if finding.rule.kind == "ladder":
        return  # the step is named by its case; that certain ones stay is checked above
    assert any(low(finding.value) <= low(value) and high(value) <= high(finding.value) for value in values), (
        finding,
        after,
    )


@pytest.mark.parametrize("pack", EVERY)
@given(st.data())
def test_knowing_a_fact_was_allowed_for(pack: str, data: st.DataObject) -> None:
    knowing_was_allowed_for(data.draw(scenes_of(pack)), data)


def test_knowing_what_was_not_allowed_for_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a record of which it is unknown whether it counts is taken not to."""
    monkeypatch.setattr(placing, "maybe", lambda value: 0)
    assert refuted(knowing_was_allowed_for, scenes_of("generated", "points"), st.data())
