"""Whose clock a record stops, or which limit it extends: that of the matter that the field named leads to, or all."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, rule, told, write

HEAD = """\
records:
  types:
    order:
      label: 调整
      label_en: order
      date_label: 日期
      fields:
        instead: {type: matter, label: 改办的事项, label_en: done instead}
        put_off: {type: matter, label: 推迟的事项, label_en: put off}
        until: {type: date, label: 到哪天, label_en: until, planned: true}
"""
LIMIT = "kind: time_limit\non: instruction\nstart: date\ndone: replied\ncases: [{within: 10 days}]\n"
STOPS = LIMIT + "stops: {count: order, %suntil: until}"
EXTENDED = LIMIT + "extended: {count: order, %sby: 5 days}"
ORDER = {"type": "order", "id": "o1", "date": "2021-03-03", "until": "2021-03-08", "instead": "m2", "put_off": "m1"}
LEDGER = [matter(day="2021-03-01"), matter("m2", "2021-03-01"), matter("m3", "2021-03-01"), ORDER]


@pytest.mark.parametrize("form", [STOPS, EXTENDED])
@pytest.mark.parametrize(("via", "later"), [("put_off", "m1"), ("instead", "m2"), ("all", "m1 m2 m3")])
def test_the_field_named_tells(tmp_path: Path, form: str, via: str, later: str) -> None:
    policy = loaded(tmp_path, rule(form % f"via: {via}, "), head=HEAD)
    found = judged(policy, *LEDGER, as_of="2021-03-09").findings
    days = {each.subject: str(each.day) for each in found if each.rule.id == "it"}
    assert days == {each: "2021-03-16" if each in later else "2021-03-11" for each in ("m1", "m2", "m3")}


@pytest.mark.parametrize(("form", "key"), [(STOPS, "stops"), (EXTENDED, "extended")])
def test_of_two_fields_one_must_be_named(tmp_path: Path, form: str, key: str) -> None:
    ((code, at, words),) = told(write(tmp_path, rule(form % ""), head=HEAD))
    assert (code, at, words["mend"]) == ("SR338", "order", "via: instead")
    ((code, at, _),) = told(write(tmp_path, rule(form % "via: until, "), head=HEAD))
    assert (code, at) == ("SR302", "until"), key
