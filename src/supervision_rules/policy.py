"""Packs that have been loaded: from their files to what judges, the version in force on a day, several together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from supervision_rules.catalogue import Lang
from supervision_rules.catalogue.interface import TEXTS
from supervision_rules.compiler import CompiledPack, compile_pack, succeed
from supervision_rules.diagnostics import Collector, Diagnostic, listed
from supervision_rules.library import Against, check_pack, open_pack, versions
from supervision_rules.memory import CollectorPaused
from supervision_rules.misuse import check_lang, shown
from supervision_rules.pack import PackText, read_pack
from supervision_rules.records import Models, Vocabulary, extended
from supervision_rules.records.days import FIRST_DAY, LAST_DAY, in_range


class PackError(Exception):
    """A pack, or the readings asked of it, is wrong; ``diagnostics`` tells all that is.

    As text it is Chinese, then English; ``text("en")`` is the one alone.
    """

    diagnostics: tuple[Diagnostic, ...]

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(f"{self.text('zh')}\n{self.text('en')}")

    def __reduce__(self) -> tuple[type[PackError], tuple[tuple[Diagnostic, ...]]]:
        return PackError, (self.diagnostics,)

    def text(self, lang: Lang) -> str:
        """All that is wrong in one language: each with its place, its code, the reason and the mend.

        Raises:
            ValueError: ``lang`` is none.
        """
        check_lang(lang)
        return "\n".join(_told(found, lang) for found in self.diagnostics)


def _told(found: Diagnostic, lang: Lang) -> str:
    place = f"{found.span} " if found.span else ""
    return f"{place}{found.code} {found.message(lang)}\n  {TEXTS['mend'][lang]}{found.help(lang)}"


@dataclass(frozen=True, slots=True)
class Policy:
    """A pack that has been loaded and found sound. Immutable; may be shared between threads.

    Another process is sent its text and compiles it again: send it once, as what the workers of a pool begin with.
    """

    text: PackText
    compiled: CompiledPack
    models: Models
    """The pydantic model of each record type: ``policy.models["reminder"](id="r1", date=…, matter="m1")``."""

    @property
    def id(self) -> str:
        return self.compiled.pack.pack

    def under(self, readings: Mapping[str, str]) -> CompiledPack:
        """The pack under other options of its readings.

        Raises:
            PackError: a reading or an option is not declared.
            TypeError: ``readings`` is no dict of texts by texts.
        """
        if not readings:
            return self.compiled
        diagnostics = Collector()
        compiled = compile_pack(self.text, checked_readings(readings), diagnostics)
        if compiled is None:
            raise PackError(diagnostics.sorted())
        return compiled

    def __reduce__(self) -> tuple[Callable[[PackText], Policy], tuple[PackText]]:
        return _compiled_again, (self.text,)


def _compiled_again(text: PackText) -> Policy:
    """The pack as it was before it was sent to this process."""
    return _policy(text, Collector())


def _policy(text: PackText, diagnostics: Collector) -> Policy:
    with CollectorPaused():
        compiled = compile_pack(text, {}, diagnostics)
    if compiled is None:
        raise PackError(diagnostics.sorted())
    return Policy(text, compiled, Models(compiled.vocabulary))


def load_pack(name: str | Path | Iterable[str | Path], *, on: date | None = None) -> Policy:
    """The shipped pack of this id (``"liuzhou"``), or the pack in the file at this path.

    With ``on`` it is the version in force on that day: of a shipped pack and those that replace it or that it replaces;
    of the packs in a folder; or of several ids and files.

    Raises:
        PackError: the pack is wrong; all that is wrong is told. Or no version, or more than one, is in force ``on`` the
            day.
        TypeError: ``name`` is neither text nor a path, nor several and a day; or ``on`` is no day.
        ValueError: ``on`` is before 1900 or after 2200.
    """
    if on is None:
        return _load(_named(name))
    check_day(on, "on is the day in force")
    names = [name] if isinstance(name, str | Path) else list(_several(name))
    policies = [_load(each) for given in names for each in versions(_named(given))]
    fitting = in_force_on(policies, on)
    if len(fitting) != 1:
        diagnostics = Collector()
        code = "SR930" if fitting else "SR929"
        diagnostics.add(code, None, given=on, packs=listed(map(validity, fitting or policies)))
        raise PackError(diagnostics.sorted())
    return fitting[0]


def in_force_on(policies: Sequence[Policy], day: date) -> list[Policy]:
    """Those of the packs that are in force on a day and that no other of them has replaced by then.

    Raises:
        PackError: two of them replace one, or one is replaced before it is in force.
    """
    linked = in_succession([policy.compiled for policy in policies])
    return [policy for policy, compiled in zip(policies, linked, strict=True) if compiled.governs(day)]


def validity(policy: Policy) -> str:
    """A pack with its version and the time in force that it states: ``liuzhou 1.0.0 [2022-09-23, …]``."""
    since, until = policy.compiled.in_force
    return f"{policy.id} {policy.compiled.pack.version} [{since or '…'}, {until or '…'}]"


def _several(names: object) -> Iterable[str | Path]:
    if not isinstance(names, Iterable):
        raise TypeError(f"packs are named by their ids or the paths of their files, not by {names!r}")
    return names


def _load(name: str | Path) -> Policy:
    """The pack of an id, or in a file.

    Raises:
        PackError: the pack is wrong.
    """
    diagnostics = Collector()
    text = open_pack(name, diagnostics)
    if text is None:
        raise PackError(diagnostics.sorted())
    return _policy(text, diagnostics)


def policy_of(data: bytes, source: str) -> Policy:
    """The pack in a text that lies in no file; ``source`` is what diagnostics call it.

    Raises:
        PackError: the pack is wrong.
    """
    diagnostics = Collector()
    with CollectorPaused():
        text = read_pack(data, source, diagnostics)
    if text is None:
        raise PackError(diagnostics.sorted())
    return _policy(text, diagnostics)


def check(name: str | Path, *, source: str | Path | None = None) -> list[Diagnostic]:
    """All that can be found wrong in a pack, under the readings it takes and all others; by place. Warnings and notes
    that a comment in the pack answers are left out.

    ``source``: the file with the plain text of its document; the pack is then held against it: every quotation stands
    in the clause named, every clause is in the pack, and what has changed since it was accepted is told.

    Raises:
        TypeError: ``name`` is neither text nor a path, or ``source`` is not.
    """
    diagnostics = Collector()
    text = open_pack(_named(name), diagnostics)
    if text is not None:
        check_pack(text, diagnostics, None if source is None else Against(_of_file(source)))
    return diagnostics.sorted()


def _named(name: object) -> str | Path:
    if not isinstance(name, str | Path):
        raise TypeError(f"a pack is named by its id, as 'liuzhou', or by the path of its file, not {shown(name)}")
    return name


def _of_file(source: object) -> str | Path:
    if not isinstance(source, str | Path):
        raise TypeError(f"source is the path of the document's text, not {shown(source)}")
    return source


def in_succession(packs: Sequence[CompiledPack]) -> Sequence[CompiledPack]:
    """The packs, each knowing which of the others replaces it.

    Raises:
        PackError: two of them replace one, or one is replaced before it is in force.
    """
    diagnostics = Collector()
    linked = succeed(packs, diagnostics)
    if diagnostics.failed:
        raise PackError(diagnostics.sorted())
    return linked


def merged_vocabulary(policies: Sequence[Policy]) -> Vocabulary:
    """The record types of all the packs together, so that one ledger can be judged under each.

    Raises:
        PackError: two packs declare one name differently.
    """
    merged = policies[0].compiled.vocabulary
    diagnostics = Collector()
    for policy in policies[1:]:
        clashes = Collector()
        merged = extended(merged, policy.compiled.vocabulary, lambda path: None, clashes)
        for clash in clashes:
            name = next((clash.params[key] for key in ("name", "kind") if key in clash.params), clash.code)
            diagnostics.add("SR912", None, pack=policy.id, name=name)
    if diagnostics.failed:
        raise PackError(diagnostics.sorted())
    return merged


def checked_readings(readings: object) -> Mapping[str, str]:
    """The options asked of readings.

    Raises:
        TypeError: they are no dict of texts by texts.
    """
    if isinstance(readings, Mapping) and all(isinstance(word, str) for pair in readings.items() for word in pair):
        return readings
    raise TypeError(f"readings is a dict of options by the id of the reading, not {shown(readings)}")


def check_day(day: date, what: str = "as_of is a day, judged at its close") -> None:
    """Whether a day can be asked about.

    Raises:
        TypeError: it is no day.
        ValueError: it is before 1900 or after 2200.
    """
    if not isinstance(day, date) or isinstance(day, datetime):
        raise TypeError(f"{what}: a datetime.date, not {shown(day)}")
    if not in_range(day):
        raise ValueError(
            f"{what.partition(' ')[0]} is a day that records may name, from {FIRST_DAY} to {LAST_DAY}, not {day}"
        )
