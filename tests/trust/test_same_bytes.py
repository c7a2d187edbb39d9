"""The same bytes whatever the hash seed, the time zone, the locale, the folder, the optimisation and the threads."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from every_case import trials

HERE = Path(__file__).parent
SOURCES = HERE.parents[1] / "src"
SURROUNDINGS = (
    ({"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"}, ()),
    ({"PYTHONHASHSEED": "4242", "TZ": "America/New_York", "LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8"}, ("-O",)),
)


def printed(program: list[str], environment: dict[str, str], folder: Path) -> bytes:
    """What a program writes; it must not fail."""
    surroundings = {**os.environ, **environment, "PYTHONPATH": str(SOURCES)}
    return subprocess.run(
        [sys.executable, *program], env=surroundings, cwd=folder, stdout=subprocess.PIPE, check=True
    ).stdout


def test_the_surroundings_never_matter(tmp_path: Path) -> None:
    program = [str(HERE / "every_case.py"), "3"]
    found = {printed([*flags, *program], environment, tmp_path) for environment, flags in SURROUNDINGS}
    assert len(found) == 1 and len(found.pop()) == 64


@pytest.mark.parametrize("code", ["print({'甲', '乙', '丙', '丁'})", "import time; print(time.localtime(0))"])
def test_surroundings_that_matter_are_found(tmp_path: Path, code: str) -> None:
    assert len({printed(["-c", code], environment, tmp_path) for environment, _ in SURROUNDINGS}) == 2


def test_threads_never_matter() -> None:
    """One loaded pack, judged in four threads at once."""
    every = list(trials(3))
    alone = [trial.result() for trial in every]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda trial: trial.result(), every * 3))
    assert together == alone * 3


def test_threads_that_share_something_are_found() -> None:
    """What keeps a value between its calls gives other results in other threads."""
    kept: list[int] = []

    def judged(number: int) -> int:
        kept.append(number)
        return len(kept)

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(judged, range(40))) != [1] * 40
