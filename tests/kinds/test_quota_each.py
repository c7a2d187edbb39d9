"""A quota for each value of something of the nominations, as for every city."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from one_rule import compiled_of, explained, judged, pack_of, phrases, tried

from supervision_rules import evaluate, load_pack, text_of
from supervision_rules.expressions import Interval
from supervision_rules.findings import Finding, State

AS_OF = date(2021, 12, 31)
RULE = """
- kind: quota
  id: it
  label: 名额
  cite: {clause: 一, words: 原话}
  unquoted: 试验
  of: project
  members: nomination
  where: nominated
  order: score
  name: unit
  groups: [{id: city, label: 每市, each: unit_parent, at_most: 1}]
- kind: points
  id: prize
  label: 奖
  cite: {clause: 一, words: 原话}
  unquoted: 试验
  window: year
  of: unit
  count: nomination
  where: within("it")
  each: 1
  effect: add
"""
PROJECT = ("project", {"id": "p1", "year": 2021, "date": date(2021, 1, 1), "subject": "other"})
Row = tuple[str, dict[str, object]]


def county(name: str, city: str | None) -> Row:
    return ("unit", {"id": name, "name": name, "group": "county", "parent": city})


def nomination(name: str, score: object, **more: object) -> Row:
    facts = {"id": f"n-{name}", "date": date(2021, 1, 1), "project": "p1", "unit": name, "score": score}
    return ("nomination", facts | {"nominated": True} | more)


def judge(*rows: Row) -> list[Finding]:
    return judged(compiled_of(RULE), [PROJECT, county("gg", None), county("nn", None), *rows], AS_OF)


def cities(found: list[Finding]) -> dict[object, Finding]:
    return {dict(each.detail)["each"]: each for each in found if each.rule.id == "it"}


def test_every_city_has_its_own_quota() -> None:
    counties = [county("a", "gg"), county("b", "gg"), county("c", "nn")]
    found = judge(*counties, nomination("a", 80), nomination("b", 90), nomination("c", 10))
    by_city = cities(found)
    assert [(city, each.state, each.value) for city, each in by_city.items()] == [
        ("gg", State.OVER, 1),
        ("nn", State.WITHIN, 0),
    ]
    assert dict(by_city["gg"].detail)["excess"] == ("a",)
    assert {each.subject: each.value for each in found if each.rule.id == "prize"} == {"b": 1, "c": 1}


def test_one_whose_city_is_unknown_may_take_a_place_of_any() -> None:
    counties = [county("a", "gg"), county("b", None)]
    by_city = cities(judge(*counties, nomination("a", 80), nomination("b", 90)))
    assert by_city["gg"].state is State.UNDETERMINED
    assert by_city["gg"].missing == ("unit b: parent",)
    # Alone it is within, whichever city it is.
    assert by_city[None].state is State.WITHIN


def test_what_does_not_count_goes_in_nowhere() -> None:
    found = judge(county("a", "gg"), nomination("a", 80, nominated=False))
    assert [(each.subject, each.state) for each in found] == [("p1", State.WITHIN)]
    assert dict(found[0].detail)["nominated"] == 0


def test_the_explanation_is_of_the_city() -> None:
    compiled = compiled_of(RULE)
    rows = [PROJECT, county("gg", None), county("a", "gg"), nomination("a", 80)]
    (tree,) = (tree for finding, tree in explained(compiled, rows, AS_OF) if finding.rule.id == "it")
    assert phrases(tree).count("quota-admitted") == 1


def test_the_line_names_what_each_quota_is_for(tmp_path: Path) -> None:
    rules = RULE.partition("- kind: points")[0].replace("unit_parent", "nominated").replace("  where: nominated\n", "")
    (tmp_path / "pack.yaml").write_text(pack_of(rules), encoding="utf-8")
    policy = load_pack(tmp_path / "pack.yaml")
    rows = (county("a", None), PROJECT, nomination("a", 80, nominated=False))
    result = evaluate(policy, [policy.models[name](**fields) for name, fields in rows], as_of=AS_OF)
    assert "组别 每市，否" in text_of(result, result.findings[0])


SHARES = RULE.partition("- kind: points")[0].replace("each: unit_parent, at_most: 1", "each: unit_group, %s")
SHARE = "share: {percent: 30, of: unit_alike, round: up}"
CLASS = "- {id: alike, label: 同类单位数, of: unit, count: peers, among: [group]}\n"


def by_class(quota: str, *rows: Row) -> dict[object, tuple[State, object]]:
    """Of each class whether it was kept, and the quota."""
    found = judged(compiled_of(SHARES % quota, CLASS), [PROJECT, *rows], AS_OF)
    return {dict(each.detail)["each"]: (each.state, dict(each.detail)["quota"]) for each in found}


def town(name: str, group: str | None) -> Row:
    return ("unit", {"id": name, "name": name, "group": group})


@pytest.mark.parametrize("quota", [SHARE, "at_most: ceil(unit_alike * 0.3)"])
def test_a_share_of_each_class(quota: str) -> None:
    towns = [town(f"t{number}", "township") for number in range(4)]
    parks = [town(f"p{number}", "park") for number in range(3)]
    rows = (*towns, *parks, *(nomination(name, 80) for name in ("t0", "t1", "p0", "p1")))
    assert by_class(quota, *rows) == {"township": (State.WITHIN, 2), "park": (State.OVER, 1)}
    assert by_class(quota, *rows, nomination("t2", 70))["township"] == (State.OVER, 2)


def test_where_a_class_is_unknown_so_is_its_share() -> None:
    rows = [town(f"t{number}", "township") for number in range(3)]
    found = by_class(SHARE, *rows, town("x", None), nomination("t0", 80), nomination("t1", 90))
    assert found == {"township": (State.UNDETERMINED, Interval(1, 2))}


def test_what_is_said_of_one_class_should_be_the_same() -> None:
    """Nothing tells which of the numbers holds."""
    quota = "at_most: score"
    found = by_class(quota, town("a", "park"), town("b", "park"), nomination("a", 1), nomination("b", 2))
    assert found == {"park": (State.UNDETERMINED, Interval(1, 2))}


def test_the_explanation_tells_what_a_share_is_of() -> None:
    compiled = compiled_of(SHARES % SHARE, CLASS)
    rows = [PROJECT, town("a", "park"), town("b", "park"), nomination("a", 1)]
    (tree,) = (tree for _, tree in explained(compiled, rows, AS_OF))
    assert phrases(tree).count("quota-number") == 1


def test_each_is_checked() -> None:
    assert any("cty" in problem for problem in tried(RULE.replace("unit_parent", "unit_cty"))[1])


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(("gg", "nn")), st.integers(1, 5)), max_size=8))
def test_as_if_each_city_were_a_group(nominated: list[tuple[str, int]]) -> None:
    names = [f"c{number}" for number in range(len(nominated))]
    counties = [county(name, city) for name, (city, _) in zip(names, nominated, strict=True)]
    rows = [nomination(name, score) for name, (_, score) in zip(names, nominated, strict=True)]
    written = "".join(
        f'\n    - {{id: {city}, label: 市, when: unit_parent == "{city}", at_most: 1}}' for city in ("gg", "nn")
    )
    apart = RULE.replace(" [{id: city, label: 每市, each: unit_parent, at_most: 1}]", written)
    everything = [PROJECT, county("gg", None), county("nn", None), *counties, *rows]
    by_group = {
        dict(each.detail)["group"]: (each.state, each.value, each.detail[2:])
        for each in judged(compiled_of(apart), everything, AS_OF)
        if each.rule.id == "it" and dict(each.detail)["nominated"] != 0
    }
    by_value = {
        city: (each.state, each.value, each.detail[3:]) for city, each in cities(judge(*counties, *rows)).items()
    }
    # Of the same rows: the group's quota, then what was put forward and who.
    assert {city: said[:2] for city, said in by_value.items()} == {city: said[:2] for city, said in by_group.items()}


def test_what_does_not_count_needs_no_city() -> None:
    """A nomination of which nobody knows whose city it is has a quota of its own only where it may count."""
    rows = [county("a", "gg"), county("b", None)]
    for nominated, told in ((True, {"gg", None}), (None, {"gg", None}), (False, {"gg"})):
        found = judge(*rows, nomination("a", 90), nomination("b", 80, nominated=nominated))
        assert cities(found).keys() == told, nominated
