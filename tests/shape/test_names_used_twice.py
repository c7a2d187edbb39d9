"""A name that something has already: what has it is said, and nothing of what comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from supervision_rules import check
from supervision_rules.catalogue import Lang

HEAD = """\
pack: twice
label: 试验
version: 1.0.0
language: 1
document: {title: 办法, issuer: 政府}
facts:
  - {id: slips, label: 催办次数, of: matter, count: reminder}
"""
RULES = """\
rules:
  - kind: outcome
    id: note
    label: 说明
    cite: {clause: 一, words: 原话}
    unquoted: 试验
    on: matter
    when: %s
    outcome: 说明
  - kind: outcome
    id: follow
    label: 跟进
    cite: {clause: 一, words: 原话}
    unquoted: 试验
    on: reminder
    when: %s
    outcome: 跟进
"""


def told(folder: Path, fact: str, *uses: str, lang: Lang = "zh") -> list[tuple[str, str]]:
    path = folder / "twice.yaml"
    path.write_text(f"{HEAD}  - {{{fact}}}\n" + RULES % uses, encoding="utf-8")
    return [(each.code, each.message(lang)) for each in check(path)]


@pytest.mark.parametrize(
    ("fact", "uses", "whose"),
    [
        (
            "id: replied, label: 已回复, of: matter, value: known(closed)",
            ("replied", "matter_replied"),
            "是督查事项的字段：办结回复日期",
        ),
        ("id: slips, label: 有催办, of: matter, any: reminder", ("slips", "matter_slips"), "另一个派生事实：催办次数"),
        (
            "id: slips, label: 有催办, of: matter, count: report",
            ("slips >= 2", "matter_slips >= 2"),
            "另一个派生事实：催办次数",
        ),
        (
            "id: unit_name, label: 单位, of: matter, value: joint",
            ("unit_name", "matter_unit_name"),
            "督查事项已有这个名字：责任单位的名称",
        ),
        ("id: as_of, label: 判定, of: matter, value: joint", ("as_of", "matter_as_of"), "督查事项已有这个名字：判定日"),
    ],
)
def test_a_fact(tmp_path: Path, fact: str, uses: tuple[str, str], whose: str) -> None:
    name = fact.partition(",")[0].removeprefix("id: ")
    assert told(tmp_path, fact, *uses) == [("SR303", f"“{name}”已经有了（{whose}），名字不能重复")]


def test_other_uses_are_checked_all_the_same(tmp_path: Path) -> None:
    fact = "id: replied, label: 已回复, of: matter, value: known(closed)"
    found = told(tmp_path, fact, "replied and slips", "matter_replied or known(nothing)")
    assert [code for code, _ in found] == ["SR303", "SR224", "SR218"]


def test_a_name_through_a_reference_to_what_another_fact_is_about(tmp_path: Path) -> None:
    fact = "id: matter_slips, label: 催办, of: reminder, value: matter_joint"
    assert told(tmp_path, fact, "slips >= 2", "matter_slips") == [
        ("SR303", "“matter_slips”已经有了（催办已有这个名字：督查事项的催办次数），名字不能重复")
    ]


def test_a_rule(tmp_path: Path) -> None:
    path = tmp_path / "twice.yaml"
    path.write_text(HEAD + (RULES % ("joint", "matter_joint")).replace("id: follow", "id: note"), encoding="utf-8")
    (found,) = check(path)
    assert (found.code, found.message("zh")) == ("SR303", "“note”已经有了（第10行的另一条规则：说明），名字不能重复")
    assert found.message("en") == "“note” exists already (another rule, on line 10: 说明); names are used once"
