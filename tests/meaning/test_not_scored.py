"""A total that did not judge a month has no points there: it is left out, and not taken for zero."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, only, rule

from supervision_rules import Result, text_of

MARK = "- {id: mark, label: 当月评分, of: unit, last: appraisal, take: item_points, window: month}\n"
MONTH = rule("kind: score\nwindow: month\nwhen: known(mark)\nbase: mark", "month")
OTHER = {"type": "unit", "id": "u2", "name": "另一局"}
PLACE = rule('kind: ranking\nwindow: month\nby: points("month")', "place")


def mark(day: str, points: object, unit: str = "u1") -> dict[str, object]:
    return {"type": "appraisal", "id": f"{unit}-{day}", "date": day, "unit": unit, "item_points": points}


def values(result: Result, rule_id: str = "it") -> list[tuple[str, str, object]]:
    return [(each.subject, str(each.state), each.value) for each in result.findings if each.rule.id == rule_id]


LEDGER = (OTHER, mark("2021-01-31", 90), mark("2021-02-28", 80))


@pytest.mark.parametrize(
    ("made", "value"),
    [
        ('mean: months, take: points("month")', 85),
        ("mean: months, take: scored", 85),
        ("mean: months, take: scored, where: known(scored)", 85),
        ('sum: months, take: points("month")', 170),
        ('min: months, take: points("month")', 80),
        ('count: months, where: known(points("month"))', 2),
        ("count: months, where: not known(scored)", 1),
    ],
)
def test_months_without_a_score_do_not_count(tmp_path: Path, made: str, value: int) -> None:
    facts = MARK + '- {id: scored, label: 月度得分, of: unit, value: points("month")}\n'
    facts += f"- {{id: over_months, label: 各月, of: unit, {made}, window: year}}"
    yearly = rule("kind: points\nwindow: year\nwhen: id == 'u1'\nvalue: over_months\neffect: add")
    result = judged(loaded(tmp_path, MONTH + yearly, facts=facts), *LEDGER, as_of="2021-03-31")
    assert values(result) == [("u1", "scored", value)]


def test_who_was_never_scored_has_no_mean(tmp_path: Path) -> None:
    facts = MARK + '- {id: over_months, label: 各月平均, of: unit, mean: months, take: points("month"), window: year}'
    yearly = rule("kind: score\nwindow: year\nbase: over_months")
    result = judged(loaded(tmp_path, MONTH + yearly, facts=facts), *LEDGER, as_of="2021-03-31")
    assert values(result) == [("u1", "scored", 85), ("u2", "undetermined", None)]
    assert [each.missing for each in result.findings if each.subject == "u2"] == [("unit u2: over_months",)]


def test_who_was_not_scored_is_not_ranked(tmp_path: Path) -> None:
    policy = loaded(tmp_path, MONTH + PLACE, facts=MARK)
    result = judged(policy, *LEDGER, mark("2021-02-27", 99, "u2"), as_of="2021-02-28")
    assert values(result, "place") == [("u1", "ranked", 1), ("u1", "ranked", 2), ("u2", "ranked", 1)]
    told = text_of(result, result.why_not("u2", "place", "2021-01"))
    assert told.splitlines()[3:6] == [
        "├ 没有可以排名的数，不参加排名",
        '│ └ points("month") → 未知',
        '│   └ points("month") → 未知，该规则没有结论',
    ]


def test_a_score_in_doubt_is_not_left_out(tmp_path: Path) -> None:
    """Its number is not known: it may be before or after the other."""
    policy = loaded(tmp_path, MONTH.replace("when: known(mark)", "when: known(category)") + PLACE, facts=MARK)
    units = [{"type": "unit", "id": each, "name": each, "category": "economy"} for each in ("a", "b")]
    result = judged(policy, *units, mark("2021-01-31", 90, "a"), as_of="2021-01-31")
    assert [(subject, state) for subject, state, _ in values(result, "place")] == [
        ("a", "undetermined"), ("b", "undetermined"),
    ]  # fmt: skip


@pytest.mark.parametrize("condition", ["known(name)", "known(category)"])
def test_an_item_that_counts_nothing_is_zero(tmp_path: Path, condition: str) -> None:
    item = f"kind: points\nwindow: month\nwhen: {condition}\ncount: reminder\neach: 1\neffect: deduct"
    asking = rule('kind: requirement\non: unit\nwindow: month\nrequire: points("item") == 0 and known(points("item"))')
    assert str(only(judged(loaded(tmp_path, rule(item, "item") + asking), as_of="2021-01-31")).state) == "met"


def test_records_without_a_score_of_their_own(tmp_path: Path) -> None:
    """A sum over matters, of which some are not scored; through a reference, too."""
    facts = """
        - {id: scored, label: 得分, of: matter, value: points("each")}
        - {id: total, label: 合计, of: unit, sum: matter, take: scored, via: unit}
        - {id: worst, label: 退回的事项的得分, of: unit, min: return, take: matter_scored}
    """
    each = rule("kind: score\nof: matter\nwhen: known(closed)\nbase: '5 if joint else 3'", "each")
    policy = loaded(tmp_path, each + rule("kind: points\nvalue: total + worst\neffect: add"), facts=facts)
    matters = [
        {"type": "matter", "kind": "instruction", "id": id_, "unit": "u1", "date": "2021-01-04", "joint": True, **more}
        for id_, more in (("m1", {"closed": "2021-02-01"}), ("m2", {"closed": "2021-02-01"}), ("m3", {}))
    ]
    sent = [
        {"type": "return", "id": f"b{id_}", "matter": id_, "date": "2021-01-10", "unit": "u1", "cause": "quality"}
        for id_ in ("m1", "m3")
    ]
    assert values(judged(policy, *matters, *sent)) == [("u1", "scored", 15)]
