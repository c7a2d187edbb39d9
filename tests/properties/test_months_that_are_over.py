"""What a monthly rule hears of a rule without windows stays what it was at the end of the month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_judging import judged, refuted
from pack_ledgers import Scene, about
from pack_looking_back import ASKED, ASKED_OF_UNITS, asking

from supervision_rules.world import Row

MONTHLY = {*ASKED, *ASKED_OF_UNITS}
SCENES = st.deferred(lambda: about(asking(), "outcome", "requirement", "time_limit"))
BACK = st.integers(1, 150)


def of_months(scene: Scene, as_of: date, until: date) -> Iterator[tuple[object, ...]]:
    """What is found, as of a day, of the months that ended by another."""
    for found in judged(replace(scene, as_of=as_of)).findings:
        if found.rule.id in MONTHLY and found.period is not None and found.period.last <= until:
            yield found.rule.id, found.subject, found.period, found.state, found.missing


def known_in_time(scene: Scene) -> Scene:
    """The same, each record known on its day."""
    return scene.but(*(record.model_copy(update={"recorded": None}) for record in scene.records))


def closed_months_stay(scene: Scene, back: int) -> None:
    known, day = known_in_time(scene), scene.as_of - timedelta(days=back)
    assert [*of_months(known, scene.as_of, day)] == [*of_months(known, day, day)]


@given(SCENES, BACK)
def test_closed_months_stay(scene: Scene, back: int) -> None:
    closed_months_stay(scene, back)


def test_the_future_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a rule without windows tells what it finds on the day asked."""
    monkeypatch.setattr(Row, "seen_on", None)
    assert refuted(closed_months_stay, SCENES, BACK)


@given(SCENES)
def test_every_function_is_answered_as_on_the_last_day(scene: Scene) -> None:
    """A month that has just ended is told as it is told later."""
    end = date(scene.as_of.year, scene.as_of.month, 1) - timedelta(days=1)
    known = known_in_time(scene)
    assert [*of_months(known, scene.as_of, end)] == [*of_months(known, end, end)]
