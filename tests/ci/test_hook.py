"""The hook for pre-commit: what its manifest says is run on the files of a commit."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
SOUND = ROOT / "tests" / "cli" / "pack.yaml"


@pytest.fixture
def hook() -> dict[str, object]:
    (found,) = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    """A repository with a pack of a Chinese name, its cases and another file, all staged."""
    texts = {
        "policies/青禾 督查.yaml": SOUND.read_text(encoding="utf-8"),
        "policies/cases/青禾 督查.yaml": "pack: trial\ncases: []\n",
        "docs/notes.yaml": "notes: []\n",
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    for command in (("init", "--quiet"), ("add", ".")):
        subprocess.run(("git", *command), cwd=tmp_path, check=True)
    return tmp_path


def test_the_manifest(hook: dict[str, object]) -> None:
    texts = {name: hook.pop(name) for name in ("name", "description", "files")}
    assert all(isinstance(text, str) and text for text in texts.values())
    assert hook == {
        "id": "supervision-rules",
        "entry": "supervision-rules",
        "args": ["check"],
        "language": "python",
        "types": ["yaml"],
        "require_serial": True,
    }


def committed(folder: Path, hook: dict[str, object]) -> subprocess.CompletedProcess[bytes]:
    """The hook as it is run when a commit is made: its command with the staged files that it is for."""
    staged = subprocess.run(("git", "ls-files", "-z"), cwd=folder, capture_output=True, check=True)
    names = [name.decode() for name in staged.stdout.split(b"\0") if name]
    chosen = [name for name in names if re.search(str(hook["files"]), name)]
    assert chosen == ["policies/青禾 督查.yaml"]
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    module, _, function = scripts[hook["entry"]].partition(":")
    start = (
        f"import sys; sys.path.append({str(ROOT / 'src')!r}); from {module} import {function}; sys.exit({function}())"
    )
    arguments = hook["args"]
    assert isinstance(arguments, list)
    command = (sys.executable, "-I", "-c", start, *arguments, *chosen)
    return subprocess.run(command, cwd=folder, capture_output=True, check=False)


def test_a_sound_pack_is_let_through(staged: Path, hook: dict[str, object]) -> None:
    ran = committed(staged, hook)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_a_wrong_pack_stops_the_commit(staged: Path, hook: dict[str, object]) -> None:
    path = staged / "policies" / "青禾 督查.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("when: joint", "when: jointt"), encoding="utf-8")
    ran = committed(staged, hook)
    assert (ran.returncode, ran.stdout.decode().partition(":")[0]) == (1, "policies/青禾 督查.yaml")


def test_pre_commit_accepts_the_manifest() -> None:
    if shutil.which("pre-commit") is None:
        pytest.skip("pre-commit is not installed")
    subprocess.run(("pre-commit", "validate-manifest", str(MANIFEST)), check=True)
