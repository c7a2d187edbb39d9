"""The report says what is to be known of a document's time in force."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from supervision_rules import evaluate, load_pack
from supervision_rules.reports.json import result_json
from supervision_rules.reports.text import result_text

PACK = """\
pack: little
label: 试验
version: 1.0.0
language: 1
document: {{title: 办法, issuer: 政府{force}}}
rules: []
"""


@pytest.mark.parametrize(
    ("force", "day", "code", "note"),
    [
        ("", "2021-06-30", "no-force-dates", "文件没有写明从哪一天起施行，任何日期的事都按它判定"),
        (
            ", in_force: {since: 2021-07-01}",
            "2021-06-30",
            "not-yet-in-force",
            "文件自 2021-07-01 起施行，判定日还没有施行，不作判定",
        ),
        (", in_force: {since: 2021-07-01}", "2021-07-01", None, None),
        (", in_force: {until: 2021-07-01}", "2021-07-01", None, None),
        (
            ", in_force: {until: 2021-07-01}",
            "2021-07-02",
            "no-longer-in-force",
            "文件施行到 2021-07-01 为止，只判定此前开始的事项",
        ),
    ],
)
def test_what_is_said(tmp_path: Path, force: str, day: str, code: str | None, note: str | None) -> None:
    path = tmp_path / "little.yaml"
    path.write_text(PACK.format(force=force), encoding="utf-8")
    result = evaluate(load_pack(path), [], as_of=date.fromisoformat(day))
    second = result_text(result, "zh").splitlines()[1].strip()
    assert second == (note or "没有需要指出的事项")
    noted = [] if note is None else [{"pack": "little", "code": code, "text": note}]
    assert result_json(result)["notes"] == noted
