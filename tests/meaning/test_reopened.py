"""A matter that was returned after it had been closed is open again until it is done anew, also across a change."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from little_pack import batch_of, loaded, matter, rule

from supervision_rules import Policy, evaluate

FACTS = """
- {id: returned_on, label: 最近退回, of: matter, last: return}
- {id: redone_on, label: 最近重办完成, of: matter, last: return, take: redone}
- {id: finished, label: 办完, of: matter, value: redone_on if known(returned_on) else closed}
- {id: many, label: 未办完件数, of: unit, count: matter, via: unit, where: not known(finished)}
"""
STOCK = rule("kind: points\nof: unit\nwindow: month\nvalue: many\neffect: deduct", "stock")
OLD = "in_force: {since: 2021-01-01}"
NEW = "in_force: {since: 2021-07-01}, replaces: {pack: old, open_matters: %s}"
CLOSED = matter("m1", day="2021-03-02", closed="2021-05-20")


def returned(day: str, redone: str | None = None) -> dict[str, object]:
    return {"type": "return", "id": f"t{day}", "date": day, "matter": "m1", "redone": redone}


def stock(
    policies: list[Policy], *records: dict[str, object], as_of: str = "2021-09-30"
) -> dict[str, dict[str, object]]:
    """By pack how many are open at the end of each month in which there are any."""
    found: dict[str, dict[str, object]] = {name: {} for name in ("old", "new")}
    result = evaluate(policies, batch_of(policies[0], CLOSED, *records), as_of=date.fromisoformat(as_of))
    for each in result.findings:
        if each.period is not None and each.value:
            found[each.rule.pack][f"{each.period.first:%m}"] = each.value
    return found


def packs(folder: Path, takes: str) -> list[Policy]:
    return [
        loaded(folder, STOCK, facts=FACTS, pack="old", document=OLD),
        loaded(folder, STOCK, facts=FACTS, pack="new", document=NEW % takes),
    ]


@pytest.mark.parametrize(
    ("records", "months"),
    [
        # Returned before the change: it passes, redone or not.
        ([returned("2021-06-10")], ["06", "07", "08", "09"]),
        ([returned("2021-06-10", "2021-08-05")], ["06", "07"]),
        ([returned("2021-06-10", "2021-07-01")], ["06"]),
        # Redone before the change and returned again after it: it was not open on the day of the change.
        ([returned("2021-06-10", "2021-06-30")], []),
        # Returned on the day on which it was closed.
        ([returned("2021-05-20")], ["05", "06", "07", "08", "09"]),
    ],
)
def test_it_passes_where_it_is_open_again(tmp_path: Path, records: list[dict[str, object]], months: list[str]) -> None:
    """Together the two documents say what one document would."""
    both = packs(tmp_path, "new")
    alone = stock(both[:1], *records)["old"]
    assert [month for month in alone if month >= "05"] == months
    found = stock(both, *records)
    assert found["old"] == {month: 1 for month in alone if month < "07"}
    assert found["new"] == {month: 1 for month in alone if month >= "07"}


def test_a_type_of_the_pack_reopens_as_well(tmp_path: Path) -> None:
    """Whichever of the documents declares it."""
    head = """
        records:
          types:
            failed_review:
              label: 复核不合格
              label_en: failed review
              date_label: 复核日期
              fields:
                matter: {type: matter, label: 督查事项, label_en: matter, required: true}
                mended: {type: date, label: 整改完成日期, label_en: mended}
        """
    facts = FACTS.replace("return", "failed_review").replace("redone}", "mended}")
    both = [
        loaded(tmp_path, STOCK, facts=facts, pack="old", document=OLD, head=head),
        loaded(
            tmp_path,
            STOCK,
            facts=facts,
            pack="new",
            document=NEW % "new",
            head=f"{head.rstrip()}\n              reopens: mended\n",
        ),
    ]
    record = {**returned("2021-06-10", None), "type": "failed_review"}
    del record["redone"]
    assert stock(both, record) == {"old": {"03": 1, "04": 1, "06": 1}, "new": {"07": 1, "08": 1, "09": 1}}


@pytest.mark.parametrize("redone", [None, "2021-08-05"])
def test_it_stays_where_open_matters_stay(tmp_path: Path, redone: str | None) -> None:
    both = packs(tmp_path, "old")
    record = returned("2021-06-10", redone)
    assert stock(both, record) == {"old": stock(both[:1], record)["old"], "new": {}}


def test_what_is_returned_after_the_change_stays_with_the_old(tmp_path: Path) -> None:
    """It was closed on the day of the change; the old document goes on to judge it."""
    both = packs(tmp_path, "new")
    found = stock(both, returned("2021-08-10"))
    assert found == {"old": {"03": 1, "04": 1, "08": 1, "09": 1}, "new": {}}


def test_a_return_before_it_was_closed_opens_nothing(tmp_path: Path) -> None:
    """Handed on to another unit, and closed by that: it does not pass, though nobody wrote down when it was redone."""
    assert stock(packs(tmp_path, "new"), returned("2021-04-01"))["new"] == {}
