"""What is built carries all that the library reads at run time, and works from where it is unpacked."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("hatchling.build", reason="the build backend is not installed")
ROOT = Path(__file__).parents[2]
PACKS = sorted(path.stem for path in (ROOT / "policies").glob("*.yaml"))
NEEDED = {
    "supervision_rules/py.typed",
    "supervision_rules/records/vocabulary.yaml",
    "supervision_rules/calendar/cn-gx.yaml",
    "supervision_rules/cli/scaffold/pack.yaml",
    "supervision_rules/cli/scaffold/cases.yaml",
    *(f"supervision_rules/policies/{name}.yaml" for name in PACKS),
    *(f"supervision_rules/pages/{path.name}" for path in (ROOT / "docs" / "diagnostics").glob("SR*.md")),
}
BUILD = "import hatchling.build as b, sys; print(b.build_wheel(sys.argv[1])); print(b.build_sdist(sys.argv[1]))"
USE = """
import sys
sys.path.insert(0, sys.argv[1])
import supervision_rules
from supervision_rules.cli.pages import page
from supervision_rules.policy import load_pack
assert page("SR327").code == "SR327"
assert supervision_rules.__file__.startswith(sys.argv[1]), supervision_rules.__file__
for name in sys.argv[2:]:
    print(load_pack(name).id)
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the wheel and the sdist, built by the backend itself from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    ran = subprocess.run([sys.executable, "-c", BUILD, str(folder)], cwd=ROOT, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
    return folder


def loaded_from(folder: Path, elsewhere: Path) -> list[str]:
    """The packs that a Python started elsewhere loads from the library in ``folder``."""
    program = [sys.executable, "-I", "-c", USE, str(folder), *PACKS]
    ran = subprocess.run(program, cwd=elsewhere, capture_output=True, check=False)
    return ran.stdout.decode().split() if ran.returncode == 0 else [ran.stderr.decode()]


def test_the_wheel_carries_all_and_works(built: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
        wheel.extractall(tmp_path / "wheel")
    assert names >= NEEDED
    assert not [name for name in names if not name.startswith(("supervision_rules/", "supervision_rules-"))]
    assert loaded_from(tmp_path / "wheel", tmp_path) == PACKS


def test_the_wheel_states_its_licence(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        (metadata,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
        stated = wheel.read(metadata).decode()
        licence = wheel.read(metadata.replace("METADATA", "licenses/LICENSE"))
    assert "License-Expression: MIT\n" in stated
    assert licence == (ROOT / "LICENSE").read_bytes() and licence.startswith(b"MIT License\n")


def test_the_source_distribution_works_as_a_checkout(built: Path, tmp_path: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        archive.extractall(tmp_path, **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))
    (tree,) = [path for path in tmp_path.iterdir() if path.is_dir()]
    assert loaded_from(tree / "src", tmp_path) == PACKS
    assert (tree / "tests").is_dir() and (tree / "docs").is_dir() and (tree / "pyproject.toml").is_file()
    # what the Makefile needs to run the tests of an unpacked archive
    assert (tree / "Makefile").is_file() and (tree / "requirements.lock").is_file() and (tree / "LICENSE").is_file()


def test_a_wheel_that_lacks_its_data_is_found(built: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path / "wheel")
    (tmp_path / "wheel" / "supervision_rules" / "policies" / f"{PACKS[0]}.yaml").unlink()
    (found,) = loaded_from(tmp_path / "wheel", tmp_path)
    assert "SR904" in found
