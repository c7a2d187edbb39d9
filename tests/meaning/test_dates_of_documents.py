"""The number, the day of issue and the day of force of a document: years that do not agree are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import told, write

RULE = """\
- kind: time_limit
  id: it
  label: 办结
  cite: {clause: 一, words: 5日内办结}
  on: matter
  start: received
  done: closed
  cases: [{within: 5 days}]
"""


@pytest.mark.parametrize(
    ("document", "underlined"),
    [
        ("issued: 2022-01-10, in_force: {since: 2022-02-01}", ""),
        ("issued: 2022-01-10, in_force: {since: 2022-01-10}", ""),
        ("issued: 2022-01-10, in_force: {since: 2024-01-10}", ""),
        ("issued: 2022-01-10, in_force: {since: 2024-01-11}", "2024-01-11"),
        ("issued: 2022-01-10, in_force: {since: 2022-01-09}", "2022-01-09"),
        ("issued: 2022-01-10, in_force: {since: 2012-02-01}", "2012-02-01"),
        ("issued: 2023-01-10, in_force: {since: 2022-02-01}", "2022-02-01"),
        ("number: 县政办发〔2021〕8号, issued: 2022-01-10", ""),
        ("number: 县政办发〔2012〕8号, issued: 2022-01-10", "2022-01-10"),
        ("number: 县政办发〔2022〕8号, in_force: {since: 2202-02-01}", "2202-02-01"),
        ("number: 县政办发〔2022〕8号, in_force: {since: 2012-02-01}", "2012-02-01"),
        ("number: 县政办发〔2022〕8号, in_force: {since: 2023-02-01}", ""),
        ("number: 县办8号, in_force: {since: 2023-02-01}", ""),
    ],
)
def test_years_that_do_not_agree(tmp_path: Path, document: str, underlined: str) -> None:
    found = told(write(tmp_path, RULE, document=document))
    assert [each[:2] for each in found] == ([("SR371", underlined)] if underlined else [])


def test_only_the_option_taken_is_looked_at(tmp_path: Path) -> None:
    """The others may go back to the beginning of the year on purpose."""
    readings = """
        readings:
          - {id: force, clause: 一, words: 施行, options: {then: 当日, year: 当年}, taken: %s}
    """
    for taken, codes in (("then", []), ("year", ["SR371"])):
        document = "issued: 2022-06-10, in_force: {since: {by_reading: force, then: 2022-06-10, year: 2022-01-01}}"
        path = write(tmp_path, RULE, head=readings % taken, document=document)
        assert [code for code, _, _ in told(path)] == codes


@pytest.mark.parametrize(
    ("document", "what"),
    [
        ("issued: 2021-06-30, in_force: {since: 2021-06-21}", "月、日"),
        ("issued: 2022-01-05, in_force: {since: 2021-12-31}", "月、日"),
        ("issued: 2021-06-21, in_force: {since: 2012-06-21}", "年份"),
        ("number: 县政办发〔2022〕8号, in_force: {since: 2012-02-01}", "年份"),
    ],
)
def test_what_is_to_be_looked_at_is_what_differs(tmp_path: Path, document: str, what: str) -> None:
    ((_, _, params),) = told(write(tmp_path, RULE, document=document))
    assert str(params["what"]) == what


@pytest.mark.parametrize(("words", "underlined"), [("自2021年6月21日起", "2021-06-30"), ("自成文之日起", "2021-06-21")])
def test_a_day_that_the_option_states_is_not_the_wrong_one(tmp_path: Path, words: str, underlined: str) -> None:
    """Else the author is sent from one day to the other: changed, it would not be what the option says (SR176)."""
    readings = """
        readings:
          - {id: force, clause: 一, words: 施行, options: {then: %s, year: 当年}, taken: then}
    """
    document = "issued: 2021-06-30, in_force: {since: {by_reading: force, then: 2021-06-21, year: 2021-07-01}}"
    found = told(write(tmp_path, RULE, head=readings % words, document=document))
    assert [each[:2] for each in found] == [("SR371", underlined)]
