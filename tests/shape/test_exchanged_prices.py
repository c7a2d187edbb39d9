"""Prices at other levels than in the words that the rule quotes."""

from __future__ import annotations

import pytest
from test_what_changes_nothing import told

RULE = """\
rules:
  - kind: points
    id: it
    label: 通报扣分
    cite: {clause: 一, words: [%s]}
    of: unit
    window: year
    count: %s
    each: {by: %s, table: {%s}}
    effect: deduct
"""


def amiss(words: str, table: str, count: str = "list_notice", by: str = "level") -> list[str]:
    found = told(RULE % (words, count, by, table))
    assert not any(code.startswith("SR0") for code, _ in found)
    return [message for code, message in found if code == "SR177"]


EACH_APART = "被自治区通报一次扣2分, 被市本级通报一次扣1分"
DUN = "'省级每次扣4分、市级每次扣2分、县级每次扣1分'"
SECOND = "'省级一等4分、二等2分，市级一等2分、二等1分'"
APART = "'省级、市级、县级分别扣4分、2分、1分'"
BARE, RISING = "'分别扣5、3、2分'", "'分别扣2、3、5分'"
IN_A_ROW = "'国家级、省级（省政府）、市级通报的，分别扣5、3、2分'"


@pytest.mark.parametrize(
    ("words", "table", "found"),
    [
        (EACH_APART, "provincial: 2, city: 1", []),
        (EACH_APART, "provincial: 1, city: 2", ["“省级（省、自治区政府）”写的是 1，原话里它是 2"]),
        (EACH_APART, "city: 2, provincial: 1", ["“省级（省、自治区政府）”写的是 1，原话里它是 2"]),
        (EACH_APART + ", 最高扣5分", "provincial: 2, city: 1", []),
        ("扣2分的为省级通报, 扣1分的为市级通报", "provincial: 2, city: 1", []),
        (IN_A_ROW, "national: 5, provincial: 3, city: 2", []),
        (IN_A_ROW, "city: 2, national: 5, provincial: 3", []),
        (IN_A_ROW, "national: 5, provincial: 3, provincial_department: [0, 3], city: 2", []),
        (IN_A_ROW, "national: 3, provincial: 5, city: 2", ["“省级（省、自治区政府）”写的是 5，原话依次是 5、3、2"]),
        (IN_A_ROW, "national: 2, provincial: 3, city: 5", ["“省级（省、自治区政府）”写的是 3，原话依次是 5、3、2"]),
        (DUN, "provincial: 4, city: 2, district: 1", []),
        (DUN, "provincial: 2, city: 4, district: 1", ["“省级（省、自治区政府）”写的是 2，原话里它是 4"]),
        ("'国家级、省级通报扣4分、市级通报扣2分'", "provincial: 4, city: 2", []),
        (
            "'扣4分的为省级、扣2分的为市级'",
            "provincial: 2, city: 4",
            ["“省级（省、自治区政府）”写的是 2，原话里它是 4"],
        ),
        # Of a price without a level the level before it is meant.
        (SECOND, "provincial: 4, city: 2", []),
        (SECOND, "provincial: 2, city: 1", []),
        (APART, "provincial: 4, city: 2, district: 1", []),
        (APART, "provincial: 2, city: 4, district: 1", ["“市级（市政府）”写的是 4，原话依次是 4、2、1"]),
        ("'省级、市级分别扣4分和2分'", "provincial: 2, city: 4", ["“市级（市政府）”写的是 4，原话依次是 4、2"]),
        ("'分别扣4分、2分'", "provincial: 4, city: 2", []),
        ("'省级、市级的，扣4分、2分，最高扣6分'", "provincial: 4, city: 2", []),
        # The words do not name the levels: by the order of the scale, up or down.
        (BARE, "national: 5, provincial: 3, city: 2", []),
        (RISING, "national: 5, provincial: 3, city: 2", []),
        (BARE, "national: 3, provincial: 5, city: 2", ["“省级（省、自治区政府）”写的是 5，原话依次是 5、3、2"]),
        (BARE, "national: 5, provincial: 3, city: 4", []),  # told as a number that the words do not have
    ],
)
def test_each_level_has_the_price_of_its_words(words: str, table: str, found: list[str]) -> None:
    assert amiss(words, table) == found


@pytest.mark.parametrize(("table", "found"), [("red: 10, yellow: 5, blue: 3", 0), ("red: 5, yellow: 10, blue: 3", 1)])
def test_a_level_may_be_named_by_its_first_sign(table: str, found: int) -> None:
    words = "'对应红、黄、蓝三个等级，分别减10、5、3分'"
    assert len(amiss(words, table, "reminder", "colour")) == found


def test_a_table_by_a_reading_has_no_labels_to_hold_it_to() -> None:
    reading = "readings:\n  - {id: way, words: 原话, options: {red: 甲, blue: 乙}, taken: red}\n"
    rule = RULE % ("'分别扣5、3分'", "list_notice", "'reading(\"way\")'", "red: 3, blue: 5")
    codes = [code for code, _ in told(reading + rule)]
    assert not any(code.startswith(("SR0", "SR1")) for code in codes)
