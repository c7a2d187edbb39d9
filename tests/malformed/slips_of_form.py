"""Slips of form: blanks, brackets, quotes, marks and characters that are no strict YAML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from malformed_slip import Slip, Sort
from malformed_source import Source

KEY = re.compile(r"(?P<indent> *)(?P<dash>- )?(?P<key>[a-z_-]+): (?P<value>\S.*)")
QUOTED = re.compile(r': "[^"\\]*"')
Change = Callable[[str], str | None]
"""A line as it becomes; None where the slip does not fit it."""


def at(source: Source, number: int, new: str, *codes: str, lines: set[int] | None = None, most: int = 1) -> Slip:
    """One line replaced."""
    start = source.offset(number, 1)
    told = frozenset({number} if lines is None else lines)
    end = start + len(source.lines[number - 1])
    return Slip(source, f"line {source.lines[number - 1].strip()[:60]}", start, end, new, told, frozenset(codes), most)


def changed(change: Change, *codes: str, below: int = 0, most: int = 1) -> Sort:
    """Each line that a change fits; told there, or on one of the lines ``below``."""

    def sort(source: Source) -> Iterator[Slip]:
        for number, line in enumerate(source.lines, 1):
            new = None if _is_apart(source, number) else change(line)
            if new is not None and new != line:
                yield at(source, number, new, *codes, lines=set(range(number, number + below + 1)), most=most)

    return sort


def _is_apart(source: Source, number: int) -> bool:
    """Whether a line is a comment, or goes on with a text above."""
    line = source.lines[number - 1]
    return not line.strip() or line.lstrip().startswith("#") or not re.match(r" *(- )?[\w{-]+(:|$| )", line)


def replaced(old: str, new: str, count: int = 1) -> Change:
    return lambda line: line.replace(old, new, count) if old in line else None


def keyed(new: str) -> Change:
    """A key and its value written anew."""

    def change(line: str) -> str | None:
        match = KEY.fullmatch(line)
        return None if match is None else match.expand(new)

    return change


def in_braces(old: str, new: str) -> Change:
    return lambda line: line.replace(old, new, 1) if "{" in line and old in line[line.index("{") :] else None


def quoted(line: str) -> str | None:
    """The closing quote left out."""
    match = QUOTED.search(line)
    return line[: match.end() - 1] + line[match.end() :] if match else None


def no_opening_quote(line: str) -> str | None:
    match = QUOTED.search(line)
    return line[: match.start() + 2] + line[match.start() + 3 :] if match else None


def without_last(mark: str) -> Change:
    return lambda line: line[:-1] if line.endswith(mark) else None


def without_first(mark: str) -> Change:
    return lambda line: line.replace(f" {mark}", " ", 1) if f" {mark}" in line else None


def wide_indent(line: str) -> str | None:
    """Full-width blanks, which are as wide as two."""
    body = line.lstrip()
    return "\u3000" * ((len(line) - len(body)) // 2) + body if line.startswith("  ") and KEY.match(line) else None


def value_led_by(mark: str) -> Change:
    return keyed(rf"\g<indent>\g<dash>\g<key>: {mark}\g<value>")


def key_changed(mark: str) -> Change:
    return keyed(rf"\g<indent>\g<dash>\g<key>{mark}\g<value>")


def truncated(source: Source) -> Iterator[Slip]:
    """The file cut off within braces or quotes."""
    for number, line in enumerate(source.lines, 1):
        place = max(line.rfind(", "), line.rfind('"') - 2)
        if place > line.find("{") > 0 and not _is_apart(source, number):
            start = source.offset(number, place + 1)
            told = frozenset({number})
            yield Slip(source, f"line {line.strip()[:60]}", start, len(source.text), "", told)


def shifted(by: int) -> Sort:
    """A line further in or out than its neighbours; told there or at the line that no longer fits it."""

    def sort(source: Source) -> Iterator[Slip]:
        first = (spot for spot in source.spots if spot.key is not None and not spot.is_alone and source.leads(spot.key))
        beside = {spot.key.span.line for spot in first if spot.key is not None}
        for number, line in enumerate(source.lines, 1):
            indent = len(line) - len(line.lstrip())
            if _is_apart(source, number) or indent + by < 0 or number == 1 or not KEY.match(line):
                continue
            if number not in beside or "taken: " in line:
                continue  # an only child may stand at any depth; behind options it is one of them
            yield at(source, number, " " * (indent + by) + line.lstrip(), lines={number - 1, number, number + 1})

    return sort


def inserted(line: str, *codes: str, outermost: bool = False) -> Sort:
    """A line put before each that has a key."""

    def sort(source: Source) -> Iterator[Slip]:
        for number, old in enumerate(source.lines, 1):
            match = KEY.fullmatch(old)
            fits = match and not match["dash"] and not (outermost and match["indent"])
            if match and fits and number > source.tree.span.line:
                yield at(source, number, f"{match['indent']}{line}\n{old}", *codes)

    return sort


SORTS: dict[str, Sort] = {
    "tab before a key": changed(lambda line: "\t" + line.lstrip() if line.startswith(" ") else None, "SR026"),
    "tab behind a colon": changed(key_changed(r":\t"), "SR026"),
    "tab at the end": changed(lambda line: f"{line}\t" if KEY.fullmatch(line) else None, "SR026"),
    "one blank more": shifted(1),
    "two blanks more": shifted(2),
    "one blank less": shifted(-1),
    "colon without blank": changed(key_changed(":"), "SR008"),
    "colon left out": changed(key_changed(" "), "SR008", "SR005"),
    "colon full-width": changed(key_changed("："), "SR003"),
    "colon full-width in braces": changed(in_braces(": ", "："), "SR003", "SR004"),
    "colon without blank in braces": changed(in_braces(": ", ":"), "SR008"),
    "comma full-width in braces": changed(in_braces(", ", "，"), "SR004"),
    "comma left out in braces": changed(in_braces(", ", " ")),
    "comma as 、 in braces": changed(in_braces(", ", "、"), "SR004"),
    "brace not closed": changed(without_last("}")),
    "bracket not closed": changed(without_last("]")),
    "brace not opened": changed(without_first("{")),
    "bracket not opened": changed(without_first("[")),
    "brace full-width": changed(lambda line: f"{line[:-1]}｝" if line.endswith("}") else None),
    "brace closed by a bracket": changed(lambda line: f"{line[:-1]}]" if line.endswith("}") else None),
    "quote not closed": changed(quoted),
    "quote not opened": changed(no_opening_quote),
    "quotes doubled": changed(lambda line: QUOTED.sub(lambda found: f'{found[0]}"', line, count=1)),
    "byte order mark": changed(value_led_by("\ufeff"), "SR023"),
    "byte order mark before a key": changed(keyed("\\g<indent>\\g<dash>\ufeff\\g<key>: \\g<value>"), "SR023"),
    "blank of no width": changed(value_led_by("\u200b"), "SR023"),
    "full-width blank": changed(key_changed(":\u3000"), "SR027"),
    "full-width blank before a key": changed(wide_indent, "SR027"),
    "no-break blank": changed(key_changed(":\u00a0"), "SR027"),
    "control character": changed(value_led_by("\x07"), "SR024"),
    "line separator": changed(lambda line: f"{line}\u2028" if KEY.fullmatch(line) else None, "SR025"),
    "replacement character": changed(value_led_by("\ufffd"), most=2),
    "anchor": changed(value_led_by("&x "), "SR010"),
    "alias": changed(keyed(r"\g<indent>\g<dash>\g<key>: *x"), "SR010"),
    "tag": changed(value_led_by("!x "), "SR012"),
    "merge": inserted("<<: {x: 1}", "SR011"),
    "at sign": changed(value_led_by("@"), "SR009"),
    "per cent sign": changed(value_led_by("%"), "SR009"),
    "backquote": changed(value_led_by("`"), "SR009"),
    "second document": inserted("---", "SR014", outermost=True),
    "key with a question mark": changed(keyed(r"\g<indent>\g<dash>? \g<key>: \g<value>"), "SR017"),
    "dash without blank": changed(
        lambda line: line.replace("- ", "-", 1) if line.lstrip().startswith("- ") else None, "SR044"
    ),
    "dash full-width": changed(lambda line: line.replace("- ", "－ ", 1) if line.lstrip().startswith("- ") else None),
    "dash left out": changed(lambda line: line.replace("- ", "  ", 1) if line.lstrip().startswith("- ") else None),
    "colon and blank in a text": changed(keyed(r"\g<indent>\g<dash>\g<key>: 说明: \g<value>"), "SR005"),
    "comment without blank": changed(
        lambda line: f"{line}#注" if re.search(r"(kind|on|of|done|severity): \w+$", line) else None
    ),
    "words without a key": inserted("这里是说明"),
    "cut off": truncated,
}
