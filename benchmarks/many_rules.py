"""A check of a pack of many rules: the chapter in ``packs/block.yaml`` again and again, each time under its own names.

``python benchmarks/many_rules.py 500 1000 2000`` prints how long a check takes, and what of it the analysis is.
"""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from supervision_rules.analysis import analyse
from supervision_rules.compiler import check_variants, compile_sound
from supervision_rules.diagnostics import Collector
from supervision_rules.pack import PackText, read_pack
from supervision_rules.policy import check

BLOCK = Path(__file__).parent / "packs" / "block.yaml"
SECTION = re.compile(r"^(?=readings:|facts:|rules:)", re.MULTILINE)
OWN = re.compile(r"(?<=[a-z][-_])0\b")
"""The number of the chapter, in each name that it declares."""


def rules_in(text: str) -> int:
    """How many rules a pack has."""
    return text.count("- kind: ")


def many_rules(count: int) -> str:
    """The text of a pack of ``count`` rules or a few more, with the facts and readings that go with them."""
    head, *sections = SECTION.split(BLOCK.read_text(encoding="utf-8"))
    times = -(-count // rules_in(sections[-1]))
    return head + "".join("".join(_repeated(section, times)) for section in sections)


def _repeated(section: str, times: int) -> Iterator[str]:
    key, _, items = section.partition("\n")
    yield f"{key}\n"
    yield from (OWN.sub(str(number), items) for number in range(times))


def stages(text: str) -> Iterator[tuple[str, float]]:
    """The processor time of each stage of a check."""
    started, told = process_time(), Collector()
    read = read_pack(text.encode(), "many.yaml", told)
    assert isinstance(read, PackText)
    yield "read", process_time() - started
    started = process_time()
    compiled = compile_sound(read, {}, told)
    assert compiled is not None
    yield "compile", process_time() - started
    started = process_time()
    check_variants(compiled, told)
    yield "other options", process_time() - started
    started = process_time()
    analyse(compiled, told)
    yield "analysis", process_time() - started
    assert not told.found, [f"{each.code} {each.span}" for each in told.found[:5]]


def main(counts: list[int]) -> None:
    check("chongqing")  # what is made once
    for count in counts:
        text = many_rules(count)
        gc.collect()
        gc.disable()
        times = dict(stages(text))
        gc.enable()
        parts = ", ".join(f"{name} {time:.2f}" for name, time in times.items())
        sys.stdout.write(f"{rules_in(text)} rules: {sum(times.values()):.2f} s ({parts})\n")


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [500, 1000, 2000])
