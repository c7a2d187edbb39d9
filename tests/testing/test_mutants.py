"""What of a pack is changed, one value after the other, and what is told of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from town import CASE, HEAD, PACK, policy

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.nodes import Scalar
from supervision_rules.nodes.scalars import resolve
from supervision_rules.pack import PackText
from supervision_rules.reports.say import say
from supervision_rules.testing import MutationReport, mutate, run_cases
from supervision_rules.testing.mutation import Verdict, mutants
from supervision_rules.testing.mutation.change import Change
from supervision_rules.testing.mutation.changes import changes
from supervision_rules.testing.mutation.inside import parts_of
from supervision_rules.testing.mutation.places import Place, places

SIDES = """\
    expect: [{subject: m1, state: overdue}]
    vary:
      - {set: {m1.replied: 2021-10-11}, expect: [{subject: m1, state: on_time, case: 2}]}
      - {set: {m1.replied: 2021-10-12}, expect: [{subject: m1, state: late, severity: violation}]}
"""


def judged(cases: str, pack: str = PACK, only: str = "") -> tuple[MutationReport, list[str]]:
    """What became of the mutants of a pack, and what is told beside: ``CODE line:column``."""
    diagnostics, data = Collector(), (HEAD + cases).encode()
    report = run_cases(policy(pack), data, "cases.yaml", diagnostics)
    assert report is not None and not report.failed, list(diagnostics)
    found = mutate(policy(pack), data, "cases.yaml", report, diagnostics, lambda name: only in name)
    assert found is not None
    return found, [f"{each.code} {each.span.line}:{each.span.column}" for each in diagnostics if each.span]


def ends(report: MutationReport) -> dict[str, str]:
    """What became of each, by its place and change."""
    return {f"{each.mutant.place.name} {each.mutant.told}": each.verdict.end for each in report.judged}


def ends_of(cases: str, pack: str) -> list[tuple[str, str]]:
    """What became of the parts of conditions left out."""
    report, _ = judged(cases, pack, only="rules/reply/when")
    return [(each.mutant.told, each.verdict.end) for each in report.judged if each.mutant.change.kind == "part"]


def changed(text: str, key: str = "when", plain: bool = True) -> list[str]:
    scalar = Scalar(resolve(text) if plain else text, text, plain, Span("x", 1, 1, 1, 1))
    return [f"{each.kind}: {instead(each) or 'null'}" for each in changes(at(key, scalar))]


def at(key: str, scalar: Scalar) -> Place:
    """A place deep in a rule."""
    return Place(None, ("rules", "reply", "cases", "1", key), key, scalar, ())


def instead(change: Change) -> str:
    (_, new), *_ = change.exchanged
    assert isinstance(new, Scalar)
    return new.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("days >= 3", ["comparison: days > 3", "number: days >= 4", "number: days >= 2"]),
        ("a < b <= c", ["comparison: a <= b <= c", "comparison: a < b < c"]),
        ('kind in ["a", "b"]', ['comparison: kind not in ["a", "b"]', 'item: kind in ["b"]', 'item: kind in ["a"]']),
        ('kind not in ["a"]', ['comparison: kind in ["a"]']),
        ('level == "city"', ['comparison: level != "city"']),
        ("(a or b) and c", ["part: c", "part: (b) and c", "condition: (a and b) and c", "part: (a ) and c",
                            "condition: (a or b) or c", "part: (a or b) "]),
        ("a and not ((b or c)) and (d)", ["part: not ((b or c)) and (d)", "condition: a or not ((b or c)) and (d)",
                                          "part: a  and (d)", "part: a and ((b or c)) and (d)",
                                          "part: a and not ((c)) and (d)", "condition: a and not ((b and c)) and (d)",
                                          "part: a and not ((b )) and (d)", "condition: a and not ((b or c)) or (d)",
                                          "part: a and not ((b or c)) "]),
        ("a + (2.5 * b)", ["sum: a - (2.5 * b)", "number: a + (2.6 * b)",
                             "number: a + (2.4 * b)", "sum: a + (2.5 + b)"]),
        ("min(a, 0)", ["comparison: max(a, 0)", "number: min(a, 1)"]),
        ('"督办" == a or b > 1', ["part: b > 1", 'comparison: "督办" != a or b > 1', 'condition: "督办" == a and b > 1',
                                 'part: "督办" == a ', 'comparison: "督办" == a or b >= 1',
                                 'number: "督办" == a or b > 2',
                                 'number: "督办" == a or b > 0']),
        ("known(a)", []),
        ("same-day", ["sum: same+day"]),
        ("《政府督查情况专报》形式", []),
    ],
)  # fmt: skip
def test_inside_expressions(text: str, expected: list[str]) -> None:
    found = [f"{kind}: {text[: part.start]}{part.after}{text[part.end :]}" for kind, part in parts_of(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("each", "5", ["number: 6", "number: 4"]),
        ("each", "0.5", ["number: 0.6", "number: 0.4"]),
        ("day", "0", ["number: 1"]),
        ("max", "20", ["number: 21", "number: 19", "cap: null"]),
        ("within", "5 workdays", ["number: 6 workdays", "number: 4 workdays", "unit: 5 calendar days"]),
        ("within", "1 month", ["number: 2 month", "number: 0 month", "unit: 1 day", "unit: 1 year"]),
        ("within", "4 office hours", ["number: 5 office hours", "number: 3 office hours", "unit: 4 hours"]),
        ("within", "same day", ["unit: 1 day"]),
        ("window", "last quarter", ["unit: last month"]),
        ("window", "12 months", ["number: 13 months", "number: 11 months", "unit: 12 days", "unit: 12 years"]),
        ("since", "2021-03-01", ["date: 2021-03-02", "date: 2021-02-28"]),
        ("roll", "false", ["switch: true"]),
        ("effect", "add", ["effect: deduct"]),
        ("severity", "warning", ["word: violation"]),
        ("outcome", "通报批评", ["consequence: 别的"]),
        ("code", "first-grade", ["consequence: another"]),
    ],
)
def test_values(key: str, text: str, expected: list[str]) -> None:
    assert changed(text, key) == expected


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("order", "score", ["order: -(score)"]),
        ("order", "-score", ["order: score"]),
        ("order", "high", ["order: low"]),
        ("ties", "list_order", ["ties: all_out"]),
        ("ties", "dense", ["ties: competition"]),
        ("vacancy", "refill", ["ties: empty"]),
    ],
)
def test_orders_and_ties(key: str, text: str, expected: list[str]) -> None:
    assert changed(text, key) == expected


KEYS = """\
pack: keys
facts:
  - {id: seen, of: unit, any: notice, by: issued, window: year, among: [level, about], where: known(level)}
  - {id: worst, of: unit, top: notice, take: level, since: last_pass, until: date}
  - {id: total, of: unit, value: a + b}
  - {id: last_pass, of: unit, last: {by_reading: which, one: notice, other: report}, window: last month, by: date}
  - {id: seen, of: matter, any: notice}
rules:
  - kind: points
    id: bonus
    by: issued
    window: year
    once_per: {by_reading: once, both: [matter, level], one: matter}
    each: {by: level, table: {city: 1}}
    max: 3
  - {kind: ranking, id: rank, by: total, within: [category, level], then: [late_days, -returns]}
  - {kind: ranking, id: back, by: total, order: low, first: 3}
  - {kind: time_limit, id: reply, start: received, done: replied}
  - {kind: overlap, id: twice, start: date, end: ended, same: [object], differ: [unit, matter]}
  - {kind: procedure, id: course, steps: [{id: ended, done: last_day, since: posted}]}
"""


def test_keys_and_lists() -> None:
    kinds = ("way", "item", "order", "ends", "basis")
    found = [(place, change) for place in places(of_keys().tree) for change in changes(place) if change.kind in kinds]
    assert [f"{change.kind} {place.name}: {change.told}" for place, change in found] == [
        "way facts/seen/any: any → every",
        "basis facts/seen/by: issued → null",
        "basis facts/seen/window: year → null",
        "item facts/seen/among: level → null",
        "item facts/seen/among: about → null",
        "way facts/worst/top: top → bottom",
        "basis facts/worst/since: last_pass → null",
        "basis facts/worst/until: date → null",
        "way facts/last_pass/last: last → first",
        "basis facts/last_pass/window: last month → null",
        "way facts/seen/any: any → every",
        "basis rules/bonus/by: issued → null",
        "item rules/bonus/once_per/both: matter → null",
        "item rules/bonus/once_per/both: level → null",
        "order rules/rank/by: total → -(total)",
        "item rules/rank/within: category → null",
        "item rules/rank/within: level → null",
        "item rules/rank/then: late_days → null",
        "item rules/rank/then: -returns → null",
        "order rules/rank/then/1: late_days → -(late_days)",
        "order rules/rank/then/2: -returns → returns",
        "order rules/back/order: low → high",
        "ends rules/reply/start: start → done",
        "item rules/twice/differ: unit → null",
        "item rules/twice/differ: matter → null",
    ]


def of_keys() -> PackText:
    tree = nodes.read(KEYS.encode(), "keys.yaml", Collector())
    assert isinstance(tree, nodes.Mapping)
    return replace(policy().text, tree=tree)


def other(name: str, told: str) -> object:
    """A fact or rule of the pack above as one of its mutants has it."""
    text = of_keys()
    mutant = next(each for each in mutants(text) if (each.place.name, each.told) == (name, told))
    section = nodes.plain(mutant.of(text).tree)[mutant.place.path[0]]  # type: ignore[index]
    return next(item for item in section if item["id"] == mutant.place.path[1])


def test_facts_of_two_types_that_share_a_name_are_told_apart() -> None:
    found = [each.told for each in mutants(of_keys()) if each.place.name == "facts/seen/any"]
    assert found == ["any → every", "any → every #2"]


def test_what_is_left_out_or_exchanged() -> None:
    seen = {"id": "seen", "of": "unit", "any": "notice", "by": "issued", "window": "year", "where": "known(level)"}
    assert other("facts/seen/among", "level → null") == {**seen, "among": ["about"]}
    assert other("facts/seen/by", "issued → null") == {**seen, "among": ["level", "about"], "by": None}
    del seen["any"]
    assert other("facts/seen/any", "any → every") == {**seen, "among": ["level", "about"], "every": "notice"}
    limit = {"kind": "time_limit", "id": "reply", "done": "received", "start": "replied"}
    assert other("rules/reply/start", "start → done") == limit


def test_what_ends_before_it_begins_is_told_by_check() -> None:
    report, _ = judged(CASE + SIDES, only="rules/reply/start")
    assert [(each.mutant.told, each.verdict) for each in report.judged] == [
        ("start → done", Verdict("check", ("SR385",)))
    ]


def test_a_part_of_a_condition_is_told_by_a_case_that_turns_on_it() -> None:
    pack = PACK.replace(
        "    start: received\n    done: replied",
        "    when: joint and known(date)\n    start: received\n    done: replied",
    )
    joint = CASE.replace("joint: false", "joint: true") + "    expect: [{subject: m1, state: overdue}]\n"
    alone = joint + "    vary: [{set: {m1.joint: false}, expect: []}]\n"
    assert dict(ends_of(joint, pack)) == {
        "joint → null": "survived",
        "known(date) → null": "survived",
    }
    assert dict(ends_of(alone, pack)) == {
        "joint → null": "cases",
        "known(date) → null": "survived",
    }


def test_a_quoted_text_stays_a_text() -> None:
    scalar = Scalar("5", "5", False, Span("x", 1, 1, 1, 1))
    found = [each.exchanged[0][1] for each in changes(at("each", scalar))]
    assert [(each.value, each.plain) for each in found if isinstance(each, Scalar)] == [("6", False), ("4", False)]


def test_what_is_changed_and_where() -> None:
    found = [(f"{each.span.line}:{each.span.column}", each.place.name, each.told) for each in mutants(policy().text)]
    assert found == [
        ("5:61", "document/in_force/since", "2021-02-01 → 2021-02-02"),
        ("5:61", "document/in_force/since", "2021-02-01 → 2021-01-31"),
        ("6:47", "conventions/roll/stays", "false → true"),
        ("6:61", "conventions/roll/moves", "true → false"),
        ("15:5", "rules/reply/start", "start → done"),
        ("18:31", "rules/reply/cases/1/within", "7 → 8"),
        ("18:31", "rules/reply/cases/1/within", "7 → 6"),
        ("18:33", "rules/reply/cases/1/within", "workdays → calendar days"),
        ("19:18", "rules/reply/cases/2/within", "5 → 6"),
        ("19:18", "rules/reply/cases/2/within", "5 → 4"),
        ("19:20", "rules/reply/cases/2/within", "workdays → calendar days"),
        ("25:5", "rules/report/start", "start → done"),
        ("28:18", "rules/report/cases/1/within", "10 → 11"),
        ("28:18", "rules/report/cases/1/within", "10 → 9"),
        ("28:21", "rules/report/cases/1/within", "days → workdays"),
        ("28:21", "rules/report/cases/1/within", "days → months"),
    ]


def test_cases_tell_what_they_hit_and_the_words_tell_the_rest() -> None:
    report, told = judged(CASE + SIDES)
    assert told == []
    found = ends(report)
    assert {found[f"rules/reply/cases/2/within {change}"] for change in ("5 → 6", "5 → 4")} == {"cases"}
    assert found["rules/reply/cases/2/within workdays → calendar days"] == "cases"
    assert {found[f"rules/reply/cases/1/within 7 → {other}"] for other in (6, 8)} == {"words"}
    assert found["rules/report/cases/1/within 10 → 11"] == "words"
    assert found["conventions/roll/moves true → false"] == "survived"
    assert [each.mutant.told for each in report.survivors] == [
        "2021-02-01 → 2021-02-02",
        "2021-02-01 → 2021-01-31",
        "false → true",
        "true → false",
        "workdays → calendar days",
        "start → done",
        "days → workdays",
        "days → months",
    ]
    assert (report.counted, report.killed) == (16, 8)


def test_the_case_that_tells_is_named() -> None:
    report, _ = judged(CASE + SIDES, only="reply/cases/2")
    by = {each.mutant.told: each.verdict.by for each in report.judged}
    assert by == {"5 → 6": ("october#2",), "5 → 4": ("october#1",), "workdays → calendar days": ("october#1",)}


def test_a_value_under_an_option_is_judged_by_the_cases_of_that_option() -> None:
    moved = """\
  - id: moved
    rule: report
    as_of: 2021-12-31
    readings: {roll: moves}
    records:
      - {type: matter, id: m1, kind: instruction, date: 2021-09-22, received: 2021-09-23, reported: 2021-10-08}
    expect: [{subject: m1, state: on_time, day: 2021-10-08}]
"""  # fmt: skip
    report, _ = judged(CASE + SIDES + moved, only="conventions")
    assert ends(report) == {
        "conventions/roll/stays false → true": "survived",
        "conventions/roll/moves true → false": "cases",
    }


def test_what_check_refuses() -> None:
    pack = PACK.replace("{within: 5 workdays,", "{within: 1 workday,").replace("5个工作日内回复", "1个工作日内回复")
    cases = CASE + "    expect: [{subject: m1, state: overdue}]\n"
    report, _ = judged(cases, pack, only="reply/cases/2")
    assert [(each.mutant.told, *each.verdict.by) for each in report.judged if each.verdict.end == "check"] == [
        ("1 → 0", "SR152")
    ]


YEARS = """\
pack: town
label: 某镇督查办法
version: 1.0.0
language: 1
document: {title: 某镇督查办法, issuer: 某镇人民政府}
facts:
  - {id: finished, label: 办结件数, of: unit, count: matter, where: known(closed) and joint, by: closed, window: year}
rules:
  - kind: points
    id: finished-points
    label: 办结计分
    cite: {clause: 一, words: 每件1分}
    window: year
    value: finished
    effect: add
  - kind: points
    id: handed-points
    label: 交办计分
    cite: {clause: 二, words: 每件1分}
    window: year
    count: matter
    by: handed_over
    each: 1
    effect: add
"""
TWO_YEARS = """\
  - id: two-years
    rule: finished-points
    as_of: 2021-12-31
    records:
      - {type: matter, id: m1, kind: instruction, unit: office, joint: true,
         handed_over: 2020-12-31, closed: 2021-06-01}
    expect: [{state: scored, value: 0, period: 2020年}, {state: scored, value: 1, period: 2021年}]
"""


def test_a_year_that_only_another_rule_brings_up_is_no_reason_to_fail() -> None:
    """Alone, the rule says nothing of 2020: the days of handing over are read by the other one."""
    report, _ = judged(TWO_YEARS, YEARS, only="facts/finished")
    found = ends(report)
    assert found["facts/finished/where known(closed) → null"] == "survived"  # by its day it counts only if it is closed
    assert found["facts/finished/by closed → null"] == "cases"


ARGUED = """\
survivors:
  - at: rules/report/cases/1/within
    change: [days → months]
    reason: 没有用例
  - at: rules/reply/cases/2/within
    change: 5 → 6
    reason: 说错了
"""


def test_what_is_argued_is_counted_apart_and_told_if_it_is_not_so() -> None:
    report, told = judged(CASE + SIDES + ARGUED)
    assert told == ["SR617 19:13"]
    assert [each.mutant.told for each in report.judged if each.argued] == ["days → months"]
    assert (report.argued, report.counted, report.killed) == (1, 15, 8)


def test_the_same_each_time() -> None:
    def first() -> list[tuple[str, str, tuple[str, ...]]]:
        report, _ = judged(CASE + SIDES)
        return [(each.mutant.place.name, each.mutant.told, each.verdict.by) for each in report.judged]

    assert first() == first()


def test_the_pack_itself_stays_as_it_was() -> None:
    before = nodes.plain(policy().text.tree)
    for mutant in mutants(policy().text):
        assert nodes.plain(mutant.of(policy().text).tree) != before
    assert nodes.plain(policy().text.tree) == before


def test_the_shipped_packs_have_every_sort_of_change() -> None:
    from_packs = Counter(
        mutant.change.kind
        for path in sorted((Path(__file__).parents[2] / "policies").glob("*.yaml"))
        for mutant in mutants(policy(path.read_text(encoding="utf-8")).text)
    )
    assert set(from_packs) == {
        "basis", "cap", "comparison", "condition", "consequence", "date", "effect", "ends", "item", "number", "order",
        "part", "sum", "switch", "ties", "unit", "way", "word"
    }  # fmt: skip
    assert all(say(f"changed.{kind}", lang) for kind in from_packs for lang in ("zh", "en"))


DATED = """\
pack: dated
rules:
  - id: bonus
    kind: points
    label: 5 分 >= 3
    each: {by: level, table: {city: 1}}
    max: {by_date: {2021-01-01: 5, 2022-01-01: {by_reading: most, low: 3, high: 4}}}
    steps:
      - {step: first, when: {by_reading: most, low: a > 1, high: true}}
      - by_reading: most
        low: {within: same day}
        high: {due: date}
"""


def test_places_are_named_by_ids_options_and_days() -> None:
    tree = nodes.read(DATED.encode(), "dated.yaml", Collector())
    assert isinstance(tree, nodes.Mapping)
    found = [
        (place.name, place.key, place.under, place.node.text)
        for place in places(tree)
        if isinstance(place.node, Scalar) and not place.is_key
    ]
    low, high = ("most", "low"), ("most", "high")
    assert found == [
        ("rules/bonus/each/by", "by", (), "level"),
        ("rules/bonus/each/table/city", "city", (), "1"),
        ("rules/bonus/max/by_date/2021-01-01", "max", (), "5"),
        ("rules/bonus/max/by_date/2022-01-01/low", "max", (low,), "3"),
        ("rules/bonus/max/by_date/2022-01-01/high", "max", (high,), "4"),
        ("rules/bonus/steps/first/step", "step", (), "first"),
        ("rules/bonus/steps/first/when/low", "when", (low,), "a > 1"),
        ("rules/bonus/steps/first/when/high", "when", (high,), "true"),
        ("rules/bonus/steps/2/low/within", "within", (low,), "same day"),
        ("rules/bonus/steps/2/high/due", "due", (high,), "date"),
    ]
