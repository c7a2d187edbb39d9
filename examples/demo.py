"""The demonstration: a year of records of each city, judged by its pack, and one finding explained down to the days."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from supervision_rules.cli.main import main

EXAMPLES: Final = Path(__file__).parent
YEARS: Final = (
    ("liuzhou", "2022-12-31"),
    ("bozhou", "2017-01-10"),
    ("yiyang", "2025-01-15"),
    ("district", "2024-12-31"),
    ("chongqing", "2022-12-31"),
)
EXPLAINED: Final = ("--subject", "ps-004", "--rule", "instruction-reply")
INCOMPLETE: Final = 3
"""The exit code that says that records were set aside: every city has some bad rows on purpose."""


def demonstrate() -> int:
    """Judge every city; the first exit code that is not as expected, else 0."""
    for city, as_of in YEARS:
        folder = str(EXAMPLES / city)
        print(f"\n$ supervision-rules evaluate --pack {city} examples/{city} --as-of {as_of} --most 3\n", flush=True)
        code = main(["evaluate", "--pack", city, folder, "--as-of", as_of, "--most", "3"])
        if code != INCOMPLETE:
            return code or 1
    print(
        f"\n$ supervision-rules explain --pack liuzhou examples/liuzhou --as-of 2022-12-31 {' '.join(EXPLAINED)}\n",
        flush=True,
    )
    code = main(["explain", "--pack", "liuzhou", str(EXAMPLES / "liuzhou"), "--as-of", "2022-12-31", *EXPLAINED])
    return 0 if code == INCOMPLETE else code or 1


if __name__ == "__main__":
    sys.exit(demonstrate())
