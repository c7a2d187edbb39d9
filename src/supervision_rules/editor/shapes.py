"""What models take, as JSON Schema: from pydantic's own generator, with what an editor shows of each part."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema, JsonRef
from pydantic_core import core_schema

from supervision_rules.catalogue import Lang
from supervision_rules.catalogue.editor import RULE
from supervision_rules.catalogue.shape import CHOICE_LABELS
from supervision_rules.editor.alternatives import NOTHING, OBJECT, Schema, either
from supervision_rules.editor.described import NO_DEFAULT, default_words, meaning_of, meanings, said
from supervision_rules.editor.wording import left_out

_NAME: Final = re.compile("([^：；，。:;,.]*).*")
"""What a model is called, at the beginning of what it says of itself."""


class Shapes(GenerateJsonSchema):
    """The schemas of models. A key that may be left out may also be empty, as the models have it.

    A union whose members are told apart by a key has one list of its values, and what goes with each value: so an
    editor tells all of them where the value is wrong, and only the keys that go with it where it is right.
    """

    def __init__(self, lang: Lang) -> None:
        super().__init__()
        self.lang = lang

    def model_schema(self, schema: core_schema.ModelSchema) -> Schema:
        model: type[BaseModel] = schema["cls"]
        shape = super().model_schema(schema)
        texts, meaning = meanings(model), said(meaning_of(model), self.lang)
        properties = {
            field.alias or name: self._property(field, texts.get(name, ""), shape["properties"][field.alias or name])
            for name, field in model.model_fields.items()
        }
        kind = properties.get("kind", {}).get("const")
        told = {name: each for name, each in shape.items() if name != "description"}
        told |= {"title": _NAME.sub(r"\1", meaning), "properties": properties}
        # What a mapping is an editor shows in place of what it is for under its key; so only rules say it.
        return {**told, "title": f"{told['title']} {kind}", "description": meaning} if kind else told

    def _property(self, field: FieldInfo, meaning: str, shape: Schema) -> Schema:
        default = NO_DEFAULT if field.is_required() else default_words(field.get_default())
        return {
            "description": left_out(said(meaning, self.lang), default, self.lang),
            **_labelled(shape, self.lang),
        }

    def field_title_should_be_set(self, schema: object) -> bool:
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        return either([self.generate_inner(schema["schema"]), NOTHING])

    def union_schema(self, schema: core_schema.UnionSchema) -> Schema:
        choices = (each[0] if isinstance(each, tuple) else each for each in schema["choices"])
        return either([self.generate_inner(each) for each in choices])

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> Schema:
        key = schema["discriminator"]
        shapes = {str(tag): self.generate_inner(each) for tag, each in schema["choices"].items()}
        if not isinstance(key, str):
            return either(list(shapes.values()))
        models = [self.get_schema_from_definitions(JsonRef(shape["$ref"])) or {} for shape in shapes.values()]
        told = [model.get("description", "") for model in models]
        return {
            "type": OBJECT,
            "title": RULE.said(self.lang),
            "properties": {key: {"enum": list(shapes), "enumDescriptions": told}},
            "required": [key],
            "allOf": [
                {"if": {"properties": {key: {"const": tag}}, "required": [key]}, "then": shape}
                for tag, shape in shapes.items()
            ],
        }

    def literal_schema(self, schema: core_schema.LiteralSchema) -> Schema:
        shape = super().literal_schema(schema)
        shape.pop("type", None)  # said by its words, and an editor would tell of it twice
        labels = [CHOICE_LABELS.get(str(each), "") for each in shape.get("enum", ())]
        return {**shape, "enumDescriptions": labels} if self.lang == "zh" and any(labels) else shape

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> Schema:
        bounds = {name: _plain(schema[name]) for name in ("ge", "gt", "le", "lt") if name in schema}
        shape: Schema = {"type": "number"}
        self.update_with_validations(shape, bounds, self.ValidationsMapping.numeric)  # type: ignore[arg-type]
        return shape

    def dict_schema(self, schema: core_schema.DictSchema) -> Schema:
        keys, values = (self.generate_inner(schema[part]) for part in ("keys_schema", "values_schema"))
        shape: Schema = {"type": "object"}
        self.update_with_validations(shape, schema, self.ValidationsMapping.object)
        names = {name: each for name, each in keys.items() if name != "type"}
        return {
            **shape,
            **({"propertyNames": names} if names else {}),
            **({"additionalProperties": values} if values else {}),
        }

    def sort(self, value: Schema, parent_key: str | None = None) -> Schema:
        return value  # keys are offered in the order of the models


def _labelled(shape: Schema, lang: Lang) -> Schema:
    """A choice with what its values mean, where its field says so."""
    labels: Mapping[str, str] | None = shape.pop("labels", None)
    if labels is None or lang != "zh":
        return shape
    return {**shape, "enumDescriptions": [labels.get(each, "") for each in shape["enum"]]}


def _plain(bound: Decimal) -> int | float:
    return int(bound) if bound == int(bound) else float(bound)
