"""The command ``test``: what it prints and how it ends."""

from __future__ import annotations

import gc
import json
from pathlib import Path

import pytest
from town import CASE, HEAD, PACK

from supervision_rules.cli.main import main

Captured = pytest.CaptureFixture[str]
LATE = "    expect: [{subject: m1, state: late}]\n"
RIGHT = "    expect: [{subject: m1, state: overdue}]\n"
SIDES = [
    "town.yaml:11:9: reply（批示回复）缺不成立的一面（按时、符合、没有结论、0 分或起始分等）",
    "town.yaml:21:9: report（结果报告）没有用例",
    "  一条规则的两面，要写成两个用例，或写成 vary 的两项；同一次判定里的两件事，只算一面",
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the pack, in which the command is run."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cases").mkdir()
    (tmp_path / "town.yaml").write_text(PACK, encoding="utf-8")
    return tmp_path


def cases(text: str, name: str = "town") -> None:
    Path("cases", f"{name}.yaml").write_text(text, encoding="utf-8")


def ran(capsys: Captured, *arguments: str) -> tuple[int, list[str], list[str]]:
    code = main(["--lang", "zh", "--color", "never", "test", *arguments])
    out, err = capsys.readouterr()
    return code, out.splitlines(), err.splitlines()


def test_all_pass(capsys: Captured) -> None:
    cases(HEAD + CASE + RIGHT)
    assert ran(capsys, "town.yaml") == (0, [*SIDES, "town：通过 1，未通过 0"], [])


def test_one_fails(capsys: Captured) -> None:
    cases(HEAD + CASE + LATE)
    assert ran(capsys, "town.yaml") == (
        1,
        [
            "cases/town.yaml:5:9: october (reply)",
            "    对象  项目   应为              得出",
            "    m1    state  逾期办结（late）  逾期未办，已逾期81天，到期日 2021-10-11，迟59个工作日（overdue）",
            "看结论从何而来：supervision-rules test town.yaml -k october --explain",
            *SIDES,
            "town：通过 0，未通过 1",
        ],
        [],
    )


def test_one_fails_in_english(capsys: Captured) -> None:
    cases(HEAD + CASE + LATE)
    assert ran(capsys, "town.yaml", "--lang", "en")[1][1:3] == [
        "    about  key    expected  found",
        "    m1     state  late      overdue, 81 day(s) late, due 2021-10-11, 59 workday(s) late (overdue)",
    ]


def test_the_differences_in_words(capsys: Captured) -> None:
    unknown = CASE.replace("received: 2021-09-28", "received: null")
    lacks = '    expect: [{subject: m1, state: undetermined, missing: ["matter m1: joint"], provisional: 2021-01-01}]\n'
    cases(HEAD + unknown + lacks)
    assert [line.split() for line in ran(capsys, "town.yaml")[1][1:5]] == [
        ["对象", "项目", "应为", "得出"],
        ["m1", "missing", "matter", "m1:", "joint（需会同相关部门）", "没有"],
        ["m1", "missing", "没有", "matter", "m1:", "received（收到日期）"],
        ["m1", "provisional", "2021-01-01", "没有"],
    ]


def test_many_differences_are_counted(capsys: Captured) -> None:
    many = CASE.replace("id: m1", 'id: "m{n}", times: 12')
    cases(HEAD + many + "    expect: []\n")
    code, out, _ = ran(capsys, "town.yaml", "-k", "october")
    assert (code, len(out), out[-3]) == (1, 15, "    ……另有 2 处不同")
    assert [line.split()[0] for line in out[2:12]] == ["m1", "m10", "m11", "m12", *(f"m{n}" for n in range(2, 8))]


def test_many_failures_are_counted(capsys: Captured) -> None:
    wrong = "      - {set: {m1.joint: true}, expect: []}\n"
    cases(HEAD + CASE + RIGHT + "    vary:\n" + wrong * 25)
    out = ran(capsys, "town.yaml", "-k", "#")[1]
    assert out[-3:] == [
        "……另有 5 个没有通过，没有列出",
        "看结论从何而来：supervision-rules test town.yaml -k october#1 --explain",
        "town：通过 0，未通过 25",
    ]


def test_some_are_chosen(capsys: Captured) -> None:
    cases(HEAD + CASE + LATE + CASE.replace("october", "other") + RIGHT)
    assert ran(capsys, "town.yaml", "-k", "oth") == (0, ["town：通过 1，未通过 0"], [])
    assert ran(capsys, "town.yaml", "-k", "octobr") == (
        2,
        [],
        ["错误 SR614 没有代号里有“octobr”的用例（最接近的：october）", "   改法：改正 -k 后面的文字"],
    )


def test_where_findings_come_from(capsys: Captured) -> None:
    minutes = CASE.replace("october", "minutes").replace("kind: instruction", "kind: minutes")
    cases(HEAD + CASE + LATE + minutes + LATE)
    out = ran(capsys, "town.yaml", "--explain")[1]
    assert "    批示回复｜督查事项 m1：逾期未办，已逾期81天，到期日 2021-10-11，迟59个工作日" in out
    assert "    │   ├ 10-01…10-07 国庆节（不计）" in out
    assert "    批示回复｜督查事项 m1：没有结论" in out
    assert "    └ 这条规则针对“领导批示交办事项”，这是会议纪要" in out


def test_no_file_of_cases(capsys: Captured) -> None:
    assert ran(capsys, "town.yaml") == (
        2,
        [],
        [
            "错误 SR607 规则包“town”没有用例：没有 cases/town.yaml 这个文件",
            "   改法：新建这个文件，第一行写 pack: town，接着写 cases",
            "town.yaml：用例有 1 处错误，没有运行",
        ],
    )


def test_a_wrong_file_does_not_keep_others_from_being_run(capsys: Captured) -> None:
    Path("other.yaml").write_text(PACK.replace("pack: town", "pack: other"), encoding="utf-8")
    cases("", "other")
    cases(HEAD + CASE + LATE)
    code, out, err = ran(capsys, "other.yaml", "town.yaml", "other.yaml")
    assert (code, out[-1]) == (2, "town：通过 0，未通过 1")
    assert err[0] == "cases/other.yaml:1:1: 错误 SR039 文件里没有内容"
    assert err[-1] == "other.yaml：用例有 1 处错误，没有运行"


WRONG = CASE.replace("october", "november").replace("rule: reply", "rule: repli") + RIGHT


def test_a_wrong_case_does_not_keep_the_others_from_being_run(capsys: Captured) -> None:
    cases(HEAD + CASE + LATE + WRONG)
    code, out, err = ran(capsys, "town.yaml", "--coverage")
    assert (code, out[-1]) == (2, "town：通过 0，未通过 1")
    assert not [line for line in out if "没有用例" in line or "缺" in line]
    assert err[0].startswith("cases/town.yaml:12:11: 错误 SR605")
    assert err[-1] == "town.yaml：用例有 1 处错误，1 个用例没有运行，其余都运行了"
    assert ran(capsys, "town.yaml", "--mutate")[0] == 2
    assert ran(capsys, "town.yaml", "--boundaries")[0] == 2


def test_what_is_argued_of_a_place_that_is_no_more_keeps_no_case_from_being_run(capsys: Captured) -> None:
    cases(HEAD + CASE + LATE + "survivors:\n  - {at: rules/reply/never, change: 1 → 2, reason: 一样}\n")
    code, out, err = ran(capsys, "town.yaml")
    assert (code, out[-1]) == (2, "town：通过 0，未通过 1")
    assert "错误 SR615" in err[0]


def test_what_is_wrong_with_the_records_of_all_keeps_all_from_being_run(capsys: Captured) -> None:
    cases((HEAD + CASE + LATE).replace("type: unit", "type: unitt"))
    code, out, err = ran(capsys, "town.yaml")
    assert (code, out) == (2, [])
    assert err[-1] == "town.yaml：用例有 1 处错误，没有运行"


def test_junit_tells_of_the_wrong_case_and_of_those_that_were_run(capsys: Captured) -> None:
    cases(HEAD + CASE + LATE + WRONG)
    code, out, _ = ran(capsys, "town.yaml", "--format", "junit")
    text = "\n".join(out)
    assert code == 2
    assert 'tests="2"' in text and 'failures="1"' in text and 'errors="1"' in text and "SR605" in text


def test_json(capsys: Captured) -> None:
    cases(HEAD + CASE + LATE)
    code, out, _ = ran(capsys, "town.yaml", "--format", "json")
    (report,) = json.loads("\n".join(out))
    assert code == 1
    assert report["untested"][0] == {"rule": "reply", "path": "town.yaml", "line": 11, "column": 9, "shown": "holds"}
    (case,) = report["cases"]
    assert (case["name"], case["line"], case["column"], case["passed"]) == ("october", 5, 9, False)
    assert case["differences"] == [{"subject": "m1", "key": "state", "expected": "late", "found": "overdue"}]


def test_json_tells_of_cases_that_are_wrong(capsys: Captured) -> None:
    cases(HEAD + CASE.replace("rule: reply", "rule: replay") + RIGHT)
    code, out, _ = ran(capsys, "town.yaml", "--format", "json")
    (report,) = json.loads("\n".join(out))
    assert code == 2
    assert report["pack"] == "town.yaml"
    assert [(each["code"], each["path"]) for each in report["problems"]] == [("SR605", "cases/town.yaml")]


def test_the_collection_of_garbage_goes_on_afterwards(capsys: Captured) -> None:
    cases(HEAD + CASE + RIGHT)
    ran(capsys, "town.yaml")
    assert gc.isenabled()
