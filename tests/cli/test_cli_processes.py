"""Packs are checked, and mutants judged, by several processes at once; what is told is what one alone would tell."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[2] / "src"
POLICIES = SOURCES.parent / "policies"
RUN = """
import os, sys
sys.path.insert(0, sys.argv.pop(1))
cores = int(sys.argv.pop(1))
os.sched_getaffinity = lambda process: set(range(cores))
{before}
from supervision_rules.cli.main import main
sys.exit(main(sys.argv[1:]))
"""
DIES = """
import supervision_rules.cli.check as check
first, whole = os.getpid(), check.check_pack
def half(*given):
    if os.getpid() != first:
        {death}
    return whole(*given)
check.check_pack = half
"""
FAILS = """
import supervision_rules.cli.check as check
def fails(text, *given):
    if text.id == "yiyang":
        raise ZeroDivisionError
check.check_pack = fails
"""
NO_MORE = """
def none():
    raise BlockingIOError
os.fork = none
"""
UNTOLD = """
import signal
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
"""
THREAD = """
import threading
threading.Thread(target=threading.Event().wait, daemon=True).start()
os.fork = None
"""


def checked(cores: int, arguments: list[str], before: str = "") -> subprocess.CompletedProcess[bytes]:
    return started(cores, ["check", *arguments], before)


def started(cores: int, arguments: list[str], before: str = "") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", RUN.format(before=before), str(SOURCES), str(cores), *arguments]
    return subprocess.run(command, capture_output=True, check=False)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Copies of the five packs, each with slips of its own, one that is no YAML, one that is not there."""
    folder = tmp_path_factory.mktemp("broken")
    for place, path in enumerate(sorted(POLICIES.glob("*.yaml"))):
        text = path.read_text(encoding="utf-8")
        text = text.replace("effect: ", "effect: no-", 5 * place).replace("words: ", "words: 无此", 10)
        (folder / path.name).write_text(text, encoding="utf-8")
    (folder / "no.yaml").write_text("rules: [", encoding="utf-8")
    return [*(str(path) for path in sorted(folder.glob("*.yaml"))), str(folder / "gone.yaml")]


def test_as_many_processes_as_there_are_cores_tell_the_same(broken: list[str]) -> None:
    alone = checked(1, [*broken, "--format", "json", "--analysed"])
    assert alone.stdout.count(b'"code"') >= 20
    for cores in (2, 16):
        several = checked(cores, [*broken, "--format", "json", "--analysed"])
        assert (several.stdout, several.stderr, several.returncode) == (alone.stdout, alone.stderr, alone.returncode)


@pytest.mark.parametrize("death", ["os._exit(9)", "raise MemoryError"])
def test_what_a_process_did_not_end_is_done_again(broken: list[str], death: str) -> None:
    alone = checked(1, broken)
    several = checked(3, broken, DIES.format(death=death))
    assert (several.stdout, several.stderr, several.returncode) == (alone.stdout, alone.stderr, alone.returncode)


def test_what_fails_is_told_once_and_as_if_there_were_one() -> None:
    several = checked(3, [], FAILS)
    assert several.returncode == checked(1, [], FAILS).returncode
    assert several.stderr.count(b"SR902") == 1
    assert b"Traceback" not in several.stderr


def test_mutants_are_judged_the_same_by_several_processes() -> None:
    alone, several = (started(cores, ["test", "chongqing", "--mutate", "-k", "require"]) for cores in (1, 3))
    assert alone.returncode == 0
    assert (several.stdout, several.stderr, several.returncode) == (alone.stdout, alone.stderr, alone.returncode)


def test_no_process_outlives_the_first_for_long() -> None:
    """Killed while the others work: nobody reads what they write, which is more than a pipe holds."""
    slow = "import supervision_rules.cli.check as check, time\nwhole, first = check.check_pack, os.getpid()\n"
    slow += "def late(*given):\n    time.sleep(30 if os.getpid() == first else 0)\n    return whole(*given)\n"
    command = [sys.executable, "-c", RUN.format(before=slow + "check.check_pack = late"), str(SOURCES), "3", "check"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as begun:
        time.sleep(3)
        begun.kill()
        assert begun.communicate(timeout=15) == (None, b"")  # at an end once all who hold it have ended


@pytest.mark.parametrize("before", [THREAD, NO_MORE, UNTOLD], ids=["threads", "no more processes", "ends not told"])
def test_where_the_system_is_otherwise_all_is_told_the_same(broken: list[str], before: str) -> None:
    alone, beside = checked(1, broken), checked(3, broken, before)
    assert (beside.stdout, beside.stderr) == (alone.stdout, alone.stderr)
