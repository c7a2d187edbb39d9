"""The order of the modules holds, and the check of it can fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHECK = "from importlinter.cli import lint_imports_command; lint_imports_command()"
LAYERS = "A module imports only what stands below it"
CYCLES = "No cycles inside a package"
KINDS = "The kinds of rules know nothing of each other"


def checked(sources: Path) -> tuple[int, str]:
    """The exit code of the check of the package in ``sources``, and what it says."""
    ran = subprocess.run(
        [sys.executable, "-c", CHECK, "--config", str(ROOT / "pyproject.toml"), "--no-cache"],
        cwd=sources,
        env={**os.environ, "PYTHONPATH": str(sources), "PYTHONIOENCODING": "utf-8", "COLUMNS": "200"},
        capture_output=True,
        check=False,
    )
    return ran.returncode, ran.stdout.decode() + ran.stderr.decode()


def test_the_contracts_are_kept() -> None:
    code, said = checked(ROOT / "src")
    assert code == 0, said
    assert "3 kept, 0 broken" in said


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        ("diagnostics.py", "from supervision_rules import engine", LAYERS),
        ("kinds/duty.py", "from supervision_rules.api import evaluate", LAYERS),
        ("stray.py", "import json", "stray"),
        ("records/days.py", "from supervision_rules.records.models import Record", CYCLES),
        ("kinds/duty.py", "from supervision_rules.kinds.ladder import Ladder", KINDS),
        ("kinds/stray.py", "import json", "stray"),
    ],
)
def test_a_forbidden_import_or_an_unplaced_module_is_found(tmp_path: Path, module: str, line: str, broken: str) -> None:
    package = tmp_path / "supervision_rules"
    shutil.copytree(ROOT / "src" / "supervision_rules", package, ignore=shutil.ignore_patterns("__pycache__"))
    place = package / module
    text = place.read_text(encoding="utf-8") if place.exists() else "from __future__ import annotations\n"
    place.write_text(f"{text}\n{line}\n", encoding="utf-8")
    code, said = checked(tmp_path)
    assert code == 1, said
    assert any(broken in row for row in said.splitlines() if "KEPT" not in row), said
