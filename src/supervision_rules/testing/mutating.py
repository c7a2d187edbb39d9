"""All mutants of a pack judged, held against those of which the cases argue that nothing could tell them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain, groupby

from supervision_rules.diagnostics import Collector
from supervision_rules.policy import Policy
from supervision_rules.processes import shared_out
from supervision_rules.testing.mutation import End, Judge, Mutant, Verdict, mutants
from supervision_rules.testing.runner import Report, prepared
from supervision_rules.testing.trials import Argued

Arguments = Mapping[tuple[str, str], Argued]
"""By the place and what is changed there."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A mutant and what became of it."""

    mutant: Mutant
    verdict: Verdict
    argued: str | None
    """Why no case could tell it, where the cases say so; nothing of one that is killed."""


@dataclass(frozen=True, slots=True)
class MutationReport:
    """What became of the mutants of a pack."""

    pack: str
    judged: tuple[Judged, ...]

    @property
    def survivors(self) -> tuple[Judged, ...]:
        """Those that nothing tells, and of which nobody has said why."""
        return tuple(each for each in self.judged if each.verdict.end == "survived" and each.argued is None)

    @property
    def argued(self) -> int:
        return sum(each.argued is not None for each in self.judged)

    @property
    def killed(self) -> int:
        """Those that a case or ``check`` tells."""
        return len(self.judged) - self.argued - len(self.survivors)

    @property
    def counted(self) -> int:
        """Those of which a percentage is told: all but the argued."""
        return len(self.judged) - self.argued

    def ended(self, end: End) -> int:
        """How many came to an end in one way."""
        return Counter(each.verdict.end for each in self.judged)[end]


def mutate(
    policy: Policy,
    data: bytes,
    source: str,
    tested: Report,
    diagnostics: Collector,
    chosen: Callable[[str], bool] | None = None,
) -> MutationReport | None:
    """The mutants of a pack judged by the cases that ``tested`` tells of, all of which have passed.

    ``chosen`` says by the place (``rules/reply/cases/1/within``) which values are changed. What is argued of a mutant
    that there is not, or that is killed, is told; None where the cases cannot be used.
    """
    ready = prepared(policy, data, source, diagnostics)
    if ready is None:
        return None
    hits = {outcome.name for outcome in tested.outcomes if outcome.holds}
    judge = Judge(policy, ready.trials, hits)
    arguments = {(each.at, told): each for each in ready.argued for told in each.changes}
    wanted = [each for each in mutants(policy.text) if chosen is None or chosen(each.place.name)]
    items = [list(alike) for _, alike in groupby(wanted, lambda mutant: id(mutant.place.item))]
    verdicts = chain.from_iterable(shared_out(lambda alike: [judge.judge(each) for each in alike], items, len))
    told = zip(wanted, verdicts, strict=True)
    return MutationReport(policy.id, tuple(_judged(*each, arguments, diagnostics) for each in told))


def _judged(mutant: Mutant, verdict: Verdict, arguments: Arguments, diagnostics: Collector) -> Judged:
    argument = arguments.get((mutant.place.name, mutant.told))
    if argument is not None and verdict.end != "survived":
        diagnostics.add("SR617", argument.changes[mutant.told].span, change=mutant.told, by=", ".join(verdict.by))
    reason = argument.reason if argument is not None and verdict.end == "survived" else None
    return Judged(mutant, verdict, reason)
