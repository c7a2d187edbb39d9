"""Which rules lean on what changed, though they stand as they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from supervision_rules.comparison.items import Item
from supervision_rules.compiler import CompiledPack
from supervision_rules.findings import RuleInfo

_OF_ALL: Final = "in_force"
"""The key of the document that all rules go by."""
Thing = tuple[str, ...]
"""What a rule may lean on: ``("rule", id)``, ``("reading", id)``, ``("name", type, name)``, ``("shared", key)``."""


@dataclass(frozen=True, slots=True)
class Affected:
    """A rule that stands as it was, and leans on something that changed."""

    rule: str
    label: str
    clause: str
    through: tuple[Item, ...]
    """What changed that it leans on."""


def affected(found: Iterable[Item], old: CompiledPack, new: CompiledPack) -> Iterator[Affected]:
    """The rules of the new pack that no item tells of and that lean on one, in their order."""
    judging = [item for item in found if item.judging]
    changed = {item.id for item in judging if item.section == "rules"}
    things = [(item, frozenset(_things(item, old, new))) for item in judging]
    for info in new.infos:
        if info.id not in changed:
            leans = frozenset(_leans(info, old, new))
            through = tuple(item for item, said in things if said & leans)
            if through:
                yield Affected(info.id, info.label, info.cite.clause, through)


def _things(item: Item, old: CompiledPack, new: CompiledPack) -> Iterator[Thing]:
    """What a rule may lean on that an item changes."""
    changes = [change for change in item.changes if not change.wording]
    if item.section == "rules":
        yield from (("rule", name) for name in {item.id, item.old_id})
    elif item.section == "readings":
        if any(change.path[0].name == "taken" for change in changes):
            yield "reading", item.id
    elif item.section == "facts":
        for pack in (old, new):
            facts = (fact for fact in pack.pack.facts if fact.id in (item.id, item.old_id))
            yield from (("name", pack.declarations.base(fact.of), fact.id) for fact in facts)
    elif item.section == "records":
        yield from _names(item)
    elif item.section in ("conventions", "document"):
        keys = {change.path[0].name for change in changes if change.path}
        yield from (("shared", key) for key in keys)


def _names(item: Item) -> Iterator[Thing]:
    """The fields of a record type that changed."""
    for change in item.changes:
        steps = [step.name for step in change.path]
        if steps[:1] == ["fields"] and len(steps) > 1:
            yield "name", item.id, steps[1]
        elif steps[:1] == ["kinds"]:
            yield "name", item.id, "kind"


def _leans(info: RuleInfo, old: CompiledPack, new: CompiledPack) -> Iterator[Thing]:
    """What a rule leans on, also through the rules that it reads, in the one pack or the other."""
    yield "shared", _OF_ALL
    yield from (("reading", name) for name, _ in info.readings)
    for pack in (old, new):
        others = pack.uses[info.id].rules if info.id in pack.uses else frozenset()
        yield from (("rule", rule) for rule in others)
        for uses in (pack.uses[rule] for rule in (info.id, *others) if rule in pack.uses):
            yield from (("name", *key) for key in uses.names)
            yield from (("shared", name) for name in uses.hangs)
