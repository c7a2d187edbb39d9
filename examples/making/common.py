"""What all the cities share: draws that always fall the same, days of an office's work, tables of records."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from types import MappingProxyType
from typing import Final, TypeVar

from supervision_rules.calendar import WorkCalendar

Value = bool | int | Decimal | str | date | list[str]
Record = dict[str, Value | None]
Item = TypeVar("Item")

WORDS: Final[Mapping[str, bool | None]] = MappingProxyType({"-": None, "true": True, "false": False})
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
NUMBER: Final = re.compile(r"\d{1,9}(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Dice:
    """Draws that hang on the seed and on what is drawn, and on nothing else: not on the order, not on the machine."""

    seed: int
    city: str

    def number(self, low: int, high: int, *what: object) -> int:
        """A whole number from ``low`` to ``high``, both included."""
        text = "/".join(map(str, (self.seed, self.city, *what)))
        drawn = int.from_bytes(sha256(text.encode()).digest()[:8], "big")
        return low + drawn % (high - low + 1)

    def one_of(self, items: Sequence[Item], *what: object) -> Item:
        return items[self.number(0, len(items) - 1, *what)]


@dataclass(frozen=True, slots=True)
class City:
    """How a city's ledger is made: its records by the seed, and the rows that cannot be used."""

    as_of: date
    """The day up to which the ledger is kept."""
    tables: frozenset[str]
    """The types of record that are kept as tables."""
    records: Callable[[int], list[Record]]
    bad_rows: Callable[[], list[Record]]


@dataclass(frozen=True, slots=True)
class Office:
    """The days of a city's office: its calendar, and the day up to which its ledger is kept."""

    dice: Dice
    calendar: WorkCalendar
    year: int
    as_of: date

    def workday(self, first: date, last: date, *what: object) -> date:
        """A working day from ``first`` on, drawn from the days up to ``last``."""
        drawn = first + timedelta(days=self.dice.number(0, (last - first).days, "day", *what))
        return self.calendar.next_workday(drawn)

    def in_part(self, number: int, parts: int, *what: object) -> date:
        """A working day in one of the equal ``parts`` of the year."""
        first, last = (date(self.year, 1, 2) + timedelta(days=part * 363 // parts) for part in (number, number + 1))
        return min(self.workday(first, max(first, last - timedelta(days=1)), number, *what), date(self.year, 12, 30))

    def done(self, start: date, due: date, turn: int, *what: object) -> date | None:
        """When something due was done. Of twelve in turn: eight before, one on the due day, two late, one never."""
        step = turn % 12
        if step == 5:
            return None
        if step in (3, 9):
            last = 1 if step == 3 else 15
            return self.past(self.calendar.add_workdays(due, self.dice.number(1, last, "late", *what)))
        return self.past(due if step == 7 else min(due, self.workday(start, due, *what)))

    def past(self, day: date) -> date | None:
        """The day, if it has come."""
        return day if day <= self.as_of else None


def rows(record_type: str, text: str) -> list[Record]:
    """The records of a table in plain text: headings, then one record a line; ``-`` is an empty cell."""
    headings, *lines = (line.split() for line in text.strip().splitlines())
    return [{"type": record_type, **_row(headings, line)} for line in lines]


def _row(headings: list[str], cells: list[str]) -> Record:
    return {name: read(cell) for name, cell in zip(headings, cells, strict=True)}


def read(cell: str) -> Value | None:
    """The value that a cell stands for; cells joined by ``、`` are a list."""
    if cell in WORDS:
        return WORDS[cell]
    if DAY.fullmatch(cell):
        return date.fromisoformat(cell)
    if NUMBER.fullmatch(cell):
        return Decimal(cell) if "." in cell else int(cell)
    return cell.split("、") if "、" in cell else cell


def flawed(text: str) -> list[Record]:
    """Records written ``name=value name=value``, one a line; days stay as they are written, right or wrong."""
    lines = (line.partition("#")[0].split() for line in text.strip().splitlines())
    return [{name: _as_written(value) for name, _, value in (cell.partition("=") for cell in line)} for line in lines]


def _as_written(cell: str) -> Value | None:
    return cell if DAY.fullmatch(cell) else read(cell)
