"""The cases that a pack keeps beside it: the model of their file."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field

from supervision_rules.catalogue.interface import TEXTS
from supervision_rules.findings import State
from supervision_rules.language.spec import Raw, RuleId, Spec
from supervision_rules.shape import DateText

NONE = "none"
"""What a case writes for the state of a subject about which the rule says nothing."""

_LABELS: dict[str, Any] = {"labels": {str(state): TEXTS[f"state.{state}"]["zh"] for state in State}}


class Expectation(Spec):
    """应当得出的一个结论；没写的项目不比较。"""

    subject: str | None = None
    """关于哪个事项、单位或记录（编号）"""
    state: Literal[
        "on_course",
        "due_soon",
        "overdue",
        "on_time",
        "late",
        "met",
        "breached",
        "reached",
        "due_for",
        "scored",
        "ranked",
        "within",
        "over",
        "concluded",
        "undetermined",
        "not_governed",
        "none",
    ] = Field(json_schema_extra=_LABELS)
    """结论，各词的意思见页末的表；none 表示对它不得出结论，not_governed 表示它不归本文件管"""
    day: DateText | None = None
    """到期日、到档日"""
    value: int | Decimal | list[int | Decimal] | None = None
    """数值：逾期天数、分数、名次、档次、超额数；两个数表示从最少到最多"""
    case: Annotated[int, Field(ge=1)] | str | None = None
    """适用哪一种情形（步、档、组）：第几种，从 1 数起；或它的名称、代号、原话"""
    period: str | None = None
    """时段，如 2021年、2021年第三季度"""
    detail: dict[str, Any] = {}
    """结论附带的内容"""
    missing: list[str] | None = None
    """缺哪些事实，写作 类型 编号: 字段，如 matter m1: received"""
    provisional: DateText | None = None
    """从哪一天起尚未有放假通知；写 null 表示不是暂定"""
    since: DateText | None = None
    """规则里的值随日期而变的（by_date），用的是自哪一天起的值"""
    severity: Literal["violation", "warning"] | None = None
    """算违反（violation）还是提示（warning）"""


class Variation(Spec):
    """同一情形换几个值再判一次。"""

    set: dict[str, Any] = {}
    """改哪些值：记录编号.字段: 值；值写 null 表示空着，记录编号: null 表示没有这一件"""
    as_of: DateText | None = None
    """换一个判定日"""
    readings: dict[str, str] = {}
    """另按哪些理解"""
    expect: list[Expectation] | None = None
    """应当得出的结论，一定要写；写 [] 表示本规则不得出结论"""


class Case(Spec):
    """一个用例：给出事实，写明应当得出的结论。"""

    id: RuleId
    """用例代号"""
    rule: str
    """检验哪一条规则；in-force 检验施行期间"""
    label: str = ""
    """说明"""
    as_of: DateText
    """判定日"""
    readings: dict[str, str] = {}
    """按哪些理解；不写按规则包采用的"""
    records: list[Raw] = []
    """记录；可用 times 和 {n} 写多条相同的"""
    only: list[str] = []
    """只看哪些对象（编号）：别的对象的结论不比较，expect 里写到的除外；不写的全看"""
    expect: list[Expectation] | None = None
    """应当得出的结论，全部写出；写 [] 表示本规则不得出结论"""
    vary: list[Variation] = []
    """换几个值再判"""


class Survivor(Spec):
    """规则包里改了也没有用例能发现的一处，和为什么发现不了。"""

    at: str
    """改的是哪一处，照 test --mutate 列出的写，如 rules/reply/cases/1/within"""
    change: str | Annotated[list[str], Field(min_length=1)]
    """改了什么，照 test --mutate 列出的写，如 5 → 6；几种改动理由相同的，写成一列"""
    reason: str = Field(min_length=1)
    """为什么改了结论也一样"""


class CaseFile(Spec):
    """一个规则包的用例。"""

    pack: str
    """规则包代号"""
    units: list[Raw] = []
    """各用例共用的名册和记录"""
    cases: list[Case]
    """用例"""
    survivors: list[Survivor] = []
    """逐个改动规则包时（test --mutate），没有用例能发现、也不必发现的改动"""
