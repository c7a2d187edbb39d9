"""Keys of a rule of which exactly one is written, or that go only with another."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

from supervision_rules.diagnostics import named
from supervision_rules.language.spec import Spec


def exactly_one(spec: Spec, *names: str) -> None:
    """Refuse ``spec`` unless exactly one of the keys ``names`` is written."""
    written = [name for name in names if getattr(spec, name) is not None]
    if not written:
        raise PydanticCustomError("SR159", "none of", {"keys": named(names)})
    if len(written) > 1:
        raise PydanticCustomError("SR154", "one of", {"keys": named(names), "given": named(written)})


def only_beside(spec: Spec, beside: str, *names: str) -> None:
    """Refuse ``spec`` where one of the keys ``names`` is written without the key ``beside``."""
    written = [name for name in names if getattr(spec, name)]
    if written and getattr(spec, beside) is None:
        raise PydanticCustomError("SR161", "only beside", {"key": named(written), "beside": beside})
