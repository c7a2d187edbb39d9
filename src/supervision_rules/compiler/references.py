"""What a pack and its rules name beside records: the pack replaced, boxes of points, readings."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from supervision_rules import nodes
from supervision_rules.calendar import add_months
from supervision_rules.catalogue import Bilingual
from supervision_rules.catalogue.analysis import MONTH_AND_DAY, YEAR
from supervision_rules.compiler.chosen import Chosen
from supervision_rules.compiler.declare import dates_of_courses
from supervision_rules.diagnostics import nearest
from supervision_rules.kinds import KINDS, RuleSpec
from supervision_rules.language.amounts import POINTS
from supervision_rules.language.days_said import days_said
from supervision_rules.language.readings import leaning_at

_OF_YEAR: Final = re.compile(r"[〔\[［（(](\d{4})[〕\]］）)]")
_SOON: Final = 24
"""Within how many months of its issue a document comes into force."""
_IN_ONE_YEAR: Final = timedelta(days=300)
"""Days that are further apart differ by a slip in the year."""


def check_replaces(chosen: Chosen) -> None:
    """The pack replaces another than itself, and matters have the date on which they are to be done."""
    replaced = chosen.pack.document.replaces
    if replaced is None:
        return
    if replaced.pack == chosen.pack.pack:
        place = nodes.locate(chosen.tree, ("document", "replaces", "pack")).span
        chosen.diagnostics.add("SR332", place, pack=replaced.pack)
    dates = dates_of_courses(chosen.vocabulary, chosen.declarations.registers)
    if replaced.done is not None and replaced.done not in dates:
        place = nodes.locate(chosen.tree, ("document", "replaces", "done")).span
        chosen.diagnostics.add("SR333", place, given=replaced.done, hint=nearest(replaced.done, dates))


def check_dates(chosen: Chosen) -> None:
    """Warn of days and a number of the document that hardly belong together; a pack with a wrong year judges nothing.

    It is told under the options that the pack takes.
    """
    about = chosen.pack.document
    since = about.in_force.since if about.in_force else None
    number = _OF_YEAR.search(about.number or "")
    year = int(number[1]) if number else None
    if chosen.choice.asked:
        return
    if about.issued is not None and year is not None and abs(about.issued.year - year) > 1:
        _tell_date(chosen, "issued", f"issued: {about.issued}", f"number: {about.number}", YEAR)
    elif since is not None and about.issued is not None:
        if not about.issued <= since <= add_months(about.issued, _SOON):
            _tell_days(chosen, since, about.issued)
    elif since is not None and year is not None and not 0 <= since.year - year <= _SOON // 12:
        _tell_date(chosen, "in_force", f"since: {since}", f"number: {about.number}", YEAR)


def _tell_days(chosen: Chosen, since: date, issued: date) -> None:
    """Tell it of the day of issue where the option taken says in words from which day the document is in force."""
    what = YEAR if abs(since - issued) > _IN_ONE_YEAR else MONTH_AND_DAY
    one, other = f"since: {since}", f"issued: {issued}"
    names = leaning_at(chosen.text.tree, "document", "in_force") & chosen.text.readings.keys()
    taken = (reading.options.get(reading.taken, "") for reading in map(chosen.text.readings.__getitem__, names))
    if any(since.isoformat() in days_said(words) for words in taken):
        _tell_date(chosen, "issued", other, one, what)
    else:
        _tell_date(chosen, "in_force", one, other, what)


def _tell_date(chosen: Chosen, key: str, one: str, other: str, what: Bilingual) -> None:
    place = nodes.locate(chosen.tree, ("document", key, "since") if key == "in_force" else ("document", key))
    chosen.diagnostics.add("SR371", place.span, one=one, other=other, what=what)


def check_references(chosen: Chosen, rule: RuleSpec, node: nodes.Mapping) -> None:
    """The box that a rule gives its points into, and the readings that it names, are declared."""
    box = KINDS[rule.kind].feeds(rule)
    if box is not None:
        _check_box(chosen, rule, box, nodes.locate(node, ("into",)))
    for place, name in enumerate(rule.readings):
        if name not in chosen.choice.declared:
            span = nodes.locate(node, ("readings", place)).span
            chosen.diagnostics.add("SR305", span, given=name, hint=nearest(name, chosen.choice.declared))


def _check_box(chosen: Chosen, rule: RuleSpec, box: str, into: nodes.Node) -> None:
    """There is such a box, for points of the same subject, counted in the same."""
    kind, declared, tell = KINDS[rule.kind], chosen.declarations, chosen.diagnostics.add
    of, unit = kind.subject(rule), kind.unit(rule)
    if box not in declared.boxes:
        labels = {label: name for each in chosen.pack.rules for name, label in KINDS[each.kind].opens(each).items()}
        tell("SR314", into.span, given=box, hint=labels.get(box) or nearest(box, declared.boxes))
    elif declared.exists(of) and declared.boxes[box] != declared.base(of):
        tell("SR340", into.span, rule=rule.id, of=of, box=box, whose=declared.boxes[box])
    elif unit != declared.units[box]:
        tell("SR344", into.span, unit=unit or POINTS, box=box, its_unit=declared.units[box] or POINTS)
