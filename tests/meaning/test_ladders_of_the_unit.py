"""Ladders of a person and of a sub-unit that ask about the unit: the same step of the same window on the same day."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, rule

ASKED = """\
- {id: judged_bad, label: 认定, of: matter, any: finding}
- {id: late, label: 逾期件, of: unit, count: instruction, where: late("reply"), window: month}
- {id: bad, label: 认定件, of: unit, count: instruction, where: judged_bad, window: month}
- {id: grave, label: 严重件, of: unit, count: instruction, where: 'outcome("grade") == "grave"', window: month}
- {id: awaited, label: 待定件, of: unit, count: instruction, where: 'outcome("graded") == "grave"', window: month}
- {id: faulty, label: 不合要求件, of: unit, count: instruction, where: 'breached("sound")', window: month}
- {id: marks, label: 扣分, of: unit, value: 'points("marks")'}
"""
REPLY = rule("kind: time_limit\non: instruction\nstart: date\ndone: replied\ncases: [{within: 3 days}]", "reply")
MONTHLY = rule("kind: duty\nof: unit\neach: month\nneed: notice\ndue: {day: 5}", "monthly")
CASES = (
    "kind: outcome\non: instruction\ncases: [{when: %s, outcome: 严重, code: grave%s}, {outcome: 一般, code: plain}]"
)
GRADE = rule(CASES % ("judged_bad", ""), "grade") + rule(CASES % ("joint", ", judgement: judged_bad"), "graded")
SOUND = rule("kind: requirement\non: instruction\nrequire: not judged_bad", "sound")
MARKS = rule("kind: points\nwindow: month\ncount: instruction\nwhere: judged_bad\neach: 2\neffect: deduct", "marks")
GIVEN = "kind: points\nwindow: month\ncount: instruction\nwhere: judged_bad\neach: 2\neffect: add\ninto: box"
TOTAL = rule("kind: score\nof: unit\nwindow: month\nboxes: [{id: box, label: 框, effect: add}]", "total")
RULES = REPLY + MONTHLY + GRADE + SOUND + MARKS + rule(GIVEN, "given") + TOTAL
PEOPLE = [
    {"type": "unit", "id": "u2", "name": "科", "parent": "u1", "since": "2021-07-01"},
    {"type": "person", "id": "z", "name": "张", "unit": "u1", "since": "2021-07-01"},
]
END = date(2021, 8, 20)


def ladder(id_: str, of: str, when: str) -> str:
    return rule(f"kind: ladder\nof: {of}\nwindow: month\nsteps:\n  - {{step: one, label: 一档, when: '{when}'}}", id_)


def ladders(own: str, of_unit: str) -> str:
    """The unit's own ladder, and those that ask about the unit, or for the step that it has reached."""
    askers = (("person", f"unit_{of_unit}"), ("unit", f"known(parent) and parent_{of_unit}"))
    asking = "".join(ladder(f"of-{of}", of, when) for of, when in askers if of_unit)
    return ladder("own", "unit", own) + asking + ladder("step", "person", 'step("own") >= 1')


def finding(day: str, of: str = "m1") -> dict[str, object]:
    return {"type": "finding", "id": f"f{of}{day}", "kind": "quality", "matter": of, "unit": "u1", "date": day}


def days_told(folder: Path, own: str, of_unit: str, *records: dict[str, object], facts: str = ASKED) -> dict[str, str]:
    """By rule the day of the step of July, which is told from that day on, and never anything else."""
    policy = loaded(folder, RULES + ladders(own, of_unit), facts=facts)
    told: dict[str, str] = {}
    for number in range(36):
        day = END - timedelta(35 - number)
        findings = judged(policy, *PEOPLE, *records, as_of=str(day)).findings
        its = {
            (each.rule.id, each.subject): (str(each.state), str(each.day))
            for each in findings
            if each.rule.kind == "ladder" and each.period is not None and each.period.first.month == 7
        }
        for (rule_id, subject), (state, reached) in its.items():
            if (rule_id, subject) not in (("own", "u2"), ("of-unit", "u1")):
                assert state == "reached"
                assert told.setdefault(rule_id, str(day)) == reached
        assert {rule_id for rule_id, subject in its if subject != "u2" or rule_id == "of-unit"} == told.keys()
    return told


LATE, BAD = matter(day="2021-07-31"), [matter(day="2021-07-28"), finding("2021-08-05")]
AWAITED = [matter(day="2021-07-28", joint=True), finding("2021-08-05")]
DONE = matter(day="2021-07-10", replied="2021-07-10")


@pytest.mark.parametrize(
    ("own", "of_unit", "records", "day"),
    [
        ("late >= 1", "late >= 1", [LATE], "2021-08-04"),
        ("late >= 1", "late >= 1", [matter(day="2021-07-20")], "2021-07-24"),
        ("bad >= 1", "bad >= 1", BAD, "2021-08-05"),
        ("bad >= 1", "bad >= 1", [matter(day="2021-07-28"), finding("2021-07-30")], "2021-07-30"),
        ("grave >= 1", "grave >= 1", BAD, "2021-08-05"),
        ("grave >= 1", "grave >= 1", [matter(day="2021-07-28"), finding("2021-07-28")], "2021-07-28"),
        ("awaited >= 1", "awaited >= 1", AWAITED, "2021-08-05"),
        ("faulty >= 1", "faulty >= 1", BAD, "2021-08-05"),
        ("marks >= 2", "marks >= 2", BAD, "2021-08-05"),
        ('points("total") >= 2', "", BAD, "2021-08-05"),
        ('breached("monthly")', "", [DONE], "2021-08-06"),
        ('breached("monthly")', "", [DONE, finding("2021-07-31", "m1")], "2021-08-06"),
        ('points("marks") >= 2', "", BAD, "2021-08-05"),
        ("marks >= 2", "marks >= 2", [matter(day="2021-07-28"), finding("2021-07-31")], "2021-07-31"),
        ('late("monthly")', "", [DONE], "2021-08-06"),
    ],
)
def test_what_is_known_of_the_unit_after_the_window(
    tmp_path: Path, own: str, of_unit: str, records: list[dict[str, object]], day: str
) -> None:
    told = days_told(tmp_path, own, of_unit, *records)
    asked = {"of-person": day, "of-unit": day} if of_unit else {}
    assert told == {"own": day, "step": day, **asked}


@pytest.mark.parametrize(("window", "day"), [("", "2021-07-12"), ("window: month\n", "2021-07-12")])
@pytest.mark.parametrize("when", ["unit_late >= 1", "unit_marks >= 2", 'points("marks") >= 2'])
def test_a_matter_reaches_no_step_before_its_own_day(tmp_path: Path, when: str, window: str, day: str) -> None:
    keys = f"kind: ladder\nof: instruction\n{window}steps: [{{step: one, label: 一档, when: '{when}'}}]"
    policy = loaded(tmp_path, RULES + rule(keys, "its"), facts=ASKED)
    records = [matter(day="2021-07-01"), finding("2021-07-02"), matter("m2", "2021-07-12", replied="2021-07-12")]
    found = judged(policy, *records, as_of="2021-07-31").findings
    its = {each.subject: str(each.day) for each in found if each.rule.id == "its"}
    assert its == {"m1": "2021-07-05" if "late" in when else "2021-07-02", "m2": day}


def test_a_month_of_a_matter_that_is_over_keeps_the_step_that_it_reached(tmp_path: Path) -> None:
    keys = "kind: outcome\non: instruction\nwindow: month\nwhen: judged_bad and not known(replied)"
    kept = rule(f"{keys}\noutcome: 挂账\ncode: open", "kept")
    its = ladder("its", "instruction", 'outcome("kept") == "open"')
    policy = loaded(tmp_path, RULES + kept + its, facts=ASKED)
    records = [matter(day="2021-07-01", replied="2021-08-03"), finding("2021-07-10")]
    for as_of, days in (("2021-07-31", ["2021-07-10"]), ("2021-09-20", ["2021-07-10", "2021-08-01"])):
        found = judged(policy, *records, as_of=as_of).findings
        assert [str(each.day) for each in found if each.rule.id == "its"] == days


@pytest.mark.parametrize("when", ["late >= 1", "marks >= 2", 'points("marks") >= 2', 'points("total") >= 2'])
def test_a_unit_reaches_no_step_before_it_is_there(tmp_path: Path, when: str) -> None:
    policy = loaded(tmp_path, RULES + ladder("own", "unit", when), facts=ASKED)
    new = {"type": "unit", "id": "u3", "name": "新设的局", "since": "2021-07-15"}
    records = [new, {**matter(day="2021-07-01"), "unit": "u3"}, finding("2021-07-02")]
    for as_of in ("2021-07-15", "2021-07-31", "2021-08-20"):
        found = judged(policy, *records, as_of=as_of).findings
        own = [(each.subject, str(each.day)) for each in found if each.rule.id == "own"]
        assert own == [("u3", "2021-07-15")]
