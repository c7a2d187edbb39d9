"""What a programmer gets wrong is said at once, in words that tell what to write instead."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from supervision_rules import PackError, check, evaluate, judge, load_pack

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
