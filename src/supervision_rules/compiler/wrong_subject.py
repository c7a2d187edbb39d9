"""A rule or fact that is about the wrong type of record: told once, where it says so, and not at each name."""

from __future__ import annotations

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector, Diagnostic, Span, listed
from supervision_rules.language.declarations import Declarations


def tell_subject(declarations: Declarations, node: nodes.Mapping, name: str, diagnostics: Collector) -> None:
    """Tell under its key that the fact or rule at ``node`` is about ``name``, if several names that it uses are unknown
    there and one other record type has them all: in the place of what was told at each of them."""
    own, place = declarations.names[declarations.base(name)], _place(node)
    told = [each for each in diagnostics if _is_unknown(each, node) and each.params["name"] not in own]
    missed = dict.fromkeys(str(each.params["name"]) for each in told)
    before = next((each for each in diagnostics if (each.code, each.span) == ("SR377", place)), None)
    if before is not None:  # under other options
        diagnostics.withdraw(each for each in told if each.params["name"] in declarations.names[_meant(before)])
        return
    meant = [other for other, names in declarations.names.items() if names.keys() >= missed.keys()]
    if len(missed) > 1 and len(meant) == 1:
        diagnostics.withdraw(told)
        diagnostics.add("SR377", place, given=name, names=listed(missed), meant=meant[0])


def _place(node: nodes.Mapping) -> Span:
    return nodes.locate(node, ("on" if node.get("on") is not None else "of",)).span


def _meant(told: Diagnostic) -> str:
    return str(told.params["meant"])


def _is_unknown(found: Diagnostic, node: nodes.Mapping) -> bool:
    return found.code == "SR218" and found.span is not None and found.span.lies_in(node.span)
