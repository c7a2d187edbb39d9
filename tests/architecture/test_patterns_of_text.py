"""Patterns of text mean the same to every Python that the library runs on."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"
POSSESSIVE = re.compile(r"[*+?}]\+|\(\?>")
"""What repeats without giving back, or is kept whole: Python before 3.11.5 matches some of them wrongly."""


def patterns(text: str) -> list[str]:
    """The patterns that a module compiles."""
    calls = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))
    texts = (call.args[0] for call in calls if ast.unparse(call.func) == "re.compile")
    constants = (part for given in texts for part in ast.walk(given))
    return [part.value for part in constants if isinstance(part, ast.Constant) and isinstance(part.value, str)]


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: path.stem)
def test_nothing_repeats_without_giving_back(path: Path) -> None:
    assert [each for each in patterns(path.read_text(encoding="utf-8")) if POSSESSIVE.search(each)] == []


def test_one_that_does_is_found() -> None:
    assert [bool(POSSESSIVE.search(each)) for each in patterns("re.compile(r'(?:a|b)*+')\nre.compile('a+')")] == [
        True,
        False,
    ]
