"""What ``diff`` tells of two versions of a little pack: each kind of change, and what is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from supervision_rules.cli.main import main

HERE = Path(__file__).parent
TOWN = HERE / "town.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "changes.yaml").read_text(encoding="utf-8"))
Captured = pytest.CaptureFixture[str]


def revised(folder: Path, change: dict[str, str]) -> str:
    """The pack with each text exchanged for another, in the order in which they are written."""
    text = TOWN.read_text(encoding="utf-8")
    for old, new in change.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path = folder / "revised.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def told(arguments: list[str], capsys: Captured, lang: str = "zh") -> tuple[int, list[str]]:
    code = main(["--lang", lang, "--color", "never", "diff", *arguments])
    out, err = capsys.readouterr()
    assert err == ""
    return code, out.splitlines()


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_what_is_told(case: dict[str, Any], tmp_path: Path, capsys: Captured) -> None:
    code, lines = told([str(TOWN), revised(tmp_path, case["change"])], capsys)
    if case["says"]:
        assert lines[1:-1] == case["says"]
        assert (code, lines[-1][:1]) == (1, "共")
    else:
        assert (code, lines[1:]) == (0, ["两个规则包的意思一样"])


@pytest.mark.parametrize(
    ("by", "codes", "called"),
    [
        ("level", "{provincial: %s}", "省级（省、自治区政府）"),
        ("unit_group", "{provincial: %s}", "省属驻地单位"),
        ("[level, unit_group]", "{city: {provincial: %s}}", "市级（市政府），省属驻地单位"),
    ],
)
def test_a_price_is_called_by_the_fact_that_it_hangs_on(
    by: str, codes: str, called: str, tmp_path: Path, capsys: Captured
) -> None:
    """Two fields have the code: of a notice it is the level, of a unit the group."""
    text = TOWN.read_text(encoding="utf-8").replace("    count: outing\n    each", "    count: notice\n    each")
    for name, price in (("old", "2"), ("new", "3")):
        table = f"by: {by}, table: {codes % price}"
        changed = text.replace("by: mark, table: {good: 0, poor: 2}", table)
        (tmp_path / f"{name}.yaml").write_text(changed, encoding="utf-8")
    _, lines = told([str(tmp_path / "old.yaml"), str(tmp_path / "new.yaml")], capsys)
    assert f"  每件的分数，分数表，{called}：2 → 3  行 63 → 63" in lines


@pytest.mark.parametrize(
    ("asked", "renamed"),
    [
        ('reading("from") == "receipt"', 'reading("begins") == "received"'),
        ('reading("from") in ["receipt", "issue"]', 'reading("begins") in ["received", "issue"]'),
        ('reading("from") != "issue" and level == "city"', 'reading("begins") != "issue" and level == "city"'),
    ],
)
def test_what_asks_for_a_reading_by_its_new_name_is_the_same(
    asked: str, renamed: str, tmp_path: Path, capsys: Captured
) -> None:
    def written(name: str, condition: str, change: dict[str, str]) -> str:
        path = tmp_path / name
        text = TOWN.read_text(encoding="utf-8").replace(
            "    start: begun", "    readings: [from, cap]\n    start: begun"
        )
        text = text.replace('kind == "instruction" and known(received)', condition)
        for old, new in change.items():
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
        return str(path)

    names = {"id: from": "id: begins", "by_reading: from": "by_reading: begins", "[from, cap]": "[begins, cap]"}
    names |= {
        "{receipt: ": "{received: ",
        "taken: receipt": "taken: received",
        " receipt: received": " received: received",
    }
    old = written("old.yaml", asked, {})
    assert told([old, written("new.yaml", renamed, names)], capsys)[1][1:4] == [
        "理解 第三条 5日内（begins）  改代号",
        "  代号：from → begins",
        "  各种理解，从收到之日起算，代号：receipt → received  行 16 → 16",
    ]
    changed = told([old, written("new.yaml", renamed.replace("reading(", "joint or reading("), names)], capsys)[1]
    assert f"适用条件：{asked} → " in "".join(changed)
