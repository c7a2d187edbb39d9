"""Chinese where an expression has a number, a name or a level: a message says what to write, and that is right."""

from __future__ import annotations

import pytest
from town_pack import PACK, told

from supervision_rules.diagnostics import Diagnostic

VALUE = "value: reminders >= 2,"
TOTAL = """\
  - kind: score
    id: total
    label: 总分
    cite: {clause: 第五条, words: 基础分80分，动态减分最多20分}
    of: unit
    window: year
    base: 80
    boxes: [{id: minus, label: 动态减分, effect: deduct, max: 20}]
  - kind: points
    id: slips
    label: 催办扣分
    cite: {clause: 第六条, words: 每催办一次扣1分}
    of: unit
    window: year
    count: reminder
    each: 1
    effect: deduct
    into: minus
"""
SCORED = PACK.replace("not_computable:", f"{TOTAL}not_computable:")
WRITTEN = [
    (SCORED, "base: 80", "base: 八十", "80"),
    (SCORED, "base: 80", 'base: "八十分"', "80"),
    (SCORED, "each: 1", "each: 零点五", "0.5"),
    (SCORED, "each: 1", "each: 叁", "3"),
    (PACK, VALUE, "value: reminders >= 四,", "4"),
    (PACK, VALUE, "value: reminders == 四次,", "4"),
    (PACK, VALUE, "value: 十二 < reminders,", "12"),
    (PACK, VALUE, "value: 催办次数 >= 2,", "reminders"),
    (PACK, "start: {by_reading: from, receipt: received, issue: date}", "start: 收到日期", "received"),
    (PACK, "when: often or", "when: 多次催办 or", "often"),
    (PACK, "when: often or", "when: unit_reminded > 2 and 事项名称 != 5 or", "title"),
    (PACK, 'colour == "red"', "colour == 红色", '"red"'),
    (PACK, 'colour == "red"', "'colour in [\"blue\", 红色]'", '"red"'),
    (PACK, 'colour == "red"', "'colour not in [红色]'", '"red"'),
]


def test_the_pack_is_sound() -> None:
    assert told(SCORED) == []


def only(text: str, right: str, wrong: str) -> Diagnostic:
    assert text.count(right) >= 1
    return next(each for each in told(text.replace(right, wrong, 1)) if each.severity == "error")


@pytest.mark.parametrize(("text", "right", "wrong", "mend"), WRITTEN)
def test_what_to_write_is_said(text: str, right: str, wrong: str, mend: str) -> None:
    found = only(text, right, wrong)
    assert (found.code, found.help("zh"), found.help("en")) == ("SR207", f"写 {mend}", f"write {mend}")


OTHERS = [
    (PACK, VALUE, "value: title == 四,", '是文字就加半角引号："四"；是字段、事实就写它的英文名'),
    (SCORED, "base: 80", "base: 基础", "是文字就加半角引号：'\"基础\"'；是字段、事实就写它的英文名"),
    (PACK, VALUE, "value: reminders >= 2次,", "单位不写，删去“次”"),
]


@pytest.mark.parametrize(("text", "right", "wrong", "mend"), OTHERS)
def test_what_is_not_known_is_left_open(text: str, right: str, wrong: str, mend: str) -> None:
    assert only(text, right, wrong).help("zh") == mend


def test_the_id_of_a_box_for_its_label() -> None:
    found = only(SCORED, "into: minus", "into: 动态减分")
    assert (found.code, found.params["hint"]) == ("SR314", "minus")


def test_the_id_of_a_rule_for_its_label() -> None:
    found = only(PACK, 'late("report")', 'late("结果报告")')
    assert (found.code, found.params["near"]) == ("SR223", "report")
