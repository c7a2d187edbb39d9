"""The page on the API has every public name, and words in both languages for all that it lists."""

from __future__ import annotations

import re

from doc_pages import DOCS
from docs.making.api import SECTIONS, api_page
from docs.making.api_words import api_words
from docs.making.public import REACHED, public

import supervision_rules

NAMES = [name for _, _, names in SECTIONS for name in names]


def test_every_public_name_is_on_the_page_once() -> None:
    assert sorted(NAMES) == sorted([*supervision_rules.__all__, *REACHED])
    headings = re.findall(r"^### (\w+)$", (DOCS / "api.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == NAMES


def test_all_has_words_and_no_words_are_idle() -> None:
    keys = [key for name in NAMES for key in public(name).needed()]
    assert {key for key, words in api_words().items() if words["zh"]} == {key for key, _ in keys}
    assert {key for key, words in api_words().items() if words.get("en")} == {key for key, told in keys if not told}


def test_parameters_fields_and_errors_are_there() -> None:
    page = api_page()
    assert "| `as_of` | `date` |  | 判定日，看到当日终了；1900 年至 2200 年 | the day judged, at its close" in page
    assert "| `day` | `date \\| None` | `None` |" in page
    assert "`evaluate(packs, records, as_of=…, [readings=…], [notices=…])` → `Result`" in page
    assert "| `TypeError` | `as_of` 不是日期，或给的不是装入了的规则包，或不是记录 |" in page
    assert "| `ValueError`（`explain(finding)`） |" in page
    assert "| `OVERDUE` (`overdue`) | 逾期未办 | overdue |" in page
