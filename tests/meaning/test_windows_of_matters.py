"""What belongs to a window of a matter and is known only after it: a return due in the next month, or made then."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, rule

from supervision_rules import Policy
from supervision_rules.expressions import interval

RETURNS = rule(
    "kind: duty\nof: key_work\neach: month\nneed: progress\nfor_period: covers\ndue: {day: 5}\nend: closed", "returns"
)
LIMIT = rule("kind: time_limit\non: key_work\nstart: date\ndone: closed\ncases: [{within: 40 days}]", "limit")
FACTS = """\
- {id: returned, label: 所报的是本月的, of: key_work, count: progress, by: covers, window: month}
- {id: missed, label: 没有按时报几个月, of: key_work, count: months, where: late("returns"), window: year}
- {id: reports, label: 已报几次, of: key_work, count: progress}
- {id: of_months, label: 各月扣分, of: key_work, sum: months, take: points("price"), window: year}
- {id: running, label: 连续几个月没有按时报, of: key_work, run: months, where: late("returns")}
- {id: told, label: 全部报告, of: unit, count: progress}
- {id: items, label: 各件扣分, of: unit, sum: key_work, take: points("price")}
- {id: late_ones, label: 没有按时报的几件, of: unit, count: key_work, where: late("returns")}
- {id: lit, label: 亮灯的几件, of: unit, count: key_work, where: 'outcome("light") == "yellow"'}
- {id: all_missed, label: 各件没有按时报几个月, of: unit, sum: key_work, take: missed}
"""
OUTCOME = "kind: outcome\non: {of}\nwindow: {window}\nwhen: {when}\noutcome: 黄灯\ncode: yellow"
POINTS = "kind: points\nof: {of}\nwindow: {window}\nwhen: {when}\nvalue: 1\neffect: deduct"
LADDER = "kind: ladder\nof: {of}\nwindow: {window}\nsteps: [{{step: one, label: 提醒, when: {when}}}]"
YELLOW = OUTCOME.format(of="key_work", window="month", when='late("returns")').replace("黄灯", "亮黄灯")
PRICE = POINTS.format(of="key_work", window="month", when='late("returns")').replace("deduct", "add")
BASE = rule(YELLOW, "light") + rule(PRICE, "price")
BASE += rule("kind: points\nof: unit\nwindow: year\nvalue: told\neffect: deduct", "all")
MATTER = {**matter("k1", "2021-05-03", kind="key_work"), "closed": "2021-08-20"}


def report(day: str, month: int) -> dict[str, object]:
    about = {"kind": "progress", "matter": "k1", "unit": "u1"}
    return {"type": "report", "id": f"p{month}", "date": day, "covers": f"2021-{month:02}-28", **about}


TURNING = ["05-03", "06-01", "06-05", "06-13", "07-01", "07-06", "08-01", "08-06", "08-21", "08-30", "09-06", "12-31"]
"""The days on which something turns."""
LEDGER = [MATTER, report("2021-06-05", 5), report("2021-07-06", 6), report("2021-08-30", 7)]
"""Of May on the last day, of June a day late, of July much later, of August, at whose end it is closed, never."""


DAYS = sorted(date.fromisoformat(f"2021-{day}") + timedelta(more) for more in (-1, 0) for day in TURNING)


def days(policy: Policy, rule_id: str) -> dict[str, str]:
    """Of each window the first day on which the rule finds something; what was found is not withdrawn."""
    found: dict[str, list[date]] = {}
    for day in DAYS:
        for each in judged(policy, *LEDGER, as_of=str(day)).findings:
            if each.rule.id == rule_id and each.value != 0 and each.period is not None:
                found.setdefault(each.period.label, []).append(day)
    assert all(each == [day for day in DAYS if day >= each[0]] for each in found.values())
    return {label: str(each[0]) for label, each in found.items()}


MAY, JUNE, JULY, AUGUST = (f"2021年{month}月" for month in (5, 6, 7, 8))
LATE = {JUNE: "2021-07-06", JULY: "2021-08-06"}


@pytest.mark.parametrize(
    ("when", "window", "expected"),
    [
        ('late("returns")', "month", LATE),
        ('late("returns")', "year", {"2021年": "2021-07-06"}),
        ("missed >= 2", "year", {"2021年": "2021-08-06"}),
        ("returned >= 1", "month", {MAY: "2021-06-05", JUNE: "2021-07-06", JULY: "2021-08-30"}),
        ('late("limit")', "month", {JUNE: "2021-06-13", JULY: "2021-07-01", AUGUST: "2021-08-01"}),
        ("reports >= 1", "month", {JUNE: "2021-06-05", JULY: "2021-07-01", AUGUST: "2021-08-01"}),
        ('points("price") >= 1', "month", LATE),
        ('outcome("light") == "yellow"', "month", LATE),
        ("of_months >= 2", "year", {"2021年": "2021-08-06"}),
        # What does not belong to the month alone is as it was at its end.
        ('late("returns") and points("all") >= 1', "month", {JUNE: "2021-07-06", JULY: "2021-08-06"}),
        ('late("returns") and points("all") >= 2', "month", {JULY: "2021-08-06"}),
        ('late("returns") and unit_told >= 2', "month", {JULY: "2021-08-06"}),
        ('late("returns") and running >= 2', "month", {JULY: "2021-08-06"}),
    ],
)
def test_it_counts_for_the_window_from_the_day_on_which_it_is_known(
    tmp_path: Path, when: str, window: str, expected: dict[str, str]
) -> None:
    compare(tmp_path, "key_work", when, window, expected)


@pytest.mark.parametrize("word", ["late", "breached"])
@pytest.mark.parametrize(
    ("when", "window", "expected"),
    [
        ("items >= 1", "month", LATE),
        ("items >= 2", "year", {"2021年": "2021-08-06"}),
        ("late_ones >= 1", "month", LATE),
        ("lit >= 1", "month", LATE),
        ("all_missed >= 2", "year", {"2021年": "2021-08-06"}),
    ],
)
def test_a_unit_sees_of_its_matters_what_is_known_of_the_window(
    tmp_path: Path, when: str, window: str, expected: dict[str, str], word: str
) -> None:
    compare(tmp_path, "unit", when, window, expected, word)


def compare(folder: Path, of: str, when: str, window: str, expected: dict[str, str], word: str = "late") -> None:
    """Hold a result, points and a ladder to the same days, and the ladder to the day of the step that it tells."""
    forms = {"outcome": OUTCOME, "points": POINTS, "ladder": LADDER}
    rules = "".join(rule(form.format(of=of, window=window, when=f"'{when}'"), name) for name, form in forms.items())
    asking = (each.replace('late("returns")', f'{word}("returns")') for each in (BASE + rules, FACTS))
    policy = loaded(folder, RETURNS + LIMIT + next(asking), facts=next(asking))
    for name in forms:
        found = days(policy, name)
        assert {label: found.get(label) for label in expected} == expected, name
    steps = [each for each in judged(policy, *LEDGER).findings if each.rule.id == "ladder"]
    told = {each.period.label: str(each.day) for each in steps if each.period is not None}
    assert {label: told.get(label) for label in expected} == expected
    assert told.keys() == days(policy, "outcome").keys()


def test_a_ladder_does_not_change_what_others_see(tmp_path: Path) -> None:
    """The month as it stood at its end is one for all rules, whichever asks for it first."""
    facts = FACTS + (
        '- {id: unsent, label: 没有报, of: key_work, count: months, where: late("returns") and returned == 0, '
        "window: quarter}\n"
    )
    asking = rule('kind: points\nof: key_work\nwindow: quarter\nvalue: unsent + points("none")\neffect: deduct', "sum")
    none = rule("kind: points\nof: key_work\nwindow: quarter\ncount: reminder\neach: 1\neffect: deduct", "none")
    ladder = rule(LADDER.format(of="key_work", window="year", when="missed >= 1"), "ladder")
    ledger = [{**MATTER, "closed": None}, report("2021-06-05", 5), report("2021-08-30", 7)]
    told = []
    for number, rules in enumerate((none + asking, none + ladder + asking)):
        (folder := tmp_path / str(number)).mkdir()
        policy = loaded(folder, RETURNS + LIMIT + BASE + rules, facts=facts)
        found = judged(policy, *ledger, as_of="2021-12-31").findings
        told.append({str(each.period and each.period.label): each.value for each in found if each.rule.id == "sum"})
    assert told[0] == told[1] == {"2021年第二季度": 1, "2021年第三季度": 2, "2021年第四季度": 2}


@pytest.mark.parametrize(
    ("sent", "covers", "expected"),
    [("2021-06-04", None, interval(0, 1)), ("2021-06-04", 5, 1), ("2021-05-20", None, interval(0, 1))],
)
def test_a_return_that_does_not_say_its_month_may_be_of_any(
    tmp_path: Path, sent: str, covers: int | None, expected: object
) -> None:
    rules = rule("kind: points\nof: key_work\nwindow: month\nvalue: returned\neffect: deduct", "count")
    blank = {**report(sent, covers or 5), "covers": None if covers is None else f"2021-{covers:02}-28"}
    policy = loaded(tmp_path, RETURNS + LIMIT + BASE + rules, facts=FACTS)
    found = judged(policy, MATTER, blank, as_of="2021-07-31").findings
    of_may = [each for each in found if each.rule.id == "count" and each.period and each.period.label == MAY]
    assert [each.value for each in of_may] == [expected]
