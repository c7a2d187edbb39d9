"""What a person must have decided before a consequence holds: a consent, a judgement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from supervision_rules.findings import Detail, Explanation, State
from supervision_rules.language.doubts import lacking
from supervision_rules.language.expression import Expression
from supervision_rules.language.missing import is_refused, on_record
from supervision_rules.language.reasons import of_expression, reason
from supervision_rules.world import Row

DECISIONS: Final = ("consent", "judgement")
"""The keys under which the conditions are written that decisions are on record."""


class Decision(NamedTuple):
    """One that is needed."""

    name: str
    on_record: Expression
    """The condition that it is on record."""

    def explain(self, row: Row) -> Explanation:
        """Whether it is."""
        given = on_record(self.on_record, row)
        state = "unclear" if given is None else "given" if given else "lacking"
        return reason(f"{self.name}-{state}", of_expression(self.on_record, row))


def state_by(decisions: Sequence[Decision], row: Row) -> tuple[State, Detail, tuple[str, ...]]:
    """How a consequence stands that needs these decisions, which of them are wanting, and the facts they hang on.

    One whose consent or judgement is not on record is due, not done; which it is may be in doubt.
    """
    given = [(each, on_record(each.on_record, row)) for each in decisions]
    wanting = [each for each, there in given if there is False]
    if wanting:
        return State.DUE_FOR, _not_given(row, wanting), _facts(row, wanting)
    doubtful = [each for each, there in given if there is None]
    if doubtful:
        detail = (("unclear", _one_or_all([each.name for each in doubtful])),)
        return State.UNDETERMINED, detail, _facts(row, doubtful)
    return State.CONCLUDED, (), ()


def _facts(row: Row, decisions: Sequence[Decision]) -> tuple[str, ...]:
    return lacking(row, *(each.on_record for each in decisions))


def _not_given(row: Row, decisions: Sequence[Decision]) -> Detail:
    """Which decisions are still awaited, and which are refused."""
    refused = [each.name for each in decisions if is_refused(each.on_record, row)]
    awaited = [each.name for each in decisions if each.name not in refused]
    told = (("awaits", awaited), ("refused", refused))
    return tuple((key, _one_or_all(names)) for key, names in told if names)


def _one_or_all(names: Sequence[str]) -> str | tuple[str, ...]:
    return names[0] if len(names) == 1 else tuple(names)
