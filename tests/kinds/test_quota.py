"""Quotas: who is admitted, who is in excess, ties, vetoes, shares, doubt."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from one_rule import compiled_of, explained, judged, phrases, tried

from supervision_rules.expressions import Interval
from supervision_rules.findings import Finding, State

AS_OF = date(2021, 12, 31)
Nominee = tuple[str, int | None]
COUNTY = '    - {id: county, label: 县市区, when: unit_group == "county", at_most: 3, words: 不超过3个}'
FACTS = """
- id: vetoes
  label: 经同意的否决
  of: unit
  count: veto
  where: known(consented)
- id: vetoed
  label: 已经同意否决
  of: nomination
  value: unit_vetoes > 0
- id: townships
  label: 乡镇数
  of: project
  count: unit
  via: all
  where: group == "township"
"""


def quota(groups: str = COUNTY, more: str = "") -> str:
    return f"""
- kind: quota
  id: it
  label: 名额
  cite: {{clause: 一, words: 原话}}
  unquoted: 试验
  of: project
  exempt: subject == "petitions"
  members: nomination
  where: nominated
  left_out: vetoed
  order: score
  name: unit
  {more}
  groups:
{groups}
"""


def unit(name: str, group: str | None = "county") -> tuple[str, dict[str, object]]:
    return ("unit", {"id": name, "name": name, "group": group})


def nomination(name: str, score: object, **more: object) -> tuple[str, dict[str, object]]:
    facts = {"id": f"n-{name}", "date": date(2021, 1, 1), "project": "p1", "unit": name, "score": score}
    return ("nomination", facts | {"nominated": True} | more)


def veto(name: str, consented: date | None = AS_OF) -> tuple[str, dict[str, object]]:
    facts = {"id": f"v-{name}", "date": AS_OF, "project": "p1", "unit": name, "consented": consented}
    return ("veto", facts)


PROJECT = ("project", {"id": "p1", "year": 2021, "date": date(2021, 1, 1), "subject": "other"})
Rows = list[tuple[str, dict[str, object]]]


def judge(rules: str, rows: Rows, project: tuple[str, dict[str, object]] = PROJECT) -> list[Finding]:
    return judged(compiled_of(rules, FACTS), [project, *rows], AS_OF)


def put_forward(*nominees: Nominee) -> Rows:
    return [row for name, score in nominees for row in (unit(name), nomination(name, score))]


def detail(finding: Finding) -> dict[str, object]:
    return dict(finding.detail)


FOUR = put_forward(("a", 90), ("b", 85), ("c", 80), ("d", 75))


@pytest.mark.parametrize(
    ("count", "state", "excess"), [(0, State.WITHIN, 0), (2, State.WITHIN, 0), (3, State.WITHIN, 0), (4, State.OVER, 1)]
)
def test_a_quota_holds_its_number(count: int, state: State, excess: int) -> None:
    (finding,) = judge(quota(), FOUR[: 2 * count])
    assert (finding.subject, finding.state, finding.value, finding.case) == ("p1", state, excess, 0)
    assert (detail(finding)["quota"], detail(finding)["nominated"]) == (3, count)


def test_the_excess_is_named_by_the_order() -> None:
    (finding,) = judge(quota(), FOUR)
    assert detail(finding)["admitted"] == ("a", "b", "c")
    assert detail(finding)["excess"] == ("d",)
    assert (detail(finding)["undetermined"], finding.missing) == ((), ())


@pytest.mark.parametrize(
    ("at_most", "quota_", "excess"),
    [
        ("townships", 3, 1),
        ("townships / 2", 1, 3),
        ("ceil(townships / 2)", 2, 2),
        ("townships - 5", 0, 4),
        ("'9'", 9, 0),
    ],
)
def test_a_quota_may_be_computed(at_most: str, quota_: int, excess: int) -> None:
    """Of three townships; of 1.5 it is one, and never less than none."""
    group = f"    - {{id: county, label: 县市区, when: unit_group == 'county', at_most: {at_most}}}"
    townships = [unit(f"t{n}", "township") for n in range(3)]
    (finding,) = judge(quota(group), [*FOUR, *townships])
    assert (detail(finding)["quota"], finding.value or 0) == (quota_, excess)


TIED = put_forward(("a", 90), ("b", 80), ("c", 80), ("d", 80), ("e", 10))


@pytest.mark.parametrize(
    ("ties", "admitted", "excess", "undetermined"),
    [
        ("undetermined", ("a",), ("e",), ("b", "c", "d")),
        ("list_order", ("a", "b", "c"), ("d", "e"), ()),
        ("all_out", ("a",), ("b", "c", "d", "e"), ()),
    ],
)
def test_a_tie_at_the_cut(ties: str, admitted: object, excess: object, undetermined: object) -> None:
    (finding,) = judge(quota(more=f"ties: {ties}"), TIED)
    assert (finding.state, finding.value) == (State.OVER, 2)
    found = detail(finding)
    assert (found["admitted"], found["excess"], found["undetermined"]) == (admitted, excess, undetermined)


def tied(*people: int | None) -> Rows:
    """Those put forward, of whom the three of equal score have so many people."""
    population = dict(zip("bcd", people, strict=True))
    return [
        (record_type, {**facts, "population": population.get(str(facts["id"]))} if record_type == "unit" else facts)
        for record_type, facts in TIED
    ]


@pytest.mark.parametrize(
    ("people", "admitted", "excess", "undetermined"),
    [
        ((7, 9, 8), ("a", "c", "d"), ("b", "e"), ()),
        ((7, 9, 7), ("a", "c"), ("e",), ("b", "d")),
        ((None, 9, 8), ("a", "c"), ("e",), ("b", "d")),
    ],
)
def test_equals_are_told_apart_by_the_next_number(
    people: tuple[int | None, ...], admitted: object, excess: object, undetermined: object
) -> None:
    (finding,) = judge(quota(more="then: [unit_population]"), tied(*people))
    found = detail(finding)
    assert (found["admitted"], found["excess"], found["undetermined"]) == (admitted, excess, undetermined)
    assert finding.missing == (("unit b: population",) if None in people else ())


def test_the_lower_may_go_before_by_a_minus_sign() -> None:
    (finding,) = judge(quota(more="then: [-unit_population]"), tied(7, 9, 8))
    assert detail(finding)["admitted"] == ("a", "b", "d")


def test_a_tie_that_fits_is_no_tie_at_the_cut() -> None:
    (finding,) = judge(quota(), put_forward(("a", 90), ("b", 80), ("c", 80), ("d", 70)))
    assert detail(finding)["admitted"] == ("a", "b", "c")


def test_a_vetoed_slot_stays_empty() -> None:
    (finding,) = judge(quota(), [*FOUR, veto("b")])
    assert (finding.state, finding.value) == (State.OVER, 1)
    assert (detail(finding)["admitted"], detail(finding)["vacated"], detail(finding)["excess"]) == (
        ("a", "c"), ("b",), ("d",),
    )  # fmt: skip


def test_a_veto_without_consent_leaves_nobody_out() -> None:
    (finding,) = judge(quota(), [*FOUR, veto("b", None)])
    assert detail(finding)["admitted"] == ("a", "b", "c")


def test_a_slot_may_be_refilled_where_the_rule_says_so() -> None:
    (finding,) = judge(quota(more="vacancy: refill"), [*FOUR, veto("b")])
    assert (finding.state, detail(finding)["admitted"]) == (State.WITHIN, ("a", "c", "d"))


@pytest.mark.parametrize(
    ("subject", "state"), [("petitions", State.WITHIN), ("other", State.OVER), (None, State.UNDETERMINED)]
)
def test_exempt_sets(subject: str | None, state: State) -> None:
    project = ("project", PROJECT[1] | {"subject": subject})
    (finding,) = judge(quota(), FOUR, project)
    assert finding.state is state
    assert finding.missing == (("project p1: subject",) if subject is None else ())
    assert detail(finding).get("exempt", False) is (subject == "petitions")
    assert detail(finding)["excess"] == (("d",) if subject == "other" else ())


def test_an_exemption_unknown_does_not_matter_within_the_quota() -> None:
    (finding,) = judge(quota(), FOUR[:6], ("project", PROJECT[1] | {"subject": None}))
    assert (finding.state, finding.missing) == (State.WITHIN, ())


def test_an_unknown_class_is_in_doubt_and_is_named() -> None:
    rows = [*FOUR[:6], unit("x", None), nomination("x", 95)]
    (finding,) = judge(quota(), rows)
    assert (finding.state, finding.value) == (State.UNDETERMINED, Interval(0, 1))
    assert detail(finding)["nominated"] == Interval(3, 4)
    assert detail(finding)["admitted"] == ("a", "b")
    assert detail(finding)["undetermined"] == ("c", "x")
    assert finding.missing == ("unit x: group",)


def test_an_unknown_score_leaves_names_open_but_not_the_number() -> None:
    (finding,) = judge(quota(), put_forward(("a", 90), ("b", 85), ("c", None), ("d", 75)))
    assert (finding.state, finding.value) == (State.OVER, 1)
    assert detail(finding)["admitted"] == ("a", "b")
    assert detail(finding)["undetermined"] == ("c", "d")
    assert finding.missing == ("nomination n-c: score",)


def again(name: str, score: int, **more: object) -> tuple[str, dict[str, object]]:
    """A second record of somebody put forward, later on the list."""
    return nomination(name, score, id=f"n-{name}-again", date=date(2021, 1, 2), **more)


def test_one_put_forward_twice_takes_one_slot() -> None:
    ((finding, tree),) = explained(compiled_of(quota(), FACTS), [PROJECT, *FOUR[:6], again("a", 90)], AS_OF)
    found = detail(finding)
    assert (finding.state, finding.value, found["nominated"]) == (State.WITHIN, 0, 3)
    assert (found["admitted"], found["repeated"]) == (("a", "b", "c"), ("a",))
    assert [phrases(tree).count(f"quota-{place}") for place in ("admitted", "repeated", "within")] == [3, 1, 1]


def test_two_scores_of_one_leave_open_which_of_them_holds() -> None:
    """The number is known; whether c (80 or 60) or d (75) is the third is not."""
    (finding,) = judge(quota(), [*FOUR, again("c", 60)])
    found = detail(finding)
    assert (finding.state, finding.value, found["admitted"]) == (State.OVER, 1, ("a", "b"))
    assert (found["undetermined"], found["excess"], found["repeated"]) == (("c", "d"), (), ("c",))
    (same,) = judge(quota(), [*FOUR, again("c", 99)])
    assert (detail(same)["admitted"], detail(same)["excess"]) == (("a", "b", "c"), ("d",))


def test_one_left_out_twice_leaves_one_slot_empty() -> None:
    (finding,) = judge(quota(), [*FOUR[:6], again("a", 90), veto("a")])
    assert (detail(finding)["vacated"], detail(finding)["admitted"]) == (("a",), ("b", "c"))


def test_a_second_record_that_was_not_put_forward_is_no_repetition() -> None:
    (finding,) = judge(quota(), [*FOUR[:6], again("a", 99, nominated=False)])
    assert "repeated" not in detail(finding)


def test_of_two_records_the_first_has_the_place_on_the_list() -> None:
    (finding,) = judge(
        quota(more="ties: list_order"), [*put_forward(("a", 80), ("b", 80), ("c", 80), ("d", 80)), again("a", 80)]
    )
    assert (detail(finding)["admitted"], detail(finding)["excess"]) == (("a", "b", "c"), ("d",))


def test_who_was_not_put_forward_does_not_count() -> None:
    (finding,) = judge(quota(), [*FOUR[:6], unit("z"), nomination("z", 99, nominated=False)])
    assert (finding.state, detail(finding)["nominated"]) == (State.WITHIN, 3)


def test_every_group_is_judged_on_its_own() -> None:
    groups = COUNTY + '\n    - {id: bank, label: 银行, when: unit_group == "bank", at_most: 0}'
    found = judge(quota(groups), [*FOUR, unit("k", "bank"), nomination("k", 1)])
    assert [(finding.case, finding.value, detail(finding)["group"]) for finding in found] == [
        (0, 1, "county"), (1, 1, "bank"),
    ]  # fmt: skip


def test_a_group_without_a_condition_takes_in_all() -> None:
    groups = "    - {id: every, label: 各单位, at_most: 3}"
    found = judge(quota(groups), [*FOUR, unit("k", "bank"), nomination("k", 1), unit("l", None), nomination("l", 1)])
    assert [(finding.state, finding.value, detail(finding)["nominated"]) for finding in found] == [(State.OVER, 3, 6)]


@pytest.mark.parametrize(
    ("townships", "rounding", "least", "number"),
    [
        (7, "down", 0, 0), (10, "down", 0, 1), (19, "down", 0, 1), (7, "up", 0, 1), (10, "up", 0, 1),
        (14, "half_up", 0, 1), (15, "half_up", 0, 2), (7, "down", 1, 1),
    ],
)  # fmt: skip
def test_a_share_with_its_rounding(townships: int, rounding: str, least: int, number: int) -> None:
    share = f"{{percent: 10, of: townships, round: {rounding}, least: {least}}}"
    group = f'    - {{id: township, label: 乡镇, when: unit_group == "township", share: {share}}}'
    rows = [unit(f"t{place}", "township") for place in range(townships)] + [nomination("t0", 5)]
    (finding,) = judge(quota(group), rows)
    assert detail(finding)["quota"] == number
    assert finding.state is (State.WITHIN if number else State.OVER)


def test_a_share_of_an_uncertain_number() -> None:
    share = "{percent: 10, of: townships, round: down}"
    group = f'    - {{id: township, label: 乡镇, when: unit_group == "township", share: {share}}}'
    rows = [unit(f"t{place}", "township") for place in range(9)] + [unit("x", None), nomination("t0", 5)]
    (finding,) = judge(quota(group), rows)
    assert (finding.state, detail(finding)["quota"]) == (State.UNDETERMINED, Interval(0, 1))
    assert finding.missing == ("unit x: group",)


def test_the_least_of_a_share_holds_whatever_it_is_a_share_of() -> None:
    group = "    - {id: county, label: 县区, when: true, share: {percent: 10, of: sub_projects, round: down, least: 2}}"
    (finding,) = judge(quota(group), put_forward(("a", 90), ("b", 85), ("c", 80)))
    told = detail(finding)
    assert (finding.state, finding.value, finding.missing) == (
        State.UNDETERMINED,
        Interval(0, 1),
        ("project p1: sub_projects",),
    )
    assert (told["admitted"], told["undetermined"]) == (("a", "b"), ("c",))


def test_the_explanation_places_everybody_as_the_finding_does() -> None:
    ((finding, tree),) = explained(compiled_of(quota(), FACTS), [PROJECT, *FOUR, veto("b")], AS_OF)
    found = phrases(tree)
    assert [found.count(f"quota-{place}") for place in ("admitted", "vacated", "excess", "over")] == [2, 1, 1, 1]
    assert dict(tree.parts[-1].words) == {"nominated": 4, "quota": 3, "excess": finding.value}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("members: nomination", "members: nominee", "SR301"),
        ("members: nomination", "members: staffing", "SR302"),
        ("members: nomination", "members: nomination\n  via: all", "SR302"),
        ("order: score", "order: scor", "SR218"),
        ("name: unit", "name: unitt", "SR218"),
        ("at_most: 3", "at_most: 3, share: {percent: 1, of: townships, round: up}", "SR154"),
        ("unit_group ==", "unit_grop ==", "SR218"),
    ],
)
def test_what_is_wrong_is_told(old: str, new: str, told: str) -> None:
    rules = quota().replace(old, new)
    if told in ("SR301", "SR302"):
        rules = rules.replace("  where: nominated\n  left_out: vetoed\n  order: score\n  name: unit\n", "")
        rules = rules.replace('unit_group == "county"', "true")
    compiled, problems = tried(rules, FACTS)
    assert compiled is None
    assert told in [problem.split()[0] for problem in problems]


SCORES = st.one_of(st.none(), st.integers(0, 3))
GROUPS = st.sampled_from(["county", "county", "bank", None])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(SCORES, GROUPS, st.booleans()), max_size=7),
    st.sampled_from(["undetermined", "list_order", "all_out"]),
    st.sampled_from(["empty", "refill"]),
    st.randoms(use_true_random=False),
)
def test_never_more_admitted_than_the_quota(
    drawn: list[tuple[int | None, str | None, bool]], ties: str, vacancy: str, shuffle: object
) -> None:
    rows: Rows = []
    for place, (score, group, vetoed) in enumerate(drawn):
        rows += [unit(f"u{place}", group), nomination(f"u{place}", score if score is None else Decimal(score))]
        rows += [veto(f"u{place}")] if vetoed else []
    rules = quota(more=f"ties: {ties}\n  vacancy: {vacancy}")
    (finding,) = judge(rules, rows)
    found = detail(finding)
    assert len(found["admitted"]) + len(found["vacated"]) <= 3  # type: ignore[arg-type]
    nominated = found["nominated"]
    if not isinstance(nominated, Interval):
        assert finding.value == max(0, nominated - 3)  # type: ignore[operator]
        assert (finding.state is State.OVER) == (nominated > 3)  # type: ignore[operator]
        named = sum(len(found[place]) for place in ("admitted", "vacated", "excess", "undetermined"))  # type: ignore[arg-type]
        assert named == nominated
        if ties == "list_order" and all(score is not None for score, _, _ in drawn):
            assert len(found["excess"]) == finding.value  # type: ignore[arg-type]
    shuffle.shuffle(rows)  # type: ignore[attr-defined]
    assert judge(rules, rows) == [finding]


@pytest.mark.parametrize(("vetoes", "sure"), [([], "admitted"), (["b"], "vacated"), (["b", "d"], "vacated")])
def test_who_is_left_out_goes_in_nowhere_where_equals_meet_at_the_edge(vetoes: list[str], sure: str) -> None:
    """Which of the equals holds the last slot is open; that one of them does not go in is not."""
    four = put_forward(("a", 90), ("b", 70), ("c", 80), ("d", 70))
    (finding,) = judge(quota(), [*four, *map(veto, vetoes)])
    assert detail(finding)["undetermined"] == ("b", "d")
    places = dict(detail(finding)["nominations"])  # type: ignore[call-overload]
    expected = {name: sure if name in vetoes else "undetermined" for name in ("b", "d")}
    assert {name: places[f"n-{name}"] for name in ("b", "d")} == expected
