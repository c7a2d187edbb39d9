"""Whose result an expression asks for, where a record names several units: never one of them by chance."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, rule, told, write

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
            ("SR338", 'rank("place")', {"asker": "note", "of": "unit", "mend": 'rank("place", first)'}),
        ),
        (
            (FIRST, OTHER, "text: {type: text, label: 文, label_en: text}"),
            'rank("place", text) == 1',
            ("SR339", "text", {"asker": "note", "of": "unit", "given": "text", "rule": "place"}),
        ),
        (
            ("text: {type: text, label: 文, label_en: text}",),
            'rank("place") == 1',
            ("SR339", 'rank("place")', {"asker": "note", "of": "unit", "given": "—", "rule": "place"}),
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
    assert (code, place, words["mend"]) == ("SR338", "note", "via: first")
    assert told(write(tmp_path, rule(count + "via: other"), head=head(FIRST, OTHER))) == []


def test_points_of_a_matter_do_not_go_into_the_total_of_a_unit(tmp_path: Path) -> None:
    total = rule("kind: score\nwindow: year\nboxes:\n  - {id: slips, label: 催办, effect: deduct, max: 10}", "total")
    points = "kind: points\nof: instruction\ncount: reminder\neach: 1\nmax: 3\neffect: deduct"
    words = {"of": "instruction", "box": "slips", "whose": "unit", "rule": "it"}
    assert told(write(tmp_path, total + rule(points + "\ninto: slips"))) == [("SR340", "slips", words)]
    added = '- {id: slip_points, label: 各件扣分, of: unit, sum: matter, take: points("it"), window: year}'
    given = rule("kind: points\nwindow: year\nvalue: slip_points\neffect: deduct\ninto: slips", "given")
    ledger = [matter("m1"), matter("m2", day="2020-05-04")]
    ledger += [
        {"type": "reminder", "id": f"r{number}", "date": f"2021-02-0{number}", "matter": f"m{1 + number // 5}"}
        for number in range(1, 7)
    ]
    found = judged(loaded(tmp_path, total + rule(points) + given, facts=added), *ledger).findings
    totals = [(each.period.label if each.period else "", each.value) for each in found if each.rule.id == "total"]
    assert totals == [("2020年", -2), ("2021年", -3)]  # each matter in its own year, at most 3 points of each


@pytest.mark.parametrize(("asked", "value"), [('kind == "result"', "false"), ('kind in ["progress"]', "true")])
def test_of_one_kind_alone_it_is_no_question_which_kind_it_is(tmp_path: Path, asked: str, value: str) -> None:
    fact = "- {{id: before, label: 此前, of: {of}, count: earlier, where: '{asked}', among: [matter]}}"
    facts = {of: fact.format(of=of, asked=asked) for of in ("progress", "report")}
    found = told(write(tmp_path, RANK.replace("score", "population"), facts=facts["progress"]))
    assert found == [("SR342", asked, {"kind": "progress", "found": asked, "value": value})]
    assert told(write(tmp_path, RANK.replace("score", "population"), facts=facts["report"])) == []
