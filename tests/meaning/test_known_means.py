"""Whether there is a mean is not denied because one of the numbers in it is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, only, rule

from supervision_rules import Interval

FACTS = """\
- {id: has, label: 有考评, of: unit, any: appraisal, window: year}
- {id: mark, label: 得分, of: unit, sum: appraisal, take: item_points, window: year}
- {id: rest, label: 其他单位的, of: unit, WAY: others, where: has, take: mark}
"""
RULE = rule("kind: points\nwindow: year\nwhen: has and known(rest) and mark < rest\nvalue: 1\neffect: deduct")
UNITS = [{"type": "unit", "id": id_, "name": id_} for id_ in ("u2", "u3")]


def appraisal(unit: str, points: int | None) -> dict[str, object]:
    given = {} if points is None else {"item_points": points}
    return {"type": "appraisal", "id": f"a-{unit}", "date": "2021-12-31", "unit": unit, **given}


@pytest.mark.parametrize("way", ["mean", "max", "min"])
def test_one_number_that_is_missing_leaves_it_open(tmp_path: Path, way: str) -> None:
    policy = loaded(tmp_path, RULE, facts=FACTS.replace("WAY", way))
    own, other = appraisal("u1", 10), appraisal("u2", 30)
    found = judged(policy, *UNITS, own, other, appraisal("u3", None))
    finding = next(each for each in found.findings if each.subject == "u1")
    assert (str(finding.state), finding.missing) == ("scored", ("appraisal a-u3: item_points",))
    assert only(judged(policy, *UNITS, own, other)).value == 1
    assert judged(policy, *UNITS, own).findings == ()


LIGHT = rule(
    "kind: outcome\non: matter\ncases:\n  - {when: level == 'city', outcome: 红灯, code: red}\n"
    "  - {when: level == 'national', outcome: 黄灯, code: yellow}",
    "light",
)
LIT = rule("kind: outcome\non: unit\nwhen: known(worst) and worst != 'none'\noutcome: 亮灯")


@pytest.mark.parametrize("way", ["top", "bottom"])
def test_a_light_in_doubt_leaves_the_worst_open(tmp_path: Path, way: str) -> None:
    facts = f'- {{id: worst, label: 最差的灯, of: unit, {way}: matter, take: outcome("light")}}\n'
    policy = loaded(tmp_path, LIGHT + LIT, facts=facts)
    found = judged(policy, matter("m1", level=None), matter("m2", level="national"))
    assert (str(only(found).state), only(found).missing) == ("undetermined", ("matter m1: level",))
    assert str(only(judged(policy, matter("m1", level="city"))).state) == "concluded"
    assert [each for each in judged(policy).findings if each.rule.id == "it"] == []


MARKED = rule("kind: points\nwindow: year\nwhen: known(mark) and mark < 60\nvalue: 1\neffect: deduct")


@pytest.mark.parametrize("way", ["first", "last"])
def test_a_number_left_blank_is_not_taken_for_none(tmp_path: Path, way: str) -> None:
    """Who has an appraisal has a mark; who has none has none."""
    facts = f"- {{id: mark, label: 得分, of: unit, {way}: appraisal, take: item_points, window: year}}\n"
    policy = loaded(tmp_path, MARKED, facts=facts)
    found = only(judged(policy, appraisal("u1", None)))
    assert (found.value, found.missing) == (Interval(0, 1), ("appraisal a-u1: item_points",))
    assert judged(policy).findings == ()
    assert only(judged(policy, appraisal("u1", 50))).value == 1
    assert judged(policy, appraisal("u1", 60)).findings == ()


@pytest.mark.parametrize("way", ["first", "last"])
def test_a_level_left_blank_is_not_taken_for_none_and_a_planned_day_is(tmp_path: Path, way: str) -> None:
    facts = (
        f"- {{id: colour_of, label: 颜色, of: matter, {way}: reminder, take: colour}}\n"
        f"- {{id: till, label: 延至, of: matter, {way}: extension, take: new_date}}\n"
    )
    slip = rule('kind: outcome\non: matter\nwhen: known(colour_of) and colour_of == "red"\noutcome: 报告', "slip")
    late = rule("kind: outcome\non: matter\nwhen: first_known(till, set_date) < as_of\noutcome: 通报", "late")
    policy = loaded(tmp_path, slip + late, facts=facts)
    records: list[dict[str, object]] = [
        matter(set_date="2021-03-01"),
        {"type": "reminder", "id": "s1", "date": "2021-02-01", "matter": "m1"},
        {"type": "extension", "id": "e1", "date": "2021-02-10", "matter": "m1"},
    ]
    told = {each.rule.id: (str(each.state), each.missing) for each in judged(policy, *records).findings}
    assert told == {"slip": ("undetermined", ("reminder s1: colour",)), "late": ("concluded", ())}
    assert [each.rule.id for each in judged(policy, records[0]).findings] == ["late"]


def test_a_date_left_blank_has_not_happened(tmp_path: Path) -> None:
    facts = "- {id: redone, label: 重办, of: matter, last: return, take: redone}\n"
    policy = loaded(tmp_path, rule("kind: outcome\non: matter\nwhen: not known(redone)\noutcome: 催办"), facts=facts)
    returned = {"type": "return", "id": "t1", "date": "2021-02-01", "matter": "m1"}
    assert str(only(judged(policy, matter(), returned)).state) == "concluded"
    assert judged(policy, matter(), {**returned, "redone": "2021-03-01"}).findings == ()
