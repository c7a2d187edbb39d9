"""What changed between two versions of a pack as JSON, as docs/schema/diff.schema.json describes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from supervision_rules.catalogue import Bilingual, Lang
from supervision_rules.comparison import Affected, Change, Comparison, Item, Move, PackDiff, RuleMoves, Version
from supervision_rules.diagnostics import Span
from supervision_rules.misuse import check_lang
from supervision_rules.reports.diff_words import DiffWords
from supervision_rules.reports.json import diagnostic_json, finding_json, receipt_json, records_json
from supervision_rules.reports.moves_text import SORTS, Words, subject, told, wordings
from supervision_rules.reports.plain import Json, plain
from supervision_rules.results import Result

DIFF_SCHEMA_VERSION: Final = 1


def diff_json(found: PackDiff | Comparison, lang: Lang = "zh") -> dict[str, Json]:
    """All that changed between two versions of a pack, and who moves, as docs/schema/diff.schema.json describes it.

    Raises:
        TypeError: ``found`` is neither what ``diff`` gives nor what ``compare`` gives.
        ValueError: ``lang`` is none.
    """
    check_lang(lang)
    if not isinstance(found, PackDiff | Comparison):
        raise TypeError(f"found is what diff or compare gives, not a {type(found).__name__}")
    packs = found if isinstance(found, PackDiff) else found.packs
    words = DiffWords(lang)
    return {
        "schema_version": DIFF_SCHEMA_VERSION,
        "same": packs.same,
        "old": _version(packs.old),
        "new": _version(packs.new),
        "items": [_item(words, item) for item in packs.items],
        "affected": [_affected(each) for each in packs.affected],
        "moves": None if isinstance(found, PackDiff) else _compared(found, lang),
    }


def _compared(found: Comparison, lang: Lang) -> Json:
    """What of the records moves; the records are told of as the new pack has used them."""
    words = wordings(found.before.runs[0], found.after.runs[0], lang)
    return {
        "complete": found.complete,
        "before": _judged(found.before, lang),
        "after": _judged(found.after, lang),
        "rules": [rule_moves_json(each) for each in found.rules],
        "findings": [move_json(words, each) for each in found.moves],
    }


def _judged(result: Result, lang: Lang) -> Json:
    return {
        "receipt": receipt_json(result.receipt),
        "records": records_json(result.batch),
        "set_aside": [diagnostic_json(each, lang) for each in result.batch.set_aside],
    }


def rule_moves_json(each: RuleMoves) -> Json:
    """How many findings of a rule move."""
    return {
        "rule": each.rule.id,
        "label": each.rule.label,
        "clause": each.rule.cite.clause,
        "kind": each.rule.kind,
        **{name: getattr(each, name) for name in SORTS},
    }


def move_json(words: Words, move: Move) -> Json:
    """One finding before and after, what of it is another and by how much."""
    pairs = ((words[False], move.before), (words[True], move.after))
    before, after = (finding_json(wording, found) if found is not None else None for wording, found in pairs)
    return {
        "rule": move.rule.id,
        "subject": {"type": move.rule.subject_type, "id": move.finding.subject},
        "what": list(move.what),
        "days": move.days,
        "amount": plain(move.amount),
        "text": f"{subject(words, move)}  {told(words, move)}",
        "before": before,
        "after": after,
    }


def _version(version: Version) -> Json:
    return {
        "pack": version.pack,
        "label": version.label,
        "version": version.version,
        "document": version.document,
        "path": version.source,
        "digest": version.digest,
    }


def _item(words: DiffWords, item: Item) -> Json:
    return {
        "section": item.section,
        "sort": item.sort,
        "id": item.id,
        "old_id": item.old_id,
        "kind": item.kind,
        "label": item.label,
        "clause": {"before": item.clauses[0], "after": item.clauses[1]},
        "wording": item.wording,
        "before": _value(item.before, words.lang) if item.sort == "removed" else None,
        "after": _value(item.after, words.lang) if item.sort == "added" else None,
        "place": {"before": _place(item.before_span), "after": _place(item.after_span)},
        "changes": [_change(words, change) for change in item.changes],
    }


def _change(words: DiffWords, change: Change) -> Json:
    return {
        "sort": change.sort,
        "path": [step.name for step in change.path],
        "label": words.way(change),
        "wording": change.wording,
        "before": _value(change.before, words.lang),
        "after": _value(change.after, words.lang),
        "text": {"before": words.before(change), "after": words.after(change)},
        "place": {"before": _place(change.before_span), "after": _place(change.after_span)},
    }


def _value(value: object, lang: Lang) -> Json:
    """A value of a pack; of what depends, the options and days as keys."""
    if isinstance(value, Mapping):
        return {str(key): _value(each, lang) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_value(each, lang) for each in value]
    return value.said(lang) if isinstance(value, Bilingual) else plain(value)


def _place(span: Span | None) -> Json:
    return None if span is None else {"line": span.line, "column": span.column}


def _affected(each: Affected) -> Json:
    return {
        "rule": each.rule,
        "label": each.label,
        "clause": each.clause,
        "through": [{"section": item.section, "id": item.id} for item in each.through],
    }
