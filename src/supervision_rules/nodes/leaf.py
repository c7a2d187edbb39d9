"""What is wrong with one scalar, by itself: its meaning, its length, its symbols, its escapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from yaml.scanner import Scanner

from supervision_rules.nodes.characters import ESCAPED, code_point
from supervision_rules.nodes.flow import NAME, PLAIN, WIDE
from supervision_rules.nodes.model import Limits, Node, Scalar
from supervision_rules.nodes.quotes import PAIRS as QUOTES
from supervision_rules.nodes.quotes import half
from supervision_rules.nodes.scalars import ambiguity, is_text

ESCAPE: Final = re.compile(r"\\(?:x(?P<x>[0-9a-fA-F]{2})|u(?P<u>[0-9a-fA-F]{4})|U(?P<U>[0-9a-fA-F]{8})|(?P<one>[^\n]))")
PECULIAR: Final = re.compile(r"""["“”‘’＂＇「」『』［］｛｝＃，、；：(]""")
"""What stands in every text that ``_symbols`` has something to say of."""
WIDE_HASH: Final = re.compile(r"\s＃")
MOST_JOINED: Final = 2000  # characters; longer texts are not put together piece by piece
NAME_ONLY: Final = re.compile(NAME)
WIDE_COMMA: Final = re.compile("[，、]")
WIDE_PAIR: Final = re.compile(rf"[，、；]\s*{NAME}\s*[：:]")
WIDE_COLON: Final = re.compile(rf"{NAME}\s*(?P<found>：)")
PAIRS: Final = (*QUOTES, ("［", "］", "["), ("｛", "｝", "{"))

Problem = tuple[str, int, int, dict[str, str]]  # code, start and end within the text, words


def value_problems(scalar: Scalar, limits: Limits, flow: str) -> Iterator[Problem]:
    """What refuses a value; ``flow`` is the bracket that it stands in, or nothing."""
    text, whole = scalar.text, (0, len(scalar.text))
    if len(text) > limits.scalar:
        yield "SR037", *whole, {"limit": str(limits.scalar)}
        return
    if scalar.plain:
        code = ambiguity(text, limits)
        if code:
            yield code, *whole, {"found": text}
        else:
            yield from _symbols(text, flow)


def key_problems(key: Scalar, limits: Limits, flow: str) -> Iterator[Problem]:
    """What refuses a key."""
    text, whole = key.text, (0, len(key.text))
    wide = WIDE_COLON.match(text) if key.plain and flow else None
    if len(text) > limits.key:
        yield "SR038", *whole, {"limit": str(limits.key)}
    elif key.plain and text == "<<":
        yield "SR011", *whole, {"found": text}
    elif key.plain and not is_text(text):
        yield "SR016", *whole, {"found": text or "null"}
    elif wide:
        yield "SR003", *wide.span("found"), {}
    elif key.plain:
        yield from _symbols(text, flow)


def _symbols(text: str, flow: str) -> Iterator[Problem]:
    """A full-width symbol that stands where YAML wants the plain one."""
    if not PECULIAR.search(text):
        return
    for opened, closed, wanted in PAIRS:
        if text.startswith(opened) and text.endswith(closed) and text.find(closed, 1) == len(text) - 1:
            yield "SR004", 0, 1, {"found": opened, "wanted": wanted}
            return
    at = half(text)
    if at is not None:
        yield "SR041", at, at + 1, {"found": text[at]}
        return
    if flow and _is_open(text):
        # YAML ends a value within brackets at the comma, whatever parentheses stand around it.
        yield "SR042", 0, len(text), {"found": text}
        return
    found = WIDE_HASH.search(text) or (flow and (WIDE_COMMA if flow == "[" else WIDE_PAIR).search(text))
    if found:
        symbol = found[0].strip()[0]
        at = text.index(symbol, found.start())
        yield "SR004", at, at + 1, {"found": symbol, "wanted": "#" if symbol == "＃" else ","}


def _is_open(text: str) -> bool:
    """Whether a parenthesis in ``text`` is not closed; one of full width closes it, and is told for itself."""
    return text.count("(") > text.count(")") + text.count("）")


def rejoined(one: Node, other: Node) -> Scalar | None:
    """What was meant where a comma in parentheses has cut a value in two, so that only the comma is told; else None."""
    if not (isinstance(one, Scalar) and isinstance(other, Scalar) and one.plain and other.plain and _is_open(one.text)):
        return None
    return joined(one, other)


def continued(value: Node, key: Node) -> Scalar | None:
    """The text that a comma has cut in two, where what stands behind the comma can be no key of its own; else None."""
    if not (isinstance(value, Scalar) and isinstance(key, Scalar) and value.plain and key.plain and value.text):
        return None
    is_text = key.text and not NAME_ONLY.fullmatch(key.text) and len(value.text) < MOST_JOINED
    return joined(value, key) if is_text else None


def wide_list(text: str) -> tuple[str, str] | None:
    """The full-width bracket that a list begins with, which a comma has cut, and the plain one that was meant."""
    return next(
        ((each, PLAIN[each]) for each in WIDE.values() if text[:1] == each and WIDE.get(text[-1:]) == each), None
    )


def joined(one: Scalar, other: Scalar) -> Scalar:
    """Two halves of a plain value as one."""
    text = f"{one.text}, {other.text}"
    return Scalar(text, text, True, one.span._replace(end_line=other.span.end_line, end_column=other.span.end_column))


def escapes(raw: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and code point of the escapes in a double-quoted ``raw`` that stand for characters nobody sees."""
    for found in ESCAPE.finditer(raw):
        digits = found["x"] or found["u"] or found["U"]
        char = chr(int(digits, 16)) if digits else Scanner.ESCAPE_REPLACEMENTS.get(found["one"], " ")
        if ESCAPED.match(char):
            yield *found.span(), code_point(char)
