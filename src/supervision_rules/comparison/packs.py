"""Two versions of a pack, compared by what they mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from supervision_rules.comparison.affected import Affected, affected
from supervision_rules.comparison.items import Item, items
from supervision_rules.comparison.walk import Labels
from supervision_rules.misuse import shown
from supervision_rules.policy import Policy
from supervision_rules.records import shared_vocabulary


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two packs that are compared."""

    pack: str
    label: str
    version: str
    document: str
    """The title of its document."""
    source: str
    """The file that it was read from."""
    digest: str


@dataclass(frozen=True, slots=True)
class PackDiff:
    """What changed by meaning between two versions of a pack.

    Formatting, comments, notes to authors, the order of keys and what goes without saying make no difference.
    """

    old: Version
    new: Version
    items: tuple[Item, ...]
    """The parts that are not as they were: document, conventions, readings, record types, facts, rules, what is not
    computable."""
    affected: tuple[Affected, ...]
    """The rules that stand as they were and lean on something that changed."""

    @property
    def same(self) -> bool:
        """Whether nothing changed."""
        return not self.items


def diff(old: Policy, new: Policy) -> PackDiff:
    """What changed by meaning between two versions of a pack.

    Raises:
        TypeError: something given is no pack that was loaded.
    """
    check_policies(old, new)
    labels = _labels(old, new)
    found = tuple(items(old.text.tree, new.text.tree, labels, _fields(old) | _fields(new), _shared_fields()))
    return PackDiff(_version(old), _version(new), found, tuple(affected(found, old.compiled, new.compiled)))


def check_policies(*given: object) -> None:
    """Whether these are packs that were loaded.

    Raises:
        TypeError: one is none.
    """
    for each in given:
        if not isinstance(each, Policy):
            raise TypeError(f"a pack is what load_pack gives, as load_pack('liuzhou'), not {shown(each)}")


def _version(policy: Policy) -> Version:
    pack, text = policy.compiled.pack, policy.text
    return Version(pack.pack, pack.label, pack.version, pack.document.title, text.source, text.digest)


def _fields(policy: Policy) -> set[str]:
    return {name for spec in policy.compiled.vocabulary.types.values() for name in spec.fields}


def _shared_fields() -> frozenset[str]:
    return frozenset(name for spec in shared_vocabulary().types.values() for name in spec.fields)


def _labels(old: Policy, new: Policy) -> Labels:
    """What choices and kinds of records are called, by their codes; of a code that is used twice, the first."""
    fields = defaultdict[str, dict[str, str]](dict)
    for name, codes in (*_coded(new), *_coded(old)):
        fields[name] = {**codes, **fields[name]}
    every = {code: label for codes in reversed(fields.values()) for code, label in codes.items()}
    return Labels(MappingProxyType(every), MappingProxyType(dict(fields)))


def _coded(policy: Policy) -> Iterator[tuple[str, Mapping[str, str]]]:
    for spec in policy.compiled.vocabulary.types.values():
        yield "kind", spec.kinds or {}
        yield from ((name, field.levels or {}) for name, field in spec.fields.items())
