"""Results: what packs concluded, and why, and why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NoReturn

from supervision_rules.compiler import CompiledPack
from supervision_rules.diagnostics import Collector, Diagnostic, nearest
from supervision_rules.explain import explain_finding, why_not
from supervision_rules.findings import GOVERNANCE, PLACEMENT, Explanation, Finding, Receipt
from supervision_rules.misuse import shown
from supervision_rules.records import Batch
from supervision_rules.world import World


@dataclass(frozen=True, slots=True)
class Run:
    """What one pack concluded."""

    compiled: CompiledPack
    world: World
    findings: tuple[Finding, ...]
    elsewhere: tuple[Finding, ...] = ()
    """That the document does not govern a record, where the one that replaces it, or that it replaces, does."""

    def why_not(self, subject: str, rule: str, period: str | None = None) -> Explanation | None:
        """Why a rule says nothing about a subject; None if the pack has no such rule, or knows no record of this id."""
        found = [each for each in self.findings if (each.subject, each.rule.id) == (subject, rule)]
        reasons = why_not(self.compiled, self.world, rule, subject, found, period)
        outside = self._outside(subject) if reasons is not None else None
        return reasons if outside is None else explain_finding(self.compiled, self.world, outside)

    def _outside(self, subject: str) -> Finding | None:
        """That the document does not govern a record, of which no rule says anything then."""
        found = (
            each for each in (*self.findings, *self.elsewhere) if each.rule.id == GOVERNANCE and each.subject == subject
        )
        return next(found, None)


def without_governed_elsewhere(runs: list[Run]) -> list[Run]:
    """The runs; that a document does not govern a record is left out where its successor or predecessor does."""
    outside = {run.compiled.pack.pack: frozenset(_outside(run)) for run in runs if run.compiled.beside}

    def elsewhere(run: Run, finding: Finding) -> bool:
        key = finding.rule.subject_type, finding.subject
        others = (other for other in runs if other.compiled.pack.pack in run.compiled.beside)
        return any(
            key not in outside[other.compiled.pack.pack] and other.world.find(*key) is not None for other in others
        )

    return [_sifted(run, elsewhere) if run.compiled.beside else run for run in runs]


def judged_twice(runs: Sequence[Run]) -> tuple[Diagnostic, ...]:
    """Which packs may be versions of one document and do not know of each other, as the one between them is not given,
    and so judge some records both.
    """
    given, diagnostics = {run.compiled.pack.pack for run in runs}, Collector()
    for run in runs:
        pack, before = run.compiled.pack, run.compiled.takes_over
        others = [other for other in runs if _may_precede(other, run)] if before and before.pack not in given else []
        for other in others:
            both = sorted(_judged(run) & _judged(other))
            if before and both:
                words = {"before": before.pack, "other": other.compiled.pack.pack, "example": both[0][1]}
                diagnostics.add("SR351", None, pack=pack.pack, count=len(both), **words)
    return tuple(diagnostics.sorted())


def _may_precede(other: Run, run: Run) -> bool:
    """Whether the pack of ``other`` may be an earlier version: of the same place and in force before."""
    since, began = run.compiled.in_force[0], other.compiled.in_force[0]
    apart = other is not run and other.compiled.pack.pack not in run.compiled.beside
    alike = other.compiled.pack.document.jurisdiction == run.compiled.pack.document.jurisdiction
    return apart and alike and since is not None and (began is None or began < since)


def _judged(run: Run) -> set[tuple[str, str]]:
    """The records of which rules say something, by type and id; units and persons are no records."""
    registers, elsewhere = run.world.schema.registers, (GOVERNANCE, PLACEMENT)
    found = ((each.rule.subject_type, each.subject) for each in run.findings if each.rule.id not in elsewhere)
    return {key for key in found if key[0] not in registers}


def _outside(run: Run) -> Iterator[tuple[str, str]]:
    """The records that a document does not govern, by type and id."""
    return ((each.rule.subject_type, each.subject) for each in run.findings if each.rule.id == GOVERNANCE)


def _sifted(run: Run, elsewhere: Callable[[Run, Finding], bool]) -> Run:
    away = {each for each in run.findings if each.rule.id == GOVERNANCE and elsewhere(run, each)}
    kept = tuple(each for each in run.findings if each not in away)
    return replace(run, findings=kept, elsewhere=tuple(each for each in run.findings if each in away))


@dataclass(frozen=True, slots=True)
class Result:
    """The findings of an evaluation, by pack, rule, subject and date, and what they were computed from.

    It stays in its process; another can be sent ``findings``, or ``result_json`` of it.
    """

    runs: tuple[Run, ...]
    batch: Batch
    receipt: Receipt
    notes: tuple[Diagnostic, ...] = ()
    """What is to be known of the packs that were given."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for run in self.runs for finding in run.findings)

    @property
    def complete(self) -> bool:
        """Whether all was used; else ``batch.set_aside`` tells which records and columns were not, and why."""
        return not self.batch.incomplete

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Result stays in its process: send result.findings, or result_json(result)")

    def explain(self, finding: Finding) -> Explanation:
        """Why this finding: the rule, its words, the facts read, the days counted, the sums made.

        Raises:
            TypeError: what is given is no finding.
            ValueError: the finding is none of this result: of another pack, another day, or other records.
        """
        run = self.run_of(finding)
        memo = run.world.memo
        if finding not in (memo.get(Finding) or memo.setdefault(Finding, frozenset(run.findings))):
            raise ValueError("the finding is none of this result: it is explained by the result that it is of")
        return explain_finding(run.compiled, run.world, finding)

    def why_not(self, subject: str, rule: str, period: str | None = None) -> Explanation:
        """Why a rule says nothing about a subject: what its condition came to, or that it is for something else.

        A rule of which several packs have the id is named with its pack: ``liuzhou.instruction-reply``. With
        ``period`` (2021年3月, 2021-03) why nothing in that window; without, in the one in which the day lies.

        Raises:
            ValueError: there is no such rule, or in several packs; no record of this id is known on the day; or the
                rule does say something about it, which ``explain`` is asked about.
        """
        run = self._run_with(rule)
        name = rule.rpartition(".")[2]
        found = (each for each in run.findings if (each.subject, each.rule.id) == (subject, name))
        if any(of_period(each, period) for each in found):
            raise ValueError(f"the rule {rule!r} does say something about {subject!r}: explain the finding")
        reasons = run.why_not(subject, name, period)
        if reasons is None:
            raise ValueError(f"no record with the id {subject!r} is known on {run.world.as_of}")
        return reasons

    def _run_with(self, rule: str) -> Run:
        """What the pack of this rule concluded."""
        named = {f"{info.pack}.{info.id}": run for run in self.runs for info in run.compiled.infos}
        found = [name for name in named if rule in (name, name.partition(".")[2])]
        if not found:
            names = {name.partition(".")[2] for name in named}
            raise ValueError(f"there is no rule {rule!r}; nearest: {nearest(str(rule), sorted(names))}")
        if len(found) > 1:
            raise ValueError(f"the rule {rule!r} is one of several packs: write {' or '.join(map(repr, found))}")
        return named[found[0]]

    def run_of(self, finding: Finding) -> Run:
        """What the pack of this finding concluded.

        Raises:
            TypeError: what is given is no finding.
            ValueError: the finding is of a pack that this result does not judge by.
        """
        if not isinstance(finding, Finding):
            raise TypeError(f"what is explained is a Finding of result.findings, not {shown(finding)}")
        run = self.run_by(finding.rule.pack)
        if run is None:
            raise ValueError(f"a finding of the pack {finding.rule.pack!r} is not of this result")
        return run

    def run_by(self, pack: str) -> Run | None:
        """What the pack of this id concluded; None if the result does not judge by it."""
        return next((run for run in self.runs if run.compiled.pack.pack == pack), None)


def of_period(finding: Finding, period: str | None) -> bool:
    """Whether a finding is of the window of this name; any is, where none is named."""
    return period is None or (finding.period is not None and period in finding.period.names)


def check_result(result: object) -> None:
    """Whether it is the result of an evaluation.

    Raises:
        TypeError: it is something else.
    """
    if not isinstance(result, Result):
        how = ": write judged.result()" if isinstance(result, Judged) else ""
        raise TypeError(f"result is what evaluate gives, a Result, not a {type(result).__name__}{how}")


class Judged(list[Finding]):
    """The findings about a few records, as a list that tells why they were made.

    What they were made from is kept, and computed again where it is asked for. A copy, or what another process is sent,
    is a mere list.
    """

    __slots__ = ("_again", "_asked")
    _again: Callable[..., Result]
    _asked: tuple[object, ...]

    def result(self) -> Result:
        """What ``evaluate`` gives, and ``text_of`` and ``result_json`` want; computed again each time."""
        return self._again(*self._asked)

    def explain(self, finding: Finding) -> Explanation:
        """Why this finding: ``result().explain``.

        Raises:
            TypeError: what is given is no finding.
            ValueError: the finding is none of these.
        """
        return self.result().explain(finding)

    def why_not(self, subject: str, rule: str, period: str | None = None) -> Explanation:
        """Why a rule says nothing about a subject: ``result().why_not``.

        Raises:
            ValueError: there is no such rule, no such record, or the rule does say something about it.
        """
        return self.result().why_not(subject, rule, period)

    def __reduce__(self) -> tuple[type[list[Finding]], tuple[list[Finding]]]:
        return list, (list(self),)


def judged(findings: Iterable[Finding], again: Callable[..., Result], *asked: object) -> Judged:
    """The findings, and what computes them again, given ``asked``. An ``__init__`` would take longer."""
    found = Judged(findings)
    found._again, found._asked = again, asked
    return found
