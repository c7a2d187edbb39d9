"""How a record leads to the matter, unit or person that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from supervision_rules.diagnostics import named
from supervision_rules.language.binding import TextBinder
from supervision_rules.language.leads import leads
from supervision_rules.language.spec import ALL
from supervision_rules.world import Row


def field_to(subject: str, references: Mapping[str, str], via: str | None) -> str | None:
    """The field of a record, which has these ``references``, that names its subject of type ``subject``.

    Empty where records count whosever they are; None if there is no such field.
    """
    if via == ALL:
        return ""
    if via is not None:
        return via if references.get(via) == subject else None
    return next(iter(leads(references, subject)), None)


def belonging(row: Row, counted: str, via: str) -> Sequence[Row]:
    """The records that belong to ``row`` by the field found; all of them where they count whosever they are."""
    return row.world.children(counted, via, row.id) if via else row.world.dated(counted)


def link(binder: TextBinder, counted: str, of: str, via: str | None, *path: str | int) -> str | None:
    """``field_to`` between two types or kinds that a rule names; what is wrong is told at ``path`` and gives None."""
    declarations = binder.declarations
    if not declarations.exists(counted):
        binder.report("SR301", *path, name=counted, hint=declarations.meant(counted))
        return None
    subject, base = declarations.base(of), declarations.base(counted)
    references = declarations.references[base]
    found = field_to(subject, references, via)
    if found is None and (not declarations.exists(of) or declarations.lost.is_unlinked(base)):
        return None  # by what is told already
    if found is None:
        fields = named(name for name, to in references.items() if to == subject)
        place = path if via is None else (*path[:-1], "via")
        binder.report("SR302", *place, counted=counted, of=of, fields=fields)
    elif via is None and len(among := leads(references, subject)) > 1:
        binder.report("SR338", *path, asker=counted, of=of, fields=named(among), mend=f"via: {among[0]}")
        return None
    elif found:
        binder.links.add((counted, found))
    return found
