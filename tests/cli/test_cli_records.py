"""What commands say of records: what is not read, what is left out, what is asked twice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_cli_commands import HERE, JUDGE, LEDGER, PACK, Captured, ran

DAY = ["--as-of", "2021-12-01"]
UNIT = '{"type": "unit", "id": "u1", "name": "甲局"}\n'
REMARKED = "编号,类别,文件、批示或会议（末日）日期,备注\nm9,领导批示交办事项,2021-09-01,加急\n"


def folder_of(folder: Path, **files: str) -> Path:
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_text(content, encoding="utf-8")
    return folder


def test_what_is_not_read_in_a_folder_is_told(tmp_path: Path, capsys: Captured) -> None:
    folder_of(tmp_path, unit_JSONL=UNIT, matter_xlsx="", notes_txt="", _hidden="")
    (tmp_path / "sub").mkdir()
    told = (
        f"警告 SR914 文件夹 {tmp_path} 里有 3 个不是记录文件，没有读：matter.xlsx、notes.txt、sub\n"
        "   改法：Excel 表格另存为 CSV（UTF-8）；里面的文件夹另外写明；不是记录的，可以不管\n"
    )
    code, out, err = ran(["evaluate", str(tmp_path), "--pack", PACK, *DAY], capsys)
    assert (code, err, "采用 1 件记录，" in out) == (0, told, True)
    code, _, err = ran(["explain", str(tmp_path), "--pack", PACK, *DAY, "--subject", "u1"], capsys)
    assert (code, err) == (0, told)


def test_a_folder_without_records_is_told_with_what_is_in_it(tmp_path: Path, capsys: Captured) -> None:
    mend = "   改法：记录文件是 .csv、.jsonl 或 .json；Excel 表格另存为 CSV（UTF-8）\n"
    evaluate = ["evaluate", str(tmp_path), "--pack", PACK, *DAY]
    assert ran(evaluate, capsys) == (2, "", f"错误 SR915 文件夹 {tmp_path} 里没有记录文件\n{mend}")
    folder_of(tmp_path, **{f"{name}_xlsx": "" for name in "abcdefg"})
    names = "a.xlsx、b.xlsx、c.xlsx、d.xlsx、e.xlsx、…"
    assert ran(evaluate, capsys) == (2, "", f"错误 SR915 文件夹 {tmp_path} 里没有记录文件，里面是 {names}\n{mend}")


def test_a_column_that_is_not_used_makes_the_result_incomplete_and_is_named(tmp_path: Path, capsys: Captured) -> None:
    table, kept = tmp_path / "matter.csv", tmp_path / "result.json"
    table.write_text(REMARKED, encoding="utf-8")
    evaluate = ["evaluate", str(table), "--pack", PACK, *DAY]
    code, out, err = ran(evaluate, capsys)
    assert (code, err) == (3, "")
    assert "采用 1 件记录，重复 0 件，未采用 0 件\n结果不完整：1 列没有采用：备注\n" in out
    assert f"{table}:1:22: 错误 SR516 表头“备注”不是“督查事项”的字段，这一列没有采用。\n" in out
    assert ran([*evaluate, "--format", "json", "--out", str(kept)], capsys) == (
        3,
        "",
        "结果不完整：1 列没有采用：备注\n",
    )
    result = json.loads(kept.read_bytes())
    assert (result["complete"], result["records"]["set_aside"]) == (False, 0)
    assert [(told["code"], told["line"], told["column"]) for told in result["set_aside"]] == [("SR516", 1, 22)]
    code, _, err = ran(["--lang", "en", *evaluate, "--format", "json"], capsys)
    assert (code, err) == (3, "incomplete: 1 column(s) not used: 备注\n")


def test_all_that_is_left_out_is_told_in_one_sentence(tmp_path: Path, capsys: Captured) -> None:
    table = tmp_path / "matter.csv"
    table.write_text(REMARKED.replace("备注", "序号") + "m8,x,,1\n", encoding="utf-8")
    code, _, err = ran(["explain", str(table), "--pack", PACK, *DAY, "--subject", "m9"], capsys)
    assert (code, err) == (3, "结果不完整：2 件记录中有 1 件未采用，1 列没有采用：序号\n")


def test_a_file_that_is_not_read_to_its_end_is_told(tmp_path: Path, capsys: Captured) -> None:
    table = tmp_path / "reminder.csv"
    table.write_text('编号,催办日期,督查事项\n"r9,2021-10-01,m1\n', encoding="utf-8")
    kept = tmp_path / "result.txt"
    evaluate = ["evaluate", *JUDGE, str(table), "--out", str(kept)]
    told = f"结果不完整：{table} 第 2 行起没有读\n"
    assert ran(evaluate, capsys) == (3, "", told)
    assert f"采用 7 件记录，重复 0 件，未采用 0 件\n{told}" in kept.read_text(encoding="utf-8")
    english = f"incomplete: not read: {table} from line 2 on\n"
    assert ran(["--lang", "en", *evaluate], capsys) == (3, "", english)


def test_of_many_files_that_are_not_read_to_their_end_a_few_are_named(tmp_path: Path, capsys: Captured) -> None:
    for number in range(4):
        (tmp_path / f"{number}.json").write_text("{}", encoding="utf-8")
    (tmp_path / "unit.jsonl").write_text(UNIT, encoding="utf-8")
    shown = "、".join(f"{tmp_path}/{number}.json 第 1 行起" for number in range(3))
    code, out, _ = ran(["evaluate", str(tmp_path), "--pack", PACK, *DAY], capsys)
    assert (code, f"结果不完整：4 个文件没有读全：{shown}……\n" in out) == (3, True)


def test_a_line_that_is_too_long_takes_no_other_record_with_it(tmp_path: Path, capsys: Captured) -> None:
    ledger = tmp_path / "unit.jsonl"
    ledger.write_text(f"{UNIT}{'x' * 1_100_000}\n{UNIT.replace('u1', 'u2')}", encoding="utf-8")
    code, out, err = ran(["evaluate", str(ledger), "--pack", PACK, *DAY], capsys)
    assert (code, err) == (3, "")
    assert "采用 2 件记录，重复 0 件，未采用 1 件\n结果不完整：3 件记录中有 1 件未采用\n" in out
    assert f"{ledger}:2:1: 错误 SR514 超出限度：一行的字节数最多 1048576。\n" in out


def test_a_register_that_was_forgotten_is_one_message(tmp_path: Path, capsys: Captured) -> None:
    matters = '{"type":"matter","id":"m%d","kind":"instruction","date":"2021-09-01","unit":"交通局"}\n'
    folder_of(tmp_path, matter_jsonl="".join(matters % number for number in range(9)))
    code, out, err = ran(["evaluate", str(tmp_path), "--pack", PACK, *DAY], capsys)
    assert (code, out, err) == (
        2,
        "",
        "错误 SR547 一件可以采用的“单位”记录也没有，指到它们的记录都没有采用。\n"
        "   改法：把单位的记录一起交来，如 unit.csv；交了的，先改正指出的各处。\n"
        "错误 SR907 没有一条记录可以采用，没有判定\n"
        "   改法：先改正指出的各处，或核对给的是不是记录文件\n",
    )


def test_a_table_of_no_stated_type_is_told_how_to_state_it(tmp_path: Path, capsys: Captured) -> None:
    table = tmp_path / "台账.csv"
    table.write_text(REMARKED, encoding="utf-8")
    code, _, err = ran(["evaluate", str(table), "--pack", PACK, *DAY], capsys)
    assert code == 2
    assert err.splitlines()[-2:] == [
        f"{table}:1:1: 错误 SR520 没有写明记录的类型。",
        "    改法：加上 type（记录类型）；整个文件是一类的，也可以用类型作文件名，如 matter.csv，"
        "或用 --type matter 写明。",
    ]


def test_two_options_of_one_reading_are_refused(capsys: Captured) -> None:
    asked = ["--reading", "roll=move", "--reading", "roll=stay"]
    assert ran(["evaluate", *JUDGE, *asked], capsys) == (
        2,
        "",
        "错误 SR916 理解“roll”写了两次：move、stay\n   改法：只留一个；要比较两种理解，各判一次\n",
    )
    assert ran(["evaluate", *JUDGE, *asked[:2], *asked[:2]], capsys)[0] == 0


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["show", "many-reminders", "--pack", "liuzhou", "--pack", PACK], "--pack"),
        (["evaluate", *JUDGE, "--as-of", "2021-12-02"], "--as-of"),
        (["evaluate", *JUDGE, "--format", "text", "--format", "text"], "--format"),
        (["explain", *JUDGE, "--subject", "m1", "--subject=m2"], "--subject"),
        (["test", PACK, "-k", "a", "-k", "b"], "-k"),
    ],
)
def test_an_option_of_one_value_is_given_once(arguments: list[str], name: str, capsys: Captured) -> None:
    code, out, err = ran(arguments, capsys)
    assert (code, out, err.splitlines()[-2].partition("：")[2]) == (2, "", f"{name} 写了两次，只留一个")


def test_replay_asks_for_a_pack_that_does_not_ship(tmp_path: Path, capsys: Captured) -> None:
    kept = tmp_path / "result.json"
    both = ["evaluate", *JUDGE, "--pack", "liuzhou", "--format", "json", "--out", str(kept)]
    assert ran(both, capsys)[0] == 0
    assert ran(["replay", str(kept), LEDGER], capsys) == (
        2,
        "",
        "错误 SR917 结果所用的规则包“trial”不是内置的\n   改法：用 --pack 写明它的文件，如 --pack trial.yaml\n",
    )
    code, out, err = ran(["replay", str(kept), LEDGER, "--pack", PACK], capsys)
    assert (code, out.startswith("相同："), err) == (0, True, "")


def test_a_shipped_pack_is_shown_where_it_lies(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = HERE.parents[1]
    for folder, shown in ((root, "policies/liuzhou.yaml:"), (tmp_path, f"{root}/policies/liuzhou.yaml:")):
        monkeypatch.chdir(folder)
        lines = ran(["show", "instruction-reply", "--pack", "liuzhou"], capsys)[1].splitlines()
        assert any(line.startswith(shown) for line in lines)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("matters", "错误 SR521 没有“matters”这种记录类型。\n   改法：改成已有的类型。最接近的写法：matter。\n"),
        ("督察事项", "错误 SR521 没有“督察事项”这种记录类型。\n   改法：改成已有的类型。最接近的写法：督查事项。\n"),
        ("x", "错误 SR521 没有“x”这种记录类型。\n   改法：改成已有的类型。\n"),
    ],
)
def test_a_type_that_there_is_not_is_told_though_the_records_state_theirs(
    given: str, told: str, capsys: Captured
) -> None:
    assert ran(["evaluate", *JUDGE, str(LEDGER), "--type", given], capsys) == (2, "", told)


@pytest.mark.parametrize("given", ["unit", "单位"])
def test_a_type_is_named_by_its_name_or_its_label(given: str, tmp_path: Path, capsys: Captured) -> None:
    folder_of(tmp_path, a_csv="编号,名称\nu1,甲局\n")
    code, out, _ = ran(["evaluate", str(tmp_path / "a.csv"), "--pack", PACK, *DAY, "--type", given], capsys)
    assert (code, "采用 1 件记录，" in out) == (0, True)


def test_a_column_without_a_heading_is_named_by_its_place(tmp_path: Path, capsys: Captured) -> None:
    folder_of(tmp_path, unit_csv="编号,名称,,,备注\nu1,甲局,,一,二\n")
    evaluate = ["evaluate", str(tmp_path / "unit.csv"), "--pack", PACK, *DAY, "--format", "json"]
    code, _, err = ran(evaluate, capsys)
    assert (code, err) == (3, "结果不完整：2 列没有采用：备注、第 4 列（没有列名）\n")
    assert ran(["--lang", "en", *evaluate], capsys)[2] == (
        "incomplete: 2 column(s) not used: 备注, column 4 (no heading)\n"
    )
