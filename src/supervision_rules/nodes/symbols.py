"""Slips of Chinese typing that a scan of the lines can tell: full-width symbols where YAML wants plain ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from supervision_rules.nodes.characters import MOST
from supervision_rules.nodes.draft import Fix
from supervision_rules.nodes.flow import NAME, flow_slips

WIDE_BLANK: Final = "[\u3000\u00a0]"
INDENT: Final = re.compile(rf"(?P<before>[ ]*(?:- +)*){WIDE_BLANK}[ \u3000\u00a0]*(?=\S)")
MAYBE: Final = re.compile(  # found in every text that has a slip, so that most need no second look
    rf"""(?m)^[^\S\n]*(?:[-－][^\S\n]*)*(?:["']?{NAME}["']?[^\S\n]*：|{NAME}:[^\s/:]|{NAME}:{WIDE_BLANK}|[＃－–—\u3000\u00a0]|-{NAME}:\s)"""
    r"|^[^\S\n]*[\u3000\u00a0]|[\x21-\x7e][ ]*[\u3000\u00a0]+[^\S\n]*$|-[{\[]|[｛［【〔｝］】〕]"
    rf"|[{{,][^\S\n]*{NAME}[^\S\n]*(?:：|:[^\s/:,}}\]])"
)
DASH: Final = re.compile(r"\s*(?P<found>－|[–—](?=\s))")
CLOSE_DASH: Final = re.compile(rf"\s*(?:-\s+)*(?P<found>-)(?={NAME}:(?:\s|$)|[{{\[])")
HASH: Final = re.compile(r"\s*(?P<found>＃)")
COLON: Final = re.compile(rf"""\s*(?:[-－]\s*)*(?:{NAME}|"{NAME}"|'{NAME}')\s*(?P<found>：)""")
BLANK_AFTER_COLON: Final = re.compile(rf"\s*(?:-\s*)*{NAME}:(?P<found>{WIDE_BLANK}+)")
BLANK_AT_END: Final = re.compile(
    rf"""(?!.*\s\#)(?:.*?(?=[\x21-\x7e])[\w"')\]}}][ ]*)(?P<found>{WIDE_BLANK}+)[ \u3000\u00a0]*$"""
)
CLOSE_COLON: Final = re.compile(rf"\s*{NAME}(?P<found>:)(?=[^\s/:])")
ITEM_COLON: Final = re.compile(rf"\s*(?:-\s+)+(?P<key>{NAME})(?P<found>:)(?=[^\s/:])")
COMMENT: Final = re.compile(r"\s*(?:#|$)")
KEY: Final = re.compile(rf"\s*(?P<key>{NAME})\s*[:：]")

BLOCK: Final = re.compile(r"(?:^|[:：-]\s*)[|>][-+0-9]{0,2}\s*(?:#.*)?$")
BLOCK_INDENT: Final = re.compile(r"\s*(?:-\s+(?=[^|>\s]))*")
OPEN_QUOTE: Final = re.compile(r"""(?:^|[:：,\[{-])\s*(?:"(?:[^"\\]|\\.)*\\?|'(?:[^']|'')*)$""")


def slips(text: str, lines: Sequence[str]) -> Iterator[Fix]:
    """A fix for each slip (the first few thousand) outside of comments and of texts of several lines."""
    return islice(_slips(lines), MOST) if MAYBE.search(text) else iter(())


def _slips(lines: Sequence[str]) -> Iterator[Fix]:
    for number, line in syntax_lines(lines):
        yield from _blanks(number, line)
        colon = COLON.match(line)
        dash, mark = DASH.match(line), HASH.match(line)
        if close_dash := CLOSE_DASH.match(line):
            yield Fix(number, *close_dash.span("found"), "- ", "SR044")
        if dash:
            yield Fix(number, *dash.span("found"), "- ", "SR004", {"found": dash["found"], "wanted": "-"})
        if mark:
            yield Fix(number, *mark.span("found"), "#", "SR004", {"found": "＃", "wanted": "#"})
        elif colon:
            yield Fix(number, *colon.span("found"), ": ", "SR003")
        elif close := CLOSE_COLON.match(line) or _item(lines, number):
            yield Fix(number, *close.span("found"), ": ", "SR008")
        yield from flow_slips(number, line)


def _item(lines: Sequence[str], number: int) -> re.Match[str] | None:
    """The first key of an item, without the blank; the key below it shows that it is no text."""
    found = ITEM_COLON.match(lines[number])
    if found is None:
        return None
    below = next((lines[at] for at in range(number + 1, len(lines)) if COMMENT.match(lines[at]) is None), "")
    key = KEY.match(below)
    return found if key and key.start("key") == found.start("key") else None


def _blanks(number: int, line: str) -> Iterator[Fix]:
    if indent := INDENT.match(line):
        start, end = indent.end("before"), indent.end()
        yield Fix(number, start, end, line[start:end].replace("\u3000", "  ").replace("\u00a0", " "), "SR027")
    if after := BLANK_AFTER_COLON.match(line):
        yield Fix(number, *after.span("found"), " ", "SR027")
    if last := BLANK_AT_END.match(line):
        yield Fix(number, *last.span("found"), " ", "SR027")


def syntax_lines(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines with their numbers that can hold keys: no comments, block texts or insides of quoted texts."""
    block: int | None = None  # the indentation that the lines of a block text exceed
    quote = ""
    for number, line in enumerate(lines):
        bare = line.lstrip()
        if not bare or bare.startswith("#"):
            continue
        if quote:
            quote = "" if quote in line else quote
            continue
        if block is not None and len(line) - len(bare) > block:
            continue
        block = _width(BLOCK_INDENT.match(line)) if BLOCK.search(line) else None
        opened = OPEN_QUOTE.search(line)
        quote = next(char for char in opened[0] if char in "\"'") if opened else ""
        yield number, line


def _width(found: re.Match[str] | None) -> int:
    return len(found[0]) if found else 0
