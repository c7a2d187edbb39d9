"""Three workloads: a pack, its records, and the same rules by hand. Every draw comes from a fixed seed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import plain

from supervision_rules.api import calendar_of, judge
from supervision_rules.findings import Finding
from supervision_rules.policy import Policy, load_pack
from supervision_rules.records import Record
from supervision_rules.records.models import Assembler

PACKS = Path(__file__).parent / "packs"
LEVELS = ("national", "provincial", "city", "district")
CATEGORIES = ("economy", "investment", "administration", "service")
Fields = dict[str, Any]
Draw = Callable[[Random, int], Iterator[tuple[str, Fields]]]
Results = Sequence[tuple[Any, ...]]


@dataclass(frozen=True)
class Workload:
    """Records that are valid and in order, for the library and by hand, and how the results of both compare."""

    policy: Policy
    records: tuple[Record, ...]
    rows: plain.Rows
    as_of: date
    days: plain.Days
    by_hand: Callable[[plain.Rows, date, plain.Days], Results]
    told: Callable[[Iterable[Finding]], Results]

    def judged(self) -> list[Finding]:
        """The library's way: the world is built and every rule is run."""
        return judge(self.policy, self.records, as_of=self.as_of)

    def plain(self) -> Results:
        """The way by hand."""
        return self.by_hand(self.rows, self.as_of, self.days)

    def agree(self) -> bool:
        """Whether both come to the same."""
        return sorted(self.told(self.judged())) == sorted(self.plain())


def deadline(count: int) -> Workload:
    """W1: instructions, each through a table of five cases in working days."""
    return _workload("deadline", date(2022, 7, 1), _instructions, count, plain.deadlines, _told_deadlines)


def score(count: int) -> Workload:
    """W2: what units did in a year, into points with two caps, and ranks."""
    return _workload("score", date(2022, 12, 31), _year_of_units, count, plain.scores, _told_scores)


def ladder(count: int) -> Workload:
    """W3: notices over five years, and the steps that they lead to within each."""
    return _workload("ladder", date(2022, 12, 31), _notices, count, plain.steps, _told_steps)


def _workload(
    name: str, as_of: date, draw: Draw, count: int, by_hand: Any, told: Callable[[Iterable[Finding]], Results]
) -> Workload:
    policy = load_pack(PACKS / f"{name}.yaml")
    calendar = calendar_of(policy.compiled, ())
    make: dict[str, Callable[[Fields], Record]] = {}
    drawn = sorted(draw(Random(1), count), key=lambda pair: (pair[0], pair[1].get("date", date.min), pair[1]["id"]))
    rows: dict[str, list[Fields]] = defaultdict(list)
    records = []
    for record_type, fields in drawn:
        if record_type not in make:
            make[record_type] = Assembler(policy.models[record_type])
        records.append(make[record_type](dict(fields)))
        rows[record_type].append(fields)
    return Workload(policy, tuple(records), dict(rows), as_of, plain.Days(calendar), by_hand, told)


def _instructions(random: Random, count: int) -> Iterator[tuple[str, Fields]]:
    flags = ("needs_policy", "needs_investigation", "joint", "own_remit", "ordinary")
    for number in range(count):
        received = date(2021, 7, 1) + timedelta(days=random.randrange(300))
        replied = received + timedelta(days=random.randrange(60)) if random.random() < 0.9 else None
        yield (
            "matter",
            {
                "id": f"m{number:07}",
                "kind": "instruction",
                "date": received,
                "received": received,
                "replied": replied,
                "assigned": received + timedelta(days=40) if random.random() < 0.3 else None,
                **{name: random.random() < 0.3 for name in flags},
            },
        )


def _year_of_units(random: Random, count: int) -> Iterator[tuple[str, Fields]]:
    units = count // 100
    for number in range(units):
        yield "unit", {"id": f"u{number:05}", "name": f"单位{number}", "category": random.choice(CATEGORIES)}
    for number in range(count - units):
        day = date(2022, 1, 1) + timedelta(days=random.randrange(365))
        shared = {"id": f"r{number:07}", "date": day, "unit": f"u{random.randrange(units):05}"}
        level = random.choice(LEVELS)
        match number % 3:
            case 0:
                own = {"kind": "praise", "level": level, "comprehensive": random.random() < 0.5}
                yield "commendation", shared | own
            case 1:
                yield "opinion", shared | {"level": level, "approving": random.choice(("positive", "negative"))}
            case _:
                closed = day + timedelta(days=20) if random.random() < 0.7 else None
                yield "matter", shared | {"kind": "instruction", "closed": closed}


def _notices(random: Random, count: int) -> Iterator[tuple[str, Fields]]:
    units = count // 20
    for number in range(units):
        yield "unit", {"id": f"u{number:05}", "name": f"单位{number}"}
    for number in range(count - units):
        yield (
            "notice",
            {
                "id": f"n{number:07}",
                "kind": "list_notice",
                "date": date(2018, 1, 1) + timedelta(days=random.randrange(5 * 365)),
                "unit": f"u{random.randrange(units):05}",
                "list": "black" if random.random() < 0.8 else "red",
                "level": random.choice(("city", "city", "provincial")),
            },
        )


def _told_deadlines(findings: Iterable[Finding]) -> Results:
    return [(finding.subject, finding.day, finding.value) for finding in findings]


def _told_scores(findings: Iterable[Finding]) -> Results:
    values = {(finding.rule.id, finding.subject): finding.value for finding in findings}
    return [(unit, value, values["rank", unit]) for (rule, unit), value in values.items() if rule == "total"]


def _told_steps(findings: Iterable[Finding]) -> Results:
    return [(finding.subject, finding.day, finding.value) for finding in findings]
