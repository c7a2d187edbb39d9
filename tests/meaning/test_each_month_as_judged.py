"""A month that a fact looks back at is what a rule judges of that month, whichever way it is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, report, rule

from supervision_rules import Result
from supervision_rules.expressions import Interval


def reminder(day: str) -> dict[str, object]:
    return {"type": "reminder", "id": f"r{day}", "matter": "m1", "date": day, "unit": "u1"}


def of_rule(result: Result, rule_id: str) -> dict[str, object]:
    """Of the months that have anything but nothing: what the rule found."""
    found = (each for each in result.findings if each.rule.id == rule_id and each.period)
    return {str(each.period.label): each.value for each in found if each.period and each.value != 0}


SLIPS = """\
- {id: slips, label: 当月催办, of: matter, count: reminder, window: month}
- {id: yellow_run, label: 连续黄灯, of: matter, run: months, where: slips >= 1, unquoted: 试验}
- {id: red, label: 红灯, of: matter, value: yellow_run >= 2, unquoted: 试验}
- {id: red_run, label: 连续红灯, of: matter, run: months, where: red}
- {id: ever, label: 累计催办, of: matter, count: reminder}
- {id: totals, label: 各月末累计之和, of: matter, sum: months, take: ever}
"""


def monthly(value: str, id_: str) -> str:
    return rule(f"kind: points\nof: matter\nwindow: month\nvalue: {value}\neffect: add", id_)


@pytest.mark.parametrize("as_of", ["2021-04-30", "2021-07-15", "2022-03-01"])
def test_a_run_of_what_is_itself_a_run(tmp_path: Path, as_of: str) -> None:
    """A slip in February, March and April: the light is red from the second on, whenever that is asked."""
    rules = monthly("yellow_run", "yellow") + monthly("red_run", "red") + monthly("totals", "totals")
    policy = loaded(tmp_path, rules, facts=SLIPS)
    records = [reminder(f"2021-0{month}-10") for month in (2, 3, 4)]
    result = judged(policy, matter(day="2021-01-04"), *records, as_of=as_of)
    assert of_rule(result, "yellow") == {"2021年2月": 1, "2021年3月": 2, "2021年4月": 3}
    assert of_rule(result, "red") == {"2021年3月": 1, "2021年4月": 2}
    totals = of_rule(result, "totals")
    assert [totals[f"2021年{month}月"] for month in (2, 3, 4)] == [1, 3, 6]


COVERED = """\
- {id: told, label: 该月已报, of: matter, any: progress, by: covers, window: month}
- {id: untold_months, label: 几个月没有报, of: matter, count: months, where: not told}
- {id: untold, label: 没有报的事项, of: unit, count: matter, where: not told, via: unit}
- {id: told_then, label: 月末已有的报告, of: matter, any: progress, window: month}
"""
LIGHT = rule("kind: outcome\non: matter\nwindow: month\nwhen: told and period_end <= as_of\noutcome: 绿灯", "light")
THEN = rule("kind: outcome\non: matter\nwindow: month\nwhen: told_then and period_end <= as_of\noutcome: 绿灯", "then")


@pytest.mark.parametrize(
    ("as_of", "green", "untold"),
    [
        ("2021-02-03", [], 1),
        ("2021-02-04", ["2021年1月"], 0),
        ("2021-03-31", ["2021年1月"], 2),
        ("2021-04-05", ["2021年1月", "2021年3月"], 1),
        ("2021-05-01", ["2021年1月", "2021年3月"], 2),
    ],
)
def test_what_is_reported_of_a_month_after_it_counts_for_it(
    tmp_path: Path, as_of: str, green: list[str], untold: int
) -> None:
    """The report of January came on 4 February, that of March on 5 April, none of February."""
    yearly = rule("kind: points\nof: matter\nwindow: year\nvalue: untold_months\neffect: add", "untold")
    unit = rule("kind: points\nwindow: month\nvalue: untold\neffect: add", "unit")
    policy = loaded(tmp_path, LIGHT + THEN + yearly + unit, facts=COVERED)
    records = [report("2021-02-04", "2021-01-31"), report("2021-04-05", "2021-03-31")]
    result = judged(policy, matter(day="2021-01-04"), *records, as_of=as_of)
    found = [(each.rule.id, each.period.label) for each in result.findings if each.period]
    assert [label for id_, label in found if id_ == "light"] == green
    assert [label for id_, label in found if id_ == "then" if label == "2021年1月"] == []
    assert [each.value for each in result.findings if each.rule.id == "untold"] == [untold]
    over = {f"2021年{month}月" for month in range(1, 13) if f"2021-{month:02}-28" < as_of}
    assert {label for label in of_rule(result, "unit") if label in over} == over - set(green)


GONE_ON = "(not known(answered) or answered > period_end)"
PAUSED = f"- {{id: paused, label: 整月暂停, of: matter, any: reminder, where: date <= period_start and {GONE_ON}}}"


def test_the_records_of_a_month_know_its_first_and_last_day(tmp_path: Path) -> None:
    runs = "\n- {id: free, label: 没有暂停的月, of: matter, count: months, where: not paused}"
    light = rule("kind: outcome\non: matter\nwindow: month\nwhen: paused\noutcome: 暂停", "paused")
    policy = loaded(tmp_path, light + monthly("free", "free"), facts=PAUSED + runs)
    pause = {**reminder("2021-01-20"), "answered": "2021-04-05"}
    result = judged(policy, matter(day="2021-01-04"), pause, as_of="2021-05-31")
    assert [each.period.label for each in result.findings if each.rule.id == "paused" and each.period] == [
        "2021年2月",
        "2021年3月",
    ]
    assert of_rule(result, "free") == {"2021年1月": 1, "2021年2月": 1, "2021年3月": 1, "2021年4月": 2, "2021年5月": 3}


def test_a_value_of_which_the_ends_are_known_is_known(tmp_path: Path) -> None:
    priced = """
        kind: points
        window: year
        count: list_notice
        each: {by: level, table: {city: [1, 5]}}
        effect: deduct
        """
    rules = rule(priced, "priced") + rule("kind: outcome\non: unit\nwindow: year\nwhen: known(cut)\noutcome: 有")
    policy = loaded(tmp_path, rules, facts='- {id: cut, label: 扣分, of: unit, value: points("priced")}')
    notice = {"type": "notice", "id": "n1", "kind": "list_notice", "date": "2021-03-01", "unit": "u1", "level": "city"}
    result = judged(policy, notice)
    assert [(each.rule.id, str(each.state), each.value) for each in result.findings] == [
        ("priced", "scored", Interval(1, 5)),
        ("it", "concluded", None),
    ]


def test_a_place_that_is_open_leaves_the_grade_open(tmp_path: Path) -> None:
    """The place lies between two: who asks whether it is known first gets no other answer than who does not."""
    ranking = rule("kind: ranking\nwindow: year\nwhen: known(category)\nby: mark", "place")
    graded = "kind: outcome\non: unit\nwindow: year\nwhen: known(category)\ncases:\n"
    graded += "  - {when: '%s', outcome: 优秀}\n  - {outcome: 合格}"
    asked = rule(graded % 'known(rank("place")) and rank("place") == 1', "asked")
    rules = ranking + asked + rule(graded % 'rank("place") == 1', "plain")
    facts = "- {id: mark, label: 得分, of: unit, sum: appraisal, take: item_points, window: year}"
    units = [{"type": "unit", "id": each, "name": each, "category": "economy"} for each in ("a", "b")]
    marks = [
        {"type": "appraisal", "id": each, "unit": each, "date": "2021-12-01", "item_points": points}
        for each, points in (("a", 90), ("b", None))
    ]
    result = judged(loaded(tmp_path, rules, facts=facts), *units, *marks)
    assert {str(each.state) for each in result.findings if each.rule.id in ("asked", "plain")} == {"undetermined"}
