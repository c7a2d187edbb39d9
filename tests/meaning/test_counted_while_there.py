"""Units are counted while they are there: as peers are, through a window on any day of it, else on the day asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, rule

FACTS = """\
- {id: offices, label: 下属单位数, of: unit, count: unit, via: parent}
- {id: new_offices, label: 当月成立的, of: unit, count: unit, via: parent, by: since, window: month}
- {id: units, label: 单位总数, of: project, count: unit, via: all}
- {id: in_year, label: 本年的下属单位数, of: unit, count: unit, via: parent, window: year}
- {id: in_quarter, label: 本季的下属单位数, of: unit, count: unit, via: parent, window: quarter}
"""
UNITS = [
    {"type": "unit", "id": "a", "name": "一科", "parent": "u1", "since": "2021-02-10"},
    {"type": "unit", "id": "b", "name": "二科", "parent": "u1", "since": "2020-05-01", "until": "2021-03-10"},
    {"type": "unit", "id": "c", "name": "三科", "parent": "u1", "since": "2021-05-01"},
]
MONTHLY = "kind: points\nwindow: month\nwhen: known(offices) and not known(parent)\nvalue: {}\neffect: add"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("offices", [1, 2, 2, 1, 2]),
        ("new_offices", [0, 1, 0, 0, 1]),
        ("in_year", [1, 2, 2, 2, 3]),
        ("in_quarter", [1, 2, 2, 1, 2]),
    ],
)
def test_through_a_window_on_any_day_of_it(tmp_path: Path, asked: str, expected: list[int]) -> None:
    found = judged(loaded(tmp_path, rule(MONTHLY.format(asked)), facts=FACTS), *UNITS, as_of="2021-05-31").findings
    assert [finding.value for finding in found] == expected


@pytest.mark.parametrize(
    ("as_of", "own", "all_"),
    [
        ("2021-02-09", 1, 2), ("2021-02-10", 2, 3), ("2021-03-10", 2, 3), ("2021-03-11", 1, 2), ("2021-05-01", 2, 3),
    ],
)  # fmt: skip
def test_without_one_on_the_day_asked(tmp_path: Path, as_of: str, own: int, all_: int) -> None:
    rules = rule("kind: points\nwhen: not known(parent)\nvalue: offices\neffect: add", "own")
    rules += rule("kind: outcome\non: project\nwhen: units == 2\noutcome: 两个\n", "two")
    rules += rule("kind: outcome\non: project\nwhen: units == 3\noutcome: 三个\n", "three")
    project = {"type": "project", "id": "p", "date": "2021-01-05", "year": 2021}
    found = {
        each.rule.id: each
        for each in judged(loaded(tmp_path, rules, facts=FACTS), *UNITS, project, as_of=as_of).findings
    }
    assert found["own"].value == own
    assert found.keys() - {"own"} == {{2: "two", 3: "three"}[all_]}


def test_a_ladder_sees_them_come_and_go(tmp_path: Path) -> None:
    steps = "steps:\n  - {step: two, label: 两个, when: offices >= 2}\n  - {step: gone, label: 剩一个, when: 'FEW'}"
    few = "offices < 2 and as_of > date(2021, 3, 1)"
    policy = loaded(tmp_path, rule(f"kind: ladder\nof: unit\n{steps.replace('FEW', few)}"), facts=FACTS)
    for as_of in ("2021-03-11", "2021-06-30"):
        found = [each for each in judged(policy, *UNITS, as_of=as_of).findings if each.subject == "u1"]
        assert [str(each.day) for each in found] == ["2021-02-10", "2021-03-11"]
