"""Files that commands write, and files of the wrong sort that they are given."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest
from test_cli_commands import HERE, JUDGE, LEDGER, PACK, Captured, ran

from supervision_rules.cli.console import Console
from supervision_rules.cli.main import main

EVALUATE = ["evaluate", *JUDGE]
DAY = ["--as-of", "2021-12-01"]
UNIT = '{"type": "unit", "id": "u1", "name": "甲局"}\n'


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def report(capsys: Captured) -> str:
    """What every one of the files below must hold."""
    code, out, _ = ran(EVALUATE, capsys)
    assert code == 0
    return out


def test_a_new_file_has_the_mode_that_the_umask_leaves(tmp_path: Path, report: str, capsys: Captured) -> None:
    before = os.umask(0o027)
    try:
        assert ran([*EVALUATE, "--out", str(tmp_path / "new.txt")], capsys) == (0, "", "")
    finally:
        os.umask(before)
    assert (mode(tmp_path / "new.txt"), (tmp_path / "new.txt").read_text(encoding="utf-8")) == (0o640, report)


def test_a_file_that_is_there_keeps_its_mode(tmp_path: Path, report: str, capsys: Captured) -> None:
    path = tmp_path / "old.txt"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o664)
    assert ran([*EVALUATE, "--out", str(path)], capsys) == (0, "", "")
    assert (mode(path), path.read_text(encoding="utf-8")) == (0o664, report)


@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_a_link(there: bool, tmp_path: Path, report: str, capsys: Captured) -> None:
    link, target = tmp_path / "link", tmp_path / "folder" / "target"
    target.parent.mkdir()
    if there:
        target.write_text("old", encoding="utf-8")
    link.symlink_to("folder/target")
    assert ran([*EVALUATE, "--out", str(link)], capsys) == (0, "", "")
    assert (link.readlink(), target.read_text(encoding="utf-8")) == (Path("folder/target"), report)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["folder", "link", "target"]


def test_a_pipe_is_written_into(tmp_path: Path, report: str, capsys: Captured) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(path.read_text(encoding="utf-8")), daemon=True)
    reader.start()
    assert ran([*EVALUATE, "--out", str(path)], capsys) == (0, "", "")
    reader.join(timeout=60)
    assert (read, stat.S_ISFIFO(path.stat().st_mode)) == ([report], True)


def test_a_device_is_written_into(capsys: Captured) -> None:
    assert ran([*EVALUATE, "--out", os.devnull], capsys) == (0, "", "")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "old.txt").write_text("old", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    places = {
        "none/x": "没有这个文件或文件夹",
        ".": "这是文件夹，不是文件",
        "loop": "链接绕成了圈",
        "old.txt/x": "路径中间有一段不是文件夹",
    }
    for name, reason in places.items():
        path = f"{tmp_path}/{name}"
        assert ran([*EVALUATE, "--out", path], capsys) == (
            2,
            "",
            f"错误 SR903 写不了 {path}：{reason}\n   改法：核对文件夹是否存在、磁盘是否已满、有没有权限写\n",
        )
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk(capsys: Captured) -> None:
    code, out, err = ran(["--lang", "en", *EVALUATE, "--out", "/dev/full"], capsys)
    assert (code, out, err.splitlines()[0]) == (2, "", "error SR903 /dev/full cannot be written: the disk is full")


def test_a_disk_that_fills_up_leaves_the_old_file(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "result.txt"
    path.write_text("old", encoding="utf-8")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    code, _, err = ran([*EVALUATE, "--out", str(path)], capsys)
    assert (code, err.splitlines()[0]) == (2, f"错误 SR903 写不了 {path}：磁盘已满")
    assert [(file.name, file.read_text(encoding="utf-8")) for file in tmp_path.iterdir()] == [("result.txt", "old")]


@pytest.mark.parametrize("way", ["itself", "spelling", "link", "hard link", "folder"])
def test_a_file_that_is_read_is_not_written_over(
    way: str, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, content in {
        "unit.jsonl": UNIT,
        "own.yaml": Path(PACK).read_text(encoding="utf-8"),
        "notices.yaml": "jurisdiction: CN-GX\nnotices: [{year: 2021, title: 通知, label: 放假, off: [2021-10-08]}]\n",
    }.items():
        path = tmp_path / "ledger" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    before = {path: path.read_bytes() for path in (tmp_path / "ledger").iterdir()}
    records = "ledger" if way == "folder" else "ledger/unit.jsonl"
    inputs = {"unit.jsonl": records, "own.yaml": "ledger/own.yaml", "notices.yaml": "ledger/notices.yaml"}
    read = [records, "--pack", inputs["own.yaml"], "--notices", inputs["notices.yaml"], *DAY]
    for name, given in inputs.items():
        out = {"itself": f"ledger/{name}", "folder": f"ledger/{name}", "spelling": f"ledger/../ledger/./{name}"}.get(
            way, f"other-{name}"
        )
        if way == "link":
            Path(out).symlink_to(f"ledger/{name}")
        if way == "hard link":
            Path(out).hardlink_to(f"ledger/{name}")
        assert ran(["evaluate", *read, "--format", "json", "--out", out], capsys) == (
            2,
            "",
            f"错误 SR920 不能把结果写进 {out}：这次要读它（{given}），写了原来的内容就没有了\n"
            "   改法：写进另一个文件\n",
        )
    assert {path: path.read_bytes() for path in (tmp_path / "ledger").iterdir()} == before


def test_a_shipped_pack_is_not_written_over(capsys: Captured) -> None:
    pack = HERE.parents[1] / "policies" / "liuzhou.yaml"
    before = pack.read_bytes()
    code, _, err = ran(["evaluate", LEDGER, "--pack", "liuzhou", *DAY, "--out", str(pack)], capsys)
    assert (code, err.partition("：")[0]) == (2, f"错误 SR920 不能把结果写进 {pack}")
    assert pack.read_bytes() == before


def test_beside_the_files_that_are_read_a_result_may_be_written_again_and_again(
    tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "unit.jsonl").write_text(UNIT, encoding="utf-8")
    evaluate = ["evaluate", str(tmp_path / "unit.jsonl"), "--pack", PACK, *DAY, "--out", str(tmp_path / "result.json")]
    assert [ran(evaluate, capsys)[0] for _ in range(2)] == [0, 0]


@pytest.mark.parametrize("name", ["none", "none.csv", "none/unit.csv", "none.xlsx"])
def test_records_that_are_not_there(name: str, tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / name
    assert ran(judged(path), capsys) == (
        2,
        "",
        f"错误 SR901 读不了 {path}：没有这个文件或文件夹\n   改法：核对路径是否写对、文件是否存在、有没有权限读\n",
    )


class Sips:
    """A stream that takes a few bytes at a time, as a pipe may where Python does not buffer."""

    encoding, errors = "gbk", "backslashreplace"

    def __init__(self, taken: int | None) -> None:
        self.buffer, self.taken, self.held = self, taken, b""

    def write(self, data: bytes) -> int | None:
        self.held += bytes(data[: self.taken])
        return self.taken and min(self.taken, len(data))

    def flush(self) -> None:
        pass


def test_a_stream_that_takes_a_part_is_given_the_rest() -> None:
    stream = Sips(3)
    Console("zh", False, stream, None).write("督查└✗\n")  # type: ignore[arg-type]
    assert stream.held == "督查└\\u2717\n".encode("gbk")
    with pytest.raises(BlockingIOError):
        Console("zh", False, Sips(0), None).write("x")  # type: ignore[arg-type]


def judged(*paths: Path | str) -> list[str]:
    return ["evaluate", *map(str, paths), "--pack", PACK, *DAY]


@pytest.mark.parametrize(
    ("name", "content", "codes"),
    [
        ("a.jsonl", b"", ["SR909", "SR543"]),
        ("a.csv", b"\n \n", ["SR909", "SR543"]),
        ("a.json", b"", ["SR907", "SR512"]),
        ("a.jsonl", b"\x89PNG\r\n\x1a\n\0\0", ["SR907", "SR510"]),
        ("a.jsonl", b"\0\0\n", ["SR907", "SR512"]),
        ("a.jsonl", b"x" * 1024 * 1024 + b"\n", ["SR907", "SR514"]),
        ("a.json", Path(PACK).read_bytes(), ["SR907", "SR512"]),
        ("a.csv", Path(PACK).read_bytes(), ["SR907", "SR554"]),
    ],
)
def test_files_that_hold_no_records(
    name: str, content: bytes, codes: list[str], tmp_path: Path, capsys: Captured
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    code, out, err = ran(judged(path), capsys)
    told = [word for line in err.splitlines() for word in line.split() if word.startswith("SR")]
    assert (code, out, list(dict.fromkeys(told))) == (2, "", codes)
    # beside a file that can be read it is told, and the other is judged
    code, out, _ = ran(judged(path, LEDGER), capsys)
    assert (code, "河道治理（m1）  逾期未办" in out) == (0 if codes[1] == "SR543" else 3, True)


@pytest.mark.parametrize(("name", "content"), [("a.json", "[]"), ("unit.csv", "编号,名称\n")])
def test_a_valid_file_without_records_is_said_to_have_none(
    name: str, content: str, tmp_path: Path, capsys: Captured
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    code, out, err = ran(judged(path), capsys)
    assert (code, out, err.splitlines()) == (
        2,
        "",
        [
            "错误 SR909 给的文件里一条记录也没有，没有判定",
            "   改法：核对是不是给错了文件、导出是否成功；本来就没有记录的，不用判定",
        ],
    )


def test_a_result_is_no_file_of_records(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "result.json"
    ran([*EVALUATE, "--format", "json", "--out", str(path)], capsys)
    code, out, err = ran(judged(path), capsys)
    assert (code, out, [line for line in err.splitlines() if "SR545" in line]) == (
        2,
        "",
        [f"{path}:1:1: 错误 SR545 .json 文件要写成一个列表（[…]），这里写的是一组字段（{{…}}）。"],
    )


def test_packs_and_records_in_one_another_s_place(tmp_path: Path, capsys: Captured) -> None:
    code, _, err = ran(judged(PACK), capsys)
    assert (code, err.splitlines()[0]) == (2, f"错误 SR906 认不出 {PACK} 是哪种记录文件")
    records = tmp_path / "a.jsonl"
    records.write_text(UNIT, encoding="utf-8")
    code, out, err = ran(["evaluate", str(records), "--pack", str(records), *DAY], capsys)
    assert (code, out) == (2, "")
    assert err.startswith(f"{records}:1:1: 错误 SR324 这是记录文件，不是规则包\n")
    assert ran(["list", "--pack", str(tmp_path)], capsys)[2].startswith(f"错误 SR911 文件夹 {tmp_path} 里没有规则包\n")
    assert ran(["check", str(tmp_path)], capsys)[0] == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.jsonl", UNIT),
        ("a.csv", "编号,日期\nm1,2021-03-01\n"),
        ("a.CSV", "id,date\nm1,2021-03-01\n"),
        ("a.json", '[{"id": "m1"}]'),
        ("a.json", '{"id": "m1"}'),
        ("a.txt", '{"id": "m1"}\n{"id": "m2"}\n'),
    ],
)
def test_records_to_be_checked(name: str, text: str, tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    code, out, err = ran(["check", str(path), "--lang", "en"], capsys)
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        f"{path}:1:1: error SR324 this is a file of records, not a pack",
        *(line for line in out.splitlines()[1:-1] if not line.startswith(str(path))),
        "1 pack(s): 1 error(s), 0 warning(s), 0 note(s)",
    ]
    assert f"supervision-rules evaluate {path} --pack liuzhou --as-of 2021-12-31" in out


def test_a_pack_may_be_written_in_json(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "town.json"
    path.write_text(
        '{"pack": "town", "label": "某镇", "version": "1.0.0", "language": 1,\n'
        ' "document": {"title": "办法", "issuer": "某镇"}, "rules": []}\n',
        encoding="utf-8",
    )
    assert ran(["check", str(path)], capsys)[0] == 0


def test_one_pack_given_twice(tmp_path: Path, capsys: Captured) -> None:
    code, _, err = ran([*EVALUATE, "--pack", PACK], capsys)
    assert (code, err.splitlines()[0]) == (2, f"错误 SR910 规则包 trial 写了两次：{PACK}、{PACK}")
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    one.write_bytes(Path(PACK).read_bytes())
    other.symlink_to(one)
    code, out, _ = ran(["check", str(one), str(one), str(other), str(tmp_path)], capsys)
    assert (code, out.splitlines()) == (
        0,
        [
            f"提示 SR924 {one} 就是 {one}，写了两次，只检查了一次",
            "   改法：只留一个",
            f"提示 SR924 {other} 就是 {one}，写了两次，只检查了一次",
            "   改法：只留一个",
            "1 个规则包：错误 0，警告 0，提示 2",
        ],
    )


def test_one_pack_under_two_names(tmp_path: Path, capsys: Captured) -> None:
    other = tmp_path / "other.yaml"
    other.write_bytes(Path(PACK).read_bytes())
    code, _, err = ran([*EVALUATE, "--pack", str(other)], capsys)
    assert (code, err.splitlines()[0]) == (2, f"错误 SR910 规则包 trial 写了两次：{PACK}、{other}")


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("none.jsonl", "没有这个文件或文件夹", "there is no such file or folder"),
        ("loop.jsonl", "链接绕成了圈", "the links go round in a circle"),
        ("l" * 300 + ".jsonl", "名字太长", "the name is too long"),
        ("loop.jsonl/x.jsonl", "链接绕成了圈", "the links go round in a circle"),
    ],
)
def test_what_the_system_refuses_is_told_in_the_reader_s_language(
    name: str, zh: str, en: str, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "loop.jsonl").symlink_to("loop.jsonl")
    code, out, err = ran(judged(tmp_path / name), capsys)
    assert (code, out, err.startswith("错误 SR901 读不了 "), err.splitlines()[0].endswith(f"：{zh}")) == (
        2,
        "",
        True,
        True,
    )
    code, _, err = ran(["--lang", "en", *judged(tmp_path / name)], capsys)
    assert (code, err.splitlines()[0].endswith(f" cannot be read: {en}")) == (2, True)


def test_a_name_that_is_no_text_can_be_told_in_json(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.jsonl"
    Path(os.fsdecode(path)).write_text("x\n" + UNIT, encoding="utf-8")
    assert main([*judged(os.fsdecode(path)), "--format", "json"]) == 3
    assert b"/\\udcff.jsonl" in capsysbinary.readouterr().out
