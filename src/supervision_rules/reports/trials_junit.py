"""What became of the packs' own cases, in JUnit's XML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from supervision_rules.catalogue import Lang, Severity
from supervision_rules.diagnostics import Diagnostic
from supervision_rules.reports.checked import described
from supervision_rules.reports.junit import Case, Suite, Trouble, junit
from supervision_rules.reports.trials import failed_lines
from supervision_rules.testing import Outcome, Report


def tested_junit(tested: Iterable[tuple[str, Report | None, Sequence[Diagnostic]]], lang: Lang) -> bytes:
    """A suite for each pack by the name given, a case for each of its trials; cases that were not run are an error."""
    return junit(_tested(*each, lang) for each in tested)


def _tested(name: str, report: Report | None, told: Sequence[Diagnostic], lang: Lang) -> Suite:
    trials = () if report is None else tuple(_trial(report.pack, outcome, lang) for outcome in report.outcomes)
    first = next((each for each in told if each.severity is Severity.ERROR), None)
    if first is None:
        return Suite(name, trials)
    why = "\n".join(f"{each.span or ''} {each.code} {described(each, lang)}".strip() for each in told)
    return Suite(name, (*trials, Case("test", name, Trouble("error", first.code, first.message(lang), why))))


def _trial(pack: str, outcome: Outcome, lang: Lang) -> Case:
    classname = f"{pack}.{outcome.rule}"
    if outcome.passed:
        return Case(outcome.name, classname)
    place, *differences = failed_lines(outcome, lang)
    return Case(outcome.name, classname, Trouble("failure", "different", place, "\n".join(differences)))
