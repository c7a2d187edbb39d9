"""How much of a whole, in per cent."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from typing import Final

_TENTH: Final = Decimal("0.1")


def percent(part: int, whole: int) -> Decimal:
    """To one place and never more than it is; of nothing there is all."""
    return (Decimal(100 * part) / whole if whole else Decimal(100)).quantize(_TENTH, ROUND_DOWN)
