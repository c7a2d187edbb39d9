"""Stretches of days in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from supervision_rules.calendar import Stretch
from supervision_rules.catalogue import Lang
from supervision_rules.reports.say import say


def span_text(first: date, last: date) -> str:
    """10-01…10-08, or 10-11 for a single day."""
    return f"{first:%m-%d}" if first == last else f"{first:%m-%d}…{last:%m-%d}"


def stretch_text(stretch: Stretch, reason: str, lang: Lang) -> str:
    """Neighbouring days with one reason: 10-01…10-08 国庆节、中秋节（不计）."""
    words = {"days": span_text(stretch.first, stretch.last), "reason": reason}
    if not stretch.counted:
        return say("skipped-days", lang, **words)
    key = "counted-day" if stretch.ordinal_first == stretch.ordinal_last else "counted-days"
    return say(key, lang, **words, first=stretch.ordinal_first, last=stretch.ordinal_last)


def clock_text(hours: int | Decimal | Fraction, lang: Lang, *, with_days: bool) -> str:
    """A length in hours as people say it: 1分钟, 3小时30分钟, 1天1小时; office hours make no days."""
    minutes, seconds = divmod(round(hours * 3600), 60)
    whole, minutes = divmod(minutes, 60)
    days, whole = divmod(whole, 24) if with_days else (0, whole)
    amounts = {"day": days, "hour": whole, "minute": minutes, "second": seconds}
    parts = (say(f"length.{unit}", lang, amount=amount) for unit, amount in amounts.items() if amount)
    return say("length.join", lang).join(parts)
