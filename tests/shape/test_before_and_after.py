"""Days on the other side of the record's own than the label says."""

from __future__ import annotations

import pytest
from test_what_changes_nothing import told

RULE = """\
rules:
  - kind: requirement
    id: it
    label: %s
    cite: {clause: 一, words: 原话}
    unquoted: 试验
    on: draft
    %s
"""


def amiss(label: str, rest: str) -> list[str]:
    found = told(RULE % (label, rest))
    assert not any(code.startswith("SR0") for code, _ in found)
    return [message for code, message in found if code == "SR192"]


@pytest.mark.parametrize(
    ("label", "condition", "found"),
    [
        ("事先经市长批准", "approved <= date", None),
        ("事先经市长批准", "approved < date", None),
        ("事先经市长批准", "date >= approved", None),
        ("事先经市长批准", "approved >= date", "approved >= date"),
        ("事先经市长批准", "date < approved", "date < approved"),
        ("事先经市长批准", "known(approved) and approved > date", "approved > date"),
        ("事先经市长批准", "known(approved) or approved > date", None),  # it need not hold
        ("不早于批准日期", "approved <= date", None),
        ("不早于批准日期", "approved > date", "approved > date"),
        ("批准日期不早于发文", "approved >= date", None),  # of which day it is said cannot be seen
        ("批准日期不早于发文", "approved <= date", None),
        ("事后补批", "approved >= date", None),
        ("未事先批准", "approved >= date", None),
        ("经市长批准", "approved >= date", None),
        ("不晚于发文日期", "approved >= date", None),
    ],
)
def test_the_label_of_a_rule(label: str, condition: str, found: str | None) -> None:
    expected = [f"名称是“{label}”，{found} 比的方向却相反"] if found else []
    assert amiss(label, f"require: {condition}") == expected


def test_an_item_goes_by_its_own_label() -> None:
    items = "items:\n      - {label: %s, require: approved >= date}\n"
    assert amiss("发文", items % "事先批准") == ["名称是“事先批准”，approved >= date 比的方向却相反"]
    assert amiss("事先批准", items % "批准") == []
