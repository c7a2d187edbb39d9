"""A small pack, its cases as text, and what running them tells."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from supervision_rules.diagnostics import Collector
from supervision_rules.policy import Policy, load_pack
from supervision_rules.testing import Outcome, Report, run_cases

PACK = """\
pack: town
label: 某镇督查办法
version: 1.0.0
language: 1
document: {title: 某镇督查办法, issuer: 某镇人民政府, in_force: {since: 2021-02-01}}
conventions: {roll: {by_reading: roll, stays: false, moves: true}}
readings:
  - {id: roll, words: 10日内报告, options: {stays: 不顺延, moves: 顺延}, taken: stays}
rules:
  - kind: time_limit
    id: reply
    label: 批示回复
    cite: {clause: 第二条, words: 5个工作日内回复；联合办理的7个工作日内回复}
    on: instruction
    start: received
    done: replied
    cases:
      - {when: joint, within: 7 workdays, label: 联合办理}
      - {within: 5 workdays, words: 5个工作日内回复}
  - kind: time_limit
    id: report
    label: 结果报告
    cite: {clause: 第三条, words: 10日内报告}
    on: instruction
    start: received
    done: reported
    cases:
      - {within: 10 days}
"""
HEAD = """\
pack: town
units:
  - {type: unit, id: office, name: 镇办公室}
cases:
"""
CASE = """\
  - id: october
    rule: reply
    as_of: 2021-12-31
    records:
      - {type: matter, id: m1, kind: instruction, date: 2021-09-27, unit: office, joint: false, received: 2021-09-28}
"""
"""A case without its expectation, which belongs on line 10."""


@cache
def policy(text: str = PACK) -> Policy:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "town.yaml"
        path.write_text(text, encoding="utf-8")
        return load_pack(path)


def told(text: str) -> list[str]:
    """``CODE line:column 'underlined'`` of all that is told of a file of cases, by place."""
    diagnostics = Collector()
    run_cases(policy(), text.encode(), "cases.yaml", diagnostics)
    assert diagnostics.failed
    found = []
    for each in diagnostics.sorted():
        assert each.span is not None
        end = each.span.end_column if each.span.end_line == each.span.line else None
        underlined = each.excerpt[each.span.column - 1 : end and end - 1]
        found.append(f"{each.code} {each.span.line}:{each.span.column} {underlined!r}")
    return found


def ran(cases: str, pack: str = PACK) -> Report:
    """The report of some cases, which must be sound."""
    diagnostics = Collector()
    report = run_cases(policy(pack), (HEAD + cases).encode(), "cases.yaml", diagnostics)
    assert report is not None, [(found.code, str(found.span), found.message("en")) for found in diagnostics]
    return report


def differences(outcome: Outcome) -> list[tuple[str, str, object, object]]:
    """About whom, which key, what was expected, what was found."""
    return [(each.subject, each.key, each.expected, each.found) for each in outcome.differences]
