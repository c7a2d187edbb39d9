"""The page of recipes: what it shows is, to the letter, part of a pack whose cases are run by ``tests/patterns``."""

from __future__ import annotations

import re

from doc_pages import DOCS, ROOT, Fence, fences

PAGE = DOCS / "language" / "recipes.md"
FOLDER = ROOT / "tests" / "patterns" / "recipes"
CASES = re.compile(r"\(\.\./\.\./tests/patterns/recipes/([a-z0-9-]+)/cases/pack\.yaml\)")


def strangers(shown: list[Fence]) -> list[str]:
    """The labels of pieces that the pack of their folder does not have between two empty lines, or as its end."""
    return [fence.label for fence in shown if f"\n\n{fence.text}\n" not in f"{_pack(fence.label)}\n"]


def _pack(name: str) -> str:
    return (FOLDER / name / "pack.yaml").read_text(encoding="utf-8")


def test_every_piece_is_part_of_a_tested_pack() -> None:
    shown = fences(PAGE)
    assert {fence.language for fence in shown} == {"yaml"}
    assert strangers(shown) == []


def test_every_recipe_is_shown_once_and_its_cases_are_linked() -> None:
    names = [fence.label for fence in fences(PAGE)]
    assert sorted(names) == sorted(path.parent.name for path in FOLDER.glob("*/pack.yaml"))
    assert CASES.findall(PAGE.read_text(encoding="utf-8")) == names


def test_a_changed_piece_would_be_noticed() -> None:
    first, *_ = fences(PAGE)
    assert strangers([Fence(first.language, first.label, first.text.replace("year", "month", 1))]) == [first.label]
