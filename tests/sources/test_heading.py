"""What a pack says of its document as a whole, held against the text: number, day of issue, day of force."""

from __future__ import annotations

from pathlib import Path

import pytest

from supervision_rules import check

ROOT = Path(__file__).resolve().parents[2]
TUTORIAL = ROOT / "docs" / "tutorial"
TEXT = """\
云水县人民政府督查办法
云政发〔2021〕6号
2021年2月22日
第一条 批示件5个工作日内回复。
第二条 本办法{force}。
"""
PACK = """\
pack: yunshui
label: 云水县督查
version: 1.0.0
language: 1
document: {{title: 云水县督查办法, issuer: 云水县人民政府, {heading}}}
{more}rules:
  - kind: time_limit
    id: reply
    label: 批示回复
    cite: {{clause: 第一条, words: 5个工作日内回复}}
    on: instruction
    start: received
    done: replied
    cases: [{{within: 5 workdays}}]
"""
FROM_MARCH = "自2021年3月1日起施行"
MISSED = ("SR805", "第二条")


def told(
    folder: Path, heading: str, text: str = TEXT, force: str = FROM_MARCH, more: str = ""
) -> list[tuple[str, str]]:
    pack, source = folder / "yunshui.yaml", folder / "text.txt"
    pack.write_text(PACK.format(heading=heading, more=more), encoding="utf-8")
    source.write_text(text.format(force=force), encoding="utf-8")
    found = check(pack, source=source)
    return [(each.code, str({**each.params}.get("there", {**each.params}.get("clause", "")))) for each in found]


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("number: 云政发〔2021〕6号, issued: 2021-02-22, in_force: {since: 2021-03-01}", []),
        ('number: "云政发[2021]6号", in_force: {since: 2021-03-01}', []),
        ("number: 云政发〔2021〕9号, in_force: {since: 2021-03-01}", [("SR812", "云政发〔2021〕6号")]),
        ("issued: 2021-02-02, in_force: {since: 2021-03-01}", [("SR812", "2021-02-22")]),
        ("in_force: {since: 2021-03-10}", [("SR812", "2021-03-01")]),
        # A day that the text names, but not as that of force.
        ("issued: 2021-02-22, in_force: {since: 2021-02-22}", [("SR812", "2021-03-01")]),
        ("issued: 2021-02-22", [MISSED]),
    ],
)
def test_the_number_and_the_days_are_those_of_the_text(
    tmp_path: Path, heading: str, found: list[tuple[str, str]]
) -> None:
    assert sorted(told(tmp_path, heading)) == sorted(found)


@pytest.mark.parametrize("force", ["自二〇二一年三月一日起施行", "自 2021年3月1日 起正式实施", "自2021-03-01起执行"])
def test_the_day_of_force_may_be_written_in_many_ways(tmp_path: Path, force: str) -> None:
    assert told(tmp_path, "in_force: {since: 2021-03-01}", force=force) == []


def test_a_document_in_force_from_its_publication_needs_a_day_in_the_pack(tmp_path: Path) -> None:
    at_once = "自印发之日起施行"
    assert told(tmp_path, "issued: 2021-02-22, in_force: {since: 2021-02-22}", force=at_once) == []
    assert told(tmp_path, "in_force: {since: 2021-02-12}", force=at_once) == [("SR812", "2021-02-22")]
    assert told(tmp_path, "issued: 2021-02-22", force=at_once) == [MISSED]


@pytest.mark.parametrize("issued", ["2021-02-22", "2021-03-01"])
def test_a_day_of_force_is_not_what_a_day_of_issue_is_held_against(tmp_path: Path, issued: str) -> None:
    heading = f"issued: {issued}, in_force: {{since: 2021-03-01}}"
    assert told(tmp_path, heading, TEXT.replace("2021年2月22日\n", "")) == []


def test_a_text_without_number_and_days_says_nothing_of_them(tmp_path: Path) -> None:
    text = "第一条 批示件5个工作日内回复。\n"
    assert told(tmp_path, "number: 云政发〔2012〕6号, issued: 2012-02-02, in_force: {since: 2012-03-01}", text) == []


def test_the_day_of_force_under_any_reading_covers_its_clause(tmp_path: Path) -> None:
    readings = (
        "readings:\n  - {id: force, clause: 第二条, words: 自2021年3月1日起施行, "
        "options: {printed: 三月, issued: 二月}, taken: issued}\n"
    )
    force = "in_force: {since: {by_reading: force, printed: 2021-03-01, issued: 2021-02-22}}"
    assert told(tmp_path, force, more=readings) == []


def test_a_clause_that_stands_in_the_conventions_is_quoted_there(tmp_path: Path) -> None:
    force, heading = "所称日是指工作日", "issued: 2021-02-22"
    assert told(tmp_path, heading, force=force, more="conventions: {day_unit: working}\n") == [MISSED]
    cited = "conventions: {day_unit: working, cite: {clause: 第二条, words: 所称日是指工作日}}\n"
    assert told(tmp_path, heading, force=force, more=cited) == []
    wrong = cited.replace("所称日是指", "所称日都是指的")
    assert [code for code, _ in told(tmp_path, heading, force=force, more=wrong)] == ["SR801"]


def test_the_pack_of_the_tutorial_leaves_nothing_of_its_document_out(tmp_path: Path) -> None:
    source = tmp_path / "document.txt"
    source.write_text((TUTORIAL / "document.md").read_text(encoding="utf-8").replace("**", ""), encoding="utf-8")
    assert [f"{each.code} {each.span}" for each in check(TUTORIAL / "qinghe.yaml", source=source)] == []
