"""Growth: the work of a judgement is in proportion to the records, counted in calls so that no clock matters."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import FrameType

import pytest

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

import ledgers  # noqa: E402

from supervision_rules.api import judge  # noqa: E402
from supervision_rules.policy import Policy, load_pack  # noqa: E402

FEW, MANY = 400, 2_400
TOLERANCE = 0.005
"""A rule that compared a few subjects with every record showed as 0.7 per cent more calls a record."""


@cache
def policy(pack: str) -> Policy:
    return load_pack(pack)


def calls(work: Callable[[], object]) -> int:
    """How many functions are called, Python's own among them."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def calls_a_record(pack: str, count: int) -> float:
    records = ledgers.repeated(policy(pack), count).records
    return calls(lambda: judge(policy(pack), records, as_of=ledgers.PACKS[pack])) / len(records)


@pytest.mark.parametrize("pack", ledgers.PACKS)
def test_six_times_the_records_are_six_times_the_work(pack: str) -> None:
    calls_a_record(pack, FEW)  # what is made once for a pack is made now
    few, many = (calls_a_record(pack, count) for count in (FEW, MANY))
    assert many < (1 + TOLERANCE) * few


def test_comparing_all_pairs_would_be_found() -> None:
    def pairs(count: int) -> float:
        rows = list(range(count))
        return calls(lambda: [max(one, other) for one in rows for other in rows]) / count

    assert pairs(80) > (1 + TOLERANCE) * pairs(20)
