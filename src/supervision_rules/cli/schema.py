"""``schema``: what packs, their cases and results may be, as JSON Schema; for editors, as files beside the packs."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from supervision_rules.catalogue import Lang
from supervision_rules.catalogue.system import system_reason
from supervision_rules.cli.arguments import Parser
from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import CLEAN, refuse
from supervision_rules.cli.new_files import renew
from supervision_rules.editor import SCHEMAS, schema_file, schema_text
from supervision_rules.reports.diff_schema import diff_schema
from supervision_rules.reports.json import to_bytes
from supervision_rules.reports.say import say
from supervision_rules.reports.schema import result_schema
from supervision_rules.reports.schema_terms import Schema
from supervision_rules.reports.sensitivity_json import sensitivity_schema

_WRITTEN: Final[Mapping[str, Callable[[], Schema]]] = {
    "result": result_schema,
    "diff": diff_schema,
    "sensitivity": sensitivity_schema,
}
"""What commands write as JSON."""


def arguments(parser: Parser) -> None:
    parser.option("what", about="schema-what", metavar="SCHEMA", nargs="?", choices=(*SCHEMAS, *_WRITTEN))
    parser.option("--write", about="schema-write", metavar="FOLDER")


def run(given: Namespace, console: Console) -> int:
    asked = SCHEMAS if given.what is None else (given.what,)
    if given.write is None:
        console.write_bytes(_schema(next(iter(asked)), console.lang))
        return CLEAN
    files = {Path(given.write) / schema_file(name): _schema(name, console.lang) for name in asked}
    try:
        Path(given.write).mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise refuse("SR903", path=given.write, reason=system_reason(problem)) from problem
    for path, data in files.items():
        renew(path, data)
    console.write("".join(say("schema", console.lang, path=path) + "\n" for path in files))
    return CLEAN


def _schema(name: str, lang: Lang) -> bytes:
    return to_bytes(_WRITTEN[name]()) if name in _WRITTEN else schema_text(name, lang).encode()
