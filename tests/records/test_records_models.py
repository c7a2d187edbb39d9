"""Records made by hand: strict, frozen, days in Shanghai."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from pydantic import ValidationError

from supervision_rules.records import build_models, shared_vocabulary

MODELS = build_models(shared_vocabulary())
DAY = date(2021, 7, 1)


def test_a_record_by_hand() -> None:
    record = MODELS["reminder"](id="r1", date=DAY, matter="m1")
    assert (record.type, record.id, record.date, record.recorded) == ("reminder", "r1", DAY, None)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2021, 7, 1, 23, 59, 59, 999999), DAY),  # noqa: DTZ001 - a naive moment is the point
        (datetime(2021, 7, 1, 16, 0, tzinfo=UTC), date(2021, 7, 2)),
        (datetime(2021, 7, 1, 15, 59, 59, tzinfo=UTC), DAY),
        (datetime(1988, 7, 1, 15, 0, tzinfo=UTC), date(1988, 7, 2)),  # summer time: +09:00
        (datetime(2021, 7, 1, 0, 0, tzinfo=timezone(timedelta(hours=9))), date(2021, 6, 30)),
    ],
)
def test_moments_become_days_in_shanghai(moment: datetime, day: date) -> None:
    assert MODELS["reminder"](id="r1", date=moment, matter="m1").date == day


@pytest.mark.parametrize(
    "parts",
    [
        {"date": "2021-07-01"},
        {"date": 44368},
        {"date": date(1899, 12, 31)},
        {"date": date(2201, 1, 1)},
        {"date": datetime(9999, 12, 31, 23, 59, tzinfo=UTC)},
        {"date": None},
        {"matter": None},
        {"matter": " m1"},
        {"colour": "green"},
        {"reasons_in_writing": 1},
        {"unheard": 1},
        {"id": ""},
    ],
)
def test_what_is_refused(parts: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        MODELS["reminder"](**{"id": "r1", "date": DAY, "matter": "m1"} | parts)


@pytest.mark.parametrize("score", [1.5, "1", True, Decimal("NaN"), Decimal("Infinity"), Decimal("1E+999999"), 10**15])
def test_numbers_that_are_refused(score: object) -> None:
    with pytest.raises(ValidationError):
        MODELS["nomination"](id="n", date=DAY, project="p", unit="u", score=score)


@pytest.mark.parametrize("score", [1, Decimal("1.25"), -3])
def test_numbers_that_are_taken(score: object) -> None:
    record = MODELS["nomination"](id="n", date=DAY, project="p", unit="u", score=score)
    assert record.model_dump()["score"] == score


def test_records_are_frozen() -> None:
    record = MODELS["reminder"](id="r1", date=DAY, matter="m1")
    with pytest.raises(ValidationError):
        record.id = "r2"


@pytest.mark.parametrize("absence", [{}, {"is_government": None}])
def test_absence_has_the_declared_meaning(absence: dict[str, object]) -> None:
    assert MODELS["unit"](id="u", name="甲局", **absence).model_dump()["is_government"] is False


def test_a_matter_needs_a_kind_but_no_date() -> None:
    assert MODELS["matter"](id="m1", kind="decision").date is None
    with pytest.raises(ValidationError):
        MODELS["matter"](id="m1")


def test_models_are_built_once() -> None:
    assert MODELS["unit"] is MODELS["unit"]
    assert set(MODELS) == set(shared_vocabulary().types)
    assert len(MODELS) == len(shared_vocabulary().types)
