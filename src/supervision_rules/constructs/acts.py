"""What fulfils a recurring duty: records, with the day on which each was done and the days that it is about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from supervision_rules.calendar import Period
from supervision_rules.expressions import DATE, MOMENT
from supervision_rules.findings import Explanation
from supervision_rules.language.binding import Binder
from supervision_rules.language.doubts import lacking
from supervision_rules.language.expression import Expression
from supervision_rules.language.links import link
from supervision_rules.language.missing import open_to_doubt
from supervision_rules.language.reasons import not_fixed, reason
from supervision_rules.language.unfixed import unfixed
from supervision_rules.world import NO_CHANGE, Row

_DAYS: Final = (MOMENT, DATE)


@dataclass(frozen=True, slots=True)
class Act:
    """A record that fulfils (``sure``), or of which that is unknown: when it was done, which days it is about."""

    row: Row
    sure: bool
    done: date | None
    about: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Acts:
    """Which records fulfil a duty, bound to the declarations."""

    need: str
    via: str
    """The field that names who owes; empty where they count whosever they are."""
    where: Expression
    by: Expression | None
    for_period: Expression | None
    through: Expression | None

    def sorted(self, row: Row, periods: Sequence[Period]) -> list[list[Act]]:
        """The acts for each of the periods, of which none meet; one that may belong to any is in all of them."""
        sorted_: list[list[Act]] = [[] for _ in periods]
        firsts = [period.first for period in periods]
        for act in self._of(row):
            if act.about is None or act.until is None:
                for acts in sorted_:
                    acts.append(act)
                continue
            for index in range(max(bisect_right(firsts, act.about) - 1, 0), bisect_right(firsts, act.until)):
                if act.about <= periods[index].last:
                    sorted_[index].append(act)
        return sorted_

    def _of(self, row: Row) -> Iterator[Act]:
        """Each period is owed under one version of the document, and what is done for it counts whichever version
        governs the record."""
        world, ever = row.world, row.world.change != NO_CHANGE
        for record in world.children(self.need, self.via, row.id, ever) if self.via else world.dated(self.need, ever):
            wanted = self.where.fast(record)
            done = self.by.fast(record) if self.by else record["date"]
            if wanted is False or (done is None and self.by and not open_to_doubt(self.by, record)):
                continue
            if isinstance(done, date) and done > world.as_of:
                continue  # a day to come: it has not been done yet
            about = self.for_period.fast(record) if self.for_period else done
            known = wanted is True and done is not None and about is not None
            yield Act(record, known, _day(done), _day(about), self._until(record, _day(about)))

    def _until(self, record: Row, about: date | None) -> date | None:
        """The last day that a record counts for: its only one, unless the rule says how far it goes."""
        last = _day(self.through.fast(record)) if self.through else None
        return about if about is None or last is None else max(about, last)

    def doubts(self, acts: Iterable[Act]) -> tuple[str, ...]:
        """The facts that would tell whether, when or for which period the doubtful records count."""
        found: dict[str, None] = {}
        for act in acts:
            if not act.sure:
                named = lacking(act.row, self.where, self.by, self.for_period)
                found |= dict.fromkeys(named or (f"{act.row.type} {act.row['id']}: date",))
        return tuple(found)

    def explain(self, acts: Iterable[Act]) -> Iterator[Explanation]:
        """Each record, and the days that no notice has fixed on which it hangs whether and when it counts."""
        for act in acts:
            expressions = (self.where, self.by, self.for_period, self.through)
            days = (unfixed(each, act.row) for each in expressions if each is not None)
            parts = (part for day in days for part in not_fixed(day))
            phrase = "record" if act.sure else "record-doubtful"
            yield reason(phrase, *parts, type=act.row.type, id=act.row["id"], date=act.done, taken={})


def bind_acts(
    binder: Binder, need: str, of: str, via: str | None, dates: Mapping[str, str | None], timed: bool
) -> Acts | None:
    """What the keys of a rule say of the records of type or kind ``need``; None if one is wrong, which is told.

    ``dates`` are the texts that the rule has under ``by``, ``for_period`` and ``through``; ``timed``: it matters at
    what time of day a record fulfils it.
    """
    field = link(binder, need, of, via, "need")
    where = binder.condition("where", of=need)
    bound = {key: binder.expression(key, of=need, expected=_DAYS if timed and key == "by" else DATE) for key in dates}
    broken = any(text is not None and bound[key] is None for key, text in dates.items())
    return None if field is None or where is None or broken else Acts(need, field, where, **bound)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
