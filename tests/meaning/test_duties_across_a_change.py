"""What is owed in the month in which a document replaces another, on 12 July: by each, of each, once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from little_pack import COVERS, MONTHLY, batch_of, loaded, matter, rule

from supervision_rules import Finding, Policy, evaluate

HEAD = f"records:\n  types:\n{MONTHLY}{COVERS}"
OWED = rule("kind: duty\nof: unit\neach: month\nneed: monthly\nfor_period: covers\ndue: {day: 5}", "monthly")
PRICED = rule(
    'kind: points\nof: unit\nwindow: month\nwhen: late("monthly")\nvalue: 1 if returned else 2\neffect: deduct', "price"
)
FACTS = "- {id: returned, label: 该月已报, of: unit, any: monthly, by: covers, window: month}"
PLANNED = rule("kind: duty\nof: unit\neach: month\nneed: monthly\nfor_period: covers\ndue: {day: 5, month: 0}", "plan")
MATTER = rule(
    "kind: duty\nof: matter\nend: closed\neach: month\nneed: progress\nfor_period: covers\ndue: {day: 5}", "progress"
)
DAYS = ("2021-07-04", "2021-07-06", "2021-07-11", "2021-07-12", "2021-07-31", "2021-08-04", "2021-08-06", "2021-09-30")


def packs(folder: Path, rules: str, facts: str = FACTS) -> list[Policy]:
    new = "in_force: {since: 2021-07-12}, replaces: {pack: old, open_matters: new}"
    documents = {"old": "in_force: {since: 2021-01-01}", "new": new}
    return [loaded(folder, rules, facts=facts, head=HEAD, pack=pack, document=said) for pack, said in documents.items()]


def bureau(**more: object) -> dict[str, object]:
    return {"type": "unit", "id": "u2", "name": "原局", "since": "2021-01-01", **more}


def of_july(policies: list[Policy], as_of: str, *records: dict[str, object]) -> list[tuple[str, str, object]]:
    """What is told of July, but that no points are deducted."""
    found = evaluate(policies, batch_of(policies[0], *records), as_of=date.fromisoformat(as_of)).findings
    told = [(each.rule.id, str(each.state), each.value) for each in found if _in_july(each)]
    return [each for each in told if each[::2] != ("price", 0)]


def _in_july(finding: Finding) -> bool:
    return finding.period is not None and finding.period.label == "2021年7月" and finding.subject != "u1"


def sent(day: str, covers: str) -> dict[str, object]:
    return {"type": "monthly", "id": f"r{day}", "date": day, "covers": covers, "unit": "u2"}


@pytest.mark.parametrize("covers", ["2021-07-01", "2021-07-11", "2021-07-12", "2021-07-31"])
def test_a_return_counts_with_the_month_that_it_covers_by_whichever_day(tmp_path: Path, covers: str) -> None:
    """Late, not missing: the month falls to the new document as a whole, with the return that is about it."""
    both = packs(tmp_path, OWED + PRICED)
    found = of_july(both, "2021-08-31", bureau(), sent("2021-08-09", covers))
    assert found == [("monthly", "late", 4), ("price", "scored", 1)]


def test_by_the_year_each_return_counts_in_the_document_that_judges_its_month(tmp_path: Path) -> None:
    counted = rule("kind: points\nof: unit\nwindow: year\nvalue: months\neffect: deduct", "counted")
    facts = "- {id: months, label: 报了几个月, of: unit, count: monthly, by: covers, window: year}"
    both = packs(tmp_path, OWED + counted, facts)
    returns = [sent(f"2021-0{month + 1}-03", f"2021-0{month}-01") for month in (5, 6, 7, 8)]
    result = evaluate(both, batch_of(both[0], bureau(), *returns), as_of=date(2021, 9, 30))
    assert {each.rule.pack: each.value for each in result.findings if each.rule.id == "counted"} == {"old": 2, "new": 2}


def test_in_shorter_windows_a_return_counts_on_the_day_that_it_names(tmp_path: Path) -> None:
    """The first ten days of July are judged by the old document alone."""
    counted = rule("kind: points\nof: unit\nwindow: ten days\nvalue: 1 if ten else 0\neffect: deduct", "counted")
    facts = "- {id: ten, label: 该旬已报, of: unit, any: monthly, by: covers, window: ten days}"
    both = packs(tmp_path, OWED + counted, facts)
    result = evaluate(both, batch_of(both[0], bureau(), sent("2021-08-03", "2021-07-01")), as_of=date(2021, 9, 30))
    told = {each.rule.pack for each in result.findings if each.rule.id == "counted" and each.value == 1}
    assert told == {"old"}


@pytest.mark.parametrize("as_of", DAYS)
def test_what_a_unit_owed_that_was_dissolved_before_it_is_owed_still_by_it(tmp_path: Path, as_of: str) -> None:
    both = packs(tmp_path, OWED + PRICED)
    gone = bureau(until="2021-07-10")
    assert of_july(both, as_of, gone) == of_july(both[:1], as_of, gone)


@pytest.mark.parametrize("as_of", DAYS)
def test_what_was_due_in_the_month_before_the_change_is_owed_once(tmp_path: Path, as_of: str) -> None:
    both = packs(tmp_path, PLANNED, "")
    assert len(of_july(both, as_of, bureau())) == 1
    assert of_july(both, as_of, bureau()) == of_july(both[:1], as_of, bureau())


@pytest.mark.parametrize("as_of", ["2021-07-04", "2021-07-08", "2021-07-11", "2021-07-12", "2021-08-06"])
def test_the_month_in_which_a_matter_was_closed_and_returned_before_the_change_is_owed(
    tmp_path: Path, as_of: str
) -> None:
    both = packs(tmp_path, MATTER, "")
    returned = {"type": "return", "id": "x1", "matter": "m1", "date": "2021-07-07", "redone": "2021-07-20"}
    records = (matter(day="2021-06-02", closed="2021-07-04"), returned)
    assert of_july(both, as_of, *records) == of_july(both[:1], as_of, *records)


def doubted(policies: list[Policy], as_of: str, *records: dict[str, object]) -> dict[str, str]:
    """What each document tells of the duty of a matter, by the day that it does."""
    found = evaluate(policies, batch_of(policies[0], *records), as_of=date.fromisoformat(as_of)).findings
    return {each.rule.pack: str(each.state) for each in found if each.subject == "m1" and each.rule.id == "progress"}


FROM_RECEIPT = rule(
    "kind: duty\nof: matter\nstart: received\nend: closed\neach: month\nneed: progress\ndue: {day: 5}", "progress"
)
OF_SPECIAL = rule(
    'kind: duty\nof: matter\nwhen: importance == "special"\nend: closed\neach: month\nneed: progress\ndue: {day: 5}',
    "progress",
)


def test_a_matter_of_which_it_is_unknown_from_when_on_it_owes_is_in_doubt_in_both(tmp_path: Path) -> None:
    """It passed: the months before the change are for the old document to tell, whichever they are."""
    both, passed = packs(tmp_path, FROM_RECEIPT, ""), matter(day="2021-05-17", received=None)
    assert doubted(both, "2021-07-11", passed) == {"old": "undetermined"}
    assert doubted(both, "2021-08-31", passed) == {"old": "undetermined", "new": "undetermined"}


@pytest.mark.parametrize(("day", "told"), [("2021-07-02", ["new"]), ("2021-06-02", ["old", "new"])])
def test_a_matter_of_which_it_is_unknown_whether_it_owes_is_in_doubt_where_it_may(
    tmp_path: Path, day: str, told: list[str]
) -> None:
    found = doubted(packs(tmp_path, OF_SPECIAL, ""), "2021-08-31", matter(day=day))
    assert found == dict.fromkeys(told, "undetermined")
