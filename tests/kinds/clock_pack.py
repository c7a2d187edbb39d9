"""A pack of one time limit by the clock, on instructions that are received and answered at an hour."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

from supervision_rules import Policy, load_pack
from supervision_rules.calendar import calendar_for

CALENDAR = calendar_for("CN")
OFFICE = ((9 * 3600, 12 * 3600), (14 * 3600 + 1800, 17 * 3600 + 1800))
"""The office hours of the pack, in seconds after midnight."""
PAUSES = """\
pause:
  fields:
    begun_at: {type: moment, label: 停止时刻, label_en: begun at}
    resumed_at: {type: moment, label: 恢复时刻, label_en: resumed at}
"""
STOPS = "stops: {count: pause, since: begun_at, until: resumed_at}"
"""What stops its clock, and the moments that such a record has."""
TEXT = """\
pack: trial
label: 试验
version: 1.0.0
language: 1
document: {{title: 办法, issuer: 政府}}
conventions: {{office_hours: [09:00-12:00, 14:30-17:30]}}
records:
  types:
    matter:
      fields:
        received_at: {{type: moment, label: 收到时刻, label_en: received at}}
        replied_at: {{type: moment, label: 回复时刻, label_en: replied at}}
{types}{facts}rules:
  - kind: time_limit
    id: reply
    label: 批示回复
    cite: {{clause: 三, words: "{words}"}}
    on: instruction
    start: received_at
    done: replied_at
    cases:
{cases}{more}"""


def text_of_pack(words: str, *cases: str, types: str = "", facts: str = "", more: str = "") -> str:
    """The pack with these cases of its limit, and what else is in it."""
    listed = "".join(f"      - {{{case}}}\n" for case in cases)
    made = f"facts:\n{indent(facts, '  ')}\n" if facts else ""
    more = indent(more, "    ") + "\n" if more else ""
    return TEXT.format(words=words, cases=listed, types=indent(types, "    "), facts=made, more=more)


def loaded(folder: Path, text: str) -> Policy:
    path = folder / "trial.yaml"
    path.write_text(text, encoding="utf-8")
    return load_pack(path)
