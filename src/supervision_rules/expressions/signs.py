"""The signs and words of expressions, and those that are written in their place."""

from __future__ import annotations

from collections.abc import Mapping
from keyword import iskeyword
from types import MappingProxyType
from typing import Final

from supervision_rules.diagnostics import NOTHING

OPERATOR_WORDS: Final = frozenset({"and", "or", "not", "in", "if", "else"})
LITERAL_WORDS: Final = frozenset({"true", "false", "True", "False"})
NOTHING_WORDS: Final = frozenset({"None", "null", "none", "NULL"})
SWALLOWING: Final = frozenset({'"', "'", "#"})
OPENING: Final = MappingProxyType({"(": ")", "[": "]"})
SYMBOLS: Final = frozenset("+-*/,<>()[]") | {"==", "!=", "<=", ">="}
INFIX: Final = (SYMBOLS | OPERATOR_WORDS) - {"not", "-", "+", "(", ")", "[", "]"}
FOREIGN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "=": "==", "===": "==", "!==": "!=", ">==": ">=", "<==": "<=", "<>": "!=", "=>": ">=", "=<": "<=",
        "!": "not", "&&": "and", "&": "and",
        "||": "or", "|": "or", "≥": ">=", "≧": ">=", "⩾": ">=", "≤": "<=", "≦": "<=", "⩽": "<=", "≠": "!=",
        "×": "*", "÷": "/", "−": "-", "–": "-", "—": "-", "∧": "and", "∨": "or", "¬": "not", "∈": "in",
        "、": ",", "。": ".", "【": "[", "】": "]", "〔": "[", "〕": "]", "is": "==", "contains": "in",
    }
)  # fmt: skip
CHINESE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "且": "and", "并且": "and", "而且": "and", "同时": "and", "和": "and", "与": "and", "或": "or", "或者": "or",
        "非": "not", "不是": "!=", "不": "not", "是": "==", "等于": "==", "不等于": "!=", "大于": ">", "小于": "<",
        "大于等于": ">=", "小于等于": "<=", "超过": ">", "不超过": "<=", "不少于": ">=", "不足": "<", "属于": "in",
        "不属于": "not in", "加": "+", "减": "-", "乘": "*", "除以": "/", "如果": "if", "否则": "else",
    }
)  # fmt: skip
AS_DIGITS: Final = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
"""The letters that are taken for digits."""
ORDERED: Final = frozenset(("<", ">", "<=", ">=", "+", "-", "*", "/"))
"""The signs beside which only a number, or a day, makes sense."""
TRUTH: Final[Mapping[str, str]] = MappingProxyType({"是": "true", "否": "false", "真": "true", "假": "false"})
CURLY: Final[Mapping[str, str]] = MappingProxyType(dict.fromkeys("“”„＂「」『』", '"') | dict.fromkeys("‘’＇", "'"))


def is_word(name: str) -> bool:
    """Whether expressions have this word for something else than a name."""
    return name in OPERATOR_WORDS | LITERAL_WORDS | NOTHING_WORDS or iskeyword(name)


def stretch(sign: str, before: str, after: str) -> str:
    """How a range that is written as 60~90 is stated; a dash where it is none."""
    return f"{before} <= … < {after}" if sign in "~～" and (before + after).isdecimal() else NOTHING


def as_digits(number: str) -> Mapping[str, str]:
    """The letter in a number that was taken for a digit, and the number that was meant; dashes where there is none."""
    meant = number.translate(AS_DIGITS)
    letter = next((sign for sign in number if ord(sign) in AS_DIGITS), None)
    plain = letter is not None and meant.replace(".", "", 1).isdecimal()
    return {"letter": letter if plain and letter else NOTHING, "meant": meant if plain else NOTHING}
