"""The pages of the SR101-SR149 codes: each example is a pack that gives exactly the marked codes, mended none."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from supervision_rules.catalogue.shape import CHOICE_LABELS, PATTERNS, SHAPE
from supervision_rules.diagnostics import Collector
from supervision_rules.kinds import KINDS
from supervision_rules.language.readings import choose
from supervision_rules.pack import Pack, build, choice_of, read_pack
from supervision_rules.shape import CODE
from supervision_rules.shape.base import NOT_BLANK

PAGES = Path(__file__).parents[2] / "docs" / "diagnostics"
FENCE = re.compile(r"^```(\S+)(?: (example|fixed))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WITHOUT_EXAMPLE = ("SR119", "SR121", "SR123")  # no part of a pack can give them; models of others can


def problems(text: str) -> list[str]:
    diagnostics = Collector()
    pack = read_pack(text.encode(), "example", diagnostics)
    assert pack is not None
    build(choose(pack.tree, choice_of(pack, {}, diagnostics), diagnostics), diagnostics)
    return [f"{each.code} {each.span.line}:{each.span.column}" for each in diagnostics.sorted() if each.span]


@pytest.mark.parametrize("code", sorted(SHAPE))
def test_page(code: str) -> None:
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {code} ")
    found = {what or form: text for form, what, text in FENCE.findall(page)}
    assert (code in WITHOUT_EXAMPLE) == ("example" not in found)
    if "example" in found:
        assert problems(found["example"]) == found["expect"].split("\n")[:-1]
        assert code in found["expect"]
        assert problems(found["fixed"]) == []


def test_codes_are_contiguous() -> None:
    assert sorted(SHAPE) == [f"SR{number}" for number in range(101, 101 + len(SHAPE))]


def test_both_languages_use_the_same_words() -> None:
    for code, entry in SHAPE.items():
        for template in (entry.reason, entry.mend):
            chinese, english = (set(re.findall(r"\{(\w+?)(?:_en)?\}", template[lang])) for lang in ("zh", "en"))
            assert chinese == english, code


def test_every_word_of_a_choice_has_a_meaning() -> None:
    """Nobody who does not read English should have to guess at a word."""
    models = (Pack, *(kind.model for kind in KINDS.values()))
    schema = json.dumps([model.model_json_schema() for model in models])
    listed = {word for found in re.findall(r'"enum": (\[[^\]]*\])', schema) for word in json.loads(found)}
    kinds = set(KINDS)
    assert (listed - {True, False}) | kinds == set(CHOICE_LABELS)
    assert {name: CHOICE_LABELS[name] for name in kinds} == {name: kind.label[0] for name, kind in KINDS.items()}


def test_every_form_of_a_text_is_told_in_words() -> None:
    """Nobody who does not program should have to read a pattern."""
    models = (Pack, *(kind.model for kind in KINDS.values()))
    found: list[dict[str, str]] = []
    for model in models:
        json.loads(json.dumps(model.model_json_schema()), object_hook=lambda part: found.append(part) or part)
    patterns = {part["pattern"] for part in found if isinstance(part.get("pattern"), str) and CODE not in part}
    assert len(patterns) > 4
    assert patterns - {NOT_BLANK} <= set(PATTERNS)
    assert {part[CODE] for part in found if isinstance(part.get(CODE), str)} == {"SR112", "SR152", "SR165", "SR167"}
