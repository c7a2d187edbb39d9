"""Case tables cut into cells: a value that no case is for is told with an example; what is covered, or may be meant so,
or hangs on more than can be cut, is not. A case that is never reached is told with what is in its way."""

from __future__ import annotations

from pathlib import Path

import pytest

from supervision_rules import check

HEAD = """\
pack: holes
label: 试验
version: 1.0.0
language: 1
document: {title: 办法, issuer: 政府}
readings:
  - {id: roll, words: 原话, options: {stays: 不顺延, moves: 顺延}, taken: stays}
facts:
  - {id: slips, label: 催办次数, of: matter, count: reminder}
  - {id: red, label: 红色, of: matter, count: reminder, where: colour == "red"}
  - {id: blue, label: 蓝色, of: matter, count: reminder, where: colour == "blue"}
  - {id: warm, label: 红、黄, of: matter, count: reminder, where: 'colour in ["red", "yellow"]'}
  - {id: cold, label: 蓝、黄, of: matter, count: reminder, where: 'colour in ["blue", "yellow"]'}
  - {id: passive, label: 不积极, of: matter, count: reminder, where: cause == "passive"}
  - {id: this_month, label: 当月, of: matter, count: reminder, window: month}
  - {id: seen, label: 全部, of: matter, count: reminder, via: all, window: year}
  - {id: reports, label: 报告次数, of: matter, count: report}
  - {id: reminded, label: 有催办, of: matter, any: reminder}
  - {id: score, label: 平均分, of: matter, mean: appraisal, take: item_points, via: all}
  - {id: doubled, label: 两倍, of: matter, value: score * 2, unquoted: 试验}
  - {id: rounded, label: 四舍五入, of: matter, value: "round_half_up(score, 0)", unquoted: 试验}
  - {id: latest_month, label: 月, of: matter, value: "min(month(date), 6) - 1", unquoted: 试验}
  - {id: most_months, label: 最多几个月, of: matter, max: report, take: month(date)}
  - {id: few, label: 催办不多, of: matter, value: slips < 3, unquoted: 试验}
rules:
"""
BESIDE = ("SR360", "SR361", "SR362", "SR363", "SR372")
"""Each test uses but a part of what the pack declares, and all its cases come to the same."""
RULE = "    id: it\n    label: 规则\n    cite: {clause: 一, words: 原话}\n    unquoted: 试验\n    on: matter\n"
OUTCOME = f"  - kind: outcome\n{RULE}"
LIMIT = f"  - kind: time_limit\n{RULE}    start: received\n    done: replied\n"


def told(folder: Path, rule: str, *cases: str, when: str | None = None) -> list[tuple[str, str]]:
    end = "within: 5 days" if rule is LIMIT else "outcome: 后果"
    path = folder / "holes.yaml"
    text = HEAD + rule + (f"    when: {when}\n" if when else "") + "    cases:\n"
    path.write_text(text + "".join(f"      - {{when: '{case}', {end}}}\n" for case in cases), encoding="utf-8")
    return [(each.code, each.message("zh")) for each in check(path) if each.code not in BESIDE]


def hole(name: str, value: str) -> list[tuple[str, str]]:
    return [("SR327", f"没有一种情形管到 {name} 是 {value} 的")]


@pytest.mark.parametrize(
    ("cases", "value"),
    [
        (("slips >= 8", "slips <= 2"), "5"),
        (("slips > 3", "slips < 3"), "3"),
        (("slips < 1", "slips >= 9", "slips >= 2"), "1"),
        (("slips >= 6", "slips <= 3"), "4"),
        (("score >= 0.8", "score < 0.5"), "0.5"),
        (("score >= 0.8", "score <= 0.5"), "0.65"),
        (("score >= 80", "60 <= score <= 79", "score < 60"), "79.5"),  # a mean may lie between whole numbers
        (("score >= 80", "score < 79"), "79"),
        (("doubled >= 80", "doubled <= 79"), "79.5"),
    ],
)
def test_a_hole_between_numbers(tmp_path: Path, cases: tuple[str, ...], value: str) -> None:
    name = cases[0].split()[0]
    assert told(tmp_path, OUTCOME, *cases) == hole(name, value)
    assert told(tmp_path, LIMIT, *cases) == hole(name, value)


@pytest.mark.parametrize(
    "cases",
    [
        ("slips >= 3", "slips < 3"),
        ("slips >= 3", "slips <= 2"),
        ("latest_month >= 3", "latest_month <= 2"),  # nor do what is made of whole numbers, or rounded
        ("most_months >= 3", "most_months <= 2"),
        ("rounded >= 80", "rounded <= 79"),
        ("slips >= 3", "not slips >= 3"),
        ("slips + 1 >= 9", "slips < 2"),
        ("slips >= 1", "slips == 0"),
        ("few", "slips >= 9"),
        ("slips >= 9", "not reminded"),
        ('reading("roll") == "stays"', "joint"),
        ("date < date(2021, 1, 1)", "known(replied)"),
        ("slips >= 3 and slips > reports", "slips < 1"),
    ],
)
def test_none_or_none_that_can_be_told(tmp_path: Path, cases: tuple[str, ...]) -> None:
    assert told(tmp_path, OUTCOME, *cases) == []
    assert told(tmp_path, LIMIT, *cases) == []


def test_what_lies_beyond_all_cases_may_be_meant_so_by_outcomes_only(tmp_path: Path) -> None:
    assert told(tmp_path, OUTCOME, "slips >= 9", "3 <= slips < 9") == []
    assert told(tmp_path, LIMIT, "slips >= 9", "3 <= slips < 9") == hole("slips", "2")


def test_a_level_left_out_has_no_limit(tmp_path: Path) -> None:
    cases = ('importance == "special"', 'importance == "ordinary"')
    assert told(tmp_path, LIMIT, *cases) == hole("importance", "greater")
    assert told(tmp_path, OUTCOME, *cases) == []
    assert told(tmp_path, LIMIT, *cases, 'importance == "greater"') == []


def test_what_the_rule_itself_leaves_out_is_no_hole(tmp_path: Path) -> None:
    assert told(tmp_path, LIMIT, "slips >= 9", "3 <= slips < 9", when="slips >= 3") == []
    assert told(tmp_path, LIMIT, "slips >= 9", "3 <= slips < 9", when="joint") == hole("slips", "2")
    assert told(tmp_path, LIMIT, "slips >= 9", "3 <= slips < 9", when="joint or slips >= 3") == [
        ("SR327", "没有一种情形管到 slips 是 2、joint 是 true 的")
    ]


@pytest.mark.parametrize("guard", ["known(score)", "known(score) and joint", "not (joint or not known(score))"])
def test_a_guard_by_what_is_known_hides_no_hole(tmp_path: Path, guard: str) -> None:
    for rule in (OUTCOME, LIMIT):
        assert told(tmp_path, rule, "score > 80", "score < 80", when=guard) == hole("score", "80")


def test_what_is_not_on_record_is_a_hole_where_it_is_asked_for(tmp_path: Path) -> None:
    cases = ("known(score) and score > 80", "known(score) and score <= 80")
    nothing = [("SR327", "没有一种情形管到 score 没有记载 的")]
    assert told(tmp_path, LIMIT, *cases) == nothing
    assert told(tmp_path, OUTCOME, *cases) == []
    assert told(tmp_path, LIMIT, *cases, when="known(score)") == []


def test_a_hole_of_several_facts_names_those_that_make_it(tmp_path: Path) -> None:
    for rule, holes in ((LIMIT, [("SR327", "没有一种情形管到 slips 是 2、joint 是 false 的")]), (OUTCOME, [])):
        assert told(tmp_path, rule, "slips >= 3", "joint") == holes
    cases = ("slips >= 8 and joint", "slips >= 5 and not joint", "slips < 5")
    for rule in (LIMIT, OUTCOME):
        assert told(tmp_path, rule, *cases) == [("SR327", "没有一种情形管到 slips 是 5、joint 是 true 的")]
        assert told(tmp_path, rule, *cases, when="known(slips)") == [
            ("SR327", "没有一种情形管到 slips 是 5、joint 是 true 的")
        ]


@pytest.mark.parametrize("guard", ["reminded", "slips + 1 > 3", "slips > reports"])
def test_a_guard_that_hangs_together_with_the_cases_is_not_guessed_at(tmp_path: Path, guard: str) -> None:
    assert told(tmp_path, LIMIT, "slips >= 9", "3 <= slips < 9", when=guard) == []


def test_a_guard_that_says_by_a_fact_what_excludes_the_cases_is_read_with_them(tmp_path: Path) -> None:
    never = [
        ("SR364", f"和 few 的写法一起看，按各项的取值范围，“{case}”总是 false")
        for case in ("slips >= 9", "3 <= slips < 9")
    ]
    assert told(tmp_path, LIMIT, "slips >= 9", "3 <= slips < 9", when="few") == never


def test_facts_of_the_same_records_are_not_held_to_be_independent(tmp_path: Path) -> None:
    assert told(tmp_path, LIMIT, "slips >= 3", "not reminded", "slips == 0") == []
    assert told(tmp_path, LIMIT, "slips >= 3", "reports >= 3") == [
        ("SR327", "没有一种情形管到 slips 是 2、reports 是 2 的")
    ]


@pytest.mark.parametrize(
    ("cases", "found"),
    [
        (("red >= 2", "red < 2 and blue >= 3", "red < 1 and blue < 3"), hole("red", "1、blue 是 2")),
        (("slips < 3", "slips >= 3 and red >= 2"), hole("slips", "3、red 是 1")),
        (("slips >= 3 and red >= 1", "slips < 3", "slips >= 3 and red == 0"), []),
        (("slips < 3", "red >= 3", "slips >= 3 and red < 3"), []),  # no more of them are red than there are
        (("slips < 3 and red < 3", "slips >= 3"), []),
        (("slips < 3 and red < 2", "slips >= 3"), hole("slips", "2、red 是 2")),
        (("this_month < 3 and slips < 3", "slips >= 3"), []),
        (("slips < 3 and seen < 3", "seen >= 3"), []),  # of those that others were told of nothing is known
        (("received < date(2021, 1, 1) and replied < date(2021, 1, 1)", "replied >= date(2021, 1, 1)"), []),
        (
            ("received < date(2021, 1, 1) and replied < date(2021, 1, 1)", "received >= date(2021, 1, 1)"),
            hole("received", "2020-12-31、replied 是 2021-01-01"),
        ),
    ],
)
def test_of_counts_and_days_it_is_known_which_may_be_beside_each_other(
    tmp_path: Path, cases: tuple[str, ...], found: list[tuple[str, str]]
) -> None:
    assert told(tmp_path, LIMIT, *cases) == found


@pytest.mark.parametrize(
    ("cases", "found"),
    [
        # each within the next
        (("slips < 3", "warm >= 2", "red >= 1"), hole("slips", "3、warm 是 0、red 是 0")),
        (("slips < 3", "red >= 3", "slips >= 3 and warm < 3", "warm >= 3 and red < 3"), []),
        (("slips < 3", "warm < 3", "red < 3"), hole("slips", "3、warm 是 3、red 是 3")),
        # two that overlap, within a third
        (("slips < 3", "red >= 2", "passive >= 2"), hole("slips", "3、red 是 1、passive 是 1")),
        (("slips < 3", "slips >= 3 and red < 2 and passive < 2", "red >= 2 or passive >= 2"), []),
        # how many there are together is not known where nothing is both, or nothing is neither
        (("slips < 3", "red >= 2", "blue >= 2"), []),
        (("slips < 3", "warm >= 2", "cold >= 2"), []),
    ],
)
def test_of_three_counts_it_is_known_or_nothing_is_told(
    tmp_path: Path, cases: tuple[str, ...], found: list[tuple[str, str]]
) -> None:
    assert told(tmp_path, LIMIT, *cases) == found


def test_no_more_of_some_are_counted_than_of_all(tmp_path: Path) -> None:
    zh = "按各项的取值范围，“slips < 2 and red >= 3”总是 false"
    assert told(tmp_path, OUTCOME, "slips < 2 and red >= 3", "slips >= 2") == [("SR364", zh)]
    assert told(tmp_path, OUTCOME, "slips < 4", "slips >= 4 and red < 4", "red >= 4") == []
    assert told(tmp_path, OUTCOME, "slips >= 3", "red >= 3", "slips < 3") == unreached(2, "slips 是 3、red 是 3", 1)


def test_an_example_of_days_is_a_day(tmp_path: Path) -> None:
    cases = ("received < date(2021, 1, 1)", "received > date(2021, 1, 1)")
    assert told(tmp_path, LIMIT, *cases) == hole("received", "2021-01-01")


def test_a_hole_that_is_meant_is_not_told(tmp_path: Path) -> None:
    meant = OUTCOME + "    holes: 文件没有规定\n"
    assert told(tmp_path, meant, "slips >= 8", "slips <= 2") == []


def test_of_one_kind_of_records_the_others_are_no_hole(tmp_path: Path) -> None:
    path = tmp_path / "holes.yaml"
    rule = (
        LIMIT.replace("on: matter", "on: progress")
        .replace("start: received", "start: covers")
        .replace("replied", "date")
    )
    cases = '    cases:\n      - {when: kind == "progress", within: 5 days}\n'
    path.write_text(HEAD + rule + cases, encoding="utf-8")
    assert [each.code for each in check(path) if each.code not in BESIDE] == ["SR342"]


def unreached(number: int, example: str, before: int) -> list[tuple[str, str]]:
    return [("SR345", f"第 {number} 种情形永远轮不到：{example} 时，先有第 {before} 种")]


def undecided(name: str) -> list[tuple[str, str]]:
    return [("SR345", f"第 3 种情形永远轮不到：{name} 没有记载 时，先要看的第 1 种定不下来")]


@pytest.mark.parametrize("rule", [OUTCOME, LIMIT])
@pytest.mark.parametrize(
    ("cases", "found"),
    [
        (("score >= 60", "score >= 80", "score < 60"), unreached(2, "score 是 80", 1)),
        (("score >= 60", "score >= 80", "score >= 90", "score < 60"), unreached(2, "score 是 80", 1)),
        (("joint", "joint", "not joint"), unreached(2, "joint 是 true", 1)),
        (("slips > reports", "joint and slips>reports"), unreached(2, "slips > reports 是 true、joint 是 true", 1)),
        (("slips > 3", "slips < 2", "slips == 1", "slips in [2, 3]"), unreached(3, "slips 是 1", 2)),
        (("slips >= 1 and joint", "joint", "slips >= 1", "slips < 1"), []),
        (("joint", "not joint", "slips >= 3"), unreached(3, "joint 是 true、slips 是 3", 1)),
        (("few", "slips < 3", "slips >= 3"), []),
        (("slips >= 3", "slips < 3", "true"), [("SR234", "true 总是 true，起不到判断作用")]),
        (
            ('importance == "special"', 'known(importance) and importance != "special"', "not known(importance)"),
            undecided("importance"),
        ),
        (("slips >= 3", "known(slips) and slips < 3", "not known(slips)"), undecided("slips")),
        (("not known(slips)", "slips >= 3", "slips < 3"), []),
        (("slips > 5 and joint", "slips > 5", "joint", "not joint and slips <= 5"), []),
    ],
)
def test_a_case_that_another_is_always_before(
    tmp_path: Path, rule: str, cases: tuple[str, ...], found: list[tuple[str, str]]
) -> None:
    assert told(tmp_path, rule, *cases) == found


def test_where_all_that_hold_apply_none_is_in_the_way_of_another(tmp_path: Path) -> None:
    rule = OUTCOME + "    all: true\n"
    assert told(tmp_path, rule, "slips >= 6", "slips >= 8", "slips < 6") == []


@pytest.mark.parametrize("rule", [OUTCOME, LIMIT, OUTCOME + "    all: true\n"])
def test_a_case_against_the_rule_itself(tmp_path: Path, rule: str) -> None:
    against = [("SR346", "第 2 种情形永远不成立：它和规则的 when 对不到一起")]
    assert told(tmp_path, rule, "slips >= 9", "slips < 2", "slips < 9", when="slips >= 3 and joint") == against
    assert told(tmp_path, rule, "slips >= 9", "not joint", "slips < 9", when="joint") == against
    assert told(tmp_path, rule, "slips >= 9", "slips < 2 and slips > 3", "slips < 9") == [
        ("SR235", "slips < 2 and slips > 3 合在一起总是 false")
    ]


def test_one_that_always_holds_is_told_and_nothing_after_it(tmp_path: Path) -> None:
    path = tmp_path / "holes.yaml"
    cases = "".join(f"      - {{{case}outcome: 后果}}\n" for case in ("when: joint, ", "", "when: joint, "))
    path.write_text(f"{HEAD}{OUTCOME}    cases:\n{cases}", encoding="utf-8")
    assert [each.code for each in check(path) if each.code not in BESIDE] == ["SR322"]


BY_READING = "{by_reading: roll, stays: slips >= 3, moves: slips >= 9}"


@pytest.mark.parametrize("varying", [BY_READING, "{by_date: {2020-01-01: slips >= 3, 2021-01-01: slips >= 9}}"])
def test_a_case_that_may_be_reached_otherwise_is_left_alone(tmp_path: Path, varying: str) -> None:
    path = tmp_path / "holes.yaml"
    cases = f"      - {{when: {varying}, outcome: 甲}}\n      - {{when: slips >= 4, outcome: 乙}}\n"
    path.write_text(f"{HEAD}{OUTCOME}    cases:\n{cases}", encoding="utf-8")
    assert [each.code for each in check(path) if each.code not in BESIDE] == []


def test_a_list_of_cases_under_a_reading_is_looked_at_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "holes.yaml"
    lists = "stays: [{when: joint, outcome: 甲}], moves: [{when: joint, outcome: 甲}, {when: joint, outcome: 乙}]"
    path.write_text(f"{HEAD}{OUTCOME}    cases: {{by_reading: roll, {lists}}}\n", encoding="utf-8")
    assert [(each.code, each.message("zh")) for each in check(path)] == unreached(2, "joint 是 true", 1)


def test_too_many_facts_are_looked_at_by_those_of_the_case_alone(tmp_path: Path) -> None:
    dates = ["date", "received", "replied", "assigned", "closed", "reported", "arranged", "recorded"]
    many = " and ".join(f"{each} > date(2021, 1, 1)" for each in dates)
    assert told(tmp_path, OUTCOME, f"{many} and slips > 3", "slips >= 6", "slips >= 8", "slips < 6") == unreached(
        3, "slips 是 8", 2
    )


@pytest.mark.parametrize(
    ("cases", "example"),
    [
        (("80 <= score <= 95", "score >= 90", "score < 80"), "1 种和第 2 种写的两头交叠：score 是 90"),
        (("score > 95", "80 <= score <= 100"), "1 种和第 2 种写的两头交叠：score 是 97"),
        (("score >= 60", "score < 80"), "1 种和第 2 种写的两头交叠：score 是 60"),
        (("slips >= 2", "slips <= 3"), "1 种和第 2 种写的两头交叠：slips 是 2"),
        (("slips > 5", "2 <= slips < 5", "slips < 4"), "2 种和第 3 种写的两头交叠：slips 是 2"),
    ],
)
def test_ends_that_overlap(tmp_path: Path, cases: tuple[str, ...], example: str) -> None:
    assert overlapping(tmp_path, *cases) == [f"第 {example} 的两种都合，只按第 {example[0]} 种判"]


@pytest.mark.parametrize(
    "cases",
    [
        ("score >= 90", "score >= 80", "score >= 60"),  # the narrower comes first
        ("85 <= score <= 90", "score >= 80", "score < 80"),
        ("score >= 60", "score <= 60"),  # at one number only
        ("slips >= 2", "slips <= 2"),
        ("slips >= 3", "slips < 5 and joint"),
        ("score >= 60", "slips < 4"),
    ],
)
def test_ends_that_may_be_meant_so(tmp_path: Path, cases: tuple[str, ...]) -> None:
    assert overlapping(tmp_path, *cases) == []


def overlapping(folder: Path, *cases: str) -> list[str]:
    """What is told of cases that come to different things."""
    path = folder / "holes.yaml"
    each = (f"      - {{when: '{case}', outcome: 后果{number}}}\n" for number, case in enumerate(cases))
    path.write_text(f"{HEAD}{OUTCOME}    cases:\n{''.join(each)}", encoding="utf-8")
    return [found.message("zh") for found in check(path) if found.code == "SR384"]
