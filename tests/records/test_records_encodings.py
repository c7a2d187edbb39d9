"""Files that are in another encoding than was said, empty files, and what is said of them in English."""

from __future__ import annotations

import re
from typing import Any

import pytest

from supervision_rules.diagnostics import Collector
from supervision_rules.records import Source, build_models, read_batch, shared_vocabulary

VOCABULARY = shared_vocabulary()
MODELS = build_models(VOCABULARY)
UNITS = [f'{{"type": "unit", "id": "u{number}", "name": "市交通运输局{number}"}}' for number in (1, 2)]
LINES = "\n".join(UNITS)
ARRAY = f"[{', '.join(UNITS)}]"
TABLE = "记录类型,编号,名称\n单位,u1,市交通运输局\n单位,u2,市水利局\n"


def reading(content: bytes, form: Any, encoding: Any = None) -> tuple[list[str], list[str]]:
    diagnostics = Collector()
    batch = read_batch([Source("f", content, form, encoding)], VOCABULARY, diagnostics, MODELS)
    told = [f"{found.code} {found.span} {found.message('zh')}" for found in diagnostics.sorted()]
    return [record.id for record in batch.records], told


@pytest.mark.parametrize(("text", "form"), [(LINES, "jsonl"), (ARRAY, "json"), (TABLE, "csv")])
def test_each_encoding_is_read_where_it_is_said(text: str, form: str) -> None:
    for encoding in ("utf-8", "gb18030"):
        assert reading(text.encode(encoding), form, encoding) == (["u1", "u2"], [])


@pytest.mark.parametrize(
    ("text", "form", "place"), [(LINES, "jsonl", "1:1"), (ARRAY, "json", "1:1"), (TABLE, "csv", "1:1")]
)
def test_utf8_that_is_said_to_be_gb18030(text: str, form: str, place: str) -> None:
    told = [f"SR544 f:{place} 写明按 GB18030 读，文件却不是 GB18030 编码。"]
    assert reading(text.encode(), form, "gb18030") == ([], told)


def test_gb18030_that_is_said_to_be_utf8() -> None:
    diagnostics = Collector()
    read_batch([Source("f", LINES.encode("gb18030"), "jsonl", "utf-8")], VOCABULARY, diagnostics, MODELS)
    (found,) = diagnostics.sorted()
    assert (found.code, str(found.span)) == ("SR510", "f:1:39")
    assert "--encoding gb18030" in found.help("zh") and "--encoding gb18030" in found.help("en")


def test_words_that_are_both_are_read_as_said() -> None:
    """甲局 in UTF-8 are three characters in GB18030: too few to say that somebody is wrong."""
    unit = '{"type": "unit", "id": "u1", "name": "甲局"}'.encode()
    assert reading(unit, "jsonl", "gb18030") == (["u1"], [])


@pytest.mark.parametrize("form", ["jsonl", "csv"])
@pytest.mark.parametrize("content", [b"", b"\n", b"\xef\xbb\xbf", b" \r\n\t\n"])
def test_an_empty_file_is_told(content: bytes, form: str) -> None:
    assert reading(content, form) == ([], ["SR543 f:1:1 这个文件是空的，里面没有记录。"])


def test_a_table_without_rows_and_an_empty_list_are_no_empty_files() -> None:
    assert reading(b"[]", "json") == ([], [])
    assert reading(TABLE.partition("\n")[0].encode(), "csv") == ([], [])


WRONG = """\
{"type": "unit", "id": "u1", "name": 3}
{"type": "unit", "id": "u2"}
{"type": "unit", "id": "u3", "name": "c", "group": "x", "population": "x", "aliases": "x", "what": 1}
{"type": "unit", "id": "u4", "name": "d", "since": "x"}
{"type": "unit", "id": "u6", "name": "d", "population": 1234567890123456}
{"type": "unit", "id": "u5", "name": "e", "since": "2021-07-02", "until": "2021-07-01"}
{"type": "reminder", "id": "r1", "date": "2021-07-01", "matter": "m"}
{"type": "matter", "id": "m1", "kind": "instruction", "unit": "nobody"}
{"type": "matter", "id": "m2", "kind": "instruction", "date": "2021-07-02", "recorded": "2021-07-01"}
7
"""


def test_what_is_wrong_with_records_is_said_in_english() -> None:
    diagnostics = Collector()
    read_batch([Source("f", WRONG.encode(), "jsonl")], VOCABULARY, diagnostics, MODELS)
    told = [f"{found.code} {found.message('en')} {found.help('en')}" for found in diagnostics.sorted()]
    assert [text for text in told if re.search("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]", text)] == []
    assert told[0] == (
        "SR524 'name' takes a text (in quotation marks); this is a whole number. Write a text (in quotation marks)."
    )
    assert {text[:5] for text in told} >= {
        "SR514",
        "SR515",
        "SR522",
        "SR523",
        "SR524",
        "SR525",
        "SR529",
        "SR536",
        "SR537",
    }
