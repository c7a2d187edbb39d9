"""Every code SR2xx has a page whose example gives exactly the marked codes and whose mended text gives none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from expression_samples import check

from supervision_rules.catalogue.expressions import EXPRESSIONS

PAGES = Path(__file__).parents[2] / "docs" / "diagnostics"
FENCE = re.compile(r"^```(\S+)(?: (example|fixed))?\n(.*?)\n```$", re.MULTILINE | re.DOTALL)


def blocks(page: str) -> dict[str, str]:
    return {role or kind: _decoded(kind, body) for kind, role, body in FENCE.findall(page)}


def _decoded(kind: str, body: str) -> str:
    if not kind.endswith("-escaped"):
        return body
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), body)


@pytest.mark.parametrize("code", sorted(EXPRESSIONS))
def test_the_page_is_true(code: str) -> None:
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    found = blocks(page)
    marked = [row.replace(" 1:", " ") for row in found["expect"].splitlines()]
    assert [row.partition("-")[0] for row in check(found["example"])[1]] == marked
    assert any(row.startswith(code) for row in marked)
    assert check(found["fixed"])[1] == []
    assert page.startswith(f"# {code} ")


def test_the_codes_are_contiguous() -> None:
    assert sorted(EXPRESSIONS) == [f"SR{200 + number}" for number in range(1, len(EXPRESSIONS) + 1)]


def test_both_languages_speak_of_the_same_things() -> None:
    for code, entry in EXPRESSIONS.items():
        for words in (entry.reason, entry.mend):
            names = {lang: set(re.findall(r"\{(\w+?)(?:_en)?\}", words[lang])) for lang in ("zh", "en")}
            assert names["en"] <= names["zh"] | {"found"}, code
