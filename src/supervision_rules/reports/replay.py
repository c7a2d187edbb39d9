"""A result that was kept as JSON, computed again and compared."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, get_args

from supervision_rules.api import evaluate
from supervision_rules.calendar import Notice
from supervision_rules.catalogue import Lang
from supervision_rules.policy import Policy
from supervision_rules.records import Batch, Record
from supervision_rules.reports.comparison import Difference, differences
from supervision_rules.reports.json import result_json, to_bytes
from supervision_rules.results import Result

NOT_OURS: Final = (KeyError, TypeError, AttributeError, ValueError)
"""What reading something raises that does not have the shape of a result."""
_NO_RESULT: Final = "kept is no result as result_json gives it: something in it is missing or malformed"
_LANGUAGES: Final[tuple[Lang, ...]] = get_args(Lang)


def replay(
    kept: Mapping[str, Any],
    packs: Policy | Sequence[Policy],
    records: Batch | Iterable[Record],
    notices: tuple[Notice, ...] = (),
) -> list[Difference]:
    """What is different if the result ``kept`` (as ``result_json`` gives it) is computed afresh from the same records.

    The day and the readings are those of its receipt; nothing differs if the list is empty.

    Raises:
        TypeError: ``kept`` is no dict, or ``packs`` or ``records`` are none.
        ValueError: ``kept`` is no such result.
        PackError: a pack no longer declares a reading that was asked for.
    """
    if not isinstance(kept, Mapping):
        raise TypeError(f"kept is a result as result_json gives it, a dict, not a {type(kept).__name__}")
    try:
        as_of, readings = date.fromisoformat(kept["receipt"]["as_of"]), dict(kept["receipt"]["readings"])
        if not all(isinstance(option, str) for option in readings.values()):
            raise ValueError(_NO_RESULT)
    except NOT_OURS as problem:
        raise ValueError(_NO_RESULT) from problem
    fresh = evaluate(packs, records, as_of=as_of, readings=readings, notices=notices)
    try:
        return against(kept, fresh)
    except NOT_OURS as problem:
        raise ValueError(_NO_RESULT) from problem


def against(kept: Mapping[str, Any], fresh: Result) -> list[Difference]:
    """What is different between the result ``kept`` and a fresh one, told in the language and with the explanations
    that ``kept`` was written with. It does not say its language: it is the one in which less is different.

    Raises:
        KeyError, TypeError, AttributeError, ValueError: ``kept`` is no result.
    """
    explained = any("explanation" in finding for finding in kept["findings"])
    least: list[Difference] | None = None
    for lang in _LANGUAGES:
        found = differences(kept, json.loads(to_bytes(result_json(fresh, lang, explained=explained))))
        least = found if least is None or len(found) < len(least) else least
        if not least:
            break
    return least or []
