"""The least and the most that a unit may come to, over all readings switched one at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from supervision_rules.calendar import Period
from supervision_rules.comparison.moves import Move, Number
from supervision_rules.expressions import Interval
from supervision_rules.findings import Finding, RuleInfo
from supervision_rules.kinds import KINDS
from supervision_rules.results import Result

Under = tuple[str, str]
"""A reading and the option that it is switched to."""
Key = tuple[object, ...]
_AMOUNTS: Final = frozenset(("points", "rank"))
"""What kinds of rules give of which there is one for each unit."""


class Switched(Protocol):
    """One reading under another option, and what moves then."""

    @property
    def under(self) -> Under: ...

    @property
    def moves(self) -> tuple[Move, ...]: ...


@dataclass(frozen=True, slots=True)
class Range:
    """What a rule gives a unit or a person: points, a score, a rank, and between what it lies."""

    rule: RuleInfo
    subject: str
    period: Period | None
    value: Number | None
    """What it is under the options taken; None where there is no such finding, or no number is known."""
    least: Number
    most: Number
    least_under: tuple[Under, ...]
    """The options under which it is least; empty where it is so under those taken."""
    most_under: tuple[Under, ...]


def ranges_of(result: Result, switches: Iterable[Switched]) -> Iterator[Range]:
    """Of each unit and person whose points or rank move the least and the most, in the order of the findings."""
    registers = {name for run in result.runs for name in run.world.schema.registers}
    moved: dict[Key, list[tuple[Under, Move]]] = defaultdict(list)
    for switch in switches:
        for move in switch.moves:
            kind = KINDS.get(move.rule.kind)
            if move.rule.subject_type in registers and kind is not None and kind.gives & _AMOUNTS:
                moved[_key(move.finding)].append((switch.under, move))
    places = {_key(finding): place for place, finding in reversed(list(enumerate(result.findings)))}
    for key in sorted(moved, key=lambda key: (places.get(key, len(places)), *map(str, key[:3]))):
        yield from _range(moved[key])


def _range(found: list[tuple[Under, Move]]) -> Iterator[Range]:
    """The range of one value; nothing, where it is the same under all options."""
    base = found[0][1].before
    values: dict[tuple[str, ...], tuple[Number, Number] | None] = {(): _ends(base)}
    values |= {under: _ends(move.after) for under, move in found}
    lows = {under: ends[0] for under, ends in values.items() if ends}
    highs = {under: ends[1] for under, ends in values.items() if ends}
    if not lows or min(lows.values()) == max(highs.values()):
        return
    least, most = min(lows.values()), max(highs.values())
    ends = values[()]
    yield Range(
        rule=found[0][1].rule,
        subject=found[0][1].finding.subject,
        period=found[0][1].finding.period,
        value=ends[0] if ends and ends[0] == ends[1] else None,
        least=least,
        most=most,
        least_under=_where(lows, least),
        most_under=_where(highs, most),
    )


def _where(values: dict[tuple[str, ...], Number], wanted: Number) -> tuple[Under, ...]:
    """The options under which a value is as wanted; none, where it is so without any."""
    return () if values.get(()) == wanted else tuple((each[0], each[1]) for each in values if values[each] == wanted)


def _key(finding: Finding) -> Key:
    rule = finding.rule
    return rule.pack, rule.id, finding.subject, finding.period


def _ends(finding: Finding | None) -> tuple[Number, Number] | None:
    """The least and the most that a value may be; None where there is none."""
    value = finding.value if finding is not None else None
    if isinstance(value, Interval):
        return value.low, value.high
    return (value, value) if isinstance(value, Number) else None
