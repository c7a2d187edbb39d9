"""Valid files with something wrong: cut, doubled, swapped, or with what people and attackers put into files."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

PIECES = (
    *("：", "“", "\u3000", "\t", "{", "}", "[", "]", ",", "，", '"', "'", "\\", "#", "?", ": ", "- ", "|", ">-"),
    *("&a ", "*a", "!t ", "---\n", "...\n", "<<: ", "\n", "\r\n", "\r", " " * 300),
    *("\u2028", "\ufeff", "\x00", "\x1b[31m", "\u202e", "\ud800", "\U0010ffff", "\\u0000", "\\ud800", "é", "e\u0301"),
    *("~", "yes", "null", "true", "012", "1e999", "0x1f", "NaN", "-Infinity", "9" * 40, "１２"),
    *("2021-02-30", "12:30", "44368", "{by_reading: x}", "{}", "[]", '{"a": ' * 30, "[" * 60),
    *("__class__", "x.y", "a ** b", "=1+1", " and ", " / 0", "late(", '")', "%s", "{0}", "{given}", "甲"),
)  # fmt: skip
Change = Callable[[str], str]


def _cut(start: float, length: int) -> Change:
    def change(text: str) -> str:
        place = int(start * len(text))
        return text[:place] + text[place + length :]

    return change


def _put(start: float, length: int, piece: str) -> Change:
    def change(text: str) -> str:
        place = int(start * len(text))
        return text[:place] + piece + text[place + length :]

    return change


def _double_line(start: float, indent: int) -> Change:
    def change(text: str) -> str:
        lines = text.splitlines(keepends=True)
        place = int(start * len(lines))
        return "".join([*lines[:place], *(" " * indent + line for line in lines[place : place + 1]), *lines[place:]])

    return change


PLACES = st.floats(0, 1, exclude_max=True)
CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.builds(_cut, PLACES, st.integers(1, 40)),
    st.builds(_put, PLACES, st.integers(0, 12), st.sampled_from(PIECES)),
    st.builds(_put, PLACES, st.just(0), st.text(max_size=3)),
    st.builds(_double_line, PLACES, st.integers(0, 3)),
)


def broken(text: str, most: int = 5) -> st.SearchStrategy[str]:
    """``text`` after a few changes; sometimes any other text."""
    changed = st.lists(CHANGES, min_size=1, max_size=most).map(lambda changes: _all(changes, text))
    return st.one_of(changed, changed, changed, st.text(max_size=60), st.lists(st.sampled_from(PIECES)).map("".join))


def _all(changes: list[Change], text: str) -> str:
    for change in changes:
        text = change(text)
    return text


def broken_bytes(text: str) -> st.SearchStrategy[bytes]:
    """The same as bytes: in UTF-8, in another encoding, or any bytes."""
    texts = broken(text)
    utf8 = texts.map(lambda text: text.encode("utf-8", "surrogatepass"))
    gbk = texts.map(lambda text: text.encode("gb18030", "replace"))
    return st.one_of(
        utf8, utf8, utf8, gbk, texts.map(lambda text: text.encode("utf-16", "replace")), st.binary(max_size=80)
    )
