"""Points that are added although their words deduct them, and the other way round."""

from __future__ import annotations

import pytest
from test_what_changes_nothing import told

POINTS = """\
rules:
  - kind: points
    id: it
    label: {label}
    cite: {{clause: 一, words: {words}}}
    unquoted: 试验
    window: year
    count: list_notice
    each: 2
    effect: {effect}
"""


@pytest.mark.parametrize(
    ("words", "label", "effect", "amiss"),
    [
        ("每次扣2分", "黑榜", "add", True),
        ("每次扣2分", "黑榜", "deduct", False),
        ("每次加2分", "红榜", "deduct", True),
        ("每次奖励2分", "红榜", "deduct", True),
        ("每次减2分", "黑榜", "add", True),
        ("每次加倍扣分", "黑榜", "deduct", False),
        ("[每次扣2分, 从加分中扣除]", "黑榜", "deduct", False),
        ("[每次加2分, 超过的每次扣2分]", "红榜", "add", False),
        ("每次2分", "黑榜扣分", "add", True),
        ("每次2分", "黑榜", "add", False),
        ("每次扣2分", "加分", "deduct", False),
        ("取消评优资格，每次扣2分", "黑榜", "add", True),
        ("不按时报送扣2分", "黑榜", "add", True),
        ("少报漏报的扣2分", "黑榜", "add", True),
    ],
)
def test_the_effect_is_held_to_the_words(words: str, label: str, effect: str, amiss: bool) -> None:
    found = [
        message for code, message in told(POINTS.format(words=words, label=label, effect=effect)) if code == "SR175"
    ]
    assert bool(found) is amiss
    assert all(f"这里写的是 {effect}" in each for each in found)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "每次减少扣分2分",
            "每次少扣2分",
            "每次减免扣分2分",
            "可以抵扣已扣的2分",
            "抵扣2分",
            "已扣分值每次返还2分",
            "每次退回2分扣分",
        ),
        *(
            "每次恢复已扣的2分",
            "每次取消已加的2分",
            "收回奖励的2分",
            "追回加分2分",
            "撤销已加的2分",
            "冲抵已扣2分",
            "核减加分2分",
        ),
        *("不扣2分", "不予加2分", "免于扣分2分", "每次降低扣分2分", "少加2分", "补回所扣2分", "每次加回2分扣分"),
    ],
)
def test_what_takes_points_back_is_neither(words: str) -> None:
    for effect in ("add", "deduct"):
        found = [code for code, _ in told(POINTS.format(words=words, label="整改", effect=effect))]
        assert "SR175" not in found
    assert "SR175" not in [code for code, _ in told(POINTS.format(words="每次2分", label=words, effect="add"))]


def test_a_ceiling_that_does_not_bind_for_it_is_not_told_as_well() -> None:
    box = """\
  - kind: score
    id: total
    label: 总分
    cite: {clause: 二, words: 基础分100分}
    window: year
    base: 100
    boxes:
      - {id: box, label: 加分, effect: deduct, max: 5, words: 加分不超过5分}
"""
    rule = POINTS.format(words="每次加2分", label="红榜", effect="add") + "    into: box\n"
    assert [code for code, _ in told(rule + box)] == ["SR175"]
