"""The example ledgers: what a pack that takes another option moves is what evaluating under that option gives."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from operator import attrgetter

import pytest
from pack_ledgers_read import DAYS, batch, policy

from supervision_rules import evaluate
from supervision_rules.comparison import compare
from supervision_rules.findings import Finding

SIDES = (attrgetter("before"), attrgetter("after"))


def told(finding: Finding) -> tuple[object, ...]:
    return finding.rule.id, finding.rule.subject_type, *finding[1:]


@pytest.mark.parametrize(("pack", "as_of"), DAYS.items())
def test_what_moves_is_what_is_another(pack: str, as_of: date) -> None:
    """With what moves left out, both results hold the same; and nothing of a pack moves against itself."""
    old, records = policy(pack), batch(pack)
    reading = next(iter(old.text.readings.values()))
    option = next(name for name in reading.options if name != reading.taken)
    new = replace(old, compiled=old.under({reading.id: option}))
    found = compare(old, new, records, as_of=as_of)
    results = [evaluate(policy_, records, as_of=as_of).findings for policy_ in (old, new)]
    moved = [[told(each) for move in found.moves if (each := side(move)) is not None] for side in SIDES]
    still = [Counter(map(told, result)) - Counter(moving) for result, moving in zip(results, moved, strict=True)]
    assert sum(map(len, moved)) >= len(found.moves)
    assert [key[:4] for key in still[0]] == [key[:4] for key in still[1]]
    assert sum(each.same for each in found.rules) == still[0].total() == still[1].total()
    assert compare(old, old, records, as_of=as_of).moves == ()
