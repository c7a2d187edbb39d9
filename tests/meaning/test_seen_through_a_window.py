"""What a rule with windows sees of records and facts: what its window holds, whatever comes later."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import brief, judged, loaded, matter, only, rule

from supervision_rules import Result


def reminder(id_: str, day: str, **more: object) -> dict[str, object]:
    return {"type": "reminder", "id": id_, "matter": "m1", "unit": "u1", "date": day, **more}


def values(result: Result) -> dict[str, object]:
    """What each period gave."""
    return {found.period.label: found.value for found in result.findings if found.period and found.rule.id == "it"}


SLIPS = "- {id: slips, label: 本年催办, of: matter, count: reminder, window: year}"
BY_MATTER = rule("kind: points\nof: matter\nwindow: year\ncount: reminder\neach: 1\neffect: deduct", "by-matter")


@pytest.mark.parametrize("each", ["slips", 'points("by-matter")', "slips if known(period_end) else 100"])
@pytest.mark.parametrize("as_of", ["2021-12-31", "2022-01-01", "2024-06-30"])
def test_the_points_of_a_year_stay_what_they_were(tmp_path: Path, each: str, as_of: str) -> None:
    points = rule(f"kind: points\nwindow: year\ncount: matter\neach: '{each}'\neffect: deduct")
    ledger = (matter(), reminder("r1", "2021-03-01"), reminder("r2", "2021-04-01"))
    result = judged(loaded(tmp_path, BY_MATTER + points, facts=SLIPS), *ledger, as_of=as_of)
    assert values(result)["2021年"] == 2


@pytest.mark.parametrize(("as_of", "points"), [("2021-12-31", 1), ("2022-02-01", 0)])
def test_of_a_record_that_is_counted_all_is_known(tmp_path: Path, as_of: str, points: int) -> None:
    back = "- {id: sent_back, label: 退回, of: matter, any: return}"
    rules = rule("kind: points\nwindow: year\ncount: matter\nwhere: not sent_back\neach: 1\neffect: add")
    sent = {"type": "return", "id": "b1", "matter": "m1", "date": "2022-01-10", "unit": "u1", "cause": "quality"}
    ledger = [sent] if as_of >= "2022-01-10" else []
    result = judged(loaded(tmp_path, rules, facts=back), matter(), *ledger, as_of=as_of)
    assert values(result).get("2021年", 0) == points


def test_a_condition_may_ask_of_the_window_looked_through(tmp_path: Path) -> None:
    points = rule("kind: points\nwindow: year\nvalue: late_ones\neffect: deduct")
    fact = (
        "- {id: late_ones, label: 上年末件数, of: unit, count: matter, unquoted: 试验, "
        "where: 'days_between(date, period_end) > 300', window: year}"
    )
    result = judged(loaded(tmp_path, points, facts=fact), matter(), matter("m2", "2021-11-01"))
    assert values(result) == {"2021年": 1}


SO_FAR = "- {id: so_far, label: 累计催办, of: unit, count: reminder}"
RUN = (
    "- {id: bad, label: 当月催办, of: unit, count: reminder, window: month}\n"
    "- {id: run, label: 至今几个月, of: unit, count: months, where: bad > 0}"
)


@pytest.mark.parametrize(("facts", "fact"), [(SO_FAR, "so_far"), (RUN, "run")])
def test_a_fact_without_a_window_ends_with_that_of_the_rule(tmp_path: Path, facts: str, fact: str) -> None:
    points = rule(f"kind: points\nwindow: month\nvalue: {fact}\neffect: deduct")
    ledger = [reminder(f"r{month}", f"2021-0{month}-06") for month in (1, 2, 3)]
    result = judged(loaded(tmp_path, points, facts=facts), matter(day="2021-01-04"), *ledger, as_of="2021-04-15")
    assert values(result) == {"2021年1月": 1, "2021年2月": 2, "2021年3月": 3, "2021年4月": 3}


@pytest.mark.parametrize(
    ("months", "counted"),
    [(1, {"02": 1, "06": 1, "09": 1}), (2, {"02": 2, "06": 2, "09": 2}), (6, {"06": 6, "09": 6})],
)
def test_so_many_months_are_so_many(tmp_path: Path, months: int, counted: dict[str, int]) -> None:
    points = rule("kind: points\nwindow: month\nvalue: near\neffect: deduct")
    fact = f"- {{id: near, label: 近几个月, of: unit, count: months, window: {months} months}}"
    result = judged(loaded(tmp_path, points, facts=fact), matter(day="2021-01-04"), as_of="2021-12-31")
    for month, number in counted.items():
        assert values(result)[f"2021年{int(month)}月"] == number


@pytest.mark.parametrize(
    ("as_of", "days", "number"),
    [
        ("2021-06-30", ("2020-12-31", "2021-01-01", "2021-06-30"), 2),
        ("2021-06-29", ("2020-12-29", "2020-12-30", "2021-06-29"), 2),
        ("2021-03-30", ("2020-09-30", "2020-10-01", "2021-03-30"), 2),
    ],
)
def test_a_rolling_window_begins_after_the_day_of_that_number(
    tmp_path: Path, as_of: str, days: tuple[str, ...], number: int
) -> None:
    fact = "- {id: near, label: 近半年, of: unit, count: reminder, window: 6 months}"
    rules = rule(f"kind: requirement\non: unit\nrequire: near == {number}")
    ledger = [reminder(f"r{place}", day) for place, day in enumerate(days)]
    result = judged(loaded(tmp_path, rules, facts=fact), matter(day="2020-01-06"), *ledger, as_of=as_of)
    assert brief(result) == [("it", "u1", "met")]


LIGHT = rule("kind: outcome\non: matter\nwindow: month\nwhen: not known(closed)\noutcome: 黄灯\ncode: yellow")


def test_a_matter_is_judged_as_it_was_at_the_end_of_each_month(tmp_path: Path) -> None:
    ledger = matter("m1", "2021-02-10", closed="2021-04-10"), matter("m2", "2021-03-01")
    result = judged(
        loaded(tmp_path, LIGHT), *ledger, matter("m0", "2021-01-04", closed="2021-01-05"), as_of="2021-05-10"
    )
    found = [(finding.subject, finding.period.label) for finding in result.findings if finding.period]
    assert found == [
        *(("m1", f"2021年{month}月") for month in (2, 3)),
        *(("m2", f"2021年{month}月") for month in (3, 4, 5)),
    ]


def test_what_is_counted_until_a_day(tmp_path: Path) -> None:
    fact = (
        "- {id: shadow, label: 当时的影响期, of: award, max: blame, take: until, via: all, among: [unit], until: date}"
    )
    types = """
        records:
          types:
            blame:
              label: 问责
              label_en: blame
              date_label: 日期
              fields:
                unit: {type: unit, label: 单位, label_en: unit}
                until: {type: date, label: 影响到, label_en: until, planned: true}
            award:
              label: 提名
              label_en: award
              date_label: 日期
              fields: {unit: {type: unit, label: 单位, label_en: unit}}
    """
    rules = rule("kind: requirement\non: award\nrequire: not known(shadow) or date > shadow")
    policy = loaded(tmp_path, rules, facts=fact, head=types)
    blames = [
        {"type": "blame", "id": id_, "unit": "u1", "date": day, "until": until}
        for id_, day, until in (("q1", "2021-01-05", "2021-06-30"), ("q2", "2021-12-19", "2022-12-31"))
    ]
    names = [
        {"type": "award", "id": f"n{place}", "unit": "u1", "date": day}
        for place, day in enumerate(("2021-01-04", "2021-06-30", "2021-12-01", "2021-12-19"))
    ]
    assert brief(judged(policy, *blames, *names)) == [
        ("it", "n0", "met"), ("it", "n1", "breached"), ("it", "n2", "met"), ("it", "n3", "breached"),
    ]  # fmt: skip


def test_until_a_day_that_has_not_come_all_count(tmp_path: Path) -> None:
    fact = "- {id: before, label: 回复前催办, of: matter, count: reminder, until: replied}"
    rules = rule("kind: requirement\non: matter\nrequire: before == 1")
    policy = loaded(tmp_path, rules, facts=fact)
    ledger = reminder("r1", "2021-02-01"), reminder("r2", "2021-03-01")
    assert only(judged(policy, matter(replied="2021-02-01"), *ledger)).state.value == "met"
    assert only(judged(policy, matter(), *ledger)).state.value == "breached"


ASKED = {
    "points": ('sum: months, take: points("monthly")', 3),
    "outcome": ('count: months, where: outcome("light") == "red"', 2),
    "breached": ('count: months, where: breached("clean")', 2),
}


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("as_of", ["2021-12-31", "2022-01-31", "2023-05-05"])
def test_what_a_closed_month_gave_is_known_in_later_years(tmp_path: Path, asked: str, as_of: str) -> None:
    made, value = ASKED[asked]
    facts = f"- {{id: price, label: 各月, of: matter, {made}, window: year}}\n"
    facts += "- {id: slips, label: 当月催办, of: matter, count: reminder, window: month}"
    rules = (
        rule("kind: points\nof: matter\nwindow: month\ncount: reminder\neach: 1\neffect: deduct", "monthly")
        + rule("kind: outcome\non: matter\nwindow: month\nwhen: slips > 0\noutcome: 红灯\ncode: red", "light")
        + rule("kind: requirement\non: matter\nwindow: month\nrequire: slips == 0", "clean")
        + rule("kind: points\nof: matter\nwindow: year\nvalue: price\neffect: deduct")
    )
    days = [("r1", "2021-01-20"), ("r2", "2021-03-20"), ("r3", "2021-03-21"), ("r4", "2022-01-20")]
    ledger = [reminder(id_, day) for id_, day in days if day <= as_of]
    result = judged(loaded(tmp_path, rules, facts=facts), matter(), *ledger, as_of=as_of)
    assert values(result)["2021年"] == value


@pytest.mark.parametrize("as_of", ["2021-01-31", "2021-02-28", "2021-12-31"])
def test_the_points_of_a_matter_go_by_what_was_known_at_the_end(tmp_path: Path, as_of: str) -> None:
    points = rule(
        "kind: points\nof: matter\nwindow: month\ncount: reminder\neach: 1 if known(answered) else 2\neffect: deduct"
    )
    answers = [("r1", "2021-01-20"), ("r2", "2021-02-10")]
    ledger = [reminder(id_, "2021-01-05", answered=day) for id_, day in answers]
    assert values(judged(loaded(tmp_path, points), matter(), *ledger, as_of=as_of))["2021年1月"] == 3
