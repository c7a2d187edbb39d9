"""A rolling window seen from a record that names the subject ends on the day of the record."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from little_pack import brief, judged, loaded, matter, only, rule

from supervision_rules import Result, State, text_of

COUNT = 'count: list_notice, where: list == "black", window: 12 months'


def fact(keys: str, name: str = "black_12") -> str:
    return f"- {{id: {name}, label: 事实, of: unit, {keys}}}\n"


def black(id_: str, day: str, **more: object) -> dict[str, object]:
    return {"type": "notice", "id": id_, "kind": "list_notice", "list": "black", "date": day, "unit": "u1", **more}


def talk(id_: str, day: str) -> dict[str, object]:
    return {"type": "interview", "id": id_, "date": day, "unit": "u1"}


def seen(folder: Path, facts: str, condition: str, *records: dict[str, object], as_of: str = "2021-12-31") -> Result:
    policy = loaded(folder, rule(f"kind: requirement\non: interview\nrequire: {condition}"), facts=facts)
    return judged(policy, *records, as_of=as_of)


NOTICES = (black("n1", "2020-06-10"), black("n2", "2021-06-10"), black("n3", "2021-06-11"), black("n4", "2021-07-01"))


@pytest.mark.parametrize(
    ("day", "number"),
    [("2020-06-09", 0), ("2020-06-10", 1), ("2021-06-09", 1), ("2021-06-10", 1), ("2021-06-11", 2), ("2021-12-31", 3)],
)
def test_it_ends_on_the_day_of_the_record(tmp_path: Path, day: str, number: int) -> None:
    result = seen(tmp_path, fact(COUNT), f"unit_black_12 == {number}", talk("t1", day), *NOTICES)
    assert brief(result) == [("it", "t1", "met")]


@pytest.mark.parametrize("months", [1, 2])
def test_every_day_sees_what_is_seen_when_it_is_the_day_asked(tmp_path: Path, months: int) -> None:
    days = [date(2021, 1, 1) + timedelta(days=place) for place in range(125)]
    asked = rule("kind: points\nvalue: near\neffect: add", "asked")
    facts = fact(f"count: list_notice, window: {months} months", "near")
    facts += "- {id: seen, label: 所见, of: interview, value: unit_near}\n"
    told = rule("kind: points\nof: interview\nvalue: seen\neffect: add", "told")
    policy = loaded(tmp_path, asked + told, facts=facts)
    records = [black(f"n{day}", str(day)) for day in days[::3]]
    whole = judged(policy, *records, *(talk(f"t{day}", str(day)) for day in days), as_of=str(days[-1]))
    seen = {finding.subject: finding.value for finding in whole.findings if finding.rule.id == "told"}
    for day in days[27:]:
        today = judged(policy, *records, as_of=str(day))
        assert only(today, "asked").value == seen[f"t{day}"], day


def test_what_is_found_about_a_record_stays_when_later_ones_arrive(tmp_path: Path) -> None:
    facts = fact(COUNT) + fact("count: matter, where: known(closed), window: 12 months", "closed_12")
    condition = "unit_black_12 == 2 and unit_closed_12 == 0"
    records = (talk("t1", "2021-06-20"), matter(day="2021-05-01", closed="2021-06-21"), *NOTICES)
    for as_of in ("2021-06-20", "2021-06-30", "2021-07-01", "2022-12-31"):
        assert brief(seen(tmp_path, facts, condition, *records, as_of=as_of)) == [("it", "t1", "met")]


@pytest.mark.parametrize(
    ("keys", "condition"),
    [
        ("last: list_notice, window: 12 months", "unit_it_12 == date(2021, 6, 11)"),
        ("first: list_notice, window: 12 months", "unit_it_12 == date(2021, 6, 10)"),
        ("any: list_notice, where: id == 'n4', window: 12 months", "not unit_it_12"),
        ("sum: list_notice, take: 3, window: 12 months", "unit_it_12 == 6"),
        ("distinct: list_notice, take: id, window: 12 months", "unit_it_12 == 2"),
        ("count: list_notice, via: all, window: 12 months", "unit_it_12 == 2"),
        ("count: list_notice, by: date, window: 12 months", "unit_it_12 == 2"),
        ("count: weeks, where: weekly > 0, window: 12 months", "unit_it_12 == 1"),
    ],
)
def test_whatever_the_fact_makes_of_its_records(tmp_path: Path, keys: str, condition: str) -> None:
    facts = "- {id: it_12, label: 事实, of: unit, " + keys.replace("take: 3", "take: three") + "}\n"
    facts += "- {id: three, label: 三, of: notice, value: 3, unquoted: 试验}\n"
    facts += fact("count: list_notice, window: week", "weekly")
    assert brief(seen(tmp_path, facts, condition, talk("t1", "2021-06-20"), *NOTICES)) == [("it", "t1", "met")]


@pytest.mark.parametrize(("window", "number"), [("12 months", 2), ("year", 3), ("month", 2)])
def test_a_fact_computed_from_it_is_seen_as_it_is(tmp_path: Path, window: str, number: int) -> None:
    facts = fact(COUNT.replace("12 months", window)) + fact("value: black_12 + 0, unquoted: 试验", "again")
    result = seen(tmp_path, facts, f"unit_again == {number}", talk("t1", "2021-06-20"), *NOTICES, as_of="2022-06-30")
    assert brief(result) == [("it", "t1", "met")]


def test_what_a_record_without_a_day_sees_is_unknown(tmp_path: Path) -> None:
    policy = loaded(tmp_path, rule("kind: requirement\non: project\nrequire: unit_black_12 == 3"), facts=fact(COUNT))
    project = {"type": "project", "id": "p1", "year": 2021, "unit": "u1"}
    found = only(judged(policy, project, *NOTICES))
    assert (found.state, found.missing) == (State.UNDETERMINED, ("project p1: date",))


def test_a_ladder_sees_of_each_record_what_it_saw_on_its_day(tmp_path: Path) -> None:
    ladder = "kind: ladder\nof: unit\nsteps:\n  - {step: talked, label: 约谈, when: grave >= 1}"
    facts = fact(COUNT) + fact("count: interview, where: unit_black_12 >= 2, unquoted: 试验", "grave")
    result = judged(loaded(tmp_path, rule(ladder), facts=facts), talk("t1", "2021-03-01"), *NOTICES)
    assert result.findings == ()
    result = judged(loaded(tmp_path, rule(ladder), facts=facts), talk("t1", "2021-06-20"), *NOTICES)
    assert (only(result).state, str(only(result).day)) == (State.REACHED, "2021-06-20")


def test_only_what_was_in_doubt_on_its_day_is_missing(tmp_path: Path) -> None:
    doubtful = [{**black(id_, day), "list": None} for id_, day in (("n8", "2021-06-01"), ("n9", "2021-08-01"))]
    found = only(seen(tmp_path, fact(COUNT), "unit_black_12 == 2", talk("t1", "2021-06-20"), *NOTICES, *doubtful))
    assert (found.state, found.missing) == (State.UNDETERMINED, ("notice n8: list",))


def test_the_explanation_shows_the_number_that_was_seen(tmp_path: Path) -> None:
    result = seen(tmp_path, fact(COUNT), "unit_black_12 < 2", talk("t1", "2021-06-20"), *NOTICES)
    assert only(result).state is State.BREACHED
    assert "（unit_black_12）＝2，由 2 件记录" in text_of(result, result.explain(only(result)))
