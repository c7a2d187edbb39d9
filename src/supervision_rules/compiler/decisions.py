"""Consents and judgements of rules with windows: they come after it, and must be seen all the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from supervision_rules.compiler.reach import Reach
from supervision_rules.diagnostics import Collector, named
from supervision_rules.language.binding import TextBinder
from supervision_rules.language.fact_spec import OF_ITS_OWN
from supervision_rules.language.facts import Fact

Facts = Mapping[str, Mapping[str, Fact]]


def check_decisions(reach: Reach, facts: Facts, diagnostics: Collector) -> None:
    """Tell each decision that is seen up to the end of the window only, while it may be about one that is over."""
    for rule, binder in reach.rules.items():
        if binder.declarations.windows.get(rule) is None:
            continue
        for names, path in binder.decided:
            base = binder.declarations.base(binder.subject)
            seen = dict(_seen(binder, facts, base, names))
            if seen and not any(seen.values()):
                diagnostics.add("SR352", binder.span(*path), names=named(seen))


def _seen(binder: TextBinder, facts: Facts, base: str, names: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """The names that end with the window, and whether they take in what another date places there."""
    declared = binder.declarations
    for name in sorted(names):
        fact = facts.get(base, {}).get(name)
        if fact is None:
            ends = base not in declared.registers and name in declared.events.get(base, ())
            yield from [(name, False)] if ends and name != "date" else ()
        elif fact.way == "value" and fact.expression is not None:
            yield from _seen(binder, facts, base, fact.expression.checked.names)
        elif fact.counted not in OF_ITS_OWN:
            yield name, fact.by is not None
