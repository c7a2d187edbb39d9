"""A rule with windows hears of a rule without them what that found when the window ended, whatever comes later."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, rule

from supervision_rules import Result, text_of

LIMIT = rule("kind: time_limit\non: matter\nstart: date\ndone: closed\ncases: [{within: 5 days}]", "closing")
LIGHT = rule(
    """
    kind: outcome
    on: matter
    window: month
    when: period_end <= as_of
    cases:
      - {when: late("closing") and not known(closed), outcome: 红灯, code: red}
      - {when: due_soon("closing"), outcome: 黄灯, code: yellow}
      - {outcome: 绿灯, code: green}
    """
)
DAYS = ["2021-01-31", "2021-02-28", "2021-03-31", "2021-06-15"]


def of_months(result: Result) -> dict[str, object]:
    """What each month of the rule ``it`` came to: the code of its outcome, else its value."""
    found = [each for each in result.findings if each.rule.id == "it"]
    return {str(each.day)[5:7]: dict(each.detail).get("code", each.value) for each in found}


def upto(day: str, **months: object) -> dict[str, object]:
    """Those of the months, as ``m02``, that are over by ``day``."""
    return {name[1:]: value for name, value in months.items() if name[1:] <= day[5:7]}


def so_far(day: str, **fields: str) -> dict[str, object]:
    return matter("m1", "2021-01-29", **{name: value for name, value in fields.items() if value <= day})


@pytest.mark.parametrize("day", DAYS)
def test_a_light_goes_by_what_was_late_at_the_end_of_the_month(tmp_path: Path, day: str) -> None:
    """Due on 3 February, done on 10 April: in January it was not late, and due soon."""
    result = judged(loaded(tmp_path, LIMIT + LIGHT), so_far(day, closed="2021-04-10"), as_of=day)
    months = of_months(result)
    months.pop("06", None)
    assert months == upto(day, m01="yellow", m02="red", m03="red", m04="green", m05="green")


def test_it_is_told_as_of_when(tmp_path: Path) -> None:
    result = judged(loaded(tmp_path, LIMIT + LIGHT), so_far("2021-06-15", closed="2021-04-10"), as_of="2021-06-15")
    january = next(each for each in result.findings if each.rule.id == "it")
    lines = [line.strip("│├└─ ") for line in text_of(result, result.explain(january)).splitlines()]
    assert lines[-3:] == [
        'due_soon("closing") → 是',
        'due_soon("closing") → 是（看到2021-01-31为止）',
        "一条规则｜督查事项 m1：即将到期，到期日 2021-02-03",
    ]
    english = text_of(result, result.explain(january), "en")
    assert 'due_soon("closing") → yes (as of 2021-01-31)' in english


ASKED = {
    'step("steps") >= 1': "kind: ladder\nof: matter\nsteps: [{step: one, label: 一, when: slips > 0}]",
    'breached("steps")': "kind: requirement\non: matter\nrequire: slips == 0",
    'points("steps") > 0': "kind: points\nof: matter\ncount: reminder\neach: 1\neffect: deduct",
    'outcome("steps") == "slipped"': "kind: outcome\non: matter\nwhen: slips > 0\noutcome: 催过\ncode: slipped",
}
SLIPS = "- {id: slips, label: 催办, of: matter, count: reminder}"


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("day", DAYS)
def test_every_result_is_that_of_the_end_of_the_month(tmp_path: Path, asked: str, day: str) -> None:
    """Reminded on 5 March."""
    monthly = rule(f"kind: outcome\non: matter\nwindow: month\nwhen: '{asked}'\noutcome: 是\ncode: hit")
    policy = loaded(tmp_path, rule(ASKED[asked], "steps") + monthly, facts=SLIPS)
    slip = {"type": "reminder", "id": "r1", "matter": "m1", "date": "2021-03-05"}
    result = judged(policy, so_far(day), *([slip] if day > "2021-03" else []), as_of=day)
    assert of_months(result) == upto(day, m03="hit", m04="hit", m05="hit", m06="hit")


PLACES = (
    rule("kind: points\ncount: reminder\neach: 1\neffect: deduct\ninto: minus", "slips")
    + rule("kind: score\nbase: 100\nboxes: [{id: minus, label: 扣分, effect: deduct}]", "total")
    + rule('kind: ranking\nby: points("total")', "place")
)
UNIT_STEPS = rule("kind: ladder\nof: unit\nsteps: [{step: one, label: 一, when: slips > 0}]", "steps")


@pytest.mark.parametrize(
    ("value", "months"),
    [
        ('points("total")', {"m01": 100, "m02": 100, "m03": 99, "m04": 99, "m05": 99, "m06": 99}),
        ('rank("place")', {"m01": 1, "m02": 1, "m03": 2, "m04": 2, "m05": 2, "m06": 2}),
        ('step("steps")', {"m01": 0, "m02": 0, "m03": 1, "m04": 1, "m05": 1, "m06": 1}),
    ],
)
@pytest.mark.parametrize("day", DAYS)
def test_totals_and_ranks_of_units_too(tmp_path: Path, value: str, months: dict[str, object], day: str) -> None:
    monthly = rule(f"kind: points\nwindow: month\nwhen: id == 'u1'\nvalue: '{value}'\neffect: add")
    facts = "- {id: slips, label: 催办, of: unit, count: reminder}"
    policy = loaded(tmp_path, PLACES + UNIT_STEPS + monthly, facts=facts)
    slip = {"type": "reminder", "id": "r1", "unit": "u1", "date": "2021-03-05", "matter": "m1"}
    other = {"type": "unit", "id": "u2", "name": "另一局"}
    result = judged(policy, other, so_far(day), *([slip] if day > "2021-03" else []), as_of=day)
    assert of_months(result) == upto(day, **months)


STOCK = {
    "late": ('late("closing") and not known(closed)', {"m01": 0, "m02": 2, "m03": 1, "m04": 0, "m05": 0, "m06": 0}),
    "open": ("not known(closed)", {"m01": 1, "m02": 2, "m03": 1, "m04": 0, "m05": 0, "m06": 0}),
    "tardy": ("tardy and not known(closed)", {"m01": 0, "m02": 2, "m03": 1, "m04": 0, "m05": 0, "m06": 0}),
}


@pytest.mark.parametrize("where", STOCK)
@pytest.mark.parametrize("day", DAYS)
def test_a_stock_at_the_end_of_a_month_stays(tmp_path: Path, where: str, day: str) -> None:
    """One is done on 10 April, another, of 20 February, on 10 March."""
    condition, months = STOCK[where]
    facts = f"- {{id: stock, label: 月末存量, of: unit, count: matter, where: '{condition}', via: unit}}\n"
    facts += '- {id: tardy, label: 逾期, of: matter, value: late("closing")}'
    monthly = rule("kind: points\nwindow: month\nvalue: stock\neffect: deduct")
    second = [matter("m2", "2021-02-20", **({"closed": "2021-03-10"} if day > "2021-03-10" else {}))]
    policy = loaded(tmp_path, LIMIT + monthly, facts=facts)
    result = judged(policy, so_far(day, closed="2021-04-10"), *(second if day > "2021-02-20" else []), as_of=day)
    assert of_months(result) == upto(day, **months)


def test_what_is_counted_in_its_own_month_is_known_as_of_the_day_asked(tmp_path: Path) -> None:
    """Late after the end of the month in which it was due: it counts for that month all the same."""
    facts = """
        - {id: due_day, label: 到期日, of: matter, value: due("closing")}
        - {id: tardy, label: 到期逾期, of: unit, count: matter, where: late("closing"), by: due_day, window: month}
    """
    monthly = rule("kind: points\nwindow: month\nvalue: tardy\neffect: deduct")
    result = judged(loaded(tmp_path, LIMIT + monthly, facts=facts), matter("m1", "2021-01-26"), as_of="2021-02-01")
    assert of_months(result) == {"01": 1, "02": 0}


def test_a_ladder_of_a_year_ends_with_it(tmp_path: Path) -> None:
    """Late only in the new year: no step of the old one is reached, whenever that is asked."""
    ladder = rule('kind: ladder\nof: matter\nwindow: year\nsteps: [{step: a, label: 一, when: late("closing")}]')
    result = judged(loaded(tmp_path, LIMIT + ladder), matter("m1", "2020-12-29"), as_of="2021-06-15")
    assert [(str(each.day), each.period.label) for each in result.findings if each.period] == [("2021-01-04", "2021年")]
