"""What chooses among records by a day says nothing of units, and is told in a fact over them."""

from __future__ import annotations

import pytest
from town_pack import PACK, told

FACT = "facts:\n  - {{id: of_peers, label: 平均, of: unit, {}}}\n"


@pytest.mark.parametrize(
    ("made", "idle", "column"),
    [
        ("mean: peers, take: population, window: last year", "window: last year", 80),
        ("mean: others, take: population, window: 12 months", "window: 12 months", 81),
        ("max: others, take: population, by: date, window: year", "by: date", 76),
        ("count: peers, since: date", "since: date", 62),
        ("count: peers, until: date", "until: date", 62),
        ("any: others, where: known(name), via: parent", "via: parent", 79),
    ],
)
def test_it_is_told_with_its_place(made: str, idle: str, column: int) -> None:
    (found,) = told(PACK.replace("facts:\n", FACT.format(made)))
    counted = "peers" if "peers" in made else "others"
    assert (found.code, found.span and (found.span.line, found.span.column)) == ("SR169", (18, column))
    assert found.message("zh") == f"{counted} 数的是名册，不是记录，{idle} 不起作用"
    assert found.message("en") == f"{counted} are entries of a register and no records: {idle} has no effect"


@pytest.mark.parametrize("made", ["mean: peers, take: population, window: year", "count: others, among: [category]"])
def test_a_window_in_which_a_record_sees_it_stays(made: str) -> None:
    assert told(PACK.replace("facts:\n", FACT.format(made))) == []
