"""The derived facts of a pack, bound one after the other: each has its name when those that use it are bound."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from supervision_rules import nodes
from supervision_rules.catalogue import Bilingual
from supervision_rules.compiler.binders import fact_binder
from supervision_rules.compiler.chosen import Chosen
from supervision_rules.compiler.declare import known_type
from supervision_rules.compiler.reach import Reach
from supervision_rules.compiler.sequence import sequence, tell_cycles
from supervision_rules.compiler.wrong_subject import tell_subject
from supervision_rules.constructs.timeline import value_on
from supervision_rules.expressions import NUMBER
from supervision_rules.expressions.ranges import is_whole, range_of
from supervision_rules.expressions.signs import is_word
from supervision_rules.language.amounts import unit_of_fact
from supervision_rules.language.binding import TextBinder
from supervision_rules.language.dates import days_of
from supervision_rules.language.fact_spec import OF_ITS_OWN, FactSpec
from supervision_rules.language.facts import Fact, bind_fact
from supervision_rules.language.names import declare_fact
from supervision_rules.language.origins import Origin, origin_of_fact, with_ends
from supervision_rules.language.readings import keys_by_reading


def bind_facts(chosen: Chosen, reach: Reach) -> Mapping[str, Mapping[str, Fact]]:
    """The facts that could be bound, by record type and id; ``reach`` is told of each."""
    facts, names = chosen.pack.facts, chosen.names
    order, cycles = sequence(
        facts, chosen.declarations, {name: frozenset(types) for name, types in names.types.items()}
    )
    tell_cycles(cycles, facts, chosen.tree, chosen.diagnostics)
    names.broken.update(facts[place].id for cycle in cycles for place in cycle)
    binding = _Binding(chosen, reach, _names_used_twice(chosen))
    for place in binding.taken:
        names.take(chosen.declarations.base(facts[place].of), facts[place].id)
    for index in order:
        binding.bind(index)
    return binding.facts


def _names_used_twice(chosen: Chosen) -> Mapping[int, Bilingual]:
    """Of facts of which something else has the name already, by their place, what that is."""
    first, taken = dict[tuple[str, str], FactSpec](), dict[int, Bilingual]()
    for place, fact in enumerate(chosen.pack.facts):
        base = chosen.declarations.base(fact.of)
        other = first.setdefault((base, fact.id), fact)
        if other is not fact:
            taken[place] = Bilingual(f"另一个派生事实：{other.label}", f"another derived fact: {other.label}")
        elif fact.id in chosen.names.types.get(base, ()):
            taken[place] = _meant_already(chosen, base, fact.id)
    return taken


def _meant_already(chosen: Chosen, base: str, name: str) -> Bilingual:
    """What a name of a record type stands for without the fact that is given it now."""
    of, (label, english) = chosen.vocabulary.types[base], chosen.names.labels[base][name]
    if name in chosen.declarations.fields[base]:
        return Bilingual(f"是{of.label}的字段：{label}", f"a field of {of.label_en}: {english}")
    return Bilingual(f"{of.label}已有这个名字：{label}", f"a name of {of.label_en}: {english}")


_WORD: Final = Bilingual("是式子自己的词", "a word of the language of expressions")


@dataclass(frozen=True, slots=True)
class _Binding:
    chosen: Chosen
    reach: Reach
    taken: Mapping[int, Bilingual]
    facts: dict[str, dict[str, Fact]] = field(default_factory=lambda: defaultdict(dict))

    def bind(self, index: int) -> None:
        chosen, spec, node = self.chosen, self.chosen.pack.facts[index], self.chosen.node("facts", index)
        base = chosen.declarations.base(spec.of)
        known = known_type(chosen.declarations, node, spec.of, chosen.diagnostics)
        if is_word(spec.id):
            place = nodes.locate(node, ("id",)).span
            chosen.diagnostics.add("SR303", place, what=spec.id, whose=_WORD)
        repeated = known and spec.id in chosen.names.types[base]
        if repeated:
            self._tell_repeated(index, base)
        binder = fact_binder(chosen.declarations, spec, node, chosen.diagnostics)
        fact = bind_fact(spec, binder, self.facts[base])
        if known:
            tell_subject(chosen.declarations, node, spec.of, chosen.diagnostics)
        chosen.check_quotes(binder, spec.cite.quotes if spec.cite else (), chosen.written("facts", index))
        if fact is None or not known or spec.id in chosen.text.lost.untyped:
            chosen.names.broken.add(spec.id)
        elif not repeated:
            self._add(base, fact, binder, self._is_fixed(index, binder))
            self.reach.written[id(binder)] = chosen.written("facts", index)

    def _tell_repeated(self, index: int, base: str) -> None:
        chosen, name = self.chosen, self.chosen.pack.facts[index].id
        chosen.names.take(base, name)  # also what another fact means through a reference
        whose = self.taken.get(index) or _meant_already(chosen, base, name)
        place = nodes.locate(chosen.node("facts", index), ("id",)).span
        chosen.diagnostics.add("SR303", place, what=name, whose=whose)

    def _is_fixed(self, index: int, binder: TextBinder) -> bool:
        """Whether the fact is made alike under every option and on every day."""
        written = self.chosen.written("facts", index)
        return next(keys_by_reading(written), None) is None and not (days_of(written) or binder.calls)

    def _add(self, base: str, fact: Fact, binder: TextBinder, fixed: bool) -> None:
        declare_fact(self.chosen.names, base, fact, self._origin(fact, binder, fixed), value_on)
        if fact.spec.way in ("first", "last") and fact.spec.take is None:
            self.chosen.names.days.add(fact.spec.id)
        self._measure(base, fact)
        self.facts[base][fact.spec.id] = fact
        self.reach.facts[base, fact.spec.id] = binder

    def _origin(self, fact: Fact, binder: TextBinder, fixed: bool) -> Origin:
        read = (self.chosen.names.origins[record_type][name] for record_type, name in binder.names)
        asks = any(function != "reading" for function, _ in binder.calls)
        counted = "" if fact.way == "value" else self.chosen.declarations.base(fact.counted)
        where = fact.where.checked if fact.where is not None else None
        origin = origin_of_fact(fact.spec, fact.type, counted, read, asks, where)
        if not fixed:
            return replace(origin, counts=None)
        if fact.type != NUMBER or fact.expression is None:
            return origin
        known = self.chosen.names.origins.get(counted or self.chosen.declarations.base(fact.spec.of), {})
        named = {name: known[name].possible for name in fact.expression.checked.names if name in known}
        taken = fact.expression.checked.root  # its value, or what it takes of each record
        return with_ends(origin, fact.spec.way, range_of(taken, named), is_whole(taken, named))

    def _measure(self, base: str, fact: Fact) -> None:
        """Note what a fact is counted in, if it is an amount."""
        names, declared = self.chosen.names, self.chosen.declarations
        taken = base if fact.way == "value" or fact.counted in OF_ITS_OWN else declared.base(fact.counted)
        unit = unit_of_fact(fact.way, fact.expression, names.amounts.get(taken, {}), declared.counted)
        if unit is not None:
            names.measure(base, fact.spec.id, unit)
