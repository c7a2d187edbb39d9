"""What can be taken out of conditions with nothing changed by it: for all that is on record, and for what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.expressions import Checked
from supervision_rules.expressions.cells import Cells, questions
from supervision_rules.expressions.tree import Node, children
from supervision_rules.language.binding import Stated
from supervision_rules.language.related import Known

Come = Callable[[Cells, Sequence[Node]], Sequence[int]]
"""The cells of each thing that comes of some conditions, if they had not these parts."""


@dataclass
class Removal:
    """What is taken out, one part after the other, so that all of it together may be."""

    come: Come
    cells: Cells
    conditions: Sequence[Checked]
    known: Known
    gone: list[Node] = field(default_factory=list)

    @cached_property
    def doubtful(self) -> Cells | None:
        """The cells with all that may not be known; None if there are too many."""
        return self.known.cells(self.conditions, doubtful=True)

    def tell(self, stated: Iterable[Stated], settled: Sequence[Span], diagnostics: Collector, among: int) -> None:
        """Tell the parts of these conditions that ask about something on which nothing hangs, and can be taken out.

        What lies in ``settled`` is told already.
        """
        before = self.come(self.cells, ())
        for each in stated:
            for key, part in questions(each.checked):
                if self.cells.is_idle(before, key, among) and not self._is_told(each, part, settled):
                    self._tell(each, part, diagnostics)

    def _tell(self, each: Stated, part: Node, diagnostics: Collector) -> None:
        """Tell the smallest part around a question that can be taken out."""
        for node in _around(each.checked.root, part):
            if self._keeps(self.cells, node):
                sure = self.doubtful is not None and self._keeps(self.doubtful, node)
                self.gone.append(node)
                place, text = each.scalar.part(node.start, node.end), each.checked.text[node.start : node.end]
                diagnostics.add("SR363", place, found=text, how=_HOW[sure], mend=_MEND[sure])
                return

    def _keeps(self, cells: Cells, node: Node) -> bool:
        return self.come(cells, (*self.gone, node)) == self.come(cells, ())

    def _is_told(self, each: Stated, part: Node, settled: Sequence[Span]) -> bool:
        place = each.scalar.part(part.start, part.end)
        taken = any(part is below for node in self.gone for below in _all(node))
        return taken or any(place.lies_in(span) for span in settled)


def _around(root: Node, part: Node) -> Iterator[Node]:
    """A part and what it lies in, from the inside, without the whole."""
    path = _path(root, part)
    return reversed(path[1:])


def _path(node: Node, part: Node) -> tuple[Node, ...]:
    if node is part:
        return (node,)
    return next(((node, *below) for child in children(node) if (below := _path(child, part))), ())


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in children(node):
        yield from _all(child)


_HOW = {
    True: Bilingual("不论它成立不成立，结果都一样", "whether it holds or not, the same comes of it"),
    False: Bilingual(
        "该有的都有记载时，不论它成立不成立，结果都一样",
        "where all is on record, the same comes of it whether it holds or not",
    ),
}
_MEND = {
    True: Bilingual("删去它，或者改正旁边的条件", "remove it, or correct what is beside it"),
    False: Bilingual(
        "改正旁边的条件；要删去它，先想好：记载不全时，有没有它，定得下来的不一样",
        "correct what is beside it; before removing it mind that with something not on record "
        "it makes a difference to what can be decided",
    ),
}
