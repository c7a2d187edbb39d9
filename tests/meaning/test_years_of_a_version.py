"""Which years a version of a document judges: those from the first on record on, whosever that is, to its end."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from little_pack import batch_of, loaded, matter, rule

from supervision_rules import evaluate, text_of

TOTAL = rule("kind: score\nof: unit\nwindow: year\nbase: 100\nboxes: [{id: cuts, label: 扣分, effect: deduct}]")
LATER = matter("m1", day="2021-08-01", closed="2021-08-02")
EARLIER = matter("m1", day="2020-03-01", closed="2020-03-02")
PLANNED = {"type": "extension", "id": "e1", "matter": "m1", "date": "2021-03-02", "new_date": "2022-01-10"}


def years(folder: Path, as_of: str, *records: dict[str, object]) -> dict[str, list[int]]:
    """The years of which each of two versions tells the total of the unit."""
    new = "in_force: {since: 2021-07-01}, replaces: {pack: old, open_matters: new}"
    both = [
        loaded(folder, TOTAL, pack="old", document="in_force: {since: 2021-01-01}"),
        loaded(folder, TOTAL, pack="new", document=new),
    ]
    found = evaluate(both, batch_of(both[0], *records), as_of=date.fromisoformat(as_of)).findings
    told: dict[str, list[int]] = {"old": [], "new": []}
    for each in found:
        if each.rule.id == "it" and each.period is not None:
            told[each.rule.pack].append(each.period.first.year)
    return told


@pytest.mark.parametrize("as_of", ["2021-12-31", "2022-02-14"])
@pytest.mark.parametrize("record", [LATER, EARLIER], ids=["of the other version", "of none"])
def test_a_year_once_told_is_told_for_good(tmp_path: Path, as_of: str, record: dict[str, object]) -> None:
    this = [] if as_of == "2021-12-31" else [2022]
    assert years(tmp_path, as_of, record) == {"old": [2021], "new": [2021, *this]}


def test_a_day_that_is_planned_brings_nothing_on_record(tmp_path: Path) -> None:
    """The matter was closed while the old version was in force: of the next year that has nothing to say."""
    done = matter("m1", day="2021-03-01", closed="2021-04-01")
    assert years(tmp_path, "2022-02-14", done, PLANNED)["old"] == [2021]
    still_open = matter("m1", day="2021-03-01")
    assert years(tmp_path, "2022-02-14", still_open, PLANNED)["new"] == [2021, 2022]


def test_why_there_is_nothing_of_a_year_that_is_not_judged(tmp_path: Path) -> None:
    alone = loaded(tmp_path, TOTAL, document="in_force: {since: 2021-01-01}")
    result = evaluate(alone, batch_of(alone, LATER), as_of=date(2021, 12, 31))
    told = text_of(result, result.why_not("u1", "it", period="2020"))
    assert "不分时段" not in told
    assert "2020" in told


@pytest.mark.parametrize(
    ("unit", "judging"),
    [
        ({"until": "2021-06-30"}, ["old"]),
        ({"until": "2021-07-01"}, ["old", "new"]),
        ({"since": "2021-06-30"}, ["old", "new"]),
        ({"since": "2021-07-01"}, ["new"]),
    ],
)
def test_a_unit_is_judged_by_those_in_force_while_it_is_there(
    tmp_path: Path, unit: dict[str, object], judging: list[str]
) -> None:
    new = "in_force: {since: 2021-07-01}, replaces: {pack: old, open_matters: old}"
    both = [
        loaded(tmp_path, TOTAL, pack="old", document="in_force: {since: 2021-01-01}"),
        loaded(tmp_path, TOTAL, pack="new", document=new),
    ]
    other = {"type": "unit", "id": "u2", "name": "乙局", **unit}
    found = evaluate(both, batch_of(both[0], other, EARLIER), as_of=date(2021, 12, 31)).findings
    assert [each.rule.pack for each in found if each.rule.id == "it" and each.subject == "u2"] == judging


def test_whom_an_open_matter_was_handed_to_is_judged_after_the_end(tmp_path: Path) -> None:
    """As whom it names itself: any record of the matter may."""
    facts = "- {id: holder, label: 承办, of: matter, last: reminder, via: matter, take: unit}\n"
    facts += "- {id: holder, label: 本单位, of: unit, value: id}\n"
    facts += "- {id: held, label: 件数, of: unit, count: matter, via: all, among: [holder], where: not known(closed)}"
    month = rule("kind: points\nof: unit\nwindow: month\nvalue: held\neffect: deduct")
    new = "in_force: {since: 2021-07-01}, replaces: {pack: old, open_matters: old}"
    both = [
        loaded(tmp_path, month, facts=facts, pack="old", document="in_force: {since: 2021-01-01}"),
        loaded(tmp_path, month, facts=facts, pack="new", document=new),
    ]
    other = {"type": "unit", "id": "u2", "name": "乙局"}
    handed = {"type": "reminder", "id": "s1", "date": "2021-05-20", "matter": "m1", "unit": "u2"}
    records = batch_of(both[0], other, matter("m1", day="2021-05-10"), handed)
    found = evaluate(both, records, as_of=date(2021, 8, 31)).findings
    told = {each.period.first.month: each.value for each in found if (each.rule.pack, each.subject) == ("old", "u2")}
    assert told == {1: 0, 2: 0, 3: 0, 4: 0, 5: 1, 6: 1, 7: 1, 8: 1}
