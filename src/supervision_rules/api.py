"""The public surface: load a pack, check one, evaluate records by packs, judge a few by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from supervision_rules import engine
from supervision_rules.calendar import Notice, WorkCalendar, cached_calendar, calendar_for
from supervision_rules.catalogue import Lang
from supervision_rules.catalogue.interface import TEXTS
from supervision_rules.compiler import CompiledPack, compile_pack, succeed
from supervision_rules.diagnostics import Collector, Diagnostic, listed, nearest
from supervision_rules.findings import Receipt
from supervision_rules.library import check_pack, open_pack, versions
from supervision_rules.memory import CollectorPaused
from supervision_rules.misuse import check_lang, shown
from supervision_rules.pack import PackText
from supervision_rules.records import Batch, Models, Record, Vocabulary, extended, settle
from supervision_rules.records.all_records import all_records
from supervision_rules.records.days import FIRST_DAY, LAST_DAY, in_range
from supervision_rules.records.settle import rank
from supervision_rules.results import Judged, Result, Run, judged, without_governed_elsewhere


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
        compiled = compile_pack(self.text, _checked(readings), diagnostics)
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
    _check_day(on, "on is the day in force")
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
    linked = _in_succession([policy.compiled for policy in policies])
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


def check(name: str | Path) -> list[Diagnostic]:
    """All that can be found wrong in a pack, under the readings it takes and all others; by place.

    Raises:
        TypeError: ``name`` is neither text nor a path.
    """
    diagnostics = Collector()
    text = open_pack(_named(name), diagnostics)
    if text is not None:
        check_pack(text, diagnostics)
    return diagnostics.sorted()


def _named(name: object) -> str | Path:
    if not isinstance(name, str | Path):
        raise TypeError(f"a pack is named by its id, as 'liuzhou', or by the path of its file, not {shown(name)}")
    return name


def evaluate(
    packs: Policy | Sequence[Policy],
    records: Batch | Iterable[Record],
    *,
    as_of: date,
    readings: Mapping[str, str] | None = None,
    notices: tuple[Notice, ...] = (),
) -> Result:
    """Judge records, the register of units and persons among them, by one or several packs as of the close of a day.

    ``readings`` asks for other options than those the packs take, for every pack that declares the reading;
    ``pack.reading`` asks it of one pack. ``notices`` lie over those that ship with the library.

    Raises:
        PackError: a reading or an option is not declared by any of the packs, two options of one reading are asked,
            two packs declare a name differently, or both replace a third.
        TypeError: ``as_of`` is no day, ``readings`` no dict of texts by texts, or something given is no pack that was
            loaded, no record or no notice.
        ValueError: no pack is given, or one twice; or ``as_of`` is before 1900 or after 2200.
    """
    policies = _policies(packs)
    _check_day(as_of)
    asked = _asked(policies, _checked({} if readings is None else readings))
    vocabulary = merged_vocabulary(policies)
    batch = records if isinstance(records, Batch) else settle(all_records(records), vocabulary, Collector())
    runs = []
    for compiled in _in_succession([policy.under(asked[policy.id]) for policy in policies]):
        calendar = calendar_of(compiled, notices)
        world, findings = engine.judge(compiled, batch.records, as_of, calendar)
        runs.append(Run(compiled, world, tuple(findings)))
    runs = without_governed_elsewhere(runs)
    return Result(tuple(runs), batch, _receipt(runs, asked, as_of, batch))


def _in_succession(packs: Sequence[CompiledPack]) -> Sequence[CompiledPack]:
    """The packs, each knowing which of the others replaces it.

    Raises:
        PackError: two of them replace one, or one is replaced before it is in force.
    """
    diagnostics = Collector()
    linked = succeed(packs, diagnostics)
    if diagnostics.failed:
        raise PackError(diagnostics.sorted())
    return linked


def judge(policy: Policy, records: Iterable[Record], *, as_of: date) -> Judged:
    """The findings about a few records that are already valid: one matter and what belongs to it, in one call.

    Nothing is checked, merged or set aside as ``evaluate`` does; units that no record names need not be given.

    Raises:
        TypeError: ``as_of`` is no day, or something given is no pack that was loaded, or no record.
        ValueError: ``as_of`` is before 1900 or after 2200.
    """
    compiled = _loaded(policy).compiled
    _check_day(as_of)
    records = all_records(records)
    with CollectorPaused():
        world, findings = engine.judge(compiled, records, as_of, _shipped_calendar(compiled))
        world.close()
    return judged(findings, _again, policy, records, as_of)


def _again(policy: Policy, records: Sequence[Record], as_of: date) -> Result:
    """What ``judge`` found, computed again and kept with all that it was found in."""
    compiled = policy.compiled
    world, findings = engine.judge(compiled, records, as_of, _shipped_calendar(compiled))
    runs = (Run(compiled, world, tuple(findings)),)
    batch = Batch(tuple(sorted(records, key=rank)), (), len(records), 0, 0)
    return Result(runs, batch, _receipt(runs, {}, as_of, batch))


def _policies(packs: object) -> tuple[Policy, ...]:
    given = packs if isinstance(packs, Iterable) and not isinstance(packs, str) else (packs,)
    policies = tuple(_loaded(policy) for policy in given)
    if not policies or len({policy.id for policy in policies}) < len(policies):
        raise ValueError("evaluate needs one pack at least, and each once")
    return policies


def _loaded(policy: object) -> Policy:
    if not isinstance(policy, Policy):
        raise TypeError(f"a pack is what load_pack gives, as load_pack('liuzhou'), not {shown(policy)}")
    return policy


def _checked(readings: object) -> Mapping[str, str]:
    if isinstance(readings, Mapping) and all(isinstance(word, str) for pair in readings.items() for word in pair):
        return readings
    raise TypeError(f"readings is a dict of options by the id of the reading, not {shown(readings)}")


def _check_day(day: date, what: str = "as_of is a day, judged at its close") -> None:
    if not isinstance(day, date) or isinstance(day, datetime):
        raise TypeError(f"{what}: a datetime.date, not {shown(day)}")
    if not in_range(day):
        raise ValueError(
            f"{what.partition(' ')[0]} is a day that records may name, from {FIRST_DAY} to {LAST_DAY}, not {day}"
        )


def calendar_of(compiled: CompiledPack, notices: tuple[Notice, ...]) -> WorkCalendar:
    """The working days of the place where a pack is in force."""
    return calendar_for(compiled.pack.document.jurisdiction, notices)


def _shipped_calendar(compiled: CompiledPack) -> WorkCalendar:
    """The working days of that place by the notices that ship, without the checks of what a programmer hands in."""
    return cached_calendar(compiled.pack.document.jurisdiction, (), None)


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


def _asked(policies: Sequence[Policy], readings: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The options asked of each pack.

    Raises:
        PackError: a reading is asked that none of the packs declares, or the one named does not; or two options of one.
    """
    asked: dict[str, dict[str, str]] = {policy.id: {} for policy in policies}
    declared = {name: None for p in policies for reading in p.text.readings for name in (reading, f"{p.id}.{reading}")}
    diagnostics = Collector()
    for name, option in readings.items():
        pack, _, reading = name.rpartition(".")
        if name not in declared:
            diagnostics.add("SR305", None, given=name, hint=nearest(name, declared))
        for policy in policies:
            if reading in policy.text.readings and pack in ("", policy.id):
                first = asked[policy.id].setdefault(reading, option)
                if first != option:
                    diagnostics.add("SR916", None, given=f"{policy.id}.{reading}", first=first, second=option)
    if diagnostics.failed:
        raise PackError(diagnostics.sorted())
    return asked


def _receipt(runs: Sequence[Run], asked: Mapping[str, Mapping[str, str]], as_of: date, batch: Batch) -> Receipt:
    calendars = {run.world.calendar.jurisdiction: run.world.calendar for run in runs}
    return Receipt(
        library=library_version(),
        packs=tuple((run.compiled.pack.pack, run.compiled.pack.version, run.compiled.text.digest) for run in runs),
        calendars=tuple(
            (calendar.jurisdiction, calendar.version, calendar.overlays) for calendar in calendars.values()
        ),
        as_of=as_of,
        readings=tuple(
            (f"{pack}.{name}", option) for pack, options in asked.items() for name, option in options.items()
        ),
        records=batch.digest,
    )


def library_version() -> str:
    """The version of the library, as installed."""
    try:
        return version("supervision-rules")
    except PackageNotFoundError:
        return "0"
