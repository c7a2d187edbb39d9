"""The shared vocabulary, the checks of declarations, and what a pack may add."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from supervision_rules.diagnostics import Collector, Span
from supervision_rules.records import (
    Vocabulary,
    check,
    extended,
    read_vocabulary,
    render_vocabulary,
    shared_vocabulary,
)

DOCS = Path(__file__).parents[2] / "docs"
SPAN = Span("pack", 1, 1, 1, 2)


def place(path: tuple[str | int, ...]) -> Span:
    return SPAN


def visit(**parts: object) -> Vocabulary:
    """A vocabulary with one small type."""
    spec = {"label": "走访", "label_en": "visit", "date_label": "走访日期", **parts}
    return Vocabulary.model_validate({"types": {"call": spec}})


def found(vocabulary: Vocabulary) -> list[str]:
    diagnostics = Collector()
    check(vocabulary, place, diagnostics)
    return [one.code for one in diagnostics]


def text_field(**parts: object) -> dict[str, object]:
    return {"type": "text", "label": "备注", "label_en": "remark", **parts}


def test_the_shared_vocabulary_is_sound() -> None:
    assert found(shared_vocabulary()) == []


def test_scales_fill_the_levels() -> None:
    field = shared_vocabulary().types["matter"].fields["importance"]
    assert list(field.levels or {}) == ["ordinary", "greater", "special"]


def test_the_page_is_the_vocabulary() -> None:
    assert (DOCS / "vocabulary.md").read_text(encoding="utf-8") == render_vocabulary(shared_vocabulary())


def test_a_changed_vocabulary_would_change_the_page() -> None:
    assert render_vocabulary(visit()) != render_vocabulary(visit(fields={"remark": text_field()}))


def test_subjects_are_types_and_kinds() -> None:
    vocabulary = shared_vocabulary()
    assert vocabulary.subject("matter") == ("matter", None)
    assert vocabulary.subject("instruction") == ("matter", "instruction")
    assert vocabulary.subject("nothing") is None


def test_references_name_their_types() -> None:
    assert ("co_units", "unit", True) in shared_vocabulary().types["matter"].references


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ({"type": "date"}, None),
        ({"type": "txt"}, "SR501"),
        ({"type": "choice"}, "SR502"),
        ({"type": "choice", "levels": {"a": "甲", "b": "甲"}}, "SR502"),
        ({"type": "choice", "scale": "unheard"}, "SR502"),
        ({"type": "text", "levels": {"a": "甲"}}, "SR502"),
        ({"type": "choice", "levels": {"a": "甲"}, "absent": "a"}, None),
        ({"type": "choice", "levels": {"a": "甲"}, "absent": "b"}, "SR507"),
        ({"type": "bool", "absent": False}, None),
        ({"type": "bool", "absent": 0}, "SR507"),
        ({"type": "integer", "absent": False}, "SR507"),
        ({"type": "integer", "minimum": 1, "absent": 1}, None),
        ({"type": "integer", "minimum": 1, "absent": 0}, "SR507"),
        ({"type": "number", "minimum": 2, "maximum": 1}, "SR507"),
        ({"type": "text", "minimum": 2}, "SR507"),
        ({"type": "bool", "absent": True, "required": True}, "SR507"),
    ],
)
def test_fields_are_checked(field: dict[str, object], code: str | None) -> None:
    assert found(visit(fields={"remark": text_field(**field)})) == ([code] if code else [])


@pytest.mark.parametrize("name", ["class", "id", "Remark", "备注", "model_dump", "copy", "_x"])
def test_names_that_cannot_be_used(name: str) -> None:
    assert found(visit(fields={name: text_field()})) == ["SR503"]


@pytest.mark.parametrize("label", ["编号", "走访日期", "登记日期"])
def test_labels_of_implicit_fields_are_taken(label: str) -> None:
    assert found(visit(fields={"remark": text_field(label=label)})) == ["SR504"]


def test_the_label_of_a_kind_is_free_where_there_are_no_kinds() -> None:
    fields = {"remark": text_field(label="类别")}
    assert found(visit(fields=fields)) == []
    assert found(visit(fields=fields, kinds={"ring": "电话"})) == ["SR504"]


def test_an_unknown_type_offers_the_nearest() -> None:
    diagnostics = Collector()
    check(visit(fields={"remark": text_field(type="integr")}), place, diagnostics)
    (one,) = diagnostics
    assert one.message("zh") == "字段“remark”的类型写的是“integr”，没有这种类型。"
    assert one.help("zh").endswith("最接近的写法：integer。")


def added(parts: dict[str, object]) -> tuple[Vocabulary, list[tuple[str, str]]]:
    diagnostics = Collector()
    extension = Vocabulary.model_validate({"types": parts})
    merged = extended(shared_vocabulary(), extension, place, diagnostics)
    return merged, [(one.code, one.message("zh")) for one in diagnostics]


def test_a_pack_adds_fields_kinds_and_types() -> None:
    merged, problems = added(
        {"matter": {"kinds": {"hotline": "热线件"}, "fields": {"urgent": text_field(type="bool")}}}
    )
    assert problems == []
    assert merged.subject("hotline") == ("matter", "hotline")
    assert "urgent" in merged.types["matter"].fields
    assert "urgent" not in shared_vocabulary().types["matter"].fields


def test_a_pack_may_repeat_but_not_redefine() -> None:
    same = {"type": "choice", "label": "督查等级", "label_en": "importance", "scale": "importance"}
    assert added({"matter": {"fields": {"importance": same}}})[1] == []
    merged, problems = added({"matter": {"fields": {"importance": text_field()}}})
    assert problems == [("SR506", "“importance”在共用词汇里已经有了，含义不同。")]
    assert merged.types["matter"].fields["importance"].type == "choice"


def test_a_pack_may_say_what_reopens_a_matter_but_not_otherwise_than_is_shared() -> None:
    merged, problems = added({"review": {"reopens": "archived"}})
    assert (merged.types["review"].reopens, problems) == ("archived", [])
    merged, problems = added({"return": {"reopens": "redone"}})
    assert (merged.types["return"].reopens, problems) == ("redone", [])
    again = {"fields": {"again": text_field(type="date")}, "reopens": "again"}
    merged, problems = added({"return": again})
    assert merged.types["return"].reopens == "redone"
    assert problems == [("SR506", "“return.reopens”在共用词汇里已经有了，含义不同。")]


def test_only_a_day_of_what_belongs_to_a_matter_tells_when_it_is_done_anew() -> None:
    assert [code for code, _ in added({"review": {"reopens": "passed"}})[1]] == ["SR556"]
    assert [code for code, _ in added({"report": {"reopens": "covers"}})[1]] == ["SR556"]  # planned
    assert [code for code, _ in added({"unit": {"reopens": "since"}})[1]] == ["SR556"]


def test_a_pack_may_add_references_to_its_type() -> None:
    merged, problems = added({"report": {"fields": {"project": text_field(type="project")}}})
    assert problems == []
    assert ("project", "project", False) in merged.types["report"].references


def test_a_vocabulary_is_read_with_places() -> None:
    diagnostics = Collector()
    text = (
        "types:\n  call:\n    label: 走访\n    label_en: call\n    date_label: 走访日期\n    order: [[date, ended]]\n"
    )
    read_vocabulary(text, "x.yaml", diagnostics)
    (one,) = diagnostics
    assert (one.code, str(one.span)) == ("SR505", "x.yaml:6:20")


def test_no_field_is_undocumented() -> None:
    page = (DOCS / "vocabulary.md").read_text(encoding="utf-8")
    for name, spec in shared_vocabulary().types.items():
        assert re.search(rf"^## .*`{name}`", page, re.MULTILINE)
        assert all(f"| `{field}` |" in page for field in spec.fields)


def test_the_page_marks_the_days_that_are_planned() -> None:
    page = render_vocabulary(shared_vocabulary())
    planned = [line for line in page.splitlines() if "planned, may lie ahead" in line]
    assert any(line.startswith("| `set_date` |") for line in planned)
    assert not any(line.startswith("| `closed` |") for line in planned)
