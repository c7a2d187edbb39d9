"""Turns at the edge of what can be a date: the last ones are left out, none fails."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from supervision_rules.calendar import calendar_for
from supervision_rules.constructs.cadence import Cadence, DueDay, Each

CALENDAR = calendar_for("CN", ())


@pytest.mark.parametrize("each", get_args(Each))
@pytest.mark.parametrize("due", [None, DueDay(day=31, month=12)])
@pytest.mark.parametrize("start", [date(9990, 1, 1), date(9990, 12, 31), date(9999, 12, 31)])
def test_the_last_turns(each: Each, due: DueDay | None, start: date) -> None:
    turns = list(Cadence(each, due, False).terms(start, None, date.max, CALENDAR))
    assert all(turn.period.first <= turn.period.last <= turn.due for turn in turns)
    assert [turn.period.first.year for turn in turns[-1:]] == ([9997] if start.year < 9999 else [])


def test_turns_up_to_the_day_asked() -> None:
    turns = Cadence("year", DueDay(day=20), False).terms(date(2020, 3, 1), None, date(2021, 12, 31), CALENDAR)
    assert [(turn.period.label, turn.due) for turn in turns] == [
        ("2020年", date(2021, 1, 20)),
        ("2021年", date(2022, 1, 20)),
    ]
