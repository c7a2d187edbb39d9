"""Overlaps: which records meet, in time or not, and of which it cannot be told; against the plain definition."""

from __future__ import annotations

from datetime import date
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from one_rule import phrases
from rule_bench import Bench, brief, problems

from supervision_rules.constructs.overlaps import Stay, differing, doubtful, overlap_days, pairs
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
    bench.explain(findings[1])
    apart = bench.judge("inspection", inspection(1, 2), inspection(3, 5, object=None))
    assert brief(apart) == [("r1", "met"), ("r2", "met")]


def test_a_guard_that_is_unknown() -> None:
    bench, unknown = Bench(IN_TIME), {"called_supervision": None}
    (first, second) = bench.judge("inspection", inspection(1, 9), inspection(3, 5, **unknown))
    assert (second.state, second.missing) == (State.UNDETERMINED, ("inspection r2: called_supervision",))
    assert brief(bench.judge("inspection", inspection(3, 5, **unknown))) == []
    other = inspection(3, 5, called_supervision=False)
    assert brief(bench.judge("inspection", inspection(1, 9), other)) == [("r1", "met")]
    assert first.state is State.MET


def test_one_matter_by_two_bodies_at_any_time() -> None:
    bench = Bench(SAME_MATTER)
    facts = {"matter": "m1", "unit": "a"}
    findings = bench.judge(
        "inspection", inspection(1, 2, **facts), inspection(8, 9, **facts), inspection(20, 21, matter="m1", unit="b")
    )
    assert brief(findings) == [("r1", "met"), ("r2", "met"), ("r3", "breached"), ("r3", "breached")]
    assert [finding.detail for finding in findings[2:]] == [(("other", "r1"),), (("other", "r2"),)]
    bench.explain(findings[2])


def test_two_lists_agree_if_they_share_a_member() -> None:
    rule = "kind: overlap\non: matter\nin_time: false\nsame: [co_units]"
    findings = Bench(rule).judge(
        "matter",
        *({"kind": "decision", "date": day(1), "co_units": units} for units in (("a", "b"), ("b", "a"), ("c",), ())),
    )
    assert brief(findings) == [("r1", "met"), ("r2", "breached"), ("r3", "met"), ("r4", "met")]


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
    assert pairs(group) == {}
    assert doubtful(group) == frozenset()


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


@settings(max_examples=300, deadline=None)
@given(st.one_of(stays(0), stays(1), stays(2)))
def test_pairs_are_those_of_the_definition(given_stays: list[Stay]) -> None:
    expected = {
        frozenset((one.id, other.id)) for one, other in combinations(given_stays, 2) if verdict(one, other) is True
    }
    found = pairs(given_stays)
    assert {frozenset((later, earlier.id)) for later, met in found.items() for earlier in met} == expected
    order = {stay.id: stay.order for stay in given_stays}
    assert all(order[later] > earlier.order for later, met in found.items() for earlier in met)


@settings(max_examples=300, deadline=None)
@given(st.one_of(stays(0), stays(1)))
def test_doubt_is_told_of_each_incomplete_stay_in_a_pair_that_is_unknown(given_stays: list[Stay]) -> None:
    unknown = [pair for pair in combinations(given_stays, 2) if verdict(*pair) is None]
    assert doubtful(given_stays) == {stay.id for pair in unknown for stay in pair if not stay.complete}
