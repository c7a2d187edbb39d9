"""The text of the document that a pack is held against, and keeping that it has been."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from supervision_rules.catalogue.system import system_reason
from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import refuse
from supervision_rules.cli.outputs import write
from supervision_rules.diagnostics import Collector
from supervision_rules.library import Against, accepted_of, open_document, open_pack
from supervision_rules.reports.say import say
from supervision_rules.sources import written


def source_given(path: str | None, accepted: bool, packs: Sequence[str]) -> Against | None:
    """What the packs named are held against, if anything.

    Raises:
        CannotRun: it is not one pack, or a text is to be kept and none is given.
    """
    if path is None:
        if accepted:
            raise refuse("SR811")
        return None
    if len(packs) != 1:
        raise refuse("SR810", count=len(packs))
    return Against(path, accepted)


def accept(name: str, against: Against, console: Console) -> None:
    """Keep beside the pack that it has been held against this text, and say where.

    Raises:
        CannotRun: that file cannot be written.
    """
    text, document = open_pack(name, Collector()), open_document(against.path, Collector())
    assert text is not None and document is not None  # both have been checked
    path = Path(str(accepted_of(text)))
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as problem:
        raise refuse("SR903", path=str(path.parent), reason=system_reason(problem)) from problem
    write(console, "".join(written(text.id, document)), str(path))
    console.tell(say("accepted", console.lang, path=path) + "\n")
