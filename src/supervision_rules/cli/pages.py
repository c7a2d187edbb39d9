"""The pages of the codes, which ship with the library."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from supervision_rules.reports.page import Page, page_of


def page(code: str) -> Page:
    """The page of a code that the catalogue has."""
    return page_of((_folder() / f"{code}.md").read_text(encoding="utf-8"))


def _folder() -> Traversable:
    """In an installed library the pages lie in the package; in a checkout with the documentation."""
    inside = files("supervision_rules") / "pages"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[3] / "docs" / "diagnostics"
