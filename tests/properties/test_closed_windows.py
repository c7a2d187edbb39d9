"""What is found about a matter in a month that is over stays, whatever comes later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_judging import judged, refuted, scenes_of
from pack_ledgers import Scene

from supervision_rules.world import Row
from supervision_rules.world.world import KnownWorld


def standing(scene: Scene, as_of: date, until: date) -> Iterator[tuple[object, ...]]:
    """What is found, as of a day, of the months that ended by another."""
    for found in judged(replace(scene, as_of=as_of)).findings:
        if found.rule.id == "standing" and found.period is not None and found.period.last <= until:
            yield found.subject, found.period, found.state, found.missing


def closed_months_stay(scene: Scene, back: int) -> None:
    recorded = (record.model_copy(update={"recorded": None}) for record in scene.records)
    known, day = scene.but(*recorded), scene.as_of - timedelta(days=back)
    assert [*standing(known, scene.as_of, day)] == [*standing(known, day, day)]


BACK = st.integers(1, 120)


@given(scenes_of("generated", "requirement"), BACK)
def test_closed_months_stay(scene: Scene, back: int) -> None:
    closed_months_stay(scene, back)


def test_months_that_change_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a matter is seen in each month with all that is known in the end."""

    def ended(self: KnownWorld, row: Row, period: object) -> Row:
        return row.at(None, period)  # type: ignore[arg-type]

    monkeypatch.setattr(KnownWorld, "_ended", ended)
    assert refuted(closed_months_stay, scenes_of("generated", "requirement"), BACK)
