"""Each kind of rule has its page, its tests and its phrases; the example of its page passes check, and its cases."""

from __future__ import annotations

from pathlib import Path

import pytest
from doc_pages import DOCS, ROOT, Fence, fences
from docs.making.kinds import FRAGMENTS

from supervision_rules.catalogue.phrases import PHRASES
from supervision_rules.diagnostics import Collector
from supervision_rules.kinds import KINDS
from supervision_rules.library import check_pack
from supervision_rules.pack import read_pack
from supervision_rules.policy import load_pack
from supervision_rules.testing import run_cases

HEAD = """\
pack: demo
label: 示例
version: 1.0.0
language: 1
document: {title: 示例文件, issuer: 某市人民政府}
"""


def examples(name: str) -> list[tuple[str, str]]:
    """The examples of a kind, each as a whole pack and its cases."""
    texts = [fence.text for fence in fences(FRAGMENTS / f"{name}.md")]
    return [(HEAD + rules, f"pack: demo\n{cases}") for rules, cases in zip(texts[::2], texts[1::2], strict=True)]


EXAMPLES = [pytest.param(name, *parts, id=name) for name in KINDS for parts in examples(name)]


def test_each_kind_has_its_page_and_its_fragment() -> None:
    pages = {page.stem for page in (DOCS / "language" / "kinds").glob("*.md")} - {"README"}
    assert pages == {page.stem for page in FRAGMENTS.glob("*.md")} == set(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_has_its_tests(name: str) -> None:
    assert (ROOT / "tests" / "kinds" / f"test_{name}.py").is_file()


@pytest.mark.parametrize("name", PHRASES)
def test_each_phrase_is_there_in_both_languages(name: str) -> None:
    assert set(PHRASES[name]) == {"zh", "en"} and all(PHRASES[name].values())


@pytest.mark.parametrize(("name", "pack", "cases"), EXAMPLES)
def test_the_example_passes_check(name: str, pack: str, cases: str) -> None:
    diagnostics = Collector()
    text = read_pack(pack.encode(), name, diagnostics)
    assert text is not None
    compiled = check_pack(text, diagnostics)
    assert [(found.code, found.span, found.message("zh")) for found in diagnostics] == []
    assert compiled is not None and name in {rule.info.kind for rule in compiled.rules}


@pytest.mark.parametrize(("name", "pack", "cases"), EXAMPLES)
def test_the_cases_of_the_example_pass(name: str, pack: str, cases: str, tmp_path: Path) -> None:
    (tmp_path / "demo.yaml").write_text(pack, encoding="utf-8")
    diagnostics = Collector()
    report = run_cases(load_pack(tmp_path / "demo.yaml"), cases.encode(), name, diagnostics)
    assert [(found.code, found.span, found.message("zh")) for found in diagnostics] == []
    assert report is not None and report.outcomes
    assert {outcome.name: outcome.differences for outcome in report.failed} == {}
    assert [rule.rule for rule in report.one_sided if rule.shown is not None] == []


def test_a_wrong_expectation_would_be_noticed(tmp_path: Path) -> None:
    (pack, cases), *_ = examples("time_limit")
    (tmp_path / "demo.yaml").write_text(pack, encoding="utf-8")
    wrong = cases.replace("state: on_time, day: 2021-10-11", "state: on_time, day: 2021-10-12")
    report = run_cases(load_pack(tmp_path / "demo.yaml"), wrong.encode(), "wrong", Collector())
    assert report is not None and len(report.failed) == 1


def test_every_example_is_followed_by_its_cases() -> None:
    labels = {name: [fence.label for fence in fences(FRAGMENTS / f"{name}.md")] for name in KINDS}
    assert {
        name: found for name, found in labels.items() if not found or found != ["", "cases"] * (len(found) // 2)
    } == {}
    assert isinstance(fences(FRAGMENTS / "duty.md")[0], Fence)
