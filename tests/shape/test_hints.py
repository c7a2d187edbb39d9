"""What a message says beside the fault itself: the cause elsewhere, the word or form that was probably meant."""

from __future__ import annotations

import pytest
from town_pack import PACK, told

from supervision_rules.diagnostics import Collector
from supervision_rules.library import check_pack
from supervision_rules.pack import read_pack

MARKS = """\
  - {id: mark, label: 评分, of: unit, last: appraisal, take: item_points, window: month}
  - {id: regular, label: 平时成绩, of: unit, mean: months, where: known(mark), take: mark, window: year}
"""
MARKED = PACK.replace("rules:\n", f"{MARKS}rules:\n")


def only(text: str) -> dict[str, str]:
    """The words of the one diagnostic that a pack gives, with its code."""
    (found,) = told(text)
    return {**{key: str(value) for key, value in found.params.items()}, "code": found.code, "zh": found.message("zh")}


def test_the_packs_are_sound() -> None:
    assert told(MARKED) == []


def test_a_day_for_want_of_take_is_told_where_it_is_used() -> None:
    found = only(MARKED.replace("last: appraisal, take: item_points", "last: appraisal"))
    assert found["zh"] == "这里要数，式子得到的是日期（mark 没有写 take，得到的是日期）"


def test_a_date_as_a_condition_asks_whether_it_is_known() -> None:
    assert only(PACK.replace("when: often, within", "when: closed, within"))["mend"] == "known(closed)"
    assert only(PACK.replace("when: often, within", "when: reminders, within"))["mend"] == "reminders > 0"


@pytest.mark.parametrize(("given", "meant"), [("month", "months"), ("yeers", "years"), ("peer", "peers")])
def test_periods_are_among_what_may_be_counted(given: str, meant: str) -> None:
    assert only(MARKED.replace("mean: months", f"mean: {given}"))["hint"] == meant


def test_a_fact_may_be_a_decimal() -> None:
    fact = "  - {id: least, label: 最低分, of: unit, value: 3.5, cite: {clause: 第九条, words: 3.5分}}\n"
    assert told(PACK.replace("rules:\n", f"{fact}rules:\n")) == []


def test_where_a_whole_number_is_wanted_a_decimal_is_told_as_one() -> None:
    quota = """\
  - kind: quota
    id: places
    label: 名额
    cite: {clause: 第五条, words: 1.5个}
    of: project
    members: nomination
    order: score
    groups: [{id: all, label: 全部, at_most: 1.5}]
"""
    found = only(PACK.replace("not_computable:", f"{quota}not_computable:"))
    assert (found["code"], found["hint"]) == ("SR107", "—")


@pytest.mark.parametrize(
    ("lost", "key"),
    [("facts:\n", "facts"), ("readings:\n", "readings"), ("    cases:\n", "cases"), ("rules:\n", "rules")],
)
def test_the_line_that_is_lost_is_named(lost: str, key: str) -> None:
    diagnostics = Collector()
    pack = read_pack(PACK.replace(lost, "", 1).encode(), "town.yaml", diagnostics)
    if pack is not None:
        check_pack(pack, diagnostics)
    (found,) = (each for each in diagnostics if each.severity == "error")
    words = {**found.params}
    assert words.get("key", words.get("name")) == key


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ("value: reminders >= 2,", "value: reminders >= 四,", {"code": "SR207", "mend": "4"}),
        ("value: reminders >= 2,", "value: reminders == 四,", {"code": "SR207", "mend": "4"}),
        ("value: reminders >= 2,", "value: 60~90,", {"code": "SR208", "range": "60 <= … < 90"}),
        ("value: reminders >= 2,", "value: reminders >= 2O,", {"code": "SR209", "letter": "O", "meant": "20"}),
        ("value: reminders >= 2,", "value: reminders >= 2分,", {"code": "SR207", "unit": "分"}),
        ("within: 10 days", "within: 10 天", {"code": "SR152", "hint": "10 days", "workdays": "10 workdays"}),
        ("within: 10 days", "within: 10 months半", {"code": "SR152", "workdays": "—"}),
        ("within: 10 days", "within: 10分 days", {"code": "SR152", "hint": "10 days"}),
        ("start: {by_reading", "first: 3\n    start: {by_reading", {"code": "SR102", "kinds": "排名（ranking）"}),
    ],
)
def test_what_was_meant_is_said(right: str, wrong: str, words: dict[str, str]) -> None:
    found = only(PACK.replace(right, wrong))
    assert {key: found[key] for key in words} == words


def test_a_rule_that_asks_itself_is_told_so() -> None:
    found = only(
        PACK.replace(
            'on: instruction\n    when: unit_group == "street"', 'on: instruction\n    when: not late("report")'
        )
    )
    assert found["code"] == "SR311"
    assert found["zh"] == "规则“report”要问自己的结果"


def test_a_fact_is_not_called_as_a_word_of_the_language() -> None:
    fact = "  - {id: none, label: 次数, of: unit, count: reminder}\n"
    found = only(PACK.replace("rules:\n", f"{fact}rules:\n"))
    assert found["zh"] == "“none”已经有了（是式子自己的词），名字不能重复"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("十", "10"), ("五分", "5"), ("'十五'", "15"), ("二十个", "20"), ("5分", "5"), ("一般", "—"), ("五分之一", "—")],
)
def test_a_number_in_chinese_is_given_in_digits(written: str, meant: str) -> None:
    points = f"""\
  - kind: points
    id: slips
    label: 扣分
    cite: {{clause: 第五条, words: 每次扣1分，最多扣10分}}
    of: unit
    window: year
    count: reminder
    each: 1
    effect: deduct
    max: {written}
"""
    found = only(PACK.replace("not_computable:", f"{points}not_computable:"))
    assert (found["code"], found["hint"]) == ("SR108", meant)


def test_a_key_of_what_lies_around_is_no_option() -> None:
    within = "receipt: received, issue: date"
    found = only(PACK.replace(within, f"{within}, words: 收到"))
    assert found["code"] == "SR307" and "行首少空几格" in found["zh"] + found["level"]
    found = only(PACK.replace(within, f"{within}, earlier: date"))
    assert found["level"] == "—"


def test_a_name_that_nothing_has_is_told_once_whatever_the_rule_is_about() -> None:
    of = "{by_reading: roll, stays: matter, moves: unit}"
    ladder = f"  - {{kind: ladder, id: steps, label: 阶梯, cite: {{clause: 一, words: 原话}}, of: {of}, unquoted: 试, "
    ladder += "steps: [{step: one, label: 一, when: remindrs >= 3}]}\n"
    found = [each for each in told(PACK.replace("not_computable:", f"{ladder}not_computable:")) if each.code == "SR218"]
    assert len(found) == 1
