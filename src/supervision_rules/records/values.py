"""Reading single values: from what stands in a file to the value of a field, or the reason why not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from supervision_rules.catalogue import Bilingual
from supervision_rules.records.days import day_exists, in_range, read_day, read_moment
from supervision_rules.records.declarations import FieldSpec
from supervision_rules.records.models import MAX_DIGITS, MAX_ID, MAX_INTEGER, MAX_ITEMS, MAX_TEXT
from supervision_rules.records.register import nearest

Reader = Callable[[object], object]


class Refused(Exception):  # noqa: N818 - not an error: it carries the reason to whoever reads the record
    """Why a value cannot be read: a code and the words of its message."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
_WIDE: Final = re.compile(r"[０-９．－＋，／：]")
_INTEGER: Final = re.compile(r"-?\d{1,15}", re.ASCII)
_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_SERIAL: Final = re.compile(r"[2-7]\d{4}(\.\d+)?", re.ASCII)
_LOOSE_DAY: Final = re.compile(r"(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*[-/.月]?\s*(\d{1,2})\s*日?", re.ASCII)
_SEPARATOR: Final = re.compile(r"[;；\n]")
_SERIAL_ORIGIN: Final = date(1899, 12, 30)
_EXAMPLE: Final = "2021-07-01"
_SHOWN_CHOICES: Final = 8

_WORDS: Final[Mapping[str, Bilingual]] = {
    "text": Bilingual("文字（用引号括起来）", "a text (in quotation marks)"),
    "bool": Bilingual("true（是）或 false（否），不加引号", "true or false, without quotation marks"),
    "number": Bilingual("数", "a number"),
    "integer": Bilingual("整数", "a whole number"),
    "date": Bilingual('日期（如 "2021-07-01"）', 'a date (as "2021-07-01")'),
    "choice": Bilingual("选项", "a choice"),
    "texts": Bilingual("多条文字（[…]）", "a list of texts"),
    "units": Bilingual("多个单位（[…]）", "a list of units"),
}
_CELL_TRUTH: Final = Bilingual("是或否", "是 (yes) or 否 (no)")
_GIVEN: Final[Mapping[type, Bilingual]] = {
    str: Bilingual("文字", "a text"),
    bool: Bilingual("是否（true、false）", "true or false"),
    int: Bilingual("整数", "a whole number"),
    Decimal: Bilingual("小数", "a decimal"),
    list: Bilingual("一组值（[…]）", "a list"),
    dict: Bilingual("一组字段（{…}）", "an object"),
    type(None): Bilingual("空（null）", "nothing"),
}
_TRUTH: Final[Mapping[str, bool]] = {
    "是": True,
    "否": False,
    "true": True,
    "false": False,
    "TRUE": True,
    "FALSE": False,
}


def given(value: object) -> Bilingual | str:
    """What sort of value was written, for people."""
    return _GIVEN.get(type(value), type(value).__name__)


def reader(spec: FieldSpec, *, cells: bool) -> Reader:
    """What reads the values of a field: from JSON values, or from the text of table cells."""
    match spec.type:
        case "choice":
            return choice_reader(spec.levels or {})
        case "number" | "integer":
            return _bounded(spec, _number_cell(spec.type) if cells else _number_value(spec.type))
        case "bool":
            return _truth_cell if cells else _truth_value
        case "texts" | "units":
            one = _text if spec.type == "texts" else identifier
            return _items_cell(one) if cells else _items_value(spec.type, one)
        case "text":
            return _text
        case "date" | "moment":
            return day if spec.type == "date" else moment
        case _:
            return identifier


def choice_reader(levels: Mapping[str, str]) -> Reader:
    """Reads a choice written as its code or its label."""
    codes = {label: code for code, label in levels.items()} | {code: code for code in levels}

    def read(value: object) -> object:
        code = codes.get(value) if isinstance(value, str) else None
        if code is not None:
            return code
        if not isinstance(value, str):
            raise _mismatch("choice", value)
        raise Refused("SR529", value=value, choices=_choices(levels), nearest=nearest(value, codes))

    return read


def _choices(levels: Mapping[str, str]) -> Bilingual:
    """The choices in words; of very many the first, and how many there are."""
    first = list(levels.items())[:_SHOWN_CHOICES]
    chinese, english = "、".join(f"{label}（{code}）" for code, label in first), ", ".join(code for code, _ in first)
    if len(first) == len(levels):
        return Bilingual(chinese, english)
    return Bilingual(f"{chinese}等 {len(levels)} 种", f"{english} … ({len(levels)} in all)")


def day(value: object) -> object:
    """A day written as YYYY-MM-DD, or the Shanghai day of a moment."""
    return _dated(value, read_day)


def moment(value: object) -> object:
    """A day with its time of day in Shanghai, as far as it is written."""
    return _dated(value, read_moment)


def _dated(value: object, reading: Callable[[str], date | None]) -> date:
    if not isinstance(value, str):
        raise _mismatch("date", value)
    try:
        read = reading(value)
    except ValueError:
        raise Refused("SR550" if day_exists(value) else "SR526", value=value) from None
    except OverflowError:
        raise Refused("SR526", value=value) from None
    if read is None:
        raise _not_a_day(value)
    if not in_range(read):
        raise Refused("SR531", value=value)
    return read


def identifier(value: object) -> object:
    """An id or a name: not empty, on one line, no blanks around it."""
    text = _text(value)
    if not text or text != text.strip() or len(text) > MAX_ID or "\n" in text:
        raise Refused("SR533", value=text, fault=_fault(text), limit=MAX_ID)
    return text


def _fault(text: str) -> Bilingual:
    """What is wrong with an identifier."""
    if not text.strip():
        return Bilingual("是空的", "is empty")
    if text != text.strip():
        return Bilingual("前后有空格", "has blanks around it")
    if "\n" in text:
        return Bilingual("里有换行", "holds the end of a line")
    return Bilingual(f"超过 {MAX_ID} 个字", f"has more than {MAX_ID} characters")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _mismatch("text", value)
    if len(value) > MAX_TEXT:
        raise Refused("SR514", what=Bilingual("一处文字的字数", "characters of a text"), limit=MAX_TEXT)
    if not value.isprintable() and (hidden := _HIDDEN.search(value)):
        raise Refused("SR532", character=f"U+{ord(hidden[0]):04X}")
    return value


def _not_a_day(value: str) -> Refused:
    if _WIDE.search(value):
        return _wide(value)
    if _SERIAL.fullmatch(value):
        return Refused("SR527", value=value, day=_SERIAL_ORIGIN + timedelta(days=int(value[:5])))
    loose = _LOOSE_DAY.fullmatch(value.strip())
    if loose is None:
        return Refused("SR525", value=value, example=_EXAMPLE)
    try:
        return Refused("SR525", value=value, example=date(int(loose[1]), int(loose[2]), int(loose[3])))
    except ValueError:
        return Refused("SR526", value=value)


def _wide(value: str) -> Refused:
    return Refused("SR528", value=value, mend=unicodedata.normalize("NFKC", value))


def _mismatch(expected: str, value: object) -> Refused:
    return Refused("SR524", expected=_WORDS[expected], given=given(value))


def _number_value(kind: str) -> Reader:
    allowed = (int,) if kind == "integer" else (int, Decimal)

    def read(value: object) -> object:
        if type(value) not in allowed:
            raise _mismatch(kind, value)
        return value

    return read


def _number_cell(kind: str) -> Reader:
    pattern = _INTEGER if kind == "integer" else _NUMBER

    def read(value: object) -> object:
        text = str(value)
        if pattern.fullmatch(text):
            return int(text) if _INTEGER.fullmatch(text) else Decimal(text)
        raise _wide(text) if _WIDE.search(text) else Refused("SR524", expected=_WORDS[kind], given=f"“{text}”")

    return read


def _bounded(spec: FieldSpec, read: Reader) -> Reader:
    low, high = spec.minimum, spec.maximum

    def check(value: object) -> object:
        number = read(value)
        assert isinstance(number, int | Decimal)
        if not _fits(number):
            raise Refused("SR514", what=Bilingual("数字的位数", "digits of a number"), limit=MAX_DIGITS)
        if (low is not None and number < low) or (high is not None and number > high):
            shown = f"{low if low is not None else '…'}–{high if high is not None else '…'}"
            raise Refused("SR530", value=number, range=shown)
        return number

    return check


def _fits(number: int | Decimal) -> bool:
    """Whether the number is within the digits that a record may hold."""
    if isinstance(number, int):
        return -MAX_INTEGER <= number <= MAX_INTEGER
    _, digits, exponent = number.as_tuple()
    return isinstance(exponent, int) and max(len(digits), -exponent) + max(exponent, 0) <= MAX_DIGITS


def _truth_value(value: object) -> object:
    if not isinstance(value, bool):
        raise _mismatch("bool", value)
    return value


def _truth_cell(value: object) -> object:
    truth = _TRUTH.get(str(value))
    if truth is None:
        raise Refused("SR524", expected=_CELL_TRUTH, given=f"“{value}”")
    return truth


def _items_value(kind: str, one: Reader) -> Reader:
    def read(value: object) -> object:
        if not isinstance(value, list):
            raise _mismatch(kind, value)
        return _items(value, one)

    return read


def _items_cell(one: Reader) -> Reader:
    def read(value: object) -> object:
        return _items([part for text in _SEPARATOR.split(str(value)) if (part := text.strip())], one)

    return read


def _items(values: list[object], one: Reader) -> tuple[object, ...]:
    if len(values) > MAX_ITEMS:
        raise Refused("SR514", what=Bilingual("一格里的项数", "items of a list"), limit=MAX_ITEMS)
    return tuple(one(value) for value in values)
