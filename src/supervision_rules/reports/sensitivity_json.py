"""What hangs on which reading as JSON, as docs/schema/sensitivity.schema.json describes it; and that schema."""

from __future__ import annotations

from typing import Final

from supervision_rules.catalogue import Lang
from supervision_rules.comparison import Range, Sensitivity, Switch
from supervision_rules.comparison.ranges import Under
from supervision_rules.misuse import check_lang
from supervision_rules.reports.diff_json import move_json, rule_moves_json
from supervision_rules.reports.diff_schema import moves_definitions
from supervision_rules.reports.json import diagnostic_json, receipt_json, records_json
from supervision_rules.reports.moves_text import wordings
from supervision_rules.reports.plain import Json, plain
from supervision_rules.reports.schema import records_counted, shared_definitions
from supervision_rules.reports.schema_terms import DIALECT, Schema, a, closed, list_of, map_of, or_null, ref, text
from supervision_rules.results import Run

SENSITIVITY_SCHEMA_VERSION: Final = 1


def sensitivity_json(found: Sensitivity, lang: Lang = "zh") -> dict[str, Json]:
    """What of a result hangs on which reading, as docs/schema/sensitivity.schema.json describes it.

    Raises:
        TypeError: ``found`` is not what ``sensitivity`` gives.
        ValueError: ``lang`` is none.
    """
    check_lang(lang)
    if not isinstance(found, Sensitivity):
        raise TypeError(f"found is what sensitivity gives, not a {type(found).__name__}")
    batch, runs = found.result.batch, {run.compiled.pack.pack: run for run in found.result.runs}
    return {
        "schema_version": SENSITIVITY_SCHEMA_VERSION,
        "complete": found.result.complete,
        "receipt": receipt_json(found.result.receipt),
        "records": records_json(batch),
        "set_aside": [diagnostic_json(each, lang) for each in batch.set_aside],
        "together": False,
        "switches": [_switch(runs[switch.pack], switch, lang) for switch in found.switches],
        "ranges": [_range(spread) for spread in found.ranges],
    }


def _switch(run: Run, switch: Switch, lang: Lang) -> Json:
    reading, words = switch.reading, wordings(run, run, lang)
    return {
        "pack": switch.pack,
        "reading": reading.id,
        "clause": reading.clause,
        "words": reading.words,
        "taken": switch.taken,
        "option": switch.option,
        "labels": {name: reading.options[name] for name in (switch.taken, switch.option)},
        "rules": [rule_moves_json(each) for each in switch.rules],
        "findings": [move_json(words, move) for move in switch.moves],
    }


def _range(spread: Range) -> Json:
    return {
        "pack": spread.rule.pack,
        "rule": spread.rule.id,
        "subject": {"type": spread.rule.subject_type, "id": spread.subject},
        "period": plain(spread.period),
        "value": plain(spread.value),
        "least": plain(spread.least),
        "most": plain(spread.most),
        "least_under": _under(spread.least_under),
        "most_under": _under(spread.most_under),
    }


def _under(found: tuple[Under, ...]) -> Json:
    return [{"reading": reading, "option": option} for reading, option in found]


def sensitivity_schema() -> Schema:
    """What ``evaluate --sensitivity --format json`` writes, as JSON Schema 2020-12."""
    content = closed(
        schema_version={"const": SENSITIVITY_SCHEMA_VERSION},
        complete=a("boolean", "是否全部采用：没有未采用的记录，也没有未采用的列"),
        receipt=ref("receipt"),
        records=records_counted(),
        set_aside=list_of(ref("diagnostic")),
        together={"const": False, "description": "几种理解一起换会怎样，没有算"},
        switches={**list_of(ref("switch")), "description": "每次换一种理解"},
        ranges={**list_of(ref("range")), "description": "每个单位（人员）的分数、名次，换一种理解最少、最多是多少"},
    )
    definitions = {**shared_definitions(), **moves_definitions(), "switch": _switch_schema(), "range": _range_schema()}
    return {"$schema": DIALECT, "title": "取决于理解的结论", **content, "$defs": definitions}


def _switch_schema() -> Schema:
    return closed(
        pack=text("规则包"),
        reading=text("理解"),
        clause=or_null(text("条款")),
        words=text("可作不同理解的原话"),
        taken=text("采用的一种"),
        option=text("换成的一种"),
        labels={**map_of(text()), "description": "这两种的说明"},
        rules={**list_of(ref("rule_moves")), "description": "靠着这种理解的规则"},
        findings={**list_of(ref("move")), "description": "变了的结论：before 是采用的那种，after 是换成的那种"},
    )


def _range_schema() -> Schema:
    under = list_of(closed(reading=text("规则包.理解"), option=text()))
    return closed(
        pack=text("规则包"),
        rule=text("规则"),
        subject=closed(type=text(), id=text()),
        period=or_null(ref("period")),
        value={**or_null(ref("number")), "description": "按采用的理解；没有或不确定的为 null"},
        least=ref("number"),
        most=ref("number"),
        least_under={**under, "description": "换成哪些理解时最少；不换就最少的为空"},
        most_under={**under, "description": "换成哪些理解时最多；不换就最多的为空"},
    )
