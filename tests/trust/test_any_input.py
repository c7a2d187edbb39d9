"""Whatever is read, there are diagnostics and never an exception; each can be shown in both languages."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from broken_files import broken, broken_bytes
from hypothesis import given, settings
from hypothesis import strategies as st

from supervision_rules import nodes
from supervision_rules.calendar import read_notices
from supervision_rules.cli.pages import page
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.expressions import parse
from supervision_rules.library import check_pack
from supervision_rules.nodes import reader
from supervision_rules.pack import read_pack
from supervision_rules.policy import Policy, load_pack
from supervision_rules.records import Source, read_batch, shared_vocabulary
from supervision_rules.reports.checked import Places, Setting, checked_of
from supervision_rules.reports.formats import FORMATS
from supervision_rules.reports.github import summary
from supervision_rules.testing import run_cases

FILES = Path(__file__).parent / "files"
NOTICES = """\
jurisdiction: CN-GX
season: {from: "03-20", to: "05-05"}
notices:
  - {year: 2024, title: 关于“壮族三月三”放假的通知, label: 壮族三月三, off: [2024-04-11, 2024-04-12]}
"""
MORE = settings(max_examples=max(60, settings.default.max_examples))  # type: ignore[union-attr]


def text_of(name: str) -> str:
    return (FILES / name).read_text(encoding="utf-8")


@cache
def policy() -> Policy:
    return load_pack(FILES / "pack.yaml")


def can_be_told(diagnostics: Collector, tree: nodes.Mapping | None = None) -> None:
    """Every diagnostic has words, and every format can be written; those for machines can be read again."""
    checked = checked_of(diagnostics, {"pack.yaml": tree})
    for lang in ("zh", "en"):
        setting = Setting(lang, Places("/", "/"), page, str)
        written = {name: render(checked, setting) for name, render in FORMATS.items()}
        for text in (written["text"], written["concise"]):
            assert isinstance(text, str) and text.encode("utf-8", "backslashreplace")
        for name in ("json", "sarif"):
            assert json.loads(written[name])
        assert len(written["jsonl"].splitlines()) == len(checked.found)
        assert ElementTree.fromstring(written["junit"]).tag == "testsuites"
        assert summary(checked, setting)


@MORE
@given(broken_bytes(text_of("pack.yaml")))
def test_any_pack(data: bytes) -> None:
    diagnostics = Collector()
    text = read_pack(data, "pack.yaml", diagnostics)
    compiled = check_pack(text, diagnostics) if text is not None else None
    assert (compiled is None) == diagnostics.failed
    can_be_told(diagnostics, text.tree if text is not None else None)


@MORE
@given(broken_bytes(text_of("cases.yaml")))
def test_any_file_of_cases(data: bytes) -> None:
    diagnostics = Collector()
    report = run_cases(policy(), data, "cases.yaml", diagnostics)
    assert report is not None or diagnostics.failed
    can_be_told(diagnostics)


@MORE
@given(broken_bytes(NOTICES))
def test_any_notice(data: bytes) -> None:
    diagnostics = Collector()
    assert read_notices(data, "notices.yaml", diagnostics) is not None or diagnostics.failed
    can_be_told(diagnostics)


@pytest.mark.parametrize(("file", "kind"), [("matter.jsonl", "jsonl"), ("matter.json", "json"), ("unit.csv", "csv")])
@MORE
@given(st.data())
def test_any_records(file: str, kind: Any, data: st.DataObject) -> None:
    content = data.draw(broken_bytes(text_of(file)))
    encoding = data.draw(st.sampled_from([None, None, "utf-8", "gb18030"]))
    diagnostics = Collector()
    source = Source(file, content, kind, encoding, file.partition(".")[0] if kind == "csv" else None)
    batch = read_batch([source], shared_vocabulary(), diagnostics)
    assert batch.total == len(batch.records) + batch.duplicates + batch.rejected
    assert batch.digest
    can_be_told(diagnostics)


EXPRESSIONS = (
    'kind not in ["instruction", "decision"] and not from_above',
    "first_known(report_by, set_date) if known(received) else date(year(date) + 1, 1, 31)",
    "min(assigned, add_workdays(received, 30)) >= date and 5 <= days_between(date, received) <= 8",
    'late("reply") or points("reminders") > 0.5 * (2 + 1) / 3',
)


@MORE
@given(st.sampled_from(EXPRESSIONS).flatmap(broken))
def test_any_expression(text: str) -> None:
    diagnostics = Collector()
    scope = policy().compiled.declarations.scope("matter")
    checked = parse(text, lambda start, end: Span("x", 1, start + 1, 1, end + 1), scope, None, diagnostics)
    assert checked is not None or diagnostics.failed
    can_be_told(diagnostics)


def test_the_valid_files_are_valid() -> None:
    """What is broken above is worth breaking."""
    diagnostics = Collector()
    report = run_cases(policy(), text_of("cases.yaml").encode(), "cases.yaml", diagnostics)
    assert report is not None and report.outcomes and not report.failed, report
    assert read_notices(NOTICES.encode(), "notices.yaml", diagnostics)
    sources = [
        Source("unit.csv", FILES / "unit.csv", "csv", None, "unit"),
        Source("matter.jsonl", FILES / "matter.jsonl", "jsonl"),
        Source("matter.json", FILES / "matter.json", "json"),
    ]
    batch = read_batch(sources, shared_vocabulary(), diagnostics)
    assert len(batch.records) == batch.total > 4
    assert not diagnostics.found, [found.message("en") for found in diagnostics]


def test_an_exception_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(*given: object) -> None:
        raise ValueError("a date that is none")

    monkeypatch.setattr(reader, "decode", careless)
    with pytest.raises(ValueError, match="a date that is none"):
        test_any_pack()
