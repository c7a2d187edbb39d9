"""The example ledgers: made byte for byte by their script, and every rule of a pack shows both its sides in them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from example_ledgers import EXAMPLES, ROOT, Asked, asked, batch, cities, lacking, results

from supervision_rules.cli.main import main

BAD = "bad-rows.jsonl"


def make(folder: Path, *arguments: str, hash_seed: str) -> dict[str, bytes]:
    """The files that the script writes."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": hash_seed, "TZ": "Pacific/Apia"}
    command = [sys.executable, str(EXAMPLES / "make.py"), "--to", str(folder), *arguments]
    subprocess.run(command, check=True, env=environment, cwd=folder)
    return content(folder)


def content(folder: Path) -> dict[str, bytes]:
    """The files of the ledgers in a folder."""
    files = (file for city in cities() for file in (folder / city).iterdir())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_the_script_reproduces_the_files_byte_for_byte(tmp_path: Path) -> None:
    made = make(tmp_path, hash_seed="1")
    kept = content(EXAMPLES)
    assert sorted(made) == sorted(kept)
    assert [name for name in kept if made[name] != kept[name]] == []


def test_another_seed_makes_another_year_that_shows_as_much(tmp_path: Path) -> None:
    made = make(tmp_path, "--seed", "7", hash_seed="2")
    assert made["liuzhou/matters.jsonl"] != content(EXAMPLES)["liuzhou/matters.jsonl"]
    assert {city: lacking(results(batch(tmp_path / city, city), city)) for city in cities()} == {
        city: [] for city in cities()
    }


@pytest.mark.parametrize("city", cities())
def test_every_rule_has_a_finding_in_order_and_one_that_takes_hold(city: str) -> None:
    assert lacking(results(batch(EXAMPLES / city, city), city)) == []


def test_a_ledger_without_records_shows_that_this_can_fail() -> None:
    register = [record for record in batch(EXAMPLES / "liuzhou", "liuzhou").records if record.type == "unit"]
    told = lacking(results(register, "liuzhou"))
    assert "instruction-reply: in order" in told
    assert "instruction-reply: taking hold" in told
    assert "accountability: taking hold" in told


@pytest.mark.parametrize("city", cities())
def test_the_ledger_has_a_few_hundred_records(city: str) -> None:
    assert 200 <= len(batch(EXAMPLES / city, city).records) <= 800


@pytest.mark.parametrize("city", cities())
def test_the_bad_rows_are_set_aside_and_nothing_else_is(city: str) -> None:
    found = batch(EXAMPLES / city, city)
    rows = (EXAMPLES / city / BAD).read_text(encoding="utf-8").splitlines()
    places = {(told.span.source, told.span.line) for told in found.set_aside if told.span is not None}
    assert places == {(BAD, line) for line in range(1, len(rows) + 1)}
    assert (found.rejected, found.duplicates) == (len(rows), 0)
    assert len({told.code for told in found.set_aside}) >= 8


@pytest.mark.parametrize("each", asked(), ids=lambda each: f"{each.pack}-{each.as_of}")
def test_the_evaluations_of_the_page_are_incomplete_by_the_bad_rows_alone(
    each: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    out = tmp_path / "result.json"
    assert main([*each.arguments, "--format", "json", "--out", str(out)]) == 3
    result = json.loads(out.read_bytes())
    rows = (EXAMPLES / each.pack / BAD).read_text(encoding="utf-8").splitlines()
    assert result["records"]["set_aside"] == len(rows)
    assert {Path(told["path"]).name for told in result["set_aside"]} == {BAD}


def test_without_the_bad_rows_the_evaluation_is_complete(tmp_path: Path) -> None:
    for file in (EXAMPLES / "chongqing").iterdir():
        if file.name != BAD:
            (tmp_path / file.name).write_bytes(file.read_bytes())
    arguments = ["evaluate", "--pack", "chongqing", str(tmp_path), "--as-of", "2022-12-31"]
    assert main([*arguments, "--out", str(tmp_path / "result.txt")]) == 0
