"""Where one document follows another, what stands alone counts under the one in force on the day by which it counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from little_pack import batch_of, loaded, rule

from supervision_rules import Policy, Result, evaluate

HEAD = """\
records:
  types:
    monthly:
      label: 月报
      label_en: monthly return
      date_label: 报送日期
      fields:
        unit: {type: unit, label: 报送单位, label_en: unit, required: true}
        covers: {type: date, label: 所报月份, label_en: month, required: true, planned: true}
"""
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
