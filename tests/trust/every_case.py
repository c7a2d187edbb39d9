"""All that the packs conclude about the facts of their own cases, as bytes. Run as a program it prints their digest."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from supervision_rules.api import evaluate
from supervision_rules.diagnostics import Collector
from supervision_rules.policy import Policy, load_pack
from supervision_rules.records import Record
from supervision_rules.records.recognise import Recogniser
from supervision_rules.reports.json import result_json, to_bytes
from supervision_rules.testing import read_cases

CASES = Path(__file__).parents[2] / "policies" / "cases"


@dataclass(frozen=True)
class Trial:
    policy: Policy
    records: tuple[Record, ...]
    as_of: date

    def result(self) -> bytes:
        """The whole result with its explanations."""
        return to_bytes(result_json(evaluate(self.policy, self.records, as_of=self.as_of), explained=True))


def trials(most: int) -> Iterator[Trial]:
    """The facts of up to ``most`` trials of each pack that has cases, spread over its file."""
    for path in sorted(CASES.glob("*.yaml")):
        policy = load_pack(path.stem)
        read = read_cases(path.read_bytes(), path.name, Collector())
        assert read is not None, path
        step = len(read.trials) // most + 1
        for trial in read.trials[::step]:
            recogniser = Recogniser(policy.models, Collector())
            records = (recogniser.record(row, None, cells=False) for row in trial.records)
            yield Trial(policy, tuple(record for record in records if record is not None), trial.as_of)


def main() -> None:
    digest = hashlib.sha256()
    for trial in trials(int(sys.argv[1])):
        digest.update(trial.result())
    sys.stdout.write(digest.hexdigest())


if __name__ == "__main__":
    main()
