"""The program as the system sees it: imports, streams, exit codes, colour, language."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from supervision_rules.cli import main as entry
from supervision_rules.cli.console import colour, language

HERE = Path(__file__).parent
SOURCES = str(HERE.parents[1] / "src")
PACK = str(HERE / "pack.yaml")
EXPLAIN = ["explain", "--pack", PACK, str(HERE / "ledger"), "--as-of", "2021-12-01", "--subject", "m1"]


def started(arguments: list[str], **options: object) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": SOURCES, "SUPERVISION_RULES_LANG": "zh", **options.pop("env", {})}  # type: ignore[dict-item]
    command = [sys.executable, "-m", "supervision_rules", *arguments]
    return subprocess.run(command, env=environment, capture_output="stdout" not in options, check=False, **options)  # type: ignore[call-overload, no-any-return]


def test_nothing_in_the_working_folder_is_imported(tmp_path: Path) -> None:
    for name in ("yaml", "json", "pydantic", "argparse"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(99)", encoding="utf-8")
    assert started(["check", PACK], cwd=tmp_path).returncode == 0
    # the twin: without our cleaning of the path, such a module is taken
    plain = subprocess.run([sys.executable, "-c", "import pydantic"], cwd=tmp_path, check=False)
    assert plain.returncode == 99


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [(["check", PACK], "holidays"), (["check", PACK], "supervision_rules.testing"), (["--help"], "pydantic")],
)
def test_commands_import_no_more_than_they_need(arguments: list[str], heavy: str) -> None:
    code = (
        "import sys; from supervision_rules.cli.main import main; "
        f"main({arguments!r}); sys.exit({heavy!r} in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": SOURCES}, capture_output=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_full_disk() -> None:
    with Path("/dev/full").open("wb") as full:
        ran = started(EXPLAIN, stdout=full, stderr=subprocess.PIPE)
    assert ran.returncode == 2
    assert ran.stderr.decode().startswith("错误 SR903 ")
    assert b"Traceback" not in ran.stderr


def test_closed_pipe() -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as pipe:
        ran = started(EXPLAIN, stdout=pipe, stderr=subprocess.PIPE)
    assert (ran.returncode, ran.stderr) == (141, b"")


@pytest.mark.parametrize("shape", ["text", "json"])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_has_had_enough(shape: str, unbuffered: str) -> None:
    """As ``| head -1``: where Python does not buffer, the first part may be written without complaint."""
    examples = str(HERE.parents[1] / "examples" / "liuzhou")
    arguments = ["evaluate", "--pack", "liuzhou", examples, "--as-of", "2040-12-31", "--all", "--format", shape]
    environment = {**os.environ, "PYTHONPATH": SOURCES, "SUPERVISION_RULES_LANG": "zh", "PYTHONUNBUFFERED": unbuffered}
    command = [sys.executable, "-m", "supervision_rules", *arguments]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.read(1)
        process.stdout.close()
        told = process.stderr.read()
    assert (process.returncode, told) == (141, b"")


def test_gbk_screens() -> None:
    ran = started(EXPLAIN, env={"PYTHONIOENCODING": "gbk"})
    assert ran.returncode == 0
    text = ran.stdout.decode("gbk")
    assert "└ " in text and "\\u" not in text
    ascii_only = started(EXPLAIN, env={"PYTHONIOENCODING": "ascii"})
    assert ascii_only.returncode == 0
    assert b"\\u2514" in ascii_only.stdout


def test_json_is_utf8_whatever_the_screen() -> None:
    arguments = ["evaluate", "--pack", PACK, str(HERE / "ledger"), "--as-of", "2021-12-01", "--format", "json"]
    one = started(arguments, env={"PYTHONIOENCODING": "gbk", "TZ": "America/New_York", "PYTHONHASHSEED": "1"})
    other = started(arguments, env={"PYTHONHASHSEED": "2", "LC_ALL": "C"})
    assert one.stdout == other.stdout
    assert "河道治理" in one.stdout.decode()


def test_bug_has_an_id_and_its_own_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(entry, "_run", fail)
    assert entry.main(["--lang", "zh", "check"]) == 70
    first = capsys.readouterr().err
    assert first.startswith("错误 SR902 程序内部出错（ZeroDivisionError），报告编号 ")
    assert "secret" not in first
    assert entry.main(["--lang", "zh", "--debug", "check"]) == 70
    second = capsys.readouterr().err
    assert second.startswith(first)
    assert "ZeroDivisionError: secret" in second


def test_interruption(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(entry, "_run", interrupt)
    assert entry.main(["check"]) == 130


@pytest.mark.parametrize("arguments", [[], ["frob"], ["check", "--frob"], ["--lang", "fr", "check"]])
def test_wrong_arguments(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert entry.main(arguments) == 2
    assert capsys.readouterr().err.startswith("写法：supervision-rules")


def test_wrong_arguments_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert entry.main(["--lang", "en", "check", "--frob"]) == 2
    assert capsys.readouterr().err.startswith("usage: supervision-rules")


@pytest.mark.parametrize("command", list(entry.COMMANDS))
def test_help_of_every_command(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert entry.main([command, "--help", "--lang", "zh"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"写法：supervision-rules {command} ")
    assert "--lang" in out
    assert not {"usage:", "positional", "options:", "show this"} & set(out.split())


def test_language() -> None:
    assert language("en", {"SUPERVISION_RULES_LANG": "zh"}) == "en"
    assert language("auto", {"SUPERVISION_RULES_LANG": "en", "LANG": "zh_CN.UTF-8"}) == "en"
    assert language("auto", {"LANG": "en_GB.UTF-8"}) == "en"
    assert {language("auto", {"LANG": name}) for name in ("", "C", "C.UTF-8", "POSIX", "fr_FR.UTF-8")} == {"zh"}
    assert language("auto", {}) == "zh"
    assert language("auto", {"LC_ALL": "zh_CN.UTF-8", "LANG": "en_GB.UTF-8"}) == "zh"


def test_colour() -> None:
    assert colour("always", {"NO_COLOR": "1"}, None)
    assert not colour("never", {"FORCE_COLOR": "1"}, None)
    assert not colour("auto", {"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, None)
    assert colour("auto", {"FORCE_COLOR": "1"}, None)
    assert not colour("auto", {"FORCE_COLOR": "0"}, None)
    assert not colour("auto", {}, None)
