"""The shipped packs: loading, checking, and ledgers of 100,000 records like their example years."""

from __future__ import annotations

from functools import partial

import ledgers
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from supervision_rules import engine
from supervision_rules.api import calendar_of
from supervision_rules.diagnostics import Collector
from supervision_rules.policy import load_pack
from supervision_rules.records import read_batch, settle

COUNT = 100_000


@pytest.mark.parametrize("pack", ledgers.PACKS)
def test_load(benchmark: BenchmarkFixture, pack: str) -> None:
    benchmark(load_pack, pack)


@pytest.mark.parametrize("pack", ledgers.PACKS)
def test_judge_a_ledger(benchmark: BenchmarkFixture, pack: str) -> None:
    policy, as_of = load_pack(pack), ledgers.PACKS[pack]
    records, calendar = ledgers.repeated(policy, COUNT).records, calendar_of(policy.compiled, ())

    def judged() -> int:
        return len(engine.judge(policy.compiled, records, as_of, calendar)[1])

    assert benchmark.pedantic(judged, rounds=2) > 0


def test_read(benchmark: BenchmarkFixture) -> None:
    policy = load_pack("district")
    read = partial(read_batch, ledgers.sources("district"), policy.compiled.vocabulary, models=policy.models)
    assert benchmark(lambda: read(diagnostics=Collector())).records


def test_settle(benchmark: BenchmarkFixture) -> None:
    policy = load_pack("district")
    records = ledgers.repeated(policy, 20_000).records
    assert benchmark(lambda: settle(records, policy.compiled.vocabulary, Collector())).records
