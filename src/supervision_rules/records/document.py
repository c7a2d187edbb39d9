"""The page that tells people the vocabulary: docs/vocabulary.md."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_rules.records.declarations import IMPLICIT_LABELS, FieldSpec, TypeSpec, Vocabulary

_INTRODUCTION = """\
# 记录词汇表 (the vocabulary)

由 `records/vocabulary.yaml` 生成，不要手改。Generated from `records/vocabulary.yaml`; do not edit.

每条记录都有：`id` 编号（同类之内不重复）、`type` 记录类型、`date` 日期（含义见各类型）、`recorded` 登记日期（可不填）；
列有类别的类型还必须写明 `kind`。字段空着就是“不清楚”，除非写明了空着的含义；
事情发生的日期空着，就是到判定之日还没有发生；晚于判定日的，到那天才算发生，预定的除外。
交办、收到、办结是督查事项自己的日期；可能发生不止一次的事另记一条记录。

Every record has `id` (unique within its type), `type`, `date` (its meaning is given with each type) and, optionally,
`recorded`; a type with kinds also requires `kind`. An empty field is unknown unless its meaning is stated; the empty
date of an event means that it has not happened by the day asked. Hand-over, receipt and closing are dates of the
matter itself; what can happen more than once is a record of its own.
"""


def render_vocabulary(vocabulary: Vocabulary) -> str:
    """The page as Markdown."""
    parts = [_INTRODUCTION, *(_type(name, spec) for name, spec in vocabulary.types.items())]
    return "\n".join(parts)


def _type(name: str, spec: TypeSpec) -> str:
    sort = "名册 register；" if spec.is_register else ""
    required = "，必填 required" if spec.dated else ""
    lines = [f"## {spec.label} `{name}` ({spec.label_en})", ""]
    lines.append(f"{sort}{IMPLICIT_LABELS['date']} `date`：{spec.date_label}{required}。")
    if spec.kinds:
        kinds = "；".join(f"`{kind}` {label}" for kind, label in spec.kinds.items())
        lines.append(f"{IMPLICIT_LABELS['kind']} `kind`：{kinds}。")
    lines += ["", "| 字段 field | 中文名 | English | 类型 type | 说明 notes |", "| --- | --- | --- | --- | --- |"]
    lines += [_row(field, declared) for field, declared in spec.fields.items()]
    for group in spec.order:
        lines += ["", "先后 order：" + " ≤ ".join(f"`{field}`" for field in group)]
    if spec.reopens is not None:
        until = f"`{spec.reopens}`"
        lines += ["", f"已经办结的，从它的日期到 {until} 又没有办结 what was done is open again until {until}。"]
    return "\n".join(lines) + "\n"


def _row(name: str, spec: FieldSpec) -> str:
    return f"| `{name}` | {spec.label} | {spec.label_en} | {spec.type} | {'；'.join(_notes(spec))} |"


def _notes(spec: FieldSpec) -> Iterator[str]:
    if spec.required:
        yield "必填 required"
    if spec.planned:
        yield "预定的，可以晚于判定日 planned, may lie ahead"
    if spec.inherits is not None:
        yield f"空着同 same as `{spec.inherits}`"
    if spec.absent is not None:
        yield f"空着为 absent = `{str(spec.absent).lower() if isinstance(spec.absent, bool) else spec.absent}`"
    if spec.minimum is not None or spec.maximum is not None:
        yield f"{'' if spec.minimum is None else spec.minimum}–{'' if spec.maximum is None else spec.maximum}"
    yield from (f"`{code}` {label}" for code, label in (spec.levels or {}).items())
