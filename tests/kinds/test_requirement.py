"""Requirements: conditions and contents, what is lacking, what is unknown."""

from __future__ import annotations

from datetime import date

import pytest
from one_rule import phrases
from rule_bench import Bench, brief, problems

from supervision_rules.findings import State

DAY = date(2021, 7, 1)
UNIT: tuple[str, dict[str, object]] = ("unit", {"id": "u1", "name": "甲局"})
RANGE = """
    kind: requirement
    on: staffing
    require: 5 <= full_time_commissioners + part_time_commissioners <= 8
"""
ITEMS = """
    kind: requirement
    on: submission
    items:
      - {label: 书面, require: in_writing}
      - {label: 分歧意见, require: differences_stated, words: 如实汇报分歧意见}
      - {label: 倾向性意见, when: options > 1, require: preference_stated}
"""
RATIO = """
    kind: requirement
    on: inspection
    require: staff_on_leads / staff >= 2 / 3
    if_zero: 1
"""


def staffing(full: int | None, part: int | None) -> dict[str, object]:
    return {"date": DAY, "unit": "u1", "full_time_commissioners": full, "part_time_commissioners": part}


@pytest.mark.parametrize(("number", "state"), [(4, "breached"), (5, "met"), (8, "met"), (9, "breached")])
def test_a_range_has_both_ends(number: int, state: str) -> None:
    assert brief(Bench(RANGE).judge("staffing", staffing(number, 0))) == [("r1", state)]


def test_an_unknown_fact_is_named() -> None:
    (finding,) = Bench(RANGE).judge("staffing", staffing(5, None))
    assert finding.state is State.UNDETERMINED
    assert finding.missing == ("staffing r1: part_time_commissioners",)


def test_all_that_is_lacking_is_told_in_one_finding() -> None:
    bench = Bench(ITEMS)
    facts = {"date": DAY, "in_writing": False, "differences_stated": False, "options": 2, "preference_stated": None}
    (finding,) = bench.judge("submission", facts)
    assert finding.state is State.BREACHED
    assert dict(finding.detail) == {"lacking": ("书面", "分歧意见"), "unclear": ("倾向性意见",)}
    assert phrases(bench.explain(finding)).count("item-lacking") == 2


@pytest.mark.parametrize(
    ("options", "preference", "state"),
    [
        (2, True, "met"),
        (2, False, "breached"),
        (2, None, "undetermined"),
        (1, None, "met"),
        (1, False, "met"),
        (None, True, "met"),
        (None, False, "undetermined"),
        (None, None, "undetermined"),
    ],
)
def test_an_item_is_required_where_it_applies(options: int | None, preference: bool | None, state: str) -> None:
    facts = {"date": DAY, "in_writing": True, "differences_stated": True, "options": options}
    bench = Bench(ITEMS)
    (finding,) = bench.judge("submission", facts | {"preference_stated": preference})
    assert finding.state.value == state
    assert bool(finding.missing) is (state == "undetermined")
    bench.explain(finding)


@pytest.mark.parametrize(("part", "whole", "state"), [(2, 3, "met"), (199, 300, "breached"), (0, 0, "met")])
def test_a_ratio_includes_its_bound_and_states_its_zero(part: int, whole: int, state: str) -> None:
    facts = {"kind": "special_inspection", "date": DAY, "staff_on_leads": part, "staff": whole}
    assert brief(Bench(RATIO).judge("inspection", facts)) == [("r1", state)]


def test_a_guard_that_is_unknown_leaves_the_rule_undetermined() -> None:
    bench = Bench(RANGE + "    when: full_time_commissioners > 3\n")
    assert brief(bench.judge("staffing", staffing(3, 9))) == []
    (finding,) = bench.judge("staffing", staffing(None, 9))
    assert (finding.state, finding.missing) == (State.UNDETERMINED, ("staffing r1: full_time_commissioners",))
    assert "expression" in phrases(bench.explain(finding))


WINDOWED = """
    kind: requirement
    on: unit
    window: year
    require: inspections >= 2
"""
FACTS = """
- {id: inspections, label: 督查次数, of: unit, count: inspection, via: unit, window: year}
"""


def test_a_unit_is_judged_by_period_and_a_running_one_says_so() -> None:
    bench = Bench(WINDOWED, FACTS)
    days = (date(2020, 1, 1), date(2020, 12, 31), date(2021, 3, 1))
    events = [{"kind": "special_inspection", "unit": "u1", "date": day} for day in days]
    findings = bench.judge("inspection", *events, as_of=date(2021, 6, 30), also=(UNIT,))
    assert [(f.period.label, f.state.value, f.detail) for f in findings if f.period] == [
        ("2020年", "met", ()),
        ("2021年", "breached", (("to_date", date(2021, 6, 30)),)),
    ]
    bench.explain(findings[0])


def test_a_finding_says_the_facts_that_the_rule_states() -> None:
    bench = Bench(WINDOWED + "    states: [inspections]\n", FACTS)
    event = {"kind": "special_inspection", "unit": "u1", "date": date(2021, 3, 1)}
    (finding,) = bench.judge("inspection", event, as_of=date(2021, 12, 31), also=(UNIT,))
    assert (finding.state, finding.detail) == (State.BREACHED, (("stated", (("inspections", 1),)),))
    bench.explain(finding)


def test_a_fact_to_state_must_be_declared() -> None:
    told = problems(RANGE + "    states: [nothing]\n")
    assert told == ["SR218 pack.yaml:14:14 没有叫 nothing 的字段或事实"]


@pytest.mark.parametrize(
    ("keys", "code"), [("", "SR159"), ("require: true\nitems: [{label: 甲, require: true}]\n", "SR154")]
)
def test_exactly_one_of_condition_and_items(keys: str, code: str) -> None:
    (told,) = problems("kind: requirement\non: staffing\n" + keys)
    assert told.startswith(f"{code} pack.yaml:")


def test_a_derived_fact_of_another_record_names_what_that_record_lacks() -> None:
    facts = """
    - id: report_due
      label: 到期日
      of: matter
      value: first_known(report_by, set_date)
    """
    bench = Bench("kind: requirement\non: reminder\nrequire: date > matter_report_due", facts)
    reminder: dict[str, object] = {"date": DAY, "matter": "m1"}

    def judge(**matter: object) -> list[tuple[str, ...]]:
        also = (("matter", {"id": "m1", "kind": "instruction"} | matter),)
        return [(found.state.value, *found.missing) for found in bench.judge("reminder", reminder, also=also)]

    assert judge() == [("undetermined", "matter m1: report_by", "matter m1: set_date")]
    assert judge(set_date=date(2021, 6, 30)) == [("met",)]
