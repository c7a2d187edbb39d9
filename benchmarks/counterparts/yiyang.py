"""益政办发〔2023〕10号 by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from counterparts.by_hand import (
    Fields,
    Found,
    Rows,
    among,
    by_id,
    every,
    known,
    limit,
    not_after,
    required,
    some,
    steps,
    undetermined,
)
from counterparts.yiyang_ledger import ledger
from counterparts.yiyang_list import Lists
from supervision_rules.calendar import WorkCalendar, add_months

__all__ = ["RULES", "judge", "ledger"]
IN_FORCE = (date(2023, 5, 4), date(2028, 5, 5))
EVENTS = {
    "unit": (),
    "project": ("date", "proposed", "approved", "issued", "changed", "change_consented"),
    "plan": (
        "date", "counties_consulted", "finance_opinion", "vice_mayor_reviewed", "deputy_secretary_reviewed", "issued",
        "source_agreed", "money_approved", "budgeted",
    ),
    "selection": (
        "date", "evaluated", "studied", "vice_mayor_consented", "deputy_secretary_consented", "publicised", "submitted",
        "reviewed", "approved", "issued", "copied_organisation", "made_public", "paid",
    ),
    "publicity": ("date",),
    "nomination": ("date",),
    "veto": ("date", "consented"),
    "appeal": ("date", "reviewed", "answered"),
    "sanction": ("date",),
    "finding": ("date",),
}  # fmt: skip


def judge(rows: Rows, as_of: date, calendar: WorkCalendar) -> set[Found]:
    if as_of < IN_FORCE[0]:
        return set()
    cycle = Cycle(governed(known(rows, as_of, EVENTS)), as_of, calendar)
    found = set(Lists(cycle.rows, as_of).found())
    for rule in (cycle.projects, cycle.plans, cycle.selections, cycle.publicity, cycle.appeals):
        found.update(rule())
    return found


def governed(rows: Rows) -> Rows:
    """The projects whose first event lies in the time in force, and all that belongs to them."""
    outside = {row["id"] for row in rows["project"] if not in_force(first_event("project", row))}
    return {name: [row for row in rows[name] if is_governed(name, row, outside)] for name in rows}


def is_governed(name: str, row: Fields, outside: set[str]) -> bool:
    if name == "unit":
        return True
    if name == "project" or row["project"] is not None:
        return row["id" if name == "project" else "project"] not in outside
    return in_force(row["date"])


def first_event(name: str, row: Fields) -> date | None:
    return min((row[event] for event in EVENTS[name] if row[event] is not None), default=None)


def in_force(day: date | None) -> bool:
    return day is None or IN_FORCE[0] <= day <= IN_FORCE[1]


def all_of(row: Fields, *names: str) -> date | None:
    """The day on which all had been done."""
    days = [row[name] for name in names]
    return None if None in days else max(days)


class Cycle:
    """The records of the yearly incentives as known by the day asked."""

    def __init__(self, rows: Rows, as_of: date, calendar: WorkCalendar) -> None:
        self.rows, self.as_of, self.calendar = rows, as_of, calendar
        self.by_id = by_id(rows["project"])

    def first(self, name: str, project: str, *events: str) -> date | None:
        """The first day on which all of these had happened to one of the project's plans or selections."""
        rows = (row for row in self.rows[name] if row["project"] == project)
        return min((day for row in rows if (day := all_of(row, *events)) is not None), default=None)

    def by(self, rule: str, row: Fields, due: date | None, done: date | None) -> Found:
        if due is None:
            return undetermined(rule, row["id"])
        return limit(rule, row["id"], due, done, self.as_of, self.calendar)

    # 第六、七、八、十一条：项目

    def projects(self) -> Iterator[Found]:
        for row in self.rows["project"]:
            subject, approved = row["id"], row["approved"]
            taken = [(row[name], True) for name in ("proposed", "approved", "issued")]
            yield from steps("measures-settlement", subject, taken)
            if row["changed"]:
                consent = (row["change_consented"], among(row["change_consent_role"], "mayor"))
                yield from steps("mid-year-change", subject, [consent, (row["changed"], True)])
            unsuitable = some(row["singly_assessed"], row["stage_finished"], negated(row["quantifiable"]))
            yield from required("project-suitability", subject, True, negated(unsuitable))
            few = None if row["sub_projects"] is None else row["sub_projects"] <= 3
            yield from required("sub-projects", subject, True, few)
            if approved is not None:
                yield self.by("plan-deadline", row, add_months(approved, 1), self.first("plan", subject, *READY))
            evaluated = self.first("selection", subject, "evaluated")
            yield self.by("evaluation-deadline", row, date(row["year"] + 1, 1, 31), evaluated)

    # 第六、八、十条：实施方案

    def plans(self) -> Iterator[Found]:
        for row in self.rows["plan"]:
            subject, finance = row["id"], row["finance_opinion"]
            reviews = [row["vice_mayor_reviewed"], row["deputy_secretary_reviewed"]]
            reviewed = all_of(row, "vice_mayor_reviewed", "deputy_secretary_reviewed")
            after = all(day is None or finance is None or day >= finance for day in reviews)
            taken = [(row["date"], True), (finance, True), (reviewed, after), (row["issued"], True)]
            yield from steps("plan-procedure", subject, taken, (1,))
            yield from required("plan-contents", subject, True, every(*(row[name] for name in CONTENTS)))
            if row["issued"] is not None:
                first = min((day for day in reviews if day is not None), default=row["issued"])
                consulted = not_after(row["counties_consulted"], first) and not_after(finance, first)
                yield from required("plan-consultation", subject, True, consulted)
            yield from self.new_money(row)
            few = None if row["indicators"] is None else row["indicators"] <= 10
            yield from required(
                "indicator-number", subject, True, some(few, row["mirrors_superior"], row["system_approved"])
            )
            yield from self.indicators(row, self.by_id[row["project"]])

    def new_money(self, row: Fields) -> Iterator[Found]:
        """商定资金来源，报批准，纳入当年财政预算，再兑现。"""
        if row["new_money"] is None:
            yield undetermined("new-money", row["id"])
        elif row["new_money"]:
            budgeted, paid = row["budgeted"], self.first("selection", row["project"], "paid")
            this_year = budgeted is None or budgeted.year == self.by_id[row["project"]]["year"]
            taken = [(row["source_agreed"], True), (row["money_approved"], True), (budgeted, this_year), (paid, True)]
            yield from steps("new-money", row["id"], taken)

    def indicators(self, row: Fields, project: Fields) -> Iterator[Found]:
        """同时涉及县市区或园区、乡镇（街道）的，分别制定指标；对园区不评价社会管理指标。"""
        if project["for_counties"] and (project["for_parks"] or project["for_townships"]):
            asked = [row[name] for whom, name in INDICATORS.items() if project[whom]]
            yield from required("separate-indicators", row["id"], True, every(*asked))
        if project["for_parks"]:
            yield from required("park-indicators", row["id"], True, negated(row["park_social_indicators"]))

    # 第六、十二、十五、十八、十九条：评选

    def selections(self) -> Iterator[Found]:
        for row in self.rows["selection"]:
            subject, issued = row["id"], row["issued"]
            taken = [(row[name], True) for name in COURSE]
            yield from steps("selection-procedure", subject, taken)
            yield from self.list_procedure(row)
            if row["submit_by"] is not None or row["publicised"] is not None:
                yield self.by("list-submission", row, row["submit_by"], row["submitted"])
            if row["submitted"] is not None:
                yield from required("submission-contents", subject, True, every(*(row[name] for name in SUBMITTED)))
            if issued is not None:
                approved = not_after(row["approved"], issued)
                told = row["copied_organisation"] is not None and row["made_public"] is not None
                yield from required("notice-issue", subject, True, every(approved, row["office_name"], told))
                yield self.by("reward-deadline", row, date(issued.year, 12, 31), row["paid"])

    def list_procedure(self, row: Fields) -> Iterator[Found]:
        """集体研究，同意，公示满3个工作日，再报送、审核。"""
        studied, publicised = row["studied"], row["publicised"]
        used = min((day for day in (row["submitted"], row["reviewed"]) if day is not None), default=None)
        consents = [row["vice_mayor_consented"], row["deputy_secretary_consented"]]
        consented = all_of(row, "vice_mayor_consented", "deputy_secretary_consented")
        after = all(day is None or studied is None or day >= studied for day in consents)
        waited = used is None or publicised is None or used > self.calendar.add_workdays(publicised, 3)
        taken = [(studied, True), (consented, after), (publicised, True), (used, waited)]
        yield from steps("list-procedure", row["id"], taken)

    # 第十二、十三、十四条：公示和申诉

    def publicity(self) -> Iterator[Found]:
        for row in self.rows["publicity"]:
            subject, last = row["id"], row["last_day"]
            last = None if last is None or last > self.as_of else last  # a day to come has not been reached
            long_enough = last is None or last >= self.calendar.add_workdays(row["date"], 3)
            yield from steps("publicity-length", subject, [(row["date"], row["on_website"]), (last, long_enough)])
            yield from required("appeal-telephone", subject, True, row["appeal_phone"] is not None)
            channels = row["report_phone"] is not None and row["report_mailbox"] is not None
            yield from required("report-channels", subject, True, channels)

    def appeals(self) -> Iterator[Found]:
        for row in self.rows["appeal"]:
            issued = self.first("selection", row["project"], "issued")
            issued = None if issued is None or row["date"] > issued else issued
            taken = [(row["date"], True), (row["reviewed"], True), (row["answered"], True), (issued, True)]
            yield from steps("appeal-answer", row["id"], taken, (4,))


READY = ("vice_mayor_reviewed", "deputy_secretary_reviewed", "issued")
"""What makes a plan ready."""
CONTENTS = ("quotas_stated", "indicators_stated", "procedure_stated", "rewards_stated", "fund_use_stated")
INDICATORS: Mapping[str, str] = {
    "for_counties": "county_indicators",
    "for_parks": "park_indicators",
    "for_townships": "township_indicators",
}
COURSE = ("evaluated", "publicised", "submitted", "reviewed", "approved", "issued", "paid")
SUBMITTED = ("list_submitted", "measures_submitted", "scores_submitted")


def negated(answer: Any) -> bool | None:
    return None if answer is None else not answer


RULES = (
    "recipient-class", "no-self-nomination", "measures-settlement", "plan-procedure", "selection-procedure",
    "mid-year-change", "project-suitability", "sub-projects", "plan-deadline", "plan-contents", "plan-consultation",
    "new-money", "county-quota", "unit-quota", "park-quota", "township-quota", "financial-quota", "indicator-number",
    "separate-indicators", "park-indicators", "evaluation-deadline", "by-score", "list-procedure", "publicity-length",
    "appeal-telephone", "appeal-answer", "report-channels", "list-submission", "submission-contents",
    "disqualification", "veto-consent", "no-replacement", "notice-issue", "reward-deadline",
)  # fmt: skip
