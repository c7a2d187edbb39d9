"""A ladder that goes through the months of a duty: a step is reached on the day on which it was known, for ever."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from little_pack import COVERS, MONTHLY, judged, loaded, rule

from supervision_rules.expressions import Interval

HEAD = "records:\n  types:\n" + MONTHLY + COVERS
FACTS = """\
- {id: missed, label: 年内未按时报的月数, of: unit, count: months, where: late("monthly"), window: year}
- {id: missed_run, label: 连续未按时报的月数, of: unit, run: months, where: late("monthly")}
"""
KEYS = "of: unit\neach: month\nneed: monthly\nfor_period: covers\ndue: {day: 5}"
DUTY = rule(f"kind: duty\n{KEYS}", "monthly")
SENT = [("2021-02-03", "2021-01-31"), ("2021-05-04", "2021-04-30"), ("2021-06-09", "2021-05-31")]
RETURNS = [{"type": "monthly", "id": day, "date": day, "covers": covers, "unit": "u1"} for day, covers in SENT]


def ladder(fact: str, window: str) -> str:
    keys = f"kind: ladder\nof: unit\n{window}steps:\n  - {{step: talk, label: 约谈, when: {fact} >= 2}}"
    return rule(keys, f"{fact}-{window[8:].strip() or 'ever'}".replace("_", "-").replace(" ", "-"))


WINDOWS = ("", "window: year\n", "window: half year\n", "window: quarter\n", "window: month\n")


def test_its_day_does_not_move_with_the_day_asked(tmp_path: Path) -> None:
    rules = DUTY + "".join(ladder(fact, window) for fact in ("missed", "missed_run") for window in WINDOWS)
    policy = loaded(tmp_path, rules, facts=FACTS, head=HEAD)
    first: dict[tuple[str, str], date] = {}
    for number in range(200):
        day = date(2021, 1, 1) + timedelta(number)
        findings = judged(policy, *RETURNS, as_of=str(day)).findings
        reached = {
            (each.rule.id, each.period.label if each.period else ""): each.day
            for each in findings
            if each.rule.kind == "ladder"
        }
        for key in reached.keys() - first.keys():
            first[key] = day
        assert {key: str(when) for key, when in reached.items()} == {key: str(first[key]) for key in first}
    assert (
        first["missed-quarter", "2021年第二季度"] == first["missed-run-quarter", "2021年第二季度"] == date(2021, 4, 6)
    )


BLACK = """\
- {id: black, label: 当月黑榜, of: unit, any: list_notice, where: list == "black", window: month}
- {id: blacks, label: 当月黑榜次数, of: unit, count: list_notice, where: list == "black", window: month}
- {id: ever_black, label: 历来黑榜次数, of: unit, count: list_notice, where: list == "black"}
- {id: marked, label: 当月记黑榜, of: unit, value: 'outcome("mark") == "black"'}
- {id: first, label: 当月第一, of: unit, value: 'rank_from_end("order") == 2', unquoted: 试验}
- {id: run_marked, label: 连续黑榜, of: unit, run: months, where: marked}
- {id: run_first, label: 连续第一, of: unit, run: months, where: first}
- {id: run_points, label: 连续扣分, of: unit, run: months, where: 'points("counted") >= 2', unquoted: 试验}
"""
MONTHLY = (
    rule("kind: outcome\non: unit\nwindow: month\nwhen: black\ncases: [{outcome: 黑榜, code: black}]", "mark")
    + rule("kind: ranking\nof: unit\nwindow: month\nby: blacks", "order")
    + rule('kind: points\nwindow: month\ncount: list_notice\nwhere: list == "black"\neach: 2\neffect: add', "counted")
    + rule("kind: ranking\nof: unit\nby: ever_black", "ever")
)


def notices(*lists: str | None) -> list[dict[str, object]]:
    """A notice in each month from January on."""
    about = {"type": "notice", "kind": "list_notice", "unit": "u1", "level": "city"}
    return [{**about, "id": f"n{n}", "date": f"2021-{n:02}-10", "list": each} for n, each in enumerate(lists, 1)]


def climbed(tmp_path: Path, when: str, *lists: str | None) -> list[tuple[str, object, object]]:
    keys = f"kind: ladder\nof: unit\nsteps:\n  - {{step: talk, label: 约谈, when: '{when}'}}"
    policy = loaded(tmp_path, MONTHLY + rule(keys, "talk"), facts=BLACK)
    other = {"type": "unit", "id": "u2", "name": "乙局"}
    found = judged(policy, other, *notices(*lists), as_of="2021-06-30").findings
    its = [each for each in found if (each.rule.id, each.subject) == ("talk", "u1")]
    return [(each.state.value, each.value, dict(each.detail).get("perhaps_from", each.day)) for each in its]


FEBRUARY = date(2021, 2, 28)


@pytest.mark.parametrize("run", ["run_marked", "run_first", "run_points"])
def test_the_doubt_of_a_month_that_is_over_outlasts_the_month_that_breaks_the_run(tmp_path: Path, run: str) -> None:
    when = f"{run} >= 2"
    assert climbed(tmp_path, when, "black", "black", "red") == [("reached", 1, FEBRUARY)]
    assert climbed(tmp_path, when, "black", "red", "red") == []
    in_doubt = ("undetermined", Interval(0, 1), FEBRUARY)
    assert climbed(tmp_path, when, "black", None, "red") == [in_doubt]
    assert climbed(tmp_path, when, "black", None, "red", "black", "black") == [("reached", 1, FEBRUARY)]


@pytest.mark.parametrize(
    ("when", "in_doubt"),
    [
        ('run_marked >= 2 or rank_from_end("ever") == 1', True),
        ('run_marked >= 2 and rank_from_end("ever") == 2', False),
        ('not (run_marked < 2 and rank_from_end("ever") == 2)', True),
        ('rank_from_end("ever") == 2 and run_marked >= 1', False),
    ],
)  # fmt: skip
def test_what_is_known_for_the_last_day_only_leaves_no_doubt_on_another(
    tmp_path: Path, when: str, in_doubt: bool
) -> None:
    found = climbed(tmp_path, when, "black", None, "red")
    assert found == ([("undetermined", Interval(0, 1), FEBRUARY)] if in_doubt else [])
