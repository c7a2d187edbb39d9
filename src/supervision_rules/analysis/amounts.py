"""Between which ends the points and totals of a pack lie, each after those that it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from supervision_rules import nodes
from supervision_rules.analysis.examined import Examined
from supervision_rules.analysis.prices import examine_prices, tell_full
from supervision_rules.analysis.reasons import DIFFERS, ENDLESS, ends_said
from supervision_rules.catalogue import Bilingual
from supervision_rules.compiler import CompiledPack
from supervision_rules.compiler.written import is_fixed
from supervision_rules.constructs.amounts import Amounts
from supervision_rules.constructs.boxes import Effect
from supervision_rules.constructs.scoring import BoxSpec
from supervision_rules.expressions.ranges import ANY, Range
from supervision_rules.kinds import KINDS
from supervision_rules.language.dates import days_of
from supervision_rules.language.readings import leaning


def examine_amounts(compiled: CompiledPack) -> Iterator[Examined]:
    """Look into every rule of amounts; what never binds is told to the rule's own collector."""
    reach, given = compiled.reach, dict[str, tuple[Effect, Range]]()
    boxes = {box.id: box for rule in compiled.pack.rules for box in _flat(getattr(rule, "boxes", ()))}
    specs: dict[str, Any] = {rule.id: rule for rule in compiled.pack.rules}
    leans: dict[str, frozenset[str]] = {}
    for rule in compiled.rules:
        spec = specs[rule.info.id]
        binder: Any = reach.rules[spec.id]
        written = reach.written[id(binder)]
        fed = [part for box in KINDS[spec.kind].opens(spec) for part in binder.declarations.into.get(box, ())]
        leans[spec.id] = _leaning(written).union(*(leans.get(part, ()) for part in fed))
        parts = (reach.written[id(reach.rules[part])] for part in fed)
        amounts = Amounts(
            binder, given, binder.declarations.into, boxes, is_fixed(written) and all(map(is_fixed, parts))
        )
        found = KINDS[spec.kind].range(spec, amounts)
        if found is None:
            continue
        dated = bool(days_of(written))
        why = examine_prices(binder, spec, written, compiled.in_force)
        if amounts.told:
            tell_full(binder, spec, boxes)
        given[spec.id] = getattr(spec, "effect", "add"), ANY if dated else found
        examined = _examined(binder.node.span, spec.id, ANY if dated else found, DIFFERS if dated else ENDLESS)
        under = _options(compiled, leans[spec.id]) if examined.found is not None else ()
        yield replace(examined, reason=examined.reason or why, under=under)


def _leaning(written: nodes.Node) -> frozenset[str]:
    """The readings that the ends of a rule's amounts hang on: they do not hang on which records count."""
    entries = written.entries if isinstance(written, nodes.Mapping) else ()
    return frozenset(reading for key, value in entries if key.text not in _CHOOSING for reading in leaning(value))


def _options(compiled: CompiledPack, readings: frozenset[str]) -> tuple[tuple[str, str], ...]:
    options = compiled.choice.options
    return tuple((reading, options[reading]) for reading in sorted(readings & options.keys()))


def _flat(boxes: Iterable[BoxSpec]) -> Iterator[BoxSpec]:
    for box in boxes:
        yield box
        yield from _flat(box.parts)


def _examined(span: Any, name: str, found: Range, reason: Bilingual) -> Examined:
    if found == ANY:
        return Examined("amount", span, name, reason=reason)
    return Examined("amount", span, name, found=ends_said(found))


_CHOOSING: Final = ("on", "of", "when", "count", "where", "via", "by", "once_per", "cite", "label", "note")
"""The keys of a rule that say which records count and what it is called."""
