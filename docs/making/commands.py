"""The page of the command line, from the parsers themselves."""

from __future__ import annotations

from argparse import Action
from collections.abc import Iterator
from importlib import import_module
from typing import Final

from supervision_rules.catalogue import Lang
from supervision_rules.catalogue.help import EXAMPLES, HELP
from supervision_rules.cli.arguments import PROGRAM, Parser, common
from supervision_rules.cli.main import FORMS

INTRODUCTION: Final = f"""\
# 命令行 (command line)

由命令的参数生成，不要手改。Generated from the parsers.

写法：`{PROGRAM} 命令 参数`；没有装命令的地方写 `python -I -m supervision_rules 命令 参数`。

`{PROGRAM} COMMAND …`, or `python -I -m supervision_rules COMMAND …`."""
HEAD: Final = "| 写法 | 意思 | English |\n| --- | --- | --- |"


def commands_page() -> str:
    """All commands with their arguments, what all share, and the exit codes."""
    shared = _parser("zh"), _parser("en")
    for parser in shared:
        common(parser)
    parts = (_command(name, path) for name, path in FORMS.items())
    both = "## 各命令共有 (for every command)\n\n" + _table(*shared)
    return "\n\n".join((INTRODUCTION, *parts, both, _exits()))


def _command(name: str, path: str) -> str:
    """A form of a command; that which is not called as its key is headed by its example."""
    module = import_module(path)
    parsers = _parser("zh"), _parser("en")
    for parser in parsers:
        module.arguments(parser)
    chinese, english = HELP[name]["zh"], HELP[name]["en"]
    about = f"{chinese}。{english[:1].upper()}{english[1:]}."
    title = name if EXAMPLES[name].startswith(f"{name} ") else EXAMPLES[name]
    return f"## {title}\n\n{about}\n\n例如 for example：`{PROGRAM} {EXAMPLES[name]}`\n\n{_table(*parsers)}"


def _parser(lang: Lang) -> Parser:
    return Parser(lang=lang, prog=PROGRAM, add_help=False)


def _table(chinese: Parser, english: Parser) -> str:
    pairs = zip(_actions(chinese), _actions(english), strict=True)
    return "\n".join((HEAD, *(f"| {_written(zh)} | {zh.help} | {en.help} |" for zh, en in pairs)))


def _actions(parser: Parser) -> Iterator[Action]:
    return iter(parser._actions)  # argparse gives no other way to ask


def _written(action: Action) -> str:
    values = "{" + ",".join(action.choices) + "}" if action.choices else action.metavar or ""
    if not action.option_strings:
        return f"`{values}`" + ("（可以不写）" if action.nargs in ("*", "?") else "")
    text = " ".join((action.option_strings[0], *([str(values)] if action.nargs != 0 else [])))
    return f"`{text}`" + ("（必须写）" if action.required else "")


def _exits() -> str:
    """The exit codes, one a row, out of the sentence that the help shows."""
    chinese, english = (HELP["exit"][lang].partition("：" if lang == "zh" else ": ")[2] for lang in ("zh", "en"))
    pairs = zip(chinese.split("；"), english.split("; "), strict=True)
    rows = (f"| `{zh.partition(' ')[0]}` | {zh.partition(' ')[2]} | {en.partition(' ')[2]} |" for zh, en in pairs)
    return "\n".join(("## 退出码 (exit codes)", "", "| 退出码 | 意思 | English |", "| --- | --- | --- |", *rows))
