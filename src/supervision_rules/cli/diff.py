"""``diff``: what changed by meaning between two versions of a pack, and what of some records moves by it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from functools import partial

from supervision_rules.api import evaluate
from supervision_rules.cli.arguments import Parser, count, day, of_records
from supervision_rules.cli.changed import committed
from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import CLEAN, FOUND, INCOMPLETE, refuse
from supervision_rules.cli.inputs import check_as_of, loaded, notices, packs_by_name, records_of_both
from supervision_rules.cli.named import path_of
from supervision_rules.cli.outputs import tell_notes, write
from supervision_rules.cli.sources import check_written, files_of
from supervision_rules.comparison import Comparison, PackDiff, compared, diff
from supervision_rules.diagnostics import Collector
from supervision_rules.library import source_of
from supervision_rules.memory import CollectorPaused
from supervision_rules.policy import Policy, policy_of
from supervision_rules.reports.diff_json import diff_json
from supervision_rules.reports.diff_text import diff_table, diff_text
from supervision_rules.reports.incomplete import incomplete_text
from supervision_rules.reports.json import to_bytes
from supervision_rules.reports.moves_text import moves_table, moves_text
from supervision_rules.reports.style import Style


def arguments(parser: Parser) -> None:
    parser.option("old", about="old-pack", metavar="OLD")
    parser.option("new", about="new-pack", metavar="NEW", nargs="?")
    parser.option("--base", about="diff-base", metavar="BASE")
    parser.option("--format", about="diff-format", choices=("text", "markdown", "json"), default="text")
    parser.option("--out", about="out", metavar="FILE")
    parser.option("--records", about="diff-records", action="append", default=[], metavar="RECORDS")
    parser.option("--as-of", about="diff-as-of", type=day(parser.lang), metavar="DATE")
    of_records(parser)
    parser.option("--most", about="diff-most", type=count(parser.lang), metavar="N")


def run(given: Namespace, console: Console) -> int:
    if (given.base is None) is (given.new is None):
        raise refuse("SR942")
    if given.out is not None:
        check_written([given.out], _read(given))
    if bool(given.records) is not (given.as_of is not None):
        raise refuse("SR940")
    old, new = _packs(given)
    found = _compared(given, old, new, console) if given.records else diff(old, new)
    _write(given, found, console)
    if isinstance(found, Comparison) and not found.complete:
        result = found.before if found.after.complete else found.after
        console.tell(incomplete_text(result.batch, console.lang) + "\n")
        return INCOMPLETE
    return CLEAN if found.same else FOUND


def _read(given: Namespace) -> Iterator[tuple[str, str]]:
    """Each file that is read, as it was given and where it is."""
    yield from ((name, str(path_of(name))) for name in (given.old, given.new) if name is not None)
    yield from files_of(given.records)
    yield from ((name, name) for name in given.notices)


def _packs(given: Namespace) -> tuple[Policy, Policy]:
    """The old pack and the new one: two files, or one as it was at a revision and as it is."""
    if given.base is None:
        found = packs_by_name((given.old, given.new))
        return found[given.old], found[given.new]
    name, before = given.old, f"{given.base}:{source_of(given.old)}"
    new = packs_by_name([name])[name]
    return loaded({before: partial(policy_of, committed(path_of(name), given.base), before)})[before], new


def _compared(given: Namespace, old: Policy, new: Policy, console: Console) -> Comparison:
    check_as_of(given.as_of)
    own, diagnostics = notices(given.notices), Collector()
    batches = records_of_both(given, old, new, diagnostics)
    tell_notes(console, diagnostics)
    with CollectorPaused():
        before, after = (
            evaluate(policy, batch, as_of=given.as_of, notices=own)
            for policy, batch in zip((old, new), batches, strict=True)
        )
        return compared(diff(old, new), before, after)


def _write(given: Namespace, found: PackDiff | Comparison, console: Console) -> None:
    packs = found if isinstance(found, PackDiff) else found.packs
    lang, moved = console.lang, found if isinstance(found, Comparison) else None
    if given.format == "json":
        write(console, to_bytes(diff_json(found, lang)), given.out)
    elif given.format == "markdown":
        table = moves_table(moved, lang, most=given.most) if moved else ""
        write(console, diff_table(packs, lang) + table, given.out)
    else:
        style = Style(console.colour and given.out is None)
        text = "\n" + moves_text(moved, lang, most=given.most, style=style) if moved else ""
        write(console, diff_text(packs, lang, style) + text, given.out)
