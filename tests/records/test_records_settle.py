"""Settling: duplicates, conflicts, references, contradictions, order."""

from __future__ import annotations

import random
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from supervision_rules.diagnostics import Collector
from supervision_rules.records import Batch, Record, build_models, settle, shared_vocabulary

VOCABULARY = shared_vocabulary()
MODELS = build_models(VOCABULARY)
DAY = date(2021, 7, 1)

UNIT = MODELS["unit"](id="u1", name="甲局", aliases=("甲",))
MATTER = MODELS["matter"](id="m1", kind="decision", date=DAY, unit="u1")


def reminder(name: str = "r1", **parts: object) -> Record:
    return MODELS["reminder"](**{"id": name, "date": DAY, "matter": "m1"} | parts)


def settled(*records: Record) -> tuple[Batch, list[tuple[str, str]]]:
    diagnostics = Collector()
    batch = settle(records, VOCABULARY, diagnostics)
    return batch, [(one.code, one.message("zh")) for one in diagnostics]


def ids(batch: Batch) -> list[str]:
    return [record.id for record in batch.records]


def test_the_order_is_type_date_id() -> None:
    early = reminder("z", date=date(2021, 6, 30))
    undated = MODELS["matter"](id="m9", kind="decision")
    batch, problems = settled(reminder("b"), UNIT, reminder("a"), MATTER, early, undated)
    assert ids(batch) == ["m9", "m1", "z", "a", "b", "u1"]
    assert problems == []
    assert not batch.incomplete


def test_the_same_content_twice_counts_once() -> None:
    batch, problems = settled(UNIT, MATTER, MODELS["matter"](**MATTER.model_dump()))
    assert problems == [("SR534", "督查事项（matter） m1 出现了不止一次，内容相同，只算一次。")]
    assert (batch.total, batch.duplicates, batch.rejected, len(batch.records)) == (3, 1, 0, 2)
    assert batch.set_aside == ()
    assert not batch.incomplete


def test_different_content_sets_all_aside_and_what_names_them() -> None:
    other = MODELS["matter"](id="m1", kind="decision", date=DAY)
    batch, problems = settled(UNIT, MATTER, other, MATTER, reminder())
    assert problems == [
        ("SR535", "督查事项（matter） m1 出现了不止一次，内容不同，都没有采用。"),
        ("SR548", "催办（reminder） r1：“督查事项（matter）”所指的督查事项（matter）“m1”没有采用。"),
    ]
    assert (batch.total, batch.duplicates, batch.rejected, ids(batch)) == (5, 0, 4, ["u1"])
    assert batch.incomplete


def test_the_same_id_in_two_types_is_no_conflict() -> None:
    batch, problems = settled(UNIT, MODELS["person"](id="u1", name="张三"))
    assert (len(batch.records), problems) == (2, [])


def test_names_and_aliases_become_ids() -> None:
    matters = [MODELS["matter"](id=name, kind="decision", unit=name, co_units=("甲", "u1")) for name in ("甲局", "甲")]
    batch, problems = settled(UNIT, *matters)
    assert problems == []
    assert {record.model_dump()["unit"] for record in batch.records if record.type == "matter"} == {"u1"}
    assert {record.model_dump()["co_units"] for record in batch.records if record.type == "matter"} == {("u1",)}


def test_the_day_chooses_between_entries_of_one_name() -> None:
    before = MODELS["unit"](id="old", name="乙局", until=date(2020, 12, 31))
    after = MODELS["unit"](id="new", name="乙局", since=date(2021, 1, 1))
    batch, problems = settled(before, after, MODELS["matter"](id="m1", kind="decision", date=DAY, unit="乙局"))
    assert problems == []
    assert batch.records[0].model_dump()["unit"] == "new"


def test_a_name_of_two_is_told() -> None:
    twin = MODELS["unit"](id="u2", name="甲局")
    _, problems = settled(UNIT, twin, MODELS["matter"](id="m1", kind="decision", date=DAY, unit="甲局"))
    text = "督查事项（matter） m1：“责任单位（unit）”写的“甲局”在名册里不止一个：u1、u2。"
    assert problems == [("SR538", text)]


def test_an_unknown_unit_offers_the_nearest() -> None:
    diagnostics = Collector()
    settle([UNIT, MODELS["matter"](id="m1", kind="decision", unit="甲居局")], VOCABULARY, diagnostics)
    (one,) = diagnostics
    assert one.code == "SR536"
    assert one.help("zh").endswith("最接近的写法：甲局。")


def test_what_hangs_on_a_rejected_record_falls_with_it() -> None:
    chain = [
        MODELS["unit"](id="u1", name="甲局", parent="nowhere"),
        MODELS["unit"](id="u2", name="乙局", parent="u1"),
        MODELS["matter"](id="m1", kind="decision", unit="u2"),
        reminder(),
    ]
    batch, problems = settled(*chain)
    assert [code for code, _ in problems] == ["SR536", "SR548", "SR548", "SR548"]
    assert (batch.records, batch.rejected) == ((), 4)


def test_a_register_that_was_forgotten_is_told_once() -> None:
    matters = [MODELS["matter"](id=name, kind="decision", unit=f"{name}局") for name in ("m1", "m2")]
    batch, problems = settled(*matters, reminder(matter="m1"))
    assert problems == [
        ("SR547", "一件可以采用的“单位”记录也没有，指到它们的记录都没有采用。"),
        ("SR548", "催办（reminder） r1：“督查事项（matter）”所指的督查事项（matter）“m1”没有采用。"),
    ]
    assert (batch.records, batch.rejected) == ((), 3)


def test_records_that_name_one_another_are_kept() -> None:
    circle = [MODELS["unit"](id="u1", name="甲", parent="u2"), MODELS["unit"](id="u2", name="乙", parent="u1")]
    assert settled(*circle)[1] == []


def test_closed_before_received() -> None:
    early, late = date(2021, 7, 1), date(2021, 7, 5)
    wrong = MODELS["matter"](id="m2", kind="decision", received=late, closed=early)
    right = MODELS["matter"](id="m3", kind="decision", received=early, closed=early)
    batch, problems = settled(wrong, right)
    text = "督查事项（matter） m2：“办结日期（closed）”（2021-07-01）早于“收到日期（received）”（2021-07-05）。"
    assert (problems, ids(batch)) == ([("SR539", text)], ["m3"])


def test_order_looks_over_dates_that_are_absent() -> None:
    wrong = MODELS["matter"](id="m2", kind="decision", handed_over=date(2021, 7, 5), closed=DAY)
    assert [code for code, _ in settled(wrong)[1]] == ["SR539"]


def test_recorded_before_the_event() -> None:
    wrong = MODELS["matter"](id="m2", kind="decision", date=DAY, recorded=date(2021, 6, 30))
    right = MODELS["matter"](id="m3", kind="decision", date=DAY, recorded=DAY)
    batch, problems = settled(wrong, right)
    assert ([code for code, _ in problems], ids(batch)) == (["SR540"], ["m3"])


def test_a_record_of_another_vocabulary() -> None:
    class Foreign(Record):
        record_type = "foreign"

    assert [code for code, _ in settled(Foreign(id="f"))[1]] == ["SR541"]


RECORDS = st.lists(
    st.one_of(
        st.builds(
            lambda n, p: MODELS["unit"](id=n, name=n + "局", parent=p), st.sampled_from("abc"), st.sampled_from("abcd")
        ),
        st.builds(
            lambda n, u: MODELS["matter"](id=n, kind="decision", unit=u),
            st.sampled_from("mno"),
            st.sampled_from(["a", "b局"]),
        ),
        st.builds(lambda n, m: reminder(n, matter=m), st.sampled_from("rst"), st.sampled_from("mnx")),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(RECORDS, st.randoms(use_true_random=False))
def test_arrival_changes_nothing_and_nothing_is_lost(records: list[Record], chance: random.Random) -> None:
    first, told = settled(*records)
    shuffled = list(records)
    chance.shuffle(shuffled)
    second, told_again = settled(*shuffled)
    assert first.records == second.records
    assert first.digest == second.digest
    assert sorted(told) == sorted(told_again)
    assert first.total == len(records) == len(first.records) + first.duplicates + first.rejected
    assert (first.duplicates, first.rejected) == (second.duplicates, second.rejected)
    assert first.incomplete == (first.rejected > 0)


@settings(max_examples=40, deadline=None)
@given(RECORDS)
def test_settling_again_changes_nothing(records: list[Record]) -> None:
    once, _ = settled(*records)
    twice, told = settled(*once.records)
    assert (twice.records, told) == (once.records, [])


def test_the_digest_tells_contents_apart() -> None:
    other = MODELS["unit"](id="u1", name="乙局")
    assert settled(UNIT)[0].digest != settled(other)[0].digest
