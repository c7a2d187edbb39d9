"""Running a pack's cases: each trial is judged afresh and held against what it expects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from supervision_rules import nodes
from supervision_rules.catalogue import Severity
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.policy import Policy
from supervision_rules.results import Run
from supervision_rules.testing.checks import check
from supervision_rules.testing.compare import Difference
from supervision_rules.testing.facts import Rows
from supervision_rules.testing.holding import compared, differences_of
from supervision_rules.testing.judging import Judging
from supervision_rules.testing.mutation import check_argued
from supervision_rules.testing.settling import Ready, with_records
from supervision_rules.testing.sides import OneSided, one_sided, side
from supervision_rules.testing.trials import Argued, Trial, Trials, read_cases


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one trial: nothing in ``differences`` means that it passed."""

    name: str
    rule: str
    label: str
    span: Span
    differences: tuple[Difference, ...]
    holds: bool
    """Whether its rule takes hold in it."""
    run: Run | None
    """Of a trial that failed, the world that was judged and what the rule found."""

    @property
    def passed(self) -> bool:
        return not self.differences


@dataclass(frozen=True, slots=True)
class Report:
    """The outcomes of a pack's cases, and which rules they do not test on both sides."""

    pack: str
    outcomes: tuple[Outcome, ...]
    one_sided: tuple[OneSided, ...]
    left_out: int = 0
    """How many cases were not run, as something is wrong with them, which is told."""

    @property
    def failed(self) -> tuple[Outcome, ...]:
        return tuple(outcome for outcome in self.outcomes if not outcome.passed)

    @property
    def untested(self) -> tuple[str, ...]:
        """Rules without a trial in which they take hold, or without one in which they do not."""
        return tuple(rule.rule for rule in self.one_sided)


def run_cases(
    policy: Policy,
    data: bytes,
    source: str,
    diagnostics: Collector,
    chosen: Callable[[str], bool] | None = None,
    watch: Callable[[Trial, Run], None] | None = None,
) -> Report | None:
    """Run the cases of a file against the pack that it is about; None if none can be, which is told.

    What is wrong with a case keeps that from being run, and no other.

    ``chosen`` says by its name (``in-time``, ``in-time#2``) whether a trial is run; then nothing is said about sides.
    ``watch`` is shown each trial with what is found in it.
    """
    read = read_cases(data, source, diagnostics)
    sound = None if read is None else _sound(policy, read, diagnostics)
    if sound is None:
        return None
    trials, left_out = sound
    wanted = [each for each in trials if chosen is None or chosen(each.trial.name)]
    judging = Judging(policy, [each.trial for each in wanted])
    outcomes = tuple(_outcome(judging, each, watch) for each in wanted)
    sides: dict[str, set[bool]] = {}
    for outcome in outcomes:
        sides.setdefault(outcome.rule, set()).add(outcome.holds)
    whole = chosen is None and not left_out
    return Report(policy.id, outcomes, tuple(one_sided(policy, sides)) if whole else (), left_out)


@dataclass(frozen=True, slots=True)
class Prepared:
    """The trials of a sound file of cases with their records, and what it argues of mutants."""

    trials: tuple[Ready, ...]
    shared: Rows
    """The records that all of them share, which come first in each."""
    argued: tuple[Argued, ...]


def prepared(policy: Policy, data: bytes, source: str, diagnostics: Collector) -> Prepared | None:
    """What a file of cases says about its pack; None where something is wrong with it, all of which is told."""
    read = read_cases(data, source, diagnostics)
    sound = None if read is None else _sound(policy, read, diagnostics)
    if read is None or sound is None or diagnostics.failed:
        return None
    return Prepared(tuple(sound[0]), read.shared, read.argued)


def _sound(policy: Policy, read: Trials, diagnostics: Collector) -> tuple[list[Ready], int] | None:
    """The trials of the cases with which nothing is wrong, and the number of the others; None where there is none of
    the one, or something is wrong that concerns them all."""
    if not check(read, policy, diagnostics):
        return None
    check_argued(read.argued, policy.text, diagnostics)
    ready = with_records(policy, read, diagnostics)
    wrong = [each.span for each in diagnostics if each.severity is Severity.ERROR]
    own = [*read.written, *([] if read.survivors is None else [read.survivors])]
    if diagnostics.left_out or not all(any(_is_in(span, node) for node in own) for span in wrong):
        return None
    broken = {id(node) for node in read.written if any(_is_in(span, node) for span in wrong)}
    sound = [each for each in ready if id(each.trial.node) not in broken]
    return (sound, len(broken)) if sound or not broken else None


def _is_in(span: Span | None, node: nodes.Node) -> bool:
    return span is not None and span.lies_in(node.span)


def _outcome(judging: Judging, ready: Ready, watch: Callable[[Trial, Run], None] | None) -> Outcome:
    trial, case = ready.trial, ready.trial.case
    run = judging.run(trial, ready.records)
    if watch is not None:
        watch(trial, run)
    differences = differences_of(run, trial)
    holds = side([finding for finding in compared(run, trial) if finding.rule.id == case.rule])
    return Outcome(trial.name, case.rule, case.label, trial.span, differences, holds, run if differences else None)
