"""Values that change over time: each with the day from which it holds, and a rule's tree as it stands on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from supervision_rules import nodes
from supervision_rules.calendar import PeriodKind, Years
from supervision_rules.catalogue import Bilingual
from supervision_rules.catalogue.periods import PERIODS
from supervision_rules.diagnostics import Collector
from supervision_rules.shape import day_problem, read_day

BY_DATE: Final = "by_date"
UNDATED: Final = ("id", "kind", "on", "of", "window", "into")
"""What others go by: it is the same on every day."""
DATED_SECTION: Final = "rules"
"""The section whose values may change over time."""
PLAIN_SECTIONS: Final = ("document", "conventions", "facts")
"""Sections whose values may depend on a reading, but do not change over time."""


@dataclass(frozen=True, slots=True)
class Change:
    """A value that a rule goes by from a day on: under which key, and what it is as written."""

    key: str
    since: date
    value: nodes.Node


def is_dated(node: nodes.Node) -> bool:
    """Whether a value is written with the days from which it holds."""
    return isinstance(node, nodes.Mapping) and node.key(BY_DATE) is not None


def on_day(node: nodes.Node, day: date | None = None) -> nodes.Node:
    """``node`` with each value as it is on ``day``, the first before its first day; the last where no day is given.

    Itself where nothing in it is dated.
    """
    if not dated_in(node):
        return node
    if isinstance(node, nodes.Sequence):
        return nodes.Sequence(tuple(on_day(item, day) for item in node.items), node.span)
    if not isinstance(node, nodes.Mapping):
        return node
    if is_dated(node):
        found = _holding(_values(node), day)
        return on_day(found[1], day) if found is not None else nodes.Scalar(None, "", True, node.span)
    entries = ((key, value, on_day(value, day)) for key, value in node.entries)
    return nodes.Mapping(tuple((key, now) for key, value, now in entries if not _left_out(value, now)), node.span)


def _left_out(written: nodes.Node, now: nodes.Node) -> bool:
    """Whether a dated value is empty on a day: it is then as if it were not written."""
    return is_dated(written) and isinstance(now, nodes.Scalar) and now.plain and now.value is None


def pack_on_day(tree: nodes.Node) -> nodes.Node:
    """A pack with each value as it is last."""
    if not isinstance(tree, nodes.Mapping):
        return tree
    sections = (*PLAIN_SECTIONS, DATED_SECTION)
    entries = ((key, on_day(value) if key.text in sections else value) for key, value in tree.entries)
    return nodes.Mapping(tuple(entries), tree.span)


def _holding(values: list[tuple[date, nodes.Node]], day: date | None) -> tuple[date, nodes.Node] | None:
    """Of values in the order of their days, the one that holds on ``day``."""
    begun = [each for each in values if day is None or each[0] <= day]
    return begun[-1] if begun else next(iter(values), None)


def _values(node: nodes.Node) -> list[tuple[date, nodes.Node]]:
    """The values of a dated value that have proper days, in the order of these."""
    below = node.get(BY_DATE) if isinstance(node, nodes.Mapping) else None
    entries = below.entries if isinstance(below, nodes.Mapping) else ()
    found = ((read_day(key.text), value) for key, value in entries)
    return sorted(((day, value) for day, value in found if day is not None), key=lambda each: each[0])


def dated_in(node: nodes.Node) -> list[tuple[str, nodes.Mapping]]:
    """The dated values anywhere in ``node``, each with the key that it stands under."""
    found: list[tuple[str, nodes.Mapping]] = []
    _gather(node, "", found)
    return found


def _gather(node: nodes.Node, key: str, found: list[tuple[str, nodes.Mapping]]) -> None:
    # Every pack is gone through several times, and most have nothing dated: a generator would take three times as long.
    if isinstance(node, nodes.Mapping):
        dated = is_dated(node)
        if dated:
            found.append((key, node))
        for name, value in node.entries:
            if not isinstance(value, nodes.Scalar):
                _gather(value, key if dated else name.text, found)
    elif isinstance(node, nodes.Sequence):
        for item in node.items:
            _gather(item, key, found)


def days_of(node: nodes.Node) -> tuple[date, ...]:
    """The days on which anything in ``node`` changes, the earliest first: none where nothing does."""
    return tuple(sorted({day for _, dated in dated_in(node) for day, _ in _values(dated)}))


def first_known(node: nodes.Node) -> date | None:
    """The day from which every dated value in ``node`` has begun."""
    return max((values[0][0] for _, dated in dated_in(node) if (values := _values(dated))), default=None)


def changes_on(node: nodes.Node, day: date) -> Iterator[Change]:
    """The dated values in ``node`` as they are on ``day``, in the order of the text."""
    for key, dated in dated_in(node):
        found = _holding(_values(dated), day)
        if found is not None and found[0] <= day:
            yield Change(key, *found)


def check_dates(rule: nodes.Node, in_force: tuple[date | None, date | None], diagnostics: Collector) -> None:
    """Tell all that is wrong with the dates of a rule."""
    _check_rule(rule, diagnostics)
    check_forms(rule, diagnostics)
    check_reach(rule, in_force, diagnostics)


def check_forms(node: nodes.Node, diagnostics: Collector) -> bool:
    """Whether all dated values are lists of values with their days; told if not."""
    proper = True
    for _, dated in dated_in(node):
        below = dated.get(BY_DATE)
        if not isinstance(below, nodes.Mapping) or not below.entries or len(dated.entries) > 1:
            diagnostics.add("SR163", dated.span)
            proper = False
            continue
        for key, _ in below.entries:
            problem = day_problem(key.text)
            if problem is not None:
                diagnostics.add(problem[0], key.span, **problem[1])
                proper = False
    return proper


def check_places(tree: nodes.Mapping, diagnostics: Collector) -> None:
    """Tell values with dates where none may stand: outside the rules, and where others go by them."""
    for key, section in tree.entries:
        if key.text in PLAIN_SECTIONS or (key.text == DATED_SECTION and is_dated(section)):
            for _, dated in dated_in(section):
                diagnostics.add("SR329", dated.span, what=key.text)
        elif key.text == DATED_SECTION and isinstance(section, nodes.Sequence):
            for rule in section.items:
                _check_rule(rule, diagnostics)


def _check_rule(rule: nodes.Node, diagnostics: Collector) -> None:
    if is_dated(rule):
        diagnostics.add("SR329", rule.span, what=DATED_SECTION)
    for name, value in rule.entries if isinstance(rule, nodes.Mapping) else ():
        if name.text in UNDATED:
            for _, dated in dated_in(value):
                diagnostics.add("SR329", dated.span, what=name.text)


def check_reach(rule: nodes.Node, in_force: tuple[date | None, date | None], diagnostics: Collector) -> None:
    """Tell days in force on which a value of ``rule`` has not begun, and values that are never in force."""
    since, until = in_force
    for _, dated in dated_in(rule):
        below, values = dated.get(BY_DATE), _values(dated)
        if since is not None and values and values[0][0] > since:
            diagnostics.add("SR330", dated.span, since=since, first=values[0][0])
        days = [day for day, _ in values]
        for key, _ in below.entries if isinstance(below, nodes.Mapping) else ():
            day = read_day(key.text)
            if day is not None and _is_idle(day, days, since, until):
                diagnostics.add("SR331", key.span, given=day)


def check_firsts(rule: nodes.Mapping, window: PeriodKind, years: Years, diagnostics: Collector) -> None:
    """Tell the values of a rule with windows that are to begin in the middle of one: they are those of the next."""
    for _, dated in dated_in(rule):
        below, values = dated.get(BY_DATE), _values(dated)
        for key, _ in below.entries if isinstance(below, nodes.Mapping) else ():
            day = read_day(key.text)
            if day is None or day == values[0][0] or years.period_of(day, window).first == day:
                continue
            following = years.period_of(day, window).last + timedelta(days=1)
            words = {"window": Bilingual(PERIODS[window], window), "following": following}
            diagnostics.add("SR359", key.span, given=day, year=day.year, month=day.month, day=day.day, **words)


def _is_idle(day: date, days: list[date], since: date | None, until: date | None) -> bool:
    """Whether the value that holds from ``day`` holds on no day in force."""
    following = next((other for other in days if other > day), None)
    replaced = since is not None and following is not None and following <= since
    return replaced or (until is not None and day > until)
