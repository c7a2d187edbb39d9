"""Days that are to lie on the other side of the record's own by their label: ``approved >= date`` under 事先批准."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector
from supervision_rules.expressions import DATE
from supervision_rules.expressions.tree import Comparison, Logic, Name, Node
from supervision_rules.language.binding import Stated
from supervision_rules.language.quotes import folded, texts_of
from supervision_rules.wording.quoting import Quoting

_BEFORE: Final = re.compile("事先|事前|预先|^不早于")
_AFTER: Final = re.compile("^不晚于|^不迟于")
_MAY_TURN: Final = re.compile("[未不没无](?![早晚迟]于)|事后|补[办报批]")
"""What may turn a label about."""
_TURNED: Final[Mapping[str, str]] = MappingProxyType({"<": ">", "<=": ">=", ">": "<", ">=": "<="})
_OWN: Final = "date"
"""The day of the record itself."""


def tell_sooner(every: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell each day that a condition wants after that of the record, though its label wants it before, or the other
    way round."""
    for each in every.values():
        for stated in each.binder.stated:
            label = _label(each, stated)
            before, after = (bool(form.search(label)) for form in (_BEFORE, _AFTER))
            for asked, is_before in _asked(stated.checked.root) if before is not after else ():
                if is_before is not before and not _MAY_TURN.search(label):
                    found = stated.checked.text[asked.start : asked.end]
                    mend = found.replace(asked.operator, _TURNED[asked.operator], 1)
                    place = stated.scalar.part(asked.start, asked.end)
                    diagnostics.add("SR192", place, words=label, found=found, mend=mend)


def _label(own: Quoting, stated: Stated) -> str:
    """The label of the fact, rule or part that a condition is all of."""
    label = own.binder.at(*stated.path[:-1], "label")
    is_held = stated.path[-1] in ("require", "value", "where")
    return folded(" ".join(texts_of(label))) if is_held and isinstance(label, nodes.Scalar) else ""


def _asked(root: Node) -> Iterator[tuple[Comparison, bool]]:
    """What is asked of another day and that of the record, all of which must hold, and whether the other is before."""
    if isinstance(root, Logic) and root.operator == "and":
        for part in root.parts:
            yield from _asked(part)
    elif isinstance(root, Comparison) and root.operator in _TURNED:
        names = [side.name for side in (root.left, root.right) if isinstance(side, Name) and side.type == DATE]
        if len(names) == 2 and _OWN in names and names[0] != names[1]:
            yield root, (root.operator in ("<", "<=")) is (names[1] == _OWN)
