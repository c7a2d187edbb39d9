"""The composite action: its shape, and its commands run as a runner does, in a folder with a pack of a Chinese name."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from typing import Any

import pytest
import yaml

pytest.importorskip("hatchling.build", reason="the build backend is not installed")
pytest.importorskip("pip", reason="pip is not installed")
ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"] if "run" in step}
BUILD = "import hatchling.build as b, sys; print(b.build_wheel(sys.argv[1]))"
SOUND = ROOT / "tests" / "cli" / "pack.yaml"
EXPRESSION = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")


def test_the_shape() -> None:
    assert set(ACTION) == {"name", "description", "inputs", "runs"}
    assert ACTION["runs"]["using"] == "composite"
    for name, about in ACTION["inputs"].items():
        assert re.fullmatch("[a-z-]+", name) and set(about) == {"description", "required", "default"}
        assert isinstance(about["default"], str) and about["required"] is False
    for step in ACTION["runs"]["steps"]:
        assert ("uses" in step) is not ("run" in step)
        assert "run" not in step or step["shell"] == "bash"
    named = EXPRESSION.findall(str(ACTION["runs"]))
    assert sorted(named) == sorted(ACTION["inputs"])


def test_no_input_is_written_into_a_command() -> None:
    """It would be run: inputs come as variables, in quotes, and nothing of the working folder is imported."""
    for step in STEPS.values():
        assert "${{" not in step["run"]
        assert all(f'"${name}' in step["run"] or f"=${name}" in step["run"] for name in step["env"])
        assert re.findall(r"\bpython\b(?! -I -m )", step["run"]) == []


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The surroundings of a step: a Python of its own, which has what the library needs, and the built library."""
    folder = tmp_path_factory.mktemp("runner")
    venv.create(folder / "python", with_pip=False)
    (site,) = (folder / "python").rglob("site-packages")
    (site / "needed.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    built = subprocess.run((sys.executable, "-c", BUILD, str(folder)), cwd=ROOT, capture_output=True, check=True)
    pip = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_FORCE_REINSTALL": "1"}
    path = f"{folder / 'python' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    surroundings = {name: text for name, text in os.environ.items() if not name.startswith(("PYTHON", "GIT_"))}
    wheel = str(folder / built.stdout.decode().split()[-1])
    environment = surroundings | pip | {"PATH": path, "SOURCE": wheel}
    ran = stepped("install", environment, folder)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert [file.name for file in site.glob("supervision_rules*.dist-info")]
    return environment


def stepped(name: str, environment: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    """A step as the runner starts it."""
    command = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[name]["run"])
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "policies").mkdir()
    text = SOUND.read_text(encoding="utf-8")
    (tmp_path / "policies" / "好.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "policies" / "错 误.yaml").write_text(text.replace("when: joint", "when: jointt"), encoding="utf-8")
    # what must not be imported
    for name in ("yaml", "pip", "supervision_rules"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(99)", encoding="utf-8")
    return tmp_path


def checked(runner: dict[str, str], workspace: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The step that checks, with these inputs and the defaults of the others."""
    given: dict[str, Any] = {name: about["default"] for name, about in ACTION["inputs"].items()} | inputs
    asked = STEPS["check"]["env"].items()
    variables = {name: EXPRESSION.sub(lambda found: given[found[1]], text) for name, text in asked}
    github = {
        "GITHUB_ACTIONS": "true",
        "GITHUB_WORKSPACE": str(workspace),
        "GITHUB_STEP_SUMMARY": str(workspace / "summary.md"),
    }
    return stepped("check", runner | variables | github, workspace)


def test_annotations_and_a_summary(runner: dict[str, str], workspace: Path) -> None:
    ran = checked(runner, workspace)
    assert (ran.returncode, ran.stderr) == (1, "")
    (first, closing) = ran.stdout.splitlines()
    assert first.startswith("::error file=policies/错 误.yaml,line=27,endLine=27,col=16,endColumn=22,title=SR218::")
    assert closing == "2 个规则包：错误 1，警告 0，提示 0"
    assert "| 错误 | SR218 | policies/错 误.yaml:27:16 |" in (workspace / "summary.md").read_text(encoding="utf-8")


def test_inputs(runner: dict[str, str], workspace: Path) -> None:
    names = {"packs": "policies/好.yaml\n\n  \npolicies/错 误.yaml\n", "sarif": "out.sarif", "lang": "en"}
    ran = checked(runner, workspace, **names)
    assert (ran.returncode, ran.stdout.splitlines()[-1]) == (1, "2 pack(s): 1 error(s), 0 warning(s), 0 note(s)")
    (run,) = json.loads((workspace / "out.sarif").read_bytes())["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["SR218"]
    assert run["tool"]["driver"]["version"] == "0.1.0"
    good = checked(runner, workspace, packs="policies/好.yaml", **{"fail-on": "note"})
    assert (good.returncode, good.stdout, good.stderr) == (0, "1 个规则包没有发现问题\n", "")


def test_only_what_has_changed(runner: dict[str, str], workspace: Path) -> None:
    commit = ("-c", "user.name=n", "-c", "user.email=e", "commit", "--quiet", "-m", "first")
    for command in (("init", "--quiet"), ("add", "."), commit):
        subprocess.run(("git", *command), cwd=workspace, check=True)
    ran = checked(runner, workspace, diff="HEAD")
    assert (ran.returncode, ran.stdout) == (0, "0 个规则包没有发现问题\n")


def test_an_input_is_never_run(runner: dict[str, str], workspace: Path) -> None:
    tricks = ("$(touch ran)", "`touch ran`", "; touch ran", "--format=json=ran", 'x"; touch ran; "')
    ran = checked(runner, workspace, packs="\n".join(tricks))
    told = ran.stdout.count("::error title=SR901::")
    assert (ran.returncode, told, (workspace / "ran").exists()) == (2, len(tricks), False), ran.stdout + ran.stderr
    assert checked(runner, workspace, diff=tricks[0]).returncode == 2
    assert not (workspace / "ran").exists()
