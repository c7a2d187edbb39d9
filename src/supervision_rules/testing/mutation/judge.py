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
        self._told: dict[int, tuple[str, Key]] = {}
        """Where the last mutant of a rule or fact was told: the next is looked at there first."""
        self._texts: dict[tuple[str, ...], PackText] = {}
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
                failed = next(_failing(alone(compiled, rule), trials), None)
                if failed is not None:
                    self._told[id(mutant.place.item)] = rule, key
                    return Verdict("cases", (failed,))
            return self._checked(mutant, rules, quotes)

    def _reached(self, mutant: Mutant) -> tuple[str, ...]:
        """The rules that may be judged otherwise, the nearest first."""
        if mutant.place.item is not None:
            return tuple(self._narrowing.hanging_on(mutant.place.item))
        rules = tuple(rule.id for rule in self._policy.compiled.pack.rules)
        return (GOVERNANCE, *rules) if mutant.place.path[0] == _HEAD_OF_CASES else rules

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
        if rules not in self._texts:
            self._texts[rules] = self._narrowing.to(rules)
        diagnostics = Collector()
        compiled = compile_sound(mutant.of(self._texts[rules]), dict(key), diagnostics, self._ground)
        return compiled, _refusals(diagnostics, mutant)

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


def _failing(compiled: CompiledPack, trials: Iterable[Ready]) -> Iterator[str]:
    for trial, records in trials:
        if differences_of(judged(compiled, trial, records), trial):
            yield trial.name


def _refusals(diagnostics: Collector, mutant: Mutant) -> frozenset[str]:
    """The codes of errors, and of the warning that says just what has been changed."""
    said = _SAID.get(mutant.change.kind)
    return frozenset(found.code for found in diagnostics if found.severity is Severity.ERROR or found.code == said)
