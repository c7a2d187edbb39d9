"""In force: a record goes with the matter or project that it belongs to, over optional and over several references."""

from __future__ import annotations

from pathlib import Path

from little_pack import brief, judged, loaded, matter, rule

CONSENT = rule("""
    kind: outcome
    on: instruction
    outcome: 移交
    consent: agreed
""")
AGREED = "- {id: agreed, label: 已同意, of: matter, any: consent, where: 'about == \"referral\"', via: matter}"
REPLY = """\
records:
  types:
    reply:
      label: 回执
      label_en: reply
      date_label: 日期
      fields:
        reminder: {type: reminder, label: 催办, label_en: slip, required: true}
"""


def test_a_consent_goes_with_the_matter_that_it_names_though_it_need_not_name_one(tmp_path: Path) -> None:
    policy = loaded(tmp_path, CONSENT, facts=AGREED, document="in_force: {until: 2021-07-31}")
    consent = {"type": "consent", "id": "c1", "date": "2021-08-10", "about": "referral", "role": "mayor"}
    found = judged(policy, matter(day="2021-06-05"), {**consent, "matter": "m1"})
    assert brief(found) == [("it", "m1", "concluded")]
    alone = judged(policy, matter(day="2021-06-05"), consent)
    assert brief(alone) == [("in-force", "c1", "not_governed"), ("it", "m1", "due_for")]


def test_a_notice_about_an_old_matter_is_not_governed_with_it(tmp_path: Path) -> None:
    policy = loaded(
        tmp_path,
        rule("kind: requirement\non: notice\nrequire: known(level)"),
        document="in_force: {since: 2021-07-01}",
    )
    notice = {"type": "notice", "kind": "list_notice", "date": "2021-08-10", "unit": "u1", "level": "city"}
    found = judged(policy, matter(day="2020-06-05"), {**notice, "id": "n1", "matter": "m1"}, {**notice, "id": "n2"})
    assert brief(found) == [("in-force", "m1", "not_governed"), ("it", "n2", "met")]


def test_a_notice_is_of_the_day_on_which_it_is_issued(tmp_path: Path) -> None:
    """What led up to it, before the day of force, does not make it older; a matter is as old as its first event."""
    policy = loaded(
        tmp_path,
        rule("kind: requirement\non: notice\nrequire: signed <= date")
        + rule("kind: requirement\non: matter\nrequire: known(proposed)", "other"),
        document="in_force: {since: 2021-07-01}",
    )
    notice = {"type": "notice", "id": "n1", "kind": "list_notice", "date": "2021-07-10", "unit": "u1"}
    proposed = matter(day="2021-07-10", proposed="2021-06-20")
    found = judged(policy, {**notice, "signed": "2021-06-20"}, proposed)
    assert brief(found) == [("in-force", "m1", "not_governed"), ("it", "n1", "met")]
    before = {**notice, "date": "2021-06-30", "signed": "2021-06-30"}
    assert brief(judged(policy, before)) == [("in-force", "n1", "not_governed")]


def test_a_record_goes_with_the_matter_over_another_record(tmp_path: Path) -> None:
    policy = loaded(
        tmp_path,
        rule("kind: requirement\non: reply\nrequire: known(reminder)"),
        head=REPLY,
        document="in_force: {since: 2021-02-01}",
    )
    records = (
        {"type": "reminder", "id": "r1", "date": "2021-02-02", "matter": "m1"},
        {"type": "reply", "id": "y1", "date": "2021-02-03", "reminder": "r1"},
    )
    assert brief(judged(policy, matter(day="2021-01-04"), *records)) == [("in-force", "m1", "not_governed")]
    assert brief(judged(policy, matter(day="2021-02-01"), *records)) == [("it", "y1", "met")]


def test_a_matter_is_itself_though_it_names_a_project(tmp_path: Path) -> None:
    head = """\
    records:
      types:
        matter:
          fields:
            project: {type: project, label: 项目, label_en: project}
    """
    policy = loaded(
        tmp_path,
        rule("kind: requirement\non: matter\nrequire: known(project)"),
        head=head,
        document="in_force: {since: 2021-02-01}",
    )
    project = {"type": "project", "id": "p1", "date": "2020-01-01", "year": 2020}
    found = judged(policy, project, matter(day="2021-02-01", project="p1"))
    assert brief(found) == [("in-force", "p1", "not_governed"), ("it", "m1", "met")]


def test_what_is_not_governed_is_still_there_for_those_that_name_it(tmp_path: Path) -> None:
    """An inspection under a mandate given before the document: the mandate's facts are on record."""
    policy = loaded(
        tmp_path,
        rule("kind: requirement\non: inspection\nrequire: known(mandate_scope)"),
        document="in_force: {since: 2021-06-21}",
    )
    mandate = {"type": "mandate", "id": "g1", "date": "2021-06-18", "unit": "u1", "scope": "全市"}
    inspection = {"type": "inspection", "id": "i1", "kind": "special_inspection", "date": "2021-07-05", "unit": "u1"}
    found = judged(policy, mandate, {**inspection, "mandate": "g1"})
    assert brief(found) == [("in-force", "g1", "not_governed"), ("it", "i1", "met")]
    assert brief(judged(policy, mandate, inspection))[-1] == ("it", "i1", "breached")
