"""What ``check`` found for people: in full, or a line each; how many of each code; the closing words."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_rules.catalogue import CODES, Lang, Severity
from supervision_rules.diagnostics import Diagnostic
from supervision_rules.reports.analysed import analysed
from supervision_rules.reports.checked import Checked, Setting
from supervision_rules.reports.columns import table, visible
from supervision_rules.reports.diagnostics import diagnostics_text
from supervision_rules.reports.say import say


def text(checked: Checked, setting: Setting) -> str:
    """Each problem with its line and the spot marked."""
    told = diagnostics_text(checked.found, setting.lang, setting.style, checked.left_out)
    return told + _end(checked, setting)


def concise(checked: Checked, setting: Setting) -> str:
    """A line for each problem."""
    lines = [concise_line(found, setting) for found in checked.found]
    lines += [say("left-out", setting.lang, code=code, count=count) for code, count in sorted(checked.left_out.items())]
    return "".join(f"{line}\n" for line in lines) + _end(checked, setting)


def concise_line(found: Diagnostic, setting: Setting) -> str:
    """``policies/x.yaml:3:1: 错误 SR015 …``."""
    span = found.span
    place = visible(f"{setting.place(span.source)}:{span.line}:{span.column}: ") if span else ""
    code = setting.style.paint(f"{say(f'severity.{found.severity}', setting.lang)} {found.code}", found.severity)
    return f"{place}{code} {found.message(setting.lang)}"


def _end(checked: Checked, setting: Setting) -> str:
    told = () if checked.examined is None else analysed(checked.examined, setting)
    lines = [*told, *(_statistics(checked, setting) if setting.statistics else ()), *closing(checked, setting.lang)]
    return "".join(f"{line}\n" for line in lines)


def _statistics(checked: Checked, setting: Setting) -> list[str]:
    """How many of each code, most first."""
    counts = sorted(checked.codes.items(), key=lambda item: (-item[1], item[0]))
    rows = (
        (str(count), code, say(f"severity.{CODES[code].severity}", setting.lang), _title(code, setting))
        for code, count in counts
    )
    return table(rows)


def _title(code: str, setting: Setting) -> str:
    return setting.page(code).title.said(setting.lang)


def closing(checked: Checked, lang: Lang) -> Iterator[str]:
    """How many packs, and how many problems of each severity; what is not told and why."""
    packs = len(checked.packs)
    errors, warnings, notes = (checked.count(severity) for severity in Severity)
    if errors + warnings + notes:
        yield say("found", lang, packs=packs, errors=errors, warnings=warnings, notes=notes)
    elif not checked.untold:
        yield say("clean", lang, packs=packs)
    if checked.untold:
        yield say("untold", lang, count=checked.untold)
    if checked.suppressed:
        yield say("suppressed", lang, count=len(checked.suppressed))
