"""What a rule or a fact of one window means to a rule of another, or to one of none."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import UNIT, brief, judged, loaded, matter, only, rule, told, write

from supervision_rules import Result
from supervision_rules.catalogue import Bilingual

COUNT = '{{id: cnt, label: 次数, of: unit, count: list_notice, where: list == "black", via: unit, window: {window}}}'
POINTS = """
    kind: points
    window: {window}
    {counting}
    effect: deduct
"""
READINGS = """
readings:
- id: period
  clause: 一
  words: 原话
  options: {yearly: 按年, other: 另一种}
  taken: yearly
"""
UNTIL = "in_force: {until: 2022-12-31}"
COUNTED = "count: list_notice\n    each: 2"


def black(id_: str, day: str, **more: object) -> dict[str, object]:
    return {"type": "notice", "id": id_, "kind": "list_notice", "list": "black", "date": day, "unit": "u1", **more}


def points(window: str, counting: str = COUNTED, id_: str = "points") -> str:
    return rule(POINTS.format(window=window, counting=counting), id_)


def required(condition: str, window: str = "", on: str = "unit") -> str:
    keys = f"\nwindow: {window}" if window else ""
    return rule(f"kind: requirement\non: {on}\nrequire: {condition}{keys}")


def by_period(result: Result) -> list[tuple[str, str]]:
    found = (finding for finding in result.findings if finding.rule.id == "it")
    return [(finding.period.label, str(finding.state)) for finding in found if finding.period]


def test_a_fact_by_the_year_counts_up_to_the_end_of_the_quarter(tmp_path: Path) -> None:
    policy = loaded(tmp_path, required("cnt < 2", "quarter"), facts=f"- {COUNT.format(window='year')}")
    result = judged(policy, black("n1", "2021-01-10"), black("n2", "2021-04-10"), black("n3", "2021-07-10"))
    assert [state for _, state in by_period(result)] == ["met", "breached", "breached", "breached"]


def test_a_fact_by_the_month_is_that_of_the_last_month_for_a_rule_by_the_year(tmp_path: Path) -> None:
    policy = loaded(tmp_path, required("cnt == 1", "year"), facts=f"- {COUNT.format(window='month')}")
    notices = (black("n1", "2020-12-10"), black("n2", "2021-04-10"), black("n3", "2021-07-10"))
    assert by_period(judged(policy, *notices)) == [("2020年", "met"), ("2021年", "breached")]
    assert by_period(judged(policy, *notices, as_of="2021-07-20")) == [("2020年", "met"), ("2021年", "met")]


def test_a_rolling_fact_ends_with_the_window(tmp_path: Path) -> None:
    policy = loaded(tmp_path, required("cnt < 2", "year"), facts=f"- {COUNT.format(window='12 months')}")
    result = judged(policy, black("n1", "2020-05-10"), black("n2", "2020-06-10"), black("n3", "2021-07-10"))
    assert by_period(result) == [("2020年", "breached"), ("2021年", "met")]


@pytest.mark.parametrize(
    ("day", "window", "state"),
    [("2020-05-10", "", "met"), ("2021-05-10", "", "breached"), ("2020-05-10", "month", "met")],
)
def test_points_of_a_past_year_are_not_those_of_the_year_asked(
    tmp_path: Path, day: str, window: str, state: str
) -> None:
    policy = loaded(tmp_path, points("year") + required('points("points") == 0', window))
    found = [each for each in judged(policy, black("n1", day)).findings if each.rule.id == "it"]
    assert str(found[-1].state) == state


def test_a_record_sees_the_year_in_which_it_happened(tmp_path: Path) -> None:
    policy = loaded(tmp_path, points("year") + required('points("points") == 0', on="interview"))
    talks = [{"type": "interview", "id": f"i{year}", "date": f"{year}-09-01", "unit": "u1"} for year in (2020, 2021)]
    result = judged(policy, black("n1", "2020-05-10"), *talks)
    assert brief(result)[1:] == [("it", "i2020", "breached"), ("it", "i2021", "met")]


@pytest.mark.parametrize(("condition", "window"), [("== 6", "year"), ("== 4", "quarter")])
def test_the_points_of_months_add_up(tmp_path: Path, condition: str, window: str) -> None:
    policy = loaded(tmp_path, points("month") + required(f'points("points") {condition}', window))
    result = judged(policy, black("n1", "2021-01-10"), black("n2", "2021-01-20"), black("n3", "2021-04-10"))
    assert by_period(result)[0][1] == "met"


def test_a_month_without_any_record_is_a_month(tmp_path: Path) -> None:
    score = rule("kind: score\nwindow: year\nboxes:\n  - {id: box, label: 框, effect: add}")
    monthly = POINTS.format(window="month", counting="value: 10\n    into: box").replace("deduct", "add")
    policy = loaded(tmp_path, score + rule(monthly, "points"))
    records = (black("n1", "2021-03-10"), black("n2", "2021-11-10"))
    assert only(judged(policy, *records)).value == 120
    assert only(judged(policy, *records, as_of="2021-04-10")).value == 40


def test_in_the_first_year_the_months_begin_with_the_time_in_force(tmp_path: Path) -> None:
    policy = loaded(tmp_path, points("month", "value: 1"), document="in_force: {since: 2021-10-01}")
    found = judged(policy, black("n1", "2021-11-10")).findings
    assert [finding.period.label for finding in found if finding.period] == ["2021年10月", "2021年11月", "2021年12月"]


@pytest.mark.parametrize(
    ("as_of", "years"),
    [("2020-12-31", []), ("2021-01-01", ["2021年"]), ("2022-12-31", ["2022年"]), ("2023-01-01", [])],
)
def test_only_periods_in_which_the_document_is_in_force_are_judged(
    tmp_path: Path, as_of: str, years: list[str]
) -> None:
    policy = loaded(tmp_path, points("year", "value: 1"), document="in_force: {since: 2021-01-01, until: 2022-12-31}")
    assert [finding.period.label for finding in judged(policy, as_of=as_of).findings if finding.period] == years


def test_what_a_matter_of_its_time_brings_later_is_judged_in_its_own_period(tmp_path: Path) -> None:
    policy = loaded(tmp_path, points("year", COUNTED.replace("list_notice", "reminder")), document=UNTIL)
    reminder = {"type": "reminder", "id": "r1", "matter": "m1", "date": "2024-02-01"}
    found = judged(policy, matter(day="2022-11-01"), reminder, as_of="2025-06-30").findings
    labels = [(finding.period.label, finding.value) for finding in found if finding.period]
    assert labels == [("2024年", 2)]


def test_a_date_long_ago_does_not_fill_all_the_time_since(tmp_path: Path) -> None:
    found = judged(loaded(tmp_path, points("year", "value: 1")), black("n1", "1912-03-01")).findings
    labels = [finding.period.label for finding in found if finding.period]
    assert (labels[0], labels[-1], len(labels) < 40) == ("1912年", "2021年", True)


@pytest.mark.parametrize(
    ("outer", "inner", "fits"),
    [("year", "week", False), ("quarter", "year", False), ("year", "month", True), ("quarter", "quarter", True)],
)
def test_points_go_into_a_score_of_windows_that_hold_theirs(tmp_path: Path, outer: str, inner: str, fits: bool) -> None:
    score = rule(f"kind: score\nwindow: {outer}\nboxes:\n  - {{id: box, label: 框, effect: deduct}}")
    path = write(tmp_path, score + points(inner, f"{COUNTED}\n    into: box"))
    assert [(code, text) for code, text, _ in told(path)] == ([] if fits else [("SR320", inner)])


def test_a_score_that_most_of_its_points_do_not_fit_is_told_once(tmp_path: Path) -> None:
    boxes = [f"{{id: box{number}, label: 框, effect: deduct}}" for number in (1, 2, 3)]
    score = rule(f"kind: score\nwindow: week\nboxes: [{', '.join(boxes)}]")
    fed = "".join(
        points("week" if number == 3 else "month", f"{COUNTED}\n    into: box{number}").replace(
            "id: points", f"id: p{number}"
        )
        for number in (1, 2, 3)
    )
    ((code, text, words),) = told(write(tmp_path, score + fed))
    assert (code, text, words["rule"]) == ("SR320", "week", Bilingual("p1、p2", "p1, p2"))


@pytest.mark.parametrize("window", ["", "window: week"])
def test_points_that_are_called_as_a_finding_of_the_library_are_told_so(tmp_path: Path, window: str) -> None:
    score = rule("kind: score\nwindow: year\nboxes:\n  - {id: box, label: 框, effect: deduct}")
    fed = (
        points("year", f"{COUNTED}\n    into: box")
        .replace("window: year", window)
        .replace("id: points", "id: placement")
    )
    assert [code for code, _, _ in told(write(tmp_path, score + fed))] == ["SR303"]


def test_points_of_all_time_go_into_no_score_by_period(tmp_path: Path) -> None:
    score = rule("kind: score\nwindow: year\nboxes:\n  - {id: box, label: 框, effect: deduct}")
    everlasting = points("year", f"{COUNTED}\n    into: box").replace("window: year", "")
    assert [(code, text) for code, text, _ in told(write(tmp_path, score + everlasting))] == [("SR321", "box")]
    assert told(write(tmp_path, score.replace("window: year", "") + everlasting)) == []


@pytest.mark.parametrize(
    ("other", "code", "at"),
    [("month", "", ""), ("quarter", "", ""), ("year", "", ""), ("week", "SR320", "week"), ("", "SR321", "box")],
)
def test_windows_must_fit_under_every_option(tmp_path: Path, other: str, code: str, at: str) -> None:
    score = rule("kind: score\nwindow: year\nboxes:\n  - {id: box, label: 框, effect: deduct}")
    by_reading = f"{{by_reading: period, yearly: year, other: {other}}}"
    path = write(tmp_path, score + points(by_reading, f"{COUNTED}\n    into: box"), head=READINGS)
    assert [(found, text) for found, text, _ in told(path)] == ([(code, at)] if code else [])


@pytest.mark.parametrize(
    ("outer", "inner", "fits"), [("year", "week", False), ("week", "month", False), ("quarter", "year", True)]
)
def test_a_rule_asks_for_results_of_windows_that_fit(tmp_path: Path, outer: str, inner: str, fits: bool) -> None:
    path = write(tmp_path, points(inner) + required('points("points") == 0', outer))
    assert [(code, text) for code, text, _ in told(path)] == ([] if fits else [("SR320", outer)])


RANKING = "kind: ranking\nby: population\nwithin: [category]"


def unit(id_: str, population: int, **more: object) -> dict[str, object]:
    return {**UNIT, "id": id_, "category": "economy", "population": population, **more}


@pytest.mark.parametrize("window", ["", "\nwindow: year"])
def test_units_that_are_not_there_take_no_part(tmp_path: Path, window: str) -> None:
    policy = loaded(tmp_path, rule(RANKING + window))
    others = (unit("u2", 1), unit("u3", 2, until="2015-12-31"), unit("u4", 3, since="2021-11-01"))
    assert [found.subject for found in judged(policy, *others, as_of="2021-06-30").findings if found.value] == ["u2"]
    assert [found.subject for found in judged(policy, *others).findings if found.value] == ["u2", "u4"]


def test_what_is_left_empty_is_looked_up_from_record_to_record(tmp_path: Path) -> None:
    head = """
      records:
        types:
          {first}:
            label: 甲
            label_en: first
            date_label: 日期
            fields:
              matter: {{type: matter, label: 事项, label_en: matter, required: true}}
              unit: {{type: unit, label: 单位, label_en: unit, inherits: matter.unit}}
          {second}:
            label: 乙
            label_en: second
            date_label: 日期
            fields:
              first: {{type: {first}, label: 甲, label_en: first, required: true}}
              unit: {{type: unit, label: 单位, label_en: unit, inherits: first.unit}}
      """
    for first, second in (("aaa", "bbb"), ("bbb", "aaa")):
        text = rule(f"kind: requirement\non: {second}\nrequire: known(unit)")
        policy = loaded(tmp_path, text, head=head.format(first=first, second=second))
        records = (
            {"type": first, "id": "x", "date": "2021-03-01", "matter": "m1"},
            {"type": second, "id": "y", "date": "2021-03-02", "first": "x"},
        )
        assert brief(judged(policy, matter(), *records)) == [("it", "y", "met")]


@pytest.mark.parametrize("condition", ['points("points") == 2', "unit_blacks == 1", "known(unit_latest)"])
def test_of_a_record_without_a_date_it_is_unknown_which_year_it_sees(tmp_path: Path, condition: str) -> None:
    facts = """
    - {id: blacks, label: 次数, of: unit, count: list_notice, window: year}
    - {id: latest, label: 最近, of: unit, last: list_notice, window: year}
    """
    policy = loaded(tmp_path, points("year") + required(condition, on="matter"), facts=facts)
    for day, state in (("2021-03-01", "met"), (None, "undetermined")):
        found = only(judged(policy, {**matter(), "date": day}, black("n1", "2021-02-01")))
        assert (str(found.state), found.missing) == (state, () if day else ("matter m1: date",))
