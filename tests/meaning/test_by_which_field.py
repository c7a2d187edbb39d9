"""Where several fields of a record name units, the explanation of a count says which of them it went by."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, only, rule

from supervision_rules import text_of

OTHER = {"type": "unit", "id": "u2", "name": "另一局"}
RECORDS = (OTHER, matter("m1", co_units=["u2"]), matter("m2", unit="u2"))
FEW = rule("kind: requirement\non: unit\nwindow: year\nwhen: id == 'u2'\nrequire: own <= 5")
OWN = "按责任单位（unit）归属，别的字段写到它的不算"


@pytest.mark.parametrize(
    ("via", "line", "record"),
    [
        ("", OWN, "督查事项 m2，2021-01-04"),
        (", via: co_units", "按协办单位（co_units）归属，别的字段写到它的不算", "督查事项 m1，2021-01-04"),
    ],
)
def test_a_fact_says_which(tmp_path: Path, via: str, line: str, record: str) -> None:
    policy = loaded(tmp_path, FEW, facts=f"- {{id: own, label: 事项数, of: unit, count: matter, window: year{via}}}")
    result = judged(policy, *RECORDS)
    told = text_of(result, result.explain(only(result))).splitlines()
    assert [each.lstrip(" │├└") for each in told[-2:]] == [line, record]


def test_points_say_which(tmp_path: Path) -> None:
    points = rule("kind: points\nwindow: year\ncount: matter\neach: 1\neffect: deduct")
    result = judged(loaded(tmp_path, points), *RECORDS)
    found = next(each for each in result.findings if each.subject == "u2")
    assert text_of(result, result.explain(found)).splitlines()[2:4] == [f"├ {OWN}", "├ 督查事项 m2（2021-01-04）：1分"]
    assert text_of(result, result.explain(found), "en").splitlines()[2] == (
        "├ by lead unit (unit); what names it in another field does not count"
    )


def test_one_field_needs_no_word(tmp_path: Path) -> None:
    facts = "- {id: own, label: 通报数, of: unit, count: notice, window: year}"
    result = judged(loaded(tmp_path, FEW.replace("when: id == 'u2'", "when: id == 'u1'"), facts=facts))
    assert "归属" not in text_of(result, result.explain(only(result)))
