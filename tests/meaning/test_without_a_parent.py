"""The topmost unit names none above it: that is no omission, and what is asked of that one is told by its field."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import brief, judged, loaded, rule

from supervision_rules import text_of

BLACK = "- {id: black, label: 黑榜次数, of: unit, count: list_notice, via: unit}\n"
UNITS = [{"type": "unit", "id": "below", "name": "科", "parent": "u1"}]
ASKED = rule("kind: outcome\non: unit\nwhen: FIRST parent_black == 0\noutcome: 表扬")


def test_it_is_no_record_that_counts_for_nobody(tmp_path: Path) -> None:
    facts = BLACK + "- {id: below, label: 下属黑榜, of: unit, sum: unit, take: black, via: parent}"
    policy = loaded(tmp_path, rule("kind: requirement\non: unit\nrequire: below == 0"), facts=facts)
    assert brief(judged(policy, *UNITS)) == [("it", "below", "met"), ("it", "u1", "met")]


def test_what_is_missing_is_the_unit_above(tmp_path: Path) -> None:
    result = judged(loaded(tmp_path, ASKED.replace("FIRST ", ""), facts=BLACK), *UNITS)
    assert brief(result) == [("it", "below", "concluded"), ("it", "u1", "undetermined")]
    top = result.findings[-1]
    assert top.missing == ("unit u1: parent",)
    assert text_of(result, result.explain(top)).splitlines()[-2:] == [
        "│   └ 上级单位的黑榜次数（parent_black）＝未知：单位 u1 没有写明上级单位",
        "└ 尚缺 局（u1）的上级单位（parent）",
    ]
    assert text_of(result, result.explain(top), "en").splitlines()[-2:] == [
        "│   └ black of parent unit (parent_black) = unknown: unit u1 does not state its parent unit",
        "└ missing: parent unit (parent) of 局 (u1)",
    ]


def test_who_has_none_is_left_out_by_asking_first(tmp_path: Path) -> None:
    result = judged(loaded(tmp_path, ASKED.replace("FIRST", "known(parent) and"), facts=BLACK), *UNITS)
    assert brief(result) == [("it", "below", "concluded")]


@pytest.mark.parametrize(("unit", "missing"), [(None, "matter m1: unit"), ("u1", "unit u1: group")])
def test_of_other_references_too(tmp_path: Path, unit: str | None, missing: str) -> None:
    policy = loaded(tmp_path, rule("kind: requirement\non: matter\nrequire: unit_group == 'township'"))
    matter = {"type": "matter", "id": "m1", "kind": "instruction", "date": "2021-01-04", "unit": unit}
    assert judged(policy, matter).findings[-1].missing == (missing,)
