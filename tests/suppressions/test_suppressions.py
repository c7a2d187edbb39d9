"""A warning is answered by a comment with a reason; a comment that does nothing is told."""

from __future__ import annotations

import pytest

from supervision_rules.diagnostics import Collector
from supervision_rules.library import check_pack
from supervision_rules.pack import read_pack

PACK = """\
pack: sample
label: 示例
version: 1.0.0
language: 1
document: {title: 示例办法, issuer: 示例机关}
facts:
  - {id: share, label: 完成百分之几, of: unit, mean: appraisal, take: item_points, window: year}
rules:
  - kind: outcome
    id: light
    label: 亮灯
    cite: {clause: 一, words: [80%以上亮绿灯, 50%至70%亮黄灯, 50%以下亮红灯]}
    on: unit
    window: year
    cases:
      # above
      - {when: share >= 80, outcome: 绿灯, code: green} # beside
      - {when: 50 <= share <= 70, outcome: 黄灯, code: yellow} # inside
      - {when: share < 50, outcome: 红灯, code: red}
"""
HOLE = ("SR327", 17, 7)


def checked(text: str) -> Collector:
    diagnostics = Collector()
    read = read_pack(text.encode(), "sample.yaml", diagnostics)
    assert read is not None
    check_pack(read, diagnostics)
    return diagnostics


def told(diagnostics: Collector) -> list[tuple[str, int, int]]:
    return [(found.code, found.span.line, found.span.column) for found in diagnostics.sorted() if found.span]


def suppressed(diagnostics: Collector) -> list[tuple[str, str]]:
    return [(each.diagnostic.code, each.reason) for each in diagnostics.suppressed]


def test_without_a_comment_it_is_told() -> None:
    assert (told(checked(PACK)), suppressed(checked(PACK))) == ([HOLE], [])


@pytest.mark.parametrize("place", ["# above", "# beside"])
@pytest.mark.parametrize("comment", ["# sr: ignore[SR327] 原文没有规定", "#sr:ignore[ SR327 ]原文没有规定  "])
def test_a_comment_beside_or_above_suppresses(place: str, comment: str) -> None:
    found = checked(PACK.replace(place, comment))
    assert (told(found), suppressed(found)) == ([], [("SR327", "原文没有规定")])
    assert found.failed is False and sum(map(found.count, ("error", "warning", "note"))) == 0  # type: ignore[arg-type]


def test_several_comments_stand_above_each_other() -> None:
    found = checked(PACK.replace("# above", "# sr: ignore[SR327] 原文没有规定\n\n      # sr: ignore[SR331] 也一样"))
    assert (told(found), suppressed(found)) == ([("SR937", 18, 7)], [("SR327", "原文没有规定")])
    assert found.sorted()[0].params["there"].zh == "—"  # type: ignore[union-attr]  # SR327 is answered
    # another code than that of the line
    found = checked(PACK.replace("# above", "# sr: ignore[SR331] 也一样"))
    assert [each.message("zh") for each in found.sorted() if each.code == "SR937"] == [
        "这条注释要略去的 SR331，这里没有（这一行有的是 SR327）"
    ]
    # two codes in one
    found = checked(PACK.replace("# above", "# sr: ignore[SR327, SR331] 原文没有规定"))
    assert (told(found), suppressed(found)) == ([("SR937", 16, 7)], [("SR327", "原文没有规定")])


@pytest.mark.parametrize("place", ["# inside", "code: red}\n"])
def test_elsewhere_it_suppresses_nothing_and_is_told(place: str) -> None:
    before = place.removesuffix("# inside").rstrip()
    found = checked(PACK.replace(place, f"{before} # sr: ignore[SR327] 原文没有规定\n"))
    assert [code for code, *_ in told(found)] == ["SR327", "SR937"]
    comment = found.sorted()[1]
    assert comment.span is not None
    line = found.lines("sample.yaml")[comment.span.line - 1]
    assert line[comment.span.column - 1 : comment.span.end_column - 1] == "# sr: ignore[SR327] 原文没有规定"
    assert comment.message("zh") == "这条注释要略去的 SR327，这里没有"
    assert comment.help("zh") == "问题已经不在了，删去注释；或者移到出现 SR327 的那一行，或它上面一行"


@pytest.mark.parametrize(
    ("comment", "code", "message", "mend"),
    [
        (
            "# sr: ignore[SR327]",
            "SR936",
            "这条注释没有写理由，不起作用",
            "在方括号后面写理由，如 # sr: ignore[SR327] 文件确实没有规定",
        ),
        ("# sr: ignore[SR218] 理由", "SR938", "SR218 是错误，注释略不去", "改正它；只有警告和提示可以写明理由略去"),
        (
            "# sr: ignore[SR3298] 理由",
            "SR939",
            "这条注释看不懂：没有“SR3298”这个代码",
            "写成 # sr: ignore[SR327] 理由，最接近的代码：SR329；几个代码用逗号隔开",
        ),
        ("# sr: ignore", "SR939", "这条注释看不懂", "写成 # sr: ignore[SR327] 理由；几个代码用逗号隔开"),
        ("# sr：ignore【SR327】理由", "SR939", "这条注释看不懂", "写成 # sr: ignore[SR327] 理由；几个代码用逗号隔开"),
        ("# SR: noqa", "SR939", "这条注释看不懂", "写成 # sr: ignore[SR327] 理由；几个代码用逗号隔开"),
    ],
)
def test_a_comment_that_has_no_effect_is_told(comment: str, code: str, message: str, mend: str) -> None:
    found = checked(PACK.replace("# above", comment))
    assert told(found) == [(code, 16, 7), HOLE]
    one = found.sorted()[0]
    assert one.span is not None and one.span.end_column - one.span.column == len(comment)
    assert (one.message("zh"), one.help("zh"), suppressed(found)) == (message, mend, [])


def test_an_error_stays_and_the_comment_is_told_once() -> None:
    text = PACK.replace("share >= 80,", "shore >= 80,").replace("# inside", "# sr: ignore[SR218] 没有时间改")
    assert [code for code, *_ in told(checked(text))] == ["SR218", "SR938"]


def test_of_a_pack_with_errors_no_comment_is_called_idle() -> None:
    """Where something is wrong, not all is checked: the comment may be right."""
    text = PACK.replace("share < 50", "shore < 50").replace("# above", "# sr: ignore[SR327] 原文没有规定")
    assert [code for code, *_ in told(checked(text))] == ["SR218"]


@pytest.mark.parametrize(
    "label",
    [
        '"亮灯 # sr: ignore[SR327] 不是注释"',
        "'亮灯 # sr: ignore[SR327] 不是注释'",
        "|\n      亮灯 # sr: ignore[SR327] 不是注释\n      # sr: ignore[SR327] 不是注释",
        "亮灯#sr:ignore[SR327]不是注释",
    ],
)
def test_what_stands_in_a_text_is_no_comment(label: str) -> None:
    found = checked(PACK.replace("label: 亮灯", f"label: {label}"))
    assert ([code for code, *_ in told(found) if code != "SR005"], suppressed(found)) == (["SR327"], [])


def test_behind_the_sign_of_a_block_it_is_one() -> None:
    found = checked(PACK.replace("label: 亮灯", "label: | # sr: ignore[SR331] 理由\n      亮灯"))
    assert told(found) == [("SR937", 11, 14), ("SR327", 18, 7)]
