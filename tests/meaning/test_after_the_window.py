"""What comes after a window changes nothing that a fact without a window of its own said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, rule

from supervision_rules import Result

LIMIT = rule("kind: time_limit\non: matter\nstart: begun\ndone: closed\ncases: [{within: 5 days}]", "closing")
SLIPS = rule("kind: ladder\nof: matter\nsteps: [{step: red, label: 红, when: slips >= 2}]", "urge")
EACH = rule("kind: points\nof: matter\nwhen: late('closing')\nvalue: 2\neffect: deduct".replace("'", '"'), "each")
LIGHT = rule('kind: outcome\non: matter\nwhen: late("closing")\noutcome: 红\ncode: red', "light")
FACTS = """
- {id: returned_on, label: 最近退回, of: matter, last: return}
- {id: begun, label: 起算, of: matter, value: 'first_known(returned_on, date)'}
- {id: slips, label: 催办次数, of: matter, count: reminder}
- {id: late_ones, label: 逾期件数, of: unit, count: matter, where: late("closing")}
- {id: red_ones, label: 红色件数, of: unit, count: matter, where: step("urge") >= 1, unquoted: 试验}
- {id: any_red, label: 有红色的, of: unit, any: matter, where: step("urge") >= 1, unquoted: 试验}
- {id: points_of_all, label: 各件扣分, of: unit, sum: matter, take: points("each")}
- {id: with_points, label: 扣了分的, of: unit, count: matter, where: points("each") > 0}
- {id: with_light, label: 亮红灯的, of: unit, count: matter, where: outcome("light") == "red"}
"""


def found(folder: Path, keys: str, *records: dict[str, object], as_of: str) -> Result:
    policy = loaded(folder, LIMIT + SLIPS + EACH + LIGHT + rule(keys), facts=FACTS)
    return judged(policy, *records, as_of=as_of)


def told(result: Result) -> dict[str, object]:
    return {each.period.label: each.value for each in result.findings if each.rule.id == "it" and each.period}


@pytest.mark.parametrize("window", ["year", "month"])
@pytest.mark.parametrize("when", ["late_ones >= 1", "red_ones >= 1", "any_red", "points_of_all > 0", "with_light >= 1"])
def test_a_ladder_hears_of_what_came_to_pass_in_its_window_alone(tmp_path: Path, window: str, when: str) -> None:
    """What is late, or reached a step, in January is so in January, and not in December as well."""
    slips = [{"type": "reminder", "id": f"s{day}", "date": day, "matter": "m1"} for day in ("2021-12-27", "2022-01-04")]
    keys = f"kind: ladder\nof: unit\nwindow: {window}\nsteps: [{{step: talk, label: 约谈, when: {when}}}]"
    result = found(tmp_path, keys, matter(day="2021-12-28"), *slips, as_of="2022-02-28")
    reached = [each for each in result.findings if each.rule.id == "it"]
    inside = {"year": ["2022年"], "month": ["2022年1月", "2022年2月"]}
    assert [each.period.label for each in reached if each.period] == inside[window]


@pytest.mark.parametrize("window", ["year", "month"])
@pytest.mark.parametrize(
    ("value", "then"), [("points_of_all", 2), ("late_ones", 1), ("with_points", 1), ("with_light", 1)]
)
def test_a_clock_that_begins_anew_later_leaves_the_window_as_it_was(
    tmp_path: Path, window: str, value: str, then: int
) -> None:
    """Late at the end of December, returned in January: what December, or the year, deducted stays."""
    keys, name = f"kind: points\nof: unit\nwindow: {window}\nvalue: {value}\neffect: deduct", "2021年12月"
    name = "2021年" if window == "year" else name
    records = [matter(day="2021-12-09"), {"type": "return", "id": "t1", "date": "2022-01-02", "matter": "m1"}]
    for as_of in ("2021-12-31", "2022-01-01", "2022-01-02", "2022-01-31"):
        result = found(tmp_path, keys, *(each for each in records if str(each["date"]) <= as_of), as_of=as_of)
        assert told(result)[name] == then, as_of
    assert told(result)["2022年" if window == "year" else "2022年1月"] == then  # late again, from 8 January on


LATE_BY_DUE = 'count: matter, where: late("closing"), by: due("closing"), window: %s'
BY_DUE = f"- {{id: due_late, label: 到期逾期, of: unit, {LATE_BY_DUE}}}\n"


@pytest.mark.parametrize("window", ["year", "quarter"])
def test_on_the_last_day_of_its_window_a_ladder_knows_what_it_does_on_all_others(tmp_path: Path, window: str) -> None:
    """Late in December, begun anew in January and late again: one lateness, by the due day that it has now."""
    ladder = f"kind: ladder\nof: unit\nwindow: {window}\nsteps: [{{step: talk, label: 约谈, when: due_late >= 1}}]"
    policy = loaded(tmp_path, LIMIT + rule(ladder), facts="".join(FACTS.splitlines(True)[:3]) + BY_DUE % window)
    records = (matter(day="2021-12-15"), {"type": "return", "id": "t1", "date": "2022-01-17", "matter": "m1"})
    reached = [each for each in judged(policy, *records, as_of="2022-03-31").findings if each.rule.id == "it"]
    assert [str(each.day) for each in reached] == ["2022-01-23"]
    before = judged(policy, records[0], as_of="2022-01-16").findings
    assert [str(each.day) for each in before if each.rule.id == "it"] == ["2021-12-21"]
