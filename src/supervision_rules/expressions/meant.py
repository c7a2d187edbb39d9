"""What Chinese that stands outside of quotes was meant to be: a number, a unit, the label of a name or level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from supervision_rules.catalogue import Bilingual
from supervision_rules.catalogue.expressions import EITHER, HUNDREDTHS, ONLY, PART
from supervision_rules.diagnostics import NOTHING, listed
from supervision_rules.expressions.scope import Scope
from supervision_rules.expressions.signs import ORDERED
from supervision_rules.expressions.tokens import Token, starts_value
from supervision_rules.expressions.types import NUMBER, Type
from supervision_rules.nodes.numerals import SIGNS, decimal, plainly

_NUMERAL: Final = re.compile(
    rf"(?P<number>[{SIGNS}]+(?:点[{SIGNS}]+)?)(?:个?(?:工作日|自然日|小时|分钟|百分点|[分次天日月年件家名人项元倍]|))?"
)
_PLAIN: Final = re.compile(r"\d+(?:\.\d+)?")
_COMPARED: Final = ("==", "!=")
_HELD: Final = frozenset((*ORDERED, *_COMPARED)) - frozenset("*/")
"""The signs on both sides of which stands the same measure."""
_BETWEEN: Final = frozenset((*_COMPARED, "[", ",", "in", "not"))


@dataclass(frozen=True, slots=True)
class Meant:
    """What is known where an expression is read: its names, and whether it is to be a number."""

    scope: Scope
    wants_number: bool

    def by(self, tokens: Sequence[Token], at: int) -> dict[str, str]:
        """What a message says of the Chinese at ``at``: how to write it, or else how it is quoted."""
        found = tokens[at].text
        before = tokens[at - 1] if at else None
        quoted = f'"{found}"' if len(tokens) > 1 else f"'\"{found}\"'"  # the quotes of YAML are none of the text
        words = {"mend": NOTHING, "unit": NOTHING, "quoted": NOTHING}
        if before is not None and before.kind == "number":
            return words | {"unit": found}
        mend = self._level(tokens[:at], found) or listed(self.scope.guide.labelled(found))
        if mend == NOTHING:
            mend = self._number(tokens, at)
        return words | ({"quoted": quoted} if mend == NOTHING else {"mend": mend})

    def share(self, tokens: Sequence[Token], at: int) -> Bilingual:
        """How the percentage is written whose sign stands at ``at``; what expressions are made of, if it is none."""
        is_sign = tokens[at].text in "%％" and not any(starts_value(each) for each in tokens[at + 1 : at + 2])
        number = tokens[at - 1].text if at and is_sign else ""
        if not _PLAIN.fullmatch(number):
            return ONLY
        sides = (tokens[max(at - 3, 0) : at - 1], tokens[at + 1 : at + 3][::-1])  # a name and a sign, a sign and a name
        names = [one.text for one, sign in (side for side in sides if len(side) > 1) if sign.text in _HELD]
        known = next((told for name in names if (told := self.scope.guide.in_hundredths(name)) is not None), None)
        phrase = EITHER if known is None else HUNDREDTHS if known else PART
        words = {"part": f"{(Decimal(number) / 100).normalize():f}", "hundredths": number}
        return Bilingual(phrase.zh.format(**words), phrase.en.format(**words))

    def _level(self, before: Sequence[Token], label: str) -> str:
        """The level with a label, of what it is compared with: of the name before the sign or the list."""
        last = next((each for each in reversed(before) if not _is_between(each)), None)
        type_ = self._type_of(last) if last is not None else None
        levels = dict(zip(type_.labels, type_.levels, strict=False)) if type_ is not None else {}
        return f'"{levels[label]}"' if label in levels else ""

    def _number(self, tokens: Sequence[Token], at: int) -> str:
        match = _NUMERAL.fullmatch(plainly(tokens[at].text))
        return str(decimal(match["number"])) if match and self._is_number_due(tokens, at) else NOTHING

    def _is_number_due(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a number is due: beside a sign of order or of arithmetic, a name that is one, or on its own."""
        if len(tokens) == 1:
            return self.wants_number
        beside = [tokens[place].text for place in (at - 1, at + 1) if 0 <= place < len(tokens)]
        if not ORDERED.isdisjoint(beside):
            return True
        is_compared = at > 1 and tokens[at - 1].text in _COMPARED
        return is_compared and self._type_of(tokens[at - 2]) == NUMBER

    def _type_of(self, token: Token) -> Type | None:
        return self.scope.names.get(token.text)


def _is_between(token: Token) -> bool:
    """Whether it may stand between a name and the last of what that is compared with."""
    return token.text in _BETWEEN or token.kind in ("text", "foreign", "curly")
