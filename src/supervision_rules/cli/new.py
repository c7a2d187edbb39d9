"""``new``: the beginning of a pack and of its cases, which pass ``check`` and ``test`` as they are written."""

from __future__ import annotations

import json
import re
import shlex
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Final

from supervision_rules.catalogue import Lang
from supervision_rules.catalogue.help import HELP
from supervision_rules.cli.arguments import Parser
from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import CLEAN, refuse
from supervision_rules.cli.new_files import write_new
from supervision_rules.diagnostics import Collector
from supervision_rules.editor import FOLDER, SCHEMAS, modeline, schema_file, schema_text
from supervision_rules.library import shipped
from supervision_rules.nodes import plain, read
from supervision_rules.reports.columns import visible
from supervision_rules.reports.say import say

_MOST: Final = 100
"""How many characters an id may have."""
_ID: Final = re.compile(rf"[a-z][a-z0-9-]{{0,{_MOST - 1}}}")
_SPOKEN: Final = re.compile(r"( *)(#?)(zh|en) (.*)")
"""A line of a scaffold in one language: a remark to its reader after a #, else a part of the text."""


def arguments(parser: Parser) -> None:
    parser.option("id", about="new-id", type=_text(_ID.fullmatch, "bad-id", parser.lang), metavar="ID")
    parser.option("--label", about="new-label", required=True, type=_text(_says, "bad-label", parser.lang))
    parser.option("--folder", about="new-folder", default=".", metavar="FOLDER")


def run(given: Namespace, console: Console) -> int:
    if given.id in shipped():
        raise refuse("SR926", given=given.id)
    pack = Path(given.folder) / f"{given.id}.yaml"
    cases = pack.parent / "cases" / pack.name
    words = {"id": _scalar(given.id), "label": _scalar(given.label), "path": shlex.quote(visible(str(pack)))}
    schemas = {pack.parent / FOLDER / schema_file(name): schema_text(name, console.lang) for name in SCHEMAS}
    write_new(
        {
            pack: f"{modeline('pack', FOLDER)}\n{_filled('pack.yaml', words, console.lang)}",
            cases: f"{modeline('cases', f'../{FOLDER}')}\n{_filled('cases.yaml', words, console.lang)}",
        },
        schemas,
    )
    console.write(say("written", console.lang, pack=pack, cases=cases, path=shlex.quote(str(pack))) + "\n")
    return CLEAN


def _text(fits: Callable[[str], object], problem: str, lang: Lang) -> Callable[[str], str]:
    """A reader of texts that fit; ``problem`` is the key of what is said of others."""

    def reader(text: str) -> str:
        if fits(text):
            return text
        raise ArgumentTypeError(HELP[problem][lang].format(given=text, most=_MOST))

    return reader


def _says(text: str) -> bool:
    """Whether a text has words, all on one line and all to be seen."""
    return text.isprintable() and bool(text.strip()) and text == text.strip()


def _scalar(text: str) -> str:
    """A text as it stands in YAML: in quotes, if the reader would not take it for itself without them."""
    diagnostics = Collector()
    node = read(f"text: {text}\n", "text", diagnostics)
    alone = node is not None and not diagnostics.found and plain(node) == {"text": text}
    return text if alone else json.dumps(text, ensure_ascii=False)


def _filled(name: str, words: Mapping[str, str], lang: Lang) -> str:
    """A scaffold with its words, and with what it says in one language."""
    scaffold = files("supervision_rules") / "cli" / "scaffold" / name
    lines = (_line(line, lang) for line in scaffold.read_text(encoding="utf-8").splitlines())
    return Template("".join(f"{line}\n" for line in lines if line is not None)).substitute(words)


def _line(line: str, lang: Lang) -> str | None:
    spoken = _SPOKEN.fullmatch(line)
    if spoken is None:
        return line
    indent, mark, language, text = spoken.groups()
    return f"{indent}{mark and '# '}{text}" if language == lang else None
