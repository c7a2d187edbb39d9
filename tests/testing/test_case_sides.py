"""Which rules the cases show on one side only, and which side is lacking."""

from __future__ import annotations

from pathlib import Path

import pytest
from town import CASE, ran

from supervision_rules.diagnostics import Collector
from supervision_rules.policy import load_pack
from supervision_rules.testing import run_cases

POINTS = """\
pack: points
label: 计分
version: 1.0.0
language: 1
document: {title: 计分办法, issuer: 某镇人民政府}
facts:
  - {id: blacks, of: unit, label: 黑榜次数, window: year, count: list_notice, where: list == "black"}
rules:
  - kind: points
    id: deducted
    label: 黑榜扣分
    cite: {clause: 第一条, words: 每次扣2分}
    window: year
    value: blacks * 2
    effect: deduct
    into: black
  - kind: score
    id: total
    label: 年度得分
    cite: {clause: 第一条, words: 基础分100分}
    window: year
    base: 100
    boxes:
      - {id: black, label: 扣分, effect: deduct}
"""
POINT_CASES = """\
pack: points
units:
  - {type: unit, id: u1, name: 甲局}
cases:
"""
POINT_CASE = """\
  - id: {rule}-{count}
    rule: {rule}
    as_of: 2021-12-31
    records:
      - {{type: notice, id: "n{{n}}", kind: list_notice, date: 2021-03-15, list: black, unit: u1, times: {count}}}
    expect: [{{subject: u1, state: scored, value: {value}}}]
"""

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


@pytest.mark.parametrize(
    ("cases", "shown"),
    [
        ([("deducted", 0, 0), ("total", 0, 100)], {"deducted": False, "total": False}),
        ([("deducted", 1, 2), ("total", 1, 98)], {"deducted": True, "total": True}),
        ([("deducted", 0, 0), ("deducted", 1, 2), ("total", 0, 100), ("total", 50, 0)], {}),
    ],
)
def test_no_points_and_a_score_at_its_base_are_the_other_side(
    cases: list[tuple[str, int, int]], shown: dict[str, bool], tmp_path: Path
) -> None:
    path, diagnostics = tmp_path / "points.yaml", Collector()
    path.write_text(POINTS, encoding="utf-8")
    written = "".join(POINT_CASE.format(rule=rule, count=count, value=value) for rule, count, value in cases)
    report = run_cases(load_pack(path), (POINT_CASES + written).encode(), "cases.yaml", diagnostics)
    assert report is not None, [found.message("en") for found in diagnostics]
    assert not report.failed
    assert {rule.rule: rule.shown for rule in report.one_sided} == shown
