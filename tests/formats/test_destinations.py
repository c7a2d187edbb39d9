"""Several formats at once, each to its own place; nothing that is read is written over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from office import Captured, ran
from test_screen import CLOSING, CONCISE


def test_each_format_to_its_file(office: Path, capsys: Captured) -> None:
    files = ("--format", "sarif=out.sarif", "--format=junit=out/报告.xml", "--format", "json=o.json")
    asked = ("--format", "concise", *files)
    (office / "out").mkdir()
    assert ran(capsys, "check", "policies", *asked) == (1, CONCISE + CLOSING, "")
    assert json.loads((office / "out.sarif").read_bytes())["version"] == "2.1.0"
    assert json.loads((office / "o.json").read_bytes())["counts"] == {"error": 1, "warning": 2, "note": 0}
    assert (office / "out" / "报告.xml").read_bytes().startswith(b"<?xml")


@pytest.mark.usefixtures("office")
def test_without_one_on_the_screen_the_closing_is_told_beside(capsys: Captured) -> None:
    assert ran(capsys, "check", "policies", "--format", "json=o.json") == (1, "", CLOSING)


@pytest.mark.parametrize("command", ["check", "test"])
@pytest.mark.parametrize(
    ("formats", "first", "second", "place"),
    [
        (("json", "junit"), "json", "junit", "屏幕（标准输出）"),
        (("json", "json"), "json", "json", "屏幕（标准输出）"),
        (("text", "json=a", "junit=./a"), "json", "junit", " ./a "),
    ],
)
def test_two_in_one_place_are_refused(
    command: str, formats: tuple[str, ...], first: str, second: str, place: str, office: Path, capsys: Captured
) -> None:
    asked = [word for name in formats for word in ("--format", name)]
    assert ran(capsys, command, "policies", *asked) == (
        2,
        "",
        f"错误 SR933 {first} 和 {second} 都要写到{place}，混在一起就读不了\n"
        f"   改法：一种写在屏幕上，其余的写进各自的文件，如 --format {second}=文件\n",
    )
    assert [path.name for path in office.iterdir()] == ["policies"]


@pytest.mark.parametrize("command", ["check", "test"])
def test_a_pack_is_not_written_over(command: str, office: Path, capsys: Captured) -> None:
    pack = office / "policies" / "好.yaml"
    before = pack.read_bytes()
    (office / "link").symlink_to(pack)
    for path in ("policies/好.yaml", "link", "policies/../policies/好.yaml"):
        code, out, err = ran(capsys, command, "policies", "--format", f"json={path}")
        assert (code, out, err.splitlines()) == (
            2,
            "",
            [
                f"错误 SR920 不能把结果写进 {path}：这次要读它（policies/好.yaml），写了原来的内容就没有了",
                "   改法：写进另一个文件",
            ],
        )
    assert pack.read_bytes() == before


def test_cases_are_not_written_over(office: Path, capsys: Captured) -> None:
    cases = office / "policies" / "cases" / "好.yaml"
    cases.parent.mkdir()
    cases.write_text("pack: hao\ncases: []\n", encoding="utf-8")
    assert ran(capsys, "test", "policies/好.yaml", "--format", f"junit={cases}")[0] == 2
    assert cases.read_text(encoding="utf-8") == "pack: hao\ncases: []\n"


@pytest.mark.parametrize(
    ("command", "given", "told"),
    [
        ("check", "xml", "“xml”，可以写：text, concise, json, jsonl, github, gitlab, sarif, junit"),
        ("test", "sarif", "“sarif”，可以写：text, json, junit"),
        ("check", "=x", "“”，可以写：text, concise, json, jsonl, github, gitlab, sarif, junit"),
    ],
)
def test_an_unknown_format(command: str, given: str, told: str, capsys: Captured) -> None:
    code, out, err = ran(capsys, command, "liuzhou", "--format", given)
    assert (code, out, err.splitlines()[-2]) == (2, "", f"supervision-rules {command}: 参数不对：--format 不能写{told}")


def test_a_format_without_its_file(capsys: Captured) -> None:
    err = ran(capsys, "check", "liuzhou", "--format", "sarif=")[2]
    assert err.splitlines()[-2] == "supervision-rules check: 参数不对：--format “sarif=”后面要写文件名"


@pytest.mark.usefixtures("office")
def test_a_file_that_cannot_be_written(capsys: Captured) -> None:
    code, out, err = ran(capsys, "check", "policies", "--format", "sarif=no/such/out.sarif")
    assert (code, out, err.split()[1]) == (2, "", "SR903")


@pytest.mark.parametrize("asked", [(), ("--format", "text")])
def test_on_github_annotations_are_the_default(
    asked: tuple[str, ...], office: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    out = ran(capsys, "check", "policies", *asked)[1]
    assert out.startswith("::error " if not asked else "policies/错.yaml:18:16: 错误 SR218 ")
    assert ran(capsys, "test", "liuzhou", "-k", "in-force-edge")[1].startswith("liuzhou：通过 ")
