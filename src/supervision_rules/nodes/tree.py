"""The parser's events to the tree, without recursion and without any feature of YAML that hides what a text says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final
from unicodedata import normalize

import yaml

from supervision_rules.diagnostics import Collector, Span
from supervision_rules.nodes.characters import ESCAPED
from supervision_rules.nodes.draft import Draft
from supervision_rules.nodes.leaf import Problem, continued, escapes, key_problems, rejoined, value_problems, wide_list
from supervision_rules.nodes.model import Limits, Mapping, Node, Scalar, Sequence
from supervision_rules.nodes.pieces import pieces
from supervision_rules.nodes.scalars import resolve

SHOWN: Final = 100  # escapes of one text that are told
_FEW: Final = 2
"""More keys than these an item has whose second key may be that of the next."""
_KEY: Final = re.compile(r"( *)([^\s:#'\"\[\]{}]+):(?:\s|$)")
"""A line that begins with a key: how far it stands in, and the key."""


@dataclass(slots=True)
class Open:
    """A collection whose end has not been read: its parts so far, and the key that waits for its value."""

    bracket: str  # "[" or "{" in flow style, else empty
    mapping: bool
    start: tuple[int, int]
    parts: list[Node] = field(default_factory=list)
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)
    names: dict[str, Scalar] = field(default_factory=dict)
    key: Node | None = None
    repeats: bool = False  # whether the last key was one written before
    cut: dict[tuple[int, int], Scalar] = field(default_factory=dict)  # the texts cut by commas, by where they begin


@dataclass(slots=True)
class Builder:
    """Builds one document out of events; what it refuses goes to the collector."""

    draft: Draft
    source: str
    diagnostics: Collector
    limits: Limits
    root: Node | None = None
    stack: list[Open] = field(default_factory=list)
    count: int = 0
    waiting: list[tuple[Span, dict[str, str]]] = field(default_factory=list)
    """Full-width symbols within brackets, told when these are closed: where they are not, that is told alone."""

    def build(self, events: Iterable[yaml.Event]) -> Node | None:
        """The tree, or None if the document is empty or larger than the limits."""
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and not self._document(event):
                return None  # what the first part lacks may stand in the second
            if isinstance(event, yaml.NodeEvent) and not self._node(event):
                return None
            if isinstance(event, yaml.CollectionEndEvent):
                self._close(event)
        return self.root

    def _document(self, event: yaml.DocumentStartEvent) -> bool:
        """Whether this is the first document."""
        if event.version or event.tags:
            self._add("SR013", event)
        if self.root is not None:
            self._add("SR014", event)
        return self.root is None

    def _node(self, event: yaml.NodeEvent) -> bool:
        """Whether the limits allow to go on after this node."""
        self.count += 1
        if self.count > self.limits.nodes:
            self._add("SR036", event, limit=self.limits.nodes)
            return False
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self._add("SR010", event, found=("*" if isinstance(event, yaml.AliasEvent) else "&") + str(event.anchor))
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._add("SR012", event, found=tag)
        if isinstance(event, yaml.CollectionStartEvent):
            return self._open(event)
        self._put(self._scalar(event))
        return True

    def _open(self, event: yaml.CollectionStartEvent) -> bool:
        mapping = isinstance(event, yaml.MappingStartEvent)
        bracket = "" if not event.flow_style else "{" if mapping else "["
        self.stack.append(Open(bracket, mapping, self._place(event.start_mark)))
        if len(self.stack) > self.limits.depth:
            self._add("SR035", event, limit=self.limits.depth)
            return False
        return True

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        done = self.stack.pop()
        if not (self.stack and self.stack[-1].bracket):
            for place, words in self.waiting:
                self._report("SR004", place, **words)
            self.waiting.clear()
        for text in done.cut.values():
            self._tell_cut(text)
        last = done.entries[-1][1] if done.entries else done.parts[-1] if done.parts else None
        end = self._place(event.end_mark) if done.bracket or not last else (last.span.end_line, last.span.end_column)
        span = Span(self.source, *done.start, *end)
        self._put(Mapping(tuple(done.entries), span) if done.mapping else Sequence(tuple(done.parts), span))

    def _tell_cut(self, text: Scalar) -> None:
        """A value that a comma has cut in two: a list in full-width brackets, or a text."""
        wide = wide_list(text.text)
        if wide is None:
            self._report("SR045", text.span)
        else:
            self._report("SR004", text.part(0, 1), found=wide[0], wanted=wide[1])

    def _scalar(self, event: yaml.NodeEvent) -> Scalar:
        """The scalar of an event; an alias counts as empty."""
        span = self._span(event.start_mark, event.end_mark)
        if getattr(event, "value", "") == "" and span.line == span.end_line and span.column == span.end_column:
            span = self._empty(span)
        if not isinstance(event, yaml.ScalarEvent):
            return Scalar(None, "", True, span)
        plain = not event.style  # the C parser says "" where the other says None
        if event.style == '"' and ESCAPED.search(event.value):
            self._escapes(event)
        value = resolve(event.value) if plain else event.value
        lines = pieces(event.value, self.draft.written, span) if span.line < span.end_line else ()
        return Scalar(value, event.value, plain, span, lines)

    def _empty(self, span: Span) -> Span:
        """The place of a value that is not there: right behind what stands before it."""
        before = self.draft.written[span.line - 1][: span.column - 1].rstrip(" ")
        column = len(before) + 1 if before else span.column
        return Span(span.source, span.line, column, span.line, column)

    def _put(self, node: Node) -> None:
        """Hang the node where it belongs: at the root, in the list, as a key or under its key."""
        if not self.stack:
            self.root = node
            self._check(node, value_problems, "")
            return
        top = self.stack[-1]
        if not top.mapping:
            if top.bracket and top.parts and (whole := rejoined(top.parts[-1], node)):
                top.parts[-1] = whole
                return
            self._check(node, value_problems, top.bracket)
            top.parts.append(node)
        elif top.key is None:
            top.key = node
        else:
            self._entry(top, top.key, node)
            top.key = None

    def _entry(self, top: Open, key: Node, node: Node) -> None:
        bare = isinstance(node, Scalar) and node.plain and not node.text and not self._is_followed_by_colon(key)
        if top.bracket and bare and top.entries and (whole := rejoined(top.entries[-1][1], key)):
            top.entries[-1] = (top.entries[-1][0], whole)
            return
        if top.bracket and bare and top.entries and (text := continued(top.entries[-1][1], key)):
            top.cut[text.span.line, text.span.column] = text
            top.entries[-1] = (top.entries[-1][0], text)
            return
        self._check(node, value_problems, top.bracket)
        if self._questioned(key) if isinstance(key, Scalar) else not self._holds_questioned(key):
            self._report("SR017", key.span)
        if isinstance(key, Mapping):  # ``? a: b``, read as if there were no ``?``
            top.entries += [entry for entry in key.entries if top.names.setdefault(entry[0].text, entry[0]) is entry[0]]
        if isinstance(key, Scalar):
            self._check(key, key_problems, top.bracket)
            first = top.names.setdefault(normalize("NFC", key.text), key)
            if self._begins_item(top, key, first):
                self._next_item(top, key, "SR043", found=key.text, line=top.start[0])
            elif self._lacks_its_first_line(top, key, first):
                begins = top.entries[0][0].text
                self._next_item(top, key, "SR052", found=key.text, line=top.start[0], first=begins)
            elif first is not key:
                if not top.repeats:  # of several in a row the cause is one: what should part them is not there
                    self._report("SR015", key.span, found=key.text, line=first.span.line)
                top.repeats = True
                return
            top.repeats = False
            top.entries.append((key, node))

    def _is_followed_by_colon(self, key: Node) -> bool:
        """Whether a key is written as one: an empty value may stand behind it on purpose."""
        return self.draft.written[key.span.end_line - 1][key.span.end_column - 1 :].lstrip().startswith(":")

    def _begins_item(self, top: Open, key: Scalar, first: Scalar) -> bool:
        """Whether a key written again is the one that an item of a list begins with: the dash before it is missing."""
        return first is not key and len(top.entries) > 1 and first is top.entries[0][0] and self._is_listed(top)

    def _lacks_its_first_line(self, top: Open, key: Scalar, first: Scalar) -> bool:
        """Whether the second key of an item is written again, and the one below it, too: the first line of the next
        item is missing."""
        again = first is not key and len(top.entries) > _FEW and first is top.entries[1][0] and self._is_listed(top)
        below = self.draft.written[key.span.line] if again and key.span.line < len(self.draft.written) else ""
        name = _KEY.match(below)
        return name is not None and len(name[1]) == key.span.column - 1 and name[2] in top.names

    def _is_listed(self, top: Open) -> bool:
        """Whether what is open is an item of a list, written in lines."""
        above = self.stack[-2] if len(self.stack) > 1 else None
        return above is not None and not above.mapping and not above.bracket and not top.bracket

    def _next_item(self, top: Open, key: Scalar, code: str, **words: object) -> None:
        """End the item that was open, so that what follows is read as the next of the list."""
        self._report(code, key.span, **words)
        last = top.entries[-1][1].span
        span = Span(self.source, *top.start, last.end_line, last.end_column)
        self.stack[-2].parts.append(Mapping(tuple(top.entries), span))
        top.start, top.entries, top.names = (key.span.line, key.span.column), [], {normalize("NFC", key.text): key}

    def _holds_questioned(self, key: Node) -> bool:
        """Whether a key is a mapping of which that has been told."""
        return isinstance(key, Mapping) and bool(key.entries) and self._questioned(key.entries[0][0])

    def _questioned(self, key: Node) -> bool:
        """Whether ``?`` introduces the key."""
        return self.draft.written[key.span.line - 1][: key.span.column - 1].rstrip(" ").endswith("?")

    def _check(self, node: Node, problems: Callable[[Scalar, Limits, str], Iterable[Problem]], bracket: str) -> None:
        if isinstance(node, Scalar):
            for code, start, end, words in problems(node, self.limits, bracket):
                if bracket and code == "SR004":
                    self.waiting.append((node.part(start, end), words))
                else:
                    self._report(code, node.part(start, end), **words)

    def _escapes(self, event: yaml.ScalarEvent) -> None:
        first: Any = event.start_mark
        last: Any = event.end_mark
        start, text = first.index, self.draft.text
        for begin, end, point in islice(escapes(text[start : last.index]), SHOWN):
            line = first.line + text.count("\n", start, start + begin)
            origin = text.rfind("\n", 0, start + begin) + 1
            column = self.draft.column(line, start + begin - origin) + 1
            span = Span(self.source, line + 1, column, line + 1, column + end - begin)
            self._report("SR028", span, point=point)

    def _add(self, code: str, event: yaml.Event, **words: object) -> None:
        self._report(code, self._span(event.start_mark, event.end_mark), **words)

    def _report(self, code: str, span: Span, **words: object) -> None:
        self.diagnostics.add(code, span, **words)

    def _span(self, start: Any, end: Any) -> Span:
        line, column = self._place(start)
        end_line, end_column = self._place(end)
        return Span(self.source, line, column, end_line, end_column)

    def _place(self, mark: Any) -> tuple[int, int]:
        """Line and column as written, from 1; a mark behind the text counts as its end."""
        if mark.line < len(self.draft.written):
            return mark.line + 1, self.draft.column(mark.line, mark.column) + 1
        return len(self.draft.written), len(self.draft.written[-1]) + 1
