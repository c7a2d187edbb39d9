"""Two results of the same question, compared: what changed in the receipt and in the findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Final

Key = tuple[Any, ...]
_COMPARED: Final = ("state", "day", "value", "case", "detail", "missing", "provisional", "readings", "severity")


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs, and its two values; None where one side has nothing of the kind."""

    what: str
    old: object
    new: object


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Difference]:
    """All differences between two results in their JSON form: first of the receipts, then of the findings."""
    found = list(_changes("", old["receipt"], new["receipt"]))
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
    for field in _COMPARED:
        yield from _changes(f"{name} {field}", one[field], other[field])


def _said(finding: Mapping[str, Any] | None) -> object:
    return finding["text"] if finding is not None else None
