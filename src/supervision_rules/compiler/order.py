"""The order of rules: each after those whose results it reads, unless they wait for each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import Final

from supervision_rules.catalogue import Bilingual
from supervision_rules.compiler.chosen import Chosen
from supervision_rules.compiler.reach import Reach
from supervision_rules.diagnostics import NOTHING
from supervision_rules.language.fact_spec import PERIODS
from supervision_rules.language.facts import Fact

_OF_OTHERS: Final = Bilingual(
    "改写其中一条，使它不再用到后面规则的结果", "rewrite one so that it no longer reads the result of a later one"
)
_OF_ITS_OWN: Final = Bilingual(
    "改成问记录里的字段、派生事实，或者问另一条规则；几步的先后写 after",
    "ask for a field of the records, a fact, or another rule; the order of steps is stated by after",
)
Facts = Mapping[str, Mapping[str, Fact]]


def order_of(chosen: Chosen, reach: Reach, facts: Facts) -> list[str]:
    """The rules in the order in which they must run; none if some wait for each other, which is told."""
    graph: dict[str, Iterable[str]] = {name: sorted(reach.rules_read(binder)) for name, binder in reach.rules.items()}
    try:
        return list(TopologicalSorter(graph).static_order())
    except CycleError as problem:
        cycle: list[str] = problem.args[1]
    index = next(index for index, rule in enumerate(chosen.pack.rules) if rule.id == cycle[0])
    own = len({*cycle}) == 1
    words: dict[str, object] = (
        {"cycle": NOTHING, "own": cycle[0]} if own else {"cycle": " → ".join(cycle), "own": NOTHING}
    )
    words |= {"back": _looking_back(cycle, reach, facts), "mend": _OF_ITS_OWN if own else _OF_OTHERS}
    chosen.diagnostics.add("SR311", chosen.node("rules", index).span, **words)
    return []


def _looking_back(cycle: Sequence[str], reach: Reach, facts: Facts) -> str:
    """The fact by which one of the rules of a cycle reads another in earlier windows; a dash if there is none."""
    for rule in cycle:
        for record_type, name in reach.facts_read(reach.rules[rule]):
            spec, binder = facts[record_type][name].spec, reach.facts[record_type, name]
            back = spec.previous or (spec.way != "value" and getattr(spec, spec.way) in PERIODS)
            if back and reach.rules_read(binder) & {*cycle}:
                return spec.label
    return NOTHING
