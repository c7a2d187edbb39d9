"""What is judged of a matter period by period, where it passes from one document to the next: each period once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from little_pack import batch_of, loaded, matter, report, rule

from supervision_rules import Policy, evaluate

OWED = rule(
    "kind: duty\nof: matter\nend: closed\neach: month\nneed: progress\nfor_period: covers\ndue: {day: 5}", "monthly"
)
EACH = rule('kind: points\nof: matter\nwindow: month\nwhen: late("monthly")\nvalue: 1\neffect: deduct', "each")
LIMIT = rule("kind: time_limit\non: matter\nstart: date\ndone: closed\ncases: [{within: 15 days}]", "closing")
LIGHT = rule(
    "kind: outcome\non: matter\nwindow: month\nwhen: not known(closed) and period_end <= as_of\n"
    "cases:\n  - {when: 'late(\"closing\")', outcome: 红灯, code: red}\n  - {outcome: 绿灯, code: green}",
    "light",
)
FACTS = """
- {id: missed, label: 有缺报的件数, of: unit, count: matter, where: late("monthly")}
- {id: any_missed, label: 有缺报的, of: unit, any: matter, where: late("monthly")}
- {id: run, label: 连续几个月有缺报, of: unit, run: months, where: any_missed, window: year}
- {id: points_of_all, label: 各件扣分之和, of: unit, sum: matter, take: points("each")}
- {id: months_missed, label: 缺报几个月, of: matter, count: months, where: late("monthly")}
- {id: all_missed, label: 共缺报几个月, of: unit, sum: matter, take: months_missed}
- {id: greens, label: 绿灯几个月, of: matter, count: months, where: outcome("light") == "green"}
- {id: reds, label: 红灯几个月, of: matter, count: months, where: outcome("light") == "red"}
- {id: worst, label: 各月最差的灯, of: matter, top: months, take: outcome("light")}
- {id: unit_worst, label: 单位最差的灯, of: unit, top: matter, take: worst}
"""
RULES = OWED + EACH + LIMIT + LIGHT
BY_MONTH = "kind: points\nof: unit\nwindow: {}\nvalue: {}\neffect: deduct"


def packs(folder: Path, rules: str, since: str, takes: str = "new") -> list[Policy]:
    new = f"in_force: {{since: {since}}}, replaces: {{pack: old, open_matters: {takes}}}"
    return [
        loaded(folder, RULES + rules, facts=FACTS, pack="old", document="in_force: {since: 2021-01-01}"),
        loaded(folder, RULES + rules, facts=FACTS, pack="new", document=new),
    ]


def told(policies: list[Policy], *records: dict[str, object], as_of: str = "2021-10-31") -> dict[str, list[object]]:
    """By pack and window what the rule says."""
    found: dict[str, list[object]] = {}
    result = evaluate(policies, batch_of(policies[0], *records), as_of=date.fromisoformat(as_of))
    for each in result.findings:
        if each.rule.id == "it" and each.period:
            found.setdefault(f"{each.rule.pack} {each.period.label}", []).append(each.value)
    return found


@pytest.mark.parametrize("since", ["2021-07-01", "2021-06-16"])
@pytest.mark.parametrize("fact", ["missed", "points_of_all"])
def test_by_month_each_is_counted_where_it_is_judged(tmp_path: Path, fact: str, since: str) -> None:
    """A matter begun before the change, whose returns from May on are all missing."""
    both = packs(tmp_path, rule(BY_MONTH.format("month", fact)), since)
    records = (matter(day="2021-04-10"), report("2021-05-04", "2021-04-30"))
    alone, found = told(both[:1], *records), told(both, *records)
    months = {f"2021年{number}月": alone[f"old 2021年{number}月"] for number in range(1, 11)}
    assert [months[f"2021年{number}月"] for number in (4, 5, 6, 9, 10)] == [[0], [1], [1], [1], [0]]
    for month, value in months.items():
        parts = [found.get(f"{pack} {month}", [0])[0] for pack in ("old", "new")]
        assert sum(int(str(part)) for part in parts) == value[0], month


@pytest.mark.parametrize("since", ["2021-07-01", "2021-06-16"])
@pytest.mark.parametrize("fact", ["points_of_all", "all_missed"])
@pytest.mark.parametrize("as_of", ["2021-06-30", "2021-07-01", "2021-07-15", "2021-10-31"])
def test_in_the_year_of_the_change_the_parts_make_the_whole(tmp_path: Path, fact: str, since: str, as_of: str) -> None:
    both = packs(tmp_path, rule(BY_MONTH.format("year", fact)), since)
    records = (matter(day="2021-04-10"), matter("m2", day="2021-05-20", closed="2021-08-20"))
    whole = told(both[:1], *records, as_of=as_of)["old 2021年"]
    assert sum(int(str(value)) for values in told(both, *records, as_of=as_of).values() for value in values) == whole[0]


def test_a_run_of_months_goes_on_in_the_document_that_has_the_matters(tmp_path: Path) -> None:
    ladder = "kind: ladder\nof: unit\nwindow: year\nsteps: [{step: talk, label: 约谈, when: run >= 2}]"
    both = packs(tmp_path, rule(ladder), "2021-07-01")
    records = (matter(day="2021-06-10"), report("2021-07-02", "2021-06-30"))
    result = evaluate(both, batch_of(both[0], *records), as_of=date(2021, 10, 31))
    reached = [(each.rule.pack, str(each.day)) for each in result.findings if each.rule.id == "it"]
    assert reached == [("new", "2021-09-06")]  # July was missed on 6 August, August on 6 September


@pytest.mark.parametrize(("as_of", "reds", "worst"), [("2021-07-15", 3, "red"), ("2021-09-30", 6, "red")])
def test_the_months_of_a_matter_that_passed_are_seen_as_it_is_judged(
    tmp_path: Path, as_of: str, reds: int, worst: str
) -> None:
    """Late since the end of April: red in each month since then, whichever document told it."""
    stats = "kind: requirement\non: matter\nwindow: year\nrequire: known(reds)\nstates: [reds, greens, worst]"
    unit = "kind: requirement\non: unit\nwindow: year\nrequire: known(unit_worst)\nstates: [unit_worst]"
    both = packs(tmp_path, rule(stats) + rule(unit, "unit"), "2021-07-01")
    result = evaluate(both, batch_of(both[0], matter(day="2021-04-10")), as_of=date.fromisoformat(as_of))
    stated = {
        (each.rule.pack, each.rule.id): dict(each.detail)["stated"]
        for each in result.findings
        if each.rule.id in ("it", "unit")
    }
    assert stated["new", "it"] == (("reds", reds), ("greens", 0), ("worst", worst))
    assert stated["new", "unit"] == (("unit_worst", worst),)


def three(folder: Path, rules: str, takes: tuple[str, str]) -> list[Policy]:
    """A second document from 1 June on, a third from 16 July."""
    last = f"in_force: {{since: 2021-07-16}}, replaces: {{pack: new, open_matters: {takes[1]}}}"
    return [
        *packs(folder, rules, "2021-06-01", takes[0]),
        loaded(folder, RULES + rules, facts=FACTS, pack="last", document=last),
    ]


@pytest.mark.parametrize("takes", [("new", "old"), ("old", "new"), ("new", "new"), ("old", "old")])
@pytest.mark.parametrize("fact", ["missed", "points_of_all"])
def test_of_three_each_month_counts_once_and_what_is_over_stays(
    tmp_path: Path, fact: str, takes: tuple[str, str]
) -> None:
    """It may pass to the second and stay there, or leave the first only for the third."""
    documents = three(tmp_path, rule(BY_MONTH.format("month", fact)), takes)
    before: list[tuple[str, object]] = []
    for as_of in ("2021-05-31", "2021-06-30", "2021-07-15", "2021-07-31", "2021-10-31"):
        found = told(documents, matter(day="2021-04-20"), as_of=as_of)
        counted = [(key, value) for key, values in found.items() for value in values if value != 0]
        assert counted[: len(before)] == before
        before = counted
    assert [(key.partition(" ")[2], value) for key, value in before] == [
        (f"2021年{month}月", 1) for month in range(4, 10)
    ]


@pytest.mark.parametrize(("takes", "missed"), [(("new", "old"), {"old": 2, "new": 4}), (("old", "new"), {"old": 3})])
def test_of_three_a_year_counts_the_months_of_each(
    tmp_path: Path, takes: tuple[str, str], missed: dict[str, int]
) -> None:
    documents = three(tmp_path, rule(BY_MONTH.format("year", "all_missed")), takes)
    found = told(documents, matter(day="2021-04-20"))
    by_pack = {key.partition(" ")[0]: sum(map(int, map(str, values))) for key, values in found.items()}
    assert sum(by_pack.values()) == 6
    assert {pack: by_pack[pack] for pack in missed} == missed
