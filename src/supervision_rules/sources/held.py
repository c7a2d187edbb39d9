"""A pack held against the text of its document: what it quotes stands there, and what stands there is in the pack."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from supervision_rules import nodes
from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import NOTHING, Collector, named, nearest
from supervision_rules.sources.clauses import Clause
from supervision_rules.sources.document import Document, Stretch
from supervision_rules.sources.heading import in_force, tell_heading
from supervision_rules.sources.labels import cited
from supervision_rules.sources.ledger import Held, Ledger
from supervision_rules.sources.of_another import is_of_another
from supervision_rules.sources.quotations import HEADING, Quoting, quotings

WHOLE: Final = Bilingual("全文", "the whole text")


def hold(tree: nodes.Mapping, document: Document, diagnostics: Collector) -> Ledger | None:
    """Hold every mention of a clause in a pack against the document; tell what does not stand in it.

    None where next to nothing does: it is the text of something else.
    """
    mentions = list(quotings(tree))
    if is_of_another(mentions, document, nodes.locate(tree, (HEADING,)).span, diagnostics):
        return None
    for slip in document.slips:
        diagnostics.add("SR813", document.line(slip), found=slip.slip, due=slip.token)
    held = [_hold(quoting, document, diagnostics) for quoting in mentions]
    tell_heading(tree.get(HEADING), document, diagnostics)
    force = in_force(tree.get(HEADING), document)
    # The day since when it is in force stands in the pack, and needs no quotation.
    held += [Held(Quoting(HEADING, "", "", None, ()), (), (stretch,)) for stretch in force]
    return Ledger(document, tuple(held))


def _hold(quoting: Quoting, document: Document, diagnostics: Collector) -> Held:
    clauses, unknown = cited(quoting.clause.text, document.clauses) if quoting.clause else ([], [])
    if quoting.clause is not None:
        for given in unknown:
            found_in = {each.label for words in quoting.words for each in _clauses_with(words, document)}
            hint = found_in.pop() if len(found_in) == len(unknown) == 1 else nearest(given, document.clauses)
            diagnostics.add("SR802", quoting.clause.span, given=given, hint=hint)
    within = clauses if clauses and not unknown else None
    told = len(diagnostics.found)
    found = {words: document.stands(words.text, within) for words in quoting.words}
    found |= _sought(quoting, [words for words in found if not found[words]], within, document, diagnostics)
    amiss = bool(unknown) or len(diagnostics.found) > told
    for words, stretches in found.items():
        if within is not None and _is_open(stretches, within):
            found[words] = _meant(words, stretches, found.values(), within, diagnostics)
    return Held(quoting, tuple(clauses), tuple(stretch for each in found.values() for stretch in each), amiss)


def _sought(
    quoting: Quoting,
    missing: Iterable[nodes.Scalar],
    within: Sequence[Clause] | None,
    document: Document,
    diagnostics: Collector,
) -> dict[nodes.Scalar, list[Stretch]]:
    """Where words are that do not stand in the clauses from which they are quoted: elsewhere, or nearly there."""
    found, elsewhere = dict[nodes.Scalar, list[Stretch]](), defaultdict[tuple[str, ...], list[nodes.Scalar]](list)
    for words in missing:
        clauses = tuple(dict.fromkeys(clause.label for clause in _clauses_with(words, document)))
        if clauses:
            elsewhere[clauses].append(words)
            found[words] = document.stands(words.text)  # what they are meant to quote is not left out besides
        else:
            meant = document.meant(words.text)
            hint = NOTHING if meant is None else document.said(*meant)
            diagnostics.add("SR801", words.span, words=words.text, hint=hint)
            found[words] = [] if meant is None else [meant]
    for clauses, several in elsewhere.items():
        _tell_elsewhere(quoting, several, within, named(clauses), diagnostics)
    return found


def _tell_elsewhere(
    quoting: Quoting,
    several: Sequence[nodes.Scalar],
    within: Sequence[Clause] | None,
    places: Bilingual,
    diagnostics: Collector,
) -> None:
    """Tell the words that stand in other clauses once: where all do, it is the clause that is wrong."""
    is_clause = quoting.clause is not None and 1 < len(several) == len(quoting.words)
    place = quoting.clause if is_clause and quoting.clause is not None else several[0]
    clause = WHOLE if within is None else named([each.label for each in within])
    more = len(several) - 1 or NOTHING
    diagnostics.add("SR803", place.span, words=several[0].text, more=more, clause=clause, places=places)


def _clauses_with(words: nodes.Scalar, document: Document) -> Iterator[Clause]:
    """The clauses of the whole document in which words stand."""
    return (clause for begin, _ in document.stands(words.text) if (clause := document.at(begin)) is not None)


def _is_open(stretches: Sequence[Stretch], within: Iterable[Clause]) -> bool:
    """Whether words stand in one of the clauses more than once."""
    return any(sum(clause.holds(*stretch) for stretch in stretches) > 1 for clause in within)


def _meant(
    words: nodes.Scalar,
    stretches: list[Stretch],
    beside: Iterable[list[Stretch]],
    within: Sequence[Clause],
    diagnostics: Collector,
) -> list[Stretch]:
    """Of several places of words those inside other words quoted beside them, which stand in one place: a part of a
    rule quotes some of what the whole quotes. Where there is none, it is told."""
    single = [others[0] for others in beside if len(others) == 1]
    inside = [(begin, end) for begin, end in stretches if any(first <= begin and end <= last for first, last in single)]
    if inside and not _is_open(inside, within):
        return inside
    clause = next(clause for clause in within if _is_open(stretches, [clause]))
    count = sum(clause.holds(*stretch) for stretch in stretches)
    diagnostics.add("SR804", words.span, words=words.text, clause=clause.label, count=count)
    return stretches
