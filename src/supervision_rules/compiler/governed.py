"""Which days there may be of what a document governs: nothing of it happened before the document was in force."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from supervision_rules.compiler.declare import belonging, governance_readings
from supervision_rules.expressions.axes import Possible
from supervision_rules.pack import Pack, PackText
from supervision_rules.records import TypeSpec, Vocabulary

Days = Mapping[str, Mapping[str, Possible]]


def days_governed(pack: Pack, text: PackText, vocabulary: Vocabulary, registers: frozenset[str]) -> Days:
    """For each record type the names of days that are never before the time in force, or outside it.

    Nothing is known where a document replaces another: what began under that passes to it; nor where its time in force
    hangs on a reading. A record that belongs to a matter is governed with it, whatever its own day is.
    """
    period = pack.document.in_force
    if period is None or pack.document.replaces is not None or governance_readings(text.tree):
        return {}
    belongs = belonging(vocabulary, registers)
    # What others belong to has a course, and is governed by the first day of it.
    courses = {vocabulary.types[name].fields[field].target for name in belongs for field in belongs[name]}
    found = {name: {"period_end": Possible(first=period.since)} for name in vocabulary.types}
    for name in found.keys() - registers:
        if not belongs[name]:
            spec = vocabulary.types[name]
            found[name] |= _events(spec, period.since) if name in courses else _day(period.since, period.until)
    return found


def _events(spec: TypeSpec, since: date | None) -> Mapping[str, Possible]:
    events = (name for name, field in spec.fields.items() if field.type == "date" and not field.planned)
    return dict.fromkeys(("date", *events), Possible(first=since))


def _day(since: date | None, until: date | None) -> Mapping[str, Possible]:
    return {"date": Possible(first=since, last=until)}
