"""The formats of ``check``, by the names that they are asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from supervision_rules.reports.check_text import concise, text
from supervision_rules.reports.checked import Checked, Renderer, Setting
from supervision_rules.reports.github import github
from supervision_rules.reports.gitlab import gitlab
from supervision_rules.reports.json import checked_json, diagnostic_json, to_bytes
from supervision_rules.reports.junit import checked_junit
from supervision_rules.reports.sarif import sarif


def _json(checked: Checked, setting: Setting) -> bytes:
    return to_bytes(checked_json(checked, setting.lang))


def _jsonl(checked: Checked, setting: Setting) -> bytes:
    """An object for each problem, on a line of its own."""
    shown = (diagnostic_json(found, setting.lang) for found in checked.found)
    lines = (json.dumps(each, ensure_ascii=False, allow_nan=False, sort_keys=True) for each in shown)
    return "".join(f"{line}\n" for line in lines).encode(errors="backslashreplace")


FORMATS: Final[Mapping[str, Renderer]] = MappingProxyType(
    {
        "text": text,
        "concise": concise,
        "json": _json,
        "jsonl": _jsonl,
        "github": github,
        "gitlab": gitlab,
        "sarif": sarif,
        "junit": checked_junit,
    }
)
