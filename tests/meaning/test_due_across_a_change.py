"""Matters counted by their due day, where the next document has another limit: each counts once, in one of the two."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path

import pytest
from little_pack import MONTHLY, batch_of, loaded, matter, rule

from supervision_rules import Policy, Result, evaluate, sensitivity
from supervision_rules.expressions.values import ends

LIMIT = "kind: time_limit\non: matter\nstart: date\ndone: closed\ncases: [{{within: {} days}}]"
POINTS = 'kind: points\ncount: matter\nby: due("reply")\nwhere: late("reply")\nwindow: {}\neach: 1\neffect: deduct'
FACT = '- {{id: many, label: 件数, of: unit, count: matter, by: due("reply"), where: late("reply"), window: {}}}'
OF_FACT = "kind: points\nof: unit\nwindow: {}\nvalue: many\neffect: deduct"
STEPS = "kind: ladder\nof: unit\nwindow: {}\nsteps: [{{step: talk, label: 约谈, when: many >= 1}}]"
CHANGES = ("2021-06-16", "2021-07-20")


def packs(folder: Path, *limits: int, window: str = "year", takes: str = "new") -> list[Policy]:
    """One after the other, each with another limit."""
    found = []
    for place, limit in enumerate(limits):
        rules = rule(LIMIT.format(limit), "reply") + rule(POINTS.format(window))
        rules += rule(OF_FACT.format(window), "fact") + rule(STEPS.format(window), "steps")
        document = "in_force: {since: 2021-01-01}"
        if place:
            replaces = f"{{pack: p{place - 1}, open_matters: {takes}}}"
            document = f"in_force: {{since: {CHANGES[place - 1]}}}, replaces: {replaces}"
        found.append(loaded(folder, rules, facts=FACT.format(window), pack=f"p{place}", document=document))
    return found


def judged(policies: list[Policy], *records: dict[str, object], as_of: str = "2021-12-31") -> Result:
    return evaluate(policies, batch_of(policies[0], *records), as_of=date.fromisoformat(as_of))


def told(result: Result, name: str = "it") -> list[tuple[str, str, object]]:
    """Pack, first day of the window and amount, where there is any."""
    found = (each for each in result.findings if each.rule.id == name and each.value and each.period)
    return [(each.rule.pack, str(each.period.first), each.value) for each in found if each.period]


@pytest.mark.parametrize(
    ("old", "new", "closed", "expected"),
    [
        (20, 10, None, [("p1", 1)]),
        (10, 20, None, [("p0", 1)]),
        (20, 10, "2021-06-18", [("p1", 1)]),
        (10, 20, "2021-06-18", [("p0", 1)]),
        (20, 40, "2021-07-01", []),
        (10, 10, None, [("p0", 1)]),
        (20, 20, None, [("p1", 1)]),
    ],
)
def test_what_had_come_due_counts_there_and_all_else_in_the_next(
    tmp_path: Path, old: int, new: int, closed: str | None, expected: list[tuple[str, int]]
) -> None:
    policies = packs(tmp_path, old, new)
    record = matter(day="2021-06-01", closed=closed)
    for order in (policies, policies[::-1]):
        result = judged(order, record)
        assert sorted((pack, value) for pack, _, value in told(result)) == expected
        assert told(result, "fact") == told(result)
        assert sorted(each.rule.pack for each in result.findings if each.rule.id == "steps") == [
            pack for pack, _ in expected
        ]


@pytest.mark.parametrize("window", ["month", "quarter"])
def test_a_due_day_before_the_change_is_placed_on_the_day_of_the_change(tmp_path: Path, window: str) -> None:
    """Nobody tells anything new of a window that was over."""
    policies = packs(tmp_path, 60, 5, window=window)
    result = judged(policies, matter(day="2021-05-20"))
    first = {"month": "2021-06-01", "quarter": "2021-04-01"}[window]
    assert told(result) == told(result, "fact") == [("p1", first, 1)]
    (reached,) = (each for each in result.findings if each.rule.id == "steps")
    assert (reached.rule.pack, reached.day) == ("p1", date(2021, 6, 16))


def test_windows_that_were_over_stay_as_they_were(tmp_path: Path) -> None:
    policies = packs(tmp_path, 10, 300, window="month")
    records = [matter(f"m{n}", day=f"2021-0{n}-03") for n in (2, 3, 5)]
    before = told(judged(policies, *records, as_of="2021-06-15"))
    assert before == [("p0", f"2021-0{n}-01", 1) for n in (2, 3, 5)]
    assert told(judged(policies, *records)) == before


@pytest.mark.parametrize("limits", list(product((10, 20, 70), repeat=3)))
def test_of_three_each_matter_counts_in_one(tmp_path: Path, limits: tuple[int, int, int]) -> None:
    policies = packs(tmp_path, *limits)
    for day in ("2021-05-01", "2021-06-01", "2021-06-15"):
        result = judged(policies, matter(day=day))
        begun = date.fromisoformat(day).toordinal()
        ends = [date.fromisoformat(change).toordinal() for change in CHANGES]
        expected = next((n for n, end in enumerate(ends) if begun + limits[n] < end), 2)
        assert [pack for pack, _, _ in told(result)] == [f"p{expected}"]
        assert told(result, "fact") == told(result)


def test_what_stays_counts_where_it_stays(tmp_path: Path) -> None:
    policies = packs(tmp_path, 20, 10, 5, takes="old")
    assert [pack for pack, _, _ in told(judged(policies, matter(day="2021-06-01")))] == ["p0"]


def test_alone_the_new_one_goes_by_its_own_limit(tmp_path: Path) -> None:
    policies = packs(tmp_path, 20, 10)
    assert told(judged(policies[1:], matter(day="2021-06-01"))) == []
    assert told(judged(policies[1:], matter(day="2021-06-10"))) == [("p1", "2021-01-01", 1)]


def test_a_reading_of_the_old_one_moves_what_the_new_one_counts(tmp_path: Path) -> None:
    policies = packs(tmp_path, 20, 10)
    head = "readings: [{id: days, words: 几日, options: {a: 二十日, b: 十日}, taken: a}]\n"
    limit = LIMIT.format(20).replace("20 days", "{by_reading: days, a: 20 days, b: 10 days}")
    rules = rule(limit, "reply") + rule(POINTS.format("year"))
    policies[0] = loaded(tmp_path, rules, head=head, pack="p0", document="in_force: {since: 2021-01-01}")
    found = sensitivity(policies, batch_of(policies[0], matter(day="2021-06-01")), as_of=date(2021, 12, 31))
    (switch,) = found.switches
    assert ("p1", "fact") in {(each.rule.pack, each.rule.id) for each in switch.moves}


ANSWERED = "        answered: {type: date, label: 答复日期, label_en: answered}\n"
HEAD = "records:\n  types:\n" + MONTHLY + ANSWERED
LATE_REPORT = rule(
    "kind: time_limit\non: monthly\nstart: date\ndone: answered\ncases: [{within: 10 days}]", "read"
) + rule('kind: points\ncount: monthly\nby: due("read")\nwindow: year\neach: 1\neffect: add')


def test_what_stands_alone_counts_by_a_due_day_where_it_is_judged(tmp_path: Path) -> None:
    """A version knows no due day of what it does not judge."""
    new = "in_force: {since: 2021-06-16}, replaces: {pack: old, open_matters: new}"
    policies = [
        loaded(tmp_path, LATE_REPORT, head=HEAD, pack="old", document="in_force: {since: 2021-01-01}"),
        loaded(tmp_path, LATE_REPORT, head=HEAD, pack="new", document=new),
    ]
    for day, pack in (("2021-06-01", "old"), ("2021-06-15", "old"), ("2021-06-16", "new")):
        sent = {"type": "monthly", "id": "p", "date": day, "unit": "u1"}
        assert [each[0] for each in told(judged(policies, sent))] == [pack]


DOUBTFUL = (
    "kind: time_limit\non: matter\nstart: date\ndone: closed\n"
    "cases: [{when: joint, within: %d days}, {within: %d days}]"
)


@pytest.mark.parametrize(("joint", "alone"), [(20, 10), (10, 20), (10, 12), (20, 25)])
@pytest.mark.parametrize("name", ["it", "fact"])
def test_a_due_day_in_doubt_may_lie_on_either_side(tmp_path: Path, joint: int, alone: int, name: str) -> None:
    """What a fill gives lies between the ends that are told while it is not known, in the old pack and in the new."""
    found = []
    for place, since in enumerate(("2021-01-01", CHANGES[0])):
        rules = rule(DOUBTFUL % (joint, alone), "reply") + rule(POINTS.format("year"))
        rules += rule(OF_FACT.format("year"), "fact")
        document = f"in_force: {{since: {since}}}"
        document += ", replaces: {pack: p0, open_matters: new}" if place else ""
        found.append(loaded(tmp_path, rules, facts=FACT.format("year"), pack=f"p{place}", document=document))

    def amounts(**facts: object) -> dict[str, object]:
        result = judged(found, matter(day="2021-06-01", **facts))
        return {each.rule.pack: each.value for each in result.findings if each.rule.id == name}

    blank = amounts()
    if name == "it":
        (missing,) = {each.missing for each in judged(found, matter(day="2021-06-01")).findings if each.rule.id == name}
        assert missing == ("matter m1: joint",)
    for is_joint in (True, False):
        filled = amounts(joint=is_joint)
        assert sum(int(each) for each in filled.values()) == 1  # type: ignore[call-overload]
        for pack in ("p0", "p1"):
            low, high = ends(blank.get(pack, 0))  # type: ignore[arg-type]
            assert low <= filled.get(pack, 0) <= high  # type: ignore[operator]
