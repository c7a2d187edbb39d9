"""What an editor says in place of the words of JSON Schema: as the diagnostics of ``check`` say it."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from supervision_rules.catalogue import CODES, Lang
from supervision_rules.catalogue.editor import EITHER, OR_DEFAULT, WANTED
from supervision_rules.catalogue.shape import PATTERNS
from supervision_rules.diagnostics import unfilled
from supervision_rules.editor.alternatives import Schema, parts, types_of
from supervision_rules.editor.described import NO_DEFAULT
from supervision_rules.shape import CODE
from supervision_rules.shape.base import NOT_BLANK

_WANTED: Final = MappingProxyType(
    {"string": "SR106", "integer": "SR107", "number": "SR108", "boolean": "SR109", "array": "SR111"}
)
"""The code that tells that a value of each type is wanted."""
_BEFORE: Final = MappingProxyType({"zh": ("这里要写", "，写的是"), "en": ("", " is wanted here")})
"""What stands in its reason before and after the words for the type."""


def worded(schema: Schema, lang: Lang) -> Schema:
    """The schema with words for all that an author may get wrong, whatever the language of the editor."""
    for part in parts(schema):
        form, code = part.get("pattern"), part.pop(CODE, None)
        if code is not None:
            part["patternErrorMessage"] = part["errorMessage"] = unfilled(CODES[code].mend[lang])
        elif form is not None:
            part["patternErrorMessage"] = _form(form, lang)
        types = [each for each in types_of(part) if each in _WANTED]
        if types and "errorMessage" not in part and not {"enum", "const"} & part.keys():
            part["errorMessage"] = _wanted(types, lang)
    return schema


def left_out(meaning: str, default: str, lang: Lang) -> str:
    """What a key means, and what holds where it is left out, if it does not say so itself."""
    if default == NO_DEFAULT or "不写" in meaning or "left out" in meaning:
        return meaning
    return OR_DEFAULT.said(lang).format(meaning=meaning, default=default.strip("`"))


def _wanted(types: Sequence[str], lang: Lang) -> str:
    before, after = _BEFORE[lang]
    told = (CODES[_WANTED[each]].reason[lang].partition(after)[0].removeprefix(before) for each in types)
    return WANTED.said(lang).format(what=EITHER.said(lang).join(told))


def _form(pattern: str, lang: Lang) -> str:
    """How a text is to be written that fits a pattern."""
    if pattern == NOT_BLANK:
        return CODES["SR124"].reason[lang]
    form = PATTERNS[pattern][lang == "en"]
    return CODES["SR117"].mend[lang].format(form=form)
