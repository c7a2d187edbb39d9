"""Whose result of a rule an expression asks for: that of the record itself, or of the one that it names."""

from __future__ import annotations

from typing import Any

from supervision_rules import nodes
from supervision_rules.diagnostics import NOTHING, Collector, named
from supervision_rules.expressions import BOOL
from supervision_rules.expressions.tree import Call, Name
from supervision_rules.language.answers import OF_MEMBERS
from supervision_rules.language.declarations import Declarations
from supervision_rules.language.leads import leads


def leads_to_one(
    call: Call, about: str, scalar: nodes.Scalar, declarations: Declarations, diagnostics: Collector
) -> bool:
    """Whether it is plain whose result of a rule is asked for; told if not."""
    answers = declarations.members if call.function.name in OF_MEMBERS else declarations.subjects
    asker, of = declarations.base(about), answers.get(call.literal or "")
    if of is None or not declarations.exists(of) or declarations.lost.is_unlinked(asker):
        return True
    fields = declarations.single.get(asker, {})
    among = leads(fields, of)
    every = named(name for name, target in fields.items() if target == of)
    words: dict[str, Any] = {"asker": about, "of": of, "fields": every}
    if len(call.arguments) > 1:
        given = call.arguments[1]
        if isinstance(given, Name) and fields.get(given.name) == of:
            return True
        words |= {"given": scalar.text[given.start : given.end], "fact": NOTHING}
        diagnostics.add("SR339", scalar.part(given.start, given.end), rule=call.literal, **words)
    elif of == asker or len(among) == 1:
        return True
    elif among:
        mend = f'{call.function.name}("{call.literal}", {among[0]})'
        diagnostics.add("SR338", scalar.part(call.start, call.end), mend=mend, **words)
    else:
        place, text = scalar.part(call.start, call.end), scalar.text[call.start : call.end]
        below = asker in declarations.single.get(of, {}).values()
        fact = _asked_below(call, asker, of, text) if below else NOTHING
        diagnostics.add("SR339", place, given=NOTHING, rule=call.literal, fact=fact, **words)
    return False


def _asked_below(call: Call, asker: str, of: str, text: str) -> str:
    """The fact by which a unit asks for the result of what belongs to it: whether any of its matters is late."""
    way = "sum" if call.function.name == "points" else "last"
    taken = f"any: {of}, where: {text}" if call.type == BOOL else f"{way}: {of}, take: {text}"
    return f"{{id: …, label: …, of: {asker}, {taken}}}"
