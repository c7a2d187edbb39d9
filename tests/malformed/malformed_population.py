"""All slips: every sort at places spread over every pack."""

from __future__ import annotations

from collections.abc import Iterator

import slips_of_expressions
import slips_of_form
import slips_of_keys
import slips_of_names
import slips_of_numbers
import slips_of_relations
import slips_of_values
from malformed_slip import Slip, Sort
from malformed_source import PACKS, source

MODULES = (
    slips_of_form,
    slips_of_keys,
    slips_of_values,
    slips_of_names,
    slips_of_expressions,
    slips_of_numbers,
    slips_of_relations,
)
SORTS: dict[str, Sort] = {name: sort for module in MODULES for name, sort in module.SORTS.items()}


def spread(sort: str, pack: str, most: int) -> list[Slip]:
    """Up to ``most`` slips of a sort, from the beginning of a pack to its end."""
    every = list(SORTS[sort](source(pack)))
    step = max(len(every) / most, 1)
    return [every[int((place + 0.5) * step)] for place in range(min(most, len(every)))]


def population(most: int) -> Iterator[tuple[str, Slip]]:
    for sort in SORTS:
        for pack in PACKS:
            yield from ((sort, slip) for slip in spread(sort, pack, most))
