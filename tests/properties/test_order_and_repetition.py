"""The same records give the same bytes: in whatever order they come, however often they are judged."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_judging import EVERY, in_bytes, refuted, scenes_of
from pack_ledgers import Scene
from pack_sight import Sight

from supervision_rules import api, engine
from supervision_rules.compiler import compile_pack
from supervision_rules.diagnostics import Collector
from supervision_rules.policy import Policy
from supervision_rules.records import Models
from supervision_rules.records.settle import _Settling
from supervision_rules.reports.json import result_json, to_bytes


def order_never_matters(scene: Scene, order: Any) -> None:
    shuffled = list(scene.records)
    order.shuffle(shuffled)
    assert in_bytes(scene) == in_bytes(scene.but(*shuffled))


@pytest.mark.parametrize("pack", EVERY)
@given(st.data())
def test_the_order_of_records_never_matters(pack: str, data: st.DataObject) -> None:
    order_never_matters(data.draw(scenes_of(pack)), data.draw(st.randoms(use_true_random=False)))


def test_an_order_that_matters_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = lambda self: tuple(record for record, _ in self._kept.values())  # noqa: E731
    monkeypatch.setattr(_Settling, "in_order", kept)
    assert refuted(order_never_matters, scenes_of("liuzhou"), st.randoms(use_true_random=False))


@cache
def fresh(sight: Sight) -> Policy:
    """The same pack, compiled once more."""
    text = sight.policy.text
    compiled = compile_pack(text, {}, Collector())
    assert compiled is not None
    return Policy(text, compiled, Models(compiled.vocabulary))


def repetition_never_matters(scene: Scene) -> None:
    """Twice by the same policy, and once by one that was compiled afresh."""
    again = api.evaluate(fresh(scene.sight), scene.records, as_of=scene.as_of)
    assert in_bytes(scene) == in_bytes(scene) == to_bytes(result_json(again, explained=True))


@pytest.mark.parametrize("pack", EVERY)
@given(st.data())
def test_repetition_never_matters(pack: str, data: st.DataObject) -> None:
    repetition_never_matters(data.draw(scenes_of(pack)))


def test_a_repetition_that_matters_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = Random(0)
    monkeypatch.setattr(engine, "_order", lambda finding: (dice.random(),))
    assert refuted(repetition_never_matters, scenes_of("liuzhou", "requirement", "time_limit"))


def judging_again_with_what_was_judged(scene: Scene) -> None:
    """The batch that a result holds gives the same result: settling what is settled changes nothing."""
    once = api.evaluate(scene.sight.policy, scene.records, as_of=scene.as_of)
    for records in (once.batch, once.batch.records):
        again = api.evaluate(scene.sight.policy, records, as_of=scene.as_of)
        assert (again.findings, again.receipt) == (once.findings, once.receipt)


@pytest.mark.parametrize("pack", EVERY)
@given(st.data())
def test_judging_is_idempotent(pack: str, data: st.DataObject) -> None:
    judging_again_with_what_was_judged(data.draw(scenes_of(pack)))
