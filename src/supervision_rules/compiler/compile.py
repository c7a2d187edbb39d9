"""One run of the compiler over a pack under one choice of its readings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from supervision_rules import nodes
from supervision_rules.calendar import PeriodKind, is_jurisdiction
from supervision_rules.compiler.alone import judged_alone
from supervision_rules.compiler.chosen import Chosen, chosen_of
from supervision_rules.compiler.compiled import CompiledPack
from supervision_rules.compiler.decisions import check_decisions
from supervision_rules.compiler.declare import schema_of
from supervision_rules.compiler.facts import bind_facts
from supervision_rules.compiler.ground import Ground, ground_of, vocabulary_of
from supervision_rules.compiler.order import order_of
from supervision_rules.compiler.other_windows import Turns, asked_in_shorter, check_shorter
from supervision_rules.compiler.reach import Reach
from supervision_rules.compiler.references import check_dates, check_replaces
from supervision_rules.compiler.results import results_of
from supervision_rules.compiler.rolling import check_rolling
from supervision_rules.compiler.rules import bind_rules, info_of
from supervision_rules.compiler.sound import sound_part, stops
from supervision_rules.compiler.versions import check_versions, named
from supervision_rules.compiler.windows import check_windows
from supervision_rules.diagnostics import Collector, Diagnostic
from supervision_rules.kinds import KINDS
from supervision_rules.language.dates import pack_on_day
from supervision_rules.language.facts import Fact
from supervision_rules.language.lost import Lost
from supervision_rules.language.readings import UNNAMED, Choice, choose, keys_by_reading
from supervision_rules.pack import Pack, PackText, build, choice_of
from supervision_rules.world import Schema

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
            return _compile(chosen_of(text, choice, *built, diagnostics.sifted(text.lost.hides)))
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


_Facts = Mapping[str, Mapping[str, Fact]]
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
        if not any(each.code == "SR004" and each.span and each.span.lies_in(place) for each in diagnostics):
            diagnostics.add("SR315", place, given=pack.document.jurisdiction)
    return pack, tree, chosen, ground or ground_of(vocabulary_of(pack, tree, diagnostics))


def _compile(chosen: Chosen) -> CompiledPack:
    """The pack with the rules that could be bound."""
    reach, diagnostics = Reach(chosen.declarations), chosen.diagnostics
    facts = bind_facts(chosen, reach)
    bound = bind_rules(chosen, reach)
    check_windows(reach, diagnostics)
    turns = {rule.id: judged(rule) for rule in chosen.pack.rules if (judged := KINDS[rule.kind].turns) is not None}
    check_shorter(reach, facts, turns, diagnostics)
    check_decisions(reach, facts, diagnostics)
    check_rolling(chosen, reach)
    check_replaces(chosen)
    check_dates(chosen)
    order = order_of(chosen, reach, facts)
    chosen.declarations.results = results_of(chosen, reach, order)
    for tell in [tell for binder in reach.rules.values() for tell in binder.later]:
        tell()
    rules, schema = chosen.pack.rules, _schema(chosen, reach, facts)
    infos = {rule.id: info_of(chosen, reach, rule) for rule in rules if rule.id in reach.rules}
    lasting = _lasting(reach, facts, turns)
    periodic = frozenset({*turns, *(rule for rule, window in chosen.declarations.windows.items() if window)})
    judged_about = {rule: schema.base(infos[rule].subject_type) for rule in periodic & infos.keys()}
    read = {rule: reach.rules_read(binder) for rule, binder in reach.rules.items()}
    running = tuple(named(bound[rule], infos[rule]) for rule in order if rule in bound)
    return CompiledPack(
        pack=chosen.pack,
        text=chosen.text,
        choice=chosen.choice,
        vocabulary=chosen.vocabulary,
        declarations=chosen.declarations,
        schema=replace(
            schema,
            alone=judged_alone(running, reach, facts, turns),
            periodic=periodic,
            recurring=frozenset(turns),
            by_period={rule: base for rule, base in judged_about.items() if base not in schema.registers},
        ),
        rules=running,
        infos=tuple(infos.values()),
        read=frozenset[str]().union(*read.values()),
        reading=frozenset(rule for rule, others in read.items() if others),
        counting=frozenset(filter(reach.counts, infos)),
        uses={rule: reach.uses(rule) for rule in reach.rules},
        reach=reach,
        lasting=lasting,
        looked_back=reach.closure(lasting),
    )


def _schema(chosen: Chosen, reach: Reach, facts: _Facts) -> Schema:
    declared, names = chosen.declarations, chosen.names
    return schema_of(chosen.vocabulary, declared, names, facts, reach.fields_read(), reach.links())


def _lasting(reach: Reach, facts: _Facts, turns: Turns) -> dict[str, PeriodKind | None]:
    """The rules asked how things stood at the end of a window that is no longer than theirs, or where they have none;
    not those that judge by periods of their own, whatever windows they are asked through."""
    asked: dict[str, PeriodKind | None] = dict.fromkeys(reach.asked_through_windows(turns))
    asked |= asked_in_shorter(reach, facts, turns)
    return {rule: window for rule, window in asked.items() if rule not in turns}
