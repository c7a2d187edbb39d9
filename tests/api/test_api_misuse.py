"""What a programmer gets wrong is said at once, in words that tell what to write instead."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from supervision_rules import (
    Collector,
    Diagnostic,
    PackError,
    Source,
    calendar_for,
    check,
    evaluate,
    judge,
    load_pack,
    read_batch,
    read_notices,
    replay,
    result_json,
    text_of,
)

POLICY = load_pack("liuzhou")
DAY = date(2021, 12, 31)
MATTER = POLICY.models["matter"](id="m1", kind="instruction", date=date(2021, 9, 27), received=date(2021, 9, 28))


@pytest.mark.parametrize("as_of", ["2021-12-31", datetime(2021, 12, 31, 8, tzinfo=UTC), None, 20211231])
@pytest.mark.parametrize("call", [evaluate, judge])
def test_as_of_must_be_a_day(call: Any, as_of: object) -> None:
    with pytest.raises(
        TypeError, match=re.escape(f"as_of is a day, judged at its close: a datetime.date, not {as_of!r}")
    ):
        call(POLICY, [MATTER], as_of=as_of)


@pytest.mark.parametrize("as_of", [date.min, date(1899, 12, 31), date(2201, 1, 1), date.max])
@pytest.mark.parametrize("call", [evaluate, judge])
def test_as_of_must_be_a_day_that_records_may_name(call: Any, as_of: date) -> None:
    told = f"as_of is a day that records may name, from 1900-01-01 to 2200-12-31, not {as_of}"
    with pytest.raises(ValueError, match=re.escape(told)):
        call(POLICY, [MATTER], as_of=as_of)


@pytest.mark.parametrize("call", [evaluate, judge])
def test_records_must_be_records(call: Any) -> None:
    with pytest.raises(TypeError, match=r"records\[1\] is a dict, not a record: build them with policy\.models"):
        call(POLICY, [MATTER, {"type": "matter", "id": "m2"}], as_of=DAY)


@pytest.mark.parametrize("call", [evaluate, judge])
def test_one_record_is_no_list_of_records(call: Any) -> None:
    with pytest.raises(TypeError, match=re.escape("records is one Matter, not a list of records: write [record]")):
        call(POLICY, MATTER, as_of=DAY)


@pytest.mark.parametrize("call", [evaluate, judge])
@pytest.mark.parametrize(("given", "kind"), [(None, "NoneType"), (7, "int"), ("ledger.jsonl", "str")])
def test_what_holds_no_records(call: Any, given: object, kind: str) -> None:
    told = f"records is a {kind}, not a list of records: build them with policy.models"
    with pytest.raises(TypeError, match=re.escape(told)):
        call(POLICY, given, as_of=DAY)


@pytest.mark.parametrize(("packs", "shown"), [("liuzhou", "'liuzhou'"), (["liuzhou"], "'liuzhou'"), (None, "None")])
def test_a_pack_is_loaded_first(packs: Any, shown: str) -> None:
    told = f"a pack is what load_pack gives, as load_pack('liuzhou'), not {shown}"
    with pytest.raises(TypeError, match=re.escape(told)):
        evaluate(packs, [MATTER], as_of=DAY)
    with pytest.raises(TypeError, match=re.escape("a pack is what load_pack gives")):
        judge(packs, [MATTER], as_of=DAY)


def test_an_unknown_type_of_record_is_named_with_the_nearest() -> None:
    with pytest.raises(KeyError, match="the pack has no record type 'mater'; nearest: 'matter'"):
        POLICY.models["mater"]
    with pytest.raises(KeyError, match="the pack has no record type 'zzz'; it has: unit, person, matter, "):
        POLICY.models["zzz"]
    assert "mater" not in POLICY.models and "matter" in POLICY.models


def test_an_unknown_field_is_named_with_the_nearest() -> None:
    with pytest.raises(ValidationError) as refused:
        POLICY.models["unit"](id="u1", nmae="甲局", group="municipal")
    assert refused.value.__notes__ == ["unit has no field 'nmae'; nearest: 'name'"]
    with pytest.raises(ValidationError) as refused:
        POLICY.models["unit"](id="u1", name="甲局", zzz=1)
    (note,) = refused.value.__notes__
    assert note.startswith("unit has no field 'zzz'; it has: id, ") and "name" in note


def test_a_wrong_value_of_a_known_field_has_no_note() -> None:
    with pytest.raises(ValidationError) as refused:
        POLICY.models["unit"](id="u1", name=7)
    assert not hasattr(refused.value, "__notes__")


def test_what_is_explained_is_a_finding() -> None:
    result = evaluate(POLICY, [MATTER], as_of=DAY)
    with pytest.raises(TypeError, match=re.escape("what is explained is a Finding of result.findings, not 'm1'")):
        result.explain("m1")  # type: ignore[arg-type]


@pytest.mark.parametrize("call", [load_pack, check])
@pytest.mark.parametrize(("name", "shown"), [(None, "None"), (7, "7"), (POLICY, "a Policy"), ([POLICY], "a list")])
def test_a_pack_is_named_by_text_or_a_path(call: Any, name: object, shown: str) -> None:
    with pytest.raises(TypeError) as refused:
        call(name)
    told = f"a pack is named by its id, as 'liuzhou', or by the path of its file, not {shown}"
    assert str(refused.value) == told


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (
            lambda: judge([POLICY], [MATTER], as_of=DAY),  # type: ignore[arg-type]
            "a pack is what load_pack gives, as load_pack('liuzhou'), not a list",
        ),
        (
            lambda: evaluate([[POLICY]], [MATTER], as_of=DAY),  # type: ignore[list-item]
            "a pack is what load_pack gives, as load_pack('liuzhou'), not a list",
        ),
        (
            lambda: judge(POLICY, [MATTER], as_of=POLICY),  # type: ignore[arg-type]
            "as_of is a day, judged at its close: a datetime.date, not a Policy",
        ),
        (
            lambda: evaluate(POLICY, [], as_of=DAY).explain(POLICY),  # type: ignore[arg-type]
            "what is explained is a Finding of result.findings, not a Policy",
        ),
    ],
)
def test_what_is_long_is_not_shown_in_full(call: Any, told: str) -> None:
    with pytest.raises(TypeError) as refused:
        call()
    assert str(refused.value) == told


LATE = evaluate(POLICY, [], as_of=DAY)
WRONG = Diagnostic("SR521", None, {"type": "x", "nearest": "—", "kind_of": "—"})


@pytest.mark.parametrize(
    "call",
    [
        lambda lang: result_json(LATE, lang),
        lambda lang: text_of(LATE, judge(POLICY, [MATTER], as_of=DAY)[0], lang),
        lambda lang: WRONG.message(lang),
        lambda lang: WRONG.help(lang),
        lambda lang: PackError([WRONG]).text(lang),
        lambda lang: CALENDAR.reason(DAY, lang),
        lambda lang: CALENDAR.trace(DAY, DAY, lang),
    ],
)
@pytest.mark.parametrize("lang", ["fr", None, []])
def test_what_is_written_is_chinese_or_english(call: Any, lang: object) -> None:
    with pytest.raises(ValueError) as refused:
        call(lang)
    assert str(refused.value) == f"lang is 'zh' or 'en', not {lang!r}"


@pytest.mark.parametrize("call", [result_json, lambda given: text_of(given, judge(POLICY, [MATTER], as_of=DAY)[0])])
def test_what_is_written_is_a_result(call: Any) -> None:
    with pytest.raises(TypeError) as refused:
        call(None)
    assert str(refused.value) == "result is what evaluate gives, a Result, not a NoneType"
    with pytest.raises(TypeError) as refused:
        call(judge(POLICY, [MATTER], as_of=DAY))
    assert str(refused.value) == "result is what evaluate gives, a Result, not a Judged: write judged.result()"


@pytest.mark.parametrize("readings", [{"roll": 1}, {1: "moves"}, {"roll": None}, ["roll"], "roll"])
@pytest.mark.parametrize(
    "call", [lambda given: evaluate(POLICY, [MATTER], as_of=DAY, readings=given), lambda given: POLICY.under(given)]
)
def test_readings_are_options_by_their_ids(call: Any, readings: object) -> None:
    with pytest.raises(TypeError) as refused:
        call(readings)
    assert str(refused.value) == f"readings is a dict of options by the id of the reading, not {readings!r}"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("x", "n", Collector()), "data is bytes, as Path('notices.yaml').read_bytes() gives, not a str"),
        ((b"x", None, Collector()), "source is what messages call the file, a text, not a NoneType"),
        ((b"x", "n", None), "diagnostics is a Collector, not a NoneType: write Collector()"),
    ],
)
def test_notices_are_read_from_bytes(given: Any, told: str) -> None:
    with pytest.raises(TypeError) as refused:
        read_notices(*given)
    assert str(refused.value) == told


VOCABULARY = POLICY.models.vocabulary
SOURCE = Source("f", b"", "jsonl")
WRITE = 'write Source("ledger.jsonl", Path("ledger.jsonl"), "jsonl")'


@pytest.mark.parametrize(
    ("given", "error", "told"),
    [
        ((["x"], VOCABULARY, Collector()), TypeError, f"sources[0] is a str, not a Source: {WRITE}"),
        ((SOURCE, VOCABULARY, Collector()), TypeError, "sources is one Source, not a list of them: write [source]"),
        (("f.jsonl", VOCABULARY, Collector()), TypeError, f"sources is a list of Source, not 'f.jsonl': {WRITE}"),
        ((None, VOCABULARY, Collector()), TypeError, f"sources is a list of Source, not None: {WRITE}"),
        (([SOURCE], POLICY, Collector()), TypeError, "vocabulary is policy.models.vocabulary, not a Policy"),
        (([SOURCE], VOCABULARY, []), TypeError, "diagnostics is a Collector, not a list: write Collector()"),
        (
            ([SOURCE, replace(SOURCE, content="{}")], VOCABULARY, Collector()),  # type: ignore[arg-type]
            TypeError,
            "sources[1].content is bytes, a Path or an open binary file, not a str",
        ),
        (
            ([replace(SOURCE, format="xlsx")], VOCABULARY, Collector()),  # type: ignore[arg-type]
            ValueError,
            "sources[0].format is 'jsonl' or 'json' or 'csv', not 'xlsx'",
        ),
        (
            ([replace(SOURCE, encoding="gbk")], VOCABULARY, Collector()),  # type: ignore[arg-type]
            ValueError,
            "sources[0].encoding is 'utf-8' or 'gb18030' or None, not 'gbk'",
        ),
    ],
)
def test_what_is_read_is_a_list_of_sources(given: Any, error: type[Exception], told: str) -> None:
    with pytest.raises(error) as refused:
        read_batch(*given)
    assert str(refused.value) == told


def test_what_is_replayed_is_a_result() -> None:
    with pytest.raises(TypeError, match="kept is a result as result_json gives it, a dict, not a str"):
        replay("text", POLICY, [MATTER])  # type: ignore[arg-type]
    kept: dict[str, Any] = result_json(evaluate(POLICY, [MATTER], as_of=DAY))
    assert replay(kept, POLICY, [MATTER]) == []
    told = "kept is no result as result_json gives it: something in it is missing or malformed"
    for broken in (
        {},
        kept | {"receipt": None},
        kept | {"receipt": {}},
        kept | {"receipt": kept["receipt"] | {"readings": {"roll": 1}}},
        kept | {"findings": 7},
        kept | {"findings": [{}]},
    ):
        with pytest.raises(ValueError, match=told):
            replay(broken, POLICY, [MATTER])
    with pytest.raises(TypeError, match="a pack is what load_pack gives"):
        replay(kept, "liuzhou", [MATTER])  # type: ignore[arg-type]


CALENDAR = calendar_for("CN")
ASKED_FOR_A_DAY = "the calendar is asked for a day: a datetime.date, not '2024-01-01'"


@pytest.mark.parametrize(
    "call",
    [
        lambda given: CALENDAR.is_workday(given),
        lambda given: CALENDAR.holds(given),
        lambda given: CALENDAR.add_workdays(given, 1),
        lambda given: CALENDAR.add_workdays(given, 0),
        lambda given: CALENDAR.workdays_between(DAY, given),
        lambda given: CALENDAR.workdays_between(given, DAY),
        lambda given: CALENDAR.next_workday(given),
        lambda given: CALENDAR.previous_workday(given),
        lambda given: CALENDAR.reason(given),
        lambda given: CALENDAR.trace(given, DAY),
        lambda given: CALENDAR.trace(DAY, given),
        lambda given: CALENDAR.provisional(given, date.max),
        lambda given: CALENDAR.provisional(DAY, given),
    ],
)
def test_a_calendar_is_asked_for_days(call: Any) -> None:
    with pytest.raises(TypeError) as refused:
        call("2024-01-01")
    assert str(refused.value) == ASKED_FOR_A_DAY


@pytest.mark.parametrize("count", ["5", 2.0, -2.0, None])
def test_working_days_are_counted_by_whole_numbers(count: Any) -> None:
    with pytest.raises(TypeError, match=re.escape(f"n is a whole number of working days, not {count!r}")):
        CALENDAR.add_workdays(DAY, count)


@pytest.mark.parametrize(
    ("given", "error", "told"),
    [
        ((None,), TypeError, "a place is a code like 'CN' or 'CN-GX', not None"),
        (("广西",), ValueError, "a place is a code like 'CN', 'CN-GX' or 'CN-GX-NN', not '广西'"),
        (("CN", []), TypeError, "notices is a tuple of Notice, as read_notices gives, not []"),
        (("CN", ("x",)), TypeError, "notices is a tuple of Notice, as read_notices gives, not ('x',)"),
        (("CN", (), "2024-01-01"), TypeError, "known_by is a datetime.date or None, not '2024-01-01'"),
    ],
)
def test_a_calendar_is_made_for_a_place(given: Any, error: type[Exception], told: str) -> None:
    with pytest.raises(error) as refused:
        calendar_for(*given)
    assert str(refused.value) == told


def test_packs_once_each_and_at_least_one() -> None:
    for packs in ([], [POLICY, POLICY]):
        with pytest.raises(ValueError, match="one pack at least, and each once"):
            evaluate(packs, [MATTER], as_of=DAY)


def test_a_finding_of_another_pack_is_not_explained() -> None:
    bozhou = load_pack("bozhou")
    finding = judge(POLICY, [MATTER], as_of=DAY)[0]
    result = evaluate(bozhou, [], as_of=DAY)
    with pytest.raises(ValueError, match="a finding of the pack 'liuzhou' is not of this result"):
        result.explain(finding)


def test_a_misspelt_pack_is_named_with_the_nearest() -> None:
    with pytest.raises(PackError) as refused:
        load_pack("liuzhu")
    (found,) = refused.value.diagnostics
    assert refused.value.text("zh") == f"SR904 {found.message('zh')}\n  改法：{found.help('zh')}"
    assert refused.value.text("en") == f"SR904 {found.message('en')}\n  help: {found.help('en')}"
    assert str(refused.value) == f"{refused.value.text('zh')}\n{refused.value.text('en')}"
    assert "liuzhou" in found.help("zh") and "liuzhou" in found.help("en")
    assert [diagnostic.code for diagnostic in check("liuzhu")] == ["SR904"]


def test_a_path_that_does_not_exist_is_a_file_that_cannot_be_read() -> None:
    with pytest.raises(PackError) as refused:
        load_pack("policies/none.yaml")
    assert [found.code for found in refused.value.diagnostics] == ["SR901"]


@pytest.mark.parametrize("names", [("roll", "liuzhou.roll"), ("liuzhou.roll", "roll")])
def test_two_options_of_one_reading_are_refused_under_whatever_names(names: tuple[str, str]) -> None:
    with pytest.raises(PackError) as refused:
        evaluate(POLICY, [MATTER], as_of=DAY, readings=dict(zip(names, ("moves", "stays"), strict=True)))
    assert refused.value.text("zh").splitlines() == [
        "SR916 理解“liuzhou.roll”写了两次：moves、stays",
        "  改法：只留一个；要比较两种理解，各判一次",
    ]
    bozhou = load_pack("bozhou")
    asked = {"roll": "moves", "liuzhou.roll": "moves", "bozhou.roll": "moves"}
    assert evaluate([POLICY, bozhou], [MATTER], as_of=DAY, readings=asked).receipt.readings == (
        ("liuzhou.roll", "moves"),
        ("bozhou.roll", "moves"),
    )


def test_an_unknown_reading_is_refused() -> None:
    with pytest.raises(PackError) as refused:
        evaluate(POLICY, [MATTER], as_of=DAY, readings={"no-such": "x"})
    assert refused.value.diagnostics
