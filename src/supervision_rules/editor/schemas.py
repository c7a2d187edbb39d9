"""The schemas by which an editor completes, explains and checks packs and files of cases as they are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, Final

from pydantic import BaseModel

from supervision_rules.catalogue import Lang
from supervision_rules.editor.alternatives import Schema, parts
from supervision_rules.editor.offers import record_types
from supervision_rules.editor.openings import Openings
from supervision_rules.editor.shapes import Shapes
from supervision_rules.editor.wording import worded
from supervision_rules.language.dates import DATED_SECTION, UNDATED
from supervision_rules.language.spec import VOCABULARY
from supervision_rules.pack import MODEL
from supervision_rules.testing import CaseFile

_FIXED: Final = ("readings", "records")
"""The sections of a pack in which nothing depends on a reading: they are read before one is chosen."""


def pack_schema(lang: Lang = "zh") -> Schema:
    """What a pack may be, every kind of rule included."""
    shape = _shape(MODEL, lang)
    models, sections = shape.pop("$defs"), shape["properties"]
    fixed = {name for section in _FIXED for name in _models_in(sections[section], models)}
    kinds = set(_named(sections[DATED_SECTION]))
    dated = set(_models_in(sections[DATED_SECTION], models))
    definitions = dict(models)
    openings = Openings(lang, definitions)
    for name in (name for name in models if name not in fixed):
        keys = set(models[name]["properties"]) if name in dated else set()
        if name in kinds:
            keys -= set(UNDATED)
            del models[name]["type"]  # said once for all kinds
        definitions[name] = openings.model(models[name], dated=keys)
    whole = openings.model(shape, fixed=_FIXED)
    return _finished({**whole, "$defs": definitions}, lang)


def cases_schema(lang: Lang = "zh") -> Schema:
    """What a file of cases may be."""
    return _finished(_shape(CaseFile, lang), lang)


def _shape(model: type[BaseModel], lang: Lang) -> Schema:
    # A copy: what a type states of itself stands in each schema that is made, and is changed by none.
    return deepcopy(Shapes(lang).generate(model.__pydantic_core_schema__, "validation"))


def _finished(schema: Schema, lang: Lang) -> Schema:
    for part in parts(schema):
        declared = part.pop(VOCABULARY, None)
        part.update(record_types(lang, kinds=declared == "kinds") if declared else {})
    return worded({"$schema": Shapes.schema_dialect, **schema}, lang)


def _models_in(schema: Schema, models: Mapping[str, Schema]) -> Iterator[str]:
    """The models that a schema leads to."""
    waiting, seen = [schema], set[str]()
    while waiting:
        for name in _named(waiting.pop()):
            if name not in seen:
                seen.add(name)
                waiting.append(models[name])
                yield name


def _named(part: Any) -> Iterator[str]:
    """The models that a part of a schema names itself."""
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"].removeprefix("#/$defs/")
        for each in part.values():
            yield from _named(each)
    elif isinstance(part, list):
        for each in part:
            yield from _named(each)
