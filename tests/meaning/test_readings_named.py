"""Every finding names the readings that it leans on; what cannot depend on one is refused; every option is checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, only, rule, told, write

X = "readings:\n  - {id: x, words: 原话, options: {a: 甲, b: 乙}, taken: a}\n"
Z = "  - {id: z, words: 原话, options: {a: 甲, b: 乙}, taken: a}\n"
LIMIT = """
    kind: time_limit
    holes: 试验
    on: instruction
    start: received
    done: replied
    lead: {lead}
    cases:
      - {{within: {within}}}
"""
DAYS = "conventions: {day_unit: {by_reading: x, a: calendar, b: working}}\n"
PLACE = "jurisdiction: {by_reading: x, a: CN, b: CN-GX}"
WORKDAYS = rule("kind: requirement\non: instruction\nrequire: workdays_between(received, replied) <= 5")
FACT = "- {id: days, label: 天数, of: matter, value: 'workdays_between(received, replied)'}"
THROUGH = rule("kind: requirement\non: instruction\nrequire: days <= 5")
PLAIN = rule("kind: requirement\non: instruction\nrequire: known(received)")


@pytest.mark.parametrize(
    ("rules", "parts", "named"),
    [
        (rule(LIMIT.format(lead="5 days", within="5 workdays")), {"head": X + DAYS}, True),
        (rule(LIMIT.format(lead="5 workdays", within="5 workdays")), {"head": X + DAYS}, False),
        (rule(LIMIT.format(lead="5 days", within="5 workdays")), {"head": X, "document": PLACE}, True),
        (rule(LIMIT.format(lead="5 days", within="5 days")), {"head": X, "document": PLACE}, False),
        (rule(LIMIT.format(lead="5 workdays", within="5 days")), {"head": X, "document": PLACE}, True),
        (WORKDAYS, {"head": X, "document": PLACE}, True),
        (THROUGH, {"head": X, "document": PLACE, "facts": FACT}, True),
        (PLAIN, {"head": X, "document": PLACE}, False),
        (PLAIN, {"head": X, "document": "in_force: {since: {by_reading: x, a: 2021-01-01, b: 2021-01-10}}"}, True),
        (PLAIN, {"head": X, "document": "in_force: {by_reading: x, a: , b: {since: 2021-01-10}}"}, True),
    ],
)
def test_the_readings_of_days_of_place_and_of_force_are_named(
    tmp_path: Path, rules: str, parts: dict[str, str], named: bool
) -> None:
    found = only(judged(loaded(tmp_path, rules, **parts), matter(received="2021-01-05", replied="2021-01-06")))
    assert found.rule.readings == ((("x", "a"),) if named else ())


def test_what_is_not_governed_under_an_option_names_it(tmp_path: Path) -> None:
    policy = loaded(
        tmp_path, PLAIN, head=X, document="in_force: {since: {by_reading: x, a: 2021-01-01, b: 2021-01-10}}"
    )
    found = judged(policy, matter(day="2021-01-05"), readings={"x": "b"})
    assert [(each.rule.id, each.rule.readings) for each in found.findings] == [("in-force", (("x", "b"),))]


def test_records_do_not_depend_on_a_reading(tmp_path: Path) -> None:
    field = "{type: bool, label: 附加, label_en: extra, absent: {by_reading: x, a: true, b: false}}"
    head = f"{X}records:\n  types:\n    reminder:\n      fields:\n        extra: {field}\n"
    path = write(tmp_path, rule("kind: requirement\non: reminder\nrequire: extra"), head=head)
    assert told(path) == [("SR319", "by_reading", {"what": "records"})]


def test_ids_do_not_depend_on_a_reading(tmp_path: Path) -> None:
    path = write(tmp_path, PLAIN.replace("id: it", "id: {by_reading: x, a: it, b: other}"), head=X)
    assert told(path) == [("SR319", "other", {"what": "id"})]
    fact = "- {id: {by_reading: x, a: one, b: other}, label: 甲, of: matter, value: known(received)}"
    path = write(tmp_path, PLAIN.replace("known(received)", "one"), facts=fact, head=X)
    assert told(path) == [("SR319", "other", {"what": "id"})]
    fact = "- {id: one, label: 甲, of: {by_reading: x, a: matter, b: unit}, value: known(id)}"
    path = write(tmp_path, PLAIN.replace("known(received)", "one"), facts=fact, head=X)
    assert told(path) == [("SR319", "unit", {"what": "of"})]


def test_an_option_inside_an_option_is_checked(tmp_path: Path) -> None:
    inner = "{by_reading: z, a: joint, b: joint > 3}"
    within = f"5 workdays, when: {{by_reading: x, a: joint, b: {inner}}}"
    path = write(tmp_path, rule(LIMIT.format(lead="1 day", within=within)), head=X + Z)
    assert [(code, shown) for code, shown, _ in told(path)] == [("SR225", "joint > 3")]
