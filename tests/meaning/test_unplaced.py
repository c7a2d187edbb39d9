"""A record that names nobody counts for nobody, and that is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import brief, judged, loaded, matter, rule, told, write

from supervision_rules import Result, State

COUNTED = "- {id: black, label: 黑榜次数, of: unit, count: list_notice, via: unit}"
NONE_BLACK = rule("kind: requirement\non: unit\nrequire: black == 0")


def notice(**more: object) -> dict[str, object]:
    return {"type": "notice", "id": "n1", "kind": "list_notice", "date": "2021-03-01", **more}


def placed(result: Result) -> list[tuple[str, str, tuple[str, ...]]]:
    found = [each for each in result.findings if each.rule.id == "placement"]
    return [(each.subject, each.rule.subject_type, each.missing) for each in found]


@pytest.mark.parametrize(("unit", "told"), [({}, True), ({"unit": None}, True), ({"unit": "u1"}, False)])
def test_a_record_that_rules_look_for_by_its_unit(tmp_path: Path, unit: dict[str, object], told: bool) -> None:
    result = judged(loaded(tmp_path, NONE_BLACK, facts=COUNTED), notice(**unit))
    assert placed(result) == ([("n1", "notice", ("unit",))] if told else [])
    assert brief(result)[-1] == ("it", "u1", "met" if told else "breached")


def test_it_is_undetermined_and_explained(tmp_path: Path) -> None:
    result = judged(loaded(tmp_path, NONE_BLACK, facts=COUNTED), notice())
    first = result.findings[0]
    assert first.state is State.UNDETERMINED and not first.state.adverse
    assert "unplaced" in [part.phrase for part in result.explain(first).parts]


@pytest.mark.parametrize("id_", ["placement", "in-force"])
def test_no_rule_takes_the_id_of_what_stands_in_the_place_of_one(tmp_path: Path, id_: str) -> None:
    path = write(tmp_path, rule("kind: requirement\non: unit\nrequire: known(population)", id_))
    assert [(code, text) for code, text, _ in told(path)] == [("SR303", id_)]


def test_one_of_several_fields_is_enough(tmp_path: Path) -> None:
    both = COUNTED + "\n- {id: heard, label: 被通报次数, of: matter, count: list_notice, via: matter}"
    rules = NONE_BLACK + rule("kind: requirement\non: matter\nrequire: heard == 0", "heard")
    policy = loaded(tmp_path, rules, facts=both)
    assert placed(judged(policy, matter(), notice(matter="m1"))) == []
    assert placed(judged(policy, matter(), notice())) == [("n1", "notice", ("matter", "unit"))]


def test_what_no_rule_looks_for_is_left_alone(tmp_path: Path) -> None:
    assert placed(judged(loaded(tmp_path, NONE_BLACK, facts=COUNTED), matter(unit=None))) == []


REMINDED = "- {id: reminded, label: 被催办次数, of: unit, count: reminder, via: unit}"
BY_MATTER = "- {id: times, label: 催办次数, of: matter, count: reminder, via: matter}"
NONE = rule("kind: requirement\non: unit\nrequire: reminded == 0")
TIMES = rule("kind: requirement\non: matter\nrequire: times < 9", "times-of-it")


def reminder(number: int, **more: object) -> dict[str, object]:
    return {"type": "reminder", "id": f"r{number}", "date": "2021-03-01", "matter": "m1", **more}


def test_what_leaves_to_its_matter_whose_it_is_tells_of_the_matter_once(tmp_path: Path) -> None:
    """A reminder that names no unit is one of the unit of its matter."""
    policy = loaded(tmp_path, NONE + TIMES, facts=f"{REMINDED}\n{BY_MATTER}")
    nobody = matter(unit=None)
    assert placed(judged(policy, nobody, reminder(1), reminder(2))) == [("m1", "matter", ("unit",))]
    assert placed(judged(policy, nobody, reminder(1, unit="u1"))) == []
    assert placed(judged(policy, matter(), reminder(1))) == []


def test_it_is_not_told_twice_where_rules_look_for_the_matter_too(tmp_path: Path) -> None:
    count = "\n- {id: matters, label: 事项数, of: unit, count: matter, via: unit}"
    rules = NONE + TIMES + rule("kind: requirement\non: unit\nrequire: matters < 9", "few")
    policy = loaded(tmp_path, rules, facts=f"{REMINDED}\n{BY_MATTER}{count}")
    assert placed(judged(policy, matter(unit=None), reminder(1))) == [("m1", "matter", ("unit",))]


def test_nothing_is_told_where_rules_look_by_the_matter_alone(tmp_path: Path) -> None:
    policy = loaded(tmp_path, TIMES, facts=BY_MATTER)
    assert placed(judged(policy, matter(unit=None), reminder(1))) == []
