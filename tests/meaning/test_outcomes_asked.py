"""What other rules and facts may ask of an outcome, and the level that stands highest of several."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, rule, told, write

from supervision_rules import State

LIGHT = rule(
    "kind: outcome\non: matter\nwhen: known(received)\ncases:\n"
    "  - {when: joint, outcome: 红灯, code: red}\n"
    "  - {when: ordinary, outcome: 黄灯, code: yellow}\n"
    "  - {outcome: 绿灯, code: green}",
    "light",
)
WORST = '- {id: worst, label: 最差的灯, of: unit, top: matter, take: outcome("light")}'
BEST = '- {id: worst, label: 最好的灯, of: unit, bottom: matter, where: known(received), take: outcome("light")}'
UNIT = rule("kind: points\nvalue: {by: worst, table: {red: 3, yellow: 2, green: 1, none: 0}}\neffect: deduct", "unit")
RED = {"joint": True}
YELLOW = {"joint": False, "ordinary": True}
GREEN = {"joint": False, "ordinary": False}


def lit(number: int, **facts: object) -> dict[str, object]:
    return matter(f"m{number}", received="2021-01-04", **facts)


def points(tmp_path: Path, fact: str, *matters: dict[str, object]) -> object:
    found = judged(loaded(tmp_path, LIGHT + UNIT, facts=fact), *matters).findings
    (finding,) = (finding for finding in found if finding.rule.id == "unit")
    return finding.value, finding.state


@pytest.mark.parametrize(
    ("lights", "worst", "best"),
    [
        ([RED, GREEN], 3, 1),
        ([GREEN, YELLOW, GREEN], 2, 1),
        ([GREEN], 1, 1),
        ([YELLOW, RED], 3, 2),
    ],
)
def test_the_worst_and_the_best_of_several(
    tmp_path: Path, lights: list[dict[str, object]], worst: int, best: int
) -> None:
    matters = [lit(number, **light) for number, light in enumerate(lights)]
    assert points(tmp_path, WORST, *matters) == (worst, State.SCORED)
    assert points(tmp_path, BEST, *matters) == (best, State.SCORED)


def test_what_comes_to_no_outcome_stands_last(tmp_path: Path) -> None:
    assert points(tmp_path, WORST, lit(1, **YELLOW), matter("m2")) == (2, State.SCORED)
    assert points(tmp_path, WORST, matter("m2")) == (0, State.SCORED)
    assert points(tmp_path, BEST, lit(1, **YELLOW), matter("m2")) == (2, State.SCORED)


def test_a_light_in_doubt_matters_only_where_it_may_be_worse(tmp_path: Path) -> None:
    assert points(tmp_path, WORST, lit(1, **RED), lit(2)) == (3, State.SCORED)
    value, _ = points(tmp_path, WORST, lit(1, **YELLOW), lit(2))  # type: ignore[misc]
    assert str(value) == "0…3" or not isinstance(value, int)


def test_an_outcome_that_awaits_a_consent_is_none_yet(tmp_path: Path) -> None:
    talk = rule("kind: outcome\non: matter\noutcome: 约谈\ncode: talk\nconsent: known(replied)", "talk")
    then = rule('kind: requirement\non: matter\nrequire: outcome("talk") == "none"', "then")
    policy = loaded(tmp_path, talk + then)
    states = {
        finding.subject: finding.state
        for finding in judged(policy, matter("m1"), matter("m2", replied="2021-02-01")).findings
        if finding.rule.id == "then"
    }
    assert states == {"m1": State.MET, "m2": State.BREACHED}


@pytest.mark.parametrize(
    ("rules", "facts", "code", "text"),
    [
        ('kind: requirement\non: matter\nrequire: outcome("light") == "rde"', "", "SR227", '"rde"'),
        ('kind: requirement\non: matter\nrequire: outcome("ligth") == "red"', "", "SR223", '"ligth"'),
        ("kind: requirement\non: unit\nrequire: known(population)", WORST.replace("top", "max"), "SR232", None),
        (
            "kind: requirement\non: unit\nrequire: known(population)",
            "- {id: x, label: 甲, of: unit, top: matter, take: received}",
            "SR232",
            "received",
        ),
        (
            "kind: requirement\non: unit\nrequire: known(population)",
            "- {id: x, label: 甲, of: unit, top: matter}",
            "SR151",
            None,
        ),
    ],
)
def test_a_code_that_there_is_not_is_told(tmp_path: Path, rules: str, facts: str, code: str, text: str | None) -> None:
    found = [(each, underlined) for each, underlined, _ in told(write(tmp_path, LIGHT + rule(rules, "r"), facts=facts))]
    assert [each for each, _ in found] == [code]
    assert text is None or found[0][1] == text


MONTHLY = rule(
    "kind: outcome\non: reminder\nwindow: month\ncases:\n"
    "  - {when: not known(answered), outcome: 红灯, code: red}\n  - {outcome: 绿灯, code: green}",
    "light",
)
STOREY = rule(
    "kind: outcome\non: matter\nwindow: month\nwhen: known(worst)\ncases:\n"
    '  - {when: worst == "red", outcome: 红灯, code: red}\n  - {outcome: 绿灯, code: green}',
    "matter-light",
)
ANSWERED = {"type": "reminder", "id": "r1", "date": "2021-01-10", "answered": "2021-02-10", "matter": "m1"}


@pytest.mark.parametrize(
    ("as_of", "codes"),
    [
        ("2021-01-20", ["red"]),
        ("2021-01-31", ["red"]),
        ("2021-02-09", ["red", "red"]),
        ("2021-04-30", ["red", "green", "green", "green"]),
    ],
)
@pytest.mark.parametrize("fact", ['top: reminder, take: outcome("light")', 'last: reminder, take: outcome("light")'])
def test_the_light_of_a_month_is_made_from_those_of_the_month(
    tmp_path: Path, fact: str, as_of: str, codes: list[str]
) -> None:
    policy = loaded(tmp_path, MONTHLY + STOREY, facts=f"- {{id: worst, label: 最差, of: matter, {fact}}}")
    found = judged(policy, matter(), ANSWERED, as_of=as_of).findings
    assert [dict(each.detail).get("code") for each in found if each.rule.id == "matter-light"] == codes


def test_a_run_of_months_is_made_from_the_lights_of_each(tmp_path: Path) -> None:
    facts = '- {id: worst, label: 最差, of: matter, top: reminder, take: outcome("light")}\n'
    facts += '- {id: run, label: 连续几个月红灯, of: matter, run: months, where: worst == "red"}'
    keys = "kind: points\nof: matter\nwindow: month\nvalue: run\neffect: deduct"
    reminder = {**ANSWERED, "answered": "2021-03-10"}
    found = judged(loaded(tmp_path, MONTHLY + rule(keys), facts=facts), matter(), reminder, as_of="2021-05-15").findings
    values = [(str(each.period and each.period.label), each.value) for each in found if each.rule.id == "it"]
    assert values == [("2021年1月", 1), ("2021年2月", 2), ("2021年3月", 0), ("2021年4月", 0), ("2021年5月", 0)]
