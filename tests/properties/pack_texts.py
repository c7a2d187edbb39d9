"""Generated packs: boxes, points, a ladder, a ranking, a quota, a moving time limit, a duty, a requirement, at random.

Some of their values change over time.
"""

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


CHANGED = ["2021-07-26", "2021-08-18", "2021-10-01"]
"""Days on which values change: among those on which the records lie."""
STOPS = ["", 'where: reason == "甲", ', "since: 'add_days(date, -1)', "]
EXTENDED = ["by: 5 workdays", "by: 10 days", "within: 20 days", "within: 15 workdays", "to: new_date"]
ASKED = ["", ", asked: approved", ", where: granted", ", where: granted and known(approved)"]
AT_MOST = ["", ", at_most: 1", ", up_to: 10 days", ", at_most: 2, up_to: 7 workdays"]


@st.composite
def dated(draw: st.DrawFn, values: st.SearchStrategy[str]) -> str:
    """One value, or one that changes on one day or on two; the first may begin only after some of the records."""
    since = draw(st.sampled_from(["2021-01-01", "2021-07-22"]))
    days = draw(st.lists(st.sampled_from(CHANGED), max_size=2, unique=True))
    changes = ", ".join(f"{day}: {draw(values)}" for day in [since, *sorted(days)])
    return f"{{by_date: {{{changes}}}}}" if days else draw(values)


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
    each = draw(dated(st.sampled_from(["1", "2.5", TABLES[counted]])))
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
    ends = draw(st.sampled_from(["", ", max: 4", ", max: 2.5", ", max: 4, weight: 0.5"]))
    rounding = draw(st.sampled_from(["", "\n    rounding: {places: 0, mode: half_up}", "\n    max: 100\n    min: 0"]))
    return f"""
  - kind: score
    id: total
    {RULE}
    of: unit
    {window}
    base: {draw(dated(st.sampled_from(["80", "100"])))}{rounding}
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
    cases = "".join(f"\n      - {{when: {test}, within: {draw(dated(lengths))}}}" for test in tests)
    return f"""
  - kind: time_limit
    id: reply
    {RULE}
    on: instruction
    start: received
    done: replied
    cases:{cases}
      - {draw(st.sampled_from(["due: set_date", f"within: {draw(dated(lengths))}"]))}{draw(moving())}"""


@st.composite
def moving(draw: st.DrawFn) -> str:
    """What stops the clock of a time limit, and what extends it; mostly one of the two."""
    stops = f"\n    stops: {{count: pause, {draw(st.sampled_from(STOPS))}until: resumed}}"
    ways = [draw(st.sampled_from(each)) for each in (EXTENDED, ASKED, AT_MOST)]
    extended = f"\n    extended: {{count: extension, {''.join(ways)}}}"
    return draw(st.sampled_from(["", stops, extended, stops + extended]))


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
    at_least: {draw(dated(st.sampled_from(["1", "2"])))}"""


LATELY = {
    "count: reminder, where: known(answered)": "unit_lately < 2",
    "last: list_notice": "known(unit_lately) and unit_lately < date",
    "any: falsehood, where: poor_work": "not unit_lately",
    "distinct: reminder, take: cause": "unit_lately < 2",
}
"""Facts of the last months of a unit, and what a matter of it may be asked about them."""


def required(draw: st.DrawFn, id_: str, asked: dict[str, str], window: str = "") -> tuple[str, str]:
    """One of the ways to make a fact, and a rule that asks of each matter what goes with it."""
    made, condition = draw(st.sampled_from(sorted(asked.items())))
    keys = f"on: instruction\n{window}    require: {condition}"
    return made, f"\n  - kind: requirement\n    id: {id_}\n    {RULE}\n    {keys}"


@st.composite
def recent(draw: st.DrawFn) -> tuple[str, str]:
    """Such a fact, and a rule about how it was on the day of each matter."""
    made, rule = required(draw, "recent", LATELY)
    return f"  - {{id: lately, label: 近来, of: unit, {made}, window: {draw(st.integers(1, 3))} months}}", rule


STANDING = {
    "count: reminder": "asked < 1 and known(replied)",
    "count: reminder, until: replied": "asked < 1 or not known(replied)",
    "last: reminder, where: known(answered)": "not known(asked) or days_between(asked, period_end) < 20",
    "count: reminder, where: known(answered), window: quarter": "asked >= 1",
    "count: months, where: month(period_end) > 8": "asked == 0 or known(closed)",
}
"""Facts of a matter, and what may be asked of it month by month."""


@st.composite
def standing(draw: st.DrawFn) -> tuple[str, str]:
    """Such a fact, and a rule about how each matter stood at the end of each month."""
    made, rule = required(draw, "standing", STANDING, "    window: month\n")
    return f"  - {{id: asked, label: 催过, of: matter, {made}, unquoted: 试验}}", rule


LOWER = ["1 if poor_work else 0", '-1 if area == "safety" else 1 if poor_work else 0', "2"]


@st.composite
def outcome(draw: st.DrawFn) -> str:
    """Grades, moved down or up by other facts of the record."""
    last = draw(st.sampled_from(["", "\n      - {outcome: 丙, code: third}"]))
    return f"""
  - kind: outcome
    id: grade
    {RULE}
    on: falsehood
    lower: '{draw(st.sampled_from(LOWER))}'
    holes: 试验
    cases:
      - {{when: area == "safety", outcome: 甲, code: first}}
      - {{when: area == "debt" or poor_work, outcome: 乙, code: second}}{last}"""


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
    fact, rule = draw(recent())
    stood, monthly = draw(standing())
    rules += [draw(ladder()), draw(quota()), draw(time_limit()), draw(duty()), draw(outcome()), rule, monthly]
    place, unit = draw(st.sampled_from(["CN", "CN-GX"])), draw(st.sampled_from(["calendar", "working"]))
    roll = draw(st.sampled_from(["true", "false"]))
    return HEAD % (place, unit, roll, f"{draw(facts())}\n{fact}\n{stood}", "".join(rules).lstrip("\n") + "\n")


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
