"""Where there is no other unit to be compared with, that is what is said: nothing is missing on any record."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, only, rule

from supervision_rules import text_of

MARK = "- {id: mark, label: 得分, of: unit, last: appraisal, take: item_points, window: year}\n"
ABOVE = rule("kind: requirement\non: unit\nwindow: year\nrequire: mark >= of_others")


def facts(of_others: str) -> str:
    return f"{MARK}- {{id: of_others, label: 其他单位平均, of: unit, {of_others}}}"


def unit(id_: str, name: str, mark: int | None = None) -> list[dict[str, object]]:
    entry: dict[str, object] = {"type": "unit", "id": id_, "name": name}
    appraisal = {"type": "appraisal", "id": id_, "unit": id_, "date": "2021-12-01", "item_points": mark}
    return [entry] if mark is None else [entry, appraisal]


@pytest.mark.parametrize(
    ("fact", "zh", "en"),
    [
        ("mean: others, take: mark, among: [name]", "没有同类的其他单位", "there is no other unit of its class"),
        (
            "max: others, where: known(mark), take: mark",
            "其他单位都不符合条件",
            "no other unit is as the condition says",
        ),
        (
            "mean: others, where: name == '甲类', take: mark, among: [name]",
            "没有同类的其他单位",
            "there is no other unit of its class",
        ),
        (
            "max: peers, where: known(mark) and mark > 90, take: mark, unquoted: 试验",
            "没有一个单位符合条件",
            "no unit is as the condition says",
        ),
    ],
)
def test_the_explanation_says_so(tmp_path: Path, fact: str, zh: str, en: str) -> None:
    policy = loaded(tmp_path, ABOVE, facts=facts(fact))
    result = judged(policy, *unit("a", "甲类", 80), *unit("b", "乙类", None))
    finding = next(each for each in result.findings if each.subject == "a")
    shown = {lang: text_of(result, result.explain(finding), lang) for lang in ("zh", "en")}  # type: ignore[arg-type]
    assert f"其他单位平均（of_others）：{zh}\n" in shown["zh"]
    assert f"of_others (of_others): {en}\n" in shown["en"]


def test_what_is_missing_is_another_unit(tmp_path: Path) -> None:
    policy = loaded(tmp_path, ABOVE, facts=facts("mean: others, take: mark, among: [name]"))
    result = judged(policy, *unit("a", "甲类", 80), *unit("b", "乙类", 70))
    finding = next(each for each in result.findings if each.subject == "a")
    assert (finding.state, finding.missing) == ("undetermined", ("unit a: others(of_others)",))
    assert text_of(result, result.explain(finding)).splitlines()[-1] == (
        "└ 尚缺 甲类（a）的其他单位平均（of_others），没有可比的其他单位"
    )
    assert text_of(result, result.explain(finding), "en").splitlines()[-1] == (
        "└ missing: of_others (of_others) of 甲类 (a): there is no other unit to compare it with"
    )


def test_a_fact_that_another_lacks_is_named_as_before(tmp_path: Path) -> None:
    policy = loaded(tmp_path, ABOVE, facts=facts("mean: others, take: mark, among: [name]"))
    result = judged(policy, *unit("a", "甲类", 80), *unit("b", "甲类", None))
    assert {each.subject: each.missing for each in result.findings} == {
        "a": ("unit b: mark",),
        "b": ("unit b: mark",),
        "u1": ("unit u1: mark", "unit u1: others(of_others)"),
    }


def test_alone_in_the_register(tmp_path: Path) -> None:
    policy = loaded(tmp_path, ABOVE, facts=facts("mean: others, take: mark"))
    result = judged(policy, {"type": "appraisal", "id": "x", "unit": "u1", "date": "2021-12-01", "item_points": 5})
    assert "其他单位平均（of_others）：没有其他单位\n" in text_of(result, result.explain(only(result)))
