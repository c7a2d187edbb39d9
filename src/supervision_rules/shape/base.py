"""The base of the models that texts are held against: strict, closed, frozen; and a date written as text."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Any, Final
from unicodedata import normalize

from pydantic import BaseModel, BeforeValidator, ConfigDict, GetCoreSchemaHandler, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

from supervision_rules.diagnostics import NOTHING

# A text has neither tuples, sets nor enumeration members: a list and a word stand for them. Everything else is strict.
CONTAINERS: Final = ("tuple", "set", "frozenset", "enum")
NOT_SCHEMAS: Final = ("default", "metadata", "serialization", "config", "expected", "members")
CODE: Final = "code"
"""What a schema calls the diagnostic that tells of what it refuses."""
NOT_BLANK: Final = r"\S"
"""What every text must hold; one with nothing in it says nothing."""
ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LIKE_DATE: Final = re.compile(r"\s*([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*[日号]?\s*")


def _admit(part: Any, resolve: Callable[[Any], Any], top: bool = False) -> None:
    """Let lists stand for tuples and whole numbers for decimals, and no text be blank, up to the models within."""
    if isinstance(part, list | tuple):
        for item in part:
            _admit(item, resolve)
    if not isinstance(part, dict) or (part.get("type") == "model" and not top):
        return
    if part.get("type") == "definition-ref":
        _admit_reference(part, resolve)
        return
    if part.get("type") in CONTAINERS:
        part["strict"] = False
    if part.get("type") == "str":
        part.setdefault("pattern", NOT_BLANK)
    if part.get("type") == "decimal":
        inner = dict(part)
        part.clear()
        part.update(core_schema.no_info_before_validator_function(_decimal, inner))
        return
    for key, value in part.items():
        if key not in NOT_SCHEMAS:
            _admit(value, resolve, top and key == "schema")


def _admit_reference(part: Any, resolve: Callable[[Any], Any]) -> None:
    """What a reference stands for: an enumeration; models see to themselves, also those not finished yet."""
    with suppress(LookupError):
        named = resolve(part)
        if named.get("type") in CONTAINERS:
            named["strict"] = False


def _decimal(value: object) -> object:
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


class Shape(BaseModel):
    """A model without coercion: unknown keys are refused, ``"5"`` is no number, ``1`` is no truth value.

    Lists of the text become tuples or sets where the model says so, and whole numbers become decimals.
    """

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[BaseModel], handler: GetCoreSchemaHandler) -> Any:
        schema = handler(source)
        _admit(handler.resolve_ref_schema(schema), handler.resolve_ref_schema, top=True)
        return schema


def _date(value: object) -> object:
    if not isinstance(value, str):
        return value
    found = LIKE_DATE.fullmatch(normalize("NFKC", value))
    if found is None:
        raise PydanticCustomError("SR112", "not a date: {given}", {"given": value, "hint": NOTHING})
    try:
        meant = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise PydanticCustomError("SR113", "no such day: {given}", {"given": value}) from None
    if not ISO_DATE.fullmatch(value):
        raise PydanticCustomError("SR112", "not a date: {given}", {"given": value, "hint": str(meant)})
    return meant


def read_day(text: str) -> date | None:
    """The day that a text names, written ``2021-07-01``; None if it names none."""
    return None if day_problem(text) else date.fromisoformat(text)


def day_problem(text: str) -> tuple[str, dict[str, Any]] | None:
    """Why a text is no day: the code of the diagnostic and its words."""
    try:
        _date(text)
    except PydanticCustomError as problem:
        return problem.type, dict(problem.context or {})
    return None


def written_as(pattern: str, code: str) -> dict[str, Any]:
    """How an editor is told of a text of the form ``pattern``, and which diagnostic tells of one that is not."""
    return {"type": "string", "pattern": f"^(?:{pattern})$", CODE: code}


DAY: Final = MappingProxyType({**written_as(ISO_DATE.pattern, "SR112"), "format": "date"})
DateText = Annotated[date, BeforeValidator(_date), WithJsonSchema(dict(DAY))]
"""A day, written ``2021-07-01``."""
