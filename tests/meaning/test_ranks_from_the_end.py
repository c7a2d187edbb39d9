"""What other rules may ask of a ranking beside the rank: the place from the end, and how many are ranked."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, rule

from supervision_rules import Result
from supervision_rules.expressions import Interval
from supervision_rules.reports.text import result_text

ASKED = ("rank", "rank_from_end", "ranked")
ASKING = "".join(rule(f'kind: points\nvalue: {name}("place")\neffect: add', name.replace("_", "-")) for name in ASKED)


def place(more: str = "", when: str = 'id != "none"') -> str:
    """A ranking without u1, which the little pack brings along."""
    when = f'when: id != "u1" and {when}'
    return rule(f"kind: ranking\nby: population\nwithin: [category]\n{when}\n{more}", "place")


def of(folder: Path, rules: str, *units: dict[str, object]) -> Result:
    facts = ({"type": "unit", "id": f"u{number}", "name": f"{number}"} | each for number, each in enumerate(units, 2))
    return judged(loaded(folder, rules), *facts)


def told(result: Result, name: str) -> list[object]:
    return [
        finding.value
        for finding in result.findings
        if finding.rule.id == name.replace("_", "-") and finding.subject != "u1"
    ]


def answers(folder: Path, rules: str, *populations: int | None) -> list[list[object]]:
    """What each function gives for each unit of one class."""
    result = of(folder, rules + ASKING, *({"category": "economy", "population": each} for each in populations))
    return [told(result, name) for name in ASKED]


@pytest.mark.parametrize(
    ("more", "ranks", "from_end"),
    [
        ("", [1, 2, 2, 4], [4, 2, 2, 1]),
        ("ties: dense", [1, 2, 2, 3], [3, 2, 2, 1]),
        ("order: low", [4, 2, 2, 1], [1, 2, 2, 4]),
        ("then: [-population]", [1, 2, 2, 4], [4, 2, 2, 1]),
    ],
)
def test_ties_are_ties_from_the_end_too(tmp_path: Path, more: str, ranks: list[int], from_end: list[int]) -> None:
    assert answers(tmp_path, place(more), 9, 7, 7, 5) == [ranks, from_end, [4, 4, 4, 4]]


def test_each_class_has_its_own_end(tmp_path: Path) -> None:
    units = [{"category": name, "population": 5} for name in ("economy", "service", "service")]
    result = of(tmp_path, place() + ASKING, *units)
    assert [told(result, name) for name in ASKED] == [[1, 1, 1], [1, 1, 1], [1, 2, 2]]


def test_a_value_that_is_unknown_leaves_the_ends_of_what_may_be(tmp_path: Path) -> None:
    found = answers(tmp_path, place(), 9, None, 5)
    assert found == [
        [Interval(1, 2), Interval(1, 3), Interval(2, 3)],
        [Interval(2, 3), Interval(1, 3), Interval(1, 2)],
        [3, 3, 3],
    ]


@pytest.mark.parametrize("ties", ["competition", "dense"])
def test_the_place_from_the_end_holds_in_every_world(tmp_path: Path, ties: str) -> None:
    """Against all values that the one unknown may have."""
    more = f"ties: {ties}"
    doubtful = answers(tmp_path, place(more), 2, None, 3, 2)[1]
    worlds = [answers(tmp_path, place(more), 2, value, 3, 2)[1] for value in (1, 2, 3, 4)]
    for index, found in enumerate(doubtful):
        seen = [world[index] for world in worlds]
        low, high = (found.low, found.high) if isinstance(found, Interval) else (found, found)
        assert low <= min(seen) and max(seen) <= high  # type: ignore[type-var,operator]


def test_one_of_unknown_class_may_be_behind(tmp_path: Path) -> None:
    units = [{"category": "economy", "population": 9}, {"category": "economy", "population": 5}, {"population": 4}]
    result = of(tmp_path, place() + ASKING, *units)
    assert told(result, "rank") == [1, 2, None]
    assert told(result, "rank_from_end") == [Interval(2, 3), Interval(1, 2), None]
    assert told(result, "ranked") == [Interval(2, 3), Interval(2, 3), None]
    lacks = {
        finding.missing
        for finding in result.findings
        if finding.rule.id == "rank-from-end" and finding.subject in ("u2", "u3")
    }
    assert lacks == {("unit u4: category",)}


def test_one_that_perhaps_takes_no_part_has_no_place_and_makes_the_class_doubtful(tmp_path: Path) -> None:
    units = [{"category": "economy", "population": each} for each in (9, 5)]
    grouped = [units[0] | {"group": "county"}, units[1]]
    result = of(tmp_path, place(when='group == "county"') + ASKING, *grouped)
    assert told(result, "rank_from_end") == [Interval(1, 2), None]
    assert told(result, "ranked") == [Interval(1, 2), None]


def test_who_takes_no_part_has_no_place_from_the_end_and_that_is_named(tmp_path: Path) -> None:
    asked = rule(
        'kind: requirement\non: unit\nwhen: id == "u2"\nrequire: rank_from_end("place") > ranked("place")', "bad"
    )
    result = of(tmp_path, place(when="population > 5") + asked, {"category": "economy", "population": 5})
    (finding,) = result.findings
    assert (str(finding.state), finding.missing) == (
        "undetermined", ('unit u2: rank_from_end("place")', 'unit u2: ranked("place")')
    )  # fmt: skip


def test_the_explanation_counts_from_both_ends(tmp_path: Path) -> None:
    result = of(tmp_path, place(), *({"category": "economy", "population": each} for each in (9, 7, 5)))
    second = result.findings[1]
    assert dict(second.detail)["from_end"] == 2
    assert "倒数" not in result_text(result, "zh")  # the line stays short
    assert result.explain(second).parts[-1].words["from_end"] == 2
