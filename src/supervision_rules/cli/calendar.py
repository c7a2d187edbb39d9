"""``calendar``: a month's working days, or where a count of them ends."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable

from supervision_rules.calendar import OutOfCalendar, calendar_for, is_jurisdiction, shipped_notices
from supervision_rules.catalogue import Lang
from supervision_rules.catalogue.help import HELP
from supervision_rules.cli.arguments import Parser, day, month, whole
from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import CLEAN, FAILED
from supervision_rules.cli.inputs import notices
from supervision_rules.reports.calendar import count_text, month_text
from supervision_rules.reports.say import say


def arguments(parser: Parser) -> None:
    lang = parser.lang
    parser.option("month", about="month", nargs="?", type=month(lang), metavar="MONTH")
    parser.option("--place", about="place", type=_place(lang), default="CN", metavar="PLACE")
    parser.option("--from", about="from", dest="start", type=day(lang), metavar="DATE")
    parser.option("--workdays", about="workdays", type=whole(lang), metavar="N")
    parser.option("--notices", about="notices", action="append", default=[], metavar="FILE")


def run(given: Namespace, console: Console) -> int:
    counts = given.start is not None and given.workdays is not None
    wrong = _wrong(given)
    if wrong is not None:
        console.tell(f"{HELP[wrong][console.lang]}\n")
        return FAILED
    calendar = calendar_for(given.place, (*shipped_notices(), *notices(given.notices)))
    try:
        if counts:
            console.write(count_text(calendar, given.start, given.workdays, console.lang))
        else:
            console.write(month_text(calendar, given.month, console.lang))
    except OutOfCalendar as problem:
        within = counts and calendar.holds(given.start)
        words = {"day": problem.day, "first": problem.first, "last": problem.last, "count": abs(given.workdays or 0)}
        key = ("leaves" if given.workdays >= 0 else "leaves-backwards") if within else "outside"
        console.tell(say(key, console.lang, **words) + "\n")
        return FAILED
    return CLEAN


def _wrong(given: Namespace) -> str | None:
    """The key of what to say where neither a month is asked for nor a count, or both, or half a count."""
    asked = [given.month is not None, given.start is not None, given.workdays is not None]
    match asked:
        case [True, False, False] | [False, True, True]:
            return None
        case [True, _, _]:
            return "month-and-from"
        case [False, False, False]:
            return "month-or-from"
    return "from-and-workdays"


def _place(lang: Lang) -> Callable[[str], str]:
    def reader(text: str) -> str:
        if is_jurisdiction(text):
            return text
        raise ArgumentTypeError(HELP["bad-place"][lang].format(given=text))

    return reader
