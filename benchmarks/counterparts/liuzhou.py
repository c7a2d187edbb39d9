"""柳政发〔2021〕25号 by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from counterparts.by_hand import (
    Fields,
    Found,
    Rows,
    among,
    by_id,
    every,
    known,
    not_after,
    required,
    some,
    steps,
    undetermined,
)
from counterparts.liuzhou_book import IN_FORCE, Book
from counterparts.liuzhou_ledger import ledger
from counterparts.liuzhou_matters import matters
from counterparts.liuzhou_years import accountability, budgets, points, quarterly_notice
from supervision_rules.calendar import WorkCalendar

__all__ = ["RULES", "judge", "ledger"]

EVENTS = {
    "unit": (),
    "matter": (
        "date", "proposed", "approved", "posted", "transferred", "handed_over", "received", "dispatched", "arranged",
        "comments_received", "meeting_began", "revised", "submitted", "issued", "list_made", "urgent_reported",
        "reported", "replied", "answered", "closed",
    ),
    "report": ("date",),
    "extension": ("date", "approved"),
    "inspection": ("date",),
    "mandate": ("date",),
    "draft": ("date", "approved"),
    "submission": ("date",),
    "staffing": ("date",),
    "notice": ("date", "content_settled", "signed"),
    "return_visit": ("date",),
    "finding": ("date",),
    "commendation": ("date",),
    "appraisal": ("date",),
    "budget": ("date",),
}  # fmt: skip


def judge(rows: Rows, as_of: date, calendar: WorkCalendar) -> set[Found]:
    if as_of < IN_FORCE:
        return set()
    book = Book(known(rows, as_of, EVENTS, IN_FORCE), as_of, calendar)
    found: set[Found] = set()
    for rule in (
        inspections, matters, drafts, staffing, submissions, notices, quarterly_notice, appraisals, commendations,
    ):  # fmt: skip
        found.update(rule(book))
    for of_a_year in (points, budgets, accountability):
        found.update(told for told in of_a_year(book) if book.there(told[1], told[5]))
    return found


def inspections(book: Book) -> Iterator[Found]:
    """未经市人民政府指定，任何市政府组成部门不得开展政府督查。"""
    mandates, units = by_id(book.rows["mandate"]), by_id(book.rows["unit"])
    for row in book.rows["inspection"]:
        unit = units.get(row["unit"])
        is_supervision = row["kind"] not in ("routine_check", "research_visit")
        asked = every(is_supervision, among(unit["group"] if unit else None, "municipal"))
        mandate = mandates.get(row["mandate"])
        met = mandate is not None and designated(mandate, row, units.get(mandate["grantor"]), book.as_of)
        yield from required("department-designation", row["id"], asked, met)


def designated(mandate: Fields, row: Fields, grantor: Fields | None, as_of: date) -> bool | None:
    """按照市人民政府指定的事项、范围、职责、期限；没有结束日期的，到判定日还在进行。"""
    by_role = among(mandate["granted_by"], "government", "standing_meeting")
    return every(
        among(mandate["basis"], "designation"),
        by_role if grantor is None else every(grantor["is_government"], among(grantor["tier"], "city")),
        mandate["date"] <= row["date"],
        same(mandate["unit"], row["unit"]),
        mandate["subject"] is not None or mandate["matter"] is not None,
        *(mandate[name] is not None for name in ("scope", "duty", "since", "until")),
        mandate["matter"] is None or same(mandate["matter"], row["matter"]),
        mandate["object"] is None or same(mandate["object"], row["object"]),
        not_after(mandate["since"], row["date"]),
        not_after(row["last_day"] or as_of, mandate["until"]),
    )


def same(one: str | None, other: str | None) -> bool | None:
    return None if one is None or other is None else one == other


def drafts(book: Book) -> Iterator[Found]:
    for row in book.rows["draft"]:
        by_mayor = every(not_after(row["approved"], row["date"]), among(row["approver_role"], "mayor"))
        met = some(row["superior_basis"], by_mayor)
        yield from required("office-matter-in-draft", row["id"], row["creates_office_matter"], met)


def staffing(book: Book) -> Iterator[Found]:
    """市政府层面建立一支由5-8名…组成的专职（兼职）督查专员队伍。"""
    units = by_id(book.rows["unit"])
    for row in book.rows["staffing"]:
        unit = units[row["unit"]]
        asked = every(
            among(unit["group"], "government", "supervision_office", "government_office"), among(unit["tier"], "city")
        )
        full, part = row["full_time_commissioners"], row["part_time_commissioners"]
        met = None if full is None or part is None else 5 <= full + part <= 8
        yield from required("commissioner-number", row["id"], asked, met)


def submissions(book: Book) -> Iterator[Found]:
    for row in book.rows["submission"]:
        content = every(row["in_writing"], row["differences_stated"])
        yield from required("submission-content", row["id"], True, content)
        options = None if row["options"] is None else row["options"] >= 2
        yield from required("submission-options", row["id"], True, every(options, row["preference_stated"]))


def notices(book: Book) -> Iterator[Found]:
    for row in book.rows["notice"]:
        if row["kind"] == "list_notice" and row["level"] == "city":
            by_government = among(row["settler_role"], "government", "standing_meeting")
            settled = every(not_after(row["content_settled"], row["date"]), by_government)
            form = every(among(row["form"], "special_report"), settled)
            yield from required("notice-form", row["id"], True, form)
            asked = among(row["occasion"], "further", "special")
            yield from required("notice-instructed", row["id"], asked, row["mayor_instructed"])
            signed = among(row["signer_role"], "executive_vice_mayor")
            yield from steps("notice-signature", row["id"], [(row["signed"], signed), (row["date"], True)])


def appraisals(book: Book) -> Iterator[Found]:
    for row in book.rows["appraisal"]:
        points, bonus = row["item_points"], row["bonus_points"]
        met = every(None if points is None else points <= 20, (bonus or 0) <= 5)
        yield from required("appraisal-maxima", row["id"], True, met)


def commendations(book: Book) -> Iterator[Found]:
    units = by_id(book.rows["unit"])
    for row in book.rows["commendation"]:
        if row["kind"] != "incentive" or row["level"] != "national":
            continue
        yield ("national-incentive", row["id"], "concluded", None, None, None)
        county = among(units[row["unit"]]["group"], "county")
        if county is None:
            yield undetermined("county-support", row["id"])
        elif county:
            yield ("county-support", row["id"], "concluded", None, None, None)


RULES = (
    "department-designation", "matter-basis", "proposal-approval", "office-matter-in-draft", "inspection-from-above",
    "inspection-from-above-kept", "commissioner-number", "submission-content", "submission-options",
    "instruction-dispatch", "minutes-issue", "arrange-same-day", "arrange-other", "meeting-document-issue",
    "drafter-revision", "reconsideration-submission", "report-upward", "city-report", "instruction-reply",
    "rectification-list", "major-circumstance", "notice-form", "notice-signature", "notice-instructed",
    "quarterly-notice", "appraisal-maxima", "supervision-score", "bonus-points", "black-list-points",
    "national-incentive", "regional-incentive-bonus", "budget-increase", "county-support", "accountability",
)  # fmt: skip
