"""附件《督查专项考核评分细则》 by hand: the points of each unit in a year, and its place among its category."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from counterparts.by_hand import Fields, Found, Rows, among, every, quotient, some
from counterparts.district_book import EVENTS, Book
from supervision_rules.expressions import Interval


@dataclass(frozen=True)
class Points:
    """From the least to the most."""

    low: Fraction | int = 0
    high: Fraction | int = 0

    def __add__(self, other: Points) -> Points:
        return Points(self.low + other.low, self.high + other.high)

    def less(self, other: Points) -> Points:
        return Points(self.low - other.high, self.high - other.low)

    def at_most(self, most: int) -> Points:
        return Points(min(self.low, most), min(self.high, most))

    def if_(self, answer: bool | None) -> Points:
        """The points where the answer is yes, none where it is no, perhaps where it is not known."""
        return self if answer else Points(0, 0 if answer is False else self.high)

    @property
    def value(self) -> Any:
        return self.low if self.low == self.high else Interval(self.low, self.high)


LEVELS = {"national": 5, "provincial": 3, "city": 2, "district": 1}
FIVE_TO_ONE: Mapping[str | None, Points] = {
    None: Points(0, 5),
    **{level: Points(points, points) for level, points in LEVELS.items()},
    **{f"{level}_department": Points(0, points) for level, points in LEVELS.items()},
}
THREE_TO_ONE = {None: Points(1, 3), "special": Points(3, 3), "greater": Points(2, 2), "ordinary": Points(1, 1)}
TEN_TO_THREE = {None: Points(3, 10), "special": Points(10, 10), "greater": Points(5, 5), "ordinary": Points(3, 3)}
SLIP = {None: Points(3, 10), "red": Points(10, 10), "yellow": Points(5, 5), "blue": Points(3, 3)}
ADDITIONS = ("commendation", "experience", "approval", "research")


class Year:
    """The points of each unit in a year, by item."""

    def __init__(self, book: Book, year: int) -> None:
        self.book, self.year = book, year
        self.units = [row for row in book.rows["unit"] if row["category"] is not None and holds(row, year, book.as_of)]
        self.items: dict[str, dict[str, Points]] = defaultdict(lambda: defaultdict(Points))

    @classmethod
    def all(cls, book: Book) -> Iterator[Found]:
        years = {book.as_of.year}
        for name, days in EVENTS.items():
            years.update(row[day].year for row in book.rows[name] for day in days if row[day])
        for year in years:
            yield from cls(book, year).found()

    def found(self) -> Iterator[Found]:
        for item, row, points in self.events():
            if row["date"].year == self.year and points.high:
                self.items[item][row["unit"]] += points
        done = (row for row in self.book.matters.values() if self.book.finished(row))
        closed = Counter(row["unit"] for row in done if row["closed"].year == self.year)
        most: Counter[str] = Counter()
        for unit in self.units:
            most[unit["category"]] = max(most[unit["category"]], closed[unit["id"]])
        scores: dict[str, Points] = {}
        for unit in self.units:
            effect = share(closed[unit["id"]], most[unit["category"]])
            yield self.one("effectiveness", unit, "scored", effect)
            yield from self.by_item(unit)
            scores[unit["id"]] = self.score(unit["id"], Points(effect, effect))
            yield self.one("annual-score", unit, "scored", scores[unit["id"]].value)
        yield from self.ranks(scores)

    def one(self, rule: str, unit: Fields, state: str, value: Any) -> Found:
        return (rule, unit["id"], state, date(self.year, 12, 31), value, date(self.year, 1, 1))

    def by_item(self, unit: Fields) -> Iterator[Found]:
        for item, of_unit in self.items.items():
            if unit["id"] in of_unit:
                yield self.one(item, unit, "scored", of_unit[unit["id"]].value)

    def score(self, unit: str, effect: Points) -> Points:
        """基础分80，动态加分不超过20，动态减分不超过80。"""
        added, deducted = effect, Points()
        for item, of_unit in self.items.items():
            points = of_unit.get(unit, Points())
            added, deducted = (added + points, deducted) if item in ADDITIONS else (added, deducted + points)
        added, deducted = added.at_most(20), deducted.at_most(80)
        if added.low != added.high and deducted.low == deducted.high:  # what is known first: the 28th digit hangs on it
            return Points(80, 80).less(deducted) + added
        return (Points(80, 80) + added).less(deducted)

    def ranks(self, scores: Mapping[str, Points]) -> Iterator[Found]:
        for unit in self.units:
            own = scores[unit["id"]]
            others = [
                scores[other["id"]]
                for other in self.units
                if other["category"] == unit["category"] and other["id"] != unit["id"]
            ]
            best = 1 + sum(other.low > own.high for other in others)
            worst = 1 + sum(other.high > own.low for other in others)
            value = best if best == worst else Interval(best, worst)
            yield self.one("rank", unit, "ranked" if best == worst else "undetermined", value)

    def events(self) -> Iterator[tuple[str, Fields, Points]]:
        rows = self.book.rows
        for row in rows["commendation"]:
            points = FIVE_TO_ONE[row["level"]]
            if row["kind"] == "praise":
                yield "commendation", row, points.if_(row["comprehensive"])
            elif row["kind"] == "experience":
                yield "experience", row, points.if_(row["formal"])
        for row in rows["opinion"]:
            points = FIVE_TO_ONE[row["level"]]
            if row["research_report"] is None:
                yield "approval", row, points.if_(among(row["approving"], "positive"))
            yield "disapproval", row, points.if_(among(row["approving"], "negative"))
        for row in rows["research_report"]:
            yield "research", row, FIVE_TO_ONE[row["level"]].if_(among(row["outcome"], "approved", "adopted"))
        yield from self.deductions(rows)

    def deductions(self, rows: Rows) -> Iterator[tuple[str, Fields, Points]]:
        yield from self.prompts(rows["prompt"])
        yield from self.objections(rows["objection"])
        for row in rows["finding"]:
            if row["kind"] == "quality":
                yield "poor-quality", row, self.weight(row)
            elif row["kind"] == "falsehood":
                yield "false-report", row, self.weight(row, TEN_TO_THREE)
        for row in rows["reminder"]:
            yield "slip-deduction", row, SLIP[row["colour"]]

    def weight(self, row: Fields, table: Mapping[str | None, Points] = THREE_TO_ONE) -> Points:
        matter = self.book.matters.get(row["matter"])
        return table[matter["importance"] if matter else None]

    def prompts(self, rows: Sequence[Fields]) -> Iterator[tuple[str, Fields, Points]]:
        """未按时接收或反馈、经提示后完成，且没有为这次超期发催办单的，在完成的那一年减；为一次超期提示几次的，减一次。"""
        counted: set[tuple[Any, ...]] = set()
        for row in rows:
            done, matter = row["fulfilled"], self.book.matters[row["matter"]]
            if done is None or row["reminder"] is not None:
                continue
            due = row["due"] or (matter["receive_by"] if row["about"] == "receipt" else None)
            lateness = (row["unit"], done.year, row["matter"], row["about"], due)
            if due is None or (done > due and lateness not in counted):
                counted.add(lateness)
                yield "prompted-late", {**row, "date": done}, self.weight(row).if_(None if due is None else True)

    def objections(self, rows: Sequence[Fields]) -> Iterator[tuple[str, Fields, Points]]:
        """有异议而没有在接单当日书面提出的，一件事项减一次，归首次提出的那一年。"""
        of_unit: dict[tuple[str, str], Points] = defaultdict(Points)
        for row in rows:
            found = self.weight(row).if_(self.late_objection(row))
            about = (row["unit"], row["matter"])
            of_unit[about] = Points(max(of_unit[about].low, found.low), max(of_unit[about].high, found.high))
        for (unit, matter), points in of_unit.items():
            first = self.book.of("objection", self.book.matters[matter])[0]
            yield "late-objection", {**first, "unit": unit}, points

    def late_objection(self, row: Fields) -> bool | None:
        matter = self.book.matters[row["matter"]]
        received, others = matter["received"], self.book.of("objection", matter)
        on_the_day = (
            every(other["in_writing"], None if received is None else other["date"] <= received) for other in others
        )
        that_day = some(*on_the_day)
        over = some(row["date"] < self.book.as_of, None if received is None else row["date"] > received)
        return every(None if that_day is None else not that_day, over)


def share(closed: int, most: int) -> Fraction | int:
    """10×（本单位办结数÷本类别最多的办结数），没有办结的为0。"""
    return 10 * quotient(closed, most) if most else 0


def holds(unit: Fields, year: int, as_of: date) -> bool:
    return (unit["since"] is None or unit["since"] <= min(date(year, 12, 31), as_of)) and (
        unit["until"] is None or unit["until"].year >= year
    )
