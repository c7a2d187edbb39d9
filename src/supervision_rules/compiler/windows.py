"""The windows of rules that read one another: those of one must lie within those of the other."""

from __future__ import annotations

from supervision_rules.calendar import PeriodKind, lies_within
from supervision_rules.catalogue import Bilingual
from supervision_rules.catalogue.periods import PERIODS
from supervision_rules.compiler.reach import Reach
from supervision_rules.diagnostics import Collector
from supervision_rules.language.binding import TextBinder


def check_windows(reach: Reach, diagnostics: Collector) -> None:
    """Tell each rule that reads another whose windows lie across its own, or adds up points of longer ones."""
    windows = next((binder.declarations.windows for binder in reach.rules.values()), {})
    for rule, binder in reach.rules.items():
        window, fed = windows[rule], _fed(binder)
        for read in sorted(reach.rules_read(binder)):
            its = windows.get(read)
            if read in fed and binder.declarations.subjects[read] != binder.declarations.base(binder.subject):
                continue  # that they never get there is told
            if window and its and not (lies_within(its, window) or (read not in fed and lies_within(window, its))):
                words = {"window": _words(window), "its_window": _words(its)}
                diagnostics.add("SR320", binder.span("window"), rule=read, **words)
            elif window and its is None and read in fed:
                diagnostics.add("SR321", binder.span("window"), rule=read, window=_words(window))


def _fed(binder: TextBinder) -> frozenset[str]:
    """The rules that put their points into boxes, to a rule that has boxes; none to any other."""
    into = binder.declarations.into.values() if binder.at("boxes") is not None else ()
    return frozenset(rule for rules in into for rule in rules)


def _words(window: PeriodKind) -> Bilingual:
    return Bilingual(PERIODS[window], window)
