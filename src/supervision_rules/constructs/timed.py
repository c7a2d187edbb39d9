"""What time limits with an hour need: moments, office hours, extensions in hours beside limits in hours."""

from __future__ import annotations

from collections.abc import Sequence

from supervision_rules.constructs.extending import ExtendedSpec, lengths_of
from supervision_rules.constructs.limits import Limited
from supervision_rules.expressions import MOMENT
from supervision_rules.language.binding import Binder, Path
from supervision_rules.language.conventions import Limit
from supervision_rules.language.expression import Expression


def hours_fit(
    cases: Sequence[Limited], extended: ExtendedSpec | None, start: Expression, done: Expression, binder: Binder
) -> bool:
    """Whether limits with an hour have all that they need; what is wanting is told."""
    told = len(binder.diagnostics.found)
    written: dict[Path, Limit | None] = {("cases", index, "within"): case.limit for index, case in enumerate(cases)}
    written |= dict(lengths_of(extended)) if extended is not None else {}
    hourly = {path: limit for path, limit in written.items() if limit is not None and limit.hourly}
    unstated = not binder.conventions.office and "conventions" not in binder.declarations.lost.open
    for path, limit in hourly.items():
        if limit.unit == "office hour" and unstated:
            binder.report("SR334", *path)
    by_days = next((number for number, case in enumerate(cases, 1) if not case.timed), None)
    extending = next((path for path in hourly if path[0] == "extended"), None)
    if by_days is not None and extending is not None:
        binder.report("SR336", *extending, number=by_days)
    elif (any(case.hours for case in cases) or ("extended", "within") in hourly) and start.checked.type != MOMENT:
        binder.report("SR335", "start", given=start.text)
    if any(case.timed for case in cases) and done.checked.type != MOMENT:
        binder.report("SR335", "done", given=done.text)
    return len(binder.diagnostics.found) == told
