"""How late something is by the clock, told as people say it."""

from __future__ import annotations

from datetime import date, datetime

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
