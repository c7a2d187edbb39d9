"""After a document has ended a unit is judged by it only where something of it is left: open, or on record."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, rule

MONTH = rule("kind: points\nwindow: month\nvalue: closed_ones * 0 + 1\neffect: add", "month")
OTHER = {"type": "unit", "id": "u2", "name": "另一局"}
MEAN = rule("kind: points\nwindow: year\nvalue: months_scored\neffect: add", "over")
SCORED = """
- {id: closed_ones, label: 办结件数, of: unit, count: matter, by: closed, window: month}
- {id: months_scored, label: 月数, of: unit, sum: months, take: points("month"), window: year}
"""


def reminder(day: str) -> dict[str, object]:
    return {"type": "reminder", "id": f"r{day}", "date": day, "matter": "m1"}


@pytest.mark.parametrize(
    ("records", "u1", "u2"),
    [
        # Closed before the end: nothing is left.
        ([matter("m1", "2021-01-04", closed="2021-01-31"), reminder("2021-03-01")], [1, 2, 3], [1, 2]),
        ([matter("m1", "2021-01-04", closed="2021-02-28")], [1, 2], [1, 2]),
        ([matter("m1", "2021-01-04", closed="2021-03-01")], [1, 2, 3], [1, 2]),
        ([matter("m1", "2021-01-04", closed="2021-05-01"), reminder("2021-04-01")], [1, 2, 4, 5], [1, 2]),
        # Open: in each month in which something of the document is on record.
        (
            [
                matter("m1", "2021-01-04", closed="2021-04-01"),
                matter("m2", "2021-01-05", unit="u2"),
            ],
            [1, 2, 4],
            [1, 2, 4],
        ),
        # Begun after the end: of no concern.
        ([matter("m1", "2021-01-04", closed="2021-01-31"), matter("m2", "2021-03-01")], [1, 2], [1, 2]),
    ],
)
def test_months_after_the_end(tmp_path: Path, records: list[dict[str, object]], u1: list[int], u2: list[int]) -> None:
    policy = loaded(tmp_path, MONTH + MEAN, facts=SCORED, document="in_force: {since: 2021-01-01, until: 2021-02-28}")
    result = judged(policy, OTHER, *records, as_of="2021-06-30")
    months: dict[str, list[int]] = {"u1": [], "u2": []}
    for finding in result.findings:
        if finding.rule.id == "month" and finding.period:
            months[finding.subject].append(finding.period.first.month)
    assert months == {"u1": u1, "u2": u2}
    counted = {each.subject: each.value for each in result.findings if each.rule.id == "over"}
    assert counted == {"u1": len(u1), "u2": len(u2)}
