"""亳州市 2015 实施意见 by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from counterparts.bozhou_book import EVENTS, IN_FORCE, Book, first_event
from counterparts.bozhou_follow import notices_followed, referrals, reminded
from counterparts.bozhou_ledger import ledger
from counterparts.by_hand import Fields, Found, Rows, among, known, required, steps, undetermined, unfinished
from supervision_rules.calendar import CALENDAR_YEARS, PeriodKind, WorkCalendar, add_months, period_of

__all__ = ["RULES", "judge", "ledger"]
COUNTY = ("supervision_office", "government_office", "government", "county")
TARGETS: Mapping[str, tuple[PeriodKind, str, str, int]] = {
    "target-inspection": ("month", "inspection", "target_inspection", 0),
    "target-notice": ("quarter", "notice", "progress_notice", 3),
    "target-assessment": ("year", "notice", "assessment_notice", 12),
}
"""How often, by which records, and how many months after the period there must be one: no day is set for a notice."""


def judge(rows: Rows, as_of: date, calendar: WorkCalendar) -> set[Found]:
    if as_of < IN_FORCE:
        return set()
    book = Book(governed(known(rows, as_of, EVENTS)), as_of, calendar)
    found: set[Found] = set()
    for row in book.matters.values():
        found.update(OF_KIND.get(row["kind"], nothing)(book, row))
        found.update(monthly_progress(book, row))
        found.update(reasons_in_advance(book, row))
        found.update(reminded(book, row))
    for rule in (recheck, leaders, staffing, notices_followed, referrals):
        found.update(rule(book))
    return found


def governed(rows: Rows) -> Rows:
    """What began in the time in force, and what belongs to such a matter."""
    outside = {row["id"] for row in rows["matter"] if not in_force("matter", row)}
    return {name: [row for row in rows[name] if is_governed(name, row, outside)] for name in rows}


def is_governed(name: str, row: Fields, outside: set[str]) -> bool:
    if name in ("unit", "person"):
        return True
    if name == "matter":
        return row["id"] not in outside
    return row["matter"] not in outside if row.get("matter") is not None else in_force(name, row)


def in_force(name: str, row: Fields) -> bool:
    first = first_event(name, row)
    return first is None or first >= IN_FORCE


def nothing(book: Book, row: Fields) -> Iterator[Found]:
    return iter(())


# 三（一）：月督查、季通报、年终考核


def target(book: Book, row: Fields) -> Iterator[Found]:
    begun = row["handed_over"]
    for rule, (each, name, kind, months) in TARGETS.items():
        if begun is None:
            yield undetermined(rule, row["id"])
            continue
        done: dict[date, date] = {}
        for record in book.of(name, row):
            if record["kind"] == kind:
                covered = record["covers"] if name == "notice" and record["covers"] else record["date"]
                done.setdefault(period_of(covered, each).first, record["date"])
        for period in CALENDAR_YEARS.between(begun, row["closed"] or book.as_of, each):
            due = end_of_month(add_months(period.last, months))
            yield in_period(book, rule, row["id"], period.first, due, done.get(period.first))


def end_of_month(day: date) -> date:
    return add_months(day.replace(day=1), 1) - timedelta(days=1)


def in_period(
    book: Book, rule: str, subject: str, first: date, due: date, done: date | None, missing: int = 1
) -> Found:
    if done is not None:
        late = max(0, (done - due).days)
        return (rule, subject, "late" if late else "on_time", due, late, first)
    if book.as_of > due:
        return (rule, subject, "breached", due, missing, first)
    return (rule, subject, unfinished(due, book.as_of, book.calendar), due, 0, first)


# 三（二）至三（七）、四（四）：各类事项


def policy_document(book: Book, row: Fields) -> Iterator[Found]:
    if book.stated(row) is not None:
        yield book.by("policy-document-report", row, book.stated(row), book.reported(row))


def meeting_item(book: Book, row: Fields) -> Iterator[Found]:
    if row["handed_over"] is not None:
        form = among(row["form"], "prompt_sheet", "assignment_sheet")
        yield from required("meeting-item-form", row["id"], True, form)
        named = all(row[name] is not None for name in ("unit", "handler", "set_date"))
        yield from required("meeting-item-content", row["id"], True, named)
    if book.time_set(row) is not None:
        yield book.by("meeting-item-closing", row, book.time_set(row), row["closed"])


def instruction(book: Book, row: Fields) -> Iterator[Found]:
    if row["handed_over"] is not None:
        yield from required("instruction-handler", row["id"], True, row["handler"] is not None)
    yield book.by("instruction-closing", row, book.time_set(row), row["closed"])
    yield book.by("instruction-report", row, book.stated(row), book.reported(row))


def visit(book: Book, row: Fields) -> Iterator[Found]:
    yield book.by("visit-closing", row, book.time_set(row), row["closed"])
    yield book.by("visit-report", row, book.stated(row), book.reported(row))


def proposal(book: Book, row: Fields) -> Iterator[Found]:
    begun = row["handed_over"]
    yield book.by("proposal-usual", row, begun and add_months(begun, 3), row["answered"])
    yield book.by("proposal-longest", row, begun and add_months(begun, 6), row["answered"])


def motion(book: Book, row: Fields) -> Iterator[Found]:
    begun = row["handed_over"]
    yield book.by("motion", row, begun and add_months(begun, 6), row["closed"])


def deliberation(book: Book, row: Fields) -> Iterator[Found]:
    approved = (row["report_approved"], among(row["report_approver_role"], "vice_mayor"))
    yield from steps("deliberation-approval", row["id"], [approved, (row["reported"], True)])
    yield book.by("deliberation-report", row, book.stated(row), row["reported"])


def message(book: Book, row: Fields) -> Iterator[Found]:
    begun = row["transferred"]
    yield book.by("message", row, begun and book.calendar.add_workdays(begun, 10), row["closed"])


def superior_document(book: Book, row: Fields) -> Iterator[Found]:
    due = book.stated(row) or (row["date"] and add_months(row["date"], 3))
    yield book.by("superior-report", row, due, book.reported(row))


def deployment(book: Book, row: Fields) -> Iterator[Found]:
    yield book.by("deployment-report", row, book.stated(row), book.reported(row))


def superior_inspection(book: Book, row: Fields) -> Iterator[Found]:
    yield book.by("superior-inspection-closing", row, book.time_set(row), row["closed"])
    yield book.by("superior-inspection-report", row, book.stated(row), book.reported(row))


OF_KIND: Mapping[str, Callable[[Book, Fields], Iterator[Found]]] = {
    "target": target,
    "policy_document": policy_document,
    "meeting_item": meeting_item,
    "instruction": instruction,
    "visit": visit,
    "proposal": proposal,
    "motion": motion,
    "deliberation": deliberation,
    "message": message,
    "superior_document": superior_document,
    "important_document": superior_document,
    "important_meeting": deployment,
    "decision": deployment,
    "superior_inspection": superior_inspection,
}


def recheck(book: Book) -> Iterator[Found]:
    """严格复核上报的办理结果，复核率应在30%以上。"""
    reported = [row for row in book.matters.values() if row["kind"] == "message" and book.reported(row) is not None]
    rechecked = sum(row["rechecked"] is not None for row in reported)
    for unit in book.rows["unit"]:
        if reported and unit["group"] == "supervision_office" and unit["tier"] == "city":
            yield from required("recheck", unit["id"], True, rechecked * 100 >= 30 * len(reported))


# 四（一）：领导同志每月带队督查2次以上


def leaders(book: Book) -> Iterator[Found]:
    led: dict[tuple[str, date], list[date]] = defaultdict(list)
    for row in book.rows["inspection"]:
        if row["kind"] == "led_inspection":
            led[row["person"], row["date"].replace(day=1)].append(row["date"])
    for person in book.rows["person"]:
        if person["is_leader"]:
            begun = max(IN_FORCE, person["since"] or IN_FORCE)
            end = min(book.as_of, person["until"] or book.as_of)
            for month in CALENDAR_YEARS.between(begun, end, "month"):
                days = sorted(led[person["id"], month.first])
                done = days[1] if len(days) > 1 else None
                yield in_period(book, "led-inspection", person["id"], month.first, month.last, done, 2 - len(days))


# 四（四）：分月报告，提前报告


def monthly_progress(book: Book, row: Fields) -> Iterator[Found]:
    """Each month since hand-over at whose end the term was known to be longer than a month, on the same day; none on or
    after the day on which the term or the matter ends."""
    begun, due = row["transferred" if row["kind"] == "message" else "handed_over"], book.term_end(row)
    if (begun is None and due is not None) or book.term_is_open(row):
        yield undetermined("monthly-progress", row["id"])
    if begun is None or due is None or due <= add_months(begun, 1):
        return
    end = min(due, book.handled(row) or due)
    reports = [report for report in book.of("report", row) if report["kind"] == "progress"]
    first, number = begun, 1
    while (last := add_months(begun, number)) < end and first <= book.as_of:
        term = book.term_end(row, last)
        if term is not None and term > add_months(begun, 1):
            days = [report["date"] for report in reports if first <= (report["covers"] or report["date"]) <= last]
            yield in_period(book, "monthly-progress", row["id"], first, last, min(days, default=None))
        first, number = last + timedelta(days=1), number + 1


def reasons_in_advance(book: Book, row: Fields) -> Iterator[Found]:
    due = book.term_end(row)
    if book.term_is_open(row):
        yield undetermined("reasons-in-advance", row["id"])
    if due is None or (book.handled(row) or book.as_of) <= due:
        return
    ahead = [report for report in book.of("report", row) if report["kind"] == "reasons" and report["date"] < due]
    told = [any(report[name] for report in ahead) for name in ("states_reasons", "states_progress")]
    yield from required("reasons-in-advance", row["id"], True, all(told))


# 六（一）


def staffing(book: Book) -> Iterator[Found]:
    for row in book.rows["staffing"]:
        unit = book.units[row["unit"]]
        if unit["group"] != "supervision_office":
            yield from required("leader-in-charge", row["id"], True, row["leader_named"] is not None)
        if unit["group"] in COUNTY and unit["tier"] == "county":
            enough = None if row["regular_staff"] is None else row["regular_staff"] >= 3
            yield from required("county-staff", row["id"], True, enough)


RULES = (
    "target-inspection", "target-notice", "target-assessment", "policy-document-report", "meeting-item-form",
    "meeting-item-content", "meeting-item-closing", "instruction-handler", "instruction-closing", "visit-closing",
    "visit-report", "proposal-usual", "proposal-longest", "motion", "deliberation-approval", "deliberation-report",
    "message", "recheck", "led-inspection", "superior-report", "deployment-report", "superior-inspection-closing",
    "superior-inspection-report", "instruction-report", "monthly-progress", "reasons-in-advance",
    "two-notices-one-referral", "notice-followed", "referral-consent", "leader-in-charge", "county-staff",
)  # fmt: skip
