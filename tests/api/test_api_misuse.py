"""What a programmer gets wrong is said at once, in words that tell what to write instead."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest

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
    with pytest.raises(TypeError, match=r"records\[1\] is a dict, not a record: build it with policy\.models"):
        call(POLICY, [MATTER, {"type": "matter", "id": "m2"}], as_of=DAY)


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
    assert str(refused.value) == "SR904 policies/ 里没有“liuzhu”"
    (found,) = refused.value.diagnostics
    assert "liuzhou" in found.help("zh")
    assert [diagnostic.code for diagnostic in check("liuzhu")] == ["SR904"]


def test_a_path_that_does_not_exist_is_a_file_that_cannot_be_read() -> None:
    with pytest.raises(PackError) as refused:
        load_pack("policies/none.yaml")
    assert [found.code for found in refused.value.diagnostics] == ["SR901"]


def test_an_unknown_reading_is_refused() -> None:
    with pytest.raises(PackError) as refused:
        evaluate(POLICY, [MATTER], as_of=DAY, readings={"no-such": "x"})
    assert refused.value.diagnostics
