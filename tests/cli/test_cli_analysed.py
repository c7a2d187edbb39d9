"""``check --analysed``: what was proved without records, what was not and why, how many of each sort."""

from __future__ import annotations

from pathlib import Path

import pytest

from supervision_rules.cli.main import main

PACK = """\
pack: town
label: 某镇督查办法
version: 1.0.0
language: 1
document: {title: 某镇督查办法, issuer: 某镇人民政府}
facts:
  - {id: slips, label: 催办次数, of: unit, count: reminder, window: year}
rules:
  - kind: points
    id: slips-cost
    label: 催办扣分
    cite: {clause: 一, words: 催办1次扣2分，最多扣10分}
    window: year
    count: reminder
    each: 2
    effect: deduct
    max: 10
  - kind: outcome
    id: light
    label: 亮灯
    cite: {clause: 二, words: 催办超过3次且扣分超过4分的，亮红灯}
    on: unit
    window: year
    cases:
      - {when: slips > 3 and points("slips-cost") > 4, outcome: 红灯}
      - {outcome: 绿灯}
"""
ZH = """\
推得出的 1 处：
  {path}:9:5 分数 slips-cost：从 0 到 10
没有分析，或没有全部分析的 2 处，因为：
  {path}:25:7 情形表 light：points("slips-cost")、slips 彼此牵连，有的值凑不到一起，没有全部看到
  {path}:25:16 条件 light：points("slips-cost")、slips 彼此牵连，有的值凑不到一起，没有全部看到
不看记录分析了：情形表 1（全部分析的 0）、条件 1（全部分析的 0）、分数 1（全部分析的 1）
1 个规则包没有发现问题
"""
EN = """\
1 proved:
  {path}:9:5 amount slips-cost: from 0 to 10
2 not analysed, or not wholly, because:
  {path}:25:7 table light: points("slips-cost"), slips hang together: \
some of their values never meet, which was not looked into wholly
  {path}:25:16 condition light: points("slips-cost"), slips hang together: \
some of their values never meet, which was not looked into wholly
looked into without records: table 1 (wholly 0), condition 1 (wholly 0), amount 1 (wholly 1)
1 pack(s) checked, nothing found
"""


@pytest.mark.parametrize(("lang", "expected"), [("zh", ZH), ("en", EN)])
def test_what_was_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lang: str, expected: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("town.yaml").write_text(PACK, encoding="utf-8")
    for form in ("text", "concise"):
        assert main(["check", "town.yaml", "--analysed", "--lang", lang, "--format", form]) == 0
        assert capsys.readouterr().out == expected.format(path="town.yaml")


def test_it_is_not_told_unasked_nor_of_a_pack_with_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "town.yaml"
    path.write_text(PACK, encoding="utf-8")
    assert main(["check", str(path), "--lang", "zh"]) == 0
    assert capsys.readouterr().out == "1 个规则包没有发现问题\n"
    path.write_text(PACK.replace("slips > 3", "slip > 3"), encoding="utf-8")
    assert main(["check", str(path), "--analysed", "--lang", "zh"]) == 1
    assert "不看记录分析了：没有\n" in capsys.readouterr().out


TIED = """\
facts:
  - {id: slips, label: 催办次数, of: unit, count: reminder, window: year}
  - {id: red, label: 红色, of: unit, count: reminder, where: colour == "red", window: year}
  - {id: any_red, label: 有红色, of: unit, any: reminder, where: colour == "red", window: year}
rules:
  - kind: outcome
    id: light
    label: 亮灯
    cite: {clause: 二, words: 催办超过3次，红色超过1次的，亮红灯}
    on: unit
    window: year
    cases:
      - {when: slips > 3 and red > 1, outcome: 红灯}
      - {when: slips > 3, outcome: 黄灯}
      - {when: slips <= 3, outcome: 绿灯}
      - {outcome: 没有}
"""


def analysed(folder: Path, capsys: pytest.CaptureFixture[str], rules: str) -> str:
    """What is told at the end of the check of a sound pack."""
    path = folder / "town.yaml"
    path.write_text(PACK[: PACK.index("facts:")] + rules, encoding="utf-8")
    main(["check", str(path), "--analysed", "--lang", "zh", "--ignore", "SR"])
    return capsys.readouterr().out


def test_names_that_hang_together_are_known_or_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = analysed(tmp_path, capsys, TIED)
    assert "情形表 light：前面的情形管到了全部，最后一种没有什么轮到" in out
    assert "情形表 1（全部分析的 1）、条件 5（全部分析的 5）" in out  # two counts of the same records
    out = analysed(tmp_path, capsys, TIED.replace("red > 1", "any_red"))
    assert "情形表 light：any_red、slips 彼此牵连，有的值凑不到一起，没有全部看到" in out
    assert "情形表 1（全部分析的 0）、条件 5（全部分析的 4）" in out


LADDER = """\
facts:
  - {id: slips, label: 催办次数, of: unit, count: reminder, window: year}
  - {id: agreed, label: 同意, of: unit, any: consent, by: covers, window: year}
  - {id: blamed, label: 问责, of: unit, any: held_to_account, window: year}
rules:
  - kind: ladder
    id: steps
    label: 阶梯
    cite: {clause: 一, words: 催办1次的提醒，3次的约谈，6次的通报}
    of: unit
    window: year
    steps:
      - {step: first, label: 提醒, when: slips >= 1}
      - {step: second, label: 约谈, when: slips >= 3}
      - {step: third, label: 通报, when: slips >= 6}
"""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("", ""), "到上一档才到下一档"),
        (("slips >= 6", "slips >= 6, after: second"), "到上一档才到下一档"),
        (("slips >= 6", "slips >= 6 or blamed"), "可以直接到第 3 档"),
        (("slips >= 6", "slips >= 6 or blamed, after: second"), "第 3 档没有先到过 after 的一档也能到，判为越级"),
        (("slips >= 3", "slips >= 3, consent: agreed"), "可以直接到第 3 档"),  # while the second awaits its consent
    ],
)
def test_which_steps_of_a_ladder_may_be_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: tuple[str, str], said: str
) -> None:
    assert f"阶梯 steps：每年重新开始；{said}\n" in analysed(
        tmp_path, capsys, LADDER.replace(*change) if change[0] else LADDER
    )


def test_days_after_the_time_in_force_are_not_looked_into(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rule = """\
facts: []
rules:
  - kind: outcome
    id: old
    label: 旧
    cite: {clause: 二, words: 2021年12月31日以前的}
    on: matter
    when: date <= date(2021, 12, 31)
    outcome: 旧
"""
    assert "条件 1（全部分析的 1）" in analysed(tmp_path, capsys, rule)
    governed = PACK[: PACK.index("facts:")].replace("政府}", "政府, in_force: {until: 2021-12-31}}")
    (tmp_path / "later.yaml").write_text(governed + rule, encoding="utf-8")
    main(["check", str(tmp_path / "later.yaml"), "--analysed", "--lang", "zh"])
    out = capsys.readouterr().out
    assert "条件 old：date <= date(2021, 12, 31)，没有和施行期间一起看" in out
    assert "条件 1（全部分析的 0）" in out


@pytest.mark.parametrize(
    ("each", "said", "wholly"),
    [
        ("{by: colour, table: {red: 2, yellow: 1, blue: 1}}", "", 1),
        ("{by: matter_days, bands: [{over: 0, rate: 2}]}", "", 1),
        ("{by: matter_days * 2, bands: [{over: 0, rate: 2}]}", "matter_days * 2 是算出来的，各档只和它的上下界比", 0),
        ('{by: colour, table: {red: 2}}\n    where: due("due") > date', 'due("due") > date，当作成立、不成立都可能', 0),
    ],
)
def test_bands_and_prices(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], each: str, said: str, wholly: int
) -> None:
    fact = "  - {id: days, label: 天数, of: matter, value: 'days_between(date, closed)'}\n"
    limit = (
        "  - {kind: time_limit, id: due, label: 期限, cite: {clause: 三, words: 5日}, on: instruction, start: date, "
    )
    limit += "done: closed, cases: [{within: 5 days}]}\n"
    points = (
        PACK[PACK.index("facts:") :].replace("each: 2", f"each: {each}").replace("rules:\n", f"{fact}rules:\n{limit}")
    )
    out = analysed(tmp_path, capsys, points)
    assert f"分数 slips-cost：{said}\n" in out or not said
    assert f"分数 1（全部分析的 {wholly}）" in out


def test_ends_are_told_with_the_readings_that_they_hang_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    readings = "readings:\n"
    for name in ("cap", "whom", "price"):
        readings += f"  - {{id: {name}, words: 原话, options: {{a: 甲, b: 乙}}, taken: a}}\n"
    rules = """\
rules:
  - kind: points
    id: one
    label: 甲
    cite: {clause: 一, words: "每次扣2分、4分，最多扣10分、20分"}
    window: year
    count: reminder
    where: {by_reading: whom, a: colour == "red", b: colour != "red"}
    each: {by_reading: price, a: 2, b: 4}
    effect: deduct
    max: {by_reading: cap, a: 10, b: 20}
    into: box
  - kind: score
    id: total
    label: 总分
    cite: {clause: 一, words: 满分100分}
    window: year
    base: 100
    boxes:
      - {id: box, label: 扣分, effect: deduct}
"""
    out = analysed(tmp_path, capsys, readings + rules)
    assert "分数 one：从 0 到 10（采用的理解：cap=a、price=a）\n" in out
    assert "分数 total：从 90 到 100（采用的理解：cap=a、price=a）\n" in out
    plain = rules.replace("{by_reading: cap, a: 10, b: 20}", "10").replace("{by_reading: price, a: 2, b: 4}", "2")
    assert "分数 total：从 90 到 100\n" in analysed(tmp_path, capsys, readings + plain)


def test_a_ladder_that_changes_over_time_is_not_said_to_be_looked_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = """\
facts:
  - {id: slips, label: 次数, of: unit, count: reminder, window: year}
rules:
  - kind: ladder
    id: steps
    label: 逐级
    cite: {clause: 一, words: 2次}
    of: unit
    window: year
    steps:
      - {step: talk, label: 约谈, when: {by_date: {2021-01-01: slips >= 2, 2022-01-01: slips + 0 >= 2}}}
"""
    assert "阶梯 steps：随理解或日期而变\n" in analysed(tmp_path, capsys, rules)


def test_points_of_those_that_a_rule_is_not_about_are_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = """\
rules:
  - kind: points
    id: one
    label: 甲
    cite: {clause: 一, words: 每月扣1分}
    window: month
    when: group == "township"
    value: 1
    effect: deduct
"""
    assert "分数 one：从 0 到 1\n" in analysed(tmp_path, capsys, rules)
    assert "分数 one：从 1 到 1\n" in analysed(tmp_path, capsys, rules.replace('    when: group == "township"\n', ""))
