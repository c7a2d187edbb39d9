"""The model of a policy pack: a document of a city, encoded clause by clause."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from hashlib import sha256
from operator import or_
from typing import Annotated, Final, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from supervision_rules import nodes
from supervision_rules.diagnostics import NOTHING, Collector, Span, nearest
from supervision_rules.kinds import KINDS, RuleSpec
from supervision_rules.language.conventions import Conventions
from supervision_rules.language.fact_spec import FactSpec
from supervision_rules.language.lost import NOTHING_LOST, Lost
from supervision_rules.language.readings import Choice, Reading, declared_readings
from supervision_rules.language.spec import RuleId, Spec
from supervision_rules.records import Vocabulary
from supervision_rules.shape import DateText, part_sections, validate

_BLANK: Final = b"\xef\xbb\xbf \t\r\n"
_JSON_LINES: Final = re.compile(rb'\{\s*"[^\r\n]*\}[ \t]*\r?\n\s*\{\s*"')


class InForce(Spec):
    """文件的施行期间。"""

    since: DateText | None = None
    """自何日起（含）"""
    until: DateText | None = None
    """至何日止（含）"""

    @model_validator(mode="after")
    def _in_order(self) -> InForce:
        if self.since is not None and self.until is not None and self.until < self.since:
            raise PydanticCustomError("SR160", "until before since", {"since": self.since, "until": self.until})
        return self


class Replaces(Spec):
    """接替另一个规则包：自本文件施行之日起。"""

    pack: RuleId
    """被接替的规则包的代号"""
    open_matters: Literal["old", "new"]
    """施行之日还没有办结的：仍归旧的（old），还是转归本包（new）"""
    done: str | None = None
    """事项的哪个日期算办结，不写为 closed；和 open_matters: new 一起用"""

    @model_validator(mode="after")
    def _beside_new(self) -> Replaces:
        if self.done is not None and self.open_matters != "new":
            raise PydanticCustomError("SR161", "done has no effect", {"key": "done", "beside": "open_matters: new"})
        return self


class Document(Spec):
    """所依据的文件。"""

    title: str
    """标题"""
    number: str | None = None
    """文号"""
    issuer: str
    """发文机关"""
    issued: DateText | None = None
    """成文日期"""
    in_force: InForce | None = None
    """施行期间；文件没有写明的，不写，任何日期都可适用"""
    replaces: Replaces | None = None
    """接替哪一个规则包，施行之日没有办结的事项怎么办"""
    jurisdiction: str = "CN"
    """按哪里的工作日：CN 全国，CN-GX 广西"""
    digest: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")
    """文件正文（NFC、去空白）的 sha256"""
    note: str | None = None
    """说明"""

    @model_validator(mode="after")
    def _replaces_from_a_day(self) -> Document:
        if self.replaces is not None and (self.in_force is None or self.in_force.since is None):
            raise PydanticCustomError("SR164", "replaces without since", {})
        return self


class NotComputable(Spec):
    """机器不能判定的条款和理由。"""

    clause: str
    """条款"""
    words: str | Annotated[list[str], Field(min_length=1)] | None = None
    """原话"""
    reason: str
    """为什么机器不能判定"""


class Pack(Spec):
    """规则包：一份文件，逐条写成机器能判定的规则。"""

    pack: RuleId
    """规则包代号"""
    label: str
    """规则包名称"""
    version: str = Field(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$")
    """规则包版本"""
    language: Literal[1]
    """规则语言的版本"""
    document: Document
    """所依据的文件"""
    conventions: Conventions = Conventions()
    """计日约定"""
    readings: list[Reading] = []
    """可作不同理解之处"""
    records: Vocabulary = Vocabulary()
    """本文件需要、共用词汇里没有的记录类型和字段"""
    facts: list[FactSpec] = []
    """派生事实"""
    rules: list[RuleSpec]
    """规则，按文件的顺序"""
    not_computable: list[NotComputable] = []
    """机器不能判定的条款"""


@dataclass(frozen=True, slots=True)
class PackText:
    """A pack as written: its tree, with every reading still open, and the digest of its text."""

    tree: nodes.Mapping
    source: str
    digest: str
    readings: Mapping[str, Reading]
    whole: nodes.Mapping
    """Its tree before anything was left out of it."""
    lost: Lost = NOTHING_LOST
    """What has been left out of it because it is wrong."""

    @property
    def id(self) -> str:
        """The id that it gives itself; empty where it gives none."""
        written = self.tree.get("pack")
        return written.text if isinstance(written, nodes.Scalar) else ""


def read_pack(data: bytes, source: str, diagnostics: Collector) -> PackText | None:
    """The tree of a pack from the bytes of its file, or None if it is no strict YAML mapping."""
    if _holds_records(data, source):
        diagnostics.add("SR324", Span(source, 1, 1, 1, 1), path=source)
        return None
    tree = nodes.read(data, source, diagnostics)
    if tree is None:
        return None
    if _is_record(tree) or (isinstance(tree, nodes.Sequence) and all(map(_is_record, tree.items))):
        diagnostics.add("SR324", Span(source, 1, 1, 1, 1), path=source)
        return None
    if not isinstance(tree, nodes.Mapping):
        diagnostics.add("SR308", tree.span)
        return None
    cases = tree.key("cases")
    if cases is not None and tree.key("rules") is None:
        name = tree.get("pack")
        diagnostics.add("SR323", cases.span, pack=name.text if isinstance(name, nodes.Scalar) else NOTHING)
        return None
    tree = part_sections(tree, diagnostics)
    return PackText(tree, source, sha256(data).hexdigest(), declared_readings(tree, diagnostics), tree)


def _holds_records(data: bytes, source: str) -> bool:
    """Whether this is a file of records: by its name, or a list in JSON or one object a line, as no pack is."""
    name = source.lower()
    if name.endswith((".jsonl", ".csv")):
        return True
    if name.endswith(".json"):
        return data.lstrip(_BLANK).startswith(b"[") or (b'"pack"' not in data and b'"rules"' not in data)
    return _JSON_LINES.match(data.lstrip(_BLANK)) is not None


def _is_record(node: nodes.Node) -> bool:
    """Whether this says of what type of record it is, as no pack does."""
    return isinstance(node, nodes.Mapping) and node.key("type") is not None and node.key("rules") is None


def choice_of(text: PackText, asked: Mapping[str, str], diagnostics: Collector) -> Choice:
    """The options taken by the pack, save those asked for otherwise."""
    taken = {reading.id: reading.taken for reading in text.readings.values()}
    options = dict(taken)
    for name, option in asked.items():
        reading = text.readings.get(name)
        if reading is None:
            diagnostics.add("SR305", None, given=name, hint=nearest(name, text.readings))
        elif option not in reading.options:
            hint = nearest(option, reading.options)
            diagnostics.add("SR307", None, reading=name, given=option, hint=hint, level=NOTHING)
        else:
            options[name] = option
    return Choice(options, text.readings, options != taken)


def build(tree: nodes.Node, diagnostics: Collector) -> Pack | None:
    """The pack of a tree in which every reading has been chosen."""
    return validate(MODEL, tree, diagnostics)


def _with_kinds() -> type[Pack]:
    """The pack's model with its rules as the union of the kinds in the table."""
    union = reduce(or_, (kind.model for kind in KINDS.values()))
    rules = list[Annotated[union, Field(discriminator="kind")]] if len(KINDS) > 1 else list[union]  # type: ignore[valid-type]
    return type("Pack", (Pack,), {"__annotations__": {"rules": rules}, "__doc__": Pack.__doc__, "__module__": __name__})


MODEL: Final = _with_kinds()
"""What a pack is held against: its rules are those of the kinds in the table."""
