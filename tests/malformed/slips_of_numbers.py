"""Numbers that the words of the document do not have, and words that are gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from malformed_slip import Slip, Sort, put, text_of, value
from malformed_source import Source, Spot

from supervision_rules import nodes

LENGTH = re.compile(r"(\d+) (workdays|days|months|hours)")
LIMITS = ("at_most", "at_least", "max", "percent", "base", "most")


def argued(source: Source, spot: Spot) -> bool:
    """Whether a number may stand without words: it, or the rule, says why."""
    return any(
        isinstance(other.owner, nodes.Mapping)
        and other.path[-1] == "unquoted"
        and spot.path[: len(other.path) - 1] == other.path[:-1]
        for other in source.spots
    )


def in_rules(source: Source) -> Iterator[Spot]:
    yield from (spot for spot in source.spots if spot.path[0] == "rules" and not argued(source, spot))


def another_length(source: Source) -> Iterator[Slip]:
    """97 instead of the number of days; the number is told, not the words."""
    for spot in in_rules(source):
        match = LENGTH.fullmatch(text_of(spot) or "")
        if match:
            yield value(source, spot, f"97 {match[2]}", "SR310")


def another_basis(source: Source) -> Iterator[Slip]:
    """Days where the words say working days, and the other way round."""
    for spot in in_rules(source):
        match = LENGTH.fullmatch(text_of(spot) or "")
        if match and match[2] in ("workdays", "days"):
            yield value(source, spot, f"{match[1]} {'days' if match[2] == 'workdays' else 'workdays'}", "SR318")


def another_number(*roles: str, number: str = "97", codes: tuple[str, ...] = ("SR310",), taken: bool = False) -> Sort:
    """Another number; with ``taken`` not under the options of readings, since it is proved of those taken alone."""

    def sort(source: Source) -> Iterator[Slip]:
        for spot in in_rules(source):
            if taken and spot.below_option:
                continue
            if spot.role in roles and isinstance(spot.node, nodes.Scalar) and type(spot.node.value) is int:
                yield value(source, spot, number, *codes)

    return sort


def another_in_expression(source: Source) -> Iterator[Slip]:
    """97 instead of a number in an expression."""
    for spot in in_rules(source):
        if not isinstance(spot.node, nodes.Scalar) or text_of(spot) is None or spot.role in ("words", "label"):
            continue
        raw, start = source.raw(spot.node.span), source.start(spot.node.span)
        match = re.search(r"(?<=[<>=] )\d+", raw)
        if match and match[0] not in ("0", "100"):
            place = start + match.start()
            yield put(source, spot, place, place + len(match[0]), "97", "SR310")


def another_in_words(source: Source) -> Iterator[Slip]:
    """Another number in the words: told there, or at the number that no longer stands in them."""
    for spot in in_rules(source):
        if spot.role != "words" or not isinstance(spot.node, nodes.Scalar):
            continue
        rule = next(each for each in source.spots if each.path == spot.path[:2])
        for match in list(re.finditer(r"\d+", source.raw(spot.node.span)))[:1]:
            place = source.start(spot.node.span) + match.start()
            told = set(range(rule.node.span.line, rule.node.span.end_line + 1))
            if _stands_elsewhere(match[0], source.raw(rule.node.span)):
                continue
            yield put(source, spot, place, place + len(match[0]), "97", "SR310", "SR318", lines=told, most=2)


def _stands_elsewhere(number: str, rule: str) -> bool:
    """Whether the words of a rule say a number more than once, in figures or not."""
    figures = re.findall(rf"(?<!\d){number}(?!\d)(?=[^,\n]*[一-龥])", rule)
    return len(figures) > 1 or (len(number) == 1 and "零一二三四五六七八九"[int(number)] in rule)


def words_gone(new: str, *codes: str, needed: bool = False) -> Sort:
    """Words that say nothing. With ``needed`` only where there must be some: else none is as good."""

    def sort(source: Source) -> Iterator[Slip]:
        for spot in source.spots:
            must_be = spot.path[0] == "readings" or spot.path[-2:] == ("cite", "words")
            if spot.path[-1] == "words" and spot.path[0] in ("rules", "readings") and (must_be or not needed):
                yield value(source, spot, new, *codes, most=1)

    return sort


SORTS: dict[str, Sort] = {
    "length not in the words": another_length,
    "days for working days": another_basis,
    "limit not in the words": another_number(*LIMITS),
    "price not in the words": another_number("each", "table"),
    "number in an expression not in the words": another_in_expression,
    "number in the words is another": another_in_words,
    "limit negative": another_number(*LIMITS, number="-3", codes=()),
    "limit with a fraction": another_number("at_most", "at_least", number="2.5", codes=("SR107",)),
    "quota of none": another_number("at_most", number="0", codes=("SR370",), taken=True),
    "words emptied": words_gone('""', "SR124"),
    "words blank": words_gone('" "', "SR124"),
    "words left open": words_gone("", "SR122", "SR106", needed=True),
    "words of no item": words_gone("[]", "SR118", "SR106"),
    "words as a number": words_gone("5", "SR106"),
}
