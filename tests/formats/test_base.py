"""``diff --base BASE``: a pack as it is, compared with itself at a revision of git."""

from __future__ import annotations

from pathlib import Path

import pytest
from office import Captured, pack, ran
from test_diff import git, repository

__all__ = ["repository"]
PACK = "policies/好.yaml"
TITLE = "修订对照表：好（hao 1.0.0 → hao 1.0.0）"


def lines(capsys: Captured, *arguments: str) -> tuple[int, list[str], str]:
    code, out, err = ran(capsys, "diff", *arguments)
    return code, out.splitlines(), err


def revise(folder: Path) -> None:
    """Change the issuer of the pack."""
    path = folder / PACK
    path.write_text(path.read_text(encoding="utf-8").replace("示例机关", "另一机关"), encoding="utf-8")


def test_as_it_is_and_as_it_was(repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    code, told, err = lines(capsys, "--base", "HEAD", PACK)
    assert (code, told[1:], err) == (0, ["两个规则包的意思一样"], "")
    revise(repository)
    code, told, _ = lines(capsys, "--base", "HEAD", PACK)
    assert (code, told[1], "示例机关 → 另一机关" in told[2]) == (1, "文件  只改文字", True)
    git("commit", "--quiet", "-a", "-m", "second")
    assert lines(capsys, "--base", "HEAD", PACK)[0] == 0
    monkeypatch.chdir(repository.parent)  # the repository is that of the file
    assert lines(capsys, PACK.join((f"{repository.name}/", "")), "--base=HEAD~1", "--format", "markdown")[0] == 1


def test_a_pack_that_was_wrong_then(repository: Path, capsys: Captured) -> None:
    (repository / "policies" / "错.yaml").write_text(pack("cuo"), encoding="utf-8")
    code, told, err = lines(capsys, "--base", "HEAD", "policies/错.yaml")
    assert (code, told, err.startswith("HEAD:policies/错.yaml:")) == (2, [], True)


def test_what_was_not_there_then(repository: Path, capsys: Captured) -> None:
    (repository / "policies" / "另.yaml").write_text(pack("ling"), encoding="utf-8")
    code, _, err = lines(capsys, "--base", "HEAD", "policies/另.yaml")
    assert (code, err.splitlines()[0]) == (2, "错误 SR943 git 的 HEAD 里没有 policies/另.yaml")


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("given", "code"),
    [
        (["--base", "nosuch", PACK], "SR935"),
        (["--base=--output=x", PACK], "SR935"),
        (["--base", "HEAD", PACK, PACK], "SR942"),
        ([PACK], "SR942"),
        (["--base", "HEAD", "policies/没有.yaml"], "SR901"),
        (["--base", "HEAD", "没有/没有.yaml"], "SR901"),
    ],
)
def test_what_cannot_be_compared(given: list[str], code: str, capsys: Captured) -> None:
    ended, told, err = lines(capsys, *given)
    assert (ended, told, err.split()[1]) == (2, [], code)


@pytest.mark.usefixtures("office")
def test_no_repository(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Captured) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert lines(capsys, "--base", "HEAD", PACK)[2].split()[1] == "SR934"
