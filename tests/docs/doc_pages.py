"""The pages of the documentation and their fenced blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
_FENCE = re.compile(r"^```(\S+)(?: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: the word after the fence, what follows it, and the text."""

    language: str
    label: str
    text: str


def fences(page: Path) -> list[Fence]:
    """The blocks of a page; in those marked ``-escaped`` (``yaml-escaped``) hidden characters stand by their code."""
    found = _FENCE.findall(page.read_text(encoding="utf-8"))
    return [_fence(language, label, text) for language, label, text in found]


def _fence(language: str, label: str, text: str) -> Fence:
    if language.endswith("-escaped"):
        decoded = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
        return Fence(language.removesuffix("-escaped"), label, decoded)
    return Fence(language, label, text)


def written_pages() -> list[Path]:
    """The pages that people read from top to bottom; those of diagnostics have a test of their own."""
    pages = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    return pages + sorted(page for page in DOCS.rglob("*.md") if page.parent.name != "diagnostics")


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))
