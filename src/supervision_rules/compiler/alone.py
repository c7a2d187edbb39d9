"""The rules of which it can be told on any day of a history what they said then: those that judge each subject by
itself, and ask no other kind of rule for what is known for the last day only."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from datetime import date

from supervision_rules.compiler.reach import Reach
from supervision_rules.compiler.versions import InTime
from supervision_rules.constructs.segments import reads_by_rule, turned
from supervision_rules.findings import Finding
from supervision_rules.kinds import KINDS, Bound
from supervision_rules.language.fact_spec import ALL_PEERS
from supervision_rules.language.facts import Fact
from supervision_rules.language.holding import DATED
from supervision_rules.language.results import TOTALS
from supervision_rules.world import Alone, Row


def judged_alone(
    rules: Iterable[Bound], reach: Reach, facts: Mapping[str, Mapping[str, Fact]], recurring: Container[str]
) -> Mapping[str, Alone]:
    """These rules by their ids; ``rules`` come in the order in which they run. What those that are ``recurring`` find
    is dated: that something was missed is known on each day."""
    found: dict[str, Alone] = {}
    for rule in rules:
        binder = reach.rules[rule.info.id]
        read = (facts[record_type][name] for record_type, name in reach.facts_read(binder))
        early = any(
            function in TOTALS and asked not in found and not (function in DATED and asked in recurring)
            for function, asked in reach.asked(binder)
        )
        made = None if early or any(fact.counted in ALL_PEERS for fact in read) else _alone(rule, reach)
        if made is not None:
            found[rule.info.id] = made
    return found


def _alone(rule: Bound, reach: Reach) -> Alone | None:
    kind, declarations, rule_id = KINDS[rule.spec.kind], reach.rules[rule.info.id].declarations, rule.info.id
    judge, window = kind.alone, declarations.windows.get(rule_id)
    if judge is None:
        return None
    if isinstance(rule, InTime) and window is None and rule.info.subject_type in declarations.registers:
        return None  # the day asked tells which of its values hold
    versions = rule.versions if isinstance(rule, InTime) else (rule,)
    reads = tuple(read for version in versions for read in kind.reads(version))
    asks = tuple({asked: None for version in versions for asked in kind.asks(version)})

    def judged(row: Row) -> Iterable[Finding]:
        if isinstance(rule, InTime):
            return rule.own(row.world, lambda version: judge(version, row))
        return judge(rule, row)

    def turned_by(row: Row, day: date) -> date:
        return turned(row, reads_by_rule(row, rule_id), day)

    return Alone(kind.subject(rule.spec), window, reads, asks, judged, turned_by)
