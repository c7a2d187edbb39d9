"""The office is there for every test of a format."""

from __future__ import annotations

from office import office

__all__ = ["office"]
