"""Rules that are stricter, or laxer, than their words."""

from __future__ import annotations

import pytest
from test_what_changes_nothing import told

RULE = """\
readings:
  - {id: pushed, words: 大力推行, options: {wanted: 没有做到的只作提示, duty: 没有做到的就是违反}, taken: wanted}
rules:
  - kind: requirement
    id: it
    label: 责任人
    cite: {clause: 一, words: %s}
    on: matter
    require: known(handler)
"""
OUTCOME = """\
rules:
  - kind: outcome
    id: it
    label: 通报
    cite: {clause: 一, words: 原则上予以通报}
    on: matter
    outcome: 通报
"""


def amiss(words: str, more: str = "") -> list[str]:
    found = told(RULE % words + "".join(f"    {line}\n" for line in more.splitlines()))
    assert not any(code.startswith(("SR0", "SR10")) for code, _ in found)
    return [message for code, message in found if code == "SR184"]


@pytest.mark.parametrize(
    ("words", "more", "found"),
    [
        ("原则上明确责任人", "", 1),
        ("原则上明确责任人", "severity: warning", 0),
        ("原则上明确责任人", "severity: violation", 0),
        ("尽量明确责任人", "", 1),
        ("一般应明确责任人", "", 1),
        ("一般在会后明确责任人", "", 1),
        ("一般重要事项明确责任人", "", 0),
        ("一般应急事项明确责任人", "", 0),
        ("一般要求明确责任人", "", 0),
        ("明确责任人", "", 0),
        ("[一般在3日内, 最长不得超过6日]", "", 0),  # the rule may be that of the second
        ("原则上不得少于一人", "", 1),
        ("必须明确责任人", "severity: warning", 1),
        ("严禁没有责任人", "severity: warning", 1),
        ("严禁没有责任人", "severity: warning\nnote: 只在另一种理解下适用", 0),
        ("原则上不得没有责任人", "severity: warning", 0),
        ("明确责任人", "severity: warning", 0),
        ("大力推行", "severity: {by_reading: pushed, wanted: warning, duty: violation}", 0),
        ("大力推行", "severity: {by_reading: pushed, wanted: violation, duty: warning}", 1),
    ],
)
def test_a_rule_is_as_strict_as_its_words(words: str, more: str, found: int) -> None:
    assert len(amiss(words, more)) == found


def test_what_cannot_be_broken_has_no_severity_to_state() -> None:
    assert "SR184" not in [code for code, _ in told(OUTCOME)]


def test_it_is_told_at_the_words() -> None:
    assert amiss("原则上明确责任人") == ["说的是“原则上”（文件自己留有余地），这里的 severity 是 violation"]
