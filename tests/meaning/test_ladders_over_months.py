"""A ladder that goes through the months of a duty: a step is reached on the day on which it was known, for ever."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from little_pack import judged, loaded, rule

HEAD = """\
records:
  types:
    monthly:
      label: 月报
      label_en: monthly return
      date_label: 报送日期
      fields:
        unit: {type: unit, label: 报送单位, label_en: unit, required: true}
        covers: {type: date, label: 所报月份, label_en: month, required: true, planned: true}
"""
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
