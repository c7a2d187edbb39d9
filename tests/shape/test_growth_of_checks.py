"""The work of ``check`` grows with the pack: counted in calls, so that no clock matters."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

from many_rules import many_rules  # noqa: E402

from supervision_rules import check  # noqa: E402

HEAD = """\
pack: many
label: 试验
version: 1.0.0
language: 1
document: {title: 办法, issuer: 政府}
"""
RULE = """\
rules:
  - kind: outcome
    id: it
    label: 规则
    cite: {clause: 一, words: 原话}
    unquoted: 试验
    on: unit
    holes: 试验
    cases:
"""


def table(cases: int) -> str:
    """Cases of one number, each of which another is beside."""
    facts = "facts:\n  - {id: slips, label: 催办次数, of: unit, count: reminder}\n"
    return facts + RULE + "".join(f"      - {{when: slips == {each}, outcome: 后果{each}}}\n" for each in range(cases))


def facts(count: int) -> str:
    made = "".join(
        f"  - {{id: f{each}, label: 数, of: unit, count: reminder, where: 'id != \"r{each}\"'}}\n"
        for each in range(count)
    )
    return f"facts:\n{made}{RULE}" + "".join(
        f"      - {{when: f{each} > 0, outcome: 后果{each}}}\n" for each in range(count)
    )


def calls(path: Path) -> int:
    """How many functions of Python are called to check the pack."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        assert not list(check(path))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    ("pack", "most"),
    [(facts, 2.3), (table, 4)],  # a case is asked at every number that some case is about
)
def test_twice_the_pack_is_not_many_times_the_work(tmp_path: Path, pack: Callable[[int], str], most: float) -> None:
    path = tmp_path / "many.yaml"
    work = []
    for size in (10, 40, 80, 160):  # what is made once is made by the first
        path.write_text(HEAD + pack(size), encoding="utf-8")
        work.append(calls(path))
    assert work[3] - work[2] < most * (work[2] - work[1])


def test_twice_a_pack_of_all_sorts_of_rules_is_hardly_more_than_twice_the_work(tmp_path: Path) -> None:
    path, work = tmp_path / "many.yaml", []
    for size in (12, 60, 120, 240):
        path.write_text(many_rules(size), encoding="utf-8")
        work.append(calls(path))
    assert work[3] - work[2] < 2.1 * (work[2] - work[1])
