"""A duty's ``when`` is asked in each turn, as things stood when that ended: what comes later changes no closed turn."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, rule

from supervision_rules import Policy

DUTY = "kind: duty\nof: matter\nwhen: {when}\neach: {each}\nneed: progress"
STOPPED = "- {id: stopped, label: 停表, of: matter, any: pause, where: not known(resumed)}\n"
PAUSE = {"type": "pause", "id": "p1", "matter": "m1", "date": "2021-02-10", "resumed": "2021-03-20"}
JANUARY, FEBRUARY, MARCH = "2021年1月", "2021年2月", "2021年3月"


def owing(
    tmp_path: Path, when: str, each: str = "month", facts: str = "", others: str = "", of: str = "matter"
) -> Policy:
    keys = DUTY.replace("{when}", when).replace("{each}", each).replace("of: matter", f"of: {of}")
    return loaded(tmp_path, others + rule(keys), facts=facts)


def states(policy: Policy, as_of: str, *records: Mapping[str, object]) -> dict[str, str]:
    """The state of each turn that is owed, by the name of its period."""
    found = judged(policy, *records, as_of=as_of).findings
    return {each.period.label if each.period else "": str(each.state) for each in found if each.rule.id == "it"}


@pytest.mark.parametrize(
    "when", ["not stopped", "not stopped and period_end >= date", "level != 'city' and not stopped"]
)
def test_a_month_that_ended_while_the_clock_stood_still_owes_nothing(tmp_path: Path, when: str) -> None:
    policy, about = owing(tmp_path, when, facts=STOPPED), matter("m1", level="district")
    assert states(policy, "2021-02-09", about, PAUSE) == {JANUARY: "breached", FEBRUARY: "on_course"}
    assert states(policy, "2021-02-28", about, PAUSE) == {JANUARY: "breached"}
    assert states(policy, "2021-03-19", about, PAUSE) == {JANUARY: "breached"}
    assert states(policy, "2021-04-01", about, PAUSE) == {
        JANUARY: "breached",
        MARCH: "breached",
        "2021年4月": "on_course",
    }


def test_turns_from_a_start_are_seen_as_each_ended(tmp_path: Path) -> None:
    policy = owing(tmp_path, "not stopped", each="4 weeks from start", facts=STOPPED)
    found = judged(policy, matter("m1"), PAUSE, as_of="2021-04-01").findings
    assert [str(each.day) for each in found] == ["2021-02-01", "2021-03-29", "2021-04-26"]


def test_a_unit_owes_from_the_third_reminder_on(tmp_path: Path) -> None:
    facts = "- {id: reminded, label: 催办次数, of: unit, count: reminder}\n"
    policy = owing(tmp_path, "reminded >= 2", facts=facts, of="unit")
    reminders = [
        {"type": "reminder", "id": f"c{day}", "date": day, "matter": "m1", "unit": "u1"}
        for day in ("2021-01-10", "2021-02-20")
    ]
    assert states(policy, "2021-04-15", matter(), *reminders) == {
        FEBRUARY: "breached",
        MARCH: "breached",
        "2021年4月": "on_course",
    }


def test_the_result_of_another_rule_is_seen_as_each_turn_ended(tmp_path: Path) -> None:
    closing = rule("kind: time_limit\non: matter\nstart: date\ndone: closed\ncases: [{within: 1 months}]", "closing")
    policy = owing(tmp_path, 'late("closing")', others=closing)
    assert states(policy, "2021-03-15", matter()) == {FEBRUARY: "breached", MARCH: "on_course"}


def test_the_year_so_far_is_that_of_each_turn(tmp_path: Path) -> None:
    facts = "- {id: reminded, label: 催办次数, of: unit, count: reminder, window: year}\n"
    total = rule("kind: points\nwindow: year\nvalue: reminded\neffect: deduct", "total")
    policy = owing(tmp_path, 'points("total") >= 1', others=total, facts=facts, of="unit")
    notice = {"type": "reminder", "id": "n1", "date": "2021-02-20", "matter": "m1", "unit": "u1"}
    assert states(policy, "2021-03-15", matter(), notice) == {FEBRUARY: "breached", MARCH: "on_course"}


def test_one_missing_field_is_told_once(tmp_path: Path) -> None:
    policy = owing(tmp_path, "level == 'city' and not stopped", facts=STOPPED)
    found = judged(policy, matter(level=None), as_of="2021-04-15").findings
    assert [(str(each.state), each.period, each.missing) for each in found] == [
        ("undetermined", None, ("matter m1: level",))
    ]
    always_stopped = {**PAUSE, "date": "2021-01-05", "resumed": None}
    assert judged(policy, matter(level=None), always_stopped, as_of="2021-04-15").findings == ()


def test_an_unknown_first_day_of_what_is_not_owed_now_is_not_told(tmp_path: Path) -> None:
    keys = "kind: duty\nof: matter\nwhen: known(handed_over)\nstart: handed_over\neach: month\nneed: progress"
    policy = loaded(tmp_path, rule(keys))
    assert judged(policy, matter()).findings == ()


@pytest.mark.parametrize("each", ["4 weeks from start", "week"])
def test_results_of_others_in_many_turns(tmp_path: Path, each: str) -> None:
    closing = rule("kind: time_limit\non: matter\nstart: date\ndone: closed\ncases: [{within: 1 months}]", "closing")
    light = rule("kind: outcome\non: matter\nwhen: stopped\noutcome: 停表\ncode: stopped", "light")
    when = """'late("closing") and outcome("light") != "stopped"'"""
    policy = owing(tmp_path, when, each=each, facts=STOPPED, others=closing + light)
    found = judged(policy, matter(closed="2021-04-30"), PAUSE, as_of="2021-05-31").findings
    days = [str(turn.day) for turn in found if turn.rule.id == "it"]
    weeks = [f"2021-{day}" for day in ("02-07", "03-21", "03-28", "04-04", "04-11", "04-18", "04-25", "05-02")]
    assert [day for day in days if day < "2021-05-03"] == (weeks if each == "week" else ["2021-03-29", "2021-04-26"])
