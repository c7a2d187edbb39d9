"""What ``evaluate --sensitivity`` tells of a little pack, as text and as JSON."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from pack_ledgers_read import DAYS, batch, policy
from test_changes import HERE, TOWN, Captured, revised

from supervision_rules import PackError, load_pack
from supervision_rules.cli.main import main
from supervision_rules.comparison import sensitivity
from supervision_rules.reports.sensitivity_json import sensitivity_json, sensitivity_schema

LEDGER = str(HERE / "ledger")
TEXT = """\
哪些结论取决于理解，判定日 2021-12-31
每次只换一种理解，其余照旧；几种理解一起换会怎样，这里没有算。

青禾县督查（town 1.0.0）
  理解 from  第三条 “5日内”
    采用 receipt：从收到之日起算
    换成 issue：从事项的日期起算
      第三条 办结回复（reply）  变了 3
        修路（m1）  按时，到期日 2021-03-07 → 按时，到期日 2021-03-06（日期提前1天）
        架桥（m2）  逾期未办，已逾期298天，到期日 2021-03-08 → 逾期未办，已逾期299天，到期日 2021-03-07（日期提前1天）
        清淤（m3）  按时，到期日 2021-03-11 → 按时，到期日 2021-03-10（日期提前1天）
  理解 cap  “最高8分”
    采用 together：合并计
    换成 apart：分开计
      第六条 总分（total）  变了 1，没有变 1
        县交通局（u1）  计分，95分，2021年，起始100分 → 计分，97分，2021年，起始100分（多2）

每个单位（人员）的分数、名次，换一种理解最少、最多是多少：
  第六条 总分（total）
    对象            时段    现在  最少  最多
    县交通局（u1）  2021年  95    95    97（cap=apart）

采用 9 件记录，重复 0 件，未采用 0 件
"""


@pytest.fixture
def judge(tmp_path: Path) -> list[str]:
    """The arguments of the command, for a pack that has a box hang on a reading."""
    pack = revised(tmp_path, {"apart: 5": "apart: 3"})
    return ["evaluate", LEDGER, "--pack", pack, "--as-of", "2021-12-31", "--sensitivity"]


def ran(arguments: list[str], capsys: Captured, lang: str = "zh") -> tuple[int, str, str]:
    code = main(["--lang", lang, "--color", "never", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_as_text(judge: list[str], capsys: Captured) -> None:
    assert ran(judge, capsys) == (0, TEXT, "")


def test_another_option_as_things_are(judge: list[str], capsys: Captured) -> None:
    """What is asked for by --reading is what the others are compared with."""
    _, out, _ = ran([*judge, "--reading", "cap=apart", "--most", "0"], capsys)
    assert "    采用 apart：分开计\n    换成 together：合并计\n      第六条 总分（total）  变了 1，没有变 1\n" in out


def test_in_english(judge: list[str], capsys: Captured) -> None:
    _, out, _ = ran([*judge, "--most", "0"], capsys, "en")
    assert out.splitlines()[1] == (
        "One reading is switched at a time, all others stay; what several together would do is not told."
    )
    assert "    switched to apart: 分开计\n      第六条 总分 (total)  1 moved, 1 unchanged\n" in out


def test_a_pack_that_has_no_readings(tmp_path: Path, capsys: Captured) -> None:
    text = TOWN.read_text(encoding="utf-8")
    readings = text[text.index("readings:") : text.index("records:")]
    change = {readings: "", "{by_reading: from, receipt: received, issue: date}": "received"}
    pack = revised(tmp_path, {**change, "{by_reading: cap, together: 8, apart: 5}": "8"})
    code, out, _ = ran(["evaluate", LEDGER, "--pack", pack, "--as-of", "2021-12-31", "--sensitivity"], capsys)
    assert (code, out.splitlines()[3:5]) == (0, ["青禾县督查（town 1.0.0）", "  没有写几种理解"])


@pytest.mark.parametrize("pack", DAYS)
def test_json_by_its_schema(pack: str) -> None:
    found = sensitivity_json(sensitivity(policy(pack), batch(pack), as_of=DAYS[pack]))
    jsonschema.Draft202012Validator(sensitivity_schema()).validate(found)
    assert found["together"] is False


def test_json_is_written(judge: list[str], tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "sensitivity.json"
    assert ran([*judge, "--format", "json", "--out", str(out)], capsys) == (0, "", "")
    found = json.loads(out.read_bytes())
    assert [(each["reading"], each["option"], len(each["findings"])) for each in found["switches"]] == [
        ("from", "issue", 3),
        ("cap", "apart", 1),
    ]
    spread = found["ranges"][0]
    assert (spread["rule"], spread["subject"]["id"], spread["value"]) == ("total", "u1", 95)
    assert (spread["least"], spread["most"], spread["least_under"]) == (95, 97, [])


@pytest.mark.parametrize("option", ["--all", "--explain"])
def test_what_does_not_go_together(option: str, judge: list[str], capsys: Captured) -> None:
    code, out, err = ran([*judge, option], capsys)
    assert (code, out) == (2, "")
    assert err.startswith(f"错误 SR941 --sensitivity 和 {option} 不能一起写\n")


def test_a_pack_that_is_wrong_under_another_option(tmp_path: Path) -> None:
    path = tmp_path / "wrong.yaml"
    text = TOWN.read_text(encoding="utf-8")
    path.write_text(text.replace("receipt: received, issue: date}", "receipt: received, issue: no_such_date}"), "utf-8")
    with pytest.raises(PackError, match="SR218"):
        sensitivity(load_pack(path), [], as_of=date(2022, 12, 31))
