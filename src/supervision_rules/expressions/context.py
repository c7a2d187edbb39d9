"""What every check has at hand: the text, its places, the scope and the collector."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import Final

from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import NOTHING, Collector
from supervision_rules.expressions.exact import Number
from supervision_rules.expressions.scan import Place
from supervision_rules.expressions.scope import Scope
from supervision_rules.expressions.tree import Node
from supervision_rules.expressions.types import Type, any_of

_NAMES: Final = re.compile(r"[A-Za-z_]\w*")
Ends = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Context:
    """``lead`` characters of ``text`` stand before what Python's parser was given."""

    text: str
    lead: int
    place: Place
    scope: Scope
    diagnostics: Collector
    if_zero: Number | None
    unstated: Bilingual
    """Where it is to be stated what a division by zero gives."""
    missing_at_zero: bool = False
    """Whether that is stated to be nothing."""

    def ends(self, syntax: ast.expr) -> Ends:
        """The characters of a syntax node; Python counts UTF-8 bytes."""
        return self._character(syntax.col_offset), self._character(syntax.end_col_offset or 0)

    def _character(self, offset: int) -> int:
        written = self.text[self.lead :].encode()
        return self.lead + len(written[:offset].decode())

    def report(self, code: str, ends: Ends, **params: object) -> None:
        self.diagnostics.add(code, self.place(*ends), **params)

    def report_types(self, code: str, ends: Ends, types: dict[str, Type], **params: object) -> None:
        """Report with types in the words of both languages."""
        words = {name: any_of([type_]) for name, type_ in types.items()}
        self.report(code, ends, **words, why=self._why(ends), **params)

    def _why(self, ends: Ends) -> Bilingual | str:
        """That a name is a day only because its fact does not say what is taken, if that is so."""
        day = next((name for name in _NAMES.findall(self.text[slice(*ends)]) if self.scope.is_day(name)), None)
        return (
            NOTHING if day is None else Bilingual(f"{day} 没有写 take，得到的是日期", f"{day} has no take and is a day")
        )


def ends_of(node: Node) -> Ends:
    return node.start, node.end
