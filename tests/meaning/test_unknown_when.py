"""Where it is in doubt whether a rule applies, it neither says that it does nor that it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, rule

from supervision_rules.expressions import Interval

WHEN = "when: level == 'city'\n"
ON_MATTERS = {
    "time_limit": "kind: time_limit\non: matter\nstart: date\ndone: closed\ncases: [{within: 3 workdays}]\n",
    "requirement": "kind: requirement\non: matter\nrequire: known(handed_over)\n",
    "procedure": "kind: procedure\non: matter\nsteps: [{id: a, label: 交办, done: handed_over, words: 原话}]\n",
    "outcome": "kind: outcome\non: matter\noutcome: 通报\n",
    "duty": "kind: duty\nof: matter\neach: month\nneed: progress\n",
}


@pytest.mark.parametrize("kind", ON_MATTERS)
def test_one_finding_is_undetermined_and_names_what_is_missing(tmp_path: Path, kind: str) -> None:
    policy = loaded(tmp_path, rule(ON_MATTERS[kind] + WHEN))
    found = judged(policy, matter(level=None)).findings
    assert [str(each.state) for each in found] == ["undetermined"]
    assert "matter m1: level" in found[0].missing
    assert judged(policy, matter(level="district")).findings == ()


@pytest.mark.parametrize(
    ("keys", "most"),
    [
        ("kind: points\nof: matter\nvalue: 2\neffect: deduct\n", Interval(0, 2)),
        ("kind: ladder\nof: matter\nsteps: [{step: a, label: 一, when: known(date)}]\n", Interval(0, 1)),
    ],
)
def test_points_and_steps_begin_at_none(tmp_path: Path, keys: str, most: Interval) -> None:
    policy = loaded(tmp_path, rule(keys + WHEN))
    (found,) = judged(policy, matter(level=None)).findings
    assert (found.value, found.missing) == (most, ("matter m1: level",))
    assert judged(policy, matter(level="district")).findings == ()


def test_those_that_may_overlap_are_undetermined(tmp_path: Path) -> None:
    policy = loaded(tmp_path, rule("kind: overlap\non: matter\nstart: date\nend: closed\nsame: [unit]\n" + WHEN))
    known, unknown = matter("m1", "2021-01-04", level="city"), matter("m2", "2021-01-05", level=None)
    found = {each.subject: str(each.state) for each in judged(policy, known, unknown).findings}
    assert found == {"m1": "met", "m2": "undetermined"}


def test_a_quota_that_may_not_bind_lets_in_its_least(tmp_path: Path) -> None:
    keys = "kind: quota\nof: unit\nmembers: nomination\nvia: unit\nwhen: category == 'economy'\n"
    keys += "order: score\ngroups: [{id: all, label: 全部, at_most: 1, unquoted: 试验}]\n"
    policy = loaded(tmp_path, rule(keys))
    nominations = [
        {"type": "nomination", "id": f"n{score}", "date": "2021-03-01", "unit": "u1", "project": "p1", "score": score}
        for score in (9, 8)
    ]
    project = {"type": "project", "id": "p1", "date": "2021-01-01", "year": 2021}
    (found,) = judged(policy, project, *nominations).findings
    assert (str(found.state), found.missing) == ("undetermined", ("unit u1: category",))
    assert dict(found.detail)["admitted"] == ("n9",)
