"""An explanation names the place where a fact stands: another record, a month, a window."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, only, rule

from supervision_rules import text_of

REMINDER = {"type": "reminder", "id": "r1", "date": "2021-03-01", "matter": "m1", "colour": "red"}


def lines(text: str) -> list[str]:
    return [line.lstrip("│├└ ") for line in text.splitlines()]


def test_a_field_of_another_record_is_told_of_that_record(tmp_path: Path) -> None:
    keys = 'kind: requirement\non: reminder\nrequire: known(matter_closed) and matter_importance == "special"'
    result = judged(loaded(tmp_path, rule(keys)), matter("m1", importance="special"), REMINDER)
    told = lines(text_of(result, result.explain(only(result))))
    assert "督查事项的办结日期（matter_closed）＝尚无，见 督查事项 m1" in told
    assert "督查事项的督查等级（matter_importance）＝特别重要（special），见 督查事项 m1" in told


def test_a_derived_fact_of_another_record_is_unfolded(tmp_path: Path) -> None:
    facts = "- {id: slips, label: 催办次数, of: matter, count: reminder}\n"
    facts += "- {id: many, label: 催办多, of: matter, value: slips > 0}"
    policy = loaded(tmp_path, rule("kind: requirement\non: reminder\nrequire: matter_many"), facts=facts)
    result = judged(policy, matter("m1"), REMINDER)
    told = lines(text_of(result, result.explain(only(result))))
    assert told[-3:] == [
        "督查事项的催办多（matter_many）＝是，由 slips > 0",
        "催办次数（slips）＝1，由 1 件记录",
        "催办 r1，2021-03-01",
    ]


def test_the_months_that_count_are_named(tmp_path: Path) -> None:
    facts = "- {id: slips, label: 当月催办, of: unit, count: reminder, window: month}\n"
    facts += "- {id: months_slipped, label: 几个月有催办, of: unit, count: months, where: slips > 0, window: year}"
    keys = "kind: points\nwindow: year\nvalue: months_slipped\neffect: deduct"
    result = judged(loaded(tmp_path, rule(keys), facts=facts), matter("m1"), REMINDER)
    told = lines(text_of(result, result.explain(only(result))))
    assert told[-3:-1] == ["几个月有催办（months_slipped）＝1，由 1 个时段", "2021年3月：当月催办＝1"]


def test_why_not_names_the_window_that_was_looked_at(tmp_path: Path) -> None:
    keys = 'kind: points\nwindow: quarter\ncount: reminder\nwhere: colour == "yellow"\neach: 1\neffect: deduct'
    result = judged(loaded(tmp_path, rule(keys)), matter("m1"), REMINDER)
    assert lines(text_of(result, result.why_not("u1", "it")))[2:4] == [
        "看的是判定日所在的2021年第四季度",
        "2021年第四季度没有可以计入的记录",
    ]


OPEN = "kind: outcome\non: instruction\nwindow: month\nwhen: date <= as_of\noutcome: 在办\ncode: open"


@pytest.mark.parametrize(
    ("place", "zh", "en"),
    [
        (0, "看到2021年1月末日（as_of）＝2021-01-31", "seen at the end of 2021-01 (as_of) = 2021-01-31"),
        (1, "判定日（as_of）＝2021-02-14", "the day asked (as_of) = 2021-02-14"),
    ],
)
def test_a_window_that_is_over_is_judged_at_its_end_and_says_so(tmp_path: Path, place: int, zh: str, en: str) -> None:
    result = judged(loaded(tmp_path, rule(OPEN)), matter("m1"), as_of="2021-02-14")
    why = result.explain(result.findings[place])
    assert zh in lines(text_of(result, why)) and en in lines(text_of(result, why, "en"))


def test_a_day_of_a_history_is_no_day_asked(tmp_path: Path) -> None:
    keys = "kind: ladder\nof: matter\nsteps: [{step: one, label: 提醒, when: slips > 0 and as_of > date}]"
    facts = "- {id: slips, label: 催办次数, of: matter, count: reminder}"
    result = judged(loaded(tmp_path, rule(keys), facts=facts), matter("m1"), REMINDER)
    why = result.explain(only(result))
    assert "当时（as_of）＝2021-03-01" in lines(text_of(result, why))
    assert "as of then (as_of) = 2021-03-01" in lines(text_of(result, why, "en"))
