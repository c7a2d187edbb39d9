"""What a day to come means for "done", what a duty never met means for "late", what another rule lacks."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import brief, judged, loaded, matter, only, rule

LIMIT = """
    kind: time_limit
    holes: 试验
    on: instruction
    start: received
    done: {done}
    lead: 1 day
    cases:
      - {{{case}}}
"""
DUTY = rule("kind: duty\nof: key_work\neach: month\nneed: progress", "duty")
PROGRESS = {"type": "report", "kind": "progress", "matter": "m1"}


@pytest.mark.parametrize(
    ("done", "facts", "as_of", "state"),
    [
        ("report_by", {"report_by": "2021-12-30"}, "2021-12-24", "overdue"),
        ("report_by", {"report_by": "2021-12-30"}, "2021-12-29", "overdue"),
        ("report_by", {"report_by": "2021-12-30"}, "2021-12-30", "late"),
        ("add_days(replied, 10)", {"replied": "2021-02-03"}, "2021-02-05", "on_course"),
        ("add_days(replied, 10)", {"replied": "2021-02-03"}, "2021-02-12", "overdue"),
        ("add_days(replied, 10)", {"replied": "2021-02-03"}, "2021-02-13", "late"),
    ],
)
def test_what_is_done_on_a_day_to_come_is_not_done(
    tmp_path: Path, done: str, facts: dict[str, object], as_of: str, state: str
) -> None:
    policy = loaded(tmp_path, rule(LIMIT.format(done=done, case="within: 5 workdays")))
    assert brief(judged(policy, matter(received="2021-02-01", **facts), as_of=as_of)) == [("it", "m1", state)]


def test_an_act_on_a_day_to_come_is_not_done(tmp_path: Path) -> None:
    duty = rule("kind: duty\nof: key_work\neach: month\nneed: progress\nby: add_days(date, 20)")
    work = matter(day="2021-03-01", kind="key_work")
    policy = loaded(tmp_path, duty)
    report = {**PROGRESS, "id": "p1", "date": "2021-03-05"}
    found = [only(judged(policy, work, report, as_of=day)) for day in ("2021-03-24", "2021-03-25")]
    assert [str(each.state) for each in found] == ["on_course", "on_time"]


def test_a_duty_never_met_is_late(tmp_path: Path) -> None:
    policy = loaded(tmp_path, DUTY + rule("kind: requirement\non: key_work\nrequire: not late('duty')"))
    work = matter(day="2021-10-01", kind="key_work")
    reports = [{**PROGRESS, "id": f"p{month}", "date": f"2021-{month}-05"} for month in (10, 11, 12)]
    assert str(only(judged(policy, work, *reports[1:])).state) == "breached"
    assert str(only(judged(policy, work, *reports)).state) == "met"


def test_what_another_rule_about_another_subject_lacks_is_named(tmp_path: Path) -> None:
    limit = rule(LIMIT.format(done="replied", case="when: joint, within: 5 workdays"), "limit")
    slip = {"type": "reminder", "id": "r1", "date": "2021-12-10", "matter": "m1"}
    asks = rule("kind: requirement\non: reminder\nrequire: not late('limit')")
    assert only(judged(loaded(tmp_path, limit + asks), matter(received="2021-12-02"), slip)).missing == (
        "matter m1: joint",
    )
    fact = "- {id: slow, label: 逾期, of: reminder, value: late('limit')}"
    asks = rule("kind: requirement\non: reminder\nrequire: not slow")
    found = only(judged(loaded(tmp_path, limit + asks, facts=fact), matter(received="2021-12-02"), slip))
    assert "matter m1: joint" in found.missing
