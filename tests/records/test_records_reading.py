"""Reading files: JSON lines, a JSON array, CSV; every refusal at its place."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from supervision_rules.diagnostics import Collector
from supervision_rules.records import Batch, Source, build_models, read_batch, shared_vocabulary
from supervision_rules.records.source import Format

VOCABULARY = shared_vocabulary()
MODELS = build_models(VOCABULARY)
UNIT = '{"type":"unit","id":"u1","name":"甲局"}'
HEAD = "记录类型,编号,名称,人口数,是否一级政府,起始日期,别名"


def reading(text: str | bytes, form: Format, **parts: object) -> tuple[Batch, list[str]]:
    diagnostics = Collector()
    content = text.encode() if isinstance(text, str) else text
    batch = read_batch([Source("f", content, form, **parts)], VOCABULARY, diagnostics, MODELS)  # type: ignore[arg-type]
    spans = [(one.code, one.span) for one in diagnostics.sorted()]
    return batch, [f"{code} {span.line}:{span.column}-{span.end_column}" if span else code for code, span in spans]


def messages(text: str, form: Format, **parts: object) -> tuple[Batch, list[str]]:
    """The batch, and what a person is told: code, reason and mend."""
    diagnostics = Collector()
    batch = read_batch([Source("f", text.encode(), form, **parts)], VOCABULARY, diagnostics, MODELS)  # type: ignore[arg-type]
    return batch, [f"{one.code} {one.message('zh')}{one.help('zh')}" for one in diagnostics.sorted()]


def unit(**parts: object) -> str:
    return json.dumps({"type": "unit", "id": "u1", "name": "甲局", **parts}, ensure_ascii=False)


def test_lines_of_json() -> None:
    batch, problems = reading(
        f"\ufeff{UNIT}\r\n\n" + '{"type":"matter","id":"m","kind":"重大决策部署","unit":"甲局"}', "jsonl"
    )
    assert problems == []
    assert [record.model_dump(exclude_none=True) for record in batch.records] == [
        {"id": "m", "kind": "decision", "unit": "u1"},
        {"id": "u1", "name": "甲局", "is_government": False},
    ]


@pytest.mark.parametrize(
    ("text", "code", "underlined"),
    [
        (unit(population="一"), "SR524", '"一"'),
        (unit(population=1.5), "SR524", "1.5"),
        (unit(population=True), "SR524", "true"),
        (unit(population=-1), "SR530", "-1"),
        (unit(since="2021-02-30"), "SR526", '"2021-02-30"'),
        (unit(since="２021-02-01"), "SR528", '"２021-02-01"'),
        (unit(since="44368"), "SR527", '"44368"'),
        (unit(since="20210701"), "SR525", '"20210701"'),
        (unit(since="2021-2-30"), "SR526", '"2021-2-30"'),
        (unit(since="2021年13月1日"), "SR526", '"2021年13月1日"'),
        (unit(since="1899-12-31"), "SR531", '"1899-12-31"'),
        (unit(since="0001-01-01T00:00+14:00"), "SR526", '"0001-01-01T00:00+14:00"'),
        (unit(since=20210701), "SR524", "20210701"),
        (unit(aliases="甲"), "SR524", '"甲"'),
        (unit(aliases=[1]), "SR524", "[1]"),
        (unit(aliases=["a"] * 201), "SR514", json.dumps(["a"] * 201)),
        (unit(parent=" u1"), "SR533", '" u1"'),
        (unit(group="nothing"), "SR529", '"nothing"'),
        (unit(nothing=1), "SR522", '"nothing"'),
        ('{"type":"unit","id":"u1"}', "SR523", '{"type":"unit","id":"u1"}'),
        ('{"id":"u1"}', "SR520", '{"id":"u1"}'),
        ('{"type":"uni","id":"u1"}', "SR521", '"uni"'),
        ('{"type":"unit","id":"u1","name":"\\ud800"}', "SR532", '"\\ud800"'),
        ('{"type":"unit","id":"u1","name":"a\\u202eb"}', "SR532", '"a\\u202eb"'),
        ('{"id":"u1","id":"u2"}', "SR513", '{"id":"u1","id":"u2"}'),
        ('{"id":1234567890123456}', "SR514", '{"id":1234567890123456}'),
        ('{"id":NaN}', "SR512", '{"id":NaN}'),
        ('{"type":"unit","id":"u1",}', "SR512", "}"),
        (UNIT + " x", "SR512", "x"),
        ("[" * 100_000, "SR514", "[" * 100_000),
        ('"u1"', "SR515", '"u1"'),
    ],
)
def test_refusals_of_json_lines(text: str, code: str, underlined: str) -> None:
    batch, problems = reading(text + "\n" + UNIT.replace("u1", "u2"), "jsonl")
    start = text.rindex(underlined) + 1
    assert problems == [f"{code} 1:{start}-{start + len(underlined)}"]
    assert ([record.id for record in batch.records], batch.rejected, batch.total) == (["u2"], 1, 2)


def test_all_that_is_wrong_in_a_record_is_told() -> None:
    _, problems = reading(unit(population="x", since="x", what=1), "jsonl")
    assert [problem[:5] for problem in problems] == ["SR524", "SR525", "SR522"]


def test_null_is_absent() -> None:
    assert reading(unit(population=None), "jsonl")[0].digest == reading(UNIT, "jsonl")[0].digest


def test_an_array() -> None:
    text = f'[\n  {UNIT},\n  {{"type": "unit",\n   "id": "u2", "name": 3}}\n]\n'
    batch, problems = reading(text, "json")
    assert ([record.id for record in batch.records], problems) == (["u1"], ["SR524 4:24-25"])
    assert reading("[]", "json") == (Batch((), (), 0, 0, 0), [])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "SR512 1:1-2"),
        ("x", "SR512 1:1-2"),
        ("{}", "SR545 1:1-2"),
        ("3", "SR545 1:1-2"),
        (f"[{UNIT}", "SR512 1:39-40"),
        (f"[{UNIT},\n]", "SR512 2:1-2"),
    ],
)
def test_broken_arrays(text: str, place: str) -> None:
    batch, problems = reading(text, "json")
    assert problems == [place]
    assert batch.incomplete


def test_a_table_by_labels() -> None:
    batch, problems = reading(f'{HEAD}\n单位,u1,甲局,1200,是,2021-07-01,"甲；一局"\n,,,,,,\n', "csv")
    assert problems == []
    (record,) = batch.records
    dumped = record.model_dump(mode="json", exclude_none=True)
    assert dumped == {
        "id": "u1",
        "name": "甲局",
        "population": 1200,
        "is_government": True,
        "since": "2021-07-01",
        "aliases": ["甲", "一局"],
    }


@pytest.mark.parametrize(
    ("row", "code", "underlined"),
    [
        ("unit,u1,甲局,1.5,,,", "SR524", "1.5"),
        ("unit,u1,甲局,１２,,,", "SR528", "１２"),
        ('unit,u1,甲局,"1,200",,,', "SR524", '"1,200"'),
        ("unit,u1,甲局,,对,,", "SR524", "对"),
        ("unit,u1,甲局,,,2021/7/1,", "SR525", "2021/7/1"),
        ("unit,u1,甲局", "SR518", "unit,u1,甲局"),
        ("unit,u1,,,,,", "SR523", "unit,u1,,,,,"),
        ("unti,u1,甲局,,,,", "SR521", "unti"),
        (",u1,甲局,,,,", "SR520", ",u1,甲局,,,,"),
        ('unit,u1,"甲局,,,,', "SR519", '"'),
    ],
)
def test_refusals_of_tables(row: str, code: str, underlined: str) -> None:
    batch, problems = reading(f"{HEAD}\n{row}", "csv")
    start = row.index(underlined) + 1
    assert problems == [f"{code} 2:{start}-{start + len(underlined)}"]
    assert (batch.records, batch.incomplete) == ((), True)


def test_the_rows_after_a_refused_one_are_read() -> None:
    batch, problems = reading("编号,名称\nu1,甲,乙\nu2,丙\n", "csv", record_type="单位")
    assert ([record.id for record in batch.records], problems) == (["u2"], ["SR518 2:1-7"])


def test_unknown_and_repeated_headings() -> None:
    batch, problems = reading("编号,名称,备註\nu1,甲,无\n", "csv", record_type="unit")
    assert ([record.id for record in batch.records], problems) == (["u1"], ["SR516 1:7-9"])
    batch, problems = reading("编号,名称,name\nu1,甲,乙\n", "csv", record_type="unit")
    assert (batch.records, problems) == ((), ["SR517 1:7-11"])
    assert reading("编号,名称\nu1,甲\n", "csv")[1] == ["SR520 1:1-6"]
    assert reading("编号,名称\nu1,甲\n", "csv", record_type="x")[1] == ["SR521 1:1-6"]


@pytest.mark.parametrize(
    ("sign", "named"),
    [
        ("，", "全角逗号“，”"),
        (";", "分号“;”"),
        ("；", "全角分号“；”"),
        ("、", "顿号“、”"),
        ("\t", "制表符（Tab）"),
        ("|", "竖线“|”"),
    ],
)
def test_a_table_with_another_sign_between_its_columns(sign: str, named: str) -> None:
    batch, told = messages("编号,名称\nu1,甲\nu2,乙\n".replace(",", sign), "csv", record_type="unit")
    assert (batch.records, batch.incomplete) == ((), True)
    assert told == [f"SR546 各列之间用的是{named}，CSV 要用半角逗号。另存为 CSV（逗号分隔），或把它们换成半角逗号。"]


def test_a_date_that_does_not_exist_is_told_at_once_and_a_mend_is_a_date() -> None:
    told = [messages(unit(since=since), "jsonl")[1] for since in ("2026-2-30", "2026/2/3")]
    for moment in ("2021-09-27T24:00", "2021-09-27 24:00:00", "2021-09-27T25:00", "2021-09-27T12:60+08:00"):
        assert messages(unit(since=moment), "jsonl")[1] == [
            f"SR550 “起始日期（since）”的“{moment}”，时刻不存在。"
            "时刻从 00:00 写到 23:59；24:00 写成次日的 00:00，当天终了的写 23:59，或者只写日期。"
        ]
    assert messages(unit(since="2021-02-30T24:00"), "jsonl")[1][0].startswith("SR526 ")
    assert told == [
        ["SR526 “起始日期（since）”的日期“2026-2-30”不存在。核对月份和天数。"],
        ["SR525 “起始日期（since）”的日期“2026/2/3”写法不对。写成四位年、两位月、两位日，如 2026-02-03。"],
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"type"："unit"}', '（："unit"}）。检查这里的引号、冒号、逗号、括号和数字的写法，全角的“：”改成半角的 : 。'),
        ("{“type”: 1}", '（“type”: 1}）。检查这里的引号、冒号、逗号、括号和数字的写法，全角的““”改成半角的 " 。'),
        ('{"type":', "。检查这里的引号、冒号、逗号、括号和数字的写法。"),
        ("{'a'}", "（'a'}）。检查这里的引号、冒号、逗号、括号和数字的写法。"),
    ],
)
def test_full_width_signs_of_json_are_named(text: str, told: str) -> None:
    assert messages(text, "jsonl")[1] == [f"SR512 这里不是 JSON 的写法{told}"]


def test_what_a_value_of_json_should_be_says_how_to_write_it() -> None:
    assert messages(unit(id=19, is_government="是", since=20210701), "jsonl")[1] == [
        "SR524 “编号（id）”要写文字（用引号括起来），写的是整数。改成文字（用引号括起来）。",
        "SR524 “是否一级政府（is_government）”要写true（是）或 false（否），不加引号，写的是文字。"
        "改成true（是）或 false（否），不加引号。",
        'SR524 “起始日期（since）”要写日期（如 "2021-07-01"），写的是整数。改成日期（如 "2021-07-01"）。',
    ]


def test_choices_are_not_cut_in_a_word() -> None:
    (told,) = messages('{"type":"matter","id":"m","kind":"x"}', "jsonl")[1]
    kinds = list((VOCABULARY.types["matter"].kinds or {}).items())
    shown = "、".join(f"{label}（{code}）" for code, label in kinds[:8])
    assert told == f"SR529 “类别（kind）”没有“x”这个选项。可选：{shown}等 {len(kinds)} 种。"


def test_encodings() -> None:
    table = "编号,名称\nu1,甲局\n"
    batch, problems = reading(table.encode("gb18030"), "csv", record_type="unit")
    assert (problems, batch.records[0].model_dump()["name"]) == (["SR542 1:1-1"], "甲局")
    assert not batch.incomplete
    unproven = table.replace("名称", "名字").encode("gb18030")
    assert reading(unproven, "csv", record_type="unit")[1] == ["SR510 1:1-2"]
    batch, problems = reading(table.encode("gb18030"), "csv", record_type="unit", encoding="gb18030")
    assert (problems, batch.records[0].model_dump()["name"]) == ([], "甲局")
    assert reading(table.encode("utf-16"), "csv", record_type="unit")[1] == ["SR510 1:1-2"]
    assert reading(UNIT.encode() + b"\n\xff", "jsonl")[1] == ["SR510 2:1-2"]
    assert reading(UNIT.replace("甲", "\ufffd"), "jsonl")[1] == ["SR511 1:34-35"]


@pytest.mark.parametrize("size", [1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024 + 7])
def test_a_line_that_is_too_long_is_one_bad_record_and_the_rest_is_read(size: int) -> None:
    text = "\n".join((UNIT, "x" * size, UNIT.replace("u1", "u2"), "", UNIT.replace("u1", "u3")))
    batch, problems = reading(text, "jsonl")
    long = size >= 1024 * 1024  # with the character that ends it
    assert problems == ["SR514 2:1-1" if long else "SR512 2:1-2"]
    assert ([record.id for record in batch.records], batch.total, batch.rejected) == (["u1", "u2", "u3"], 4, 1)
    assert batch.unread == ()
    batch, problems = reading(UNIT + "\n" + "x" * (size + 1), "jsonl")
    assert (batch.total, batch.rejected, problems) == (2, 1, ["SR514 2:1-1" if long else "SR512 2:1-2"])


LONG = "x" * 1024 * 1024


@pytest.mark.parametrize(
    ("text", "form", "line", "total"),
    [
        ('编号,名称\nu1,甲\n"u2,乙\nu3,丙\n', "csv", 3, 1),
        ('编号,名称\nu1,甲\nu2,"乙"一\nu3,丙\n', "csv", 3, 1),
        (f'编号,名称\nu1,甲\n"{LONG}\nu3,丙\n', "csv", 3, 1),
        (f'编号,名称\nu1,甲\nu2,"乙\n{LONG}\n丙"\nu3,丙\n', "csv", 3, 1),
        (f"{LONG}\nu1,甲\n", "csv", 1, 0),
        (f"\n编号,{'x' * 200_000}\nu1,甲\n", "csv", 2, 0),
        ('"编号,名称\nu1,甲\n', "csv", 1, 0),
        ("编号;名称\nu1;甲\n", "csv", 1, 0),
        (f"[{UNIT},\n3,{UNIT}]", "json", 2, 1),
        (f"[{UNIT}\n;{UNIT}]", "json", 2, 1),
        (f"[{UNIT}]\n[{UNIT}]", "json", 2, 1),
        (f"[]\n\n{UNIT}", "json", 3, 0),
        (UNIT, "json", 1, 0),
        (UNIT.encode() + b"\n\xff\n" + UNIT.encode(), "jsonl", 2, 1),
        (f"[{UNIT}]".encode("gb18030"), "json", 1, 0),
    ],
)
def test_where_a_file_is_no_longer_read_is_kept_and_what_stands_there_is_not_counted(
    text: str | bytes, form: Format, line: int, total: int
) -> None:
    batch, problems = reading(text, form, record_type="unit")
    assert len(problems) == 1
    assert [(span.source, span.line) for span in batch.unread] == [("f", line)]
    assert (batch.total, batch.rejected, batch.incomplete) == (total, 0, True)


@pytest.mark.parametrize(
    "row",
    [
        f"u2,{LONG}",
        f'u2,"乙",{LONG}',
        f'u2,{LONG},""',
        f'u2,"乙""丙{LONG}""",丁"',
        f'{"a" * (1024 * 1024)}"b",{LONG}',  # a mark inside a cell opens nothing
        f'u2,{"a" * (1024 * 1024 - 4)}","{LONG}"',  # a piece ends inside
        "," * 5_000_000,  # no cell is looked at one by one
        "u2" + ",乙" * 1_000_000,
        'u2,"乙"' + ',"""丙"""' * 500_000,
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_row_of_a_table_that_is_too_long_is_one_bad_record_and_the_rest_is_read(row: str, end: str) -> None:
    batch, problems = reading(end.join(("编号,名称", "u1,甲", row, row, "u3,丙", "")), "csv", record_type="unit")
    assert problems == ["SR514 3:1-1", "SR514 4:1-1"]
    assert ([record.id for record in batch.records], batch.total, batch.rejected) == (["u1", "u3"], 4, 2)
    assert batch.unread == ()


@pytest.mark.parametrize(
    "row", [f'u2,"{LONG}', f'"u2","乙""{LONG}', f'u2,"乙"一{LONG}', f'u2,{LONG},"', f'u2,"乙\n{LONG}"']
)
def test_a_line_that_is_too_long_inside_quotation_marks_ends_the_reading(row: str) -> None:
    batch, problems = reading(f"编号,名称\nu1,甲\n{row}\nu3,丙\n", "csv", record_type="unit")
    assert problems == [f"SR549 {3 + row.count(chr(10))}:1-1"]
    assert ([record.id for record in batch.records], batch.total, batch.rejected) == (["u1"], 1, 0)
    assert [span.line for span in batch.unread] == [3]


def test_a_cell_that_is_too_long_is_no_quote_left_open() -> None:
    batch, problems = reading(f"编号,名称\nu1,{'x' * 200_000}\nu2,乙\n", "csv", record_type="unit")
    assert problems == ["SR514 2:1-200004"]
    assert ([record.id for record in batch.records], batch.total, batch.unread) == (["u2"], 2, ())
    assert reading(f'编号,名称\nu1,"{"x" * 200_000}\n', "csv", record_type="unit")[1] == ["SR519 2:4-5"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_any_machine_ends_them(end: str) -> None:
    table = end.join(("编号,名称", "u1,甲", "u2,乙,", "")).encode()
    batch, problems = reading(table, "csv", record_type="unit")
    assert ([record.id for record in batch.records], problems) == (["u1"], ["SR518 3:1-6"])
    assert reading(table.decode().encode("gb18030"), "csv", record_type="unit")[1] == ["SR542 1:1-1", "SR518 3:1-6"]
    for form, text in (
        ("jsonl", f"{UNIT}{end}{UNIT.replace('u1', 'u2')}{end}3"),
        ("json", f"[{UNIT},{end}{UNIT.replace('u1', 'u2')},{end}3]"),
    ):
        batch, problems = reading(text, form)  # type: ignore[arg-type]
        assert ([record.id for record in batch.records], problems) == (["u1", "u2"], ["SR515 3:1-2"])


def test_streams_and_files(tmp_path: Path) -> None:
    file = tmp_path / "units.jsonl"
    file.write_text(UNIT, encoding="utf-8")
    stream = io.BytesIO(UNIT.encode())
    for content in (file, stream):
        batch = read_batch([Source("f", content, "jsonl")], VOCABULARY, Collector(), MODELS)
        assert len(batch.records) == 1
    assert not stream.closed


def test_what_is_named_and_was_refused_is_told_with_its_place() -> None:
    lines = (
        UNIT,
        '{"type":"matter","id":"m1","kind":"decision","unit":"u1","received":"x"}',
        '{"type":"reminder","id":"r1","date":"2021-07-01","matter":"m1"}',
        '{"type":"matter","id":"m2","kind":"decision","unit":"u1","received":"2021-07-02","closed":"2021-07-01"}',
        '{"type":"reminder","id":"r2","date":"2021-07-01","matter":"m2"}',
        '{"type":"reminder","id":"r3","date":"2021-07-01","matter":"m3"}',
    )
    batch, told = messages("\n".join(lines), "jsonl")
    named = "“督查事项（matter）”所指的督查事项（matter）"
    assert [text for text in told if "reminder" in text] == [
        f"SR548 催办（reminder） r1：{named}“m1”没有采用，见 f:2:1。先改正那条记录。",
        f"SR548 催办（reminder） r2：{named}“m2”没有采用，见 f:4:1。先改正那条记录。",
        f"SR537 催办（reminder） r3：{named}“m3”不在读到的记录里。核对编号，或补上那条记录。",
    ]
    assert batch.rejected == 5


def test_two_sources_are_one_batch() -> None:
    matter = b'{"type":"matter","id":"m","kind":"decision","unit":"u1"}'
    sources = [Source("a", matter, "jsonl"), Source("b", UNIT.encode(), "jsonl")]
    assert len(read_batch(sources, VOCABULARY, Collector()).records) == 2


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=60).map(str.encode), st.binary(max_size=60)), st.sampled_from(["jsonl", "json", "csv"])
)
def test_no_text_brings_the_reader_down(data: bytes, form: Format) -> None:
    batch, problems = reading(data, form, record_type="unit")
    assert batch.total == len(batch.records) + batch.duplicates + batch.rejected
    assert bool(problems) or not batch.rejected


VALUES = st.fixed_dictionaries(
    {},
    optional={
        "population": st.integers(0, 10**15 - 1),
        "is_government": st.booleans(),
        "since": st.dates().filter(lambda day: 1900 <= day.year <= 2200).map(str),
        "aliases": st.lists(st.text("甲乙ab", min_size=1, max_size=5), max_size=3),
        "group": st.sampled_from(["county", "park"]),
    },
)


@settings(max_examples=60, deadline=None)
@given(VALUES)
def test_what_is_read_is_what_pydantic_makes(values: dict[str, object]) -> None:
    batch, problems = reading(unit(**values), "jsonl")
    assert problems == []
    (record,) = batch.records
    again = MODELS["unit"].model_validate(record.model_dump(exclude_unset=True))
    assert record == again
    assert record.model_fields_set == again.model_fields_set


SCORED = '{"type":"nomination","id":"n","date":"2024-01-10","project":"p","unit":"u1","score":%s}'
SCORED_WITH = f'{UNIT}\n{{"type":"project","id":"p","year":2024,"date":"2024-01-10"}}\n'
TOO_MANY_DIGITS = "SR514 超出限度：数字的位数最多 28。拆分或缩短后再读。"


@pytest.mark.parametrize(
    ("number", "taken"),
    [
        ("88.33333333333333", True),  # as spreadsheets write 265/3
        ("0.30000000000000004", True),
        ("1." + "1" * 27, True),
        ("0." + "1" * 28, True),
        ("1e-28", True),
        ("1." + "1" * 28, False),
        ("0." + "0" * 28 + "1", False),
        ("1e-29", False),
        ("1e28", False),
        ("1e400", False),
        ("1e-400", False),
        ("1e999999999", False),
    ],
)
def test_a_number_has_so_many_digits_wherever_the_point_stands(number: str, taken: bool) -> None:
    batch, told = messages(SCORED_WITH + SCORED % number, "jsonl")
    scores = [record.model_dump()["score"] for record in batch.records if record.type == "nomination"]
    assert (scores, told) == (([Decimal(number)], []) if taken else ([], [TOO_MANY_DIGITS]))
    facts = {"id": "n", "date": date(2024, 1, 10), "project": "p", "unit": "u1", "score": Decimal(number)}
    if taken:
        assert MODELS["nomination"](**facts).model_dump()["score"] == Decimal(number)
    else:
        with pytest.raises(ValidationError):
            MODELS["nomination"](**facts)
    if "e" not in number:
        table = Source("nomination.csv", f"编号,日期,project,unit,score\nn,2024-01-10,p,u1,{number}".encode(), "csv")
        diagnostics = Collector()
        sources = [Source("a", SCORED_WITH.encode(), "jsonl"), replace(table, record_type="nomination")]
        batch = read_batch(sources, VOCABULARY, diagnostics, MODELS)
        assert (batch.rejected, [found.code for found in diagnostics]) == ((0, []) if taken else (1, ["SR514"]))


def test_a_kind_in_the_place_of_a_type_is_told_as_one() -> None:
    line = '{"type":"list_notice","id":"n1","date":"2021-03-01"}'
    told = "SR521 没有“list_notice”这种记录类型。它是 notice 的一个类别，写 type: notice、kind: list_notice。"
    told += "改成已有的类型。"
    assert messages(line, "jsonl")[1] == [told]
    assert messages("编号,名称\nu1,甲\n", "csv", record_type="list_notice")[1] == [told]
