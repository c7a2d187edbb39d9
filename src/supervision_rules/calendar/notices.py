"""Reading notices: those that ship with the library, and those that an office enters itself."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from importlib.resources import files

from supervision_rules.calendar.checks import Checker
from supervision_rules.calendar.factory import COUNTRY, build
from supervision_rules.calendar.notice import Notice
from supervision_rules.calendar.notice_file import NoticeFile
from supervision_rules.calendar.table import WorkCalendar
from supervision_rules.catalogue import Severity
from supervision_rules.diagnostics import Collector
from supervision_rules.misuse import shown
from supervision_rules.nodes import read
from supervision_rules.shape import validate


def read_notices(data: bytes, source: str, diagnostics: Collector) -> tuple[Notice, ...] | None:
    """The notices of a file; None, with the reasons in ``diagnostics``, if any of it is refused.

    Raises:
        TypeError: ``data`` is no bytes, ``source`` no text, or ``diagnostics`` no collector.
    """
    if not isinstance(data, bytes):
        raise TypeError(f"data is bytes, as Path('notices.yaml').read_bytes() gives, not a {type(data).__name__}")
    if not isinstance(source, str):
        raise TypeError(f"source is what messages call the file, a text, not a {type(source).__name__}")
    if not isinstance(diagnostics, Collector):
        raise TypeError(f"diagnostics is a Collector, not a {type(diagnostics).__name__}: write Collector()")
    return _read(data, source, diagnostics, shipped_notices())


def _read(data: bytes, source: str, diagnostics: Collector, shipped: tuple[Notice, ...]) -> tuple[Notice, ...] | None:
    errors = diagnostics.count(Severity.ERROR)
    root = read(data, source, diagnostics)
    file = validate(NoticeFile, root, diagnostics) if root is not None else None
    if root is None or file is None:
        return None
    notices = Checker(file, root, diagnostics, shipped).notices()
    return notices if diagnostics.count(Severity.ERROR) == errors else None


@lru_cache(maxsize=1)
def shipped_notices() -> tuple[Notice, ...]:
    """Guangxi's, 2014 to 2026."""
    diagnostics = Collector()
    data = files(__package__).joinpath("cn-gx.yaml").read_bytes()
    notices = _read(data, "cn-gx.yaml", diagnostics, ())
    if notices is None:
        raise RuntimeError("; ".join(f"{found.span} {found.message('en')}" for found in diagnostics))
    return notices


def calendar_for(
    jurisdiction: str = COUNTRY, notices: tuple[Notice, ...] = (), known_by: date | None = None
) -> WorkCalendar:
    """The jurisdiction's calendar with ``notices`` laid over the shipped ones, as known on a day (None: all known).

    Built once for equal arguments, in whichever thread asks first. A place without notices has its parent's days.

    Raises:
        ValueError: there is no such place.
        TypeError: ``jurisdiction`` is no text, ``notices`` is no tuple of notices, or ``known_by`` no day.
    """
    try:
        return cached_calendar(jurisdiction, notices, known_by)
    except (AttributeError, TypeError):
        _check(jurisdiction, notices, known_by)
        raise


def _check(jurisdiction: object, notices: object, known_by: object) -> None:
    if not isinstance(jurisdiction, str):
        raise TypeError(f"a place is a code like 'CN' or 'CN-GX', not {shown(jurisdiction)}") from None
    if not isinstance(notices, tuple) or not all(isinstance(notice, Notice) for notice in notices):
        raise TypeError(f"notices is a tuple of Notice, as read_notices gives, not {shown(notices)}") from None
    if not isinstance(known_by, date | None):
        raise TypeError(f"known_by is a datetime.date or None, not {shown(known_by)}") from None


@lru_cache(maxsize=64)
def cached_calendar(jurisdiction: str, notices: tuple[Notice, ...], known_by: date | None) -> WorkCalendar:
    """``calendar_for`` arguments that are known to be right."""
    shipped = () if jurisdiction == COUNTRY else shipped_notices()
    return build(jurisdiction, (*shipped, *notices), known_by)
