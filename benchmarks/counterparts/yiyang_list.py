"""第五、九、十一、十六、十七条 by hand: who may be put forward, how many, in which order, and who is vetoed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from counterparts.by_hand import Fields, Found, Rows, among, by_id, every, required, some, steps, undetermined
from supervision_rules.expressions import Interval

LEADERS = ("mayor", "executive_vice_mayor", "vice_mayor", "government", "standing_meeting")
EXEMPT = ("work_safety", "road_safety", "petitions")
QUOTAS: Mapping[str, Mapping[str, int | None]] = {
    "county-quota": {"county": 3},
    "unit-quota": {"municipal": 6, "resident": 6},
    "park-quota": {"park-a": 2, "park-b": 2},
    "township-quota": {"township": None},
    "financial-quota": {"bank": 6, "insurer": 8, "local_finance": 2},
}
RESIDENT = ("central", "provincial")
RECIPIENTS = ("county", "municipal", "central", "provincial", "bank", "insurer", "local_finance")
ABOVE = ("national", "provincial")


class Lists:
    """The candidates of every project, and the vetoes that have the consent of the city's leaders."""

    def __init__(self, rows: Rows, as_of: date) -> None:
        self.rows = rows
        self.townships = sum(is_township(row) and exists(row, as_of) for row in rows["unit"])
        self.units, self.projects = by_id(rows["unit"]), by_id(rows["project"])
        self.nominations = by_id(rows["nomination"])
        self.candidates: dict[str, list[Fields]] = defaultdict(list)
        for row in rows["nomination"]:
            self.candidates[row["project"]].append(row)
        self.issued: dict[str, date] = {}
        for row in sorted((row for row in rows["selection"] if row["issued"]), key=lambda row: row["issued"]):
            self.issued.setdefault(row["project"], row["issued"])
        self.vetoed = {
            (row["project"], row["unit"])
            for row in rows["veto"]
            if row["consented"] is not None and row["consent_role"] in LEADERS
        }

    def is_vetoed(self, row: Fields) -> bool:
        return (row["project"], row["unit"]) in self.vetoed

    def leads(self, row: Fields) -> bool:
        """市直牵头单位，含联合牵头。"""
        project = self.projects[row["project"]]
        return row["unit"] in (project["unit"], *(project["co_units"] or ()))

    def eligible(self, row: Fields) -> bool | None:
        """属于激励对象，又不是牵头单位：别的不占名额，也不参加比较。"""
        return every(is_recipient(self.units[row["unit"]]), not self.leads(row))

    def found(self) -> Iterator[Found]:
        for row in self.rows["nomination"]:
            if row["nominated"] is False:
                yield from self.left_out(row)
            else:
                yield from required("recipient-class", row["id"], True, is_recipient(self.units[row["unit"]]))
                yield from required("no-self-nomination", row["id"], True, not self.leads(row))
                yield from self.disqualified(row)
            if row["replaces"] is not None and row["nominated"] is not False:
                empty = self.is_vetoed(self.nominations[row["replaces"]])
                yield from required("no-replacement", row["id"], True, not empty)
        for row in self.rows["veto"]:
            consent = (row["consented"], among(row["consent_role"], *LEADERS))
            issued = self.issued.get(row["project"])
            yield from steps("veto-consent", row["id"], [consent, (row["date"], True), (issued, True)])
        for project in self.rows["project"]:
            yield from self.quotas(project)

    # 第十一条：按量化得分高低提出拟激励名单

    def left_out(self, row: Fields) -> Iterator[Found]:
        """A candidate left out may not have scored more than one of the same class who is on the list."""
        group, eligible = group_of(self.units[row["unit"]]), self.eligible(row)
        if eligible is False or self.is_vetoed(row):
            return
        listed = [
            (other["score"], self.eligible(other))
            for other in self.candidates[row["project"]]
            if other["nominated"] is not False and group_of(self.units[other["unit"]]) == group
        ]
        lower = [
            every(able, None if score is None or row["score"] is None else score < row["score"])
            for score, able in listed
        ]
        passed_over = some(*lower)
        yield from required("by-score", row["id"], eligible, None if passed_over is None else not passed_over)

    # 第九条：名额

    def quotas(self, project: Fields) -> Iterator[Found]:
        """How many more were put forward than the quota; who is vetoed keeps the slot, and nobody else is given it."""
        exempt = among(project["subject"], *EXEMPT)
        if exempt:
            yield from ((rule, project["id"], "within", None, 0, None) for rule in QUOTAS)
            return
        nominees = {
            row["unit"]: self.eligible(row)
            for row in self.candidates[project["id"]]
            if row["nominated"] is not False and self.eligible(row) is not False
        }
        sure = Counter(group_of(self.units[unit]) for unit, able in nominees.items() if able)
        perhaps = Counter(group_of(self.units[unit]) for unit in nominees)
        for rule, groups in QUOTAS.items():
            for group, quota in groups.items():
                most = self.townships // 10 if quota is None else quota
                low, high = max(0, sure[group] - most), max(0, perhaps[group] - most)
                low = 0 if exempt is None else low
                state = "within" if not high else "over" if low else "undetermined"
                yield (rule, project["id"], state, None, low if low == high else Interval(low, high), None)

    # 第十六条：取消激励资格

    def disqualified(self, row: Fields) -> Iterator[Found]:
        grounds = some(*self.grounds(row))
        if grounds is None:
            yield undetermined("disqualification", row["id"])
        elif grounds:
            state = "concluded" if self.is_vetoed(row) else "due_for"
            yield ("disqualification", row["id"], state, None, None, None)

    def grounds(self, row: Fields) -> Iterator[bool | None]:
        about = (row["project"], row["unit"])
        for sanction in self.rows["sanction"]:
            if (sanction["project"], sanction["unit"]) == about:
                above = among(sanction["level"], *ABOVE)
                by_the_city = every(among(sanction["level"], "city"), unmended(sanction))
                yield every(sanction["poor_work"], some(above, by_the_city))
        year = self.projects[row["project"]]["year"]
        for finding in self.rows["finding"]:
            if (finding["project"], finding["unit"]) != about:
                continue
            if finding["kind"] == "inspection_problem":
                yield every(finding["poor_work"], unmended(finding))
            elif finding["kind"] == "public_opinion":
                yield every(finding["poor_work"], finding["date"].year == year)
            elif finding["kind"] == "negative_list":
                yield True


def unmended(row: Fields) -> bool | None:
    """整改不及时、不到位。"""
    mended = every(row["rectified_in_time"], row["rectified_in_full"])
    return None if mended is None else not mended


def group_of(unit: Fields) -> str | None:
    """The class of a candidate; the management committees count with the counties."""
    group: str | None = unit["group"]
    if group == "county" or unit["management_committee"]:
        return "county"
    if group in RESIDENT:
        return "resident"
    if is_township(unit):
        return "township"
    if group == "park":
        return f"park-{unit['park_class']}"
    return group if group in RECIPIENTS else None


def is_recipient(unit: Fields) -> bool | None:
    """县市区（管委会），市直及中央、省属单位，金融机构，省级以上园区，乡镇（街道）。"""
    if unit["management_committee"]:
        return True
    if unit["group"] == "park":
        return among(unit["park_level"], "national", "provincial")
    return is_township(unit) or among(unit["group"], *RECIPIENTS)


def is_township(unit: Fields) -> bool:
    """乡镇（街道）。"""
    return unit["group"] in ("township", "street")


def exists(unit: Fields, day: date) -> bool:
    return (unit["since"] is None or unit["since"] <= day) and (unit["until"] is None or unit["until"] >= day)
