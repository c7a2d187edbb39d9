"""What must hold of every total, quota and ladder, whatever the records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pack_judging import EVERY, high, judged, low, refuted, scenes_of
from pack_ledgers import Scene
from pack_sight import shipped
from pack_texts import DEDUCTED

from supervision_rules.api import evaluate
from supervision_rules.constructs import scoring
from supervision_rules.constructs.boxes import Cap
from supervision_rules.constructs.climbing import Climb, climb
from supervision_rules.findings import Finding, State
from supervision_rules.kinds import ladder, quota
from supervision_rules.records import Record

SCORED = ("liuzhou", "district", "generated")
QUOTAS = ("yiyang", "generated")
LADDERS = ("liuzhou", "district", "bozhou", "generated")
RISING = ("liuzhou", "generated")
"""Packs whose ladders count: their steps hold for every number from one on."""


def test_the_lists_of_packs_are_complete() -> None:
    for kind, names in (("score", SCORED), ("points", SCORED), ("quota", QUOTAS), ("ladder", LADDERS)):
        having = {name for name in EVERY[:-1] if any(r.kind == kind for r in shipped(name).policy.compiled.pack.rules)}
        assert having == set(names) - {"generated"}, kind


# ---------------------------------------------------------------- caps


def caps_hold(scene: Scene) -> None:
    """No item, box or total is above its stated maximum or below its stated minimum."""
    rules = {rule.id: rule for rule in scene.sight.policy.compiled.pack.rules}
    for finding in judged(scene).findings:
        rule: Any = rules.get(finding.rule.id)
        if rule is None or rule.kind not in ("points", "score") or finding.value is None:
            continue
        bounded(finding.value, rule)
        if rule.kind == "score":
            boxes = {box.id: box for box in boxes_of(rule.boxes)}
            for name, _, value, _ in dict(finding.detail)["boxes"]:  # type: ignore[attr-defined]
                bounded(value, boxes[name])


def boxes_of(boxes: list[Any]) -> Iterator[Any]:
    for box in boxes:
        yield box
        yield from boxes_of(box.parts)


def bounded(value: object, rule: Any) -> None:
    if value is not None:
        assert rule.max is None or high(value) <= rule.max, (rule.id, value)
        assert rule.min is None or low(value) >= min(rule.min, 0), (rule.id, value)


@pytest.mark.parametrize("pack", SCORED)
@given(st.data())
def test_no_cap_is_ever_exceeded(pack: str, data: st.DataObject) -> None:
    caps_hold(data.draw(scenes_of(pack, "points", "score")))


def test_a_cap_that_does_not_hold_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Cap, "_clamp", lambda self, value: value)
    assert refuted(caps_hold, scenes_of("generated", "points", "score"))


def black_list_costs_five_at_most(scene: Scene) -> None:
    for finding in judged(scene).findings:
        if finding.rule.id == "supervision-score":
            cost = next(value for name, _, value, _ in dict(finding.detail)["boxes"] if name == "black-list")  # type: ignore[attr-defined]
            assert 0 <= low(cost) <= high(cost) <= 5


@given(scenes_of("liuzhou", "points", "score"), st.integers(0, 9))
def test_liuzhou_never_deducts_more_than_five(scene: Scene, more: int) -> None:
    notices = [record for record in scene.records if record.record_type == "notice"]
    copies = [copy(notice, f"more-{number}-{notice.id}") for notice in notices for number in range(more)]
    black_list_costs_five_at_most(scene.but(*scene.records, *copies))


def copy(record: Record, name: str, **changes: object) -> Record:
    return record.model_copy(update={"id": name, **changes})


# ---------------------------------------------------------------- quotas


def quotas_hold(scene: Scene) -> None:
    """Never more admitted than the quota; the excess is what is nominated above it."""
    for finding in judged(scene).findings:
        if finding.rule.kind != "quota":
            continue
        detail: dict[str, Any] = dict(finding.detail)
        if detail.get("exempt"):
            assert finding.state is State.WITHIN
        elif isinstance(detail["quota"], int) and finding.state is not State.UNDETERMINED:
            assert len(detail["admitted"]) <= detail["quota"]
            assert low(finding.value) == max(0, low(detail["nominated"]) - detail["quota"])
            assert high(finding.value) == max(0, high(detail["nominated"]) - detail["quota"])
            assert (finding.state is State.OVER) == (low(finding.value) > 0)


@pytest.mark.parametrize("pack", QUOTAS)
@given(st.data())
def test_no_more_are_admitted_than_the_quota_allows(pack: str, data: st.DataObject) -> None:
    quotas_hold(data.draw(scenes_of(pack, "quota")))


@pytest.mark.parametrize(
    ("where", "name", "broken"),
    [
        (quota.Quota, "_place", lambda self, member, field, least, most: "admitted"),
        (quota, "_excess", lambda nominated, bounds: 0),
    ],
)
def test_a_quota_that_does_not_hold_is_found(
    monkeypatch: pytest.MonkeyPatch, where: object, name: str, broken: object
) -> None:
    monkeypatch.setattr(where, name, broken)
    assert refuted(quotas_hold, scenes_of("generated", "quota"))


# ---------------------------------------------------------------- ladders

Steps = dict[tuple[str, str, object], tuple[Any, Any]]


def steps_of(findings: tuple[Finding, ...]) -> Steps:
    """The step surely reached and the highest that may have been, of each subject in each window."""
    found: Steps = defaultdict(lambda: (0, 0))
    for finding in findings:
        if finding.rule.kind == "ladder":
            key = (finding.rule.id, finding.subject, finding.period)
            least, most = found[key]
            found[key] = (max(least, low(finding.value)), max(most, high(finding.value)))
    return found


def ladders_never_go_down(scene: Scene, pick: int) -> None:
    """One more record of a type that a ladder looks at leaves every subject on its step, or above."""
    pack = scene.sight.policy.id
    events = [record for record in scene.records if record.date is not None and record.record_type != "matter"]
    assume(events)
    chosen = events[pick % len(events)]
    changes: dict[str, date] = {} if pack in ("liuzhou", "trial") else {"date": scene.as_of}
    before = judged(scene)
    more = scene.but(*scene.records, copy(chosen, "added", **changes))
    after = evaluate(more.sight.policy, more.records, as_of=more.as_of)
    assume(after.complete)  # its other dates may be too early for the later one
    reached = steps_of(after.findings)
    for key, (least, most) in steps_of(before.findings).items():
        assert reached[key][0] >= least and reached[key][1] >= most, key


@pytest.mark.parametrize("pack", LADDERS)
@given(st.data())
def test_a_ladder_never_goes_down(pack: str, data: st.DataObject) -> None:
    ladders_never_go_down(data.draw(scenes_of(pack, "ladder")), data.draw(st.integers(0, 9)))


def test_a_ladder_that_goes_down_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def lowest_only(*given: Any, again: bool) -> Climb:
        found = climb(*given, again=again)
        found.rungs = [min(found.reached)] if len(found.reached) == 1 else []
        return found

    monkeypatch.setattr(ladder, "climb", lowest_only)
    assert refuted(ladders_never_go_down, scenes_of("liuzhou", "ladder"), st.integers(0, 9))


# ---------------------------------------------------------------- deductions


def deductions_never_raise(scene: Scene, pick: int) -> None:
    """One more of a record that is only ever deducted for raises nobody's score."""
    bad = [record for record in scene.records if {record.record_type, getattr(record, "kind", "")} & {*DEDUCTED}]
    assume(bad)
    added = copy(bad[pick % len(bad)], "added")
    before, after = (scores_of(judged(each).findings) for each in (scene, scene.but(*scene.records, added)))
    for key, value in before.items():
        assert low(after[key]) <= low(value) and high(after[key]) <= high(value), key


def scores_of(findings: tuple[Finding, ...]) -> dict[tuple[object, ...], Any]:
    return {
        (finding.rule.id, finding.subject, finding.period): finding.value
        for finding in findings
        if finding.rule.kind == "score" and finding.value is not None
    }


@pytest.mark.parametrize("pack", RISING)
@given(st.data())
def test_more_deductions_never_raise_a_score(pack: str, data: st.DataObject) -> None:
    deductions_never_raise(data.draw(scenes_of(pack, "points", "score")), data.draw(st.integers(0, 9)))


def test_a_deduction_that_raises_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring, "signed", lambda value, effect, within: value)
    assert refuted(deductions_never_raise, scenes_of("generated", "points", "score"), st.integers(0, 9))
