"""``replay``: compute a result again from its receipt, and compare."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import date
from typing import Any, Final

from supervision_rules.catalogue import Bilingual
from supervision_rules.cli.arguments import Parser, output, records
from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import CLEAN, FOUND, refuse
from supervision_rules.cli.inputs import judged, packs, read
from supervision_rules.cli.outputs import tell_notes
from supervision_rules.diagnostics import Collector, named
from supervision_rules.library import shipped
from supervision_rules.reports.comparison import Difference, comparison_text
from supervision_rules.reports.json import SCHEMA_VERSION, to_bytes
from supervision_rules.reports.replay import NOT_OURS, against
from supervision_rules.results import Result

_NO_JSON: Final = Bilingual("内容不是 JSON", "it is not JSON")
_OTHER_VERSION: Final = Bilingual(f"schema_version 不是 {SCHEMA_VERSION}", f"schema_version is not {SCHEMA_VERSION}")
_NO_RECEIPT: Final = Bilingual("凭据（receipt）缺少内容或写法不对", "the receipt lacks something or is malformed")
_NO_FINDINGS: Final = Bilingual("结论（findings）缺少内容或写法不对", "the findings lack something or are malformed")


def arguments(parser: Parser) -> None:
    parser.option("result", about="result", metavar="RESULT")
    records(parser)
    parser.option("--pack", about="replay-pack", action="append", default=[], metavar="PACK")
    output(parser)


def run(given: Namespace, console: Console) -> int:
    old = _read(given.result)
    _ask_again(given, old)
    diagnostics = Collector()
    new = judged(given, diagnostics)
    tell_notes(console, diagnostics)
    found = _compared(given.result, old, new)
    if given.format == "json":
        console.write_bytes(to_bytes([{"what": each.what, "old": each.old, "new": each.new} for each in found]))
    else:
        console.write(comparison_text(found, len(new.findings), console.lang))
    return FOUND if found else CLEAN


def _read(path: str) -> dict[str, Any]:
    try:
        result = json.loads(read(path))
    except (ValueError, RecursionError) as problem:
        raise refuse("SR905", path=path, reason=_NO_JSON) from problem
    if not isinstance(result, dict) or result.get("schema_version") != SCHEMA_VERSION:
        raise refuse("SR905", path=path, reason=_OTHER_VERSION)
    return result


def _ask_again(given: Namespace, old: dict[str, Any]) -> None:
    """Put into the arguments what the receipt says was asked: the packs, the day, the readings."""
    try:
        receipt = old["receipt"]
        used = [str(pack["id"]) for pack in receipt["packs"]]
        if not used:
            raise KeyError("packs")
        given.as_of = date.fromisoformat(receipt["as_of"])
        given.reading = [(str(name), str(option)) for name, option in receipt["readings"].items()]
    except NOT_OURS as problem:
        raise refuse("SR905", path=given.result, reason=_NO_RECEIPT) from problem
    given.pack = _packs(given.pack, used)


def _packs(given: list[str], used: list[str]) -> list[str]:
    """The packs that the result was judged by, in their order: as given, else as shipped; then what else is given."""
    own = {policy.id: name for name, policy in zip(dict.fromkeys(given), packs(given), strict=True)}
    unknown = [pack for pack in used if pack not in own and pack not in shipped()]
    if unknown:
        raise refuse("SR917", given=named(unknown), first=unknown[0])
    return [*(own.pop(pack, pack) for pack in used), *own.values()]


def _compared(path: str, old: dict[str, Any], new: Result) -> list[Difference]:
    try:
        return against(old, new)
    except NOT_OURS as problem:
        raise refuse("SR905", path=path, reason=_NO_FINDINGS) from problem
