"""What a case can expect, and what differs where it does not come."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from town import CASE, PACK, differences, ran

from supervision_rules.findings import State
from supervision_rules.testing import Expectation

OTHERS = """\
      - {type: matter, id: m2, kind: instruction, date: 2021-09-27, unit: office, received: 2021-09-28, joint: true}
      - {type: matter, id: m3, kind: minutes, date: 2021-09-27, unit: office}
      - {type: matter, id: m4, kind: instruction, date: 2021-01-27, unit: office, received: 2021-01-28}
"""


def passes(*expected: str) -> bool:
    lines = "".join(f"      - {{{each}}}\n" for each in expected)
    return not ran(f"{CASE}{OTHERS}    expect:\n{lines}").failed


def test_a_case_may_name_every_state_and_none() -> None:
    assert set(get_args(Expectation.model_fields["state"].annotation)) == {*map(str, State), "none"}


CHANGING = PACK.replace("10日内报告}\n    on", "[10日内报告, 7月1日起15日内]}\n    on").replace(
    "within: 10 days", "within: {by_date: {2021-02-01: 10 days, 2021-07-01: 15 days}}"
)
CHANGED = """\
  - id: changed
    rule: report
    as_of: 2021-12-31
    records:
      - {{type: matter, id: m1, kind: instruction, date: 2021-06-30, unit: office, received: 2021-07-01}}
    expect: [{{subject: m1, state: overdue, since: {since}}}]
    vary:
      - set: {{m1.date: 2021-07-01}}
        expect: [{{subject: m1, state: overdue, since: {then}}}]
"""


def test_a_case_may_name_the_day_since_which_the_values_hold() -> None:
    assert not ran(CHANGED.format(since="2021-02-01", then="2021-07-01"), CHANGING).failed
    report = ran(CHANGED.format(since="2021-07-01", then="null"), CHANGING)
    assert [differences(outcome) for outcome in report.outcomes] == [
        [("m1", "since", date(2021, 7, 1), date(2021, 2, 1))],
        [("m1", "since", None, date(2021, 7, 1))],
    ]
    constant = CASE + "    expect: [{subject: m1, state: overdue, since: null}]\n"
    assert not ran(constant).failed


M1 = "subject: m1, state: overdue, day: 2021-10-11"
M2 = "subject: m2, state: overdue, day: 2021-10-13"


@pytest.mark.parametrize(
    ("expected", "right"),
    [
        ((M1, M2), True),
        ((M2, M1), True),
        ((M1,), False),
        ((M1, M2, "subject: m3, state: none"), True),
        (("subject: m3, state: none", M2, M1), True),
        (("subject: m2, state: overdue", M1), True),
        ((M2, "state: overdue"), True),
        (("state: overdue", M2), True),
        (("state: overdue", M1), True),
        ((M1, M1), False),
        (("subject: m2, state: none", M1), False),
        ((M1, M2, "subject: m4, state: not_governed"), True),
        ((M1, M2, "subject: m4, state: not_governed, day: 2021-01-27"), True),
        ((M1, M2, "subject: m4, state: not_governed, day: 2021-01-28"), False),
        ((M1, M2, "subject: m3, state: not_governed"), False),
        ((M1, f"{M2}, case: 1"), True),
        ((M1, f"{M2}, case: 联合办理"), True),
        ((f"{M1}, case: 5个工作日内回复", M2), True),
        ((f"{M1}, case: 联合办理", M2), False),
        ((f"{M1}, missing: []", M2), True),
        ((f"{M1}, provisional: null", M2), True),
    ],
)
def test_expectations(expected: tuple[str, ...], right: bool) -> None:
    assert passes(*expected) is right


def test_what_is_missing_and_what_is_provisional() -> None:
    undetermined = CASE.replace("received: 2021-09-28", "received: null")
    lacks = '    expect: [{subject: m1, state: undetermined, missing: ["matter m1: received"]}]\n'
    assert not ran(undetermined + lacks).failed
    later = CASE.replace("2021-09", "2031-09").replace("2021-12-31", "2031-12-31")
    provisional = "    expect: [{subject: m1, state: overdue, provisional: 2031-09-29}]\n"
    assert not ran(later + provisional).failed


def test_the_differences_are_told_by_subject() -> None:
    report = ran(
        f"{CASE}{OTHERS}    expect:\n"
        "      - {subject: m1, state: late, case: 联合办理, value: 1}\n"
        "      - {subject: m2, state: overdue, detail: {workdays_late: 3}}\n"
        "      - {subject: m3, state: late}\n"
    )
    assert differences(report.failed[0]) == [
        ("m1", "state", "late", "overdue"),
        ("m1", "value", 1, 81),
        ("m1", "case", "联合办理", "5个工作日内回复"),
        ("m2", "detail.workdays_late", 3, 57),
        ("m3", "state", "late", None),
    ]


def test_facts_that_are_missing_are_told_one_by_one() -> None:
    undetermined = CASE.replace("received: 2021-09-28", "received: null")
    report = ran(f'{undetermined}    expect: [{{state: undetermined, missing: ["matter m1: joint"]}}]\n')
    assert differences(report.failed[0]) == [
        ("m1", "missing", "matter m1: joint", None),
        ("m1", "missing", None, "matter m1: received"),
    ]


def test_a_finding_too_many_is_told() -> None:
    report = ran(f"{CASE}    expect: []\n")
    assert differences(report.failed[0]) == [("m1", "state", None, "overdue")]
    silent = ran(f"{CASE}    expect: [{{subject: m1, state: none}}]\n")
    assert differences(silent.failed[0]) == [("m1", "state", "none", "overdue")]


def test_numbers_are_put_into_lists_too() -> None:
    several = CASE.replace("id: m1", 'id: "m{n}", times: 2').replace("unit: office,", 'co_units: ["u{n}"],')
    villages = '      - {type: unit, id: "u{n}", name: "第{n}村", times: 2}\n'
    overdue = "    expect: [{subject: m1, state: overdue}, {subject: m2, state: overdue}]\n"
    assert not ran(several + villages + overdue).failed


def test_a_variation_may_change_nothing_where_the_case_expects_nothing_itself() -> None:
    assert not ran(f"{CASE}    vary:\n      - {{expect: [{{subject: m1, state: overdue}}]}}\n").failed


def passed(ending: str) -> bool:
    return not ran(f"{CASE}{OTHERS}{ending}").failed


@pytest.mark.parametrize(
    ("only", "expected", "right"),
    [
        ("[m1]", (M1,), True),
        ("[m1]", (M1, M2), True),  # named by an expectation
        ("[m1, m2]", (M1,), False),
        ("[m3]", (), True),
        ("[m1]", (), False),
        ("[m3]", ("state: overdue",), False),
    ],
)
def test_a_case_may_look_at_some_subjects_only(only: str, expected: tuple[str, ...], right: bool) -> None:
    lines = "".join(f"      - {{{each}}}\n" for each in expected) if expected else "      []\n"
    assert passed(f"    only: {only}\n    expect:\n{lines}") is right
