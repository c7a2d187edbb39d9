"""What is left to do to a pack that was held against its document: what is not in it, what was made of another text."""

from __future__ import annotations

from typing import Final

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector, named
from supervision_rules.sources.accepted import Accepted
from supervision_rules.sources.clauses import PREAMBLE
from supervision_rules.sources.ledger import Ledger

SHOWN: Final = 40
"""How many characters of a sentence are shown."""


def tell_left(ledger: Ledger, diagnostics: Collector) -> None:
    """Tell what of the document is not in the pack: whole clauses, and sentences that read like a rule."""
    document = ledger.document
    for clause in ledger.uncovered():
        diagnostics.add("SR805", document.span(clause.begin, clause.end), clause=clause.label)
    for begin, end in ledger.unsaid():
        within = document.at(begin)
        sentence = document.folded[begin:end]
        shown = sentence if len(sentence) <= SHOWN else f"{sentence[:SHOWN]}…"
        diagnostics.add("SR806", document.span(begin, end), sentence=shown, clause=within.label if within else PREAMBLE)


def tell_stale(ledger: Ledger, about: nodes.Node | None, accepted: Accepted | None, diagnostics: Collector) -> None:
    """Tell what was made from another text: exactly what leans on clauses that are not as they were when accepted.

    ``about`` is what the pack says of its document.
    """
    document = ledger.document
    stated = about.get("digest") if isinstance(about, nodes.Mapping) else None
    if accepted is not None:
        now = document.digests()
        changed = [document.clauses[label] for label, digest in now.items() if accepted.clauses.get(label) != digest]
        for held in ledger.held:
            leaning = [clause.label for clause in changed if held.leans_on(clause)]
            if leaning and held.quoting.clause is not None and not held.amiss:
                place, label = held.quoting.clause.span, held.quoting.label
                diagnostics.add("SR807", place, clause=named(leaning), rule=label)
        # A text that differs in widths alone from the one that was accepted is that one.
        is_same = now == accepted.clauses and isinstance(stated, nodes.Scalar) and stated.text == accepted.digest
        if changed or is_same:
            return
    if isinstance(stated, nodes.Scalar) and stated.text != document.digest:
        diagnostics.add("SR808", stated.span, digest=document.digest)
