"""What is undetermined names all facts that may be needed to decide it, not the first of them only."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, rule

MATTER = {"type": "matter", "id": "m1", "kind": "instruction", "date": "2021-01-04", "received": "2021-01-04"}
LIMIT = """
kind: time_limit
on: instruction
when: joint
start: received
done: replied
cases:
  - {when: needs_policy, within: 2 days}
  - {when: needs_investigation, within: 3 days}
  - {when: ordinary, due: assigned}
  - {within: 4 days}
"""
OUTCOME = """
kind: outcome
on: instruction
when: joint
cases:
  - {when: needs_policy, outcome: 甲}
  - {when: needs_investigation, outcome: 乙}
  - {when: ordinary, outcome: 丙}
"""
REQUIREMENT = """
kind: requirement
on: instruction
when: joint
items:
  - {label: 甲, when: needs_policy, require: needs_investigation}
  - {label: 乙, require: ordinary}
"""
PROCEDURE = """
kind: procedure
on: instruction
when: joint
steps:
  - {id: first, label: 甲, done: received}
  - {id: second, label: 乙, done: replied, require: ordinary}
"""
DUTY = """
kind: duty
of: instruction
when: joint
start: handed_over
each: month
need: report
"""


@pytest.mark.parametrize(
    ("keys", "facts", "missing"),
    [
        (LIMIT, {}, ["joint", "needs_policy", "needs_investigation", "ordinary", "assigned"]),
        (LIMIT, {"ordinary": True}, ["joint", "needs_policy", "needs_investigation", "assigned"]),
        (LIMIT, {"joint": True, "needs_policy": False}, ["needs_investigation", "ordinary", "assigned"]),
        (LIMIT, {"joint": True, "needs_investigation": True}, ["needs_policy"]),
        (LIMIT, {"joint": True, "needs_investigation": True, "received": None}, ["needs_policy", "received"]),
        (OUTCOME, {}, ["joint", "needs_policy", "needs_investigation", "ordinary"]),
        (OUTCOME, {"joint": True, "needs_investigation": True}, ["needs_policy"]),
        (OUTCOME, {"joint": True, "needs_policy": False}, ["needs_investigation", "ordinary"]),
        (REQUIREMENT, {}, ["joint", "needs_policy", "needs_investigation", "ordinary"]),
        (REQUIREMENT, {"ordinary": False}, ["joint"]),
        (REQUIREMENT, {"joint": True}, ["needs_policy", "needs_investigation", "ordinary"]),
        (PROCEDURE, {"replied": "2021-01-05"}, ["joint", "ordinary"]),
        (DUTY, {}, ["joint", "handed_over"]),
        (DUTY, {"joint": True}, ["handed_over"]),
    ],
)
def test_all_facts_that_may_be_needed(tmp_path: Path, keys: str, facts: dict[str, object], missing: list[str]) -> None:
    (finding,) = judged(loaded(tmp_path, rule(keys)), MATTER | facts).findings
    assert finding.state == "undetermined"
    assert finding.missing == tuple(f"matter m1: {name}" for name in missing)
