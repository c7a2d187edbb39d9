"""What a pack writes of a derived fact."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import Annotated, Final, Literal, cast

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from supervision_rules.calendar import PeriodKind
from supervision_rules.catalogue.periods import WINDOW
from supervision_rules.diagnostics import NOTHING, named, nearest
from supervision_rules.language.aggregates import RUN, WAYS
from supervision_rules.language.spec import ALL, Cite, Identifier, RecordType, Spec

PEERS: Final = "peers"
"""The rows of the subject's own type."""
OTHERS: Final = "others"
"""The same without the subject itself."""
ALL_PEERS: Final = frozenset({PEERS, OTHERS})
EARLIER: Final = "earlier"
"""The records of its own type that come before it."""
WORKDAYS: Final = "workdays"
PERIODS: Final[Mapping[str, PeriodKind]] = MappingProxyType(
    {
        "days": "day",
        WORKDAYS: "day",
        "weeks": "week",
        "ten days": "ten days",
        "half months": "half month",
        "months": "month",
        "quarters": "quarter",
        "half years": "half year",
        "years": "year",
    }
)
"""The subject itself, through each of these periods."""
OF_ITS_OWN: Final = frozenset({*ALL_PEERS, EARLIER, *PERIODS})
"""What a fact can be made of that is no other record: it is read as the subject itself is."""
MISSING: Final = "missing"
"""What a division by zero gives where there is no quotient."""
LAST: Final = "last "
"""Begins the windows that are over: the period before the one looked at."""
Window = Annotated[str, Field(pattern=WINDOW)]


def _number_or_missing(value: object) -> object:
    """A number is what is wanted of a text, but where it was probably meant to be ``missing``."""
    if isinstance(value, str) and nearest(value, (MISSING,)) == NOTHING:
        raise PydanticCustomError("decimal_type", "a number or missing")
    return value


IfZero = Annotated[int | Decimal | Literal["missing"], BeforeValidator(_number_or_missing)]
"""What a division by zero gives: a number, or that there is no quotient."""

_IDLE: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "value": ("where", "take", "via", "by", "window", "since", "until", "among", "ungoverned"),
        "count": ("take",),
        "any": ("take",),
        "every": ("take",),
        "run": ("take",),
        "ordinal": ("take",),
        EARLIER: ("via",),
        **dict.fromkeys(PERIODS, ("via", "by", "among", "ungoverned")),
    }
)
"""What says nothing beside each way of making a fact, and is therefore not what its author thinks it is."""
_NOT_OF_UNITS: Final = ("via", "by", "since", "until", "ungoverned")
"""What chooses among records, and says nothing of units."""


class FactSpec(Spec):
    """派生事实：由一个式子，或由属于某事项、某单位的记录得出的有名字的值。"""

    id: Identifier
    """名字，规则的式子里用它"""
    label: str
    """中文名称"""
    of: RecordType
    """关于哪一类记录（或其一种）：matter、unit……"""
    value: str | int | Decimal | bool | None = None
    """由本记录各项事实算出的值"""
    count: RecordType | None = None
    """数哪一类记录；peers 同类各单位，others 其他单位，earlier 此前的同类记录，weeks、months、years 等，各个时段"""
    run: RecordType | None = None
    """最近连续几件（或几个时段）符合 where：哪一类记录，或 months 等；中间有一件不符合的，从它以后数起"""
    ordinal: Literal["earlier"] | None = None
    """它是第几次：earlier 此前的同类记录，再加上它自己"""
    distinct: RecordType | None = None
    """数哪一类记录的 take 有几个不同的值"""
    sum: RecordType | None = None
    """对哪一类记录的 take 求和"""
    mean: RecordType | None = None
    """对哪一类记录的 take 求平均"""
    max: RecordType | None = None
    """取哪一类记录的 take 中最大的"""
    min: RecordType | None = None
    """取哪一类记录的 take 中最小的"""
    top: RecordType | None = None
    """取哪一类记录的 take 中在选项表里排得最上的（如最差的灯）"""
    bottom: RecordType | None = None
    """取哪一类记录的 take 中在选项表里排得最下的"""
    first: RecordType | None = None
    """取哪一类记录中最早一件的 take（不写 take 为其日期）"""
    last: RecordType | None = None
    """取哪一类记录中最近一件的 take（不写 take 为其日期）"""
    any: RecordType | None = None
    """哪一类记录中有符合 where 的"""
    every: RecordType | None = None
    """哪一类记录全都符合 where"""
    where: str | bool | None = None
    """只算符合这个条件的记录"""
    take: str | None = None
    """从每件记录取的值"""
    via: str | None = None
    """记录用哪个字段指向本主体；all 指不论属于谁"""
    by: str | None = None
    """按记录的哪个日期归入时段、排先后；不写为其日期"""
    window: Window | None = None
    """只算这个时段内的：day、week、ten days、half month、month、quarter、half year、year，

    上一个写 last year 等；12 months 截至当日"""
    since: str | None = None
    """只算这一天以后的记录，当天的不算；还没有这一天的全算，如“上次合格以后”"""
    until: str | None = None
    """只算到这一天为止的记录，当天的也算；没有这一天的全算，如“当时”：until: date"""
    among: list[str] = []
    """只算这些方面与本主体相同的记录（peers 即这些方面相同的单位）"""
    ungoverned: bool | None = None
    """本文件管不到的记录（如施行以前的）也算，如“上年度未被问责”；只看，不判"""
    if_zero: IfZero | None = None
    """除数为零时的值；missing 是没有这个商（不计入平均等，用 known 问有没有）"""
    cite: Cite | None = None
    """式子里有数字的，写明依据"""
    unquoted: str | None = None
    """数字不见于所引原话时，说明理由"""

    @model_validator(mode="after")
    def _one_way(self) -> FactSpec:
        ways = [name for name in ("value", *WAYS) if getattr(self, name) is not None]
        if not ways:
            raise PydanticCustomError("SR159", "no way", {"keys": named(("value", *WAYS))})
        if len(ways) > 1:
            raise PydanticCustomError("SR150", "one way", {"ways": named(ways)})
        counted = str(getattr(self, self.way))
        for way in (self.way, *(() if self.way == "value" else (counted,))):
            for key in _IDLE.get(way, ()):
                if getattr(self, key) not in (None, []):
                    raise PydanticCustomError("SR158", "idle", {"key": key, "way": way, "at": (key,)})
        if counted in ALL_PEERS:
            self._among_peers(counted)
        if self.way != "value" and self.if_zero == MISSING:
            raise PydanticCustomError("SR168", "missing of each", {"at": ("if_zero",)})
        if self.way == RUN and self.where is None:
            raise PydanticCustomError("SR166", "a run of what", {"at": (RUN,)})
        return self

    def _among_peers(self, counted: str) -> None:
        """Units are no records: none lies in a window by its date, and none belongs to another."""
        idle = [key for key in _NOT_OF_UNITS if getattr(self, key) is not None]
        if self.previous or self.rolling:
            idle.append("window")
        for key in idle:
            words = {"key": f"{key}: {getattr(self, key)}", "counted": counted, "at": (key,)}
            raise PydanticCustomError("SR169", "units are no records", words)

    @property
    def period(self) -> PeriodKind | None:
        """The calendar period that the fact looks at; None if it has no window or a rolling one."""
        if self.window is None or self.window[0].isdigit():
            return None
        return cast(PeriodKind, self.window.removeprefix(LAST))

    @property
    def previous(self) -> bool:
        """Whether the fact looks at the period before that."""
        return self.window is not None and self.window.startswith(LAST)

    @cached_property
    def of_anyone(self) -> bool:
        """Whether the fact looks, through a window of its own, at records whosever they are."""
        return self.window is not None and self.via == ALL

    @property
    def rolling(self) -> bool:
        """Whether the fact looks at so many months up to a day."""
        return self.window is not None and self.period is None

    @cached_property
    def way(self) -> str:
        """How the fact is made: ``value`` or the name of an aggregate."""
        return next(name for name in ("value", *WAYS) if getattr(self, name) is not None)
