"""A field left empty may mean what the record it belongs to says."""

from __future__ import annotations

from datetime import date

from supervision_rules import load_pack
from supervision_rules.api import evaluate
from supervision_rules.diagnostics import Collector
from supervision_rules.findings import State
from supervision_rules.records import read_vocabulary

VOCABULARY = """\
types:
  unit:
    label: 单位
    label_en: unit
    date_label: 日期
    register: true
    fields: {{name: {{type: text, label: 名, label_en: name}}}}
  matter:
    label: 事项
    label_en: matter
    date_label: 日期
    fields: {{unit: {{type: unit, label: 单位, label_en: unit}}}}
  note:
    label: 记录
    label_en: note
    date_label: 日期
    fields:
      matter: {{type: matter, label: 事项, label_en: matter}}
      unit: {{type: unit, label: 单位, label_en: unit, inherits: {source}}}
"""


def told(source: str) -> list[str]:
    diagnostics = Collector()
    read_vocabulary(VOCABULARY.format(source=source), "v.yaml", diagnostics)
    return [found.code for found in diagnostics]


def test_what_a_field_inherits_must_exist_and_be_of_its_type() -> None:
    assert told("matter.unit") == []
    assert told("matter.name") == ["SR507"]
    assert told("nothing.unit") == ["SR507"]


def points_of(reminded: str | None) -> dict[str, object]:
    pack = load_pack("district")
    models = pack.models
    records = [
        models["unit"](id="a", name="甲办", category="party"),
        models["unit"](id="b", name="乙办", category="party"),
        models["matter"](
            id="m1", kind="key_work", date=date(2024, 3, 1), received=date(2024, 3, 1), unit="a", importance="ordinary"
        ),
        models["reminder"](id="r1", date=date(2024, 4, 1), matter="m1", unit=reminded, colour="blue"),
    ]
    result = evaluate(pack, records, as_of=date(2024, 12, 31))
    assert result.complete
    scored = (
        finding for finding in result.findings if finding.state is State.SCORED and finding.rule.id == "slip-deduction"
    )
    return {finding.subject: finding.value for finding in scored}


def test_a_slip_without_a_unit_is_one_to_the_unit_of_its_matter() -> None:
    assert points_of(None) == {"a": 3}
    assert points_of("b") == {"b": 3}
