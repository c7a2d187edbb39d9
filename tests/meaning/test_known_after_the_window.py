"""What belongs to a window and is known only after it: a ladder reaches its step then, as an outcome is concluded."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from little_pack import COVERS, MONTHLY, judged, loaded, matter, rule

HEAD = (
    """\
records:
  types:
    notice:
      fields:
        grave: {type: bool, label: 情节严重, label_en: grave, judgement: {by: judged_by, on: judged_on}}
        judged_by: {type: person, label: 认定人, label_en: judged by}
        judged_on: {type: date, label: 定为严重的日期, label_en: judged on}
        answered: {type: date, label: 答复日期, label_en: answered}
"""
    + MONTHLY
    + COVERS
)
FACTS = """\
- {id: graves, label: 严重的, of: unit, count: list_notice, where: known(grave) and grave, window: year}
- {id: answers, label: 答复了的, of: unit, count: list_notice, where: known(answered), window: year}
- {id: lates, label: 逾期的, of: unit, count: instruction, where: late("reply"), window: year}
- {id: missed, label: 没有按时报的月数, of: unit, count: months, where: late("monthly"), window: year}
- {id: in_month, label: 当月严重的, of: unit, count: list_notice, where: known(grave) and grave, window: month}
- {id: ever, label: 全部严重的, of: unit, count: list_notice, where: known(grave) and grave}
- {id: slips, label: 全部催办, of: unit, count: reminder, via: unit}
"""
REPLY = rule("kind: time_limit\non: instruction\nstart: received\ndone: replied\ncases: [{within: 10 days}]", "reply")
MONTHLY = "kind: duty\nof: unit\neach: month\nneed: monthly\nfor_period: covers\ndue: {day: 5}"
PERSON = {"type": "person", "id": "p1", "name": "张"}


def notice(number: int, day: str, *, judged_on: str | None = None, answered: str | None = None) -> dict[str, object]:
    known = {"type": "notice", "kind": "list_notice", "list": "black", "level": "city", "unit": "u1"}
    judgement = {"grave": True, "judged_by": "p1", "judged_on": judged_on} if judged_on else {}
    return {**known, **judgement, "id": f"n{number}", "date": day, "answered": answered}


def returned(month: int, day: str) -> dict[str, object]:
    return {"type": "monthly", "id": f"r{month}", "date": day, "covers": f"2021-{month:02}-15", "unit": "u1"}


RECORDS = [
    PERSON,
    notice(1, "2021-06-01", judged_on="2021-06-20", answered="2021-07-01"),
    notice(2, "2021-12-20", judged_on="2022-01-10", answered="2022-02-01"),
    notice(3, "2022-01-05", judged_on="2022-01-06"),
    matter("m1", "2021-12-28", received="2021-12-28", replied="2022-01-20"),
    matter("m2", "2021-11-01", received="2021-11-01"),
    matter("m3", "2022-01-03", received="2022-01-03"),
    *(returned(month, f"2021-{month + 1:02}-04") for month in range(1, 11)),
    {"type": "reminder", "id": "s1", "date": "2021-03-01", "matter": "m2", "unit": "u1"},
    {"type": "reminder", "id": "s2", "date": "2022-01-02", "matter": "m2", "unit": "u1"},
]
STEP = "kind: ladder\nof: unit\nwindow: {window}\nsteps:\n  - {{step: one, label: 一档, when: {when}}}"
SAME = "kind: outcome\non: unit\nwindow: {window}\nwhen: {when}\noutcome: 一档"


@pytest.mark.parametrize(
    ("when", "window", "period", "day"),
    [
        ("graves >= 2", "year", "2021年", "2022-01-10"),
        ("answers >= 2", "year", "2021年", "2022-02-01"),
        ("lates >= 2", "year", "2021年", "2022-01-08"),
        ("missed >= 2", "year", "2021年", "2022-01-06"),
        ("in_month >= 1", "month", "2021年12月", "2022-01-10"),
        ("in_month >= 1", "year", "2021年", "2021-06-20"),
        ("graves >= 2", "quarter", "2021年第四季度", "2022-01-10"),
        ("ever >= 2", "year", "2022年", "2022-01-06"),
        ("slips >= 2 and graves >= 1", "year", "2022年", "2022-01-06"),
        ("slips >= 2 or graves >= 3", "year", "2022年", "2022-01-02"),
    ],
)
def test_the_step_is_reached_when_it_is_known(tmp_path: Path, when: str, window: str, period: str, day: str) -> None:
    keys = {"when": when, "window": window}
    rules = rule(STEP.format(**keys), "steps") + rule(SAME.format(**keys), "same") + REPLY + rule(MONTHLY, "monthly")
    policy = loaded(tmp_path, rules, facts=FACTS, head=HEAD)
    first: dict[str, date] = {}
    for number in range(60):
        as_of = date(2021, 12, 20) + timedelta(number)
        findings = judged(policy, *RECORDS, as_of=str(as_of)).findings
        found = {name: {} for name in ("steps", "same")}
        for each in findings:
            if each.rule.id in found and each.period is not None:
                found[each.rule.id][each.period.label] = each.day
        assert found["steps"].keys() == found["same"].keys() or when.startswith("in_month")
        for label in found["steps"].keys() - first.keys():
            first[label] = as_of if number else found["steps"][label]
        assert found["steps"] == first
    assert str(first[period]) == day
