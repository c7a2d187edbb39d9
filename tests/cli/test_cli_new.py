"""``new``: what it scaffolds passes ``check`` and ``test`` as it is, whatever it is called; it overwrites nothing."""

from __future__ import annotations

import errno
import re
import shlex
from pathlib import Path
from typing import IO, Any

import pytest
from test_cli_commands import Captured, ran

from supervision_rules.catalogue import Lang
from supervision_rules.cli.main import main
from supervision_rules.diagnostics import Collector
from supervision_rules.editor import schema_text
from supervision_rules.nodes import plain, read
from supervision_rules.policy import load_pack
from supervision_rules.testing import run_cases

NAMES = [
    ("qinghe", "青禾县政府督查办法"),
    ("a", "某县：“督查”办法（试行）"),
    ("in-force", "true"),
    ("x" * 100, "2021"),
    ("check", 'supervision: "a" #1 $id \\n'),
    ("true", "- *青禾*"),
]


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("name", "label"), NAMES)
def test_the_scaffold_passes_check_and_test(name: str, label: str, lang: Lang, office: Path, capsys: Captured) -> None:
    assert main(["--lang", lang, "new", name, "--label", label, "--folder", "packs/new"]) == 0
    path = f"packs/new/{name}.yaml"
    schemas = {f"packs/new/.supervision/{each}.schema.json" for each in ("pack", "cases")}
    assert set(written(office)) == {f"packs/new/cases/{name}.yaml", path, *schemas}
    capsys.readouterr()
    assert ran(["check", path], capsys) == (0, "1 个规则包没有发现问题\n", "")
    assert ran(["test", path], capsys) == (0, f"{name}：通过 13，未通过 0\n", "")
    policy = load_pack(Path(path))
    assert (policy.id, policy.compiled.pack.label, policy.compiled.pack.document.title) == (name, label, label)


def test_every_rule_of_the_scaffold_is_shown_on_both_sides(capsys: Captured) -> None:
    assert ran(["new", "qinghe", "--label", "青禾县"], capsys)[0] == 0
    policy, cases = load_pack(Path("qinghe.yaml")), Path("cases/qinghe.yaml").read_bytes()
    report = run_cases(policy, cases, "cases", Collector())
    assert report is not None and report.untested == () and report.one_sided == ()
    assert {rule.info.kind for rule in policy.compiled.rules} == {"time_limit", "outcome", "points"}
    assert policy.compiled.pack.readings and policy.compiled.pack.not_computable


def test_every_change_of_the_scaffold_is_told(capsys: Captured) -> None:
    assert ran(["new", "qinghe", "--label", "青禾县"], capsys)[0] == 0
    assert ran(["test", "qinghe.yaml", "--min-killed", "100"], capsys)[0] == 0


def test_what_is_said(capsys: Captured) -> None:
    assert ran(["new", "qinghe", "--label", "青禾县"], capsys) == (
        0,
        "写好了 qinghe.yaml 和用例 cases/qinghe.yaml\n"
        "检查：supervision-rules check qinghe.yaml\n"
        "运行用例：supervision-rules test qinghe.yaml\n",
        "",
    )


def test_the_commands_can_be_taken_as_they_are_written(office: Path, capsys: Captured) -> None:
    folder = "中文 目录"
    code, out, _ = ran(["new", "qinghe", "--label", "青禾县", "--folder", folder], capsys)
    lines = out.splitlines()
    assert (code, lines[0]) == (0, "写好了 中文 目录/qinghe.yaml 和用例 中文 目录/cases/qinghe.yaml")
    remarks = [
        line
        for path in written(office)
        for line in Path(path).read_text(encoding="utf-8").splitlines()
        if line.startswith("#") and "supervision-rules " in line
    ]
    assert len(lines) == 3 and len(remarks) == 2
    for line in (*lines[1:], *remarks):
        program, *words = shlex.split(line.partition("：")[2])
        assert program == "supervision-rules"
        assert ran(words, capsys)[0] == 0


@pytest.mark.parametrize(
    ("lang", "word", "other"), [("zh", "填发文机关", "who issued it"), ("en", "who issued it", "填")]
)
def test_the_remarks_are_in_the_language_asked(lang: Lang, word: str, other: str, capsys: Captured) -> None:
    assert main(["new", "qinghe", "--label", "青禾县", "--lang", lang]) == 0
    for path in ("qinghe.yaml", "cases/qinghe.yaml"):
        text = Path(path).read_text(encoding="utf-8")
        assert other not in text and "#zh" not in text and "#en" not in text
        assert f"supervision-rules {'check' if path == 'qinghe.yaml' else 'test'} qinghe.yaml" in text
    assert word in Path("qinghe.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lang", "path", "told"),
    [
        (
            "zh",
            "qinghe.yaml",
            "  # 下面三行是样子，文件上印了的才要：去掉行首的井号和它后面的空格，填上；没有印的，整行删去",
        ),
        ("en", "qinghe.yaml", "  # delete the line of what is not printed"),
        (
            "zh",
            "cases/qinghe.yaml",
            "# 这些用例试的是规则包里的样子：换了规则，用例跟着换。井号以后的是说明，程序不读，看过可以删去。",
        ),
        ("en", "cases/qinghe.yaml", "# program reads; delete it once you have read it."),
    ],
)
def test_a_line_after_a_hash_is_said_to_be_a_remark_or_a_pattern(
    lang: Lang, path: str, told: str, capsys: Captured
) -> None:
    assert main(["new", "qinghe", "--label", "青禾县", "--lang", lang]) == 0
    assert told in Path(path).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("lang", "labels"),
    [
        (
            "zh",
            [
                "9月28日收到，国庆放假，第5个工作日是10月11日",
                "6月1日收到，第10日是6月11日",
                "第10日是10月3日，正在放假：两种理解的结果不同",
                "两次催办的要说明，一次的不要",
                "六次扣6分，按上限扣5分",
            ],
        ),
        (
            "en",
            [
                "received on 28 September, the fifth working day after the holidays is 11 October",
                "received on 1 June, the tenth day is 11 June",
                "the tenth day is a holiday, and the two readings differ",
                "two reminders ask for an explanation, one does not",
                "six reminders cost six points, of which the limit leaves five",
            ],
        ),
    ],
)
def test_the_cases_are_called_in_the_language_asked(lang: Lang, labels: list[str], capsys: Captured) -> None:
    assert main(["new", "qinghe", "--label", "青禾县", "--lang", lang]) == 0
    tree = read(Path("cases/qinghe.yaml").read_text(encoding="utf-8"), "cases", Collector())
    assert tree is not None
    assert [case["label"] for case in plain(tree)["cases"]] == labels


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("keys", [["number"], ["issued"], ["in_force"], ["number", "issued", "in_force"]])
def test_what_is_written_after_a_hash_can_be_filled_in(lang: Lang, keys: list[str], capsys: Captured) -> None:
    """As the remark says: the # and the blank after it are taken away."""
    assert main(["new", "qinghe", "--label", "青禾县", "--lang", lang]) == 0
    capsys.readouterr()
    path = Path("qinghe.yaml")
    text = path.read_text(encoding="utf-8")
    for key in keys:
        assert text.count(f"  # {key}: ") == 1
        text = text.replace(f"# {key}: ", f"{key}: ")
    path.write_text(text, encoding="utf-8")
    assert ran(["check", "qinghe.yaml"], capsys) == (0, "1 个规则包没有发现问题\n", "")
    assert ran(["test", "qinghe.yaml"], capsys) == (0, "qinghe：通过 13，未通过 0\n", "")
    document = load_pack(path).compiled.pack.document
    assert [key for key in ("number", "issued", "in_force") if getattr(document, key) is not None] == keys


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("roll", ["true", "false"])
def test_what_to_do_where_the_document_says_whether_a_day_moves_on(lang: Lang, roll: str, capsys: Captured) -> None:
    """As the remark says: the value is written in, the reading and its case are taken out."""
    assert main(["new", "qinghe", "--label", "青禾县", "--lang", lang]) == 0
    capsys.readouterr()
    pack, cases = Path("qinghe.yaml"), Path("cases/qinghe.yaml")
    text = pack.read_text(encoding="utf-8")
    pack.write_text(re.sub("  roll: .*", f"  roll: {roll}", without(text, "readings:")), encoding="utf-8")
    cases.write_text(without(cases.read_text(encoding="utf-8"), "  - id: close-on-a-holiday"), encoding="utf-8")
    assert ran(["check", "qinghe.yaml"], capsys) == (0, "1 个规则包没有发现问题\n", "")
    assert ran(["test", "qinghe.yaml"], capsys) == (0, "qinghe：通过 11，未通过 0\n", "")


def without(text: str, line: str) -> str:
    """The text without the paragraph in which the line stands."""
    paragraphs = text.split("\n\n")
    kept = [each for each in paragraphs if line not in each.splitlines()]
    assert len(kept) == len(paragraphs) - 1
    return "\n\n".join(kept)


@pytest.mark.parametrize("there", ["qinghe.yaml", "cases/qinghe.yaml"])
def test_neither_file_is_written_where_one_is_there(there: str, office: Path, capsys: Captured) -> None:
    Path(there).parent.mkdir(exist_ok=True)
    Path(there).write_text("旧", encoding="utf-8")
    assert ran(["new", "qinghe", "--label", "青禾县"], capsys) == (
        2,
        "",
        f"错误 SR925 {there} 已经有了，没有改动它，也没有新写什么\n"
        "   改法：换一个代号或文件夹；确实不要原来的，先移走或删去\n",
    )
    assert written(office) == [there] and Path(there).read_text(encoding="utf-8") == "旧"


def test_a_link_to_nowhere_is_there_too(office: Path, capsys: Captured) -> None:
    Path("qinghe.yaml").symlink_to("elsewhere.yaml")
    assert ran(["new", "qinghe", "--label", "青禾县"], capsys)[0] == 2
    assert written(office) == []


def test_the_id_of_a_shipped_pack(office: Path, capsys: Captured) -> None:
    code, out, err = ran(["new", "liuzhou", "--label", "柳州"], capsys)
    assert (code, out, err.splitlines()[0]) == (
        2,
        "",
        "错误 SR926 “liuzhou”是内置规则包的代号，别处写它就是指内置的那一个",
    )
    assert written(office) == []


@pytest.mark.parametrize("folder", ["file", "file/packs"])
def test_a_folder_that_is_none(folder: str, office: Path, capsys: Captured) -> None:
    Path("file").write_text("", encoding="utf-8")
    assert ran(["new", "qinghe", "--label", "青禾县", "--folder", folder], capsys) == (
        2,
        "",
        "错误 SR931 file 不是文件夹，规则包和用例写不进去\n"
        "   改法：--folder 换一个文件夹，没有的会建；不要那个文件的，先移走或删去\n",
    )
    assert written(office) == ["file"]


@pytest.mark.parametrize("folder", ["here", "new"])
@pytest.mark.parametrize("link", [False, True])
def test_nothing_is_left_where_the_cases_cannot_be_written(
    folder: str, link: bool, office: Path, capsys: Captured
) -> None:
    Path(folder).mkdir()
    cases = Path(folder, "cases")
    cases.symlink_to("nowhere") if link else cases.write_text("旧", encoding="utf-8")
    before = sorted(office.rglob("*"))
    code, out, err = ran(["new", "qinghe", "--label", "青禾县", "--folder", folder], capsys)
    assert (code, out, err.splitlines()[0]) == (2, "", f"错误 SR931 {cases} 不是文件夹，规则包和用例写不进去")
    assert sorted(office.rglob("*")) == before


def test_what_is_written_is_taken_away_where_the_rest_cannot_be(
    office: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full when the second file has been opened."""
    open_ = Path.open

    def full(path: Path, *given: Any, **named: Any) -> IO[Any]:
        stream = open_(path, *given, **named)
        if path.parent.name == "cases":
            monkeypatch.setattr(stream, "write", refusing)
        return stream

    def refusing(_: str) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "open", full)
    code, _, err = ran(["new", "qinghe", "--label", "青禾县", "--folder", "new/packs"], capsys)
    assert (code, err.splitlines()[0]) == (2, "错误 SR903 写不了 new/packs/cases/qinghe.yaml：磁盘已满")
    assert list(office.iterdir()) == []


def test_the_new_folders_are_taken_away_too(office: Path, capsys: Captured) -> None:
    """A name that is too long for the system is found only when the folder above it has been made."""
    code, _, err = ran(["new", "qinghe", "--label", "青禾县", "--folder", f"new/{'x' * 300}"], capsys)
    assert (code, err.splitlines()[0][:8]) == (2, "错误 SR903")
    assert err.splitlines()[0].endswith("：名字太长")
    assert list(office.iterdir()) == []


@pytest.mark.parametrize("name", ["", "Qinghe", "9", "青禾", "a_b", "a/b", "../a", "a\n", "x" * 101])
def test_what_is_no_id(name: str, office: Path, capsys: Captured) -> None:
    code, out, err = ran(["new", name, "--label", "青禾县"], capsys)
    assert (code, out) == (
        2,
        "",
    ) and "不能作代号，用小写字母开头，只用小写字母、数字、连字符，至多100个，如 qinghe" in err
    assert written(office) == []


@pytest.mark.parametrize("label", ["", " ", "青\n禾", "青禾 ", "青\u200b禾", "\udc80"])
def test_what_is_no_label(label: str, office: Path, capsys: Captured) -> None:
    code, out, err = ran(["new", "qinghe", "--label", label], capsys)
    assert (code, out) == (2, "") and "不能作名称，写成一行看得见的文字" in err
    assert written(office) == []


def test_the_label_must_be_given(capsys: Captured) -> None:
    code, _, err = ran(["new", "qinghe"], capsys)
    assert code == 2 and "还要写 --label" in err


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_editor_finds_the_schemas(lang: Lang, office: Path, capsys: Captured) -> None:
    """By the first line of each file, in the language of its remarks."""
    assert main(["new", "qinghe", "--label", "青禾县", "--folder", "中文 目录", "--lang", lang]) == 0
    for path, name in (("qinghe.yaml", "pack"), ("cases/qinghe.yaml", "cases")):
        file = office / "中文 目录" / path
        line = file.read_text(encoding="utf-8").splitlines()[0]
        schema = file.parent / line.removeprefix("# yaml-language-server: $schema=")
        assert line.startswith("# yaml-language-server: $schema=")
        assert schema.read_text(encoding="utf-8") == schema_text(name, lang)


def test_schemas_from_before_are_brought_up_to_date(office: Path, capsys: Captured) -> None:
    assert ran(["new", "first", "--label", "青禾县"], capsys)[0] == 0
    schema = office / ".supervision" / "pack.schema.json"
    same, new = office / ".supervision" / "cases.schema.json", schema.read_text(encoding="utf-8")
    schema.write_text("旧", encoding="utf-8")
    before = same.stat().st_mtime_ns, same.stat().st_ino
    assert ran(["new", "second", "--label", "青禾县"], capsys)[0] == 0
    assert schema.read_text(encoding="utf-8") == new
    assert (same.stat().st_mtime_ns, same.stat().st_ino) == before


def test_a_file_in_the_place_of_the_schemas(office: Path, capsys: Captured) -> None:
    Path(".supervision").write_text("旧", encoding="utf-8")
    code, out, err = ran(["new", "qinghe", "--label", "青禾县"], capsys)
    assert (code, out, err.splitlines()[0]) == (2, "", "错误 SR931 .supervision 不是文件夹，规则包和用例写不进去")
    assert written(office) == [".supervision"]
