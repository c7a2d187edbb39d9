"""What git knows of packs: which have changed since a revision, and what one was then."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from supervision_rules import nodes
from supervision_rules.catalogue import Bilingual
from supervision_rules.cli.exits import CannotRun, refuse
from supervision_rules.diagnostics import Collector
from supervision_rules.library import open_pack

_NO_GIT: Final = Bilingual("没有 git 命令", "there is no command git")
_NO_REPOSITORY: Final = Bilingual("这个文件夹不在 git 仓库里", "this folder is in no git repository")
_LINKS: Final = (("document", "replaces", "pack"),)
"""Where a pack names one that it builds on."""


def changed(names: Iterable[str], base: str, files: Callable[[str], Iterable[Path]]) -> list[str]:
    """Those of the packs of whose files one has changed, and those that replace one of them, in their order.

    Raises:
        CannotRun: git is not there, this is no repository, or it has no such revision.
    """
    known, found = list(names), _changed_files(base)
    kept = {name for name in known if any(os.path.realpath(file) in found for file in files(name))}
    links = {name: _named(name) for name in known} if kept else {}
    pending = list(kept)
    while pending:
        pack, _ = links[pending.pop()]
        following = {name for name, (_, on) in links.items() if pack is not None and pack in on} - kept
        kept |= following
        pending += following
    return [name for name in known if name in kept]


def committed(path: Path, base: str) -> bytes:
    """What a file was at a revision of the repository that it lies in.

    Raises:
        CannotRun: git is not there, this is no repository, or it has no such revision, or not the file there.
    """
    real = Path(os.path.realpath(path))
    there = ("-C", str(real.parent))
    _root(base, there)
    ran = _git(*there, "cat-file", "blob", f"{_revision(base, there)}:./{real.name}")
    if ran.returncode:
        raise refuse("SR943", base=base, path=path)
    return ran.stdout


def _named(name: str) -> tuple[str | None, list[str]]:
    """The id of a pack, and those of the packs that it builds on; what is wrong with its text, its check tells."""
    text = open_pack(name, Collector())
    if text is None:
        return None, []
    pack, *on = (_text(nodes.locate(text.tree, path)) for path in (("pack",), *_LINKS))
    return pack, [each for each in on if each is not None]


def _text(node: nodes.Node) -> str | None:
    return node.text if isinstance(node, nodes.Scalar) else None


def _changed_files(base: str) -> set[str]:
    """The files that differ from a revision, those that git does not know yet included."""
    root, name = _root(base), _revision(base)
    there = ("-C", os.fsdecode(root))
    plain = ("--name-only", "-z", "--no-ext-diff", "--no-renames", "--no-relative")
    differing = _told(base, *there, "diff", *plain, name, "--")
    new = _told(base, *there, "ls-files", "-z", "--others", "--exclude-standard")
    return {os.path.realpath(os.fsdecode(root + b"/" + name)) for name in (differing + new).split(b"\0") if name}


def _root(base: str, there: Sequence[str] = ()) -> bytes:
    """The folder of the repository.

    Raises:
        CannotRun: git is not there, or this is no repository.
    """
    return _told(base, *there, "rev-parse", "--show-toplevel").removesuffix(b"\n")


def _revision(base: str, there: Sequence[str] = ()) -> str:
    """A revision by its own name. What begins with - would be an option: only that name is handed on.

    Raises:
        CannotRun: the repository has no such revision.
    """
    found = _git(*there, "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}")
    if found.returncode or base.startswith("-"):
        raise refuse("SR935", base=base)
    return found.stdout.decode().strip()


def _told(base: str, *arguments: str) -> bytes:
    """What git answers.

    Raises:
        CannotRun: it refuses.
    """
    ran = _git(*arguments)
    if ran.returncode:
        raise _refused(base, ran.stderr)
    return ran.stdout


def _git(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Git's answer. It speaks English, and runs no program that the repository names."""
    command: Sequence[str] = ("git", "-c", "core.fsmonitor=false", *arguments)
    try:
        return subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"}
        )
    except FileNotFoundError:
        return subprocess.CompletedProcess(command, 1, b"", b"")


def _refused(base: str, told: bytes) -> CannotRun:
    words = told.decode(errors="replace").strip()
    said = Bilingual(f"git 说 {words}", f"git says {words}")
    reason = _NO_GIT if not words else _NO_REPOSITORY if "not a git repository" in words else said
    return refuse("SR934", base=base, reason=reason)
