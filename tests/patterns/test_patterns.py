"""The patterns of supervision rules, one folder each: a small pack as a policy author would write it, and its cases.

A pattern is one of a few dozen that the documents of cities, counties and ministries repeat; the packs show that
YAML alone can say it. The recipes, below a folder of their own, are the sentences of ``docs/language/recipes.md``.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from supervision_rules.api import evaluate
from supervision_rules.diagnostics import Collector
from supervision_rules.policy import check, load_pack
from supervision_rules.records import Source, read_batch
from supervision_rules.testing import Report, run_cases

HERE = Path(__file__).parent
FOLDERS = sorted(path.parent.name for path in HERE.glob("*/pack.yaml"))
NUMBERED = sorted(path.relative_to(HERE).as_posix() for path in HERE.glob("*/*.yaml"))
RECIPES = sorted(path.relative_to(HERE).as_posix() for path in HERE.glob("recipes/*/pack.yaml"))
PACKS = [*NUMBERED, *RECIPES]
PATTERNS = range(1, 52)
"""The numbers that a folder may begin with."""


@cache
def report_of(pack: str) -> Report:
    path = HERE / pack
    cases = path.parent / "cases" / path.name
    diagnostics = Collector()
    report = run_cases(load_pack(path), cases.read_bytes(), cases.as_posix(), diagnostics)
    assert report is not None, [f"{found.span} {found.code} {found.message('zh')}" for found in diagnostics]
    return report


@pytest.mark.parametrize("pack", PACKS)
def test_the_pack_is_clean(pack: str) -> None:
    assert [f"{found.span} {found.code} {found.message('zh')}" for found in check(HERE / pack)] == []


@pytest.mark.parametrize("pack", PACKS)
def test_every_case_passes(pack: str) -> None:
    report = report_of(pack)
    assert report.outcomes
    assert [(outcome.name, outcome.differences) for outcome in report.failed] == []


@pytest.mark.parametrize("pack", PACKS)
def test_every_rule_is_shown_on_both_sides(pack: str) -> None:
    assert report_of(pack).untested == ()


@pytest.mark.parametrize("pack", NUMBERED)
def test_the_pack_says_which_pattern_it_shows(pack: str) -> None:
    number = int(pack[:2])
    chinese, english = (HERE / pack).read_text(encoding="utf-8").splitlines()[:2]
    assert chinese.startswith("# ")
    assert english.startswith(f"# Pattern {number}: ")


def test_a_folder_is_named_by_its_pattern() -> None:
    numbers = [int(folder.partition("-")[0]) for folder in FOLDERS]
    assert FOLDERS
    assert set(numbers) <= set(PATTERNS)
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("pack", RECIPES)
def test_a_recipe_is_called_as_its_folder(pack: str) -> None:
    assert load_pack(HERE / pack).id == Path(pack).parent.name


def test_every_pack_has_a_name_of_its_own() -> None:
    names = [load_pack(HERE / pack).id for pack in PACKS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("points", "refused"), [(0.9, True), (1, False), (5, False), (5.1, True)])
def test_a_value_outside_the_printed_range_is_refused(points: float, refused: bool) -> None:
    """Pattern 10: what a case cannot show, since its records are all to be valid."""
    policy = load_pack(HERE / "10-value-in-range" / "pack.yaml")
    unit = {"type": "unit", "id": "u1", "name": "县农业局"}
    finding = {"type": "finding", "id": "f1", "kind": "falsehood", "date": "2021-05-10", "unit": "u1"}
    lines = "".join(json.dumps(record) + "\n" for record in (unit, {**finding, "deducted": points}))
    problems = Collector()
    batch = read_batch([Source("ledger.jsonl", lines.encode(), "jsonl")], policy.compiled.vocabulary, problems)
    result = evaluate(policy, batch, as_of=date(2021, 12, 31))
    assert result.complete is not refused
    assert [problem.code for problem in problems] == (["SR530"] if refused else [])
    assert {finding.rule.id for finding in result.findings} == (set() if refused else {"falsehood", "judged"})


def test_a_hole_is_told_unless_the_pack_says_that_the_document_has_it(tmp_path: Path) -> None:
    """Pattern 51: what the pack would be told without its ``holes``."""
    text = (HERE / "51-holes" / "pack.yaml").read_text(encoding="utf-8")
    path = tmp_path / "holes.yaml"
    path.write_text(text.replace("    holes: 文件没有规定70%至80%的\n", ""), encoding="utf-8")
    assert [(found.code, found.message("zh")) for found in check(path)] == [
        ("SR327", "没有一种情形管到 share 是 70 的")
    ]
