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
    assert err.startswith("错误 SR904 没有“nosuchpack”这个内置的规则包\n")


def test_evaluate_text(capsys: Captured) -> None:
    code, out, err = ran(["evaluate", *JUDGE], capsys)
    assert (code, err) == (0, "")
    assert "  三（四） 领导批示办结回复（instruction-reply）\n    “5个工作日内办结回复”\n" in out
    assert "    河道治理（m1）  逾期未办，已逾期51天，到期日 2021-10-11，迟37个工作日\n" in out
    lacking = "需调查论证（needs_investigation）、需会同相关部门（joint）、属本部门职权范围（own_remit）"
    assert f"      尚缺：督查事项 m2的{lacking}、一般性批示（ordinary）\n" in out
    assert "    河道治理（m1）  认定，书面说明\n" in out
    assert "  另有 1 条在正常范围内，没有列出（--all 全部列出）\n" in out
    assert "采用 7 件记录，重复 0 件，未采用 0 件\n" in out
    assert "m4" not in out


def test_evaluate_without_the_version_between(tmp_path: Path, capsys: Captured) -> None:
    text = Path(PACK).read_text(encoding="utf-8").splitlines(keepends=True)
    document = next(place for place, line in enumerate(text) if line.startswith("document:"))
    name = next(place for place, line in enumerate(text) if line.startswith("pack:"))
    text[name] = "pack: third\n"
    text[document + 1 : document + 1] = [
        "  in_force: {since: 2021-11-01}\n",
        "  replaces: {pack: second, open_matters: new}\n",
    ]
    path = tmp_path / "third.yaml"
    path.write_text("".join(text), encoding="utf-8")
    code, _, err = ran(["evaluate", "--pack", str(path), *JUDGE], capsys)
    assert code == 0
    assert err == (
        "警告 SR351 third 接替的 second 没有一起给，trial 和 third 各判了一遍 3 件，如 m1\n"
        "   改法：trial 也是同一份文件的版本的，把 second 一起给上；是另一份文件的，不用管\n"
    )


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
    path = tmp_path / "ledger.txt"
    path.write_text("", encoding="utf-8")
    assert ran(["evaluate", "--pack", PACK, str(path), "--as-of", "2021-12-01"], capsys) == (
        2,
        "",
        f"错误 SR906 认不出 {path} 是哪种记录文件\n"
        "   改法：用 .csv、.jsonl 或 .json 文件，或装着这些文件的文件夹；Excel 表格另存为 CSV（UTF-8）\n",
    )


def test_evaluate_missing_records(capsys: Captured) -> None:
    code, _, err = ran(["evaluate", "--pack", PACK, "no-such.csv", "--as-of", "2021-12-01"], capsys)
    assert code == 2
    assert err.startswith("错误 SR901 读不了 no-such.csv：")


@pytest.mark.parametrize("day", ["2021-2-1", "２０２１-12-01", "20211201", "2021-2-30"])
def test_as_of_must_be_a_date(day: str, capsys: Captured) -> None:
    code, out, err = ran(["evaluate", "--pack", PACK, LEDGER, "--as-of", day], capsys)
    assert (code, out) == (2, "")
    assert f"“{day}”不是日期" in err


@pytest.mark.parametrize("day", ["2021-13-01", "2021-02-30", "0000-01-01"])
def test_as_of_must_be_a_day_that_exists(day: str, capsys: Captured) -> None:
    code, out, err = ran(["evaluate", "--pack", PACK, LEDGER, "--as-of", day], capsys)
    told = f"supervision-rules evaluate: 参数不对：--as-of “{day}”这一天不存在，核对月份和天数"
    assert (code, out, err.splitlines()[-2]) == (2, "", told)


def test_what_must_be_written_is_told_with_an_example(capsys: Captured) -> None:
    example = "supervision-rules evaluate ledger.jsonl --pack liuzhou --as-of 2021-12-31"
    code, _, err = ran(["evaluate", "--pack", PACK, LEDGER], capsys)
    assert (code, err.splitlines()[-2:]) == (
        2,
        ["supervision-rules evaluate: 参数不对：还要写 --as-of", f"例如：{example}"],
    )
    assert ran(["evaluate"], capsys)[2].splitlines()[-1] == f"例如：{example}"
    code, _, err = ran(["--lang", "en", "evaluate", "--pack", PACK, "--as-of", "2021-12-01"], capsys)
    assert (code, err.splitlines()[-2:]) == (
        2,
        ["supervision-rules evaluate: these must be given, too: RECORDS", f"for example: {example}"],
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--most", "-1"], "--most “-1”不行，要写 0 或正整数"),
        (["--most", "１"], "--most “１”不行，要写 0 或正整数"),
        (["--most"], "--most 后面要写内容"),
        (["--format", "xml"], "--format 不能写“xml”，可以写：text, json"),
        (["--all=yes"], "--all 后面不写内容"),
        (["--nothing"], "没有这样的参数：--nothing"),
        (["--reading", "roll"], "--reading “roll”写法不对，写成 理解=选项"),
    ],
)
def test_mistaken_arguments_are_told_in_chinese(arguments: list[str], told: str, capsys: Captured) -> None:
    code, out, err = ran(["evaluate", *JUDGE, *arguments], capsys)
    assert (code, out, err.splitlines()[-2]) == (2, "", f"supervision-rules evaluate: 参数不对：{told}")


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2201-01-01", "9999-12-31"])
def test_days_that_no_record_may_name(day: str, capsys: Captured) -> None:
    told = f"错误 SR908 不能按 {day} 判定：判定日要在 1900-01-01 至 2200-12-31 之间\n   改法：核对年份\n"
    for arguments in (["evaluate"], ["explain", "--subject", "m1"]):
        assert ran([*arguments, "--pack", PACK, LEDGER, "--as-of", day], capsys) == (2, "", told)


@pytest.mark.parametrize("day", ["1900-01-01", "2003-12-31", "2004-01-01", "2031-12-31", "2040-01-01", "2200-12-31"])
def test_days_at_the_edges_are_judged(day: str, capsys: Captured) -> None:
    code, out, err = ran(["evaluate", "--pack", PACK, LEDGER, "--as-of", day], capsys)
    assert (code, err, out.splitlines()[0]) == (0, "", f"试行办法（trial 0.1.0），判定日 {day}")


def test_only_the_numbers_of_findings(capsys: Captured) -> None:
    code, out, _ = ran(["evaluate", *JUDGE, "--most", "0"], capsys)
    assert code == 0
    assert out.splitlines()[2:8] == [
        "  三（四） 领导批示办结回复（instruction-reply）",
        "    “5个工作日内办结回复”",
        "    共 2 条",
        "  四（一） 催办两次（many-reminders）",
        "    “两次催办”",
        "    共 1 条",
    ]
    assert "    ……另有 1 条\n" in ran(["evaluate", *JUDGE, "--most", "1"], capsys)[1]


def test_what_was_set_aside_is_told_by_place(tmp_path: Path, capsys: Captured) -> None:
    records = tmp_path / "reminder.jsonl"
    rows = ('{"id":"q1","date":"2021-10-15","matter":"nope"}', '{"id":"q2","date":"x","matter":"m1"}')
    records.write_text("\n".join(rows), encoding="utf-8")
    code, out, _ = ran(["evaluate", *JUDGE, str(records)], capsys)
    lines = out.splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith(f"{records}:1:1"))
    assert (code, lines[first + 1], lines[first + 2].startswith(f"{records}:2:")) == (
        3,
        "    改法：核对编号，或补上那条记录。",
        True,
    )


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


def test_all_that_is_missing_is_told_at_once(capsys: Captured) -> None:
    lines = ran(["explain", *JUDGE, "--subject", "m2"], capsys)[1].splitlines()
    told = [line for line in lines if "情形" in line or "尚缺" in line]
    assert told[2:] == [
        "├ 第3种情形不明：20个工作日内办结回复",
        "├ 第4种情形不明：7个工作日内办结回复",
        "├ 第5种情形不明：即收即办、口头报结",
        "├ 以上不明的都不成立的，按第6种情形：5个工作日",
        "├ 尚缺 督查事项 m2的需调查论证（needs_investigation）",
        "├ 尚缺 督查事项 m2的需会同相关部门（joint）",
        "├ 尚缺 督查事项 m2的属本部门职权范围（own_remit）",
        "└ 尚缺 督查事项 m2的一般性批示（ordinary）",
    ]
    english = ran(["--lang", "en", "evaluate", *JUDGE], capsys)[1].splitlines()
    (lacking,) = (line for line in english if line.startswith("      missing: "))
    assert lacking.endswith("(ordinary) of matter m2") and lacking.count("m2") == 1


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


def test_explain_a_rule_of_one_pack(capsys: Captured) -> None:
    plain = ran(["explain", *JUDGE, "--subject", "m1", "--rule", "instruction-reply"], capsys)
    assert ran(["explain", *JUDGE, "--subject", "m1", "--rule", "trial.instruction-reply"], capsys) == plain
    for asked, hint in (("trial.instruction-replay", "instruction-reply"), ("other.instruction-reply", None)):
        code, _, err = ran(["explain", *JUDGE, "--subject", "m1", "--rule", asked], capsys)
        assert code == 2
        assert (f"最接近的：{hint}" in err) is (hint is not None)


def test_explain_unknown_names(capsys: Captured) -> None:
    code, _, err = ran(["explain", *JUDGE, "--subject", "m1", "--rule", "instruction-replay"], capsys)
    assert code == 2
    assert err.splitlines() == [
        "错误 SR918 规则包 trial 里没有规则“instruction-replay”",
        "   改法：核对规则的代号，最接近的：instruction-reply；list --pack 列出全部",
    ]
    for shape in ("text", "json"):
        assert ran(["explain", *JUDGE, "--subject", "m11", "--format", shape], capsys) == (
            2,
            "",
            "错误 SR919 到判定日为止的记录里没有“m11”\n"
            "   改法：写事项、单位或记录的编号，单位、人员也可以写名称、别名。最接近的：m1\n",
        )


def test_a_known_subject_without_findings(capsys: Captured) -> None:
    assert ran(["explain", *JUDGE, "--subject", "m3"], capsys) == (
        0,
        "没有关于“m3”的结论；要知道某条规则为什么没有结论，用 --rule 写明那条规则的代号\n",
        "",
    )


def test_an_explanation_from_part_of_the_records_says_so(tmp_path: Path, capsys: Captured) -> None:
    records = tmp_path / "reminder.jsonl"
    records.write_text('{"id":"q1","date":"2021-10-15","matter":"nope"}', encoding="utf-8")
    code, _, err = ran(["explain", *JUDGE, str(records), "--subject", "m1"], capsys)
    assert (code, err) == (3, "结果不完整：8 件记录中有 1 件未采用\n")


def test_replay(tmp_path: Path, capsys: Captured) -> None:
    result = tmp_path / "result.json"
    ran(["evaluate", *JUDGE, "--format", "json", "--out", str(result)], capsys)
    same = ran(["replay", str(result), LEDGER, "--pack", PACK], capsys)
    assert same == (0, "相同：重算的结果与文件一致（4 条结论）\n", "")


@pytest.mark.parametrize("written", ["zh", "en"])
@pytest.mark.parametrize("told", ["zh", "en"])
@pytest.mark.parametrize("options", [[], ["--explain"]])
def test_a_replay_is_the_same_in_any_language(
    written: str, told: str, options: list[str], tmp_path: Path, capsys: Captured
) -> None:
    result = tmp_path / "result.json"
    asked = ["--lang", written, "evaluate", *JUDGE, "--format", "json", "--out", str(result), *options]
    assert main(asked) == 0
    assert main(["--lang", told, "replay", str(result), LEDGER, "--pack", PACK]) == 0
    capsys.readouterr()


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


def test_replay_with_other_records_is_told_first_and_not_without_end(tmp_path: Path, capsys: Captured) -> None:
    ledger, result = tmp_path / "matter.jsonl", tmp_path / "result.json"
    row = '{{"id":"x{n}","kind":"instruction","date":"2021-09-27","received":"2021-09-28","needs_policy":false}}\n'
    ledger.write_text("".join(row.format(n=number) for number in range(150)), encoding="utf-8")
    judge = ["evaluate", "--pack", PACK, str(ledger), "--as-of", "2021-12-01"]
    assert ran([*judge, "--format", "json", "--out", str(result)], capsys)[0] == 0
    code, out, _ = ran(["replay", str(result), LEDGER, "--pack", PACK], capsys)
    lines = out.splitlines()
    assert (code, len(lines)) == (1, 1 + 2 + 4 + 100 + 4 + 1 + 1)
    assert lines[0].startswith("记录与当时的不同（原为 ") and lines[0].endswith("），以下的不同可能由此而来")
    assert lines[1:3] == ["records.total：原为 150，现为 7", "records.used：原为 150，现为 7"]
    assert all(line.startswith("summary.trial.") for line in lines[3:7])
    assert lines[7] == "trial instruction-reply x0：现在没有了"
    assert lines[-2:] == ["……另有 50 处现在没有了，没有列出", "不同：161 处"]


@pytest.mark.parametrize("receipt", [{"packs": []}, {"packs": 3}, {"as_of": "x"}, {"readings": []}])
def test_replay_without_a_usable_receipt(receipt: dict[str, object], tmp_path: Path, capsys: Captured) -> None:
    result = tmp_path / "result.json"
    ran(["evaluate", *JUDGE, "--format", "json", "--out", str(result)], capsys)
    told = json.loads(result.read_bytes())
    told["receipt"] |= receipt
    result.write_text(json.dumps(told), encoding="utf-8")
    code, out, err = ran(["replay", str(result), LEDGER], capsys)
    reason = "凭据（receipt）缺少内容或写法不对"
    assert (code, out, err.splitlines()[0]) == (2, "", f"错误 SR905 {result} 不是本软件写出的结果文件：{reason}")


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


def test_lists_have_headings(capsys: Captured) -> None:
    packs = ran(["list"], capsys)[1].splitlines()
    assert (packs[0].split(), packs[1].split()[0]) == (["代号", "版本", "施行", "规则条数", "名称"], "bozhou")
    assert ran(["--lang", "en", "list"], capsys)[1].split()[:5] == ["id", "version", "force", "rules", "name"]
    assert ran(["list", "--pack", PACK], capsys)[1].splitlines()[3].split() == ["代号", "条款", "种类", "名称"]


def test_show(capsys: Captured) -> None:
    code, out, _ = ran(["show", "many-reminders", "--pack", PACK], capsys)
    assert code == 0
    assert out.splitlines()[0] == "四（一） 催办两次（many-reminders）"
    assert out.splitlines()[3].endswith("pack.yaml:30")
    assert out.splitlines()[-1].endswith("│     outcome: 书面说明")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (
            "many-reminder",
            "SR918 规则包 trial 里没有规则“many-reminder”\n   改法：核对规则的代号，最接近的：many-reminders；",
        ),
        ("reply", "SR918 规则包 trial 里没有规则“reply”\n   改法：核对规则的代号，最接近的：instruction-reply；"),
        ("催办两次", "SR918 规则包 trial 里没有规则“催办两次”\n   改法：核对规则的代号，最接近的：many-reminders；"),
        ("nope", "SR918 规则包 trial 里没有规则“nope”\n   改法：核对规则的代号；"),
        (
            "in-force",
            "SR923 “in-force”不是规则包 trial 里的规则，是软件自己的：说明一件记录为什么不由规则判定\n"
            "   改法：问某件记录的，用 explain --subject 编号；",
        ),
    ],
)
def test_show_tells_the_rule_that_may_be_meant(given: str, told: str, capsys: Captured) -> None:
    code, out, err = ran(["show", given, "--pack", PACK], capsys)
    assert (code, out, err) == (2, "", f"错误 {told}list --pack 列出全部{'规则' if given == 'in-force' else ''}\n")


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


def test_calendar_counts_backwards(capsys: Captured) -> None:
    assert ran(["calendar", "--from", "2021-10-12", "--workdays", "-4"], capsys) == (
        0,
        "2021-10-12 之前第 4 个工作日：2021-09-30（CN）\n"
        "  10-11 工作日（第1日）\n"
        "  10-10 周日（不计）\n"
        "  10-09 周六调休上班（第2日）\n"
        "  10-08 工作日（第3日）\n"
        "  10-01…10-07 国庆节（不计）\n"
        "  09-30 工作日（第4日）\n",
        "",
    )
    assert ran(["--lang", "en", "calendar", "--from", "2021-10-12", "--workdays", "0"], capsys)[1] == (
        "workday 0 after 2021-10-12: 2021-10-12 (CN)\n"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "写月份，或者写 --from 和 --workdays"),
        (["--workdays", "5"], "--from 和 --workdays 要一起写：从哪一天起、第几个工作日"),
        (["--from", "2021-09-28"], "--from 和 --workdays 要一起写：从哪一天起、第几个工作日"),
        *(
            (
                ["2021-10", *more],
                "写了月份，就不写 --from 和 --workdays：月份是看一个月，--from 和 --workdays 是推算工作日，只能要一样",
            )
            for more in (
                ["--from", "2021-01-01"],
                ["--workdays", "5"],
                ["--from", "2021-01-01", "--workdays", "5"],
            )
        ),
    ],
)
def test_calendar_is_asked_for_a_month_or_a_count(arguments: list[str], told: str, capsys: Captured) -> None:
    assert ran(["calendar", *arguments], capsys) == (2, "", f"{told}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["2021-13"],
        ["1900-01"],
        ["2021-10", "--place", "XX"],
    ],
)
def test_calendar_refusals(arguments: list[str], capsys: Captured) -> None:
    code, out, err = ran(["calendar", *arguments], capsys)
    assert (code, out) == (2, "")
    assert err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["--from", "2031-12-30", "--workdays", "50"],
            "从 2031-12-30 数 50 个工作日，数出了日历的范围：日历从 2004-01-01 到 2031-12-31 为止",
        ),
        (
            ["--from", "2004-01-05", "--workdays", "-50"],
            "从 2004-01-05 往前数 50 个工作日，数出了日历的范围：日历从 2004-01-01 到 2031-12-31 为止",
        ),
        (["--from", "2032-01-01", "--workdays", "1"], "2032-01-01 不在日历范围内：2004-01-01 至 2031-12-31"),
        (["--from", "9999-12-31", "--workdays", "1"], "9999-12-31 不在日历范围内：2004-01-01 至 2031-12-31"),
        (["0001-01"], "0001-01-01 不在日历范围内：2004-01-01 至 2031-12-31"),
    ],
)
def test_calendar_says_what_is_outside(arguments: list[str], told: str, capsys: Captured) -> None:
    assert ran(["calendar", *arguments], capsys) == (2, "", f"{told}\n")


def test_cases_that_pass(capsys: Captured) -> None:
    code, out, err = ran(["test", PACK], capsys)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        f"{PACK}:17:9: instruction-reply（领导批示办结回复）没有用例",
        f"{PACK}:31:9: many-reminders（催办两次）缺不成立的一面（按时、符合、没有结论、0 分或起始分等）",
        "  一条规则的两面，要写成两个用例，或写成 vary 的两项；同一次判定里的两件事，只算一面",
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
    assert (code, err.split()[1]) == (2, "SR607")
