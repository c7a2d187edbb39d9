"""Generated expressions: well typed by construction, over the names of ``expression_samples``."""

from __future__ import annotations

from functools import cache

from expression_samples import SCOPE, VALUES
from hypothesis import strategies as st

NUMBERS = st.sampled_from(["0", "1", "5", "2.5", "100", "999999999999999", "0.0000000000001", "(-3)"])
PLACES = st.sampled_from(["0", "1", "2"])


def _calls(pattern: str, *parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map(lambda found: pattern.format(*found))


def _named(kind: str) -> st.SearchStrategy[str]:
    return st.sampled_from([name for name, type_ in SCOPE.names.items() if type_.kind == kind])


def _choice(value: st.SearchStrategy[str], test: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return _calls("({0} if {1} else {2})", value, test, value)


@cache
def number(depth: int) -> st.SearchStrategy[str]:
    leaves = NUMBERS | _named("number") | st.just('points("reminder")')
    if depth == 0:
        return leaves
    part, day = number(depth - 1), moment(depth - 1)
    return st.one_of(
        leaves,
        st.tuples(part, st.sampled_from("+-*/"), part).map(lambda found: "({} {} {})".format(*found)),
        _calls("(-{})", part),
        _choice(part, condition(depth - 1)),
        *(_calls(name + "({}, {})", part, part) for name in ("min", "max", "first_known")),
        *(_calls(name + "({}, {})", part, PLACES) for name in ("floor", "ceil", "round_half_up")),
        _calls("abs({})", part),
        *(_calls(name + "({})", day) for name in ("year", "month", "day", "weekday")),
        *(_calls(name + "({}, {})", day, day) for name in ("days_between", "months_between")),
        st.just("count(units)"),
    )


@cache
def moment(depth: int) -> st.SearchStrategy[str]:
    leaves = _named("date") | st.just("date(2021, 7, 31)")
    if depth == 0:
        return leaves
    part = moment(depth - 1)
    names = ("start_of_month", "end_of_month", "start_of_quarter", "end_of_quarter", "start_of_year", "end_of_year")
    moves = (_calls(name + "({}, {})", part, number(depth - 1)) for name in ("add_days", "add_months"))
    return st.one_of(leaves, _choice(part, condition(depth - 1)), *moves, *(_calls(n + "({})", part) for n in names))


@cache
def hour(depth: int) -> st.SearchStrategy[str]:
    leaves = _named("moment") | st.just("at(date(2021, 7, 31), 17)")
    if depth == 0:
        return leaves
    part = hour(depth - 1)
    return st.one_of(
        leaves,
        _choice(part, condition(depth - 1)),
        _calls("at({}, {}, 30)", moment(depth - 1), number(depth - 1)),
        *(_calls(name + "({}, {})", part, part) for name in ("min", "max", "first_known")),
    )


@cache
def condition(depth: int) -> st.SearchStrategy[str]:
    leaves = st.one_of(
        _named("bool"), st.just('late("reply")'), st.just("title in units"), st.just('title != "甲"'),
        st.just('level in ["urgent", "important"]'), st.just('level == "urgent"'), st.just("'乙' not in units"),
        _calls("known({})", st.sampled_from(list(SCOPE.names))),
    )  # fmt: skip
    if depth == 0:
        return leaves
    part, value, day = condition(depth - 1), number(depth - 1), moment(depth - 1)
    time = hour(depth - 1)
    order = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])
    return st.one_of(
        leaves,
        _calls("(not {})", part),
        _calls("({} {} {})", value, order, value),
        _calls("({} {} {})", day, order, day),
        _calls("({} {} {})", time, order, time),
        _calls("({} {} {})", time, order, day),
        _calls("({} {} {} {} {})", value, order, value, order, value),
        _calls("({} in [0, 5, -3, 2.5])", value),
        _calls("({} not in [1, 5])", value),
        st.tuples(st.sampled_from([" and ", " or "]), st.lists(part, min_size=2, max_size=4)).map(
            lambda found: f"({found[0].join(found[1])})"
        ),
        _choice(part, part),
    )


def rows() -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries({name: st.sampled_from(VALUES[type_.kind]) for name, type_ in SCOPE.names.items()})


EXPRESSIONS = condition(2) | condition(3) | number(2) | moment(2) | hour(2)
"""Mostly conditions, which is what rules are made of."""
