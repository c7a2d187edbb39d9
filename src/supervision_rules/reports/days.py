"""Stretches of days in words."""

from __future__ import annotations

from datetime import date

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
