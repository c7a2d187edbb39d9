"""What a person judges: it counts from its day, says who judged and when, and without it a person must decide."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from little_pack import batch_of, judged, loaded, rule, told, write

from supervision_rules import Collector, Policy, Source, State, read_batch, text_of
from supervision_rules.reports.wording import Wording

FIELDS = """\
records:
  types:
    finding:
      fields:
        judged_on: {type: date, label: 认定为严重的日期, label_en: judged on}
        grave: {type: bool, label: 情节严重, label_en: grave, judgement: {by: judged_by, on: judged_on}}
"""
GRAVE = rule(
    "kind: outcome\non: finding\ncases:\n  - {when: grave, outcome: 移送, code: refer}\n"
    "  - {outcome: 通报, code: notice}"
)
EVER = rule("kind: ladder\nof: unit\nsteps:\n  - {step: talk, label: 约谈, when: severe >= 1}", "ladder")
SEVERE = "- {id: severe, label: 严重的问题, of: unit, count: finding, where: grave}"
PERSON = {"type": "person", "id": "p1", "name": "王某"}
FINDING = {"type": "finding", "id": "f1", "kind": "quality", "unit": "u1", "date": "2021-03-01"}


def finding(**more: object) -> dict[str, object]:
    return {**FINDING, "grave": True, "judged_by": "p1", "judged_on": "2021-04-10", **more}


def policy_of(folder: Path, rules: str = GRAVE, facts: str = "") -> Policy:
    return loaded(folder, rules, facts=facts, head=FIELDS)


@pytest.mark.parametrize(
    ("as_of", "state"),
    [("2021-04-09", State.UNDETERMINED), ("2021-04-10", State.CONCLUDED), ("2021-04-11", State.CONCLUDED)],
)
def test_it_counts_from_its_day(tmp_path: Path, as_of: str, state: State) -> None:
    (found,) = judged(policy_of(tmp_path), PERSON, finding(), as_of=as_of).findings
    assert found.state == state


def test_without_it_a_person_must_decide_and_it_is_said_what_for(tmp_path: Path) -> None:
    result = judged(policy_of(tmp_path), PERSON, FINDING)
    (found,) = result.findings
    assert found.missing == ("finding f1: grave",)
    assert Wording(result.runs[0], "zh").missing("finding f1: grave").endswith("情节严重（grave），须由人认定")
    assert Wording(result.runs[0], "en").missing("finding f1: grave").endswith(", for a person to judge")
    assert "情节严重（grave）＝还没有人认定" in text_of(result, result.explain(found))


def test_a_ladder_reaches_its_step_on_the_day_of_the_judgement(tmp_path: Path) -> None:
    policy = policy_of(tmp_path, EVER, SEVERE)
    found = judged(policy, PERSON, finding(), as_of="2021-12-31").findings
    assert [(str(each.day), each.state) for each in found] == [("2021-04-10", State.REACHED)]
    (before,) = judged(policy, PERSON, finding(), as_of="2021-04-09").findings
    assert before.state == State.UNDETERMINED


@pytest.mark.parametrize("fact", ["count: finding, where: grave", "count: finding, where: grave, window: year"])
@pytest.mark.parametrize("as_of", ["2021-04-10", "2021-12-31"])
def test_before_its_day_a_judgement_on_record_is_no_doubt(tmp_path: Path, fact: str, as_of: str) -> None:
    """Nothing is missing any more: judged so, the step was reached on that day and no earlier; judged not so, never."""
    policy = policy_of(tmp_path, EVER, f"- {{id: severe, label: 严重的问题, of: unit, {fact}}}")
    assert judged(policy, PERSON, finding(grave=False), as_of=as_of).findings == ()
    (found,) = judged(policy, PERSON, finding(), as_of=as_of).findings
    assert (str(found.day), "perhaps_from" in dict(found.detail)) == ("2021-04-10", False)


def test_a_matter_judged_later_leaves_no_doubt_either(tmp_path: Path) -> None:
    steps = rule("kind: ladder\nof: finding\nsteps:\n  - {step: refer, label: 移送, when: grave}")
    policy = policy_of(tmp_path, steps)
    assert judged(policy, PERSON, finding(grave=False)).findings == ()
    assert [str(each.day) for each in judged(policy, PERSON, finding()).findings] == ["2021-04-10"]


def test_a_ladder_in_doubt_names_all_that_would_decide_it(tmp_path: Path) -> None:
    second = {**FINDING, "id": "f2", "date": "2021-05-01"}
    policy = policy_of(tmp_path, EVER, SEVERE)
    (found,) = judged(policy, PERSON, FINDING, second).findings
    assert found.missing == ("finding f1: grave", "finding f2: grave")
    (found,) = judged(policy, PERSON, finding(grave=False), second).findings
    assert found.missing == ("finding f2: grave",)


@pytest.mark.parametrize(
    ("lacking", "words"),
    [
        ({"judged_by": None}, "没有写明认定人（judged_by）"),
        ({"judged_on": None}, "没有写明认定为严重的日期（judged_on）"),
        ({"judged_by": None, "judged_on": None}, "没有写明认定人（judged_by）、认定为严重的日期（judged_on）"),
    ],
)
def test_one_without_who_or_when_is_set_aside(tmp_path: Path, lacking: dict[str, None], words: str) -> None:
    vocabulary = policy_of(tmp_path).compiled.vocabulary
    unit = {"type": "unit", "id": "u1", "name": "局"}
    text = "\n".join(json.dumps(each) for each in (unit, PERSON, finding(**lacking)))
    problems = Collector()
    batch = read_batch([Source("ledger.jsonl", text.encode(), "jsonl")], vocabulary, problems)
    assert batch.incomplete
    assert [(each.code, str(each.span)) for each in problems] == [("SR552", "ledger.jsonl:3:1")]
    assert words in next(iter(problems)).message("zh")


def test_who_and_when_alone_are_no_judgement(tmp_path: Path) -> None:
    policy = policy_of(tmp_path)
    assert not batch_of(policy, PERSON, finding(grave=None)).incomplete


@pytest.mark.parametrize(
    ("judgement", "underlined"),
    [
        ("{by: nobody, on: judged_on}", "nobody"),
        ("{by: judged_by, on: unit}", "unit"),
        ("{by: grave, on: judged_on}", "grave"),
    ],
)
def test_fields_that_cannot_hold_it_are_told(tmp_path: Path, judgement: str, underlined: str) -> None:
    head = FIELDS.replace("{by: judged_by, on: judged_on}", judgement)
    found = told(write(tmp_path, GRAVE, head=head))
    assert [(code, text) for code, text, _ in found] == [("SR551", underlined)]
