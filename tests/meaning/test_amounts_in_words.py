"""The numbers that a document's words carry: halves, tenths, fractions, twofold."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import told, write

POINTS = """\
- kind: points
  id: it
  label: 扣分
  cite: {{clause: 一, words: {words}}}
  window: year
  count: reminder
  each: {number}
  effect: deduct
"""


@pytest.mark.parametrize(
    ("words", "carried", "other"),
    [
        ("按一半计", ["0.5"], ["1", "2"]),
        ("一半以上的，扣1分", ["0.5", "1"], ["2"]),
        ("减半计分", ["0.5"], ["1"]),
        ("重点事项加倍扣分", ["2"], ["1"]),
        ("首次被催办的，扣3分", ["1", "3"], ["2"]),
        ("排名末位的约谈", ["1"], ["2"]),
        ("再次催办的，扣分", ["2"], ["1"]),
        ("第二次催办的，扣分", ["2"], ["1"]),
        ("次日报送", ["1"], ["2"]),
        ("翌日12时前", ["1", "12"], ["2"]),
        ("每日下午5时前", ["17", "5"], ["15"]),
        ("晚上八点半前", ["20", "8", "30"], ["9"]),
        ("上午9时30分前", ["9", "30"], ["21"]),
        ("9点半前", ["9", "30"], ["21"]),
        ("于次月10日前", ["1", "10"], ["2"]),
        ("下月底前", ["1"], ["2"]),
        ("下个月底前", ["1"], ["2"]),
        ("次季度首月", ["1"], ["3"]),
        ("次年1月", ["1"], ["2"]),
        ("翌年", ["1"], ["2"]),
        ("每半年报告", ["6"], ["1"]),
        ("每次日常检查发现的", [], ["1"]),
        ("三次年度考核", ["3"], ["1"]),
        ("当次月报", [], ["1"]),
        ("科级以下年轻干部", [], ["1"]),
        ("达到八成", ["0.8", "80"], ["8", "10"]),
        ("达到八成五", ["0.85", "85"], ["8", "5"]),
        ("统一成立专班", ["1"], ["0.1", "10"]),
        ("四分之三通过", ["0.75", "75", "3", "4"], ["7"]),
        ("三分之二通过", ["2", "3"], ["0.66"]),
        ("10分之3", ["0.3", "30"], ["0.33"]),
        ("百分之五", ["5", "0.05"], ["100"]),
        ("千分之五", ["0.005"], ["0.05"]),
        ("扣零点五分", ["0.5"], ["5", "0.05"]),
        ("扣十二点二五分", ["12.25"], ["12", "25"]),
        ("上午八点五分前", ["8", "5"], ["8.5"]),
        ("下午三点五十分前", ["3", "15", "50"], ["3.5"]),
        ("扣半分", ["0.5"], ["1"]),
        ("扣一分半", ["1.5"], ["1", "0.5"]),
        ("扣2分半", ["2.5"], ["2", "0.5"]),
        ("扣一半分数", ["0.5"], ["1"]),
        ("减半分档", ["0.5"], ["1"]),
        ("一年半内", ["18"], ["12", "1", "6"]),
        ("第一年半年报", ["1", "6"], ["18"]),
        ("上半年报告", [], ["6", "0.5"]),
        ("一个半月内", ["45", "1.5"], ["1", "15"]),
        ("半个月内", ["15"], ["1"]),
        ("上半月", [], ["15"]),
        ("半天内", ["12", "4"], ["1"]),
        ("三天半", ["3.5"], ["3"]),
        ("每旬报送", ["10"], ["1"]),
        ("两旬内", ["20", "2"], ["1"]),
        ("中旬报送", [], ["10"]),
        ("廿日内", ["20"], ["2"]),
        ("卅五分", ["35"], ["30", "5"]),
        ("扣伍分", ["5"], ["1"]),
        ("叁拾分，扣贰分", ["30", "2"], ["3"]),
        ("壹佰贰拾分", ["120"], ["100"]),
        ("队伍陆续到位，收拾", [], ["5", "6", "10"]),
        ("双倍扣分", ["2"], ["1"]),
        ("隔日报送", ["2"], ["3"]),
        ("半数以上的", ["0.5"], ["1"]),
    ],
)
def test_what_the_words_carry(tmp_path: Path, words: str, carried: list[str], other: list[str]) -> None:
    tried = {number: told(write(tmp_path, POINTS.format(words=words, number=number))) for number in carried + other}
    assert {number: [code for code, _, _ in found] for number, found in tried.items()} == {
        **dict.fromkeys(carried, []),
        **dict.fromkeys(other, ["SR310"]),
    }


QUOTA = """\
- kind: quota
  id: it
  label: 名额
  cite: {{clause: 一, words: {words}}}
  of: project
  members: nomination
  order: score
  groups: [{{id: all, label: 全部, share: {{percent: {number}, of: given, round: down}}}}]
"""
SHARED = "- {id: given, label: 个数, of: project, count: nomination, via: project}\n"
SCORE = """\
- kind: score
  id: it
  label: 总分
  cite: {{clause: 一, words: {words}}}
  window: year
  boxes: [{{id: all, label: 全部, effect: add, base: 100, weight: {number}}}]
"""
TIMES = POINTS.replace("{number}", "1\n  times: {number}")


@pytest.mark.parametrize(
    ("share", "part", "hundredths"),
    [
        ("30%", "0.3", "30"),
        ("百分之三十", "0.3", "30"),
        ("三成", "0.3", "30"),
        ("0.3", "0.3", "30"),
        ("一半", "0.5", "50"),
        ("四分之三", "0.75", "75"),
        ("1%", "0.01", "1"),
        ("0.5%", "0.005", "0.5"),
        ("千分之五", "0.005", "0.5"),
        ("百分之零点五", "0.005", "0.5"),
    ],
)
def test_a_share_is_written_by_its_meaning(tmp_path: Path, share: str, part: str, hundredths: str) -> None:
    """Per cent in ``percent``, a part of one as a weight or a factor: a slip is a hundred times too much."""
    groups = ' if group == "municipal" else '
    for rule, facts, words, right, wrong in (
        (QUOTA, SHARED, f"按{share}", hundredths, part),
        (SCORE, "", f"100分，占{share}", part, hundredths),
        (SCORE, "", f"100分，占{share}", part + groups + part, part + groups + hundredths),
        (TIMES, "", f"扣1分，按{share}计", part, hundredths),
    ):
        path = write(tmp_path, rule.format(words=words, number=right), facts)
        assert told(path) == []
        path = write(tmp_path, rule.format(words=words, number=wrong), facts)
        (found,) = (each for each in told(path) if each[0] == "SR310")
        assert (found[1], found[2]["meant"]) == (wrong.rpartition(" ")[2], right.rpartition(" ")[2])


def test_what_a_weight_compares_is_no_weight(tmp_path: Path) -> None:
    weight = "0.6 if marks >= 60 else 0.4"
    facts = "- {id: marks, label: 次数, of: unit, count: reminder}\n"
    rule = SCORE.format(words="100分，60次以上的，占60%，其余占40%", number=weight)
    assert told(write(tmp_path, rule, facts)) == []


LIMIT = """\
- kind: time_limit
  id: it
  label: 办结
  cite: {clause: 一, words: 5日内办结}
  on: matter
  start: received
  done: closed
  cases: [{within: 5 days}]
"""
OUTCOME = "- {kind: outcome, id: it, label: 约谈, cite: {clause: 一, words: 约谈}, on: matter, cases: [%s]}\n"


@pytest.mark.parametrize(
    "rule",
    [
        LIMIT + "  extended: {count: extension, by: 7 days%s}\n",
        LIMIT + "  stops: {count: pause, where: 'date > date(2021, 3, 9)', until: resumed%s}\n",
        OUTCOME.replace("%s", "{when: 'year(date) > 2020', outcome: 约谈%s}"),
    ],
)
def test_a_case_a_stop_an_extension_may_say_why_its_number_is_not_in_the_words(tmp_path: Path, rule: str) -> None:
    assert {code for code, _, _ in told(write(tmp_path, rule.replace("%s", "")))} == {"SR310"}
    assert told(write(tmp_path, rule.replace("%s", ", unquoted: 惯例"))) == []


@pytest.mark.parametrize(("unit", "found"), [("workday", []), ("day", []), ("calendar day", [])])
def test_the_next_day_says_not_how_days_are_counted(tmp_path: Path, unit: str, found: list[str]) -> None:
    rule = LIMIT.replace("5日内办结", "次日办结").replace("5 days", f"1 {unit}")
    assert [code for code, _, _ in told(write(tmp_path, rule))] == found


def test_the_next_day_hides_not_that_the_words_count_working_days(tmp_path: Path) -> None:
    rule = LIMIT.replace("5日内办结", "1个工作日内办结，次日报告").replace("5 days", "1 day")
    assert [code for code, _, _ in told(write(tmp_path, rule))] == ["SR318"]
