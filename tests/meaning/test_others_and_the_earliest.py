"""Peers without the subject itself; the earliest and the latest of the days that are there; a total without boxes."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, only, rule, told, write

from supervision_rules import State

MARK = "- {id: mark, label: 得分, of: unit, last: appraisal, take: item_points, window: year}"
MEAN = MARK + "\n- {id: mean, label: 平均, of: unit, %s}"
BELOW = rule("kind: points\nwindow: year\nwhen: known(mark)\nvalue: mean\neffect: add")


def units(*marks: int | None) -> list[dict[str, object]]:
    names = [f"u{number}" for number in range(2, 2 + len(marks))]
    appraised = [
        {"type": "appraisal", "id": name, "unit": name, "date": "2021-12-01", "item_points": mark}
        for name, mark in zip(names, marks, strict=True)
        if mark is not None
    ]
    return [{"type": "unit", "id": name, "name": name, "category": "economy"} for name in names] + appraised


@pytest.mark.parametrize(
    ("fact", "values"),
    [
        ("mean: peers, where: known(mark), take: mark, window: year", [70, 70, 70]),
        ("mean: others, where: known(mark), take: mark, window: year", [75, 70, 65]),
        ("max: others, where: known(mark), take: mark, among: [category]", [80, 80, 70]),
        ("count: others, where: known(mark)", [2, 2, 2]),
    ],
)
def test_the_others_are_the_peers_without_itself(tmp_path: Path, fact: str, values: list[int]) -> None:
    """Of 60, 70 and 80; one has no mark, and is not among them."""
    policy = loaded(tmp_path, BELOW, facts=MEAN % fact)
    found = judged(policy, *units(60, 70, 80, None)).findings
    assert [each.value for each in found] == values


EARLIEST = (
    "kind: time_limit\non: instruction\nstart: {}(received, transferred)\ndone: replied\ncases: [{{within: 5 days}}]"
)


@pytest.mark.parametrize(
    ("function", "received", "transferred", "due"),
    [
        ("earliest", "2021-03-01", "2021-03-03", "2021-03-06"),
        ("earliest", "2021-03-03", "2021-03-01", "2021-03-06"),
        ("earliest", None, "2021-03-03", "2021-03-08"),
        ("latest", "2021-03-01", None, "2021-03-06"),
        ("latest", "2021-03-01", "2021-03-03", "2021-03-08"),
        ("earliest", "2021-03-01", "2022-03-03", "2021-03-06"),
        ("latest", "2021-03-01", "2022-03-03", "2021-03-06"),
    ],
)
def test_what_has_not_happened_is_not_waited_for(
    tmp_path: Path, function: str, received: str | None, transferred: str | None, due: str
) -> None:
    policy = loaded(tmp_path, rule(EARLIEST.format(function)))
    found = only(judged(policy, matter(received=received, transferred=transferred)))
    assert (str(found.day), found.state) == (due, State.OVERDUE)


def test_without_any_day_there_is_none(tmp_path: Path) -> None:
    found = only(judged(loaded(tmp_path, rule(EARLIEST.format("earliest"))), matter()))
    assert (found.state, found.missing) == (State.UNDETERMINED, ("matter m1: received", "matter m1: transferred"))


BACK = "- {id: back, label: 退回, of: matter, last: return, where: cause == 'wrong_unit'}"


def test_one_that_may_be_there_leaves_it_open(tmp_path: Path) -> None:
    policy = loaded(tmp_path, rule(EARLIEST.format("earliest").replace("transferred", "back")), facts=BACK)
    sent = {"type": "return", "id": "r1", "date": "2021-02-15", "matter": "m1"}
    found = only(judged(policy, matter(received="2021-03-01"), sent))
    assert (found.state, found.missing) == (State.UNDETERMINED, ("return r1: cause",))
    found = only(judged(policy, matter(received="2021-03-01"), {**sent, "cause": "other"}))
    assert str(found.day) == "2021-03-06"


def test_a_total_may_be_all_base(tmp_path: Path) -> None:
    total = "kind: score\nwindow: year\nbase: {}"
    policy = loaded(tmp_path, rule(total.format("mark * 0.4 + 50")), facts=MARK)
    assert [each.value for each in judged(policy, *units(80)).findings if each.subject == "u2"] == [82]
    assert [code for code, _, _ in told(write(tmp_path, rule(total.format("50")), facts=MARK))] == ["SR101"]
