"""A sound pack of a town, in which tests make the slips of its author, and what a check tells of them."""

from __future__ import annotations

from supervision_rules.diagnostics import Collector, Diagnostic
from supervision_rules.library import check_pack
from supervision_rules.pack import read_pack

HEAD = """\
pack: town
label: 某镇督查办法
version: 1.0.0
language: 1
document: {title: 某镇督查办法, issuer: 某镇人民政府}
"""
PACK = (
    HEAD
    + """\
conventions:
  roll: {by_reading: roll, stays: false, moves: true}
readings:
  - id: roll
    words: 10日内报告
    options: {stays: 不顺延, moves: 顺延}
    taken: stays
  - id: from
    words: 10日内报告
    options: {receipt: 收到之日, issue: 事项的日期}
    taken: receipt
facts:
  - {id: often, label: 多次催办, of: matter, value: reminders >= 2, unquoted: 两次}
  - {id: reminders, label: 催办次数, of: matter, count: reminder, where: colour == "red"}
  - {id: reminded, label: 被催办的事项, of: unit, count: matter, where: often, window: year}
rules:
  - kind: time_limit
    id: report
    label: 结果报告
    cite: {clause: 第三条, words: 10日内报告}
    on: instruction
    when: unit_group == "street"
    start: {by_reading: from, receipt: received, issue: date}
    done: reported
    cases:
      - {when: often, within: 5 workdays, words: 五个工作日内}
      - {within: 10 days}
  - kind: outcome
    id: explanation
    label: 说明原因
    cite: {clause: 第四条, words: 两次催办的，书面说明原因}
    on: matter
    when: often or late("report")
    outcome: 书面说明原因
not_computable:
  - {clause: 第一条, reason: 没有可以判定的标准}
"""
)
REMINDING = (
    HEAD
    + """\
facts:
  - {id: reminders, label: 催办次数, of: matter, count: reminder}
rules:
"""
)
"""The beginning of one with rules on reminders, which follow."""


UNUSED = ("SR360", "SR361", "SR366", "SR368")
"""Tests put a fact, a reading or a number into a pack to see what is told of it, and not to make sense."""


def told(text: str) -> list[Diagnostic]:
    """All that a check tells of a pack, by place, but what of it is not used."""
    diagnostics = Collector()
    pack = read_pack(text.encode(), "town.yaml", diagnostics)
    assert pack is not None
    compiled = check_pack(pack, diagnostics)
    assert (compiled is None) is diagnostics.failed
    return [each for each in diagnostics.sorted() if each.code not in UNUSED]


def places(found: list[Diagnostic]) -> list[str]:
    """``CODE line:column`` of each."""
    return [f"{each.code} {each.span.line}:{each.span.column}" for each in found if each.span]
