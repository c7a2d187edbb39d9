"""Judging mutants: does ``check`` refuse it, does a case fail? Only what a change can reach is compiled and run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from supervision_rules.catalogue import Severity
from supervision_rules.compiler import CompiledPack, check_variants, compile_sound, ground_of
from supervision_rules.diagnostics import Collector
from supervision_rules.findings import GOVERNANCE
from supervision_rules.memory import CollectorPaused
from supervision_rules.pack import PackText
from supervision_rules.policy import Policy
from supervision_rules.testing.holding import differences_of
from supervision_rules.testing.judging import Key, alone, judged, key_of
from supervision_rules.testing.mutation.mutants import Mutant
from supervision_rules.testing.narrowing import Narrowing
from supervision_rules.testing.settling import Ready

End = Literal["cases", "check", "words", "survived"]
QUOTES: Final = frozenset(("SR310",))
"""What is told of numbers that the words of the document do not bear out."""
_SAID: Final[Mapping[str, str]] = {"ends": "SR385"}
"""The warnings that tell of nothing but a kind of change."""
Told = tuple[str, Key]
"""A rule, and the readings that a case asks for."""
_HEAD_OF_CASES: Final = "document"
"""The section that the cases of the time in force are about."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a mutant: a case fails, ``check`` refuses it, its quotes alone do not bear it out, or nothing."""

    end: End
    by: tuple[str, ...] = ()
    """The name of the case that fails first, or the codes that ``check`` gives."""


class Judge:
    """Judges the mutants of one pack by its cases."""

    def __init__(self, policy: Policy, ready: Iterable[Ready], hits: Collection[str]) -> None:
        """``hits`` are the names of the trials in which their rule takes hold: they are run first."""
        self._policy = policy
        self._narrowing = Narrowing(policy.text)
        self._ground = ground_of(policy.compiled.vocabulary)
        self._told: dict[int, Told] = {}
        """Where the last mutant of a rule or fact was told: the next is looked at there first."""
        self._texts: dict[tuple[str, ...], PackText] = {}
        self._cut: dict[Told, CompiledPack | None] = {}
        self._standing: dict[str, bool] = {}
        """The pack cut down to a rule, unchanged, and whether trials pass in it: the years that are judged may hang on
        days that only other rules read."""
        self._all = tuple(rule.id for rule in policy.compiled.pack.rules)
        self._ready: dict[str, list[Ready]] = defaultdict(list)
        for each in sorted(ready, key=lambda each: each.trial.name not in hits):
            self._ready[each.trial.case.rule].append(each)
        taken = {reading.id: reading.taken for reading in policy.text.readings.values()}
        self._taken: Mapping[str, str] = taken

    def judge(self, mutant: Mutant) -> Verdict:
        """The first that tells of it: a refusal where it is compiled, a case, a refusal of what it can reach."""
        with CollectorPaused():
            quotes: frozenset[str] = frozenset()
            rules = self._reached(mutant)
            told = self._told.get(id(mutant.place.item))
            groups = sorted(self._trials(mutant, rules), key=lambda group: group[:2] != told)
            for rule, key, trials in groups:
                compiled, refused = self._compiled(mutant, (rule,), key)
                if compiled is None or refused - QUOTES:
                    return Verdict("check", tuple(sorted(refused - QUOTES)))
                quotes |= refused
                failed = next(self._failing(mutant, compiled, (rule, key), trials), None)
                if failed is not None:
                    self._told[id(mutant.place.item)] = rule, key
                    return Verdict("cases", (failed,))
            return self._checked(mutant, rules, quotes)

    def _reached(self, mutant: Mutant) -> tuple[str, ...]:
        """The rules that may be judged otherwise, the nearest first."""
        if mutant.place.item is not None:
            return tuple(self._narrowing.hanging_on(mutant.place.item))
        return (GOVERNANCE, *self._all) if mutant.place.path[0] == _HEAD_OF_CASES else self._all

    def _trials(self, mutant: Mutant, rules: Iterable[str]) -> Iterator[tuple[str, Key, list[Ready]]]:
        """The trials of each rule that use the changed value, by the readings that they ask for."""
        for rule in rules:
            groups: dict[Key, list[Ready]] = defaultdict(list)
            for each in self._ready[rule]:
                options = {**self._taken, **each.trial.readings}
                if all(options.get(reading) == option for reading, option in mutant.place.under):
                    groups[key_of(each.trial.readings)].append(each)
            yield from ((rule, key, trials) for key, trials in groups.items())

    def _compiled(self, mutant: Mutant, rules: tuple[str, ...], key: Key) -> tuple[CompiledPack | None, frozenset[str]]:
        """The mutant with some of its rules, and the codes of what is wrong with it."""
        diagnostics = Collector()
        compiled = compile_sound(mutant.of(self._text(rules)), dict(key), diagnostics, self._ground)
        return compiled, _refusals(diagnostics, mutant)

    def _failing(self, mutant: Mutant, compiled: CompiledPack, told: Told, trials: Iterable[Ready]) -> Iterator[str]:
        """The trials that fail with the mutant, and not for want of the rules that are left out."""
        one, doubtful = alone(compiled, told[0]), list[Ready]()
        for ready in trials:
            if _fails(one, ready):
                if self._stands(ready, told):
                    yield ready.trial.name
                else:
                    doubtful.append(ready)
        yield from (ready.trial.name for ready in doubtful if self._fails_whole(mutant, ready, told))

    def _stands(self, ready: Ready, told: Told) -> bool:
        """Whether a trial passes in the pack cut down to its rule, unchanged."""
        rule, key = told
        if ready.trial.name not in self._standing:
            if told not in self._cut:
                self._cut[told] = compile_sound(self._text((rule,)), dict(key), Collector(), self._ground)
            cut = self._cut[told]
            self._standing[ready.trial.name] = cut is not None and not _fails(alone(cut, rule), ready)
        return self._standing[ready.trial.name]

    def _fails_whole(self, mutant: Mutant, ready: Ready, told: Told) -> bool:
        """Whether a trial fails with the mutant beside all the other rules."""
        compiled, _ = self._compiled(mutant, self._all, told[1])
        return compiled is None or _fails(alone(compiled, told[0]), ready)

    def _text(self, rules: tuple[str, ...]) -> PackText:
        """The pack with some of its rules."""
        if rules not in self._texts:
            self._texts[rules] = self._narrowing.to(rules)
        return self._texts[rules]

    def _checked(self, mutant: Mutant, rules: tuple[str, ...], quotes: frozenset[str]) -> Verdict:
        """What ``check`` says of all that the change can reach, under every option."""
        compiled, refused = self._compiled(mutant, rules, ())
        if compiled is not None:
            diagnostics = Collector()
            check_variants(compiled, diagnostics)
            refused |= _refusals(diagnostics, mutant)
        if compiled is None or refused - QUOTES:
            return Verdict("check", tuple(sorted(refused - QUOTES)))
        quotes |= refused
        return Verdict("words", tuple(sorted(quotes))) if quotes else Verdict("survived")


def _fails(compiled: CompiledPack, ready: Ready) -> bool:
    return bool(differences_of(judged(compiled, ready.trial, ready.records), ready.trial))


def _refusals(diagnostics: Collector, mutant: Mutant) -> frozenset[str]:
    """The codes of errors, and of the warning that says just what has been changed."""
    said = _SAID.get(mutant.change.kind)
    return frozenset(found.code for found in diagnostics if found.severity is Severity.ERROR or found.code == said)
