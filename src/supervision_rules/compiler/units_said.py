"""The unit of a limit, held against the words: working and calendar days, days of which a pack says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from supervision_rules import nodes
from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import NOTHING, Diagnostic
from supervision_rules.language.binding import Path, TextBinder
from supervision_rules.language.conventions import Limit
from supervision_rules.language.quotes import words_in
from supervision_rules.language.readings import BY_READING
from supervision_rules.language.spans_of_time import as_limit, units_of

_SAID: Final[Mapping[str, Bilingual]] = MappingProxyType(
    {
        "workday": Bilingual("工作日", "working days"),
        "day": Bilingual("日、天", "days"),
        "calendar day": Bilingual("自然日", "calendar days"),
        "minute": Bilingual("分钟", "minutes"),
        "hour": Bilingual("小时", "hours"),
        "office hour": Bilingual("办公小时", "office hours"),
        "week": Bilingual("周", "weeks"),
        "month": Bilingual("月", "months"),
        "quarter": Bilingual("季度", "quarters"),
        "year": Bilingual("年", "years"),
    }
)
"""The units that words may speak of."""
_MEANS: Final[Mapping[str, Bilingual]] = MappingProxyType(
    {
        "workday": Bilingual("本包的“日”、days 是工作日：day_unit", "the days of this pack are working days: day_unit"),
        "calendar day": Bilingual(
            "本包的“日”、days 是自然日：day_unit", "the days of this pack are calendar days: day_unit"
        ),
    }
)
_DECLARED: Final[Mapping[str, Bilingual]] = MappingProxyType(
    {
        unit: Bilingual(
            f"文件里的“日”都是{zh}的，在 conventions 里写一次 day_unit: {value}，期限照写 days；"
            "没有说清的，声明一个理解，day_unit 随它而变",
            f"if all days of the document are {en}, write day_unit: {value} once under conventions, and days in the "
            "limits; where it is open, declare a reading on which day_unit depends",
        )
        for unit, zh, en, value in (
            ("workday", "工作日", "working days", "working"),
            ("calendar day", "自然日", "calendar days", "calendar"),
        )
    }
)
"""How it is said once what the days of a document are, by what a limit counts."""
_DEFINED: Final = re.compile(
    r"(?:所称的?|所指的?|规定的|中的?)[“\"]?[日天][”\"]?(?:均?[为指是]|是指|均按|按)(?P<unit>工作日|自然日|日历日)"
    r"|[“\"][日天][”\"](?:均?[为指是]|是指|均按|按)(?P<quoted>工作日|自然日|日历日)"
)
"""That the days of some words are working days, or calendar days."""
_OR_READING: Final = Bilingual("或声明一个理解", "or declare a reading")


def check_unit(binder: TextBinder, limit: Limit, path: Path) -> None:
    """Tell a limit in another unit than the words: days where they speak of working days, days of months."""
    said = next((units for words in _nearest_words(binder, path) if (units := units_of(limit.amount, words))), None)
    said = _as_defined(said, words_in(binder.node)) if said is not None else None
    unsure = "conventions" in binder.declarations.lost.open and "day" in (limit.unit, *(said or ()))
    told = [found for found in binder.diagnostics if found.code == "SR318"]
    if (
        said is None
        or unsure
        or any(found.span == binder.span(*path) for found in told)
        or _counted(limit.unit, binder) in {_counted(unit, binder) for unit in said}
    ):
        return
    unit = min(said, key=list(_SAID).index)
    words: dict[str, object] = {"said": _SAID[unit], "means": NOTHING, "declare": NOTHING, "or_reading": _OR_READING}
    if "day" in (unit, limit.unit) and {unit, limit.unit} <= {"day", *_DECLARED}:
        words["means"] = _MEANS[_counted("day", binder)]
    if unit == "day" and limit.unit in _DECLARED and _may_declare(binder, told):
        words |= {"declare": _DECLARED[limit.unit], "or_reading": NOTHING}
    binder.report("SR318", *path, limit=as_limit(limit.amount, limit.unit), mend=as_limit(limit.amount, unit), **words)


def _as_defined(said: frozenset[str], words: Iterable[str]) -> frozenset[str]:
    """In what the words count where those of the rule say what their days are."""
    for meant in (_DEFINED.search(text) for text in words):
        if meant is not None and "day" in said:
            return said - {"day"} | {"workday" if "工作日" in (meant["unit"], meant["quoted"]) else "calendar day"}
    return said


def _may_declare(binder: TextBinder, told: Iterable[Diagnostic]) -> bool:
    """Whether it is still to be said what the days of the pack are: it is said once, and by no reading yet."""
    is_said = any(found.params["declare"] != NOTHING for found in told)
    return not is_said and not binder.declarations.convention_readings.get("day_unit")


def _counted(unit: str, binder: TextBinder) -> str:
    """What a unit counts in the pack, which says what its days are."""
    if unit != "day":
        return unit
    return "workday" if binder.conventions.day_unit == "working" else "calendar day"


def _nearest_words(binder: TextBinder, path: Path) -> Iterator[list[str]]:
    """The words beside the value at ``path``, then those of what it belongs to, up to those of the whole rule."""
    for end in range(len(path) - 1, -1, -1):
        yield list(words_in(nodes.locate(binder.node, path[:end])))


def by_reading(written: nodes.Node, path: Path) -> bool:
    """Whether the value at ``path``, or the case that it is part of, hangs on a reading: both ways are then stated."""
    node = written
    for depth, part in enumerate(path):
        below = nodes.locate(node, (part,))
        if isinstance(below, nodes.Mapping) and below.get(BY_READING) is not None:
            return depth >= len(path) - 2
        node = below
    return False
