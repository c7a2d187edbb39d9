"""One run of the compiler over a pack under one choice of its readings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from supervision_rules import nodes
from supervision_rules.calendar import is_jurisdiction
from supervision_rules.compiler.compiled import CompiledPack
from supervision_rules.compiler.declare import declarations_of, known_type, schema_of
from supervision_rules.compiler.quoted import check_quotes
from supervision_rules.compiler.reach import Reach, order_of
from supervision_rules.compiler.sequence import sequence, tell_cycles
from supervision_rules.compiler.sound import hangs_on, sound_part
from supervision_rules.compiler.windows import check_windows
from supervision_rules.diagnostics import Collector, nearest
from supervision_rules.findings import GOVERNANCE, PLACEMENT, Citation, RuleInfo
from supervision_rules.kinds import KINDS, Bound, RuleSpec
from supervision_rules.language.binding import Binder, TextBinder
from supervision_rules.language.facts import Fact, bind_fact
from supervision_rules.language.names import declare_fact, names_of
from supervision_rules.language.quotes import words_in
from supervision_rules.language.readings import Choice, choose, keys_by_reading, leaning_at
from supervision_rules.pack import Pack, PackText, build, choice_of
from supervision_rules.records import Vocabulary, extended, places, shared_vocabulary


def compile_pack(text: PackText, asked: Mapping[str, str], diagnostics: Collector) -> CompiledPack | None:
    """The pack ready to run under the readings asked for, or None if something in it is wrong, which is then told."""
    choice = choice_of(text, asked, diagnostics)
    # Records are read once, whatever options are asked for.
    declared = text.tree.get("records")
    for key in keys_by_reading(declared) if declared is not None else ():
        diagnostics.add("SR319", key.span, what="records")
    tree = choose(text.tree, choice, diagnostics)
    pack = build(tree, diagnostics)
    if pack is None or diagnostics.failed:
        _tell_the_rest(text, choice, tree, diagnostics)
        return None
    return _compiled(pack, text, tree, choice, diagnostics)


def _tell_the_rest(text: PackText, choice: Choice, tree: nodes.Node, diagnostics: Collector) -> None:
    """Tell what is wrong in the sound part of a pack too; a name declared in the other part is not missed."""
    part = sound_part(tree, diagnostics)
    pack = build(part[0], Collector()) if part else None
    if part is None or pack is None:
        return
    apart = Collector()
    _compiled(pack, text, part[0], choice, apart)
    for found in apart:
        if not hangs_on(found, part[1]):
            diagnostics.add(found.code, found.span, **found.params)


def _compiled(
    pack: Pack, text: PackText, tree: nodes.Node, choice: Choice, diagnostics: Collector
) -> CompiledPack | None:
    assert isinstance(tree, nodes.Mapping)  # the pack has been built from it
    if not is_jurisdiction(pack.document.jurisdiction):
        place = nodes.locate(tree, ("document", "jurisdiction")).span
        diagnostics.add("SR315", place, given=pack.document.jurisdiction)
    vocabulary = shared_vocabulary()
    if pack.records.types:
        vocabulary = extended(vocabulary, pack.records, places(nodes.locate(tree, ("records",))), diagnostics)
        if diagnostics.failed:
            return None  # what the expressions may name is in doubt
    compiled = _Compilation(pack, text, tree, choice, vocabulary, diagnostics).compile()
    return None if diagnostics.failed else compiled


class _Compilation:
    def __init__(
        self,
        pack: Pack,
        text: PackText,
        tree: nodes.Mapping,
        choice: Choice,
        vocabulary: Vocabulary,
        diagnostics: Collector,
    ) -> None:
        self.pack, self.text, self.tree, self.choice = pack, text, tree, choice
        self.vocabulary, self.diagnostics = vocabulary, diagnostics
        self.names = names_of(vocabulary)
        self.declarations = declarations_of(pack, text.tree, choice, vocabulary, self.names)
        self.reach = Reach(self.declarations)
        self.facts: dict[str, dict[str, Fact]] = defaultdict(dict)
        self.bound: dict[str, Bound] = {}

    def compile(self) -> CompiledPack | None:
        self._bind_facts()
        for index in range(len(self.pack.rules)):
            self._bind_rule(index)
        check_windows(self.reach, self.diagnostics)
        order, cycle = order_of(self.reach)
        if cycle:
            index = next(index for index, rule in enumerate(self.pack.rules) if rule.id == cycle[0])
            self.diagnostics.add("SR311", self._node("rules", index).span, cycle=" → ".join(cycle))
            return None
        infos = {rule.id: self._info(rule) for rule in self.pack.rules if rule.id in self.bound}
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
            rules=tuple(replace(self.bound[rule], info=infos[rule]) for rule in order if rule in infos),
            infos=tuple(infos.values()),
            read=frozenset[str]().union(*read.values()),
            reading=frozenset(rule for rule, others in read.items() if others),
            counting=frozenset(filter(self.reach.counts, infos)),
        )

    def _bind_facts(self) -> None:
        facts = self.pack.facts
        fields = {name: frozenset(types) for name, types in self.names.types.items()}
        order, cycles = sequence(facts, self.declarations, fields)
        tell_cycles(cycles, facts, self.tree, self.diagnostics)
        self.names.broken.update(facts[place].id for cycle in cycles for place in cycle)
        for index in order:
            self._bind_fact(index)

    def _bind_fact(self, index: int) -> None:
        spec, node = self.pack.facts[index], self._node("facts", index)
        base = self.declarations.base(spec.of)
        if not known_type(self.declarations, node, spec.of, self.diagnostics):
            self.names.broken.add(spec.id)
            return
        if spec.id in self.names.types[base]:
            self.diagnostics.add("SR303", nodes.locate(node, ("id",)).span, what=spec.id)
            return
        binder = TextBinder(self.declarations, node, spec.of, self.diagnostics)
        fact = bind_fact(spec, binder)
        if fact is None:
            self.names.broken.add(spec.id)
        else:
            declare_fact(self.names, base, fact)
            self.facts[base][spec.id] = fact
            self.reach.facts[(base, spec.id)] = binder
            self.reach.written[id(binder)] = nodes.locate(self.text.tree, ("facts", index))
            if not self.choice.asked:
                check_quotes(binder, spec.cite.quotes if spec.cite else (), self.reach.written[id(binder)])

    def _bind_rule(self, index: int) -> None:
        rule, node = self.pack.rules[index], self._node("rules", index)
        kind = KINDS[rule.kind]
        subject = kind.subject(rule)
        if rule.id in self.reach.rules or rule.id in (GOVERNANCE, PLACEMENT):
            self.diagnostics.add("SR303", nodes.locate(node, ("id",)).span, what=rule.id)
            return
        if not known_type(self.declarations, node, subject, self.diagnostics):
            return
        self._check_references(rule, node)
        binder = Binder(self.declarations, node, subject, self.diagnostics, info=self._info(rule))
        self.reach.rules[rule.id] = binder
        self.reach.written[id(binder)] = nodes.locate(self.text.tree, ("rules", index))
        made = kind.bind(rule, binder)
        if not self.choice.asked:
            check_quotes(binder, words_in(node), self.reach.written[id(binder)])
        if made is not None:
            self.bound[rule.id] = made

    def _info(self, rule: RuleSpec) -> RuleInfo:
        leans = self.reach.readings(rule.id) | set(rule.readings) | leaning_at(self.text.tree, "document", "in_force")
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
        if box is not None and box not in boxes:
            self.diagnostics.add("SR314", nodes.locate(node, ("into",)).span, given=box, hint=nearest(box, boxes))
        for place, name in enumerate(rule.readings):
            if name not in self.choice.declared:
                span = nodes.locate(node, ("readings", place)).span
                self.diagnostics.add("SR305", span, given=name, hint=nearest(name, self.choice.declared))
