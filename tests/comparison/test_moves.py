"""What ``diff --records`` tells of those that move by a change of a little pack."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from test_changes import HERE, TOWN, Captured, revised, told

from supervision_rules.cli.main import main
from supervision_rules.reports.diff_schema import diff_schema

LEDGER = HERE / "ledger"
JUDGE = ["--records", str(LEDGER), "--as-of", "2021-12-31"]
CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "moves.yaml").read_text(encoding="utf-8"))
STROLL = """\
    stroll:
      label: 巡查
      label_en: stroll
      date_label: 巡查日期
      fields:
        by_day: {type: date, label: 记录日期, label_en: by day}
"""
STROLLED = """\
  - kind: requirement
    id: strolled
    label: 巡查要记
    cite: {clause: 第四条, words: 巡查}
    on: stroll
    require: known(by_day)
"""
TITLE = "对记录的影响，判定日 2021-12-31（原来 → 现在）："


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_who_moves(case: dict[str, Any], tmp_path: Path, capsys: Captured) -> None:
    code, lines = told([str(TOWN), revised(tmp_path, case["change"]), *JUDGE], capsys)
    assert code == 1
    assert lines[lines.index(TITLE) + 1 :] == case["says"]


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_json_by_its_schema(case: dict[str, Any], tmp_path: Path, capsys: Captured) -> None:
    _, lines = told([str(TOWN), revised(tmp_path, case["change"]), *JUDGE, "--format", "json"], capsys)
    found = json.loads("\n".join(lines))
    jsonschema.Draft202012Validator(diff_schema()).validate(found)
    counted = sum(each["moved"] + each["only_before"] + each["only_after"] for each in found["moves"]["rules"])
    assert len(found["moves"]["findings"]) == counted


def test_at_most_so_many_and_in_english(tmp_path: Path, capsys: Captured) -> None:
    path = revised(tmp_path, {"within: 7 workdays": "within: 2 workdays"})
    _, lines = told([str(TOWN), path, *JUDGE, "--most", "0"], capsys, "en")
    assert lines[-4:] == [
        "what of the records moves, as of 2021-12-31 (before → after):",
        "  第三条 办结回复 (reply)  1 moved, 2 unchanged",
        "  4 more rule(s): nothing moves (8 finding(s))",
        "findings: 1 moved, 10 unchanged",
    ]


def test_a_table(tmp_path: Path, capsys: Captured) -> None:
    path = revised(tmp_path, {"within: 7 workdays": "within: 2 workdays"})
    _, lines = told([str(TOWN), path, *JUDGE, "--format", "markdown"], capsys)
    assert lines[lines.index(TITLE) + 2 :] == [
        "| 规则 | 对象 | 原来 | 现在 |",
        "| --- | --- | --- | --- |",
        "| 第三条 办结回复（reply） | 清淤（m3） | 按时，到期日 2021-03-11 | "
        "逾期办结，迟1天，到期日 2021-03-04，迟1个工作日 |",
        "",
        "结论条数：变了 1，没有变 10",
    ]


def test_names_in_another_order_move_nothing(tmp_path: Path, capsys: Captured) -> None:
    step = "consequence: 全县通报"
    paths = [tmp_path / each for each in ("old", "new")]
    for path, copies in zip(paths, ("甲, 乙", "乙, 甲"), strict=True):
        path.mkdir()
        revised(path, {step: f"{step}, copies: [{copies}]"})
    code, lines = told([*(str(path / "revised.yaml") for path in paths), *JUDGE], capsys)
    assert (code, lines[-2:]) == (0, ["  没有一条结论变", "结论条数：没有变 11"])


def test_records_of_a_type_that_only_the_new_pack_has(tmp_path: Path, capsys: Captured) -> None:
    """Read once for both: to the old pack they are nothing."""
    change = {"  types:\n": f"  types:\n{STROLL}", "rules:\n": f"rules:\n{STROLLED}"}
    path = revised(tmp_path, change)
    strolls = tmp_path / "stroll.jsonl"
    strolls.write_text(
        '{"type": "stroll", "id": "s1", "date": "2021-03-01", "by_day": "2021-03-02"}\n', encoding="utf-8"
    )
    code, lines = told([str(TOWN), path, *JUDGE, "--records", str(strolls)], capsys)
    assert code == 1
    assert lines[lines.index(TITLE) + 1 :][:2] == [
        "  第四条 巡查要记（strolled）  只有现在有 1",
        "    巡查 s1  （没有结论） → 符合",
    ]


def test_records_that_are_not_used(tmp_path: Path, capsys: Captured) -> None:
    from_hand = tmp_path / "matter.jsonl"
    from_hand.write_text('{"type": "matter", "id": "m9"}\n', encoding="utf-8")
    code = main(["--lang", "zh", "diff", str(TOWN), str(TOWN), *JUDGE, "--records", str(from_hand)])
    out, err = capsys.readouterr()
    assert (code, out.splitlines()[-1]) == (3, "结论条数：没有变 11")
    assert err == "结果不完整：10 件记录中有 1 件未采用\n"


def test_nothing_moves_between_a_pack_and_itself(capsys: Captured) -> None:
    assert told([str(TOWN), str(TOWN), *JUDGE], capsys)[0] == 0


@pytest.mark.parametrize("left", [["--records", str(LEDGER)], ["--as-of", "2021-12-31"]])
def test_records_and_a_day_go_together(left: list[str], capsys: Captured) -> None:
    assert main(["--lang", "zh", "diff", str(TOWN), str(TOWN), *left]) == 2
    assert capsys.readouterr().err.startswith("错误 SR940 ")
