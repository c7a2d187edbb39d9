"""How late something is by the clock, told as people say it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from clock_pack import loaded, text_of_pack

from supervision_rules import Policy, evaluate, text_of

PACK = text_of_pack("2小时、2个办公小时", "when: joint, within: 2 office hours", "within: 2 hours")


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory) -> Policy:
    return loaded(tmp_path_factory.mktemp("clock"), PACK)


def when(text: str) -> datetime:
    return datetime.fromisoformat(f"2021-07-{text}")


@pytest.mark.parametrize(
    ("replied", "joint", "chinese", "english"),
    [
        ("05 11:01", False, "按时刻计迟1分钟", "1 minute(s) late by the clock"),
        ("05 11:00:01", False, "按时刻计迟1秒", "1 second(s) late by the clock"),
        ("05 14:30", False, "按时刻计迟3小时30分钟", "3 hour(s) 30 minute(s) late by the clock"),
        ("06 12:20", False, "按时刻计迟1天1小时20分钟", "1 day(s) 1 hour(s) 20 minute(s) late by the clock"),
        ("08 11:00", False, "按时刻计迟3天", "3 day(s) late by the clock"),
        ("12 11:00", True, "按办公时间计迟30小时", "30 hour(s) late in office hours"),
    ],
)
def test_lengths_by_the_clock(policy: Policy, replied: str, joint: bool, chinese: str, english: str) -> None:
    moments = {"received_at": when("05 09:00"), "replied_at": when(replied)}
    facts = {"id": "m1", "kind": "instruction", "date": date(2021, 7, 5), "joint": joint, **moments}
    result = evaluate(policy, [policy.models["matter"](**facts)], as_of=date(2021, 12, 31))
    told = [text_of(result, result.findings[0], lang) for lang in ("zh", "en")]
    assert told[0].split("，")[-1] == chinese
    assert told[1].split(", ")[-1] == english


@pytest.mark.parametrize(
    ("replied", "told", "provisional"),
    [
        ("2026-12-28 10:00", "按办公时间计迟5小时", None),
        ("2026-12-29 10:00", "按办公时间计迟11小时", date(2026, 12, 29)),
        (None, "按办公时间计迟28小时", date(2026, 12, 29)),
    ],
)
def test_office_hours_late_that_no_notice_has_fixed(
    policy: Policy, replied: str | None, told: str, provisional: date | None
) -> None:
    """No notice fixes the days from 2026-12-29 on: what is counted on them is provisional, and the days are shown."""
    moments = {"received_at": datetime.fromisoformat("2026-12-25 09:00")}
    if replied is not None:
        moments["replied_at"] = datetime.fromisoformat(replied)
    facts = {"id": "m1", "kind": "instruction", "date": date(2026, 12, 25), "joint": True, **moments}
    result = evaluate(policy, [policy.models["matter"](**facts)], as_of=date(2026, 12, 31))
    (finding,) = result.findings
    assert finding.provisional == provisional
    assert told in text_of(result, finding).split("，")
    explained = text_of(result, result.explain(finding))
    assert "迟了几个办公小时：自 2026-12-25 11:00 起数" in explained
    assert f"2026-12-24 之后至 {'2026-12-31' if replied is None else replied[:10]} 逐日：" in explained
    assert ("暂定：2026-12-29 起的放假安排尚无通知" in explained) is (provisional is not None)


def test_the_working_days_late_are_shown_day_by_day(tmp_path: Path) -> None:
    days = loaded(tmp_path, text_of_pack("2个工作日", "within: 2 workdays"))
    facts = {"id": "m1", "kind": "instruction", "date": date(2021, 7, 5)}
    moments = {"received_at": when("05 09:00"), "replied_at": when("12 11:00")}
    result = evaluate(days, [days.models["matter"](**facts, **moments)], as_of=date(2021, 12, 31))
    shown = text_of(result, result.explain(result.findings[0])).splitlines()
    place = shown.index("└ 迟了几个工作日")
    assert shown[place:] == [
        "└ 迟了几个工作日",
        "  └ 2021-07-07 之后至 2021-07-12 逐日：",
        "    ├ 07-08…07-09 工作日（第1至2日）",
        "    ├ 07-10 周六（不计）",
        "    ├ 07-11 周日（不计）",
        "    └ 07-12 工作日（第3日）",
    ]
