"""How much of a whole, in per cent."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

_TENTH: Final = Decimal("0.1")
_ALMOST: Final = 100 - _TENTH


def percent(part: int, whole: int) -> Decimal:
    """To one place, and 100 only where nothing is lacking; of nothing there is all."""
    found = (Decimal(100 * part) / whole if whole else Decimal(100)).quantize(_TENTH, ROUND_HALF_UP)
    return min(found, _ALMOST) if part < whole else found
