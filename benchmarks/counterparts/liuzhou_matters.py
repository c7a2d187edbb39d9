"""柳政发〔2021〕25号，一（二）（四）、三（三）（四）：督查事项。"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from types import MappingProxyType

from counterparts.by_hand import Fields, Found, among, every, not_after, required, some, steps, undetermined
from counterparts.liuzhou_book import Book

NOT_ARRANGED = ("minutes", "meeting_document", "reconsideration", "superior_inspection")
AT_ONCE = ("decision", "important_document", "important_meeting", "superior_document", "instruction")
DECIDED = ("decision", "important_document", "important_meeting", "instruction")
FROM_ABOVE = ("national", "provincial")


def matters(book: Book) -> Iterator[Found]:
    reports, extended = book.reported(), book.extended()
    for stated in book.rows["matter"]:
        days = [day for day in (stated["reported"], reports.get(stated["id"])) if day is not None]
        row = {**stated, "reported": min(days, default=None)}
        if stated["id"] in extended:
            row |= {"set_date": extended[stated["id"]], "report_by": None}
        yield from basis(row)
        yield from LIMITS.get(row["kind"], other)(book, row)
        yield from arranged(book, row)
        yield from upward(book, row)


def basis(row: Fields) -> Iterator[Found]:
    origin, subject = row["origin"], row["id"]
    if row["handed_over"] is not None:
        own = among(origin, "government_decision", "head_instruction", "office_proposal")
        determined = every(not_after(row["approved"], row["handed_over"]), among(row["approver_role"], "mayor"))
        yield from required("matter-basis", subject, True, some(own, determined))
    if origin == "office_proposal":
        approved = (row["approved"], among(row["approver_role"], "mayor"))
        yield from steps("proposal-approval", subject, [approved, (row["handed_over"], True)])


def arranged(book: Book, row: Fields) -> Iterator[Found]:
    kind, received, done = row["kind"], row["received"], row["arranged"]
    if kind in AT_ONCE:
        yield book.within("arrange-same-day", row, received, 0, done)
    elif kind not in NOT_ARRANGED:
        yield book.by("arrange-other", row, received and received + timedelta(days=3), done)


def upward(book: Book, row: Fields) -> Iterator[Found]:
    asked = from_above(row)
    if asked is None:
        yield undetermined("report-upward", row["id"])
    elif asked:
        yield book.by("report-upward", row, row["report_by"] or row["set_date"], row["reported"])


def from_above(row: Fields) -> bool | None:
    """中央、自治区的决策部署、批示和交办事项；决策部署、批示没有写明层级的，不知道是不是。"""
    if row["level"] is None and row["kind"] in DECIDED:
        return None
    above = row["level"] in FROM_ABOVE and row["kind"] not in ("superior_inspection", "rectification")
    return row["kind"] == "superior_document" or above


def of_the_city(row: Fields) -> bool | None:
    """市政府（领导）的。"""
    return among(row["level"], "city")


def other(book: Book, row: Fields) -> Iterator[Found]:
    return iter(())


def instruction(book: Book, row: Fields) -> Iterator[Found]:
    asked = of_the_city(row)
    if asked is None:
        yield undetermined("instruction-dispatch", row["id"])
        yield undetermined("instruction-reply", row["id"])
    if not asked:
        return
    received = row["received"]
    yield book.within("instruction-dispatch", row, received, 0, row["dispatched"])
    rule, done = "instruction-reply", row["replied"]
    own = every(row["own_remit"], row["ordinary"])
    for asked, workdays in (
        (row["needs_policy"], 30),
        (row["needs_investigation"], 20),
        (row["joint"], 7),
        (own, 0),
        (True, 5),
    ):
        if asked is None:
            yield undetermined(rule, row["id"])
        elif asked and workdays == 30 and row["assigned"]:
            yield book.by(rule, row, row["assigned"], done)
        elif asked:
            yield book.within(rule, row, received, workdays, done)
        else:
            continue
        return


def minutes(book: Book, row: Fields) -> Iterator[Found]:
    yield book.within("minutes-issue", row, row["date"], 5, row["issued"])


def meeting_document(book: Book, row: Fields) -> Iterator[Found]:
    revision = row["revision"]
    if revision == "none":
        yield book.within("meeting-document-issue", row, row["date"], 7, row["issued"])
    elif revision == "major":
        yield book.within("meeting-document-issue", row, row["date"], 15, row["issued"])
        yield book.within("drafter-revision", row, row["date"], 10, row["revised"])
    else:
        yield undetermined("meeting-document-issue", row["id"])
        if revision is None:
            yield undetermined("drafter-revision", row["id"])


def reconsideration(book: Book, row: Fields) -> Iterator[Found]:
    yield book.within("reconsideration-submission", row, row["date"], 10, row["submitted"])


def decision(book: Book, row: Fields) -> Iterator[Found]:
    """没有时限要求的在30日内报告贯彻落实情况。"""
    asked = of_the_city(row)
    if asked is None:
        yield undetermined("city-report", row["id"])
    elif asked:
        due = row["report_by"] or row["set_date"] or (row["date"] and row["date"] + timedelta(days=30))
        yield book.by("city-report", row, due, row["reported"])


def rectification(book: Book, row: Fields) -> Iterator[Found]:
    yield book.by("rectification-list", row, row["set_date"], row["list_made"])
    if row["major_circumstance"] is None:
        yield undetermined("major-circumstance", row["id"])
    elif row["major_circumstance"]:
        yield from steps("major-circumstance", row["id"], [(row["urgent_reported"], True), (row["closed"], True)])


def superior_inspection(book: Book, row: Fields) -> Iterator[Found]:
    scope, subject = row["inspection_scope"], row["id"]
    asked = among(row["level"], *FROM_ABOVE)
    if asked is False:
        return
    if asked is None or scope is None:
        yield undetermined("inspection-from-above", subject)
        yield undetermined("inspection-from-above-kept", subject)
        return
    yield ("inspection-from-above", subject, "concluded", None, None, None)
    if scope == "comprehensive":
        kept = every(among(row["led_by"], "office"), among(row["coordinated_by"], "supervision_office"))
    else:
        kept = every(among(row["coordinated_by"], "office"), among(row["counterpart"], "section"))
    yield from required("inspection-from-above-kept", subject, True, kept)


LIMITS: Mapping[str, Callable[[Book, Fields], Iterator[Found]]] = MappingProxyType(
    {
        "instruction": instruction,
        "minutes": minutes,
        "meeting_document": meeting_document,
        "reconsideration": reconsideration,
        "decision": decision,
        "important_document": decision,
        "important_meeting": decision,
        "rectification": rectification,
        "superior_inspection": superior_inspection,
    }
)
