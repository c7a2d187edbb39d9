"""Notices: Guangxi's, those that an office enters, and what is refused in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from supervision_rules.calendar import (
    Notice,
    WorkCalendar,
    calendar_for,
    is_jurisdiction,
    read_notices,
    shipped_notices,
)
from supervision_rules.diagnostics import Collector

# Invented: 16 weekdays off, 3 weekend days worked, so 13 days off in all.
NATIONAL_2027 = """\
jurisdiction: CN
notices:
  - year: 2027
    title: 国务院办公厅关于2027年部分节假日安排的通知
    published: 2026-11-10
    off: [2027-01-01, 2027-02-05, 2027-02-08, 2027-02-09, 2027-02-10, 2027-02-11, 2027-04-05, 2027-05-03,
      2027-05-04, 2027-06-09, 2027-09-15, 2027-10-01, 2027-10-04, 2027-10-05, 2027-10-06, 2027-10-07]
    worked: [2027-02-14, 2027-09-26, 2027-10-09]
"""

GUANGXI_2027 = """\
jurisdiction: CN-GX
days_off: 2
notices:
  - year: 2027
    title: 2027年放假通知
    label: 广西三月三
    published: 2027-03-01
    off: [2027-04-09, 2027-04-12]
"""


@pytest.fixture(scope="module")
def guangxi() -> WorkCalendar:
    return calendar_for("CN-GX")


def read(text: str) -> tuple[tuple[Notice, ...] | None, list[str]]:
    diagnostics = Collector()
    notices = read_notices(text.encode(), "n.yaml", diagnostics)
    found = diagnostics.sorted()
    return notices, [f"{d.code} {d.span.line}:{d.span.column}" if d.span else d.code for d in found]


def messages(text: str) -> list[str]:
    diagnostics = Collector()
    read_notices(text.encode(), "n.yaml", diagnostics)
    return [found.message("zh") for found in diagnostics.sorted()]


def notice(text: str) -> tuple[Notice, ...]:
    notices, found = read(text)
    assert notices is not None and not found, found
    return notices


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        # 2017: 1 April, made up for the nation, is off here, and 8 April is worked.
        (date(2017, 3, 29), 1, date(2017, 4, 5)),
        (date(2017, 4, 7), 1, date(2017, 4, 8)),
        (date(2021, 4, 13), 1, date(2021, 4, 18)),
        (date(2021, 4, 13), 2, date(2021, 4, 19)),
        (date(2023, 4, 20), 1, date(2023, 4, 24)),
        (date(2018, 12, 7), 1, date(2018, 12, 12)),
        (date(2020, 3, 25), 2, date(2020, 3, 27)),
    ],
)
def test_guangxi_spans_worked_out_by_hand(guangxi: WorkCalendar, start: date, n: int, end: date) -> None:
    assert guangxi.add_workdays(start, n) == end


def test_the_nation_counts_otherwise() -> None:
    national = calendar_for("CN")
    assert national.add_workdays(date(2017, 3, 29), 1) == date(2017, 3, 30)
    assert national.add_workdays(date(2023, 4, 20), 2) == date(2023, 4, 23)


def test_guangxi_reasons(guangxi: WorkCalendar) -> None:
    reasons = [guangxi.reason(date(2021, 4, day)) for day in (14, 16, 17, 18, 19)]
    assert reasons == ["壮族三月三", "壮族三月三", "周六", "周日调休上班", "工作日"]
    assert guangxi.reason(date(2017, 4, 1), "en") == "Zhuang Sanyuesan"
    assert guangxi.reason(date(2018, 12, 10)) == "自治区成立60周年"


@pytest.mark.parametrize("year", range(2014, 2027))
def test_each_year_of_guangxi_nets_to_two_days(guangxi: WorkCalendar, year: int) -> None:
    national = calendar_for("CN")
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
    net = sum(national.is_workday(day) for day in days) - sum(guangxi.is_workday(day) for day in days)
    assert net == {2018: 4, 2020: 0}.get(year, 2)


def test_the_documents_applied_are_named(guangxi: WorkCalendar) -> None:
    assert len(guangxi.overlays) == len(shipped_notices()) == 14
    assert guangxi.overlays[3] == "广西壮族自治区人民政府办公厅关于2017年“壮族三月三”放假的通知"
    assert calendar_for("CN").overlays == ()
    assert guangxi.version != calendar_for("CN").version


def test_a_region_without_notices_has_the_national_days() -> None:
    hunan, national = calendar_for("CN-HN"), calendar_for("CN")
    assert hunan.jurisdiction == "CN-HN" and hunan.version == national.version
    assert calendar_for("CN-GX-NN").version == calendar_for("CN-GX").version


def test_guangxi_is_provisional_in_the_season_of_a_year_not_announced(guangxi: WorkCalendar) -> None:
    known = calendar_for("CN-GX", known_by=date(2021, 3, 15))
    season = (date(2021, 3, 20), date(2021, 5, 5))
    assert known.provisional(date(2021, 3, 1), date(2021, 3, 19)) is None
    assert known.provisional(date(2021, 3, 1), season[0]) == season[0]
    assert known.provisional(date(2021, 4, 1), date(2021, 6, 1)) == date(2021, 4, 2)
    assert known.provisional(season[1], date(2021, 6, 1)) is None
    assert guangxi.provisional(date(2004, 1, 1), date(2026, 12, 28)) is None
    assert known.is_workday(date(2021, 4, 14)) and not guangxi.is_workday(date(2021, 4, 14))


def test_an_undated_notice_is_known_from_the_first_day_it_touches() -> None:
    eve, day = date(2016, 4, 7), date(2016, 4, 8)
    assert calendar_for("CN-GX", known_by=eve).is_workday(day)
    assert not calendar_for("CN-GX", known_by=day).is_workday(day)


def test_a_national_notice_replaces_the_prediction() -> None:
    notices, found = read(NATIONAL_2027)
    assert found == [] and notices is not None
    before, after = calendar_for("CN"), calendar_for("CN", notices)
    assert (before.fixed_until, after.fixed_until) == (date(2026, 12, 31), date(2027, 12, 31))
    assert after.last == date(2032, 12, 31)
    assert after.provisional(date(2026, 12, 1), date(2027, 12, 28)) is None
    assert before.provisional(date(2026, 12, 1), date(2027, 12, 28)) == date(2026, 12, 29)
    assert after.reason(date(2027, 10, 6)) == "国庆节"
    assert after.reason(date(2027, 10, 9)) == "周六调休上班"
    assert after.overlays == ("国务院办公厅关于2027年部分节假日安排的通知",)
    assert calendar_for("CN", notices, date(2026, 11, 9)).fixed_until == date(2026, 12, 31)


def test_a_day_that_the_statute_names_but_the_notice_does_not_is_worked() -> None:
    [whole] = notice(NATIONAL_2027)
    short = replace(whole, off=whole.off[1:])
    assert calendar_for("CN", (whole,)).is_workday(date(2027, 1, 1)) is False
    assert calendar_for("CN", (short,)).is_workday(date(2027, 1, 1)) is True


def test_a_regional_notice_closes_the_season() -> None:
    notices = notice(NATIONAL_2027) + notice(GUANGXI_2027)
    before, after = calendar_for("CN-GX", notices[:1]), calendar_for("CN-GX", notices)
    assert before.provisional(date(2027, 2, 1), date(2027, 6, 1)) == date(2027, 3, 20)
    assert after.provisional(date(2027, 2, 1), date(2027, 6, 1)) is None
    assert after.add_workdays(date(2027, 4, 8), 1) == date(2027, 4, 13)


def test_a_later_notice_overturns_an_earlier_one() -> None:
    text = """\
jurisdiction: CN-GX
notices:
  - {year: 2026, title: 甲, published: 2026-04-10, label: 改期, worked: [2026-04-20], off: [2026-04-21]}
  - {year: 2026, title: 乙, published: 2026-04-12, label: 再改, worked: [2026-04-21], off: [2026-04-22]}
"""
    notices, found = read(text)
    assert found == [] and notices is not None
    calendar = calendar_for("CN-GX", notices)
    assert [calendar.is_workday(date(2026, 4, day)) for day in (17, 20, 21, 22)] == [False, True, True, False]
    reordered = calendar_for("CN-GX", notices[::-1])
    assert reordered.version == calendar.version


def test_a_notice_of_another_region_changes_nothing() -> None:
    [other] = notice(GUANGXI_2027.replace("CN-GX", "CN-XZ"))
    assert calendar_for("CN-HN", (other,)).version == calendar_for("CN-HN").version


@pytest.mark.parametrize("code", ["CN", "CN-GX", "CN-GX-NN", "CN-CQ"])
def test_jurisdictions(code: str) -> None:
    assert is_jurisdiction(code)


@pytest.mark.parametrize("code", ["", "cn", "CN-XG", "CN-", "GX", "CN-GX-", "CN\n", "US"])
def test_no_jurisdictions(code: str) -> None:
    assert not is_jurisdiction(code)
    with pytest.raises(ValueError, match="a place is a code like .CN.,"):
        calendar_for(code)


HEAD = "jurisdiction: CN-GX\nnotices:\n  - year: 2026\n    title: 通知\n    label: 三月三\n"
REFUSED = [
    (GUANGXI_2027.replace("CN-GX", "CN-XG"), ["SR401 1:15"], "不认识地区代码“CN-XG”"),
    (HEAD.replace("2026", "2003"), ["SR402 3:11"], "日历没有2003年：只到2004年至2031年"),
    (HEAD.replace("2026", "2032"), ["SR402 3:11"], "日历没有2032年：只到2004年至2031年"),
    (HEAD + "    off: [2025-04-17]\n", ["SR403 6:11"], "2025-04-17不在这份通知的2026年里"),
    (HEAD + "    off: [2025-12-19]\n", ["SR403 6:11"], "2025-12-19不在这份通知的2026年里"),
    (HEAD + "    off: [2026-04-16, 2026-04-16]\n", ["SR404 6:23"], "2026-04-16在同一份通知里写了两次"),
    (HEAD + "    off: [2026-04-18]\n", ["SR405 6:11"], "2026-04-18本来就不上班"),
    (HEAD + "    off: [2026-04-06]\n", ["SR405 6:11"], "2026-04-06本来就不上班"),
    (HEAD.replace("GX", "GX-NN") + "    off: [2026-04-17]\n", ["SR405 6:11"], "2026-04-17本来就不上班"),
    (HEAD + "    worked: [2026-04-16]\n", ["SR406 6:14"], "2026-04-16本来就要上班"),
    (HEAD + "    worked: [2026-05-09]\n", ["SR406 6:14"], "2026-05-09本来就要上班"),
    (
        'jurisdiction: CN-GX\nseason: {from: "3-20", to: "05-05"}\nnotices: []\n',
        ["SR409 2:16"],
        "“3-20”不能作为时段的起止",
    ),
    (
        'jurisdiction: CN-GX\nseason: {from: "05-20", to: "05-05"}\nnotices: []\n',
        ["SR409 2:29"],
        "“05-05”不能作为时段的起止",
    ),
]


@pytest.mark.parametrize(("text", "found", "message"), REFUSED)
def test_refused_at_its_place(text: str, found: list[str], message: str) -> None:
    assert read(text) == (None, found)
    assert messages(text) == [message]


def test_an_impossible_date_is_refused_at_its_place() -> None:
    notices, found = read(HEAD + "    off: [2026-04-16, 2026-02-30]\n")
    assert notices is None
    assert [entry.split()[1] for entry in found] == ["6:23"]


ACCEPTED = [
    HEAD + "    off: [2025-12-22]\n",
    HEAD + "    off: [2026-05-09]\n",  # a Saturday that the nation works
    HEAD + "    worked: [2026-04-17]\n",  # a day off by the notice that ships
    HEAD + "    worked: [2026-05-05]\n",
    'jurisdiction: CN-GX\nseason: {from: "03-20", to: "03-20"}\nnotices: []\n',
    # The years that the library has may be entered again, as when an office did so before the library did.
    "jurisdiction: CN\nnotices:\n  - {year: 2026, title: 通知, off: [2026-01-02], worked: [2026-01-04]}\n",
]


@pytest.mark.parametrize("text", ACCEPTED)
def test_accepted(text: str) -> None:
    notices, found = read(text)
    assert notices is not None and found == []


def test_a_total_that_is_not_usual_warns() -> None:
    short = NATIONAL_2027.replace("2027-02-05, ", "")
    notices, found = read(short)
    assert notices is not None and found == ["SR407 3:11"]
    assert messages(short) == ["2027年“放假”净放假12天，通常是13天"]
    stated = short.replace("    worked", "    days_off: 12\n    worked")
    assert read(stated)[1] == []
    assert read(GUANGXI_2027.replace(", 2027-04-12", ""))[1] == ["SR407 4:11"]


def test_a_total_may_be_spread_over_several_notices() -> None:
    first, second = NATIONAL_2027.replace(", 2027-10-01", ""), "  - {year: 2027, title: 补, off: [2027-10-01]}\n"
    assert read(first)[1] == ["SR407 3:11"]
    assert read(first + second)[1] == []


def test_a_notice_dated_after_its_days_warns() -> None:
    late = GUANGXI_2027.replace("2027-03-01", "2027-04-10")
    notices, found = read(late)
    assert notices is not None and found == ["SR408 7:16"]
    assert messages(late) == ["通知日期2027-04-10晚于它安排的第一天2027-04-09"]
    assert read(late.replace("2027-04-10", "2027-04-09"))[1] == []


def test_all_problems_are_told_in_one_run() -> None:
    text = HEAD + "    off: [2026-04-18, 2026-04-16, 2026-04-16]\n    worked: [2026-04-15, 2024-01-01]\n"
    assert read(text) == (None, ["SR405 6:11", "SR404 6:35", "SR406 7:14", "SR403 7:26"])


def test_a_problem_elsewhere_in_the_run_refuses_nothing() -> None:
    diagnostics = Collector()
    assert read_notices(b"jurisdiction: CN-XG\nnotices: []\n", "a.yaml", diagnostics) is None
    assert read_notices(GUANGXI_2027.encode(), "b.yaml", diagnostics) is not None


def test_text_that_is_no_notice_never_raises() -> None:
    for text in ("", "x", "[]", "jurisdiction: CN-GX", "jurisdiction: 1\nnotices: 2\n", "\x00", "notices:\n  - {}\n"):
        notices, found = read(text)
        assert notices is None and found
