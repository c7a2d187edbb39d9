"""The page of the names that programs import."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from docs.making.api_words import api_words
from docs.making.public import Error, Method, Part, Public, public

from supervision_rules.catalogue.interface import TEXTS
from supervision_rules.findings import State

HEAD: Final = """\
# 程序接口 (API)

`import supervision_rules` 能用的全部名称，和它们给出的各种值（不必导入）；各表由源代码的说明生成。最短的例子见
[README](../README.md#程序员)，命令行见[命令行](cli.md)，结果的 JSON 见[它的 schema](schema/result.schema.json)。

All that `import supervision_rules` offers, and the values that it gives, which need no import; the tables are generated
from the docstrings. The shortest example is in the README;
the JSON of a result has [a schema](schema/result.schema.json)."""
INTRODUCTION: Final = Path(__file__).with_name("api_introduction.md")
SECTIONS: Final = (
    ("装入与判定", "loading and judging", ("load_pack", "check", "evaluate", "judge", "Judged", "Policy", "PackError")),
    (
        "结果",
        "results",
        (
            *("Result", "Run", "Finding", "RuleInfo", "Citation", "State", "Interval", "Period"),
            *("text_of", "Explanation", "result_json", "Receipt", "replay", "Difference"),
        ),
    ),
    (
        "比较",
        "comparing",
        (
            *("diff", "PackDiff", "Version", "Item", "Change", "Step", "Affected"),
            *("compare", "Comparison", "Move", "RuleMoves", "diff_json"),
            *("sensitivity", "Sensitivity", "Switch", "Range", "sensitivity_json"),
        ),
    ),
    ("记录", "records", ("Models", "Record", "Source", "read_batch", "Batch")),
    ("提示", "diagnostics", ("Diagnostic", "Span", "Collector", "Suppressed")),
    ("工作日", "working days", ("calendar_for", "WorkCalendar", "OutOfCalendar", "Notice", "read_notices")),
)
"""Every name of the page, in the order in which a reader meets them."""


def api_page() -> str:
    """All public names, with what is written of them in the source."""
    sections = ("\n\n".join((f"## {zh} ({en})", *map(_name, names))) for zh, en, names in SECTIONS)
    return "\n\n".join((HEAD, INTRODUCTION.read_text(encoding="utf-8").strip(), *sections))


def _name(name: str) -> str:
    found = public(name)
    head = f"### {name}\n\n{_chinese(name)}\n\n" + "\n\n".join(map(_plain, found.english))
    call = f"`{found.call}` → `{found.gives}`" if found.gives else ""
    states = "\n".join(_states()) if name == "State" else ""
    return "\n\n".join(part for part in (head, call, states, *_tables(found)) if part)


def _tables(found: Public) -> Iterator[str]:
    if found.parts:
        what = "参数 parameter" if found.gives else "项目 field"
        yield _table((what, "类型 type", "不写则为 default", "意思", "English"), map(_part, found.parts))
    if found.methods:
        yield _table(("还可以问 also", "得出 gives", "意思", "English"), map(_method, found.methods))
    if found.errors:
        yield _table(("抛出 raises", "何时", "English"), (_error(error, found) for error in found.errors))


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = (head, ("---",) * len(head), *rows)
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def _part(part: Part) -> tuple[str, ...]:
    return (f"`{part.name}`", _code(part.type), _code(part.default), *_both(part.key, part.english))


def _method(method: Method) -> tuple[str, ...]:
    return (_code(method.call), _code(method.gives), *_both(method.key, method.english))


def _error(error: Error, found: Public) -> tuple[str, ...]:
    name = f"`{error.name}`" if found.gives else f"`{error.name}`（`{error.call}`）"
    return (name, _chinese(error.key), _plain(error.english))


def _both(key: str, english: str) -> tuple[str, str]:
    return _chinese(key), _plain(english) or api_words().get(key, {}).get("en", "")


def _chinese(key: str) -> str:
    """Empty where it is not written yet, which a test tells."""
    return api_words().get(key, {}).get("zh", "")


def _states() -> Iterator[str]:
    yield from ("| `State` | 意思 | English |", "| --- | --- | --- |")
    for state in State:
        words = TEXTS[f"state.{state}"]
        yield f"| `{state.name}` (`{state}`) | {words['zh']} | {words['en']} |"


def _plain(text: str) -> str:
    """The text of a docstring in Markdown."""
    return text.replace("``", "`").replace("|", "\\|")


def _code(text: str) -> str:
    return f"`{text}`".replace("|", "\\|") if text else ""
