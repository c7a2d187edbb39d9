"""Characters that a reader of the text cannot see, or that editors and parsers take for different things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from supervision_rules.nodes.draft import Fix

MOST: Final = 5000  # enough to show; a file of nothing but slips must not take minutes

BREAKS: Final = r"\x85\u2028\u2029\r"
CONTROLS: Final = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
SPACES: Final = r"\xa0\u1680\u2000-\u200a\u202f\u205f\u2800"
HIDDEN: Final = (
    r"\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    r"\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\U000f0000-\U0010ffff"
    + "".join(f"\\U000{plane:x}fffe\\U000{plane:x}ffff" for plane in range(1, 15))
).replace(r"\ufff0-\uffff", r"\ufff0-\ufffc\ufffe\uffff")
ESCAPED: Final = re.compile(f"[\\t{CONTROLS}{BREAKS}{SPACES}{HIDDEN}]")
SUSPECT: Final = re.compile(f"\t+|\ufffd|[{CONTROLS}{BREAKS}{SPACES}{HIDDEN}]")
CONTROL: Final = re.compile(f"[{CONTROLS}]")
BREAK: Final = re.compile(f"[{BREAKS}]")
BLANK: Final = re.compile(f"[{BREAKS}{SPACES}\ufeff]")


def code_point(char: str) -> str:
    """``U+200B``."""
    return f"U+{ord(char):04X}"


def unseen(lines: Sequence[str]) -> Iterator[Fix]:
    """A fix for each such character, the first few thousand; each is read as a blank or ``_`` instead."""
    return islice((_fix(line, found) for line, text in enumerate(lines) for found in SUSPECT.finditer(text)), MOST)


def _fix(line: int, found: re.Match[str]) -> Fix:
    char = found[0][0]
    if char == "\t":
        return Fix(line, *found.span(), " " * len(found[0]), "SR026")
    if char == "\ufffd":
        return Fix(line, *found.span(), char, "SR040")
    code = "SR025" if BREAK.match(char) else "SR024" if CONTROL.match(char) else "SR023"
    return Fix(line, *found.span(), " " if BLANK.match(char) else "_", code, {"point": code_point(char)})
