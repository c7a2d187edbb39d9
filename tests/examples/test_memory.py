"""Memory: an evaluation makes no circles that only the cyclic collector could free, and leaves it as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date

import pytest
from example_ledgers import EXAMPLES, batch, cities, policy

from supervision_rules import engine
from supervision_rules.api import calendar_of, judge
from supervision_rules.memory import CollectorPaused

AS_OF = date(2022, 12, 31)


@pytest.fixture
def paused() -> Iterator[None]:
    """No collection but those that the test asks for."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("paused")
@pytest.mark.parametrize("pack", cities())
def test_an_evaluation_leaves_nothing_to_collect(pack: str) -> None:
    compiled, records = policy(pack).compiled, batch(EXAMPLES / pack, pack).records
    calendar = calendar_of(compiled, ())
    gc.collect()
    world, findings = engine.judge(compiled, records, AS_OF, calendar)
    assert gc.collect() == 0
    world.close()
    del world
    assert gc.collect() == 0
    assert judge(policy(pack), records, as_of=AS_OF) == findings
    assert gc.collect() == 0


@pytest.mark.usefixtures("paused")
def test_a_circle_would_be_found() -> None:
    gc.collect()
    circle: list[object] = []
    circle.append(circle)
    del circle
    assert gc.collect() == 1


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was(enabled: bool) -> None:
    (gc.enable if enabled else gc.disable)()
    try:
        with CollectorPaused():
            assert not gc.isenabled()
            with CollectorPaused():
                pass
            assert not gc.isenabled()
        assert gc.isenabled() is enabled
        with pytest.raises(ZeroDivisionError), CollectorPaused():
            raise ZeroDivisionError
        assert gc.isenabled() is enabled
    finally:
        gc.enable()
