"""A pack cut down to the rules that a case needs concludes the same about them."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from supervision_rules import nodes
from supervision_rules.api import calendar_of
from supervision_rules.compiler import CompiledPack, compile_pack
from supervision_rules.diagnostics import Collector
from supervision_rules.engine import build_world, run
from supervision_rules.library import check_pack, shipped
from supervision_rules.policy import load_pack
from supervision_rules.testing import narrowing, read_cases
from supervision_rules.testing.narrowing import Narrowing
from supervision_rules.testing.settling import Settling
from supervision_rules.testing.trials import Trial

CASES = Path(__file__).parents[2] / "policies" / "cases"
MOST = 12 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else 3
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
    """Without the rules that give points into a box, the totals are others."""
    monkeypatch.setattr(narrowing, "_INTO", "nothing of the kind")
    assert any(unlike("district"))


@pytest.mark.parametrize("name", sorted(shipped()))
def test_each_rule_alone_is_sound(name: str) -> None:
    """Nothing is refused of a pack cut down to one of its rules that is not refused of the whole."""
    policy = load_pack(name)
    cut = Narrowing(policy.text)
    for rule in policy.compiled.pack.rules:
        diagnostics = Collector()
        assert check_pack(cut.to([rule.id]), diagnostics) is not None, rule.id


def test_what_hangs_on_a_fact_or_rule() -> None:
    """Itself first; the score with all that gives points into its boxes, but not these on each other."""
    policy = load_pack("liuzhou")
    tree, cut = policy.text.tree, Narrowing(policy.text)

    def hanging(section: str, name: str) -> list[str]:
        items = nodes.locate(tree, (section,))
        assert isinstance(items, nodes.Sequence)
        found = [item for item in items.items if nodes.plain(nodes.locate(item, ("id",))) == name]
        assert isinstance(found[0], nodes.Mapping)
        return cut.hanging_on(found[0])

    assert hanging("rules", "minutes-issue") == ["minutes-issue"]
    assert hanging("rules", "bonus-points") == ["bonus-points", "supervision-score"]
    assert hanging("facts", "bonus_score") == ["supervision-score", "bonus-points"]
    assert hanging("facts", "this_budget") == ["budget-increase"]
