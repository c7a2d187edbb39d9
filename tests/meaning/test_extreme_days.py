"""The latest and the earliest day of several records, of which some have none."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, only, rule

FACT = "- {{id: day, label: 日期, of: unit, {way}: matter, take: {take}}}"
OPEN = matter("m1", day="2021-01-04")
DONE = matter("m2", day="2021-02-01", closed="2021-02-10", set_date="2021-02-20")
LATER = matter("m3", day="2021-03-01", closed="2021-03-10", set_date="2021-03-20")


def told(folder: Path, way: str, take: str, condition: str, *records: dict[str, object]) -> tuple[str, tuple[str, ...]]:
    keys = f"kind: requirement\non: unit\nrequire: {condition}"
    result = judged(loaded(folder, rule(keys), facts=FACT.format(way=way, take=take)), *records)
    return str(only(result).state), only(result).missing


@pytest.mark.parametrize(("way", "day"), [("max", "date(2021, 3, 10)"), ("min", "date(2021, 2, 10)")])
def test_what_has_not_happened_has_no_day(tmp_path: Path, way: str, day: str) -> None:
    """As with ``latest`` and ``earliest``: one that is still open does not hide when the others were closed."""
    assert told(tmp_path, way, "closed", f"day == {day}", OPEN, DONE, LATER) == ("met", ())
    assert told(tmp_path, way, "closed", "known(day)", OPEN, DONE, LATER) == ("met", ())
    assert told(tmp_path, way, "closed", "known(day)", OPEN) == ("breached", ())


@pytest.mark.parametrize("way", ["max", "min"])
@pytest.mark.parametrize("condition", ["known(day)", "first_known(day, date(2021, 1, 1)) > date(2021, 12, 1)"])
def test_a_planned_day_that_is_not_stated_may_be_any(tmp_path: Path, way: str, condition: str) -> None:
    assert told(tmp_path, way, "set_date", condition, OPEN, DONE, LATER) == ("undetermined", ("matter m1: set_date",))
    stated = {**OPEN, "set_date": "2021-01-20"}
    assert told(tmp_path, way, "set_date", "known(day)", stated, DONE) == ("met", ())
