"""The cases that a pack keeps beside it: the model of their file, and their unfolding into single trials."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from pydantic import Field

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.findings import State
from supervision_rules.language.spec import RuleId, Spec
from supervision_rules.shape import DateText, validate

MAX_COPIES = 10_000
Raw = dict[str, Any]


class Expectation(Spec):
    """应当得出的一个结论；没写的项目不比较。"""

    subject: str | None = None
    """关于哪个事项、单位或记录（编号）"""
    state: State
    """结论：on_time、late、overdue、breached、reached、scored……"""
    day: DateText | None = None
    """到期日、到档日"""
    value: int | Decimal | list[int | Decimal] | None = None
    """数值：逾期天数、分数、名次、档次、超额数；两个数表示从最少到最多"""
    case: int | None = Field(default=None, ge=1)
    """适用第几种情形（档、组），从 1 数起"""
    period: str | None = None
    """时段，如 2021年、2021年第三季度"""
    detail: dict[str, Any] = {}
    """结论附带的内容"""
    missing: list[str] | None = None
    """缺哪些事实"""
    provisional: DateText | None = None
    """哪一天尚未有放假通知"""
    severity: Literal["violation", "warning"] | None = None
    """算违反（violation）还是提示（warning）"""


class Variation(Spec):
    """同一情形换几个值再判一次。"""

    set: dict[str, Any]
    """改哪些值：记录编号.字段: 值；值写 null 表示空着"""
    as_of: DateText | None = None
    """换一个判定日"""
    readings: dict[str, str] = {}
    """另按哪些理解"""
    expect: list[Expectation]
    """应当得出的结论；写 [] 表示本规则不得出结论"""


class Case(Spec):
    """一个用例：给出事实，写明应当得出的结论。"""

    id: RuleId
    """用例代号"""
    rule: str
    """检验哪一条规则"""
    label: str = ""
    """说明"""
    as_of: DateText
    """判定日"""
    readings: dict[str, str] = {}
    """按哪些理解；不写按规则包采用的"""
    records: list[Raw] = []
    """记录；可用 times 和 {n} 写多条相同的"""
    expect: list[Expectation] | None = None
    """应当得出的结论，全部写出；写 [] 表示本规则不得出结论"""
    vary: list[Variation] = []
    """换几个值再判"""


class CaseFile(Spec):
    """一个规则包的用例。"""

    pack: str
    """规则包代号"""
    units: list[Raw] = []
    """各用例共用的名册和记录"""
    cases: list[Case]
    """用例"""


@dataclass(frozen=True, slots=True)
class Trial:
    """One set of facts with what must come of it."""

    name: str
    case: Case
    span: Span
    as_of: date
    readings: Mapping[str, str]
    records: tuple[Raw, ...]
    expect: tuple[Expectation, ...]


def read_cases(data: bytes, source: str, diagnostics: Collector) -> tuple[CaseFile, tuple[Trial, ...]] | None:
    """The cases of a file, unfolded into trials; None if the file is no such file, which is then told."""
    tree = nodes.read(data, source, diagnostics)
    file = validate(CaseFile, tree, diagnostics) if tree is not None else None
    if tree is None or file is None:
        return None
    trials: list[Trial] = []
    seen: set[str] = set()
    for index, case in enumerate(file.cases):
        span = nodes.locate(tree, ("cases", index, "id")).span
        if case.id in seen:
            diagnostics.add("SR601", span, id=case.id)
        seen.add(case.id)
        if case.expect is None and not case.vary:
            diagnostics.add("SR602", span, id=case.id)
        trials += _trials(file, case, span, diagnostics)
    return file, tuple(trials)


def _trials(file: CaseFile, case: Case, span: Span, diagnostics: Collector) -> Iterator[Trial]:
    records = tuple(record for raw in (*file.units, *case.records) for record in _copies(raw))
    if case.expect is not None:
        yield Trial(case.id, case, span, case.as_of, case.readings, records, tuple(case.expect))
    for number, variation in enumerate(case.vary, start=1):
        changed = _changed(records, variation.set, span, diagnostics)
        readings = {**case.readings, **variation.readings}
        name = f"{case.id}#{number}"
        yield Trial(name, case, span, variation.as_of or case.as_of, readings, changed, tuple(variation.expect))


def _copies(raw: Raw) -> Iterator[Raw]:
    """The record, or with ``times: n`` that many, ``{n}`` in its texts being the number of each from 1."""
    times = raw.get("times", 1)
    count = times if isinstance(times, int) and 0 <= times <= MAX_COPIES else 1
    for number in range(1, count + 1):
        yield {key: _numbered(value, number) for key, value in raw.items() if key != "times"}


def _numbered(value: object, number: int) -> object:
    return value.replace("{n}", str(number)) if isinstance(value, str) else value


def _changed(
    records: tuple[Raw, ...], changes: Mapping[str, Any], span: Span, diagnostics: Collector
) -> tuple[Raw, ...]:
    """The records with some values replaced; ``m1: null`` leaves the record m1 out."""
    by_id = {str(record.get("id")): dict(record) for record in records}
    for place, value in changes.items():
        record_id, _, field = place.rpartition(".")
        if field in by_id and not record_id and value is None:
            del by_id[field]
        elif record_id in by_id:
            by_id[record_id][field] = value
        else:
            diagnostics.add("SR603", span, place=place)
    return tuple(by_id.values())
