"""A name that nothing declares: a slip of the pen is told as such, and never another word that looks like it."""

from __future__ import annotations

import pytest
from town_pack import PACK, told

from supervision_rules.diagnostics import Diagnostic

SLIPS = ["ofen", "oftne", "oftten", "offten", "Often"]


def missing(text: str) -> Diagnostic:
    return next(each for each in told(text) if each.code == "SR218")


@pytest.mark.parametrize("written", SLIPS)
def test_a_slip_is_corrected(written: str) -> None:
    assert missing(PACK.replace("when: often or", f"when: {written} or")).help("zh") == "改成已有的名称：often"


FACTS = """\
  - {id: this_budget, label: 本年预算, of: matter, count: reminder, where: colour == "blue"}
  - {id: base_1, label: 基数, of: matter, count: reminder, where: this_budget_ok}
"""
OTHERS = ["next_budget", "base_2", "this_bud", "at_often", "budget_this", "base_this"]


@pytest.mark.parametrize("name", OTHERS)
def test_another_word_is_no_slip(name: str) -> None:
    used = "when: often or this_budget > base_1 or"
    facts = FACTS.replace("where: this_budget_ok", 'where: colour == "red"')
    found = missing(PACK.replace("rules:\n", f"{facts}rules:\n", 1).replace("when: often or", f"{used} {name} > 1 or"))
    assert found.params["near"] == "—" and "改成已有的名称" not in found.help("zh")
    assert found.help("zh").startswith("facts 里删掉了、改了名的，补上或改回来；写错的，改正")
    assert found.help("en").startswith("put back what facts had under this name, or correct a slip")


def test_what_is_like_it_is_only_shown() -> None:
    found = missing(PACK.replace("value: reminders >= 2", "value: reminders + reminder_slips >= 2"))
    mend = "facts 里删掉了、改了名的，补上或改回来；写错的，改正（相近的有：reminders）"
    assert found.help("zh") == mend


@pytest.mark.parametrize("new", ["frequent", "the_same_again", "late_often"])
def test_a_renamed_fact_is_offered_first(new: str) -> None:
    (found, *_) = told(PACK.replace("{id: often,", f"{{id: {new},").replace(", where: often, window", ", window"))
    assert found.code == "SR218" and found.params["name"] == "often"
    assert found.help("zh").startswith(f"facts 里的 {new} 没有地方用到，是不是它改了名？不是的，")
    assert found.help("en").startswith(f"nothing uses {new} of facts: has it been renamed? If not, ")


def test_a_renamed_fact_is_offered_through_a_reference() -> None:
    renamed = PACK.replace("{id: reminded,", "{id: prompted,").replace("when: often or", "when: unit_reminded > 2 or")
    assert missing(renamed).params["unused"] == "unit_prompted"


def test_a_deleted_fact_may_have_been_a_field_of_the_packs_own() -> None:
    records = "records: {types: {matter: {fields: {checked: {type: bool, label: 复核, label_en: checked}}}}}\n"
    text = PACK.replace("facts:\n", f"{records}facts:\n", 1).replace(
        "when: often or", "when: often or checked or verified or"
    )
    assert missing(text).help("zh").startswith("facts（或 records 的字段）里删掉了、改了名的")
    assert "facts (or the fields of records)" in missing(text).help("en")


def test_a_fact_that_only_a_part_with_a_mistake_names_is_used() -> None:
    broken = PACK.replace("kind: outcome", "kind: outcom").replace(
        "where: often, window: year", "where: nowhere, window: year"
    )
    assert missing(broken).params["unused"] == "—"
