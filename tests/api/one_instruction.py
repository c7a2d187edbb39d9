"""A leader's instruction to a bureau of Liuzhou, by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from supervision_rules import load_pack

LIUZHOU = load_pack("liuzhou")
DAY = date(2021, 12, 31)
UNIT = LIUZHOU.models["unit"](id="u1", name="市交通运输局", group="municipal", tier="city")


def instruction(**values: Any) -> Any:
    """The instruction of 2021-09-27, received a day later, with the ``values`` that a test is about."""
    days = {"date": date(2021, 9, 27), "received": date(2021, 9, 28)}
    known: dict[str, Any] = {"id": "m1", "kind": "instruction", "title": "公路养护批示", "unit": "u1"}
    return LIUZHOU.models["matter"](**known, **days, **values)
