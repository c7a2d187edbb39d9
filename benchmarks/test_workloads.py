"""The three workloads at 100,000 records, by the library and by hand, equal before they are timed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import workloads
from pytest_benchmark.fixture import BenchmarkFixture
from workloads import Workload

COUNT = 100_000


@pytest.fixture(scope="module", params=[workloads.deadline, workloads.score, workloads.ladder])
def workload(request: pytest.FixtureRequest) -> Workload:
    made: Callable[[int], Workload] = request.param
    workload = made(COUNT)
    assert workload.agree()
    return workload


def test_by_the_library(benchmark: BenchmarkFixture, workload: Workload) -> None:
    benchmark.pedantic(workload.judged, rounds=5)


def test_by_hand(benchmark: BenchmarkFixture, workload: Workload) -> None:
    benchmark.pedantic(workload.plain, rounds=5)
