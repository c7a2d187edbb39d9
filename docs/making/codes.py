"""The list of all diagnostics."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from supervision_rules.catalogue import CODES, Severity

PAGES: Final = Path(__file__).parents[1] / "diagnostics"
STAGES: Final = (
    ("SR0", "写法（YAML）", "the text"),
    ("SR1", "项目", "the keys"),
    ("SR2", "式子", "expressions"),
    ("SR3", "前后照应", "references and analysis"),
    ("SR4", "放假通知", "notices on holidays"),
    ("SR5", "记录", "records"),
    ("SR6", "用例", "cases"),
    ("SR8", "文件正文", "the document's text"),
    ("SR9", "文件和程序", "files and the program"),
)
WORDS: Final = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"}


def codes_page() -> str:
    """Every code with its title, by stage."""
    intro = (
        "# 提示一览 (diagnostics)\n\n"
        "由代码表和各页标题生成。每一页说明何时出现、为什么、怎样改；命令 `explain SR327` 显示的就是它。\n"
        "Generated. `explain SR327` prints the page of a code."
    )
    return "\n\n".join((intro, *(_stage(*stage) for stage in STAGES)))


def _stage(prefix: str, zh: str, en: str) -> str:
    codes = [code for code in sorted(CODES) if code.startswith(prefix)]
    rows = [f"| [{code}]({code}.md) | {WORDS[CODES[code].severity]} | {_title(code)} |" for code in codes]
    return "\n".join((f"## {zh} ({en})", "", "| 代码 | 轻重 | 说什么 |", "| --- | --- | --- |", *rows))


def _title(code: str) -> str:
    text = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    return text.partition("\n")[0].removeprefix(f"# {code} ")
