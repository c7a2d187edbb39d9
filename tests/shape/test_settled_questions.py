"""Questions about the days of a window, and about sums: told where they have one answer only, wherever that may lie."""

from __future__ import annotations

import pytest
from test_what_changes_nothing import FACTS, RULE, told

OF_MATTERS = RULE.replace("on: unit", "on: matter").replace("window: year", "window: month")


def settled(text: str) -> list[str]:
    return [message for code, message in told(text) if code == "SR364"]


def always(condition: str, value: str) -> list[str]:
    return [f"按各项的取值范围，“{condition}”总是 {value}"]


@pytest.mark.parametrize(
    ("condition", "value"),
    [
        ("add_days(period_end, 5) < as_of", "false"),
        ("add_workdays(period_end, 1) <= as_of", "false"),
        ("add_months(as_of, -1) > period_end", "false"),
        ("end_of_month(period_end) < as_of", "false"),
        ("as_of <= period_end", "true"),
        ("as_of >= period_start", "true"),
        ("period_start > period_end", "false"),
        ("period_end == add_days(as_of, -1)", "false"),
        ("as_of != add_days(period_start, -1)", "true"),
        ("add_days(date, 3) > date", "true"),
        ("add_days(date, 3) == date", "false"),
        ("period_end <= as_of", None),
        ("add_days(period_end, -1) < as_of", None),
        ("add_workdays(period_end, -1) < as_of", None),
        ("start_of_month(period_end) < as_of", None),
        ("add_months(period_start, 1) > period_end", None),
        ("date < as_of", None),
        ("add_days(date, 3) < as_of", None),
    ],
)
def test_days_of_the_window_of_a_record(condition: str, value: str | None) -> None:
    text = f"{OF_MATTERS}    when: {condition}\n    outcome: 甲\n"
    assert settled(text) == (always(condition, value) if value else [])
    beside = f"{OF_MATTERS}    when: not known(closed) and ({condition} or known(received))\n    outcome: 甲\n"
    assert settled(beside) == (always(condition, value) if value else [])
    # Of a unit the day asked may lie long after its window, and a record that is counted is known as of that day.
    after = "as_of" in condition and "period_end" in condition
    of_unit = f"{RULE}    when: {condition}\n    outcome: 甲\n"
    assert settled(of_unit) == ([] if after or value is None else always(condition, value))
    counted = RULE.replace("outcome", "points").replace("    on: unit\n", "")
    counted += f"    count: matter\n    where: {condition}\n    each: 1\n    effect: add\n"
    assert not after or settled(counted) == []


@pytest.mark.parametrize(
    ("condition", "value"),
    [
        ("slips + late >= 0", "true"),
        ("slips + late < 0", "false"),
        ("slips * 2 > -1 - late", "true"),
        ("slips + late > 0", None),
        ("slips - late >= 0", None),
        ("slips / late >= 0", None),
    ],
)
def test_sums(condition: str, value: str | None) -> None:
    keys = "    if_zero: 0\n" if "/" in condition else ""
    text = f"{FACTS}{RULE}    when: {condition}\n{keys}    outcome: 甲\n"
    assert settled(text) == (always(condition, value) if value else [])


@pytest.mark.parametrize(
    ("condition", "value"),
    [
        ("known(received) or received > date(2021, 5, 1)", "true"),
        ("not known(received) and received > date(2021, 5, 1)", "false"),
        ("known(received) or closed > date(2021, 5, 1)", None),
        ("known(received) and received > date(2021, 5, 1)", None),
        ("not known(received) or received > date(2021, 5, 1)", None),
    ],
)
def test_the_same_wherever_it_can_be_decided(condition: str, value: str | None) -> None:
    """Not on record, it is unknown: so a part that was to tell the records apart does not."""
    text = f"{OF_MATTERS}    when: {condition}\n    outcome: 甲\n"
    assert settled(text) == (["凡是定得下来的，" + always(condition, value)[0]] if value else [])


@pytest.mark.parametrize(
    ("condition", "value"),
    [
        ("month(date) > 12", "false"),
        ("month(date) >= 1", "true"),
        ("month(date) == 12", None),
        ("day(date) + 1 > 32", "false"),
        ("weekday(date) <= 7", "true"),
        ("weekday(date) <= 5", None),
        ("month(date) == year(date)", None),
    ],
)
def test_parts_of_a_day(condition: str, value: str | None) -> None:
    text = f"{OF_MATTERS}    when: {condition}\n    outcome: 甲\n"
    assert settled(text) == (always(condition, value) if value else [])
