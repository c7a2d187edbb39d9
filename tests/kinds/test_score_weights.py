"""Weights of boxes: after floor and ceiling, in boxes of boxes, under doubt; and weights that make no whole."""

from __future__ import annotations

from decimal import Decimal

import pytest
from one_rule import compiled_of, diagnosed, explained, judged
from test_score import AS_OF, Rows, item, praise, score, slip, totals

from supervision_rules.catalogue import Lang
from supervision_rules.catalogue.phrases import PHRASES
from supervision_rules.expressions import Interval
from supervision_rules.findings import Explanation

LANGUAGES: tuple[Lang, ...] = ("zh", "en")

PARTS = """
    - {id: tasks, label: 重点任务, effect: add, base: 100, min: 0, weight: 0.3}
    - {id: work, label: 工作, effect: add, base: 100, max: 100, weight: 0.7}
    - {id: praise, label: 加分, effect: add, max: 5}
"""
SLIPS = item("slips", "reminder", "{by: colour, table: {blue: 30, red: 60}}", "deduct", "into: tasks")
WEIGHTED = score(PARTS) + SLIPS + item("praise", "commendation", "4", "add", "into: work")


def weighted(*rows: tuple[str, dict[str, object]], rules: str = WEIGHTED) -> tuple[object, object]:
    (finding,) = totals(rules, *rows)
    return finding.value, dict(finding.detail)["weighted"]


@pytest.mark.parametrize(
    ("slips", "total", "tasks"),
    [(0, 100, 30), (1, 82, 12), (2, 70, 0)],
)
def test_the_weight_comes_after_the_floor_and_the_ceiling(slips: int, total: int, tasks: int) -> None:
    rows = [*(slip(number, "red") for number in range(slips)), praise(1, "city")]
    value, shown = weighted(*rows)
    assert value == total
    assert shown == (("tasks", Decimal("0.3"), tasks), ("work", Decimal("0.7"), 70))


def test_what_was_cut_is_told_before_the_weight() -> None:
    (finding,) = totals(WEIGHTED, slip(1, "red"), slip(2, "red"), praise(1, "city"))
    assert dict(finding.detail)["boxes"] == (("tasks", -20, 0, -20), ("work", 104, 100, 4), ("praise", 0, 0, 0))


def test_a_box_without_a_weight_says_nothing_of_it() -> None:
    rules = score("    - {id: all, label: 全部, effect: add, base: 1}")
    (finding,) = totals(rules)
    assert [name for name, _ in finding.detail] == ["base", "boxes", "raw", "cut"]


def test_the_base_is_what_all_boxes_start_from() -> None:
    (finding,) = totals(WEIGHTED, slip(1, "red"))
    assert (finding.value, dict(finding.detail)["base"]) == (82, 100)
    (finding,) = totals(NESTED)
    assert (finding.value, dict(finding.detail)["base"]) == (30, 30)


def test_doubt_is_weighed() -> None:
    (finding,) = totals(WEIGHTED, slip(1, None))
    assert (finding.value, finding.missing) == (Interval(82, 100), ("reminder s001: colour",))
    assert dict(finding.detail)["weighted"][0] == ("tasks", Decimal("0.3"), Interval(12, 30))  # type: ignore[index]


NESTED = (
    score(
        """
    - id: yearly
      label: 年度
      effect: add
      max: 60
      weight: 0.5
      parts:
        - {id: tasks, label: 任务, effect: add, base: 100, min: 0, weight: 0.8}
        - {id: report, label: 报告, effect: add, base: 50, min: 0, weight: 0.2}
    - {id: blame, label: 问责, effect: deduct, max: 10, weight: 0.5}
"""
    )
    + SLIPS
    + item("blamed", "commendation", "30", "deduct", "into: blame")
)


def test_weights_in_boxes_of_boxes() -> None:
    # 40 × 0.8 + 50 × 0.2 = 42, 42 × 0.5 = 21; 10 × 0.5 = 5 less
    value, shown = weighted(slip(1, "red"), praise(1, "city"), rules=NESTED)
    assert value == 16
    half = Decimal("0.5")
    assert shown == (
        ("yearly", half, 21), ("tasks", Decimal("0.8"), 32), ("report", Decimal("0.2"), 10), ("blame", half, 5)
    )  # fmt: skip
    value, shown = weighted(rules=NESTED)  # 100 × 0.8 + 10 = 90, at most 60
    assert (value, shown[0]) == (30, ("yearly", half, 30))  # type: ignore[index]


def test_the_explanation_tells_the_score_before_and_after_its_weight() -> None:
    rows: Rows = [("unit", {"id": "u1", "name": "甲"}), slip(1, "red"), praise(1, "city")]
    tree = next(tree for finding, tree in explained(compiled_of(WEIGHTED), rows, AS_OF) if finding.rule.kind == "score")
    boxes = [part for part in tree.parts if part.phrase.startswith("box-")]
    told = [[part.phrase, *(inner.phrase for inner in part.parts)] for part in boxes]
    assert told == [
        ["box-add-weighted", "score-base", "box-item-deduct"],
        ["box-add-capped-weighted", "score-base", "box-item-add"],
        ["box-add"],
    ]
    assert [said(part, lang) for part in boxes[:2] for lang in LANGUAGES] == [
        "重点任务：40分 × 0.3，加12分",
        "重点任务: 40 × 0.3, adds 12 points",
        "工作：104分，按上限100分 × 0.7，加70分",
        "工作: 104, capped at 100 × 0.7, adds 70 points",
    ]


def said(part: Explanation, lang: Lang) -> str:
    """The sentence, numbers as people write them."""
    words = {
        name: f"{value.normalize():f}" if isinstance(value, Decimal) else value for name, value in part.words.items()
    }
    return PHRASES[part.phrase][lang].format_map({"unit": {"zh": "分", "en": "points"}[lang], **words})


def told(boxes: str, more: str = "") -> list[tuple[str, str]]:
    _, found = diagnosed(score(boxes, more))
    return [(each.code, each.message("zh")) for each in found]


def parts(*boxes: str) -> str:
    return "\n".join(f"    - {{id: b{place}, label: 框, effect: add, {box}}}" for place, box in enumerate(boxes))


@pytest.mark.parametrize(
    ("boxes", "summed"),
    [
        (parts("weight: 0.3", "weight: 0.5"), "0.8"),
        (parts("weight: 0.3, base: 100", "weight: 0.8, base: 100", "max: 5"), "1.1"),
        (parts("weight: 1", "parts: [{id: c, label: 框, effect: add, weight: 0.6}, "
               "{id: d, label: 框, effect: add, weight: 0.3}]"), "0.9"),
    ],
)  # fmt: skip
def test_weights_that_make_no_whole_are_told(boxes: str, summed: str) -> None:
    assert told(boxes) == [("SR343", f"各框的权重（weight）加起来是 {summed}，不是 1")]
    assert told(boxes, "holes: 文件只规定了这几部分") == []


@pytest.mark.parametrize(
    "boxes",
    [
        parts("weight: 0.3", "weight: 0.7"),
        parts("weight: 0.5"),
        parts("weight: 0.3, base: 100", "weight: 0.3, base: 100", "base: 40"),
        parts("weight: 0.3", "weight: 0.3", "max: 5"),
    ],
)
def test_no_whole_is_known(boxes: str) -> None:
    assert told(boxes) == []


def test_a_box_that_is_wrong_elsewhere_makes_no_other_whole() -> None:
    assert [code for code, _ in told(parts("weight: 0.3", "weight: much"))] == ["SR218"]
    assert [code for code, _ in told(parts("weight: 0.3", "weight: 0"))] == ["SR114"]


def test_the_number_stands_in_the_words() -> None:
    rules = score(parts("weight: 0.3", "weight: 0.7")).replace("  unquoted: 试验\n", "")
    for words, lacking in [("分别占30%、70%", []), ("分别占百分之三十、七成", []), ("分别占30%", ["0.7"])]:
        _, found = diagnosed(rules.replace("原话", words))
        assert [(each.code, str(each.params["number"])) for each in found] == [("SR310", each) for each in lacking]


# Departments owe more of the tasks than townships do.
BY_GROUP = """
    - {id: tasks, label: 重点任务, effect: add, base: 100, min: 0, weight: '0.6 if group == "municipal" else 0.2'}
    - id: work
      label: 工作
      effect: add
      parts:
        - {id: inner, label: 内, effect: add, base: 100, weight: '0.4 if group == "municipal" else 0.8'}
"""
VARYING = score(BY_GROUP) + SLIPS


@pytest.mark.parametrize(("group", "slips", "expected"), [
    ("municipal", 0, 100), ("municipal", 1, 64), ("township", 0, 100), ("township", 1, 88),
])  # fmt: skip
def test_a_weight_may_hang_on_who_is_scored(group: str, slips: int, expected: int) -> None:
    unit = ("unit", {"id": "u1", "name": "甲局", "group": group})
    (finding,) = judged(compiled_of(VARYING), [unit, *(slip(n, "red") for n in range(slips))], AS_OF)[:1]
    assert finding.value == expected
    assert dict(finding.detail)["base"] == 100
    assert dict(finding.detail)["weighted"][0][:2] == ("tasks", Decimal("0.6" if group == "municipal" else "0.2"))


def test_a_weight_that_is_not_known_leaves_the_total_open() -> None:
    unit = ("unit", {"id": "u1", "name": "甲局", "group": None})
    (finding,) = judged(compiled_of(VARYING), [unit, slip(1, "red")], AS_OF)[:1]
    assert (finding.value, finding.missing) == (None, ("unit u1: group",))


def test_nothing_is_weighed_by_less_than_nothing() -> None:
    boxes = "    - {id: all, label: 全部, effect: add, base: 10, weight: 'times_black - 1'}"
    facts = "- {id: times_black, label: 次数, of: unit, count: list_notice, window: year}"
    notices = [("notice", {"id": f"n{n}", "kind": "list_notice", "date": AS_OF, "unit": "u1"}) for n in range(3)]
    for known, expected in ((0, None), (1, 0), (3, 20)):
        rules = compiled_of(score(boxes), facts)
        unit = ("unit", {"id": "u1", "name": "甲局"})
        assert [each.value for each in judged(rules, [unit, *notices[:known]], AS_OF)] == [expected]


def test_weights_that_hang_on_who_is_scored_make_no_known_whole() -> None:
    varying = "weight: '0.5 if group == \"municipal\" else 0.4'"
    assert told(parts("weight: 0.3", varying)) == []
    assert told(parts("weight: 0.3, max: 10", f"{varying}, max: 10"), "max: 100") == []
