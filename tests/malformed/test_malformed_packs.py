"""Sound packs spoilt in one place, in every way we could think of: told, on the line of the slip, and once.

A run takes one of every sort, most from the pack of the tutorial; with HYPOTHESIS_PROFILE=deep several of every sort
from every shipped pack: some three thousand.
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path

import pytest
import yaml
from malformed_population import SORTS, spread
from malformed_slip import Slip
from malformed_source import PACKS, SMALL, source

from supervision_rules import check
from supervision_rules.catalogue import Severity
from supervision_rules.cli.main import main

DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
MOST = 3 if DEEP else 1
"""How many slips of a sort are made in one pack."""
EVERY = 8
"""How many sorts come to one that is looked at in a shipped pack, though it could be in the small one."""
HERE = Path(__file__).parent


@cache
def excused() -> dict[str, list[str]]:
    """Slips of which more is told than their one cause, or not first of all, by sort; each with its reason."""
    entries = yaml.safe_load((HERE / "excused.yaml").read_text(encoding="utf-8"))
    assert all(entry["reason"] for entry in entries)
    return {sort: [place for entry in entries if entry["sort"] == sort for place in entry["places"]] for sort in SORTS}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all slips: each is written over the one before."""
    return tmp_path_factory.mktemp("malformed")


def faults(slip: Slip, folder: Path) -> list[str]:
    """What is amiss with what a check tells of a slip."""
    path = folder / f"{slip.source.pack}.yaml"
    path.write_bytes(slip.text.encode())
    found = [each for each in check(path) if each.severity is not Severity.NOTE]
    if not found:
        return ["nothing is told"]
    first = found[0]
    amiss = (
        [] if first.span and first.span.line in slip.lines else [f"told at {first.span}, not at {sorted(slip.lines)}"]
    )
    if slip.codes and first.code not in slip.codes:
        amiss.append(f"told as {first.code}, not as {sorted(slip.codes)}")
    if len(found) > slip.most:
        amiss.append(f"{len(found)} messages: {[f'{each.code} {each.span}' for each in found]}")
    return amiss


def taken(sort: str) -> list[Slip]:
    """Those of a sort that a run looks at: from every pack, or from one, the small one more often than the others."""
    turn = list(SORTS).index(sort)
    first = PACKS[turn % len(PACKS)] if turn % EVERY == 0 else SMALL
    packs = PACKS if DEEP else dict.fromkeys((first, SMALL, *reversed(PACKS)))
    found = (slip for pack in packs for slip in spread(sort, pack, MOST))
    return list(found) if DEEP else list(islice(found, 1))


@pytest.mark.parametrize("sort", SORTS)
def test_a_malformation_is_told_once_where_it_is(sort: str, folder: Path) -> None:
    slips = taken(sort)
    assert slips
    told = {f"{slip.source.pack} {slip.place}": faults(slip, folder) for slip in slips}
    assert {place: amiss for place, amiss in told.items() if amiss and place not in excused()[sort]} == {}


@pytest.mark.parametrize("pack", PACKS)
def test_without_a_slip_nothing_is_told(pack: str, folder: Path) -> None:
    line = frozenset({1})
    assert faults(Slip(source(pack), "", 0, 0, "", line), folder) == ["nothing is told"]


def test_another_line_and_another_message_would_be_found(folder: Path) -> None:
    slip = spread("key misspelt: a letter more", "chongqing", 1)[0]
    assert faults(slip, folder) == []
    assert "told at" in faults(replace(slip, lines=frozenset({9999})), folder)[0]
    assert "told as" in faults(replace(slip, codes=frozenset({"SR999"})), folder)[0]
    assert "1 messages" in faults(replace(slip, most=0), folder)[0]


@pytest.mark.parametrize(("sort", "exits"), [("length not in the words", 1), ("days for working days", 1)])
def test_the_command_fails(sort: str, exits: int, folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    slip = spread(sort, "liuzhou", 1)[0]
    path = folder / "liuzhou.yaml"
    path.write_text(slip.text, encoding="utf-8")
    assert main(["check", "--fail-on", "warning", str(path)]) == exits
    assert f"liuzhou.yaml:{min(slip.lines)}:".encode() in capsysbinary.readouterr().out
