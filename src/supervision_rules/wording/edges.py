"""Comparisons that part at another edge than the words, ``> 3`` for 3次以上, or go the other way."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from supervision_rules import nodes
from supervision_rules.catalogue import Bilingual
from supervision_rules.compiler import CompiledPack
from supervision_rules.compiler.told import covers, settled
from supervision_rules.diagnostics import NOTHING, Collector
from supervision_rules.language.edges import EXCLUDED, Edge, edges_in
from supervision_rules.language.quotes import folded, texts_of, words_in
from supervision_rules.language.readings import Reading
from supervision_rules.language.said import numbers_said
from supervision_rules.wording.around import option_said
from supervision_rules.wording.compared import Compared, compared
from supervision_rules.wording.directions import goes_up
from supervision_rules.wording.quoting import Quoting

_WITH_IT: Final = re.compile("含|包括|本数|正好|恰好|等于")
_HAS: Final = {
    True: Bilingual("含本数", "includes the number"),
    False: Bilingual("不含本数", "does not include the number"),
}


def tell_edges(compiled: CompiledPack, every: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell each comparison at whose number the words draw the edge on the other side."""
    words, naming, amiss = _Words(compiled), _naming(compiled, every), settled(diagnostics)
    for key, each in every.items():
        around = (each,) if each.quotes else (each, *naming.get(key, ()))
        drawn = frozenset[Decimal]().union(*(other.drawn for other in around), words.drawn_by_options)
        for asked in compared(each, drawn) if drawn else ():
            edge = words.edge(asked, each, around) if not covers(amiss, asked.span) else None
            if edge is not None:
                _tell(asked, edge, goes_up(asked, edge, each), diagnostics)


def _tell(asked: Compared, edge: Edge, goes_up: bool | None, diagnostics: Collector) -> None:
    """Tell a comparison that goes the other way, or else has the number itself on the other side."""
    said, same = {"shown": edge.shown, "found": asked.found}, asked.above is edge.above
    if goes_up is not None and asked.upward is not None and asked.upward is not goes_up:
        diagnostics.add("SR193", asked.span, mend=asked.contrary if same else asked.turned, **said)
    elif not same and goes_up is None and asked.upward is not None and asked.upward is not edge.upward:
        diagnostics.add("SR193", asked.span, mend=_either(asked), **said)
    elif not same:
        diagnostics.add("SR171", asked.span, has=_HAS[edge.has_it], mend=asked.mend, **said)


def _either(asked: Compared) -> Bilingual:
    """What may be meant by a comparison that is neither what the words say nor the contrary of it."""
    turned, mend = asked.turned, asked.mend
    return Bilingual(f"{turned}（要的是反面的，{mend}）", f"{turned} (where the contrary is meant, {mend})")


def _is_open(reading: Reading) -> bool:
    """Whether it is by a reading whether a number itself is meant."""
    return any(map(_WITH_IT.search, reading.options.values()))


def _naming(compiled: CompiledPack, every: Mapping[int, Quoting]) -> Mapping[int, list[Quoting]]:
    """The rules that name a fact: their words speak of it where it has none itself."""
    reach, found = compiled.reach, defaultdict[int, list[Quoting]](list)
    for rule in reach.rules.values():
        for key in sorted(reach.facts_named(rule)):
            found[id(reach.facts[key])].append(every[id(rule)])
    return found


@dataclass(frozen=True)
class _Words:
    """The words of a pack."""

    compiled: CompiledPack

    @cached_property
    def _open(self) -> tuple[Edge, ...]:
        """The edges of which it is open whether they have the number itself."""
        readings = self.compiled.text.readings.values()
        return tuple(edge for reading in readings if _is_open(reading) for edge in edges_in(reading.words))

    @cached_property
    def drawn_by_options(self) -> frozenset[Decimal]:
        """The numbers at which what is said of the options draws edges."""
        readings = self.compiled.text.readings.values()
        edges = (edge for reading in readings for text in reading.options.values() for edge in edges_in(text))
        return frozenset(number for edge in edges for number in edge.numbers)

    @cached_property
    def _leaves_out(self) -> bool:
        """Whether the document says that 以上 and 以下 leave the number itself out."""
        return any(EXCLUDED.search(text) for text in words_in(self.compiled.text.tree))

    def edge(self, asked: Compared, own: Quoting, around: Iterable[Quoting]) -> Edge | None:
        """The edge that the words nearest to a comparison draw at its number, where all words agree in it."""
        option = option_said(self.compiled, own, asked.span)
        if option is not None:
            return self._agreed(self._at(asked, (option,)))
        if any(asked.number in edge.numbers for edge in self._open):
            return None
        for each in around:
            texts = (
                self._at(asked, texts) for texts in _texts(each, asked if each is own else asked._replace(part=()))
            )
            nearest = next((found for found in texts if any(edge.shown != NOTHING for edge in found)), None)
            if nearest is not None:
                quoted = [quote.scalar.text for quote in each.quotes]
                other_units = _units(asked, quoted) - {edge.said.unit for edge in nearest}
                return None if other_units else self._agreed(nearest, self._at(asked, quoted))
        return None

    def _at(self, asked: Compared, texts: Iterable[str]) -> list[Edge]:
        found = [edge for text in texts for edge in edges_in(text) if asked.number in edge.numbers]
        return [edge.without_it() if self._leaves_out and edge.by_convention else edge for edge in found]

    def _agreed(self, nearest: Iterable[Edge], others: Iterable[Edge] = ()) -> Edge | None:
        drawn = [edge for edge in nearest if edge.shown != NOTHING]
        return drawn[0] if drawn and len({edge.above for edge in (*drawn, *others)}) == 1 else None


def _units(asked: Compared, words: Iterable[str]) -> set[str]:
    """What the words say that so many are of."""
    return {said.unit for text in words for said in numbers_said(folded(text)) if said.number == asked.number}


def _texts(own: Quoting, asked: Compared) -> Iterator[list[str]]:
    """The words and labels of the parts around a comparison, the innermost first, then those of the whole."""
    parts = [each for each in own.parts if each.span in asked.part]
    for part in (*reversed(parts), own.written):
        for path in (("words",), ("label",), ("cite", "words")):
            words = nodes.at(part, *path)
            yield list(texts_of(words)) if words is not None else []
