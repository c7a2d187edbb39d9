"""Overlaps: which records meet, in time or not, and of which it cannot be told; against the plain definition."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from one_rule import phrases
from rule_bench import Bench, brief, problems

from supervision_rules.constructs.overlaps import MAX_NAMED, Company, Met, Stay, overlap_days
from supervision_rules.expressions import Interval
from supervision_rules.findings import State

IN_TIME = """
    kind: overlap
    on: inspection
    when: called_supervision
    end: last_day
    same: [object]
"""
SAME_MATTER = """
    kind: overlap
    on: inspection
    in_time: false
    same: [matter]
    differ: [unit]
"""


def day(number: int) -> date:
    return date(2021, 7, number)


def inspection(first: int, last: int | None, **facts: object) -> dict[str, object]:
    known = {"kind": "special_inspection", "object": "u1", "called_supervision": True}
    return known | {"date": day(first), "last_day": day(last) if last else None} | facts


def test_both_ends_belong_to_a_stay() -> None:
    bench = Bench(IN_TIME)
    assert brief(bench.judge("inspection", inspection(1, 3), inspection(4, 5))) == [("r1", "met"), ("r2", "met")]
    findings = bench.judge("inspection", inspection(1, 3), inspection(3, 5))
    assert brief(findings) == [("r1", "met"), ("r2", "breached")]
    pair = findings[1]
    assert (pair.day, pair.value, pair.detail) == (day(3), 1, (("other", "r1"), ("days", 1), ("until", day(3))))
    assert "overlap-days" in phrases(bench.explain(pair))
    assert "overlap-one" in phrases(bench.explain(findings[0]))


def test_the_later_record_is_the_subject_on_one_day_by_id() -> None:
    findings = Bench(IN_TIME).judge("inspection", inspection(1, 9, id="b"), inspection(1, 3, id="a"))
    assert brief(findings) == [("a", "met"), ("b", "breached")]


def test_without_an_end_it_goes_on_to_the_day_asked() -> None:
    bench, records = Bench(IN_TIME), (inspection(1, None), inspection(9, 30))
    (_, pair) = bench.judge("inspection", *records, as_of=day(20))
    assert (pair.state, pair.value) == (State.BREACHED, 12)


def test_another_object_is_another_matter() -> None:
    findings = Bench(IN_TIME).judge("inspection", inspection(1, 9), inspection(1, 9, object="u2"))
    assert brief(findings) == [("r1", "met"), ("r2", "met")]


def test_what_is_unknown_is_told_only_where_it_can_matter() -> None:
    bench = Bench(IN_TIME)
    findings = bench.judge("inspection", inspection(1, 9), inspection(3, 5, object=None))
    assert [(f.subject, f.state.value, f.missing) for f in findings] == [
        ("r1", "met", ()),
        ("r2", "undetermined", ("inspection r2: object",)),
    ]
    assert findings[1].detail == (("other", "r1"),)
    bench.explain(findings[1])
    apart = bench.judge("inspection", inspection(1, 2), inspection(3, 5, object=None))
    assert brief(apart) == [("r1", "met"), ("r2", "met")]


def test_the_first_and_the_days_are_open_where_an_earlier_one_may_be_the_first() -> None:
    bench = Bench(IN_TIME)
    records = (inspection(1, 4, object=None), inspection(2, 9), inspection(3, 30))
    pair = bench.judge("inspection", *records)[2]
    assert (pair.state, pair.value, pair.missing) == (State.BREACHED, Interval(2, 7), ("inspection r1: object",))
    assert dict(pair.detail) == {
        "other": "r2",
        "others": ("r2",),
        "meets": Interval(1, 2),
        "perhaps_first": ("r1",),
        "days": Interval(2, 7),
        "until": None,
    }
    # One that may meet it after the first is not asked which of them is the first.
    after = bench.judge("inspection", inspection(1, 9), inspection(2, 4, object=None), inspection(3, 30))[2]
    assert (after.value, after.missing, dict(after.detail)["other"]) == (7, (), "r1")


def test_what_may_be_the_first_at_any_time() -> None:
    facts = {"matter": "m1", "unit": "a"}
    records = (inspection(1, 2, unit="c"), inspection(8, 9, **facts), inspection(20, 21, matter="m1", unit="b"))
    pair = Bench(SAME_MATTER).judge("inspection", *records)[2]
    assert (pair.state, pair.missing) == (State.BREACHED, ("inspection r1: matter",))
    assert dict(pair.detail)["perhaps_first"] == ("r1",)


def test_more_than_are_named_may_be_the_first() -> None:
    doubtful = [inspection(1, 4, object=None) for _ in range(MAX_NAMED + 1)]
    found = Bench(IN_TIME).judge("inspection", *doubtful, inspection(2, 9), inspection(3, 30, id="last"))
    (pair,) = (each for each in found if each.subject == "last")
    assert (pair.state, pair.value) == (State.BREACHED, Interval(1, 28))


def test_a_guard_that_is_unknown() -> None:
    bench, unknown = Bench(IN_TIME), {"called_supervision": None}
    (first, second) = bench.judge("inspection", inspection(1, 9), inspection(3, 5, **unknown))
    assert (second.state, second.missing) == (State.UNDETERMINED, ("inspection r2: called_supervision",))
    # Whether the rule applies is unknown, but it would be kept.
    assert brief(bench.judge("inspection", inspection(3, 5, **unknown))) == [("r1", "met")]
    other = inspection(3, 5, called_supervision=False)
    assert brief(bench.judge("inspection", inspection(1, 9), other)) == [("r1", "met")]
    assert first.state is State.MET


def test_one_matter_by_two_bodies_at_any_time() -> None:
    bench = Bench(SAME_MATTER)
    facts = {"matter": "m1", "unit": "a"}
    findings = bench.judge(
        "inspection", inspection(1, 2, **facts), inspection(8, 9, **facts), inspection(20, 21, matter="m1", unit="b")
    )
    assert brief(findings) == [("r1", "met"), ("r2", "met"), ("r3", "breached")]
    assert findings[2].detail == (("other", "r1"), ("others", ("r1", "r2")), ("meets", 2))
    assert phrases(bench.explain(findings[2])).count("overlap-other") == 2


def test_two_lists_agree_if_they_share_a_member() -> None:
    rule = "kind: overlap\non: matter\nin_time: false\nsame: [co_units]"
    findings = Bench(rule).judge(
        "matter",
        *({"kind": "decision", "date": day(1), "co_units": units} for units in (("a", "b"), ("b", "a"), ("c",), ())),
    )
    assert brief(findings) == [("r1", "met"), ("r2", "breached"), ("r3", "met"), ("r4", "met")]


def test_the_later_is_in_doubt_where_the_earlier_lacks_a_fact() -> None:
    bench = Bench(IN_TIME)
    for unknown in ("object", "called_supervision"):
        first, second = bench.judge("inspection", inspection(1, 9, **{unknown: None}), inspection(3, 5))
        assert (first.state, first.missing) == (State.MET, ())
        assert (second.state, second.missing) == (State.UNDETERMINED, (f"inspection r1: {unknown}",))
        assert "overlap-other" in phrases(bench.explain(second))


def test_who_surely_meets_one_is_no_longer_in_doubt_and_the_number_is() -> None:
    findings = Bench(IN_TIME).judge("inspection", inspection(1, 9), inspection(2, 9, object=None), inspection(3, 5))
    assert brief(findings) == [("r1", "met"), ("r2", "undetermined"), ("r3", "breached")]
    told = dict(findings[2].detail)
    assert (told["other"], told["others"], told["meets"]) == ("r1", ("r1",), Interval(1, 2))
    assert findings[2].missing == ()


def test_lists_that_must_differ_are_compared_as_sets() -> None:
    rule = "kind: overlap\non: matter\nin_time: false\ndiffer: [co_units]"
    findings = Bench(rule).judge(
        "matter",
        *({"kind": "decision", "date": day(1), "co_units": units} for units in (("a", "b"), ("b", "a"), ("a",))),
    )
    assert brief(findings) == [("r1", "met"), ("r2", "met"), ("r3", "breached")]


def test_a_start_that_may_have_been_any_day_puts_both_in_doubt() -> None:
    bench = Bench(IN_TIME + "    start: date if matter_joint else add_days(date, 9)\n")
    joint = ("matter", {"id": "m1", "kind": "decision", "date": day(1), "joint": True})
    open_ = ("matter", {"id": "m2", "kind": "decision", "date": day(1)})
    records = (inspection(1, 9, matter="m1"), inspection(3, 5, matter="m2"))
    first, second = bench.judge("inspection", *records, also=(joint, open_))
    assert [(each.state, each.missing) for each in (first, second)] == [
        (State.UNDETERMINED, ("matter m2: joint",)),
        (State.UNDETERMINED, ("matter m2: joint",)),
    ]
    bench.explain(second)


def test_an_end_that_hangs_on_an_unknown_fact_is_in_doubt() -> None:
    bench = Bench(IN_TIME.replace("end: last_day", "end: last_day if matter_joint else date"))
    open_ = ("matter", {"id": "m1", "kind": "decision", "date": day(1)})
    closed = ("matter", {"id": "m2", "kind": "decision", "date": day(1), "joint": True})
    also, other = (open_, closed), inspection(3, 5, matter="m2")
    first, second = bench.judge("inspection", inspection(1, 9, matter="m1"), other, also=also)
    assert (first.state, second.state, second.missing) == (State.MET, State.UNDETERMINED, ("matter m1: joint",))
    # Its own end does not say whether the later one meets the earlier, only for how long.
    _, second = bench.judge("inspection", inspection(1, 9, matter="m2"), inspection(3, 5, matter="m1"), also=also)
    assert (second.state, second.day, second.value) == (State.BREACHED, day(3), Interval(1, 7))
    assert second.detail == (("other", "r1"), ("days", Interval(1, 7)), ("until", None))
    bench.explain(second)


def test_what_has_not_begun_meets_nobody() -> None:
    bench = Bench(IN_TIME + "    start: concluded\n")
    begun = inspection(1, 9, concluded=day(1))
    assert brief(bench.judge("inspection", begun, inspection(3, 5))) == [("r1", "met")]


def test_a_name_that_is_not_declared_is_told_at_its_place() -> None:
    (told,) = problems(IN_TIME.replace("[object]", "[objekt]"))
    assert told.startswith("SR2")


def test_many_stays_of_which_few_meet() -> None:
    """Comparing all pairs would take minutes; a quarter of the stays lack a value, and most are by one body."""
    made = (date.fromordinal(700_000 + number % 400) for number in range(20_000))
    group = [
        Stay(str(number), start, start, (number if number % 4 else None,), ("a",), True)
        for number, start in enumerate(made)
    ]
    company = Company(group)
    assert {company.met(stay) for stay in group} == {Met()}


VALUES = st.sampled_from(["a", "b", None])
LISTS = st.one_of(st.none(), st.lists(st.sampled_from("xyz"), max_size=2, unique=True).map(tuple))


@st.composite
def stays(draw: st.DrawFn, differ: int) -> list[Stay]:
    found = []
    for number in range(draw(st.integers(0, 7))):
        start = draw(st.integers(1, 9))
        end = draw(st.integers(start, min(start + 4, 12)))
        same = (draw(VALUES), draw(LISTS))
        other = tuple(draw(VALUES) for _ in range(differ))
        found.append(Stay(f"s{number}", day(start), day(end), same, other, draw(st.integers(0, 4)) > 0))
    return found


def differing(one: tuple[object, ...], other: tuple[object, ...]) -> bool | None:
    """Whether at least one value differs; True where there are none to compare."""
    unequal = [None if None in pair else pair[0] != pair[1] for pair in zip(one, other, strict=True)]
    return True if True in unequal or not one else None if None in unequal else False


def verdict(one: Stay, other: Stay) -> bool | None:
    """Whether two stays meet, straight from the definition."""
    parts = [overlap_days(one, other) > 0, one.sure or None, other.sure or None, differing(one.differ, other.differ)]
    for left, right in zip(one.same, other.same, strict=True):
        if left is None or right is None:
            # A list without members agrees with none, whatever the other one is.
            parts.append(False if left == () or right == () else None)
        elif isinstance(left, tuple) and isinstance(right, tuple):
            parts.append(bool(set(left) & set(right)))
        else:
            parts.append(left == right)
    return False if False in parts else None if None in parts else True


@settings(max_examples=400, deadline=None)
@given(st.one_of(stays(0), stays(1), stays(2)))
def test_who_meets_whom_is_as_the_definition_says(given_stays: list[Stay]) -> None:
    company = Company(given_stays)
    for stay in given_stays:
        earlier = sorted((other for other in given_stays if other.order < stay.order), key=lambda other: other.order)
        surely = tuple(other for other in earlier if verdict(stay, other) is True)
        maybe = tuple(other for other in earlier if verdict(stay, other) is None)
        assert company.met(stay) == (len(surely), len(surely) + len(maybe), surely, maybe)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 9), st.sampled_from("ab")), min_size=12, max_size=40))
def test_only_the_first_are_named_and_all_are_counted(spans: list[tuple[int, int, str]]) -> None:
    group = [Stay(f"{n:02}", day(first), day(first + more), (), (body,)) for n, (first, more, body) in enumerate(spans)]
    company = Company(group)
    for stay in group:
        earlier = sorted((other for other in group if other.order < stay.order), key=lambda other: other.order)
        met = [other for other in earlier if verdict(stay, other)]
        assert company.met(stay) == (len(met), len(met), tuple(met[:MAX_NAMED]), ())


EXEMPT = """
    kind: overlap
    on: inspection
    exempt: called_supervision
    end: last_day
    same: [object]
"""


def test_what_is_exempt_breaks_nothing_and_is_still_met_by_those_after_it() -> None:
    bench = Bench(EXEMPT)
    records = [inspection(1, 9), inspection(3, 20), inspection(15, 20, called_supervision=False)]
    findings = bench.judge("inspection", *records)
    assert brief(findings) == [("r1", "met"), ("r2", "met"), ("r3", "breached")]
    assert findings[2].detail == (("other", "r2"), ("days", 6), ("until", day(20)))
    assert "overlap-exempt" in phrases(bench.explain(findings[1]))


def test_whether_it_is_exempt_is_asked_of_the_later_alone() -> None:
    bench, later = Bench(EXEMPT), inspection(3, 20, called_supervision=None)
    alone, _, met = [
        bench.judge("inspection", *each) for each in ([later], [inspection(1, 2), later], [inspection(1, 9), later])
    ]
    assert brief(alone) == [("r1", "met")]
    assert brief(met) == [("r1", "met"), ("r2", "undetermined")]
    assert (met[1].missing, met[1].detail) == (("inspection r2: called_supervision",), (("other", "r1"),))
    earlier = inspection(1, 9, called_supervision=None)
    assert brief(bench.judge("inspection", earlier, inspection(3, 20, called_supervision=False)))[1] == (
        "r2",
        "breached",
    )
