"""How words name the levels of a scale: 县级 for 县（区）级, 自治区 for 省级（省、自治区政府）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

_BRACKET: Final = re.compile(r"[(（]([^()（）]*)[)）]")
_SLASH: Final = re.compile("[/／]")
_EITHER: Final = re.compile("[/／、]")
# What makes another name of the one behind it: 副市长, 自治区级, 园区级.
_APART: Final = ("副", "自治", "园")
_AND_MORE: Final = re.compile("(?:[及含]|[(（]含[^()（）]{0,6}[)）])?以[上下]")
_GOVERNMENT: Final = "政府"
_SHORTEST: Final = 2


@dataclass(frozen=True)
class Names:
    """The levels of a scale by their folded labels, in its order."""

    labels: Mapping[str, str]

    @cached_property
    def _ways(self) -> Mapping[str, tuple[str, ...]]:
        return {level: tuple(dict.fromkeys(_ways(_head(label)))) for level, label in self.labels.items()}

    @cached_property
    def _within(self) -> Mapping[str, tuple[str, ...]]:
        """What stands in the brackets of each label."""
        found = {level: _EITHER.split("/".join(_BRACKET.findall(label))) for level, label in self.labels.items()}
        return {level: tuple(filter(None, parts)) for level, parts in found.items()}

    def said(self, text: str) -> Iterator[tuple[str, bool]]:
        """The levels whose labels stand in a text, in one of the ways of reading them, where that is not part of a
        longer name; and whether it goes on to those on one side of the scale: 省级以上."""
        for way, level, pattern in self._longest_first:
            if way not in text:
                continue
            match = pattern.search(text) if pattern is not None else None
            if match is not None:
                yield level, _AND_MORE.match(text, match.end()) is not None
            text = text.replace(way, " ")

    @cached_property
    def _longest_first(self) -> list[tuple[str, str, re.Pattern[str] | None]]:
        """The ways of reading the labels, each with its level and how it is found: None where it tells no level."""
        ways = [(way, level) for level, ways in self._ways.items() for way in ways if len(way) >= _SHORTEST]
        return [(*each, self._alone(*each)) for each in sorted(ways, key=lambda each: -len(each[0]))]

    def _alone(self, way: str, level: str) -> re.Pattern[str] | None:
        longer = [each for other, ways in self._ways.items() if other != level for each in ways if way in each]
        if not all(each.endswith(way) and each != way for each in longer):
            return None
        before = (*_APART, *(each.removesuffix(way)[-1] for each in longer))
        return re.compile("".join(f"(?<!{re.escape(each)})" for each in before) + re.escape(way))

    def may_name(self, level: str, text: str) -> bool:
        """Whether a text says what stands in the brackets of a label, or its end, as no other label has it: 国务院,
        自治区; 部门 for 县（区）直部门."""
        ends = [way[begin:] for way in self._ways[level] for begin in range(len(way))]
        names = [name for part in self._within[level] for name in (part, part.removesuffix(_GOVERNMENT))]
        return any(len(name) >= _SHORTEST and name in text and self._is_own(level, name) for name in ends + names)

    def place(self, level: str, text: str) -> int:
        """Where a text first names a level by what no other label has; -1 where it does not."""
        parts = (*self._ways[level], *self._within[level])
        for index, part in enumerate(parts):
            own = [name for name in _parts(part, index == 0) if name in text and self._is_own(level, name)]
            if own:
                return text.find(max(own, key=len))
        return -1

    def _is_own(self, level: str, name: str) -> bool:
        """Whether no other label has it."""
        others = (other for other in self.labels if other != level)
        return not any(name in each for other in others for each in (self.labels[other], *self._ways[other]))


def _head(label: str) -> str:
    """A label without what is explained in brackets at its end, of a list its first item."""
    last = [match for match in _BRACKET.finditer(label) if match.end() == len(label)]
    head = label[: last[0].start()] if last else label
    return head if _BRACKET.search(head) else head.partition("、")[0]


def _ways(head: str) -> Iterator[str]:
    """The ways of reading a label: 县（区）级 is also 县级, 区级, 县区级; 县/区级 is 县级 and 区级."""
    bracket = _BRACKET.search(head)
    if bracket is not None:
        yield head
        before, behind = head[: bracket.start()], head[bracket.end() :]
        yield from _ways(before + behind)
        for each in _EITHER.split(bracket[1]):
            # It stands in the place of as many signs before it.
            yield from _ways(before[: max(len(before) - len(each), 0)] + each + behind)
            yield from _ways(before + each + behind)
        return
    *first, last = _SLASH.split(head)
    yield from (each + last[begin:] for each in first for begin in range(len(last), 0, -1))
    yield last


def _parts(part: str, is_head: bool) -> Iterator[str]:
    """What may stand for part of a label: two signs of it or more; the first sign alone, too, of the head."""
    ends = ((start, end) for start in range(len(part)) for end in range(start + 1, len(part) + 1))
    yield from (part[start:end] for start, end in ends if end - start >= _SHORTEST or (is_head and start == 0))
