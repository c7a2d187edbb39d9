"""Which of several records of one day is the first, or the last: told by the time of day, where that is on record."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, only, rule

HEAD = """\
records:
  types:
    transfer:
      label: 转办
      label_en: transfer
      date_label: 转办日期
      fields:
        matter: {type: matter, label: 事项, label_en: matter, required: true}
        taken: {type: moment, label: 签收时刻, label_en: taken}
    matter:
      fields:
        replied_at: {type: moment, label: 回复时刻, label_en: replied_at}
"""
FACT = "- {id: begins, label: 签收, of: instruction, %s: transfer, take: taken, by: taken}"
LIMIT = rule("kind: time_limit\non: instruction\nstart: begins\ndone: replied_at\ncases: [{within: 1 hours}]")


def transfer(id_: str, taken: str) -> dict[str, object]:
    return {"type": "transfer", "id": id_, "date": "2021-03-01", "matter": "m1", "taken": taken}


@pytest.mark.parametrize(
    ("way", "times", "expected"),
    [
        ("last", ("2021-03-01 10:00", "2021-03-01 11:00"), "2021-03-01 12:00"),
        ("last", ("2021-03-01 11:00", "2021-03-01 10:00"), "2021-03-01 12:00"),
        ("first", ("2021-03-01 11:00", "2021-03-01 10:00"), "2021-03-01 11:00"),
        ("last", ("2021-03-02 09:00", "2021-03-01 10:00"), "2021-03-02 10:00"),
        ("last", ("2021-03-01 10:00", "2021-03-01"), None),  # which of them is not known
        ("last", ("2021-03-02 09:00", "2021-03-01"), "2021-03-02 10:00"),
    ],
)
def test_the_time_of_day_tells(tmp_path: Path, way: str, times: tuple[str, str], expected: str | None) -> None:
    policy = loaded(tmp_path, LIMIT, facts=FACT % way, head=HEAD)
    ledger = [matter(day="2021-03-01"), *(transfer(f"t{number}", at) for number, at in enumerate(times))]
    found = only(judged(policy, *ledger, as_of="2021-03-01" if "03-02" not in "".join(times) else "2021-03-02"))
    due = dict(found.detail).get("due_at")
    assert (None if due is None else str(due)) == expected
