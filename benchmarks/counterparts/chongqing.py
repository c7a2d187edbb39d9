"""渝府办发〔2021〕144号 by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from counterparts.by_hand import Fields, Found, Rows, among, by_id, every, known, required, some, steps, undetermined
from counterparts.chongqing_ledger import ledger
from supervision_rules.calendar import WorkCalendar

__all__ = ["RULES", "judge", "ledger"]

EVENTS = {
    "unit": (),
    "mandate": ("date",),
    "inspection": (
        "date", "applied", "reviewed", "approved", "planned", "trained", "concluded", "told", "rectification_checked",
        "proposed",
    ),
    "appeal": ("date", "reviewed"),
}  # fmt: skip
TIERS = ("provincial", "city", "county", "township")
HEADS = {"provincial": "mayor", "city": "mayor", "county": "district_head"}
"""The head of the government of a tier."""
UNANNOUNCED = ("no_notice", "no_greeting", "no_report_heard", "no_escort", "straight_to_grassroots", "straight_to_site")


def judge(rows: Rows, as_of: date, calendar: WorkCalendar) -> set[Found]:
    records = known(rows, as_of, EVENTS)
    units, mandates = by_id(records["unit"]), by_id(records["mandate"])
    found = set(appeals(records))
    inspections = []
    for row in records["inspection"]:
        if row["kind"] == "routine_check":
            found.update(required("routine-name", row["id"], True, refused(row["called_supervision"])))
        elif row["kind"] == "research_visit":
            found.update(required("research-only", row["id"], True, refused(row["in_substance"])))
        else:
            inspections.append(row)
            unit = units.get(row["unit"], {})
            found.update(authority(row, units, mandates.get(row["mandate"]), as_of))
            found.update(course(row, unit))
            found.update(after(row))
            found.update(ways(row))
    found.update(repetitions(inspections, as_of))
    return found


def refused(answer: bool | None) -> bool | None:
    return None if answer is None else not answer


# 一、三：未经指定或批准，部门不得对下级人民政府开展督查；严禁越权督查


def authority(row: Fields, units: Mapping[str, Fields], mandate: Fields | None, as_of: date) -> Iterator[Found]:
    unit, target = units.get(row["unit"], {}), units.get(row["object"], {})
    asked = every(
        among(unit.get("group"), "municipal", "department"),
        target.get("is_government") if target else None,
        lower(target.get("tier"), unit.get("tier")),
    )
    # a mandate that is named and not on record by the day asked: nothing is known of it
    authorised: bool | None = None if row["mandate"] else False
    within = authorised
    if mandate is not None:
        basis, own = mandate["basis"], of_own_level(units.get(mandate["grantor"]), unit, units)
        by_head = every(among(basis, "approval"), is_head(mandate["granted_by"], unit.get("tier")))
        by_head = every(by_head, mandate["grantor"] is None or own)
        granted = some(among(basis, "law"), every(among(basis, "designation"), own), by_head)
        authorised = every(mandate["date"] <= row["date"], granted)
        within = every(authorised, *limits(mandate, row, as_of))
    yield from required("mandate", row["id"], asked, authorised)
    yield from required("beyond-mandate", row["id"], asked, within)


def of_own_level(grantor: Fields | None, unit: Fields, units: Mapping[str, Fields]) -> bool | None:
    """本级人民政府：市级部门的是市政府，区县部门的是所属的区县政府。"""
    if grantor is None:
        return None if unit.get("tier") in HEADS else False
    if not grantor["is_government"]:
        return False
    if unit.get("tier") in ("provincial", "city"):
        return grantor["tier"] in ("provincial", "city")
    parent = units.get(unit.get("parent") or "")
    is_other = parent is not None and parent["is_government"] and parent["id"] != grantor["id"]
    return bool(unit.get("tier") == "county" and grantor["tier"] == "county" and not is_other)


def lower(tier: str | None, than: str | None) -> bool | None:
    """Whether a tier is below another."""
    return None if tier is None or than is None else TIERS.index(tier) > TIERS.index(than)


def is_head(role: str | None, tier: str | None) -> bool | None:
    """本级人民政府行政首长。"""
    return None if role is None or tier is None else role == HEADS.get(tier)


def limits(mandate: Fields, row: Fields, as_of: date) -> Iterator[bool | None]:
    """What the mandate is limited to: unit, object, matter and term; what it leaves open is no limit.

    An inspection without a last day still goes on.
    """
    for name in ("unit", "object", "matter"):
        if mandate[name] is not None:
            yield among(row[name], mandate[name])
    yield mandate["since"] is None or mandate["since"] <= row["date"]
    yield mandate["until"] is None or (row["last_day"] or as_of) <= mandate["until"]


# 二：督查程序


def course(row: Fields, unit: Fields) -> Iterator[Found]:
    """申报、审核、批准、方案、培训、督查、结论、（核查整改）、建议。"""
    concluded, last_day, proposed = row["concluded"], row["last_day"], row["proposed"]
    role, basis = row["approver_role"], row["proposal_basis"]
    approved = some(among(role, "government", "standing_meeting"), is_head(role, unit.get("tier")))
    is_over = last_day is None or concluded is None or last_day <= concluded
    checked = row["rectification_checked"] if proposed and basis == "rectification" else None
    taken = [
        (row["applied"], True),
        (row["reviewed"], among(row["reviewer_role"], "supervision_office")),
        (row["approved"], approved),
        (row["planned"], every(row["plan_content"], row["plan_objects"], row["plan_scope"])),
        (row["trained"], True),
        (row["date"], True),
        (concluded, is_over),
        (checked, True),
        (proposed, True),
    ]
    yield from steps("course", row["id"], taken, optional=() if basis == "rectification" else (8,))


def after(row: Fields) -> Iterator[Found]:
    concluded = (row["concluded"], True)
    yield from steps("told", row["id"], [concluded, (row["told"], True)])
    if row["rectification_required"] is None:
        yield undetermined("rectification", row["id"])
    elif row["rectification_required"]:
        yield from steps("rectification", row["id"], [concluded, (row["rectification_checked"], True)])


def appeals(records: Rows) -> Iterator[Found]:
    inspections = by_id(records["inspection"])
    for row in records["appeal"]:
        inspection = inspections.get(row["inspection"])
        if inspection is not None:
            taken = [(inspection["concluded"], True), (row["date"], True), (row["reviewed"], True)]
            yield from steps("appeal", row["id"], taken)


# 三、四


def ways(row: Fields) -> Iterator[Found]:
    subject = row["id"]
    yield from required("annual-plan", subject, True, row["in_annual_plan"])
    yield from required("no-replacement", subject, True, refused(row["replaces_routine"]))
    if row["kind"] == "unannounced_inspection":
        yield from required("unannounced", subject, True, every(*(row[name] for name in UNANNOUNCED)))
    people = two_thirds(row["staff_on_leads"], row["staff"])
    time = two_thirds(row["time_on_leads"], row["time_spent"])
    asked = row["kind"] not in ("unannounced_inspection", "clue_check")
    yield from required("two-thirds", subject, asked, every(people, time))


def two_thirds(part: int | None, whole: int | None) -> bool | None:
    return None if part is None or whole is None else part * 3 >= whole * 2


def repetitions(inspections: Sequence[Fields], as_of: date) -> Iterator[Found]:
    """严禁重复督查、多头督查（同一事项）；尽量避免同一时间内对同一对象重复（不同事项）。"""
    of_object: dict[str, list[Fields]] = defaultdict(list)
    for row in sorted(inspections, key=lambda row: (row["date"], row["id"])):
        before = of_object[row["object"]]
        same = [other for other in before if other["matter"] == row["matter"]]
        yield repeated("repeated", row, any(other["unit"] == row["unit"] for other in same))
        yield repeated("several-bodies", row, any(other["unit"] != row["unit"] for other in same))
        yield same_time(row, [other for other in before if other["matter"] != row["matter"]], as_of)
        before.append(row)


def repeated(rule: str, row: Fields, is_repeated: bool) -> Found:
    return (rule, row["id"], "breached" if is_repeated else "met", row["date"] if is_repeated else None, None, None)


def same_time(row: Fields, others: Sequence[Fields], as_of: date) -> Found:
    """The overlap with the first of the earlier inspections that it meets; one without a last day goes on."""
    ends = (min(row["last_day"] or as_of, other["last_day"] or as_of) for other in others)
    end = next((end for end in ends if end >= row["date"]), None)
    if end is None:
        return ("same-time", row["id"], "met", None, None, None)
    return ("same-time", row["id"], "breached", row["date"], (end - row["date"]).days + 1, None)


RULES = (
    "mandate", "course", "rectification", "told", "appeal", "appeal-limit", "annual-plan", "same-time", "repeated",
    "several-bodies", "beyond-mandate", "routine-name", "no-replacement", "research-only", "unannounced", "two-thirds",
)  # fmt: skip
