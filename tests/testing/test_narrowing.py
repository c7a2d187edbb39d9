"""A pack cut down to the rules that a case needs concludes the same about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from supervision_rules.api import calendar_of
from supervision_rules.compiler import CompiledPack, compile_pack
from supervision_rules.diagnostics import Collector
from supervision_rules.engine import build_world, run
from supervision_rules.policy import load_pack
from supervision_rules.testing import narrowing, read_cases
from supervision_rules.testing.narrowing import Narrowing
from supervision_rules.testing.settling import Settling
from supervision_rules.testing.trials import Trial

CASES = Path(__file__).parents[2] / "policies" / "cases"
MOST = 6
"""How many sets of readings of each pack are tried, spread over its cases: to compile it whole takes its time."""


def found(compiled: CompiledPack, trial: Trial, settling: Settling) -> list[str]:
    records = settling.records(trial.records)
    world, outside = build_world(compiled, records, trial.as_of, calendar_of(compiled, ()))
    return [repr(finding) for finding in run(compiled, world, outside) if finding.rule.id == trial.case.rule]


def unlike(name: str) -> Iterator[str]:
    """The trials under other readings of which the narrowed pack concludes something else than the whole one."""
    policy = load_pack(name)
    read = read_cases((CASES / f"{name}.yaml").read_bytes(), name, Collector())
    assert read is not None
    by_readings: Mapping[tuple[tuple[str, str], ...], list[Trial]] = defaultdict(list)
    for trial in read.trials:
        if trial.readings:
            by_readings[tuple(trial.readings.items())].append(trial)
    assert by_readings
    settling, cut = Settling(policy, Collector()), Narrowing(policy.text)
    for readings, trials in list(by_readings.items())[:: len(by_readings) // MOST or 1]:
        whole = policy.under(dict(readings))
        narrow = compile_pack(cut.to({trial.case.rule for trial in trials}), dict(readings), Collector())
        for trial in trials:
            if narrow is None or found(whole, trial, settling) != found(narrow, trial, settling):
                yield trial.name


@pytest.mark.parametrize("name", ["chongqing", "district", "yiyang"])
def test_the_same_is_concluded(name: str) -> None:
    assert list(unlike(name)) == []


def test_a_rule_left_out_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the rules that share a box, the totals of points are others."""
    monkeypatch.setattr(narrowing, "_boxes", lambda *given: iter(()))
    assert any(unlike("district"))
