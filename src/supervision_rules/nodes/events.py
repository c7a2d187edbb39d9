"""The stream of YAML events: libyaml's where it is installed and says the same, else that of PyYAML's own parser.

The second is the measure: it explains every error, and a test holds the first to it. Both give events one by one, so
that the limits stop a hostile text before anything recurses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import yaml

# Where the two parsers are known to differ: a tag, a complex key or a directive, which stand at the beginning of a node
# (inside a text, as in a != b or 10%, they are ordinary); and escapes, whose errors only the Python parser places.
ONLY_PYTHON: Final = re.compile(
    r"(?:^|[-:?,\[{}\]\"'&*!|>])[ \t]*[?!%]|[|>][-+0-9]*#|^(?:---|\.\.\.)|\\U", re.MULTILINE
)


class BadEscape(Exception):
    """An escape beyond the last code point; line and column count from 0."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__(line, column)
        self.line, self.column = line, column


def events(text: str) -> Iterator[yaml.Event]:
    """The events of ``text``; raises ``yaml.MarkedYAMLError`` or ``BadEscape`` where it is no YAML."""
    fast = getattr(yaml, "CSafeLoader", None)
    told = 0
    if fast and not ONLY_PYTHON.search(text):
        try:
            for event in _events(fast(text)):
                yield event
                told += 1
            return
        except yaml.YAMLError:
            pass  # the Python parser says it better, from where we are
    for number, event in enumerate(python_events(text)):
        if number >= told:
            yield event


def python_events(text: str) -> Iterator[yaml.Event]:
    """The events by PyYAML's own parser."""
    loader = yaml.SafeLoader(text)
    try:
        yield from _events(loader)
    except ValueError:  # the loader stands at the digits after \\U
        raise BadEscape(loader.line, loader.column - 2) from None


def _events(loader: Any) -> Iterator[yaml.Event]:
    while (event := loader.get_event()) is not None:
        yield event
