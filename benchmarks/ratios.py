"""Prints how many times as long the library takes as the same rules by hand: ``python benchmarks/ratios.py``."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from time import process_time

import workloads

COUNT = 100_000
ROUNDS = 9


def timed(run: Callable[[], object]) -> float:
    """The processor time of one run, in seconds; what it leaves behind is cleared away before and after.

    A little is allocated after the run, so that a collector that was put off looks through its results within the time.
    """
    gc.collect()
    start = process_time()
    result = run()
    after: list[list[object]] = [[] for _ in range(2_000)]
    taken = process_time() - start
    del result, after
    return taken


def row(name: str, workload: workloads.Workload, collecting: bool) -> str:
    """The least of some runs of both, in turn, so that what else the machine does falls on both alike."""
    (gc.enable if collecting else gc.disable)()
    pairs = [(timed(workload.plain), timed(workload.judged)) for _ in range(ROUNDS)]
    gc.enable()
    by_hand, by_library = (min(times) * 1e6 / len(workload.records) for times in zip(*pairs, strict=True))
    state = "on" if collecting else "off"
    return f"| {name} | {state} | {by_hand:.2f} | {by_library:.2f} | {by_library / by_hand:.1f} |\n"


def main() -> None:
    write = sys.stdout.write
    write("| workload | garbage collector | by hand, µs a record | library, µs a record | ratio |\n")
    write("| --- | --- | --- | --- | --- |\n")
    for name, make in (("W1", workloads.deadline), ("W2", workloads.score), ("W3", workloads.ladder)):
        workload = make(COUNT)
        if not workload.agree():
            raise SystemExit(f"{name}: the results differ")
        for collecting in (False, True):
            write(row(name, workload, collecting))


if __name__ == "__main__":
    main()
