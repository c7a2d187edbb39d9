"""What a record may say: the declarations of record types, their fields, kinds and choices."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, model_validator

from supervision_rules.catalogue import Bilingual

BASIC_TYPES: Final = ("text", "bool", "number", "integer", "date", "moment", "choice", "texts", "units")
IMPLICIT_LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {"id": "编号", "type": "记录类型", "kind": "类别", "date": "日期", "recorded": "登记日期"}
)
OF_THE_DAY: Final = ("as_of", "period_start", "period_end")
"""What expressions read of any record, and none states."""

Absent = bool | int | Decimal | str


class Declaration(BaseModel):
    """A part of a vocabulary: frozen, and nothing in it that is not declared."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Judgement(Declaration):
    """人的认定：谁认定的，哪一天。"""

    by: str
    """写明认定人的字段。"""
    on: str
    """写明认定日期的字段；那一天起才算有认定。"""


class FieldSpec(Declaration):
    """One field of a record type."""

    type: str
    """字段类型：text 文字、bool 是否、number 数、integer 整数、date 日期、moment 时刻、choice 选项、texts 多条文字、
    units 多个单位，或所指记录的类型名（unit、person、matter 等）。"""
    label: str = Field(min_length=1, max_length=100)
    """中文名，报表里显示，也可作表格列名。"""
    label_en: str = Field(min_length=1, max_length=100)
    """英文名。"""
    levels: dict[str, str] | None = None
    """选项（代码: 中文名），从上到下为顺序；只用于 choice。"""
    scale: str | None = None
    """改用 scales 里的一组选项，代替 levels；只用于 choice。"""
    required: bool = False
    """是否必填。"""
    planned: bool = False
    """只用于 date、moment：这一天是预定的（规定时限、任期），可以晚于判定日；其余日期到当天才算发生。"""
    inherits: str | None = Field(default=None, pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$")
    """空着时取所指记录的哪一项，如 matter.unit：同其事项的责任单位。"""
    absent: Absent | None = None
    """空着时的含义；不写就是“不清楚”。"""
    minimum: int | Decimal | None = None
    """最小值（含），只用于 number、integer。"""
    maximum: int | Decimal | None = None
    """最大值（含），只用于 number、integer。"""
    judgement: Judgement | None = None
    """要由人认定的（情节严重、视情）：认定人、认定日期写在哪两个字段；没有认定的，结论说明待人认定。"""

    @property
    def target(self) -> str | None:
        """The record type that the field's value names, if it is a reference."""
        if self.type == "units":
            return "unit"
        return None if self.type in BASIC_TYPES else self.type


def coded(label: str, english: str, name: str) -> Bilingual:
    """A label with the name that files use; not twice where they are one word."""
    return Bilingual(f"{label}（{name}）", f"{english} ({name})" if english not in ("", name) else name)


class TypeSpec(Declaration):
    """One type of record. A pack that only adds to a shared type leaves the labels out."""

    label: str = ""
    """中文名。"""
    label_en: str = ""
    """英文名。"""
    date_label: str = ""
    """这类记录的 date（日期）指哪一天。"""
    date_required: bool = True
    """date 是否必填；名册不需要。"""
    is_register: bool = Field(default=False, alias="register")
    """是否名册（单位、人员），而不是发生的事情。"""
    kinds: dict[str, str] | None = None
    """类别（代码: 中文名）；有类别时每条记录必须写明 kind。"""
    fields: dict[str, FieldSpec] = Field(default_factory=dict)
    """字段。"""
    order: list[list[str]] = Field(default_factory=list)
    """日期的先后：每组里后面的日期不能早于前面的。"""
    reopens: str | None = None
    """这类记录（如退回重办）使已经办结的事项又没有办结：从它的日期起，到这个字段写的那天（如重办完成日期）为止。"""

    @property
    def dated(self) -> bool:
        """Whether every record of the type must state its date."""
        return self.date_required and not self.is_register

    @cached_property
    def references(self) -> tuple[tuple[str, str, bool], ...]:
        """The fields that name other records: (field, type of the record named, whether it names several)."""
        return tuple((name, field.target, field.type == "units") for name, field in self.fields.items() if field.target)

    @cached_property
    def judged(self) -> tuple[tuple[str, Judgement], ...]:
        """The fields that a person judges, and where it stands who did and when."""
        return tuple((name, field.judgement) for name, field in self.fields.items() if field.judgement is not None)

    @cached_property
    def date_orders(self) -> tuple[tuple[str, ...], ...]:
        """``order`` as tuples."""
        return tuple(tuple(group) for group in self.order)

    @property
    def title(self) -> Bilingual:
        """What people call the type: 督查事项."""
        return Bilingual(self.label, self.label_en or self.label)

    def label_of(self, name: str) -> Bilingual:
        """What people call a field, with its name: 收到日期（received）."""
        field = self.fields.get(name)
        label = field.label if field else {**IMPLICIT_LABELS, "date": self.date_label}.get(name, name)
        english = field.label_en if field else ""
        return coded(label, english, name)


class Vocabulary(Declaration):
    """All record types that a pack can read."""

    scales: dict[str, dict[str, str]] = Field(default_factory=dict)
    """多个字段共用的选项。"""
    types: dict[str, TypeSpec] = Field(default_factory=dict)
    """记录类型。"""

    @model_validator(mode="after")
    def _fill_levels(self) -> Vocabulary:
        """Give each field that names a scale the levels of that scale; an unknown scale is left for `check`."""
        for spec in self.types.values():
            for name, field in spec.fields.items():
                if field.scale in self.scales and field.levels is None:
                    spec.fields[name] = field.model_copy(update={"levels": self.scales[field.scale]})
        return self

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """Each kind's name and the type that it is a kind of (instruction → matter)."""
        return MappingProxyType({kind: name for name, spec in self.types.items() for kind in spec.kinds or ()})

    def subject(self, name: str) -> tuple[str, str | None] | None:
        """The (type, kind) that a rule's ``on: name`` means; None if there is neither type nor kind of that name."""
        if name in self.types:
            return name, None
        kind_of = self.kinds.get(name)
        return (kind_of, name) if kind_of else None
