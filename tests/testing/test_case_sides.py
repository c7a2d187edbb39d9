"""Which rules the cases show on one side only, and which side is lacking."""

from __future__ import annotations

import pytest
from town import CASE, ran

LATE = "    expect: [{subject: m1, state: overdue}]\n"
TIMELY = "    vary:\n      - {set: {m1.replied: 2021-10-08}, expect: [{subject: m1, state: on_time}]}\n"
OTHER = """\
      - {type: matter, id: m2, kind: instruction, date: 2021-09-27, unit: office, joint: false, received: 2021-09-28,
         replied: 2021-10-08}
    expect: [{subject: m1, state: overdue}, {subject: m2, state: on_time}]
"""


@pytest.mark.parametrize(
    ("expect", "shown"),
    [
        (LATE, {"reply": True, "report": None}),
        (TIMELY, {"reply": False, "report": None}),
        (LATE + TIMELY, {"report": None}),
        (OTHER, {"reply": True, "report": None}),
    ],
)
def test_sides(expect: str, shown: dict[str, bool | None]) -> None:
    report = ran(CASE + expect)
    assert not report.failed
    assert {rule.rule: rule.shown for rule in report.one_sided} == shown
    assert report.untested == tuple(shown)


def test_the_place_is_the_rule_in_the_pack() -> None:
    places = {rule.rule: (rule.span.line, rule.span.column) for rule in ran(CASE + LATE).one_sided}
    assert places == {"reply": (11, 9), "report": (21, 9)}
