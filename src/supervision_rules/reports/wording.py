"""How values, records and findings are called in what people read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Any, Final, get_args

from supervision_rules.calendar import Period, PeriodKind, Stretch
from supervision_rules.catalogue import Lang
from supervision_rules.catalogue.interface import TEXTS
from supervision_rules.engine import rule_of
from supervision_rules.expressions import Interval
from supervision_rules.expressions.exact import as_decimal
from supervision_rules.records import FieldSpec
from supervision_rules.reports.columns import visible
from supervision_rules.reports.days import stretch_text
from supervision_rules.reports.say import say
from supervision_rules.results import Run

MAX_SHOWN: Final = 200
MAX_PLACES: Final = 6
SHOWN_PLACES: Final = 4
_AMOUNT: Final = re.compile(r"[0-9]+(\.[0-9]+)?")
_PRICE: Final = re.compile(r"price\((.+)\)")
"""What is missing where a table has no price: the facts that it is looked up by."""
_ALONE: Final = re.compile(r"others\((\w+)\)")
"""What is missing where there is no other unit that a fact could be made from."""
_WITHIN: Final = re.compile(r"(.+) \((.+)\)")
"""A fact, and the window through which it is missing."""
_NAMES: Final = ("name", "title", "label")
"""The fields that may hold what a record is called."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words for what one pack concluded, in one language."""

    run: Run
    lang: Lang

    def say(self, key: str, **words: object) -> str:
        return say(key, self.lang, **words)

    def value(self, value: object) -> str:
        """A value as people write it: 是, 2021-10-08, 2～5, 未知."""
        if isinstance(value, bool):
            return self.say("yes" if value else "no")
        if isinstance(value, Interval):
            return self.say("interval", low=self.value(value.low), high=self.value(value.high))
        if isinstance(value, tuple | list):
            return self.say("list").join(self.value(item) for item in value)
        if isinstance(value, Period):
            return value.label if self.lang == "zh" else value.label_en
        if isinstance(value, Decimal | Fraction):
            return self._number(as_decimal(value).normalize())
        return self.say("unknown") if value is None else shortened(str(value))

    def _number(self, value: Decimal) -> str:
        """A number; one with more places than anybody reads is shown with a few and said to be about so much."""
        exponent = value.as_tuple().exponent
        if isinstance(exponent, int) and exponent < -MAX_PLACES:
            return self.say("about", value=f"{value:.{SHOWN_PLACES}f}")
        return f"{value:f}"

    def fact(self, value: object, record_type: str, name: str) -> str:
        """The value of a field: a choice by its label, a unit by its name."""
        spec = self._field(record_type, name)
        levels = self._levels(record_type, name, spec)
        if isinstance(value, str) and value in levels:
            return self.say("coded", label=levels[value], code=value)
        if spec is not None and spec.target is not None and value is not None:
            ids = value if isinstance(value, tuple) else (value,)
            return self.say("list").join(self.subject(spec.target, str(each)) for each in ids)
        return self.value(value)

    def _levels(self, record_type: str, name: str, spec: FieldSpec | None) -> Mapping[str, str]:
        if spec is not None:
            return spec.levels or {}
        types = self.run.compiled.vocabulary.types
        if name == "kind" and record_type in types:
            return types[record_type].kinds or {}
        through = self._reference(record_type, name)
        if through is not None:
            return self._levels(*through, self._field(*through))
        made = self.run.compiled.declarations.names.get(record_type, {}).get(name)
        return dict(zip(made.levels, made.labels, strict=False)) if made is not None else {}

    def _field(self, record_type: str, name: str) -> FieldSpec | None:
        spec = self.run.compiled.vocabulary.types.get(record_type)
        found = spec.fields.get(name) if spec else None
        through = self._reference(record_type, name) if found is None else None
        return self._field(*through) if through else found

    def is_judged(self, record_type: str, name: str) -> bool:
        """Whether a fact is one that a person judges."""
        field = self._field(record_type, name)
        return field is not None and field.judgement is not None

    def _reference(self, record_type: str, name: str) -> tuple[str, str] | None:
        """For a name that goes through a reference (matter_kind), the type and the field that it means."""
        references = self.run.world.schema.references.get(record_type, {})
        return next(
            ((target, name[len(field) + 1 :]) for field, target in references.items() if name.startswith(f"{field}_")),
            None,
        )

    def label(self, record_type: str, name: str) -> str:
        """What a fact is called."""
        labels = self.run.world.schema.labels.get(record_type, {})
        return self.words(labels.get(name, name))

    def words(self, label: object) -> str:
        """A label that is given in both languages, in the one that is asked."""
        if isinstance(label, tuple):
            return str(label[0] if self.lang == "zh" else label[1])
        return str(label)

    def type(self, name: str) -> str:
        """What a record type, or a kind of one, is called."""
        types = self.run.compiled.vocabulary.types
        spec = types.get(name)
        if spec is not None:
            return spec.label if self.lang == "zh" else spec.label_en
        base = types.get(self.run.world.schema.base(name))
        return (base.kinds or {}).get(name, name) if base and self.lang == "zh" else name

    def name(self, record_type: str, record_id: str) -> str | None:
        """The name or title of a record, if it has one."""
        row = self.run.world.find(record_type, record_id)
        names = (row[field] for field in _NAMES) if row is not None else ()
        return next((name for name in names if isinstance(name, str)), None)

    def part(self, rule: str, part: str) -> str:
        """A step of a rule, or a group, by its label, which packs write in Chinese."""
        parts = _parts(self._spec(rule))
        labels = {getattr(each, "id", None) or getattr(each, "step", None): each.label for each in parts}
        return shortened(labels.get(part, part)) if self.lang == "zh" else visible(part)

    def members(self, rule: str, members: Iterable[object]) -> str:
        """Members of a quota, which the rule calls by a field of theirs or by their ids."""
        spec = self._spec(rule)
        record_type, field = getattr(spec, "members", ""), getattr(spec, "name", None)
        called = (
            self.fact(member, record_type, field) if field else self.subject(record_type, str(member))
            for member in members
        )
        return self.say("list").join(called)

    def part_of(self, rule: str, group: object, value: object) -> str:
        """What one of the quotas of a group is for: a value of what the group names by ``each``."""
        spec = self._spec(rule)
        each = next((each.each for each in _parts(spec) if each.id == group), None)
        return self.fact(value, getattr(spec, "members", ""), each or "")

    def category(self, rule: str, record_type: str, values: Iterable[object]) -> str:
        """What the members of a category have in common: the values of the rule's ``within``."""
        names: Iterable[str] = getattr(self._spec(rule), "within", ())
        shown = (self.fact(value, record_type, name) for name, value in zip(names, values, strict=False))
        return self.say("list").join(shown)

    def _spec(self, rule: str) -> object:
        """The model of a rule as written in the pack."""
        return getattr(rule_of(self.run.compiled, rule), "spec", None)

    def subject(self, record_type: str, record_id: str) -> str:
        """A record by its name and id, else by its type and id."""
        name = self.name(record_type, record_id)
        if name is None:
            return f"{self.type(record_type)} {visible(record_id)}"
        return self.say("named", name=shortened(name), id=visible(record_id))

    def lacking(self, facts: Iterable[str]) -> str:
        """Missing facts in words; of one record's the record is named once."""
        groups = groupby(facts, key=lambda fact: fact.rpartition(": ")[0])
        return self.say("list").join(self._lacking(owner, list(found)) for owner, found in groups)

    def _lacking(self, owner: str, facts: list[str]) -> str:
        names = [fact.rpartition(": ")[2] for fact in facts]
        record_type, _, record_id = owner.partition(" ")
        labels = [self.label(record_type, name) for name in names]
        judged = any(self.is_judged(record_type, name) for name in names)
        if len(facts) == 1 or judged or any(label == name for label, name in zip(labels, names, strict=True)):
            return self.say("list").join(map(self.missing, facts))
        pairs = zip(labels, names, strict=True)
        shown = self.say("list").join(self.say("fact-named", label=label, name=name) for label, name in pairs)
        return self.say("facts", subject=self.subject(record_type, record_id), facts=shown)

    def missing(self, fact: str) -> str:
        """A missing fact (``matter m1: joint``) in words."""
        record_type, _, rest = fact.partition(" ")
        record_id, found, name = rest.rpartition(": ")
        if not found:
            return visible(fact)
        subject = self.subject(record_type, record_id)
        within = _WITHIN.fullmatch(name)
        if within is not None:
            name, period = within[1], self._period(within[2], record_type, record_id)
            # An id is parted from the year behind it.
            parted = f"{subject} " if self.lang == "zh" and subject[-1:].isascii() else subject
            subject = self.say("through", subject=parted, period=period)
        return self._wanting(subject, name, record_type, record_id)

    def _wanting(self, subject: str, name: str, record_type: str, record_id: str) -> str:
        """What is missing of a record that is called ``subject``."""
        alone, priced = _ALONE.fullmatch(name), _PRICE.fullmatch(name)
        if alone is not None:
            words = {"label": self.label(record_type, alone[1]), "name": alone[1], "type": self.type(record_type)}
            return self.say("fact-alone", subject=subject, **words)
        if priced is not None:
            facts = (self._stated(record_type, record_id, each) for each in priced[1].split(", "))
            return self.say("fact-unpriced", subject=subject, facts=self.say("list").join(facts))
        label = self.label(record_type, name)
        if self.is_judged(record_type, name):
            return self.say("fact-judged", subject=subject, label=label, name=name)
        # A rule's result, rank("place"), has no label.
        return self.say("fact-unlabelled" if label == name else "fact", subject=subject, label=label, name=name)

    def _period(self, label: str, record_type: str, record_id: str) -> str:
        """A window in which a record is there and that is called so in Chinese, in the language that is asked."""
        row = self.run.world.find(record_type, record_id)
        if row is None or self.lang == "zh":
            return label
        periods = (period for kind in get_args(PeriodKind) for period in self.run.world.periods(row, kind))
        return next((period.label_en for period in periods if period.label == label), label)

    def _stated(self, record_type: str, record_id: str, name: str) -> str:
        """A fact with its value, by which a price was looked up; an expression as it is."""
        row = self.run.world.find(record_type, record_id)
        if row is None or name not in self.run.world.schema.labels.get(record_type, {}):
            return visible(name)
        value = self.fact(row[name], record_type, name)
        return self.say("fact-is", label=shortened(self.label(record_type, name)), value=value)

    def stretch(self, stretch: Stretch) -> str:
        """Neighbouring days with one reason: 10-01…10-08 国庆节、中秋节（不计）."""
        return stretch_text(stretch, self.run.world.calendar.reason(stretch.first, self.lang), self.lang)

    def limit(self, text: str) -> str:
        """A length of time: ``5 workdays`` → 5个工作日."""
        if text == "same day":
            return self.say("limit.same day")
        amount, _, unit = text.partition(" ")
        key = f"limit.{unit.removesuffix('s')}"
        return self.say(key, amount=amount) if _AMOUNT.fullmatch(amount) and key in TEXTS else shortened(text)


def _parts(spec: object) -> Iterable[Any]:
    """The steps of a rule's model, or its groups, if it is one that has any."""
    parts: Iterable[Any] = getattr(spec, "steps", ()) or getattr(spec, "groups", ())
    return parts


def shortened(text: str) -> str:
    """The text, safe to show and not too long."""
    shown = visible(text)
    return shown if len(shown) <= MAX_SHOWN else shown[: MAX_SHOWN - 1] + "…"
