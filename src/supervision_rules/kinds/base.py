"""What every kind of rule shares, and what each must provide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, Literal, NamedTuple, Protocol, TypeVar

from supervision_rules.calendar import PeriodKind
from supervision_rules.constructs.amounts import Amounts
from supervision_rules.expressions.ranges import Range
from supervision_rules.findings import Explanation, Finding, RuleInfo
from supervision_rules.language.binding import Binder
from supervision_rules.language.expression import Expression
from supervision_rules.language.spec import Cite, Condition, RuleId, Spec
from supervision_rules.world import Row, World

__all__ = ["AnyKind", "Bound", "Cite", "Condition", "Kind", "Read", "RuleSpec", "Spec"]


class RuleSpec(Spec):
    """各种规则共有的项目。"""

    kind: str
    """规则种类"""
    id: RuleId
    """规则的代号，全包唯一，如 instruction-reply"""
    label: str
    """规则的中文名称"""
    cite: Cite
    """依据哪一条、哪几个字"""
    severity: Literal["violation", "warning"] = "violation"
    """不合要求算违反（violation），还是只作提示（warning：原则上、一般、尽量）"""
    readings: list[str] = []
    """除式子和参数已写明的以外，本规则还依赖哪些理解"""
    unquoted: str | None = None
    """规则中的数字不见于所引原话时，说明理由"""
    note: str | None = None
    """写给读者的说明"""


class Bound(Protocol):
    """A rule bound to the declarations: what the engine runs."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def info(self) -> RuleInfo: ...

    @property
    def spec(self) -> RuleSpec: ...

    @property
    def when(self) -> Expression:
        """The condition under which it applies to a row."""

    def run(self, world: World) -> Iterator[Finding]:
        """The findings of the rule for every subject in ``world``, in the order of subjects and dates."""

    def explain(self, row: Row, finding: Finding) -> tuple[Explanation, ...]:
        """What ``finding`` about ``row`` rests on, computed afresh by the reference evaluator."""


class Read(NamedTuple):
    """What a rule reads of the records of a type or kind."""

    name: str
    via: str | None
    """The field by which they name the subject, empty where they are anyone's; None: it is the subject itself."""
    expressions: tuple[Expression, ...]


S = TypeVar("S", bound=RuleSpec)


@dataclass(frozen=True, slots=True)
class Kind(Generic[S]):
    """One kind of rule: its model (which is its schema and its documentation) and how it is bound.

    ``subject`` names the record type that a rule's findings are about; ``gives`` lists what other rules may ask of
    it (late, due, step, points, rank, breached …); ``codes`` is what they may ask of its outcome.
    """

    model: type[S]
    label: tuple[str, str]
    subject: Callable[[S], str]
    bind: Callable[[S, Binder], Bound | None]
    gives: frozenset[str] = frozenset()
    opens: Callable[[S], Mapping[str, str]] = field(default=lambda spec: {})
    """The labels of the boxes that a rule opens for the points of others, by their ids."""
    feeds: Callable[[S], str | None] = field(default=lambda spec: None)
    """The box that a rule gives its points into."""
    judges: bool = False
    """Whether what a rule has not judged has no points at all, instead of none that count."""
    climbs: bool = False
    """Whether a rule has steps, each of which, once reached, stays reached."""
    turns: Callable[[S], PeriodKind | None] | None = None
    """Of a rule that judges by periods of its own, the turns of what recurs: which ones of the calendar these are, None
    if they are counted from a start."""
    about: Callable[[S], tuple[str, str, PeriodKind] | None] = field(default=lambda spec: None)
    """The records by which a rule judges periods of the calendar, where they say which one they are about: their type
    or kind, the field that says so, by any day of the period, and the period."""
    unit: Callable[[S], str | None] = field(default=lambda spec: None)
    """What the amounts of a rule are counted in where these are not points."""
    members: Callable[[S], tuple[str, str | None] | None] = field(default=lambda spec: None)
    """The records of each of which it tells something: their type or kind, and the field, if one is stated, by which
    they name its subject."""
    codes: Callable[[S], Mapping[str, str]] = field(default=lambda spec: {})
    """What a rule may conclude, of which only one thing at a time holds: the code and label of each, in order."""
    why_not: Callable[[Any, Row], Iterable[Explanation]] = field(default=lambda bound, row: ())
    """What a bound rule asked for, beside its condition, of a row about which it says nothing."""

    alone: Callable[[Any, Row], Iterable[Finding]] | None = None
    """What a bound rule that judges each subject by itself finds of one, as it stands on a day of its history."""
    reads: Callable[[Any], Iterable[Read]] = field(default=lambda bound: ())
    """What such a rule reads."""
    asks: Callable[[Any], Iterable[str]] = field(default=lambda bound: ())
    """The rules whose points it takes of the same subject, beside what its expressions ask for."""

    range: Callable[[S, Amounts], Range | None] = field(default=lambda spec, amounts: None)
    """Between which ends the amounts lie that it gives, for every history of records; None of rules without any."""

    @property
    def name(self) -> str:
        return str(self.model.model_fields["kind"].annotation.__args__[0])  # type: ignore[union-attr]


AnyKind = Kind[Any]
