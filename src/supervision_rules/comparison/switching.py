"""What hangs on which reading: each is switched in turn, and what is found then is compared with what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NoReturn

from supervision_rules import engine
from supervision_rules.api import calendar_of, evaluate, options_asked, policies_of
from supervision_rules.calendar import Notice
from supervision_rules.comparison.moves import Move, Moves, RuleMoves, moves_of
from supervision_rules.comparison.ranges import Range, ranges_of
from supervision_rules.compiler import CompiledPack, Ground, compile_pack, governance_readings, ground_of
from supervision_rules.diagnostics import Collector
from supervision_rules.findings import GOVERNANCE, PLACEMENT
from supervision_rules.language.readings import Reading
from supervision_rules.memory import CollectorPaused
from supervision_rules.policy import PackError, Policy, checked_readings, in_succession
from supervision_rules.records import Batch, Record
from supervision_rules.results import Result, Run, without_governed_elsewhere
from supervision_rules.world import KnownWorld


@dataclass(frozen=True, slots=True)
class Switch:
    """What moves if one reading is switched to another option, and nothing else."""

    pack: str
    reading: Reading
    """The reading: its id, its words, its options with what they mean."""
    taken: str
    """The option that the result goes by."""
    option: str
    """The one that it is switched to."""
    moves: tuple[Move, ...]
    """The findings that are others then."""
    rules: tuple[RuleMoves, ...]
    """Of each rule that leans on the reading how many of its findings move."""

    @property
    def under(self) -> tuple[str, str]:
        """The reading, with its pack, and the option."""
        return f"{self.pack}.{self.reading.id}", self.option


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What of a result hangs on which reading.

    One reading is switched at a time: what becomes of several switched together is not told.
    """

    result: Result
    """What is found under the options taken or asked for."""
    switches: tuple[Switch, ...]
    """Each option not taken of each reading, in the order of the packs."""
    ranges: tuple[Range, ...]
    """Of each unit whose points, scores or ranks hang on a reading the least and the most over all switches."""

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Sensitivity stays in its process: send sensitivity_json(sensitivity)")


def sensitivity(
    packs: Policy | Sequence[Policy],
    records: Batch | Iterable[Record],
    *,
    as_of: date,
    readings: Mapping[str, str] | None = None,
    notices: tuple[Notice, ...] = (),
) -> Sensitivity:
    """What of the findings hangs on which reading: each option not taken is tried, one at a time.

    Of each only the rules that lean on its reading are judged again. What becomes of several readings switched
    together is not told.

    Raises:
        PackError: as ``evaluate``; or a pack is wrong under an option that it does not take.
        TypeError: as ``evaluate``.
        ValueError: as ``evaluate``.
    """
    policies = policies_of(packs)
    result = evaluate(policies, records, as_of=as_of, readings=readings, notices=notices)
    asked = options_asked(policies, checked_readings({} if readings is None else readings))
    trial = _Trial(policies, asked, result, as_of, notices)
    switches = tuple(switch for policy in policies for switch in trial.switches(policy))
    return Sensitivity(result, switches, tuple(ranges_of(result, switches)))


@dataclass(frozen=True, slots=True)
class _Trial:
    """What is tried again and again."""

    policies: Sequence[Policy]
    asked: Mapping[str, Mapping[str, str]]
    result: Result
    as_of: date
    notices: tuple[Notice, ...]

    def switches(self, policy: Policy) -> Iterator[Switch]:
        """Every option not taken of the readings of a pack."""
        run = self.result.run_by(policy.id)
        assert run is not None  # the result is of these packs
        ground = ground_of(run.compiled.vocabulary)
        for reading in policy.text.readings.values():
            taken = run.compiled.choice.options[reading.id]
            leaning = {info.id for info in run.compiled.infos if reading.id in dict(info.readings)}
            for option in reading.options:
                if option != taken:
                    found = (
                        self._tried(policy, run, (reading.id, option), leaning, ground) if leaning else Moves((), ())
                    )
                    yield Switch(policy.id, reading, taken, option, found.moves, found.rules)

    def _tried(
        self, policy: Policy, before: Run, switched: tuple[str, str], leaning: set[str], ground: Ground
    ) -> Moves:
        """What moves under another option; the rules that do not lean on it find what they found."""
        beside = before.compiled.beside
        if before.compiled.later or (beside and switched[0] in governance_readings(policy.text.tree)):
            return self._all_again(policy, switched)
        compiled = self._compiled(policy, switched, ground)
        # What nobody read before was not kept.
        again = leaning | (compiled.read - before.compiled.read)
        calendar, records = calendar_of(compiled, self.notices), self.result.batch.records
        assert isinstance(before.world, KnownWorld)  # the result was found in it
        world, findings = engine.judge_again(compiled, records, self.as_of, calendar, again, before.world)
        others = (_whole(run) for run in self.result.runs if run.compiled.pack.pack in beside)
        runs = without_governed_elsewhere([Run(compiled, world, tuple(findings)), *others])
        told = again | {GOVERNANCE, PLACEMENT}
        moves = moves_of((each for each in before.findings if each.rule.id in told), runs[0].findings)
        world.close()
        return moves

    def _all_again(self, policy: Policy, switched: tuple[str, str]) -> Moves:
        """The same where other packs judge what this one does not, or count what had not come due by this one, and the
        option decides what that is."""
        asked = {f"{pack}.{name}": option for pack, options in self.asked.items() for name, option in options.items()}
        readings = {**asked, f"{policy.id}.{switched[0]}": switched[1]}
        again = evaluate(self.policies, self.result.batch, as_of=self.as_of, readings=readings, notices=self.notices)
        return moves_of(self.result.findings, again.findings)

    def _compiled(self, policy: Policy, switched: tuple[str, str], ground: Ground) -> CompiledPack:
        """The pack under the option, among the others that are judged by.

        Raises:
            PackError: it is wrong under that option.
        """
        diagnostics, options = Collector(), {**self.asked[policy.id], switched[0]: switched[1]}
        with CollectorPaused():
            compiled = compile_pack(policy.text, options, diagnostics, ground)
        if compiled is None:
            raise PackError(diagnostics.sorted())
        others = [replace(run.compiled, later=()) for run in self.result.runs if run.compiled.pack.pack != policy.id]
        return in_succession([compiled, *others])[0]


def _whole(run: Run) -> Run:
    """A run with all that was found, also what another pack makes needless to tell."""
    return replace(run, findings=(*run.findings, *run.elsewhere), elsewhere=())
