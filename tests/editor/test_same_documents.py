"""The schemas and the models take and refuse the same documents, as far as a schema can say it.

What a schema does not say: what several keys mean together (``within`` or ``due``), that 10.0 is no whole number to our
reader, what a name stands for. ``check`` and ``test`` tell of that. Nor is it tried here that a ``kind`` or a whole
section depends on a reading: the schema wants the kind written out, and of a section ``check`` sees the option taken.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, get_args

import jsonschema
import pytest
from hypothesis import assume, given
from pack_documents import CASES, PACKS, Document, as_editor, as_text, mistaken, read, small_cases, small_packs

from supervision_rules.catalogue import Lang, Severity
from supervision_rules.catalogue.rules import RULES
from supervision_rules.catalogue.shape import SHAPE
from supervision_rules.diagnostics import Collector, Diagnostic
from supervision_rules.editor import cases_schema, pack_schema
from supervision_rules.editor.alternatives import parts
from supervision_rules.library import check_pack
from supervision_rules.pack import read_pack
from supervision_rules.testing.trials import read_cases

CHECKER = jsonschema.FormatChecker(("date",))
PACK = jsonschema.Draft202012Validator(pack_schema(), format_checker=CHECKER)
FILE = jsonschema.Draft202012Validator(cases_schema(), format_checker=CHECKER)
FORMS = {"SR152", "SR163", "SR165", "SR167"}
"""The codes of texts and values that are not written as they should be, beside those of the shape."""
PLACES = {"SR305", "SR306", "SR307", "SR319", "SR329"}
"""Those of a value that may not depend where it stands, or depends on what is no reading or option."""


def told_of_pack(document: Document) -> list[Diagnostic]:
    diagnostics = Collector()
    text = read_pack(as_text(document), "pack", diagnostics)
    if text is not None:
        check_pack(text, diagnostics)
    return list(diagnostics)


def told_of_cases(document: Document) -> list[Diagnostic]:
    diagnostics = Collector()
    read_cases(as_text(document), "cases", diagnostics)
    return list(diagnostics)


@pytest.mark.parametrize("lang", get_args(Lang))
@pytest.mark.parametrize("schema", [pack_schema, cases_schema])
def test_what_an_editor_says_is_filled_in(schema: Callable[[Lang], Any], lang: Lang) -> None:
    said = json.dumps([part.get("errorMessage") for part in parts(schema(lang))], ensure_ascii=False)
    assert not {"⟦", "⟧", "—"} & set(said)
    assert "{" not in said


def of_several_keys(found: Diagnostic) -> bool:
    """Whether a diagnostic is about keys that go together; of points that are counted the price must be there."""
    return found.code in set(RULES) - FORMS or (found.code == "SR101" and found.params["name"] == "each")


def readable(told: list[Diagnostic]) -> bool:
    """Whether the text could be read at all."""
    return not any(found.code.startswith("SR0") and found.severity is Severity.ERROR for found in told)


def agree(document: Document, validator: Any, told: list[Diagnostic]) -> None:
    codes = {found.code for found in told if not of_several_keys(found)}
    wrong = [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(as_editor(document))]
    shape = codes & (set(SHAPE) | FORMS)
    if wrong:
        assert codes & (shape | PLACES), wrong
    else:
        assert not shape, [(found.code, found.span, found.message("en")) for found in told]


@given(mistaken(small_packs(), depend=True))
def test_of_packs(document: Document) -> None:
    told = told_of_pack(document)
    assume(readable(told))
    agree(document, PACK, told)


@given(mistaken(small_cases(), depend=False))
def test_of_cases(document: Document) -> None:
    told = told_of_cases(document)
    assume(readable(told))
    agree(document, FILE, told)


def test_a_difference_would_be_noticed() -> None:
    schema = cases_schema()
    del schema["$defs"]["Case"]["properties"]["label"]
    schema["$defs"]["Case"]["required"].remove("rule")
    other = jsonschema.Draft202012Validator(schema)
    case = {"id": "a", "rule": "b", "as_of": "2021-12-31"}
    for wrong in ({**case, "label": "c"}, {key: case[key] for key in ("id", "as_of")}):
        document = {"pack": "a", "cases": [wrong]}
        with pytest.raises(AssertionError):
            agree(document, other, told_of_cases(document))


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_the_shipped_packs_are_taken(path: Any) -> None:
    assert list(PACK.iter_errors(as_editor(read(path)))) == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_shipped_cases_are_taken(path: Any) -> None:
    assert list(FILE.iter_errors(as_editor(read(path)))) == []
