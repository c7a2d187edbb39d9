"""五（一）“两通报、一移交” by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from counterparts.bozhou_book import Book
from counterparts.by_hand import Fields, Found, among, steps
from supervision_rules.expressions import Interval

GOVERNMENT = ("government", "standing_meeting", "mayor")
REFERRAL = 3


def reminded(book: Book, row: Fields) -> Iterator[Found]:
    """催办1次或因质量退回；催办2次或领导提出要求仍落实不力；催办3次仍没有落实又不能充分说明原因。"""
    rule = "two-notices-one-referral"
    answered = min((day for day in (book.handled(row), book.reported(row)) if day), default=date.max)
    reminders = [reminder["date"] for reminder in book.of("reminder", row) if reminder["date"] <= answered]
    events = [(back["date"], "quality") for back in book.of("return", row) if back["cause"] == "quality"]
    events += [(demand["date"], "demand") for demand in book.of("demand", row) if demand["poorly_met"]]
    granted = {row["approved"] for row in book.of("extension", row) if row["approved"]}
    days = sorted({*reminders, *(day for day, _ in events), *granted})

    def climbed(doubtful: bool) -> list[tuple[date, int]]:
        """The days on which a higher step was reached, by the due day as it was known then."""
        reached: list[tuple[date, int]] = []
        for day in days:
            due = book.due_day(row, day)
            counted = [when for when in reminders if when <= day and (doubtful if due is None else when > due)]
            so_far = ["reminder" for _ in counted] + [what for when, what in events if when <= day]
            step = step_on(book, row, day, so_far) if so_far else 0
            lower = step_below(so_far) if step == REFERRAL else 0
            for each in (lower, step):  # the one below is reached, whether the referral is consented to or not
                if each > (reached[-1][1] if reached else 0):
                    reached.append((day, each))
        return reached

    most, sure = climbed(True), climbed(False)
    for day, step in sure:
        agreed = consents_given(book, row) if step == REFERRAL else [date.min]
        state = "reached" if agreed else "due_for"
        yield (rule, row["id"], state, max(day, min(agreed, default=date.min)), step, None)
    since, low = sure[-1] if sure else (date.min, 0)
    if most and most[-1][1] > low:  # whether the reminders came after the due day is not known
        day, high = most[-1]
        yield (rule, row["id"], "undetermined", max(day, since), Interval(low, high), None)


def step_on(book: Book, row: Fields, day: date, so_far: list[str]) -> int:
    count = so_far.count("reminder")
    handled = book.handled(row)
    done = row["fulfilled"] or (handled is not None and handled <= day)
    if count >= 3 and not done and not row["sufficient_reason"]:
        return REFERRAL
    return step_below(so_far)


def step_below(so_far: list[str]) -> int:
    return 2 if so_far.count("reminder") >= 2 or "demand" in so_far else 1


def consents_given(book: Book, row: Fields) -> list[date]:
    """经市政府同意的各日。"""
    stated = [referral for referral in book.of("referral", row) if referral["consent_role"] in GOVERNMENT]
    days = [consent["date"] for consent in consents(book, row)]
    return days + [referral["consented"] for referral in stated if referral["consented"]]


def consents(book: Book, row: Fields) -> list[Fields]:
    given = [consent for consent in book.of("consent", row) if consent["about"] == "referral"]
    return [consent for consent in given if consent["role"] in GOVERNMENT]


def notices_followed(book: Book) -> Iterator[Found]:
    """督查室通报的记入台账；办公室通报的，负责人说明，并提出整改措施：哪一样还没有。"""
    awaited = {"supervision_office": ("ledger_entered",), "office": ("explained", "measures_submitted")}
    for row in book.rows["notice"]:
        lacks = (row[name] is None for name in awaited.get(row["issuer_role"], ()))
        if row["kind"] == "criticism_notice" and any(lacks):
            yield ("notice-followed", row["id"], "concluded", None, None, None)


def referrals(book: Book) -> Iterator[Found]:
    """经市政府同意后移交市监察部门。"""
    for row in book.rows["referral"]:
        if row["to"] == "supervision":
            matter = book.matters.get(row["matter"])
            given = [consent["date"] for consent in consents(book, matter)] if matter else []
            if row["consented"] is not None and row["consent_role"] in GOVERNMENT:
                given.append(row["consented"])
            own = (row["consented"], among(row["consent_role"], *GOVERNMENT))
            consent = (min(given), True) if given else own
            yield from steps("referral-consent", row["id"], [consent, (row["date"], True)])
