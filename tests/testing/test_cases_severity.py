"""What a case may expect: whether a rule warns or finds a violation."""

from __future__ import annotations

from pathlib import Path

import pytest

from supervision_rules.diagnostics import Collector
from supervision_rules.policy import load_pack
from supervision_rules.testing import run_cases

PACK = """\
pack: trial
label: 试验
version: "1.0.0"
language: 1
document: {title: 办法, issuer: 政府}
readings:
  - {id: promoted, words: 大力推行, options: {encouraged: 提倡, duty: 义务}, taken: encouraged}
rules:
  - kind: requirement
    id: unannounced
    label: 不发通知
    cite: {clause: 四, words: 不发通知}
    severity: {by_reading: promoted, encouraged: warning, duty: violation}
    on: inspection
    require: no_notice
"""
CASES = """\
pack: trial
cases:
  - id: notice-sent
    rule: unannounced
    as_of: 2021-12-31
    records:
      - {{type: inspection, id: i1, kind: special_inspection, date: 2021-07-05, no_notice: false}}
    vary:
      - set: {{}}
        expect: [{{state: breached, severity: {taken}}}]
      - set: {{}}
        readings: {{promoted: duty}}
        expect: [{{state: breached, severity: violation}}]
"""


@pytest.mark.parametrize(("taken", "failed"), [("warning", []), ("violation", ["notice-sent#1"])])
def test_the_severity_is_compared(tmp_path: Path, taken: str, failed: list[str]) -> None:
    path = tmp_path / "trial.yaml"
    path.write_text(PACK, encoding="utf-8")
    report = run_cases(load_pack(path), CASES.format(taken=taken).encode(), "cases.yaml", Collector())
    assert report is not None
    assert [outcome.name for outcome in report.failed] == failed
