"""One run of the compiler over a pack under one choice of its readings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from supervision_rules import nodes
from supervision_rules.calendar import PeriodKind, is_jurisdiction
from supervision_rules.catalogue import Bilingual
from supervision_rules.compiler.binders import fact_binder, rule_binder
from supervision_rules.compiler.compiled import CompiledPack, force_of
from supervision_rules.compiler.decisions import check_decisions
from supervision_rules.compiler.declare import (
    dates_of_courses,
    declarations_of,
    governance_readings,
    known_type,
    schema_of,
)
from supervision_rules.compiler.ground import Ground, ground_of, vocabulary_of
from supervision_rules.compiler.other_windows import asked_in_shorter, check_shorter
from supervision_rules.compiler.quoted import check_quotes
from supervision_rules.compiler.reach import Reach, order_of
from supervision_rules.compiler.sequence import sequence, tell_cycles
from supervision_rules.compiler.sound import sound_part, stops
from supervision_rules.compiler.versions import check_versions, in_time, named, versions_of
from supervision_rules.compiler.windows import check_windows
from supervision_rules.constructs.timeline import value_on
from supervision_rules.diagnostics import NOTHING, Collector, Diagnostic, nearest
from supervision_rules.findings import GOVERNANCE, PLACEMENT, Citation, RuleInfo
from supervision_rules.kinds import KINDS, Bound, RuleSpec
from supervision_rules.language.amounts import POINTS, unit_of_fact
from supervision_rules.language.binding import Binder, TextBinder
from supervision_rules.language.dates import check_firsts, check_reach, pack_on_day
from supervision_rules.language.fact_spec import OF_ITS_OWN, PERIODS, FactSpec
from supervision_rules.language.facts import Fact, bind_fact
from supervision_rules.language.lost import Lost
from supervision_rules.language.names import declare_fact
from supervision_rules.language.origins import Origin, origin_of_fact
from supervision_rules.language.readings import UNNAMED, Choice, choose, keys_by_reading
from supervision_rules.pack import Pack, PackText, build, choice_of

MAX_ROUNDS: Final = 20
"""How often parts are left out: what is wrong in what is left may show only then."""


def compile_pack(
    text: PackText, asked: Mapping[str, str], diagnostics: Collector, ground: Ground | None = None
) -> CompiledPack | None:
    """The pack ready to run under the readings asked for, or None if something in it is wrong, which is then told.

    ``ground`` is what was made of its records before, where it is compiled again and again.
    """
    compiled = compile_sound(text, asked, diagnostics, ground)
    return None if diagnostics.failed else compiled


def compile_sound(
    text: PackText, asked: Mapping[str, str], diagnostics: Collector, ground: Ground | None = None
) -> CompiledPack | None:
    """The pack, without what is wrong in it and what hangs on that; None if nothing can be made of it.

    All that is wrong is told: what cannot be used is left out until the rest can be held against the models.
    """
    choice = choice_of(text, asked, diagnostics)
    # Records are read once, whatever options are asked for.
    declared = text.tree.get("records")
    for key in keys_by_reading(declared) if declared is not None else ():
        diagnostics.add("SR319", key.span, what="records")
    if UNNAMED in text.readings:
        text = replace(text, lost=text.lost | Lost(open=frozenset(("readings",))))
    faults = [found for found in diagnostics if stops(found) and found.span and found.span.source == text.source]
    for _ in range(MAX_ROUNDS):
        ear = _Ear(text.lost)
        built = _build(text, choice, diagnostics.sifted(ear.hides), ground)
        faults += filter(stops, ear.heard)
        if built is not None and not faults:
            return _Compilation(text, *built, choice, diagnostics.sifted(text.lost.hides)).compile()
        smaller = sound_part(text, faults, choice)
        if smaller is None:
            break
        text, faults = smaller, []
    return None


@dataclass(slots=True)
class _Ear:
    """Hears all that is said, and lets pass what does not come of what was left out."""

    lost: Lost
    heard: list[Diagnostic] = field(default_factory=list)

    def hides(self, found: Diagnostic) -> bool:
        self.heard.append(found)
        return self.lost.hides(found)


_Built = tuple[Pack, nodes.Mapping, nodes.Mapping, Ground]


def _build(text: PackText, choice: Choice, diagnostics: Collector, ground: Ground | None) -> _Built | None:
    """The pack held against its model, its tree with every reading chosen, and the record types that it can name.

    The tree is there twice: with the last of the values that change over time, and with all of them.
    """
    chosen = choose(text.tree, choice, diagnostics)
    tree = pack_on_day(chosen)
    # A value whose days cannot be made out says nothing that could be held against a model.
    pack = build(tree, diagnostics) if check_versions(chosen, diagnostics) else None
    if pack is None:
        return None
    assert isinstance(tree, nodes.Mapping) and isinstance(chosen, nodes.Mapping)  # the pack has been built from it
    if not is_jurisdiction(pack.document.jurisdiction):
        place = nodes.locate(tree, ("document", "jurisdiction")).span
        diagnostics.add("SR315", place, given=pack.document.jurisdiction)
    return pack, tree, chosen, ground or ground_of(vocabulary_of(pack, tree, diagnostics))


class _Compilation:
    def __init__(
        self,
        text: PackText,
        pack: Pack,
        tree: nodes.Mapping,
        dated: nodes.Mapping,
        ground: Ground,
        choice: Choice,
        diagnostics: Collector,
    ) -> None:
        self.pack, self.text, self.tree, self.choice = pack, text, tree, choice
        self.dated, self.vocabulary, self.diagnostics = dated, ground.vocabulary, diagnostics
        self.names = ground.names
        self.declarations = declarations_of(pack, text, choice, self.vocabulary, self.names)
        self.reach = Reach(self.declarations)
        self.facts: dict[str, dict[str, Fact]] = defaultdict(dict)
        self.taken: dict[int, Bilingual] = {}
        """Of facts of which something else has the name already, by their place, what that is."""
        self.bound: dict[str, Bound] = {}

    def compile(self) -> CompiledPack:
        """The pack with the rules that could be bound."""
        self._bind_facts()
        for index in range(len(self.pack.rules)):
            self._bind_rule(index)
        check_windows(self.reach, self.diagnostics)
        check_shorter(self.reach, self.facts, self.diagnostics)
        check_decisions(self.reach, self.facts, self.diagnostics)
        self._check_replaces()
        order, cycle = order_of(self.reach)
        if cycle:
            index = next(index for index, rule in enumerate(self.pack.rules) if rule.id == cycle[0])
            words = {"cycle": " → ".join(cycle), "back": self._looking_back(cycle)}
            self.diagnostics.add("SR311", self._node("rules", index).span, **words)
        infos = {rule.id: self._info(rule) for rule in self.pack.rules if rule.id in self.reach.rules}
        lasting = self._lasting()
        read = {rule: self.reach.rules_read(binder) for rule, binder in self.reach.rules.items()}
        return CompiledPack(
            pack=self.pack,
            text=self.text,
            choice=self.choice,
            vocabulary=self.vocabulary,
            declarations=self.declarations,
            schema=schema_of(
                self.vocabulary, self.declarations, self.names, self.facts, self.reach.fields_read(), self.reach.links()
            ),
            rules=tuple(named(self.bound[rule], infos[rule]) for rule in order if rule in self.bound),
            infos=tuple(infos.values()),
            read=frozenset[str]().union(*read.values()),
            reading=frozenset(rule for rule, others in read.items() if others),
            counting=frozenset(filter(self.reach.counts, infos)),
            uses={rule: self.reach.uses(rule) for rule in self.reach.rules},
            lasting=lasting,
            looked_back=self.reach.closure(lasting),
        )

    def _looking_back(self, cycle: list[str]) -> str:
        """The fact by which one of the rules of a cycle reads another in earlier windows; a dash if there is none."""
        for rule in cycle:
            for record_type, name in self.reach.facts_read(self.reach.rules[rule]):
                spec, binder = self.facts[record_type][name].spec, self.reach.facts[record_type, name]
                back = spec.previous or (spec.way != "value" and getattr(spec, spec.way) in PERIODS)
                if back and self.reach.rules_read(binder) & {*cycle}:
                    return spec.label
        return NOTHING

    def _lasting(self) -> dict[str, PeriodKind | None]:
        """The rules asked how things stood at the end of a window that is no longer than theirs, or where they have
        none; not those that judge by periods of their own, whatever windows they are asked through."""
        asked: dict[str, PeriodKind | None] = dict.fromkeys(self.reach.asked_through_windows())
        asked |= asked_in_shorter(self.reach, self.facts)
        recurring = {rule.id for rule in self.pack.rules if KINDS[rule.kind].recurs}
        return {rule: window for rule, window in asked.items() if rule not in recurring}

    def _check_replaces(self) -> None:
        """The pack replaces another than itself, and matters have the date on which they are to be done."""
        replaced = self.pack.document.replaces
        if replaced is None:
            return
        if replaced.pack == self.pack.pack:
            place = nodes.locate(self.tree, ("document", "replaces", "pack")).span
            self.diagnostics.add("SR332", place, pack=replaced.pack)
        dates = dates_of_courses(self.vocabulary, self.declarations.registers)
        if replaced.done is not None and replaced.done not in dates:
            place = nodes.locate(self.tree, ("document", "replaces", "done")).span
            self.diagnostics.add("SR333", place, given=replaced.done, hint=nearest(replaced.done, dates))

    def _bind_facts(self) -> None:
        facts = self.pack.facts
        fields = {name: frozenset(types) for name, types in self.names.types.items()}
        order, cycles = sequence(facts, self.declarations, fields)
        tell_cycles(cycles, facts, self.tree, self.diagnostics)
        self.names.broken.update(facts[place].id for cycle in cycles for place in cycle)
        self._take_names_used_twice()
        for index in order:
            self._bind_fact(index)

    def _measure(self, base: str, fact: Fact) -> None:
        """Note what a fact is counted in, if it is an amount."""
        taken = base if fact.way == "value" or fact.counted in OF_ITS_OWN else self.declarations.base(fact.counted)
        facts = self.names.amounts.get(taken, {})
        unit = unit_of_fact(fact.way, fact.expression, facts, self.declarations.counted)
        if unit is not None:
            self.names.measure(base, fact.spec.id, unit)

    def _take_names_used_twice(self) -> None:
        facts, first = self.pack.facts, dict[tuple[str, str], FactSpec]()
        for place, fact in enumerate(facts):
            base = self.declarations.base(fact.of)
            other = first.setdefault((base, fact.id), fact)
            if other is not fact:
                self.taken[place] = Bilingual(f"另一个派生事实：{other.label}", f"another derived fact: {other.label}")
            elif fact.id in self.names.types.get(base, ()):
                self.taken[place] = self._meant_already(base, fact.id)
        for place in self.taken:
            self.names.take(self.declarations.base(facts[place].of), facts[place].id)

    def _meant_already(self, base: str, name: str) -> Bilingual:
        """What a name of a record type stands for without the fact that is given it now."""
        of, (label, english) = self.vocabulary.types[base], self.names.labels[base][name]
        if name in self.declarations.fields[base]:
            return Bilingual(f"是{of.label}的字段：{label}", f"a field of {of.label_en}: {english}")
        return Bilingual(f"{of.label}已有这个名字：{label}", f"a name of {of.label_en}: {english}")

    def _bind_fact(self, index: int) -> None:
        spec, node = self.pack.facts[index], self._node("facts", index)
        base = self.declarations.base(spec.of)
        known = known_type(self.declarations, node, spec.of, self.diagnostics)
        repeated = known and spec.id in self.names.types[base]
        if repeated:
            self.names.take(base, spec.id)  # also what another fact means through a reference
            whose = self.taken.get(index) or self._meant_already(base, spec.id)
            self.diagnostics.add("SR303", nodes.locate(node, ("id",)).span, what=spec.id, whose=whose)
        binder = fact_binder(self.declarations, spec, node, self.diagnostics)
        fact = bind_fact(spec, binder, self.facts[base])
        written = nodes.locate(self.text.tree, ("facts", index))
        if not self.choice.asked:
            check_quotes(binder, spec.cite.quotes if spec.cite else (), written)
        if fact is None or not known or spec.id in self.text.lost.untyped:
            self.names.broken.add(spec.id)
        elif not repeated:
            declare_fact(self.names, base, fact, self._origin(fact, binder), value_on)
            self._measure(base, fact)
            self.facts[base][spec.id] = fact
            self.reach.facts[(base, spec.id)] = binder
            self.reach.written[id(binder)] = written

    def _origin(self, fact: Fact, binder: TextBinder) -> Origin:
        read = (self.names.origins[record_type][name] for record_type, name in binder.names)
        asks = any(function != "reading" for function, _ in binder.calls)
        counted = "" if fact.way == "value" else self.declarations.base(fact.counted)
        return origin_of_fact(fact.spec, fact.type, counted, read, asks)

    def _bind_rule(self, index: int) -> None:
        rule, node = self.pack.rules[index], self._node("rules", index)
        kind = KINDS[rule.kind]
        subject = kind.subject(rule)
        repeated = rule.id in self.reach.rules or rule.id in (GOVERNANCE, PLACEMENT)
        if repeated:
            self.diagnostics.add("SR303", nodes.locate(node, ("id",)).span, what=rule.id, whose=self._other(rule))
        known = known_type(self.declarations, node, subject, self.diagnostics)
        self._check_references(rule, node)
        info, written = self._info(rule), nodes.locate(self.text.tree, ("rules", index))
        binder = rule_binder(self.declarations, rule, node, self.diagnostics, info, written)
        if known and not repeated:
            self.reach.rules[rule.id] = binder
            self.reach.written[id(binder)] = written
        made = kind.bind(rule, binder)
        if not self.choice.asked:
            check_quotes(binder, rule.cite.quotes, written)
        versions = self._bind_versions(rule, index, binder)
        if made is not None and versions is not None and known and not repeated:
            self.bound[rule.id] = in_time(made, versions, nodes.locate(self.dated, ("rules", index)))

    def _other(self, rule: RuleSpec) -> Bilingual | str:
        """The rule that has the id of another already, if it is one."""
        first = next(each for each in self.pack.rules if each.id == rule.id)
        return NOTHING if first is rule else Bilingual(f"另一条规则：{first.label}", f"another rule: {first.label}")

    def _bind_versions(self, rule: RuleSpec, index: int, last: Binder) -> list[Bound] | None:
        """The rule as it was before its values last changed, the earliest first; ``last`` hears what they read."""
        dated, versions = nodes.locate(self.dated, ("rules", index)), list[Bound | None]()
        check_reach(dated, force_of(self.pack), self.diagnostics)
        window = self.declarations.windows.get(rule.id)
        if window is not None and isinstance(dated, nodes.Mapping) and dated.get("count") is not None:
            check_firsts(dated, window, self.pack.conventions.years, self.diagnostics)
        for spec, node in versions_of(rule, dated, self.diagnostics):
            binder = rule_binder(self.declarations, spec, node, self.diagnostics, last.info, last.written)
            versions.append(KINDS[rule.kind].bind(spec, binder))
            if not self.choice.asked:
                check_quotes(binder, spec.cite.quotes, nodes.locate(self.text.tree, ("rules", index)))
            last.hear(binder)
        bound = [version for version in versions if version is not None]
        return bound if len(bound) == len(versions) else None

    def _info(self, rule: RuleSpec) -> RuleInfo:
        leans = self.reach.readings(rule.id) | set(rule.readings) | governance_readings(self.text.tree)
        options = self.choice.options
        return RuleInfo(
            pack=self.pack.pack,
            version=self.pack.version,
            id=rule.id,
            kind=rule.kind,
            label=rule.label,
            cite=Citation(rule.cite.clause, rule.cite.quotes),
            severity=rule.severity,
            subject_type=self.declarations.base(KINDS[rule.kind].subject(rule)),
            readings=tuple((name, options[name]) for name in sorted(leans) if name in options),
        )

    def _node(self, section: str, index: int) -> nodes.Mapping:
        node = nodes.locate(self.tree, (section, index))
        assert isinstance(node, nodes.Mapping)  # the model has been built from it
        return node

    def _check_references(self, rule: RuleSpec, node: nodes.Mapping) -> None:
        """The box that a rule gives its points into, and the readings that it names, are declared."""
        box, boxes = KINDS[rule.kind].feeds(rule), self.declarations.boxes
        of = KINDS[rule.kind].subject(rule)
        if box is not None and box not in boxes:
            self.diagnostics.add("SR314", nodes.locate(node, ("into",)).span, given=box, hint=nearest(box, boxes))
        elif box is not None and boxes[box] != self.declarations.base(of):
            words = {"rule": rule.id, "of": of, "box": box, "whose": boxes[box]}
            self.diagnostics.add("SR340", nodes.locate(node, ("into",)).span, **words)
        elif box is not None and (unit := KINDS[rule.kind].unit(rule)) != self.declarations.units[box]:
            told = {"unit": unit or POINTS, "box": box, "its_unit": self.declarations.units[box] or POINTS}
            self.diagnostics.add("SR344", nodes.locate(node, ("into",)).span, **told)
        for place, name in enumerate(rule.readings):
            if name not in self.choice.declared:
                span = nodes.locate(node, ("readings", place)).span
                self.diagnostics.add("SR305", span, given=name, hint=nearest(name, self.choice.declared))
