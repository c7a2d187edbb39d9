"""A finding in one line: its state, what is due, late, reached, deducted, ranked or over, and what it leans on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from supervision_rules.catalogue.interface import TEXTS
from supervision_rules.expressions import Numeric
from supervision_rules.expressions.values import ends, subtract
from supervision_rules.findings import COUNTED_IN, EACH, Finding, RuleInfo, State
from supervision_rules.reports.days import clock_text
from supervision_rules.reports.wording import Wording, shortened

_QUIET: Final = frozenset(
    {"records", "boxes", "weighted", "effect", "admitted", "raw", "others", "from_end", "nominations", COUNTED_IN}
)
"""Extras that are too long for a line, or that the value's own words tell."""
_PARTS: Final = frozenset({"step", "previous", "later", "next", "group", "out_of_order", "awaited"})
"""Extras that name a step or a group of the rule."""
_MEMBERS: Final = frozenset({"excess", "undetermined", "vacated", "repeated"})
"""Extras that name members of a quota."""
_CODED: Final = (("label", "step"), ("outcome", "code"))
"""Extras that are words, and the codes of the same: where the words can be read, the codes are left out."""
_BEYOND: Final = "out_of_calendar"
_LED_OUT: Final = "led_out_of_calendar"
"""The extra of a count beyond the calendar names the day that lies there, or that from which it led out."""
_STATED: Final = "stated"
"""The extra that holds facts, each with its value; one that is 0 is told too."""
_BY_CLOCK: Final = frozenset({"hours_late", "office_hours_late"})
"""Extras that are lengths in hours."""
_TOLD_AT_ZERO: Final = frozenset({"value", "quota", "nominated", EACH})
"""Extras that say something at 0 too: what a place goes by, how many may go in and are put forward, who or what for."""
_CUT: Final = "cut"
_RAISED: Final = "raised"
"""What a ceiling has cut off is negative where a floor has made up for it."""
_AFTER_VALUE: Final = frozenset({"days", "until"})
"""Extras of an overlap: its length is the value."""


def headline(wording: Wording, finding: Finding) -> str:
    """逾期办结，迟9天，到期日 2021-10-09，迟6个工作日。"""
    return wording.say("join").join(_parts(wording, finding))


def _parts(wording: Wording, finding: Finding) -> Iterator[str]:
    detail = dict(finding.detail)
    unit = detail.get(COUNTED_IN)
    yield wording.say(
        f"state.{finding.state}" if unit is None or finding.state is not State.SCORED else "state.counted"
    )
    if finding.value is not None and (finding.value != 0 or finding.state is State.SCORED):
        key = _key("value", finding, detail.get("effect"))
        if key is not None:
            yield wording.say(key, value=wording.value(finding.value), unit=_unit(wording, detail))
    if finding.period is not None:
        yield wording.value(finding.period)
    key = _key("day", finding) or (_key("at", finding) if finding.period is None else None)
    if finding.day is not None and key is not None:
        yield wording.say(key, day=finding.day)
    yield from _details(wording, finding.rule, detail)
    if finding.provisional is not None:
        yield wording.say("provisional", day=finding.provisional)


def _key(part: str, finding: Finding, effect: object = None) -> str | None:
    """The text for a part of a finding: that of its kind and state, else that of its state."""
    state = f"{finding.state}.{effect}" if effect else finding.state
    keys = (f"{part}.{finding.rule.kind}.{finding.state}", f"{part}.{state}", f"{part}.{finding.state}")
    return next((key for key in keys if key in TEXTS), None)


def _details(wording: Wording, rule: RuleInfo, detail: Mapping[str, object]) -> Iterator[str]:
    hidden = _QUIET | _AFTER_VALUE if "other" in detail else _QUIET
    if wording.lang == "zh":
        hidden |= {code for words, code in _CODED if words in detail}
    unit = _unit(wording, detail)
    for name, value in map(_by_sign, detail.items()):
        if name in hidden or _is_silent(name, value):
            continue
        if name == _STATED and isinstance(value, tuple):
            yield from (_stated(wording, rule.subject_type, *each) for each in value)
            continue
        if name in _BY_CLOCK and isinstance(value, int | Decimal | Fraction):
            yield wording.say(f"detail.{name}", value=clock_text(value, wording.lang, with_days=name == "hours_late"))
            continue
        if name == _BEYOND and isinstance(value, date) and wording.run.world.calendar.holds(value):
            name = _LED_OUT
        shown = _of_rule(wording, rule, name, value, detail) or _said(wording, value)
        key = f"detail.{name}" if f"detail.{name}" in TEXTS else "other-detail"
        yield wording.say(key, name=name, value=shown, unit=unit)


def _of_rule(wording: Wording, rule: RuleInfo, name: str, value: object, detail: Mapping[str, object]) -> str | None:
    """A part of the rule, a class or members of it, in its own words."""
    if name in _PARTS and isinstance(value, str):
        return wording.part(rule.id, value)
    if name == "group" and isinstance(value, tuple):
        return wording.category(rule.id, rule.subject_type, value)
    if name in _MEMBERS and isinstance(value, tuple):
        return wording.members(rule.id, value)
    return wording.part_of(rule.id, detail.get("group"), value) if name == EACH else None


def _by_sign(extra: tuple[str, object]) -> tuple[str, object]:
    """What a floor has made up, which stands as a negative amount cut off, by its own name; all else as it is."""
    name, value = extra
    if name == _CUT and isinstance(value, Numeric) and ends(value)[1] <= 0:
        return _RAISED, subtract(0, value)
    return extra


def _is_silent(name: str, value: object) -> bool:
    """Whether an extra says nothing: an empty one, a no, an amount of 0 that only says that there is none."""
    return value in (None, 0, "", ()) and not (name in _TOLD_AT_ZERO and value == 0)


def _said(wording: Wording, value: object) -> str:
    """A value, or the words for one or several that are codes."""
    values = value if isinstance(value, tuple) else (value,)
    if values and all(f"word.{each}" in TEXTS for each in values):
        return wording.say("list").join(wording.say(f"word.{each}") for each in values)
    return wording.value(value)


def _unit(wording: Wording, detail: Mapping[str, object]) -> str:
    """What the amounts are counted in: points where nothing else is stated."""
    return shortened(wording.words(detail.get(COUNTED_IN, wording.say("unit"))))


def _stated(wording: Wording, record_type: str, name: str, value: object) -> str:
    label, shown = wording.label(record_type, name), wording.fact(value, record_type, name)
    return wording.say("other-detail", name=label, value=shown)
