"""A pack and its counterpart by hand on the same records, and how the results of both compare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import localcontext
from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

from counterparts.by_hand import EXACT, Found
from supervision_rules.api import calendar_of, judge
from supervision_rules.calendar import WorkCalendar
from supervision_rules.findings import Finding
from supervision_rules.library import shipped
from supervision_rules.policy import Policy, load_pack
from supervision_rules.records import Record
from supervision_rules.records.models import Assembler

PACKS = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem in shipped())
"""The packs that have a counterpart."""
REGISTERS = ("unit", "person")


@dataclass(frozen=True)
class Comparison:
    """Records, as the library and as the counterpart take them."""

    policy: Policy
    by_hand: ModuleType
    records: tuple[Record, ...]
    rows: Mapping[str, Sequence[Mapping[str, Any]]]
    calendar: WorkCalendar

    def judged(self, as_of: date) -> list[Finding]:
        """The library's way: the world is built and every rule is run."""
        return judge(self.policy, self.records, as_of=as_of)

    def plain(self, as_of: date) -> set[Found]:
        """The way by hand."""
        with localcontext(EXACT):
            found: set[Found] = self.by_hand.judge(self.rows, as_of, self.calendar)
        return found

    def differences(self, as_of: date) -> list[str]:
        """What only one of both found."""
        library, hand = self.told(self.judged(as_of)), self.plain(as_of)
        alone = (("library", library - hand), ("by hand", hand - library))
        return sorted(f"{as_of} {side}: {found}" for side, founds in alone for found in founds)

    def told(self, findings: Iterable[Finding]) -> set[Found]:
        """The findings of the rules that both know, as tuples."""
        rules = frozenset(self.by_hand.RULES)
        return {
            (
                finding.rule.id,
                finding.subject,
                finding.state.value,
                finding.day,
                finding.value,
                finding.period.first if finding.period else None,
            )
            for finding in findings
            if finding.rule.id in rules
        }

    def days(self, random: Random, count: int) -> list[date]:
        """Days among those of the records, and one after all of them."""
        events = (row for name, rows in self.rows.items() if name not in REGISTERS for row in rows)
        dated = [row["date"] for row in events if row["date"]]
        return [*random.choices(dated, k=count), max(dated) + timedelta(days=45)]


def of_records(pack: str, records: Iterable[Record]) -> Comparison:
    """Both on records that were read."""
    policy, module = _sides(pack)
    rows: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    kept = tuple(records)
    for record in kept:
        rows[record.record_type].append(dict(record.__dict__))
    return Comparison(policy, module, kept, rows, calendar_of(policy.compiled, ()))


def _stated(row: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that are not left empty: an empty one means what its type says."""
    return {name: value for name, value in row.items() if value is not None}


def of_ledger(pack: str, random: Random, size: int) -> Comparison:
    """Both on a ledger that the counterpart draws."""
    policy, module = _sides(pack)
    rows = module.ledger(random, size)
    makers = {name: Assembler(policy.models[name]) for name in rows}
    records = tuple(makers[name](_stated(row)) for name, made in rows.items() for row in made)
    return Comparison(policy, module, records, rows, calendar_of(policy.compiled, ()))


@cache
def _sides(pack: str) -> tuple[Policy, ModuleType]:
    return load_pack(pack), import_module(f"counterparts.{pack}")
