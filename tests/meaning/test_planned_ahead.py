"""A fact of the year that goes by planned days, looked at by the quarter: what is planned counts from when it is there,
and as it stood when the quarter ended."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, rule

FACTS = """\
- {id: planned_ones, label: 全年计划几件, of: unit, count: key_work, by: set_date, window: year}
- {id: done_ones, label: 其中完成几件, of: unit, count: key_work, by: set_date, where: known(closed), window: year}
"""
SHARE = rule("kind: points\nwindow: quarter\nvalue: 12 * done_ones / planned_ones\nif_zero: 0\neffect: add", "share")
STEP = """\
kind: ladder
of: unit
window: quarter
steps: [{step: half, label: 过半, when: done_ones >= 1 and done_ones * 2 >= planned_ones}]
"""
LEDGER = [
    {**matter("m1", "2021-01-05", kind="key_work"), "set_date": "2021-12-20", "closed": "2021-06-16"},
    {**matter("m2", "2021-01-05", kind="key_work"), "set_date": "2021-12-20"},
    {**matter("m3", "2021-07-01", kind="key_work"), "set_date": "2021-09-20", "closed": "2021-10-01"},
]
"""One is done in the second quarter, and one that comes in the third is done a day after it."""
ENDS = ["2021-03-31", "2021-06-30", "2021-09-30", "2021-12-31"]


@pytest.mark.parametrize("as_of", [*ENDS, "2022-03-01"])
def test_a_quarter_that_is_over_stays_as_it_was(tmp_path: Path, as_of: str) -> None:
    found = judged(loaded(tmp_path, SHARE, facts=FACTS), *LEDGER, as_of=as_of).findings
    told = {str(each.period and each.period.last): each.value for each in found}
    over = [day for day in ENDS if day <= as_of]
    # Of what was to be done by September it is known now that it was, as of what is counted in any window.
    third = 4 if as_of == "2021-09-30" else 8
    assert [told[day] for day in over] == [0, 6, third, 8][: len(over)]


@pytest.mark.parametrize("as_of", ["2021-06-16", "2021-09-30", "2022-03-01"])
def test_a_ladder_of_the_quarter_does_not_go_by_what_was_done_after_it(tmp_path: Path, as_of: str) -> None:
    found = judged(loaded(tmp_path, rule(STEP, "half"), facts=FACTS), *LEDGER, as_of=as_of).findings
    days = {str(each.period and each.period.first): str(each.day) for each in found}
    assert "2021-01-01" not in days
    assert days["2021-04-01"] == "2021-06-16"
