"""A finding is told in one line, its explanation as a tree, in the language asked for."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from one_instruction import DAY, LIUZHOU, UNIT, instruction

from supervision_rules import evaluate, judge, load_pack, text_of

MATTER = instruction(
    level="city", needs_policy=False, needs_investigation=False, joint=True, replied=date(2021, 10, 14)
)
RESULT = evaluate(LIUZHOU, [UNIT, MATTER], as_of=DAY)
LATE = next(finding for finding in RESULT.findings if finding.rule.id == "instruction-reply")


def test_a_finding_in_one_line() -> None:
    chinese = "领导批示办结回复｜公路养护批示（m1）：逾期办结，迟1天，到期日 2021-10-13，迟1个工作日"
    assert text_of(RESULT, LATE) == chinese
    english = text_of(RESULT, LATE, "en")
    assert english.startswith("领导批示办结回复 | 公路养护批示 (m1): done late, 1 day(s) late") and "\n" not in english


def test_an_explanation_as_a_tree() -> None:
    lines = text_of(RESULT, RESULT.explain(LATE)).splitlines()
    assert lines[0] == text_of(RESULT, LATE)
    assert lines[1].startswith("├ 依据 三（四）“") and lines[-1].startswith("└ ")
    assert "│ └ 2021-09-28 之后至 2021-10-13 逐日：" in lines


def test_every_finding_has_a_text() -> None:
    assert all(text_of(RESULT, finding) for finding in RESULT.findings)


def test_a_part_of_an_explanation_is_refused() -> None:
    with pytest.raises(ValueError, match="a part of an explanation has no text of its own"):
        text_of(RESULT, RESULT.explain(LATE).parts[0])


@pytest.mark.parametrize("given", ["m1", None, RESULT])
def test_anything_else_is_refused(given: Any) -> None:
    with pytest.raises(TypeError, match="what has a text is a Finding or an Explanation"):
        text_of(RESULT, given)


def test_a_finding_of_another_pack_is_refused() -> None:
    other = evaluate(load_pack("bozhou"), [], as_of=DAY)
    with pytest.raises(ValueError, match="a finding of the pack 'liuzhou' is not of this result"):
        text_of(other, judge(LIUZHOU, [MATTER], as_of=DAY)[0])


def test_a_finding_of_another_result_is_not_explained() -> None:
    later = MATTER.model_copy(update={"received": date(2021, 9, 30)})
    assert RESULT.explain(LATE).parts
    for other in (
        evaluate(LIUZHOU, [UNIT, later], as_of=DAY),
        evaluate(LIUZHOU, [UNIT, MATTER], as_of=date(2021, 10, 8)),
    ):
        with pytest.raises(ValueError, match="none of this result"):
            other.explain(LATE)


def test_a_language_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="'zh' or 'en'"):
        text_of(RESULT, LATE, "fr")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="readings is a dict"):
        evaluate(LIUZHOU, [], as_of=DAY, readings=["same-day"])  # type: ignore[arg-type]
