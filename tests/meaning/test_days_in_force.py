"""Days before a document was in force: nothing that it governs has one, and a check says so of a condition."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, rule, write

from supervision_rules import check

FORCE = "in_force: {since: 2021-02-01, until: 2021-12-31}"
NOTICE = {"type": "notice", "kind": "list_notice", "list": "black", "unit": "u1"}
RECORDS = (
    matter("m1", "2021-01-20", closed="2021-03-01"),
    matter("m2", "2021-02-01", closed="2021-03-01"),
    matter("m3", "2021-03-20", received="2021-01-31", closed="2021-04-01"),
    matter("m4", "2021-12-30", received="2022-01-02", closed="2022-03-01"),
    {**NOTICE, "id": "n1", "date": "2021-02-01"},
    {**NOTICE, "id": "n2", "date": "2021-12-31"},
    {**NOTICE, "id": "n3", "date": "2022-01-01"},
)


def settled(folder: Path, keys: str, document: str = FORCE, head: str = "") -> list[str]:
    found = check(write(folder, rule(keys), document=document, head=head))
    return [each.params["value"] for each in found if each.code == "SR364"]


@pytest.mark.parametrize(
    ("on", "condition", "value"),
    [
        ("matter", "date < date(2021, 2, 1)", "false"),
        ("matter", "date <= date(2021, 2, 1)", None),
        ("matter", "closed < date(2021, 2, 1)", "false"),
        ("matter", "received >= date(2021, 2, 1)", "true"),
        ("matter", "add_days(received, 3) < date(2021, 2, 4)", "false"),
        ("matter", "add_days(received, 3) < date(2021, 2, 5)", None),
        ("matter", "set_date < date(2021, 2, 1)", None),  # planned, and may lie on any day
        ("matter", "closed > date(2021, 12, 31)", None),  # what began under the document goes on
        ("list_notice", "date > date(2021, 12, 31)", None),  # it goes with its matter
        ("matter", "unit_since < date(2021, 2, 1)", None),
    ],
)
def test_what_a_document_governs(tmp_path: Path, on: str, condition: str, value: str | None) -> None:
    keys = f"kind: outcome\non: {on}\nwhen: {condition}\noutcome: 甲"
    assert settled(tmp_path, keys) == ([value] if value else [])
    assert settled(tmp_path, keys, document="") == []
    result = judged(loaded(tmp_path, rule(keys), document=FORCE), *RECORDS, as_of="2022-12-31")
    found = [each for each in result.findings if each.rule.id == "it" and str(each.state) != "undetermined"]
    assert value != "false" or found == []
    by_reading = "in_force: {since: {by_reading: way, a: 2021-02-01, b: 2020-02-01}}"
    readings = "readings:\n  - {id: way, words: 原话, options: {a: 甲, b: 乙}, taken: a}\n"
    assert settled(tmp_path, keys, by_reading, readings) == []
    assert settled(tmp_path, keys, "in_force: {since: 2021-02-01}, replaces: {pack: old, open_matters: new}") == []


def test_windows_of_units(tmp_path: Path) -> None:
    keys = "kind: outcome\non: unit\nwindow: month\noutcome: 甲\nwhen: "
    assert settled(tmp_path, f"{keys}period_end < date(2021, 2, 28)") == []
    assert settled(tmp_path, f"{keys}period_end < date(2021, 2, 1)") == ["false"]


@pytest.mark.parametrize(
    ("due", "document", "expected"),
    [
        ("date(2021, 1, 31)", FORCE, ["SR376"]),
        ("date(2021, 2, 1)", FORCE, []),
        ("date(2022, 6, 1)", FORCE, []),
        ("date(2021, 1, 31)", "in_force: {since: 2021-02-01}, replaces: {pack: old, open_matters: new}", []),
    ],
)
def test_a_fixed_day_on_which_something_is_due(tmp_path: Path, due: str, document: str, expected: list[str]) -> None:
    keys = f"kind: time_limit\non: matter\nstart: date\ndone: closed\ncases: [{{due: '{due}'}}]"
    assert [each.code for each in check(write(tmp_path, rule(keys), document=document))] == expected
