"""How many times as long the library takes as the counterpart of each pack: ``python benchmarks/pack_ratios.py``."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from random import Random
from time import process_time

from counterparts import comparison

COUNTS = (3_000, 20_000)
ROUNDS = 3


def least(run: Callable[[], object]) -> float:
    """The least processor time of one run, in seconds; what a run leaves behind is cleared away between."""
    times = []
    for _ in range(ROUNDS):
        gc.collect()
        start = process_time()
        result = run()
        times.append(process_time() - start)
        del result
    return min(times)


def row(pack: str, both: comparison.Comparison, as_of: date) -> str:
    by_hand, by_library = least(partial(both.plain, as_of)), least(partial(both.judged, as_of))
    count = len(both.records)
    scale = 1e6 / count
    return f"| {pack} | {count} | {by_hand * scale:.2f} | {by_library * scale:.2f} | {by_library / by_hand:.1f} |\n"


def main(packs: list[str]) -> None:
    write = sys.stdout.write
    write("| pack | records | by hand, µs a record | library, µs a record | ratio |\n")
    write("| --- | --- | --- | --- | --- |\n")
    for pack in packs or comparison.PACKS:
        for count in COUNTS:
            both = comparison.of_ledger(pack, Random(1), count)
            as_of = both.days(Random(1), 0)[-1]
            if differences := both.differences(as_of):
                raise SystemExit(f"{pack}: the results differ\n" + "\n".join(differences[:5]))
            write(row(pack, both, as_of))


if __name__ == "__main__":
    main(sys.argv[1:])
