"""How the nodes of an explanation are told: their phrases, with every word as people read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from supervision_rules.calendar import Stretch
from supervision_rules.catalogue.phrases import PHRASES
from supervision_rules.findings import Explanation, Finding
from supervision_rules.language.told_once import AGAIN
from supervision_rules.reports.days import clock_text
from supervision_rules.reports.wording import Wording, shortened

Words = Mapping[str, object]


def phrase(wording: Wording, explanation: Explanation) -> str:
    """One node of an explanation as a sentence."""
    words = explanation.words
    shown = {name: spoken(wording, name, value, words) for name, value in words.items()}
    template = PHRASES.get(explanation.phrase)
    if template is None:
        return f"{explanation.phrase} {wording.say('list').join(f'{name}={value}' for name, value in shown.items())}"
    told = template[wording.lang].format_map({"unit": wording.say("unit"), **shown})
    return wording.say("told-above", told=told) if AGAIN in words else told


def spoken(wording: Wording, name: str, value: object, words: Words) -> str:
    """A word of an explanation as people read it, by its ``name`` and what stands beside it."""
    speak = _SPEAKERS.get(name)
    if value is None:
        return _absent(wording, name, words)
    return speak(wording, value, words) if speak is not None else wording.value(value)


def _absent(wording: Wording, name: str, words: Words) -> str:
    """What a word that has no value stands for; the date of an event without one has not happened."""
    if name in ("since", "until"):
        return wording.say("open")
    if name in ("due", "before"):
        return wording.say("unsettled")
    record_type, fact = str(words.get("type", "")), str(words.get("field") or words.get("name", ""))
    if name != "value" or fact not in wording.run.world.schema.events.get(record_type, ()):
        return wording.say("unknown")
    return wording.say("not-judged" if wording.is_judged(record_type, fact) else "not-yet")


def _subject(wording: Wording, value: object, words: Words) -> str:
    finding = words.get("finding")
    beside = words.get("subject_type") or words.get("type", "")
    record_type = finding.rule.subject_type if isinstance(finding, Finding) else str(beside)
    return wording.subject(record_type, str(value))


def _whose(wording: Wording, value: object, words: Words) -> str:
    """The field that names nobody, by its label."""
    return shortened(wording.label(str(words.get("type", "")), str(value)))


def _fact_value(wording: Wording, value: object, words: Words) -> str:
    return wording.fact(value, str(words.get("type", "")), str(words.get("field") or words.get("name", "")))


def _taken(wording: Wording, value: object, words: Words) -> str:
    """What was taken of a record, or the facts by which it was chosen, each with its name."""
    if not isinstance(value, Mapping) or not value:
        return ""
    shown = (_taken_one(wording, name, found, words) for name, found in value.items())
    return wording.say("taken-of", values=wording.say("join").join(shown))


def _taken_one(wording: Wording, name: str, found: object, words: Words) -> str:
    record_type, called = str(words["type"]), words.get("called")
    shown = spoken(wording, "value", found, {"type": record_type, "name": name})
    if called is not None:
        shown = wording.say("coded", label=called, code=found)
    bare = words["by"] == "take" and not isinstance(found, date)  # the day of a record stands before it, too
    return shown if bare else wording.say("fact-is", label=shortened(wording.label(record_type, name)), value=shown)


def _member(wording: Wording, value: object, words: Words) -> str:
    """A member of a quota, which the rule calls by a field of the nomination, or by its id."""
    record_type, field = str(words.get("type", "")), words.get("name")
    return wording.fact(value, record_type, str(field)) if field else wording.subject(record_type, str(value))


def _length(wording: Wording, value: object, words: Words) -> str:
    return wording.limit(value) if isinstance(value, str) else wording.value(value)


def _finding(wording: Wording, value: object, words: Words) -> str:
    return wording.say(f"state.{value.state}") if isinstance(value, Finding) else wording.value(value)


def _hours(wording: Wording, value: object, words: Words) -> str:
    assert isinstance(value, int | Decimal | Fraction)
    return clock_text(value, wording.lang, with_days=False)


_SPEAKERS: Final[Mapping[str, Callable[[Wording, object, Words], str]]] = MappingProxyType(
    {
        "subject": _subject,
        "finding": _finding,
        "value": _fact_value,
        "member": _member,
        "taken": _taken,
        "type": lambda wording, value, words: wording.type(str(value)),
        "wanted": lambda wording, value, words: wording.type(str(value)),
        "label": lambda wording, value, words: shortened(wording.words(value)),
        "unit": lambda wording, value, words: shortened(wording.words(value)),
        "whose": _whose,
        "limit": _length,
        "length": _length,
        "words": _length,
        "stretch": lambda wording, value, words: wording.stretch(value) if isinstance(value, Stretch) else str(value),
        "hours": _hours,
        "fact": lambda wording, value, words: wording.missing(str(value)),
    }
)
