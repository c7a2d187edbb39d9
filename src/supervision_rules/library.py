"""Where packs are found: those that ship with the library, and files of an office's own."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from supervision_rules import nodes
from supervision_rules.analysis import Examined, analyse
from supervision_rules.catalogue import SOURCES
from supervision_rules.catalogue.system import system_reason
from supervision_rules.compiler import CompiledPack, check_variants, compile_sound
from supervision_rules.diagnostics import Collector, nearest
from supervision_rules.memory import CollectorPaused
from supervision_rules.pack import PackText, read_pack
from supervision_rules.sources import Document, hold, read_accepted, read_document, tell_left, tell_stale
from supervision_rules.suppressions import suppress

_ID: Final = re.compile(r"[a-z][a-z0-9-]*")


def shipped() -> dict[str, Traversable]:
    """The packs that ship with the library, by id."""
    folder = _folder()
    found = (entry for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    return {entry.name.removesuffix(".yaml"): entry for entry in sorted(found, key=lambda entry: entry.name)}


def ships(folder: Path) -> bool:
    """Whether the packs in ``folder`` are those that ship, as in a checkout."""
    own = _folder()
    return isinstance(own, Path) and own.resolve() == folder.resolve()


def _folder() -> Traversable:
    """In an installed library the packs lie in the package; in a checkout beside ``src``."""
    inside = files("supervision_rules") / "policies"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[2] / "policies"


def open_pack(name: str | Path, diagnostics: Collector) -> PackText | None:
    """The text of a shipped pack by its id, or of a file by its path."""
    packs = shipped()
    if isinstance(name, str) and name not in packs and _ID.fullmatch(name) and not os.path.exists(name):  # noqa: PTH110 - never raises
        diagnostics.add("SR904", None, given=name, hint=nearest(name, packs))
        return None
    source: Traversable = packs[name] if isinstance(name, str) and name in packs else Path(name)
    data = _read(source, str(name), diagnostics)
    if data is None:
        return None
    with CollectorPaused():
        return read_pack(data, source_of(name), diagnostics)


def source_of(name: str | Path) -> str:
    """What the text of a pack is called in diagnostics."""
    return f"policies/{name}.yaml" if isinstance(name, str) and name in shipped() else str(name)


def _read(source: Traversable, name: str, diagnostics: Collector) -> bytes | None:
    try:
        return source.read_bytes()
    except OSError as problem:
        diagnostics.add("SR901", None, path=name, reason=system_reason(problem))
        return None


def versions(name: str | Path) -> list[str | Path]:
    """The versions of a document: for a shipped pack those that replace it or that it replaces, for a folder the packs
    in it, for a file itself.
    """
    if isinstance(name, str) and name in shipped():
        return list(_replacing(name))
    folder = Path(name)
    if os.path.isdir(folder):  # noqa: PTH112 - never raises
        return sorted(folder.glob("*.yaml")) or [name]
    return [name]


def _replacing(name: str) -> list[str]:
    """The shipped packs that are linked with one of them by what they replace, itself among them."""
    before = {pack: _replaced(pack) for pack in shipped()}
    found, pending = {name}, [name]
    while pending:
        last = pending.pop()
        near = {pack for pack in before if before[pack] == last or pack == before[last]} - found
        found |= near
        pending += near
    return sorted(found)


def _replaced(name: str) -> str | None:
    """The shipped pack that a shipped one replaces."""
    text = open_pack(name, Collector())
    place = nodes.locate(text.tree, ("document", "replaces", "pack")) if text is not None else None
    return place.text if isinstance(place, nodes.Scalar) and place.text in shipped() else None


@dataclass(frozen=True, slots=True)
class Against:
    """The text of a document that a pack is held against."""

    path: str | Path
    accepted: bool = False
    """Whether a person has held the pack against it just now, so that nothing in it is stale."""


def check_pack(
    text: PackText, diagnostics: Collector, against: Against | None = None, examined: list[Examined] | None = None
) -> CompiledPack | None:
    """Compile a pack under the readings it takes, and check every other option of each, telling all problems.

    What was looked into without records is added to ``examined``; that is done with sound packs only.
    """
    with CollectorPaused():
        compiled = compile_sound(text, {}, diagnostics)
        if compiled is not None:
            check_variants(compiled, diagnostics.sifted(compiled.text.lost.hides))
            found = () if diagnostics.failed else analyse(compiled, diagnostics)
            examined = [] if examined is None else examined
            examined += found
    if against is not None:
        _check_source(text, against, diagnostics)
    suppress(text.tree, text.source, diagnostics, unasked=() if against is not None else SOURCES)
    return None if diagnostics.failed else compiled


def _check_source(text: PackText, against: Against, diagnostics: Collector) -> None:
    """Tell all in which the pack and the text of its document differ."""
    document = open_document(against.path, diagnostics)
    if document is None:
        return
    ledger = hold(text.tree, document, diagnostics)
    if ledger is None:
        return
    tell_left(ledger, diagnostics)
    kept = accepted_of(text)
    if against.accepted or not kept.is_file():
        tell_stale(ledger, text.tree.get("document"), None, diagnostics)
        return
    accepted = read_accepted(kept.read_bytes(), f"{Path(text.source).parent}/sources/{kept.name}", text.id, diagnostics)
    if accepted is not None:
        tell_stale(ledger, text.tree.get("document"), accepted, diagnostics)


def open_document(path: str | Path, diagnostics: Collector) -> Document | None:
    """The text of a document in a file."""
    data = _read(Path(path), str(path), diagnostics)
    return None if data is None else read_document(data, str(path), diagnostics)


def accepted_of(text: PackText) -> Path | Traversable:
    """The file that says against which text a pack was held: of the same name, in ``sources/`` beside the pack."""
    path = Path(text.source)
    return (path.parent if path.exists() else _folder()) / "sources" / path.name
