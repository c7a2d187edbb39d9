"""A limit that has no due day, because its clock stands still or it does not apply, is due in no month: no doubt."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, rule

from supervision_rules import Result
from supervision_rules.expressions import Interval

LIMIT = rule(
    """
    kind: time_limit
    on: matter
    when: kind == "instruction"
    start: received
    done: closed
    cases: [{within: 5 days}]
    stops: {count: pause, until: resumed}
    """,
    "closing",
)
DUE = '- {id: due_day, label: 到期日, of: matter, value: due("closing")}\n'
MONTHLY = rule("kind: points\nwindow: month\nvalue: n_due\neffect: add")
DIRECT = '- {id: n_due, label: 当月到期, of: unit, count: matter, by: due("closing"), window: month}'
BY_FACT = DUE + "- {id: n_due, label: 当月到期, of: unit, count: matter, by: due_day, window: month}"


def pause(day: str, **more: object) -> dict[str, object]:
    return {"type": "pause", "id": f"p{day}", "date": day, "matter": "m1", **more}


def begun(id_: str, day: str, **more: object) -> dict[str, object]:
    return matter(id_, day, received=day, **more)


def values(result: Result) -> list[object]:
    return [each.value for each in result.findings if each.rule.id == "it"]


@pytest.mark.parametrize("facts", [DIRECT, BY_FACT])
@pytest.mark.parametrize(
    ("records", "as_of", "months"),
    [
        ([begun("m1", "2021-01-29"), pause("2021-02-01")], "2021-03-31", [0, 0, 0]),
        ([begun("m1", "2021-01-29"), pause("2021-02-01")], "2021-02-02", [0, 0]),
        ([begun("m1", "2021-01-29"), pause("2021-02-01", resumed="2021-02-27")], "2021-03-31", [0, 0, 1]),
        ([begun("m1", "2021-01-29"), begun("m2", "2021-01-30"), pause("2021-02-01")], "2021-03-31", [0, 1, 0]),
        ([begun("m1", "2021-01-29", kind="key_work")], "2021-03-31", [0, 0, 0]),
        ([matter("m1", "2021-01-29")], "2021-02-28", [Interval(0, 1), Interval(0, 1)]),
    ],
)
def test_what_has_no_due_day_is_due_in_no_month(
    tmp_path: Path, facts: str, records: list[dict[str, object]], as_of: str, months: list[object]
) -> None:
    policy = loaded(tmp_path, LIMIT + MONTHLY, facts=facts)
    assert values(judged(policy, *records, as_of=as_of)) == months


@pytest.mark.parametrize(("resumed", "latest"), [(None, "2021, 2, 4"), ("2021-02-27", "2021, 3, 1")])
def test_it_is_left_out_of_the_latest(tmp_path: Path, resumed: str | None, latest: str) -> None:
    facts = '- {id: latest_due, label: 最迟, of: unit, max: matter, take: due("closing")}'
    asking = rule(f"kind: points\nvalue: 1 if latest_due == date({latest}) else 2\neffect: add")
    policy = loaded(tmp_path, LIMIT + asking, facts=facts)
    stopped = pause("2021-02-01", **({} if resumed is None else {"resumed": resumed}))
    result = judged(policy, begun("m1", "2021-01-29"), begun("m2", "2021-01-30"), stopped, as_of="2021-03-31")
    assert values(result) == [1]
