"""What stops the clock of a time limit: records of a matter that say since when and until when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from supervision_rules.calendar import DAY_SECONDS, Moment, earlier
from supervision_rules.constructs.clock import OPEN, Span
from supervision_rules.constructs.hours import Stretch, as_moment, earliest, latest, untimed
from supervision_rules.expressions import DATE, MOMENT
from supervision_rules.findings import Explanation
from supervision_rules.language.binding import Binder
from supervision_rules.language.doubts import lacking
from supervision_rules.language.expression import Expression
from supervision_rules.language.links import belonging, link
from supervision_rules.language.missing import open_to_doubt
from supervision_rules.language.reasons import of_expression, reason
from supervision_rules.language.spec import Condition, RecordType, Spec
from supervision_rules.world import Row


class StopsSpec(Spec):
    """停止计时：从停止到恢复的日子不计；几次重叠的，只算一次。"""

    count: RecordType
    """哪一类记录（或其一种）使计时停止，如 pause"""
    where: Condition = True
    """其中哪些记录"""
    via: str | None = None
    """记录用哪个字段指向被停止的那一件；all 指所有的都停止"""
    since: str | None = None
    """哪一天停止，当天照计；不写为其日期；按小时计的，写停止的时刻"""
    until: str
    """哪一天恢复，当天不计，次日接着数；还没有恢复的，到期日未定；按小时计的，写恢复的时刻"""
    unquoted: str | None = None
    """数字不见于原话时，说明理由"""


class Stop(NamedTuple):
    """One stop of one matter."""

    since: date
    until: date
    """The days, or moments; OPEN while the clock has not gone on."""
    record: Row
    sure: bool
    """Whether it is known that it counts, since when and until when; if not, these are all that it can be."""

    @property
    def span(self) -> Span:
        """The days that do not count: those after the first, up to the last."""
        first = _day_of(self.since)
        return first, max(first, _day_of(self.until))

    @property
    def longest(self) -> Stretch:
        """The same to the second, as long as it can be: a plain day belongs to what was before it."""
        return earliest(_moment(self.since)), None if self.until == OPEN else latest(_moment(self.until))

    @property
    def shortest(self) -> Stretch:
        """The same, as short as it can be if it counts."""
        return latest(_moment(self.since)), None if self.until == OPEN else earliest(_moment(self.until))

    def precedes(self, done: date | None, timed: bool) -> bool | None:
        """Whether it begins before ``done``, and may stop something; None where that hangs on a time of day."""
        if done is None or not timed:
            return done is None or self.span[0] < done
        end = as_moment(done) or Moment.of(done)
        if earlier(self.shortest[0], earliest(end)):
            return True
        return None if earlier(self.longest[0], latest(end)) else False

    def is_known(self, timed: bool) -> bool:
        """Whether all is known of it that counts: where the hour does (``timed``), to the second."""
        ends = (each for each in (self.since, self.until) if timed and isinstance(each, Moment))
        return self.sure and all(each.second is not None for each in ends)


@dataclass(frozen=True, slots=True)
class Stops:
    """What stops a clock, bound to the declarations."""

    counted: str
    via: str
    where: Expression
    since: Expression | None
    until: Expression

    def of(self, row: Row, done: date | None, timed: bool) -> list[Stop]:
        """The stops of a matter; what begins when it is done, on that day or in that moment, stops nothing."""
        records = belonging(row, self.counted, self.via)
        found = [stop for record in records if (stop := self._stop(record)) is not None]
        return [stop for stop in found if stop.precedes(done, timed) is not False]

    def _stop(self, record: Row) -> Stop | None:
        """A stop that has not happened is none; one that has not ended is open."""
        applies = self.where.fast(record)
        since = record.source["date"] if self.since is None else self.since.fast(record)
        unknown = since is None and self.since is not None and open_to_doubt(self.since, record)
        if applies is False or (since is None and not unknown):
            return None
        until = self.until.fast(record)
        endless = until is None and open_to_doubt(self.until, record, planned=True)
        first = since if isinstance(since, date) else date.min
        last = until if isinstance(until, date) else OPEN
        return Stop(first, last, record, applies is True and not unknown and not endless)

    def missing(self, stops: Iterable[Stop], timed: bool = False) -> tuple[str, ...]:
        """The facts that would decide the stops that are in doubt; where the hour counts, the times of day too."""
        ends = [each for each in (self.since, self.until) if each is not None]
        facts = dict.fromkeys(
            fact
            for stop in stops
            if not stop.is_known(timed)
            for fact in (*lacking(stop.record, self.where, *ends), *(untimed(stop.record, *ends) if timed else ()))
        )
        return tuple(facts)

    def explain(self, stops: Iterable[Stop], timed: bool = False, idle: bool = False) -> Iterable[Explanation]:
        """Since when and until when each of them stopped the clock; ``idle`` where no clock runs that could stop."""
        for stop in stops:
            since, until = (stop.since, stop.until) if timed else stop.span
            record, sure = stop.record, stop.is_known(timed)
            read = [each for each in (self.where, self.since, self.until) if each is not None]
            parts = [of_expression(each, record) for each in read if each.checked.names]
            phrase = "stop-doubtful" if not sure else "stop-open" if until == OPEN else "stop"
            phrase = "stop-idle" if idle else phrase
            yield reason(phrase, *parts, type=record.type, id=record.id, since=since, until=until)


def _day_of(value: date) -> date:
    return value.whole if isinstance(value, Moment) else value


def _moment(value: date) -> Moment:
    """The moment that begins or ends a stop: of a plain day its end."""
    return value if isinstance(value, Moment) else Moment.of(value, DAY_SECONDS)


def bind_stops(spec: StopsSpec, binder: Binder) -> Stops | None:
    """What ``spec`` under the key ``stops`` of a rule says; None if something in it is wrong, which is then told."""
    via = link(binder, spec.count, binder.subject, spec.via, "stops", "count")
    if via is None:
        return None
    where = binder.condition("stops", "where", of=spec.count)
    since = binder.expression("stops", "since", of=spec.count, expected=(MOMENT, DATE))
    until = binder.expression("stops", "until", of=spec.count, expected=(MOMENT, DATE))
    if where is None or until is None or (since is None and spec.since is not None):
        return None
    return Stops(spec.count, via, where, since, until)
