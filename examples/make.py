"""Writes the example ledgers beside itself: ``python examples/make.py [--seed N] [--to FOLDER]``."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from making import bozhou, chongqing, district, liuzhou, yiyang
from making.common import City
from making.writing import files, lines

SEED: Final = 2022
CITIES: Final[Mapping[str, City]] = MappingProxyType(
    {
        "bozhou": bozhou.CITY,
        "chongqing": chongqing.CITY,
        "district": district.CITY,
        "liuzhou": liuzhou.CITY,
        "yiyang": yiyang.CITY,
    }
)


def made(seed: int) -> dict[str, bytes]:
    """The content of each file, by its path under the folder of examples."""
    found: dict[str, bytes] = {}
    for name, city in CITIES.items():
        ledger = files(city.records(seed), city.tables) | {"bad-rows.jsonl": lines(city.bad_rows())}
        found |= {f"{name}/{file}": content for file, content in ledger.items()}
    return found


def main() -> None:
    parser = ArgumentParser(description="写出各市的示例台账 (write the example ledgers)")
    parser.add_argument("--seed", type=int, default=SEED, help="随机种子 (the seed; default %(default)s)")
    parser.add_argument("--to", type=Path, default=Path(__file__).parent, help="写到哪里 (where to)")
    given = parser.parse_args()
    for name, content in made(given.seed).items():
        path = given.to / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main()
