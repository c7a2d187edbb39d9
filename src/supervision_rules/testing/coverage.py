"""What of a pack its own cases come to: each rule on both sides, each part of it, each clause that it cites."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.engine import row_of, rule_of
from supervision_rules.findings import Finding, State
from supervision_rules.kinds import KINDS
from supervision_rules.language.dates import on_day
from supervision_rules.language.readings import choose
from supervision_rules.policy import Policy
from supervision_rules.results import Run
from supervision_rules.testing.holding import compared
from supervision_rules.testing.parts import Part, parts_of
from supervision_rules.testing.reaching import reached
from supervision_rules.testing.sides import side
from supervision_rules.testing.trials import Trial


@dataclass(frozen=True, slots=True)
class RuleCoverage:
    """What the cases show of one rule."""

    rule: str
    label: str
    clause: str
    span: Span
    """The rule's id in the pack."""
    hit: bool
    """Whether it takes hold in some case."""
    missed: bool
    """Whether in some case it looks at a subject and does not take hold."""
    parts: tuple[tuple[Part, bool], ...]
    """Its parts, each with whether a case comes to it."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the cases of a pack show of it."""

    pack: str
    rules: tuple[RuleCoverage, ...]

    @property
    def clauses(self) -> dict[str, tuple[Span, bool]]:
        """The clauses that rules cite, each with its first such rule and whether one of them takes hold in a case."""
        found: dict[str, tuple[Span, bool]] = {}
        for rule in self.rules:
            span, hit = found.get(rule.clause, (rule.span, False))
            found[rule.clause] = span, hit or rule.hit
        return found

    @property
    def counts(self) -> dict[str, tuple[int, int]]:
        """How many there are of each sort, and how many of these the cases come to."""
        parts = [come for rule in self.rules for _, come in rule.parts]
        clauses = [hit for _, hit in self.clauses.values()]
        told = {
            "hit": [rule.hit for rule in self.rules],
            "missed": [rule.missed for rule in self.rules],
            "parts": parts,
            "clauses": clauses,
        }
        return {name: (sum(each), len(each)) for name, each in told.items()}

    @property
    def total(self) -> tuple[int, int]:
        """The same of all sorts together."""
        counts = self.counts.values()
        return sum(done for done, _ in counts), sum(whole for _, whole in counts)


class Watch:
    """Is shown the trials as they are run, and tells in the end what they have come to."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._hit: set[str] = set()
        self._missed: set[str] = set()
        self._come_to: set[Span] = set()

    def __call__(self, trial: Trial, run: Run) -> None:
        """Note what one trial comes to."""
        rule = trial.case.rule
        found = [finding for finding in compared(run, trial) if finding.rule.id == rule]
        if side(found):
            self._hit.add(rule)
        elif _looked_at(rule, run) and not any(finding.state is State.UNDETERMINED for finding in found):
            self._missed.add(rule)
        self._come_to.update(node.span for finding in found for node in _parts_under(finding, run))

    def coverage(self) -> Coverage:
        """What all the trials have come to."""
        section = self._policy.text.tree.get("rules")
        rules = section.items if isinstance(section, nodes.Sequence) else ()
        return Coverage(self._policy.id, tuple(map(self._rule, rules)))

    def _rule(self, node: nodes.Node) -> RuleCoverage:
        name = nodes.locate(node, ("id",))
        rule = next(each for each in self._policy.compiled.pack.rules if each.id == nodes.plain(name))
        parts = tuple((part, part.span in self._come_to) for part in parts_of(node, ("rules", rule.id)))
        told = rule.id in self._hit, rule.id in self._missed
        return RuleCoverage(rule.id, rule.label, rule.cite.clause, name.span, *told, parts)


def _looked_at(rule: str, run: Run) -> bool:
    """Whether there is anything that the rule could be about; one without a condition is about all that there is."""
    spec = next((each for each in run.compiled.pack.rules if each.id == rule), None)
    bound = rule_of(run.compiled, rule)
    if spec is None or bound is None:
        return False
    return bound.when.checked.constant is True or bool(run.world.of(KINDS[spec.kind].subject(spec)))


def _parts_under(finding: Finding, run: Run) -> Iterable[nodes.Node]:
    """The parts of its rule that a finding rests on, under the readings and on the day that it was made."""
    bound, row = rule_of(run.compiled, finding.rule.id), row_of(run.world, finding)
    written = _written(finding.rule.id, run)
    if bound is None or row is None or written is None:
        return ()
    chosen = on_day(choose(written, run.compiled.choice, Collector()), finding.rule.since)
    return reached(chosen, finding, bound.explain(row, finding)) if isinstance(chosen, nodes.Mapping) else ()


def _written(rule: str, run: Run) -> nodes.Node | None:
    section = run.compiled.text.tree.get("rules")
    items = section.items if isinstance(section, nodes.Sequence) else ()
    return next((item for item in items if nodes.plain(nodes.locate(item, ("id",))) == rule), None)
