"""Documents that replace one another: which of them a record falls under, so that each is judged by exactly one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from supervision_rules.compiler.compiled import CompiledPack, Succession
from supervision_rules.diagnostics import Collector
from supervision_rules.world import Row, Schema, first_event, owners


def succeed(packs: Sequence[CompiledPack], diagnostics: Collector) -> tuple[CompiledPack, ...]:
    """The packs, each knowing which of the others replaces it; told where two replace one, or one an earlier one's
    successor from a day on which that was not in force yet.
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
            diagnostics.add("SR925", None, pack=name, first=others[0], second=others[1])
        elif before.in_force[0] is not None and before.in_force[0] >= since:
            diagnostics.add("SR926", None, pack=compiled.pack.pack, before=name, since=since, first=before.in_force[0])
        else:
            following[name] = compiled
    return () if diagnostics.failed else _linked(packs, following)


def _linked(packs: Sequence[CompiledPack], following: Mapping[str, CompiledPack]) -> tuple[CompiledPack, ...]:
    """The packs with those that follow them. Packs in one row go by the same dates and links of the records, whichever
    of them declares these."""
    rows = _rows(packs, following)
    linked = []
    for compiled in packs:
        others = [packs[place].schema for place in rows[compiled.pack.pack]]
        after = following.get(compiled.pack.pack)
        linked.append(
            replace(
                compiled,
                schema=_together(compiled.schema, others) if len(others) > 1 else compiled.schema,
                beside=frozenset(packs[place].pack.pack for place in rows[compiled.pack.pack]) - {compiled.pack.pack},
                successor=after.takes_over_as(after.pack.pack) if after is not None else None,
            )
        )
    return tuple(linked)


def _rows(packs: Sequence[CompiledPack], following: Mapping[str, CompiledPack]) -> dict[str, list[int]]:
    """For each pack the places of those that replace one another with it, itself among them."""
    last: dict[str, str] = {}
    for compiled in packs:
        name = compiled.pack.pack
        while name in following:  # each begins later than the one before: the row has an end
            name = following[name].pack.pack
        last[compiled.pack.pack] = name
    names = [compiled.pack.pack for compiled in packs]
    return {name: [place for place, other in enumerate(names) if last[other] == last[name]] for name in names}


def _together(own: Schema, all_: Iterable[Schema]) -> Schema:
    """A schema with the dates and links that any of the schemas knows of its record types."""
    dates, belongs = ({name: dict.fromkeys(of[name]) for name in of} for of in (own.dates, own.belongs))
    references = {name: dict(fields) for name, fields in own.references.items()}
    for other in all_:
        for name in references.keys() & other.references.keys():
            dates[name] |= dict.fromkeys(other.dates[name])
            belongs[name] |= dict.fromkeys(other.belongs[name])
            references[name] = {**other.references[name], **references[name]}
    return replace(
        own,
        dates=MappingProxyType({name: tuple(fields) for name, fields in dates.items()}),
        belongs=MappingProxyType({name: tuple(fields) for name, fields in belongs.items()}),
        references=MappingProxyType(references),
    )


@dataclass(frozen=True, slots=True)
class Governed:
    """Tells of each matter, or record that belongs to none, whether a document governs it on the day asked."""

    compiled: CompiledPack
    as_of: date

    def __call__(self, begun: Row) -> bool:
        """Whether it governs ``begun``, which belongs to no other record."""
        compiled = self.compiled
        before, after = compiled.takes_over, compiled.successor
        first = first_event(begun)
        if first is None:
            if before is None and after is None:
                return True
            first = self.as_of  # nothing is known to have happened before
        if after is not None and self._passes(begun, first, after):
            return False
        return compiled.governs(first) or (before is not None and self._passes(begun, first, before))

    def _passes(self, begun: Row, first: date, to: Succession) -> bool:
        """Whether a matter that began under an earlier document passes ``to`` a later one."""
        return to.takes_open and first < to.since <= self.as_of and _is_open(begun, to)


def _is_open(begun: Row, to: Succession) -> bool:
    """Whether a matter was still open when the later document came into force. What has no course is never open."""
    world = begun.world
    if begun.type not in owners(world) or to.done not in world.schema.dates[begun.type]:
        return False
    done = begun.source.get(to.done)
    return not isinstance(done, date) or done >= to.since
