"""Lines that stand below no key: the one that they belong to has been lost, and the parser blames their indentation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from supervision_rules.nodes.flow import NAME

_ITEM: Final = re.compile(r"\s*-\s")
_ENTRY: Final = re.compile(rf"\s*(?P<key>{NAME}):\s+(?:[^\s#&*!|>'\"\[{{]|[\[{{].*[\]}}]\s*$)")
_KEY: Final = re.compile(r"(?:^|[{,])\s*(?:-\s+)*([a-z_]+):")
_OWN_KEY: Final = re.compile(r"^\s*([a-z_]+):")
_OF_ITEMS: Final = (
    ("kind", "rules"),
    ("options", "readings"),
    ("reason", "not_computable"),
    ("step", "steps"),
    ("require", "items"),
    ("share", "groups"),
    ("rate", "bands"),
    ("within", "cases"),
    ("due", "cases"),
    ("outcome", "cases"),
    ("effect", "boxes"),
    ("of", "facts"),
)
_OF_ENTRIES: Final = (
    ("issuer", "document"),
    ("title", "document"),
    ("day_unit", "conventions"),
    ("roll", "conventions"),
    ("office_hours", "conventions"),
)
_OF_FIELDS: Final = (("type", "fields"),)
"""What only the entries of some key say, the first that is said counts; of fields it stands in braces."""


def without_key(lines: Sequence[str], number: int) -> tuple[int, str] | None:
    """The column at which the lines from ``number`` on begin, and the key that they probably lack, empty if that
    cannot be seen; None where they lack none."""
    text = lines[number] if number < len(lines) else ""
    above = [line for line in lines[:number] if _says(line)]
    column, is_item = _column(text), _ITEM.match(text) is not None
    if not above or not _says(text):
        return None
    entry = _ENTRY.match(above[-1])
    below = entry is not None and column >= entry.start("key")
    if is_item:
        beside = next((line for line in reversed(above) if _column(line) <= column), "")
        among_keys = _column(beside) == column and not _ITEM.match(beside) and _column(above[-1]) > column
        return (column, _named(_item(lines, number, column), _OF_ITEMS)) if below or among_keys else None
    block = list(_block(lines, number, column)) if below else []
    key = _named(block, _OF_ENTRIES, _OWN_KEY) or _named(block, _OF_FIELDS)
    return (column, key) if key else None


def _says(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _column(line: str) -> int:
    return len(line) - len(line.lstrip())


def _item(lines: Sequence[str], number: int, column: int) -> Iterator[str]:
    """The lines of the item that begins at ``number``."""
    yield lines[number]
    for line in lines[number + 1 :]:
        if _says(line) and _column(line) <= column:
            return
        yield line


def _block(lines: Sequence[str], number: int, column: int) -> Iterator[str]:
    """The lines from ``number`` on that are as deep."""
    for line in lines[number:]:
        if _says(line) and _column(line) < column:
            return
        yield line


def _named(lines: Iterable[str], known: Sequence[tuple[str, str]], keys: re.Pattern[str] = _KEY) -> str:
    said = {key for line in lines for key in keys.findall(line)}
    return next((name for word, name in known if word in said), "")
