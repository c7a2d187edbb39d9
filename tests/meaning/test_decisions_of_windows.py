"""A consent to what a month came to is given after the month: it counts for the month that it is about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from little_pack import brief, judged, loaded, matter, rule, told, write

FACT = '- {{id: agreed, label: 市长同意, of: {of}, any: consent, where: role == "mayor"{more}}}'
BY = ", by: covers, window: month"
ASKING = (
    "kind: outcome\non: {on}\nwindow: month\nwhen: period_end <= as_of and {when}\noutcome: 约谈\nconsent: {consent}"
)


def consent(day: str, covers: str) -> dict[str, object]:
    about = {"covers": covers, "unit": "u1", "matter": "m1", "role": "mayor"}
    return {"type": "consent", "id": f"c{day}", "date": day, **about}


@pytest.mark.parametrize("of", ["unit", "matter"])
@pytest.mark.parametrize(
    ("as_of", "states"),
    [("2021-02-04", ["due_for"]), ("2021-02-05", ["concluded"]), ("2021-03-31", ["concluded", "due_for", "due_for"])],
)
def test_a_consent_counts_for_the_month_that_it_is_about(
    tmp_path: Path, of: str, as_of: str, states: list[str]
) -> None:
    rules = rule(ASKING.format(on=of, when="known(id)", consent="agreed"))
    policy = loaded(tmp_path, rules, facts=FACT.format(of=of, more=BY))
    result = judged(policy, matter(), consent("2021-02-05", "2021-01-31"), as_of=as_of)
    assert [state for _, _, state in brief(result)] == states


def warned(tmp_path: Path, rules: str, facts: str) -> list[tuple[str, str, str]]:
    """The code, the text underlined, and the names that end with the window."""
    found: list[tuple[str, str, Any]] = [*told(write(tmp_path, rules, facts=facts))]
    return [(code, text, words["names"].zh) for code, text, words in found]


@pytest.mark.parametrize(
    ("of", "more", "consent", "named"),
    [
        ("unit", "", "agreed", "agreed"),
        ("unit", ", window: month", "agreed", "agreed"),
        ("matter", "", "agreed and joint", "agreed"),
        ("matter", "", "known(closed)", "closed"),
        ("unit", BY, "agreed", None),
        ("unit", ", by: date, window: month", "agreed", None),
        ("matter", "", "joint", None),
        ("unit", "", "known(category)", None),
    ],
)
def test_a_consent_that_ends_with_the_month_is_told(
    tmp_path: Path, of: str, more: str, consent: str, named: str | None
) -> None:
    rules = rule(ASKING.format(on=of, when="known(id)", consent=consent))
    expected = [("SR352", consent, named)] if named else []
    assert warned(tmp_path, rules, FACT.format(of=of, more=more)) == expected


def test_through_a_fact_and_in_a_ladder(tmp_path: Path) -> None:
    facts = FACT.format(of="unit", more="") + "\n- {id: allowed, label: 可以, of: unit, value: agreed}\n"
    facts += "- {id: slips, label: 催办, of: unit, count: reminder}"
    ladder = "kind: ladder\nof: unit\nwindow: year\nsteps: [{step: a, label: 一, when: slips > 0, consent: allowed}]"
    assert warned(tmp_path, rule(ladder), facts) == [("SR352", "allowed", "agreed")]
    assert warned(tmp_path, rule(ladder.replace("window: year\n", "")), facts) == []
