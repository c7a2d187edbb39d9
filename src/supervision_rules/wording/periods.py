"""Periods other than in the words: 每季度 beside ``each: month``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector
from supervision_rules.language.quotes import folded
from supervision_rules.language.said import NUMBER, unspaced
from supervision_rules.nodes.numerals import decimal
from supervision_rules.wording.quoting import Quoting

_DAYS: Final[Mapping[str, tuple[int, str]]] = MappingProxyType(
    dict.fromkeys(("日", "天", "工作日", "day", "workday"), (1, "day"))
    | dict.fromkeys(("周", "星期", "week"), (7, "day"))
    | dict.fromkeys(("旬", "ten days"), (10, "day"))
    | dict.fromkeys(("半月", "half month"), (15, "day"))
    | dict.fromkeys(("月", "month"), (1, "month"))
    | dict.fromkeys(("季", "季度", "quarter"), (3, "month"))
    | dict.fromkeys(("半年", "half year"), (6, "month"))
    | dict.fromkeys(("年", "year"), (12, "month"))
)
"""How long each period is, in days or in months."""
_NAMES: Final[Mapping[tuple[int, str], str]] = MappingProxyType(
    {(1, "day"): "day", (7, "day"): "week", (14, "day"): "2 weeks", (10, "day"): "ten days", (15, "day"): "half month"}
    | {(1, "month"): "month", (3, "month"): "quarter", (6, "month"): "half year", (12, "month"): "year"}
    | {(months, "month"): f"{months // 12} years" for months in (24, 36, 48, 72)}
)
_OFTEN: Final = {(1, "month", 2): (15, "day"), (1, "month", 3): (10, "day")}
"""How long it is from one time to the next, of so many in a month."""
_ACTS: Final = (
    "督查|督办|通报|调度|报告|报送|上报|提报|检查|考核|考评|评估|评价|小结|总结|点评|汇总|统计|公布|公示|排名"
)
_UNIT: Final = r"(?P<{0}>工作日|日(?![常程志历])|天|周(?![年边密])|星期|旬|半个?月|月|季度?|半年|年(?![级代]))"
# 每季度, 每个月, 每两周, 逐月; 按月通报, 分月报告; a quotation, or part of a list, that begins so: 月督查、季通报.
_SAID: Final = re.compile(
    rf"(?:每|逐)(?P<many>[两二三四六2346])?个?{_UNIT.format('each')}(?:[^，,。；;、]{{0,8}}?(?P<times>{NUMBER})次)?"
    rf"|(?:按|分){_UNIT.format('by')}度?(?:{_ACTS})"
    rf"|(?:^|(?<=[、，,；;]))(?P<bare>日|周|旬|月|季|半年|年)[度终]?(?:{_ACTS})"
)
# 实行周调度、月通报: what may name a period more.
_ALSO: Final = re.compile(rf"(?P<unit>日|周|旬|月|季|半年|年)[度终]?(?:{_ACTS})")
# The days of a year or a month on which it is due: 6月30日和12月31日, 10日、20日和30日.
_DAY: Final = rf"(?:月?底|{NUMBER}月(?:{NUMBER}日|底|末|初|[上中下]旬)?|{NUMBER}日)"
_DUE: Final = re.compile(rf"{_DAY}(?:前|之前|以前)?(?:(?:[、和及与]|以及){_DAY}(?:前|之前|以前)?)+")
_WRITTEN: Final = re.compile(
    r"(?:(?P<many>[1-9]\d*) )?(?P<unit>ten days|half (?:month|year)|[a-z]+?)s?(?: from start)?"
)
_OWN: Final[Mapping[str, str]] = MappingProxyType({"duty": "each", "ranking": "window", "score": "window"})
"""The key of a rule that says for which periods it is; of others it says over which they look."""


Length = tuple[int, str]


class _Period(NamedTuple):
    length: Length
    shown: str
    times: int = 1
    """How often in it something is to be done: four times a year may be once in a quarter."""

    @property
    def lengths(self) -> tuple[Length | None, ...]:
        """What may be written for it; None is what cannot be made out."""
        number, unit = self.length
        often = (number // self.times, unit) if number % self.times == 0 else _OFTEN.get((*self.length, self.times))
        return None, self.length, often


def tell_periods(every: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell each rule whose words name one period, and that recurs, or ranks, or marks by another."""
    for each in every.values():
        kind = nodes.at(each.written, "kind")
        key = _OWN.get(kind.text) if isinstance(kind, nodes.Scalar) else None
        written = nodes.at(each.written, key) if key is not None else None
        said = _one(each) if written is not None else None
        if said is not None and written is not None:
            other = next((value for value in _scalars(written) if _length(value.text) not in said.lengths), None)
            if other is not None:
                shown = {"found": f"{key}: {other.text}", "mend": f"{key}: {_mended(other.text, said)}"}
                diagnostics.add("SR180", other.span, words=said.shown, **shown)


def _one(each: Quoting) -> _Period | None:
    """The one period that its words name; where they name none, its label."""
    label = nodes.at(each.written, "label")
    texts = [quote.scalar.text for quote in each.quotes]
    for group in (texts, [label.text] if isinstance(label, nodes.Scalar) else []):
        found = {said.length: said for text in group for said in _said(text)}
        also = {
            _DAYS[match["unit"]] for text in group for match in _ALSO.finditer(_SAID.sub("", unspaced(folded(text))))
        }
        if found:
            return next(iter(found.values())) if len(found) == 1 and also <= found.keys() else None
    return None


def _said(text: str) -> Iterator[_Period]:
    whole = unspaced(folded(text))
    for match in _SAID.finditer(whole):
        many = int(decimal(match["many"])) if match["many"] else 1
        number, unit = _DAYS[(match["each"] or match["by"] or match["bare"]).replace("个", "")]
        due = _DUE.match(whole, match.end()) if match["times"] is None else None
        times = int(decimal(match["times"])) if match["times"] else len(re.findall(_DAY, due[0])) if due else 1
        yield _Period((number * many, unit), match[0], max(times, 1))


def _scalars(node: nodes.Node) -> Iterator[nodes.Scalar]:
    """The value, or those under its options."""
    if isinstance(node, nodes.Scalar):
        yield node
    elif isinstance(node, nodes.Mapping):
        for _, value in node.entries[1:]:
            yield from _scalars(value)


def _length(text: str) -> Length | None:
    match = _WRITTEN.fullmatch(text)
    if match is None or match["unit"] not in _DAYS:
        return None
    number, unit = _DAYS[match["unit"]]
    return number * int(match["many"] or 1), unit


def _mended(text: str, said: _Period) -> str:
    name = _NAMES.get(said.length, f"{said.length[0]} {said.length[1]}s")
    return f"{name} from start" if text.endswith("from start") else name
