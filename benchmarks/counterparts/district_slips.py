"""第十一、十五至十七条 by hand: slips of three colours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from counterparts.by_hand import Fields, Found, among, every, not_after, required, some, steps, undetermined
from counterparts.district_book import Book

SIGNERS = {"blue": "office_head", "yellow": "district_leader", "red": "district_head"}
COLOURS = tuple(SIGNERS)
CAUSES = {
    "yellow": ("passive", "no_good_reason", "late_after_extension"),
    "red": ("ignored", "refused"),
}


ANSWER = timedelta(days=2)


def slips(book: Book) -> Iterator[Found]:
    for row in book.rows["reminder"]:
        colour, subject = row["colour"], row["id"]
        by_colour = [
            (row["signed"] if colour == name else None, among(row["signer_role"], SIGNERS[name])) for name in COLOURS
        ]
        others = [place for place, name in enumerate(COLOURS, 1) if name != colour]
        yield from steps("slip-signing", subject, [*by_colour, (row["date"], True)], others)
        cause = among(row["cause"], *CAUSES[colour]) if colour in CAUSES else True
        yield from required("slip-cause", subject, True, cause)
        yield ("slip-consequence", subject, "concluded", None, None, None)
        yield from AFTER_SLIP[colour](book, row)
    for matter in book.matters.values():
        yield from climbed(matter["id"], book.of("reminder", matter))


def climbed(subject: str, issued: Sequence[Fields]) -> Iterator[Found]:
    """蓝、黄、红：没有发过前一种就发的，先后不对。"""
    reached = 0
    seen: dict[str, date] = {}
    for slip in issued:
        seen.setdefault(slip["colour"], slip["date"])
    for day in sorted(set(seen.values())):
        step = max(place for place, colour in enumerate(COLOURS, 1) if seen.get(colour) == day)
        if step > reached:
            before = COLOURS[step - 2]
            in_order = step == 1 or (before in seen and seen[before] <= day)
            yield ("slips", subject, "reached" if in_order else "breached", day, step, None)
            reached = step


def after_blue(book: Book, row: Fields) -> Iterator[Found]:
    """2日内反馈；受客观因素影响的，写明原因及意见，经主管领导审签后提报，再由主要领导审定。"""
    yield blue_answer(book, row)
    if row["cause"] is None:
        yield undetermined("outside-causes", row["id"])
    elif row["cause"] == "outside_causes":
        settled = among(row["settler_role"], "district_head")
        taken = [(row["leader_signed"], True), (row["answered"], row["reasons_in_writing"]), (row["settled"], settled)]
        yield from steps("outside-causes", row["id"], taken)


def after_yellow(book: Book, row: Fields) -> Iterator[Found]:
    """承办单位主要领导当面向区政府主要领导解释说明，并反馈。"""
    in_person = every(among(row["explainer_role"], "unit_head"), among(row["explained_to"], "district_head"))
    taken = [(row["date"], True), (row["explained"], in_person), (row["answered"], True)]
    yield from steps("yellow-explanation", row["id"], taken)
    yield book.by("performance-copy", row, row["date"], row["copied_performance"])


def after_red(book: Book, row: Fields) -> Iterator[Found]:
    names = ("reported_to_head", "copied_discipline", "copied_organisation")
    told = all(not_after(row[name], row["date"]) for name in names)
    yield from required("red-report", row["id"], row["date"] < book.as_of, told)
    yield book.by("performance-copy", row, row["date"], row["copied_performance"])


def slip_due(book: Book, row: Fields, closing: Found, told: Sequence[Found]) -> Iterator[Found]:
    """未按期提报或办结的发蓝色催办单；其后不答复、无正当理由不办结、延期后仍不能办结的，发黄色催办单。"""
    unclosed = is_late(closing)
    late = some(unclosed, *map(is_late, told))
    slips = book.of("reminder", row)
    answers = [blue_answer(book, slip) for slip in slips if slip["colour"] == "blue"]
    unanswered = any(is_late(answer) for answer in answers)
    expired = any(book.as_of > slip["date"] + ANSWER for slip in slips if slip["colour"] == "blue")
    no_reason = None if row["sufficient_reason"] is None else not row["sufficient_reason"]
    pressing = some(bool(book.extensions(row)), no_reason)
    yellow = some(unanswered, every(expired, unclosed, row["closed"] is None, pressing))
    asked = some(every(late, not slips), every(yellow, all(slip["colour"] != "yellow" for slip in slips)))
    if asked is None:
        yield undetermined("slip-due", row["id"])
    elif asked:
        yield ("slip-due", row["id"], "concluded", None, None, None)


def is_late(found: Found) -> bool | None:
    return None if found[2] == "undetermined" else found[2] in ("late", "overdue", "breached")


def blue_answer(book: Book, row: Fields) -> Found:
    return book.by("blue-answer", row, row["date"] + ANSWER, row["answered"])


AFTER_SLIP = {"blue": after_blue, "yellow": after_yellow, "red": after_red}
