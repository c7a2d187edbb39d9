"""Two results of the same question, compared: what changed in the receipt and in the findings."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Final

from supervision_rules.catalogue import Lang
from supervision_rules.reports.columns import visible
from supervision_rules.reports.say import say

Key = tuple[Any, ...]
MAX_LINES: Final = 100
"""How many differences of a sort are written out."""
_PLACES: Final = frozenset({"path", "line", "column", "end_line", "end_column"})
"""Where something was set aside, which may be elsewhere now."""
_APART: Final = frozenset({"receipt", "set_aside", "findings"})
"""Parts of a result that are compared in ways of their own."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs, and its two values; None where one side has nothing of the kind."""

    what: str
    old: object
    new: object


def comparison_text(found: Sequence[Difference], findings: int, lang: Lang) -> str:
    """A line for each difference, of each sort at most ``MAX_LINES``; ``findings`` is how many were compared.

    That the records are others is told first, since the rest may come of it.
    """
    if not found:
        return say("same", lang, findings=findings) + "\n"
    other = [each for each in found if each.what == "records"]
    lines = [say("other-records", lang, old=_digest(each.old), new=_digest(each.new)) for each in other]
    shown: Counter[str] = Counter()
    for each in found:
        key = "new" if each.old is None else "gone" if each.new is None else "changed"
        shown[key] += each not in other
        if each not in other and shown[key] <= MAX_LINES:
            words = {"what": visible(each.what), "old": _value(each.old), "new": _value(each.new)}
            lines.append(say(key, lang, **words))
    lines += [say(f"more-{key}", lang, count=count - MAX_LINES) for key, count in shown.items() if count > MAX_LINES]
    return "\n".join([*lines, say("different", lang, count=len(found))]) + "\n"


def _digest(value: object) -> str:
    return visible(str(value)[:12])


def _value(value: object) -> str:
    return visible(json.dumps(value, ensure_ascii=False, sort_keys=True))


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Difference]:
    """All differences between two results in their JSON form: of the receipts, the records, then of the findings.

    Everything is compared, save where what was set aside stands: files may lie elsewhere now.
    """
    found = list(_changes("", old["receipt"], new["receipt"]))
    for name in sorted((old.keys() | new.keys()) - _APART):
        found += _changes(name, old.get(name), new.get(name))
    found += _aside_changes(_aside(old["set_aside"]), _aside(new["set_aside"]))
    return found + list(_finding_changes(old["findings"], new["findings"]))


def _changes(path: str, old: object, new: object) -> Iterator[Difference]:
    """The differing leaves of two pieces of JSON, each named by its path."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for name in sorted(old.keys() | new.keys()):
            yield from _changes(f"{path}.{name}".lstrip("."), old.get(name), new.get(name))
    elif isinstance(old, list) and isinstance(new, list):
        for place, (before, after) in enumerate(zip_longest(old, new)):
            yield from _changes(f"{path}[{place}]", before, after)
    elif old != new or isinstance(old, bool) is not isinstance(new, bool):
        yield Difference(path, old, new)


def _aside(told: Sequence[Mapping[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """What was set aside by code, without the places, which messages name too, and so that their order is one."""
    paths = sorted({str(each["path"]) for each in told if each["path"]}, key=len, reverse=True)
    places = re.compile(f"(?:{'|'.join(map(re.escape, paths))})(?::[0-9]+)*") if paths else None
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in told:
        rest = {name: value for name, value in each.items() if name not in _PLACES}
        if places is not None:
            rest["message"] = places.sub("…", str(rest["message"]))
        found[each["code"]].append(rest)
    return {code: sorted(each, key=_value) for code, each in found.items()}


def _aside_changes(
    old: Mapping[str, Sequence[dict[str, Any]]], new: Mapping[str, Sequence[dict[str, Any]]]
) -> Iterator[Difference]:
    """How many of a code there are; where there are as many, what is said of them."""
    for code in sorted(old.keys() | new.keys()):
        before, after = old.get(code, ()), new.get(code, ())
        if len(before) != len(after):
            yield Difference(f"set_aside.{code}", len(before) or None, len(after) or None)
        else:
            yield from _changes(f"set_aside.{code}", list(before), list(after))


def _finding_changes(old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]]) -> Iterator[Difference]:
    before, after = _grouped(old), _grouped(new)
    for key in dict.fromkeys([*before, *after]):
        for one, other in zip_longest(before.get(key, ()), after.get(key, ())):
            yield from _finding_change(key, one, other)


def _grouped(findings: Sequence[Mapping[str, Any]]) -> dict[Key, list[Mapping[str, Any]]]:
    """The findings by rule, subject and period, in their order."""
    grouped: dict[Key, list[Mapping[str, Any]]] = defaultdict(list)
    for finding in findings:
        subject, period = finding["subject"], finding["period"]
        grouped[(finding["pack"], finding["rule"], subject["id"], period["label"] if period else "")].append(finding)
    return grouped


def _finding_change(key: Key, one: Mapping[str, Any] | None, other: Mapping[str, Any] | None) -> Iterator[Difference]:
    name = " ".join(part for part in key if part)
    if one is None or other is None:
        yield Difference(name, _said(one), _said(other))
        return
    for field in sorted(one.keys() | other.keys()):
        yield from _changes(f"{name} {field}", one.get(field), other.get(field))


def _said(finding: Mapping[str, Any] | None) -> object:
    return finding["text"] if finding is not None else None
