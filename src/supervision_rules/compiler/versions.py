"""A rule whose values change over time: bound once for each stretch of days."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from supervision_rules import nodes
from supervision_rules.calendar import Period
from supervision_rules.diagnostics import Collector
from supervision_rules.expressions import Value
from supervision_rules.findings import NO_VALUE, Explanation, Finding, RuleInfo, State
from supervision_rules.kinds import KINDS, Bound, RuleSpec
from supervision_rules.language.dates import (
    changes_on,
    check_forms,
    check_places,
    days_of,
    first_known,
    on_day,
)
from supervision_rules.language.expression import Expression
from supervision_rules.language.reasons import reason
from supervision_rules.shape import validate
from supervision_rules.world import Row, World, deciding_day


@dataclass(frozen=True, slots=True)
class InTime:
    """A rule in all its versions. Each judges all there is, and what it finds of other days than its own is left out:
    so a version is run as fast as a rule without dates, and a rank or a quota is that of one version throughout.
    """

    info: RuleInfo
    versions: tuple[Bound, ...]
    """The earliest first; each from the day that its ``info`` names to the day before the next."""
    written: nodes.Node
    """The text of the rule with all its values."""

    @property
    def spec(self) -> RuleSpec:
        return self.versions[-1].spec

    @property
    def when(self) -> Expression:
        return self.versions[-1].when

    @property
    def days(self) -> tuple[date, ...]:
        """The day from which each version holds."""
        return tuple(since for each in self.versions if (since := each.info.since) is not None)

    def run(self, world: World) -> Iterator[Finding]:
        return self.own(world, lambda version: version.run(world))

    def own(self, world: World, judged: Callable[[Bound], Iterable[Finding]]) -> Iterator[Finding]:
        """Of what each version finds that of its own days."""
        days, early = self.days, set[tuple[str, Period | None]]()
        for place, version in enumerate(self.versions):
            for finding in judged(version):
                own = bisect_right(days, deciding_day(world, finding)) - 1
                if own == place:
                    yield finding
                elif own < 0 and place == 0 and (finding.subject, finding.period) not in early:
                    early.add((finding.subject, finding.period))
                    yield self._unknown(finding)

    def _unknown(self, finding: Finding) -> Finding:
        """What the rule has no values for yet."""
        period, detail = finding.period, ((NO_VALUE, self.days[0]),)
        return Finding(
            self.info, finding.subject, State.UNDETERMINED, period.last if period else None, None, None, period, detail
        )

    def explain(self, row: Row, finding: Finding) -> tuple[Explanation, ...]:
        version = next((each for each in self.versions if each.info.since == finding.rule.since), None)
        day = deciding_day(row.world, finding)
        if version is None:
            return (reason(_phrase(row, finding.period), day=day), reason("no-value", first=self.days[0]))
        return (self.values_on(row, day, finding.period), *version.explain(row, finding))

    def values_on(self, row: Row, day: date, period: Period | None) -> Explanation:
        """Which day decides, and the values that hold on it."""
        changes = []
        for change in changes_on(self.written, day):
            words: dict[str, Value] = {"key": change.key, "since": change.since}
            if isinstance(change.value, nodes.Scalar):
                changes.append(reason("dated-value", **words, limit=change.value.text or None))
            else:
                changes.append(reason("dated-part", **words))
        return reason(_phrase(row, period), *changes, day=day)

    def version_of(self, row: Row) -> tuple[Bound, Explanation]:
        """The version that judges ``row``, the first before its day; and why that one."""
        # A finding that nobody makes: what decides is the record and its window.
        day = deciding_day(row.world, Finding(self.info, row.id, State.UNDETERMINED, period=row.period))
        place = max(bisect_right(self.days, day) - 1, 0)
        return self.versions[place], self.values_on(row, day, row.period)


def _phrase(row: Row, period: Period | None) -> str:
    if period is not None:
        return "dated-window"
    return "dated-register" if row.type in row.world.schema.registers else "dated-record"


def in_time(last: Bound, earlier: Sequence[Bound], written: nodes.Node) -> Bound:
    """A rule with its earlier versions; itself if there are no dates in it."""
    return InTime(last.info, (*earlier, last), written) if days_of(written) else last


def named(rule: Bound, info: RuleInfo) -> Bound:
    """``rule`` with what is told of it; each version with its words and its day."""
    if not isinstance(rule, InTime):
        return replace(rule, info=info)
    days = starts(rule.written)
    versions = zip(rule.versions, days, strict=True)
    return replace(rule, info=info, versions=tuple(replace(each, info=_since(info, day)) for each, day in versions))


def _since(info: RuleInfo, day: date) -> RuleInfo:
    return replace(info, since=day)


def starts(written: nodes.Node) -> tuple[date, ...]:
    """The days from which the versions of a rule hold, the first when all its values have begun."""
    first = first_known(written)
    return tuple(day for day in days_of(written) if first is not None and day >= first)


def versions_of(
    rule: RuleSpec, written: nodes.Node, diagnostics: Collector
) -> Iterator[tuple[RuleSpec, nodes.Mapping]]:
    """The models and texts of a rule before its values last changed, the earliest first."""
    kind = KINDS[rule.kind]
    for day in starts(written)[:-1]:
        node = on_day(written, day)
        spec = validate(kind.model, node, Collector())  # what is wrong with it is told before
        if spec is None or not isinstance(node, nodes.Mapping):
            continue
        if set(kind.opens(spec)) != set(kind.opens(rule)):
            diagnostics.add("SR329", nodes.locate(node, ("boxes",)).span, what="boxes")
        yield spec, node


def check_versions(tree: nodes.Node, diagnostics: Collector) -> bool:
    """Tell what is wrong with values that change over time: their places, their days, and each of them.

    Whether all have proper days is said.
    """
    section = tree.get("rules") if isinstance(tree, nodes.Mapping) else None
    rules = section.items if isinstance(section, nodes.Sequence) else ()
    if isinstance(tree, nodes.Mapping):
        check_places(tree, diagnostics)
    proper = [check_forms(rule, diagnostics) for rule in rules]
    for rule in rules if all(proper) else ():
        check_each(rule, diagnostics)
    return all(proper)


def check_each(rule: nodes.Node, diagnostics: Collector) -> None:
    """Hold a rule with each of its earlier values against the model of its kind."""
    kind = rule.get("kind") if isinstance(rule, nodes.Mapping) else None
    if isinstance(kind, nodes.Scalar) and kind.text in KINDS:
        for day in starts(rule)[:-1]:
            validate(KINDS[kind.text].model, on_day(rule, day), diagnostics)
