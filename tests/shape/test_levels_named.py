"""Conditions that ask for another level than their words and labels name."""

from __future__ import annotations

import pytest
from test_what_changes_nothing import told

RULE = """\
readings:
  - {id: way, words: 原话, options: {a: 甲, b: 乙}, taken: a}
rules:
  - kind: requirement
    id: it
    label: %s
    cite: {clause: 一, words: 原话}
    unquoted: 试验
    on: %s
    %s
"""


def amiss(on: str, label: str, rest: str) -> list[str]:
    found = told(RULE % (label, on, rest))
    assert not any(code.startswith("SR0") for code, _ in found)
    return [message for code, message in found if code == "SR378"]


@pytest.mark.parametrize(
    ("label", "condition", "found"),
    [
        ("蓝色催办单", 'colour == "blue"', None),
        ("蓝色催办单", 'colour == "red"', ("蓝色", 'colour == "red"', "红色")),
        ("蓝色催办单", 'colour in ["red", "yellow"]', ("蓝色", 'colour in ["red", "yellow"]', "黄色、红色")),
        ("蓝色催办单", 'colour in ["red", "blue"]', None),
        ("蓝色催办单", 'colour == "red" or colour == "blue"', None),
        ("蓝色催办单", 'colour != "red"', None),
        ("蓝色、黄色催办单", 'colour == "yellow"', None),
        ("催办单", 'colour == "yellow"', None),
        ("蓝色催办以后的红色催办", 'colour == "red"', None),
    ],
)
def test_a_label_names_the_level(label: str, condition: str, found: tuple[str, str, str] | None) -> None:
    expected = [f"原话或名称说的是“{found[0]}”，{found[1]} 要的却是“{found[2]}”"] if found else []
    assert amiss("reminder", label, f"when: '{condition}'\n    require: known(signed)") == expected


@pytest.mark.parametrize(
    ("label", "role", "found"),
    [
        ("市长签发", "mayor", None),
        ("市长签发", "vice_mayor", ("市长", "分管副市长")),
        ("分管副市长签发", "vice_mayor", None),
        ("分管副市长签发", "mayor", ("分管副市长", "市长")),
        ("分管的副市长签发", "vice_mayor", None),  # a 市长 that is part of another name
        ("市政府主要领导签发", "mayor", None),  # what may be part of a longer name says nothing
    ],
)
def test_a_name_within_a_longer_one_is_not_taken_for_it(label: str, role: str, found: tuple[str, str] | None) -> None:
    question = f'signer_role == "{role}"'
    expected = [f"原话或名称说的是“{found[0]}”，{question} 要的却是“{found[1]}”"] if found else []
    assert amiss("reminder", label, f"require: '{question}'") == expected


def test_an_item_with_a_label_of_its_own_is_held_to_that_alone() -> None:
    items = "items:\n      - {label: %s, when: 'colour == \"red\"', require: known(signed)}\n"
    assert amiss("reminder", "蓝色催办单", items % "红色的") == []
    assert amiss("reminder", "红色催办单", items % "蓝色的") != []
    assert amiss("reminder", "红色催办单", items % "都要签发") == []


def test_a_condition_that_hangs_on_a_reading_may_be_wider_than_the_words() -> None:
    when = "when: {by_reading: way, a: 'colour == \"red\"', b: 'colour == \"blue\"'}\n    require: known(signed)"
    assert amiss("reminder", "蓝色催办单", when) == []


OWN = """\
records:
  types:
    patrol:
      label: 走访
      label_en: patrol
      date_label: 走访日期
      fields:
        unit: {type: unit, label: 单位, label_en: unit}
        depth:
          type: choice
          label: 深度
          label_en: depth
          levels: {all: 全面走访（逐户）, some: 全面走访（抽查）, none: （）, few: 重点走访}
"""


@pytest.mark.parametrize(
    ("label", "level", "found"),
    [
        ("全面走访", "some", 0),
        ("全面走访", "few", 0),
        ("重点走访", "few", 0),
        ("重点走访", "some", 1),
        ("走访", "none", 0),
    ],
)
def test_a_name_that_several_levels_begin_with_names_none(label: str, level: str, found: int) -> None:
    rest = f"require: 'depth == \"{level}\"'"
    told_ = told(OWN + RULE % (label, "patrol", rest))
    assert not any(code.startswith(("SR0", "SR1", "SR5")) for code, _ in told_), told_
    assert sum(code == "SR378" for code, _ in told_) == found


@pytest.mark.parametrize(
    ("label", "level", "found"),
    [
        ("县级、市级通报", "district", False),
        ("区级、市级通报", "district", False),
        ("县区级、市级通报", "district", False),
        ("县（区）级、市级通报", "district", False),
        ("市级通报", "district", True),
        ("县级通报", "city", True),
        ("自治区级、市级通报", "provincial", False),
        ("自治区级通报", "district", False),  # no 区级 stands there
        ("国务院、省级通报", "national", False),  # what stands in brackets
        ("省级以上通报", "national", False),  # those above it are meant, too
        ("省级及以下通报", "city", False),
        ("省级（含）以上通报", "national", False),
        ("省级通报", "national", True),
    ],
)
def test_a_label_with_brackets_is_read_in_each_of_its_ways(label: str, level: str, found: bool) -> None:
    assert len(amiss("notice", label, f"require: 'level == \"{level}\"'")) == found


TWO_WAYS = OWN.replace(
    "all: 全面走访（逐户）, some: 全面走访（抽查）, none: （）, few: 重点走访",
    "unit: 县/区直部门, province: 省/自治区级, town: 乡镇（街道）干部, other: 村级",
)


@pytest.mark.parametrize("label", ["县直部门", "区直部门", "省级", "自治区级", "乡镇干部", "街道干部"])
def test_all_ways_of_a_label_of_the_pack_name_it(label: str) -> None:
    levels = {"县": "unit", "区": "unit", "省": "province", "自": "province", "乡": "town", "街": "town"}
    for level in ("unit", "province", "town", "other"):
        told_ = told(TWO_WAYS + RULE % (label + "走访", "patrol", f"require: 'depth == \"{level}\"'"))
        assert not any(code.startswith(("SR0", "SR1", "SR5")) for code, _ in told_), told_
        assert sum(code == "SR378" for code, _ in told_) == (levels[label[0]] != level), (label, level)


THE_REST = """\
facts:
  - id: mean
    label: 其他单位平均
    of: unit
    mean: others
    among: [group]
    take: slips
    where: 'group == "municipal"'
  - {id: slips, label: 催办次数, of: unit, count: reminder}
"""


@pytest.mark.parametrize(
    ("label", "told_"), [("多于其他单位的", 0), ("其他单位的最高数", 0), ("其他单位", 1), ("其他单位的要少", 1)]
)
def test_whoever_else_is_compared_with_is_no_level(label: str, told_: int) -> None:
    found = told(THE_REST + RULE % (label, "unit", "when: 'group == \"municipal\"'\n    require: slips <= mean"))
    assert not any(code.startswith(("SR0", "SR1", "SR5")) for code, _ in found), found
    assert sum(code == "SR378" for code, _ in found) == told_
