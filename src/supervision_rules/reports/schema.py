"""The published schema of results: docs/schema/result.schema.json is this function's output."""

from __future__ import annotations

from typing import Any, Final, get_args

from supervision_rules.calendar import PeriodKind
from supervision_rules.catalogue import Severity
from supervision_rules.findings import State
from supervision_rules.reports.json import SCHEMA_VERSION

Schema = dict[str, Any]
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
DATE_PATTERN: Final = r"^\d{4}-\d{2}-\d{2}$"


def result_schema() -> Schema:
    """What ``evaluate --format json`` writes, as JSON Schema 2020-12."""
    content = _closed(
        schema_version={"const": SCHEMA_VERSION},
        complete=_a("boolean", "是否全部采用：没有未采用的记录，也没有未采用的列"),
        receipt=_ref("receipt"),
        records=_closed(
            total=_a("integer", "读到几件记录"),
            used=_a("integer", "采用几件"),
            duplicates=_a("integer", "重复而只算一次的几件"),
            set_aside=_a("integer", "未采用几件"),
        ),
        set_aside={**_list(_ref("diagnostic")), "description": "未采用的记录、列、读不了的地方，各有原因"},
        summary=_map(_map(_a("integer"))),
        findings=_list(_ref("finding")),
    )
    return {"$schema": DIALECT, "title": "判定结果", **content, "$defs": _definitions()}


def _definitions() -> Schema:
    return {
        "date": {"type": "string", "pattern": DATE_PATTERN},
        "number": {
            "description": "整数写作数，小数写作文字（不取舍），不确定的数写作两端",
            "anyOf": [
                {"type": "integer"},
                {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
                _closed(low=_ref("number"), high=_ref("number")),
            ],
        },
        "period": _closed(
            kind={"enum": list(get_args(PeriodKind))},
            first=_ref("date"),
            last=_ref("date"),
            label=_text(),
        ),
        "receipt": _receipt(),
        "diagnostic": _diagnostic(),
        "finding": _finding(),
        "explanation": _closed(
            phrase=_text("说明用语的代号"), text=_text(), words={"type": "object"}, parts=_list(_ref("explanation"))
        ),
    }


def _receipt() -> Schema:
    return _closed(
        library=_text("软件版本"),
        packs=_list(_closed(id=_text(), version=_text(), digest=_text())),
        calendars=_list(_closed(jurisdiction=_text(), version=_text(), overlays=_list(_text()))),
        as_of=_ref("date"),
        readings=_map(_text()),
        records=_text("全部记录的 sha256"),
    )


def _diagnostic() -> Schema:
    places = {
        name: _or_null({"type": "integer", "minimum": 1}) for name in ("line", "column", "end_line", "end_column")
    }
    return _closed(
        code={"type": "string", "pattern": r"^SR\d{3}$"},
        severity={"enum": [str(severity) for severity in Severity]},
        message=_text(),
        help=_text(),
        path=_or_null(_text()),
        **places,
    )


def _finding() -> Schema:
    finding = _closed(
        pack=_text("规则包"),
        rule=_text("规则"),
        kind=_text("规则种类"),
        label=_text("规则名称"),
        clause=_text("条款"),
        words=_list(_text("原话")),
        severity={"enum": ["violation", "warning", "note"]},
        readings=_map(_text()),
        since={**_or_null(_ref("date")), "description": "规则里的值随日期而变的，用的是自何日起的值"},
        subject=_closed(type=_text(), id=_text(), name=_or_null(_text())),
        state={"enum": [str(state) for state in State]},
        adverse=_a("boolean", "是否有问题：逾期、不符合、超出"),
        day=_or_null(_ref("date")),
        value=_or_null(_ref("number")),
        case={
            **_or_null({"type": "integer", "minimum": 0}),
            "description": "哪一种情形、哪一档、哪一类，从 0 数起：说明里的“第1种情形”是 0",
        },
        period=_or_null(_ref("period")),
        detail={"type": "object", "description": "各种规则自有的内容"},
        missing=_list(_text("尚缺的事实：类型 编号: 字段")),
        provisional=_or_null(_ref("date")),
        text=_text("一句话的结论"),
    )
    finding["properties"]["explanation"] = _ref("explanation")
    return finding


def _closed(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": sorted(properties), "additionalProperties": False}


def _a(kind: str, description: str = "") -> Schema:
    return {"type": kind, "description": description} if description else {"type": kind}


def _text(description: str = "") -> Schema:
    return _a("string", description)


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _map(values: Schema) -> Schema:
    return {"type": "object", "additionalProperties": values}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}
