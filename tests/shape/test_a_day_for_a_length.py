"""A day written where a length is wanted is told with the key that takes a day."""

from __future__ import annotations

import pytest
from town_pack import PACK, told


def helped(before: str, after: str) -> tuple[str, str]:
    (found,) = told(PACK.replace(before, after, 1))
    assert found.code == "SR152"
    return found.help("zh").partition("写成")[0], found.help("en").partition("write 5")[0]


EXTENDED = "done: reported\n    extended: {{count: extension, {}}}"


@pytest.mark.parametrize(
    ("before", "after", "instead"),
    [
        ("within: 10 days", "within: assigned", "due: assigned"),
        ("within: 10 days", "within: 'add_days(date, 3)'", "due: add_days(date, 3)"),
        ("done: reported", EXTENDED.format("by: new_date"), "to: new_date"),
        ("done: reported", EXTENDED.format("within: new_date"), "to: new_date"),
    ],
)
def test_the_key_for_a_day_is_named(before: str, after: str, instead: str) -> None:
    assert helped(before, after) == (
        f"要的是这一天的，写 {instead}；要长短的，",
        f"for that day write {instead}; for a length ",
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("within: 10 days", "within: 10"),
        ("within: 10 days", "within: workdays"),
        ("done: reported", EXTENDED.format("by: 5 workdays, before: new_date")),
        ("done: reported", "done: reported\n    lead: received"),
    ],
)
def test_where_no_day_is_meant_or_none_can_be_stated(before: str, after: str) -> None:
    assert helped(before, after) == ("", "")
