"""Ladders: a lower step that may have been reached is told, whatever came of the steps above it."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, rule

from supervision_rules import Finding, Result
from supervision_rules.expressions import Interval

FACTS = """\
- {id: red, label: 红色催办次数, of: matter, count: reminder, where: colour == "red"}
- {id: agreed, label: 同意, of: matter, any: consent, where: role == "vice_mayor"}
"""
LIMIT = "kind: time_limit\non: instruction\nstart: received\ndone: closed\ncases: [{within: 10 days}]"
STEPS = """\
kind: ladder
of: instruction
steps:
  - {step: remind, label: 提醒, when: red >= 1}
  - {step: talk, label: 约谈, when: late("close")%s}
  - {step: refer, label: 移交, when: red >= 2}
"""
ASKING = 'kind: ladder\nof: instruction\nsteps: [{step: noted, label: 登记, when: step("talk") >= %d}]'
AWAITED, FREE = ", consent: agreed", ""
RULES = rule(LIMIT, "close") + rule('kind: outcome\non: instruction\nwhen: step("talk") >= 1\noutcome: 登记', "noted")
COLOURS = {"2021-01-08": None}


def climbed(tmp_path: Path, consent: str, colours: dict[str, str | None], *asked: str, agreed: str = "") -> Result:
    """A matter received on 4 January, overdue from the 15th on, with a reminder on some days."""
    policy = loaded(tmp_path, RULES + rule(STEPS % consent, "talk") + "".join(asked), facts=FACTS)
    records = [
        {"type": "reminder", "id": f"r{day}", "date": day, "matter": "m1", "colour": colour}
        for day, colour in colours.items()
    ]
    if agreed:
        records.append({"type": "consent", "id": "c1", "date": agreed, "matter": "m1", "role": "vice_mayor"})
    return judged(policy, matter(received="2021-01-04"), *records, as_of="2021-03-31")


def told(result: Result, rule_id: str = "talk") -> list[tuple[str, object, str]]:
    return [(f.state.value, f.value, str(f.day)) for f in _of(result, rule_id)]


def _of(result: Result, rule_id: str) -> list[Finding]:
    return [finding for finding in result.findings if finding.rule.id == rule_id]


def test_below_a_step_that_only_awaits_a_consent(tmp_path: Path) -> None:
    found = climbed(tmp_path, AWAITED, COLOURS)
    assert told(found) == [("undetermined", Interval(0, 1), "2021-01-08"), ("due_for", 2, "2021-01-15")]
    assert _of(found, "talk")[0].missing == ("reminder r2021-01-08: colour",)
    assert [state for state, _, _ in told(found, "noted")] == ["undetermined"]


def test_also_where_the_doubt_came_later_than_the_higher_step_fell_due(tmp_path: Path) -> None:
    found = climbed(tmp_path, AWAITED, {"2021-02-08": None})
    assert told(found) == [("due_for", 2, "2021-01-15"), ("undetermined", Interval(0, 1), "2021-02-08")]


def test_with_a_step_above_in_doubt_too_all_is_told_at_once(tmp_path: Path) -> None:
    found = climbed(tmp_path, AWAITED, {"2021-01-08": None, "2021-02-08": None})
    assert told(found) == [("due_for", 2, "2021-01-15"), ("undetermined", Interval(0, 3), "2021-02-08")]


@pytest.mark.parametrize(("consent", "agreed"), [(FREE, ""), (AWAITED, "2021-01-10"), (AWAITED, "2021-01-20")])
def test_below_a_step_reached_later(tmp_path: Path, consent: str, agreed: str) -> None:
    found = climbed(tmp_path, consent, COLOURS, agreed=agreed)
    reached = max(agreed, "2021-01-15")
    assert told(found) == [("undetermined", Interval(0, 1), "2021-01-08"), ("reached", 2, reached)]
    assert [state for state, _, _ in told(found, "noted")] == ["concluded"]


@pytest.mark.parametrize("day", ["2021-01-15", "2021-02-08"])
def test_what_may_have_come_with_a_higher_step_or_after_it_is_told_no_more(tmp_path: Path, day: str) -> None:
    assert told(climbed(tmp_path, FREE, {day: None})) == [("reached", 2, "2021-01-15")]


def test_below_and_above_the_step_reached(tmp_path: Path) -> None:
    found = climbed(tmp_path, FREE, {"2021-01-08": None, "2021-02-08": None})
    assert told(found) == [
        ("undetermined", Interval(0, 1), "2021-01-08"),
        ("reached", 2, "2021-01-15"),
        ("undetermined", Interval(2, 3), "2021-02-08"),
    ]


def test_of_steps_reached_on_one_day_by_the_consent_each_is_told_whose_condition_came_on_its_own(
    tmp_path: Path,
) -> None:
    found = climbed(tmp_path, AWAITED, {"2021-01-16": "red", "2021-01-18": "red"}, agreed="2021-01-18")
    days = [("reached", 1, "2021-01-16"), ("reached", 2, "2021-01-18"), ("reached", 3, "2021-01-18")]
    assert told(found) == days
    found = climbed(tmp_path, AWAITED, {"2021-01-14": "red", "2021-01-15": "red"}, agreed="2021-01-15")
    assert told(found) == [("reached", 1, "2021-01-14"), ("reached", 3, "2021-01-15")]
