"""What is left out of the record types that a pack declares, where a part of them is wrong, and what goes with it."""

from __future__ import annotations

from collections.abc import Container, Iterator

from supervision_rules import nodes
from supervision_rules.compiler.cutting import Path, keys_in
from supervision_rules.language.lost import Lost


def undeclared(tree: nodes.Mapping, path: Path) -> tuple[Path, Lost]:
    """The field, kind, order or scale around what is wrong at ``path``, or as much as is wrong; and what is lost by
    leaving it out."""
    match path:
        case ("records", "types", str(name), "fields", str(declared), *_):
            return path[:5], Lost(names=frozenset((declared,)), unlinked=frozenset((name,)))
        case ("records", "types", str(), "kinds", str(declared), *_):
            return path[:5], Lost(names=frozenset((declared,)))
        case ("records", "types", str(), "order", int(), *_):
            return path[:5], Lost()
        case ("records", "types", str(name), "fields", *_):
            return path[:4], Lost(vague=frozenset((name,)), unlinked=frozenset((name,)))
        case ("records", "types", str(), "kinds", *_):
            return path[:4], Lost(open=frozenset(("records",)))
        case ("records", "types", str(name), _, *_):
            inner = keys_in(nodes.locate(tree, path[:4]))
            return path[:4], Lost(names=frozenset(inner), unlinked=frozenset((name,)))
        case ("records", "types", str(name)):
            inner = keys_in(nodes.locate(tree, path))
            return path, Lost(names=frozenset((name, *inner)), open=frozenset(("records",)))
        case ("records", "scales", str(), *_):
            return path[:3], Lost()
        case _:
            return path[:2], Lost(open=frozenset(("records",)))


def fields_of_scales(tree: nodes.Mapping, scales: Container[object]) -> Iterator[Path]:
    """The fields whose choices are one of ``scales``."""
    types = nodes.locate(tree, ("records", "types"))
    for name, declared in types.entries if isinstance(types, nodes.Mapping) else ():
        fields = declared.get("fields") if isinstance(declared, nodes.Mapping) else None
        for key, value in fields.entries if isinstance(fields, nodes.Mapping) else ():
            scale = value.get("scale") if isinstance(value, nodes.Mapping) else None
            if isinstance(scale, nodes.Scalar) and scale.text in scales:
                yield "records", "types", name.text, "fields", key.text
