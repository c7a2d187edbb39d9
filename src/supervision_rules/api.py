"""The public surface: evaluate records by packs, judge a few by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version

from supervision_rules import engine
from supervision_rules.calendar import Notice, WorkCalendar, cached_calendar, calendar_for
from supervision_rules.compiler import CompiledPack
from supervision_rules.diagnostics import Collector, nearest
from supervision_rules.findings import Receipt
from supervision_rules.memory import CollectorPaused
from supervision_rules.misuse import shown
from supervision_rules.policy import PackError, Policy, check_day, checked_readings, in_succession, merged_vocabulary
from supervision_rules.records import Batch, Record, settle
from supervision_rules.records.all_records import all_records
from supervision_rules.records.settle import rank
from supervision_rules.results import Judged, Result, Run, judged, judged_twice, without_governed_elsewhere


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
    policies = policies_of(packs)
    check_day(as_of)
    asked = options_asked(policies, checked_readings({} if readings is None else readings))
    vocabulary = merged_vocabulary(policies)
    batch = records if isinstance(records, Batch) else settle(all_records(records), vocabulary, Collector())
    linked = in_succession([policy.under(asked[policy.id]) for policy in policies])
    runs = without_governed_elsewhere(_run(linked, batch, as_of, notices))
    return Result(tuple(runs), batch, _receipt(runs, asked, as_of, batch), judged_twice(runs))


def _run(packs: Sequence[CompiledPack], batch: Batch, as_of: date, notices: tuple[Notice, ...]) -> list[Run]:
    """What each pack concludes, in the order of the packs. One that replaces another is judged after that one: what
    passed and had come due there does not count again."""
    runs: dict[str, Run] = {}
    for compiled in sorted(packs, key=lambda each: len(each.later), reverse=True):
        name, calendar = compiled.pack.pack, calendar_of(compiled, notices)
        before = [run.world for run in runs.values() if name in [change.pack for change in run.compiled.later]]
        world, findings = engine.judge(compiled, batch.records, as_of, calendar, before)
        runs[name] = Run(compiled, world, tuple(findings))
    return [runs[compiled.pack.pack] for compiled in packs]


def judge(policy: Policy, records: Iterable[Record], *, as_of: date) -> Judged:
    """The findings about a few records that are already valid: one matter and what belongs to it, in one call.

    Nothing is checked, merged or set aside as ``evaluate`` does; units that no record names need not be given.

    Raises:
        TypeError: ``as_of`` is no day, or something given is no pack that was loaded, or no record.
        ValueError: ``as_of`` is before 1900 or after 2200.
    """
    compiled = _loaded(policy).compiled
    check_day(as_of)
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


def policies_of(packs: object) -> tuple[Policy, ...]:
    """The packs that are judged by together.

    Raises:
        TypeError: something given is no pack that was loaded.
        ValueError: no pack is given, or one twice.
    """
    given = packs if isinstance(packs, Iterable) and not isinstance(packs, str) else (packs,)
    policies = tuple(_loaded(policy) for policy in given)
    if not policies or len({policy.id for policy in policies}) < len(policies):
        raise ValueError("evaluate needs one pack at least, and each once")
    return policies


def _loaded(policy: object) -> Policy:
    if not isinstance(policy, Policy):
        raise TypeError(f"a pack is what load_pack gives, as load_pack('liuzhou'), not {shown(policy)}")
    return policy


def calendar_of(compiled: CompiledPack, notices: tuple[Notice, ...]) -> WorkCalendar:
    """The working days of the place where a pack is in force."""
    return calendar_for(compiled.pack.document.jurisdiction, notices)


def _shipped_calendar(compiled: CompiledPack) -> WorkCalendar:
    """The working days of that place by the notices that ship, without the checks of what a programmer hands in."""
    return cached_calendar(compiled.pack.document.jurisdiction, (), None)


def options_asked(policies: Sequence[Policy], readings: Mapping[str, str]) -> dict[str, dict[str, str]]:
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
