"""What it means for a fact made from records that it is unknown whether a record counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, only, rule

from supervision_rules import Finding

BACK = """
    - {id: back, label: 退回, of: matter, last: return, where: cause == "wrong_unit"}
    - {id: again, label: 再次, of: matter, value: back}
    """
LIMIT = """
    kind: time_limit
    on: instruction
    start: first_known(again, received)
    done: replied
    cases:
      - {within: 5 workdays}
    """
MATTER = matter(received="2021-03-01", replied="2021-03-20")


def returned(**more: object) -> dict[str, object]:
    return {"type": "return", "id": "r1", "date": "2021-03-15", "matter": "m1", **more}


def of_matter(folder: Path, rules: str, *records: dict[str, object]) -> Finding:
    return only(judged(loaded(folder, rules, facts=BACK), MATTER, *records))


@pytest.mark.parametrize(
    ("more", "state", "missing"),
    [
        ({}, "undetermined", ("return r1: cause",)),
        ({"cause": "wrong_unit"}, "on_time", ()),
        ({"cause": "other"}, "late", ()),
    ],
)
def test_what_may_have_happened_lets_nothing_pass_it(
    tmp_path: Path, more: dict[str, object], state: str, missing: tuple[str, ...]
) -> None:
    found = of_matter(tmp_path, rule(LIMIT), returned(**more))
    assert (str(found.state), found.missing) == (state, missing)


@pytest.mark.parametrize("name", ["back", "again"])
@pytest.mark.parametrize(
    ("more", "state"), [({}, "undetermined"), ({"cause": "wrong_unit"}, "breached"), ({"cause": "other"}, "met")]
)
def test_whether_it_is_known_is_unknown(tmp_path: Path, name: str, more: dict[str, object], state: str) -> None:
    required = rule(f"kind: requirement\non: matter\nrequire: not known({name})")
    assert str(of_matter(tmp_path, required, returned(**more)).state) == state


def test_a_record_that_refers_to_it_knows_no_more(tmp_path: Path) -> None:
    required = rule("kind: requirement\non: progress\nrequire: not known(matter_back)")
    report = {"type": "report", "id": "p1", "kind": "progress", "date": "2021-03-18", "matter": "m1"}
    found = of_matter(tmp_path, required, returned(), report)
    assert (str(found.state), found.missing) == ("undetermined", ("return r1: cause",))


def of_unit(folder: Path, fact: str, condition: str, *records: dict[str, object]) -> tuple[str, tuple[str, ...]]:
    required = rule(f"kind: requirement\non: unit\nrequire: {condition}\nwhen: id == 'u1'")
    found = only(judged(loaded(folder, required, facts=f"- {{label: 数, of: unit, {fact}}}"), *records))
    return str(found.state), found.missing


def notice(id_: str, **more: object) -> dict[str, object]:
    return {"type": "notice", "id": id_, "kind": "list_notice", "date": "2021-03-01", "unit": "u1", **more}


DISTINCT = "id: number, distinct: notice, take: level, where: list == 'black'"


@pytest.mark.parametrize(
    ("records", "condition", "state"),
    [
        ((notice("n1"),), "number >= 1", "undetermined"),
        ((notice("n1"),), "number <= 1", "met"),
        ((notice("n1", list="black"),), "number == 1", "met"),
        ((notice("n1", list="black", level="city"), notice("n2")), "number >= 1", "met"),
    ],
)
def test_how_many_there_are_is_an_interval(
    tmp_path: Path, records: tuple[dict[str, object], ...], condition: str, state: str
) -> None:
    assert of_unit(tmp_path, DISTINCT, condition, *records)[0] == state


MEAN = "id: average, mean: appraisal, take: item_points, where: grade == 'first'"


def appraisal(id_: str, points: int, **more: object) -> dict[str, object]:
    return {"type": "appraisal", "id": id_, "date": "2021-03-01", "unit": "u1", "item_points": points, **more}


@pytest.mark.parametrize(
    ("condition", "state"),
    [("5 <= average <= 8", "met"), ("average < 5", "breached"), ("average > 5", "undetermined")],
)
def test_a_mean_lies_between_the_ends_that_the_doubtful_leave(tmp_path: Path, condition: str, state: str) -> None:
    doubtful = (appraisal("a2", 2), appraisal("a3", 8), appraisal("a4", 12))
    records = (appraisal("a1", 8, grade="first"), *doubtful[:2])
    assert of_unit(tmp_path, MEAN, condition, *records)[0] == state


@pytest.mark.parametrize(
    ("records", "state"),
    [
        ((), "met"),
        (({"matter": "m1", "id": "p1", "in_writing": True},), "met"),
        (({"matter": "m1", "id": "p1", "in_writing": False},), "breached"),
        (({"matter": "m1", "id": "p1", "in_writing": False, "date": "2020-03-01"},), "met"),
    ],
)
def test_every_asks_of_those_in_the_window_only(
    tmp_path: Path, records: tuple[dict[str, object], ...], state: str
) -> None:
    fact = "id: ok, every: report, where: in_writing, via: unit, window: year"
    reports = ({"type": "report", "kind": "progress", "date": "2021-03-01", **record} for record in records)
    assert of_unit(tmp_path, fact, "ok", matter(), *reports)[0] == state


def test_what_has_not_happened_lies_in_no_window(tmp_path: Path) -> None:
    fact = "id: number, count: reminder, via: unit, by: answered, window: year"
    reminder = {"type": "reminder", "id": "r1", "date": "2021-03-01", "matter": "m1", "unit": "u1"}
    assert of_unit(tmp_path, fact, "number == 0", matter(), reminder) == ("met", ())


def test_the_date_that_would_place_a_record_is_named_by_it(tmp_path: Path) -> None:
    fact = "id: number, count: report, via: unit, by: covers, window: year"
    report = {"type": "report", "kind": "progress", "id": "p1", "date": "2021-03-01", "matter": "m1"}
    assert of_unit(tmp_path, fact, "number == 0", matter(), report) == ("undetermined", ("report p1: covers",))


def test_a_unit_named_twice_counts_once(tmp_path: Path) -> None:
    fact = "id: number, count: matter, via: co_units"
    named = matter(co_units=["u1", "u1", "局"])
    assert of_unit(tmp_path, fact, "number == 1", named) == ("met", ())


def test_the_last_of_all_is_the_last_by_date(tmp_path: Path) -> None:
    fact = "id: which, last: reminder, take: id, via: all"
    slips = [
        {"type": "reminder", "id": id_, "date": day, "matter": "m1", "unit": "u1"}
        for id_, day in (("r2", "2021-03-02"), ("r1", "2021-03-09"))
    ]
    assert of_unit(tmp_path, fact, "which == 'r1'", matter(), *slips) == ("met", ())


UNDATED = {
    "m1": matter("m1", "2021-03-01", importance="special"),
    "m2": {**matter("m2", importance="greater"), "date": None},
    "m3": matter("m3", "2021-05-01", importance="ordinary"),
}
DATE = ("matter m2: date",)


@pytest.mark.parametrize("way", ["first", "last"])
@pytest.mark.parametrize(
    ("kept", "state", "missing"),
    [("m1 m2 m3", "undetermined", DATE), ("m1 m2", "undetermined", DATE), ("m1 m3", "met", ()), ("m2", "met", ())],
)
def test_a_record_without_a_date_may_be_the_first_or_the_last(
    tmp_path: Path, way: str, kept: str, state: str, missing: tuple[str, ...]
) -> None:
    records = [UNDATED[id_] for id_ in kept.split()]
    condition = '\'it in ["special", "greater", "ordinary"]\''
    assert of_unit(tmp_path, f"id: it, {way}: matter, take: importance", condition, *records) == (state, missing)
    ladder = rule(f"kind: ladder\nof: unit\nsteps:\n  - {{step: one, label: 一, when: {condition}}}")
    fact = f"- {{id: it, label: 数, of: unit, {way}: matter, take: importance}}"
    (found,) = judged(loaded(tmp_path, ladder, facts=fact), *records).findings
    assert (str(found.state), found.missing) == ("reached" if state == "met" else state, missing)


@pytest.mark.parametrize(
    ("fact", "condition"),
    [
        ("id: latest, last: matter, where: joint", "not known(latest)"),
        ("id: count, count: matter, window: 12 months", "count == 2"),
        ("id: count, count: matter, since: 'date(2021, 4, 1)', unquoted: 试验", "count == 1"),
    ],
)
def test_the_date_that_is_missing_is_named(tmp_path: Path, fact: str, condition: str) -> None:
    records = [each | {"joint": True} for each in UNDATED.values()]
    assert of_unit(tmp_path, fact, condition, *records) == ("undetermined", DATE)


def test_of_what_came_before_it_its_own_date_may_be_missing(tmp_path: Path) -> None:
    required = rule("kind: requirement\non: matter\nrequire: before == 0")
    facts = "- {id: before, label: 此前几件, of: matter, count: earlier}"
    result = judged(loaded(tmp_path, required, facts=facts), *UNDATED.values())
    assert [(found.subject, found.missing) for found in result.findings if found.missing] == [
        ("m1", DATE),
        ("m2", DATE),
    ]


def test_a_day_that_is_not_on_record_is_not_a_day_that_has_not_come(tmp_path: Path) -> None:
    # There was a joint one, m2: whether m1 came after it is unknown.
    facts = """
    - {id: latest, label: 最近一次会同, of: unit, last: matter, where: joint}
    - {id: after, label: 此后几件, of: unit, count: matter, where: not joint, since: latest}
    """
    required = rule("kind: requirement\non: unit\nrequire: after == 1\nwhen: id == 'u1'")
    records = [UNDATED[id_] | {"joint": id_ == "m2"} for id_ in ("m1", "m2")]
    found = only(judged(loaded(tmp_path, required, facts=facts), *records))
    assert (str(found.state), found.value, found.missing) == ("undetermined", None, DATE)
