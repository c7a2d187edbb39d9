"""The code quality report of GitLab."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from supervision_rules.catalogue import Severity
from supervision_rules.diagnostics import Diagnostic
from supervision_rules.reports.checked import Checked, Setting, described
from supervision_rules.reports.fingerprints import fingerprints
from supervision_rules.reports.json import to_bytes

_SEVERITIES: Final[Mapping[Severity, str]] = MappingProxyType(
    {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
)
_NOWHERE: Final = {"path": ".", "positions": {"begin": {"line": 1, "column": 1}}}
"""A place must be given of all, of what has none as well."""


def gitlab(checked: Checked, setting: Setting) -> bytes:
    """A list; each has a fingerprint of its own, by which it is known in the next run."""
    marks = fingerprints(checked.found, checked.trees, setting.place)
    return to_bytes([_entry(found, mark, setting) for found, mark in zip(checked.found, marks, strict=True)])


def _entry(found: Diagnostic, mark: str, setting: Setting) -> dict[str, Any]:
    return {
        "check_name": found.code,
        "description": f"{found.code}: {described(found, setting.lang)}",
        "fingerprint": mark,
        "severity": _SEVERITIES[found.severity],
        "location": _location(found, setting),
    }


def _location(found: Diagnostic, setting: Setting) -> dict[str, Any]:
    span = found.span
    if span is None:
        return _NOWHERE
    begin, end = {"line": span.line, "column": span.column}, {"line": span.end_line, "column": span.end_column}
    return {"path": setting.place(span.source), "positions": {"begin": begin, "end": end}}
