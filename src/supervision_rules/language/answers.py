"""What a rule gives to others: read off its findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from supervision_rules.calendar import Moment
from supervision_rules.expressions import BOOL, DATE, MOMENT, NUMBER, Number, Numeric, Type, Value, interval
from supervision_rules.expressions.values import add, conjunction, ends
from supervision_rules.findings import FROM_END, NOMINATIONS, SIZE, UNSURE, Finding, State

NO_OUTCOME: Final = "none"


def _late(findings: list[Finding]) -> Value:
    if any(finding.state in (State.LATE, State.OVERDUE, State.BREACHED) for finding in findings):
        return True
    return None if _doubtful(findings) else False


def _due_soon(findings: list[Finding]) -> Value:
    """While the clock stands still nothing is: there is no due day that could be near."""
    if any(finding.state is State.DUE_SOON for finding in findings):
        return True
    return None if _doubtful(findings) else False


def _due(findings: list[Finding]) -> Value:
    return findings[-1].day if findings and not _doubtful(findings) else None


def _due_at(findings: list[Finding]) -> Value:
    moment = dict(findings[-1].detail).get("due_at") if findings and not _doubtful(findings) else None
    return moment if isinstance(moment, Moment) else None


def is_undue(findings: list[Finding]) -> bool:
    """Whether there is no due day, which is no doubt: the limit does not apply, or its clock stands still."""
    return not findings or (not _doubtful(findings) and "stopped" in dict(findings[-1].detail))


def _sum(findings: list[Finding]) -> Value:
    """All the points: those of a year are the sum of what its months gave."""
    if _doubtful(findings):
        return None
    total: Numeric | None = 0
    for finding in findings:
        total = total if finding.value is None else add(total, finding.value)
    return total


def _step(findings: list[Finding]) -> Value:
    """The highest step, or the interval in which it lies; one that awaits a consent is due, not reached."""
    least: Number = 0
    most: Number = 0
    for finding in findings:
        if finding.value is None and finding.state is State.UNDETERMINED:
            return None
        awaits = finding.state is State.DUE_FOR or "awaited" in dict(finding.detail)
        if not awaits and finding.value is not None:
            low, high = ends(finding.value)
            least, most = max(least, low), max(most, high)
    return interval(least, most)


def _rank(findings: list[Finding]) -> Value:
    """The rank, or the interval in which a doubtful one lies."""
    return findings[-1].value if findings else None


def _rank_from_end(findings: list[Finding]) -> Value:
    """The place from the end, or the interval in which a doubtful one lies."""
    return _of_rank(findings, FROM_END)


def _ranked(findings: list[Finding]) -> Value:
    """How many are ranked in the class, or from the least to the most."""
    return _of_rank(findings, SIZE)


def _of_rank(findings: list[Finding], name: str) -> Value:
    detail = dict(findings[-1].detail) if findings else {}
    value = None if UNSURE in detail else detail.get(name)
    return value if isinstance(value, Numeric) else None


def _breached(findings: list[Finding]) -> Value:
    if any(finding.state.adverse for finding in findings):
        return True
    return None if _doubtful(findings) else False


def _outcome(findings: list[Finding]) -> Value:
    """The code of what was concluded; one that still awaits a decision is due, not concluded."""
    if _doubtful(findings):
        return None
    codes = [dict(finding.detail).get("code") for finding in findings if finding.state is State.CONCLUDED]
    return str(codes[-1]) if codes else NO_OUTCOME


def _within(findings: list[Finding]) -> Value:
    """Whether a nomination goes in within each quota that it falls under; one that does not count does not go in."""
    if not findings:
        return None
    placed = [place for finding in findings for _, place in nominations(finding)]
    return bool(placed) and conjunction(tuple(_GOES_IN.get(place, False) for place in placed))


def nominations(finding: Finding) -> tuple[tuple[str, str], ...]:
    """The nominations that a quota placed, each by its id with its place."""
    return dict(finding.detail).get(NOMINATIONS, ())  # type: ignore[return-value]  # what quotas put there


def of_member(finding: Finding, member: str) -> Finding:
    """What a quota found, of one nomination alone."""
    its = tuple(each for each in nominations(finding) if each[0] == member)
    return finding._replace(detail=((NOMINATIONS, its),))


_GOES_IN: Final[Mapping[str, bool | None]] = MappingProxyType({"admitted": True, "undetermined": None})


def _doubtful(findings: list[Finding]) -> bool:
    return any(finding.state is State.UNDETERMINED for finding in findings)


RESULTS: Mapping[str, tuple[Type | None, Callable[[list[Finding]], Value], tuple[str, str]]] = MappingProxyType(
    {
        "late": (BOOL, _late, ("某时限、定期义务是否逾期，没有办的也算", "whether a limit or a duty was missed")),
        "due_soon": (
            BOOL,
            _due_soon,
            (
                "某时限、定期义务是否即将到期（还没有办，在 lead 之内），停着的不是",
                "whether a limit or a duty is due soon, not yet done",
            ),
        ),
        "due": (DATE, _due, ("某时限、定期义务的到期日", "the due day of a limit, or of a duty")),
        "due_at": (
            MOMENT,
            _due_at,
            (
                "某按小时（办公小时、几时前）的时限、定期义务的到期时刻；按日的没有",
                "the due moment of a limit or duty that has an hour; of others there is none",
            ),
        ),
        "step": (NUMBER, _step, ("某阶梯到第几档（0 为未到）", "the step reached on a ladder, 0 for none")),
        "points": (
            NUMBER,
            _sum,
            (
                "某计分规则的分数：计分（points）没有可计的为 0，总分（score）没有判的没有分数，known 为否",
                "the points of a scoring rule: 0 if nothing counts; of a total that was not judged none, and not known",
            ),
        ),
        "rank": (NUMBER, _rank, ("某排名规则的名次", "the rank by a ranking rule")),
        "rank_from_end": (
            NUMBER,
            _rank_from_end,
            ("某排名规则从后往前数的名次（1 为末位）", "the place from the end by a ranking rule, 1 for the last"),
        ),
        "ranked": (
            NUMBER,
            _ranked,
            ("某排名规则在同类中排了多少个", "how many a ranking rule has ranked in the class"),
        ),
        "breached": (BOOL, _breached, ("某规则是否违反", "whether a rule was breached")),
        "within": (
            BOOL,
            _within,
            ("某名额规则中这一个提名是否在名额之内", "whether this nomination goes in within a quota"),
        ),
        "outcome": (
            None,
            _outcome,
            ("某后果规则得出的代号，没有的为 none", "the code of what a rule of outcomes concluded, else none"),
        ),
    }
)
"""What rules give to others: the type, how it is read off the findings, and what it means."""


def has_none(name: str, judging: bool, findings: list[Finding]) -> bool | None:
    """Whether ``findings`` give nothing to ``name``: who takes no part has no rank. None where that is in doubt.

    ``judging``: whether what the rule has not judged has no points.
    """
    if name in _DUES:
        return is_undue(findings)
    if name not in _OF_THE_JUDGED and not (name == "points" and judging):
        return False
    unsure = any(UNSURE in dict(finding.detail) for finding in findings)
    return None if unsure else not findings


_DUES: Final = ("due", "due_at")
_OF_THE_JUDGED: Final = ("rank", "rank_from_end", "ranked", "within")
"""The results that there are only of those that a rule judges."""
OF_THE_LAST: Final = frozenset({"outcome", "rank", "rank_from_end", "ranked"})
"""The results that, of many windows, are those of the last: others add up, or hold if any does."""
OF_MEMBERS: Final = frozenset({"within"})
"""The results that are of each record that a rule judges together, not of what the rule is about."""
