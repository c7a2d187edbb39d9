"""Turns at the edge of what can be a date: the last ones are left out, none fails."""

from __future__ import annotations

from datetime import date

import pytest

from supervision_rules.calendar import calendar_for
from supervision_rules.constructs.cadence import Cadence
from supervision_rules.constructs.due_day import DueDay
from supervision_rules.constructs.turns import Turns, turns_of

CALENDAR = calendar_for("CN", ())


PERIODS = ("week", "ten days", "month", "2 months", "quarter", "4 months", "half year", "year")
SEVERAL = ("2 weeks from start", "5 months from start", "3 years from start")


@pytest.mark.parametrize("each", [*PERIODS, *(f"{each} from start" for each in PERIODS), *SEVERAL])
@pytest.mark.parametrize("due", [None, DueDay(day=31, month=12)])
@pytest.mark.parametrize("start", [date(9990, 1, 1), date(9990, 12, 31), date(9999, 12, 31)])
def test_the_last_turns(each: str, due: DueDay | None, start: date) -> None:
    how_often = turns_of(each)
    assert how_often is not None
    turns = list(Cadence(how_often, due, False).terms(start, None, date.max, CALENDAR))
    assert all(turn.period.first <= turn.period.last <= turn.due for turn in turns)
    last = [turn.period.first.year for turn in turns[-1:]]
    assert last == ([] if start.year == 9999 else [9993 + (start.month == 12)] if each[0] == "3" else [9997])


def test_turns_up_to_the_day_asked() -> None:
    turns = Cadence(Turns(1, "year", False), DueDay(day=20), False).terms(
        date(2020, 3, 1), None, date(2021, 12, 31), CALENDAR
    )
    assert [(turn.period.label, turn.due) for turn in turns] == [
        ("2020年", date(2021, 1, 20)),
        ("2021年", date(2022, 1, 20)),
    ]
