"""The pages of the SR5xx codes: each example gives exactly the marked codes at the marked places, mended none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from supervision_rules.catalogue.records import RECORDS
from supervision_rules.diagnostics import Collector
from supervision_rules.nodes import plain, read
from supervision_rules.records import (
    Source,
    Vocabulary,
    extended,
    places,
    read_batch,
    read_vocabulary,
    shared_vocabulary,
)

PAGES = Path(__file__).parents[2] / "docs" / "diagnostics"
FENCE = re.compile(r"^```([a-z-]+) (example|fixed)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXPECT = re.compile(r"^```expect\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WITHOUT_EXAMPLE = ("SR510", "SR541")  # bytes of another encoding; a record that no file can hold


def problems(form: str, text: str) -> list[str]:
    diagnostics = Collector()
    match form:
        case "yaml-vocabulary":
            read_vocabulary(text, "example", diagnostics)
        case "yaml-extension":
            node = read(text, "example", diagnostics)
            assert node is not None
            extended(shared_vocabulary(), Vocabulary.model_validate(plain(node)), places(node), diagnostics)
        case "jsonl" | "csv":
            read_batch([Source("example", text.encode(), form)], shared_vocabulary(), diagnostics)
    return [f"{one.code} {one.span.line}:{one.span.column}" for one in diagnostics.sorted() if one.span]


@pytest.mark.parametrize("code", sorted(RECORDS))
def test_page(code: str) -> None:
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {code} ")
    examples = {what: (form, text) for form, what, text in FENCE.findall(page)}
    if code in WITHOUT_EXAMPLE:
        assert not examples
        return
    expected = EXPECT.findall(page)[0].split("\n")[:-1]
    assert problems(*examples["example"]) == expected
    assert {row.split()[0] for row in expected} == {code}
    assert problems(*examples["fixed"]) == []


def test_codes_are_contiguous() -> None:
    assert sorted(RECORDS) == [f"SR{number}" for number in range(501, 501 + len(RECORDS))]
