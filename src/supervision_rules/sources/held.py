"""A pack held against the text of its document: what it quotes stands there, and what stands there is in the pack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from supervision_rules import nodes
from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import NOTHING, Collector, named, nearest
from supervision_rules.sources.accepted import Accepted
from supervision_rules.sources.clauses import PREAMBLE, Clause
from supervision_rules.sources.document import Document, Stretch
from supervision_rules.sources.heading import in_force, tell_heading
from supervision_rules.sources.labels import cited
from supervision_rules.sources.quotations import HEADING, Quoting, quotings
from supervision_rules.sources.rulelike import reads_like_a_rule

SHOWN: Final = 40
"""How many characters of a sentence are shown."""
WHOLE: Final = Bilingual("全文", "the whole text")


@dataclass(frozen=True, slots=True)
class Held:
    """One mention of a clause in a pack, and where its words stand in the document."""

    quoting: Quoting
    clauses: tuple[Clause, ...]
    stretches: tuple[Stretch, ...]
    amiss: bool = False
    """Whether it has been told that its clause or its words are not there."""

    def leans_on(self, clause: Clause) -> bool:
        """Whether it was made from what a clause says itself: it names it, or its words stand there."""
        return clause in self.clauses or any(clause.says(*stretch) for stretch in self.stretches)

    def covers(self, clause: Clause) -> bool:
        """Whether a clause is encoded, defined or listed by it; all parts of what is left out as a whole are."""
        return self.leans_on(clause) or (self.is_whole and any(each.label in clause.parents for each in self.clauses))

    @property
    def is_whole(self) -> bool:
        """Whether it says of a clause with all its parts that no rule is made of it."""
        return self.quoting.left_out and not self.quoting.words


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a pack has made of each clause of its document."""

    document: Document
    held: tuple[Held, ...]

    def made_of(self, clause: Clause) -> list[Held]:
        """What covers a clause."""
        return [each for each in self.held if each.covers(clause)]

    def uncovered(self) -> list[Clause]:
        """The clauses of which neither they nor their parts are in the pack; a preamble need not be."""
        clauses = self.document.clauses.values()
        covered = [clause for clause in clauses if self.made_of(clause)]
        known = {PREAMBLE}.union(*((clause.label, *clause.parents) for clause in covered))
        # Of one that is left out with all its parts only the whole is told.
        return [clause for clause in clauses if clause.label not in known and known.issuperset(clause.parents)]

    def unsaid(self) -> Iterator[Stretch]:
        """The sentences that read like a rule and of which no word is quoted, nor said to be not computable."""
        quoted = [stretch for each in self.held for stretch in each.stretches]
        whole = {clause.label for each in self.held if each.is_whole for clause in each.clauses}
        whole |= {clause.label for clause in self.uncovered()}
        for clause, begin, end in self.document.sentences():
            said = any(first < end and begin < last for first, last in quoted)
            told = not whole.isdisjoint((clause.label, *clause.parents))
            if not said and not told and reads_like_a_rule(self.document.folded[begin:end]):
                yield begin, end


def hold(tree: nodes.Mapping, document: Document, diagnostics: Collector) -> Ledger | None:
    """Hold every mention of a clause in a pack against the document; tell what does not stand in it.

    None where nothing does: it is the text of something else.
    """
    mentions = list(quotings(tree))
    if mentions and not any(_is_there(quoting, document) for quoting in mentions):
        diagnostics.add("SR814", nodes.locate(tree, (HEADING,)).span, source=document.source)
        return None
    for slip in document.slips:
        diagnostics.add("SR813", document.line(slip), found=slip.slip, due=slip.token)
    held = [_hold(quoting, document, diagnostics) for quoting in mentions]
    tell_heading(tree.get(HEADING), document, diagnostics)
    force = in_force(tree.get(HEADING), document)
    # The day since when it is in force stands in the pack, and needs no quotation.
    held += [Held(Quoting(HEADING, "", "", None, ()), (), (stretch,)) for stretch in force]
    return Ledger(document, tuple(held))


def _is_there(quoting: Quoting, document: Document) -> bool:
    """Whether the document has the clause of a mention, or any of its words."""
    named = quoting.clause is not None and bool(cited(quoting.clause.text, document.clauses)[0])
    return named or any(document.stands(words.text) for words in quoting.words)


def _hold(quoting: Quoting, document: Document, diagnostics: Collector) -> Held:
    clauses, unknown = cited(quoting.clause.text, document.clauses) if quoting.clause else ([], [])
    if quoting.clause is not None:
        for given in unknown:
            found_in = {each.label for words in quoting.words for each in _clauses_with(words, document)}
            hint = found_in.pop() if len(found_in) == len(unknown) == 1 else nearest(given, document.clauses)
            diagnostics.add("SR802", quoting.clause.span, given=given, hint=hint)
    within = clauses if clauses and not unknown else None
    told = len(diagnostics.found)
    found = {words: _stands(words, within, document, diagnostics) for words in quoting.words}
    amiss = bool(unknown) or len(diagnostics.found) > told
    for words, stretches in found.items():
        if within is not None and _is_open(stretches, within):
            found[words] = _meant(words, stretches, found.values(), within, diagnostics)
    return Held(quoting, tuple(clauses), tuple(stretch for each in found.values() for stretch in each), amiss)


def _stands(
    words: nodes.Scalar, within: Sequence[Clause] | None, document: Document, diagnostics: Collector
) -> list[Stretch]:
    """Where words stand in the clauses that they are quoted from."""
    found = document.stands(words.text, within)
    if found:
        return found
    elsewhere = [clause.label for clause in _clauses_with(words, document)]
    if elsewhere:
        clauses = WHOLE if within is None else named([clause.label for clause in within])
        places = named(dict.fromkeys(elsewhere))
        diagnostics.add("SR803", words.span, words=words.text, clause=clauses, places=places)
        return document.stands(words.text)  # what they are meant to quote is not left out besides
    meant = document.meant(words.text)
    diagnostics.add("SR801", words.span, words=words.text, hint=NOTHING if meant is None else document.said(*meant))
    return [] if meant is None else [meant]


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
        if changed:
            return
    if isinstance(stated, nodes.Scalar) and stated.text != document.digest:
        diagnostics.add("SR808", stated.span, digest=document.digest)
