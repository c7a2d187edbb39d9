"""The tokens of an expression: what stands side by side, and whether it ends or begins a value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from supervision_rules.expressions.signs import OPENING, OPERATOR_WORDS

TOKEN: Final = re.compile(
    r"""(?P<blank>\ +)
    |(?P<text>"[^"]*"|'[^']*')
    |(?P<curly>[“”„＂][^“”„＂"]*[“”„＂"]|[‘’＇][^‘’＇']*[‘’＇']|「[^」]*」|『[^』]*』)
    |(?P<date>[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\.[0-9]{1,2}\.|年[0-9]{1,2}月)[0-9]{1,2}日?(?![\w.]))
    |(?P<number>[0-9][0-9A-Za-z_.]*|\.[0-9][0-9A-Za-z_.]*)
    |(?P<word>[A-Za-z_][A-Za-z0-9_]*)
    |(?P<foreign>(?:(?![\x00-\x7f])\w)+)
    |(?P<symbol>(?=[<>=!&|]*\ *[＜＞＝！＆｜])(?:[<>!＜＞！]\ *[=＝]{1,2}|[=＝]{2,3}|[=＝][<>＜＞]
        |[<＜][>＞]|[&＆]{2}|[|｜]{2})|>==|<==|===|!==|==|!=|<=|>=|=>|=<|<>|<<|>>|&&|\|\||\*\*|//|:=|->|.)""",
    re.VERBOSE | re.DOTALL,
)
THOUSAND: Final = re.compile("[0-9]{3}")
LEADING: Final = re.compile("[1-9][0-9]{0,2}(?:,[0-9]{3})*")


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text, blanks left out."""
    found = (match for match in TOKEN.finditer(text) if match.lastgroup != "blank")
    return grouped([Token(str(match.lastgroup), match.group(), match.start()) for match in found])


def grouped(tokens: list[Token]) -> list[Token]:
    """The tokens, with a number of which commas part the thousands, outside of brackets, as one."""
    found: list[Token] = []
    depth = 0
    for token in tokens:
        depth += (token.text in OPENING) - (token.text in OPENING.values())
        pair = found[-2:]
        if depth == 0 and THOUSAND.fullmatch(token.text) and _is_led(pair, token):
            found[-2:] = [Token("number", f"{pair[0].text},{token.text}", pair[0].start)]
        else:
            found.append(token)
    return found


def _is_led(pair: list[Token], token: Token) -> bool:
    """Whether a number and a comma stand right before ``token``."""
    closed = len(pair) == 2 and pair[0].end == pair[1].start and pair[1].end == token.start
    return closed and LEADING.fullmatch(pair[0].text) is not None and pair[1].text == ","


def ends_value(token: Token) -> bool:
    return token.kind in ("text", "number") or token.text in (")", "]") or is_operand(token)


def starts_value(token: Token) -> bool:
    return token.kind in ("text", "number") or token.text == "(" or is_operand(token)


def follows_closely(one: Token, after: Token) -> bool:
    return after.start == one.end and after.kind in ("word", "foreign", "number")


def opens(token: Token | None) -> bool:
    return token is not None and token.text in OPENING


def is_operand(token: Token) -> bool:
    return token.kind == "word" and token.text not in OPERATOR_WORDS
