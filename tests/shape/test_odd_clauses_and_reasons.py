"""Clauses that are written otherwise than all others, and reasons that speak of another number than stands there."""

from __future__ import annotations

import pytest
from town_pack import HEAD, REMINDING, places, told


def clauses(*names: str) -> list[str]:
    entries = "".join(f"  - {{clause: {name}, reason: 没有标准}}\n" for name in names)
    rule = "  - {kind: outcome, id: it, label: 约谈, cite: {clause: 附件一, words: 约谈}, on: unit, outcome: 约谈}\n"
    return places(told(f"{HEAD}rules:\n{rule}not_computable:\n{entries}"))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("一", "二（三）", "三（三）（四）", "四、五", "附件二", "序言"), []),
        (("第一条", "第二条（三）", "第五条至第七条", "附件四.2"), []),
        (("一（二", "二"), ["SR173 9:14"]),
        (("一", "二)"), ["SR173 10:14"]),
        (("一）二（", "二"), ["SR173 9:14"]),
        (("一", "二", "三", "第九十条"), ["SR174 12:14"]),
        (("第一条", "第二条", "第三条", "四（一）"), ["SR174 12:14"]),
        (("一", "二", "第九十条"), []),
        (("一", "二", "三", "第九条", "第十条"), []),
        # other numerals than all those like it, or no 第
        (("第一条", "第二条", "第三条", "第4条"), ["SR174 12:14"]),
        (("第一条", "第二条", "第三条", "四条"), ["SR174 12:14"]),
        (("第1条", "第2条", "第3条", "第四条（一）"), ["SR174 12:14"]),
        (("附件一.1", "附件二.1", "附件二.2", "附件2.3"), ["SR174 12:14"]),
        (("附件一.1", "附件二.1", "附件二.2", "第1条"), []),
        (("附件一", "附件2"), []),
        (("第一条", "第二条", "第三条", "第4条", "第5条"), []),
        (("第一条、附件二", "第二条和附件三", "第三条", "附件4"), ["SR174 12:14"]),
    ],
)
def test_clauses(names: tuple[str, ...], expected: list[str]) -> None:
    assert clauses(*names) == expected


RATE = REMINDING.replace(
    "rules:\n",
    """\
  - {id: rate, label: 比例, of: matter, value: reminders * 101 / 7, unquoted: REASON}
rules:
  - kind: outcome
    id: it
    label: 约谈
    cite: {clause: 一, words: 比例高的}
    on: matter
    when: rate > reminders
    outcome: 约谈
""",
)


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("100是分母", ["SR172 8:58"]),
        ("100%即全部", ["SR172 8:58"]),
        ("101是分母", []),
        ("7是周的天数", []),
        ("见会议纪要〔2020〕3号", []),
        ("由100户的调查算出", []),
    ],
)
def test_a_reason_for_another_number(reason: str, expected: list[str]) -> None:
    assert places(told(RATE.replace("REASON", reason))) == expected


def test_what_is_said_of_them() -> None:
    (found,) = told(RATE.replace("REASON", "100是分母"))
    assert found.message("zh") == "理由说的是 100，这里没有这个数，写的是 101"
    assert found.message("en") == "the reason speaks of 100, which does not stand here; the number is 101"


@pytest.mark.parametrize("cite", ["cite: {clause: 一, words: 超过3次}", "cite: {clause: 一, words: 上浮1%、超过3次}"])
def test_the_numbers_of_a_fact_stand_in_its_words(cite: str) -> None:
    text = RATE.replace("unquoted: REASON", cite).replace("/ 7", "/ 100")
    assert [each.code for each in told(text)] == ["SR310", "SR310"]
