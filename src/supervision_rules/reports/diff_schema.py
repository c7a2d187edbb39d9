"""The published schema of what ``diff`` writes: docs/schema/diff.schema.json is this function's output."""

from __future__ import annotations

from typing import get_args, get_type_hints

from supervision_rules.comparison import Change, Item
from supervision_rules.comparison.moves import GRAVITY, PARTS
from supervision_rules.reports.diff_json import DIFF_SCHEMA_VERSION
from supervision_rules.reports.schema import records_counted, shared_definitions
from supervision_rules.reports.schema_terms import DIALECT, Schema, a, closed, list_of, or_null, ref, text


def diff_schema() -> Schema:
    """What ``diff --format json`` writes, as JSON Schema 2020-12."""
    content = closed(
        schema_version={"const": DIFF_SCHEMA_VERSION},
        same=a("boolean", "意思是否一样"),
        old=ref("version"),
        new=ref("version"),
        items=list_of(ref("item")),
        affected={**list_of(ref("affected")), "description": "自身的规定没有变、但靠着变了的内容的规则"},
        moves={**or_null(ref("compared")), "description": "对记录的影响；没有写 --records 的为 null"},
    )
    return {"$schema": DIALECT, "title": "规则包的两个版本", **content, "$defs": _definitions()}


def _definitions() -> Schema:
    judged = closed(receipt=ref("receipt"), records=records_counted(), set_aside=list_of(ref("diagnostic")))
    places = closed(before=or_null(ref("place")), after=or_null(ref("place")))
    return {
        **shared_definitions(),
        **moves_definitions(),
        "compared": closed(
            complete=a("boolean", "两个规则包是否都采用了全部记录"),
            before={**judged, "description": "原来的规则包判定的"},
            after={**judged, "description": "现在的规则包判定的"},
            rules=list_of(ref("rule_moves")),
            findings={**list_of(ref("move")), "description": "变了的结论"},
        ),
        "version": closed(
            pack=text("规则包代号"),
            label=text(),
            version=text(),
            document=text("文件标题"),
            path=text("规则包的文件"),
            digest=text("规则包的 sha256"),
        ),
        "place": closed(line={"type": "integer", "minimum": 1}, column={"type": "integer", "minimum": 1}),
        "places": places,
        "item": _item(),
        "change": _change(),
        "affected": closed(
            rule=text(),
            label=text(),
            clause=text("条款"),
            through={**list_of(closed(section=text(), id=text())), "description": "靠着的哪些内容变了"},
        ),
    }


def moves_definitions() -> Schema:
    """What is told of findings that are others."""
    finding = or_null(ref("finding"))
    return {
        "rule_moves": closed(
            rule=text(),
            label=text(),
            clause=text("条款"),
            kind=text("规则种类"),
            moved=a("integer", "变了的几条"),
            only_before=a("integer", "只有原来有的几条"),
            only_after=a("integer", "只有现在有的几条"),
            same=a("integer", "没有变的几条"),
        ),
        "move": closed(
            rule=text(),
            subject=closed(type=text(), id=text()),
            what={**list_of({"enum": [*PARTS, GRAVITY]}), "description": "哪几项变了；只有一边有的为空"},
            days={**or_null(a("integer")), "description": "日期推后几天，提前的为负"},
            amount={**or_null(ref("number")), "description": "多多少，少的为负"},
            text=text("一句话"),
            before={**finding, "description": "原来的结论；没有的为 null"},
            after={**finding, "description": "现在的结论；没有的为 null"},
        ),
    }


def _item() -> Schema:
    return closed(
        section={"enum": list(get_args(get_type_hints(Item)["section"]))},
        sort={"enum": list(get_args(get_type_hints(Item)["sort"]))},
        id=text("代号；文件、计日约定没有"),
        old_id=text("原来的代号"),
        kind=text("规则种类；不是规则的为空"),
        label=text(),
        clause=closed(before=text(), after=text()),
        wording=a("boolean", "是否只改文字，不影响判定"),
        before={"description": "删去的，原来的全部内容"},
        after={"description": "新增的，全部内容"},
        place=ref("places"),
        changes=list_of(ref("change")),
    )


def _change() -> Schema:
    return closed(
        sort={"enum": list(get_args(get_type_hints(Change)["sort"]))},
        path={**list_of(text()), "description": "从这一部分到这个值，逐级的项目、代号、序号、理解、日期"},
        label=text("在哪里，用文字说"),
        wording=a("boolean", "是否只改文字，不影响判定"),
        before={"description": "原来的值；没有的为 null，不写而有默认值的为默认值"},
        after={"description": "现在的值"},
        text=closed(before=text(), after=text()),
        place=ref("places"),
    )
