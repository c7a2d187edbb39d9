"""Which one it is in the order of another day than its own: a due day, a day of meeting."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, rule, told, write

from supervision_rules import Policy
from supervision_rules.expressions import Interval

NTH = "- {id: nth, label: 第几次, of: matter, ordinal: earlier, by: set_date, among: [unit]KEYS}\n"
RULE = rule("kind: points\nof: matter\nvalue: nth\neffect: deduct")


def values(policy: Policy, *matters: dict[str, object], as_of: str = "2021-12-31") -> dict[str, str]:
    return {each.subject: str(each.value) for each in judged(policy, *matters, as_of=as_of).findings}


def due(id_: str, set_date: str | None, day: str = "2021-01-04") -> dict[str, object]:
    return matter(id_, day, set_date=set_date)


def test_the_order_is_that_of_the_day_then_of_the_record(tmp_path: Path) -> None:
    policy = loaded(tmp_path, RULE, facts=NTH.replace("KEYS", ""))
    found = values(
        policy,
        due("m1", "2021-06-30"),
        due("m2", "2021-03-31"),
        due("m3", "2021-06-30", "2021-01-03"),
        due("m0", "2021-06-30"),
    )
    assert found == {"m2": "1", "m3": "2", "m0": "3", "m1": "4"}


def test_the_window_is_that_of_the_day(tmp_path: Path) -> None:
    policy = loaded(tmp_path, RULE, facts=NTH.replace("KEYS", ", window: year"))
    found = values(policy, due("m1", "2022-01-01"), due("m2", "2021-12-31"), due("m3", "2022-06-30"))
    assert found == {"m1": "1", "m2": "1", "m3": "2"}


def test_what_has_no_such_day_may_come_before_and_anywhere(tmp_path: Path) -> None:
    policy = loaded(tmp_path, RULE, facts=NTH.replace("KEYS", ""))
    result = judged(policy, due("m1", "2021-06-30"), due("m2", None), due("m3", "2021-07-30"))
    unknown = ("matter m2: set_date",)
    assert [(each.subject, each.value, each.missing) for each in result.findings] == [
        ("m1", Interval(1, 2), unknown),
        ("m2", Interval(1, 3), unknown),
        ("m3", Interval(2, 3), unknown),
    ]


def test_what_has_not_happened_is_not_among_them(tmp_path: Path) -> None:
    """By the day of closing: what is open comes before none that is closed."""
    facts = NTH.replace("by: set_date", "by: closed").replace("KEYS", ", where: known(closed)")
    policy = loaded(
        tmp_path, rule("kind: points\nof: matter\nwhen: known(closed)\nvalue: nth\neffect: deduct"), facts=facts
    )
    first = matter("m1", closed="2021-06-30")
    assert values(policy, first, matter("m2"), matter("m3", closed="2021-05-31")) == {"m1": "2", "m3": "1"}
    assert values(policy, first, matter("m3", closed="2021-07-31"), as_of="2021-07-30") == {"m1": "1"}


STEP = rule(
    "kind: ladder\nof: matter\nsteps:\n  - {step: again, label: 再次, when: nth >= 2 and known(closed)}", "step"
)


def test_a_ladder_sees_one_come_before_later(tmp_path: Path) -> None:
    """m2 is handed over in March and due before m1: from then on m1 is the second."""
    policy = loaded(tmp_path, STEP, facts=NTH.replace("KEYS", ""))
    first = matter("m1", "2021-01-04", set_date="2021-06-30", closed="2021-02-01")
    result = judged(policy, first, due("m2", "2021-04-30", "2021-03-01"))
    assert [(each.subject, str(each.day)) for each in result.findings if each.value] == [("m1", "2021-03-01")]


@pytest.mark.parametrize(
    ("fact", "codes"),
    [
        ("- {id: x, label: 甲, of: matter, count: earlier, by: set_date}", []),
        ("- {id: x, label: 甲, of: matter, last: earlier, take: set_date, by: set_date}", []),
        ("- {id: x, label: 甲, of: matter, ordinal: earlier, via: unit, by: set_date}", ["SR158"]),
        ("- {id: x, label: 甲, of: unit, count: matter, via: unit, by: set_date}", ["SR161"]),
        ("- {id: x, label: 甲, of: matter, ordinal: earlier, by: setdate}", ["SR218"]),
    ],
)
def test_where_it_may_be_written(tmp_path: Path, fact: str, codes: list[str]) -> None:
    path = write(tmp_path, rule("kind: requirement\non: matter\nrequire: known(unit)"), facts=fact)
    assert [code for code, _, _ in told(path)] == codes


def test_the_cap_of_points_takes_them_in_the_same_order(tmp_path: Path) -> None:
    """On one due day those are first whose own date is."""
    keys = "kind: points\nof: unit\ncount: matter\nby: set_date\nwindow: year\neffect: deduct\neach: "
    price = "2 if level == 'city' else 1\n"
    rules = rule(f"{keys}{price}at_most: {{year: 1}}", "most") + rule(f"{keys}{price}where: nth == 1", "first")
    policy = loaded(tmp_path, rules, facts=NTH.replace("KEYS", ", window: year"))
    for later, sooner in (("m1", "m2"), ("m2", "m1")):
        matters = [{**due(later, "2021-06-01", "2021-03-10"), "level": "city"}]
        matters.append({**due(sooner, "2021-06-01", "2021-02-10"), "level": "national"})
        found = judged(policy, *matters).findings
        assert [finding.value for finding in found] == [1, 1]
