"""Who moves, as text: rule by rule each finding before and after, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from supervision_rules.catalogue import Lang
from supervision_rules.catalogue.keys import WORDS
from supervision_rules.comparison import GRAVITY, Comparison, Move, RuleMoves
from supervision_rules.findings import Finding
from supervision_rules.kinds import KINDS
from supervision_rules.reports.columns import visible
from supervision_rules.reports.headline import headline
from supervision_rules.reports.markdown import cell, row
from supervision_rules.reports.say import say
from supervision_rules.reports.style import PLAIN, Style
from supervision_rules.reports.wording import Wording
from supervision_rules.results import Run

_WAYS: Final[Mapping[str, tuple[str, str]]] = {
    "points": ("moves.more", "moves.less"),
    "rank": ("moves.down", "moves.up"),
}
"""By what a kind of rules gives, how it is said that its value is more or less."""
_COLUMNS: Final = ("rule", "subject", "before", "after")
SORTS: Final = ("moved", "only_before", "only_after", "same")
"""What may become of a finding."""


def moves_text(found: Comparison, lang: Lang, *, most: int | None = None, style: Style = PLAIN) -> str:
    """All that moves, of each rule at most so many; then how many findings do and do not."""
    as_of = found.after.receipt.as_of
    lines = [style.paint(say("moves.title", lang, as_of=as_of), "bold")]
    words = wordings(found.before.runs[0], found.after.runs[0], lang)
    numbers = {each.rule.id: each for each in found.rules}
    for rule, moves in groupby(found.moves, key=lambda move: move.rule.id):
        lines += rule_lines(words, numbers[rule], list(moves), most, style)
    still = [each for each in found.rules if not each.moves]
    if not found.moves:
        lines.append(f"  {say('moves.none', lang)}")
    elif still:
        count = sum(each.same for each in still)
        lines.append(f"  {say('moves.other', lang, rules=len(still), count=count)}")
    return "\n".join([*lines, say("moves.counts", lang, counts=counts(found.rules, lang))]) + "\n"


def totals(rules: Sequence[RuleMoves]) -> dict[str, int]:
    """The counts of all rules together."""
    return {name: sum(getattr(each, name) for each in rules) for name in SORTS}


def counts(rules: Sequence[RuleMoves], lang: Lang) -> str:
    """How many findings move, are in one result alone, and do not move; what there is none of is left out."""
    found = {name: count for name, count in totals(rules).items() if count} or {"same": 0}
    return say("join", lang).join(say(f"moves.{name}", lang, count=count) for name, count in found.items())


Words = Mapping[bool, Wording]
"""The words for what was found before (False) and after (True)."""


def wordings(before: Run, after: Run, lang: Lang) -> Words:
    return {False: Wording(before, lang), True: Wording(after, lang)}


def rule_lines(
    words: Words, numbers: RuleMoves, moves: Sequence[Move], most: int | None, style: Style
) -> Iterator[str]:
    """What moves of one rule."""
    rule, wording = numbers.rule, words[True]
    heading = wording.say("rule-heading", clause=visible(rule.cite.clause), label=visible(rule.label), id=rule.id)
    yield f"  {style.paint(heading, 'bold')}  {counts([numbers], wording.lang)}"
    for move in moves[:most]:
        yield f"    {subject(words, move)}  {told(words, move)}"
    if most is not None and len(moves) > most > 0:
        yield f"    {wording.say('more-findings', count=len(moves) - most)}"


def subject(words: Words, move: Move) -> str:
    """Whom a finding is about, as the result that has it calls it."""
    return words[move.after is not None].subject(move.rule.subject_type, move.finding.subject)


def told(words: Words, move: Move) -> str:
    """``按时办结，到期日 2022-01-11 → 逾期办结，迟3天，到期日 2022-01-07（日期提前4天）``."""
    before, after = both(words, move)
    line = words[True].say("moves.line", before=before, after=after)
    parts = words[True].say("join").join(_by(words[True], move))
    return line + (words[True].say("moves.by", parts=parts) if parts else "")


def both(words: Words, move: Move) -> tuple[str, str]:
    """A finding before and after, each in one line; how grave it is, where that is another."""
    graver = GRAVITY in move.what
    told = [(words[False], move.before), (words[True], move.after)]
    before, after = (said(wording, found, grave=graver) for wording, found in told)
    return before, after


def said(wording: Wording, finding: Finding | None, *, grave: bool = False) -> str:
    """A finding in one line, with what is lacking for more, and how grave it is; that there is none."""
    if finding is None:
        return wording.say("moves.absent")
    severity = [WORDS[f"severity.{finding.rule.severity}"].said(wording.lang)] if grave else []
    lacks = [wording.say("lacks", facts=wording.lacking(finding.missing))] if finding.missing else []
    return wording.say("join").join([headline(wording, finding), *severity, *lacks])


def _by(wording: Wording, move: Move) -> Iterator[str]:
    days, amount, kind = move.days, move.amount, KINDS.get(move.rule.kind)
    # The day of a period is where it ends or falls due; that of a step is when it was reached.
    if days and (move.finding.period is None or (kind is not None and "step" in kind.gives)):
        yield wording.say("moves.later" if days > 0 else "moves.earlier", days=abs(days))
    for gives, (more, less) in _WAYS.items() if amount else ():
        if amount and kind is not None and gives in kind.gives:
            yield wording.say(more if amount > 0 else less, amount=wording.value(abs(amount)))


def moves_table(found: Comparison, lang: Lang, *, most: int | None = None) -> str:
    """The same in Markdown: a row for each finding that moves."""
    heading = say("moves.title", lang, as_of=found.after.receipt.as_of)
    words = wordings(found.before.runs[0], found.after.runs[0], lang)
    lines = ["", heading, "", row(say(f"moves.column.{name}", lang) for name in _COLUMNS), row(["---"] * len(_COLUMNS))]
    for _, moves in groupby(found.moves, key=lambda move: move.rule.id):
        for move in list(moves)[:most]:
            rule = say("rule-heading", lang, clause=move.rule.cite.clause, label=move.rule.label, id=move.rule.id)
            lines.append(row(map(cell, (rule, subject(words, move), *both(words, move)))))
    return "\n".join([*lines, "", say("moves.counts", lang, counts=counts(found.rules, lang))]) + "\n"
