"""An item in braces that lacks its dash among others that have it: the parser blames colons and indentation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from supervision_rules.nodes.flow import NAME

_BRACED: Final = re.compile(r"\s*(?P<brace>\{)")
_ITEM: Final = re.compile(r"\s*-\s")
_KEY: Final = re.compile(r"\s*[A-Za-z_][\w-]*:\s*(?:#.*)?$")
_SAYS: Final = re.compile(r"\s*[^\s#]")
_ENTRY: Final = re.compile(rf"\s*(?P<key>{NAME}):(?:\s|$)")
_ONE: Final = re.compile(rf"\{{\s*{NAME}:\s[^:{{}}]*\}}\s*(?:#.*)?$")
"""One key with its value in braces."""


def without_dash(lines: Sequence[str], number: int) -> tuple[int, int] | None:
    """The line and column of such an item, at ``number`` or on the line before; None if there is none."""
    says = [at for at, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")]
    around = [at for at in says if at <= number][-2:]
    for at in reversed(around):
        found = _BRACED.match(lines[at])
        place = says.index(at)
        if found and (_follows_item(lines, says[:place], found.start("brace")) or _precedes_item(lines, says[place:])):
            return at, found.start("brace")
    return None


def is_among_keys(lines: Sequence[str], number: int, column: int) -> bool:
    """Whether braces stand round one key alone that belongs to the item whose next key follows below."""
    below = next((line for line in lines[number + 1 :] if _SAYS.match(line)), "")
    next_key = _ENTRY.match(below)
    return _ONE.match(lines[number], column) is not None and next_key is not None and next_key.start("key") == column


def _follows_item(lines: Sequence[str], above: Sequence[int], column: int) -> bool:
    """Whether the list goes on that began above: its items have dashes."""
    for at in reversed(above):
        line = lines[at]
        if _ITEM.match(line):
            return True
        if len(line) - len(line.lstrip()) < column or _KEY.match(line):
            return False
    return False


def _precedes_item(lines: Sequence[str], below: Sequence[int]) -> bool:
    return len(below) > 1 and _ITEM.match(lines[below[1]]) is not None
