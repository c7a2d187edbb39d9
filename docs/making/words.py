"""Types and defaults in the words of a policy author."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from types import MappingProxyType, ModuleType
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from pydantic import BaseModel

NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "str": "文字",
        "int": "整数",
        "Decimal": "数",
        "bool": "`true` 或 `false`",
        "Condition": "条件",
        "LimitText": "期限",
        "DateText": "日期",
        "RuleId": "代号",
        "RecordType": "记录类型",
        "Identifier": "名字",
        "Window": "时段",
        "Points": "数",
        "Price": "数（不为负）",
        "Weight": "数（大于 0）",
        "Raw": "一件记录",
        "Any": "任意值",
        "Absent": "值",
    }
)
EXPRESSIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                "TimeLimitSpec.start",
                "TimeLimitSpec.done",
                "LimitCase.due",
                "DutySpec.start",
                "DutySpec.end",
                "DutySpec.by",
                "DutySpec.for_period",
                "DutySpec.through",
                "OverlapSpec.start",
                "OverlapSpec.end",
                "StepSpec.done",
                "PointsSpec.by",
                "FactSpec.by",
            ),
            "式子（日期）",
        ),
        **dict.fromkeys(("RankingSpec.by", "QuotaSpec.order", "ShareSpec.of", "OutcomeSpec.lower"), "式子（数）"),
        "ScoreSpec.base": "数，或式子",
        **dict.fromkeys(("PointsSpec.each", "PointsSpec.value"), "数、式子，或一组内容（PriceTable，见下）"),
        "PointsSpec.times": "数，或式子",
        "PointsSpec.at_most": "时段（同 window）: 件数",
        "DutySpec.each": "时段，如 `month`、`2 weeks from start`",
        "PointsSpec.once_per": "一个或几个式子",
        "FactSpec.value": "式子，或一个值",
        "FactSpec.take": "式子",
        "FactSpec.where": "条件",
        "PriceTable.by": "一个或两个式子",
        "PriceTable.table": "选项: 分数",
    }
)
"""The keys whose texts are expressions, which their types do not say."""


def annotation_words(key: str, annotation: ast.expr, module: ModuleType) -> str:
    """What may be written for ``key`` (``Model.field``), which is annotated so in ``module``."""
    return EXPRESSIONS.get(key) or "，或".join(dict.fromkeys(_words(annotation, module)))


def _words(node: ast.expr, module: ModuleType) -> list[str]:
    match node:
        case ast.BinOp(left=left, right=right):
            return _words(left, module) + _words(right, module)
        case ast.Constant(value=None):
            return []
        case ast.Name(id=name) if name in NAMES:
            return [NAMES[name]]
        case ast.Subscript(value=ast.Name(id="list" | "tuple"), slice=inner):
            first = inner.elts[0] if isinstance(inner, ast.Tuple) else inner
            return [_several(_joined(first, module))]
        case ast.Subscript(value=ast.Name(id="dict"), slice=ast.Tuple(elts=[_, inner])):
            return [f"每行一个代号和{_joined(inner, module)}"]
        case _:
            return _object_words(eval(ast.unparse(node), vars(module)))


def _several(one: str) -> str:
    """Of groups their number is not said twice."""
    return f"若干{one.removeprefix('一')}" if one.startswith("一") else f"一串{one}"


def _joined(node: ast.expr, module: ModuleType) -> str:
    return "或".join(dict.fromkeys(_words(node, module)))


def _object_words(kind: Any) -> list[str]:
    origin = get_origin(kind)
    if origin is Literal:
        values = (str(value).lower() if isinstance(value, bool) else value for value in get_args(kind))
        return ["、".join(f"`{value}`" for value in values)]
    if origin is Annotated:
        return _object_words(get_args(kind)[0])
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return [f"一组内容（{kind.__name__}，见下）"]
    if isinstance(kind, type):
        return [NAMES.get(kind.__name__, kind.__name__)]
    return [word for part in get_args(kind) if part is not type(None) for word in _object_words(part)]
