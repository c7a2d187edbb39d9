"""Judging a scene, and comparing what comes of two."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pack_ledgers import Scene, about, scenes
from pack_sight import PACKS, Sight, shipped
from pack_texts import generated

from supervision_rules.api import evaluate
from supervision_rules.expressions import Interval
from supervision_rules.expressions.values import ends
from supervision_rules.reports.json import result_json, to_bytes
from supervision_rules.results import Result

EVERY = (*PACKS, "generated")


def judged(scene: Scene) -> Result:
    """What the pack concludes about the records; none of them may be set aside."""
    result = evaluate(scene.sight.policy, scene.records, as_of=scene.as_of)
    assert result.complete, [found.message("en") for found in result.batch.set_aside]
    return result


def in_bytes(scene: Scene) -> bytes:
    """The whole result with every explanation, as it would be written."""
    return to_bytes(result_json(judged(scene), explained=True))


def low(value: object) -> object:
    return ends(value)[0] if isinstance(value, Interval) else value


def high(value: object) -> object:
    return ends(value)[1] if isinstance(value, Interval) else value


def packs(name: str) -> st.SearchStrategy[Sight]:
    """A shipped pack, or any generated one."""
    return generated() if name == "generated" else st.just(shipped(name))


def scenes_of(name: str, *kinds: str) -> st.SearchStrategy[Scene]:
    """Scenes of a pack, for its rules of these kinds if any are named."""
    return packs(name).flatmap(lambda sight: about(sight, *kinds) if kinds else scenes(sight))


def refuted(holds: Callable[..., None], *strategies: st.SearchStrategy[Any]) -> bool:
    """Whether a scene is found that the property does not hold for."""

    @settings(max_examples=200, derandomize=True, phases=[Phase.generate], report_multiple_bugs=False)
    @given(st.tuples(*strategies))
    def tried(drawn: tuple[Any, ...]) -> None:
        holds(*drawn)

    try:
        tried()
    except AssertionError:
        return True
    return False
