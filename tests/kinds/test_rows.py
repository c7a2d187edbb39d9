"""Rows: what is read straight from a record, what is hidden, filled in or derived, and what is worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from one_rule import compiled_of, judged, pack_of, records_of, world_of

from supervision_rules.compiler import CompiledPack, compile_pack
from supervision_rules.diagnostics import Collector
from supervision_rules.findings import State
from supervision_rules.pack import read_pack
from supervision_rules.records import Models, shared_vocabulary
from supervision_rules.world import Remembered, Row, World

RULE = """
    - kind: requirement
      id: closed-in-time
      label: 办结
      cite: {clause: 一, words: 应当办结}
      on: matter
      require: known(closed) and closed <= set_date
"""
FACTS = """
    - {id: finished, label: 办结件数, of: unit, window: year, count: matter, where: known(closed), by: closed}
    - {id: best, label: 最多件数, of: unit, window: year, max: peers, among: [category], take: finished}
    - {id: everyone, label: 全部件数, of: unit, count: matter, via: all}
    - {id: own_unit, label: 本单位件数, of: matter, value: unit_everyone}
"""
Given = list[tuple[str, Mapping[str, object]]]
MATTER = {"kind": "decision", "date": date(2022, 3, 1), "unit": "a", "set_date": date(2022, 3, 31)}
ROWS: Given = [
    ("unit", {"id": "a", "name": "甲", "category": "zone"}),
    ("unit", {"id": "b", "name": "乙", "category": "zone"}),
    ("matter", {"id": "m1", **MATTER, "closed": date(2022, 3, 20)}),
    ("matter", {"id": "m2", **MATTER, "date": date(2022, 5, 1), "unit": "b", "closed": date(2023, 1, 5)}),
    ("matter", {"id": "m3", **MATTER, "date": date(2022, 6, 1), "unit": "b", "closed": date(2023, 2, 5)}),
    ("report", {"id": "r1", "kind": "progress", "date": date(2022, 4, 1), "matter": "m1"}),
]


@pytest.fixture
def compiled() -> CompiledPack:
    return compiled_of(RULE, FACTS)


def world(compiled: CompiledPack, as_of: date = date(2023, 6, 30)) -> World:
    return world_of(compiled, records_of(compiled, ROWS), as_of)


def row(world: World, record_type: str, record_id: str) -> Row:
    found = world.find(record_type, record_id)
    assert found is not None
    return found


def test_an_event_to_come_is_hidden_and_a_plan_is_not(compiled: CompiledPack) -> None:
    before, on_it = (row(world(compiled, day), "matter", "m1") for day in (date(2022, 3, 19), date(2022, 3, 20)))
    assert (before["closed"], before["set_date"]) == (None, date(2022, 3, 31))
    assert on_it["closed"] == date(2022, 3, 20)


def test_another_day_of_the_history_has_its_own_facts(compiled: CompiledPack) -> None:
    known = row(world(compiled), "matter", "m1")
    then = known.at(date(2022, 3, 19))
    assert (known["closed"], then["closed"]) == (date(2022, 3, 20), None)
    assert (known["as_of"], then["as_of"]) == (date(2023, 6, 30), date(2022, 3, 19))
    assert (known["own_unit"], then["own_unit"]) == (3, 1)


def test_what_is_hidden_or_filled_in_leaves_the_record_as_it_was(compiled: CompiledPack) -> None:
    records = records_of(compiled, ROWS)
    before = [dict(record.__dict__) for record in records]
    seen = world_of(compiled, records, date(2022, 4, 30))
    assert row(seen, "report", "r1")["unit"] == "a"
    assert row(seen, "report", "r1").at(date(2022, 4, 15))["unit"] == "a"
    assert [record.__dict__ for record in records] == before


def test_a_field_that_a_record_of_another_pack_lacks_is_unknown() -> None:
    text = pack_of(RULE).replace("rules:\n", EXTRA + "rules:\n").replace("closed <= set_date", "checked_twice")
    diagnostics = Collector()
    read = read_pack(text.encode(), "pack.yaml", diagnostics)
    compiled = compile_pack(read, {}, diagnostics) if read else None
    assert compiled is not None, [found.message("zh") for found in diagnostics.sorted()]
    fields = {**MATTER, "closed": date(2022, 3, 20)}
    plain = Models(shared_vocabulary())["matter"](id="m1", **fields)
    own = Models(compiled.vocabulary)["matter"](id="m2", **fields, checked_twice=True)
    seen = world_of(compiled, [plain, own], date(2022, 12, 31))
    found = [(finding.subject, finding.state) for rule in compiled.rules for finding in rule.run(seen)]
    assert found == [("m1", State.UNDETERMINED), ("m2", State.MET)]


EXTRA = """\
records:
  types:
    matter:
      fields:
        checked_twice: {type: bool, label: 复核两次, label_en: checked twice}
"""


def test_facts_about_peers_follow_the_day_asked_and_the_window(compiled: CompiledPack) -> None:
    for as_of, finished, best in (
        (date(2022, 3, 19), {"a": 0, "b": 0}, 0),
        (date(2022, 12, 31), {"a": 1, "b": 0}, 1),
        (date(2023, 1, 31), {"a": 0, "b": 1}, 1),
        (date(2023, 6, 30), {"a": 0, "b": 2}, 2),
    ):
        seen = world(compiled, as_of)
        units = [row(seen, "unit", name) for name in ("a", "b")]
        assert {unit.id: unit["finished"] for unit in units} == finished
        assert [unit["best"] for unit in units] == [best, best]


def test_every_window_has_its_own_answer(compiled: CompiledPack) -> None:
    windows = {
        (found.id, found.period.first.year): (found["finished"], found["best"])
        for found in world(compiled).window("unit", "year")
        if found.period is not None
    }
    assert windows == {("a", 2022): (1, 1), ("b", 2022): (0, 1), ("a", 2023): (0, 2), ("b", 2023): (2, 2)}


def test_what_all_subjects_share_is_asked_anew_for_a_day_of_the_history(compiled: CompiledPack) -> None:
    unit = row(world(compiled), "unit", "a")
    days = (date(2022, 2, 28), date(2022, 3, 1), date(2022, 5, 31), date(2022, 6, 1))
    assert [unit.at(day)["everyone"] for day in days] == [0, 1, 2, 3]
    assert unit["everyone"] == 3


def test_what_is_remembered_is_worked_out_once_and_a_failure_is_not() -> None:
    asked: list[int] = []

    def halved(number: int) -> int:
        asked.append(number)
        if number % 2:
            raise ValueError("odd")
        return number // 2

    remembered = Remembered(halved)
    assert [remembered[4], remembered[6], remembered[4]] == [2, 3, 2]
    for _ in range(2):
        with pytest.raises(ValueError, match="odd"):
            remembered[5]
    assert asked == [4, 6, 5, 5]


def test_findings_are_the_same_in_whatever_order_records_come(compiled: CompiledPack) -> None:
    assert judged(compiled, ROWS, date(2023, 6, 30)) == judged(compiled, ROWS[::-1], date(2023, 6, 30))
