"""What a syntax error of the parser is about, in our codes and at the place where the mend is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import yaml

from supervision_rules.diagnostics import NOTHING
from supervision_rules.nodes.dashless import is_among_keys, without_dash
from supervision_rules.nodes.flow import NAME
from supervision_rules.nodes.keyless import without_key
from supervision_rules.nodes.levels import first_item
from supervision_rules.nodes.quotes import unclosed, wide_close

COMMENT: Final = re.compile(r"(?:\"[^\"]*\"|(?<!\S)'[^']*'|[^\"])*?\s(?P<found>#).*[}\]]\s*$")
KEY_AT_START: Final = re.compile(rf"\s*(?:-\s+)*{NAME}\s*$")
WIDE_COLON: Final = re.compile(r"\s*(?:-\s+)*[^\s：:#\"'\[{|>，。；]{1,20}(?P<found>：)")
WIDE_COMMA_AT_END: Final = re.compile(r".*(?P<found>[，、；])\s*$")
WIDE_BEFORE_KEY: Final = re.compile(rf".*(?P<found>[，、；])\s*{NAME}\s*$")
COLON_IN_TEXT: Final = re.compile(rf".*{NAME}:\s+(?!{NAME}\s)[^,{{\[]*[^\s,{{\[\x00-\x7f]$")
LIST_IN_TEXT: Final = re.compile(rf".*?[{{,]\s*{NAME}:\s+(?P<text>[^\s,{{\[\]}}'\"][^,{{\[\]}}]*\sin\s*)$")

ENTRY_KEY: Final = re.compile(rf"\s*{NAME}:(?:\s|$)")
WORDS: Final = re.compile(r"\s*(?:-\s+)*(?P<words>[^\s?\[{\"'|>&*!%@`:：-][^:：]*)")
"""A line that has nothing but words."""
KEY_BEFORE_BRACKET: Final = re.compile(rf"\s*(?:-\s+)*(?P<key>{NAME})\s+[{{\[]")
"""A key without its colon, before what would be its value."""
LEVELS: Final = ("SR002", "SR005")
DASHLESS: Final = ("SR002", "SR008")

QUOTED: Final = ("SR001", "SR002", "SR005", "SR006", "SR007", "SR008", "SR009", "SR016", "SR017", "SR030")
# (words of the parser's problem or context, code, whether the place is that of the context); first match counts
KNOWN: Final = (
    ("while scanning a quoted scalar", "SR006", True),
    ("could not find expected ':'", "SR008", True),
    ("while scanning an anchor", "SR010", True),
    ("while scanning an alias", "SR010", True),
    ("a tag", "SR012", True),
    ("undefined tag handle", "SR012", False),
    ("tag handle", "SR013", False),
    ("directive", "SR013", False),
    ("incompatible YAML document", "SR013", False),
    ("escape", "SR029", False),
    ("while parsing a flow", "SR007", True),
    ("that cannot start any token", "SR009", False),
    ("while scanning a block scalar", "SR009", True),
    ("expected the node content", "SR009", False),
    ("sequence entries are not allowed", "SR002", False),
    ("mapping keys are not allowed", "SR017", False),
)


def explain(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> tuple[str, int, int, dict[str, str]]:
    """The code, the line and column (from 0, of the mended text) and the words of the message."""
    code, mark = _code(error, lines)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    dashless = without_dash(lines, line) if code in DASHLESS else None
    if dashless:
        return "SR051" if is_among_keys(lines, *dashless) else "SR050", *dashless, {}
    in_text = _in_text(error, lines) if code == "SR007" else _of_levels(lines, line) if code in LEVELS else None
    if in_text:
        return in_text
    cut = _cut_off(error, lines) if code == "SR007" else None
    if cut:
        return cut
    if error.problem_mark and code in QUOTED:
        line, column = unclosed(lines, error.problem_mark.line, error.problem_mark.column) or (line, column)
        code = "SR006" if lines[line : line + 1] and lines[line][column : column + 1] in ("'", '"') else code
    if code == "SR006":
        closed = wide_close("".join(lines[line : line + 1]), column)
        return ("SR006", line, column, {}) if closed is None else ("SR004", line, *closed)
    slip = _wide(code, error, lines)
    if slip:
        return slip
    text = lines[line] if line < len(lines) else ""
    if code == "SR002":
        line = first_item(lines, line)
        column = len(lines[line]) - len(lines[line].lstrip()) if line < len(lines) else 0
        text = lines[line] if line < len(lines) else ""
    if code == "SR029":
        column = max(text.rfind("\\", 0, column), 0)
    return code, line, column, {"found": text[column : column + 1]}


def _code(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> tuple[str, yaml.Mark | None]:
    problem, words = error.problem_mark, f"{error.context} {error.problem}"
    start = lines[problem.line][: problem.column] if problem and problem.line < len(lines) else ""
    if "mapping values are not allowed" in words:
        return ("SR002" if KEY_AT_START.match(start) else "SR005"), problem
    for known, code, of_context in KNOWN:
        if known in words:
            return code, _flow_place(error) if code == "SR007" else error.context_mark if of_context else problem
    if "expected '<document start>'" in words and any(line.startswith("...") for line in lines):
        return "SR014", problem
    if "expected '<document start>'" in words or "expected <block end>" in words:
        return _out_of_place(error, start, lines), problem
    return "SR001", problem


def _out_of_place(error: yaml.MarkedYAMLError, start: str, lines: Sequence[str]) -> str:
    """What stands where the parser wanted the end: more of the line, a colon without a key, another level."""
    mark = error.problem_mark
    if start.strip(" -"):
        return "SR030"
    return "SR016" if mark and mark.line < len(lines) and lines[mark.line].startswith(":", mark.column) else "SR002"


def _flow_place(error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Where the comma is missing if the line goes on, else the bracket that stays open."""
    opened, problem = error.context_mark, error.problem_mark
    return problem if opened and problem and opened.line == problem.line else opened


def _in_text(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> tuple[str, int, int, dict[str, str]] | None:
    """The text within braces that lacks its quotes: a colon or a list in it stops the parser."""
    mark = error.problem_mark
    before = lines[mark.line][: mark.column] if mark and mark.line < len(lines) else ""
    found = lines[mark.line][mark.column : mark.column + 1] if mark and before else ""
    if mark and found == ":" and COLON_IN_TEXT.match(before):
        return "SR005", mark.line, mark.column, {}
    text = LIST_IN_TEXT.match(before) if found == "[" else None
    return ("SR046", mark.line, text.start("text"), {"found": found}) if mark and text else None


def _of_levels(lines: Sequence[str], line: int) -> tuple[str, int, int, dict[str, str]] | None:
    """What lacks in the line above one that the parser takes to be at the wrong level: its key, or its colon."""
    return _without_key(lines, line) or _before_bracket(lines, line) or _without_colon(lines, line)


def _before_bracket(lines: Sequence[str], line: int) -> tuple[str, int, int, dict[str, str]] | None:
    """A line on which the colon of the first key is left out, before a bracket: the parser stumbles at the next one."""
    found = KEY_BEFORE_BRACKET.match(lines[line]) if line < len(lines) else None
    return ("SR008", line, found.start("key"), {}) if found else None


def _without_colon(lines: Sequence[str], line: int) -> tuple[str, int, int, dict[str, str]] | None:
    """A line without a colon above a key at the same level: the parser reads both as one text."""
    text = lines[line] if line < len(lines) else ""
    full = (at for at in range(line - 1, -1, -1) if lines[at].strip() and not lines[at].lstrip().startswith("#"))
    above, start = next(full, -1), len(text) - len(text.lstrip())
    words = WORDS.fullmatch(lines[above]) if above >= 0 and ENTRY_KEY.match(text) else None
    return ("SR008", above, start, {}) if words and words.start("words") == start else None


def _cut_off(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> tuple[str, int, int, dict[str, str]] | None:
    """Where a comment begins within brackets that are closed behind it: the sign was meant as text."""
    opened = error.context_mark
    found = COMMENT.match(lines[opened.line], opened.column) if opened and opened.line < len(lines) else None
    return ("SR049", opened.line, found.start("found"), {"found": "#"}) if opened and found else None


def _without_key(lines: Sequence[str], line: int) -> tuple[str, int, int, dict[str, str]] | None:
    found = without_key(lines, line)
    return None if found is None else ("SR047", line, found[0], {"key": found[1] or NOTHING})


def _comma_before_key(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> tuple[str, int, int, dict[str, str]] | None:
    """The full-width symbol that joins a value to the key behind it, at whose colon the parser stumbles."""
    mark = error.problem_mark
    found = WIDE_BEFORE_KEY.match(lines[mark.line][: mark.column]) if mark and mark.line < len(lines) else None
    if not mark or not found:
        return None
    return "SR004", mark.line, found.start("found"), {"found": found["found"], "wanted": ","}


def _wide(code: str, error: yaml.MarkedYAMLError, lines: Sequence[str]) -> tuple[str, int, int, dict[str, str]] | None:
    """The full-width symbol that is the true cause of an error on its line or the line before."""
    before_key = _comma_before_key(error, lines) if code == "SR007" else None
    if before_key:
        return before_key
    pattern = {"SR002": WIDE_COLON, "SR005": WIDE_COLON, "SR008": WIDE_COLON, "SR007": WIDE_COMMA_AT_END}.get(code)
    marks = [mark for mark in (error.context_mark, error.problem_mark) if mark]
    numbers = sorted({number for mark in marks for number in (mark.line - 1, mark.line) if 0 <= number < len(lines)})
    if code == "SR007":  # a comma that ends a line within the brackets, before the line at which the parser stops
        numbers = list(range(marks[0].line, min(marks[-1].line, len(lines))))[-1:]
    for number in numbers:
        found = pattern.match(lines[number]) if pattern else None
        if found and code == "SR007":
            return "SR004", number, found.start("found"), {"found": found["found"], "wanted": ","}
        if found:
            return "SR003", number, found.start("found"), {}
    return None
