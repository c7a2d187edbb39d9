"""Whose result an expression asks for, where a record names several units: never one of them by chance."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, rule, told, write

NOTE = "records: {{types: {{note: {{label: 记事, label_en: note, date_label: 日期, fields: {{{fields}}}}}}}}}\n"
FIRST = "first: {type: unit, label: 甲方, label_en: first}"
OTHER = "other: {type: unit, label: 乙方, label_en: other}"
OWN = "unit: {type: unit, label: 本单位, label_en: unit}"
SCORE = "- {id: score, label: 得分, of: unit, sum: appraisal, take: item_points, window: year}"
RANK = rule("kind: ranking\nwindow: year\nby: score", "place")


def asking(requirement: str) -> str:
    return RANK + rule(f"kind: requirement\non: note\nrequire: {requirement}")


def head(*fields: str) -> str:
    return NOTE.format(fields=", ".join(fields))


LEDGER = (
    {"type": "unit", "id": "u2", "name": "另一个局"},
    {"type": "appraisal", "id": "a1", "date": "2021-05-01", "unit": "u1", "item_points": 5},
    {"type": "appraisal", "id": "a2", "date": "2021-05-01", "unit": "u2", "item_points": 9},
)


@pytest.mark.parametrize(
    ("fields", "asked", "states"),
    [
        ((FIRST, OWN, OTHER), 'rank("place") == 1', ["met"]),  # the field of the plain name
        ((FIRST, OWN, OTHER), 'rank("place", first) == 1', ["breached"]),
        ((FIRST, OWN, OTHER), 'rank("place", other) == 2', ["undetermined"]),  # nothing stands there
        ((FIRST,), 'rank("place") == 2', ["met"]),  # the only one there is
    ],
)
def test_the_record_that_is_asked_about(tmp_path: Path, fields: tuple[str, ...], asked: str, states: list[str]) -> None:
    policy = loaded(tmp_path, asking(asked), facts=SCORE, head=head(*fields))
    note = {"type": "note", "id": "n", "date": "2021-06-01", "first": "u1"}
    note |= {"unit": "u2"} if OWN in fields else {}
    found = [each for each in judged(policy, *LEDGER, note).findings if each.rule.id == "it"]
    assert [str(each.state) for each in found] == states
    missing = [each.missing for each in found if each.missing]
    assert missing == ([("note n: other",)] if states == ["undetermined"] else [])


@pytest.mark.parametrize(
    ("fields", "asked", "expected"),
    [
        (
            (FIRST, OTHER),
            'rank("place") == 1',
            ("SR337", 'rank("place")', {"asker": "note", "of": "unit", "mend": 'rank("place", first)'}),
        ),
        (
            (FIRST, OTHER, "text: {type: text, label: 文, label_en: text}"),
            'rank("place", text) == 1',
            ("SR338", "text", {"asker": "note", "of": "unit", "given": "text", "rule": "place"}),
        ),
        (
            ("text: {type: text, label: 文, label_en: text}",),
            'rank("place") == 1',
            ("SR338", 'rank("place")', {"asker": "note", "of": "unit", "given": "—", "rule": "place"}),
        ),
    ],
)
def test_where_it_is_not_plain_the_fields_are_named(
    tmp_path: Path, fields: tuple[str, ...], asked: str, expected: tuple[str, str, dict[str, str]]
) -> None:
    ((code, place, words),) = told(write(tmp_path, asking(asked), facts=SCORE, head=head(*fields)))
    assert (code, place) == expected[:2]
    assert {name: words[name] for name in expected[2]} == expected[2]


def test_records_that_name_two_units_are_counted_by_one_that_is_named(tmp_path: Path) -> None:
    count = "kind: points\nwindow: year\ncount: note\neach: 1\neffect: deduct\n"
    ((code, place, words),) = told(write(tmp_path, rule(count), head=head(FIRST, OTHER)))
    assert (code, place, words["mend"]) == ("SR337", "note", "via: first")
    assert told(write(tmp_path, rule(count + "via: other"), head=head(FIRST, OTHER))) == []
