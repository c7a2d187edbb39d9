"""Every key of packs and cases is described in both languages, and no English is left of what is gone."""

from __future__ import annotations

import re

import pytest
from docs.making.key_words import english, key_words
from docs.making.kinds import kind_page
from docs.making.models import Described
from docs.making.tables import models_within

from supervision_rules.kinds import KINDS
from supervision_rules.pack import Pack
from supervision_rules.testing import CaseFile


def models() -> list[Described]:
    """All that the pages have tables of."""
    own = (found for kind in KINDS.values() for found in models_within(kind.model, own=True))
    return [*models_within(Pack), *models_within(CaseFile), *own]


def test_all_has_its_english_and_no_english_is_idle() -> None:
    said = {text for model in models() for text in (model.meaning, *(key.meaning for key in model.keys))}
    assert said - set(key_words()) == set()
    assert set(key_words()) - said == set()


def test_the_english_is_english() -> None:
    quoted = re.compile("三（四）|第九条|附件四|2021年(第三季度)?")
    rest = {text: quoted.sub("", text) for text in key_words().values()}
    assert [text for text, without in rest.items() if re.search("[\u4e00-\u9fff]", without)] == []


@pytest.mark.parametrize("name", KINDS)
def test_the_page_shows_both(name: str) -> None:
    page = kind_page(KINDS[name])
    for model in models_within(KINDS[name].model, own=True):
        assert english(model.meaning) in page
        for key in model.keys:
            assert f"| {key.meaning} | {english(key.meaning)} |" in page
