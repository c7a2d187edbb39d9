"""The numbers that a document's words carry: halves, tenths, fractions, twofold."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import told, write

POINTS = """\
- kind: points
  id: it
  label: 扣分
  cite: {{clause: 一, words: {words}}}
  window: year
  count: reminder
  each: {number}
  effect: deduct
"""


@pytest.mark.parametrize(
    ("words", "carried", "other"),
    [
        ("按一半计", ["0.5"], ["1", "2"]),
        ("一半以上的，扣1分", ["0.5", "1"], ["2"]),
        ("减半计分", ["0.5"], ["1"]),
        ("重点事项加倍扣分", ["2"], ["1"]),
        ("首次被催办的，扣3分", ["1", "3"], ["2"]),
        ("排名末位的约谈", ["1"], ["2"]),
        ("达到八成", ["0.8", "80"], ["8", "10"]),
        ("达到八成五", ["0.85", "85"], ["8", "5"]),
        ("统一成立专班", ["1"], ["0.1", "10"]),
        ("四分之三通过", ["0.75", "75", "3", "4"], ["7"]),
        ("三分之二通过", ["2", "3"], ["0.66"]),
        ("10分之3", ["0.3", "30"], ["0.33"]),
        ("百分之五", ["5", "0.05"], ["100"]),
    ],
)
def test_what_the_words_carry(tmp_path: Path, words: str, carried: list[str], other: list[str]) -> None:
    tried = {number: told(write(tmp_path, POINTS.format(words=words, number=number))) for number in carried + other}
    assert {number: [code for code, _, _ in found] for number, found in tried.items()} == {
        **dict.fromkeys(carried, []),
        **dict.fromkeys(other, ["SR310"]),
    }


LIMIT = """\
- kind: time_limit
  id: it
  label: 办结
  cite: {clause: 一, words: 5日内办结}
  on: matter
  start: received
  done: closed
  cases: [{within: 5 days}]
"""
OUTCOME = "- {kind: outcome, id: it, label: 约谈, cite: {clause: 一, words: 约谈}, on: matter, cases: [%s]}\n"


@pytest.mark.parametrize(
    "rule",
    [
        LIMIT + "  extended: {count: extension, by: 7 days%s}\n",
        LIMIT + "  stops: {count: pause, where: 'date > date(2021, 3, 9)', until: resumed%s}\n",
        OUTCOME.replace("%s", "{when: 'year(date) > 2020', outcome: 约谈%s}"),
    ],
)
def test_a_case_a_stop_an_extension_may_say_why_its_number_is_not_in_the_words(tmp_path: Path, rule: str) -> None:
    assert {code for code, _, _ in told(write(tmp_path, rule.replace("%s", "")))} == {"SR310"}
    assert told(write(tmp_path, rule.replace("%s", ", unquoted: 惯例"))) == []
