"""Cases by the results of other rules, and by what is reckoned: cut where they are compared, within the ends that are
proved of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_what_changes_nothing import told

from supervision_rules.cli.main import main

RULES = """\
facts:
  - {id: slips, label: 催办次数, of: unit, count: reminder, window: year}
  - {id: notices, label: 通报次数, of: unit, count: criticism_notice, window: year}
rules:
  - kind: score
    id: total
    label: 得分
    cite: {clause: 八, words: 原话}
    unquoted: 试验
    window: year
    base: 100
    boxes:
      - {id: minus, label: 扣分, effect: deduct, max: 15, unquoted: 试验}
  - kind: points
    id: p
    label: 催办扣分
    cite: {clause: 七, words: 原话}
    unquoted: 试验
    window: year
    count: reminder
    each: %s
    effect: deduct
    into: minus
  - kind: points
    id: own
    label: 通报扣分
    cite: {clause: 七, words: 原话}
    unquoted: 试验
    window: month
    value: 2
    when: notices > 0
    effect: deduct
  - kind: ladder
    id: l
    label: 阶梯
    cite: {clause: 七, words: 原话}
    unquoted: 试验
    of: unit
    window: year
    steps:
      - {step: one, label: 一, when: slips >= 1}
      - {step: two, label: 二, when: slips >= 4}
  - kind: ranking
    id: r
    label: 排名
    cite: {clause: 七, words: 原话}
    window: year
    by: points("total")
  - kind: outcome
    id: it
    label: 结果
    cite: {clause: 九, words: 原话}
    unquoted: 试验
    on: unit
    window: year
    cases:
"""
ASKED = ("SR327", "SR345", "SR346", "SR362", "SR364", "SR372", "SR380")


def pack(cases: tuple[str, ...], each: str = "1") -> str:
    written = [f"when: '{case}', " if case else "" for case in cases]
    return RULES % each + "".join(f"      - {{{when}outcome: 后果{n}}}\n" for n, when in enumerate(written))


def found(cases: tuple[str, ...], each: str = "1") -> list[tuple[str, str]]:
    return [(code, message) for code, message in told(pack(cases, each)) if code in ASKED]


@pytest.mark.parametrize(
    ("cases", "message"),
    [
        (('points("total") >= 88', 'points("total") >= 90', ""), 'points("total") 是 90 时，先有第 1 种'),
        (('points("total") >= 88', 'points( "total" )  == 95', ""), 'points("total") 是 95 时，先有第 1 种'),
        (('rank("r") <= 3', 'rank("r") <= 2', ""), 'rank("r") 是 1 时，先有第 1 种'),
        (('step("l") >= 1', 'step("l") >= 2', ""), 'step("l") 是 2 时，先有第 1 种'),
        (("slips + notices >= 2", "slips + notices >= 3", ""), "slips + notices 是 3 时，先有第 1 种"),
        (("slips * 2 + 1 >= 5", "5 < slips * 2 + 1", ""), "slips * 2 + 1 是 6 时，先有第 1 种"),
    ],
)
def test_a_case_in_the_shadow_of_another(cases: tuple[str, ...], message: str) -> None:
    assert found(cases) == [("SR345", f"第 2 种情形永远轮不到：{message}")]


@pytest.mark.parametrize(
    ("each", "cases", "hole"),
    [
        ("1", ('points("total") >= 90', 'points("total") < 88'), 'points("total") 是 88'),
        ("0.5", ('points("total") >= 90', 'points("total") <= 89'), 'points("total") 是 89.5'),
        ("5", ('points("total") > 95', 'points("total") < 95'), 'points("total") 是 95'),
        ("1", ('step("l") == 2', 'step("l") == 0'), 'step("l") 是 1'),
        ("1", ('rank("r") <= 3', 'rank("r") > 4'), 'rank("r") 是 4'),
    ],
)
def test_a_hole(each: str, cases: tuple[str, ...], hole: str) -> None:
    assert found(cases, each) == [("SR327", f"没有一种情形管到 {hole} 的")]


@pytest.mark.parametrize(
    ("each", "cases"),
    [
        ("1", ('points("total") >= 90', 'points("total") <= 89')),  # none comes to a part of a point
        ("5", ('points("total") >= 95', 'points("total") <= 90')),  # by fives
        ("{by: level, table: {provincial: 7, city: 9}}", ('points("p") >= 7', 'points("p") <= 0')),  # nobody has 3
        ("1", ('points("total") >= 95', 'points("total") >= 90')),  # what lies below may be meant so
        ("1", ('points("total") >= 90 and rank("r") <= 3', 'points("total") < 88')),
        ("1", ("slips + notices >= 4", "slips + notices <= 2")),  # whether it may be any number is not known
    ],
)
def test_no_hole(each: str, cases: tuple[str, ...]) -> None:
    text = pack(cases, each).replace("count: reminder\n    each: {", "count: criticism_notice\n    each: {")
    assert [code for code, _ in told(text) if code in ASKED] == []


@pytest.mark.parametrize(
    ("cases", "message"),
    [
        (
            ('points("total") >= 90', 'points("total") >= 60', ""),
            '第 3 种情形永远轮不到：先有第 2 种（points("total") 从 85 到 100）',
        ),
        (
            ('points("total") >= 90', 'points("total") >= 80', 'points("total") >= 60', ""),
            '第 3, 4 种情形永远轮不到：先有第 2 种（points("total") 从 85 到 100）',
        ),
        (
            ('points("own") > 12', 'points("own") >= 0', ""),
            '第 3 种情形永远轮不到：先有第 2 种（points("own") 从 0 到 24）',
        ),
        (
            ('step("l") == 2', 'step("l") <= 1', ""),
            '第 3 种情形永远轮不到：step("l") 是 0 时，先有第 2 种（step("l") 从 0 到 2）',
        ),
        (("slips >= 2", "slips <= 1", ""), "第 3 种情形永远轮不到：slips 是 0 时，先有第 2 种"),
    ],
)
def test_nothing_is_left_by_the_values_that_there_can_be(cases: tuple[str, ...], message: str) -> None:
    assert found(cases) == [("SR380", message)]


@pytest.mark.parametrize(
    ("condition", "value"),
    [('points("total") < 85', "false"), ('step("l") > 2', "false"), ('rank("r") < 1', "false")],
)
def test_a_case_that_never_holds(condition: str, value: str) -> None:
    assert found((condition, "")) == [("SR364", f"按各项的取值范围，“{condition}”总是 {value}")]


def test_what_may_be_otherwise_is_not_held_against_ends() -> None:
    text = pack(('points("total") >= 90', 'points("total") >= 60', ""))
    readings = "readings:\n  - {id: cap, words: 原话, options: {low: 十五, high: 四十五}, taken: low}\n"
    other = text.replace("max: 15", "max: {by_reading: cap, low: 15, high: 45}")
    assert other != text
    assert "SR380" not in [code for code, _ in told(readings + other)]
    dated = text.replace("base: 100", "base: {by_date: {2020-01-01: 60, 2021-01-01: 100}}")
    assert dated != text
    assert "SR380" not in [code for code, _ in told(dated)]


@pytest.mark.parametrize("cases", [('points("total") >= 95', 'points("total") >= 90', ""), ('rank("r") <= 3', "")])
def test_the_table_was_looked_into_in_full(
    cases: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "it.yaml"
    head = "pack: it\nlabel: 试\nversion: 1.0.0\nlanguage: 1\ndocument: {title: 办法, issuer: 政府}\n"
    path.write_text(head + pack(cases), encoding="utf-8")
    assert main(["check", str(path), "--analysed", "--lang", "zh"]) == 0
    assert "情形表 1（全部分析的 1）" in capsys.readouterr().out


TWO_PARTS = """\
rules:
  - kind: score
    id: total
    label: 得分
    cite: {clause: 八, words: 原话}
    unquoted: 试验
    window: year
    base: 80
    boxes:
      - {id: plus, label: 加分, effect: add, max: 20, unquoted: 试验}
      - {id: minus, label: 扣分, effect: deduct%s, unquoted: 试验}
  - kind: points
    id: praise
    label: 表扬
    cite: {clause: 七, words: 原话}
    unquoted: 试验
    window: year
    count: commendation
    each: {by: level, table: {%s}}
    effect: add
    into: plus
  - kind: points
    id: slips
    label: 催办
    cite: {clause: 七, words: 原话}
    unquoted: 试验
    window: year
    count: reminder
    each: 0.5
    effect: deduct
    into: minus
  - kind: outcome
    id: it
    label: 结果
    cite: {clause: 九, words: 原话}
    unquoted: 试验
    on: unit
    window: year
    cases:
      - {when: points("total") > %s, outcome: 甲}
      - {when: points("total") < %s, outcome: 乙}
"""
LEVELS = ("national", "provincial", "city")


def comes_about(coins: tuple[int, ...], cap: float | None, total: float) -> bool:
    """Whether so much can be had by the prices, capped at 20, less halves up to the cap."""
    plus = {0.0}
    for _ in range(20):
        plus |= {min(each + coin, 20.0) for each in plus for coin in coins}
    return any(80 + each >= total and (cap is None or 80 + each - total <= cap) for each in plus)


@pytest.mark.parametrize("coins", [(5,), (5, 3), (5, 3, 2), (7, 4)])
@pytest.mark.parametrize("cap", [None, 1, 4])
def test_a_hole_is_told_where_finer_amounts_fill_what_lies_between(coins: tuple[int, ...], cap: int | None) -> None:
    """And of no total that cannot come about."""
    table = ", ".join(f"{level}: {coin}" for level, coin in zip(LEVELS, coins, strict=False))
    holes = {}
    for at in (81, 82.5, 83, 91):
        text = TWO_PARTS % ("" if cap is None else f", max: {cap}", table, at, at)
        holes[at] = any(code == "SR327" for code, _ in told(text))
        assert comes_about(coins, cap, at) or not holes[at], at
    assert all(holes.values()) is (min(coins) - (20 if cap is None else cap) <= 0.5)
