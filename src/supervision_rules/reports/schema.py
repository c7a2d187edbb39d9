"""The published schema of results: docs/schema/result.schema.json is this function's output."""

from __future__ import annotations

from typing import Final, get_args

from supervision_rules.calendar import PeriodKind
from supervision_rules.catalogue import Severity
from supervision_rules.findings import State
from supervision_rules.reports.json import SCHEMA_VERSION
from supervision_rules.reports.schema_terms import DIALECT, Schema, a, closed, list_of, map_of, or_null, ref, text

DATE_PATTERN: Final = r"^\d{4}-\d{2}-\d{2}$"


def result_schema() -> Schema:
    """What ``evaluate --format json`` writes, as JSON Schema 2020-12."""
    content = closed(
        schema_version={"const": SCHEMA_VERSION},
        complete=a("boolean", "是否全部采用：没有未采用的记录，也没有未采用的列"),
        receipt=ref("receipt"),
        notes=list_of(
            closed(
                pack=text("哪个规则包"),
                code=text(
                    "no-force-dates 没有施行日期，not-yet-in-force 还没有施行，no-longer-in-force 已经失效；或 SR351"
                ),
                text=text("要注意的一句话"),
            )
        ),
        records=records_counted(),
        set_aside={**list_of(ref("diagnostic")), "description": "未采用的记录、列、读不了的地方，各有原因"},
        summary=map_of(map_of(a("integer"))),
        findings=list_of(ref("finding")),
    )
    return {"$schema": DIALECT, "title": "判定结果", **content, "$defs": _definitions()}


def shared_definitions() -> Schema:
    """What results have in common with what else is told of findings: days, amounts, periods, receipts, problems."""
    return {
        "date": {"type": "string", "pattern": DATE_PATTERN},
        "number": {
            "description": "整数写作数，小数写作文字（不取舍，末尾不带零），不确定的数写作两端",
            "anyOf": [
                {"type": "integer"},
                {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
                closed(low=ref("number"), high=ref("number")),
            ],
        },
        "period": closed(
            kind={"enum": list(get_args(PeriodKind))},
            first=ref("date"),
            last=ref("date"),
            label=text(),
        ),
        "receipt": _receipt(),
        "diagnostic": _diagnostic(),
        "finding": _finding(),
    }


def _definitions() -> Schema:
    return {
        **shared_definitions(),
        "explanation": closed(
            phrase=text("说明用语的代号"), text=text(), words={"type": "object"}, parts=list_of(ref("explanation"))
        ),
    }


def records_counted() -> Schema:
    """How many records were used."""
    return closed(
        total=a("integer", "读到几件记录"),
        used=a("integer", "采用几件"),
        duplicates=a("integer", "重复而只算一次的几件"),
        set_aside=a("integer", "未采用几件"),
    )


def _receipt() -> Schema:
    return closed(
        library=text("软件版本"),
        packs=list_of(closed(id=text(), version=text(), digest=text())),
        calendars=list_of(closed(jurisdiction=text(), version=text(), overlays=list_of(text()))),
        as_of=ref("date"),
        readings=map_of(text()),
        records=text("全部记录的 sha256"),
    )


def _diagnostic() -> Schema:
    places = {name: or_null({"type": "integer", "minimum": 1}) for name in ("line", "column", "end_line", "end_column")}
    return closed(
        code={"type": "string", "pattern": r"^SR\d{3}$"},
        severity={"enum": [str(severity) for severity in Severity]},
        message=text(),
        help=text(),
        path=or_null(text()),
        **places,
    )


def _finding() -> Schema:
    finding = closed(
        pack=text("规则包"),
        rule=text("规则"),
        kind=text("规则种类"),
        label=text("规则名称"),
        clause=text("条款"),
        words=list_of(text("原话")),
        severity={"enum": ["violation", "warning", "note"]},
        readings=map_of(text()),
        since={**or_null(ref("date")), "description": "规则里的值随日期而变的，用的是自何日起的值"},
        subject=closed(type=text(), id=text(), name=or_null(text())),
        state={"enum": [str(state) for state in State]},
        adverse=a("boolean", "是否有问题：逾期、不符合、超出"),
        day=or_null(ref("date")),
        value=or_null(ref("number")),
        case={
            **or_null({"type": "integer", "minimum": 0}),
            "description": "哪一种情形、哪一档、哪一类，从 0 数起：说明里的“第1种情形”是 0",
        },
        period=or_null(ref("period")),
        detail={"type": "object", "description": "各种规则自有的内容"},
        missing=list_of(text("尚缺的事实：类型 编号: 字段")),
        provisional=or_null(ref("date")),
        text=text("一句话的结论"),
    )
    finding["properties"]["explanation"] = ref("explanation")
    return finding
