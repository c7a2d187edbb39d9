"""The clauses of a document, whatever way they are numbered, and the ways in which a pack names them."""

from __future__ import annotations

import pytest

from supervision_rules.diagnostics import Collector
from supervision_rules.sources import Document, read_document
from supervision_rules.sources.labels import cited
from supervision_rules.sources.numbering import in_chinese


def document(text: str) -> Document:
    found = read_document(text, "text.txt", Collector())
    assert found is not None
    return found


ARTICLES = """\
云水县督查办法
第一章 总则
第一条 为了规范督查,制定本办法。
第二条　督查分为下列各类：(一)专项督查；(二)综合督查。
（三）日常督查。
第十条 依照第三条的规定办理。
附件:
评分细则
一、加分
1.表彰加分。加5分。
2.创新加分，比例为
1.5倍。
二、减分
１、批示减分。
附件2
打分表
一、表头
"""
SECTIONS = """\
各县区：
一、抓好环节
（一）部署时提出要求。
1、明确事项；2、明确单位。
（1）写明时限
( 二 )督查落实。
三、按期报告一项
二、明确主体
"""


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            ARTICLES,
            [
                "序言", "第一条", "第二条", "第二条（一）", "第二条（二）", "第二条（三）", "第十条", "附件", "附件一",
                "附件一.1", "附件一.2", "附件二", "附件二.1", "附件2", "附件2一",
            ],
        ),
        # 三 does not follow 一: it is no heading
        (SECTIONS, ["序言", "一", "一（一）", "一（一）.1", "一（一）.2", "一（一）.2（1）", "一（二）", "二"]),
        ("一、甲\n二、乙", ["一", "二"]),
        ("没有编号的一段话。", ["序言"]),
        ("", ["序言"]),
    ],
)  # fmt: skip
def test_the_clauses_of_a_text(text: str, labels: list[str]) -> None:
    assert list(document(text).clauses) == labels


@pytest.mark.parametrize(
    ("text", "label", "says"),
    [
        (ARTICLES, "序言", "云水县督查办法第一章总则"),
        (ARTICLES, "第二条（二）", "(二)综合督查。"),
        (ARTICLES, "第二条", "第二条督查分为下列各类:"),
        (ARTICLES, "附件一.2", "2.创新加分,比例为1.5倍。"),
        (SECTIONS, "一（二）", "(二)督查落实。三、按期报告一项"),
    ],
)
def test_what_a_clause_says_itself(text: str, label: str, says: str) -> None:
    found = document(text)
    clause = found.clauses[label]
    assert found.folded[clause.begin : clause.own_end] == says


@pytest.mark.parametrize(
    ("written", "labels"),
    [
        ("第二条", ["第二条"]),
        ("第2条", ["第二条"]),
        ("第二条第（一）项", ["第二条（一）"]),
        ("第二条第一项", ["第二条（一）"]),
        ("第二条第一款", ["第二条"]),
        ("第二条(一)", ["第二条（一）"]),
        ("第二条（一）（三）", ["第二条（一）", "第二条（三）"]),
        ("第二条（一）、（二）和第十条", ["第二条（一）", "第二条（二）", "第十条"]),
        ("第二条（一）至（三）", ["第二条（一）", "第二条（二）", "第二条（三）"]),
        ("第一条至第十条", ["第一条", "第二条", "第十条"]),
        ("附件一.1", ["附件一.1"]),
        ("附件一1", ["附件一.1"]),
        ("附件一.1至一.2", ["附件一.1", "附件一.2"]),
        ("附件一.1、附件二", ["附件一.1", "附件二"]),
        ("序言", ["序言"]),
        ("前言", ["序言"]),
    ],
)
def test_how_a_pack_names_them(written: str, labels: list[str]) -> None:
    found, unknown = cited(written, document(ARTICLES).clauses)
    assert ([clause.label for clause in found], unknown) == (labels, [])


@pytest.mark.parametrize(
    ("written", "unknown"), [("第三条", ["第三条"]), ("第二条（四）", ["第二条（四）"]), ("第一条、总则", ["总则"])]
)
def test_what_the_document_does_not_have(written: str, unknown: list[str]) -> None:
    assert cited(written, document(ARTICLES).clauses)[1] == unknown


def test_the_numbers_of_articles() -> None:
    assert [in_chinese(each) for each in (1, 10, 11, 20, 35, 100, 101, 110, 119, 230)] == [
        "一", "十", "十一", "二十", "三十五", "一百", "一百零一", "一百一十", "一百一十九", "二百三十",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("5个工作日内“办结”", 2),
        ("５个工作日内「办结」", 2),
        ("5 个工作日 内\"办结\"", 2),
        ("5个工作日内…回复", 1),
        ("5个工作日内……答复", 0),
        ("", 0),
        ("…", 0),
    ],
)  # fmt: skip
def test_where_words_stand(words: str, count: int) -> None:
    text = "一、应于５个工作日内“办结”并\n回复。\n二、5个工作日内『办结』。\n三、答复。"
    assert len(document(text).stands(words)) == count


def test_a_place_in_the_file() -> None:
    found = document("一、应于\n　５个 工作日内办结。")
    (stretch,) = found.stands("5个工作日")
    assert str(found.span(*stretch)) == "text.txt:2:2"
    assert found.span(*stretch).end_column == 8
