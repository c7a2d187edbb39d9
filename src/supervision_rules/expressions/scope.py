"""What an expression may speak of: declared names and functions."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from supervision_rules.expressions.guide import NO_GUIDE, Guide
from supervision_rules.expressions.types import Type
from supervision_rules.expressions.values import Value

Parameter = Type | tuple[Type, ...] | None
"""What an argument may be: one type, one of several, or anything."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the language. ``call`` is pure, total and does not raise; it may return None for unknown."""

    name: str
    parameters: tuple[Parameter, ...]
    result: Type | None
    """None: the type of the first argument."""
    call: Callable[..., Value]
    wants_row: bool = False
    """Whether ``call`` takes the row before the arguments."""
    takes_unknown: bool = False
    """Whether ``call`` is asked when an argument is unknown; the result is unknown otherwise."""
    takes_interval: bool = False
    """Whether ``call`` can work on an Interval; the result is unknown otherwise."""
    variadic: bool = False
    """Whether the last parameter may repeat; the arguments then agree in type."""
    optional: int = 0
    """How many of the last parameters may be left out."""
    literals: Mapping[str, Type] | None = None
    """What the first argument, written as a text, may be, and the type of the result for each."""
    elsewhere: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Texts of which this function knows nothing, each with the names of the functions that take it."""
    whole: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    """The arguments that must be whole numbers, by their place, each with its least and its most."""
    fold: bool = False
    """Whether a call with constants only is a constant."""
    sources: Callable[..., Sequence[Any]] | None = None
    """What ``call`` reads that an explanation shows: it takes the same arguments."""
    valueless: Callable[..., bool | None] | None = None
    """Whether ``call`` gives no value because there is none, and not because it is unknown: the same arguments.

    None: whether there is one is in doubt.
    """
    early: Callable[..., bool] | None = None
    """Whether ``call`` is asked as of a day before the one from which all counts that it gives: the same arguments."""
    label_zh: str = ""
    label_en: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """The names with their types and the functions that an expression may use."""

    names: Mapping[str, Type]
    functions: Mapping[str, Function]
    broken: frozenset[str] = frozenset()
    """Names whose own declaration is refused: nobody needs to hear that they are unknown, too."""

    sought: Container[str] = ()
    """Names of what is taken from records that meet a condition."""

    days: frozenset[str] = frozenset()
    """Names of facts that are the day of a record because they do not say what is taken from it."""

    guide: Guide = NO_GUIDE
    """What helps where a name is not known."""

    vague: bool = False
    """Whether there may be names that are not known, because what would declare them is refused."""

    def is_broken(self, name: str) -> bool:
        """Whether ``name`` may be one that is refused, or one through a reference (``unit_black``)."""
        return self.vague or _is_among(name, self.broken)

    def is_day(self, name: str) -> bool:
        """Whether ``name`` is a day for want of saying what is taken."""
        return _is_among(name, self.days)


def _is_among(name: str, facts: frozenset[str]) -> bool:
    return any(name == fact or name.endswith(f"_{fact}") for fact in facts)
