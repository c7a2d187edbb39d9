"""What becomes of a last day that is a rest day: as the pack says of all limits, or as one limit says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, only, rule, told, write

LIMIT = "kind: time_limit\non: instruction\nstart: received\ndone: replied\ncases: [{within: WITHIN}]\n"


@pytest.mark.parametrize(
    ("shared", "own", "due"),
    [
        # 2021-10-02 is a Saturday of the October holidays: the working days around it are 09-30 and 10-08.
        ("false", "", "2021-10-02"), ("true", "", "2021-10-08"), ("back", "", "2021-09-30"),
        ("false", "roll: true", "2021-10-08"), ("false", "roll: back", "2021-09-30"),
        ("true", "roll: false", "2021-10-02"), ("back", "roll: true", "2021-10-08"),
        ("false", "roll: {by_date: {2020-01-01: true, 2021-09-01: back}}", "2021-09-30"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("within", ["3 days", "3 calendar days"])
def test_the_rule_s_own_goes_first(tmp_path: Path, shared: str, own: str, due: str, within: str) -> None:
    rules = rule(LIMIT.replace("WITHIN", within) + own, "own") + rule(
        LIMIT.replace("WITHIN", within) + "lead: 1 day", "other"
    )
    policy = loaded(tmp_path, rules, head=f"conventions: {{roll: {shared}}}\n")
    found = judged(policy, matter(day="2021-09-29", received="2021-09-29"))
    assert str(only(found, "own").day) == due
    assert str(only(found, "other").day) == {"false": "2021-10-02", "true": "2021-10-08", "back": "2021-09-30"}[shared]


@pytest.mark.parametrize("within", ["3 workdays", "same day", "3 hours"])
def test_where_it_moves_nothing_it_is_told(tmp_path: Path, within: str) -> None:
    start = LIMIT.replace("start: received", 'start: "at(received, 9)"').replace(
        "done: replied", 'done: "at(replied, 9)"'
    )
    keys = start if within.endswith("hours") else LIMIT
    found = told(write(tmp_path, rule(keys.replace("WITHIN", within) + "roll: true")))
    assert [(code, text) for code, text, _ in found] == [("SR161", "true")]


@pytest.mark.parametrize(
    ("by", "idle"),
    [
        ("by: 10 days", False), ("by: 10 workdays", True), ("by: 5 workdays, each_up_to: 3 days", False),
        ("to: new_date, up_to: 1 month", False), ("by: 5 workdays, before: 3 days", True),
        ("by: 5 workdays, up_to: {share: 1}", True),
    ],
)  # fmt: skip
def test_it_may_move_extensions_alone(tmp_path: Path, by: str, idle: bool) -> None:
    extended = f"extended: {{count: extension, where: granted, {by}}}\n"
    found = told(write(tmp_path, rule(LIMIT.replace("WITHIN", "5 workdays") + extended + "roll: true")))
    assert [code for code, _, _ in found] == (["SR161"] if idle else [])


@pytest.mark.parametrize("more", ["", "stops: {count: pause, until: resumed}\n"])
def test_where_no_day_is_left_from_the_start_on_to_move_back_to_it_moves_on(tmp_path: Path, more: str) -> None:
    """The October holidays of 2021 begin on Friday the 1st, and Friday the 8th is worked."""
    policy = loaded(tmp_path, rule(LIMIT.replace("WITHIN", "3 days") + "roll: back\n" + more))
    for received, due in (
        ("09-29", "2021-09-30"),
        ("09-30", "2021-09-30"),
        ("10-01", "2021-10-08"),
        ("10-05", "2021-10-08"),
    ):
        found = only(judged(policy, matter(day=f"2021-{received}", received=f"2021-{received}")))
        assert str(found.day) == due


def test_a_reading_of_the_pack_is_not_leaned_on(tmp_path: Path) -> None:
    head = "conventions:\n  roll: {by_reading: roll, stays: false, moves: true}\nreadings:\n  - id: roll\n"
    head += "    words: 3日内\n    clause: 一\n    taken: stays\n    options: {stays: 不顺延, moves: 顺延}\n"
    rules = rule(LIMIT.replace("WITHIN", "3 days") + "roll: true", "own") + rule(
        LIMIT.replace("WITHIN", "3 days"), "other"
    )
    found = judged(loaded(tmp_path, rules, head=head), matter(day="2021-09-29", received="2021-09-29")).findings
    assert {each.rule.id: each.rule.readings for each in found} == {"own": (), "other": (("roll", "stays"),)}


SCALED = """
kind: time_limit
on: instruction
start: received
done: replied
cases: [{within: %s}]
"""


@pytest.mark.parametrize(("roll", "due"), [("false", "2021-10-02"), ("true", "2021-10-08"), ("back", "2021-09-30")])
@pytest.mark.parametrize(
    ("within", "more"),
    [
        ("6 days", "times: 0.5"),
        ("3 days", "times: 1"),
        ("1 day", "extended: {count: extension, where: granted, by: 10 days, each_up_to: {share: 2}}"),
        ("1 day", "extended: {count: extension, where: granted, within: 10 days, up_to: {share: 2}}"),
    ],
)
def test_a_length_that_is_multiplied_moves_as_any_other(
    tmp_path: Path, roll: str, due: str, within: str, more: str
) -> None:
    rules = rule(SCALED % within + f"roll: {roll}\n{more}")
    asked = {"type": "extension", "id": "e1", "matter": "m1", "date": "2021-09-30", "granted": True}
    found = judged(loaded(tmp_path, rules), matter(day="2021-09-29", received="2021-09-29"), asked)
    assert str(only(found).day) == due
