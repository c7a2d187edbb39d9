"""Values of another type or form than their keys ask for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from malformed_slip import Slip, Sort, text_of, value
from malformed_source import Source, Spot

from supervision_rules import nodes

DATE = re.compile(r"\d{4}-\d\d-\d\d")
LENGTH = re.compile(r"(\d+) (workdays|days|months|hours)")
IDS = ("id", "pack", "step")
CHOSEN = ("severity", "effect", "ties", "round", "order", "day_unit", "kind", "type", "roll", "mode", "taken", "each")
"""Keys of which the values are words out of a list."""
EITHER = ("words", "among", "within", "once_per", "same", "differ", "copies", "states", "severity")
"""Keys that take a list as well as one of what it lists, or anything else."""
MAY_BE_EMPTY = ("rules", "readings", "facts")
"""A pack may begin without them; what names one of them is then told wherever it does."""
Test = Callable[[Spot], bool]


def typed(kind: type) -> Test:
    return lambda spot: isinstance(spot.node, nodes.Scalar) and type(spot.node.value) is kind and spot.role != "words"


def formed(pattern: re.Pattern[str]) -> Test:
    return lambda spot: pattern.fullmatch(text_of(spot) or "") is not None and not spot.path[-1].startswith("words")


def called(*roles: str) -> Test:
    return lambda spot: spot.role in roles and spot.key is not None and text_of(spot) is not None


def is_label(spot: Spot) -> bool:
    return text_of(spot) is not None and spot.role in (
        "label",
        "title",
        "issuer",
        "clause",
        "reason",
        "outcome",
        "acts",
    )


def is_no_expression(spot: Spot) -> bool:
    """A number for which no expression may stand, nor a text with the same number."""
    return typed(int)(spot) and spot.role not in ("at_most", "each")


def is_list(spot: Spot) -> bool:
    return isinstance(spot.node, nodes.Sequence) and spot.role not in (*EITHER, *MAY_BE_EMPTY) and spot.key is not None


def is_mapping(spot: Spot) -> bool:
    return isinstance(spot.node, nodes.Mapping) and spot.key is not None and not spot.is_open and spot.role != "code"


def is_number_of_days(spot: Spot) -> bool:
    return formed(LENGTH)(spot) and spot.role in ("within", "at_least")


def becomes(test: Test, new: str | Callable[[str], str], *codes: str, most: int = 1) -> Sort:
    """Each value that the test is for becomes another."""

    def sort(source: Source) -> Iterator[Slip]:
        for spot in source.spots:
            if not test(spot):
                continue
            old = source.raw(spot.node.span)
            made = new if isinstance(new, str) else new(old)
            if made != old:
                # What begins on the line of its key may be told there.
                yield value(source, spot, made, *codes, most=most)

    return sort


def with_unit(unit: str) -> Callable[[str], str]:
    return lambda old: f"{LENGTH.fullmatch(old)[1]}{unit}"  # type: ignore[index]


def number(change: str) -> Callable[[str], str]:
    return lambda old: LENGTH.sub(rf"{change} \2", old)


SORTS: dict[str, Sort] = {
    "number as a Chinese numeral": becomes(typed(int), "六"),
    "number as a word": becomes(typed(int), "six"),
    "number in a list": becomes(typed(int), "[6]"),
    "number as a mapping": becomes(typed(int), lambda old: f"{{six: {old}}}"),
    "number in quotes": becomes(is_no_expression, lambda old: f'"{old}"'),
    "number with a unit": becomes(typed(int), lambda old: f"{old}分"),
    "number full-width": becomes(typed(int), "６"),
    "number with a separator": becomes(is_no_expression, "1,000"),
    "number too long": becomes(typed(int), "9" * 16, "SR022"),
    "number octal": becomes(typed(int), "012", "SR020"),
    "truth as 是": becomes(typed(bool), "是"),
    "truth as yes": becomes(typed(bool), "yes", "SR018"),
    "truth as 1": becomes(typed(bool), "1"),
    "truth as True": becomes(typed(bool), "True", "SR018"),
    "date not in the calendar": becomes(formed(DATE), "2021-02-30", "SR113"),
    "date in a thirteenth month": becomes(formed(DATE), "2021-13-01", "SR113"),
    "date with slashes": becomes(formed(DATE), "2021/06/21", "SR112"),
    "date in Chinese": becomes(formed(DATE), "2021年6月21日", "SR112"),
    "date as a serial number": becomes(formed(DATE), "44368", "SR112"),
    "date without noughts": becomes(formed(DATE), "2021-6-1", "SR112"),
    "date without a day": becomes(formed(DATE), "2021-06", "SR112"),
    "length without unit": becomes(is_number_of_days, with_unit(""), "SR152"),
    "length in a misspelt unit": becomes(is_number_of_days, with_unit(" wrokdays"), "SR152"),
    "length in Chinese": becomes(is_number_of_days, with_unit("个工作日"), "SR152"),
    "length in bare 日": becomes(is_number_of_days, with_unit("日"), "SR152"),
    "length of none": becomes(is_number_of_days, number("0"), "SR152"),
    "length negative": becomes(is_number_of_days, number("-3"), "SR152"),
    "length with a fraction": becomes(is_number_of_days, number("2.5"), "SR152"),
    "length in a Chinese numeral": becomes(is_number_of_days, number("五"), "SR152"),
    "id with capitals": becomes(called(*IDS), str.upper, "SR117"),
    "id in Chinese": becomes(called(*IDS), "办结", "SR117"),
    "id with a blank": becomes(called(*IDS), lambda old: f"{old} 2", "SR117"),
    "id with a dot": becomes(called(*IDS), lambda old: f"{old}.x", "SR117"),
    "id as a number": becomes(called(*IDS), "5", "SR106"),
    "id emptied": becomes(called(*IDS), '""'),
    "id left open": becomes(called(*IDS), ""),
    "word out of no list": becomes(called(*CHOSEN), lambda old: f"{old}q"),
    "word with capitals": becomes(called(*CHOSEN), str.upper),
    "label emptied": becomes(is_label, '""', "SR124"),
    "label left open": becomes(is_label, "", "SR122"),
    "label as a number": becomes(is_label, "5", "SR106"),
    "label as a list": becomes(is_label, "[办结, 回复]", "SR106"),
    "label as a mapping": becomes(is_label, "{办结: 回复}", "SR106"),
    "label as null": becomes(is_label, "null", "SR122"),
    "list as a text": becomes(is_list, "无"),
    "list left open": becomes(is_list, ""),
    "list emptied": becomes(is_list, "[]"),
    "list as a mapping": becomes(is_list, "{x: 1}"),
    "mapping as a text": becomes(is_mapping, "无"),
    "mapping as a list": becomes(is_mapping, "[无]"),
    "mapping emptied": becomes(is_mapping, "{}", most=2),
    "version short": becomes(called("version"), '"1.0"', "SR117"),
    "digest short": becomes(called("digest"), "abc123", "SR117"),
    "jurisdiction unknown": becomes(called("jurisdiction"), "CN-XX", "SR315"),
}
