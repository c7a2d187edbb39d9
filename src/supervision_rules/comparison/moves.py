"""Who moves: the findings of two results about the same records, compared one by one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Final

from supervision_rules.findings import COUNTED_IN, EACH, NOMINATIONS, Finding, RuleInfo

Number = int | Decimal | Fraction
Key = tuple[object, ...]
_BESIDE: Final = frozenset(("records", "boxes", "weighted", "admitted", "raw", "others", NOMINATIONS, COUNTED_IN))
"""What the detail of a finding has of how it came about: what comes of it is compared."""
_STEP: Final = "step"
"""What the detail calls the step that is told of."""
NO_NAMES: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True)
class Move:
    """A finding of a rule about a subject that is another in the second result, or that only one of them has."""

    before: Finding | None
    after: Finding | None

    @property
    def finding(self) -> Finding:
        """The later of the two that there is."""
        found = self.after if self.after is not None else self.before
        assert found is not None  # a move is of one finding at least
        return found

    @property
    def rule(self) -> RuleInfo:
        return self.finding.rule

    @property
    def what(self) -> tuple[str, ...]:
        """What is another: state, day, value, detail, missing, severity; nothing where one result has no finding."""
        if self.before is None or self.after is None:
            return ()
        found = [name for name, said in PARTS.items() if said(self.before) != said(self.after)]
        faults = self.before.state.adverse and self.after.state.adverse
        graver = faults and self.before.rule.severity != self.after.rule.severity
        return (*found, GRAVITY) if graver else tuple(found)

    @property
    def days(self) -> int | None:
        """By how many days the day is later; None where it is not known in both."""
        days = [each.day if each is not None else None for each in (self.before, self.after)]
        return (days[1] - days[0]).days if days[0] is not None and days[1] is not None else None

    @property
    def amount(self) -> Fraction | None:
        """By how much the value is more; None where it is not one number in both."""
        before, after = (each.value if each is not None else None for each in (self.before, self.after))
        return Fraction(after) - Fraction(before) if isinstance(before, Number) and isinstance(after, Number) else None


@dataclass(frozen=True, slots=True)
class RuleMoves:
    """How many findings of a rule move."""

    rule: RuleInfo
    """The rule in the second result, if it has findings there; else in the first."""
    moved: int
    only_before: int
    only_after: int
    same: int

    @property
    def moves(self) -> int:
        """How many are others, or are in one result alone."""
        return self.moved + self.only_before + self.only_after


@dataclass(frozen=True, slots=True)
class Moves:
    """All that moves between two results, by rule, then in the order of the findings."""

    moves: tuple[Move, ...]
    rules: tuple[RuleMoves, ...]
    """Of each rule that has findings in either how many of them move."""


def moves_of(before: Iterable[Finding], after: Iterable[Finding], renamed: Mapping[str, str] = NO_NAMES) -> Moves:
    """What moves from one result to the other; ``renamed`` are the rules that have another id in the second."""
    old, new = _grouped(before, renamed), _grouped(after, NO_NAMES)
    rules, counted, found = dict[object, RuleInfo](), defaultdict[object, Counter[str]](Counter), list[Move]()
    for key in dict.fromkeys([*new, *old]):
        for one, other in _pairs(old.get(key, ()), new.get(key, ())):
            move = Move(one, other)
            rules.setdefault(key[0], move.rule)
            sort = _sort(move)
            counted[key[0]][sort] += 1
            if sort != "same":
                found.append(move)
    order = {rule: place for place, rule in enumerate(rules)}
    found.sort(key=lambda move: order[renamed.get(move.rule.id, move.rule.id)])
    numbers = (
        RuleMoves(rule, *(counted[name][sort] for sort in ("moved", "only_before", "only_after", "same")))
        for name, rule in rules.items()
    )
    return Moves(tuple(found), tuple(numbers))


def _sort(move: Move) -> str:
    if move.before is None:
        return "only_after"
    if move.after is None:
        return "only_before"
    # What stands behind rule and subject: most findings are the very same.
    alike = move.before[2:] == move.after[2:] and move.before.rule.severity == move.after.rule.severity
    return "same" if alike or not move.what else "moved"


def _grouped(findings: Iterable[Finding], renamed: Mapping[str, str]) -> dict[Key, list[Finding]]:
    """The findings by rule, subject and period, in their order."""
    grouped: dict[Key, list[Finding]] = defaultdict(list)
    for finding in findings:
        rule = finding.rule
        grouped[renamed.get(rule.id, rule.id), rule.subject_type, finding.subject, finding.period].append(finding)
    return grouped


def _pairs(before: Sequence[Finding], after: Sequence[Finding]) -> Iterator[tuple[Finding | None, Finding | None]]:
    """Which finding is which of several about one subject: that of the same step or case, else the next; that of the
    same pack first, where two that replace one another both tell of the subject."""
    if len(before) < 2 and len(after) < 2:
        yield (before[0] if before else None), (after[0] if after else None)
        return
    one, other = list(before), list(after)
    for of_pack, alike in product((_pack, _any), (_step_and_day, _step, _any)):
        for finding in list(other):
            wanted = of_pack(finding), alike(finding)
            same = next((each for each in one if (of_pack(each), alike(each)) == wanted), None)
            if same is not None:
                one.remove(same)
                other.remove(finding)
                yield same, finding
    yield from ((each, None) for each in one)
    yield from ((None, each) for each in other)


def _step(finding: Finding) -> object:
    """Which of the findings about one subject this is, by the step or case of the rule."""
    detail = dict(finding.detail)
    return detail.get(_STEP, finding.case), detail.get(EACH)


def _step_and_day(finding: Finding) -> object:
    return _step(finding), finding.day


def _pack(finding: Finding) -> object:
    return finding.rule.pack


def _any(finding: Finding) -> object:
    return True


def _told(finding: Finding) -> dict[str, object]:
    return {name: _in_any_order(value) for name, value in finding.detail if name not in _BESIDE}


def _in_any_order(value: object) -> object:
    """Several names together say the same in any order: whom a copy goes to, what is lacking."""
    several = isinstance(value, tuple) and all(isinstance(each, str) for each in value)
    return tuple(sorted(value)) if several and isinstance(value, tuple) else value


PARTS: Final[Mapping[str, Callable[[Finding], object]]] = {
    "state": lambda finding: finding.state,
    "day": lambda finding: finding.day,
    "value": lambda finding: finding.value,
    "detail": _told,
    "missing": lambda finding: sorted(finding.missing),
}
"""What is compared of two findings."""
GRAVITY: Final = "severity"
"""How grave two faults are is compared as well; of what is none it says nothing."""
