"""What a pack says in vain: what is declared and never used, cases and questions without effect, settled conditions."""

from __future__ import annotations

import re

import pytest
from town_pack import HEAD

from supervision_rules.diagnostics import Collector
from supervision_rules.library import check_pack
from supervision_rules.pack import read_pack

FACTS = """\
facts:
  - {id: slips, label: 催办次数, of: unit, count: reminder, window: year}
  - {id: late, label: 超期件数, of: unit, count: matter, where: closed > date, window: year}
"""
RULE = """\
rules:
  - kind: outcome
    id: it
    label: 结果
    cite: {clause: 一, words: 原话}
    unquoted: 试验
    on: unit
    window: year
"""


def told(text: str, lang: str = "zh", head: str = HEAD) -> list[tuple[str, str]]:
    diagnostics = Collector()
    pack = read_pack((head + text).encode(), "town.yaml", diagnostics)
    assert pack is not None
    check_pack(pack, diagnostics)
    return [(each.code, each.message("en" if lang == "en" else "zh")) for each in diagnostics.sorted()]


def codes(text: str, head: str = HEAD) -> list[str]:
    return [code for code, _ in told(text, head=head)]


def when(condition: str) -> str:
    return f"{FACTS}{RULE}    when: '{condition}'\n    outcome: 甲\n"


def cases(*pairs: tuple[str, str]) -> str:
    lines = (f"      - {{{f'when: {case!r}, ' if case else ''}outcome: {outcome}}}\n" for case, outcome in pairs)
    return f"{FACTS}{RULE}    cases:\n{''.join(lines)}"


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("slips >= 0 and late > 0", ["SR363"]),
        ("slips > -1", ["SR360", "SR364"]),
        ("slips < 0", ["SR360", "SR364"]),
        ("slips <= 0 or late > 0", []),  # the least there can be is a value like any other
        ("slips > 0 and late > 0", []),
        ("(slips > 3 and (slips < 2 or slips == 1)) or late > 0", ["SR363"]),
        ("slips > 3 or (slips > 3 and late > 0)", ["SR363"]),
        ("slips > 3 or (slips > 2 and late > 0)", []),
        ("known(late) or slips > 3", []),
        ("slips > 3 and slips < 5 and late > 0", []),
        ("slips > 3 and slips < 4 and late > 0", ["SR364"]),  # nothing is counted by halves
        ("slips > 2.5 and slips < 3.5 and late > 0", []),
        ("slips > 2.2 and slips < 2.8 and late > 0", ["SR364"]),
        ("slips > 3 and slips < 3 and late > 0", ["SR235"]),
    ],
)
def test_conditions(condition: str, expected: list[str]) -> None:
    found = codes(when(condition))
    assert sorted(set(found)) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (cases(("slips >= 5", "甲"), ("slips >= 2 and late > 0", "乙")), []),
        (cases(("slips >= 5 and late > 0", "甲"), ("slips >= 2", "甲"), ("late > 3", "乙")), ["SR362"]),
        (cases(("slips >= 5", "甲"), ("slips >= 2 and late > 0", "甲"), ("late > 3", "乙")), []),
        # a case between them that comes to something else may hold
        (cases(("slips >= 5", "甲"), ("late > 0", "乙"), ("slips >= 2", "甲")), []),
        (cases(("slips >= 5 and late == 0", "甲"), ("late > 0", "乙"), ("slips >= 2", "甲")), ["SR362"]),
        # nothing may come of it, or the same
        (cases(("slips >= 5", "甲"), ("slips < 5 and late > 0", "乙"), ("slips < 5 and late == 0", "乙")), ["SR363"]),
        (cases(("slips >= 5 and late >= 0", "甲"), ("", "乙")), ["SR363"]),
    ],
)
def test_tables(table: str, expected: list[str]) -> None:
    assert sorted(set(codes(table))) == expected


def advice(text: str) -> list[tuple[str, bool]]:
    """What is told to be without effect, and whether to remove it is offered without more."""
    diagnostics = Collector()
    pack = read_pack((HEAD + text).encode(), "town.yaml", diagnostics)
    assert pack is not None
    check_pack(pack, diagnostics)
    found = [each for each in diagnostics.sorted() if each.code in ("SR362", "SR363")]
    return [(str(each.params.get("found", each.code)), "删去它，或" in each.help("zh")) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (when("slips > 3 or (slips > 3 and late > 0)"), [("late > 0", True)]),
        # of a number in doubt it is unknown what it says, and without it is not
        (
            when("(slips > 3 and (slips < 2 or slips == 1)) or late > 0"),
            [("slips > 3 and (slips < 2 or slips == 1)", False)],
        ),
        (when("(known(date) or not known(date)) and slips > 3"), [("known(date) or not known(date)", True)]),
        (when("slips > 3 and late > 1 or slips > 3 and late <= 1"), [("late > 1", False), ("late <= 1", False)]),
        (cases(("slips >= 5 and late > 0", "甲"), ("slips >= 2", "甲"), ("late > 3", "乙")), [("SR362", False)]),
        (
            cases(("late > 5 and slips > 2", "甲"), ("late > 5 and slips > 1", "甲"), ("late > 3", "乙")),
            [("SR362", False)],
        ),
    ],
)
def test_to_remove_something_is_offered_where_it_decides_the_same_whatever_is_not_on_record(
    text: str, expected: list[tuple[str, bool]]
) -> None:
    assert advice(text) == expected


def test_a_part_of_a_question_that_is_settled_as_a_whole_is_not_told_as_well() -> None:
    """To remove one of the colours would change what comes of the records of that colour."""
    colours = " or ".join(f'colour == "{each}"' for each in ("red", "yellow", "blue"))
    rule = RULE.replace("    on: unit\n    window: year\n", "    on: reminder\n")
    text = f"{rule}    cases:\n      - {{when: '{colours}', outcome: 甲}}\n      - {{outcome: 乙}}\n"
    assert codes(text) == ["SR235"]
    assert codes(cases(("slips >= 0", "甲"), ("", "乙"))) == ["SR360", "SR364"]


def test_a_case_is_told_with_the_one_that_does_instead() -> None:
    table = cases(("slips >= 5 and late > 0", "甲"), ("slips >= 2", "甲"), ("late > 3", "乙"))
    zh = "第 1 种情形是多余的：没有它，该有的都有记载时，第 2 种也得出同样的结果，如 slips 是 5、late 是 1 的"
    en = (
        "case 1 changes nothing: without it, where all is on record, case 2 comes to the same, "
        "as with slips of 5, late of 1"
    )
    assert told(table) == [("SR362", zh)]
    assert told(table, "en") == [("SR362", en)]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (cases(("slips >= 9", "甲"), ("5 <= slips < 9", "甲"), ("slips < 5", "乙")), ["SR360", "SR372"]),
        (cases(("slips >= 9", "甲"), ("5 <= slips < 9", "乙"), ("slips < 5", "甲")), ["SR360"]),
        (cases(("slips >= 9", "甲"), ("slips <= 2", "甲")), ["SR360", "SR327"]),
        (cases(("slips >= 9", "甲"), ("late > 3 and slips < 9", "甲"), ("slips < 9", "乙")), []),
        (cases(("slips >= 9", "甲"), ("slips >= 5", "甲"), ("slips < 5", "乙")), ["SR360", "SR362"]),
        (cases(("slips >= 9", "甲, code: one"), ("late > 3", "乙, code: one"), ("", "丙, code: two")), ["SR373"]),
        (cases(("slips >= 9", "甲, code: one"), ("late > 3", "甲, code: one"), ("", "丙, code: two")), []),
    ],
)
def test_results_that_look_copied(table: str, expected: list[str]) -> None:
    assert codes(table) == expected


def test_all_cases_that_hold_apply_or_the_case_is_moved() -> None:
    table = cases(("slips >= 5", "甲"), ("slips >= 2 and late > 0", "甲"))
    assert "SR362" not in codes(table.replace("    cases:", "    all: true\n    cases:"))
    assert "SR362" not in codes(table.replace("    cases:", "    lower: late\n    cases:"))


READINGS = "readings:\n  - {id: way, words: 原话, options: {a: 甲, b: 乙}, taken: a}\n"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("slips > 3", ["SR361", "SR360"]),
        ("{by_reading: way, a: slips > 3, b: slips > 3}", ["SR360", "SR361"]),
        ("{by_reading: way, a: slips > 3, b: slips > 4}", ["SR360"]),
        ("{by_reading: way, a: slips > 3, b: late > 3}", []),  # used under the option that is not taken
        ("{by_reading: way, a: slips >= 0, b: late > 3}", ["SR364"]),  # what an option says is to decide something
        ("{by_reading: way, a: slips > 3 or (slips > 3 and late > 0), b: late > 3}", ["SR363"]),
        ("{by_date: {2020-01-01: slips > 3, 2021-01-01: slips >= 0 and late > 3}}", ["SR361", "SR363"]),
        ("{by_date: {2020-01-01: slips > 3, 2021-01-01: late > 3}}", ["SR361"]),
        ("slips > 3 and late > 3 and reading('way') == 'a'", []),
        ("slips > 3 and late > 3\n    readings: [way]", []),
    ],
)
def test_readings_and_facts_without_effect(value: str, expected: list[str]) -> None:
    text = f"{READINGS}{FACTS}{RULE}    when: {value.replace(chr(39), chr(34))}\n    outcome: 甲\n"
    assert codes(text) == expected


RECORDS = """\
records:
  types:
    patrol:
      label: 走访
      label_en: patrol
      date_label: 走访日期
      fields:
        unit: {type: unit, label: 单位, label_en: unit}
        depth: {type: number, label: 深度, label_en: depth}
        told_by: {type: text, label: 认定人, label_en: told by}
        told_on: {type: date, label: 认定日期, label_en: told on}
        grave: {type: bool, label: 严重, label_en: grave, judgement: {by: told_by, on: told_on}}
"""


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("sum: patrol, take: depth, where: grave", []),
        ("count: patrol, where: grave", ["patrol 的字段“depth”没有地方用到"]),
        ("count: patrol", ["patrol 的字段“depth”没有地方用到", "patrol 的字段“grave”没有地方用到"]),
        ("count: reminder", ["记录类型“patrol”没有地方用到"]),
    ],
)
def test_fields_and_types_of_its_own(fact: str, expected: list[str]) -> None:
    facts = f"facts:\n  - {{id: slips, label: 数, of: unit, {fact}, window: year}}\n"
    found = told(f"{RECORDS}{facts}{RULE}    when: slips > 3\n    outcome: 甲\n")
    assert [message for _, message in found] == expected


def test_fields_that_count_though_no_rule_reads_them() -> None:
    """By ``title`` findings name a record; what is done with a matter tells which version of the document has it."""
    title = RECORDS.replace(
        "        depth:", "        title: {type: text, label: 标题, label_en: title}\n        depth:"
    )
    facts = "facts:\n  - {id: slips, label: 数, of: unit, sum: patrol, take: depth, where: grave, window: year}\n"
    assert told(f"{title}{facts}{RULE}    when: slips > 3\n    outcome: 甲\n") == []
    added = "records:\n  types:\n    matter:\n      fields:\n"
    field = "        wound_up: {type: date, label: 收尾日期, label_en: wound up}\n"
    assert "SR360" in codes(f"{added}{field}{FACTS}{RULE}    when: slips > late\n    outcome: 甲\n")
    governed = "in_force: {since: 2022-01-01}, replaces: {pack: old, open_matters: new, done: wound_up}"
    replacing = HEAD.replace("issuer: 某镇人民政府", f"issuer: 某镇人民政府, {governed}")
    assert codes(f"{added}{field}{FACTS}{RULE}    when: slips > late\n    outcome: 甲\n", replacing) == []


def test_a_fact_that_only_another_unused_one_uses_is_not_told_as_well() -> None:
    chain = "  - {id: often, label: 多次, of: unit, value: late > 3, unquoted: 试验}\n"
    text = when("slips > 3").replace("rules:", f"{chain}rules:")
    assert [message for _, message in told(text)] == ["派生事实“often”没有地方用到"]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ("value: 'min(late, 4)'", ["SR364"]),
        ("value: {by_reading: way, a: 'min(late, 4)', b: late}", []),
        ("count: reminder, window: year, where: colour == 'red'", ["SR364"]),
        ("count: reminder, window: year, where: {by_reading: way, a: colour == 'red', b: colour != 'red'}", []),
    ],
)
def test_what_a_fact_comes_to_under_one_option_settles_nothing(made: str, expected: list[str]) -> None:
    fact = f"  - {{id: few, label: 数, of: unit, {made.replace(chr(39), chr(34))}, unquoted: 试验}}\n"
    fact = fact.replace('"min(late, 4)"', "'min(late, 4)'").replace('colour == "red"', "'colour == \"red\"'")
    fact = fact.replace('colour != "red"', "'colour != \"red\"'")
    condition = "few > 4 and slips <= 4 and late > 0" if "count" in made else "few > 4 and slips > late"
    found = codes(f"{READINGS}{FACTS}{fact}{RULE}    when: {condition}\n    outcome: 甲\n")
    assert [code for code in found if code not in ("SR360", "SR361")] == expected


REQUIRED = RULE.replace("kind: outcome", "kind: requirement")
GIVEN = "规则（或这一项）的条件成立的，按各项的取值范围，"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("when: slips >= 3, require: slips <= 1", "“slips <= 1”总是 false"),
        ("when: slips >= 3, require: slips >= 2", "“slips >= 2”总是 true"),
        ("when: slips >= 3, require: slips >= 4", None),
        ("when: slips >= 3 or late > 0, require: slips >= 2", None),
        (
            "when: slips >= 3, items: [{label: 甲, require: late > 2}, {label: 乙, require: slips > 1}]",
            "“slips > 1”总是 true",
        ),
        ("when: late > 2, items: [{label: 甲, when: slips >= 3, require: slips >= 2}]", "“slips >= 2”总是 true"),
        ("when: late > 2, items: [{label: 甲, when: late < 2, require: slips >= 2}]", "“late < 2”总是 false"),
    ],
)
def test_what_is_required_is_held_against_the_rule(keys: str, expected: str | None) -> None:
    text = f"{FACTS}{REQUIRED}" + "".join(f"    {key}\n" for key in re.split(", (?=require|items)", keys, maxsplit=1))
    found = [message for code, message in told(text) if code == "SR364"]
    assert found == ([GIVEN + expected] if expected else [])


def test_what_chooses_a_value_is_held_against_the_rule() -> None:
    points = RULE.replace("kind: outcome", "kind: points").replace("    on: unit\n", "")
    keys = ("when: slips >= 3 and late > 0", "value: 2 if slips < 2 else 2 * slips", "effect: deduct")
    text = f"{FACTS}{points}" + "".join(f"    {key}\n" for key in keys)
    assert told(text) == [("SR364", f"{GIVEN}“slips < 2”总是 false")]
    assert codes(text.replace("slips < 2", "slips < 4")) == []
    assert codes(text.replace("slips < 2", "slips < 0")) == ["SR364"]


QUOTA = """\
rules:
  - kind: quota
    id: it
    label: 名额
    cite: {clause: 一, words: 原话}
    unquoted: 试验
    of: project
    members: nomination
    where: %s
    groups:
      - {id: towns, label: 乡镇, when: unit_group == "township", at_most: 2}
"""


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ('unit_group == "county"', f'{GIVEN}“unit_group == "township"”总是 false'),
        ('unit_group in ["county", "township"]', None),
        ("nominated", None),
    ],
)
def test_a_group_of_a_quota_is_held_against_whom_it_counts(where: str, expected: str | None) -> None:
    assert told(QUOTA % where) == ([("SR364", expected)] if expected else [])


def test_nothing_is_told_of_a_pack_without_rules() -> None:
    assert codes(f"{FACTS}rules: []\n") == []


LIMIT = """\
rules:
  - kind: time_limit
    id: it
    label: 期限
    cite: {clause: 一, words: 原话}
    unquoted: 试验
    on: instruction
    start: received
    done: replied
    cases:
      - {within: 5 workdays}
"""


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("lead: 2 workdays", []),
        ("lead: 5 workdays", []),
        ("lead: 9 workdays", ["SR374"]),
        ("lead: 9 days", []),  # how many working days that is hangs on the calendar
        ("extended: {count: extension, by: 5 days, at_most: 2, up_to: 3 days}", ["SR374"]),
        ("extended: {count: extension, by: 5 days, at_most: 2, up_to: 8 days}", []),
        ("extended: {count: extension, to: new_date, at_most: 1, each_up_to: [5 days, 3 days]}", ["SR374"]),
        ("extended: {count: extension, to: new_date, at_most: 2, each_up_to: [5 days, 3 days]}", []),
    ],
)
def test_lengths_that_contradict_each_other(keys: str, expected: list[str]) -> None:
    assert codes(f"{LIMIT}    {keys}\n") == expected
