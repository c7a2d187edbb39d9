"""Judging a scene, and comparing what comes of two."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pack_ledgers import Scene

from supervision_rules.api import Result, evaluate
from supervision_rules.expressions import Interval
from supervision_rules.expressions.values import ends
from supervision_rules.reports.json import result_json, to_bytes

Property = Callable[[Scene], None]


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


def refuted(holds: Callable[..., None], *strategies: st.SearchStrategy[object], tries: int = 300) -> bool:
    """Whether a scene is found that the property does not hold for."""

    @settings(max_examples=tries, phases=[Phase.generate], report_multiple_bugs=False)
    @given(*strategies)
    def tried(*drawn: object) -> None:
        holds(*drawn)

    try:
        tried()
    except AssertionError:
        return True
    return False
