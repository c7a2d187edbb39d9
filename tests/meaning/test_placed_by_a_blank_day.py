"""What is placed by a day that is blank may lie before a change of documents, or after it: nothing firm either way."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from little_pack import MONTHLY, batch_of, loaded, rule

from supervision_rules import Finding, Policy, State, evaluate

BLANK = "        covers: {type: date, label: 所报月份, label_en: month, planned: true}\n"
HEAD = f"records:\n  types:\n{MONTHLY}{BLANK}"
FACTS = """
- {id: sent, label: 当月报了几次, of: unit, count: monthly, by: covers, window: month}
- {id: this_year, label: 本年报了几次, of: unit, count: monthly, by: covers, window: year}
- {id: latest, label: 最近所报, of: unit, last: monthly, by: covers}
- {id: run, label: 连续几次, of: unit, run: monthly, by: covers, where: known(unit)}
"""
RULES = {
    "outcome": "kind: outcome\non: unit\nwindow: month\nwhen: period_end <= as_of\ncases:\n"
    "  - {when: sent >= 1, outcome: 已报, code: sent}\n  - {outcome: 未报, code: none}",
    "requirement": "kind: requirement\non: unit\nwindow: month\nwhen: period_end <= as_of\nrequire: sent >= 1",
    "points": "kind: points\nwindow: month\ncount: monthly\nby: covers\neach: 1\neffect: add",
    "at-most": "kind: points\nwindow: year\ncount: monthly\nby: covers\neach: 1\nat_most: {month: 1}\neffect: add",
    "this-year": "kind: points\nof: unit\nwindow: year\nvalue: this_year\neffect: add",
    "ladder": "kind: ladder\nof: unit\nwindow: year\nsteps: [{step: talk, label: 约谈, when: this_year >= 2}]",
    "ever": "kind: points\ncount: monthly\nby: covers\neach: 1\neffect: add",
    "runs": "kind: requirement\non: unit\nrequire: run < 3",
    "latest": "kind: requirement\non: unit\nwhen: known(latest)\nrequire: latest < date(2021, 7, 1)",
}
FILLED = ("2021-05-31", "2021-06-10", "2021-07-11", "2021-07-12", "2021-07-31", "2021-08-05")
_OPEN = frozenset({State.UNDETERMINED, State.NOT_GOVERNED})


@pytest.fixture
def both(tmp_path: Path) -> list[Policy]:
    new = "in_force: {since: 2021-07-12}, replaces: {pack: old, open_matters: new}"
    documents = {"old": "in_force: {since: 2021-01-01}", "new": new}
    rules = "".join(rule(keys, id_) for id_, keys in RULES.items())
    return [
        loaded(tmp_path, rules, facts=FACTS, head=HEAD, pack=pack, document=said) for pack, said in documents.items()
    ]


def sent(id_: str, day: str, covers: str | None) -> dict[str, object]:
    return {"type": "monthly", "id": id_, "date": day, "covers": covers, "unit": "u2"}


def told(policies: list[Policy], as_of: str, covers: str | None, day: str) -> dict[tuple[object, ...], Finding]:
    unit = {"type": "unit", "id": "u2", "name": "原局", "since": "2021-01-01"}
    records = (unit, sent("r1", "2021-06-03", "2021-05-31"), sent("r2", day, covers), sent("r3", day, "2021-07-20"))
    result = evaluate(policies, batch_of(policies[0], *records), as_of=date.fromisoformat(as_of))
    found = (each for each in result.findings if each.subject == "u2")
    return {(each.rule.pack, each.rule.id, each.period and each.period.label): each for each in found}


@pytest.mark.parametrize("day", ["2021-05-20", "2021-07-25"])
@pytest.mark.parametrize("as_of", ["2021-07-11", "2021-07-31", "2021-09-30"])
def test_what_is_firm_holds_whatever_the_day(both: list[Policy], day: str, as_of: str) -> None:
    blank = told(both, as_of, None, day)
    firm = {key: (str(each.state), each.value) for key, each in blank.items() if _is_firm(each)}
    for covers in FILLED:
        filled = told(both, as_of, covers, day)
        for key, said in firm.items():
            found = filled.get(key)
            assert found is None or (str(found.state), found.value) == said, (covers, key)
        for key, each in filled.items():
            assert key in blank or not each.value, (covers, key)


def test_both_documents_tell_that_it_is_open(both: list[Policy]) -> None:
    found = told(both, "2021-09-30", None, "2021-07-25")
    open_ = {key[:2] for key, each in found.items() if not _is_firm(each)}
    assert open_ == {(pack, id_) for pack in ("old", "new") for id_ in RULES if id_ != "runs"}


def _is_firm(finding: Finding) -> bool:
    return finding.state not in _OPEN and not hasattr(finding.value, "low")
