"""Generated packs: boxes, points, a ladder, a ranking, a quota, a time limit by case and a duty, at random."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from pack_sight import Sight, sight_of

from supervision_rules.diagnostics import Collector
from supervision_rules.pack import read_pack

COUNTED = {
    "list_notice": ['list == "black"', 'level in ["city", "provincial"]', "true"],
    "falsehood": ["poor_work", 'area == "safety" or poor_work', "true"],
    "incentive": ["formal", 'level == "national"', "comprehensive and not formal"],
    "reminder": ['colour == "red"', 'cause != "passive"', "true"],
}
DEDUCTED = ("list_notice", "falsehood", "reminder")
TABLES = {
    "list_notice": "{by: level, table: {city: 1, provincial: 2, national: 4}}",
    "falsehood": "{by: area, table: {safety: 3, environment: 2, petitions: 2, debt: 1}}",
    "incentive": "{by: level, table: {national: 5, provincial: 3}}",
    "reminder": "{by: colour, table: {blue: 0, yellow: 1, red: 2}}",
}
RULE = "label: 试验\n    cite: {clause: 一, words: 原话}\n    unquoted: 试验"
HEAD = """\
pack: trial
label: 试验
version: 1.0.0
language: 1
document: {title: 办法, issuer: 政府, jurisdiction: %s}
conventions: {day_unit: %s, roll: %s}
facts:
%s
rules:
%s"""
WINDOWS = st.sampled_from(["window: year", "window: quarter"])
SMALL = st.integers(1, 6)


@st.composite
def facts(draw: st.DrawFn) -> str:
    """How often each sort of record is there for a unit in its window."""
    lines = []
    for name, conditions in COUNTED.items():
        where = draw(st.sampled_from(conditions))
        lines.append(f"  - {{id: {name}s, label: 次数, of: unit, count: {name}, where: '{where}', window: year}}")
    return "\n".join(lines)


@st.composite
def points(draw: st.DrawFn, number: int, window: str, boxes: list[str]) -> str:
    counted = draw(st.sampled_from(sorted(COUNTED)))
    each = draw(st.sampled_from(["1", "2.5", TABLES[counted]]))
    most = draw(
        st.sampled_from(["", "\n    max: 3", "\n    max: 1.5", "\n    once_per: matter", "\n    highest: true"])
    )
    effect = "deduct" if counted in DEDUCTED else "add"
    return f"""
  - kind: points
    id: item-{number}
    {RULE}
    {window}
    count: {counted}
    where: '{draw(st.sampled_from(COUNTED[counted]))}'
    each: {each}
    effect: {effect}{most}
    into: {draw(st.sampled_from(boxes))}"""


@st.composite
def score(draw: st.DrawFn, window: str) -> str:
    ends = draw(st.sampled_from(["", ", max: 4", ", max: 2.5"]))
    rounding = draw(st.sampled_from(["", "\n    rounding: {places: 0, mode: half_up}", "\n    max: 100\n    min: 0"]))
    return f"""
  - kind: score
    id: total
    {RULE}
    of: unit
    {window}
    base: {draw(st.sampled_from([80, 100]))}{rounding}
    boxes:
      - {{id: plus, label: 加分, effect: add, max: {draw(SMALL)}}}
      - id: minus
        label: 扣分
        effect: deduct
        max: {draw(SMALL)}
        parts: [{{id: inner, label: 内, effect: deduct{ends}}}]"""


@st.composite
def ladder(draw: st.DrawFn) -> str:
    """Steps at rising numbers of one sort of record, or of two."""
    counts = draw(st.sampled_from(["reminders", "list_notices", "reminders + 2 * falsehoods"]))
    steps = sorted(draw(st.sets(SMALL, min_size=1, max_size=3)))
    lines = "\n".join(f"      - {{step: s{least}, label: 档, when: {counts} >= {least}}}" for least in steps)
    return f"\n  - kind: ladder\n    id: steps\n    {RULE}\n    of: unit\n    window: year\n    steps:\n{lines}"


@st.composite
def quota(draw: st.DrawFn) -> str:
    ties = draw(st.sampled_from(["undetermined", "list_order", "all_out"]))
    order = draw(st.sampled_from(["    order: score\n", ""]))
    return f"""
  - kind: quota
    id: places
    {RULE}
    of: project
    members: nomination
    where: nominated
{order}    ties: {ties}
    groups:
      - {{id: counties, label: 县区, when: unit_group == "county", at_most: {draw(st.integers(0, 3))}}}
      - {{id: others, label: 其他, when: unit_group != "county", share: {{percent: 50, of: "3", round: up}}}}"""


@st.composite
def time_limit(draw: st.DrawFn) -> str:
    lengths = st.sampled_from(["same day", "3 days", "5 workdays", "10 workdays", "1 month"])
    tests = draw(st.lists(st.sampled_from(["joint", "needs_policy", "own_remit and ordinary"]), unique=True))
    cases = "".join(f"\n      - {{when: {test}, within: {draw(lengths)}}}" for test in tests)
    return f"""
  - kind: time_limit
    id: reply
    {RULE}
    on: instruction
    start: received
    done: replied
    cases:{cases}
      - within: {draw(lengths)}"""


@st.composite
def duty(draw: st.DrawFn) -> str:
    return f"""
  - kind: duty
    id: monthly
    {RULE}
    of: instruction
    start: received
    end: closed
    each: {draw(st.sampled_from(["month", "quarter", "month from start"]))}
    need: report
    where: {draw(st.sampled_from(["in_writing", "true"]))}
    at_least: {draw(st.integers(1, 2))}"""


RANKING = f"""
  - kind: ranking
    id: rank
    {RULE}
    %s
    by: points("total")
    within: [group]"""


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A pack of every such rule, under conventions of its own."""
    window = draw(WINDOWS)
    boxes = ["plus", "minus", "inner"]
    items = [draw(points(number, window, boxes)) for number in range(draw(st.integers(1, 4)))]
    order = draw(st.sampled_from([0, 1]))
    rules = [*items, draw(score(window)), RANKING % window][:: 1 if order else -1]
    rules += [draw(ladder()), draw(quota()), draw(time_limit()), draw(duty())]
    place, unit = draw(st.sampled_from(["CN", "CN-GX"])), draw(st.sampled_from(["calendar", "working"]))
    roll = draw(st.sampled_from(["true", "false"]))
    return HEAD % (place, unit, roll, draw(facts()), "".join(rules).lstrip("\n") + "\n")


@cache
def loaded(text: str) -> Sight:
    """The pack of this text; what is generated is always sound."""
    diagnostics = Collector()
    read = read_pack(text.encode(), "generated.yaml", diagnostics)
    assert read is not None, [found.message("en") for found in diagnostics]
    return sight_of(read)


def generated() -> st.SearchStrategy[Sight]:
    """A pack of few rules."""
    return texts().map(loaded)
