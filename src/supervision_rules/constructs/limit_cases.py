"""The cases of a time limit: which length, or which due day, applies to what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from supervision_rules.catalogue import Bilingual
from supervision_rules.constructs.alternatives import exactly_one
from supervision_rules.constructs.hours import hours_of
from supervision_rules.constructs.limits import Limited
from supervision_rules.expressions import DATE, MOMENT
from supervision_rules.language.binding import Binder
from supervision_rules.language.conventions import Limit, LimitOrDue
from supervision_rules.language.expression import Expression
from supervision_rules.language.spec import Condition, Spec

_ROLLING: Final = Bilingual(
    "按日、按月、按年计的 within，或这样延长的 extended", "a length of days, months or years in within or extended"
)


class LimitCase(Spec):
    """一种情形及其期限：within 写期限长短，due 写到期日，二者写一个。"""

    when: Condition = True
    """什么情形；从上到下取第一个成立的，不写 when 的放在最后"""
    within: LimitOrDue | None = None
    """期限：5 workdays、30 days、30 calendar days、3 months、1 year、same day、15 minutes、2 hours、4 office hours"""
    due: str | None = None
    """到期日的式子，如 set_date、date(year(date) + 1, 1, 31)；当日17时前写 at(received, 17)"""
    words: str | None = None
    """这一情形的原话"""
    label: str | None = None
    """这一情形的名称"""
    unquoted: str | None = None
    """数字不见于原话时，说明理由"""

    @model_validator(mode="after")
    def _one_of_two(self) -> LimitCase:
        if self.within is not None and self.due is not None:
            raise PydanticCustomError("SR153", "within or due", {})
        exactly_one(self, "within", "due")
        return self


def bind_case(spec: LimitCase, index: int, binder: Binder, start: Expression | None) -> Limited | None:
    """The case at ``index`` with its length or due day; None if something in it is wrong, which is told."""
    condition, words = binder.condition("cases", index, "when"), spec.words or spec.label
    due = binder.expression("cases", index, "due", expected=(MOMENT, DATE))
    limit = binder.limit(spec.within, "cases", index, "within") if spec.within is not None else None
    if condition is None or start is None or (due is None and spec.due is not None):
        return None
    if spec.within is None or limit is None:
        timed = due is not None and due.checked.type == MOMENT
        return Limited(condition, due, None, None, False, words or spec.due, None, timed) if due and spec.due else None
    if limit.hourly:
        hours = hours_of(limit, binder.conventions)
        return Limited(condition, start, None, limit, bool(hours.office), words or spec.within, hours, True)
    workdays = limit.counts_workdays(binder.conventions)
    return Limited(condition, start, limit.deadline(binder.conventions), limit, workdays, words or spec.within)


def tell_idle_roll(cases: Iterable[Limited], extended: Iterable[Limit], binder: Binder) -> None:
    """Tell ``roll`` where no case, and nothing that extends one, counts days of the calendar, months or years, whose
    last day alone can be moved."""
    limits = [*extended, *(case.limit for case in cases if case.limit is not None)]
    if not any(each.amount and not each.hourly and not each.counts_workdays(binder.conventions) for each in limits):
        binder.report("SR161", "roll", key="roll", beside=_ROLLING)
