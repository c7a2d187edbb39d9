"""Boundary cases that the cases of a pack lack, to be confirmed; and the numbers for which none could be found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from supervision_rules.expressions import Number
from supervision_rules.policy import Policy
from supervision_rules.testing.boundaries.edges import Edge, amounts, counts, days
from supervision_rules.testing.boundaries.probe import Probe
from supervision_rules.testing.facts import Rows
from supervision_rules.testing.mutation import Mutant, mutants
from supervision_rules.testing.narrowing import Narrowing
from supervision_rules.testing.trials import Trial, content

MOST_TRIALS: Final = 8
"""How many of the trials of a rule are tried with other facts."""
MOST_ROWS: Final = 12
"""How many records of its own such a trial may have."""
_LENGTHS: Final = ("within", "due", "day", "month")
"""Keys of numbers that make a due day."""


@dataclass(frozen=True, slots=True)
class Left:
    """A number in a rule for which nothing is offered, and why."""

    mutant: Mutant
    reason: str
    """``option``: of a reading not taken; ``no-case``: no case comes to it; ``not-found``: nothing turns on it."""


@dataclass(frozen=True, slots=True)
class Offers:
    """What is offered for a pack."""

    pack: str
    edges: tuple[Edge, ...]
    there: int
    """How many of the facts found are judged by a case already."""
    left: tuple[Left, ...]


def offers(
    policy: Policy, trials: Sequence[Trial], shared: Rows, hits: Iterable[str], rules: Container[str] | None = None
) -> Offers:
    """The edges of every rule that are found from its trials, without what these judge already.

    ``shared`` are the records that all trials share, ``hits`` the trials in which their rule takes hold, ``rules`` the
    rules that are looked at; None: all.
    """
    asked = [trial for trial in trials if rules is None or trial.case.rule in rules]
    chosen, numbers = _chosen(asked, shared, frozenset(hits)), _numbers(policy)
    probe = Probe(policy, trials, len(shared))
    found = [edge for rule, of_rule in chosen.items() for edge in _found(probe, of_rule, numbers[rule])]
    known, edges, there = {_facts(trial, trial.records) for trial in trials}, list[Edge](), 0
    for edge in found:
        new = tuple(each for each in edge.variants if _facts(edge.trial, each.tried.rows) not in known)
        known.update(_facts(edge.trial, each.tried.rows) for each in new)
        there += len(edge.variants) - len(new)
        if new:
            edges.append(replace(edge, variants=new))
    return Offers(policy.id, tuple(edges), there, tuple(_left(policy, chosen, found, rules)))


def _chosen(trials: Sequence[Trial], shared: Rows, hits: frozenset[str]) -> dict[str, list[Trial]]:
    """Some trials of each rule, under the readings taken and with the shared records as they are; hits first."""
    by_rule: dict[str, list[Trial]] = defaultdict(list)
    for trial in sorted(trials, key=lambda trial: trial.name not in hits):
        begins = trial.records[: len(shared)]
        alike = len(begins) == len(shared) and all(one is other for one, other in zip(begins, shared, strict=True))
        few = len(trial.records) - len(shared) <= MOST_ROWS
        if alike and few and not trial.readings and len(by_rule[trial.case.rule]) < MOST_TRIALS:
            by_rule[trial.case.rule].append(trial)
    return by_rule


def _numbers(policy: Policy) -> dict[str, list[Number]]:
    """The numbers in what each rule goes by."""
    found: dict[str, dict[Number, None]] = defaultdict(dict)
    narrowing = Narrowing(policy.text)
    for mutant in mutants(policy.text):
        item = mutant.place.item
        if mutant.change.kind == "number" and item is not None:
            for rule in narrowing.hanging_on(item):
                found[rule][_number(mutant.change.before)] = None
    return defaultdict(list, {rule: list(numbers) for rule, numbers in found.items()})


def _number(text: str) -> Number:
    value = Decimal(text)
    return int(value) if value == int(value) else value


def _found(probe: Probe, trials: Iterable[Trial], numbers: Sequence[Number]) -> Iterator[Edge]:
    """The edges of one rule, each once."""
    seen = set[tuple[object, ...]]()
    for trial in trials if numbers else ():
        base = probe.tried(trial, trial.records)
        if base is None:
            continue
        for edge in (*days(probe, trial, base), *counts(probe, trial, base), *amounts(probe, trial, base, numbers)):
            what = edge.case if edge.sort == "day" else edge.about.rpartition(".")[2]
            key = (edge.sort, what, edge.numbers if edge.sort == "amount" else None)
            if key not in seen:
                seen.add(key)
                yield edge


def _facts(trial: Trial, rows: Rows) -> tuple[object, ...]:
    """What a trial judges, to be told from others."""
    records = tuple(repr(sorted((name, str(value)) for name, value in content(row).items())) for row in rows)
    return trial.case.rule, trial.as_of, tuple(sorted(trial.readings.items())), tuple(sorted(records))


def _left(
    policy: Policy, chosen: dict[str, list[Trial]], found: Sequence[Edge], rules: Container[str] | None
) -> Iterator[Left]:
    """The numbers of rules at which no edge lies, the first change of each."""
    taken = {reading.id: reading.taken for reading in policy.text.readings.values()}
    for mutant in mutants(policy.text):
        path = mutant.place.path
        change = mutant.change
        if change.kind != "number" or path[0] != "rules" or _number(change.after) < _number(change.before):
            continue
        if rules is not None and path[1] not in rules:
            continue
        if any(taken[reading] != option for reading, option in mutant.place.under):
            yield Left(mutant, "option")
        elif not chosen.get(path[1]):
            yield Left(mutant, "no-case")
        elif not any(_lies_at(edge, mutant) for edge in found if edge.trial.case.rule == path[1]):
            yield Left(mutant, "not-found")


def _lies_at(edge: Edge, mutant: Mutant) -> bool:
    if edge.sort != "day":
        return mutant.change.before in edge.numbers
    path = mutant.place.path
    of_case = "cases" not in path or edge.case is None or str(edge.case + 1) in path
    return of_case and any(key in path for key in _LENGTHS)
