"""A colon left out: told as that, whatever stands below the line."""

from __future__ import annotations

import pytest
from town_pack import HEAD, places, told

from supervision_rules.diagnostics import Collector
from supervision_rules.library import check_pack
from supervision_rules.pack import read_pack

RULE = """\
rules:
  - kind: duty
    id: assessment
    label: 年终考核
    cite: {clause: 第三条, words: 每年12月31日前年终考核}
    of: target
    start: handed_over
    end: closed
    each: year
    need: assessment_notice
    for_period: first_known(covers, date)
    due: {day: 31, month: 12, roll: false}
  - kind: time_limit
    id: report
    label: 报告
    cite: {clause: 第四条, words: 10日内报告}
    on: matter
    start: received
    done: reported
    cases:
      - within: 10 days
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("    cite: {clause: 第三条", ["SR008 10:5"]),  # ``roll`` below it stands in braces, and is none of conventions
        ("    label: 年终考核", ["SR008 9:5"]),
        ("    of: target", ["SR008 11:5"]),
        ("      - within: 10 days", ["SR110 26:9"]),
    ],
)
def test_a_colon_left_out(line: str, expected: list[str]) -> None:
    assert places(told(HEAD + RULE)) == []
    diagnostics = Collector()
    read = read_pack((HEAD + RULE.replace(line, line.replace(":", "", 1))).encode(), "town.yaml", diagnostics)
    if read is not None:
        check_pack(read, diagnostics)
    assert places(diagnostics.sorted()) == expected


def test_a_text_that_begins_with_a_key_is_told_with_its_colon() -> None:
    (found,) = told(HEAD + RULE.replace("within: 10 days", "within 10 days"))
    assert found.params["mend"] == "within: 10 days"
    (other,) = told(HEAD + RULE.replace("within: 10 days", "十日内"))
    assert other.params["mend"] == "—"
