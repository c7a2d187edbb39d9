"""Cases that leave a value out: the hole is told with an example; what is covered, or may be meant so, is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from supervision_rules import check

HEAD = """\
pack: holes
label: 试验
version: 1.0.0
language: 1
document: {title: 办法, issuer: 政府}
facts:
  - {id: slips, label: 催办次数, of: matter, count: reminder}
rules:
"""
RULE = "    id: it\n    label: 规则\n    cite: {clause: 一, words: 原话}\n    unquoted: 试验\n    on: matter\n"
OUTCOME = f"  - kind: outcome\n{RULE}"
LIMIT = f"  - kind: time_limit\n{RULE}    start: received\n    done: replied\n"


def told(folder: Path, rule: str, *cases: str, when: str | None = None) -> list[tuple[str, str]]:
    end = "within: 5 days" if rule is LIMIT else "outcome: 后果"
    path = folder / "holes.yaml"
    text = HEAD + rule + (f"    when: {when}\n" if when else "") + "    cases:\n"
    path.write_text(text + "".join(f"      - {{when: '{case}', {end}}}\n" for case in cases), encoding="utf-8")
    return [(each.code, each.message("zh")) for each in check(path)]


def hole(name: str, value: str) -> list[tuple[str, str]]:
    return [("SR327", f"没有一种情形管到 {name} 是 {value} 的")]


@pytest.mark.parametrize(
    ("cases", "value"),
    [
        (("slips >= 8", "slips <= 2"), "5"),
        (("slips > 3", "slips < 3"), "3"),
        (("slips < 1", "slips >= 2", "slips >= 9"), "1"),
    ],
)
def test_a_hole_between_numbers(tmp_path: Path, cases: tuple[str, ...], value: str) -> None:
    assert told(tmp_path, OUTCOME, *cases) == hole("slips", value)
    assert told(tmp_path, LIMIT, *cases) == hole("slips", value)


@pytest.mark.parametrize(
    "cases",
    [
        ("slips >= 3", "slips < 3"),
        ("slips >= 3", "slips <= 2"),
        ("slips >= 3", "not slips >= 3"),
        ("slips >= 3", "joint"),
        ("slips + 1 >= 9", "slips < 2"),
    ],
)
def test_none_or_none_that_can_be_told(tmp_path: Path, cases: tuple[str, ...]) -> None:
    assert told(tmp_path, OUTCOME, *cases) == []
    assert told(tmp_path, LIMIT, *cases) == []


def test_what_lies_beyond_all_cases_may_be_meant_so_by_outcomes_only(tmp_path: Path) -> None:
    assert told(tmp_path, OUTCOME, "slips >= 9", "3 <= slips < 9") == []
    assert told(tmp_path, LIMIT, "slips >= 9", "3 <= slips < 9") == hole("slips", "2")


def test_a_level_left_out_has_no_limit(tmp_path: Path) -> None:
    cases = ('importance == "special"', 'importance == "ordinary"')
    assert told(tmp_path, LIMIT, *cases) == hole("importance", "greater")
    assert told(tmp_path, OUTCOME, *cases) == []
    assert told(tmp_path, LIMIT, *cases, 'importance == "greater"') == []


def test_what_the_rule_itself_leaves_out_is_no_hole(tmp_path: Path) -> None:
    assert told(tmp_path, LIMIT, "slips >= 9", "3 <= slips < 9", when="slips >= 3") == []
    assert told(tmp_path, LIMIT, "slips >= 9", "3 <= slips < 9", when="joint") == hole("slips", "2")
    assert told(tmp_path, LIMIT, "slips >= 9", "3 <= slips < 9", when="joint or slips >= 3") == []


def test_an_example_of_days_is_a_day(tmp_path: Path) -> None:
    cases = ("received < date(2021, 1, 1)", "received > date(2021, 1, 1)")
    assert told(tmp_path, LIMIT, *cases) == hole("received", "2021-01-01")


def test_a_hole_that_is_meant_is_not_told(tmp_path: Path) -> None:
    meant = OUTCOME + "    holes: 文件没有规定\n"
    assert told(tmp_path, meant, "slips >= 8", "slips <= 2") == []
