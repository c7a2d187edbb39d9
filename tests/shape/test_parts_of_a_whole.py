"""Boxes that cannot fill the whole they are parts of: told with their sum, where it is a sum."""

from __future__ import annotations

from pathlib import Path

import pytest

from supervision_rules import check

HEAD = """\
pack: parts
label: 试验
version: 1.0.0
language: 1
document: {title: 办法, issuer: 政府}
rules:
  - kind: score
    id: total
    label: 总分
    cite: {clause: 一, words: 原话}
    unquoted: 试验
    window: year
"""
INTO = """\
  - kind: points
    id: item
    label: 计分
    cite: {clause: 一, words: 原话}
    unquoted: 试验
    window: year
    value: 1
    effect: add
    into: whole
"""


def told(folder: Path, keys: str, *boxes: str, more: str = "") -> list[tuple[str, str, int]]:
    path = folder / "parts.yaml"
    listed = "".join(f"      - {{id: b{place}, label: 框, effect: {box}}}\n" for place, box in enumerate(boxes))
    path.write_text(f"{HEAD}{keys}    boxes:\n{listed}{more}", encoding="utf-8")
    found = [
        each for each in check(path) if not each.code.startswith("SR36")
    ]  # the boxes hold nothing, which is told, too
    return [(each.code, each.message("zh"), each.span.line if each.span else 0) for each in found]


def short(total: str, most: str, line: int) -> list[tuple[str, str, int]]:
    return [("SR347", f"各框的 max 合起来是 {total}，到不了这里的 {most}", line)]


def test_boxes_that_cannot_fill_the_total(tmp_path: Path) -> None:
    boxes = ("add, max: 30", "add, max: 40", "add, max: 20")
    assert told(tmp_path, "    max: 100\n", *boxes) == short("90", "100", 13)
    assert told(tmp_path, "    max: 100\n    min: 0\n", *boxes) == short("90", "100", 13)
    assert told(tmp_path, "    max: 0.75\n", "add, max: 0.5", "add, max: 0.2") == short("0.7", "0.75", 13)


@pytest.mark.parametrize(
    ("keys", "boxes"),
    [
        ("    max: 100\n", ("add, max: 30", "add, max: 70")),
        ("    max: 100\n", ("add, max: 90", "add, max: 20")),
        ("    max: 100\n", ("add, max: 30", "add")),
        ("    max: 100\n", ("add, max: 30", "deduct, max: 40")),
        ("    max: 100\n    base: 10\n", ("add, max: 30", "add, max: 60")),
        ("    max: 100\n    base: days_between(period_start, period_end)\n", ("add, max: 30", "add, max: 60")),
        ("    max: 100\n    min: 20\n", ("add, max: 30", "add, max: 60")),
        ("    max: 100\n", ("add, max: 30, min: 5", "add, max: 60")),
        ("", ("add, max: 30", "add, max: 60")),
    ],
)
def test_what_is_filled_or_no_sum(tmp_path: Path, keys: str, boxes: tuple[str, ...]) -> None:
    assert told(tmp_path, keys, *boxes) == []


def test_boxes_in_boxes(tmp_path: Path) -> None:
    parts = "parts: [{id: c, label: 小框, effect: add, max: 10}, {id: d, label: 小框, effect: add, max: 15}]"
    assert told(tmp_path, "    max: 30\n", f"add, max: 30, {parts}") == short("25", "30", 15)
    assert told(tmp_path, "    max: 25\n", f"add, max: 25, {parts}") == []
    assert told(tmp_path, "    max: 30\n", f"add, base: 5, max: 30, {parts}") == []


def test_a_box_that_holds_points_of_its_own_beside_its_parts(tmp_path: Path) -> None:
    box = "      - {id: whole, label: 框, effect: add, max: 30, parts: [{id: c, label: 小框, effect: add, max: 10}]}\n"
    assert told(tmp_path, "    max: 30\n", more=box + INTO) == []


def test_not_told_of_a_box_that_is_wrong(tmp_path: Path) -> None:
    found = told(tmp_path, "    max: 100\n", "add, max: 90", "add, max: 十")
    assert [code for code, _, _ in found] == ["SR108"]
