"""The example ledgers as their page tells to judge them, and which sides of a rule they show."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from supervision_rules.api import evaluate
from supervision_rules.diagnostics import Collector
from supervision_rules.findings import Finding, RuleInfo, State
from supervision_rules.policy import Policy, load_pack
from supervision_rules.records import Batch, Record, Source, read_batch
from supervision_rules.records.source import Format
from supervision_rules.results import Result

ROOT: Final = Path(__file__).parents[2]
EXAMPLES: Final = ROOT / "examples"
COMMAND: Final = "supervision-rules evaluate "
FORMATS: Final[dict[str, Format]] = {".csv": "csv", ".jsonl": "jsonl"}
IN_ORDER: Final = frozenset({State.ON_TIME, State.MET, State.WITHIN})
COMPARED: Final = frozenset({"score", "ranking", "outcome"})
"""Kinds that conclude something about each subject: their two sides are two conclusions that differ."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One evaluation that the page tells of."""

    pack: str
    as_of: date
    readings: tuple[tuple[str, str], ...]
    arguments: tuple[str, ...]


def asked() -> list[Asked]:
    """The evaluations in the page, in order."""
    lines = (EXAMPLES / "README.md").read_text(encoding="utf-8").splitlines()
    return [_asked(shlex.split(line)[1:]) for line in lines if line.startswith(COMMAND)]


def _asked(words: Sequence[str]) -> Asked:
    values = {name: words[place + 1] for place, name in enumerate(words) if name.startswith("--")}
    reading = values.get("--reading", "").partition("=")
    readings = ((reading[0], reading[2]),) if reading[1] else ()
    return Asked(values["--pack"], date.fromisoformat(values["--as-of"]), readings, tuple(words))


def cities() -> list[str]:
    """The packs that have a ledger."""
    return list(dict.fromkeys(each.pack for each in asked()))


@cache
def policy(pack: str) -> Policy:
    return load_pack(pack)


def batch(folder: Path, pack: str) -> Batch:
    """The records of a folder."""
    files = sorted(file for file in folder.iterdir() if file.suffix in FORMATS)
    sources = [Source(file.name, file, FORMATS[file.suffix]) for file in files]
    return read_batch(sources, policy(pack).compiled.vocabulary, Collector())


def results(records: Batch | Iterable[Record], pack: str) -> list[Result]:
    """The results of all evaluations that the page tells of for a pack."""
    return [
        evaluate(policy(pack), records, as_of=each.as_of, readings=dict(each.readings))
        for each in asked()
        if each.pack == pack
    ]


def lacking(found: Sequence[Result]) -> list[str]:
    """The rules, with the side that no result shows: ``rule: in order`` or ``rule: taking hold``."""
    rules = {info.id: info for info in found[0].runs[0].compiled.infos}
    missing = []
    for rule, info in rules.items():
        shown = [_sides(info, result) for result in found]
        missing += [f"{rule}: in order"] if not any(order for order, _ in shown) else []
        missing += [f"{rule}: taking hold"] if not any(hold for _, hold in shown) else []
    return missing


def _sides(info: RuleInfo, result: Result) -> tuple[bool, bool]:
    """Whether the rule concludes that something is in order, or says nothing of it; and whether it takes hold."""
    run = result.runs[0]
    findings = [finding for finding in run.findings if finding.rule.id == info.id]
    judged = {finding.subject for finding in findings}
    order = any(finding.state in IN_ORDER for finding in findings)
    if not order and info.kind in COMPARED:
        order = len({(finding.state, finding.case, finding.value) for finding in findings}) > 1
    if not order and info.kind in ("ladder", "points", "outcome"):
        order = any(str(row["id"]) not in judged for row in run.world.of(info.subject_type))
    return order, any(_takes_hold(finding) for finding in findings)


def _takes_hold(finding: Finding) -> bool:
    if finding.state is State.SCORED:
        return finding.value != 0
    return finding.state.adverse or finding.state in (State.REACHED, State.DUE_FOR, State.CONCLUDED, State.RANKED)
