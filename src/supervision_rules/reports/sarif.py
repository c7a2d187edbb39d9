"""SARIF 2.1.0 (OASIS): what ``check`` found for code scanning, with what comments suppress and why."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from supervision_rules.catalogue import CODES, Severity
from supervision_rules.diagnostics import Diagnostic, Span, by_place
from supervision_rules.reports.checked import Checked, Places, Setting, described
from supervision_rules.reports.fingerprints import fingerprints
from supervision_rules.reports.json import to_bytes
from supervision_rules.reports.page import Page

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT: Final = "codeAndKeys/v1"
ROOT: Final = "%SRCROOT%"
"""What paths are seen from: the folder of the project, wherever it lies."""
_LANGUAGES: Final[Mapping[str, str]] = {"zh": "zh-CN", "en": "en-US"}


def sarif(checked: Checked, setting: Setting) -> bytes:
    """One run. What has no place in a file is told of the run itself: readers expect a place of each result."""
    told = [(found, None) for found in checked.found]
    answered = [(each.diagnostic, each.reason) for each in checked.suppressed]
    pairs = sorted((*told, *answered), key=lambda pair: by_place(pair[0]))
    every = [found for found, _ in pairs]
    codes = sorted({found.code for found in every})
    marks = fingerprints(every, checked.trees, setting.place)
    results = [
        _result(found, found.span, codes.index(found.code), mark, reason, setting)
        for (found, reason), mark in zip(pairs, marks, strict=True)
        if found.span is not None
    ]
    placeless = [found for found in every if found.span is None]
    run = {
        "tool": {"driver": _driver(codes, setting)},
        "language": _LANGUAGES[setting.lang],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "the folder of the project"}}},
        "invocations": [_invocation(placeless, codes, setting)],
        "results": results,
        "properties": {"leftOut": dict(sorted(checked.left_out.items()))},
    }
    return to_bytes({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(codes: Sequence[str], setting: Setting) -> dict[str, Any]:
    rules = [_rule(code, setting.page(code), setting) for code in codes]
    return {"name": "supervision-rules", "version": setting.version(), "rules": rules}


def _rule(code: str, page: Page, setting: Setting) -> dict[str, Any]:
    lang = setting.lang
    help_text = "\n\n".join(words.said(lang) for words in (page.when, page.why, page.mend))
    return {
        "id": code,
        "shortDescription": {"text": page.title.said(lang)},
        "fullDescription": {"text": page.when.said(lang)},
        "help": {"text": help_text, "markdown": help_text},
        "defaultConfiguration": {"level": str(CODES[code].severity)},
    }


def _result(
    found: Diagnostic, span: Span, index: int, mark: str, reason: str | None, setting: Setting
) -> dict[str, Any]:
    result = {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": str(found.severity),
        "message": {"text": described(found, setting.lang)},
        "locations": [{"physicalLocation": _location(span, setting.place)}],
        "partialFingerprints": {FINGERPRINT: mark},
    }
    # Where one result states its suppressions, all must: an empty list says that there are none.
    result["suppressions"] = [{"kind": "inSource", "justification": reason}] if reason is not None else []
    return result


def _location(span: Span, place: Places) -> dict[str, Any]:
    return {
        "artifactLocation": _artifact(place(span.source)),
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }


def _artifact(path: str) -> dict[str, str]:
    """A path of the project from its root; any other as the address of a file."""
    address = quote(os.fsencode(path))
    return {"uri": f"file://{address}"} if path.startswith("/") else {"uri": address, "uriBaseId": ROOT}


def _invocation(placeless: Sequence[Diagnostic], codes: Sequence[str], setting: Setting) -> dict[str, Any]:
    notifications = [
        {
            "descriptor": {"id": found.code, "index": codes.index(found.code)},
            "level": str(found.severity),
            "message": {"text": described(found, setting.lang)},
        }
        for found in placeless
    ]
    failed = any(found.severity is Severity.ERROR for found in placeless)
    return {"executionSuccessful": not failed, "toolExecutionNotifications": notifications}
