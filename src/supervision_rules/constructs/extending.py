"""How a rule says what extends a time limit, and what that comes to under the declarations."""

from __future__ import annotations

from typing import Final

from pydantic import Field, model_validator

from supervision_rules.constructs.alternatives import exactly_one
from supervision_rules.constructs.extensions import Extensions
from supervision_rules.constructs.lengths import Length, length_of
from supervision_rules.expressions import DATE, MOMENT
from supervision_rules.language.binding import Binder
from supervision_rules.language.conventions import Deadline, HourlyText, Limit
from supervision_rules.language.links import link
from supervision_rules.language.spec import Condition, Spec

LENGTHS: Final = ("before", "by", "within", "each_up_to", "up_to")
"""The keys of an extension that are lengths."""


class ExtendedSpec(Spec):
    """延期：到期日以前（含当日）申请的才算；to、by、within 写一个。"""

    count: str
    """哪一类记录（或其一种）是延期，如 extension"""
    where: Condition = True
    """其中哪些记录才算，如经谁批准"""
    asked: str | None = None
    """哪一天申请；不写为其日期；按小时计的，写申请的时刻"""
    before: HourlyText | None = None
    """至迟在当时的到期日前多久申请（含那一天），晚于它的不算；不写为到期日当天"""
    to: str | None = None
    """延到哪一天，或延到什么时刻"""
    by: HourlyText | None = None
    """每次延长多久，接着当时的到期日数"""
    within: HourlyText | None = None
    """延期后的总期限，从起算日数"""
    at_most: int | None = Field(default=None, ge=1, le=10_000)
    """最多延期几次，多的不算"""
    each_up_to: HourlyText | None = None
    """每次最多延长多久，从当时的到期日数，多的不算"""
    up_to: HourlyText | None = None
    """累计最多延长多久，从原到期日数，多的不算"""
    unquoted: str | None = None
    """数字不见于原话时，说明理由"""

    @model_validator(mode="after")
    def _one_way(self) -> ExtendedSpec:
        exactly_one(self, "to", "by", "within")
        return self


def bind_extensions(spec: ExtendedSpec, binder: Binder) -> Extensions | None:
    """What ``spec`` under the key ``extended`` of a rule says; None if something in it is wrong, which is then told."""
    via = link(binder, spec.count, binder.subject, None, "extended", "count")
    lengths = {name: _length(spec, name, binder) for name in LENGTHS}
    if spec.at_most is not None:
        binder.number(spec.at_most, "extended", "at_most")
    if via is None:
        return None
    where = binder.condition("extended", "where", of=spec.count)
    asked = binder.expression("extended", "asked", of=spec.count, expected=(MOMENT, DATE))
    to = binder.expression("extended", "to", of=spec.count, expected=(MOMENT, DATE))
    if where is None or (asked is None and spec.asked is not None) or (to is None and spec.to is not None):
        return None
    return Extensions(spec.count, via, where, asked, to=to, at_most=spec.at_most, **lengths)


def _length(spec: ExtendedSpec, name: str, binder: Binder) -> Length | None:
    text = getattr(spec, name)
    if text is None:
        return None
    limit = binder.limit(text, "extended", name)
    return _backwards(limit, binder) if name == "before" else length_of(limit, binder.conventions)


def _backwards(limit: Limit, binder: Binder) -> Length:
    """What gives the day that lies so long before a day; hours are counted back as they are."""
    if limit.hourly:
        return length_of(limit, binder.conventions)
    return Deadline(Limit(-limit.amount, limit.unit), limit.counts_workdays(binder.conventions), False)
