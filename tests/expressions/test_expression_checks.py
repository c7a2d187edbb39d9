"""What is refused, under which code and where."""

from __future__ import annotations

import pytest
from expression_samples import LEVEL, ROW, SCOPE, check, sound, span

from supervision_rules.diagnostics import Collector
from supervision_rules.expressions import BOOL, DATE, NUMBER, TEXT, Function, Scope, compile_fast, parse

REFUSED = [
    ("", ["SR201 1-1"]),
    ("   ", ["SR201 1-1"]),
    ("joint and " * 110 + "joint", ["SR202 1-1106"]),
    ("not " * 21 + "joint", ["SR202 81-84"]),
    ("(" * 21 + "joint" + ")" * 21, ["SR202 21-22"]),
    (" + ".join(["score"] * 22) + " > 1", ["SR202 1-178"]),
    (" and ".join(f"late_days > {n}" for n in range(40)), ["SR202 1-746"]),
    (f"late_days in [{', '.join(str(n) for n in range(201))}]", ["SR202 14-909"]),
    ("joint\nand joint", ["SR203 6-7"]),
    ("joint\u200b", ["SR203 6-7"]),
    ("\u3000joint", ["SR203 1-2"]),
    ("title == \ud800", ["SR203 10-11"]),
    ("（joint）", ["SR204 1-2", "SR204 7-8"]),
    ("late_days ＞ ５", ["SR204 11-12", "SR204 13-14"]),
    ("ｊｏｉｎｔ", ["SR204 1-6"]),
    ("title == “甲”", ["SR204 10-13"]),
    ("late_days = 5", ["SR205 11-12"]),
    ("joint && needs_policy || !joint", ["SR205 7-9", "SR205 23-25", "SR205 26-27"]),
    ("late_days ≥ 5", ["SR205 11-12"]),
    ("late_days ＝＝ 5", ["SR204 11-13"]),  # one sign, told once
    ("late_days-x > 5", ["SR218 11-12"]),
    ("late-days > 5", ["SR218 1-10"]),  # one name, with a hyphen
    ('title + "甲" == 1', ["SR224 1-6"]),  # of two operands that do not fit, the first
    ("late_days contains [5, 6]", ["SR205 11-19"]),
    ("known title)", ["SR215 7-12"]),  # the bracket that closes comes of it
    ('title == "a and title in ["b"]', ["SR211 10-11"]),  # the first that is not closed, not the last
    ("joint AND joint", ["SR205 7-10"]),
    ("late_days is 5", ["SR205 11-13"]),
    ("joint 且 needs_policy", ["SR206 7-8"]),
    ("joint == 是", ["SR239 10-11"]),
    ("是", ["SR239 1-2"]),
    ("late_days > 5 or joint != 否", ["SR239 27-28"]),
    ("joint 是 true", ["SR206 7-8"]),
    ("是 joint", ["SR206 1-2"]),
    ("逾期天数 > 5", ["SR207 1-5"]),
    ("late_days > 5个工作日", ["SR207 14-18"]),
    ("title.upper", ["SR208 6-7"]),
    ("units[0] == title", ["SR208 6-7"]),
    ("joint # 其他，都不算", ["SR208 7-8"]),
    ("late_days ** 2 > 1", ["SR208 11-13"]),
    ("(x := 5) > 1", ["SR208 4-6"]),
    ("joint; joint", ["SR208 6-7"]),
    ("late_days % 2 == 1", ["SR208 11-12"]),
    ("{} == title", ["SR208 1-2", "SR208 2-3"]),
    ("late_days > 1_000", ["SR209 13-18"]),
    ("late_days > 007", ["SR209 13-16"]),
    ("late_days > 1,000", ["SR209 13-18"]),
    ("1,000,000 + 1", ["SR209 1-10"]),
    ("late_days > 1e3", ["SR209 13-16"]),
    ("received > 2022-01-01", ["SR237 12-22"]),  # one message, also where each part would be a number
    ("received > 2022-10-10 or closed > 2022/1/1", ["SR237 12-22", "SR237 35-43"]),
    ("received > 2022年1月1日", ["SR237 12-21"]),
    ("late_days > .5", ["SR209 13-15"]),
    ("late_days > 1234567890123456", ["SR209 13-29"]),
    ("score > 0." + "1" * 28, ["SR209 9-39"]),
    (r"title == 'a\n'", ["SR210 10-15"]),
    ("title == '甲", ["SR211 10-11"]),
    ("(joint", ["SR212 1-2"]),
    ("joint)", ["SR212 6-7"]),
    ("late_days in [1)", ["SR212 16-17"]),
    ("class == 5", ["SR213 1-6"]),
    ("lambda joint", ["SR213 1-7"]),
    ("closed == None", ["SR214 11-15"]),
    ("joint needs_policy", ["SR215 7-19"]),
    ('f"甲" == title', ["SR215 2-5"]),
    ("title == '甲' '乙'", ["SR215 14-17"]),
    ("joint and", ["SR216 7-10"]),
    ("and joint", ["SR216 1-4"]),
    ("score + * 2 > 1", ["SR216 9-10"]),
    ("joint if needs_policy", ["SR216 7-9"]),
    ("late_days > +5", ["SR217 13-15"]),
    ("[1, 2] == score", ["SR217 1-7"]),
    ("max(*units) == score", ["SR216 5-6"]),
    ("lat_days > 5 and (joint or false and 未知 == 1)", ["SR207 38-40"]),
    ("lat_days > 5 and scor > 1", ["SR218 1-9", "SR218 18-22"]),
    ("joint or joint and unknown_name", ["SR218 20-32"]),
    ("knwon(closed)", ["SR219 1-6"]),
    ("known", ["SR220 1-6"]),
    ("known()", ["SR221 1-8"]),
    ("known(closed, closed)", ["SR221 1-22"]),
    ("year(title) == 2021", ["SR222 6-11"]),
    ("min(score, received) > 1", ["SR222 12-20"]),
    ('late("replly")', ["SR223 6-14"]),
    ("late(title)", ["SR223 6-11"]),
    ("late(reply)", ["SR238 6-11"]),
    ("late(no-such) and joint", ["SR223 6-13"]),
    ("late(5)", ["SR223 6-7"]),
    ("late(unknown(reply))", ["SR223 6-20"]),
    ("late()", ["SR221 1-7"]),
    ('late("reply", reply)', ["SR218 15-20"]),
    ("joint and title", ["SR224 11-16"]),
    ("not late_days", ["SR224 5-14"]),
    ("score + joint > 1", ["SR224 9-14"]),
    ("title == '甲' or '乙'", ["SR224 17-20"]),
    ("-joint == joint", ["SR224 2-7"]),
    ("received + 1 > closed", ["SR224 1-9"]),
    ("1 if score else 2", ["SR224 6-11"]),
    ("received > score", ["SR225 1-17"]),
    ("joint == 1", ["SR225 1-11"]),
    ("level == title", ["SR225 1-15"]),
    ("late_days in [1, '甲']", ["SR225 18-21"]),
    ("score in units", ["SR225 1-6"]),
    ("title < '甲'", ["SR226 1-12"]),
    ("units == units", ["SR226 1-15"]),
    ('level == "urgnt"', ["SR227 10-17"]),
    ('level in ["urgent", "importent"]', ["SR227 21-32"]),
    ('points("level") == "none"', ["SR227 20-26"]),
    ("score in 5", ["SR228 10-11"]),
    ("score in []", ["SR228 10-12"]),
    ("score in [total]", ["SR228 11-16"]),
    ("score / total > 1", ["SR229 9-14"]),
    ("score / (1 - 1) > 1", ["SR230 10-15"]),
    ("(1 if joint else '甲') == 1", ["SR231 2-21"]),
    ("score", ["SR232 1-6"]),
    ("received > date(2021, 2, 30)", ["SR233 12-29"]),
    ("score > floor(2.5, 13)", ["SR236 20-22"]),
    ("score > floor(score, 0.5)", ["SR236 22-25"]),
    ("received < date(year(received), 13, 1)", ["SR236 33-35"]),
    ("received < add_days(closed, 1000000000)", ["SR236 29-39"]),
    ("received < add_months(closed, 0 - 100001)", ["SR236 31-41"]),
    ("score > 999999999999999 * 999999999999999", ["SR233 9-42"]),
    ("level == urgent", ["SR218 10-16"]),
    ('level == "急件"', ["SR227 10-14"]),
    ("title == “甲", ["SR204 10-11"]),
    ('title == "甲”', ["SR204 12-13"]),
]
WARNED = [
    ("joint and true", ["SR234 11-15"]),
    ("1 < 2", ["SR234 1-6"]),
    ("not (date(2021, 7, 1) > date(2021, 1, 1))", ["SR234 1-42"]),
    ("(score if 1 > 2 else total) > 1", ["SR234 11-16"]),
    ("late_days > 5 and joint and late_days < 3", ["SR235 1-42"]),
    ("8 <= late_days <= 5", ["SR235 1-20"]),
    ("late_days > 5 or late_days <= 5", ["SR235 1-32"]),
    ("joint and not joint", ["SR235 1-20"]),
    ('title == "甲" and title == "乙"', ["SR235 1-30"]),
    ('level != "urgent" or level in ["urgent"]', ["SR235 1-41"]),
    ("received > date(2021, 7, 1) and received < date(2021, 7, 2)", ["SR235 1-60"]),
    ("8 <= late_days + score <= 5", ["SR235 1-28"]),
    ("late_days+score > 5 or late_days + score <= 5", ["SR235 1-46"]),
    ("8 <= late_days + score <= 9", []),
    ("late_days + score > 5 and late_days - score < 5", []),
    ("max(late_days, late_days) > 5", ["SR242 16-25"]),
    ("max(late_days, late_days + 1) > 5", []),
    ("first_known(received, closed, received ) > date(2021, 7, 1)", ["SR242 31-39"]),
    ("joint and late_days > 5 or total > 3", ["SR241 1-37"]),
    ("total > 3 or joint and late_days > 5", ["SR241 1-37"]),
    ("not (joint and late_days > 5 or total > 3)", ["SR241 6-42"]),
    ("(joint and late_days > 5) or total > 3", []),
    ("( joint and late_days > 5 ) or total > 3", []),
    ("joint and (late_days > 5 or total > 3)", []),
    ("joint or 3 <= late_days <= 5", []),
]
FINE = [
    "'乙' not in units and '甲' not in units",
    "received < date(year(received), month(closed), day(closed))",
    "received > date(9999, 12, 30) and received <= date(9999, 12, 31)",
    "joint", "not joint", "5 <= late_days <= 8", "late_days in [1, -2, 2.5]", "late_days in (1, 2)", "title in units",
    'level == ("urgent" if joint else "important")', '"urgent" == level', "joint == true", "known(score)",
    "score / 2 > 1", "(score if joint else total) > 1", "received <= closed < date(2022, 1, 1)", "max(score, 1, 2) > 1",
    'late("reply") and points("reminder") > 1', "late_days > 5 and late_days < 7", "late_days not in [1]",
    "late_days > 5 or late_days < 3", "  joint", "joint\n", "title == '（甲），乙。'",
    "level == first_known(level, 'urgent')",
    "late_days - -1 > 2", "2022 - 10 - 10 > score", "received > date(2021, 7, 1) and received < date(2021, 7, 3)",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REFUSED)
def test_refused_at_the_exact_place(text: str, expected: list[str]) -> None:
    checked, found = check(text)
    assert (checked, found) == (None, expected)


@pytest.mark.parametrize(("text", "expected"), WARNED)
def test_a_condition_that_decides_nothing_is_warned_of(text: str, expected: list[str]) -> None:
    checked, found = check(text)
    assert checked is not None
    assert found == expected


MIXED = {
    ">=": (">＝", "＞=", "＞＝", "＝＞", "=＞", "＝>", "＞ =", "> ＝", "＞＝＝", ">==", ">=＝"),
    "<=": ("<＝", "＜=", "＜＝", "＝＜", "=＜", "＝<", "＜ =", "< ＝", "<=="),
    "!=": ("！=", "!＝", "！＝", "！ =", "！==", "!=＝", "＜＞", "<＞", "＜>"),
    "==": ("＝", "＝=", "=＝", "＝＝", "＝==", "＝＝＝"),
}


@pytest.mark.parametrize(("mend", "sign"), [(mend, sign) for mend, signs in MIXED.items() for sign in signs])
def test_a_sign_of_two_widths_is_told_once_with_the_one_meant(mend: str, sign: str) -> None:
    diagnostics = Collector()
    assert parse(f"late_days {sign} 5", span, SCOPE, BOOL, diagnostics) is None
    (found,) = diagnostics.found
    assert found.help("zh").endswith(mend) and not found.help("zh").endswith(f"={mend}")
    assert found.span is not None
    assert (found.span.column, found.span.end_column) == (11, 11 + len(sign))
    assert check(f"late_days {mend} 5")[1] == []


@pytest.mark.parametrize("sign", ["＆＆", "&＆", "＆&"])
def test_so_is_a_double_one(sign: str) -> None:
    assert check(f"joint {sign} joint")[1] == ["SR204 7-9"]
    assert check(f"joint {sign.replace('＆', '｜').replace('&', '|')} joint")[1] == ["SR204 7-9"]


@pytest.mark.parametrize("text", FINE)
def test_accepted_without_a_word(text: str) -> None:
    assert sound(text).type == BOOL


def test_the_message_names_the_near_name_in_both_languages() -> None:
    diagnostics = Collector()
    diagnostics.register("pack.yaml", "lat_days > 5")
    parse("lat_days > 5", span, SCOPE, BOOL, diagnostics)
    (found,) = diagnostics.found
    assert found.message("zh") == "没有叫 lat_days 的字段或事实"
    assert found.help("zh") == "改成已有的名称：late_days"
    assert found.message("en") == "there is no name lat_days"
    assert found.excerpt[found.span.column - 1 : found.span.end_column - 1] == "lat_days"  # type: ignore[union-attr]


def test_without_a_near_name_none_is_offered() -> None:
    diagnostics = Collector()
    parse("quux > 5 or zz(closed)", span, SCOPE, BOOL, diagnostics)
    unknown, called = diagnostics.found
    assert unknown.help("zh") == "facts 里删掉了、改了名的，补上或改回来；写错的，改正"
    assert unknown.help("en") == "put back what facts had under this name, or correct a slip"
    assert called.help("zh").startswith("改成已有的函数：abs, add_days, ") and called.help("zh").endswith(", …")


def test_types_are_named_in_the_words_of_the_author() -> None:
    diagnostics = Collector()
    parse("level == received", span, SCOPE, BOOL, diagnostics)
    assert diagnostics.found[0].message("zh") == "“重要程度”的选项不能和日期相比"
    assert diagnostics.found[0].message("en") == "a level of 重要程度 cannot be compared with a date"


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("first_known(at(received, 17), received) == received", "；按日比的，前面的时刻写成 day_of(at(received, 17))"),
        ("year(title) == 2021", ""),
    ],
)
def test_a_moment_beside_a_day_may_be_taken_for_its_day(text: str, more: str) -> None:
    diagnostics = Collector()
    parse(text, span, SCOPE, BOOL, diagnostics)
    (found,) = diagnostics.found
    assert (found.code, found.help("zh")) == ("SR222", ("换成时刻" if more else "换成日期") + more)


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("1", NUMBER, []), ("received", (NUMBER, DATE), []), ("title", (NUMBER, DATE), ["SR232 1-6"]),
        ("'urgent'", LEVEL, []), ("'late'", LEVEL, ["SR227 1-7"]), ("title", None, []), ("'甲'", (TEXT, LEVEL), []),
    ],
)  # fmt: skip
def test_the_type_that_is_expected(text: str, wanted: object, found: list[str]) -> None:
    assert check(text, wanted)[1] == found  # type: ignore[arg-type]


def test_columns_count_characters_where_python_counts_bytes() -> None:
    assert check("title == '老旧小区改造' and lat_days > 1")[1] == ["SR218 23-31"]


def test_a_condition_that_asks_for_a_reading_is_fixed_on_purpose() -> None:
    reading = Function("reading", (TEXT,), None, lambda name: "urgent", literals={"pace": LEVEL}, fold=True)
    scope = Scope(SCOPE.names, {"reading": reading})
    for text, expected in [('joint and reading("pace") == "urgent"', []), ("joint and 1 < 2", ["SR234"])]:
        diagnostics = Collector()
        assert parse(text, span, scope, BOOL, diagnostics) is not None
        assert [found.code for found in diagnostics.sorted()] == expected


def test_what_a_checked_expression_tells() -> None:
    checked = sound('late("reply") and points("reminder") > 2.5 and late_days in [3, -4]')
    assert checked.names == {"late_days"}
    assert checked.calls == (("late", "reply"), ("points", "reminder"))
    assert [(str(number), checked.text[start:end]) for number, start, end in checked.numbers] == [
        ("2.5", "2.5"), ("3", "3"), ("4", "4"),
    ]  # fmt: skip
    assert checked.constant.name == "NOT_CONSTANT"  # type: ignore[union-attr]
    assert sound("2 * (3 + 1)", NUMBER).constant == 8


def test_a_division_by_a_name_states_its_result_at_zero() -> None:
    divided = compile_fast(sound("score / total", NUMBER, if_zero=0))
    assert divided(ROW) == sound("2.5 / 10", NUMBER).constant
    assert divided({**ROW, "total": 0}) == 0
