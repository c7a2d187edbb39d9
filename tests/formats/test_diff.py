"""``--diff BASE``: only what has changed since a revision of git."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from office import Captured, pack, ran

NOTHING = "自 HEAD 以来没有改动规则包，没有检查\n"


def git(*arguments: str) -> None:
    subprocess.run(("git", "-c", "user.name=n", "-c", "user.email=e", *arguments), check=True, capture_output=True)


@pytest.fixture
def repository(office: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The office's packs, committed; 新 replaces 好."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    follows = "issuer: 示例机关, in_force: {since: 2024-01-01}, replaces: {pack: hao, open_matters: old}"
    text = pack("new").replace("issuer: 示例机关", follows)
    (office / "policies" / "新.yaml").write_text(text, encoding="utf-8")
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "-m", "first")
    return office


def checked(capsys: Captured, *arguments: str) -> tuple[int, list[str], str]:
    """The packs checked, as JUnit names them."""
    code, out, err = ran(capsys, "check", "--format", "junit", *arguments)
    return code, [line.split('"')[1] for line in out.splitlines() if line.startswith("  <testsuite ")], err


@pytest.mark.usefixtures("repository")
def test_nothing_has_changed(capsys: Captured) -> None:
    assert checked(capsys, "policies", "--diff", "HEAD") == (0, [], NOTHING)
    assert ran(capsys, "check", "policies", "--diff", "HEAD") == (0, "0 个规则包没有发现问题\n", NOTHING)
    # shipped packs lie elsewhere
    assert checked(capsys, "--diff", "HEAD")[:2] == (0, [])


def test_what_has_changed_and_what_is_new(repository: Path, capsys: Captured) -> None:
    folder = repository / "policies"
    with (folder / "错.yaml").open("a", encoding="utf-8") as stream:
        stream.write("# 改\n")
    assert checked(capsys, "policies", "--diff", "HEAD") == (1, ["policies/错.yaml"], "")
    (folder / "另.yaml").write_text(pack("ling"), encoding="utf-8")
    assert checked(capsys, "policies", "--diff", "HEAD")[1] == ["policies/另.yaml", "policies/错.yaml"]
    git("add", ".")
    git("commit", "--quiet", "-m", "second")
    assert checked(capsys, "policies", "--diff", "HEAD")[1] == []
    assert checked(capsys, "policies", "--diff", "HEAD~1")[1] == ["policies/另.yaml", "policies/错.yaml"]
    git("tag", "版本")
    assert checked(capsys, "policies", "--diff", "版本")[1] == []


def test_what_replaces_a_changed_pack(repository: Path, capsys: Captured) -> None:
    with (repository / "policies" / "好.yaml").open("a", encoding="utf-8") as stream:
        stream.write("# 改\n")
    assert checked(capsys, "policies", "--diff", "HEAD")[1] == ["policies/好.yaml", "policies/新.yaml"]
    assert checked(capsys, "policies/好.yaml", "--diff", "HEAD")[1] == ["policies/好.yaml"]


def test_from_a_folder_within_and_through_a_link(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    with (repository / "policies" / "错.yaml").open("a", encoding="utf-8") as stream:
        stream.write("# 改\n")
    git("config", "diff.relative", "true")
    (repository / "sub").mkdir()
    monkeypatch.chdir(repository / "sub")
    assert checked(capsys, "../policies", "--diff", "HEAD")[0] == 1
    (repository / "sub" / "link").symlink_to("../policies")
    assert checked(capsys, "link", "--diff", "HEAD")[:2] == (1, ["link/错.yaml"])


def test_a_pack_that_is_wrong_is_told_of_if_it_has_changed(repository: Path, capsys: Captured) -> None:
    (repository / "policies" / "好.yaml").write_text("pack: [\n", encoding="utf-8")
    code, out, _ = ran(capsys, "check", "policies", "--diff", "HEAD")
    assert (code, out.splitlines()[-1]) == (1, "1 个规则包：错误 1，警告 0，提示 0")


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("base", ["nosuch", "HEAD~9", "-x", "--output=x", "HEAD:policies"])
def test_an_unknown_revision(base: str, capsys: Captured) -> None:
    assert ran(capsys, "check", "policies", f"--diff={base}") == (
        2,
        "",
        f"错误 SR935 git 里没有“{base}”这个版本\n"
        "   改法：核对名字；流水线只取了最近一次提交的，取全（fetch-depth: 0）再运行\n",
    )


@pytest.mark.usefixtures("office")
def test_no_repository(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Captured) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert ran(capsys, "check", "policies", "--diff", "HEAD") == (
        2,
        "",
        "错误 SR934 不知道规则包在 HEAD 是什么样：这个文件夹不在 git 仓库里\n"
        "   改法：在 git 仓库里运行；或不写 --diff、--base\n",
    )


@pytest.mark.usefixtures("repository")
def test_no_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Captured) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    err = ran(capsys, "check", "policies", "--diff", "HEAD")[2]
    assert err.splitlines()[0] == "错误 SR934 不知道规则包在 HEAD 是什么样：没有 git 命令"
    english = ran(capsys, "check", "policies", "--diff", "HEAD", lang="en")[2].splitlines()[0]
    assert english == "error SR934 it is not known what the packs were at HEAD: there is no command git"


def test_git_refuses(repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setenv("GIT_CONFIG_COUNT", "nonsense")
    code, _, err = ran(capsys, "check", "policies", "--diff", "HEAD")
    assert (code, "：git 说 " in err.splitlines()[0]) == (2, True)


def test_of_test_the_cases_count_as_well(repository: Path, capsys: Captured) -> None:
    assert ran(capsys, "test", "policies/好.yaml", "--diff", "HEAD") == (
        0,
        "",
        "自 HEAD 以来没有改动规则包和用例，没有运行\n",
    )
    cases = repository / "policies" / "cases" / "好.yaml"
    cases.parent.mkdir()
    cases.write_text("pack: hao\ncases: []\n", encoding="utf-8")
    code, _, err = ran(capsys, "test", "policies/好.yaml", "--diff", "HEAD")
    assert (code, "SR608" in err) == (2, True)
