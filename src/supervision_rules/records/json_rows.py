"""Rows of JSON: one object a line, or one array of objects."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import partial
from types import MappingProxyType
from typing import Final, NoReturn

from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import NOTHING, Collector, Span
from supervision_rules.records.rows import Row
from supervision_rules.records.source import Source, Unread, read_lines, read_text, tell_too_long
from supervision_rules.records.values import Refused, given

MAX_INTEGER_DIGITS: Final = 15
_PLAIN: Final[Mapping[str, str]] = MappingProxyType(dict(zip("“”‘’＂：，｛｝［］", '""""":,{}[]', strict=True)))
"""The signs of JSON by the full-width ones that Chinese keyboards write for them."""
_BLANK: Final = re.compile(r"[ \t\r\n]*")
_PART: Final = re.compile(r'[^"\\]*(?:\\.[^"\\]*){0,200}')
"""A part of a text, without the quotation marks. The whole may be as long as the file; each turn is kept in memory."""


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        raise Refused("SR513", key=next(name for name in names if names.count(name) > 1))
    return found


def _integer(text: str) -> int:
    if len(text.removeprefix("-")) > MAX_INTEGER_DIGITS:
        raise Refused("SR514", what=Bilingual("整数的位数", "digits of a whole number"), limit=MAX_INTEGER_DIGITS)
    return int(text)


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise Refused("SR512", **_not_json(text, 0)) from None


def _constant(text: str) -> NoReturn:
    raise Refused("SR512", **_not_json(text, 0))


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_decimal, parse_constant=_constant
)


def json_lines(source: Source, diagnostics: Collector) -> Iterator[Row | None]:
    """A row for each line that is not blank; None for one that is refused, which is told."""
    for number, line in read_lines(source, diagnostics):
        if line is None:
            tell_too_long(source, number, diagnostics)
            yield None
        elif line and not line.isspace():
            yield _line(source, number, line, diagnostics)


def _line(source: Source, number: int, line: str, diagnostics: Collector) -> Row | None:
    span = Span(source.name, number, 1, number, len(line) + 1)
    start = len(line) - len(line.lstrip(" \t\r"))
    found = _element(line, start, span, diagnostics)
    if found is None:
        return None
    row, end = found
    rest = line[end:].strip(" \t\r")
    if rest:
        column = line.index(rest, end)
        diagnostics.add("SR512", Span(source.name, number, column + 1, number, len(line) + 1), **_not_json(rest, 0))
        return None
    return row


def json_array(source: Source, diagnostics: Collector) -> Iterator[Row | None]:
    """A row for each element.

    Raises:
        Unread: there is a mistake in the syntax, which has been told; what follows it is not read.
    """
    text = read_text(source, diagnostics)
    position, line = _skip(text, 0, 1)
    if text[position : position + 1] != "[":
        _tell_no_list(source, text, position, line, diagnostics)
        raise Unread(_span(source, text, position, line))
    mark = "["
    while mark in "[,":
        position, line = _skip(text, position + 1, line)
        if mark == "[" and text[position : position + 1] == "]":
            break
        place = _span(source, text, position, line)
        found = _element(text, position, place, diagnostics)
        if found is None:
            raise Unread(place)
        yield found[0]
        after, line = _skip(text, found[1], line + text.count("\n", position, found[1]))
        position, mark = after, text[after : after + 1] or "end"
        if mark not in ",]":
            raise _no_json(source, text, position, line, diagnostics)
    position, line = _skip(text, position + 1, line)
    if position < len(text):
        raise _no_json(source, text, position, line, diagnostics)


def _no_json(source: Source, text: str, position: int, line: int, diagnostics: Collector) -> Unread:
    """Tell what stands where a comma or the end of the list, or nothing, should stand."""
    place = _span(source, text, position, line)
    diagnostics.add("SR512", place, **_not_json(text, position))
    return Unread(place)


def _tell_no_list(source: Source, text: str, position: int, line: int, diagnostics: Collector) -> None:
    """What stands where the list should begin: JSON of another sort, or no JSON."""
    span = _span(source, text, position, line)
    try:
        value, _ = _DECODER.raw_decode(text, position)
    except (Refused, json.JSONDecodeError, RecursionError):
        diagnostics.add("SR512", span, **_not_json(text, position))
    else:
        diagnostics.add("SR545", span, given=given(value))


def _skip(text: str, position: int, line: int) -> tuple[int, int]:
    """The position after white space, and its line."""
    end = _BLANK.match(text, position).end()  # type: ignore[union-attr]  # matches the empty text too
    return end, line + text.count("\n", position, end)


def _span(source: Source, text: str, position: int, line: int) -> Span:
    column = position - text.rfind("\n", 0, position)
    return Span(source.name, line, column, line, column + 1)


def _element(text: str, start: int, span: Span, diagnostics: Collector) -> tuple[Row, int] | None:
    """The object that begins at ``start`` and where it ends; None, and told, if there is none."""
    try:
        value, end = _DECODER.raw_decode(text, start)
    except Refused as refused:
        diagnostics.add(refused.code, span, **refused.params)
        return None
    except json.JSONDecodeError as error:
        diagnostics.add("SR512", _moved(span, text, start, error.pos), **_not_json(text, error.pos))
        return None
    except RecursionError:
        diagnostics.add("SR514", span, what=Bilingual("嵌套的层数", "depth of nesting"), limit=20)
        return None
    if isinstance(value, dict):
        return Row(value, span, partial(_locate, text, start, end, span)), end
    diagnostics.add("SR515", span, given=given(value))
    return None


def _not_json(text: str, position: int) -> dict[str, str]:
    """What stands there instead of JSON, and the plain sign for a full-width one."""
    shown = text[position : position + 10].split("\n", maxsplit=1)[0]
    wide = shown[:1] if shown[:1] in _PLAIN else ""
    return {"given": shown or NOTHING, "wide": wide or NOTHING, "plain": _PLAIN.get(wide, NOTHING)}


def _locate(text: str, start: int, end: int, span: Span, key: str, value: bool) -> Span:
    """The place of a key of the object at ``start`` or of its value; the object's if the key has escapes."""
    found = re.compile(rf'"{re.escape(key)}"[ \t\r\n]*:[ \t\r\n]*').search(text, start, end)
    if found is None:
        return span
    first, last = found.start(), found.start() + len(key) + 2
    if value:
        first, last = found.end(), _end_of_text(text, found.end()) or _DECODER.raw_decode(text, found.end())[1]
    return _moved(span, text, start, first, last)


def _end_of_text(text: str, begin: int) -> int | None:
    """Where the text in quotation marks ends that begins there, without decoding it; None if there is none."""
    if text[begin : begin + 1] != '"':
        return None
    position = begin + 1
    while text[position : position + 1] not in ('"', ""):
        position = _PART.match(text, position).end()  # type: ignore[union-attr]  # matches nothing, too
    return position + 1


def _moved(span: Span, text: str, start: int, first: int, last: int | None = None) -> Span:
    """The span of the characters ``first`` to ``last``, given that of the object that begins at ``start``."""
    line = span.line + text.count("\n", start, first)
    column = first - max(text.rfind("\n", 0, first), -1)
    last = first + 1 if last is None else last
    end_line = line + text.count("\n", first, last)
    return Span(span.source, line, column, end_line, last - text.rfind("\n", 0, last))
