"""柳政发〔2021〕25号，四（三）、五：每季度的通报，单位每一年的得分、预算和问责。"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from counterparts.by_hand import Fields, Found, by_id, unfinished
from counterparts.liuzhou_book import IN_FORCE, Book
from supervision_rules.calendar import CALENDAR_YEARS, Period, add_months, period_of

UNIT_YEAR = tuple[str, int]


def quarterly_notice(book: Book) -> Iterator[Found]:
    """原则上每季度进行一次，每季度首月20日前完成上季度通报；加密和专项的不算。"""
    done: dict[date, date] = {}
    for row in book.rows["notice"]:
        regular = row["kind"] == "list_notice" and row["level"] == "city" and row["occasion"] == "regular"
        if regular and row["covers"] is not None and row["date"] <= book.as_of:
            first = period_of(row["covers"], "quarter").first
            done[first] = min(done.get(first, date.max), row["date"])
    for unit in book.rows["unit"]:
        if unit["group"] == "supervision_office" and unit["tier"] == "city":
            start = max(IN_FORCE, unit["since"] or IN_FORCE)
            end = min(book.as_of, unit["until"] or book.as_of)
            for quarter in CALENDAR_YEARS.between(start, end, "quarter"):
                yield quarter_of(book, unit["id"], quarter, done.get(quarter.first))


def quarter_of(book: Book, unit: str, quarter: Period, done: date | None) -> Found:
    due = add_months(quarter.first, 3).replace(day=20)
    rule, first = "quarterly-notice", quarter.first
    if done is not None:
        late = (done - due).days
        return (rule, unit, "late" if late > 0 else "on_time", due, max(late, 0), first)
    if book.as_of > due:
        return (rule, unit, "breached", due, 1, first)
    return (rule, unit, unfinished(due, book.as_of, book.calendar), due, 0, first)


# 五


def points(book: Book) -> Iterator[Found]:
    """20分、5分；自治区1次扣2分，市本级1次扣1分，最高可扣5分；自治区激励的加满分5分。"""
    item: dict[UNIT_YEAR, Decimal | int] = {}
    bonus: dict[UNIT_YEAR, Decimal | int] = {}
    for row in book.rows["appraisal"]:
        key = (row["unit"], min(row["date"].year, row["year"] or row["date"].year))
        if row["item_points"] is not None:
            item[key] = row["item_points"]
        bonus[key] = row["bonus_points"] or 0  # none stated: none given
    deducted = Counter[UNIT_YEAR]()
    for row in black_lists(book):
        deducted[row["unit"], row["date"].year] += 1 if row["level"] == "city" else 2
    full = {
        (row["unit"], row["date"].year): 5
        for row in book.rows["commendation"]
        if row["kind"] == "incentive" and row["level"] == "provincial"
    }
    for rule, values in (
        ("bonus-points", bonus),
        ("black-list-points", deducted),
        ("regional-incentive-bonus", full),
    ):
        yield from (scored(rule, key, value) for key, value in values.items())
    for key in {*item, *bonus, *deducted, *full}:
        if key not in item:
            yield (  # no appraisal on record: what was earned is not known
                "supervision-score", key[0], "undetermined", date(key[1], 12, 31), None, date(key[1], 1, 1),
            )  # fmt: skip
            continue
        extra = min(5, bonus.get(key, 0) + full.get(key, 0))
        total = min(20, item[key]) + extra - min(5, deducted[key])
        yield scored("supervision-score", key, total)


def scored(rule: str, key: UNIT_YEAR, value: Any) -> Found:
    unit, year = key
    return (rule, unit, "scored", date(year, 12, 31), value, date(year, 1, 1))


def black_lists(book: Book) -> Iterator[Fields]:
    for row in book.rows["notice"]:
        is_black = row["kind"] == "list_notice" and row["list"] == "black" and row["unit"] is not None
        if is_black and row["level"] in ("city", "provincial"):
            yield row


def budgets(book: Book) -> Iterator[Found]:
    """按照10%-20%增量安排该部门下一年度专项工作预算经费。"""
    units = by_id(book.rows["unit"])
    in_order = sorted(book.rows["budget"], key=lambda row: (row["date"], row["id"]))
    budget = {(row["unit"], row["year"]): row for row in in_order}
    praised = {
        (row["unit"], row["date"].year)
        for row in book.rows["commendation"]
        if row["kind"] == "incentive" and row["level"] == "national"
    }
    for unit, year in praised:
        if units[unit]["group"] != "municipal":
            continue
        row = budget.get((unit, year))
        period = date(year, 12, 31), None, date(year, 1, 1)
        if row is None or row["this_year"] is None or row["next_year"] is None:
            yield ("budget-increase", unit, "undetermined", *period)
        else:
            met = row["this_year"] * 110 <= row["next_year"] * 100 <= row["this_year"] * 120
            yield ("budget-increase", unit, "met" if met else "breached", *period)


def accountability(book: Book) -> Iterator[Found]:
    """年内…1次；2次或自治区1次，或问题比较严重；3次或自治区2次，或较多且性质严重，或回访发现整改不到位。"""
    notices = by_id(book.rows["notice"])
    events: dict[UNIT_YEAR, list[tuple[date, str]]] = defaultdict(list)
    for row in black_lists(book):
        events[row["unit"], row["date"].year].append((row["date"], row["level"]))
    for row in book.rows["finding"]:
        if row["unit"] is not None and row["kind"] in ("serious", "many_grave"):
            events[row["unit"], row["date"].year].append((row["date"], row["kind"]))
    for row in book.rows["return_visit"]:
        notice = notices.get(row["notice"])
        if row["rectified"] is False and notice is not None and notice["list"] == "black":
            events[row["unit"], row["date"].year].append((row["date"], "not_rectified"))
    for (unit, year), happened in events.items():
        for day, step in climbed(happened):
            yield ("accountability", unit, "reached", day, step, date(year, 1, 1))


def climbed(events: list[tuple[date, str]]) -> list[tuple[date, int]]:
    """The days on which a higher step is reached; of one day the highest."""
    seen = Counter[str]()
    reached: list[tuple[date, int]] = []
    for day, event in sorted(events):
        seen[event] += 1
        if seen["city"] >= 3 or seen["provincial"] >= 2 or seen["many_grave"] or seen["not_rectified"]:
            step = 3
        elif seen["city"] >= 2 or seen["provincial"] or seen["serious"]:
            step = 2
        else:
            step = 1
        if not reached or step > reached[-1][1]:
            if reached and reached[-1][0] == day:
                reached.pop()
            reached.append((day, step))
    return reached
