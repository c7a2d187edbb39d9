"""What a pack has made of each clause of its document, and what it has left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from supervision_rules.sources.clauses import PREAMBLE, Clause
from supervision_rules.sources.document import Document, Stretch
from supervision_rules.sources.quotations import Quoting
from supervision_rules.sources.rulelike import reads_like_a_rule


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
