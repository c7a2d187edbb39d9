"""Slips of a policy author in an otherwise sound pack: each is told once, where it is, and nothing beside it."""

from __future__ import annotations

import pytest
from town_pack import PACK, places, told

from supervision_rules.diagnostics import Collector
from supervision_rules.pack import read_pack


def test_the_pack_is_sound() -> None:
    assert told(PACK) == []


SLIPS = [
    # a key, an id, a section or a value misspelt
    ("label: 结果报告", "report: 结果报告", ["SR103 24:5"]),  # a key called like its rule
    ("label: 结果报告", "labl: 结果报告", ["SR103 24:5"]),
    ("  - kind: outcome", "  - kidn: outcome", ["SR103 33:5"]),
    ("kind: outcome", "kind: outcom", ["SR105 33:11"]),
    ("readings:\n", "reading:\n", ["SR103 8:1"]),
    ("facts:\n", "fact:\n", ["SR103 17:1"]),
    # the line of a section is lost: its items stand in the one before
    ("facts:\n", "", ["SR101 17:6"]),
    ("rules:\n", "", ["SR101 21:5"]),
    ("on: instruction", "on: instrution", ["SR301 26:9"]),
    ("of: matter, value", "of: mater, value", ["SR301 18:34"]),
    ("count: reminder,", "count: remindr,", ["SR301 19:53"]),
    ('colour == "red"', 'color == "red"', ["SR218 19:70"]),
    ('colour == "red"', 'colour == "rde"', ["SR227 19:80"]),
    ("when: often or", "when: ofen or", ["SR218 38:11"]),
    ('late("report")', 'late("reprt")', ["SR223 38:25"]),
    # readings: the id, the option taken, an option, where they are used
    ("taken: stays", "taken: stay", ["SR304 12:12"]),
    ("taken: receipt", "taken: nothing", ["SR304 16:12"]),
    ("    taken: receipt\n", "", ["SR101 13:5"]),
    ("    taken: receipt\n", "    takn: receipt\n", ["SR103 16:5"]),
    ("  - id: from\n    words", "  - words", ["SR101 13:5"]),
    ("{receipt: 收到之日, issue: 事项的日期}", "{}", ["SR118 15:14"]),
    ("{by_reading: roll,", "{by_reading: rol,", ["SR305 7:22"]),
    ("{by_reading: roll,", "{by_readng: roll,", ["SR103 7:10"]),
    ("{by_reading: from,", "{by_reading: form,", ["SR305 28:25"]),
    ("{by_reading: from,", "{by_reading: \u200bfrom,", ["SR023 28:25"]),
    ("  - id: from\n", "  - id: roll\n", ["SR303 13:9"]),  # which of the two was to be another is not known
    ("receipt: received, issue: date", "<<: {x: 1}, receipt: received, issue: date", ["SR011 28:31"]),
    ("stays: false, moves", "stay: false, moves", ["SR307 7:28"]),
    ("stays: false, moves: true", "moves: true", ["SR306 7:9"]),
    ("receipt: received, issue: date", "", ["SR306 28:12", "SR306 28:12"]),  # both options are left out
    # facts
    ("value: reminders >= 2", "value: reminders >= 2 and often", ["SR317 18:10"]),
    ('colour == "red"', "matter_often", ["SR317 18:10"]),
    ("value: reminders >= 2,", "value: reminders >= 2, where: joint,", ["SR158 18:72"]),
    ("count: matter, where: often", "sum: matter, take: title", ["SR232 20:64"]),
    ("count: matter, where: often", "max: matter, take: importance", ["SR232 20:64"]),
    ("window: year", "window: 0 months", ["SR117 20:82"]),
    ("window: year", "by: closed", ["SR161 20:78"]),
    ("window: year", "window: year, among: [unit kind]", ["SR215 20:101"]),
    ("window: year", "window: year, by: closed", []),
    ("window: year", "since: as_of, by: closed", []),
    ("window: year", "window: {by_reading: roll, stays: , moves: year}, by: closed", []),
    ("window: year", "window: yeer, by: closed", ["SR117 20:82"]),
    ("count: matter, where: often, window: year", "last: matter, by: closed", []),
    ("count: matter, where: often, window: year", "run: matter, where: often, by: closed", []),
    ("id: reminded,", "id: often,", []),  # of another type of record
    ("id: reminded, label: 被催办的事项, of: unit", "id: often, label: 又一个, of: matter, via: all", ["SR303 20:10"]),
    # limits and the words they come from
    ("within: 10 days", "within: 10", ["SR152 32:18"]),
    ("within: 10 days", "within: 0 days", ["SR152 32:18"]),
    ("within: 10 days", "within: 10 workdays", ["SR318 32:18"]),
    ("within: 10 days", "within: 10 workdays, unquoted: 本镇惯例", ["SR318 32:18"]),
    ("within: 10 days", "within: 9 days, unquoted: 本镇惯例", []),
    ("within: 5 workdays, words: 五个工作日内", "within: 5 days, words: 五个工作日内", ["SR318 31:31"]),
    ("within: 10 days", "within: {by_reading: from, receipt: 10 days, issue: 10 workdays}", []),
    ("within: 10 days", "within: {by_reading: from, receipt: 10 days, issue: 11 days}", ["SR310 32:62"]),
    # nothing written
    ("clause: 第三条", 'clause: ""', ["SR124 25:20"]),
    ("outcome: 书面说明原因", 'outcome: " "', ["SR124 39:14"]),
    ("words: 10日内报告}", "words: []}", ["SR118 25:32"]),
    ("{clause: 第三条, words: 10日内报告}", "\n      clause: 第三条\n      words: [】", ["SR004 27:15"]),
    ("{clause: 第三条, words: 10日内报告}", "\n      clause: 第三条\n      words: [10日内报告、]", ["SR004 27:21"]),
    ("  roll:", "  office_hours: [09:00-12:00、14:30-17:30]\n  roll:", ["SR004 7:29"]),
    ("clause: 第一条, ", "", ["SR101 41:6"]),
    # one key, one option renamed
    ("start: {by_reading: from", "from: {by_reading: from", ["SR103 28:5"]),
    ("receipt: received, issue: date", "middle: received, issue: date", ["SR307 28:31"]),
    (
        "receipt: received, issue: date",
        "middle: received, other: date",
        [*["SR306 28:12"] * 2, "SR307 28:31", "SR307 28:49"],
    ),
    # none of the ways, and two of them
    ("{within: 10 days}", "{label: 其他}", ["SR159 32:9"]),
    ("{within: 10 days}", "{within: , label: 其他}", ["SR122 32:17"]),
    ("    outcome: 书面说明原因\n", "    outcome: *x\n", ["SR010 39:14"]),
    ("on: instruction", "no: instruction", ["SR103 26:5"]),
    ("  - kind: outcome", "  - kind: \u200boutcome", ["SR023 33:11"]),
    ("done: reported", "done: reported\n    done: date", ["SR015 30:5"]),
    ("{within: 10 days}", "{within: 10 days, due: set_date}", ["SR153 32:9"]),
    (", value: reminders >= 2", "", ["SR159 18:5"]),
    ("value: reminders >= 2", "value: reminders >= 2, count: reminder", ["SR150 18:5"]),
    ("    outcome: 书面说明原因\n", "", ["SR159 33:5"]),
    # a case that always holds, and others behind it
    ("{when: often, within: 5 workdays", "{within: 5 workdays", ["SR322 31:9"]),
    ("    outcome: 书面说明原因", "    cases: [{outcome: 甲}, {outcome: 乙}, {outcome: 丙}]", ["SR322 39:13"]),
    ("    outcome: 书面说明原因", "    all: true\n    cases: [{outcome: 甲}, {outcome: 乙}]", []),
    ("    outcome: 书面说明原因", "    cases: [{when: joint, outcome: 甲}, {outcome: 乙}]", []),
    # a day in an expression, a mapping that is none
    ("done: reported", "done: 2022-01-01", ["SR237 29:11"]),
    ("{title: 某镇督查办法, issuer: 某镇人民政府}", "{title: 某, issuer: 某, in_force: 2022-01-01}", ["SR110 5:43"]),
    ("words: 10日内报告}", "words: }", ["SR122 25:31"]),
    # a colon without its blank, a comma or a bracket in a text within braces: what is said is read all the same
    ("  - kind: outcome", "  - kind:outcome", ["SR008 33:9"]),
    ("  - id: roll", "  - id:roll", ["SR008 9:7"]),
    ("- {within: 10 days}", "- {within:10 days}", ["SR008 32:16"]),
    ("- {within: 10 days}", "-{within: 10 days}", ["SR044 32:7"]),
    ("{by_reading: roll,", "{by_reading： roll,", ["SR003 7:20"]),
    ("stays: false, moves", "stays： false, moves", ["SR003 7:33"]),
    ("words: 两次催办的，书面", "words: 两次催办的,书面", ["SR045 36:32"]),
    ("{clause: 第三条, words: 10日内报告}", "｛clause: 第三条, words: 10日内报告｝", ["SR004 25:11"]),
    ("{within: 10 days}", "{within: 10 days｝", ["SR004 32:25"]),
    # an id without its quotes, of none of the rules, or of a rule of another kind
    ('late("report")', "late(report)", ["SR238 38:25"]),
    ('late("report")', "late(reprt)", ["SR223 38:25"]),
    ('late("report")', 'points("report") > 0', ["SR240 38:27"]),
    ('late("report")', "points(report) > 0", ["SR240 38:27"]),
    ("when: often or", "when: reading(roll) == 是 or", ["SR239 38:28"]),
    # a dash that is missing
    ("  - kind: outcome", "    kind: outcome", ["SR043 33:5"]),
    ("  - kind: outcome\n", "", ["SR052 33:5"]),
    # a label where the code is wanted
    ('unit_group == "street"', 'unit_group == "街道"', ["SR227 27:25"]),
]


@pytest.mark.parametrize(("right", "wrong", "expected"), SLIPS)
def test_each_slip_is_told_once(right: str, wrong: str, expected: list[str]) -> None:
    assert PACK.count(right) >= 1
    assert places(told(PACK.replace(right, wrong, 1))) == expected


def test_the_path_of_a_circle() -> None:
    circle = PACK.replace('where: colour == "red"', "where: matter_unit_reminded > 1, unquoted: 一次")
    circle = circle.replace("value: reminders >= 2", "value: reminders >= 2 and unit_reminded > 2")
    (found,) = told(circle)
    assert (found.code, found.params["cycle"]) == ("SR317", "often → reminded → often")


LIMITS = {
    "5workdays": "5 workdays",
    "5 work days": "5 workdays",
    "5 working days": "5 workdays",
    "5  workdays": "5 workdays",
    "5 Workdays": "5 workdays",
    "5个工作日": "5 workdays",
    "５个工作日": "5 workdays",
    "５ workdays": "5 workdays",
    "五 workdays": "5 workdays",
    "五个工作日内": "5 workdays",
    "05 workdays": "5 workdays",
    "一个工作日": "1 workday",
    "5日": "5 days",
    "十五天": "15 days",
    "三个月": "3 months",
    "1年": "1 year",
    "两周": "14 days",
    "当天": "same day",
    "0 workdays": "same day",
    "same-day": "same day",
    "5": "—",
    "五": "—",
    "30个自然日": "30 calendar days",
    "30 calendardays": "30 calendar days",
    "15分钟内": "15 minutes",
    "2小时": "2 hours",
    "2个工作小时": "2 office hours",
    "5 minuts": "—",
    "99999 days": "—",
}


@pytest.mark.parametrize("written", LIMITS)
def test_the_limit_that_was_meant_is_offered(written: str) -> None:
    found = told(PACK.replace("within: 10 days", f"within: {written}"))
    assert [(each.code, each.params["hint"]) for each in found] == [("SR152", LIMITS[written])]


def test_a_level_is_offered_for_its_label() -> None:
    (found,) = told(PACK.replace('unit_group == "street"', 'unit_group == "街道"'))
    assert "street" in found.help("zh")


MENDS = [
    ("start: {by_reading: from", "from: {by_reading: from", "是否想写 start？"),
    ("{title: 某镇督查办法, issuer: 某镇人民政府}", "{title: 某, issuer: 某, in_force: 5}",
     "另起一行、多缩进两格，逐行写“键: 值”；键有：since, until"),
    ("done: reported", "done: 2022-10-10", "写成 date(2022, 10, 10)"),
    ("{within: 10 days}", "{label: 其他}", "补上其中一个"),
    ("value: reminders >= 2", "value: slips >= 2",
     "facts 里的 reminders 没有地方用到，是不是它改了名？不是的，facts 里删掉了、改了名的，补上或改回来；写错的，改正"),
    ("value: reminders >= 2", "value: reminders + slips >= 2", "facts 里删掉了、改了名的，补上或改回来；写错的，改正"),
    ("when: often or", "when: ofen or", "改成已有的名称：often"),
    ('late("report")', "late(report)", '写成 late("report")'),
    ('late("report")', 'points("report") > 0', "问这条规则的，用 breached, due, due_at, due_soon, late"),
    ('late("report")', 'late("explanation")', "换成有这种结果的规则：report。问这条规则的，用 outcome"),
    ("when: often or", "when: joint == 否 or", "写成 false，或者直接写 not joint"),
    ('colour == "red"', 'colour == "红"', "改成已有的选项：red＝红色, blue＝蓝色, yellow＝黄色"),
    ('colour == "red"', 'colour == "红色"', "改成已有的选项：red＝红色"),
    ("kind: outcome", "kind: 时限", "是否想写 time_limit？"),
    ("    on: matter", "    severity: 提示\n    on: matter", "是否想写 warning？"),
    ("    on: matter", "    severity: 无\n    on: matter", "可以写的有：violation＝违反, warning＝提示"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "mend"), MENDS)
def test_the_mend_is_what_the_author_would_do(right: str, wrong: str, mend: str) -> None:
    (found,) = told(PACK.replace(right, wrong, 1))
    assert found.help("zh") == mend


LABELS = [
    ("on: instruction", "on: 领导批示", "没有“领导批示”这一类记录（最接近的写法：instruction）"),
    ("of: matter, value", "of: 事项, value", "没有“事项”这一类记录（最接近的写法：matter）"),
    ("count: matter,", "count: 催办,", "没有“催办”这一类记录（最接近的写法：reminder）"),
    ("of: matter, value", "of: 甲乙丙, value", "没有“甲乙丙”这一类记录"),
]


@pytest.mark.parametrize(("right", "wrong", "message"), LABELS)
def test_the_code_is_offered_for_the_label_of_a_record_type(right: str, wrong: str, message: str) -> None:
    (found,) = told(PACK.replace(right, wrong, 1))
    assert (found.code, found.message("zh")) == ("SR301", message)


def test_names_in_a_row_are_parted_as_each_language_does() -> None:
    (none,) = told(PACK.replace("{within: 10 days}", "{label: 其他}"))
    assert (none.message("zh"), none.message("en")) == (
        "within、due中要写一个，这里都没有写",
        "one of within, due is to be written, and none is",
    )
    (two,) = told(PACK.replace("value: reminders >= 2", "value: reminders >= 2, count: reminder"))
    assert two.message("en") == "a derived fact is made in exactly one way; found: value, count"


LADDER = """\
  - kind: ladder
    id: slips
    label: 催办单
    cite: {clause: 第五条, words: 逐级催办}
    of: matter
    steps:
      - {step: blue, label: 蓝色, when: often}
      - {step: blue, label: 黄色, when: often, after: blue}
      - {step: red, label: 红色, when: often, after: yellow}
not_computable:
"""


def test_a_step_called_like_another_is_told_and_not_that_its_name_is_missed() -> None:
    assert places(told(PACK.replace("not_computable:\n", LADDER))) == ["SR303 47:16"]
    missed = LADDER.replace("step: blue, label: 黄色", "step: orange, label: 橙色")
    (found,) = told(PACK.replace("not_computable:\n", missed))
    assert found.message("en") == "“yellow” is no rung before this one (there are: blue, orange)"


SCORE = """\
  - kind: score
    id: total
    label: 总分
    cite: {clause: 第五条, words: 基础分100分}
    window: year
    base: 100
    boxes:
      - {id: minus, label: 扣分, effect: deduct}
  - kind: points
    id: late
    label: 迟报扣分
    cite: {clause: 第五条, words: 每次扣1分}
    window: year
    count: reminder
    each: 1
    effect: deduct
    into: minus
not_computable:
"""


def test_the_boxes_that_are_missing_are_told_once() -> None:
    scored = PACK.replace("not_computable:\n", SCORE)
    assert told(scored) == []
    without = scored.replace("    boxes:\n      - {id: minus, label: 扣分, effect: deduct}\n", "")
    assert places(told(without)) == ["SR101 40:5"]
    assert [each.code for each in told(scored.replace("into: minus", "into: plus"))] == ["SR314"]


@pytest.mark.parametrize(
    "text", ["{type: unit, id: u1}\n", "type: unit\nid: u1\n", '{"type":"unit","id":"u1"}\n', '[{"type":"unit"}]\n']
)
def test_a_file_of_records_is_no_pack(text: str) -> None:
    diagnostics = Collector()
    assert read_pack(text.encode(), "units.yaml", diagnostics) is None
    assert [each.code for each in diagnostics] == ["SR324"]


def test_a_file_of_cases_is_no_pack() -> None:
    diagnostics = Collector()
    assert read_pack(b"pack: town\nunits: []\ncases: []\n", "cases.yaml", diagnostics) is None
    (found,) = diagnostics
    assert places([found]) == ["SR323 3:1"]
    assert found.message("zh") == "这是规则包“town”的用例，不是规则包"
    assert found.help("zh") == "运行用例用 test 命令，如 supervision-rules test town.yaml；check 检查规则包"
    assert found.help("en") == (
        "run cases by the command test, such as supervision-rules test town.yaml; check is for packs"
    )


def test_a_circle_under_an_option_not_taken() -> None:
    hanging = "value: {by_reading: from, receipt: known(date), issue: busy}, unquoted: 两次"
    text = PACK.replace("value: reminders >= 2, unquoted: 两次", hanging)
    text = text.replace("rules:\n", "  - {id: busy, label: 忙, of: matter, value: often or joint}\nrules:\n", 1)
    (found,) = told(text)
    assert (found.code, found.params["cycle"]) == ("SR317", "often → busy → often")


def test_facts_stand_in_any_order() -> None:
    lines = PACK.splitlines(keepends=True)
    assert told("".join([*lines[:17], *reversed(lines[17:20]), *lines[20:]])) == []


def test_an_undeclared_name_is_told_three_times_at_most() -> None:
    more = "".join(f"  - {{id: f{n}, label: 某, of: matter, value: gone}}\n" for n in range(9))
    assert [each.code for each in told(PACK.replace("rules:\n", f"{more}rules:\n", 1))] == ["SR218"] * 3


@pytest.mark.parametrize("section", ["rules", "facts"])
def test_a_whole_rule_or_fact_that_an_option_lacks(section: str) -> None:
    """Under that option the pack could not be used at all."""
    lines = PACK.splitlines(keepends=True)
    first = lines.index(f"{section}:\n") + 1
    last = next(place for place in range(first + 1, len(lines)) if lines[place].startswith(("  - ", "rules:")))
    item = "".join(lines[first:last]).replace("  - ", "      ", 1).replace("\n    ", "\n      ")
    text = "".join(lines[:first]) + f"  - by_reading: roll\n    moves:\n    stays:\n{item}" + "".join(lines[last:])
    assert [f"{each.code} {each.message('zh')}" for each in told(text)] == ["SR122 冒号后面没有写内容"]
    assert [each.span and each.span.line for each in told(text)] == [first + 2]


def test_a_whole_section_may_depend_on_a_reading() -> None:
    head, rules = PACK.partition("not_computable:")[0].split("rules:\n")
    under = rules.replace("\n", "\n  ").rstrip(" ")
    assert told(f"{head}rules:\n  by_reading: roll\n  stays:\n  {under}  moves:\n  {under}") == []
