"""The tutorial: followed from its first line it gives the files beside it, which are as sound as a shipped pack."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from doc_pages import DOCS, Fence, fences
from doc_steps import with_change, with_piece
from test_commands import Session, follow

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector
from supervision_rules.library import check_pack, open_pack
from supervision_rules.policy import Policy, load_pack
from supervision_rules.testing import Report, run_cases

TUTORIAL = DOCS / "tutorial"
PACK = TUTORIAL / "qinghe.yaml"
CASES = TUTORIAL / "cases" / "qinghe.yaml"


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_pack(PACK)


@pytest.fixture(scope="module")
def report(policy: Policy) -> Report:
    diagnostics = Collector()
    found = run_cases(policy, CASES.read_bytes(), "cases", diagnostics)
    assert found is not None and diagnostics.found == []
    return found


def bare(text: str) -> str:
    return re.sub(r"[\s*]+", "", text)


def quotes(policy: Policy) -> list[str]:
    """Every text under ``words`` in the pack."""
    found: list[str] = []

    def look(node: nodes.Node | None, key: str = "") -> None:
        if isinstance(node, nodes.Mapping):
            for name, value in node.entries:
                look(value, name.text)
        elif isinstance(node, nodes.Sequence):
            for item in node.items:
                look(item, key)
        elif isinstance(node, nodes.Scalar) and key == "words":
            found.append(node.text)

    look(policy.text.tree)
    return found


def test_the_page_leads_to_the_files_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUPERVISION_RULES_LANG", "zh")
    follow("docs/tutorial/README.md", tmp_path)
    for path in (PACK, CASES):
        made = tmp_path / path.relative_to(TUTORIAL)
        assert made.read_text(encoding="utf-8") == path.read_text(encoding="utf-8")


def test_every_block_of_the_page_is_run() -> None:
    blocks = fences(TUTORIAL / "README.md")
    labels = {"qinghe.yaml", "qinghe.yaml +", "cases/qinghe.yaml", "cases/qinghe.yaml +", "ledger.jsonl"}
    assert {block.language for block in blocks} == {"console", "diff", "yaml", "jsonl"}
    assert {block.label for block in blocks if block.language != "console"} == labels
    after = {after.language for block, after in zip(blocks, blocks[1:], strict=False) if block.language == "diff"}
    assert after == {"console"}


def test_check_finds_nothing() -> None:
    diagnostics = Collector()
    text = open_pack(PACK, diagnostics)
    assert text is not None and check_pack(text, diagnostics) is not None
    assert [(found.code, found.span, found.message("zh")) for found in diagnostics] == []


def test_every_trial_passes_and_every_rule_is_shown_on_both_sides(report: Report) -> None:
    assert report.outcomes and [outcome.name for outcome in report.failed] == []
    assert (report.untested, report.one_sided) == ((), ())


def test_every_word_cited_stands_in_the_document(policy: Policy) -> None:
    document = bare((TUTORIAL / "document.md").read_text(encoding="utf-8"))
    assert [words for words in quotes(policy) if bare(words) not in document] == []
    # the twin: without the seventh clause, its words are strangers
    rest = document.replace("特别重要事项加倍扣分", "")
    assert len([words for words in quotes(policy) if bare(words) not in rest]) == 1


def test_every_clause_of_the_document_is_accounted_for(policy: Policy) -> None:
    document = (TUTORIAL / "document.md").read_text(encoding="utf-8")
    clauses = re.findall(r"^\*\*(第\w+条)\*\*", document, re.MULTILINE)
    judged = {info.cite.clause for info in policy.compiled.infos}
    left = {entry.clause for entry in policy.compiled.pack.not_computable}
    in_force = {clauses[-1]}
    assert judged | left | in_force == set(clauses) and len(clauses) == 14


def test_a_mistake_is_undone(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.file(Fence("yaml", "a.yaml", "rules:\n  - {id: a}\n  - {id: b}\n"))
    session.mistake(Fence("diff", "a.yaml", "-  - {id: a}\n+  - {id: c}\n"))
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == "rules:\n  - {id: c}\n  - {id: b}\n"
    session.mend()
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == "rules:\n  - {id: a}\n  - {id: b}\n"


def test_a_change_of_lines_that_are_not_there_would_be_noticed() -> None:
    with pytest.raises(AssertionError):
        with_change("rules:\n  - {id: a}\n", "-  - {id: b}\n+  - {id: c}\n")


def test_a_piece_goes_to_the_sections_of_its_name() -> None:
    text = "# head\npack: a\n\nrecords:\n  types:\n    one: 1\n\nrules:\n  - a\n"
    piece = "facts:\n  - f\n\nrecords:\n  types:\n    two: 2\n\nrules:\n  - b\n"
    assert with_piece(text, piece) == (
        "# head\npack: a\n\nrecords:\n  types:\n    one: 1\n\n    two: 2\n\nfacts:\n  - f\n\nrules:\n  - a\n\n  - b\n"
    )
