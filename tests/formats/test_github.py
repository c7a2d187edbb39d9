"""Annotations of GitHub Actions: escaped, counted beyond ten of a level, with a table in the summary."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from office import Captured, pack, ran

from supervision_rules.diagnostics import Collector, Span
from supervision_rules.reports.checked import Places, Setting, checked_of
from supervision_rules.reports.github import github, summary

FIRST = (
    "::error file=policies/错.yaml,line=18,endLine=18,col=16,endColumn=21,title=SR218"
    "::没有叫 shore 的字段或事实%0A改成已有的名称：share"
)
HOLE = "::warning file=policies/青禾.yaml,line={line},endLine={end},title=SR327::没有一种情形管到 share 是 75 的%0A"


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the job's summary, in which another step has written."""
    path = tmp_path / "summary.md"
    path.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    return path


def annotated(capsys: Captured, *arguments: str) -> list[str]:
    return ran(capsys, "check", *(arguments or ("policies",)), "--format", "github")[1].splitlines()


@pytest.mark.usefixtures("office", "report")
def test_annotations(capsys: Captured) -> None:
    lines = annotated(capsys)
    assert lines[0] == FIRST
    assert [line.partition("补上")[0] for line in lines[1:3]] == [
        HOLE.format(line=16, end=18),
        HOLE.format(line=26, end=28),
    ]
    assert lines[3:] == [
        "3 个规则包：错误 1，警告 2，提示 0",
        "另有 1 处，规则包里用注释写明了理由，不再提（# sr: ignore）",
    ]


@pytest.mark.usefixtures("office")
def test_the_summary_is_a_table_after_what_was_there(report: Path, capsys: Captured) -> None:
    annotated(capsys)
    text = report.read_text(encoding="utf-8")
    assert text.startswith("before\n### 规则包检查\n\n3 个规则包：错误 1，警告 2，提示 0\n")
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert rows[:3] == [
        "| 轻重 | 代码 | 位置 | 说什么 |",
        "| --- | --- | --- | --- |",
        "| 错误 | SR218 | policies/错.yaml:18:16 | 没有叫 shore 的字段或事实 |",
    ]
    assert len(rows) == 5
    annotated(capsys, "policies/好.yaml")
    assert report.read_text(encoding="utf-8").endswith("### 规则包检查\n\n1 个规则包没有发现问题\n\n")


def test_beyond_ten_of_a_level_they_are_counted_and_listed(office: Path, report: Path, capsys: Captured) -> None:
    rules = [(f"r{number}", "share", "") for number in range(13)] + [("last", "shore", "")]
    (office / "policies" / "多.yaml").write_text(pack("many", *rules), encoding="utf-8")
    text = (office / "policies" / "多.yaml").read_text(encoding="utf-8")
    (office / "policies" / "多.yaml").write_text(text.replace("shore", "share"), encoding="utf-8")
    lines = annotated(capsys, "policies/多.yaml", "policies/错.yaml")
    assert [line.partition(" ")[0] for line in lines[:11]] == ["::error"] + ["::warning"] * 10
    assert lines[11] == "另有警告 4 处没有标注（GitHub 一步只显示 10 处），列在下面和汇总里"
    assert [bool(re.fullmatch(r"- policies/多.yaml:\d+:7: 警告 SR327 .*", line)) for line in lines[12:16]] == [True] * 4
    assert lines[16:] == ["2 个规则包：错误 1，警告 14，提示 0"]
    assert report.read_text(encoding="utf-8").count("| 警告 | SR327 |") == 14


@pytest.mark.usefixtures("office")
def test_a_summary_that_cannot_be_written(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "no/such/summary.md")
    code, _, err = ran(capsys, "check", "policies", "--format", "github")
    assert (code, err.splitlines()[0]) == (2, "错误 SR903 写不了 no/such/summary.md：没有这个文件或文件夹")


@pytest.mark.usefixtures("report")
def test_paths_are_those_of_the_repository(office: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(office))
    monkeypatch.chdir(office / "policies")
    assert annotated(capsys, "错.yaml")[0] == FIRST
    assert annotated(capsys, str(office / "policies" / "错.yaml"))[0] == FIRST
    # a folder of the project elsewhere than here is not believed
    monkeypatch.setenv("GITHUB_WORKSPACE", str(office / "elsewhere"))
    assert annotated(capsys, "错.yaml")[0] == FIRST.replace("policies/", "")


def of(source: str, *problems: tuple[str, dict[str, str]]) -> tuple[Collector, Setting]:
    diagnostics = Collector()
    for number, (code, words) in enumerate(problems, 1):
        diagnostics.add(code, Span(source, number, 1, number, 2), **words)

    def no_page(code: str) -> None:
        raise AssertionError(code)

    return diagnostics, Setting("zh", Places("/", "/"), no_page, str)  # type: ignore[arg-type]


def test_what_could_be_taken_for_a_command_is_escaped() -> None:
    diagnostics, setting = of("/a,b:c%\r\n.yaml", ("SR901", {"path": "100%\n::set-env::x", "reason": "r"}))
    (line, closing) = github(checked_of(diagnostics, {}), setting).decode().splitlines()
    head, _, message = line.removeprefix("::").partition("::")
    assert head == "error file=a%2Cb%3Ac%25%0D%0A.yaml,line=1,endLine=1,col=1,endColumn=2,title=SR901"
    assert message == "读不了 100%25\\u{a}::set-env::x：r%0A核对路径是否写对、文件是否存在、有没有权限读"
    assert closing == "0 个规则包：错误 1，警告 0，提示 0"


def test_no_line_begins_as_a_command_but_the_annotations() -> None:
    problems = [("SR901", {"path": f"p{number}", "reason": "r"}) for number in range(12)]
    diagnostics, setting = of("/::error::x.yaml", *problems)
    lines = github(checked_of(diagnostics, {}), setting).decode().splitlines()
    assert [line.startswith("::error file=%3A%3Aerror%3A%3Ax.yaml,") for line in lines] == [True] * 10 + [False] * 4
    assert lines[11:13] == [f"- ::error::x.yaml:{number}:1: 错误 SR901 读不了 p{number - 1}：r" for number in (11, 12)]


def test_nothing_in_the_table_is_markdown() -> None:
    diagnostics, setting = of("/x.yaml", ("SR901", {"path": "<img src=x>|[a](b)`*_", "reason": "r"}))
    row = summary(checked_of(diagnostics, {}), setting).decode().splitlines()[6]
    message = "读不了 &lt;img src=x&gt;&#124;&#91;a&#93;&#40;b&#41;&#96;&#42;&#95;：r"
    assert row == f"| 错误 | SR901 | x.yaml:1:1 | {message} |"


def test_a_summary_has_an_end() -> None:
    problems = [("SR901", {"path": f"p{number}", "reason": "r"}) for number in range(100)]
    diagnostics, setting = of("/x.yaml", *problems)
    more = Collector(found=diagnostics.found * 6)
    lines = summary(checked_of(more, {}), setting).decode().splitlines()
    assert (sum(line.startswith("| 错误") for line in lines), lines[-2]) == (500, "……另有 100 处没有列出")


def test_severities_in_their_order() -> None:
    refused = {"path": "p", "reason": "r"}
    told = (("SR938", {"about": "SR1"}), ("SR924", {"first": "a", "second": "b"}), ("SR901", refused))
    diagnostics, setting = of("/x.yaml", *told)
    lines = github(checked_of(diagnostics, {}), setting).decode().splitlines()
    assert [line.partition(" ")[0] for line in lines[:3]] == ["::error", "::warning", "::notice"]
