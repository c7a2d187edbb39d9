"""Documents that replace one another: which of them a record falls under, so that each is judged by exactly one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from supervision_rules.compiler.compiled import CompiledPack, Succession
from supervision_rules.diagnostics import Collector
from supervision_rules.world import Row, Schema, first_event, reopened

Stretch = tuple[date, date]
"""The first and the last of some days."""
ALWAYS: Final = (date.min, date.max)
_DAY: Final = timedelta(days=1)


def succeed(packs: Sequence[CompiledPack], diagnostics: Collector) -> tuple[CompiledPack, ...]:
    """The packs, each knowing which of the others replace it; told where two replace one, or where one is replaced that
    was not in force before.
    """
    following: dict[str, CompiledPack] = {}
    known = {compiled.pack.pack: compiled for compiled in packs}
    for compiled in packs:
        before = known.get(compiled.takes_over.pack) if compiled.takes_over else None
        if before is None or compiled.takes_over is None:
            continue
        name, since = before.pack.pack, compiled.takes_over.since
        if name in following:
            others = (following[name].pack.pack, compiled.pack.pack)
            diagnostics.add("SR927", None, pack=name, first=others[0], second=others[1])
        elif before.in_force[0] is not None and before.in_force[0] >= since:
            diagnostics.add("SR928", None, pack=compiled.pack.pack, before=name, since=since, first=before.in_force[0])
        else:
            following[name] = compiled
    return () if diagnostics.failed else _linked(packs, following)


def _linked(packs: Sequence[CompiledPack], following: Mapping[str, CompiledPack]) -> tuple[CompiledPack, ...]:
    """The packs with those that follow them. Packs in one row go by the same dates and links of the records, whichever
    of them declares these."""
    rows: dict[str, list[CompiledPack]] = defaultdict(list)
    for compiled in packs:
        rows[_last(compiled, following)].append(compiled)
    return tuple(_in_row(compiled, rows[_last(compiled, following)], following) for compiled in packs)


def _last(compiled: CompiledPack, following: Mapping[str, CompiledPack]) -> str:
    """The last pack of the row that one is in."""
    return [compiled, *_after(compiled, following)][-1].pack.pack


def _after(compiled: CompiledPack, following: Mapping[str, CompiledPack]) -> Iterator[CompiledPack]:
    """The packs that replace one, one after the other. Each begins later than the one before: the row has an end."""
    while compiled.pack.pack in following:
        compiled = following[compiled.pack.pack]
        yield compiled


def _in_row(compiled: CompiledPack, row: Sequence[CompiledPack], following: Mapping[str, CompiledPack]) -> CompiledPack:
    if len(row) == 1:
        return compiled
    changes = ((after.pack.pack, after.takes_over) for after in _after(compiled, following))
    return replace(
        compiled,
        schema=_together(compiled.schema, [other.schema for other in row]),
        later=tuple(replace(change, pack=name) for name, change in changes if change is not None),
        beside=frozenset(other.pack.pack for other in row if other is not compiled),
        earliest=_earliest(row),
    )


def _earliest(row: Iterable[CompiledPack]) -> date | None:
    """The first day on which any of the packs is in force; None where that is open."""
    firsts = [compiled.in_force[0] for compiled in row]
    return None if None in firsts else min(day for day in firsts if day is not None)


def _together(own: Schema, all_: Iterable[Schema]) -> Schema:
    """A schema with the dates and links that any of the schemas knows of its record types."""
    dates, belongs = ({name: dict.fromkeys(of[name]) for name in of} for of in (own.dates, own.belongs))
    reopens = dict(own.reopens)
    references = {name: dict(fields) for name, fields in own.references.items()}
    for other in all_:
        reopens = {**{name: until for name, until in other.reopens.items() if name in references}, **reopens}
        for name in references.keys() & other.references.keys():
            dates[name] |= dict.fromkeys(other.dates[name])
            belongs[name] |= dict.fromkeys(other.belongs[name])
            references[name] = {**other.references[name], **references[name]}
    return replace(
        own,
        dates=MappingProxyType({name: tuple(fields) for name, fields in dates.items()}),
        belongs=MappingProxyType({name: tuple(fields) for name, fields in belongs.items()}),
        references=MappingProxyType(references),
        reopens=MappingProxyType(reopens),
    )


def stretches(compiled: CompiledPack, as_of: date) -> Callable[[Row], Stretch | None]:
    """Tells of each matter, or record that belongs to none, on which days up to ``as_of`` a document governs it.

    ``ALWAYS`` where that never changes; None where it does on no day.
    """
    before, later = compiled.takes_over, compiled.later
    changes = sorted(to.since for to in (*((before,) if before else ()), *later) if to.since <= as_of)
    days = (date.min, *changes)
    ends = (*(day - _DAY for day in changes), date.max)
    governed = [_governing(compiled, day) for day in days]

    def stretch(begun: Row) -> Stretch | None:
        held = [place for place, governs in enumerate(governed) if governs(begun)]
        return (days[held[0]], ends[held[-1]]) if held else None

    return stretch


def _governing(compiled: CompiledPack, day: date) -> Callable[[Row], bool]:
    """Tells whether a document governs a matter, or record that belongs to none, on a day."""
    since, until = compiled.in_force
    first_day, last_day = since or date.min, until or date.max
    before, later = compiled.takes_over, compiled.later

    def alone(begun: Row) -> bool:
        first = first_event(begun)
        return first is None or first_day <= first <= last_day

    def in_row(begun: Row) -> bool:
        first = first_event(begun) or day  # where nothing is known to have happened, it has not begun before
        if any(_passes(begun, first, change, day) for change in later):
            return False
        return first_day <= first <= last_day or (before is not None and _passes(begun, first, before, day))

    return alone if before is None and not later else in_row


def _passes(begun: Row, first: date, to: Succession, day: date) -> bool:
    """Whether a matter that began under an earlier document, whichever, has passed ``to`` a later one by ``day``."""
    return to.takes_open and first < to.since <= day and _is_open(begun, to)


def _is_open(begun: Row, to: Succession) -> bool:
    """Whether a matter, or what else has a course of its own, was still open when the later document came into force.

    What has no date on which it is done has none, and is never open.
    """
    if to.done not in begun.world.schema.dates[begun.type]:
        return False
    done = begun.source.get(to.done)
    if not isinstance(done, date) or done >= to.since:
        return True
    return any(first < to.since and (last is None or last >= to.since) for first, last in reopened(begun, done))
