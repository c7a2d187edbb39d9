"""What a pack looks at: its expressions, the record types and fields that it reads, its numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache

from hypothesis.vendor.pretty import RepresentationPrinter
from pydantic import BaseModel
from pytest import MonkeyPatch

from supervision_rules.compiler import CompiledPack, compile_pack
from supervision_rules.diagnostics import Collector
from supervision_rules.expressions.tree import Call, Constant, Items, Name, Node, walk
from supervision_rules.language.binding import TextBinder
from supervision_rules.language.expression import Expression
from supervision_rules.library import open_pack
from supervision_rules.pack import PackText
from supervision_rules.policy import Policy
from supervision_rules.records import Models, Vocabulary

PACKS = ("liuzhou", "district", "bozhou", "yiyang", "chongqing")
Seen = tuple[str, Expression]


@dataclass(frozen=True)
class Focus:
    """What one rule is about: the record types that it, and the facts that it uses, look at, and the kinds of them."""

    rule: str
    types: frozenset[str]
    kinds: frozenset[str]


@dataclass(frozen=True, repr=False, eq=False)
class Sight:
    """A pack, and what its rules look at. ``mentioned`` are the texts in it, ``numbers`` those of its expressions."""

    policy: Policy
    expressions: tuple[Seen, ...]
    types: tuple[str, ...]
    focuses: tuple[Focus, ...]
    fields: Mapping[str, frozenset[str]]
    mentioned: frozenset[str]
    numbers: tuple[int, ...]
    asked: frozenset[tuple[str, str]]
    """The (type, name) pairs of which some expression asks whether they are known: knowing them changes a lot."""

    def __repr__(self) -> str:
        return f"<{self.policy.id}>"

    def _repr_pretty_(self, printer: RepresentationPrinter, cycle: bool) -> None:
        """What hypothesis shows of a pack: its id."""
        printer.text(repr(self))

    @property
    def vocabulary(self) -> Vocabulary:
        return self.policy.compiled.vocabulary


@cache
def shipped(name: str) -> Sight:
    """The sight of a shipped pack."""
    diagnostics = Collector()
    text = open_pack(name, diagnostics)
    assert text is not None, list(diagnostics)
    return sight_of(text)


def sight_of(text: PackText) -> Sight:
    """The pack of this text, compiled while its expressions are watched; it must have nothing wrong."""
    seen: list[Seen] = []
    bind = TextBinder.expression

    def noted(self: TextBinder, *path: str | int, of: str | None = None, **given: object) -> Expression | None:
        expression = bind(self, *path, of=of, **given)  # type: ignore[arg-type]
        if expression is not None:
            seen.append((self.declarations.base(of or self.subject), expression))
        return expression

    diagnostics = Collector()
    with MonkeyPatch.context() as patch:
        patch.setattr(TextBinder, "expression", noted)
        compiled = compile_pack(text, {}, diagnostics)
    assert compiled is not None, [(found.code, str(found.span), found.message("en")) for found in diagnostics]
    policy = Policy(text, compiled, Models(compiled.vocabulary))
    mentioned = frozenset(_texts(compiled.pack)) | {
        value for _, expression in seen for value in _constants(expression) if isinstance(value, str)
    }
    return Sight(
        policy,
        tuple(seen),
        _types(compiled.vocabulary, mentioned | {base for base, _ in seen}),
        tuple(_focuses(compiled)),
        _fields(policy, seen),
        mentioned,
        tuple(sorted({value for _, each in seen for value in _constants(each) if type(value) is int and value < 1000})),
        frozenset(_asked(policy, seen)),
    )


def _texts(value: object) -> Iterator[str]:
    """All texts in a pack's model: among them the names of the types and kinds that it is about."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in ("cite", "records", "readings"):
                yield from _texts(getattr(value, name))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)


def _constants(expression: Expression) -> Iterator[object]:
    for node in walk(expression.checked.root):
        if isinstance(node, Constant):
            yield node.value
        elif isinstance(node, Items):
            yield from node.values


def _types(vocabulary: Vocabulary, named: Set[str]) -> tuple[str, ...]:
    """The record types, no register among them, of which the type or a kind is named."""
    found = (name for name, spec in vocabulary.types.items() if {name, *(spec.kinds or ())} & named)
    return tuple(sorted(name for name in found if not vocabulary.types[name].is_register))


def _focuses(compiled: CompiledPack) -> Iterator[Focus]:
    facts = {fact.id: _words(fact) for fact in compiled.pack.facts}
    for rule in compiled.pack.rules:
        words = _words(rule)
        for _ in range(4):  # facts of facts, to some depth
            words |= {word for name, inner in facts.items() if any(w.endswith(name) for w in words) for word in inner}
        yield Focus(rule.id, frozenset(_types(compiled.vocabulary, words)), words & set(compiled.vocabulary.kinds))


def _words(spec: BaseModel) -> frozenset[str]:
    return frozenset(word for text in _texts(spec) for word in re.findall(r"[a-z][a-z0-9_]*", text))


def _fields(policy: Policy, seen: list[Seen]) -> Mapping[str, frozenset[str]]:
    """The names that are read of each type, through references too."""
    read: dict[str, set[str]] = defaultdict(set)
    references = policy.compiled.schema.references
    for base, expression in seen:
        for name in expression.checked.names:
            read[base].add(name)
            for reference, target in references[base].items():
                if name.startswith(f"{reference}_"):
                    read[base].add(reference)
                    read[target].add(name.removeprefix(f"{reference}_"))
    return {name: frozenset(found) for name, found in read.items()}


def _asked(policy: Policy, seen: list[Seen]) -> Iterator[tuple[str, str]]:
    """The names in a function that takes what is unknown, and all that those names are derived from."""
    schema = policy.compiled.schema
    waiting = [(base, name) for base, each in seen for name in _within(each.checked.root)]
    done: set[tuple[str, str]] = set()
    while waiting:
        base, name = waiting.pop()
        if (base, name) in done:
            continue
        done.add((base, name))
        for reference, target in schema.references[base].items():
            if name.startswith(f"{reference}_"):
                waiting.append((target, name.removeprefix(f"{reference}_")))
        fact = schema.derived[base].get(name)
        for _, expression in _watched(fact):
            waiting += [(other, inner) for other in schema.derived for inner in expression.checked.names]
    yield from done


def _watched(fact: object) -> Iterator[Seen]:
    for part in ("expression", "where"):
        expression = getattr(fact, part, None)
        if isinstance(expression, Expression):
            yield "", expression


def _within(node: Node) -> Iterator[str]:
    for each in walk(node):
        if isinstance(each, Call) and each.function.takes_unknown:
            yield from (inner.name for inner in walk(each) if isinstance(inner, Name))
