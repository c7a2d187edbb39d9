"""What ``check`` found and how it is to be shown: the same for every format."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from supervision_rules import nodes
from supervision_rules.analysis import Examined
from supervision_rules.catalogue import CODES, Lang, Severity
from supervision_rules.diagnostics import Collector, Diagnostic, Suppressed
from supervision_rules.reports.page import Page
from supervision_rules.reports.style import PLAIN, Style


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in some packs."""

    packs: tuple[str, ...]
    """The packs by the names of their texts, those among them that could not be read."""
    found: tuple[Diagnostic, ...]
    """What is told, by place, those without a place first."""
    suppressed: tuple[Suppressed, ...]
    """What comments in the packs answer."""
    left_out: Mapping[str, int]
    """How many more of a code there are than are told one by one."""
    untold: int
    """How many errors are not told, because others were asked for."""
    trees: Mapping[str, nodes.Mapping]
    """The packs that could be read, by the names of their texts."""
    examined: tuple[Examined, ...] | None = None
    """What was looked into without records, if that is asked for."""

    @property
    def codes(self) -> Counter[str]:
        """How many of each code there are, those left out included."""
        return Counter(each.code for each in self.found) + Counter(self.left_out)

    def count(self, severity: Severity) -> int:
        """How many problems of this severity there are, those left out included."""
        return sum(count for code, count in self.codes.items() if CODES[code].severity is severity)


def checked_of(
    diagnostics: Collector, packs: Mapping[str, nodes.Mapping | None], wanted: Callable[[str], bool] = lambda code: True
) -> Checked:
    """What a collector gathered about some packs, by the names of their texts; told are the codes ``wanted``."""
    unwanted = sum(count for code, count in diagnostics.codes().items() if _is_error(code) and not wanted(code))
    return Checked(
        tuple(packs),
        tuple(each for each in diagnostics.sorted() if wanted(each.code)),
        tuple(each for each in diagnostics.suppressed if wanted(each.diagnostic.code)),
        {code: count for code, count in diagnostics.left_out.items() if wanted(code)},
        unwanted,
        {source: tree for source, tree in packs.items() if tree is not None},
    )


def _is_error(code: str) -> bool:
    return CODES[code].severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Places:
    """Paths as reports name them: from the folder that the project lies in, with /, wherever the program was started.

    ``here`` is the folder that the paths given are seen from, ``root`` the project's; both absolute.
    """

    here: str
    root: str

    def __call__(self, source: str) -> str:
        """The path from the root; of a file outside, the whole path."""
        path = os.path.normpath(os.path.join(self.here, source))  # noqa: PTH118 - no file is looked for
        inside = path.startswith(self.root.rstrip(os.sep) + os.sep)
        shown = os.path.relpath(path, self.root) if inside else path
        return shown.replace(os.sep, "/")


@dataclass(frozen=True, slots=True)
class Setting:
    """How it is shown, and what a format may ask for."""

    lang: Lang
    place: Places
    page: Callable[[str], Page]
    """The page of a code."""
    version: Callable[[], str]
    """The version of this program."""
    level: Severity = Severity.ERROR
    """From which severity on a problem fails."""
    statistics: bool = False
    style: Style = PLAIN

    def fails(self, severity: Severity) -> bool:
        order = list(Severity)
        return order.index(severity) <= order.index(self.level)


Renderer = Callable[[Checked, Setting], bytes | str]
"""A format: text for a screen, or the bytes of one for machines."""


def described(found: Diagnostic, lang: Lang) -> str:
    """The reason and the mend, a line each."""
    return "\n".join((found.message(lang), found.help(lang)))
