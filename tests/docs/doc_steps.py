"""What a page that goes step by step does to a file: pieces are added to its sections, a mistake takes some lines."""

from __future__ import annotations

import re

from supervision_rules.pack import Pack

ORDER = (*Pack.model_fields, "units", "cases")
TYPES = "  types:\n"
"""What stands between the section of records and its items."""
_KEY = re.compile(r"^(\w+):", re.MULTILINE)


def with_piece(text: str, piece: str) -> str:
    """Each section of ``piece`` added to the one of its name; a new one takes the place that it has in a pack."""
    sections = _sections(text)
    for key, body in _sections(piece).items():
        if key in sections:
            _, _, items = body.partition("\n")
            sections[key] = f"{sections[key]}\n\n{items.removeprefix(TYPES)}"
        else:
            sections[key] = body
    return "\n\n".join(sections[key] for key in sorted(sections, key=_place)) + "\n"


def _place(key: str) -> int:
    """What stands above the first section stays there, together with the short keys of the head."""
    return ORDER.index(key) if key else -1


def _sections(text: str) -> dict[str, str]:
    """The text by its keys, without empty lines around; what stands above the first long section lies under ''."""
    starts = [match.start() for match in _KEY.finditer(text) if text[match.end() :].startswith("\n")]
    head = text[: starts[0]].strip("\n")
    parts = [text[start:end].strip("\n") for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    above = {"": head} if head else {}
    return above | {part.partition(":")[0]: part for part in parts}


def with_change(text: str, change: str) -> str:
    """The lines after ``-`` give way to those after ``+``; they stand in the text once, one after the other."""
    old, new = ("".join(f"{line[1:]}\n" for line in change.splitlines() if line[0] == sign) for sign in "-+")
    assert text.count(old) == 1, f"{text.count(old)} times:\n{old}"
    return text.replace(old, new)
