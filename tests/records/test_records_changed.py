"""However a record comes about, its values are those that its type may have: copied, constructed, sent to a process."""

from __future__ import annotations

import copy
import pickle
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from typing import Any

import pytest
from pydantic import ValidationError

from supervision_rules import (
    Batch,
    Collector,
    Diagnostic,
    Judged,
    PackError,
    Policy,
    Record,
    evaluate,
    judge,
    load_pack,
)
from supervision_rules.records import settle

POLICY = load_pack("liuzhou")
DAY = date(2021, 12, 31)
MATTER = POLICY.models["matter"](id="m1", kind="instruction", date=date(2021, 9, 27), received=date(2021, 9, 28))
PROTOCOLS = range(2, pickle.HIGHEST_PROTOCOL + 1)


def sent(thing: Any, protocol: int = pickle.HIGHEST_PROTOCOL) -> Any:
    return pickle.loads(pickle.dumps(thing, protocol))


@pytest.mark.parametrize("changes", [{"received": "2021-09-28"}, {"kind": "nope"}, {"recieved": DAY}, {"id": None}])
@pytest.mark.parametrize(
    "change",
    [
        lambda changes: MATTER.model_copy(update=changes),
        lambda changes: MATTER.model_copy(update=changes, deep=True),
        lambda changes: MATTER.copy(update=changes),
        lambda changes: type(MATTER).model_construct(**{"id": "m2", "kind": "instruction"} | changes),
    ],
)
def test_a_record_is_checked_when_it_is_changed_too(change: Any, changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError) as refused:
        change(changes)
    assert {error["loc"][0] for error in refused.value.errors()} == set(changes)


def test_what_is_right_is_changed() -> None:
    later = MATTER.model_copy(update={"received": date(2021, 9, 30)})
    assert later.model_dump(exclude_unset=True) == MATTER.model_dump(exclude_unset=True) | {
        "received": date(2021, 9, 30)
    }
    assert MATTER.model_copy() == MATTER == copy.deepcopy(MATTER) == MATTER.model_copy(deep=True)
    built = type(MATTER).model_construct(
        id="m1", kind="instruction", date=date(2021, 9, 27), received=date(2021, 9, 28)
    )
    assert built == MATTER
    named = settle(
        [POLICY.models["unit"](id="u1", name="甲局"), MATTER.model_copy(update={"unit": "甲局"})],
        POLICY.models.vocabulary,
        Collector(),
    ).records[0]
    assert named.model_copy(update={"id": "m3"}).model_dump()["unit"] == "u1"


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_record_is_the_same_in_another_process(protocol: int) -> None:
    extended = load_pack("district").models["matter"](id="m1", kind="instruction", date=DAY)
    for record in (MATTER, extended):
        (again, twice) = sent([record, record], protocol)
        assert again == record and again is twice
        assert type(again) is type(record)
        assert again.model_fields_set == record.model_fields_set
        with pytest.raises(ValidationError):
            again.model_copy(update={"received": "2021-09-28"})


def test_packs_diagnostics_and_errors_go_to_another_process() -> None:
    again = sent(POLICY)
    assert isinstance(again, Policy) and again.text == POLICY.text
    assert judge(again, sent([MATTER]), as_of=DAY) == judge(POLICY, [MATTER], as_of=DAY)
    with pytest.raises(PackError) as refused:
        load_pack("liuzhu")
    error = sent(refused.value)
    assert isinstance(error, PackError)
    assert (error.diagnostics, str(error)) == (refused.value.diagnostics, str(refused.value))
    found = Diagnostic("SR521", None, {"type": "x", "nearest": "—"})
    assert sent(found) == found
    result = evaluate(POLICY, [MATTER, MATTER.model_copy(update={"id": "m2", "unit": "乙局"})], as_of=DAY)
    batch = sent(result.batch)
    assert isinstance(batch, Batch) and batch.incomplete and batch == result.batch
    assert evaluate(again, batch, as_of=DAY).receipt == result.receipt
    assert (sent(result.findings), sent(result.receipt)) == (result.findings, result.receipt)


def test_a_result_stays_in_its_process() -> None:
    with pytest.raises(TypeError) as refused:
        pickle.dumps(evaluate(POLICY, [MATTER], as_of=DAY))
    assert str(refused.value) == "a Result stays in its process: send result.findings, or result_json(result)"


def test_equal_types_of_several_packs_have_one_model() -> None:
    assert load_pack("liuzhou").models["matter"] is POLICY.models["matter"]
    bozhou = load_pack("bozhou").models
    assert bozhou["unit"](id="u1", name="甲局") == POLICY.models["unit"](id="u1", name="甲局")


def _judged(policy: Policy, records: list[Record]) -> Judged:
    return judge(policy, records, as_of=DAY)


def test_a_pool_of_processes() -> None:
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        assert pool.submit(_judged, POLICY, [MATTER]).result() == judge(POLICY, [MATTER], as_of=DAY)
