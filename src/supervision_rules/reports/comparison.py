"""Two results of the same question, compared: what changed in the receipt and in the findings."""

from __future__ import annotations

import json
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
_COMPARED: Final = ("state", "day", "value", "case", "detail", "missing", "provisional", "readings", "severity")


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

    Of what was set aside the codes are compared, not the places: files may lie elsewhere now.
    """
    found = list(_changes("", old["receipt"], new["receipt"]))
    found += _changes("complete", old["complete"], new["complete"])
    found += _changes("records", old["records"], new["records"])
    found += _changes("set_aside", *(Counter(told["code"] for told in each["set_aside"]) for each in (old, new)))
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
