"""The value explained is the value computed, and the fast evaluator agrees with the reference in every rule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_judging import EVERY, judged, refuted, scenes_of
from pack_ledgers import Scene

from supervision_rules.catalogue import Lang
from supervision_rules.expressions import Traced
from supervision_rules.expressions import reference as evaluator
from supervision_rules.findings import Explanation, Finding
from supervision_rules.language.expression import Expression
from supervision_rules.reports.json import explanation_json
from supervision_rules.reports.wording import Wording
from supervision_rules.results import Run
from supervision_rules.world import Row

SUMS = ("score-total", "points-add", "points-deduct", "quota-")
LANGUAGES: tuple[Lang, ...] = ("zh", "en")


def assert_same(expression: Expression, row: Row, traced: Traced) -> None:
    fast = expression.fast(row)
    assert (fast, type(fast)) == (traced.value, type(traced.value)), (expression.text, dict(row))


def explained_is_computed(scene: Scene) -> None:
    """Every finding is explained in both languages, and whatever is explained is what was computed."""
    trace = Expression.trace

    def traced(self: Expression, row: Row) -> Traced:
        found = trace(self, row)
        assert_same(self, row, found)
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Expression, "trace", traced)
        result = judged(scene)
        for run in result.runs:
            wordings = [Wording(run, lang) for lang in LANGUAGES]
            for finding in run.findings:
                explanation = result.explain(finding)
                agrees(explanation, finding)
                for wording in wordings:
                    assert explanation_json(wording, explanation)["text"]


def agrees(explanation: Explanation, finding: Finding) -> None:
    """What the reasons say of due days, sums and ranks is what the finding says."""
    detail = dict(finding.detail)
    assert explanation.words["finding"] is finding
    for part in explanation.parts:
        if part.phrase.startswith(SUMS):
            for name in {"raw", "quota", "nominated"} & {*part.words} & {*detail}:
                assert part.words[name] == detail[name], (finding, part.phrase)
        if part.phrase in ("limit", "due-date"):
            assert part.words["due"] == finding.day
        if part.phrase == "case-matched" and finding.rule.kind == "time_limit" and finding.case is not None:
            assert part.words["number"] == finding.case + 1
        if part.phrase == "ranked":
            assert part.words["rank"] == finding.value


@pytest.mark.parametrize("pack", EVERY)
@given(st.data())
def test_explained_is_computed(pack: str, data: st.DataObject) -> None:
    explained_is_computed(data.draw(scenes_of(pack)))


def fast_is_reference(scene: Scene) -> None:
    """On every expression of the pack, for every record that there is, through windows and at earlier days too."""
    for run in judged(scene).runs:
        for base, expression in scene.sight.expressions:
            for row in rows_of(run, base, scene):
                assert_same(expression, row, expression.trace(row))


def rows_of(run: Run, base: str, scene: Scene) -> Iterator[Row]:
    world = run.world
    for row in world.of(base):
        yield row
        yield row.at(scene.as_of - timedelta(days=30))
    if base in world.schema.registers:
        yield from world.window(base, "year")


@pytest.mark.parametrize("pack", EVERY)
@given(st.data())
def test_fast_is_reference(pack: str, data: st.DataObject) -> None:
    fast_is_reference(data.draw(scenes_of(pack)))


@pytest.mark.parametrize("property_", [explained_is_computed, fast_is_reference])
def test_evaluators_that_disagree_are_found(monkeypatch: pytest.MonkeyPatch, property_: object) -> None:
    """Where the reference forgets that one unknown does not decide an ``and``."""
    module = import_module(evaluator.__module__)
    monkeypatch.setattr(module, "conjunction", lambda values: None if None in values else all(values))
    assert refuted(property_, scenes_of("district"))  # type: ignore[arg-type]
