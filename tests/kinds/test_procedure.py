"""Procedures: order, what is left out, who approved, how long was waited, and what is unknown."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from one_rule import phrases
from rule_bench import Bench, brief, problems

from supervision_rules.expressions import Interval
from supervision_rules.findings import Finding, State

SIGNED = """
    kind: procedure
    on: draft
    steps:
      - {id: submitted, label: 提交, done: date}
      - {id: approved, label: 批准, done: approved, when: creates_office_matter, require: approver_role == "mayor"}
      - {id: recorded, label: 登记, done: recorded}
"""
FOUR = """
    kind: procedure
    on: inspection
    steps:
      - {id: applied, label: 申报, done: applied}
      - {id: reviewed, label: 审核, done: reviewed}
      - {id: approved, label: 批准, done: approved}
      - {id: planned, label: 方案, done: planned}
"""
NAMES = ("applied", "reviewed", "approved", "planned")


def publicity(*more: str, limit: str = "3 workdays") -> str:
    return f"""
        kind: procedure
        on: selection
        steps:
          - {{id: publicised, label: 公示, done: publicised}}
          - {{id: submitted, label: 报送, done: submitted, at_least: {limit}{"".join(", " + key for key in more)}}}
    """


def day(number: int) -> date:
    return date(2021, 7, number)


def draft(office: bool | None, approved: date | None, role: str | None, recorded: date | None) -> dict[str, object]:
    facts = {"creates_office_matter": office, "approved": approved, "approver_role": role, "recorded": recorded}
    return {"date": day(1)} | facts


def four(*days: date | None) -> dict[str, object]:
    return {"kind": "special_inspection", "date": day(1)} | dict(zip(NAMES, days, strict=True))


def faults(findings: list[Finding]) -> list[tuple[object, ...]]:
    """Of each fault its name, step and the other step."""
    found = [dict(finding.detail) for finding in findings if finding.state is State.BREACHED]
    return [(told["fault"], told["step"], told.get("later") or told.get("previous")) for told in found]


def test_how_far_it_has_come() -> None:
    bench = Bench(FOUR)
    (finding,) = bench.judge("inspection", four(day(1), day(1), None, None))
    assert (finding.state, finding.value, finding.day) == (State.MET, 2, day(1))
    assert dict(finding.detail) == {"step": "reviewed", "next": "approved"}
    assert phrases(bench.explain(finding)).count("step-open") == 2


def test_not_begun_is_no_fault() -> None:
    (finding,) = Bench(FOUR).judge("inspection", four(None, None, None, None))
    assert (finding.state, finding.value, finding.detail) == (State.MET, 0, (("next", "applied"),))


def test_a_step_planned_for_a_day_to_come_is_not_done() -> None:
    bench = Bench(FOUR.replace("done: planned", 'done: "add_days(planned, 5)"'))
    for asked, done in ((13, 3), (14, 4), (15, 4)):
        (finding,) = bench.judge("inspection", four(day(1), day(1), day(2), day(9)), as_of=day(asked))
        assert (finding.state, finding.value) == (State.MET, done)


def test_a_later_step_without_an_earlier_one() -> None:
    bench = Bench(FOUR)
    findings = bench.judge("inspection", four(day(1), None, None, day(9)))
    assert faults(findings) == [("missing", "reviewed", "planned"), ("missing", "approved", "planned")]
    assert {finding.value for finding in findings} == {4}
    assert "step-fault-missing" in phrases(bench.explain(findings[0]))


def test_a_step_dated_before_the_latest_of_the_earlier_ones() -> None:
    bench = Bench(FOUR)
    findings = bench.judge("inspection", four(day(5), day(1), day(3), day(5)))
    assert faults(findings) == [("order", "reviewed", "applied"), ("order", "approved", "applied")]
    assert [dict(finding.detail)["days"] for finding in findings] == [4, 2]
    assert "step-fault-order" in phrases(bench.explain(findings[0]))


def test_a_step_that_does_not_apply_is_not_missed() -> None:
    bench = Bench(SIGNED)
    (finding,) = bench.judge("draft", draft(False, None, None, day(2)))
    assert (finding.state, finding.value) == (State.MET, 3)
    assert "step-skipped" in phrases(bench.explain(finding))


@pytest.mark.parametrize(
    ("office", "approved", "role", "state", "lacking"),
    [
        (True, None, None, "breached", ()),
        (True, day(1), "mayor", "met", ()),
        (True, day(1), "vice_mayor", "breached", ()),
        (True, day(1), None, "undetermined", ("draft r1: approver_role",)),
        (None, None, None, "undetermined", ("draft r1: creates_office_matter",)),
        (None, day(1), "mayor", "met", ()),
        (None, day(1), "vice_mayor", "undetermined", ("draft r1: creates_office_matter",)),
        (False, day(1), "vice_mayor", "met", ()),
    ],
)
def test_what_is_required_of_a_step(
    office: bool | None, approved: date | None, role: str | None, state: str, lacking: tuple[str, ...]
) -> None:
    bench = Bench(SIGNED)
    (finding,) = bench.judge("draft", draft(office, approved, role, day(2)))
    assert (finding.state.value, finding.missing) == (state, lacking)
    bench.explain(finding)


def test_nothing_is_missed_before_a_later_step_is_done() -> None:
    rule = FOUR.replace("done: reviewed}", "done: reviewed, when: rectification_required}")
    assert brief(Bench(rule).judge("inspection", four(day(1), None, None, None))) == [("r1", "met")]


def test_a_doubt_beside_a_fault() -> None:
    rule = FOUR.replace("done: reviewed}", "done: reviewed, when: rectification_required}")
    findings = Bench(rule).judge("inspection", four(day(1), None, None, day(2)))
    assert sorted((finding.state.value, dict(finding.detail)["step"]) for finding in findings) == [
        ("breached", "approved"),
        ("undetermined", "reviewed"),
    ]


@pytest.mark.parametrize(
    ("more", "first_allowed"),
    [
        ((), day(7)),
        (("count_first: true",), day(6)),
        (("clear: true",), day(8)),
        (("count_first: true", "clear: true"), day(7)),
    ],
)
def test_three_workdays_under_each_reading(more: tuple[str, ...], first_allowed: date) -> None:
    """Posted on Friday 2 July: the days that follow are Monday 5 to Wednesday 7."""
    bench = Bench(publicity(*more))
    facts = {"project": "p1", "publicised": day(2)}
    (early,) = bench.judge("selection", facts | {"submitted": first_allowed - timedelta(days=1)})
    told = dict(early.detail)
    assert (early.state, told["fault"], told["allowed"], told["days"]) == (State.BREACHED, "length", first_allowed, 1)
    assert "step-fault-length" in phrases(bench.explain(early))
    (enough,) = bench.judge("selection", facts | {"submitted": first_allowed})
    assert enough.state is State.MET
    assert "days" in phrases(bench.explain(enough))


def test_workdays_skip_the_holidays() -> None:
    facts = {"project": "p1", "publicised": date(2021, 9, 30)}
    bench = Bench(publicity())
    assert brief(bench.judge("selection", facts | {"submitted": date(2021, 10, 10)})) == [("r1", "breached")]
    assert brief(bench.judge("selection", facts | {"submitted": date(2021, 10, 11)})) == [("r1", "met")]


def test_calendar_days_and_a_named_start() -> None:
    rule = FOUR.replace("done: planned}", "done: planned, at_least: 10 days, since: applied}")
    bench = Bench(rule)
    short = bench.judge("inspection", four(day(1), day(5), day(9), day(10)))
    assert faults(short) == [("length", "planned", "applied")]
    assert brief(bench.judge("inspection", four(day(1), day(5), day(9), day(11)))) == [("r1", "met")]


def test_no_length_without_the_step_it_is_counted_from() -> None:
    facts = {"project": "p1", "submitted": day(2)}
    assert faults(Bench(publicity()).judge("selection", facts)) == [("missing", "publicised", "submitted")]


def test_a_step_before_the_one_counted_from_is_a_matter_of_order() -> None:
    facts = {"project": "p1", "publicised": day(9), "submitted": day(2)}
    assert faults(Bench(publicity()).judge("selection", facts)) == [("order", "submitted", "publicised")]


def test_outside_the_calendar_nothing_is_guessed() -> None:
    facts = {"project": "p1", "publicised": date(1990, 1, 1), "submitted": date(1990, 1, 9)}
    (finding,) = Bench(publicity()).judge("selection", facts)
    assert finding.state is State.UNDETERMINED
    assert ("out_of_calendar", date(1990, 1, 1)) in finding.detail


def test_a_length_that_no_notice_has_fixed_is_provisional() -> None:
    start = date(2029, 1, 8)
    facts = {"project": "p1", "publicised": start, "submitted": start + timedelta(days=30)}
    (finding,) = Bench(publicity()).judge("selection", facts, as_of=date(2029, 12, 31))
    assert finding.provisional is not None


def test_the_guard_of_the_rule() -> None:
    bench = Bench(SIGNED + "    when: superior_basis\n")
    assert bench.judge("draft", draft(True, None, None, day(2)) | {"superior_basis": False}) == []
    (finding,) = bench.judge("draft", draft(True, None, None, day(2)))
    assert (finding.state, finding.missing) == (State.UNDETERMINED, ("draft r1: superior_basis",))
    assert "applies" in phrases(bench.explain(finding))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{id: submitted,", "{id: publicised,", "SR303"),
        ("at_least: 3 workdays", "at_least: 3 workdays, since: paid", "SR155"),
        ("at_least: 3 workdays", "at_least: 3 workdays, since: submitted", "SR155"),
        ("done: publicised}", "done: publicised, at_least: 3 workdays}", "SR156"),
    ],
)
def test_a_step_that_is_badly_placed_is_told(old: str, new: str, code: str) -> None:
    (told,) = problems(publicity().replace(old, new))
    assert told.startswith(code)


CONSENTED = """
    kind: procedure
    on: matter
    steps:
      - {id: assigned, label: 交办, done: handed_over}
      - {id: consented, label: 同意, done: consented_on}
      - {id: replied, label: 回复, done: replied, at_least: 3 days}
      - {id: closed, label: 办结, done: closed}
"""
CONSENT = """
- {id: consented_on, label: 同意日期, of: matter, first: consent, where: about == "referral"}
"""


def consented(about: str | None, *days: date | None, at: int = 3) -> tuple[Bench, list[Finding]]:
    """A matter handed over, replied to and closed on these days, and a consent on day ``at``."""
    bench = Bench(CONSENTED, CONSENT)
    matter = {"kind": "instruction", "date": day(1)} | dict(
        zip(("handed_over", "replied", "closed"), days, strict=True)
    )
    consent = ("consent", {"id": "c1", "date": day(at), "matter": "r1", "about": about})
    return bench, bench.judge("matter", matter, also=(consent,))


@pytest.mark.parametrize(
    ("about", "state", "lacking"),
    [
        ("referral", State.MET, ()),
        ("other", State.BREACHED, ()),
        (None, State.UNDETERMINED, ("consent c1: about",)),
    ],
)
def test_a_step_whose_day_is_in_doubt_is_not_taken_for_left_out(
    about: str | None, state: State, lacking: tuple[str, ...]
) -> None:
    _, (finding,) = consented(about, day(1), day(8), day(9))
    assert (finding.state, finding.missing, finding.value) == (state, lacking, 4)


def test_how_far_it_has_come_hangs_on_a_step_in_doubt() -> None:
    bench, (finding,) = consented(None, day(1), None, None)
    assert (finding.state, finding.value) == (State.UNDETERMINED, Interval(1, 2))
    assert (dict(finding.detail), finding.missing) == ({"step": "consented"}, ("consent c1: about",))
    assert "procedure-step-doubtful" in phrases(bench.explain(finding))


def test_a_step_in_doubt_leaves_open_whether_those_before_it_are_missing() -> None:
    _, (finding,) = consented(None, None, None, None)
    assert (finding.state, finding.value) == (State.UNDETERMINED, Interval(0, 2))


def test_what_is_wrong_whatever_the_step_in_doubt_is_told_as_such() -> None:
    _, findings = consented(None, None, day(8), day(7))
    assert faults(findings) == [("order", "closed", "replied"), ("missing", "assigned", "replied")]
    assert [finding.missing for finding in findings] == [("consent c1: about",), (), ()]


def test_a_length_may_have_to_be_counted_from_the_step_in_doubt() -> None:
    """Two days after the hand-over; but if the consent counts, it is what the length is counted from."""
    _, (finding,) = consented(None, day(5), day(7), day(9))
    assert (finding.state, finding.missing) == (State.UNDETERMINED, ("consent c1: about",))
    assert faults(consented("other", day(5), day(7), day(9))[1])[-1] == ("length", "replied", "assigned")


DAYS = st.one_of(st.none(), st.integers(1, 9).map(day))


@settings(max_examples=60, deadline=None)
@given(st.tuples(DAYS, DAYS, DAYS, DAYS))
def test_faults_are_those_of_the_plain_reading(days: tuple[date | None, ...]) -> None:
    """A step is missing if a later one is done, out of order if an earlier one is dated later."""
    expected = set()
    for place, own in enumerate(days):
        before = [other for other in days[:place] if other is not None]
        after = [other for other in days[place + 1 :] if other is not None]
        if own is None and after:
            expected.add(("missing", NAMES[place]))
        if own is not None and before and own < max(before):
            expected.add(("order", NAMES[place]))
    findings = Bench(FOUR).judge("inspection", four(*days))
    assert {fault[:2] for fault in faults(findings)} == expected
    assert len(findings) == max(len(expected), 1)
