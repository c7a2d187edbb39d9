"""What a case expects held against what was found: difference by difference, each about one subject and one key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from supervision_rules.expressions import Interval
from supervision_rules.expressions.exact import as_decimal
from supervision_rules.findings import Finding, State
from supervision_rules.testing.cases import NONE, Expectation

Situations = Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as expected. ``None`` on one side means that there is nothing on it.

    ``key`` is the key of the expectation (``detail.quota`` for a part of the detail), ``state`` where a finding is
    missing or one too many; ``finding`` is what was found.
    """

    subject: str
    key: str
    expected: object
    found: object
    finding: Finding | None = None

    def __str__(self) -> str:
        return f"{self.subject} {self.key}: expected {self.expected}, found {self.found}"


def compare(
    expected: Sequence[Expectation], found: Sequence[Finding], situations: Situations
) -> tuple[Difference, ...]:
    """All differences; none if each finding is as one of the expectations says, in whatever order these are written."""
    silent = {wanted.subject for wanted in expected if wanted.state == NONE}
    spoken = [wanted for wanted in expected if wanted.state != NONE]
    told = [_unwanted(finding, NONE) for finding in found if finding.subject in silent]
    rest = [finding for finding in found if finding.subject not in silent]
    if len(spoken) == len(rest) and not any(_in_order(spoken, rest, situations)):
        return tuple(told)
    return (*told, *_paired(spoken, rest, situations))


def _in_order(
    expected: Sequence[Expectation], found: Sequence[Finding], situations: Situations
) -> Iterator[Difference]:
    """The differences of each from its neighbour: mostly there are none, and nothing need be looked for."""
    for wanted, finding in zip(expected, found, strict=True):
        yield from _differences(wanted, finding, situations)


def _paired(expected: Sequence[Expectation], found: Sequence[Finding], situations: Situations) -> Iterator[Difference]:
    """The differences where each expectation is held against the finding that it is most likely about.

    First each takes one that is just as it says, beginning with those that say the most; then those that are left over
    take what is left about their subject.
    """
    left, meant = list(found), dict[int, Finding]()
    for number in sorted(range(len(expected)), key=lambda number: -_stated(expected[number])):
        fitting = (each for each in left if not any(_differences(expected[number], each, situations)))
        _take(number, next(fitting, None), left, meant)
    for number in range(len(expected)):
        if number not in meant:
            _take(number, _nearest(expected[number], left), left, meant)
    for number, wanted in enumerate(expected):
        if number in meant:
            yield from _differences(wanted, meant[number], situations)
        else:
            yield Difference(wanted.subject or "", "state", wanted.state, None)
    yield from (_unwanted(finding, None) for finding in left)


def _stated(wanted: Expectation) -> int:
    """How much an expectation says."""
    return len(wanted.model_fields_set) + len(wanted.detail)


def _take(number: int, finding: Finding | None, left: list[Finding], meant: dict[int, Finding]) -> None:
    if finding is not None:
        left.remove(finding)
        meant[number] = finding


def _nearest(wanted: Expectation, left: Sequence[Finding]) -> Finding | None:
    """The first finding about the subject; rather one of the period, then the day, then the state that is expected."""
    about = [finding for finding in left if wanted.subject in (None, finding.subject)]
    return max(about, key=lambda finding: _likeness(wanted, finding), default=None)


def _likeness(wanted: Expectation, finding: Finding) -> tuple[bool, bool, bool]:
    period = finding.period.label if finding.period else None
    same_period = wanted.period is not None and wanted.period == period
    same_day = wanted.day is not None and wanted.day == finding.day
    return same_period, same_day, wanted.state == finding.state


def _unwanted(finding: Finding, expected: object) -> Difference:
    return Difference(finding.subject, "state", expected, finding.state, finding)


def _differences(wanted: Expectation, finding: Finding, situations: Situations) -> Iterator[Difference]:
    for key, want, got in _pairs(wanted, finding, situations):
        if want == got:
            continue
        if key == "missing" and isinstance(want, list) and isinstance(got, list) and set(want) != set(got):
            yield from (Difference(finding.subject, key, fact, None, finding) for fact in want if fact not in got)
            yield from (Difference(finding.subject, key, None, fact, finding) for fact in got if fact not in want)
        else:
            yield Difference(finding.subject, key, want, got, finding)


def _pairs(wanted: Expectation, finding: Finding, situations: Situations) -> Iterator[tuple[str, object, object]]:
    """What is compared: only what the expectation states, in the order of the manual."""
    got = {
        "subject": finding.subject,
        "state": str(finding.state),
        "day": finding.day,
        "value": _value(finding.value),
        "case": _situation(wanted.case, finding.case, situations),
        "period": finding.period.label if finding.period else None,
        "missing": list(finding.missing),
        "provisional": finding.provisional,
        "since": finding.rule.since,
        "severity": finding.rule.severity,
    }
    for name, value in got.items():
        if name in wanted.model_fields_set:
            want = getattr(wanted, name)
            yield name, [] if name == "missing" and want is None else want, value
    detail = dict(finding.detail)
    for name, want in wanted.detail.items():
        yield f"detail.{name}", plain(want), plain(detail.get(name))


def _situation(wanted: int | str | None, found: int | None, situations: Situations) -> int | str | None:
    """The number of the case found, from 1; its name, if the expectation names one."""
    if found is None or not isinstance(wanted, str) or found >= len(situations):
        return None if found is None else found + 1
    names = situations[found]
    return wanted if wanted in names else next(iter(names), found + 1)


def _value(value: object) -> object:
    """A value as an expectation can state it: a fraction without end in as many digits as are shown."""
    if isinstance(value, Interval):
        return [_value(value.low), _value(value.high)]
    return as_decimal(value) if isinstance(value, Fraction) else value


def plain(value: object) -> object:
    """Details are compared as they would be written in YAML."""
    if isinstance(value, Interval):
        return [plain(value.low), plain(value.high)]
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, bool | None):
        return value
    if isinstance(value, int):
        return Decimal(value)
    return as_decimal(value) if isinstance(value, Decimal | Fraction) else str(value)


def governance(expected: Sequence[Expectation]) -> bool:
    """Whether it is expected that a record does not fall under the document."""
    return any(wanted.state == str(State.NOT_GOVERNED) for wanted in expected)
