"""Facts over the records that agree with their subject in what `among` names, whatever they point to."""

from __future__ import annotations

from datetime import date

from one_rule import compiled_of, judged, tried

from supervision_rules.findings import State

FACTS = """
- id: vetoed
  label: 已否决
  of: nomination
  any: veto
  where: known(consented)
  via: all
  among: [project, unit]
- id: rivals
  label: 同类个数
  of: nomination
  count: nomination
  via: all
  among: [project, unit_group]
- id: best
  label: 同类最高分
  of: nomination
  max: nomination
  take: score
  via: all
  among: [project, unit_group]
"""
VETO = """
- kind: requirement
  id: not-vetoed
  label: 没有否决
  cite: {clause: 第一条, words: 否决}
  on: nomination
  require: not vetoed
"""
BEST = """
- kind: requirement
  id: best-of-all
  label: 同类最高分
  cite: {clause: 第一条, words: 最高}
  on: nomination
  when: rivals > 0
  require: score >= best
"""
DAY = date(2024, 1, 2)
ROWS = (
    ("unit", {"id": "a", "name": "甲", "group": "county"}),
    ("unit", {"id": "b", "name": "乙", "group": "county"}),
    ("unit", {"id": "c", "name": "丙", "group": "park"}),
    ("project", {"id": "p", "year": 2023}),
    ("project", {"id": "q", "year": 2023}),
)


def nomination(record_id: str, unit: str, score: int | None, project: str = "p") -> tuple[str, dict[str, object]]:
    return ("nomination", {"id": record_id, "project": project, "unit": unit, "date": DAY, "score": score})


def veto(project: str, unit: str) -> tuple[str, dict[str, object]]:
    return ("veto", {"id": "v", "project": project, "unit": unit, "date": DAY, "consented": DAY})


def states(rule: str, *rows: tuple[str, dict[str, object]]) -> list[tuple[str, State, tuple[str, ...]]]:
    found = judged(compiled_of(rule, FACTS), (*ROWS, *rows), date(2024, 12, 31))
    return [(finding.subject, finding.state, finding.missing) for finding in found]


def test_a_record_counts_only_if_it_agrees_in_all() -> None:
    assert states(VETO, nomination("n", "a", 1), veto("p", "a")) == [("n", State.BREACHED, ())]
    for other in (veto("q", "a"), veto("p", "b")):
        assert states(VETO, nomination("n", "a", 1), other) == [("n", State.MET, ())]


def test_what_is_reached_through_a_reference_is_compared() -> None:
    found = states(BEST, nomination("n1", "a", 90), nomination("n2", "b", 80), nomination("n3", "c", 10))
    assert found == [("n1", State.MET, ()), ("n2", State.BREACHED, ()), ("n3", State.MET, ())]


def test_the_record_that_lacks_the_value_is_named() -> None:
    found = states(BEST, nomination("n1", "a", 90), nomination("n2", "b", None))
    assert found[0] == ("n1", State.UNDETERMINED, ("nomination n2: score",))


def test_what_keeps_the_comparison_open_is_named() -> None:
    facts = FACTS.replace("any: veto", "any: sanction").replace("known(consented)", "poor_work")
    rule = compiled_of(VETO, facts)
    sanction = {"id": "s", "kind": "criticised", "unit": "a", "date": DAY, "poor_work": True}
    rows = (*ROWS, nomination("n", "a", 1), ("sanction", sanction))
    (found,) = judged(rule, rows, date(2024, 12, 31))
    assert (found.state, found.missing) == (State.UNDETERMINED, ("sanction s: project",))
    other = (*ROWS, nomination("n", "b", 1), ("sanction", sanction))
    assert judged(rule, other, date(2024, 12, 31))[0].state is State.MET


def test_a_name_that_one_side_does_not_have_is_refused() -> None:
    _, told = tried(VETO, FACTS.replace("among: [project, unit]\n", "among: [project, score]\n"))
    assert [line.split()[0] for line in told] == ["SR218"]  # not again where the broken fact is used
    assert told[0].endswith("没有叫 score 的字段或事实，有它的是 nomination")
