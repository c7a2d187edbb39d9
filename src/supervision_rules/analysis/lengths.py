"""Lengths of a time limit that contradict each other, and fixed days by which nothing can be done in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from supervision_rules import nodes
from supervision_rules.catalogue import Bilingual
from supervision_rules.compiler import CompiledPack, governance_readings
from supervision_rules.compiler.written import is_fixed
from supervision_rules.language.binding import Path, TextBinder
from supervision_rules.language.conventions import parse_limit

Found = tuple[Path, Bilingual]


def tell_lengths(compiled: CompiledPack) -> None:
    """Tell what a rule states of a limit, or of its extension, that the rest of it leaves without effect."""
    for rule in compiled.pack.rules:
        binder = compiled.reach.rules[rule.id]
        written = compiled.reach.written[id(binder)]
        for path, day in _passed(compiled, binder, written):
            binder.report("SR376", *path, day=day, since=compiled.in_force[0])
        for path, how in (*_lead(rule, written), *_extended(getattr(rule, "extended", None), written)):
            binder.report("SR374", *path, how=how)


def _passed(compiled: CompiledPack, binder: TextBinder, written: nodes.Node) -> Iterator[tuple[Path, date]]:
    """The fixed days on which something is due before the document is in force; what it takes over may have begun."""
    since = compiled.in_force[0]
    if since is None or compiled.pack.document.replaces is not None or governance_readings(compiled.text.tree):
        return
    for each in binder.stated:
        day = each.checked.constant
        if each.path[-1] == "due" and isinstance(day, date) and day < since and is_fixed(nodes.at(written, *each.path)):
            yield each.path, day


def _lead(rule: Any, written: nodes.Node) -> Iterator[Found]:
    """A lead longer than all of the limits."""
    cases = nodes.at(written, "cases")
    given = [getattr(case, "within", None) for case in getattr(rule, "cases", None) or ()]
    if nodes.at(written, "lead") is None or not given or not is_fixed(nodes.at(written, "lead")) or not is_fixed(cases):
        return
    if all(_is_longer(rule.lead, limit) for limit in given):
        words = f"lead: {rule.lead}", ", ".join(dict.fromkeys(map(str, given)))
        yield (
            ("lead",),
            Bilingual(
                f"{words[0]} 比期限（{words[1]}）长：从起算日起就是即将到期",
                f"{words[0]} is longer than the limit ({words[1]}): it is close at hand from the first day",
            ),
        )


def _extended(spec: Any, written: nodes.Node) -> Iterator[Found]:
    """One extension that is more than all may be, or the lengths of more of them than count."""
    if spec is None or not is_fixed(nodes.at(written, "extended")):
        return
    each = spec.each_up_to
    if isinstance(each, list) and spec.at_most is not None and len(each) > spec.at_most:
        yield (
            ("extended", "each_up_to", spec.at_most),
            Bilingual(
                f"至多延期 {spec.at_most} 次，第 {spec.at_most + 1} 次的用不到",
                f"at most {spec.at_most} extension(s) count: that of number {spec.at_most + 1} is never used",
            ),
        )
    if _is_longer(spec.by, spec.up_to):
        yield (
            ("extended", "up_to"),
            Bilingual(
                f"每次延长 {spec.by}，累计却至多 {spec.up_to}：一次也延不满",
                f"each extension is {spec.by}, and all together {spec.up_to} at most: not one is given in full",
            ),
        )


def _is_longer(one: object, other: object) -> bool | None:
    """None where the units differ, or one of them is no plain length."""
    if not isinstance(one, str) or not isinstance(other, str):
        return None
    first, second = parse_limit(one), parse_limit(other)
    return first.amount > second.amount if first.unit == second.unit else None
