"""The packs' own cases: all pass, every rule is shown on both sides, every part and clause is come to, the words cited
stand in the document."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from supervision_rules.diagnostics import Collector
from supervision_rules.library import shipped
from supervision_rules.policy import Policy, check, load_pack
from supervision_rules.sources import read_accepted, read_document
from supervision_rules.testing import Coverage, Report, Watch, run_cases

ROOT = Path(__file__).parents[2]
CASES = ROOT / "policies" / "cases"
SOURCES = ROOT.parent / "shared" / "sources"
"""The texts of the documents, where they are at hand: they are no part of the project."""
PACKS = sorted(shipped())


@cache
def policy(name: str) -> Policy:
    return load_pack(name)


def report_of(name: str, data: bytes, watch: Watch | None = None) -> Report:
    diagnostics = Collector()
    report = run_cases(policy(name), data, f"policies/cases/{name}.yaml", diagnostics, watch=watch)
    assert report is not None, [f"{found.span} {found.code} {found.message('zh')}" for found in diagnostics]
    return report


@cache
def shipped_report(name: str) -> tuple[Report, Coverage]:
    path = CASES / f"{name}.yaml"
    if not path.exists():
        pytest.skip(f"no cases for {name} yet")
    watch = Watch(policy(name))
    return report_of(name, path.read_bytes(), watch), watch.coverage()


@pytest.mark.parametrize("name", PACKS)
def test_every_trial_passes(name: str) -> None:
    report, _ = shipped_report(name)
    assert report.outcomes
    assert not [
        f"{outcome.span} {outcome.name}: {'; '.join(map(str, outcome.differences))}" for outcome in report.failed
    ]


@pytest.mark.parametrize("name", PACKS)
def test_every_rule_is_shown_on_both_sides(name: str) -> None:
    assert shipped_report(name)[0].untested == ()


@pytest.mark.parametrize("name", PACKS)
def test_every_part_and_clause_is_come_to(name: str) -> None:
    _, coverage = shipped_report(name)
    assert [rule.rule for rule in coverage.rules if not (rule.hit and rule.missed)] == []
    assert [part.name for rule in coverage.rules for part, reached in rule.parts if not reached] == []
    assert coverage.total[0] == coverage.total[1] > 0


WRONG = """\
pack: liuzhou
cases:
  - id: wrong
    rule: minutes-issue
    as_of: 2021-09-30
    records:
      - {type: matter, id: m1, kind: minutes, date: 2021-09-01, issued: 2021-09-08}
    expect: [{subject: m1, state: late}]
"""


def test_a_failing_trial_and_an_untested_rule_are_found() -> None:
    report = report_of("liuzhou", WRONG.encode())
    assert [outcome.name for outcome in report.failed] == ["wrong"]
    assert "minutes-issue" in report.untested


def document(name: str) -> Path:
    """The text of the document that a pack names by its digest."""
    wanted = policy(name).compiled.pack.document.digest
    for path in sorted(SOURCES.rglob("*")) if SOURCES.is_dir() else ():
        found = read_document(path.read_bytes(), path.name, Collector()) if path.is_file() else None
        if found is not None and found.digest == wanted:
            return path
    pytest.skip(f"the text of {name}'s document is not at hand")


@pytest.mark.parametrize("name", PACKS)
def test_every_pack_holds_against_its_document(name: str) -> None:
    found = check(name, source=document(name))
    assert [f"{each.span} {each.code} {each.message('zh')}" for each in found] == []


@pytest.mark.parametrize("name", PACKS)
def test_what_was_accepted_is_the_document_that_the_pack_names(name: str) -> None:
    diagnostics = Collector()
    kept = ROOT / "policies" / "sources" / f"{name}.yaml"
    accepted = read_accepted(kept.read_bytes(), kept.name, name, diagnostics)
    assert accepted is not None and accepted.digest == policy(name).compiled.pack.document.digest


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize("other", PACKS)
def test_the_text_of_another_document_is_told_once(name: str, other: str) -> None:
    if name != other:
        text = document(other)
        assert [each.code for each in check(name, source=text)] == ["SR814"], text.name
