"""The pages of the diagnostics: each code has one, its example gives exactly the marked codes, its mended text none."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from doc_examples import problems
from doc_pages import DOCS, ROOT, Fence, fences

from supervision_rules.catalogue import CODES

PAGES = DOCS / "diagnostics"
TITLE = re.compile(r"# (SR\d{3}) (\S.*) \((\S.*)\)")
SECTIONS = ("**何时出现 When.**", "**为什么 Why.**", "**怎样改 Mend.**")
RETIRED = ("SR309",)
# What no visible text can show: bytes of another encoding, sizes, bugs, git, records that no file can hold, files of
# an office's own; fields that only a pack of its own declares; packs that are judged together; and what
# pydantic can tell in general but no model of ours asks for.
WITHOUT_EXAMPLE = frozenset(
    (
        "SR001",
        "SR031",
        "SR032",
        "SR033",
        "SR034",
        "SR036",
        "SR037",
        "SR048",
        "SR119",
        "SR121",
        "SR123",
        "SR351",
        "SR510",
        "SR541",
        "SR542",
        "SR549",
        "SR552",
        "SR617",
        "SR902",
        "SR909",
        "SR912",
        "SR913",
        "SR914",
        "SR917",
        "SR922",
        "SR927",
        "SR928",
        "SR930",
        "SR934",
        "SR935",
        "SR943",
    )
)


def parts(page: Path) -> dict[str, Fence]:
    """The blocks of a page by their role: example, expect, fixed."""
    return {fence.label or fence.language: fence for fence in fences(page)}


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert {page.stem for page in PAGES.glob("SR*.md")} == set(CODES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_title_and_sections(code: str) -> None:
    text = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    title = TITLE.fullmatch(text.partition("\n")[0])
    assert title is not None and title[1] == code
    places = [text.find(section) for section in SECTIONS]
    assert -1 not in places and places == sorted(places)


@pytest.mark.parametrize("code", sorted(CODES))
def test_examples(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = parts(PAGES / f"{code}.md")
    assert ("example" in found) is (code not in WITHOUT_EXAMPLE)
    if "example" not in found:
        return
    expected = found["expect"].text.splitlines()
    assert code in {row.split()[0] for row in expected}
    assert problems(found["example"].language, found["example"].text, code) == expected
    assert ("fixed" in found) is (found["example"].language != "console")
    if "fixed" in found:
        fixed = problems(found["fixed"].language, found["fixed"].text, code)
        assert code not in {row.split()[0] for row in fixed}, fixed


def test_an_example_without_fault_would_be_noticed() -> None:
    assert problems("expr", "late_days > 5", "SR2") == []
    assert problems("expr", "late_days >> 5", "SR2") != []


def test_codes_follow_each_other_within_a_stage() -> None:
    numbers = sorted(int(code.removeprefix("SR")) for code in (*CODES, *RETIRED))
    leaps = [(before, after) for before, after in pairwise(numbers) if after != before + 1]
    assert [after for _, after in leaps] == [101, 150, 201, 301, 401, 501, 601, 801, 901]
    assert not set(RETIRED) & set(CODES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_both_languages_use_the_same_words(code: str) -> None:
    for template in (CODES[code].reason, CODES[code].mend):
        chinese, english = (set(re.findall(r"\{(\w+?)(?:_en)?\}", template[lang])) for lang in ("zh", "en"))
        assert english <= chinese | {"found"}, code
