"""What a person waits for: a cold process that imports, helps, or checks the five packs."""

from __future__ import annotations

import subprocess
import sys

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

COMMANDS = {
    "import": ["-c", "import supervision_rules"],
    "help": ["-m", "supervision_rules", "--help"],
    "check": ["-m", "supervision_rules", "check"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_cold(benchmark: BenchmarkFixture, name: str) -> None:
    command = [sys.executable, *COMMANDS[name]]
    benchmark.pedantic(lambda: subprocess.run(command, check=True, capture_output=True), rounds=5, warmup_rounds=1)
