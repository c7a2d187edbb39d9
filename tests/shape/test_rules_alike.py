"""Rules that lack what those like them have, and conditions that are the contrary of their labels."""

from __future__ import annotations

import pytest
from test_what_changes_nothing import told

FACTS = """\
facts:
  - {id: vetoed, label: 已经否决, of: nomination, any: veto, via: all, among: [project, unit]}
  - {id: named, label: 列入名单, of: nomination, value: nominated}
rules:
"""
QUOTA = """\
  - kind: quota
    id: q%s
    label: 名额
    cite: {clause: 一, words: 各不超过3个}
    of: project
    members: nomination
%s    groups:
      - {id: all, label: 全部, at_most: 3}
"""
LEFT, ORDER = "    left_out: vetoed\n", "    order: score\n"
RULE = """\
records:
  types:
    inspection:
      fields:
        late_for_it: {type: bool, label: 没有按时, label_en: late}
rules:
  - kind: %s
    id: it
    label: %s
    cite: {clause: 一, words: %s}
    on: inspection
"""


def codes(text: str) -> list[str]:
    found = [code for code, _ in told(text)]
    assert not any(code.startswith(("SR0", "SR10", "SR2")) for code in found)
    return [code for code in found if code in ("SR190", "SR191")]


@pytest.mark.parametrize(
    ("quotas", "found"),
    [
        ((LEFT + ORDER,) * 4, 0),
        ((LEFT + ORDER,) * 3 + (ORDER,), 1),
        ((ORDER,) + (LEFT + ORDER,) * 3, 1),
        ((LEFT + ORDER,) * 2 + (ORDER,), 0),  # only two have it
        ((LEFT + ORDER,) * 3 + ("",), 0),  # it lacks more than one, and so is of another sort
        ((LEFT + ORDER,) * 3 + (ORDER,) * 2, 0),
        ((LEFT + ORDER,) * 2 + ("    left_out: named\n" + ORDER, ORDER), 0),  # with two values
        ((LEFT + ORDER,) * 3 + ("    left_out: named\n" + ORDER, ORDER), 1),
        ((LEFT + ORDER,) * 3 + (ORDER + "    note: 否决的照占名额\n",), 0),
        ((LEFT + ORDER,) * 3 + ("    # 否决的照占名额\n" + ORDER,), 0),
        ((LEFT + ORDER,) * 3 + ("    # ------------------\n" + ORDER,), 1),
        (("    when: known(approved)\n" + ORDER,) * 3 + (ORDER,), 0),
    ],
)
def test_one_of_several_like_rules_lacks_a_key(quotas: tuple[str, ...], found: int) -> None:
    rules = "".join(QUOTA % each for each in enumerate(quotas))
    assert codes(FACTS + rules) == ["SR190"] * found


def test_the_others_are_named() -> None:
    rules = "".join(QUOTA % each for each in enumerate((LEFT + ORDER, LEFT + ORDER, ORDER, LEFT + ORDER)))
    assert ("SR190", "q0, q1, q3 都写了 left_out，同样的 q2 没有写") in told(FACTS + rules)


@pytest.mark.parametrize(
    ("label", "words", "require", "found"),
    [
        ("列入年度督查计划", "执行计划", "in_annual_plan", 0),
        ("列入年度督查计划", "执行计划", "not in_annual_plan", 1),
        ("列入年度督查计划", "执行计划", "known(in_annual_plan)", 0),
        ("列入年度督查计划", "执行计划", "not known(in_annual_plan)", 1),
        ("不列入年度督查计划", "执行计划", "not in_annual_plan", 0),
        ("不列入年度督查计划", "执行计划", "in_annual_plan", 1),
        ("不得随意列入年度督查计划", "执行计划", "in_annual_plan", 1),
        ("不少于一次，列入年度督查计划", "执行计划", "in_annual_plan", 0),
        ("列入年度督查计划", "不再列入", "not in_annual_plan", 0),  # the words turn it about
        ("督查的安排", "执行计划", "not in_annual_plan", 0),  # of something else
        ("列入年度督查计划", "执行计划", "not in_annual_plan or plan_scope", 0),
        ("开展督查的计划", "执行计划", "not in_annual_plan", 0),  # of something like it
        ("不得没有列入年度督查计划", "执行计划", "in_annual_plan", 0),  # two negations
        ("未列入年度督查计划的不得开展", "执行计划", "in_annual_plan", 0),
        ("严控列入年度督查计划", "执行计划", "not in_annual_plan", 0),
        ("按时到场", "按时", "not late_for_it", 0),  # the field is a negation itself
    ],
)
def test_a_requirement_is_what_its_label_says(label: str, words: str, require: str, found: int) -> None:
    assert codes(RULE % ("requirement", label, words) + f"    require: {require}\n") == ["SR191"] * found


def test_an_item_has_its_own_label() -> None:
    items = "    items:\n      - {label: 列入年度督查计划, require: not in_annual_plan, words: 执行}\n"
    assert codes(RULE % ("requirement", "不作要求", "执行") + items) == ["SR191"]


@pytest.mark.parametrize(
    ("kind", "when", "more", "found"),
    [
        ("requirement", "not in_annual_plan", "require: plan_scope", 1),
        ("requirement", "in_annual_plan", "require: plan_scope", 0),
        ("outcome", "not in_annual_plan", "outcome: 应列入年度督查计划", 0),
    ],
)
def test_to_which_records_a_rule_applies(kind: str, when: str, more: str, found: int) -> None:
    text = RULE % (kind, "列入年度督查计划的", "执行计划") + f"    when: {when}\n    {more}\n"
    assert codes(text) == ["SR191"] * found


def test_a_name_of_another_record_has_its_label() -> None:
    rule = (RULE % ("requirement", "督查的职责明确", "执行")) + "    require: not known(mandate_duty)\n"
    assert codes(rule) == []
    assert codes(rule.replace("督查的职责明确", "写明指定的职责")) == ["SR191"]
