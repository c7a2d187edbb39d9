"""Where one document follows another, what stands alone counts under the one in force on the day by which it counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from little_pack import COVERS, MONTHLY, batch_of, loaded, rule

from supervision_rules import Policy, Result, evaluate

HEAD = "records:\n  types:\n" + MONTHLY + COVERS
FACTS = """\
- {id: months, label: 该月几份, of: unit, count: monthly, by: covers, window: month}
- {id: years, label: 本年几份, of: unit, count: monthly, by: covers, window: year}
- {id: first, label: 最早一份, of: unit, first: monthly, take: covers, by: covers, window: year}
"""
COUNTED = rule("kind: points\nwindow: year\ncount: monthly\nby: covers\neach: 1\neffect: add", "counted")
OF_MONTH = rule("kind: points\nwindow: month\nwhen: months > 0\nvalue: months\neffect: add", "of-month")
OF_YEAR = rule("kind: points\nwindow: year\nwhen: years > 0\nvalue: years\neffect: add", "of-year")
FIRST = rule(
    "kind: points\nwindow: year\nwhen: known(first)\nvalue: days_between(date(2021, 11, 1), first)\neffect: add"
)
TWICE = "steps:\n  - {step: twice, label: 两份, when: years >= 2}"
LADDER = rule(f"kind: ladder\nof: unit\nwindow: year\n{TWICE}", "ladder")
RULES = COUNTED + OF_MONTH + OF_YEAR + FIRST + LADDER


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Policy, Policy]:
    folder = tmp_path_factory.mktemp("change")
    replaces = "in_force: {since: 2022-01-01}, replaces: {pack: old, open_matters: new}"
    old = loaded(folder, RULES, facts=FACTS, head=HEAD, pack="old", document="in_force: {since: 2021-01-01}")
    return old, loaded(folder, RULES, facts=FACTS, head=HEAD, pack="new", document=replaces)


def sent(day: str, covers: str) -> dict[str, object]:
    return {"type": "monthly", "id": f"p{day}", "date": day, "covers": covers, "unit": "u1"}


REPORTS = [
    sent("2021-12-05", "2021-11-30"),
    sent("2021-12-30", "2022-01-01"),  # ahead of its month
    sent("2022-01-07", "2021-12-31"),  # late, after the change
    sent("2022-02-03", "2022-01-31"),
]


def given(result: Result, rule_id: str) -> dict[tuple[str, str], object]:
    found = (finding for finding in result.findings if finding.rule.id == rule_id and finding.period is not None)
    return {(each.rule.pack, each.period.label): each.value for each in found if each.period is not None}


def test_it_counts_for_its_month_and_year_once(packs: tuple[Policy, Policy]) -> None:
    result = evaluate(packs, batch_of(packs[0], *REPORTS), as_of=date(2022, 3, 31))
    of_years = {("old", "2021年"): 2, ("new", "2022年"): 2}
    assert given(result, "counted") == of_years
    assert given(result, "of-year") == of_years
    of_months = {("old", "2021年11月"): 1, ("old", "2021年12月"): 1, ("new", "2022年1月"): 2}
    assert given(result, "of-month") == of_months
    assert given(result, "it") == {("old", "2021年"): 29, ("new", "2022年"): 61}
    reached = [(each.rule.pack, str(each.day)) for each in result.findings if each.rule.id == "ladder"]
    assert reached == [("old", "2022-01-07"), ("new", "2022-02-03")]


def test_the_new_document_alone_sees_what_was_sent_before_for_its_own_time(packs: tuple[Policy, Policy]) -> None:
    result = evaluate(packs[1], batch_of(packs[1], *REPORTS), as_of=date(2022, 3, 31))
    assert given(result, "counted") == given(result, "of-year") == {("new", "2022年"): 2}


def test_a_document_that_replaces_none_goes_by_the_day_of_the_record(tmp_path: Path) -> None:
    policy = loaded(tmp_path, RULES, facts=FACTS, head=HEAD, document="in_force: {since: 2022-01-01}")
    result = evaluate(policy, batch_of(policy, *REPORTS), as_of=date(2022, 3, 31))
    assert given(result, "of-year")["little", "2022年"] == 1


def test_what_lay_before_the_first_document_counts_under_none(packs: tuple[Policy, Policy]) -> None:
    """Whether another document has come into force since, or not."""
    before = [sent("2020-12-12", "2021-01-15"), *REPORTS]
    for as_of in (date(2021, 12, 31), date(2022, 1, 31), date(2022, 3, 31)):
        found = evaluate(packs, batch_of(packs[0], *before), as_of=as_of)
        assert given(found, "of-year") == given(evaluate(packs, batch_of(packs[0], *REPORTS), as_of=as_of), "of-year")


def test_a_window_that_was_over_before_the_day_of_force_is_not_judged(packs: tuple[Policy, Policy]) -> None:
    """A return of December that is sent in January does not make the new document judge December, of anyone."""
    late = sent("2022-01-07", "2021-12-31")
    for policies in ((packs[1],), packs):
        found = evaluate(policies, batch_of(packs[1], late), as_of=date(2022, 3, 31)).findings
        judged = {(each.rule.pack, each.period.label) for each in found if each.period is not None}
        assert judged <= {("old", "2021年12月"), ("old", "2021年")}


REPEATED = rule("kind: overlap\non: inspection\nend: until\nsame: [object]", "twice")
IN_YEAR = rule("kind: overlap\non: inspection\nin_time: false\nsame: [object]", "in-year")


def test_an_inspection_meets_those_under_the_document_before(tmp_path: Path) -> None:
    replaces = "in_force: {since: 2022-01-01}, replaces: {pack: old, open_matters: new}"
    head = (
        "records: {types: {inspection: {fields: {until: {type: date, planned: true, label: 至, label_en: until}}}}}\n"
    )
    rules = REPEATED + IN_YEAR
    old = loaded(tmp_path, rules, head=head, pack="old", document="in_force: {since: 2021-01-01}")
    new = loaded(tmp_path, rules, head=head, pack="new", document=replaces)
    inspections = [
        {"type": "inspection", "kind": "special_inspection", "id": id_, "date": day, "until": until, "object": "u1"}
        for id_, day, until in (
            ("i0", "2020-12-30", "2022-02-01"),
            ("i1", "2021-12-28", "2022-01-09"),
            ("i2", "2022-01-02", "2022-01-05"),
        )
    ]
    found = evaluate([old, new], batch_of(old, *inspections), as_of=date(2022, 3, 31)).findings
    told = {(each.rule.pack, each.rule.id, each.subject): (str(each.state), each.value) for each in found}
    assert told["new", "twice", "i2"] == ("breached", 4)
    assert told["new", "in-year", "i2"][0] == "breached"
    assert told["old", "twice", "i1"] == told["old", "in-year", "i1"] == ("met", None)
