"""A pack of monthly rules that ask rules without windows, of matters and of units, by every function there is."""

from __future__ import annotations

from functools import cache

from pack_sight import Sight
from pack_texts import RULE, loaded

ASKED = {
    "late": 'late("reply")',
    "due-soon": 'due_soon("reply")',
    "due": 'known(due("reply")) and due("reply") <= period_end',
    "broken": 'breached("promptly")',
    "unanswered": 'breached("answered")',
    "step": 'step("colours") >= 1',
    "points": 'points("price") >= 1',
    "outcome": 'outcome("how") == "slipped"',
    "of-unit": 'step("unit-steps") >= 1 or points("total") < 100',
    "unit-of-matter-first": 'rank("place") == 1',
    "last-of-all": 'rank_from_end("place") == 1 and ranked("place") > 1',
    "within-reach": "late_before",
}
"""What a monthly rule asks of each matter."""
ASKED_OF_UNITS = {
    "unit-step": 'step("unit-steps") >= 1',
    "unit-points": 'points("total") < 100',
    "unit-place": 'rank("place") == 1',
    "stock": "open_ones >= 1",
    "stock-late": "late_ones >= 1",
    "months-late": "late_months >= 1",
}
WINDOWLESS = """\
  - {kind: time_limit, id: reply, %(rule)s, on: instruction, start: received, done: replied,
     cases: [{when: joint, within: 20 days}, {within: 5 workdays}],
     stops: {count: pause, until: resumed}, extended: {count: extension, where: granted, by: 10 days}}
  - {kind: requirement, id: promptly, %(rule)s, on: instruction,
     require: 'slips < 2 and (known(replied) or not known(closed))'}
  - {kind: requirement, id: answered, %(rule)s, on: instruction, when: slips > 0, require: known(replied)}
  - {kind: ladder, id: colours, %(rule)s, of: instruction,
     steps: [{step: one, label: 一, when: slips >= 1}, {step: two, label: 二, when: slips >= 2 and not known(replied)}]}
  - {kind: points, id: price, %(rule)s, of: matter, count: reminder, effect: deduct,
     each: '2 if known(answered) else 1'}
  - {kind: outcome, id: how, %(rule)s, on: instruction, holes: 试验,
     cases: [{when: slips > 1, outcome: 催过, code: slipped}, {when: known(closed), outcome: 结了, code: closed}]}
  - {kind: ladder, id: unit-steps, %(rule)s, of: unit, steps: [{step: one, label: 一, when: unit_slips >= 2}]}
  - {kind: points, id: deducted, %(rule)s, count: reminder, each: 3, effect: deduct, into: minus}
  - {kind: score, id: total, %(rule)s, base: 100, boxes: [{id: minus, label: 扣分, effect: deduct}]}
  - {kind: ranking, id: place, %(rule)s, by: 'points("total")'}
"""
FACTS = """\
  - {id: slips, label: 催办, of: matter, count: reminder}
  - {id: late_before, label: 上次迟, of: matter, any: reminder, where: 'known(answered) and matter_tardy'}
  - {id: tardy, label: 迟, of: matter, value: 'late("reply")'}
  - {id: unit_slips, label: 单位催办, of: unit, count: reminder}
  - {id: open_ones, label: 月末未办结, of: unit, count: instruction, where: not known(replied), via: unit}
  - {id: late_ones, label: 月末逾期未办, of: unit, count: instruction, via: unit,
     where: 'late("reply") and not known(replied)'}
  - {id: late_months, label: 几个月末有逾期, of: unit, count: months, where: late_ones > 0}
"""
HEAD = """\
pack: trial
label: 试验
version: 1.0.0
language: 1
document: {title: 办法, issuer: 政府, jurisdiction: CN}
conventions: {day_unit: calendar, roll: false}
facts:
%s
rules:
%s"""


@cache
def asking() -> Sight:
    """The pack; the ids of its monthly rules are the keys of what they ask."""
    said = ", ".join(line.strip() for line in RULE.splitlines())
    rules = WINDOWLESS % {"rule": said}
    for subject, asked in (("instruction", ASKED), ("unit", ASKED_OF_UNITS)):
        for id_, condition in asked.items():
            keys = f"kind: outcome, id: {id_}, {said}, on: {subject}, window: month, when: '{condition}', outcome: 是"
            rules += f"  - {{{keys}}}\n"
    return loaded(HEAD % (FACTS.rstrip("\n"), rules))
