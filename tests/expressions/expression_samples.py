"""What the tests and the pages of the codes SR2xx speak of: a few names of every type, and two functions of rules."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from supervision_rules.calendar import Moment
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.expressions import (
    BOOL,
    DATE,
    FUNCTIONS,
    MOMENT,
    NUMBER,
    TEXT,
    TEXTS,
    Checked,
    Function,
    Interval,
    Scope,
    Type,
    Value,
    parse,
)

LEVEL = Type.enum("重要程度", ("ordinary", "important", "urgent"))
LATE = Function(
    "late",
    (TEXT,),
    BOOL,
    lambda row, rule: row["late_days"] != 0,
    wants_row=True,
    literals={"reply": BOOL, "plan": BOOL},
)
POINTS = Function(
    "points",
    (TEXT,),
    NUMBER,
    lambda row, rule: row["score"],
    wants_row=True,
    literals={"reminder": NUMBER, "level": LEVEL},
)
SCOPE = Scope(
    {
        "late_days": NUMBER, "score": NUMBER, "total": NUMBER, "joint": BOOL, "needs_policy": BOOL,
        "received": DATE, "closed": DATE, "posted_at": MOMENT, "replied_at": MOMENT,
        "title": TEXT, "units": TEXTS, "level": LEVEL,
    },
    {**FUNCTIONS, "late": LATE, "points": POINTS},
)  # fmt: skip
ROW: dict[str, Value] = {
    "late_days": 7, "score": Decimal("2.5"), "total": 10, "joint": True, "needs_policy": False,
    "received": date(2021, 7, 1), "closed": date(2021, 7, 30),
    "posted_at": Moment(2021, 7, 1, 36_000), "replied_at": Moment(2021, 7, 1, 61_200),
    "title": "老旧小区改造", "units": ("甲", "乙"),
    "level": "urgent",
}  # fmt: skip
VALUES: dict[str, tuple[Value, ...]] = {
    "moment": (None, Moment(2021, 7, 31, 0), Moment(2021, 7, 31, 61_200), Moment(2021, 7, 31), Moment(2021, 8, 1, 60)),
    "number": (
        None,
        0,
        1,
        5,
        -3,
        Decimal("2.5"),
        Decimal("1E+20"),
        10**27,
        Interval(0, 5),
        Interval(-3, Decimal("2.5")),
    ),
    "bool": (None, True, False),
    "date": (None, date(2021, 7, 1), date(2020, 2, 29), date.max),
    "text": (None, "", "甲", "老旧小区改造"),
    "texts": (None, (), ("甲", "乙")),
    "enum": (None, *LEVEL.levels),
}


def span(start: int, end: int) -> Span:
    return Span("pack.yaml", 1, start + 1, 1, end + 1)


def check(
    text: str, expected: Type | tuple[Type, ...] | None = BOOL, **options: int
) -> tuple[Checked | None, list[str]]:
    """The checked expression, and ``code column-end`` of every diagnostic, by place."""
    diagnostics = Collector()
    checked = parse(text, span, SCOPE, expected, diagnostics, **options)  # type: ignore[arg-type]
    found = [f"{one.code} {one.span.column}-{one.span.end_column}" for one in diagnostics.sorted() if one.span]
    return checked, found


def sound(text: str, expected: Type | tuple[Type, ...] | None = BOOL, **options: int) -> Checked:
    """An expression that must have no diagnostics."""
    checked, found = check(text, expected, **options)
    assert checked is not None and not found, (text, found)
    return checked
