"""Slips within the braces and brackets of one line: full-width symbols and missing blanks."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from supervision_rules.nodes.draft import Fix

NAME: Final = r"[A-Za-z_][A-Za-z0-9_-]*"
VALUE: Final = rf"""\s*(?:-\s*|(?:{NAME}|"{NAME}"|'{NAME}')\s*(?::\s+|：\s*))*"""
OPENS: Final = re.compile(rf"{VALUE}(?P<bracket>[{{\[])")
WIDE_PAIR: Final = re.compile(
    rf"{VALUE}(?P<whole>(?P<opened>[｛［【〔])[^｛［【〔]*:\s.*(?P<closed>[｝］】〕}}\]]))\s*$"
)
QUOTED: Final = re.compile(r"""(?<=[\s:,\[{(=])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")
KEY: Final = re.compile(rf"[{{,]\s*{NAME}\s*(?P<colon>：\s*|:(?=[^\s/:,}}\]]))")
PLAIN: Final[Mapping[str, str]] = MappingProxyType(
    {"｛": "{", "｝": "}", "［": "[", "］": "]", "【": "[", "】": "]", "〔": "[", "〕": "]"}
)
CLOSERS: Final = ("｝", "］", "】", "〕", "}", "]")
CLOSING: Final[Mapping[str, str]] = MappingProxyType({"{": "}", "[": "]"})
WIDE: Final[Mapping[str, str]] = MappingProxyType({"｝": "｛", "］": "［", "】": "【", "〕": "〔"})


def flow_slips(number: int, line: str) -> Iterator[Fix]:
    """A fix for each slip in the braces or brackets that are the value of the line."""
    opened, bare = OPENS.match(line), line.rstrip()
    pair = WIDE_PAIR.match(bare) if bare.endswith(CLOSERS) else None
    if pair:
        yield from _pair(number, pair)
    elif opened:
        text = QUOTED.sub(lambda found: '"' * len(found[0]), bare)
        left = yield from _keys(number, text, opened.start("bracket"))
        yield from _close(number, text, left)


def _pair(number: int, pair: re.Match[str]) -> Iterator[Fix]:
    """Full-width brackets around ``key: value``, which can be no text; only the first of the two is told."""
    wanted = PLAIN[pair["opened"]]
    yield Fix(number, *pair.span("opened"), wanted, "SR004", {"found": pair["opened"], "wanted": wanted})
    if pair["closed"] in PLAIN:
        yield Fix(number, *pair.span("closed"), CLOSING[wanted], "")


def _keys(number: int, text: str, start: int) -> Generator[Fix, None, list[str]]:
    """The colons of keys in braces that are full-width or have no blank after them; returns what is left open."""
    stack: list[str] = []
    for at in range(start, len(text)):
        char = text[at]
        if char in CLOSING:
            stack.append(char)
        elif stack and char == CLOSING[stack[-1]]:
            stack.pop()
        found = KEY.match(text, at) if stack[-1:] == ["{"] and char in "{," else None
        if found:
            yield Fix(number, *found.span("colon"), ": ", "SR003" if "：" in found["colon"] else "SR008")
    return stack


def _close(number: int, text: str, left: Sequence[str]) -> Iterator[Fix]:
    """The full-width bracket that ends the line in the place of the plain one."""
    wanted, last = CLOSING[left[-1]] if left else "", text[-1]
    if last in WIDE and PLAIN[last] == wanted and text.count(last) > text.count(WIDE[last]):
        yield Fix(number, len(text) - 1, len(text), wanted, "SR004", {"found": last, "wanted": wanted})
