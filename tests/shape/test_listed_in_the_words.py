"""Steps and contents held against the sentence that lists them."""

from __future__ import annotations

import pytest
from test_what_changes_nothing import told

STEPS = """\
rules:
  - kind: procedure
    id: it
    label: 印发
    cite: {clause: 一, words: %s}
    on: list_notice
    steps:
"""
ITEMS = """\
rules:
  - kind: requirement
    id: it
    label: 内容
    cite: {clause: 一, words: %s}
    on: matter
    items:
"""
MORE = """\
  - kind: requirement
    id: other
    label: 责任人
    cite: {clause: 二, words: 责任人}
    on: matter
    require: known(handler)
"""
LEFT_OUT = """\
not_computable:
  - {clause: 一, words: 责任人, reason: 记录中没有}
"""
DONE = ("signed", "date", "covers")
ASKED = ("content", "unit", "set_date", "handler")


def codes(text: str) -> list[str]:
    found = [code for code, _ in told(text)]
    assert not any(code.startswith(("SR0", "SR10", "SR2")) for code in found)
    return [code for code in found if code in ("SR188", "SR189")]


def steps(sentence: str, *words: str) -> str:
    listed = zip(words, DONE, strict=False)
    return STEPS % sentence + "".join(
        f"      - {{id: s{done}, label: {each}, done: {done}, words: {each}}}\n" for each, done in listed
    )


def items(sentence: str, *words: str) -> str:
    listed = zip(words, ASKED, strict=False)
    return ITEMS % sentence + "".join(
        f"      - {{label: {each}, require: known({asked}), words: {each}}}\n" for each, asked in listed
    )


@pytest.mark.parametrize(
    ("sentence", "words", "found"),
    [
        ("经市长签批后印发", ("市长签批", "印发"), 0),
        ("经市长签批后印发", ("印发", "市长签批"), 1),
        ("经市长 签批后印发", ("印发", "市长签批"), 1),
        ("印发前经市长签批", ("市长签批", "印发"), 0),
        ("印发须经市长签批", ("市长签批", "印发"), 0),
        ("印发的，由市长签批", ("市长签批", "印发"), 0),
        ("印发以市长签批为准", ("市长签批", "印发"), 0),
        ("对拟印发通报，市长签批", ("市长签批", "印发"), 0),
        ("[经市长签批, 后印发]", ("印发", "市长签批"), 0),  # two quotations
        ("印发的，经市长签批后再印发", ("市长签批", "印发"), 0),  # said twice
        ("经市长签批后印发", ("签批后印发", "市长签批"), 0),  # they overlap
        ("提出、审核、印发", ("提出", "印发", "审核"), 1),
        ("提出、审核、印发", ("印发", "审核", "提出"), 1),
    ],
)
def test_the_steps_are_in_the_order_of_the_words(sentence: str, words: tuple[str, ...], found: int) -> None:
    assert codes(steps(sentence, *words)) == ["SR188"] * found


LIST = "明确办理内容、责任单位、责任人和完成时限"


@pytest.mark.parametrize(
    ("sentence", "words", "found"),
    [
        (LIST, ("办理内容", "责任单位", "完成时限", "责任人"), 0),
        (LIST, ("办理内容", "责任单位", "完成时限"), 1),
        (LIST, ("办理内容", "责任单位"), 0),  # two are lacking: the list is not that of the contents
        (LIST, ("办理内容", "责任单位、责任人", "完成时限"), 0),
        ("办理内容、责任单位、完成时限", ("办理内容", "完成时限"), 1),
        ("办理内容、责任单位", ("办理内容",), 0),
        ("办理内容，责任单位，完成时限", ("办理内容", "完成时限"), 0),
    ],
)
def test_each_element_has_a_part(sentence: str, words: tuple[str, ...], found: int) -> None:
    assert codes(items(sentence, *words)) == ["SR189"] * found


@pytest.mark.parametrize("elsewhere", [MORE, LEFT_OUT])
def test_an_element_may_be_judged_elsewhere_or_not_at_all(elsewhere: str) -> None:
    assert codes(items(LIST, "办理内容", "责任单位", "完成时限") + elsewhere) == []


def test_the_element_is_named() -> None:
    found = told(items(LIST, "办理内容", "责任单位", "完成时限"))
    assert ("SR189", "原话列举的“责任人”没有写成一项，其余的各有一项") in found
