"""Rules that wait for each other: told once, and that earlier windows are no way out of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import write

from supervision_rules import check

RULES = """\
- kind: score
  id: total
  label: 月度得分
  cite: {clause: 一, words: 上月排名第1的，本月加2分}
  window: month
  base: 2 if known(before) and before == 1 else 0
- kind: ranking
  id: place
  label: 月度名次
  cite: {clause: 二, words: 每月排名}
  window: month
  by: points("total")
"""
LAST = '- {id: before, label: 上月名次, of: unit, last: months, take: rank("place"), window: last month}\n'
OWN = '- {id: before, label: 本月名次, of: unit, value: rank("place")}\n'
BACK = "；上月名次看的是以前的时段，也算：一条规则的各个时段是一起算的。公布了的名次、得分是记录，从记录里取"


@pytest.mark.parametrize(("facts", "more"), [(LAST, BACK), (OWN, "")])
def test_what_looks_back_waits_too(tmp_path: Path, facts: str, more: str) -> None:
    (found,) = check(write(tmp_path, RULES, facts=facts))
    assert found.message("zh") == "规则互相等待对方的结果：total → place → total"
    assert found.help("zh") == f"改写其中一条，使它不再用到后面规则的结果{more}"
    assert ("looks at earlier windows" in found.help("en")) is bool(more)
