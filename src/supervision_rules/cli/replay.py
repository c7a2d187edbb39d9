"""``replay``: compute a result again from its receipt, and compare."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from supervision_rules.catalogue import Lang
from supervision_rules.cli.arguments import Parser, output, records
from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import CLEAN, FOUND, CannotRun, refuse
from supervision_rules.cli.inputs import judged, read
from supervision_rules.diagnostics import Collector
from supervision_rules.reports.columns import visible
from supervision_rules.reports.comparison import Difference, differences
from supervision_rules.reports.json import SCHEMA_VERSION, result_json, to_bytes
from supervision_rules.reports.say import say

_NOT_OURS: Final = (KeyError, TypeError, AttributeError, ValueError)
"""What reading a file raises that does not have the shape of a result."""


def arguments(parser: Parser) -> None:
    parser.option("result", about="result", metavar="RESULT")
    records(parser)
    parser.option("--pack", about="pack", action="append", default=[], metavar="PACK")
    output(parser)


def run(given: Namespace, console: Console) -> int:
    old = _read(given.result)
    _ask_again(given, old)
    new = json.loads(to_bytes(result_json(judged(given, Collector()), console.lang)))
    found = _compared(given.result, old, new)
    if given.format == "json":
        console.write_bytes(to_bytes([{"what": each.what, "old": each.old, "new": each.new} for each in found]))
    else:
        console.write("".join(f"{line}\n" for line in _lines(found, len(new["findings"]), console.lang)))
    return FOUND if found else CLEAN


def _read(path: str) -> dict[str, Any]:
    try:
        result = json.loads(read(path))
    except (ValueError, RecursionError) as problem:
        raise _unusable(path, problem) from problem
    if not isinstance(result, dict) or result.get("schema_version") != SCHEMA_VERSION:
        raise refuse("SR905", path=path, reason=f"schema_version {SCHEMA_VERSION} ?")
    return result


def _ask_again(given: Namespace, old: dict[str, Any]) -> None:
    """Put into the arguments what the receipt says was asked: the packs, the day, the readings."""
    try:
        receipt = old["receipt"]
        given.pack = given.pack or [str(pack["id"]) for pack in receipt["packs"]]
        given.as_of = date.fromisoformat(receipt["as_of"])
        given.reading = [(str(name), str(option)) for name, option in receipt["readings"].items()]
    except _NOT_OURS as problem:
        raise _unusable(given.result, problem) from problem


def _compared(path: str, old: dict[str, Any], new: dict[str, Any]) -> list[Difference]:
    try:
        return differences(old, new)
    except _NOT_OURS as problem:
        raise _unusable(path, problem) from problem


def _unusable(path: str, problem: Exception) -> CannotRun:
    return refuse("SR905", path=path, reason=f"{type(problem).__name__}: {problem}")


def _lines(found: list[Difference], findings: int, lang: Lang) -> Iterator[str]:
    for each in found:
        key = "new" if each.old is None else "gone" if each.new is None else "changed"
        old, new = (visible(json.dumps(value, ensure_ascii=False, sort_keys=True)) for value in (each.old, each.new))
        yield say(key, lang, what=visible(each.what), old=old, new=new)
    yield say("different", lang, count=len(found)) if found else say("same", lang, findings=findings)
