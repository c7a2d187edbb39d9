"""How many are open on a day, where one document follows another: each in the one that has it on that day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from little_pack import batch_of, loaded, matter, rule

from supervision_rules import Policy, Result, evaluate

LIMIT = rule("kind: time_limit\non: instruction\nstart: date\ndone: closed\ncases: [{within: 20 days}]", "reply")
LIGHT = rule("kind: outcome\non: instruction\nwindow: month\nwhen: not known(closed)\noutcome: 红\ncode: red", "light")
HOW = {
    "open": "count: matter, where: not known(closed)",
    "late": "count: matter, where: 'not known(closed) and late(\"reply\")'",
    "red": 'count: matter, where: \'outcome("light") == "red"\'',
    "unanswered": "count: reminder, via: unit, where: not known(answered)",
    "fact": "count: matter, where: is_open",
    "not_all": "every: matter, where: known(closed)",
}
IS_OPEN = "- {id: is_open, label: 在办, of: matter, value: not known(closed)}\n"
EVER = "count: matter, where: 'late(\"reply\")'"
BY_MONTH = "kind: points\nof: unit\nwindow: month\nvalue: {}\neffect: deduct"
RECORDS = (
    matter("m1", day="2021-05-20"),
    matter("m2", day="2021-05-21", closed="2021-07-20"),
    matter("m3", day="2021-05-22", closed="2021-06-02"),
    {"type": "reminder", "id": "s1", "date": "2021-06-01", "matter": "m1", "unit": "u1"},
    {"type": "reminder", "id": "s2", "date": "2021-05-31", "matter": "m2", "unit": "u1", "answered": "2021-07-05"},
)


def packs(folder: Path, how: str, rules: str, takes: str = "new") -> list[Policy]:
    facts = IS_OPEN + f"- {{id: many, label: 件数, of: unit, {HOW.get(how, EVER)}}}"
    new = f"in_force: {{since: 2021-06-16}}, replaces: {{pack: old, open_matters: {takes}}}"
    return [
        loaded(folder, rules, facts=facts, pack="old", document="in_force: {since: 2021-01-01}"),
        loaded(folder, rules, facts=facts, pack="new", document=new),
    ]


def told(result: Result) -> dict[str, dict[str, object]]:
    """By pack what the rule says of each month from May on."""
    found: dict[str, dict[str, object]] = {"old": {}, "new": {}}
    for each in result.findings:
        if each.rule.id == "it" and (each.period is None or each.period.first.month >= 5):
            found[each.rule.pack][f"{each.period.first:%m}" if each.period else ""] = each.value
    return found


def judged(policies: list[Policy], as_of: str = "2021-08-10") -> Result:
    return evaluate(policies, batch_of(policies[0], *RECORDS), as_of=date.fromisoformat(as_of))


@pytest.mark.parametrize("how", [name for name in HOW if name != "not_all"])
def test_at_the_end_of_each_month_all_are_counted_once(tmp_path: Path, how: str) -> None:
    """By the document that has them then: together they say what one document would."""
    both = packs(tmp_path, how, LIMIT + LIGHT + rule(BY_MONTH.format("many")))
    found, alone = told(judged(both)), told(judged(both[:1]))["old"]
    assert found["old"] == {"05": alone["05"], "06": 0}
    assert found["new"] == {month: alone[month] for month in ("06", "07", "08")}
    assert alone["07"] == 1


def test_whether_all_are_done_too(tmp_path: Path) -> None:
    both = packs(tmp_path, "not_all", rule(BY_MONTH.format("0 if many else 1")))
    assert told(judged(both)) == {"old": {"05": 1, "06": 0}, "new": {"06": 1, "07": 1, "08": 1}}


def test_on_the_day_asked(tmp_path: Path) -> None:
    both = packs(tmp_path, "open", rule("kind: points\nof: unit\nvalue: many\neffect: deduct"))
    assert told(judged(both)) == {"old": {"": 0}, "new": {"": 1}}
    assert told(judged(both, "2021-06-15"))["old"] == {"": 2}
    assert told(judged(both, "2021-06-16")) == {"old": {"": 0}, "new": {"": 2}}


def test_what_stays_is_counted_where_it_stays(tmp_path: Path) -> None:
    found = told(judged(packs(tmp_path, "open", rule(BY_MONTH.format("many")), takes="old")))
    assert found == {"old": {"05": 3, "06": 2, "07": 1, "08": 1}, "new": {"06": 0, "07": 0, "08": 0}}


@pytest.mark.parametrize("how", ["open", "late", "unanswered"])
def test_a_ladder_of_the_new_document_finds_them_open_from_its_first_day(tmp_path: Path, how: str) -> None:
    steps = "kind: ladder\nof: unit\nsteps: [{step: talk, label: 约谈, when: many >= 2}]"
    found = judged(packs(tmp_path, how, LIMIT + rule(steps))).findings
    reached = {each.rule.pack: str(each.day) for each in found if each.rule.id == "it" and each.subject == "u1"}
    first = {"open": "2021-05-21", "late": "2021-06-11", "unanswered": "2021-06-01"}[how]
    assert reached == {"old": first, "new": "2021-06-16"}


def test_what_has_come_to_pass_stays_where_it_was_counted(tmp_path: Path) -> None:
    """Late once, late for good: it does not count again from the change on."""
    both = packs(tmp_path, "ever", LIMIT + rule("kind: points\nof: unit\nvalue: many\neffect: deduct"))
    assert told(judged(both)) == {"old": {"": 2}, "new": {"": 0}}


def test_what_stays_once_and_passes_later_is_counted_until_it_passes(tmp_path: Path) -> None:
    """The first document has ended before, and judges what it still has."""
    rules = rule(BY_MONTH.format("many")) + rule(
        "kind: requirement\non: matter\nwindow: month\nrequire: is_open", "own"
    )
    three = packs(tmp_path, "open", rules, takes="old")
    facts = IS_OPEN + f"- {{id: many, label: 件数, of: unit, {HOW['open']}}}"
    last = "in_force: {since: 2021-08-01}, replaces: {pack: new, open_matters: new}"
    three.append(loaded(tmp_path, rules, facts=facts, pack="last", document=last))
    found = judged(three, "2021-09-10").findings
    counted = {
        (each.rule.pack, f"{each.period.first:%m}"): each.value
        for each in found
        if each.rule.id == "it" and each.period
    }
    assert {key: value for key, value in counted.items() if value} == {
        ("old", "05"): 3,
        ("old", "06"): 2,
        ("old", "07"): 1,
        ("last", "08"): 1,
        ("last", "09"): 1,
    }
    own = [(each.rule.pack, f"{each.period.first:%m}") for each in found if each.subject == "m1" and each.period]
    assert own == [*(("old", month) for month in ("05", "06", "07")), ("last", "08"), ("last", "09")]


EACH = rule("kind: points\nof: matter\nwindow: year\ncount: reminder\neach: 1\neffect: deduct", "each")
BY_YEAR = rule(BY_MONTH.replace("month", "year").format("many"))
REMINDED = "- {id: reminded, label: 催办次数, of: matter, count: reminder}\n"
REMINDERS = tuple(
    {"type": "reminder", "id": f"s{number}", "date": day, "matter": "m1", "unit": "u1"}
    for number, day in enumerate(("2021-06-01", "2021-06-20", "2021-08-01"))
)
TAKEN = {
    "points": "sum: matter, take: 'points(\"each\")'",
    "points of the year": "sum: matter, take: 'points(\"each\")', window: year",
    "count": "sum: matter, take: reminded",
    "most": "max: matter, take: reminded",
}


def of_year(folder: Path, how: str, as_of: str) -> dict[str, object]:
    """By pack what the rule says of the year; the matter passed on 06-16."""
    facts = REMINDED + f"- {{id: many, label: 合计, of: unit, {how}}}"
    new = "in_force: {since: 2021-06-16}, replaces: {pack: old, open_matters: new}"
    both = [
        loaded(folder, EACH + BY_YEAR, facts=facts, pack="old", document="in_force: {since: 2021-01-01}"),
        loaded(folder, EACH + BY_YEAR, facts=facts, pack="new", document=new),
    ]
    records = batch_of(both[0], matter("m1", day="2021-05-20"), *REMINDERS)
    found = evaluate(both, records, as_of=date.fromisoformat(as_of)).findings
    return {each.rule.pack: each.value for each in found if each.rule.id == "it" and each.subject == "u1"}


@pytest.mark.parametrize("how", TAKEN.values(), ids=list(TAKEN))
def test_what_may_still_change_of_a_matter_is_taken_where_the_matter_is(tmp_path: Path, how: str) -> None:
    """What is found of the matter itself goes by the new document from the beginning; the old one finds no more."""
    assert of_year(tmp_path, how, "2021-06-15") == {"old": 1}
    assert of_year(tmp_path, how, "2021-06-16") in ({"old": 0, "new": 1}, {"old": None, "new": 1})
    assert of_year(tmp_path, how, "2021-12-31") in ({"old": 0, "new": 3}, {"old": None, "new": 3})


def test_what_is_the_same_for_good_is_taken_where_the_matter_began(tmp_path: Path) -> None:
    assert of_year(tmp_path, "sum: matter, take: '2', unquoted: 试验", "2021-12-31") == {"old": 2, "new": 0}


def test_the_worst_light_of_matters_that_passed(tmp_path: Path) -> None:
    own = 'kind: outcome\non: unit\nwindow: month\nwhen: known(many) and many == "red"\noutcome: 差\ncode: bad'
    facts = "- {id: many, label: 最差, of: unit, top: matter, via: unit, take: 'outcome(\"light\")'}"
    new = "in_force: {since: 2021-06-16}, replaces: {pack: old, open_matters: new}"
    both = [
        loaded(tmp_path, LIGHT + rule(own), facts=facts, pack="old", document="in_force: {since: 2021-01-01}"),
        loaded(tmp_path, LIGHT + rule(own), facts=facts, pack="new", document=new),
    ]
    found = told(judged(both))
    assert (set(found["old"]), set(found["new"])) == ({"05"}, {"06", "07", "08"})


def test_what_recurs_is_taken_period_by_period(tmp_path: Path) -> None:
    """Each month that was missed counts in the document that told so: no more is lost than counted twice."""
    duty = "kind: duty\nof: instruction\neach: month\nneed: progress\nfor_period: covers\nvia: matter\ndue: {day: 5}"
    facts = "- {id: missed, label: 漏报, of: matter, count: months, where: 'late(\"monthly\")', window: year}\n"
    facts += "- {id: many, label: 合计, of: unit, sum: matter, take: missed}"
    new = "in_force: {since: 2021-06-01}, replaces: {pack: old, open_matters: new}"
    both = [
        loaded(
            tmp_path, rule(duty, "monthly") + BY_YEAR, facts=facts, pack="old", document="in_force: {since: 2021-01-01}"
        ),
        loaded(tmp_path, rule(duty, "monthly") + BY_YEAR, facts=facts, pack="new", document=new),
    ]
    records = batch_of(both[0], matter("m1", day="2021-03-20"))
    found = evaluate(both, records, as_of=date(2021, 9, 10)).findings
    told = {each.rule.pack: each.value for each in found if each.rule.id == "it"}
    breached = [each.rule.pack for each in found if each.rule.id == "monthly" and str(each.state) == "breached"]
    assert told == {pack: breached.count(pack) for pack in ("old", "new")}
    assert (breached.count("old"), breached.count("new")) == (3, 3)
