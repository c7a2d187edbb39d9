"""One difference between what a case expects and what was found, in words."""

from __future__ import annotations

from typing import Final, NamedTuple

from supervision_rules.catalogue.interface import TEXTS
from supervision_rules.reports.columns import visible
from supervision_rules.reports.headline import headline
from supervision_rules.reports.wording import Wording
from supervision_rules.testing import Difference

WIDEST: Final = 60
"""How many characters of a value are shown beside another."""


class Cells(NamedTuple):
    """A row: about whom, which key of the expectation, what is expected, what was found."""

    subject: str
    key: str
    expected: str
    found: str


def cells(wording: Wording, difference: Difference) -> Cells:
    """The words for a difference; what a person would copy into the case stands with them."""
    finding = difference.finding
    expected = _short(_said(wording, difference.key, difference.expected))
    found = _short(_said(wording, difference.key, difference.found))
    if difference.key == "state" and finding is not None:
        found = wording.say("called", name=_short(headline(wording, finding)), label=finding.state)
    return Cells(visible(difference.subject), difference.key, expected, found)


def _said(wording: Wording, key: str, value: object) -> str:
    if value is None or value == []:
        return wording.say("no-finding" if key == "state" else "nothing-there")
    if key == "state":
        return wording.say("coded", label=wording.say(f"state.{value}"), code=value)
    if key == "missing" and isinstance(value, str):
        return _fact(wording, value)
    if key == "value" and isinstance(value, list) and len(value) == 2:
        return wording.say("interval", low=wording.value(value[0]), high=wording.value(value[1]))
    if f"word.{value}" in TEXTS:
        return wording.say("coded", label=wording.say(f"word.{value}"), code=value)
    return wording.value(value)


def _fact(wording: Wording, fact: str) -> str:
    """``matter m1: received`` with what the fact is called."""
    record_type, _, rest = fact.partition(" ")
    name = rest.rpartition(": ")[2]
    label = wording.label(record_type, name)
    return visible(fact) if label == name else wording.say("called", label=label, name=visible(fact))


def _short(text: str) -> str:
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"
