"""What a fact is made from is listed with what was taken of each, so that a sum can be checked by eye."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, only, rule

from supervision_rules import Finding, Result, text_of
from supervision_rules.reports.json import explanation_json
from supervision_rules.reports.wording import Wording

POINTS = rule("kind: points\nwindow: year\nvalue: it\neffect: deduct")
OTHER = {"type": "unit", "id": "u2", "name": "乙局"}


def appraisal(month: int, points: int | None, unit: str = "u1", day: str = "", **more: object) -> dict[str, object]:
    on = day or f"2021-{month:02}-01"
    return {"type": "appraisal", "id": f"a{month}{unit}", "unit": unit, "date": on, "item_points": points, **more}


def reminder(number: int, colour: str | None) -> dict[str, object]:
    return {"type": "reminder", "id": f"r{number}", "date": f"2021-0{number}-01", "matter": "m1", "colour": colour}


def told(result: Result, finding: Finding, fact: str, lang: str = "zh") -> list[str]:
    """The line of a fact, and those below it, one step in."""
    lines = text_of(result, result.explain(finding), lang).splitlines()  # type: ignore[arg-type]
    first = next(number for number, line in enumerate(lines) if f"（{fact}）＝" in line or f"({fact}) = " in line)
    depth = len(lines[first]) - len(lines[first].lstrip("│├└ "))
    below = []
    for line in lines[first + 1 :]:
        inner = len(line) - len(line.lstrip("│├└ "))
        if inner <= depth:
            break
        below.append(line[depth:])
    return [lines[first][depth:], *below]


@pytest.mark.parametrize(
    ("way", "zh", "en"),
    [
        ("sum", "110", "110"),
        ("mean", "55", "55"),
        ("max", "70", "70"),
        ("min", "40", "40"),
        ("first", "40", "40"),
        ("last", "70", "70"),
        ("distinct", "2", "2"),
    ],
)
def test_what_was_taken_of_each_record_is_told(tmp_path: Path, way: str, zh: str, en: str) -> None:
    facts = f"- {{id: it, label: 得分, of: unit, {way}: appraisal, take: item_points, window: year}}"
    result = judged(loaded(tmp_path, POINTS, facts=facts), appraisal(1, 40), appraisal(2, 70))
    assert told(result, only(result), "it") == [
        f"得分（it）＝{zh}，由 2 件记录",
        "├ 年度考评 a1u1，2021-01-01：40",
        "└ 年度考评 a2u1，2021-02-01：70",
    ]
    assert told(result, only(result), "it", "en") == [
        f"it (it) = {en}, from 2 record(s)",
        "├ appraisal a1u1, 2021-01-01: 40",
        "└ appraisal a2u1, 2021-02-01: 70",
    ]


def test_the_first_date_is_not_told_twice(tmp_path: Path) -> None:
    facts = "- {id: met, label: 首次考核, of: unit, first: appraisal}"
    policy = loaded(tmp_path, rule("kind: requirement\non: unit\nrequire: known(met)"), facts=facts)
    result = judged(policy, appraisal(1, 40))
    assert told(result, only(result), "met") == [
        "首次考核（met）＝2021-01-01，由 1 件记录",
        "└ 年度考评 a1u1，2021-01-01",
    ]


def test_what_is_unknown_of_a_record_or_doubtful_is_told(tmp_path: Path) -> None:
    facts = "- {id: it, label: 得分, of: unit, sum: appraisal, take: item_points, where: not absent, window: year}"
    head = "records: {types: {appraisal: {fields: {absent: {type: bool, label: 缺席, label_en: absent}}}}}\n"
    policy = loaded(tmp_path, POINTS, facts=facts, head=head)
    result = judged(policy, appraisal(1, None, absent=False), appraisal(2, 70))
    assert told(result, only(result), "it")[1:] == [
        "├ 年度考评 a1u1，2021-01-01：未知",
        "└ 年度考评 a2u1，2021-02-01：70，是否计入不明",
    ]
    assert told(result, only(result), "it", "en")[1:] == [
        "├ appraisal a1u1, 2021-01-01: unknown",
        "└ appraisal a2u1, 2021-02-01: 70, in doubt",
    ]


def test_the_value_of_each_month_is_told_ranges_too(tmp_path: Path) -> None:
    facts = "- {id: red, label: 当月红牌, of: unit, count: reminder, where: colour == 'red', window: month}\n"
    facts += "- {id: it, label: 全年红牌, of: unit, sum: months, take: red, window: year}"
    policy = loaded(tmp_path, POINTS, facts=facts.replace("'", '"'))
    result = judged(policy, matter(), reminder(1, "red"), reminder(3, None), as_of="2021-03-31")
    assert told(result, only(result), "it") == [
        "全年红牌（it）＝1～2，由 3 个时段",
        "├ 2021年1月：1",
        "├ 2021年2月：0",
        "└ 2021年3月：0～1",
    ]
    assert told(result, only(result), "it", "en") == [
        "it (it) = 1 to 2, from 3 period(s)",
        "├ 2021-01: 1",
        "├ 2021-02: 0",
        "└ 2021-03: 0 to 1",
    ]


def test_peers_are_told_by_name_with_the_value_of_each(tmp_path: Path) -> None:
    facts = "- {id: mark, label: 得分, of: unit, sum: appraisal, take: item_points, window: year}\n"
    facts += "- {id: it, label: 平均分, of: unit, mean: peers, take: mark}"
    result = judged(loaded(tmp_path, POINTS, facts=facts), OTHER, appraisal(1, 10), appraisal(2, 15, "u2"))
    assert told(result, result.findings[0], "it") == [
        "平均分（it）＝12.5，由 2 个单位",
        "├ 局（u1）：10",
        "└ 乙局（u2）：15",
    ]
    assert told(result, result.findings[0], "it", "en")[1:] == ["├ 局 (u1): 10", "└ 乙局 (u2): 15"]


def test_what_a_count_asked_of_each_is_told(tmp_path: Path) -> None:
    facts = '- {id: it, label: 红牌, of: unit, count: reminder, where: colour == "red", window: year}'
    result = judged(loaded(tmp_path, POINTS, facts=facts), matter(), reminder(1, "red"), reminder(2, None))
    assert told(result, only(result), "it") == [
        "红牌（it）＝1～2，由 2 件记录",
        "├ 催办 r1，2021-01-01：催办等级＝红色（red）",
        "└ 催办 r2，2021-02-01：催办等级＝未知，是否计入不明",
    ]
    assert told(result, only(result), "it", "en")[1:] == [
        "├ reminder r1, 2021-01-01: colour = red",
        "└ reminder r2, 2021-02-01: colour = unknown, in doubt",
    ]


def test_where_all_must_be_so_the_one_that_is_not_is_told(tmp_path: Path) -> None:
    facts = '- {id: all_red, label: 都是红牌, of: unit, every: reminder, where: colour == "red"}'
    policy = loaded(tmp_path, rule("kind: requirement\non: unit\nrequire: all_red"), facts=facts)
    result = judged(policy, matter(), reminder(1, "red"), reminder(2, "yellow"), reminder(3, None))
    assert told(result, only(result), "all_red") == [
        "都是红牌（all_red）＝否，由 3 件记录",
        "├ 催办 r1，2021-01-01：催办等级＝红色（red）",
        "├ 催办 r2，2021-02-01：催办等级＝黄色（yellow），不符合",
        "└ 催办 r3，2021-03-01：催办等级＝未知，是否计入不明",
    ]
    assert told(result, only(result), "all_red", "en")[2:] == [
        "├ reminder r2, 2021-02-01: colour = yellow, does not meet it",
        "└ reminder r3, 2021-03-01: colour = unknown, in doubt",
    ]


@pytest.mark.parametrize(
    ("points", "zh"),
    [
        (
            [50, 70, 50, 40],
            [
                "连续不合格（it）＝2，由 2 件记录",
                "├ 年度考评 a2u1，2021-02-01：政府督查工作得分＝70，不符合，从它以后数起",
                "├ 年度考评 a3u1，2021-03-01：政府督查工作得分＝50",
                "└ 年度考评 a4u1，2021-04-01：政府督查工作得分＝40",
            ],
        ),
        (
            [50, 70],
            [
                "连续不合格（it）＝0，由 0 件记录",
                "└ 年度考评 a2u1，2021-02-01：政府督查工作得分＝70，不符合，从它以后数起",
            ],
        ),
        ([50], ["连续不合格（it）＝1，由 1 件记录", "└ 年度考评 a1u1，2021-01-01：政府督查工作得分＝50"]),
    ],
)
def test_a_run_tells_where_it_broke(tmp_path: Path, points: list[int], zh: list[str]) -> None:
    facts = "- {id: it, label: 连续不合格, of: unit, run: appraisal, where: item_points < 60, unquoted: 试验}"
    records = [appraisal(month, each) for month, each in enumerate(points, 1)]
    result = judged(loaded(tmp_path, POINTS, facts=facts), *records)
    assert told(result, only(result), "it") == zh


def test_a_run_of_months_tells_the_month_in_which_it_broke(tmp_path: Path) -> None:
    facts = "- {id: slips, label: 当月催办, of: unit, count: reminder, window: month}\n"
    facts += "- {id: it, label: 连续几个月有催办, of: unit, run: months, where: slips > 0, unquoted: 试验}"
    policy = loaded(tmp_path, POINTS, facts=facts)
    result = judged(policy, matter(), reminder(2, "red"), reminder(3, "red"), as_of="2021-03-31")
    assert told(result, only(result), "it") == [
        "连续几个月有催办（it）＝2，由 2 个时段",
        "├ 2021年1月：当月催办＝0，不符合，从它以后数起",
        "├ 2021年2月：当月催办＝1",
        "└ 2021年3月：当月催办＝1",
    ]
    assert told(result, only(result), "it", "en")[1] == "├ 2021-01: slips = 0, does not meet it: counted from the next"


LIGHT = rule(
    "kind: outcome\non: reminder\ncases:\n"
    '  - {when: colour == "red", outcome: 红灯, code: red}\n  - {outcome: 绿灯, code: green}',
    "light",
)


@pytest.mark.parametrize(
    ("keys", "zh", "en"),
    [
        ('top: reminder, take: outcome("light")', "红灯（red）", "red"),
        ('any: reminder, where: outcome("light") == "red"', 'outcome("light")＝red', 'outcome("light") = red'),
        ("distinct: reminder, take: unit", "局（u1）", "局 (u1)"),
        ("last: reminder, take: colour", "红色（red）", "red"),
    ],
)
def test_what_another_rule_concluded_of_each_is_told(tmp_path: Path, keys: str, zh: str, en: str) -> None:
    facts = f"- {{id: worst, label: 全部, of: matter, {keys}}}"
    asks = rule("kind: requirement\non: instruction\nrequire: known(worst)", "asks")
    result = judged(loaded(tmp_path, LIGHT + asks, facts=facts), matter(), reminder(1, "red"))
    assert told(result, only(result, "asks"), "worst")[1] == f"└ 催办 r1，2021-01-01：{zh}"
    assert told(result, only(result, "asks"), "worst", "en")[1] == f"└ reminder r1, 2021-01-01: {en}"


def test_a_level_that_a_fact_passes_on_is_called_by_its_label(tmp_path: Path) -> None:
    facts = '- {id: worst, label: 最差的灯, of: matter, top: reminder, take: outcome("light")}'
    asks = rule('kind: requirement\non: instruction\nrequire: worst == "green"', "asks")
    result = judged(loaded(tmp_path, LIGHT + asks, facts=facts), matter(), reminder(1, "red"))
    assert told(result, only(result, "asks"), "worst")[0] == "最差的灯（worst）＝红灯（red），由 1 件记录"


def test_a_long_list_is_cut_and_its_run_still_tells_where_it_broke(tmp_path: Path) -> None:
    facts = "- {id: it, label: 连续不合格, of: unit, run: appraisal, where: item_points < 60, unquoted: 试验}"
    records = [
        {
            **appraisal(1, 50 if number else 70),
            "id": f"a{number:02}",
            "date": f"2021-{1 + number // 28:02}-{1 + number % 28:02}",
        }
        for number in range(60)
    ]
    result = judged(loaded(tmp_path, POINTS, facts=facts), *records)
    lines = told(result, only(result), "it")
    assert lines[:2] == [
        "连续不合格（it）＝59，由 59 件记录",
        "├ 年度考评 a00，2021-01-01：政府督查工作得分＝70，不符合，从它以后数起",
    ]
    assert len(lines) == 52


def test_a_program_is_given_what_was_taken_by_name(tmp_path: Path) -> None:
    facts = "- {id: it, label: 得分, of: unit, sum: appraisal, take: item_points, window: year}"
    result = judged(loaded(tmp_path, POINTS, facts=facts), appraisal(1, 40))
    (run,) = result.runs
    node = explanation_json(Wording(run, "zh"), result.explain(only(result)))
    while node["parts"] and node["phrase"] != "record":
        node = next((part for part in node["parts"] if part["parts"]), node["parts"][0])  # type: ignore[union-attr,assignment,index]
    assert node == {
        "phrase": "record",
        "text": "年度考评 a1u1，2021-01-01：40",
        "words": {"type": "appraisal", "id": "a1u1", "date": "2021-01-01", "by": "take", "taken": {"item_points": 40}},
        "parts": [],
    }


def test_the_day_that_a_line_begins_with_is_not_told_again(tmp_path: Path) -> None:
    facts = "- {id: it, label: 旧催办, of: unit, count: reminder, where: date < as_of and known(colour), window: year}"
    result = judged(loaded(tmp_path, POINTS, facts=facts), matter(), reminder(1, "red"))
    assert told(result, only(result), "it")[1:] == ["└ 催办 r1，2021-01-01：催办等级＝红色（red）"]
