"""A replay notices records left out; one number written in two ways is one record; unused notices are told."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest
from little_pack import loaded, rule, write

from supervision_rules import Collector, evaluate
from supervision_rules.cli.main import main
from supervision_rules.records import Batch, settle

POINTS = rule("kind: points\ncount: appraisal\neach: item_points\neffect: add")
REQUIRE = rule("kind: requirement\non: instruction\nrequire: known(received)")
MATTER = {"type": "matter", "id": "m1", "kind": "instruction", "date": "2021-01-04"}
Captured = pytest.CaptureFixture[str]


def ran(*arguments: object) -> int:
    return main(["--lang", "zh", "--color", "never", *map(str, arguments)])


def test_a_replay_without_the_bad_rows_differs(tmp_path: Path, capsys: Captured) -> None:
    pack, good, bad = write(tmp_path, REQUIRE), tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    good.write_text(json.dumps(MATTER) + "\n", encoding="utf-8")
    bad.write_text(json.dumps({**MATTER, "id": "m2", "date": "2021-13-04"}) + "\n", encoding="utf-8")
    kept = tmp_path / "result.json"
    asked = ("--pack", pack, "--as-of", "2021-12-31")
    assert ran("evaluate", good, bad, *asked, "--format", "json", "--out", kept) == 3
    capsys.readouterr()
    assert ran("replay", kept, good, bad, "--pack", pack) == 0
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    moved = bad.rename(elsewhere / "bad.jsonl")
    assert ran("replay", kept, good, moved, "--pack", pack) == 0
    capsys.readouterr()
    assert ran("replay", kept, good, "--pack", pack, "--format", "json") == 1
    found = {each["what"]: (each["old"], each["new"]) for each in json.loads(capsys.readouterr().out)}
    ((code, gone),) = ((what, pair) for what, pair in found.items() if what.startswith("set_aside"))
    assert gone == (1, None) and code.startswith("set_aside.SR")
    del found[code]
    assert found == {"complete": (False, True), "records.set_aside": (1, 0), "records.total": (2, 1)}


def test_one_number_in_two_ways_is_one_record_in_any_order(tmp_path: Path) -> None:
    policy = loaded(tmp_path, POINTS)
    unit = policy.models["unit"](id="u1", name="局")
    written = [
        policy.models["appraisal"](id="a1", date=date(2021, 12, 20), unit="u1", item_points=points)
        for points in (Decimal("2.50"), Decimal("2.5"), Decimal("2.500"))
    ]

    def settled(*records: object) -> Batch:
        return settle([unit, *records], policy.compiled.vocabulary, Collector())  # type: ignore[list-item]

    batches = [settled(*order) for order in permutations(written)]
    values = {str(evaluate(policy, batch, as_of=date(2021, 12, 31)).findings[0].value) for batch in batches}
    assert ({batch.duplicates for batch in batches}, len(values)) == ({2}, 1)
    assert len({batch.digest for batch in [*batches, *map(settled, written)]}) == 1
    whole = [written[0].model_copy(update={"item_points": points}) for points in (2, Decimal("2.0"), Decimal("2"))]
    assert len({settled(record).digest for record in whole}) == 1
    assert settled(whole[0]).digest != batches[0].digest


@pytest.mark.parametrize(("place", "used"), [("CN-GX-LZ", False), ("CN-HN", False), ("CN-GX", True)])
def test_notices_of_another_place_are_told(tmp_path: Path, capsys: Captured, place: str, used: bool) -> None:
    pack = write(tmp_path, REQUIRE, document="jurisdiction: CN-GX")
    ledger, notices = tmp_path / "ledger.jsonl", tmp_path / "notices.yaml"
    ledger.write_text(json.dumps(MATTER) + "\n", encoding="utf-8")
    notices.write_text(
        f"jurisdiction: {place}\nnotices:\n  - {{year: 2021, title: 通知, published: 2021-09-30, label: 本市放假, "
        "off: [2021-10-08], worked: [2021-10-16]}\n",
        encoding="utf-8",
    )
    assert ran("evaluate", ledger, "--pack", pack, "--as-of", "2021-12-31", "--notices", notices) == 0
    told = f"SR913 {place} 的放假通知没有用上：所用规则包的工作日按 CN-GX"
    assert (told in capsys.readouterr().err) is not used
