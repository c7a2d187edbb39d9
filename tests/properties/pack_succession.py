"""Three documents, of which each replaces the one before, in every way in which open matters may pass."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from supervision_rules import Policy, load_pack

Ways = tuple[str, str]
WAYS: tuple[Ways, ...] = tuple(product(("old", "new"), repeat=2))
"""What becomes of open matters at either change."""


def succeeding(write: Callable[[int, date, str], str], begins: Sequence[date], ways: Ways) -> tuple[Policy, ...]:
    """The packs in force from the days ``begins``; ``write`` gives the text of one by its place, its first day and the
    line that says what it replaces."""
    with TemporaryDirectory() as folder:
        return tuple(
            _loaded(Path(folder) / f"p{place}.yaml", write(place, since, _replaces(place, ways)))
            for place, since in enumerate(begins)
        )


def _replaces(place: int, ways: Ways) -> str:
    return f"  replaces: {{pack: p{place - 1}, open_matters: {ways[place - 1]}}}\n" if place else ""


def _loaded(path: Path, text: str) -> Policy:
    path.write_text(text, encoding="utf-8")
    return load_pack(path)
