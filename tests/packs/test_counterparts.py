"""The shipped packs against the same rules written by hand: on random ledgers and the example years both agree."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from random import Random
from types import ModuleType

import pytest

from supervision_rules.calendar import CALENDAR_YEARS
from supervision_rules.library import shipped

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
PACKS = sorted(path.stem for path in (BENCHMARKS / "counterparts").glob("*.py") if path.stem in shipped())
SEEDS = range(10)
SIZE = 120


@pytest.fixture(scope="module", autouse=True)
def benchmarks_on_the_path() -> Iterator[None]:
    sys.path.insert(0, str(BENCHMARKS))
    yield
    sys.path.remove(str(BENCHMARKS))


@pytest.fixture(scope="module")
def comparison(benchmarks_on_the_path: None) -> ModuleType:
    return import_module("counterparts.comparison")


@pytest.fixture(scope="module")
def example_years(benchmarks_on_the_path: None) -> ModuleType:
    return import_module("ledgers")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("pack", PACKS)
def test_both_agree_on_a_random_ledger(comparison: ModuleType, pack: str, seed: int) -> None:
    random = Random(seed)
    both = comparison.of_ledger(pack, random, SIZE)
    assert [difference for day in both.days(random, 2) for difference in both.differences(day)] == []


@pytest.mark.parametrize("pack", PACKS)
def test_both_agree_on_the_example_year(comparison: ModuleType, example_years: ModuleType, pack: str) -> None:
    policy, as_of = comparison.load_pack(pack), example_years.PACKS[pack]
    both = comparison.of_records(pack, example_years.example_year(policy).records)
    quarters = CALENDAR_YEARS.between(date(as_of.year - 1, 1, 1), as_of, "quarter")
    days = [*(quarter.last for quarter in quarters if quarter.last < as_of), as_of]
    assert [difference for day in days for difference in both.differences(day)] == []


@pytest.mark.parametrize("pack", PACKS)
def test_the_counterpart_knows_rules_of_the_pack(comparison: ModuleType, pack: str) -> None:
    both = comparison.of_ledger(pack, Random(0), SIZE)
    told = {finding.rule.id for day in both.days(Random(0), 2) for finding in both.judged(day)}
    assert set(both.by_hand.RULES) <= {info.id for info in both.policy.compiled.infos}
    assert len(told & set(both.by_hand.RULES)) > len(both.by_hand.RULES) // 2
