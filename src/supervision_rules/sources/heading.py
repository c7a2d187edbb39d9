"""What a pack says of its document as a whole, held against the text: its number and its days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from supervision_rules import nodes
from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import Collector
from supervision_rules.language.readings import BY_READING
from supervision_rules.nodes.numerals import chinese
from supervision_rules.shape import read_day
from supervision_rules.sources.document import Document, Stretch
from supervision_rules.sources.folding import fold

_CHINESE: Final = "[〇零一二三四五六七八九十]"
_DAY: Final = (
    rf"(?P<year>\d{{4}}|{_CHINESE}{{4}})(?:年|[-./])(?P<month>\d{{1,2}}|{_CHINESE}{{1,2}})(?:月|[-./])"
    rf"(?P<day>\d{{1,2}}|{_CHINESE}{{1,3}})(?:日|(?!\d))"
)
_DATE: Final = re.compile(_DAY)
_OF_FORCE: Final = "(?:施行|实施|执行|生效|试行)"
_SINCE: Final = re.compile(rf"自{_DAY}(?:之日)?起(?:正式)?{_OF_FORCE}")
# A document that comes into force on the day on which it is issued or made public.
_AT_ONCE: Final = re.compile(rf"自(?:公布|发布|印发|颁布|下发|发文|成文)之日起(?:正式)?{_OF_FORCE}")
_NUMBER: Final = re.compile(r"[^\W\d_]{2,10}\(\d{4}\)第?\d{1,4}号")
_SAID: Final = {
    "number": Bilingual("文号", "number"),
    "issued": Bilingual("成文日期", "date of issue"),
    "since": Bilingual("施行日期", "date of force"),
}


def in_force(about: nodes.Node | None, document: Document) -> list[Stretch]:
    """Where the text says since when it is in force, as the pack does under one of its readings."""
    stated = list(_since(about))
    days = {_day(scalar) for scalar in stated}
    said = list(_SINCE.finditer(document.folded)) if stated else []
    found = [match for match in said if _read(match) in days] or said  # another day there is told by itself
    found += _AT_ONCE.finditer(document.folded) if stated else ()
    return [match.span() for match in found]


def tell_heading(about: nodes.Node | None, document: Document, diagnostics: Collector) -> None:
    """Tell the number and the days that the pack states otherwise than the text, which may state none."""
    if not isinstance(about, nodes.Mapping):
        return
    dates, forces = (set(_days(pattern, document.folded)) for pattern in (_DATE, _SINCE))
    issued, number = about.get("issued"), about.get("number")
    if isinstance(number, nodes.Scalar) and number.value is not None:
        _tell_number(number, document, diagnostics)
    if isinstance(issued, nodes.Scalar):
        # A day of force is no day of issue, but may be the same.
        _tell_day("issued", issued, dates if _day(issued) in forces else dates - forces, diagnostics)
    since = list(_since(about))
    at_once = not forces and isinstance(issued, nodes.Scalar) and len(since) == 1 and since[0].text == issued.text
    if len(since) == 1 and not at_once:  # more than one is a reading, which has its own words
        _tell_day("since", since[0], forces or dates, diagnostics)


def _tell_number(number: nodes.Scalar, document: Document, diagnostics: Collector) -> None:
    there = _NUMBER.findall(document.folded)
    if there and fold(number.text).text not in document.folded:
        hint = document.nearest(number.text)
        diagnostics.add("SR812", number.span, what=_SAID["number"], given=number.text, there=hint)


def _tell_day(what: str, stated: nodes.Scalar, dates: Iterable[date], diagnostics: Collector) -> None:
    day, there = _day(stated), sorted(dates)
    if day is not None and there and day not in there:
        hint = min(there, key=lambda each: abs(each - day))
        diagnostics.add("SR812", stated.span, what=_SAID[what], given=stated.text, there=str(hint))


def _since(about: nodes.Node | None) -> Iterator[nodes.Scalar]:
    """The day since when it is in force, under each reading."""
    for key, value in about.entries if isinstance(about, nodes.Mapping) else ():
        if key.text == "since":
            yield from _scalars(value)
        elif key.text not in ("replaces", BY_READING):
            yield from _since(value)


def _scalars(node: nodes.Node) -> Iterator[nodes.Scalar]:
    if isinstance(node, nodes.Scalar):
        yield from (node,) if node.value is not None else ()
    elif isinstance(node, nodes.Mapping):
        for key, value in node.entries:
            yield from _scalars(value) if key.text != BY_READING else ()


def _day(scalar: nodes.Scalar) -> date | None:
    return read_day(scalar.text)


def _days(pattern: re.Pattern[str], text: str) -> Iterator[date]:
    return (day for match in pattern.finditer(text) if (day := _read(match)) is not None)


def _read(match: re.Match[str]) -> date | None:
    """The day that a text names; None if there is no such day."""
    year, month, day = (
        int(each) if each.isdecimal() else chinese(each) for each in (match["year"], match["month"], match["day"])
    )
    try:
        return date(year, month, day)
    except ValueError:
        return None
