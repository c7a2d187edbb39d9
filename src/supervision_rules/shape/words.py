"""Which code tells which error of pydantic, and with what words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping as Words
from types import MappingProxyType
from typing import Final
from unicodedata import normalize

from supervision_rules.catalogue import CODES, Bilingual
from supervision_rules.catalogue.shape import PATTERNS
from supervision_rules.diagnostics import NOTHING
from supervision_rules.nodes import Mapping, Node, Scalar, Sequence
from supervision_rules.nodes.numerals import NUMERALS, chinese
from supervision_rules.shape.base import NOT_BLANK
from supervision_rules.shape.places import Fault

TYPES: Final = MappingProxyType(
    {
        "string_type": "SR106",
        "int_type": "SR107",
        "int_from_float": "SR107",
        "float_type": "SR108",
        "decimal_type": "SR108",
        "bool_type": "SR109",
        "model_type": "SR110",
        "model_attributes_type": "SR110",
        "dict_type": "SR110",
        "mapping_type": "SR110",
        "list_type": "SR111",
        "tuple_type": "SR111",
        "set_type": "SR111",
        "frozen_set_type": "SR111",
        "iterable_type": "SR111",
        "date_type": "SR112",
        "date_parsing": "SR112",
        "date_from_datetime_parsing": "SR112",
    }
)
CHOICES: Final = MappingProxyType(
    {"literal_error": "expected", "enum": "expected", "union_tag_invalid": "expected_tags"}
)
BOUNDS: Final = MappingProxyType(
    {
        "greater_than": ("gt", ">"),
        "greater_than_equal": ("ge", ">="),
        "less_than": ("lt", "<"),
        "less_than_equal": ("le", "<="),
    }
)
LENGTHS: Final = MappingProxyType(
    {
        "string_too_short": ("SR115", "min_length"),
        "string_too_long": ("SR116", "max_length"),
        "too_short": ("SR118", "min_length"),
        "too_long": ("SR119", "max_length"),
    }
)
CHOICE: Final = re.compile(r"'((?:[^'\\]|\\.)*)'|([\w.-]+)")
WRITTEN_NUMBER: Final = re.compile(
    r"\s*(?P<number>-?(?:0|[1-9][0-9]{0,2}(?:, ?[0-9]{3})+|[1-9][0-9]*)(?:\.[0-9]+)?)\s*[\u4e00-\u9fff]{0,3}\s*"
)
CHINESE_NUMBER: Final = re.compile(rf"(?P<number>[{''.join(sorted(NUMERALS))}]+)[分个次件名家项条日天人倍]?")
COMMA: Final = re.compile(", ?")
OWN_CODE: Final = re.compile(r"SR[0-9]{3}")


def is_type_fault(fault: Fault) -> bool:
    """Whether a value of another type was written than the model wants."""
    return fault.type in TYPES or fault.type in ("is_instance_of", "none_required")


def is_number_fault(fault: Fault) -> bool:
    """Whether a number was wanted, whole or not."""
    return TYPES.get(fault.type) in ("SR107", "SR108") or fault.words.get("class") == "Decimal"


def number_code(faults: Iterable[Fault]) -> str:
    """What tells of a value where a number would do: whole numbers alone, or any."""
    codes = {TYPES.get(fault.type) for fault in faults if is_number_fault(fault)}
    return "SR107" if codes == {"SR107"} else "SR108"


def shown(node: Node) -> str:
    """What was written, as a message shows it: a quoted value in its quotes, a collection as its brackets."""
    match node:
        case Scalar(value=None):
            return "null"
        case Scalar():
            return node.text if node.plain else f'"{node.text}"'
        case Sequence():
            return "[…]"
        case Mapping():
            return "{…}"


def number_in(node: Node) -> str:
    """The number that was meant by one with a unit, in quotes, in full width, in Chinese or with commas; a dash for all
    else."""
    if not isinstance(node, Scalar):
        return NOTHING
    text = normalize("NFKC", node.text).strip()
    found, said = WRITTEN_NUMBER.fullmatch(text), CHINESE_NUMBER.fullmatch(text)
    return COMMA.sub("", found["number"]) if found else str(chinese(said["number"])) if said else NOTHING


def choices(fault: Fault) -> list[str]:
    """The values that a choice allows, out of pydantic's words (``'a', 'b' or 3``)."""
    found = CHOICE.findall(str(fault.words.get(CHOICES[fault.type], "")))
    return [quoted or bare.lower() for quoted, bare in found if bare != "or"]


def phrase(fault: Fault, node: Node) -> tuple[str, Words[str, object]]:
    """Code and words for a fault of a value that is neither a key's nor a choice's; ``node`` is the value."""
    given = shown(node)
    if fault.type == "SR159" and isinstance(node, Scalar):
        return "SR122", {}
    if OWN_CODE.fullmatch(fault.type) and fault.type in CODES:
        return fault.type, fault.words
    if (is_type_fault(fault) or fault.type == "union") and isinstance(node, Scalar) and node.value is None:
        return "SR122", {}
    if fault.type in BOUNDS:
        word, sign = BOUNDS[fault.type]
        return "SR114", {"given": given, "bound": f"{sign} {fault.words[word]}"}
    if fault.type in LENGTHS:
        code, word = LENGTHS[fault.type]
        return code, {"limit": fault.words[word]}
    return _other(fault, given, number_in(node))


def _mismatch(pattern: str, given: str) -> tuple[str, Words[str, object]]:
    """A text that is blank, or not of the form that is wanted, which is said in words where there are some."""
    if pattern == NOT_BLANK:
        return "SR124", {}
    return "SR117", {"given": given.strip('"'), "form": Bilingual(*PATTERNS.get(pattern, (pattern, pattern)))}


def _other(fault: Fault, given: str, number: str) -> tuple[str, Words[str, object]]:
    is_decimal = fault.type == "is_instance_of" and fault.words.get("class") == "Decimal"
    if fault.type == "union" and number == given and "." in number:  # only a whole one will do
        return "SR107", {"given": given, "hint": NOTHING}
    if is_decimal or (fault.type == "union" and "number" in fault.words and number != NOTHING):
        code = str(fault.words.get("number", "SR108"))
        return code, {"given": given, "hint": NOTHING if code == "SR107" and "." in number else number}
    if fault.type in TYPES:
        code = TYPES[fault.type]
        meant = number if code == "SR108" or (code == "SR107" and "." not in number) else NOTHING
        return code, {"given": given, "hint": meant, "keys": NOTHING}
    if fault.type == "string_pattern_mismatch":
        return _mismatch(str(fault.words["pattern"]), given)
    if fault.type in ("union", "none_required"):
        return "SR120" if fault.type == "union" else "SR121", {"given": given}
    return "SR123", {"detail": fault.words.get("error", fault.message)}
