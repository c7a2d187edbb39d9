"""The text that a pack was last held against by a person, clause by clause, as it is kept beside the pack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector
from supervision_rules.language.spec import RuleId, Spec
from supervision_rules.shape import validate
from supervision_rules.sources.document import Document


class Accepted(Spec):
    """一份规则包对照过的文件正文：每一条的摘要。"""

    pack: RuleId
    """规则包的代号"""
    digest: str = Field(pattern=r"^[0-9a-f]{64}$")
    """正文的 sha256，与规则包的 document.digest 同样算法"""
    clauses: dict[str, Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]]
    """每一条自己的文字（不含其下各款）的摘要"""


def read_accepted(data: bytes, source: str, pack: str, diagnostics: Collector) -> Accepted | None:
    """What was accepted for ``pack``, from the bytes of its file; None if it is wrong, which is told."""
    tree = nodes.read(data, source, diagnostics)
    accepted = None if tree is None else validate(Accepted, tree, diagnostics)
    if tree is None or accepted is None:
        return None
    if accepted.pack != pack:
        diagnostics.add("SR809", nodes.locate(tree, ("pack",)).span, given=accepted.pack, pack=pack)
        return None
    return accepted


def written(pack: str, document: Document) -> Iterator[str]:
    """The lines of the file that says that ``pack`` has been held against this text."""
    yield f"# 由 supervision-rules check {pack} --source … --accept 写出：规则包已经对照过这份正文。\n"
    yield f'pack: {pack}\ndigest: "{document.digest}"\nclauses:\n'
    yield from (f'  {label}: "{digest}"\n' for label, digest in document.digests().items())
