"""Whether a nomination goes in within a quota, as other rules may ask: yes, no, or unknown at a tie."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, rule, told, write

from supervision_rules import Result
from supervision_rules.expressions import Interval
from supervision_rules.reports.text import result_text

DAY = "2021-05-01"
ASKED = rule('kind: requirement\non: nomination\nrequire: within("places")', "asked")
PRIZE = rule('kind: points\ncount: nomination\nwhere: within("places")\neach: 50\neffect: add', "prize")


def quota(more: str = "", groups: str = "- {id: all, label: 全部, at_most: 2}") -> str:
    keys = f"kind: quota\nof: project\nmembers: nomination\norder: score\n{more}\ngroups:\n  {groups}"
    return rule(keys, "places")


def project(id_: str = "p1", **more: object) -> dict[str, object]:
    return {"type": "project", "id": id_, "date": DAY, "year": 2021, **more}


def nominations(*scores: int | None, **more: object) -> list[dict[str, object]]:
    """Nominations n1, n2 … with these scores."""
    facts = {"type": "nomination", "date": DAY, "project": "p1", "unit": "u1"} | more
    return [facts | {"id": f"n{number}", "score": score} for number, score in enumerate(scores, 1)]


def answers(folder: Path, rules: str, *records: dict[str, object]) -> dict[str, bool | None]:
    truths = {"met": True, "breached": False, "undetermined": None}
    found = judged(loaded(folder, rules + ASKED), *records).findings
    return {each.subject: truths[str(each.state)] for each in found if each.rule.id == "asked"}


@pytest.mark.parametrize(
    ("more", "scores", "expected"),
    [
        ("", (90, 80, 70), (True, True, False)),
        ("", (90, 80, 80), (True, None, None)),
        ("ties: list_order", (90, 80, 80), (True, True, False)),
        ("ties: all_out", (90, 80, 80), (True, False, False)),
        ("", (90, None, 70), (True, None, None)),
        ("", (90, 80), (True, True)),
        ('exempt: subject == "petitions"', (90, 80, 70), (True, True, True)),
        ("when: year > 2021", (90, 80), (None, None)),
        ("where: score > 75", (90, 80, 70), (True, True, False)),
        ("left_out: score == 80", (90, 80, 70), (True, False, False)),
        ("left_out: score == 80\nvacancy: refill", (90, 80, 70), (True, False, True)),
    ],
)
def test_each_nomination_goes_in_or_not(
    tmp_path: Path, more: str, scores: tuple[int | None, ...], expected: tuple[bool | None, ...]
) -> None:
    found = answers(tmp_path, quota(more), project(subject="petitions"), *nominations(*scores))
    assert tuple(found.values()) == expected


FAIR = "- {id: fair, label: 合格, when: score >= 60, at_most: 2}"
GOOD = "- {id: good, label: 优秀, when: score >= 85, at_most: 1}"


def test_of_several_quotas_it_must_be_within_each(tmp_path: Path) -> None:
    found = answers(tmp_path, quota(groups=f"{FAIR}\n  {GOOD}"), project(), *nominations(90, 86, 50))
    assert found == {"n1": True, "n2": False, "n3": False}  # the last falls under none


def test_one_that_perhaps_falls_under_it_is_in_doubt(tmp_path: Path) -> None:
    group = '- {id: county, label: 县区, when: unit_group == "county", at_most: 1}'
    found = answers(tmp_path, quota(groups=group), project(), *nominations(90))
    assert found == {"n1": None}


def test_put_forward_twice_only_one_goes_in(tmp_path: Path) -> None:
    twice = nominations(90, 90, 80)
    twice[2]["unit"] = "u2"
    other = {"type": "unit", "id": "u2", "name": "乙"}
    assert answers(tmp_path, quota("name: unit"), project(), other, *twice) == {"n1": True, "n2": False, "n3": True}
    # the first is left out: the slot is the second one's
    found = answers(tmp_path, quota('name: unit\nleft_out: id == "n1"'), project(), other, *twice)
    assert found == {"n1": False, "n2": True, "n3": True}
    # whether the first is left out is unknown: so is which of the two goes in
    doubtful = quota('name: unit\nleft_out: id == "n1" and unit_population > 5')
    found = answers(tmp_path, doubtful, project(), other, *twice)
    assert found == {"n1": None, "n2": None, "n3": True}


def prize(folder: Path, *records: dict[str, object]) -> tuple[Result, object, tuple[str, ...]]:
    result = judged(loaded(folder, quota() + PRIZE), *records)
    (finding,) = (each for each in result.findings if each.rule.id == "prize")
    return result, finding.value, finding.missing


def test_points_for_those_within_the_quota(tmp_path: Path) -> None:
    assert prize(tmp_path, project(), *nominations(90, 80, 70))[1:] == (100, ())


def test_a_tie_at_the_edge_leaves_the_points_open_and_is_named(tmp_path: Path) -> None:
    result, value, missing = prize(tmp_path, project(), *nominations(90, 80, 80))
    assert value == Interval(50, 150)
    assert missing == ('nomination n2: within("places")', 'nomination n3: within("places")')
    assert "within" in result_text(result, "zh")


def test_what_would_settle_the_tie_is_named(tmp_path: Path) -> None:
    _, value, missing = prize(tmp_path, project(), *nominations(90, 80, None))
    assert (value, missing) == (Interval(50, 150), ("nomination n3: score",))


def test_each_project_has_its_own_quota(tmp_path: Path) -> None:
    ones = nominations(90, 80, 70)
    ones[2]["project"] = "p2"
    assert answers(tmp_path, quota(), project(), project("p2"), *ones) == dict.fromkeys(("n1", "n2", "n3"), True)


def test_the_explanation_leads_to_the_quota(tmp_path: Path) -> None:
    result = judged(loaded(tmp_path, quota() + ASKED), project(), *nominations(90, 80, 70))
    asked = next(each for each in result.findings if each.rule.id == "asked")
    found = [part for part in _all(result.explain(asked)) if part.phrase == "asked-finding"]
    assert [dict(part.words)["finding"].rule.id for part in found] == ["places"]  # type: ignore[attr-defined]


def _all(tree):  # type: ignore[no-untyped-def]
    yield tree
    for part in tree.parts:
        yield from _all(part)


def test_only_a_nomination_can_ask(tmp_path: Path) -> None:
    asked = rule('kind: requirement\non: project\nrequire: within("places")', "asked")
    ((code, text, words),) = told(write(tmp_path, quota() + asked))
    assert (code, text, words["of"]) == ("SR339", 'within("places")', "nomination")


def test_only_a_quota_is_asked(tmp_path: Path) -> None:
    asked = rule('kind: requirement\non: nomination\nrequire: within("other")', "asked")
    other = rule("kind: requirement\non: nomination\nrequire: score > 5", "other")
    assert [code for code, _, _ in told(write(tmp_path, other + asked))] == ["SR240"]
