"""The day of each turn of a duty by which it is to be done, as a pack writes it."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticKnownError

from supervision_rules.constructs.alternatives import exactly_one, only_beside
from supervision_rules.language.conventions import Roll
from supervision_rules.language.spec import Spec

_FIRST: Final = 1


def _counted(value: int) -> int:
    """The first is 1, the last -1: there is none between."""
    if value == 0:
        raise PydanticKnownError("greater_than_equal", {"ge": _FIRST})
    return value


_Place = Annotated[int, Field(ge=-31, le=31), AfterValidator(_counted)]
"""Which one of a month, from its beginning, or from its end if negative."""


class DueDay(Spec):
    """每个时段在哪一天前（含当日）、哪一天几时前完成；day、workday 写一个，只写 hour 的为时段最后一天。"""

    day: _Place | None = None
    """几日（按周的：周几，1 为周一；按旬、半月的：其中第几日；按日的：其后第几日）；当月没有这一天的，为当月最后一天；

    -1 为最后一天，-3 为倒数第3日"""
    workday: _Place | None = None
    """当月（当周、当旬、当半月）第几个工作日；不到这么多的，为当月（当周、当旬、当半月）最后一天；

    按日的：其后第几个工作日；-3 为倒数第3个工作日"""
    month: int = Field(default=1, ge=0, le=12)
    """时段后的第几个月（按周、旬、半月的：第几周、第几旬、第几个半月）：0 为本时段最后一个月，1 为下一时段首月"""
    hour: int | None = Field(default=None, ge=0, le=23)
    """几时前（二十四小时制）；不写的，那一天 24 时前"""
    minute: int | None = Field(default=None, ge=0, le=59)
    """几时几分前的几分"""
    roll: Roll | None = None
    """day 那一天（workday 不到这么多的，最后一天）是休息日时：true 顺延到下一工作日，back 提前到上一工作日，

    false 不变；不写的，依 conventions"""

    @model_validator(mode="after")
    def _one_day(self) -> DueDay:
        only_beside(self, "hour", "minute")
        if self.workday is None:
            only_beside(self, "day", "roll")
        if self.hour is None or self.workday is not None or self.day is not None:
            exactly_one(self, "day", "workday")
        elif "month" in self.model_fields_set:
            only_beside(self, "day", "month")
        return self

    @property
    def second(self) -> int | None:
        """The time of day in seconds after midnight; None where it is due by the end of the day."""
        return None if self.hour is None else self.hour * 3600 + (self.minute or 0) * 60
