"""Words that state an amount which the rule that quotes them does not: a ceiling left out, a step not written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import Final

from supervision_rules import nodes
from supervision_rules.catalogue import Bilingual
from supervision_rules.compiler import CompiledPack
from supervision_rules.compiler.told import NEVER, covers, settled
from supervision_rules.compiler.written import mappings
from supervision_rules.diagnostics import Collector
from supervision_rules.language.quotes import folded, texts_of
from supervision_rules.language.said import Said, said_in, unspaced
from supervision_rules.wording.ceilings import Ceilings
from supervision_rules.wording.quoting import UNMISTAKABLE, Quote, Quoting
from supervision_rules.wording.stands_for import standing_for
from supervision_rules.wording.stated import is_stated, numbers_in

_MOST: Final = Bilingual("max（封顶）", "max (the most)")
_TIME: Final = Bilingual("within、due 或式子里的天数", "within, due, or the days in expressions")
_KEYS: Final[Mapping[str, Bilingual]] = MappingProxyType(
    {"分": Bilingual("max、each、value、base 或各档的 points", "max, each, value, base, or the points of bands")}
    | dict.fromkeys(
        ("%", "％", "百分点", "倍"),
        Bilingual("percent、weight、times 或式子", "percent, weight, times, or expressions"),
    )
    | dict.fromkeys(
        tuple("次个家名人件项元") + ("万元",),
        Bilingual("when 等条件（如 >= 3）、at_most 或 places", "conditions (as >= 3), at_most, or places"),
    )
)
"""The keys that usually carry an amount, by its unit; of any other unit it is one of time."""

_UP_TO: Final = re.compile(r"(?:不足|不满|未满|不到|低于|少于|小于|[至到~—-])\s*$")
_BELOW: Final = re.compile(r"\s*以[下内]")
_LEFT: Final = re.compile(r"(?:[扣降减][至到完]|最低为?|不?低于)\s*$")
_AMISS: Final = (*NEVER, "SR343", "SR370", "SR374", "SR375")
"""What is told where a number is left out, or another than meant: that is told once."""


def tell_unstated(compiled: CompiledPack, quoted: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell the amounts in the words of each fact and rule that nothing in it carries, each once."""
    pack = _Pack(compiled, quoted)
    amiss = settled(diagnostics, _AMISS)
    for each in pack.quoting.values():
        if covers(amiss, each.written.span):
            continue
        told = set[tuple[Decimal, str]]()
        for quote, said in each.amounts:
            amount = said.number, said.unit
            others = tuple(standing_for(quote.scalar.text, said))
            if told.isdisjoint((amount, *((other.number, other.unit) for other in others))) and not any(
                pack.carries(each, quote, one) for one in (said, *others)
            ):
                told.add(amount)
                keys = _KEYS.get(said.unit, _TIME) if pack.holds(each, quote, said) is None else _MOST
                diagnostics.add("SR170", quote.scalar.part(said.start, said.end), said=said.shown, keys=keys)


@dataclass(frozen=True)
class _Pack:
    compiled: CompiledPack
    quoting: Mapping[int, Quoting]

    @cached_property
    def _ceilings(self) -> Ceilings:
        rules = (self.quoting[id(binder)] for binder in self.compiled.reach.rules.values())
        return Ceilings(tuple(rules), self.compiled.choice)

    def carries(self, own: Quoting, quote: Quote, said: Said) -> bool:
        """Whether a fact or rule states an amount of its words, or something that it hangs together with does."""
        if _is_nothing_left(own, quote, said):
            return True
        held = self.holds(own, quote, said)
        if held is None:
            within = is_stated(said, own.beside(quote, said.piece)) or is_stated(said, frozenset(self._used(own)))
            within = within or (_is_upper_end(quote, said) and is_stated(said, own.before(quote)))
            return within or self._is_excused(own, quote) or self._elsewhere(own, said)
        # Of several in one sentence each may be of another rule.
        others = (each for each in said_in(quote.scalar.text) if each.most and each.number != said.number)
        return held or (any(self.holds(own, quote, each) for each in others) and self._elsewhere(own, said))

    def holds(self, own: Quoting, quote: Quote, said: Said) -> bool | None:
        """Whether the points of a rule are held to what its words say is the most; None where these say no such thing,
        or the rule gives no points."""
        most = self._ceilings.numbers(own, quote, said) if said.most else None
        return None if most is None else is_stated(said, most.union(self._used(own)))

    def _is_excused(self, own: Quoting, quote: Quote) -> bool:
        argued = own.binder.at("unquoted") is not None
        facts = (self.compiled.reach.facts[key] for key in self.compiled.reach.facts_read(own.binder))
        # A rule may say why a fact that it uses looks back so many months.
        return own.excuses(quote) or any(
            fact.at("unquoted") is not None or (argued and fact.at("window") is not None) for fact in facts
        )

    def _used(self, own: Quoting) -> Iterator[Decimal]:
        """The numbers of the facts that it uses, of the rules whose results it reads, of the fields that it names."""
        reach = self.compiled.reach
        for key in reach.facts_read(own.binder):
            yield from self.quoting[id(reach.facts[key])].numbers
        for rule in reach.rules_read(own.binder) & reach.rules.keys():
            yield from self.quoting[id(reach.rules[rule])].numbers
        for _, name in own.binder.names:
            yield from self._fields.get(name, ())

    @cached_property
    def _fields(self) -> Mapping[str, frozenset[Decimal]]:
        """The numbers between which the fields lie that the pack declares."""
        found = defaultdict[str, frozenset[Decimal]](frozenset)
        for each in mappings(self.compiled.text.tree.get("records")):
            fields = each.get("fields")
            for key, field in fields.entries if isinstance(fields, nodes.Mapping) else ():
                found[key.text] |= numbers_in(field)
        return found

    def _elsewhere(self, own: Quoting, said: Said) -> bool:
        """Whether another fact or rule that quotes the same states it, or it is said that it cannot be judged."""
        for other in self.quoting.values():
            if other is not own and other.quotes_also(said.piece, own.clause) and is_stated(said, other.numbers):
                return True
        listed = mappings(self.compiled.text.tree.get("not_computable"))
        return any(_leaves_out(each, said.piece, own.clause) for each in listed)


def _is_upper_end(quote: Quote, said: Said) -> bool:
    """Whether the words go up to the amount: 60分以上不足75分. What lies there has gone to a case before."""
    text = folded(quote.scalar.text)
    return bool(_UP_TO.search(text[: said.start]) or _BELOW.match(text[said.end :]))


def _is_nothing_left(own: Quoting, quote: Quote, said: Said) -> bool:
    """Whether the words say of points that are deducted that no less than nothing is left: that is of the total."""
    effect = own.binder.at("effect")
    is_deducted = isinstance(effect, nodes.Scalar) and effect.text == "deduct"
    return is_deducted and said.number == 0 and _LEFT.search(folded(quote.scalar.text), 0, said.start) is not None


def _leaves_out(entry: nodes.Mapping, piece: str, clause: str) -> bool:
    cited, words = entry.get("clause"), entry.get("words")
    same = isinstance(cited, nodes.Scalar) and cited.text == clause
    quoted = texts_of(words) if words is not None else ()
    return (same or len(piece) >= UNMISTAKABLE) and any(piece in unspaced(text) for text in quoted)
