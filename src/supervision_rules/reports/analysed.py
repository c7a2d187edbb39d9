"""What was looked into without records: what was proved, what could not be and why, and how many of each sort."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from supervision_rules.analysis import Examined
from supervision_rules.catalogue import Bilingual
from supervision_rules.reports.checked import Setting
from supervision_rules.reports.columns import visible
from supervision_rules.reports.say import say


def analysed(examined: Sequence[Examined], setting: Setting) -> Iterator[str]:
    """The lines under the headings of what was proved and what was not, and the counts."""
    in_order = sorted(examined, key=lambda each: each.span)
    proved = [each for each in in_order if each.found is not None]
    open_ = [each for each in in_order if each.reason is not None]
    if proved:
        yield say("analysed-found", setting.lang, count=len(proved))
        yield from (_line(each, setting, each.found) + _under(each, setting) for each in proved)
    if open_:
        yield say("analysed-open", setting.lang, count=len(open_))
        yield from (_line(each, setting, each.reason) for each in open_)
    counts = say("list", setting.lang).join(_counts(examined, setting))
    yield say("analysed", setting.lang, counts=counts or say("analysed-none", setting.lang))


def _line(each: Examined, setting: Setting, words: Bilingual | None) -> str:
    span = each.span
    place = visible(f"{setting.place(span.source)}:{span.line}:{span.column}")
    sort = say(f"analysed.{each.sort}", setting.lang)
    return say(
        "analysed-line",
        setting.lang,
        place=place,
        sort=sort,
        about=visible(each.about),
        words=visible(words.said(setting.lang)) if words is not None else "",
    )


def _under(each: Examined, setting: Setting) -> str:
    """The readings that what was proved hangs on."""
    if not each.under:
        return ""
    options = say("list", setting.lang).join(f"{visible(reading)}={visible(option)}" for reading, option in each.under)
    return say("analysed-under", setting.lang, options=options)


def _counts(examined: Iterable[Examined], setting: Setting) -> Iterator[str]:
    """How many of each sort were looked into, and of how many all was decided."""
    sorts: dict[str, list[bool]] = {}
    for each in examined:
        sorts.setdefault(each.sort, []).append(each.reason is None)
    for sort, exact in sorts.items():
        yield say(
            "analysed-count",
            setting.lang,
            sort=say(f"analysed.{sort}", setting.lang),
            count=len(exact),
            exact=sum(exact),
        )
