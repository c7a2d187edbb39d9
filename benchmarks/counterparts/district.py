"""某某区政府督查室督查工作实施办法 by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from counterparts.by_hand import (
    Fields,
    Found,
    Rows,
    among,
    known,
    not_after,
    required,
    some,
    steps,
    undetermined,
    unfinished,
)
from counterparts.district_book import EVENTS, Book
from counterparts.district_ledger import ledger
from counterparts.district_scores import Year
from counterparts.district_slips import slip_due, slips
from supervision_rules.calendar import CALENDAR_YEARS, PeriodKind, WorkCalendar, period_of

__all__ = ["RULES", "judge", "ledger"]
CADENCES: Mapping[str, tuple[str, PeriodKind]] = {
    "quarterly-report": ("ordinary", "quarter"),
    "monthly-report": ("greater", "month"),
    "weekly-report": ("special", "week"),
}


def judge(rows: Rows, as_of: date, calendar: WorkCalendar) -> set[Found]:
    book = Book(known(rows, as_of, EVENTS), as_of, calendar)
    found: set[Found] = set()
    for rule in (matters, reports, objections, slips, reviews, accountability, Year.all):
        found.update(rule(book))
    return found


# 第八至十条、第十二、十三、十五条：督查事项


def matters(book: Book) -> Iterator[Found]:
    for row in book.matters.values():
        approved = among(row["approver_role"], "office_head")
        begun = row["handed_over"] or row["received"]
        yield from steps("matter-approval", row["id"], [(row["approved"], approved), (begun, True)])
        if begun is not None:
            yield from handed_over(book, row, begun)
        if row["received"] is not None:
            named = all(row[name] is not None for name in ("unit_leader", "section", "handler"))
            yield from required("responsibility", row["id"], True, named)
        reviews = book.of("review", row)
        if any(review["archived"] for review in reviews):
            roles = {review["reviewer_role"] for review in reviews}
            yield from required("review-by-both", row["id"], True, {"district_leader", "district_head"} <= roles)


def handed_over(book: Book, row: Fields, begun: date) -> Iterator[Found]:
    stated = all(row[name] is not None for name in ("content", "unit", "set_date", "importance"))
    yield from required("matter-content", row["id"], True, stated)
    closing = book.by("closing", row, book.due(row), row["closed"])
    told = [*told_by_period(book, row, begun), book.by("result-report", row, book.due(row), book.reported(row))]
    yield from (closing, *told)
    yield from slip_due(book, row, closing, told)


def told_by_period(book: Book, row: Fields, begun: date) -> Iterator[Found]:
    """一般重要的每季、比较重要的每月、特别重要的每周提报。"""
    for rule, (importance, each) in CADENCES.items():
        if row["importance"] is None:
            yield undetermined(rule, row["id"])
        elif row["importance"] == importance:
            yield from progress(book, rule, row, begun, each)


def progress(book: Book, rule: str, row: Fields, begun: date, each: PeriodKind) -> Iterator[Found]:
    """每季、每月、每周提报一次办理结果。"""
    made: dict[date, date] = {}
    for report in book.of("report", row):
        if report["kind"] in ("progress", "result"):
            made.setdefault(period_of(report["covers"] or report["date"], each).first, report["date"])
    for period in CALENDAR_YEARS.between(begun, row["closed"] or book.as_of, each):
        day, due = made.get(period.first), period.last
        if day is not None:
            late = max(0, (day - due).days)
            yield (rule, row["id"], "late" if late else "on_time", due, late, period.first)
        elif book.as_of > due:
            yield (rule, row["id"], "breached", due, 1, period.first)
        else:
            yield (rule, row["id"], unfinished(due, book.as_of, book.calendar), due, 0, period.first)


def reports(book: Book) -> Iterator[Found]:
    for row in book.rows["report"]:
        if row["kind"] in ("progress", "result"):
            yield from required("report-in-writing", row["id"], True, row["in_writing"])
    for row in book.rows["news"]:
        importance = book.matters[row["matter"]]["importance"]
        if importance is None:
            yield undetermined("instant-news", row["id"])
        elif importance == "special":
            yield book.by("instant-news", row, row["date"], row["reported"])


def objections(book: Book) -> Iterator[Found]:
    for row in book.rows["objection"]:
        yield book.by("objection-in-time", row, book.matters[row["matter"]]["received"], row["date"])
        written = some(*(other["in_writing"] for other in book.of("objection", book.matters[row["matter"]])))
        yield from required("objection-in-writing", row["id"], True, written)


def reviews(book: Book) -> Iterator[Found]:
    """审阅通过的归档；未通过的重新督办。"""
    for row in book.rows["review"]:
        passed, restarted = row["passed"], row["restarted"]
        taken = [
            (row["date"], among(row["reviewer_role"], "district_leader", "district_head")),
            (None if passed else restarted, True),
            (row["archived"], passed),
        ]
        yield from steps("result-review", row["id"], taken, (2,) if passed else ())
        if passed is None and restarted is None:
            yield undetermined("supervised-again", row["id"])
        elif passed is False and restarted is None:
            yield ("supervised-again", row["id"], "concluded", None, None, None)


def accountability(book: Book) -> Iterator[Found]:
    for row in book.rows["finding"]:
        if row["kind"] == "dereliction":
            judged = row["judge_role"] is not None or row["judged_by"] is not None
            yield ("accountability", row["id"], "concluded" if judged else "due_for", None, None, None)
    for row in book.rows["accountability"]:
        done = row["self_criticism"] is not None and row["district_notice"] is not None
        together = row["district_notice"] == book.as_of or all(
            not_after(row[name], row["district_notice"]) for name in ("copied_discipline", "copied_organisation")
        )
        yield from required("accountability-complete", row["id"], row["date"] < book.as_of, done and together)


RULES = (
    "quarterly-report", "monthly-report", "weekly-report", "instant-news", "matter-approval", "matter-content",
    "responsibility", "objection-in-time", "objection-in-writing", "slip-signing", "result-report",
    "report-in-writing", "result-review", "review-by-both", "supervised-again", "closing", "slip-due", "slip-cause",
    "slips", "blue-answer", "outside-causes", "yellow-explanation", "red-report", "slip-consequence",
    "performance-copy", "accountability", "accountability-complete", "rank", "annual-score", "commendation",
    "experience", "approval", "research", "effectiveness", "disapproval", "prompted-late", "late-receipt",
    "late-report", "late-objection", "poor-quality", "false-report", "slip-deduction",
)  # fmt: skip
