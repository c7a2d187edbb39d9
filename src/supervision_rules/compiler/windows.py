"""The windows of rules that read one another: those of one must lie within those of the other."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from supervision_rules.calendar import PeriodKind
from supervision_rules.catalogue import Bilingual
from supervision_rules.compiler.reach import Reach
from supervision_rules.diagnostics import Collector
from supervision_rules.language.binding import TextBinder

_LENGTH: Final[Mapping[PeriodKind, int]] = MappingProxyType(
    {"ten days": 1, "month": 3, "2 months": 6, "quarter": 9, "4 months": 12, "half year": 18, "year": 36}
)
"""Those that make up the longer ones, in thirds of a month; weeks make up none."""
_WORDS: Final[Mapping[PeriodKind, str]] = MappingProxyType(
    {
        "week": "周",
        "ten days": "旬",
        "month": "月",
        "2 months": "两个月",
        "quarter": "季",
        "4 months": "四个月",
        "half year": "半年",
        "year": "年",
    }
)


def check_windows(reach: Reach, diagnostics: Collector) -> None:
    """Tell each rule that reads another whose windows lie across its own, or adds up points of longer ones."""
    windows = next((binder.declarations.windows for binder in reach.rules.values()), {})
    for rule, binder in reach.rules.items():
        window, fed = windows[rule], _fed(binder)
        for read in sorted(reach.rules_read(binder)):
            its = windows.get(read)
            if read in fed and binder.declarations.subjects[read] != binder.declarations.base(binder.subject):
                continue  # that they never get there is told
            if window and its and not (_within(its, window) or (read not in fed and _within(window, its))):
                words = {"window": _words(window), "its_window": _words(its)}
                diagnostics.add("SR320", binder.span("window"), rule=read, **words)
            elif window and its is None and read in fed:
                diagnostics.add("SR321", binder.span("window"), rule=read, window=_words(window))


def _fed(binder: TextBinder) -> frozenset[str]:
    """The rules that put their points into boxes, to a rule that has boxes; none to any other."""
    into = binder.declarations.into.values() if binder.at("boxes") is not None else ()
    return frozenset(rule for rules in into for rule in rules)


def _within(inner: PeriodKind, outer: PeriodKind) -> bool:
    """Whether every window of the one kind lies in one of the other."""
    return inner == outer or (inner in _LENGTH and outer in _LENGTH and _LENGTH[outer] % _LENGTH[inner] == 0)


def _words(window: PeriodKind) -> Bilingual:
    return Bilingual(_WORDS[window], window)
