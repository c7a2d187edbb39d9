"""The pages of the SR0xx codes: each example gives exactly the marked codes at the marked places, mended none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from supervision_rules.catalogue.yaml import YAML
from supervision_rules.diagnostics import Collector
from supervision_rules.nodes import read

PAGES = Path(__file__).parents[2] / "docs" / "diagnostics"
FENCE = re.compile(r"^```(\S+)(?: (example|fixed))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# other encodings and sizes cannot be shown; SR001 is for what no example is known of
WITHOUT_EXAMPLE = ("SR001", "SR031", "SR032", "SR033", "SR034", "SR036", "SR037")


def problems(form: str, text: str) -> list[str]:
    if form.endswith("-escaped"):
        text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    diagnostics = Collector()
    read(text, "example", diagnostics)
    return [f"{each.code} {each.span.line}:{each.span.column}" for each in diagnostics.sorted() if each.span]


@pytest.mark.parametrize("code", sorted(YAML))
def test_page(code: str) -> None:
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {code} ")
    found = {what or form: (form, text) for form, what, text in FENCE.findall(page)}
    assert (code in WITHOUT_EXAMPLE) == ("example" not in found)
    if "example" in found:
        expected = found["expect"][1].split("\n")[:-1]
        assert problems(*found["example"]) == expected
        assert {row.split()[0] for row in expected} == {code}
        assert problems(*found["fixed"]) == []


def test_codes_are_contiguous() -> None:
    assert sorted(YAML) == [f"SR{number:03}" for number in range(1, 1 + len(YAML))]


def test_both_languages_use_the_same_words() -> None:
    for code, entry in YAML.items():
        for template in (entry.reason, entry.mend):
            chinese, english = (set(re.findall(r"\{(\w+)\}", template[lang])) for lang in ("zh", "en"))
            assert chinese == english, code
