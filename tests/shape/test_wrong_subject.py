"""A rule or fact about the wrong type of record: told once, where it says so."""

import pytest
import town_pack

from supervision_rules.diagnostics import Diagnostic, Severity

HEAD = """\
pack: demo
label: 示例
version: 1.0.0
language: 1
document: {title: 示例文件, issuer: 某区人民政府}
readings:
  - {id: who, clause: 第三条, words: 督查专员, options: {all: 专职、兼职的, full: 专职的}, taken: all}
"""
FACT = "facts:\n  - {id: manned, label: 专员数, of: %s, value: full_time_commissioners + part_time_commissioners}\n"
RULE = """\
rules:
  - kind: requirement
    id: commissioners
    label: 督查专员五至八名
    cite: {clause: 第三条, words: 督查专员5—8名}
    on: %s
    require: %s
"""
BOTH = "5 <= full_time_commissioners + part_time_commissioners <= 8"
OF_EITHER = f"{{by_reading: who, all: {BOTH}, full: 5 <= full_time_commissioners <= 8}}"


def told(text: str) -> list[Diagnostic]:
    return [each for each in town_pack.told(HEAD + text) if each.severity is Severity.ERROR]


@pytest.mark.parametrize("require", [BOTH, OF_EITHER])
@pytest.mark.parametrize("on", ["matter", "unit", "reminder"])
def test_a_rule_is_told_once_at_its_subject(on: str, require: str) -> None:
    (found,) = told(RULE % (on, require))
    assert (found.code, str(found.span)) == ("SR377", "town.yaml:13:9")
    assert (found.params["given"], found.params["meant"]) == (on, "staffing")
    assert found.params["names"] == "full_time_commissioners, part_time_commissioners"


def test_the_right_subject_is_silent() -> None:
    assert told(RULE % ("staffing", OF_EITHER)) == []


def test_a_fact_is_told_at_its_subject() -> None:
    found = told(FACT % "matter" + RULE % ("staffing", BOTH))
    assert [(each.code, str(each.span)) for each in found] == [("SR377", "town.yaml:9:34")]


def test_one_name_may_be_the_slip_and_says_who_has_it() -> None:
    (found,) = told(RULE % ("matter", "full_time_commissioners >= 5"))
    assert (found.code, found.params["owners"]) == ("SR218", "staffing")
    assert found.message("zh").endswith("有它的是 staffing") and "staffing" in found.help("en")


def test_names_that_no_one_type_has_are_told_each() -> None:
    found = told(RULE % ("matter", "full_time_commissioners + commissionars >= 5"))
    assert [(each.code, each.params["name"]) for each in found] == [
        ("SR218", "full_time_commissioners"),
        ("SR218", "commissionars"),
    ]


def test_names_that_several_types_have_are_told_each() -> None:
    found = told(RULE % ("unit", "known(signed) and known(signer_role)"))  # of reminders and of notices
    assert [(each.code, each.params["owners"]) for each in found] == [("SR218", "reminder, notice")] * 2
