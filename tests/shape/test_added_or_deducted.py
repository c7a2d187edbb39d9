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
    ],
)
def test_the_effect_is_held_to_the_words(words: str, label: str, effect: str, amiss: bool) -> None:
    found = [
        message for code, message in told(POINTS.format(words=words, label=label, effect=effect)) if code == "SR175"
    ]
    assert bool(found) is amiss
    assert all(f"这里写的是 {effect}" in each for each in found)
