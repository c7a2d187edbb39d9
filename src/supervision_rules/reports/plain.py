"""Values as JSON has them: numbers that are not whole as text, so that nothing rounds them; dates as ISO text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from supervision_rules.calendar import Period, Stretch
from supervision_rules.expressions import Interval
from supervision_rules.expressions.exact import as_decimal

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]


def plain(value: object) -> Json:
    """The value in JSON's own types."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Decimal | Fraction):
        number = as_decimal(value)
        return int(number) if number == number.to_integral_value() else f"{number.normalize():f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(name): plain(item) for name, item in value.items()}
    return _composed(value)


def _composed(value: object) -> Json:
    if isinstance(value, Interval):
        return {"low": plain(value.low), "high": plain(value.high)}
    if isinstance(value, Period):
        return {"kind": value.kind, "first": plain(value.first), "last": plain(value.last), "label": value.label}
    if isinstance(value, Stretch):
        first, last = plain(value.first), plain(value.last)
        return {"first": first, "last": last, "counted": value.counted, "reason": value.reason}
    return str(value)
