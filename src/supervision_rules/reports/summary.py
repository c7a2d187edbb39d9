"""How many findings of each state a result has, pack by pack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from supervision_rules.catalogue import Lang
from supervision_rules.findings import State
from supervision_rules.reports.columns import table
from supervision_rules.reports.say import say
from supervision_rules.results import Result

STATES: Final = tuple(State)
IN_ORDER: Final = frozenset({State.ON_COURSE, State.ON_TIME, State.MET, State.WITHIN})
"""The states that a report may leave out."""


def counts(result: Result) -> dict[str, Mapping[State, int]]:
    """For each pack how many findings are in each state."""
    return {run.compiled.pack.pack: Counter(finding.state for finding in run.findings) for run in result.runs}


def summary_text(result: Result, lang: Lang) -> str:
    """A table: a line for each pack, a column for each state that occurs."""
    counted = counts(result)
    used = [state for state in STATES if any(found[state] for found in counted.values())]
    if not used:
        return ""
    heading = (say("pack", lang), *(say(f"state.{state}", lang) for state in used))
    rows = [(pack, *(str(found[state]) for state in used)) for pack, found in counted.items()]
    return "\n".join(table([heading, *rows])) + "\n"
