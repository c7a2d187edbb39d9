"""The commands: what they print and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from supervision_rules.cli.main import main

HERE = Path(__file__).parent
PACK = str(HERE / "pack.yaml")
LEDGER = str(HERE / "ledger")
JUDGE = ["--pack", PACK, LEDGER, "--as-of", "2021-12-01"]

Captured = pytest.CaptureFixture[str]


def ran(arguments: list[str], capsys: Captured) -> tuple[int, str, str]:
    code = main(["--lang", "zh", "--color", "never", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def broken(tmp_path: Path, old: str, new: str) -> str:
    text = Path(PACK).read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "broken.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return str(path)


def test_check_clean(capsys: Captured) -> None:
    assert ran(["check", PACK], capsys) == (0, "1 个规则包没有发现问题\n", "")


def test_check_shows_the_spot(tmp_path: Path, capsys: Captured) -> None:
    path = broken(tmp_path, "when: joint", "when: jointt")
    code, out, err = ran(["check", path], capsys)
    lines = out.splitlines()
    assert (code, err) == (1, "")
    assert lines[0].startswith(f"{path}:27:16: 错误 SR218 ")
    assert lines[1].endswith("7个工作日内办结回复}")
    assert lines[2] == "     │                ^^^^^^"
    assert lines[2].index("^") == lines[1].index("jointt")
    assert lines[-1] == "1 个规则包：错误 1，警告 0，提示 0"


def test_check_in_english(tmp_path: Path, capsys: Captured) -> None:
    code = main(["check", "--lang", "en", broken(tmp_path, "when: joint", "when: jointt")])
    assert code == 1
    assert ": error SR218 " in capsys.readouterr().out


def test_check_json(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    code = main(["check", "--lang", "zh", "--format", "json", broken(tmp_path, "when: joint", "when: jointt")])
    told = json.loads(capsysbinary.readouterr().out)
    found = told["diagnostics"][0]
    assert (code, told["counts"]) == (1, {"error": 1, "warning": 0, "note": 0})
    assert (found["code"], found["line"], found["column"], found["end_column"]) == ("SR218", 27, 16, 22)


def test_check_missing_file(capsys: Captured) -> None:
    code, out, _ = ran(["check", "no/such.yaml"], capsys)
    assert code == 2
    assert "SR901" in out


def test_unknown_pack_is_not_taken_for_a_file(capsys: Captured) -> None:
    code, _, err = ran(["list", "--pack", "nosuchpack"], capsys)
    assert code == 2
    assert err.startswith("错误 SR904 policies/ 里没有“nosuchpack”\n")


def test_evaluate_text(capsys: Captured) -> None:
    code, out, err = ran(["evaluate", *JUDGE], capsys)
    assert (code, err) == (0, "")
    assert "  三（四） 领导批示办结回复（instruction-reply）\n    “5个工作日内办结回复”\n" in out
    assert "    河道治理（m1）  逾期未办，已逾期51天，到期日 2021-10-11，迟37个工作日\n" in out
    assert "      尚缺：督查事项 m2的需调查论证（needs_investigation）\n" in out
    assert "    河道治理（m1）  认定，书面说明\n" in out
    assert "  另有 1 条在正常范围内，没有列出（--all 全部列出）\n" in out
    assert "采用 7 件记录，重复 0 件，未采用 0 件\n" in out
    assert "m4" not in out


def test_evaluate_all(capsys: Captured) -> None:
    out = ran(["evaluate", "--all", *JUDGE], capsys)[1]
    assert "    督查事项 m4     按时，到期日 2021-10-11\n" in out
    assert "没有列出" not in out


def test_evaluate_other_reading(capsys: Captured) -> None:
    assert ran(["evaluate", *JUDGE, "--reading", "roll=move"], capsys)[0] == 0
    code, out, err = ran(["evaluate", *JUDGE, "--reading", "roll=moove"], capsys)
    assert (code, out) == (2, "")
    assert "SR307" in err and "move" in err


def test_evaluate_set_aside(tmp_path: Path, capsys: Captured) -> None:
    records = tmp_path / "reminder.jsonl"
    records.write_text('{"id":"r1","date":"2021-10-15","matter":"nope"}\n', encoding="utf-8")
    code, out, _ = ran(["evaluate", *JUDGE, str(records)], capsys)
    assert code == 3
    assert "结果不完整：" in out
    assert f"{records}:1:1: 错误 SR535" in out or f"{records}:1:1: 错误 SR537" in out


def test_evaluate_unknown_format_of_records(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "ledger.txt").write_text("", encoding="utf-8")
    for path in (tmp_path, tmp_path / "ledger.txt"):
        code, _, err = ran(["evaluate", "--pack", PACK, str(path), "--as-of", "2021-12-01"], capsys)
        assert (code, err.split()[1]) == (2, "SR906")


def test_evaluate_missing_records(capsys: Captured) -> None:
    code, _, err = ran(["evaluate", "--pack", PACK, "no-such.csv", "--as-of", "2021-12-01"], capsys)
    assert code == 2
    assert err.startswith("错误 SR901 读不了 no-such.csv：")


@pytest.mark.parametrize("day", ["2021-13-01", "2021-2-1", "２０２１-12-01", "20211201", "2021-02-30"])
def test_as_of_must_be_a_date(day: str, capsys: Captured) -> None:
    code, out, err = ran(["evaluate", "--pack", PACK, LEDGER, "--as-of", day], capsys)
    assert (code, out) == (2, "")
    assert f"“{day}”不是日期" in err


def test_as_of_is_required(capsys: Captured) -> None:
    assert ran(["evaluate", "--pack", PACK, LEDGER], capsys)[0] == 2


def test_out_replaces_the_file_whole(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "result.json"
    path.write_text("old", encoding="utf-8")
    assert ran(["evaluate", *JUDGE, "--format", "json", "--out", str(path)], capsys) == (0, "", "")
    assert json.loads(path.read_bytes())["complete"] is True
    assert [file.name for file in tmp_path.iterdir()] == ["result.json"]


def test_out_that_cannot_be_written_leaves_the_old_file(tmp_path: Path, capsys: Captured) -> None:
    code, _, err = ran(["evaluate", *JUDGE, "--out", str(tmp_path / "none" / "x.txt")], capsys)
    assert (code, err.split()[1]) == (2, "SR903")
    folder = tmp_path / "folder"
    folder.mkdir()
    assert ran(["evaluate", *JUDGE, "--out", str(folder)], capsys)[0] == 2
    assert [file.name for file in tmp_path.iterdir()] == ["folder"]


def test_explain(capsys: Captured) -> None:
    code, out, _ = ran(["explain", *JUDGE, "--subject", "m1", "--rule", "instruction-reply"], capsys)
    lines = out.splitlines()
    assert code == 0
    assert lines[:4] == [
        "领导批示办结回复｜河道治理（m1）：逾期未办，已逾期51天，到期日 2021-10-11，迟37个工作日",
        "├ 依据 三（四）“5个工作日内办结回复”（规则 instruction-reply）",
        "├ 第1种情形不成立：或按指定时间完成",
        "│ └ needs_policy and known(assigned) → 否",
    ]
    assert "│   ├ 10-01…10-07 国庆节（不计）" in lines
    assert "│   ├ 10-09 周六调休上班（第4日）" in lines
    assert "├ 第6种情形成立：5个工作日" in lines


def test_explain_missing(capsys: Captured) -> None:
    out = ran(["explain", *JUDGE, "--subject", "m2"], capsys)[1]
    assert out.splitlines()[-1] == "└ 尚缺 督查事项 m2的需调查论证（needs_investigation）"


def test_explain_why_not(capsys: Captured) -> None:
    kind = ran(["explain", *JUDGE, "--subject", "m3", "--rule", "instruction-reply"], capsys)[1]
    assert "└ 这条规则针对“领导批示交办事项”，这是会议纪要\n" in kind
    guard = ran(["explain", *JUDGE, "--subject", "m2", "--rule", "many-reminders"], capsys)[1]
    assert "└ 适用条件\n  └ reminders >= 2 → 否\n    └ 催办次数（reminders）＝0，由 0 件记录\n" in guard


def test_explain_json(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    main(["--lang", "zh", "explain", *JUDGE, "--subject", "m1", "--format", "json"])
    trees = json.loads(capsysbinary.readouterr().out)
    assert [tree["phrase"] for tree in trees] == ["conclusion", "conclusion"]
    assert trees[0]["parts"][0]["phrase"] == "cites"


def test_explain_unknown_names(capsys: Captured) -> None:
    code, _, err = ran(["explain", *JUDGE, "--subject", "m1", "--rule", "instruction-replay"], capsys)
    assert code == 2
    assert err.splitlines() == [
        "错误 SR904 trial 里没有“instruction-replay”",
        "   改法：核对代号。最接近的：instruction-reply",
    ]
    assert ran(["explain", *JUDGE, "--subject", "m11"], capsys)[0] == 2


def test_replay(tmp_path: Path, capsys: Captured) -> None:
    result = tmp_path / "result.json"
    ran(["evaluate", *JUDGE, "--format", "json", "--out", str(result)], capsys)
    same = ran(["replay", str(result), LEDGER, "--pack", PACK], capsys)
    assert same == (0, "相同：重算的结果与文件一致（4 条结论）\n", "")


def test_replay_tells_each_difference(tmp_path: Path, capsys: Captured) -> None:
    result = tmp_path / "result.json"
    ran(["evaluate", *JUDGE, "--format", "json", "--out", str(result)], capsys)
    told = json.loads(result.read_bytes())
    told["findings"][0]["value"] = 50
    del told["findings"][-1]
    result.write_text(json.dumps(told), encoding="utf-8")
    code, out, _ = ran(["replay", str(result), LEDGER, "--pack", PACK], capsys)
    assert code == 1
    assert out.splitlines() == [
        "trial instruction-reply m1 value：原为 50，现为 51",
        "trial many-reminders m1：原来没有",
        "不同：2 处",
    ]


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema_version": 1}', "[" * 100_000, '{"schema_version": 1, "receipt": 3}']
)
def test_replay_of_something_else(text: str, tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "result.json"
    path.write_text(text, encoding="utf-8")
    code, _, err = ran(["replay", str(path), LEDGER], capsys)
    assert (code, err.split()[1]) == (2, "SR905")


def test_list(capsys: Captured) -> None:
    code, out, _ = ran(["list", "--pack", PACK], capsys)
    assert code == 0
    assert "instruction-reply  三（四）  办理时限    领导批示办结回复\n" in out
    readings = ran(["list", "--readings", "--pack", PACK], capsys)[1]
    assert "  roll  “30日内”\n    stay：不顺延（采用）\n    move：顺延\n" in readings


def test_show(capsys: Captured) -> None:
    code, out, _ = ran(["show", "many-reminders", "--pack", PACK], capsys)
    assert code == 0
    assert out.splitlines()[0] == "四（一） 催办两次（many-reminders）"
    assert out.splitlines()[-1].endswith("│     outcome: 书面说明")
    assert ran(["show", "many-reminder", "--pack", PACK], capsys)[0] == 2


def test_calendar_month(capsys: Captured) -> None:
    code, out, _ = ran(["calendar", "2021-10", "--place", "CN-GX"], capsys)
    assert code == 0
    assert out.splitlines()[0] == "2021年10月  CN-GX  工作日 17 天"
    assert out.splitlines()[3] == "4休  5休  6休  7休  8    9班  10休"
    assert out.splitlines()[-2:] == ["  10-01…10-07 国庆节", "  10-09 周六调休上班"]


def test_calendar_count(capsys: Captured) -> None:
    code, out, _ = ran(["calendar", "--from", "2021-09-28", "--workdays", "5"], capsys)
    assert code == 0
    assert out.splitlines()[0] == "2021-09-28 之后第 5 个工作日：2021-10-11（CN）"
    assert out.splitlines()[1] == "  09-29…09-30 工作日（第1至2日）"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["2021-10", "--from", "2021-01-01"],
        ["--workdays", "5"],
        ["2021-13"],
        ["1900-01"],
        ["2021-10", "--place", "XX"],
    ],
)
def test_calendar_refusals(arguments: list[str], capsys: Captured) -> None:
    code, out, err = ran(["calendar", *arguments], capsys)
    assert (code, out) == (2, "")
    assert err


def test_cases_that_pass(capsys: Captured) -> None:
    code, out, err = ran(["test", PACK], capsys)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "trial：没有正反两面用例的规则：instruction-reply、many-reminders",
        "trial：通过 1，未通过 0",
    ]


def test_cases_that_fail(tmp_path: Path, capsys: Captured) -> None:
    pack, cases = tmp_path / "pack.yaml", tmp_path / "cases" / "pack.yaml"
    cases.parent.mkdir()
    pack.write_bytes(Path(PACK).read_bytes())
    cases.write_text(
        (HERE / "cases" / "pack.yaml").read_text(encoding="utf-8").replace("times: 2", "times: 1"), encoding="utf-8"
    )
    code, out, _ = ran(["test", str(pack)], capsys)
    assert code == 1
    assert out.splitlines()[0] == f"{cases}:5:9: twice (many-reminders)"
    assert out.splitlines()[-1] == "trial：通过 0，未通过 1"


def test_pack_without_cases(tmp_path: Path, capsys: Captured) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_bytes(Path(PACK).read_bytes())
    code, _, err = ran(["test", str(pack)], capsys)
    assert (code, err.split()[1]) == (2, "SR901")
