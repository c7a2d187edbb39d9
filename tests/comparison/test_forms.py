"""The forms in which ``diff`` tells: a table to paste, JSON by its schema, English; and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from test_changes import CASES, TOWN, Captured, revised, told

from supervision_rules.cli.main import main
from supervision_rules.reports.diff_schema import diff_schema

CHANGE = {
    "within: 5 days}": "within: 3 workdays}",
    "  - {clause: 第九条, reason: 看人}": "  - {clause: 第十条, reason: a | b}",
    "effect: add, max: 4": "effect: add, max: 5",
}
TABLE = """\
# 修订对照表：青禾县督查（town 1.0.0 → town 1.0.0）

| 条款 | 修改前 | 修改后 |
| --- | --- | --- |
| 第三条<br>办结回复（reply） | 第3种情形，期限：5日 | 第3种情形，期限：3个工作日 |
| 第六条<br>总分（total） | 第2框“表扬”，本框封顶：4 | 第2框“表扬”，本框封顶：5 |
| 第十条 | （无） | 新增；条款 第十条；理由 a \\| b |
| 第九条 | 删去；条款 第九条；理由 看人 | （无） |

自身的规定没有变、但靠着变了的内容的规则：

- 第八条 等次（grade）：用到规则“总分（total）”

共 4 处：新增 1，删去 1，修改 2，改代号 0；其中只改文字的 0
"""
ENGLISH = """\
Revisions: 青禾县督查 (town 1.0.0 → town 1.0.0)
rule 第三条 办结回复 (reply)  changed
  case 3, limit: 5 day(s) → 3 workday(s)  line 52 → 52
rule 第六条 总分 (total)  changed
  box 2 “表扬”, cap of the box: 4 → 5  line 78 → 78
not computable 第十条  added
  clause 第十条; reason a | b
not computable 第九条  removed
  clause 第九条; reason 看人
rules that do not change themselves, but lean on what does:
  第八条 等次 (grade): uses rule “总分 (total)”
4 part(s): 1 added, 1 removed, 2 changed, 0 with another id; of these 0 in words only
"""


def test_a_table_to_paste(tmp_path: Path, capsys: Captured) -> None:
    code, lines = told([str(TOWN), revised(tmp_path, CHANGE), "--format", "markdown"], capsys)
    assert (code, lines) == (1, TABLE.splitlines())


def test_in_english(tmp_path: Path, capsys: Captured) -> None:
    code, lines = told([str(TOWN), revised(tmp_path, CHANGE)], capsys, "en")
    assert (code, lines) == (1, ENGLISH.splitlines())


def test_another_id_that_something_else_bears_as_well(tmp_path: Path, capsys: Captured) -> None:
    """A rule is called as the records that it counts; another id is given to the rule alone."""
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, name in ((old, "outing"), (new, "calls-made")):
        folder.mkdir()
        revised(folder, {"    id: calls\n": f"    id: {name}\n"})
    _, lines = told([str(old / "revised.yaml"), str(new / "revised.yaml")], capsys)
    assert lines[1:-1] == ["规则 第五条 走访扣分（calls-made）  改代号", "  代号：outing → calls-made"]


def test_another_order_in_english(tmp_path: Path, capsys: Captured) -> None:
    """Cases without names are told apart by what they are for."""
    joint, city = "{when: joint, within: 7 workdays", '{when: level == "city", within: 6 days'
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, cases in ((old, (joint, city)), (new, (city, joint))):
        folder.mkdir()
        revised(folder, {f"{joint}, label: 会同办理": cases[0], f"{city}, label: 市级": cases[1]})
    code, lines = told([str(old / "revised.yaml"), str(new / "revised.yaml")], capsys, "en")
    first, second = "case 1 (joint)", 'case 2 (level == "city")'
    order = f"{first}, {second}, case 3 → {second}, {first}, case 3"
    assert (code, lines[2]) == (1, f"  order of cases: {order}  line 50")


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_json_by_its_schema(case: dict[str, Any], tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "diff.json"
    code, lines = told([str(TOWN), revised(tmp_path, case["change"]), "--format", "json", "--out", str(out)], capsys)
    found = json.loads(out.read_bytes())
    jsonschema.Draft202012Validator(diff_schema()).validate(found)
    assert lines == []
    assert (code, found["same"]) == (1 if case["says"] else 0, not case["says"])


def test_a_change_in_json(tmp_path: Path, capsys: Captured) -> None:
    path = revised(tmp_path, {"within: 5 days}": "within: 3 workdays}"})
    _, lines = told([str(TOWN), path, "--format", "json"], capsys)
    found = json.loads("\n".join(lines))
    item = found["items"][0]
    assert (item["section"], item["id"], item["clause"]) == ("rules", "reply", {"before": "第三条", "after": "第三条"})
    assert item["changes"] == [
        {
            "sort": "changed",
            "path": ["cases", "3", "within"],
            "label": "第3种情形，期限",
            "wording": False,
            "before": "5 days",
            "after": "3 workdays",
            "text": {"before": "5日", "after": "3个工作日"},
            "place": {"before": {"line": 52, "column": 18}, "after": {"line": 52, "column": 18}},
        }
    ]
    assert (found["old"]["pack"], found["new"]["path"]) == ("town", path)


def test_a_pack_that_is_wrong_is_not_compared(tmp_path: Path, capsys: Captured) -> None:
    path = revised(tmp_path, {"when: joint, within": "when: jiont, within"})
    assert main(["--lang", "zh", "diff", str(TOWN), path]) == 2
    assert capsys.readouterr().err.startswith(f"{path}:50:16: 错误 SR218 ")
    assert main(["--lang", "zh", "diff", str(TOWN), str(tmp_path / "none.yaml")]) == 2
    assert capsys.readouterr().err.startswith("错误 SR901 ")


def test_a_pack_is_not_written_over(tmp_path: Path, capsys: Captured) -> None:
    path = revised(tmp_path, {})
    assert main(["--lang", "zh", "diff", str(TOWN), path, "--out", path]) == 2
    assert capsys.readouterr().err.startswith("错误 SR920 ")
