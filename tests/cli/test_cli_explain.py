"""Why, and why not: members of a quota, records that counted, units by an alias, rules that say nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_cli_commands import Captured, ran

PACK = """\
pack: prizes
label: 先进评选办法
version: 0.1.0
language: 1
document: {title: 先进评选办法, issuer: 某县}
rules:
  - kind: quota
    id: advanced
    label: 先进单位名额
    cite: {clause: 第九条, words: 乡镇不超过1个}
    of: project
    members: nomination
    order: score
    name: unit
    groups:
      - {id: county, label: 乡镇, when: unit_group == "county", at_most: 1}
  - kind: points
    id: black-list
    label: 黑榜扣分
    cite: {clause: 第八条, words: 黑榜每次扣2分}
    window: year
    count: list_notice
    where: list == "black"
    each: 2
    effect: deduct
"""
LEDGER = """\
{"type":"unit","id":"t1","name":"北河乡","group":"county","aliases":["北河"]}
{"type":"unit","id":"t2","name":"南河乡","group":"county"}
{"type":"project","id":"p1","title":"先进单位","year":2022,"date":"2022-06-01"}
{"type":"nomination","id":"a1","date":"2022-06-02","project":"p1","unit":"t1","score":90}
{"type":"nomination","id":"a2","date":"2022-06-02","project":"p1","unit":"t2","score":80}
{"type":"notice","id":"n1","kind":"list_notice","list":"black","unit":"t1","date":"2022-03-01"}
{"type":"notice","id":"n2","kind":"list_notice","list":"red","unit":"t2","date":"2022-03-01"}
"""


@pytest.fixture
def judge(tmp_path: Path) -> list[str]:
    pack, ledger = tmp_path / "prizes.yaml", tmp_path / "ledger.jsonl"
    pack.write_text(PACK, encoding="utf-8")
    ledger.write_text(LEDGER, encoding="utf-8")
    return [str(ledger), "--pack", str(pack), "--as-of", "2022-06-30"]


def explained(judge: list[str], capsys: Captured, *asked: str) -> list[str]:
    code, out, err = ran(["explain", *judge, *asked], capsys)
    assert (code, err) == (0, "")
    return out.splitlines()


def test_a_quota_is_told_in_names(judge: list[str], capsys: Captured) -> None:
    told = "超出名额，超1个，组别 乡镇，名额1个，提名2个，超出的：南河乡（t2）"
    assert f"    先进单位（p1）  {told}" in ran(["evaluate", *judge], capsys)[1].splitlines()
    english = ran(["--lang", "en", "evaluate", *judge], capsys)[1]
    assert "over the quota, 1 in excess, group county, quota 1, 2 put forward, in excess: 南河乡 (t2)" in english


def test_a_member_of_a_quota_is_told_the_finding_that_names_it(judge: list[str], capsys: Captured) -> None:
    lines = explained(judge, capsys, "--subject", "t2", "--rule", "advanced")
    assert lines[0].startswith("先进单位名额｜先进单位（p1）：超出名额，")
    assert {"├ 乡镇的名额 1 个", "├ 南河乡（t2）超出名额，见 拟激励对象 a2"} <= set(lines)
    english = ran(["--lang", "en", "explain", *judge, "--subject", "t2", "--rule", "advanced"], capsys)[1]
    assert "├ 北河乡 (t1) is within the quota, from nomination a1\n" in english


def test_a_report_may_hold_the_reasons(judge: list[str], capsys: Captured) -> None:
    code, out, _ = ran(["evaluate", *judge, "--explain"], capsys)
    lines = out.splitlines()
    place = lines.index("    先进单位（p1）  超出名额，超1个，组别 乡镇，名额1个，提名2个，超出的：南河乡（t2）")
    assert code == 0
    assert lines[place + 1 : place + 5] == [
        "      ├ 乡镇的名额 1 个",
        "      ├ 北河乡（t1）在名额之内，见 拟激励对象 a1",
        "      │ └ score → 90",
        "      │   └ 量化得分（score）＝90，见 拟激励对象 a1",
    ]
    assert "      ├ 乡镇" not in ran(["evaluate", *judge], capsys)[1]


def test_what_is_not_governed_may_be_asked_for_by_its_own_id(tmp_path: Path, capsys: Captured) -> None:
    pack, ledger = tmp_path / "later.yaml", tmp_path / "ledger.jsonl"
    pack.write_text(LIMITS, encoding="utf-8")
    ledger.write_text(LEDGER.replace("2022-03-01", "2022-02-28"), encoding="utf-8")
    asked = ["--pack", str(pack), "--as-of", "2022-12-31", "--subject", "n2", "--rule", "in-force"]
    code, out, _ = ran(["explain", str(ledger), *asked], capsys)
    assert (code, out.splitlines()[0]) == (0, "施行期间｜通报 n2：不适用本文件，最早的日期 2022-02-28")


def test_a_record_that_counted_is_told_where(judge: list[str], capsys: Captured) -> None:
    for asked in ([], ["--rule", "black-list"]):
        lines = explained(judge, capsys, "--subject", "n1", *asked)
        assert lines[0] == "黑榜扣分｜北河乡（t1）：计分，扣2分，2022年，截至 2022-06-30"
        assert any(line.startswith("├ 通报 n1（2022-03-01）：2分") for line in lines)


def test_a_unit_may_be_asked_for_by_an_alias(judge: list[str], capsys: Captured) -> None:
    assert (
        explained(judge, capsys, "--subject", "北河", "--rule", "black-list")
        == explained(judge, capsys, "--subject", "t1", "--rule", "black-list")
        != []
    )


@pytest.mark.parametrize(
    ("subject", "since"), [("m8", "2024-07-01"), ("m9", "2024-01-01"), ("u9", "2024-02-01"), ("新局", "2024-02-01")]
)
def test_a_record_that_was_not_known_on_the_day_is_no_unknown_one(
    subject: str, since: str, tmp_path: Path, judge: list[str], capsys: Captured
) -> None:
    later = tmp_path / "later.jsonl"
    later.write_text(
        '{"type":"matter","id":"m8","kind":"minutes","date":"2024-07-01"}\n'
        '{"type":"matter","id":"m9","kind":"minutes","date":"2021-07-01","recorded":"2024-01-01"}\n'
        '{"type":"unit","id":"u9","name":"某新局","aliases":["新局"],"recorded":"2024-02-01"}\n',
        encoding="utf-8",
    )
    day = judge[judge.index("--as-of") + 1]
    assert ran(["explain", *judge, str(later), "--subject", subject], capsys) == (
        2,
        "",
        f"错误 SR921 到判定日 {day} 还没有“{subject}”的记录：{since} 起才有\n"
        f"   改法：要问它，--as-of 写 {since} 或以后的日子\n",
    )
    assert ran(["explain", *judge, str(later), "--subject", "m7"], capsys)[2].startswith("错误 SR919 ")


def test_a_rule_for_other_records_says_so(judge: list[str], capsys: Captured) -> None:
    assert explained(judge, capsys, "--subject", "n2", "--rule", "black-list") == [
        "黑榜扣分｜通报 n2：没有结论",
        "├ 依据 第八条“黑榜每次扣2分”（规则 black-list）",
        "└ 这条规则针对“单位”，这是红黑榜通报",
    ]


def test_a_nomination_is_told_by_the_quota_that_placed_it(judge: list[str], capsys: Captured) -> None:
    told = explained(judge, capsys, "--subject", "a2", "--rule", "advanced")
    assert told[-1] == "└ 提名 2 个，名额 1 个，超 1 个"


def test_what_was_set_aside_is_not_denied(judge: list[str], capsys: Captured) -> None:
    ledger = Path(judge[0])
    ledger.write_text(
        LEDGER + '{"type":"matter","id":"m1","kind":"instruction","unit":"nobody","date":"2022-03-01"}\n',
        encoding="utf-8",
    )
    code, out, err = ran(["explain", *judge, "--subject", "m1"], capsys)
    assert (code, out) == (2, "")
    assert f"SR922 “m1”没有采用：SR536 {ledger}:8:1 " in err


LIMITS = """\
pack: later
label: 办法
version: 0.1.0
language: 1
document: {title: 办法, issuer: 某县, in_force: {since: 2022-03-01}}
facts:
  - {id: black, label: 黑榜次数, of: unit, count: list_notice, where: list == "black", window: year}
rules:
  - kind: ladder
    id: steps
    label: 问责
    cite: {clause: 第五条, words: 1次约谈}
    of: unit
    window: year
    steps:
      - {step: talk, label: 约谈, when: black >= 1}
  - kind: requirement
    id: known-level
    label: 级别
    cite: {clause: 第六条, words: 写明级别}
    on: notice
    require: known(level)
"""


@pytest.mark.parametrize(
    ("subject", "rule", "as_of", "told"),
    [
        ("n2", "known-level", "2022-12-31", "不适用本文件，最早的日期 2022-02-28"),
        ("t1", "steps", "2022-02-01", "文件施行期间：自 2022-03-01"),
        ("t1", "steps", "2022-12-31", "到 2022-12-31 未达第1档：约谈"),
        ("t1", "steps", "2022-12-31", "黑榜次数（black）＝0"),
    ],
)
def test_the_true_reason_why_not(
    tmp_path: Path, capsys: Captured, subject: str, rule: str, as_of: str, told: str
) -> None:
    pack, ledger = tmp_path / "later.yaml", tmp_path / "ledger.jsonl"
    pack.write_text(LIMITS, encoding="utf-8")
    ledger.write_text(
        LEDGER.replace('"t2","date":"2022-03-01"', '"t2","date":"2022-02-28"').replace('"black"', '"red"')
    )
    asked = ["--pack", str(pack), "--as-of", as_of, "--subject", subject, "--rule", rule]
    code, out, _ = ran(["explain", str(ledger), *asked], capsys)
    assert code == 0 and told in out


def test_points_that_count_nothing_say_so(judge: list[str], capsys: Captured) -> None:
    code, out, _ = ran(["explain", *judge, "--subject", "t2", "--rule", "black-list"], capsys)
    assert code == 0 and out.endswith("└ 2022年没有可以计入的记录\n")


def test_what_another_record_names_in_vain_is_not_said_to_be_set_aside(judge: list[str], capsys: Captured) -> None:
    naming = '{"type":"nomination","id":"a3","project":"p9","unit":"t1","date":"2022-06-02"}\n'
    Path(judge[0]).write_text(f"{LEDGER}{naming}", encoding="utf-8")
    assert "SR919 " in ran(["explain", *judge, "--subject", "p9"], capsys)[2]
    assert "SR922 “a3”没有采用：" in ran(["explain", *judge, "--subject", "a3"], capsys)[2]


def test_a_window_is_asked_for_by_name(judge: list[str], capsys: Captured) -> None:
    more = '{"type":"notice","id":"n3","kind":"list_notice","list":"black","unit":"t1","date":"2021-03-01"}\n'
    Path(judge[0]).write_text(LEDGER + more, encoding="utf-8")
    asked = ["--subject", "t1", "--rule", "black-list"]
    heads = [line for line in explained(judge, capsys, *asked) if "｜" in line]
    assert heads == [
        "黑榜扣分｜北河乡（t1）：计分，扣2分，2021年",
        "黑榜扣分｜北河乡（t1）：计分，扣2分，2022年，截至 2022-06-30",
    ]
    for period in ("2021年", "2021"):
        lines = explained(judge, capsys, *asked, "--period", period)
        assert [line for line in lines if "｜" in line] == heads[:1]
    assert explained(judge, capsys, *asked, "--period", "2020年")[2:4] == [
        "├ 没有判过2020年",
        "└ 判过的时段，共2个；要看其中一个，写明时段，如 --period 2022年",
    ]


def test_a_window_without_findings_names_those_with_some(judge: list[str], capsys: Captured) -> None:
    assert explained(judge, capsys, "--subject", "t1", "--period", "2021年3月") == [
        "没有关于“t1”在2021年3月的结论；有结论的时段：2022年"
    ]
    english = ran(["--lang", "en", "explain", *judge, "--subject", "t1", "--period", "2021-03"], capsys)[1]
    assert english == "nothing was found about “t1” in 2021-03; there are findings of: 2022\n"
