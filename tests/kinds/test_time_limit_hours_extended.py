"""Limits in hours that are extended: by hours, to a moment, for a new total; asked for at a moment. Counted by hand.

Monday 2021-07-05, received at 10:00: four office hours (09:00-12:00, 14:30-17:30) end at 16:30, two hours at 12:00.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from clock_pack import PAUSES, STOPS, loaded, text_of_pack
from hypothesis import given
from hypothesis import strategies as st

from supervision_rules import Policy, evaluate, text_of
from supervision_rules.api import Result
from supervision_rules.calendar import Moment, calendar_for
from supervision_rules.constructs.hours import Hours
from supervision_rules.diagnostics import Diagnostic
from supervision_rules.findings import Finding
from supervision_rules.language.office_hours import OfficeHours
from supervision_rules.policy import check

CASES = ("when: joint, within: 2 hours", 'when: ordinary, due: "at(received_at, 17)"', "within: 4 office hours")
TYPES = f"""\
extension:
  fields:
    asked_at: {{type: moment, label: 申请时刻, label_en: asked at}}
    until_at: {{type: moment, label: 延至时刻, label_en: until, planned: true}}
{PAUSES}"""
WORDS = (
    "4个办公小时、2小时内，当日17时前；可延长2个办公小时，1小时，30分钟，3个办公小时，1日，6个办公小时，2个工作日，两次"
)


def pack(extended: str, *cases: str, more: str = "") -> str:
    line = f"extended: {{count: extension, where: granted, {extended}}}\n{more}"
    return text_of_pack(WORDS, *(cases or CASES), types=TYPES, more=line.strip())


def when(text: str) -> datetime | date:
    return datetime.fromisoformat(f"2021-{text}") if " " in text else date.fromisoformat(f"2021-{text}")


def judged(policy: Policy, *records: object, as_of: date = date(2021, 12, 31), **facts: object) -> Result:
    plain = {"id": "m1", "kind": "instruction", "date": date(2021, 7, 5), "received_at": when("07-05 10:00")}
    matter = policy.models["matter"](**{**plain, "joint": False, "ordinary": False, **facts})
    return evaluate(policy, [matter, *records], as_of=as_of)  # type: ignore[list-item]


def asking(policy: Policy, asked: str, number: int = 1, **facts: object) -> object:
    moment = {"asked_at": when(asked)} if " " in asked else {}
    plain = {"id": f"e{number}", "date": when(asked), "matter": "m1", "granted": True}
    plain["date"] = when(asked[:5])
    return policy.models["extension"](**{**plain, **moment, **facts})


def one(policy: Policy, *records: object, **facts: object) -> Finding:
    (finding,) = judged(policy, *records, **facts).findings  # type: ignore[arg-type]
    return finding


def dues(finding: Finding) -> list[str]:
    told = dict(finding.detail)
    return [str(each) for each in told.get("due_days", (told.get("due_at"),))]  # type: ignore[attr-defined]


@pytest.fixture
def by(tmp_path: Path) -> Policy:
    return loaded(tmp_path, pack("asked: asked_at, by: 2 office hours, at_most: 2"))


@pytest.mark.parametrize(
    ("facts", "asked", "expected"),
    [
        # up to the due moment, not after it
        ({}, "07-05 16:29", ["2021-07-05 16:30", "2021-07-06 10:00"]),
        ({}, "07-05 16:30", ["2021-07-05 16:30", "2021-07-06 10:00"]),
        ({}, "07-05 16:30:01", ["2021-07-05 16:30"]),
        ({}, "07-06 09:00", ["2021-07-05 16:30"]),
        # from a moment outside office hours the next ones count
        ({"joint": True}, "07-05 12:00", ["2021-07-05 12:00", "2021-07-05 16:30"]),
        ({"ordinary": True}, "07-05 17:00", ["2021-07-05 17:00", "2021-07-06 10:30"]),
        ({"ordinary": True}, "07-05 17:01", ["2021-07-05 17:00"]),
    ],
)
def test_extended_by_office_hours(by: Policy, facts: dict[str, object], asked: str, expected: list[str]) -> None:
    assert dues(one(by, asking(by, asked), **facts)) == expected


@pytest.mark.parametrize(
    ("replied", "state", "late"),
    [
        ("07-06 09:59", "on_time", None),
        ("07-06 10:00", "on_time", None),
        ("07-06 10:30", "late", "0.5"),
    ],
)
def test_late_by_the_moment_that_moved(by: Policy, replied: str, state: str, late: str | None) -> None:
    finding = one(by, asking(by, "07-05 16:00"), replied_at=when(replied))
    told = dict(finding.detail)
    assert (str(finding.state), str(told["due_at"])) == (state, "2021-07-06 10:00")
    assert told.get("office_hours_late") == (None if late is None else 0.5)


def test_the_second_goes_on_from_the_first_and_a_third_does_not_count(by: Policy) -> None:
    asked = ["07-05 16:00", "07-06 10:00", "07-06 11:00"]
    requests = [asking(by, each, number) for number, each in enumerate(asked, 1)]
    finding = one(by, *requests)
    assert dues(finding) == ["2021-07-05 16:30", "2021-07-06 10:00", "2021-07-06 12:00"]
    assert one(by, *reversed(requests)) == finding
    # two on one day, told apart by their moments and not by their ids
    swapped = [asking(by, "07-05 16:20", 1), asking(by, "07-05 16:31", 2)]
    assert dues(one(by, *swapped)) == ["2021-07-05 16:30", "2021-07-06 10:00", "2021-07-06 12:00"]


def test_what_is_asked_for_when_it_is_done_extends_nothing(by: Policy) -> None:
    request = asking(by, "07-05 15:00")
    assert dues(one(by, request, replied_at=when("07-05 14:59"))) == ["2021-07-05 16:30"]
    assert len(dues(one(by, request, replied_at=when("07-05 15:00")))) == 2


@pytest.mark.parametrize(
    ("asked", "replied", "state", "missing"),
    [
        # a plain date: the day decides, but for the due day itself: due at 16:30, or at 10:00 of the next day
        # (one before the limit began is none of it)
        ("07-04", "07-06 10:00", "late", ()),
        ("07-05", "07-05 16:30", "on_time", ("extension e1: date",)),
        ("07-05", "07-05 16:31", "undetermined", ("extension e1: date",)),
        ("07-05", "07-06 10:00", "undetermined", ("extension e1: date",)),
        ("07-05", "07-06 10:01", "late", ("extension e1: date",)),
        ("07-06", "07-06 10:00", "late", ()),
    ],
)
def test_a_plain_date_of_asking(tmp_path: Path, asked: str, replied: str, state: str, missing: tuple[str, ...]) -> None:
    policy = loaded(tmp_path, pack("by: 2 office hours"))
    finding = one(policy, asking(policy, asked), replied_at=when(replied))
    assert (str(finding.state), finding.missing) == (state, missing)


@pytest.mark.parametrize(("granted", "state"), [(None, "undetermined"), (False, "late")])
def test_one_in_doubt(by: Policy, granted: bool | None, state: str) -> None:
    request = asking(by, "07-05 16:00", granted=granted)
    finding = one(by, request, replied_at=when("07-05 17:00"))
    assert str(finding.state) == state
    assert finding.missing == (("extension e1: granted",) if granted is None else ())
    assert str(one(by, request, replied_at=when("07-05 16:30")).state) == "on_time"


def test_a_moment_of_asking_without_its_time_of_day_is_in_doubt_on_the_due_day(by: Policy) -> None:
    request = by.models["extension"](
        id="e1", date=date(2021, 7, 5), matter="m1", granted=True, asked_at=date(2021, 7, 5)
    )
    found = [judged(by, request, as_of=date(2021, 7, number)).findings[0] for number in (5, 7)]
    assert [str(each.state) for each in found] == ["undetermined", "overdue"]
    assert {each.missing for each in found} == {("extension e1: asked_at",)}


@pytest.mark.parametrize(
    ("extended", "until", "expected"),
    [
        ("to: until_at", "07-07 15:00", "2021-07-07 15:00"),
        ("to: until_at", "07-05 16:00", "2021-07-05 16:30"),  # not earlier than it was
        ("to: until_at, up_to: 6 office hours", "07-06 16:30", "2021-07-06 16:30"),
        ("to: until_at, up_to: 6 office hours", "07-06 16:31", "2021-07-06 16:30"),
        ("to: until_at, each_up_to: 30 minutes", "07-05 17:00", "2021-07-05 17:00"),
        ("to: until_at, each_up_to: 30 minutes", "07-05 17:01", "2021-07-05 17:00"),
        ("to: until_at, each_up_to: 1 day", "07-06 17:01", "2021-07-06 16:30"),
        ("by: 1 hour", None, "2021-07-05 17:30"),
        ("by: 30 minutes", None, "2021-07-05 17:00"),
        # days lead to the same time of day
        ("by: 1 day", None, "2021-07-06 16:30"),
        ("by: 2 workdays", None, "2021-07-07 16:30"),
        # a new total in hours is counted from the start
        ("within: 6 office hours", None, "2021-07-06 10:00"),
    ],
)
def test_the_new_moment(tmp_path: Path, extended: str, until: str | None, expected: str) -> None:
    policy = loaded(tmp_path, pack(f"asked: asked_at, {extended}"))
    facts = {} if until is None else {"until_at": when(until)}
    finding = one(policy, asking(policy, "07-05 11:00", **facts))
    assert str(dict(finding.detail)["due_at"]) == expected


@pytest.mark.parametrize(("replied", "state"), [("07-07 23:59", "on_time"), ("07-08 00:00", "late")])
@pytest.mark.parametrize("extended", ["within: 2 workdays", "to: new_date"])
def test_extended_to_a_day_it_is_due_at_its_end(tmp_path: Path, extended: str, replied: str, state: str) -> None:
    policy = loaded(tmp_path, pack(f"asked: asked_at, {extended}"))
    request = asking(policy, "07-05 11:00", new_date=date(2021, 7, 7))
    finding = one(policy, request, replied_at=when(replied))
    assert (str(finding.state), finding.day) == (state, date(2021, 7, 7))
    assert "due_at" not in dict(finding.detail)
    open_ = judged(policy, request, as_of=date(2021, 7, 7)).findings[0]
    assert str(open_.state) == "due_soon"
    assert str(judged(policy, request, as_of=date(2021, 7, 8)).findings[0].state) == "overdue"


@pytest.mark.parametrize(
    ("before", "latest", "received"),
    [
        ("30 minutes", "07-05 16:00", "07-05 10:00"),
        ("1 hour", "07-05 15:30", "07-05 10:00"),
        ("3 office hours", "07-05 11:00", "07-05 10:00"),
        ("2 office hours", "07-05 14:30", "07-05 10:00"),
        # due on Monday at 10:00: back over the weekend
        ("2 office hours", "07-02 16:30", "07-02 14:30"),
        ("1 day", "07-04 10:00", "07-02 14:30"),
    ],
)
def test_asked_for_some_time_before(tmp_path: Path, before: str, latest: str, received: str) -> None:
    policy = loaded(tmp_path, pack(f"asked: asked_at, by: 2 office hours, before: {before}"))
    facts, began = {"date": date(2021, 7, 1)}, {"received_at": when(received)}
    moment = datetime.fromisoformat(f"2021-{latest}")
    assert len(dues(one(policy, asking(policy, latest, **facts), **began))) == 2
    late = asking(policy, latest, **facts, asked_at=moment.replace(minute=moment.minute + 1))
    result = judged(policy, late, **began)
    assert len(dues(result.findings[0])) == 1
    assert f"至迟应在 2021-{latest} 申请" in text_of(result, result.explain(result.findings[0]))


def test_what_stops_the_clock_stops_what_is_added(tmp_path: Path) -> None:
    policy = loaded(tmp_path, pack("asked: asked_at, by: 2 office hours", more=STOPS))
    request = asking(policy, "07-05 16:00")

    def pause(since: str, until: str | None) -> object:
        ends = {"begun_at": when(since)} | ({} if until is None else {"resumed_at": when(until)})
        return policy.models["pause"](id="p1", date=date(2021, 7, 5), matter="m1", **ends)

    assert dues(one(policy, request, pause("07-06 09:00", "07-06 09:30"))) == ["2021-07-05 16:30", "2021-07-06 10:30"]
    assert dues(one(policy, request, pause("07-05 11:00", "07-05 11:30"))) == ["2021-07-05 17:00", "2021-07-06 10:30"]
    still = one(policy, request, pause("07-06 09:00", None))
    assert (str(still.state), still.day) == ("on_course", None)
    assert str(dict(still.detail)["stopped"]) == "2021-07-06 09:00"


def test_what_is_said(by: Policy) -> None:
    result = judged(by, asking(by, "07-05 16:00"), asking(by, "07-06 10:01", 2))
    (finding,) = result.findings
    chinese = text_of(result, result.explain(finding))
    assert "期限 4个办公小时，原到期日 2021-07-05 16:30" in chinese
    assert "2021-07-05 16:00 申请，到期日由 2021-07-05 16:30 改为 2021-07-06 10:00" in chinese
    assert "2021-07-06 10:01 申请，已过到期日 2021-07-06 10:00" in chinese
    english = text_of(result, result.explain(finding), "en")
    assert "asked for on 2021-07-05 16:00, due on 2021-07-06 10:00 instead of 2021-07-05 16:30" in english


def told(folder: Path, text: str) -> list[tuple[str, str]]:
    path = folder / "trial.yaml"
    path.write_text(text, encoding="utf-8")
    found: list[Diagnostic] = list(check(path))
    return [(each.code, each.message("zh")) for each in found if each.code not in ("SR170", "SR360")]


def test_hours_do_not_extend_a_case_in_days(tmp_path: Path) -> None:
    text = pack("by: 2 office hours", "when: joint, within: 2 hours", "within: 1 day")
    assert told(tmp_path, text) == [("SR336", "延期按小时计，第2种情形的期限却按日计")]
    assert told(tmp_path, pack("by: 1 day", "when: joint, within: 2 hours", "within: 1 day")) == []


def test_office_hours_of_an_extension_must_be_stated(tmp_path: Path) -> None:
    text = pack("by: 2 office hours", "within: 2 hours").replace("conventions: ", "# conventions: ")
    assert [code for code, _ in told(tmp_path, text)] == ["SR334"]


CALENDAR = calendar_for("CN")
OFFICE = ((9 * 3600, 12 * 3600), (14 * 3600 + 1800, 17 * 3600 + 1800))
SEASONS = OfficeHours((((5, 1), ((9 * 3600, 12 * 3600), (15 * 3600, 18 * 3600))), ((5, 7), OFFICE)))
MOMENTS = st.integers(0, 500).map(lambda number: Moment.of(date(2021, 4, 26), 0).later(1800 * number))


@given(st.integers(1, 40), st.sampled_from([OfficeHours(), OfficeHours.always(OFFICE), SEASONS]), MOMENTS)
def test_counted_back_is_the_last_moment_from_which_all_is_left(halves: int, office: OfficeHours, due: Moment) -> None:
    hours = Hours(halves * 1800, office)
    back = hours.back(due, CALENDAR)

    def left(since: Moment) -> int:
        """The seconds that count from a moment to the due moment, half an hour after the other."""
        steps = range(0, since.until(due), 1800)
        halves = (since.later(step) for step in steps)
        return 1800 * sum(not office or (CALENDAR.is_workday(at.whole) and _is_open(office, at)) for at in halves)

    assert left(back) == hours.seconds
    assert left(back.later(1800)) < hours.seconds


def _is_open(office: OfficeHours, at: Moment) -> bool:
    return any(opens <= (at.second or 0) < closes for opens, closes in office.on(at.whole))
