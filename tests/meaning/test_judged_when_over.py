"""A ladder by what is judged only once a window is over: reached on the last day of that, whoever else looks."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, matter, rule, write

from supervision_rules import Policy, load_pack

OPEN = "- {id: open_now, label: 未办结件数, of: unit, count: matter, where: not known(closed)}\n"
NOTICED = '- {id: noticed, label: 被通报过, of: unit, any: months, where: \'outcome("seen") == "notice"\'}\n'
NOTICE = "kind: outcome\non: unit\nwindow: month\nwhen: open_now >= 1 and {}\noutcome: 通报\ncode: notice"
OVER = "period_end <= as_of"
KINDS = {
    "outcome": (NOTICE.format(OVER), 'outcome("seen") == "notice"'),
    "points": (
        f"kind: points\nof: unit\nwindow: month\nwhen: {OVER}\nvalue: open_now\neffect: deduct",
        'points("seen") > 0',
    ),
    "requirement": (
        f"kind: requirement\non: unit\nwindow: month\nwhen: {OVER}\nrequire: open_now == 0",
        'breached("seen")',
    ),
}
LADDER = "kind: ladder\nof: {}\nwindow: {}\nsteps: [{{step: talk, label: 约谈, when: '{}'}}]"
RECORDS = (matter(day="2021-04-12", closed="2021-06-05"),)


def pack(folder: Path, seen: str, ladder: str, *more: str, facts: str = OPEN) -> Policy:
    """One that ``check`` warns of: of outcomes by the month the year hears the last alone."""
    return load_pack(write(folder, rule(seen, "seen") + rule(ladder) + "".join(more), facts=facts))


def reached(policy: Policy, as_of: str) -> list[str]:
    result = judged(policy, *RECORDS, as_of=as_of)
    return [str(each.day) for each in result.findings if each.rule.id == "it"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("window", ["month", "year"])
def test_it_is_reached_on_the_last_day(tmp_path: Path, kind: str, window: str) -> None:
    """On no day before, and the same whichever day after that is asked."""
    seen, asked = KINDS[kind]
    policy = pack(tmp_path, seen, LADDER.format("unit", window, asked))
    april = ["2021-04-30"]
    for day, expected in (("2021-04-29", []), ("2021-04-30", april), ("2021-05-01", april), ("2021-05-30", april)):
        assert reached(policy, day) == expected, day
    for day in ("2021-05-31", "2021-06-04", "2021-06-05", "2021-07-31", "2021-12-31"):
        assert reached(policy, day) == (april if window == "year" else [*april, "2021-05-31"]), day


def test_another_rule_that_looks_changes_nothing(tmp_path: Path) -> None:
    other = rule("kind: ladder\nof: unit\nsteps: [{step: talk, label: 约谈, when: noticed}]", "other")
    seen, asked = KINDS["outcome"]
    policy = pack(tmp_path, seen, LADDER.format("unit", "month", asked), other, facts=OPEN + NOTICED)
    assert reached(policy, "2021-12-31") == ["2021-04-30", "2021-05-31"]


def test_a_matter_that_is_judged_by_month_as_well(tmp_path: Path) -> None:
    light = f"kind: outcome\non: matter\nwindow: month\nwhen: not known(closed) and {OVER}\noutcome: 红\ncode: notice"
    policy = pack(tmp_path, light, LADDER.format("matter", "month", KINDS["outcome"][1]))
    assert reached(policy, "2021-12-31") == ["2021-04-30", "2021-05-31"]


def test_a_person_hears_of_the_unit_on_the_same_day(tmp_path: Path) -> None:
    asked = KINDS["points"][1].replace('"seen"', '"seen", unit')
    policy = pack(tmp_path, KINDS["points"][0], LADDER.format("person", "year", asked))
    head = {"type": "person", "id": "p1", "name": "某人", "unit": "u1", "since": "2021-01-01"}
    for day, expected in (("2021-04-29", []), ("2021-04-30", ["2021-04-30"]), ("2021-12-31", ["2021-04-30"])):
        result = judged(policy, head, *RECORDS, as_of=day)
        assert [str(each.day) for each in result.findings if each.rule.id == "it"] == expected, day


def test_what_is_judged_some_days_after_the_window(tmp_path: Path) -> None:
    """Once the fifth day after it is there."""
    seen = NOTICE.format("add_days(period_end, 5) <= as_of")
    policy = pack(tmp_path, seen, LADDER.format("unit", "year", KINDS["outcome"][1]))
    assert [reached(policy, day) for day in ("2021-05-04", "2021-05-05")] == [[], ["2021-05-05"]]
    assert reached(policy, "2021-12-31") == ["2021-05-05"]
