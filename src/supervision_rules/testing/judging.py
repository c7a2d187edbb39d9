"""Judging trials: the pack compiled under the readings that each asks for, the rule run that it tests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from operator import attrgetter

from supervision_rules.api import calendar_of
from supervision_rules.compiler import CompiledPack, compile_pack, ground_of
from supervision_rules.diagnostics import Collector
from supervision_rules.engine import build_world, run
from supervision_rules.findings import GOVERNANCE
from supervision_rules.policy import Policy
from supervision_rules.records import Record
from supervision_rules.results import Run
from supervision_rules.testing.compare import governance
from supervision_rules.testing.narrowing import Narrowing
from supervision_rules.testing.trials import Trial

Key = tuple[tuple[str, str], ...]


class Judging:
    """Judges trials, keeping the pack compiled under each set of readings asked for."""

    def __init__(self, policy: Policy, trials: Iterable[Trial]) -> None:
        self._policy = policy
        self._narrowing = Narrowing(policy.text)
        self._ground = ground_of(policy.compiled.vocabulary)
        self._tested: dict[Key, set[str]] = defaultdict(set)
        for trial in trials:
            self._tested[key_of(trial.readings)].add(trial.case.rule)
        self._compiled: dict[Key, CompiledPack] = {}
        self._alone: dict[tuple[Key, str], CompiledPack] = {}

    def run(self, trial: Trial, records: Iterable[Record]) -> Run:
        """What the rule of the trial found; also which records the document does not govern, if that is expected."""
        return judged(self._for(trial.case.rule, trial.readings), trial, records)

    def _for(self, rule: str, readings: Mapping[str, str]) -> CompiledPack:
        """The pack with the rules that must run to judge one: the rule itself, and those whose results others read."""
        key = key_of(readings)
        if (key, rule) not in self._alone:
            self._alone[key, rule] = alone(self._whole(key), rule)
        return self._alone[key, rule]

    def _whole(self, key: Key) -> CompiledPack:
        """The pack under some readings, as far as the trials under the same readings need it."""
        if not key:
            return self._policy.compiled
        if key not in self._compiled:
            text = self._narrowing.to(self._tested[key])
            narrow = compile_pack(text, dict(key), Collector(), self._ground)
            self._compiled[key] = narrow if narrow is not None else self._policy.under(dict(key))
        return self._compiled[key]


def key_of(readings: Mapping[str, str]) -> Key:
    """Readings as what trials under the same ones share."""
    return tuple(sorted(readings.items()))


def alone(compiled: CompiledPack, rule: str) -> CompiledPack:
    """A pack with the rules that must run to judge one: itself, and those whose results others read."""
    needed = tuple(bound for bound in compiled.rules if bound.info.id == rule or bound.info.id in compiled.read)
    return replace(compiled, rules=needed)


def judged(compiled: CompiledPack, trial: Trial, records: Iterable[Record]) -> Run:
    """What the rule of a trial finds; also which records the document does not govern, if that is expected."""
    world, outside = build_world(compiled, records, trial.as_of, calendar_of(compiled, ()))
    found = run(compiled, world, outside)
    own = [finding for finding in found if finding.rule.id == trial.case.rule]
    if trial.case.rule != GOVERNANCE and governance(trial.expect):
        own += [finding for finding in found if finding.rule.id == GOVERNANCE]
        own.sort(key=attrgetter("subject"))
    return Run(compiled, world, tuple(own))
