"""Quotas of which no one can be put forward, and from how many on a share gives a place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from supervision_rules import nodes
from supervision_rules.analysis.examined import Examined
from supervision_rules.analysis.reasons import DIFFERS, UNKNOWN
from supervision_rules.catalogue import Bilingual
from supervision_rules.compiler import CompiledPack
from supervision_rules.compiler.written import is_fixed
from supervision_rules.constructs.groups import QuotaGroup, ShareSpec
from supervision_rules.constructs.scaling import ROUNDING
from supervision_rules.expressions import Number
from supervision_rules.expressions.exact import rounded
from supervision_rules.expressions.ranges import Range, range_of
from supervision_rules.expressions.values import divide, ends, multiply
from supervision_rules.language.binding import TextBinder
from supervision_rules.language.related import possible_of

MOST_TRIED = 10_000
"""The largest whole of which a share is worked out."""


def examine_quotas(compiled: CompiledPack) -> Iterator[Examined]:
    """Look into every group of every quota."""
    for rule in compiled.pack.rules:
        groups: Any = getattr(rule, "groups", ())
        binder = compiled.reach.rules[rule.id]
        written = compiled.reach.written[id(binder)]
        for index, group in enumerate(groups if isinstance(groups, list) else ()):
            if isinstance(group, QuotaGroup):
                fixed = is_fixed(nodes.at(written, "groups", index))
                yield _examine(binder, index, group, rule.id, fixed)


def _examine(binder: TextBinder, index: int, group: QuotaGroup, rule: str, fixed: bool) -> Examined:
    span = binder.span("groups", index)
    if not fixed:
        return Examined("quota", span, rule, reason=DIFFERS)
    path = ("share", "of") if group.share is not None else ("at_most",)
    whole = _range(binder, ("groups", index, *path))
    most = _most(group, whole)
    if most is not None and most < 1:
        binder.report("SR370", "groups", index, *path[:1], label=group.label)
    found = _said(group, most)
    return Examined("quota", span, rule, found, None if found is not None else UNKNOWN)


def _range(binder: TextBinder, path: tuple[str | int, ...]) -> Range:
    stated = next((each for each in binder.stated if each.path == path), None)
    if stated is None:
        return Range()
    origins, about = binder.declarations.origins, binder.declarations.base(stated.about)
    return range_of(stated.checked.root, possible_of(origins, about, (stated.checked,)))


def _most(group: QuotaGroup, whole: Range) -> Number | None:
    """The most places there can be; None where that has no end."""
    if group.share is None:
        return group.at_most if isinstance(group.at_most, int) else whole.most
    if group.share.percent == 0:
        return group.share.least
    return None if whole.most is None else _places(group.share, whole.most)


def _places(share: ShareSpec, whole: Number) -> Number:
    part = ends(divide(multiply(whole, share.percent), 100) or 0)[1]
    return max(share.least, rounded(part, 0, ROUNDING[share.round]) or 0)


def _said(group: QuotaGroup, most: Number | None) -> Bilingual | None:
    if group.share is not None and group.share.percent:
        first = next((size for size in range(1, MOST_TRIED) if _places(group.share, size) > group.share.least), None)
        least = group.share.least
        if first is None:
            return Bilingual(f"名额是 {least}", f"{least} places")
        return Bilingual(f"不到 {first} 的，名额是 {least}", f"below {first} there are {least} places")
    return None if most is None else Bilingual(f"至多 {most} 个", f"{most} places at most")
