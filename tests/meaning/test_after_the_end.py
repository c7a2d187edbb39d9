"""After a document has ended a unit is judged by it only where something of it is left: open, or on record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from little_pack import batch_of, judged, loaded, matter, rule

from supervision_rules import evaluate

MONTH = rule("kind: points\nwindow: month\nvalue: closed_ones * 0 + 1\neffect: add", "month")
OTHER = {"type": "unit", "id": "u2", "name": "另一局"}
MEAN = rule("kind: points\nwindow: year\nvalue: months_scored\neffect: add", "over")
SCORED = """
- {id: closed_ones, label: 办结件数, of: unit, count: matter, by: closed, window: month}
- {id: months_scored, label: 月数, of: unit, sum: months, take: points("month"), window: year}
"""


def reminder(day: str) -> dict[str, object]:
    return {"type": "reminder", "id": f"r{day}", "date": day, "matter": "m1"}


@pytest.mark.parametrize(
    ("records", "u1", "u2"),
    [
        # Closed before the end: nothing is left.
        ([matter("m1", "2021-01-04", closed="2021-01-31"), reminder("2021-03-01")], [1, 2, 3], [1, 2]),
        ([matter("m1", "2021-01-04", closed="2021-02-28")], [1, 2], [1, 2]),
        ([matter("m1", "2021-01-04", closed="2021-03-01")], [1, 2, 3], [1, 2]),
        ([matter("m1", "2021-01-04", closed="2021-05-01"), reminder("2021-04-01")], [1, 2, 3, 4, 5], [1, 2]),
        # Open: in each month until it is closed, or up to the day asked.
        (
            [
                matter("m1", "2021-01-04", closed="2021-04-01"),
                matter("m2", "2021-01-05", unit="u2"),
            ],
            [1, 2, 3, 4],
            [1, 2, 3, 4, 5, 6],
        ),
        # Begun after the end: of no concern.
        ([matter("m1", "2021-01-04", closed="2021-01-31"), matter("m2", "2021-03-01")], [1, 2], [1, 2]),
    ],
)
def test_months_after_the_end(tmp_path: Path, records: list[dict[str, object]], u1: list[int], u2: list[int]) -> None:
    policy = loaded(tmp_path, MONTH + MEAN, facts=SCORED, document="in_force: {since: 2021-01-01, until: 2021-02-28}")
    result = judged(policy, OTHER, *records, as_of="2021-06-30")
    months: dict[str, list[int]] = {"u1": [], "u2": []}
    for finding in result.findings:
        if finding.rule.id == "month" and finding.period:
            months[finding.subject].append(finding.period.first.month)
    assert months == {"u1": u1, "u2": u2}
    counted = {each.subject: each.value for each in result.findings if each.rule.id == "over"}
    assert counted == {"u1": len(u1), "u2": len(u2)}


OPEN = rule("kind: outcome\non: matter\nwindow: month\nwhen: not known(closed)\noutcome: 未办结", "open")
SLIPS = rule("kind: requirement\non: reminder\nwindow: month\nrequire: not known(answered)", "slips")
OWED = rule(
    "kind: duty\nof: matter\nend: closed\neach: month\nneed: progress\nfor_period: covers\ndue: {day: 5}", "owed"
)


@pytest.mark.parametrize(
    "more", [[], [matter("m9", "2021-02-01", unit="u2", closed="2021-05-10")], [reminder("2021-03-03")]]
)
@pytest.mark.parametrize(
    ("closed", "judged_in"),
    [(None, [1, 2, 3, 4, 5, 6]), ("2021-04-15", [1, 2, 3]), ("2021-02-28", [1]), ("2021-03-01", [1, 2])],
)
def test_an_open_matter_is_judged_to_its_end_whatever_befalls_others(
    tmp_path: Path, more: list[dict[str, object]], closed: str | None, judged_in: list[int]
) -> None:
    force = "in_force: {since: 2021-01-01, until: 2021-02-28}"
    policy = loaded(tmp_path, OPEN + OWED + SLIPS, document=force)
    result = judged(policy, OTHER, matter("m1", "2021-01-04", closed=closed), *more, as_of="2021-06-30")
    found = [each for each in result.findings if each.subject == "m1" and each.period]
    assert [each.period.first.month for each in found if each.rule.id == "open" and each.period] == judged_in
    owed = [each.period.first.month for each in found if each.rule.id == "owed" and each.period]
    assert owed == list(range(1, 7 if closed is None else int(closed[5:7]) + 1))
    told = [each.period.first.month for each in result.findings if each.rule.id == "slips" and each.period]
    has_slip = any(each["type"] == "reminder" for each in more)
    assert told == (list(range(3, 1 + max(3, owed[-1]))) if has_slip else [])


@pytest.mark.parametrize("closed", [None, "2021-05-10"])
def test_no_month_is_judged_that_has_not_begun(tmp_path: Path, closed: str | None) -> None:
    """Nor where the ledger knows that a matter was closed after the day asked, of which no rule asks."""
    facts = "- {id: slips, label: 催办次数, of: unit, count: reminder, window: month}"
    month = rule("kind: points\nof: unit\nwindow: month\nvalue: slips + 1\neffect: add", "month")
    policy = loaded(tmp_path, month, facts=facts, document="in_force: {since: 2021-01-01, until: 2021-02-28}")
    result = judged(policy, matter("m1", "2021-01-04", closed=closed), as_of="2021-03-20")
    assert [each.period.first.month for each in result.findings if each.period] == [1, 2, 3]


@pytest.mark.parametrize(
    ("replied", "old", "new"),
    [
        ("2021-02-10", [1, 2], [3]),
        ("2021-03-10", [1, 2], [3]),
        ("2021-04-10", [1, 2], [3, 4]),
        (None, [1, 2], [3, 4, 5]),
    ],
)
def test_what_is_done_as_a_change_says_is_of_no_concern(
    tmp_path: Path, replied: str | None, old: list[int], new: list[int]
) -> None:
    """Never closed: what was replied to is done, and what was not had passed to the second document, and stayed."""
    facts = "- {id: slips, label: 催办次数, of: unit, count: reminder, window: month}"
    month = rule("kind: points\nof: unit\nwindow: month\nvalue: slips + 1\neffect: add", "month")
    forces = {
        "old": "in_force: {since: 2021-01-01}",
        "new": "in_force: {since: 2021-03-01}, replaces: {pack: old, open_matters: new, done: replied}",
        "last": "in_force: {since: 2021-04-01}, replaces: {pack: new, open_matters: old}",
    }
    documents = [loaded(tmp_path, month, facts=facts, document=said, pack=name) for name, said in forces.items()]
    records = batch_of(documents[0], matter("m1", "2021-01-04", replied=replied))
    told: dict[str, list[int]] = {}
    for each in evaluate(documents, records, as_of=date(2021, 5, 31)).findings:
        if each.period:
            told.setdefault(each.rule.pack, []).append(each.period.first.month)
    assert told == {"old": old, "new": new, "last": [4, 5]}
