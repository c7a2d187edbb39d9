"""Values of two options that have changed places: each fits what the other option says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from os.path import commonprefix
from typing import Final, NamedTuple

from supervision_rules import nodes
from supervision_rules.compiler import CompiledPack
from supervision_rules.compiler.naming import words_of
from supervision_rules.compiler.written import mappings
from supervision_rules.diagnostics import Collector
from supervision_rules.language.quotes import folded, numerals
from supervision_rules.language.readings import BY_READING
from supervision_rules.wording.stated import numbers_in

_STEM: Final = 4
"""As many letters make words the same but for their endings: transfer, transferred."""
_DAYS: Final = re.compile("工作日|自然日|日历日")
_UNITS: Final = {"working": ("工作日",), "calendar": ("自然日", "日历日")}


class _Option(NamedTuple):
    id: str
    says: str
    value: nodes.Node
    key: nodes.Scalar
    under: str
    """The key that the value is for."""


_Fits = Callable[[_Option, nodes.Node, _Option], bool]
"""Whether a value is one for an option, rather than for the other."""


def tell_crossed(compiled: CompiledPack, diagnostics: Collector) -> None:
    """Tell each pair of options whose values fit crosswise, and as they stand not at all."""
    for options in _choices(compiled):
        for one, other in combinations(options, 2):
            if any(_is_crossed(fits, one, other) for fits in (_by_id, _by_number, _by_convention)):
                diagnostics.add("SR379", one.key.span, one=one.id, other=other.id)


def _is_crossed(fits: _Fits, one: _Option, other: _Option) -> bool:
    if fits(one, one.value, other) or fits(other, other.value, one):
        return False
    return fits(one, other.value, other) and fits(other, one.value, one)


def _choices(compiled: CompiledPack) -> Iterator[list[_Option]]:
    """The values that hang on a reading, with what its options say."""
    for part in mappings(compiled.text.tree):
        for key, value in part.entries:
            name = value.get(BY_READING) if isinstance(value, nodes.Mapping) else None
            reading = compiled.text.readings.get(name.text) if isinstance(name, nodes.Scalar) else None
            if reading is not None and isinstance(value, nodes.Mapping):
                yield [
                    _Option(option.text, folded(reading.options[option.text]), each, option, key.text)
                    for option, each in value.entries
                    if option.text in reading.options
                ]


def _by_id(option: _Option, value: nodes.Node, other: _Option) -> bool:
    """``transfer`` is an option for ``transferred``, and not ``posted``."""
    return _is_named(option.id, value) and not _is_named(other.id, value)


def _is_named(option: str, value: nodes.Node) -> bool:
    words = [word for name in words_of(value) for word in name.split("_")]
    return any(_is_same(part, word) for part in option.split("-") for word in words)


def _is_same(one: str, other: str) -> bool:
    return one == other or len(commonprefix([one, other])) >= _STEM


def _by_number(option: _Option, value: nodes.Node, other: _Option) -> bool:
    """An option that says 二十 is for 20."""
    own, others = frozenset(numerals((option.says,))), frozenset(numerals((other.says,)))
    return not numbers_in(value).isdisjoint(own - others)


def _by_convention(option: _Option, value: nodes.Node, _: _Option) -> bool:
    """工作日 for ``working``, 不顺延 for ``roll: false``."""
    if not isinstance(value, nodes.Scalar):
        return False
    if option.under == "roll":
        place = option.says.find("顺延")
        return place >= 0 and (value.value is True) is (option.says[place - 1 : place] != "不")
    said = _DAYS.search(option.says)
    return option.under == "day_unit" and said is not None and said[0] in _UNITS.get(value.text, ())
