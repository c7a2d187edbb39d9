"""``--watch``: an author at work sees what each change comes to, until the command is interrupted."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copy

import pytest

from supervision_rules.cli.console import Console
from supervision_rules.cli.watching import watching as watch

HERE = Path(__file__).parent
SOURCES = str(HERE.parents[1] / "src")
WATCHING = "正在看着文件，改了就再来一遍（Ctrl-C 停）\n"
CLEAN, BROKEN = "1 个规则包没有发现问题\n", "错误 SR101"


@contextmanager
def watching(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A command that goes on, with what it says in one stream."""
    environment = {**os.environ, "PYTHONPATH": SOURCES, "SUPERVISION_RULES_LANG": "zh"}
    command = [sys.executable, "-X", "utf8", "-m", "supervision_rules", *arguments, "--watch"]
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def said(process: subprocess.Popen[str]) -> str:
    """All up to the words that it is watching."""
    assert process.stdout is not None
    lines: list[str] = []
    for line in process.stdout:
        if line == WATCHING:
            return "".join(lines)
        lines.append(line)
    raise AssertionError("".join(lines))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    copy(HERE / "pack.yaml", tmp_path)
    (tmp_path / "cases").mkdir()
    copy(HERE / "cases" / "pack.yaml", tmp_path / "cases")
    return tmp_path / "pack.yaml"


def saved(path: Path, text: str) -> None:
    """Put the new file in the place of the old in one step, as editors do: no look at it finds a half of it."""
    whole = path.with_suffix(".new")
    whole.write_text(text, encoding="utf-8")
    whole.replace(path)


def interrupted(process: subprocess.Popen[str]) -> int:
    process.send_signal(signal.SIGINT)
    return process.wait(timeout=20)


def test_each_change_is_checked_and_the_last_one_gives_the_exit_code(pack: Path) -> None:
    text = pack.read_text(encoding="utf-8")
    with watching("check", str(pack)) as process:
        assert said(process) == CLEAN
        saved(pack, text.replace("label:", "lable:", 1))
        assert "lable" in said(process)
        saved(pack, text)
        assert said(process) == CLEAN
        assert interrupted(process) == 0


def test_a_file_that_goes_is_told_and_may_come_back(pack: Path) -> None:
    text = pack.read_text(encoding="utf-8")
    with watching("check", str(pack)) as process:
        assert said(process) == CLEAN
        pack.unlink()
        assert "SR901" in said(process)
        saved(pack, text)
        assert said(process) == CLEAN
        saved(pack, text.replace("version:", "verson:"))
        assert "verson" in said(process)
        assert interrupted(process) == 1


def test_cases_are_run_again(pack: Path) -> None:
    cases = pack.parent / "cases" / "pack.yaml"
    with watching("test", str(pack)) as process:
        assert "未通过 0" in said(process)
        saved(cases, cases.read_text(encoding="utf-8").replace("concluded", "undetermined"))
        assert "未通过 1" in said(process)
        assert interrupted(process) == 1


def test_a_file_written_in_parts_is_read_once_it_is_whole(tmp_path: Path) -> None:
    """Each look at the files finds one part more, until it is whole; only then is the command run again."""
    file, parts, read = tmp_path / "pack.yaml", ["whole", "", "ha", "half", "again"], list[str]()

    def files() -> Iterator[Path]:
        if parts and (len(parts) == 5 or read):
            file.write_text(parts.pop(0), encoding="utf-8")
        yield file

    def run(_: Namespace, __: Console) -> int:
        read.append(file.read_text(encoding="utf-8"))
        if len(read) == 2:
            raise KeyboardInterrupt
        return 3

    assert watch(Namespace(watch=True), Console("zh", False, io.StringIO(), io.StringIO()), run, files) == 3
    assert read == ["whole", "again"]


def test_interrupted_before_anything_was_found(tmp_path: Path) -> None:
    def run(_: Namespace, __: Console) -> int:
        raise KeyboardInterrupt

    console = Console("zh", False, io.StringIO(), io.StringIO())
    assert watch(Namespace(watch=True), console, run, lambda: [tmp_path]) == 130
