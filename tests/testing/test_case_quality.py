"""The options of ``test`` that tell how well the cases test a pack: what they print, how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from town import CASE, HEAD, PACK

from supervision_rules.cli.main import main
from supervision_rules.diagnostics import Collector
from supervision_rules.nodes import plain, read

Captured = pytest.CaptureFixture[str]
SIDES = """\
    expect: [{subject: m1, state: overdue}]
    vary:
      - {set: {m1.replied: 2021-10-11}, expect: [{subject: m1, state: on_time, case: 2}]}
"""
SCORED = """\
pack: points
label: 计分
version: 1.0.0
language: 1
document: {title: 计分办法, issuer: 某镇人民政府}
facts:
  - {id: blacks, of: unit, label: 黑榜次数, window: year, count: list_notice, where: list == "black"}
rules:
  - kind: points
    id: deducted
    label: 通报扣分
    cite: {clause: 第一条, words: "自治区每次扣2分，市级每次扣1分，最高3分"}
    window: year
    count: list_notice
    each: {by: level, table: {provincial: 2, city: 1}}
    max: 3
    effect: deduct
    into: black
  - kind: points
    id: late-days
    label: 逾期扣分
    cite: {clause: 第二条, words: "3次以上扣1分，5次以上扣2分"}
    window: year
    value: {by: blacks, bands: [{at_least: 3, points: 1}, {at_least: 5, points: 2}]}
    effect: deduct
    into: late
  - kind: score
    id: total
    label: 年度得分
    cite: {clause: 第三条, words: 基础分100分}
    window: year
    base: 100
    boxes:
      - {id: black, label: 通报, effect: deduct}
      - {id: late, label: 逾期, effect: deduct}
  - kind: ladder
    id: talk
    label: 约谈
    cite: {clause: 第四条, words: "2次约谈，4次问责"}
    of: unit
    window: year
    steps:
      - {step: talk, label: 约谈, when: blacks >= 2, words: 2次约谈}
      - {step: blame, label: 问责, when: blacks >= 4, words: 4次问责}
"""
SCORED_CASES = """\
pack: points
units:
  - {type: unit, id: u1, name: 甲局}
cases:
  - id: two
    rule: deducted
    as_of: 2021-12-31
    records:
      - {type: notice, id: "n{n}", kind: list_notice, date: 2021-03-15, list: black, level: city, unit: u1, times: 2}
    expect: [{subject: u1, state: scored, value: 2}]
  - id: three-in-bands
    rule: late-days
    as_of: 2021-12-31
    records:
      - {type: notice, id: "n{n}", kind: list_notice, date: 2021-03-15, list: black, level: city, unit: u1, times: 3}
    expect: [{subject: u1, state: scored, value: 1}]
  - id: of-all
    rule: total
    as_of: 2021-12-31
    records:
      - {type: notice, id: "n{n}", kind: list_notice, date: 2021-03-15, list: black, level: city, unit: u1, times: 2}
    expect: [{subject: u1, state: scored, value: 98}]
  - id: talked
    rule: talk
    as_of: 2021-12-31
    records:
      - {type: notice, id: "n{n}", kind: list_notice, date: 2021-03-15, list: black, level: city, unit: u1, times: 2}
    expect: [{subject: u1, state: reached, value: 1}]
    vary:
      - set: {n2: null}
        expect: []
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with the packs, in which the command is run."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cases").mkdir()
    (tmp_path / "town.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "points.yaml").write_text(SCORED, encoding="utf-8")
    (tmp_path / "cases" / "points.yaml").write_text(SCORED_CASES, encoding="utf-8")
    cases(HEAD + CASE + SIDES)


def cases(text: str) -> None:
    Path("cases", "town.yaml").write_text(text, encoding="utf-8")


def ran(capsys: Captured, *arguments: str, lang: str = "zh") -> tuple[int, list[str], list[str]]:
    code = main(["--lang", lang, "--color", "never", "test", *arguments])
    out, err = capsys.readouterr()
    return code, out.splitlines(), err.splitlines()


# ---------------------------------------------------------------- coverage
def test_coverage(capsys: Captured) -> None:
    code, out, err = ran(capsys, "town.yaml", "--coverage")
    assert (code, err) == (0, [])
    assert out[-9:-1] == [
        "规则    条款    成立  不成立  各部分",
        "reply   第二条  有    有      1/2",
        "report  第三条  缺    缺      0/1",
        "town.yaml:18:9: rules/reply/cases/1：没有用例用到这种情形",
        "town.yaml:21:9: 条款 第三条 没有成立的用例",
        "town.yaml:21:9: report（结果报告）缺成立的一面（逾期、不符合、已到、计分、认定等）",
        "town.yaml:21:9: report（结果报告）缺不成立的一面（按时、符合、没有结论、0 分或起始分等）",
        "town.yaml:28:9: rules/report/cases/1：没有用例用到这种情形",
    ]
    assert out[-1] == (
        "town 用例覆盖：成立 1/2（50.0%），不成立 1/2（50.0%），各部分 1/3（33.3%），条款 1/2（50.0%）；合计 44.4%"
    )


def test_coverage_in_english(capsys: Captured) -> None:
    _, out, _ = ran(capsys, "town.yaml", "--coverage", lang="en")
    assert "town.yaml:18:9: rules/reply/cases/1: no case comes to this case" in out
    assert "town.yaml:21:9: clause 第三条: no case in which a rule takes hold" in out
    assert out[-1] == (
        "town covered by its cases: holds 1/2 (50.0%), holds not 1/2 (50.0%), parts 1/3 (33.3%), "
        "clauses 1/2 (50.0%); 44.4% of all"
    )


@pytest.mark.parametrize(("least", "code"), [("44", 0), ("45", 1), ("0", 0), ("100%", 1)])
def test_coverage_below_what_is_asked(least: str, code: int, capsys: Captured) -> None:
    assert ran(capsys, "town.yaml", "--min-coverage", least)[0] == code


def test_coverage_as_json(capsys: Captured) -> None:
    _, out, _ = ran(capsys, "points.yaml", "--coverage", "--format", "json")
    coverage = json.loads("\n".join(out))[0]["coverage"]
    assert {rule["rule"]: (rule["hit"], rule["missed"]) for rule in coverage["rules"]} == {
        "deducted": (True, False),
        "late-days": (True, False),
        "total": (True, False),
        "talk": (True, True),
    }
    assert {part["at"]: (part["sort"], part["reached"]) for rule in coverage["rules"] for part in rule["parts"]} == {
        "rules/deducted/each/table/provincial": ("price", False),
        "rules/deducted/each/table/city": ("price", True),
        "rules/late-days/value/bands/1": ("band", True),
        "rules/late-days/value/bands/2": ("band", False),
        "rules/total/boxes/black": ("box", True),
        "rules/total/boxes/late": ("box", False),
        "rules/talk/steps/talk": ("step", True),
        "rules/talk/steps/blame": ("step", False),
    }
    assert coverage["percent"] == "65.0"
    assert coverage["counts"]["clauses"] == {"reached": 4, "total": 4}
    assert (coverage["rules"][0]["line"], coverage["rules"][0]["column"]) == (10, 9)


def test_a_subject_that_is_in_doubt_is_on_neither_side(capsys: Captured) -> None:
    cases(HEAD + CASE.replace("received: 2021-09-28", "received: null") + "    expect: [{state: undetermined}]\n")
    _, out, _ = ran(capsys, "town.yaml", "--coverage")
    assert "reply   第二条  缺    缺      0/2" in out


# ---------------------------------------------------------------- mutants
def test_survivors_are_listed_by_line(capsys: Captured) -> None:
    code, out, err = ran(capsys, "town.yaml", "--mutate", "-k", "rules/reply/cases/2")
    assert (code, err) == (0, [])
    assert out[-1] == "town：逐处改动 3 处，用例发现 2，检查发现 1，没有发现 0，已说明 0；发现 100.0%"
    code, out, _ = ran(capsys, "town.yaml", "--mutate", "-k", "rules/re")
    assert out[-7:] == [
        "town.yaml:18:33: rules/reply/cases/1/within：workdays → calendar days（单位），没有用例发现",
        "town.yaml:25:5: rules/report/start：start → done（起止对调），没有用例发现",
        "town.yaml:28:21: rules/report/cases/1/within：days → workdays（单位），没有用例发现",
        "town.yaml:28:21: rules/report/cases/1/within：days → months（单位），没有用例发现",
        "  只看一条规则：supervision-rules test town.yaml --mutate -k rules/reply",
        "town：有 5 处只有核对原话发现，没有用例发现",
        "town：逐处改动 12 处，用例发现 2，检查发现 6，没有发现 4，已说明 0；发现 66.7%",
    ]
    assert code == 0


@pytest.mark.parametrize(("least", "code"), [("66", 0), ("67", 1)])
def test_killed_below_what_is_asked(least: str, code: int, capsys: Captured) -> None:
    assert ran(capsys, "town.yaml", "--min-killed", least, "-k", "rules/re")[0] == code


def test_mutants_as_json(capsys: Captured) -> None:
    _, out, _ = ran(capsys, "town.yaml", "--mutate", "-k", "rules/reply/cases/2", "--format", "json")
    found = json.loads("\n".join(out))[0]["mutants"]
    assert found["counts"] == {"total": 3, "cases": 2, "check": 0, "words": 1, "survived": 0, "argued": 0}
    assert found["percent"] == "100.0"
    assert found["changes"][1] == {
        "at": "rules/reply/cases/2/within",
        "path": "town.yaml",
        "line": 19,
        "column": 18,
        "kind": "number",
        "change": "5 → 4",
        "end": "cases",
        "by": ["october#1"],
        "reason": None,
    }


def test_mutants_in_english(capsys: Captured) -> None:
    _, out, _ = ran(capsys, "town.yaml", "--mutate", "-k", "conventions", lang="en")
    assert "town.yaml:6:47: conventions/roll/stays: false → true (switch): no case fails" in out
    assert out[-1] == ("town: 2 changes one by one: 0 told by cases, 0 by check, 2 by nothing, 0 argued; 0.0% told")


def test_nothing_is_changed_where_cases_fail(capsys: Captured) -> None:
    cases(HEAD + CASE + "    expect: [{subject: m1, state: late}]\n")
    code, out, _ = ran(capsys, "town.yaml", "--mutate")
    assert (code, out[-1]) == (1, "town：用例没有全部通过，没有改动规则包")


def test_no_such_place(capsys: Captured) -> None:
    code, out, err = ran(capsys, "town.yaml", "--mutate", "-k", "rules/repli")
    assert (code, out) == (2, [])
    assert "错误 SR619" in "\n".join(err)


def test_an_argument_about_no_place_is_told_without_mutating(capsys: Captured) -> None:
    argued = "survivors:\n  - {at: rules/reply/cases/3/within, change: 5 → 6, reason: 没有}\n"
    cases(HEAD + CASE + SIDES + argued)
    code, _, err = ran(capsys, "town.yaml")
    assert code == 2
    assert "cases/town.yaml:14:10: 错误 SR615" in "\n".join(err)


@pytest.mark.parametrize("given", ["101", "-1", "many", "9.5"])
def test_what_is_no_percentage(given: str, capsys: Captured) -> None:
    code, _, err = ran(capsys, "town.yaml", f"--min-killed={given}")
    assert code == 2
    assert f"“{given}”不行，要写 0 到 100 的整数" in "\n".join(err)


# ---------------------------------------------------------------- boundaries
def offered(out: list[str]) -> list[dict[str, object]]:
    """The cases that are offered, as what they say in YAML."""
    node = read("\n".join(("cases:", *out)).encode(), "offered", Collector())
    assert node is not None
    found = plain(node)
    assert isinstance(found, dict)
    return found["cases"]  # type: ignore[no-any-return]


def test_days_around_the_due_day_are_offered(capsys: Captured) -> None:
    cases(HEAD + CASE.replace("received: 2021-09-28", "received: 2021-09-28, replied: 2021-10-08") + SIDES.replace(
        "overdue", "on_time").split("    vary")[0])  # fmt: skip
    code, out, err = ran(capsys, "town.yaml", "--boundaries")
    assert (code, err) == (0, [])
    assert out[:8] == [
        "  - id: october-edge-1",
        "    rule: reply",
        '    label: "到期日前后：m1.replied；事实照用例 october"',
        "    as_of: 2021-12-31",
        "    records:",
        "      - {type: matter, id: m1, kind: instruction, date: 2021-09-27, unit: office, joint: false, "
        "received: 2021-09-28, replied: 2021-10-08}",
        "    vary:",
        "      - set: {m1.replied: 2021-10-10}",
    ]
    assert out[8:13] == [
        "        # 引擎得到：m1 按时，到期日 2021-10-11，请对照原文确认，写上 expect",
        "      - set: {m1.replied: 2021-10-11}",
        "        # 引擎得到：m1 按时，到期日 2021-10-11，请对照原文确认，写上 expect",
        "      - set: {m1.replied: 2021-10-12}",
        "        # 引擎得到：m1 逾期办结，迟1天，到期日 2021-10-11，迟1个工作日，请对照原文确认，写上 expect",
    ]
    assert out[13:] == [
        "# 没有给出：town.yaml:18:31 rules/reply/cases/1/within：7，改动一个日期、件数或数，没有遇到它的界线",
        "# 没有给出：town.yaml:28:18 rules/report/cases/1/within：10，这条规则没有可以改动的用例",
        "# town：给出 1 个用例，另有 0 项已有用例；没有给出 2 处",
    ]


HOURS = """\
pack: town
label: 甲
version: 1.0.0
language: 1
document: {title: 甲, issuer: 乙}
records:
  types:
    matter:
      fields:
        sent_at: {type: moment, label: 交办时刻, label_en: sent at}
        signed_at: {type: moment, label: 签收时刻, label_en: signed at}
        remark: {type: text, label: 备注, label_en: remark}
rules:
  - kind: time_limit
    id: sign
    label: 签收
    cite: {clause: 一, words: 2小时内签收}
    on: instruction
    start: sent_at
    done: signed_at
    cases: [{within: 2 hours}]
"""


def test_minutes_around_a_due_moment_are_offered(capsys: Captured) -> None:
    Path("town.yaml").write_text(HOURS, encoding="utf-8")
    record = "{type: matter, id: m1, kind: instruction, date: 2021-09-27, remark: 2021-02-30T25:00, sent_at: "
    record += "2021-09-28 23:00, signed_at: 2021-09-28 23:30}"
    cases(
        "pack: town\ncases:\n  - id: soon\n    rule: sign\n    as_of: 2021-12-31\n"
        f"    records:\n      - {record}\n    expect: [{{subject: m1, state: on_time}}]\n"
    )
    _, out, err = ran(capsys, "town.yaml", "--boundaries")
    assert err == []
    varied = offered(out)[0]["vary"]
    tried = [each["set"]["m1.signed_at"] for each in varied]  # type: ignore[attr-defined]
    assert tried == ["2021-09-29 00:59", "2021-09-29 01:00", "2021-09-29 01:01"]
    states = [line.split("m1 ")[1].split("，")[0] for line in out if "引擎得到" in line]
    assert states == ["按时", "按时", "逾期办结"]
    assert out[-1] == "# town：给出 1 个用例，另有 0 项已有用例；没有给出 0 处"


def test_what_is_offered_is_refused_until_it_is_confirmed(capsys: Captured) -> None:
    given = HEAD + CASE.replace("received: 2021-09-28", "received: 2021-09-28, replied: 2021-10-08")
    given += "    expect: [{subject: m1, state: on_time}]\n"
    cases(given)
    _, out, _ = ran(capsys, "town.yaml", "--boundaries")
    cases(given + "\n".join(out) + "\n")
    code, out, err = ran(capsys, "town.yaml")
    assert (code, out) == (2, ["town：通过 1，未通过 0"])
    assert [line for line in err if "错误" in line] == [
        "cases/town.yaml:18:9: 错误 SR618 “october-edge-1#1”还没有确认：没有写 expect",
        "cases/town.yaml:20:9: 错误 SR618 “october-edge-1#2”还没有确认：没有写 expect",
        "cases/town.yaml:22:9: 错误 SR618 “october-edge-1#3”还没有确认：没有写 expect",
        "town.yaml：用例有 3 处错误，1 个用例没有运行，其余都运行了",
    ]


def test_what_the_cases_have_is_not_offered(capsys: Captured) -> None:
    _, out, _ = ran(capsys, "town.yaml", "--boundaries")
    assert [each["id"] for each in offered(out)] == ["october-edge-1"]
    assert [each["set"] for each in offered(out)[0]["vary"]] == [  # type: ignore[index, attr-defined]
        {"m1.replied": "2021-10-10"},
        {"m1.replied": "2021-10-12"},
    ]


def test_only_the_rules_of_the_chosen_cases_are_looked_at(capsys: Captured) -> None:
    code, out, _ = ran(capsys, "points.yaml", "--boundaries", "-k", "talk")
    assert code == 0
    assert {str(each["rule"]) for each in offered(out)} == {"talk"}
    assert [line for line in out if line.startswith("# 没有给出") and "rules/talk" not in line] == []


def test_counts_of_records_are_offered(capsys: Captured) -> None:
    code, out, _ = ran(capsys, "points.yaml", "--boundaries")
    assert code == 0
    by_rule = {str(each["rule"]): each for each in offered(out)}
    assert set(by_rule) == {"deducted", "late-days", "total", "talk"}
    talk = by_rule["talk"]
    assert len(talk["records"]) == 5  # type: ignore[arg-type]
    assert [each["set"] for each in talk["vary"]] == [  # type: ignore[attr-defined]
        {"n1-2": None, "n1-3": None, "n1-4": None, "n1-5": None},
        {"n1-3": None, "n1-4": None, "n1-5": None},
        {"n1-4": None, "n1-5": None},
        {"n1-5": None},
        {},
    ]  # fmt: skip
    found = [line for line in out if line.strip().startswith("# 引擎得到")]
    assert "第1档" in found[-4] and "第2档" in found[-2]


def test_what_is_offered_as_json(capsys: Captured) -> None:
    _, text, _ = ran(capsys, "town.yaml", "--boundaries")
    _, out, _ = ran(capsys, "town.yaml", "--boundaries", "--format", "json")
    assert json.loads("\n".join(out))[0]["boundaries"].splitlines() == text
