"""Which fields lead from a record to one of another type."""

from __future__ import annotations

from collections.abc import Mapping


def leads(fields: Mapping[str, str], wanted: str) -> tuple[str, ...]:
    """The fields, each with the type that it names, that may lead to a record of type ``wanted``.

    The field that has the plain name of the type is meant before all others; of several others any may be.
    """
    found = tuple(name for name, target in fields.items() if target == wanted)
    return (wanted,) if wanted in found else found
