"""One decision from Python, warm: one matter under one rule, and under a whole pack."""

from __future__ import annotations

from datetime import date

import workloads
from pytest_benchmark.fixture import BenchmarkFixture

from supervision_rules import engine
from supervision_rules.api import calendar_of, judge
from supervision_rules.explain import explain_finding
from supervision_rules.findings import Explanation
from supervision_rules.policy import Policy, load_pack

AS_OF = date(2022, 7, 1)


def _decided(benchmark: BenchmarkFixture, policy: Policy, **more: object) -> None:
    day = date(2022, 3, 1)
    matter = policy.models["matter"](
        id="m1", kind="instruction", date=day, received=day, replied=date(2022, 3, 20), unit="u1",
        needs_policy=False, needs_investigation=False, joint=True, own_remit=True, ordinary=True, **more,
    )  # fmt: skip
    assert benchmark(judge, policy, [matter], as_of=AS_OF)


def test_one_rule(benchmark: BenchmarkFixture) -> None:
    _decided(benchmark, workloads.deadline(1).policy)


def test_a_whole_pack(benchmark: BenchmarkFixture) -> None:
    _decided(benchmark, load_pack("liuzhou"), level="city")


def test_a_whole_pack_in_doubt(benchmark: BenchmarkFixture) -> None:
    """Whose instruction it is, is not on record: what would decide each rule is named."""
    _decided(benchmark, load_pack("liuzhou"))


def test_one_rule_explained(benchmark: BenchmarkFixture) -> None:
    workload = workloads.deadline(1)
    compiled, calendar = workload.policy.compiled, calendar_of(workload.policy.compiled, ())

    def explained() -> Explanation:
        world, findings = engine.judge(compiled, workload.records, AS_OF, calendar)
        return explain_finding(compiled, world, findings[0])

    assert benchmark(explained).parts
