"""Results as JSON: the published schema, its drift, and the comparison of two results."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from supervision_rules.api import evaluate
from supervision_rules.calendar import period_of
from supervision_rules.catalogue import Lang
from supervision_rules.diagnostics import Collector
from supervision_rules.expressions import Interval
from supervision_rules.findings import Finding, State
from supervision_rules.policy import load_pack
from supervision_rules.records import Source, read_batch
from supervision_rules.reports.comparison import Difference, differences
from supervision_rules.reports.json import finding_json, result_json, to_bytes
from supervision_rules.reports.plain import plain
from supervision_rules.reports.replay import against
from supervision_rules.reports.schema import result_schema
from supervision_rules.reports.wording import Wording
from supervision_rules.results import Result

ROOT = Path(__file__).resolve().parents[2]
LEDGER = ROOT / "tests" / "cli" / "ledger"
VALIDATOR = jsonschema.Draft202012Validator(result_schema())


@pytest.fixture(scope="module")
def result() -> Result:
    policy = load_pack(ROOT / "tests" / "cli" / "pack.yaml")
    sources = [Source(str(path), path, "jsonl", None, path.stem) for path in sorted(LEDGER.glob("*.jsonl"))]
    bad = Source("bad.jsonl", b'{"id":"r9","date":"2021-10-15","matter":"nope"}\n', "jsonl", None, "reminder")
    batch = read_batch([*sources, bad], policy.compiled.vocabulary, Collector())
    return evaluate(policy, batch, as_of=date(2021, 12, 1))


def written(result: Result, *, explained: bool = True) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(to_bytes(result_json(result, "zh", explained=explained)))
    return content


def test_schema_is_sound_and_published() -> None:
    jsonschema.Draft202012Validator.check_schema(result_schema())
    assert (ROOT / "docs" / "schema" / "result.schema.json").read_bytes() == to_bytes(result_schema())


def test_results_fit_the_schema(result: Result) -> None:
    for explained in (True, False):
        VALIDATOR.validate(written(result, explained=explained))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda told: told.pop("receipt"),
        lambda told: told.update(extra=1),
        lambda told: told["findings"][0].update(state="fine"),
        lambda told: told["findings"][0].update(value=1.5),
        lambda told: told["findings"][0].update(day="2021-1-1"),
        lambda told: told["set_aside"][0].update(line=0),
        lambda told: told["findings"][0]["explanation"].pop("parts"),
    ],
)
def test_schema_can_fail(spoil: Callable[[dict[str, Any]], object], result: Result) -> None:
    told = written(result)
    spoil(told)
    assert not VALIDATOR.is_valid(told)


def test_result_says_what_is_incomplete(result: Result) -> None:
    told = written(result)
    assert told["complete"] is False
    assert told["records"]["set_aside"] == 1
    assert [(found["path"], found["line"]) for found in told["set_aside"]] == [("bad.jsonl", 1)]


def test_finding_carries_name_clause_and_words(result: Result) -> None:
    finding = written(result)["findings"][0]
    assert finding["subject"] == {"type": "matter", "id": "m1", "name": "河道治理"}
    assert (finding["clause"], finding["words"]) == ("三（四）", ["5个工作日内办结回复"])
    assert (finding["state"], finding["day"], finding["value"]) == ("overdue", "2021-10-11", 51)


def test_odd_findings_fit_the_schema(result: Result) -> None:
    told = written(result, explained=False)
    year = period_of(date(2021, 5, 1), "year")
    detail = (("raw", Decimal("2.5")), ("records", (("r1", Interval(0, 2)),)), ("to", date(2021, 12, 1)))
    value = Interval(Decimal("0.50"), 3)
    finding = Finding(result.findings[0].rule, "m1", State.SCORED, date(2021, 12, 31), value, None, year, detail)
    shown = json.loads(to_bytes(finding_json(Wording(result.runs[0], "zh"), finding)))
    told["findings"] = [shown]
    VALIDATOR.validate(told)
    assert shown["value"] == {"low": "0.5", "high": 3}
    assert shown["detail"] == {"raw": "2.5", "records": [["r1", {"low": 0, "high": 2}]], "to": "2021-12-01"}


def test_same_bytes_each_time(result: Result) -> None:
    assert to_bytes(result_json(result, "zh", explained=True)) == to_bytes(result_json(result, "zh", explained=True))


def test_decimals_are_never_floats() -> None:
    assert (plain(Decimal("0.10")), plain(Decimal("1.0")), plain(Decimal("1E+2"))) == ("0.1", 1, 100)
    assert plain(Decimal("1E+3")) == 1000
    with pytest.raises(ValueError, match="not JSON compliant|Out of range"):
        to_bytes({"x": float("nan")})


def test_comparison(result: Result) -> None:
    old = written(result, explained=False)
    assert differences(old, copy.deepcopy(old)) == []
    new = copy.deepcopy(old)
    new["receipt"]["packs"][0]["digest"] = "other"
    new["findings"][0]["state"] = "late"
    gone = new["findings"].pop()
    found = differences(old, new)
    assert found == [
        Difference("packs[0].digest", old["receipt"]["packs"][0]["digest"], "other"),
        Difference("trial instruction-reply m1 state", "overdue", "late"),
        Difference("trial many-reminders m1", gone["text"], None),
    ]
    assert differences(new, old)[-1] == Difference("trial many-reminders m1", None, gone["text"])


Spoil = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        (lambda kept: kept["findings"][0].update(text="按时"), ["trial instruction-reply m1 text"]),
        (lambda kept: kept["findings"][0].update(adverse=False), ["trial instruction-reply m1 adverse"]),
        (lambda kept: kept["findings"][0].update(label="伪"), ["trial instruction-reply m1 label"]),
        (lambda kept: kept["findings"][0].update(clause="九"), ["trial instruction-reply m1 clause"]),
        (lambda kept: kept["findings"][0].update(words="伪造"), ["trial instruction-reply m1 words"]),
        (lambda kept: kept["findings"][0].update(kind="duty"), ["trial instruction-reply m1 kind"]),
        (lambda kept: kept["findings"][0].update(extra=1), ["trial instruction-reply m1 extra"]),
        (lambda kept: kept["findings"][0].pop("words"), ["trial instruction-reply m1 words"]),
        (lambda kept: kept["findings"][0]["subject"].update(name="别的"), ["trial instruction-reply m1 subject.name"]),
        (lambda kept: kept["summary"]["trial"].update(overdue=0), ["summary.trial.overdue"]),
        (lambda kept: kept.pop("summary"), ["summary"]),
        (lambda kept: kept.update(remark="补"), ["remark"]),
        (lambda kept: kept["set_aside"][0].update(message="无"), ["set_aside.SR537[0].message"]),
        (lambda kept: kept["set_aside"][0].update(severity="note"), ["set_aside.SR537[0].severity"]),
        (lambda kept: kept["set_aside"].clear(), ["set_aside.SR537"]),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("explained", [True, False])
def test_a_replay_tells_whatever_was_changed(
    explained: bool, lang: Lang, spoil: Spoil, what: list[str], result: Result
) -> None:
    kept = json.loads(to_bytes(result_json(result, lang, explained=explained)))
    assert against(kept, result) == []
    spoil(kept)
    assert [found.what for found in against(kept, result)] == what


def test_a_replay_tells_a_changed_explanation(result: Result) -> None:
    kept = written(result)
    kept["findings"][0]["explanation"]["parts"][0]["text"] = "依据别的"
    del kept["findings"][1]["explanation"]
    assert [(found.what, found.old) for found in against(kept, result)] == [
        ("trial instruction-reply m1 explanation.parts[0].text", "依据别的"),
        ("trial instruction-reply m2 explanation", None),
    ]


def test_a_file_may_lie_elsewhere_when_a_result_is_replayed(result: Result) -> None:
    kept = written(result)
    told = kept["set_aside"][0]
    moved = {**told, "path": "/elsewhere/x.jsonl", "line": 7, "message": "见 /elsewhere/x.jsonl:7:1。"}
    here = {**told, "message": f"见 {told['path']}:1:1。"}
    assert differences({**kept, "set_aside": [moved, told]}, {**kept, "set_aside": [told, here]}) == []


def test_comparison_tells_true_from_one(result: Result) -> None:
    old = written(result, explained=False)
    new = copy.deepcopy(old)
    old["findings"][0]["detail"], new["findings"][0]["detail"] = {"x": True}, {"x": 1}
    assert differences(old, new) == [Difference("trial instruction-reply m1 detail.x", True, 1)]
