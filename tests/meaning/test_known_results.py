"""Whether there is a result of another rule is open where it is in doubt whether that rule judges at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, rule

from supervision_rules import Policy
from supervision_rules.expressions import Interval

FACTS = """\
- {id: mark, label: 得分, of: unit, sum: appraisal, take: item_points, window: year}
- {id: rated, label: 参评, of: unit, any: appraisal, where: persons_excellent, window: year}
"""
TOTAL = rule("kind: score\nwindow: year\nwhen: rated\nbase: mark", "total")
PLACE = rule("kind: ranking\nwindow: year\nwhen: rated\nby: mark", "place")
LIMIT = rule(
    "kind: time_limit\non: matter\nwhen: level == 'city'\nstart: date\ndone: closed\ncases: [{within: 3 workdays}]",
    "closing",
)
LIGHT = rule("kind: outcome\non: matter\ncases: [{when: level == 'city', outcome: 红灯, code: red}]", "light")
CLIMB = rule("kind: ladder\nof: matter\nsteps: [{step: a, label: 一, when: level == 'city'}]", "climb")
OPEN, YES, NO = ["undetermined"], ["concluded"], list[str]()


def appraisal(rated: bool | None, points: int | None = 80, unit: str = "u1") -> dict[str, object]:
    given = {"persons_excellent": rated, "item_points": points}
    told = {name: value for name, value in given.items() if value is not None}
    return {"type": "appraisal", "id": f"a-{unit}", "date": "2021-03-01", "unit": unit, **told}


def asking(tmp_path: Path, other: str, when: str, on: str = "unit", facts: str = FACTS) -> Policy:
    window = "" if on == "matter" else "window: year\n"
    return loaded(tmp_path, other + rule(f"kind: outcome\non: {on}\n{window}when: {when}\noutcome: 评定"), facts=facts)


def states(policy: Policy, *records: Mapping[str, object]) -> list[str]:
    return [str(each.state) for each in judged(policy, *records).findings if each.rule.id == "it"]


@pytest.mark.parametrize(
    ("other", "when", "without"),
    [
        (TOTAL, 'known(points("total"))', NO),
        (TOTAL, 'first_known(points("total"), 0) >= 0', YES),
        (PLACE, 'known(rank("place"))', NO),
        (PLACE, 'known(rank_from_end("place"))', NO),
        (PLACE, 'known(ranked("place"))', NO),
    ],
)
def test_it_is_open_whether_a_unit_is_judged(tmp_path: Path, other: str, when: str, without: list[str]) -> None:
    policy = asking(tmp_path, other, when)
    assert [states(policy, appraisal(rated)) for rated in (None, True, False)] == [OPEN, YES, without]


@pytest.mark.parametrize("result", ['points("total")', 'rank("place")'])
def test_the_same_through_a_fact(tmp_path: Path, result: str) -> None:
    facts = FACTS + f"- {{id: got, label: 所得, of: unit, value: {result!r}}}\n"
    policy = asking(tmp_path, TOTAL + PLACE, "known(got)", facts=facts)
    assert [states(policy, appraisal(rated)) for rated in (None, True, False)] == [OPEN, YES, NO]


def test_a_total_that_is_judged_but_unknown_is_not_lacking(tmp_path: Path) -> None:
    policy = asking(tmp_path, TOTAL, 'known(points("total"))')
    assert states(policy, appraisal(True, None)) == OPEN


def test_a_total_in_doubt_is_not_between_nothing_and_all(tmp_path: Path) -> None:
    (found,) = judged(loaded(tmp_path, TOTAL, facts=FACTS), appraisal(None)).findings
    lacks = ("appraisal a-u1: persons_excellent",)
    assert (str(found.state), found.value, found.missing) == ("undetermined", None, lacks)
    assert dict(found.detail)["unsure"] is True


def test_who_is_perhaps_without_a_total_is_perhaps_not_ranked(tmp_path: Path) -> None:
    by_total = rule('kind: ranking\nwindow: year\nby: points("total")', "place")
    policy = loaded(tmp_path, TOTAL + by_total, facts=FACTS)
    other = {"type": "unit", "id": "u2", "name": "乙局"}
    found = judged(policy, other, appraisal(None), appraisal(True, 90, "u2")).findings
    places = {each.subject: each for each in found if each.rule.id == "place"}
    assert (str(places["u1"].state), places["u1"].value) == ("undetermined", None)
    assert places["u1"].missing == ("appraisal a-u1: persons_excellent",)
    assert (places["u2"].value, dict(places["u2"].detail)["size"]) == (Interval(1, 2), Interval(1, 2))


def test_who_has_no_rank_is_left_out_of_a_mean(tmp_path: Path) -> None:
    facts = FACTS + '- {id: usual, label: 平均名次, of: unit, mean: peers, take: rank("place")}\n'
    policy = asking(tmp_path, PLACE, "usual == 1", facts=facts)
    other = {"type": "unit", "id": "u2", "name": "乙局"}
    assert states(policy, other, appraisal(True), appraisal(False, unit="u2")) == [*YES, *YES]


@pytest.mark.parametrize("when", ['known(due("closing"))', 'first_known(due("closing"), date) > date'])
def test_a_limit_that_may_not_apply_may_have_no_due_day(tmp_path: Path, when: str) -> None:
    policy = asking(tmp_path, LIMIT, when, on="matter", facts="")
    assert [states(policy, matter(level=level)) for level in (None, "city", "district")] == [OPEN, YES, NO]


@pytest.mark.parametrize("asked", ['late("closing")', 'outcome("light") == "red"', 'step("climb") > 0'])
def test_what_a_rule_cannot_tell_yet_is_not_denied(tmp_path: Path, asked: str) -> None:
    policy = asking(tmp_path, LIMIT + LIGHT + CLIMB, f"known({asked})", on="matter", facts="")
    assert [states(policy, matter(level=level)) for level in (None, "city", "district")] == [OPEN, YES, YES]


@pytest.mark.parametrize("asked", ["seen", "seen > 0", "whether"])
def test_a_count_in_doubt_is_there(tmp_path: Path, asked: str) -> None:
    facts = (
        "- {id: seen, label: 次数, of: unit, count: appraisal, where: persons_excellent}\n"
        "- {id: whether, label: 有没有, of: unit, any: appraisal, where: persons_excellent}\n"
    )
    policy = asking(tmp_path, "", f"known({asked})", facts=facts)
    assert states(policy, appraisal(None)) in (OPEN, YES)
    assert [states(policy, appraisal(rated)) for rated in (True, False)] == [YES, YES]


@pytest.mark.parametrize("way", ["first", "last", "max", "min"])
@pytest.mark.parametrize("through", ["", "own"])
def test_what_is_taken_of_a_record_in_doubt_is_not_denied(tmp_path: Path, way: str, through: str) -> None:
    taken = "own" if through else 'due("closing")'
    facts = (
        "- {id: own, label: 到期日, of: matter, value: 'due(\"closing\")'}\n"
        f"- {{id: asked, label: 其中一件的, of: unit, {way}: matter, take: '{taken}', via: unit}}\n"
    )
    policy = asking(tmp_path, LIMIT, "known(asked)", facts=facts)
    levels = (None, "city", "district")
    assert [states(policy, matter(level=level)) for level in levels] == [OPEN, YES, NO]
    policy = asking(tmp_path, LIMIT, "first_known(asked, date(2022, 1, 1)) == date(2022, 1, 1)", facts=facts)
    assert [states(policy, matter(level=level)) for level in levels] == [OPEN, NO, YES]


@pytest.mark.parametrize("result", ['points("total")', 'rank("place")'])
@pytest.mark.parametrize("way", ["first", "last", "max", "min", "mean"])
def test_the_same_of_months(tmp_path: Path, result: str, way: str) -> None:
    facts = FACTS.replace("window: year", "window: month") + (
        f"- {{id: usual, label: 各月的, of: unit, {way}: months, take: '{result}', window: year}}\n"
    )
    others = (TOTAL + PLACE).replace("window: year", "window: month")
    policy = asking(tmp_path, others, "known(usual)", facts=facts)
    last = {**appraisal(None), "date": "2021-12-01"} if way == "last" else appraisal(None)
    first = {**last, "date": "2021-01-05"} if way == "first" else last
    assert states(policy, first) == OPEN
    assert states(policy, {**first, "persons_excellent": True}) == YES
