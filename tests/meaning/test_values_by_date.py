"""Values that change over time: which day chooses, what is told of it, and what is wrong with dates."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from little_pack import judged, loaded, matter, rule, told, write

from supervision_rules import Finding, evaluate, load_pack, result_json, text_of

DATED = "{by_date: {2020-01-01: 10 days, 2021-07-01: 7 days}}"
FORCE = "in_force: {since: 2020-01-01}"


def limit(within: str = DATED, more: str = "") -> str:
    return rule(
        f"kind: time_limit\non: instruction\nstart: received\ndone: replied\n{more}cases: [{{within: {within}}}]"
    )


def shown(findings: list[Finding]) -> list[tuple[str, date | None, date | None]]:
    """The subject of each finding, the due day, and the day from which its values hold."""
    return [(finding.subject, finding.day, finding.rule.since) for finding in findings]


@pytest.mark.parametrize(
    ("day", "due", "since"),
    [
        ("2021-06-30", date(2021, 8, 11), date(2020, 1, 1)),
        ("2021-07-01", date(2021, 8, 8), date(2021, 7, 1)),
        ("2021-07-02", date(2021, 8, 8), date(2021, 7, 1)),
    ],
)
def test_the_first_event_of_a_matter_chooses(tmp_path: Path, day: str, due: date, since: date) -> None:
    """Not the day on which it is received, nor the day asked."""
    policy = loaded(tmp_path, limit(), document=FORCE)
    found = judged(policy, matter(day=day, received="2021-08-01"), as_of="2021-08-02")
    assert shown(list(found.findings)) == [("m1", due, since)]


def test_a_record_of_a_matter_goes_with_it(tmp_path: Path) -> None:
    """A reminder of July under a matter of June is judged by the values of June."""
    dated = "{by_date: {2020-01-01: known(answered), 2021-07-01: matter_joint}}"
    policy = loaded(tmp_path, rule(f"kind: requirement\non: reminder\nrequire: {dated}"), document=FORCE)
    reminder = {"type": "reminder", "id": "r1", "date": "2021-07-05", "matter": "m1", "unit": "u1"}
    june = judged(policy, matter(day="2021-06-30"), reminder, as_of="2021-08-02").findings
    july = judged(policy, matter(day="2021-07-01"), reminder, as_of="2021-08-02").findings
    assert [(f.subject, str(f.state), f.rule.since) for f in june] == [("r1", "breached", date(2020, 1, 1))]
    assert [(f.subject, str(f.state), f.rule.since) for f in july] == [("r1", "undetermined", date(2021, 7, 1))]


@pytest.mark.parametrize(
    ("change", "value", "since"), [("2020-12-31", 2, "2020-12-31"), ("2021-01-02", 1, "2020-01-01")]
)
def test_the_first_day_of_a_window_chooses(tmp_path: Path, change: str, value: int, since: str) -> None:
    each = f"{{by_date: {{2020-01-01: 1, {change}: 2}}}}"
    points = f"kind: points\nwindow: year\ncount: reminder\nvia: unit\neach: {each}\neffect: deduct"
    path = write(tmp_path, rule(points), document=FORCE)
    reminder = {"type": "reminder", "id": "r1", "date": "2021-07-05", "matter": "m1", "unit": "u1"}
    found = judged(load_pack(path), matter(day="2021-01-04"), reminder, as_of="2021-12-31").findings
    assert [(f.subject, f.value, f.rule.since) for f in found] == [("u1", value, date.fromisoformat(since))]
    assert [(code, day) for code, day, _ in told(path)] == [("SR359", change)]


@pytest.mark.parametrize(
    ("keys", "head", "codes"),
    [
        ("window: year\ncount: reminder\nvia: unit\neach: {}", "", ["SR359"]),
        ("window: half year\ncount: reminder\nvia: unit\neach: {}", "", []),
        ("window: year\ncount: reminder\nvia: unit\neach: {}", "conventions: {year_begins: {month: 7}}\n", []),
        ("count: reminder\nvia: unit\neach: {}", "", []),
        # Of a sum there is no record that could go by its own day.
        ("window: year\nvalue: {}", "", []),
    ],
)
def test_a_value_that_begins_within_a_window_of_records_is_told(
    tmp_path: Path, keys: str, head: str, codes: list[str]
) -> None:
    points = "kind: points\neffect: deduct\n" + keys.format("{by_date: {2020-03-01: 1, 2021-07-01: 2}}")
    found = told(write(tmp_path, rule(points), head=head))
    assert [code for code, _, _ in found] == codes
    for _, day, words in found:
        assert (day, str(words["following"])) == ("2021-07-01", "2022-01-01")


def test_a_window_that_begins_before_the_day_of_force_counts_from_it(tmp_path: Path) -> None:
    points = "kind: points\nwindow: year\ncount: reminder\nvia: unit\neach: {by_date: {2021-03-01: 1}}\neffect: deduct"
    policy = loaded(tmp_path, rule(points), document="in_force: {since: 2021-03-01}")
    reminder = {"type": "reminder", "id": "r1", "date": "2021-07-05", "matter": "m1", "unit": "u1"}
    found = judged(policy, matter(day="2021-03-04"), reminder, as_of="2021-12-31").findings
    assert [(f.subject, f.value, f.rule.since) for f in found] == [("u1", 1, date(2021, 3, 1))]


@pytest.mark.parametrize(("as_of", "value"), [("2021-06-30", 1), ("2021-07-01", 2)])
def test_without_a_window_a_unit_is_judged_by_the_day_asked(tmp_path: Path, as_of: str, value: int) -> None:
    each = "{by_date: {2020-01-01: 1, 2021-07-01: 2}}"
    policy = loaded(
        tmp_path, rule(f"kind: points\ncount: reminder\nvia: unit\neach: {each}\neffect: deduct"), document=FORCE
    )
    reminder = {"type": "reminder", "id": "r1", "date": "2021-02-05", "matter": "m1", "unit": "u1"}
    found = judged(policy, matter(), reminder, as_of=as_of).findings
    assert [(f.subject, f.value) for f in found] == [("u1", value)]


def test_duties_of_each_period_go_by_its_first_day(tmp_path: Path) -> None:
    least = "{by_date: {2021-01-01: 1, 2021-02-15: 2}}"
    duty = f"kind: duty\nof: unit\neach: month\nneed: report\nvia: unit\nat_least: {least}"
    policy = loaded(tmp_path, rule(duty), document="in_force: {since: 2021-01-01}")
    reports = [
        {
            "type": "report",
            "id": f"p{month}",
            "kind": "progress",
            "date": f"2021-{month:02}-10",
            "matter": "m1",
            "unit": "u1",
        }
        for month in (1, 2, 3)
    ]
    found = judged(policy, matter(), *reports, as_of="2021-03-31").findings
    assert [(f.period.first, str(f.state)) for f in found if f.period] == [
        (date(2021, 1, 1), "on_time"),
        (date(2021, 2, 1), "on_time"),
        (date(2021, 3, 1), "due_soon"),
    ]


def test_before_the_first_day_of_a_value_nothing_is_determined(tmp_path: Path) -> None:
    """A document without a day of force is judged from any date; its values need not be."""
    policy = loaded(tmp_path, limit("{by_date: {2021-07-01: 7 days}}"))
    result = judged(policy, matter(day="2021-06-30", received="2021-06-30"), as_of="2021-08-02")
    (finding,) = result.findings
    assert (str(finding.state), finding.day, finding.rule.since) == ("undetermined", None, None)
    assert finding.detail == (("no_value_before", date(2021, 7, 1)),)
    assert text_of(result, finding) == "一条规则｜督查事项 m1：无法判定，规则的值自 2021-07-01 才有"
    assert text_of(result, result.explain(finding)).splitlines()[2:] == [
        "├ 按事情开始的那一天（2021-06-30）的规定",
        "└ 这条规则自 2021-07-01 才有值",
    ]


def test_a_total_of_an_item_that_has_no_value_yet_is_not_determined(tmp_path: Path) -> None:
    score = rule("kind: score\nwindow: year\nbase: 100\nboxes: [{id: box, label: 框, effect: deduct, max: 5}]", "total")
    each = "{by_date: {2021-07-01: 1, 2022-01-01: 2}}"
    keys = f"kind: points\nwindow: year\ncount: reminder\nvia: unit\neach: {each}\neffect: deduct\ninto: box"
    known = {"type": "reminder", "matter": "m1", "unit": "u1"}
    reminders = [{**known, "id": f"r{year}", "date": f"{year}-02-01"} for year in (2021, 2022)]
    result = judged(loaded(tmp_path, score + rule(keys)), matter(), *reminders, as_of="2022-12-31")
    early, late = (finding for finding in result.findings if finding.rule.id == "total")
    assert (str(early.state), early.value) == ("undetermined", None)
    assert dict(early.detail)["no_value_before"] == date(2021, 7, 1)
    assert (str(late.state), late.value) == ("scored", 98)
    assert "规则的值自 2021-07-01 才有" in text_of(result, early)
    assert "一条规则" in text_of(result, result.explain(early))
    require = rule('kind: requirement\non: unit\nwindow: year\nrequire: points("total") > 90', "enough")
    asking = judged(loaded(tmp_path, score + rule(keys) + require), matter(), *reminders, as_of="2022-12-31").findings
    missing = [finding.missing for finding in asking if finding.rule.id == "enough"]
    assert missing == [('unit u1: points("total")',), ()]


def test_several_values_change_on_days_of_their_own(tmp_path: Path) -> None:
    start = "{by_date: {2020-01-01: received, 2021-01-01: date}}"
    keys = f"kind: time_limit\non: instruction\nstart: {start}\ndone: replied\ncases: [{{within: {DATED}}}]"
    policy = loaded(tmp_path, rule(keys), document=FORCE)

    def due(day: str) -> tuple[str, date | None, date | None]:
        return shown(list(judged(policy, matter(day=day, received="2021-08-01"), as_of="2021-08-02").findings))[0]

    assert due("2020-12-31") == ("m1", date(2021, 8, 11), date(2020, 1, 1))
    assert due("2021-01-01") == ("m1", date(2021, 1, 11), date(2021, 1, 1))
    assert due("2021-07-01") == ("m1", date(2021, 7, 8), date(2021, 7, 1))


def test_a_whole_list_may_change_and_a_value_may_be_left_out(tmp_path: Path) -> None:
    cases = (
        "{by_date: {2020-01-01: [{when: joint, within: 30 days}, {within: 10 days}], 2021-07-01: [{within: 7 days}]}}"
    )
    when = "{by_date: {2020-01-01: , 2021-07-01: joint}}"
    keys = f"kind: time_limit\non: instruction\nwhen: {when}\nstart: received\ndone: replied\ncases: {cases}"
    policy = loaded(tmp_path, rule(keys), document=FORCE)

    def dues(day: str, *, joint: bool) -> list[tuple[str, date | None, date | None]]:
        records = matter(day=day, received=day, joint=joint)
        return shown(list(judged(policy, records, as_of="2021-08-02").findings))

    assert dues("2021-06-30", joint=True) == [("m1", date(2021, 7, 30), date(2020, 1, 1))]
    assert dues("2021-06-30", joint=False) == [("m1", date(2021, 7, 10), date(2020, 1, 1))]
    assert dues("2021-07-01", joint=True) == [("m1", date(2021, 7, 8), date(2021, 7, 1))]
    assert dues("2021-07-01", joint=False) == []


def test_dates_and_readings_in_one_value(tmp_path: Path) -> None:
    head = "readings:\n  - {id: len, words: 时限, options: {a: 甲, b: 乙}, taken: a}\n"
    within = "{by_date: {2020-01-01: 10 days, 2021-07-01: {by_reading: len, a: 7 days, b: 5 days}}}"
    policy = loaded(tmp_path, limit(within), head=head, document=FORCE)
    found = judged(policy, matter(day="2021-07-01", received="2021-07-01"), as_of="2021-08-02")
    assert shown(list(found.findings)) == [("m1", date(2021, 7, 8), date(2021, 7, 1))]
    assert [finding.rule.readings for finding in found.findings] == [(("len", "a"),)]
    other = evaluate(policy, found.batch, as_of=date(2021, 8, 2), readings={"len": "b"})
    assert shown(list(other.findings)) == [("m1", date(2021, 7, 6), date(2021, 7, 1))]


def test_what_reads_a_rule_sees_the_findings_of_all_its_versions(tmp_path: Path) -> None:
    late = rule('kind: outcome\non: instruction\nwhen: late("it")\noutcome: 通报', id_="then")
    policy = loaded(tmp_path, limit() + late, document=FORCE)
    records = [matter(f"m{n}", day=day, received=day) for n, day in enumerate(("2021-06-30", "2021-07-01"), start=1)]
    found = judged(policy, *records, as_of="2021-07-09").findings
    assert [(f.subject, str(f.state)) for f in found] == [
        ("m1", "due_soon"),
        ("m2", "overdue"),
        ("m2", "concluded"),
    ]


def test_a_finding_tells_its_value_and_from_when(tmp_path: Path) -> None:
    policy = loaded(tmp_path, limit(), document=FORCE)
    result = judged(policy, matter(day="2021-07-01", received="2021-07-01"), as_of="2021-08-02")
    (finding,) = result.findings
    assert text_of(result, result.explain(finding)).splitlines()[2:5] == [
        "├ 按事情开始的那一天（2021-07-01）的规定",
        "│ └ within 自 2021-07-01 起：7日",
        "├ 第1种情形成立：7日",
    ]
    listed: Any = result_json(result)["findings"]
    assert [(each["rule"], each["since"]) for each in listed] == [("it", "2021-07-01")]


def test_why_not_asks_the_version_of_its_day(tmp_path: Path) -> None:
    policy = loaded(tmp_path, limit(more="when: {by_date: {2020-01-01: joint, 2021-07-01: }}\n"), document=FORCE)
    result = judged(policy, matter(day="2021-06-30", received="2021-07-01", joint=False), as_of="2021-08-02")
    assert result.findings == ()
    assert text_of(result, result.why_not("m1", "it")).splitlines()[2:] == [
        "├ 按事情开始的那一天（2021-06-30）的规定",
        "│ ├ when 自 2020-01-01 起：joint",
        "│ └ within 自 2020-01-01 起：10日",
        "└ 适用条件",
        "  └ joint → 否",
        "    └ 需会同相关部门（joint）＝否，见 督查事项 m1",
    ]


UNIT_POINTS = "kind: points\nwindow: {}\ncount: reminder\nvia: unit\neach: 1\neffect: deduct"
WRONG = [
    # the form
    (limit("{by_date: 10 days}"), "", [("SR163", "{by_date: 10 days}")]),
    (limit("{by_date: {}}"), "", [("SR163", "{by_date: {}}")]),
    (limit("{by_date: {2021-7-1: 7 days}}"), "", [("SR112", "2021-7-1")]),
    (limit("{by_date: {2021-02-30: 7 days}}"), "", [("SR113", "2021-02-30")]),
    (limit("{by_date: {2020-01-01: 7, 2021-07-01: 5 days}}"), "", [("SR152", "7")]),
    (limit("{by_date: {2020-01-01: 7 dys, 2021-07-01: 5 dys}}"), "", [("SR152", "7 dys"), ("SR152", "5 dys")]),
    # expressions of every version
    (limit(more="when: {by_date: {2020-01-01: jont, 2021-07-01: }}\n"), "", [("SR218", "jont")]),
    # where it may not stand
    (rule(UNIT_POINTS.format("{by_date: {2020-01-01: year}}")), "", [("SR329", "{by_date: {2020-01-01: year}}")]),
    # days in force without a value, values without a day in force
    (limit("{by_date: {2020-01-02: 7 days}}"), FORCE, [("SR330", "{by_date: {2020-01-02: 7 days}}")]),
    (limit("{by_date: {2020-01-01: 7 days}}"), FORCE, []),
    (limit("{by_date: {2019-01-01: 7 days, 2020-01-01: 5 days}}"), FORCE, [("SR331", "2019-01-01")]),
    (limit("{by_date: {2019-01-01: 7 days, 2020-01-02: 5 days}}"), FORCE, []),
    (limit(DATED), "in_force: {until: 2021-06-30}", [("SR331", "2021-07-01")]),
    (limit(DATED), "in_force: {until: 2021-07-01}", []),
]


@pytest.mark.parametrize(("rules", "document", "expected"), WRONG)
def test_what_is_wrong_is_told_once_at_its_place(
    tmp_path: Path, rules: str, document: str, expected: list[tuple[str, str]]
) -> None:
    found = told(write(tmp_path, rules, document=document))
    assert [(code, marked) for code, marked, _ in found] == expected


def test_every_version_keeps_to_the_words(tmp_path: Path) -> None:
    """A number of long ago stands in the words as the last one does."""
    quoted = limit().replace("  unquoted: 试验\n", "")
    both, last = quoted.replace("原话", "10日内，后来7日内"), quoted.replace("原话", "7日内")
    assert told(write(tmp_path, both, document=FORCE)) == []
    assert [(code, marked) for code, marked, _ in told(write(tmp_path, last, document=FORCE))] == [("SR310", "10 days")]


def test_options_not_taken_are_checked(tmp_path: Path) -> None:
    head = "readings:\n  - {id: len, words: 时限, options: {a: 甲, b: 乙}, taken: a}\n"
    within = "{by_reading: len, a: 7 days, b: {by_date: {2020-02-01: 5 days, 2021-07-1: 3 dys}}}"
    found = told(write(tmp_path, limit(within), head=head, document=FORCE))
    assert [(code, marked) for code, marked, _ in found] == [
        ("SR330", "{by_date: {2020-02-01: 5 days, 2021-07-1: 3 dys}}"),
        ("SR112", "2021-07-1"),
    ]


def test_facts_do_not_change_over_time(tmp_path: Path) -> None:
    facts = "- {id: big, label: 大, of: matter, value: {by_date: {2020-01-01: joint}}}"
    found = told(write(tmp_path, limit("7 days"), facts=facts))
    assert [(code, marked) for code, marked, _ in found] == [("SR329", "{by_date: {2020-01-01: joint}}")]


def test_a_field_may_be_called_by_date(tmp_path: Path) -> None:
    head = (
        "records:\n  types:\n    matter:\n      fields:\n        by_date: {type: date, label: 限办日, label_en: by}\n"
    )
    policy = loaded(tmp_path, limit("7 days", more="when: known(by_date)\n"), head=head)
    found = judged(policy, matter(received="2021-06-30", by_date="2021-02-01"), as_of="2021-08-02")
    assert shown(list(found.findings)) == [("m1", date(2021, 7, 7), None)]
