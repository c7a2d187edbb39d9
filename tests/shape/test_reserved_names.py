"""A field whose name cannot be a name is told once, where it is declared, however often it is used."""

from __future__ import annotations

import pytest
from town_pack import HEAD, places, told

PACK = (
    HEAD
    + """\
records:
  types:
    complaint:
      label: 投诉
      label_en: complaint
      date_label: 投诉日期
      fields:
        unit: {type: unit, label: 单位, label_en: unit}
        NAME: {type: choice, label: 级别, label_en: level, levels: {red: 红, blue: 蓝}}
        closed: {type: date, label: 办结, label_en: closed}
    call_back:
      label: 回访
      label_en: visit
      date_label: 回访日期
      fields:
        about: {type: complaint, label: 所回访的投诉, label_en: complaint}
facts:
  - {id: reds, label: 红, of: unit, count: complaint, where: NAME == "red", window: year}
  - {id: worst, label: 最差, of: unit, top: complaint, take: NAME, window: year}
  - {id: both, label: 红又最差, of: unit, value: reds + worst}
  - {id: of_visit, label: 回访红的, of: call_back, value: about_NAME == "red"}
  - {id: slip, label: 写错的, of: unit, value: oops}
rules:
  - kind: time_limit
    id: reply
    label: 回复
    cite: {clause: 一, words: 红的3日内回复，其余5日内}
    on: complaint
    start: date
    done: closed
    cases: [{when: not (NAME == "red"), within: 5 days}, {within: 3 days}]
  - kind: points
    id: deducted
    label: 扣分
    cite: {clause: 一, words: 红的扣3分，蓝的扣1分}
    window: year
    count: complaint
    each: {by: NAME, table: {red: 3, blue: 1}}
    effect: deduct
  - kind: outcome
    id: talk
    label: 约谈
    cite: {clause: 一, words: 红的5次约谈}
    on: unit
    window: year
    when: reds >= 5
    outcome: 约谈
"""
)
RESERVED = (
    "class", "from", "in", "if", "not", "and", "id", "type", "kind", "date", "recorded", "as_of", "period_end",
)  # fmt: skip


@pytest.mark.parametrize("name", RESERVED)
def test_it_is_told_once(name: str) -> None:
    found = told(PACK.replace("NAME", name))
    assert places(found) == [f"SR503 14:{len(name) + 11}", "SR218 27:45"]


def test_another_name_is_held_against_its_uses() -> None:
    assert places(told(PACK.replace("NAME", "level"))) == ["SR224 25:53", "SR218 27:45"]


def test_a_type_with_the_name_of_a_kind_is_told() -> None:
    """A visit is a kind of matter: a rule on visits would be about these."""
    text = PACK.replace("NAME", "level").replace("call_back", "visit")
    assert places(told(text)) == ["SR508 17:7", "SR224 25:53"]
