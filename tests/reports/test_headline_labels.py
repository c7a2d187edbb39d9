"""What a person reads is called by its label: a category, a step that was skipped, records that there are none of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from supervision_rules.api import evaluate
from supervision_rules.policy import load_pack
from supervision_rules.records import build_models
from supervision_rules.reports.headline import headline
from supervision_rules.reports.tree import tree
from supervision_rules.reports.wording import Wording
from supervision_rules.results import Result

PACK = """\
pack: labels
label: 办法
version: 1.0.0
language: 1
document: {title: 办法, issuer: 某县}
facts:
  - {id: praised, label: 最近一次表扬, of: unit, last: praise}
rules:
  - kind: ranking
    id: place
    label: 同类排名
    cite: {clause: 一, words: 分类排名}
    by: population
    within: [category, group]
  - kind: ladder
    id: slips
    label: 催办
    cite: {clause: 二, words: [蓝色, 黄色]}
    of: matter
    steps:
      - {step: blue, label: 蓝色催办, when: colour_blue}
      - {step: yellow, label: 黄色催办, when: colour_yellow, after: blue}
  - kind: outcome
    id: reward
    label: 奖励
    cite: {clause: 三, words: 受表扬的奖励}
    on: unit
    cases:
      - {when: known(praised), outcome: 奖励, code: reward}
      - {outcome: 不奖励, code: none}
  - kind: requirement
    id: told
    label: 催办过半
    cite: {clause: 四, words: 超过5次}
    on: unit
    require: slips > 5
    states: [slips, category]
"""
COLOURS = """\
  - {id: slips, label: 红单数, of: unit, count: reminder, where: colour == "red"}
  - {id: colour_blue, label: 发过蓝单, of: matter, any: reminder, where: colour == "blue"}
  - {id: colour_yellow, label: 发过黄单, of: matter, any: reminder, where: colour == "yellow"}
"""


@pytest.fixture
def result(tmp_path: Path) -> Result:
    path = tmp_path / "labels.yaml"
    path.write_text(PACK.replace("rules:\n", f"{COLOURS}rules:\n", 1), encoding="utf-8")
    policy = load_pack(path)
    make = build_models(policy.compiled.vocabulary)
    day = date(2022, 1, 4)
    records = [
        make["unit"](id="u1", name="甲局", category="economy", group="department", population=5),
        make["matter"](id="m1", kind="instruction", date=day, unit="u1"),
        make["reminder"](id="r1", date=day, matter="m1", colour="yellow"),
    ]
    return evaluate(policy, records, as_of=date(2022, 12, 31))


def said(result: Result, rule: str) -> list[str]:
    wording = Wording(result.runs[0], "zh")
    return [headline(wording, finding) for finding in result.findings if finding.rule.id == rule]


def test_a_category_is_called_by_its_labels(result: Result) -> None:
    (line,) = said(result, "place")
    assert "组别 经济发展类（economy）、区（县）直部门（department）" in line


def test_facts_that_a_rule_states_are_called_by_their_labels(result: Result) -> None:
    (line,) = said(result, "told")
    assert line == "不符合，红单数：0，考核类别：经济发展类（economy）"


def test_a_step_skipped_is_called_by_its_label(result: Result) -> None:
    (line,) = said(result, "slips")
    assert line.endswith("越级，未先到“蓝色催办”")


def test_that_there_is_no_such_record_is_not_called_unknown(result: Result) -> None:
    (finding,) = (finding for finding in result.findings if finding.rule.id == "reward")
    text = tree(Wording(result.runs[0], "zh"), result.explain(finding))
    assert "最近一次表扬（praised）：没有这样的记录" in text
