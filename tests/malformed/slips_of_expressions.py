"""Slips within expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from malformed_slip import Slip, Sort, put
from malformed_source import Source, Spot

from supervision_rules import nodes

ROLES = (
    *("when", "where", "require", "value", "take", "start", "done", "due", "exempt", "left_out", "consent"),
    *("judgement", "for_period", "end", "base", "by"),
)
"""The keys of expressions."""
WORD = r"(?<![\w\"])[a-z][a-z0-9_]*(?![\w\"(])"
RESERVED = ("and", "or", "not", "in", "if", "else", "true", "false", "as_of")
COMPARED = r'(?P<name>[a-z]\w*) (?P<sign>==|!=) (?P<text>"[a-z_]+")'


def expressions(source: Source) -> Iterator[Spot]:
    for spot in source.spots:
        if spot.role in ROLES and isinstance(spot.node, nodes.Scalar) and isinstance(spot.node.value, str):
            yield spot


def turned(old: str, new: str, *codes: str, most: int = 1, shielded: bool = False) -> Sort:
    """The first stretch of each expression that a pattern fits becomes another; ``shielded`` in quotes of YAML."""

    def sort(source: Source) -> Iterator[Slip]:
        for spot in expressions(source):
            raw, start = source.raw(spot.node.span), source.start(spot.node.span)
            for match in re.finditer(old, raw):
                if match[0] in RESERVED or '"' in new and raw.startswith('"'):
                    continue
                made = raw[: match.start()] + match.expand(new) + raw[match.end() :]
                made = _quoted(made) if shielded else made
                line = source.line_at(start + match.start())
                yield put(source, spot, start, source.end(spot.node.span), made, *codes, lines={line}, most=most)
                break

    return sort


def conditions(new: str) -> Sort:
    """Something else in the place of a condition."""

    def sort(source: Source) -> Iterator[Slip]:
        for spot in expressions(source):
            span = spot.node.span
            if spot.role in ("when", "where", "require") and span.line == span.end_line:
                yield put(source, spot, source.start(span), source.end(span), new, "SR232", "SR120")

    return sort


def _quoted(text: str) -> str:
    return text if text[0] in "\"'>" else f"'{text}'"


SORTS: dict[str, Sort] = {
    "single =": turned(r" == ", " = "),
    "== full-width": turned(r" == ", " ＝＝ ", "SR204"),
    "===": turned(r" == ", " === "),
    "<> for !=": turned(r" [!=]= ", " <> "),
    "≥": turned(r" >= ", " ≥ ", "SR204", "SR205"),
    "≤": turned(r" <= ", " ≤ ", "SR204", "SR205"),
    "=>": turned(r" >= ", " => "),
    "=<": turned(r" <= ", " =< "),
    "&&": turned(r" and ", " && ", "SR205"),
    "||": turned(r" or ", " || ", "SR205"),
    "AND": turned(r" and ", " AND "),
    "并且": turned(r" and ", " 并且 ", "SR206"),
    "或者": turned(r" or ", " 或者 ", "SR206"),
    "不是": turned(r"(?<!\w)not ", "不是 "),
    "! for not": turned(r"(?<!\w)not ", "! ", shielded=True),
    "and and": turned(r" and ", " and and "),
    "and left out": turned(r" and ", " "),
    "name left out": turned(rf" and (?!not){WORD}(?= and| or|$)", " and"),
    "quotes curly": turned(r'"([a-z_]+)"', "“\\1”"),
    "quotes left out": turned(r'"([a-z_]+)"', r"\1"),
    "quote not closed": turned(r'"([a-z_]+)"', r'"\1', shielded=True),
    "bracket not closed": turned(r"\)", "", shielded=True),
    "bracket not opened": turned(r"(?<=\w)\(", " ", shielded=True),
    "bracket full-width": turned(r"\(", "（", shielded=True),
    "brackets full-width": turned(r"\(([^()]*)\)", r"（\1）", shielded=True, most=2),
    "square bracket not closed": turned(r"\]", "", shielded=True),
    "comma full-width": turned(r", ", "，", shielded=True),
    "function unknown": turned(r"(?<!\w)([a-z_]+)\(", r"\1q(", "SR219"),
    "function with a capital": turned(r"(?<!\w)known\(", "Known(", "SR219"),
    "function without brackets": turned(r"known\((\w+)\)", r"known \1"),
    "function without argument": turned(r"known\((\w+)\)", "known()", "SR221"),
    "argument too many": turned(r"known\((\w+)\)", r"known(\1, \1)", "SR221", shielded=True),
    "name misspelt": turned(WORD, r"\g<0>q"),
    "name with a capital": turned(r"(?<![\w\"])([a-z])([a-z]\w*_\w+)(?![\w\"(])", r"X\2", "SR218"),
    "name with a hyphen": turned(r"(?<![\w\"])([a-z]+)_([a-z]+)(?![\w\"(])", r"\1-\2"),
    "name with a dot": turned(r"(?<![\w\"])(?!is_)([a-z]+)_(?!class)([a-z]+)(?![\w\"(])", r"\1.\2"),
    "name in Chinese": turned(WORD, "层级"),
    "level unknown": turned(r'== "([a-z_]+)"', r'== "\1q"', "SR227"),
    "level unknown in a list": turned(r'"([a-z_]+)"(?=[,\]])', r'"\1q"', "SR227"),
    "level by its label": turned(r'== "([a-z_]+)"', '== "市级"', "SR227"),
    "level as a number": turned(r'== "([a-z_]+)"', "== 0", "SR225"),
    "level as a truth": turned(r'== "([a-z_]+)"', "== true", "SR225"),
    "level compared by size": turned(COMPARED, r"\g<name> + \g<text>"),
    "number as a text": turned(r"([<>]=?) \d+", r'\1 "2"'),
    "date as a text": turned(r"(?<![<>=] )date(?= [<>])", '"2021-01-01"'),
    "date written out": turned(r"(?<=[<>]= )(date|as_of)(?!\w|\()", "2021-06-30"),
    "in without list": turned(r" in \[[^\]]*\]", ' in "city"', "SR228", shielded=True),
    "contains": turned(r" in \[", " contains [", shielded=True),
    "is for ==": turned(r" == ", " is "),
    "sum of texts": turned(COMPARED, r"\g<text> + \g<text>"),
    "power": turned(r" \* ", " ** "),
    "× for *": turned(r" \* ", " × ", "SR204", "SR205"),
    "÷ for /": turned(r" / ", " ÷ ", "SR204", "SR205"),
    "per cent": turned(r"([<>]=?) (\d+)$", r"\1 \2%"),
    "length in an expression": turned(r"([<>]=?) (\d+)$", r"\1 \2 days"),
    "field of a field": turned(rf"^{WORD}", r"\g<0>.x"),
    "place in a list": turned(rf"^{WORD}", r"\g<0>[0]", shielded=True),
    "nothing but a sign": turned(r"^[^>].*$", "=="),
    "always true": turned(COMPARED, r"\g<text> == \g<text>"),
    "compared with itself": turned(COMPARED, r"\g<name> == \g<name>"),
    "number for a condition": conditions("5"),
    "date for a condition": conditions("as_of"),
    "text for a condition": conditions("'\"city\"'"),
    "emptied": turned(r"^[^>].*$", '""'),
    "a semicolon": turned(r"$", ";"),
    "a full stop": turned(r"$", "。"),
}
