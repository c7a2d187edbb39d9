"""Rules that say the same of the same records under two ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Final

from supervision_rules import nodes
from supervision_rules.compiler import CompiledPack
from supervision_rules.language.binding import Binder

_OWN: Final = frozenset(("id", "label", "cite", "note", "unquoted", "readings"))
"""The keys of a rule that say what it is called and where it comes from."""
_QUOTED: Final = frozenset(("words", "unquoted"))
_NAMED: Final = ("time_limit",)
"""The kinds of rule of which the label of a case is but its name."""


def tell_twins(compiled: CompiledPack) -> None:
    """Tell each rule that is another but for its name and its words."""
    alike = defaultdict[tuple[tuple[str, str], ...], list[Binder]](list)
    for rule in compiled.pack.rules:
        binder: Any = compiled.reach.rules[rule.id]
        if isinstance(binder.written, nodes.Mapping) and binder.written.get("id") is not None:
            alike[_plain_keys(binder.written)].append(binder)
    for binders in alike.values():
        first = dict[str, Binder]()
        for binder in binders if len(binders) > 1 else ():
            other = first.setdefault(_said(binder.written), binder)
            if other is not binder:
                binder.report("SR381", "id", other=other.info.id, line=other.span("id").line)


def _plain_keys(written: nodes.Mapping) -> tuple[tuple[str, str], ...]:
    """The keys of a rule that have one value, with that: what is quickly told apart."""
    return tuple(
        sorted(
            (key.text, value.text)
            for key, value in written.entries
            if isinstance(value, nodes.Scalar) and key.text not in _OWN
        )
    )


def _said(written: nodes.Node) -> str:
    """All that a rule says of records, as text."""
    plain: Any = nodes.plain(written)
    silent = _QUOTED | {"label"} if plain.get("kind") in _NAMED else _QUOTED
    return repr(_without({key: value for key, value in plain.items() if key not in _OWN}, silent))


def _without(value: Any, silent: frozenset[str]) -> Any:
    if isinstance(value, Mapping):
        return sorted((key, _without(each, silent)) for key, each in value.items() if key not in silent)
    return [_without(each, silent) for each in value] if isinstance(value, list) else value
