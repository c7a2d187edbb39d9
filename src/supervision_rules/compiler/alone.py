"""The rules of which it can be told on any day of a history what they said then: those that judge each subject by
itself, and ask no other kind of rule for what is known for the last day only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from supervision_rules.calendar import PeriodKind
from supervision_rules.compiler.reach import Reach
from supervision_rules.compiler.versions import InTime
from supervision_rules.findings import Finding
from supervision_rules.kinds import KINDS, Bound, Read
from supervision_rules.language.fact_spec import ALL_PEERS
from supervision_rules.language.facts import Fact
from supervision_rules.language.results import TOTALS
from supervision_rules.world import Alone, Row


@dataclass(frozen=True, slots=True)
class JudgedAlone:
    """A bound rule that judges each subject by itself."""

    name: str
    window: PeriodKind | None
    reads: tuple[Read, ...]
    judge: Callable[[Row], Iterable[Finding]]


def judged_alone(rules: Iterable[Bound], reach: Reach, facts: Mapping[str, Mapping[str, Fact]]) -> Mapping[str, Alone]:
    """These rules by their ids; ``rules`` come in the order in which they run."""
    found: dict[str, Alone] = {}
    for rule in rules:
        binder = reach.rules[rule.info.id]
        read = (facts[record_type][name] for record_type, name in reach.facts_read(binder))
        early = any(function in TOTALS and asked not in found for function, asked in reach.asked(binder))
        made = None if early or any(fact.counted in ALL_PEERS for fact in read) else _alone(rule, reach)
        if made is not None:
            found[rule.info.id] = made
    return found


def _alone(rule: Bound, reach: Reach) -> JudgedAlone | None:
    kind, declarations = KINDS[rule.spec.kind], reach.rules[rule.info.id].declarations
    judge, name, window = kind.alone, kind.subject(rule.spec), declarations.windows.get(rule.info.id)
    if judge is None:
        return None
    if not isinstance(rule, InTime):
        return JudgedAlone(name, window, tuple(kind.reads(rule)), lambda row: judge(rule, row))
    if window is None and rule.info.subject_type in declarations.registers:
        return None  # the day asked tells which of its values hold
    reads = tuple(read for version in rule.versions for read in kind.reads(version))
    return JudgedAlone(name, window, reads, lambda row: rule.own(row.world, lambda version: judge(version, row)))
