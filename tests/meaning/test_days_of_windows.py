"""The days of a window as they are asked about: of a record, as it stood at its end, and never later."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, rule

ON = "kind: outcome\non: matter\nwindow: month\noutcome: 甲\n"
DAYS = ("2021-01-31", "2021-02-01", "2021-02-06", "2021-03-15", "2021-12-31")


@pytest.mark.parametrize(
    ("condition", "months"),
    [
        ("add_days(period_end, 5) < as_of", (0, 0, 0, 0, 0)),
        ("add_workdays(period_end, 1) <= as_of", (0, 0, 0, 0, 0)),
        ("as_of <= period_end and as_of >= period_start", (1, 2, 2, 3, 12)),
        ("period_end <= as_of", (1, 1, 1, 2, 12)),
    ],
)
def test_as_of_lies_within_the_window_of_a_record(tmp_path: Path, condition: str, months: tuple[int, ...]) -> None:
    policy = loaded(tmp_path, rule(f"{ON}when: {condition}"))
    results = [judged(policy, matter(day="2021-01-20"), as_of=day) for day in DAYS]
    assert tuple(len(result.findings) for result in results) == months


def test_of_a_unit_it_is_the_day_asked(tmp_path: Path) -> None:
    policy = loaded(tmp_path, rule(f"{ON.replace('matter', 'unit')}when: add_days(period_end, 5) < as_of"))
    results = [judged(policy, matter(day="2021-01-20"), as_of=day) for day in DAYS]
    assert [len(result.findings) for result in results] == [0, 0, 1, 2, 11]
