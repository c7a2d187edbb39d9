"""A division that may be by zero: told with the place where the kind of text it stands in can state what it gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from supervision_rules import check

HEAD = """\
pack: zero
label: 试验
version: 1.0.0
language: 1
document: {title: 办法, issuer: 政府}
facts:
  - {id: slips, label: 催办次数, of: matter, count: reminder}
"""
RULE = "    id: it\n    label: 规则\n    cite: {clause: 一, words: 原话}\n    unquoted: 试验\n"
LIMIT = f"rules:\n  - kind: time_limit\n{RULE}    on: matter\n    start: received\n    done: replied\n"
POINTS = f"rules:\n  - kind: points\n{RULE}    of: matter\n    count: reminder\n    effect: add\n"
FACT = "  - {id: share, label: 占比, of: matter, %s, unquoted: 试验}\nrules: []\n"
IN_RULE = "在这条规则里写 if_zero"
IN_FACT = "在这个派生事实里写 if_zero"
ELSEWHERE = "这种规则没有 if_zero：把这个式子写进派生事实，在那里写 if_zero"


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        (LIMIT + "    cases:\n      - {when: 4 / slips > 1, within: 5 days}\n      - {within: 3 days}\n", ELSEWHERE),
        (LIMIT + "    when: 4 / slips > 1\n    cases: [{within: 5 days}]\n", ELSEWHERE),
        (POINTS + "    each: 4 / matter_slips\n", IN_RULE),
        (POINTS + "    each: 1\n    when: 4 / slips > 1\n", IN_RULE),
        (FACT % "value: 4 / slips", IN_FACT),
        (FACT % "any: reminder, where: 4 / matter_slips > 1", IN_FACT),
    ],
)
def test_where_it_can_be_stated(tmp_path: Path, text: str, mend: str) -> None:
    path = tmp_path / "zero.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    (found,) = check(path)
    assert (found.code, found.help("zh")) == ("SR229", mend)
    if mend != ELSEWHERE:
        stated = text.replace("    effect", "    if_zero: 0\n    effect").replace(
            "unquoted: 试验}", "unquoted: 试验, if_zero: 0}"
        )
        path.write_text(HEAD + stated, encoding="utf-8")
        assert [each.code for each in check(path) if each.code != "SR360"] == []
