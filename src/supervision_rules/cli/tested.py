"""What became of the cases of packs, as text, JSON or JUnit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from supervision_rules.catalogue import Lang
from supervision_rules.diagnostics import Collector
from supervision_rules.reports.boundaries import boundaries_text
from supervision_rules.reports.coverage import coverage_json, coverage_text
from supervision_rules.reports.json import diagnostic_json, to_bytes
from supervision_rules.reports.mutants import mutants_json, mutants_text
from supervision_rules.reports.plain import Json
from supervision_rules.reports.say import say
from supervision_rules.reports.style import Style
from supervision_rules.reports.trials import report_json, report_text
from supervision_rules.reports.trials_junit import tested_junit
from supervision_rules.testing import Coverage, MutationReport, Offers, Report


class Tested(NamedTuple):
    """One pack as it was named, and what became of its cases: a report, or the reasons why there is none."""

    name: str
    report: Report | None
    diagnostics: Collector
    coverage: Coverage | None = None
    mutants: MutationReport | None = None
    offers: Offers | None = None


def rendered(
    tested: Sequence[Tested], shape: str, mutate: bool, explained: bool, lang: Lang, style: Style
) -> bytes | str:
    """What is told of the cases of some packs; ``mutate`` says whether it was asked to change the packs."""
    if shape == "junit":
        return tested_junit(((each.name, each.report, each.diagnostics.sorted()) for each in tested), lang)
    if shape == "json":
        return to_bytes([dict(_json(each, lang)) for each in tested])
    return "".join(text for each in tested for text in _texts(each, mutate, explained, lang, style))


def _texts(tested: Tested, mutate: bool, explained: bool, lang: Lang, style: Style) -> Iterator[str]:
    if tested.report is None:
        return
    if tested.offers is not None:
        yield _offered(tested.offers, tested.report, lang)
        return
    # The coverage tells the sides that are lacking, too.
    report = tested.report if tested.coverage is None else replace(tested.report, one_sided=())
    yield report_text(report, lang, style, given=tested.name, explained=explained)
    if tested.coverage is not None:
        yield coverage_text(tested.coverage, lang, style)
    if tested.mutants is not None:
        yield mutants_text(tested.mutants, lang, style, given=tested.name)
    elif mutate:
        yield say("not-mutated", lang, pack=report.pack) + "\n"


def _offered(offers: Offers, report: Report, lang: Lang) -> str:
    """The cases offered, under ids that no case of the file has."""
    return boundaries_text(offers, {outcome.name for outcome in report.outcomes}, lang)


def _json(tested: Tested, lang: Lang) -> Iterator[tuple[str, Json]]:
    if tested.report is None:
        yield "pack", tested.name
    else:
        yield from report_json(tested.report).items()
        if tested.offers is not None:
            yield "boundaries", _offered(tested.offers, tested.report, lang)
    if tested.coverage is not None:
        yield "coverage", coverage_json(tested.coverage)
    if tested.mutants is not None:
        yield "mutants", mutants_json(tested.mutants)
    yield "problems", [diagnostic_json(each, lang) for each in tested.diagnostics.sorted()]
