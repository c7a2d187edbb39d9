"""What is to be known of the packs that a result was judged by: their time in force, versions that were not given."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_rules.catalogue import Lang
from supervision_rules.reports.plain import Json
from supervision_rules.reports.say import say
from supervision_rules.results import Result, Run


def force_note(run: Run) -> tuple[str, dict[str, object]] | None:
    """The key and the words of what is said of the time in force: that the document names none, or that it is not the
    day asked."""
    since, until = run.compiled.in_force
    if since is None and until is None:
        return "no-force-dates", {}
    if since is not None and run.world.as_of < since:
        return "not-yet-in-force", {"since": since}
    if until is not None and until < run.world.as_of:
        return "no-longer-in-force", {"until": until}
    return None


def notes_json(result: Result, lang: Lang) -> list[Json]:
    """Each note with the pack that it is about, its key or code, and what it says."""
    return list(_notes(result, lang))


def _notes(result: Result, lang: Lang) -> Iterator[dict[str, Json]]:
    for run in result.runs:
        note = force_note(run)
        if note is not None:
            key, words = note
            yield {"pack": run.compiled.pack.pack, "code": key, "text": say(key, lang, **words)}
    for found in result.notes:
        yield {"pack": str(found.params["pack"]), "code": found.code, "text": found.message(lang)}
