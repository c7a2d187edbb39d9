"""Nothing in the working folder is imported: a ``yaml.py`` in somebody's pull request does not run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[2] / "src"
PACK = Path(__file__).parent / "files" / "pack.yaml"
TRAP = "import pathlib; pathlib.Path('ran').write_text('ran')\nraise SystemExit(99)\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a module of every name that the library imports from elsewhere."""
    for name in ("yaml", "pydantic", "holidays", "simpleeval", "json", "decimal", "typing_extensions", "sitecustom"):
        (tmp_path / f"{name}.py").write_text(TRAP, encoding="utf-8")
    (tmp_path / "supervision_rules").mkdir()
    (tmp_path / "supervision_rules" / "__init__.py").write_text(TRAP, encoding="utf-8")
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "trial.yaml").write_bytes(PACK.read_bytes())
    return tmp_path


def started(folder: Path, *command: str, path: str = str(SOURCES)) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": path}
    return subprocess.run([sys.executable, *command], cwd=folder, env=environment, capture_output=True, check=False)


PROGRAM = "import sys; sys.path.remove(''); from supervision_rules.cli.main import main; sys.exit(main())"


def test_check_imports_nothing_of_the_folder(folder: Path) -> None:
    for command in (("-P", "-m", "supervision_rules", "check", "policies/trial.yaml"), ("-c", PROGRAM, "check")):
        ran = started(folder, *command)
        assert (ran.returncode, (folder / "ran").exists()) == (0, False), ran.stdout + ran.stderr


def test_the_module_clears_the_path_itself(folder: Path) -> None:
    """Without -P, too, once Python has found the package itself."""
    (folder / "supervision_rules" / "__init__.py").unlink()
    (folder / "supervision_rules").rmdir()
    ran = started(folder, "-m", "supervision_rules", "check", "policies/trial.yaml")
    assert (ran.returncode, (folder / "ran").exists()) == (0, False), ran.stdout + ran.stderr


def test_a_folder_that_stays_on_the_path_is_found(folder: Path) -> None:
    assert started(folder, "-c", "import yaml").returncode == 99
    assert (folder / "ran").exists()
