"""Results, explanations and diagnostics as JSON: keys in order, the same bytes for the same content."""

from __future__ import annotations

import json
from typing import Final

from supervision_rules.catalogue import Lang, Severity
from supervision_rules.diagnostics import Diagnostic
from supervision_rules.findings import Explanation, Finding, Receipt
from supervision_rules.misuse import check_lang
from supervision_rules.records import Batch
from supervision_rules.reports.checked import Checked
from supervision_rules.reports.headline import headline
from supervision_rules.reports.notes import notes_json
from supervision_rules.reports.phrasing import phrase
from supervision_rules.reports.plain import Json, plain
from supervision_rules.reports.summary import counts
from supervision_rules.reports.wording import Wording
from supervision_rules.results import Result, check_result

SCHEMA_VERSION: Final = 1


def to_bytes(content: object) -> bytes:
    """UTF-8, keys sorted; a number that is no number cannot occur in it. Names of files may hold a lone surrogate,
    which is written as JSON's own escape.
    """
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2, sort_keys=True) + "\n"
    return text.encode(errors="backslashreplace")


def result_json(result: Result, lang: Lang = "zh", *, explained: bool = False) -> dict[str, Json]:
    """The whole result, as docs/schema/result.schema.json describes it.

    Raises:
        TypeError: ``result`` is none.
        ValueError: ``lang`` is none.
    """
    check_lang(lang)
    check_result(result)
    batch = result.batch
    return {
        "schema_version": SCHEMA_VERSION,
        "complete": result.complete,
        "receipt": receipt_json(result.receipt),
        "notes": notes_json(result, lang),
        "records": records_json(batch),
        "set_aside": [diagnostic_json(found, lang) for found in batch.set_aside],
        "summary": {
            pack: {str(state): number for state, number in found.items()} for pack, found in counts(result).items()
        },
        "findings": _findings(result, lang, explained),
    }


def records_json(batch: Batch) -> dict[str, Json]:
    """How many records were used."""
    return {
        "total": batch.total,
        "used": len(batch.records),
        "duplicates": batch.duplicates,
        "set_aside": batch.rejected,
    }


def _findings(result: Result, lang: Lang, explained: bool) -> list[Json]:
    found: list[Json] = []
    for run in result.runs:
        wording = Wording(run, lang)
        for finding in run.findings:
            shown = finding_json(wording, finding)
            if explained:
                shown["explanation"] = explanation_json(wording, result.explain(finding))
            found.append(shown)
    return found


def receipt_json(receipt: Receipt) -> dict[str, Json]:
    """What the result was computed from."""
    return {
        "library": receipt.library,
        "packs": [{"id": pack, "version": version, "digest": digest} for pack, version, digest in receipt.packs],
        "calendars": [
            {"jurisdiction": jurisdiction, "version": version, "overlays": list(overlays)}
            for jurisdiction, version, overlays in receipt.calendars
        ],
        "as_of": receipt.as_of.isoformat(),
        "readings": dict(receipt.readings),
        "records": receipt.records,
    }


def finding_json(wording: Wording, finding: Finding) -> dict[str, Json]:
    """One finding with its rule, clause and words, its subject by name, and its headline."""
    rule = finding.rule
    return {
        "pack": rule.pack,
        "rule": rule.id,
        "kind": rule.kind,
        "label": rule.label,
        "clause": rule.cite.clause,
        "words": list(rule.cite.words),
        "severity": rule.severity,
        "readings": dict(rule.readings),
        "since": plain(rule.since),
        "subject": {
            "type": rule.subject_type,
            "id": finding.subject,
            "name": wording.name(rule.subject_type, finding.subject),
        },
        "state": str(finding.state),
        "adverse": finding.state.adverse,
        "day": plain(finding.day),
        "value": plain(finding.value),
        "case": finding.case,
        "period": plain(finding.period),
        "detail": {name: plain(value) for name, value in finding.detail},
        "missing": list(finding.missing),
        "provisional": plain(finding.provisional),
        "text": headline(wording, finding),
    }


def explanation_json(wording: Wording, explanation: Explanation) -> dict[str, Json]:
    """A node of the tree: the key of its phrase, the sentence, the plain words in it, and what it rests on."""
    words = {name: plain(value) for name, value in explanation.words.items() if not isinstance(value, Finding)}
    return {
        "phrase": explanation.phrase,
        "text": phrase(wording, explanation),
        "words": words,
        "parts": [explanation_json(wording, part) for part in explanation.parts],
    }


def checked_json(checked: Checked, lang: Lang) -> dict[str, Json]:
    """All diagnostics by place, those that a comment suppresses with its reason, and how many there are of each
    severity and code.
    """
    return {
        "schema_version": SCHEMA_VERSION,
        "diagnostics": [diagnostic_json(each, lang) for each in checked.found],
        "suppressed": [diagnostic_json(each.diagnostic, lang) | {"reason": each.reason} for each in checked.suppressed],
        "counts": {str(severity): checked.count(severity) for severity in Severity},
        "codes": dict(checked.codes),
        "left_out": dict(checked.left_out),
        "untold_errors": checked.untold,
    }


def diagnostic_json(found: Diagnostic, lang: Lang) -> dict[str, Json]:
    """One diagnostic; lines and columns count from 1, columns in characters, the end is exclusive."""
    span = found.span
    return {
        "code": found.code,
        "severity": str(found.severity),
        "message": found.message(lang),
        "help": found.help(lang),
        "path": span.source if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
    }
