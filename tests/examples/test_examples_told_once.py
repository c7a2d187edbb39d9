"""What the packs' example ledgers explain is shorter where each thing is unfolded once, and says all the same."""

from __future__ import annotations

import pytest
from example_ledgers import EXAMPLES, batch, cities, results

from supervision_rules import Result, explain, text_of
from supervision_rules.findings import Explanation

AGAIN = "（见上）"
EACH = 5
"""One finding of so many is explained: there are thousands."""


def lines(result: Result) -> list[list[str]]:
    """The lines of each explanation, without what leads to them."""
    texts = (text_of(result, result.explain(finding)) for finding in result.findings[::EACH])
    return [[line.lstrip("│├└ ") for line in text.splitlines()] for text in texts]


def unchanged(told: Explanation) -> Explanation:
    return told


@pytest.mark.parametrize("city", cities())
def test_nothing_is_lost(city: str, monkeypatch: pytest.MonkeyPatch) -> None:
    result = results(batch(EXAMPLES / city, city), city)[0]
    once = lines(result)
    monkeypatch.setattr(explain, "told_once", unchanged)
    full = lines(result)
    for short, long in zip(once, full, strict=True):
        assert {line.removesuffix(AGAIN) for line in short} == set(long)
    assert sum(map(len, once)) < sum(map(len, full))


def test_the_deepest_is_shorter(monkeypatch: pytest.MonkeyPatch) -> None:
    result = results(batch(EXAMPLES / "bozhou", "bozhou"), "bozhou")[0]
    (finding,) = (each for each in result.findings if (each.rule.id, each.subject) == ("recheck", "dcs"))
    short = text_of(result, result.explain(finding))
    monkeypatch.setattr(explain, "told_once", unchanged)
    long = text_of(result, result.explain(finding))
    assert (len(short.splitlines()), len(long.splitlines())) == (73, 116)
