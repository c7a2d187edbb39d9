"""What is known of the results of rules before any record is looked at: between which ends they lie, by which steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from supervision_rules import nodes
from supervision_rules.compiler.chosen import Chosen
from supervision_rules.compiler.reach import Reach
from supervision_rules.compiler.written import is_dated
from supervision_rules.constructs.amounts import Amounts
from supervision_rules.constructs.boxes import Effect
from supervision_rules.constructs.grains import UNKNOWN, Grain, grain_of
from supervision_rules.constructs.scoring import all_of
from supervision_rules.expressions.axes import Possible
from supervision_rules.expressions.exact import over
from supervision_rules.expressions.ranges import ANY, NONE, Range
from supervision_rules.expressions.reckoned import result_of
from supervision_rules.kinds import KINDS, RuleSpec
from supervision_rules.language.ends import Result
from supervision_rules.language.readings import leaning

_PLACES: Final = ("rank", "rank_from_end", "ranked")


def results_of(chosen: Chosen, reach: Reach, order: Iterable[str]) -> Mapping[str, Result]:
    """What is known of each result of each rule, by what it is called in expressions; nothing of what may be otherwise
    under another option or on another day."""
    asked = {call for binder in (*reach.rules.values(), *reach.facts.values()) for call in binder.calls}
    specs = {rule.id: rule for rule in chosen.pack.rules if rule.id in reach.rules}
    found: dict[str, Result] = {}
    if any(function == "points" for function, _ in asked):
        found |= _Looking(chosen, reach, specs).points(order)
    for function, rule in asked:
        if rule in specs and function in (*_PLACES, "step"):
            found[result_of(function, rule)] = Result(rule, _place(function, specs[rule], reach))
    return found


def _place(function: str, spec: Any, reach: Reach) -> Possible:
    if function in _PLACES:
        return Possible(least=1, whole=True)
    fixed = _is_fixed(nodes.at(reach.written[id(reach.rules[spec.id])], "steps"))
    return Possible(least=0, most=len(spec.steps) if fixed else None, whole=True)


def _is_fixed(written: nodes.Node | None) -> bool:
    return written is None or not (is_dated(written) or any(True for _ in leaning(written)))


@dataclass(frozen=True, slots=True)
class _Looking:
    """The amounts of the rules of a pack, each after those that it is made of."""

    chosen: Chosen
    reach: Reach
    specs: Mapping[str, RuleSpec]

    def points(self, order: Iterable[str]) -> Iterator[tuple[str, Result]]:
        """Between which ends the points of each rule lie."""
        given, grains = dict[str, tuple[Effect, Range]](), dict[str, Grain]()
        boxes = {box.id: box for rule in self.specs.values() for box in all_of(getattr(rule, "boxes", ()))}
        for rule in order:
            spec: Any = self.specs.get(rule)
            binder: Any = self.reach.rules.get(rule)
            into = self.chosen.declarations.into
            range_ = None
            if spec is not None:
                range_ = KINDS[spec.kind].range(spec, Amounts(binder, given, into, boxes, told=False))
            if range_ is None:
                continue
            sure = self._is_sure(rule)
            range_ = range_ if sure else ANY
            range_ = range_ if KINDS[spec.kind].judges else range_ | NONE
            grains[rule] = (grain_of(spec, binder, grains, into) if sure else UNKNOWN)._replace(range=range_)
            given[rule] = getattr(spec, "effect", "add"), range_
            yield result_of("points", rule), Result(rule, _possible(grains[rule]), adds=True)

    def _is_sure(self, rule: str) -> bool:
        """Whether it is the same under every option and on every day, by its own text and by that of its facts."""
        parts = [
            self.reach.rules[rule],
            *map(self.reach.facts.__getitem__, self.reach.facts_read(self.reach.rules[rule])),
        ]
        return all(_is_fixed(self.reach.written[id(part)]) for part in parts)


def _possible(grain: Grain) -> Possible:
    step = over(grain.step.numerator, grain.step.denominator) if grain.step else None
    return Possible(grain.range.least, grain.range.most, step=step, full=grain.full)
