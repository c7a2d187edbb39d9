"""Declarative rules for Chinese government supervision (政府督查).

    from datetime import date
    from supervision_rules import evaluate, load_pack, text_of

    pack = load_pack("liuzhou")
    matter = pack.models["matter"](id="m1", kind="instruction", received=date(2022, 9, 28), …)
    result = evaluate(pack, [matter, …], as_of=date(2022, 12, 31))
    for finding in result.findings:
        print(text_of(result, finding))

What is named here is imported when it is first asked for, so that ``import supervision_rules`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from supervision_rules.api import evaluate, judge
    from supervision_rules.calendar import Notice, OutOfCalendar, Period, WorkCalendar, calendar_for, read_notices
    from supervision_rules.comparison import Comparison, PackDiff, Sensitivity, compare, diff, sensitivity
    from supervision_rules.diagnostics import Collector, Diagnostic, Span
    from supervision_rules.expressions import Interval
    from supervision_rules.findings import Explanation, Finding, Receipt, State
    from supervision_rules.policy import PackError, Policy, check, load_pack
    from supervision_rules.records import Batch, Record, Source, read_batch
    from supervision_rules.reports.diff_json import diff_json
    from supervision_rules.reports.json import result_json
    from supervision_rules.reports.replay import replay
    from supervision_rules.reports.sensitivity_json import sensitivity_json
    from supervision_rules.reports.text_of import text_of
    from supervision_rules.results import Judged, Result

_HOMES = (
    ("api", ("evaluate", "judge")),
    ("calendar", ("Notice", "OutOfCalendar", "Period", "WorkCalendar", "calendar_for", "read_notices")),
    ("comparison", ("Comparison", "PackDiff", "Sensitivity", "compare", "diff", "sensitivity")),
    ("diagnostics", ("Collector", "Diagnostic", "Span")),
    ("expressions", ("Interval",)),
    ("findings", ("Explanation", "Finding", "Receipt", "State")),
    ("policy", ("PackError", "Policy", "check", "load_pack")),
    ("records", ("Batch", "Record", "Source", "read_batch")),
    ("reports.diff_json", ("diff_json",)),
    ("reports.json", ("result_json",)),
    ("reports.replay", ("replay",)),
    ("reports.sensitivity_json", ("sensitivity_json",)),
    ("reports.text_of", ("text_of",)),
    ("results", ("Judged", "Result")),
)

__all__ = [
    "Batch",
    "Collector",
    "Comparison",
    "Diagnostic",
    "Explanation",
    "Finding",
    "Interval",
    "Judged",
    "Notice",
    "OutOfCalendar",
    "PackDiff",
    "PackError",
    "Period",
    "Policy",
    "Receipt",
    "Record",
    "Result",
    "Sensitivity",
    "Source",
    "Span",
    "State",
    "WorkCalendar",
    "calendar_for",
    "check",
    "compare",
    "diff",
    "diff_json",
    "evaluate",
    "judge",
    "load_pack",
    "read_batch",
    "read_notices",
    "replay",
    "result_json",
    "sensitivity",
    "sensitivity_json",
    "text_of",
]


def __getattr__(name: str) -> Any:
    for home, names in _HOMES:
        if name in names:
            return getattr(import_module(f"supervision_rules.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
