"""Outcomes: the first case that holds or all that do, consents and judgements, and what is unknown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from one_rule import compiled_of, explained, judged, phrases
from rule_bench import Bench, brief, problems

from supervision_rules.findings import Explanation, State

DAY = date(2021, 7, 1)
UNIT: tuple[str, dict[str, object]] = ("unit", {"id": "u1", "name": "甲局"})
CASES = """
    kind: outcome
    on: superior_inspection
    cases:
      - {when: major_circumstance, outcome: 市长, code: mayor}
      - {when: inspection_scope == "comprehensive", outcome: 办公室牵头, code: office}
      - {outcome: 业务科室牵头, code: section}
"""
CONSENT = """
    kind: outcome
    on: reminder
    when: colour == "red"
    outcome: 移交
    code: referral
    consent: known(settled)
"""
ALL = """
    kind: outcome
    on: finding
    all: true
    judgement: known(judged_by)
    cases:
      - {when: poor_work, outcome: 书面检查}
      - {when: not rectified_in_time, outcome: 通报}
      - {when: not rectified_in_full, outcome: 抄送, judgement: known(judge_role)}
"""


def matter(major: bool | None, scope: str | None) -> dict[str, object]:
    return {"kind": "superior_inspection", "date": DAY, "major_circumstance": major, "inspection_scope": scope}


@pytest.mark.parametrize(
    ("major", "scope", "state", "detail"),
    [
        (True, None, "concluded", (("code", "mayor"), ("outcome", "市长"))),
        (False, "comprehensive", "concluded", (("code", "office"), ("outcome", "办公室牵头"))),
        (False, "special", "concluded", (("code", "section"), ("outcome", "业务科室牵头"))),
        (None, "comprehensive", "undetermined", (("possible", ("市长", "办公室牵头")),)),
        (None, None, "undetermined", (("possible", ("市长", "办公室牵头", "业务科室牵头")),)),
        (False, None, "undetermined", (("possible", ("办公室牵头", "业务科室牵头")),)),
    ],
)
def test_the_first_case_that_holds_unless_an_earlier_one_may(
    major: bool | None, scope: str | None, state: str, detail: object
) -> None:
    bench = Bench(CASES)
    (finding,) = bench.judge("matter", matter(major, scope))
    assert (finding.state.value, finding.detail) == (state, detail)
    assert ("case-unclear" in phrases(bench.explain(finding))) is (state == "undetermined")


def test_an_undetermined_outcome_names_the_facts() -> None:
    (finding,) = Bench(CASES).judge("matter", matter(None, "special"))
    assert finding.missing == ("matter r1: major_circumstance",)


@pytest.mark.parametrize(
    ("facts", "states"),
    [
        ({"colour": "blue"}, []),
        ({"colour": "red"}, [("r1", "due_for")]),
        ({"colour": "red", "settled": DAY}, [("r1", "concluded")]),
        ({"colour": "red", "settled": date(2022, 1, 1)}, [("r1", "due_for")]),
        ({}, [("r1", "undetermined")]),
    ],
)
def test_a_consequence_without_the_consent_on_record_is_due(facts: dict[str, object], states: object) -> None:
    bench = Bench(CONSENT)
    findings = bench.judge("reminder", {"date": DAY, "matter": "m1"} | facts)
    assert brief(findings) == states
    for finding in findings:
        found = phrases(bench.explain(finding))
        assert ("consent-lacking" in found) is (finding.state is State.DUE_FOR)
        assert ("awaits", "consent") in finding.detail or finding.state is not State.DUE_FOR


EXCUSED = """
    kind: outcome
    on: reminder
    consent: known(settled)
    cases:
      - {when: colour == "red", outcome: 移交, code: referral}
      - {outcome: 通报, code: notice, consent: true}
"""


@pytest.mark.parametrize(("colour", "state"), [("red", "due_for"), ("blue", "concluded")])
def test_a_case_may_say_that_it_needs_no_consent(colour: str, state: str) -> None:
    assert problems(EXCUSED) == []
    findings = Bench(EXCUSED).judge("reminder", {"date": DAY, "matter": "m1", "colour": colour})
    assert brief(findings) == [("r1", state)]


REFERRED = """
- kind: outcome
  id: referral
  label: 移交
  cite: {clause: 一, words: 先同意后移交}
  on: matter
  outcome: 移交
  consent: known(agreed)
  judgement: fulfilled
"""
AGREED = '- {id: agreed, label: 同意, of: matter, first: consent, where: about == "referral"}'


@pytest.mark.parametrize(
    ("consent", "fulfilled", "state", "detail", "missing"),
    [
        (None, True, "due_for", ("awaits", "consent"), ()),
        ({"about": "other"}, True, "due_for", ("awaits", "consent"), ()),
        ({"about": "referral"}, True, "concluded", ("outcome", "移交"), ()),
        ({}, True, "undetermined", ("unclear", "consent"), ("consent c1: about",)),
        ({"about": "referral"}, False, "due_for", ("refused", "judgement"), ()),
        # What the record itself does not state is not on record, which decides whatever else is in doubt.
        ({}, None, "due_for", ("awaits", "judgement"), ("matter m1: fulfilled",)),
    ],
)
def test_a_consent_on_record_that_may_count_or_not_leaves_a_doubt(
    consent: dict[str, object] | None,
    fulfilled: bool | None,
    state: str,
    detail: tuple[str, str],
    missing: tuple[str, ...],
) -> None:
    rows: list[tuple[str, dict[str, object]]] = [
        ("matter", {"id": "m1", "kind": "instruction", "date": DAY, "fulfilled": fulfilled})
    ]
    if consent is not None:
        rows.append(("consent", {"id": "c1", "matter": "m1", "date": DAY, **consent}))
    ((finding, explanation),) = explained(compiled_of(REFERRED, AGREED), rows, date(2021, 12, 31))
    assert (finding.state.value, finding.detail[-1], finding.missing) == (state, detail, missing)
    assert ("consent-unclear" in phrases(explanation)) is (consent == {})


def test_consequences_that_add_up() -> None:
    bench = Bench(ALL)
    facts = {"kind": "dereliction", "date": DAY, "poor_work": True, "rectified_in_time": None}
    findings = bench.judge("finding", facts | {"rectified_in_full": False, "judge_role": "mayor"})
    assert [(finding.case, finding.state.value) for finding in findings] == [
        (0, "due_for"),
        (1, "undetermined"),
        (2, "concluded"),
    ]
    assert dict(findings[0].detail)["awaits"] == "judgement"
    for finding in findings:
        bench.explain(finding)


def test_no_case_no_consequence() -> None:
    rule = 'kind: outcome\non: reminder\ncases: [{when: colour == "red", outcome: 移交}]'
    assert Bench(rule).judge("reminder", {"date": DAY, "matter": "m1", "colour": "blue"}) == []


@pytest.mark.parametrize(("keys", "code"), [("", "SR159"), ("outcome: 甲\ncases: [{outcome: 乙}]\n", "SR154")])
def test_exactly_one_of_outcome_and_cases(keys: str, code: str) -> None:
    (told,) = problems("kind: outcome\non: staffing\n" + keys)
    assert told.startswith(f"{code} pack.yaml:")


WINDOWED = """
    kind: outcome
    on: unit
    window: year
    when: notices >= 1
    outcome: 约谈
"""
FACTS = "- {id: notices, label: 黑榜次数, of: unit, count: notice, window: year}"


def test_a_unit_is_judged_by_year() -> None:
    bench = Bench(WINDOWED, FACTS)
    event = {"kind": "list_notice", "unit": "u1", "date": date(2020, 5, 1)}
    findings = bench.judge("notice", event, as_of=date(2021, 6, 30), also=(UNIT,))
    assert [(f.subject, f.period and f.period.label, f.day) for f in findings] == [("u1", "2020年", date(2020, 12, 31))]


LATE = """
- kind: time_limit
  id: reply
  label: 回复
  cite: {clause: 一, words: 时限}
  on: matter
  start: received
  done: replied
  cases: [{due: set_date}]
- kind: outcome
  id: remind
  label: 催办
  cite: {clause: 二, words: 催办}
  on: matter
  when: late("reply")
  outcome: 催办
"""


def test_what_another_rule_lacks_is_named() -> None:
    findings = judged(compiled_of(LATE), [("matter", {"id": "m1", "kind": "instruction", "received": DAY})], DAY)
    (finding,) = [finding for finding in findings if finding.rule.id == "remind"]
    assert (finding.state, finding.missing) == (State.UNDETERMINED, ("matter m1: set_date",))


BULLETIN = """
- kind: outcome
  id: it
  label: 通报
  cite: {clause: 一, words: 每月末通报件数}
  on: unit
  window: month
  when: period_end <= as_of
  outcome: 通报
  states: [slips]
"""


def walked(explanation: Explanation) -> Iterator[Explanation]:
    yield explanation
    for part in explanation.parts:
        yield from walked(part)


@pytest.mark.parametrize("slips", [0, 2])
def test_a_bulletin_says_its_numbers_and_shows_what_they_are_made_of(slips: int) -> None:
    facts = "- {id: slips, label: 催办次数, of: unit, count: reminder, window: month}"
    rows = [UNIT, ("matter", {"id": "m1", "kind": "instruction", "date": date(2021, 6, 1), "unit": "u1"})]
    rows += [("reminder", {"id": f"r{n}", "matter": "m1", "unit": "u1", "date": DAY}) for n in range(slips)]
    told = {
        found.period.label: (found, parts)
        for found, parts in explained(compiled_of(BULLETIN, facts), rows, date(2021, 7, 31))
        if found.period
    }
    july, explanation = told["2021年7月"]
    assert (july.state, july.detail) == (State.CONCLUDED, (("outcome", "通报"), ("stated", (("slips", slips),))))
    records = [part.words["id"] for part in walked(explanation) if part.words.get("type") == "reminder"]
    assert records == [f"r{n}" for n in range(slips)]


def test_what_is_to_be_stated_must_be_there() -> None:
    assert problems(CASES + "    states: [received, recieved]\n") == [
        "SR218 pack.yaml:17:24 没有叫 recieved 的字段或事实"
    ]
