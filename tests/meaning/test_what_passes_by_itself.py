"""What is told of a record of a matter that passed to a new document: of its own matter nothing is left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from little_pack import batch_of, loaded, matter, rule

from supervision_rules import Policy, Result, evaluate

COUNT = "- {id: nth, label: 第几次, of: reminder, HOW}\n"
VALUE = rule("kind: points\nof: reminder\nvalue: nth\neffect: deduct")
SINCE = "2021-07-01"


def packs(folder: Path, facts: str, rules: str = VALUE) -> list[Policy]:
    new = f"in_force: {{since: {SINCE}}}, replaces: {{pack: old, open_matters: new}}"
    return [
        loaded(folder, rules, facts=facts, pack="old", document="in_force: {since: 2021-01-01}"),
        loaded(folder, rules, facts=facts, pack="new", document=new),
    ]


def reminder(day: str, of: str = "m1") -> dict[str, object]:
    return {"type": "reminder", "id": f"{of}-{day}", "date": day, "matter": of, "unit": "u1"}


def values(result: Result) -> dict[str, object]:
    return {each.subject: each.value for each in result.findings if each.rule.id == "it"}


FIRST, SECOND, THIRD = (reminder(day) for day in ("2021-06-01", "2021-07-20", "2021-07-22"))
OTHER = reminder("2021-06-10", "m2")


@pytest.mark.parametrize(
    "how",
    [
        "ordinal: earlier, among: [matter]",
        "count: reminder, via: all, among: [matter], until: date",
        "count: reminder, via: all, among: [matter], window: year",
    ],
)
def test_which_time_it_is_of_its_matter_whichever_way_it_is_asked(tmp_path: Path, how: str) -> None:
    """As if there had been one document; before the change as after it."""
    both = packs(tmp_path, COUNT.replace("HOW", how))
    for as_of in ("2021-06-30", "2021-08-10"):
        batch = batch_of(both[0], matter(day="2021-05-20"), matter("m2", day="2021-05-20"), FIRST, SECOND, THIRD, OTHER)
        found = [values(evaluate(given, batch, as_of=date.fromisoformat(as_of))) for given in (both, both[:1])]
        assert found[0] == found[1]
    assert found[0][str(FIRST["id"])] in (1, 3)  # so far, and of the year


@pytest.mark.parametrize(
    "how", ["ordinal: earlier, among: [unit]", "count: reminder, via: all, among: [unit], until: date"]
)
def test_which_time_it_is_of_the_unit_begins_anew_for_each_document(tmp_path: Path, how: str) -> None:
    """Of what lies before the change each sees that of its own matter, itself among it."""
    both = packs(tmp_path, COUNT.replace("HOW", how))
    batch = batch_of(both[0], matter(day="2021-05-20"), matter("m2", day="2021-05-20"), FIRST, SECOND, THIRD, OTHER)
    found = values(evaluate(both, batch, as_of=date(2021, 8, 10)))
    assert [found[str(each["id"])] for each in (FIRST, OTHER, SECOND, THIRD)] == [1, 1, 1, 2]
