"""What ``explain`` shows of a limit: how its last day moved, the days of an extension, the office hours of each day."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, only, rule

from supervision_rules import text_of

LIMIT = "kind: time_limit\non: instruction\nstart: date\ndone: closed\n"
STOPS = "stops: {count: pause, until: resumed}\n"
PAUSE = {"type": "pause", "id": "p1", "matter": "m1", "date": "2021-07-11"}
HOURS = 'conventions: {office_hours: ["09:00-12:00", "14:00-17:30"]}\nrecords:\n  types:\n    matter:\n      fields:\n'
HOURS += "        received_at: {type: moment, label: 收到时刻, label_en: received at}\n"
HOURS += "        answered_at: {type: moment, label: 答复时刻, label_en: answered at}\n"


def shown(folder: Path, keys: str, *records: dict[str, object], head: str = "", lang: str = "zh") -> list[str]:
    result = judged(loaded(folder, rule(keys), head=head), *records)
    return text_of(result, result.explain(only(result)), lang).splitlines()


@pytest.mark.parametrize(
    ("roll", "said", "days"),
    [
        ("true", "│ └ 最后一日 2021-07-11 是休息日，顺延到 2021-07-12", "│   └ 2021-07-10 之后至 2021-07-12 逐日："),
        ("back", "│ └ 最后一日 2021-07-11 是休息日，提前到 2021-07-09", "│   └ 2021-07-08 之后至 2021-07-11 逐日："),
        ("false", None, None),
    ],
)
@pytest.mark.parametrize("stops", ["", STOPS], ids=["plain", "stops"])
def test_where_a_last_day_moved(tmp_path: Path, roll: str, said: str | None, days: str | None, stops: str) -> None:
    told = shown(tmp_path, f"{LIMIT}{stops}roll: {roll}\ncases: [{{within: 10 days}}]", matter(day="2021-07-01"))
    assert [line for line in told if "最后一日" in line] == ([said] if said else [])
    assert days is None or days in told


def test_a_last_day_that_moves_over_a_stop(tmp_path: Path) -> None:
    keys = f"{LIMIT}{STOPS}roll: true\ncases: [{{within: 10 days}}]"
    until = shown(tmp_path, keys, matter(day="2021-07-01"), {**PAUSE, "resumed": "2021-07-14"})
    assert "│ └ 最后一日 2021-07-11 是休息日，顺延到 2021-07-15" in until
    still = shown(tmp_path, keys, matter(day="2021-07-01"), PAUSE)
    assert "│ └ 最后一日 2021-07-11 是休息日，顺延到的那天已经停止计时" in still


@pytest.mark.parametrize("by", ["3 workdays", "2 days"])
def test_the_days_of_an_extension(tmp_path: Path, by: str) -> None:
    """From 9 July three working days lead over the weekend; two days end in it, and move."""
    extended = f"extended: {{count: extension, where: granted, by: {by}}}"
    asked = {"type": "extension", "id": "e1", "matter": "m1", "date": "2021-07-08", "granted": True}
    keys = f"{LIMIT}roll: true\n{extended}\ncases: [{{within: 8 days}}]"
    told = shown(tmp_path, keys, matter(day="2021-07-01"), asked)
    place = next(at for at, line in enumerate(told) if line.startswith("├ 延期：延期 e1"))
    moved = "│ └ 最后一日 2021-07-11 是休息日，顺延到 2021-07-12"
    counted = "│ └ 2021-07-09 之后至 2021-07-14 逐日："
    assert (counted if by == "3 workdays" else moved) in told[place:]


def test_the_office_hours_of_each_day(tmp_path: Path) -> None:
    keys = LIMIT.replace("date", "received_at").replace("closed", "answered_at") + "cases: [{within: 24 office hours}]"
    begun = matter(day="2021-07-01", received_at="2021-07-01 10:00")
    told = shown(tmp_path, keys, begun, head=HOURS)
    place = next(at for at, line in enumerate(told) if line.startswith("├ 期限 24个办公小时，2021-07-06 "))
    assert told[place + 1 : place + 6] == [
        "│ ├ 2021-07-01 计5小时30分钟",
        "│ ├ 2021-07-02 至 2021-07-05 的工作日各计6小时30分钟",
        "│ ├ 2021-07-06 计5小时30分钟",
        "│ └ 2021-06-30 之后至 2021-07-06 逐日：",
        "│   ├ 07-01…07-02 工作日（第1至2日）",
    ]
    paused = {"type": "pause", "id": "p1", "matter": "m1", "date": "2021-07-02", "resumed": "2021-07-05"}
    stopped = shown(tmp_path, keys + f"\n{STOPS}", begun, paused, head=HOURS)
    assert "│ ├ 2021-07-02 计6小时30分钟" in stopped
    assert "│ ├ 2021-07-06 计6小时30分钟" in stopped
    english = shown(tmp_path, keys, begun, head=HOURS, lang="en")
    assert "│ ├ 2021-07-01: 5 hour(s) 30 minute(s)" in english
