"""A person sees its unit, a unit the one above it, through the window of its own rule: no later month changes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, rule

FACTS = "- {id: praised, label: 当月表扬次数, of: unit, count: praise, window: month}\n"
OTHERS = rule("kind: points\nwindow: month\ncount: praise\neach: 1\neffect: add", "month") + rule(
    'kind: ranking\nwindow: month\nby: points("month")', "place"
)
UNITS: list[dict[str, object]] = [
    {"type": "unit", "id": "u2", "name": "乙局", "since": "2021-01-01"},
    {"type": "unit", "id": "u3", "name": "下属", "since": "2021-01-01", "parent": "u2"},
    {"type": "person", "id": "p1", "name": "张三", "unit": "u2", "since": "2021-01-01"},
]
PRAISE = {"type": "commendation", "kind": "praise", "id": "c1", "date": "2021-01-10", "unit": "u2"}


@pytest.mark.parametrize("entered", [None, "2021-01-20"])
@pytest.mark.parametrize(
    ("of", "value"),
    [
        ("person", 'points("month")'),
        ("person", "unit_praised"),
        ("person", '1 if rank("place") == 1 else 0'),
        ("unit", 'points("month", parent)'),
        ("unit", "parent_praised"),
    ],
)
def test_each_month_is_its_own(tmp_path: Path, of: str, value: str, entered: str | None) -> None:
    when = "when: known(parent)\n" if of == "unit" else ""
    asking = rule(f"kind: points\nof: {of}\nwindow: month\n{when}value: '{value}'\neffect: add")
    policy = loaded(tmp_path, OTHERS + asking, facts=FACTS)
    register = [{**each, **({"date": entered} if entered else {})} for each in UNITS]
    for as_of in ("2021-01-31", "2021-02-28", "2021-03-31"):
        found = judged(policy, *register, PRAISE, as_of=as_of).findings
        by_month = {str(each.day): each.value for each in found if each.rule.id == "it"}
        assert by_month["2021-01-31"] == 1
        assert "rank" in value or by_month.get("2021-02-28", 0) == 0


SEEN = """
- {id: seen, label: 通报次数, of: unit, count: criticism_notice, window: %s, unquoted: 试验}
- {id: twice, label: 通报两次, of: unit, value: seen >= 2, unquoted: 试验}
"""


@pytest.mark.parametrize("window", ["2 months", "6 months", "year", "quarter"])
@pytest.mark.parametrize("through", ["", "window: year\n", "window: half year\n"])
@pytest.mark.parametrize(
    ("of", "when"), [("person", "unit_seen >= 2"), ("person", "unit_twice"), ("unit", "parent_seen >= 2")]
)
def test_the_step_of_the_unit_is_reached_on_its_day(
    tmp_path: Path, window: str, through: str, of: str, when: str
) -> None:
    """Also through the months up to a day: whoever is no record of a day sees them from each day on."""
    ladder = "kind: ladder\nof: {}\n{}steps: [{{step: warn, label: 提醒, when: {}}}]"
    rules = rule(ladder.format("unit", through, "seen >= 2"), "own") + rule(ladder.format(of, through, when))
    policy = loaded(tmp_path, rules, facts=SEEN % window)
    notices = [
        {"type": "notice", "kind": "criticism_notice", "id": f"n{day}", "date": day, "unit": "u2"}
        for day in ("2021-07-12", "2021-08-05", "2021-10-20")
    ]
    for as_of in ("2021-08-05", "2021-09-01", "2021-12-01", "2022-02-01"):
        found = judged(policy, *UNITS, *notices, as_of=as_of).findings
        own = [(each.day, each.value) for each in found if each.rule.id == "own" and each.subject == "u2"]
        seen = [(each.day, each.value) for each in found if each.rule.id == "it" and each.subject in ("p1", "u3")]
        assert own == seen != [], as_of
