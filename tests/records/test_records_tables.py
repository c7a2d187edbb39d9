"""Tables as offices hand them in: columns without a heading, titles above the headings, columns that are not there."""

from __future__ import annotations

import pytest

from supervision_rules.diagnostics import Collector
from supervision_rules.records import Batch, Source, build_models, read_batch, shared_vocabulary

VOCABULARY = shared_vocabulary()
MODELS = build_models(VOCABULARY)
MATTER = "编号,类别,文件、批示或会议（末日）日期,责任单位"
COMMA = "CSV 要用半角逗号。另存为 CSV（逗号分隔），或把它们换成半角逗号。"


def told(text: str, record_type: str | None = "unit") -> tuple[Batch, list[str]]:
    """The batch, and what a person is told: code, place, reason and mend."""
    diagnostics = Collector()
    batch = read_batch([Source("f", text.encode(), "csv", record_type=record_type)], VOCABULARY, diagnostics, MODELS)
    return batch, [
        f"{one.code} {one.span.line}:{one.span.column} {one.message('zh')}{one.help('zh')}" if one.span else one.code
        for one in diagnostics.sorted()
    ]


def ids(batch: Batch) -> list[str]:
    return [record.id for record in batch.records]


@pytest.mark.parametrize(
    "text",
    [
        "编号,名称,,\nu1,甲,,\nu2,乙,,\n",
        "编号,名称,,,\nu1,甲,,,\nu2,乙\n",
        "编号,,名称,,\nu1,,甲, ,\nu2,,乙,,\n",
        "编号,名称" + "," * 300 + "\nu1,甲" + "," * 300 + "\nu2,乙" + "," * 300 + "\n",
    ],
)
def test_columns_without_heading_or_content_are_nothing(text: str) -> None:
    batch, problems = told(text)
    assert (ids(batch), problems, batch.incomplete) == (["u1", "u2"], [], False)


def test_content_under_no_heading_is_a_column_that_is_not_used() -> None:
    batch, problems = told("编号,,名称,,\nu1,,甲,,\nu2,一,乙,,二\nu3,三,丙,,\n")
    mend = "在表头补上字段名或中文名；与判定无关的，交来以前删去这一列。"
    assert problems == [
        f"SR553 1:4 第 2 列没有列名，下面有内容，这一列没有采用。{mend}",
        f"SR553 1:9 第 5 列没有列名，下面有内容，这一列没有采用。{mend}",
    ]
    assert (ids(batch), batch.rejected, batch.incomplete) == (["u1", "u2", "u3"], 0, True)


def test_a_row_longer_or_shorter_than_the_headings_is_still_refused() -> None:
    batch, problems = told("编号,名称,,\nu1,甲,,,乙\nu2\nu3,丙,\n")
    assert [problem[:9] for problem in problems] == ["SR518 2:1", "SR518 3:1"]
    assert ids(batch) == ["u3"]


@pytest.mark.parametrize("record_type", ["unit", None])
@pytest.mark.parametrize(
    "first",
    [
        "2021年督查台账,,",
        "2021年督查台账",
        "督查台账（第1、2季度）",
        "督查台账；内部资料",
        "u0,甲局,市直单位",
        "u0,甲局,市直单位,,",
    ],
)
def test_a_first_row_that_is_no_heading_is_told_once(first: str, record_type: str | None) -> None:
    batch, problems = told(f"{first}\n编号,名称,单位类型\nu1,甲,市直单位\n", record_type)
    kind = "单位" if record_type else "各类记录"
    assert problems == [
        f"SR554 1:1 这一行没有一格是“{kind}”的列名，不是表头，整个表没有读。"
        "第一行写列名（字段名或中文名，如“编号”）：上面有标题行的，删去；没有列名的，补上一行。"
    ]
    assert (ids(batch), batch.total) == ([], 0)
    assert [span.line for span in batch.unread] == [1]


@pytest.mark.parametrize(("sign", "named"), [(";", "分号“;”"), ("\t", "制表符（Tab）"), ("|", "竖线“|”")])
def test_the_sign_between_columns_is_not_one_inside_a_heading(sign: str, named: str) -> None:
    _, problems = told(f"{MATTER}\nm1,领导批示交办事项,2021-09-27,u1\n".replace(",", sign), "matter")
    assert problems == [f"SR546 1:1 各列之间用的是{named}，{COMMA}"]


def test_a_required_column_that_is_not_there_is_told_once() -> None:
    rows = "".join(f"甲{number},市直单位\n" for number in range(150))
    batch, problems = told(f"名称,单位类型\n{rows}")
    assert problems == ["SR555 1:1 表里没有“编号（id）”这一列，“单位”的记录都要有，所以没有采用。补上这一列。"]
    assert (batch.total, batch.rejected) == (150, 150)


def unlike(heading: str, place: str, wanted: str, kind: str = "督查事项") -> str:
    return (
        f"SR516 {place} 表头“{heading}”不是“{kind}”的字段，这一列没有采用。"
        f"改成字段名或中文名；与判定无关的列，交来以前删去。最接近的写法：{wanted}。"
    )


def test_a_required_column_under_a_heading_that_is_misspelt_is_told_as_that() -> None:
    batch, problems = told("ID,Kind,date,unit\nm1,minutes,2021-05-01,u1\n", "matter")
    assert problems == [unlike("ID", "1:1", "id"), unlike("Kind", "1:4", "kind")]
    assert (ids(batch), batch.rejected) == ([], 1)
    assert told("编号码,名称\nu1,甲\n")[1] == [unlike("编号码", "1:1", "编号", "单位")]
    assert told("ID,NAME\nu1,甲\n")[1] == [unlike("ID", "1:1", "id", "单位"), unlike("NAME", "1:4", "name", "单位")]


def test_a_column_that_only_one_type_of_a_table_requires() -> None:
    batch, problems = told("记录类型,编号,名称\n单位,u1,甲\n督查事项,m1,\n督查事项,m2,\n", None)
    assert problems == [
        "SR555 1:1 表里没有“类别（kind）”这一列，“督查事项”的记录都要有，所以没有采用。补上这一列。",
    ]
    assert (ids(batch), batch.rejected) == (["u1"], 2)


def test_an_empty_cell_of_a_required_column_is_still_told_where_it_is() -> None:
    _, problems = told("编号,名称\nu1,甲\n,乙\n")
    assert problems == ["SR523 3:1 缺少必填的“编号（id）”。补上这一项。"]


@pytest.mark.parametrize(
    ("cell", "shown", "fault"),
    [
        ('"u\n1"', "u\\u{a}1", "里有换行"),
        (f'"{"u" * 101}"', "u" * 101, "超过 100 个字"),
    ],
)
def test_what_is_wrong_with_an_id(cell: str, shown: str, fault: str) -> None:
    _, problems = told(f"编号,名称\n{cell},甲\n")
    assert [problem.partition(" ")[2].partition(" ")[2] for problem in problems] == [
        f"“编号（id）”的编号“{shown}”{fault}。编号写在一行里，前后不留空格，最多 100 个字。"
    ]
