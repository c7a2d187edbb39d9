"""In one explanation a thing is unfolded where it is told first, and referred to where it is told again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, rule

from supervision_rules import Explanation, Result, result_json, text_of

FACTS = """\
- {id: slips, label: 催办次数, of: matter, count: reminder}
- {id: some, label: 有催办, of: matter, value: slips > 0, unquoted: 试验}
- {id: many, label: 催办多, of: matter, value: some and slips > 1, unquoted: 试验}
"""
BOTH = rule("kind: requirement\non: instruction\nrequire: many and some")


@pytest.fixture
def result(tmp_path: Path) -> Result:
    reminders = [
        {"type": "reminder", "id": f"r{day}", "date": f"2021-03-0{day}", "matter": "m1", "colour": "red"}
        for day in (1, 2)
    ]
    return judged(loaded(tmp_path, BOTH, facts=FACTS), matter(), *reminders)


def test_what_is_told_again_is_referred_to(result: Result) -> None:
    why = result.explain(result.findings[0])
    assert text_of(result, why).splitlines()[2:] == [
        "└ 具备：一条规则（原话）",
        "  └ many and some → 是",
        "    ├ 催办多（many）＝是，由 some and slips > 1",
        "    │ ├ 有催办（some）＝是，由 slips > 0",
        "    │ │ └ 催办次数（slips）＝2，由 2 件记录",
        "    │ │   ├ 催办 r1，2021-03-01",
        "    │ │   └ 催办 r2，2021-03-02",
        "    │ └ 催办次数（slips）＝2，由 2 件记录（见上）",
        "    └ 有催办（some）＝是，由 slips > 0（见上）",
    ]
    assert text_of(result, why, "en").splitlines()[-2:] == [
        "    │ └ slips (slips) = 2, from 2 record(s) (see above)",
        "    └ some (some) = yes, from slips > 0 (see above)",
    ]


def test_a_program_is_told_so_too(result: Result) -> None:
    (found,) = result_json(result, explained=True)["findings"]  # type: ignore[misc]
    again = found["explanation"]["parts"][1]["parts"][0]["parts"][1]  # type: ignore[index,call-overload]
    assert (again["text"], again["parts"]) == ("有催办（some）＝是，由 slips > 0（见上）", [])  # type: ignore[index,call-overload]
    assert (again["words"]["name"], again["words"]["again"]) == ("some", True)  # type: ignore[index,call-overload]


def test_what_differs_in_anything_below_is_told_in_full(tmp_path: Path) -> None:
    facts = "- {id: slips, label: 当月催办, of: unit, count: reminder, window: month}\n"
    facts += "- {id: ever, label: 有催办的月, of: unit, count: months, where: slips > 0, window: year, unquoted: 试验}"
    keys = rule("kind: points\nwindow: month\nvalue: slips + ever\neffect: deduct")
    records = [{"type": "reminder", "id": "r1", "date": "2021-01-05", "matter": "m1"}]
    result = judged(loaded(tmp_path, keys, facts=facts), matter(), *records, as_of="2021-02-28")
    told = [text_of(result, result.explain(finding)) for finding in result.findings]
    assert len(told) == 2 and "见上" not in "".join(told)


def nodes(told: Explanation) -> Iterator[Explanation]:
    yield told
    for part in told.parts:
        yield from nodes(part)


def test_only_what_has_reasons_is_referred_to(result: Result) -> None:
    referred = [node for node in nodes(result.explain(result.findings[0])) if node.words.get("again")]
    assert [(node.words["name"], node.parts) for node in referred] == [("slips", ()), ("some", ())]
