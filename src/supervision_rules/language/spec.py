"""The base of every model that a pack is made of."""

from __future__ import annotations

from typing import Annotated, Any, Final

from pydantic import Field

from supervision_rules.shape import Shape

VOCABULARY: Final = "vocabulary"
"""How an editor is told that what the shared vocabulary declares may be written: its types, or their kinds too."""
RuleId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=100)]
Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=100)]
RecordType = Annotated[str, Field(json_schema_extra={VOCABULARY: "kinds"})]
"""A record type, or a kind of one; in facts also what they are otherwise made of."""
Raw = Annotated[dict[str, Any], Field(json_schema_extra={"properties": {"type": {VOCABULARY: "types"}}})]
"""A record as its file has it."""
Condition = str | bool
"""A truth value, or an expression that comes to one."""
ALL: Final = "all"
"""What ``via`` says where records count whosever they are."""


class Spec(Shape):
    """规则包中的一段：不认识的项目不收，类型从严。

    Each field is described in Chinese by the text under it. The descriptions are read from the source where they are
    wanted (the reference, the editor's schema): pydantic would read it at every start.
    """


class Cite(Spec):
    """规则在文件中的依据。"""

    clause: str = Field(max_length=40)
    """条款，如“三（四）”“第九条”“附件四.5”"""
    words: str | Annotated[list[str], Field(min_length=1)]
    """文件中写明数字或条件的最短原话"""

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words as a tuple."""
        return (self.words,) if isinstance(self.words, str) else tuple(self.words)
