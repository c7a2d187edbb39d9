"""How a rule says what extends a time limit, and what that comes to under the declarations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Final

from pydantic import Discriminator, Field, Tag, model_validator

from supervision_rules.constructs.alternatives import exactly_one
from supervision_rules.constructs.extensions import Extensions
from supervision_rules.constructs.lengths import Length, length_of
from supervision_rules.constructs.scaling import Factor, Round, Times, bind_factor, tell_fractions
from supervision_rules.expressions import DATE, MOMENT
from supervision_rules.language.binding import Binder, Path
from supervision_rules.language.conventions import Deadline, HourlyText, Limit, LimitOrTo, parse_limit
from supervision_rules.language.links import link
from supervision_rules.language.spec import Condition, RecordType, Spec

LENGTHS: Final = ("before", "by", "within", "each_up_to", "up_to")
"""The keys of an extension that are lengths."""


class LimitShare(Spec):
    """原时限的几分之几：从该情形的期限（within）算。"""

    share: Times
    """几分之几，如 0.5、1/3；等于原时限的写 1"""
    round: Round | None = None
    """不是整日的：down 舍去，up 进一，half_up 四舍五入；会出零头的必须写"""


def _form(value: object) -> str:
    return "as a share" if isinstance(value, dict) else "as a length"


def _form_of_each(value: object) -> str:
    return "as a list" if isinstance(value, list) else _form(value)


Most = Annotated[
    Annotated[HourlyText, Tag("as a length")] | Annotated[LimitShare, Tag("as a share")], Discriminator(_form)
]
"""A length, or a share of the limit."""
Each = Annotated[
    Annotated[HourlyText, Tag("as a length")]
    | Annotated[LimitShare, Tag("as a share")]
    | Annotated[list[Most], Field(min_length=1), Tag("as a list")],
    Discriminator(_form_of_each),
]
"""The same for each time, or for the first, the second and so on."""


class ExtendedSpec(Spec):
    """延期：到期日以前（含当日）申请的才算；to、by、within 写一个。"""

    count: RecordType
    """哪一类记录（或其一种）是延期，如 extension"""
    where: Condition = True
    """其中哪些记录才算，如经谁批准"""
    via: str | None = None
    """记录用哪个字段指向被延期的那一件；all 指所有的都延期"""
    asked: str | None = None
    """哪一天申请；不写为其日期；按小时计的，写申请的时刻"""
    before: HourlyText | None = None
    """至迟在当时的到期日前多久申请（含那一天），晚于它的不算；不写为到期日当天"""
    to: str | None = None
    """延到哪一天，或延到什么时刻"""
    by: LimitOrTo | None = None
    """每次延长多久，接着当时的到期日数"""
    within: LimitOrTo | None = None
    """延期后的总期限，从起算日数"""
    at_most: int | None = Field(default=None, ge=1, le=10_000)
    """最多延期几次，多的不算"""
    each_up_to: Each | None = None
    """每次最多延长多久，从当时的到期日数，超过的延到上限为止；各次不同的写成一串，最后一个管以后各次；也可以写原时限的几分之几"""
    up_to: Most | None = None
    """累计最多延长多久，从原到期日数，超过的延到上限为止；也可以写原时限的几分之几"""
    unquoted: str | None = None
    """数字不见于原话时，说明理由"""

    @model_validator(mode="after")
    def _one_way(self) -> ExtendedSpec:
        exactly_one(self, "to", "by", "within")
        return self


def bind_extensions(spec: ExtendedSpec, limits: Sequence[Length | None], binder: Binder) -> Extensions | None:
    """What ``spec`` under the key ``extended`` of a rule says; None if something in it is wrong, which is then told.

    ``limits`` are those that a share may be of, first those of the cases, None where the due day is stated.
    """
    via = link(binder, spec.count, binder.subject, spec.via, "extended", "count")
    lengths = {name: _length(getattr(spec, name), binder, "extended", name) for name in ("before", "by", "within")}
    each, most = [_most(given, limits, binder, path) for path, given in _caps(spec, "each_up_to")], None
    if spec.up_to is not None:
        most = _most(spec.up_to, limits, binder, ("extended", "up_to"))
    if spec.at_most is not None:
        binder.number(spec.at_most, "extended", "at_most")
    if via is None or None in each or (most is None and spec.up_to is not None):
        return None
    where = binder.condition("extended", "where", of=spec.count)
    asked = binder.expression("extended", "asked", of=spec.count, expected=(MOMENT, DATE))
    to = binder.expression("extended", "to", of=spec.count, expected=(MOMENT, DATE))
    if where is None or (asked is None and spec.asked is not None) or (to is None and spec.to is not None):
        return None
    caps = tuple(cap for cap in each if cap is not None)
    return Extensions(spec.count, via, where, asked, to=to, at_most=spec.at_most, each=caps, most=most, **lengths)


def lengths_of(spec: ExtendedSpec) -> Iterator[tuple[Path, Limit]]:
    """The lengths that are written in it, each with its place."""
    for name in LENGTHS:
        for path, given in _caps(spec, name):
            if isinstance(given, str):
                yield path, parse_limit(given)


def _caps(spec: ExtendedSpec, name: str) -> list[tuple[Path, str | LimitShare]]:
    """What stands under a key, one or several."""
    given = getattr(spec, name)
    if isinstance(given, list):
        return [(("extended", name, index), each) for index, each in enumerate(given)]
    return [] if given is None else [(("extended", name), given)]


def _most(
    given: str | LimitShare, limits: Sequence[Length | None], binder: Binder, path: Path
) -> Length | Factor | None:
    if isinstance(given, str):
        return _length(given, binder, *path)
    share = bind_factor(binder, given.round, *path, "share")
    stated = next((number for number, limit in enumerate(limits, 1) if limit is None), None)
    if stated is not None:
        binder.report("SR349", *path, "share", number=stated)
        return None
    return None if share is None or tell_fractions(binder, share, limits, *path) else share


def _length(text: str | None, binder: Binder, *path: str | int) -> Length | None:
    if text is None:
        return None
    limit = binder.limit(text, *path)
    if path[-1] != "before" or limit.hourly:
        return length_of(limit, binder.conventions)
    # The day that lies so long before a day.
    return Deadline(Limit(-limit.amount, limit.unit), limit.counts_workdays(binder.conventions), False)
