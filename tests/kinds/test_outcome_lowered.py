"""Outcomes moved down or up the list of their cases: not beyond its ends, under doubt, told from which to which."""

from __future__ import annotations

from datetime import date

import pytest
from rule_bench import Bench, problems

from supervision_rules.catalogue.phrases import PHRASES
from supervision_rules.findings import Explanation

DAY = date(2021, 7, 1)
CASES = """
    cases:
      - {when: poor_work, outcome: 优秀, code: excellent}
      - {when: rectified_in_full, outcome: 良好, code: good, consent: known(judge_role)}
      - {outcome: 一般, code: fair}
"""
Marks = tuple[bool | None, bool | None]
FIRST, SECOND, THIRD = (True, False), (False, True), (False, False)


def grades(lower: str, more: str = "") -> Bench:
    return Bench(f"kind: outcome\non: finding\nlower: {lower}\n{more}" + CASES.replace("\n    ", "\n"))


def facts(marks: Marks, **more: object) -> dict[str, object]:
    poor, full = marks
    return {
        "kind": "dereliction",
        "date": DAY,
        "poor_work": poor,
        "rectified_in_full": full,
        "judge_role": "mayor",
    } | more


def last(tree: Explanation) -> Explanation:
    return next(part for part in tree.parts if part.phrase.startswith("outcome-"))


@pytest.mark.parametrize(
    ("lower", "marks", "code", "before", "phrase"),
    [
        ("0", FIRST, "excellent", None, "outcome-kept"),
        ("1", FIRST, "good", "优秀", "outcome-lowered"),
        ("2", FIRST, "fair", "优秀", "outcome-lowered"),
        ("3", FIRST, "fair", "优秀", "outcome-lowered-to-the-end"),
        ("2", SECOND, "fair", "良好", "outcome-lowered-to-the-end"),
        ("1", THIRD, "fair", None, "outcome-lowered-to-the-end"),
        ("-1", THIRD, "good", "一般", "outcome-raised"),
        ("-1", SECOND, "excellent", "良好", "outcome-raised"),
        ("-1", FIRST, "excellent", None, "outcome-raised-to-the-end"),
        ("-99999999999999", THIRD, "excellent", "一般", "outcome-raised-to-the-end"),
    ],
)
def test_moved_down_and_up_within_the_list(
    lower: str, marks: Marks, code: str, before: str | None, phrase: str
) -> None:
    bench = grades(lower)
    (finding,) = bench.judge("finding", facts(marks))
    detail = dict(finding.detail)
    assert (finding.state.value, detail["code"], detail.get("instead_of")) == ("concluded", code, before)
    assert finding.case == ["excellent", "good", "fair"].index(code)
    assert last(bench.explain(finding)).phrase == phrase


def test_it_is_told_from_which_to_which() -> None:
    bench = grades("2 if rectified_in_time else 3")
    (finding,) = bench.judge("finding", facts(FIRST, rectified_in_time=True))
    told = last(bench.explain(finding))
    assert {lang: PHRASES[told.phrase][lang].format_map(told.words) for lang in ("zh", "en")} == {
        "zh": "降低2级：由“优秀”降到“一般”",
        "en": "2 lower: from “优秀” to “一般”",
    }
    assert [part.phrase for part in told.parts] == ["expression"]


def test_the_consent_is_that_of_the_case_it_comes_to() -> None:
    (finding,) = grades("1").judge("finding", facts(FIRST, judge_role=None))
    assert (finding.state.value, finding.detail) == (
        "due_for", (("code", "good"), ("outcome", "良好"), ("instead_of", "优秀"), ("awaits", "consent"))
    )  # fmt: skip


UNKNOWN = "1 if rectified_in_time else 0"
MUCH = "3 if rectified_in_time else 2"


@pytest.mark.parametrize(
    ("lower", "marks", "possible", "missing"),
    [
        (UNKNOWN, FIRST, ("优秀", "良好"), ("rectified_in_time",)),
        (UNKNOWN, (None, False), ("优秀", "良好", "一般"), ("poor_work", "rectified_in_time")),
        ("1", (None, False), ("良好", "一般"), ("poor_work",)),
        ("1 / 2", FIRST, ("优秀", "良好"), ()),
    ],
)
def test_doubt_about_the_case_it_comes_to(
    lower: str, marks: Marks, possible: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    bench = grades(lower)
    (finding,) = bench.judge("finding", facts(marks))
    assert (finding.state.value, finding.detail) == ("undetermined", (("possible", possible),))
    assert finding.missing == tuple(f"finding r1: {name}" for name in missing)
    assert last(bench.explain(finding)).phrase == "outcome-moved-unclear"


@pytest.mark.parametrize(
    ("lower", "marks", "code"),
    [
        (UNKNOWN, THIRD, "fair"),
        (MUCH, FIRST, "fair"),
        ("2", (None, None), "fair"),
        (f"-({MUCH})", (None, False), "excellent"),
    ],
)
def test_doubt_that_changes_nothing_is_none(lower: str, marks: Marks, code: str) -> None:
    bench = grades(f"{lower}")
    (finding,) = bench.judge("finding", facts(marks))
    assert (finding.state.value, dict(finding.detail)["code"], finding.missing) == ("concluded", code, ())
    assert last(bench.explain(finding)).phrase == "outcome-moved-alike"


def test_where_no_case_holds_there_is_nothing_to_move() -> None:
    cases = "[{when: poor_work, outcome: 优秀}, {when: rectified_in_full, outcome: 良好}]"
    bench = Bench(f"kind: outcome\non: finding\nlower: 1\ncases: {cases}")
    assert bench.judge("finding", facts(THIRD)) == []
    # perhaps none holds: not settled, although both that may come to the last
    (finding,) = bench.judge("finding", facts((None, None)))
    assert finding.state.value == "undetermined"


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("outcome: 约谈\nlower: 1", "SR161"),
        ("all: true\nlower: 1\ncases: [{when: poor_work, outcome: 甲}, {outcome: 乙}]", "SR154"),
        ("lower: poor_work\ncases: [{when: poor_work, outcome: 甲}, {outcome: 乙}]", "SR232"),
        ("lower: por_work\ncases: [{when: poor_work, outcome: 甲}, {outcome: 乙}]", "SR218"),
    ],
)
def test_what_is_wrong_is_told(keys: str, code: str) -> None:
    told = problems(f"kind: outcome\non: finding\n{keys}")
    assert [each.split()[0] for each in told] == [code]
