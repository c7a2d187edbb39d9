"""What hangs on which reading, as text: option by option what moves, then between what the points of a unit lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from supervision_rules.catalogue import Lang
from supervision_rules.comparison import Range, Sensitivity, Switch
from supervision_rules.comparison.moves import Number
from supervision_rules.comparison.ranges import Under
from supervision_rules.reports.columns import table, visible
from supervision_rules.reports.moves_text import rule_lines, wordings
from supervision_rules.reports.say import say
from supervision_rules.reports.style import PLAIN, Style
from supervision_rules.reports.wording import Wording
from supervision_rules.results import Run


def sensitivity_text(found: Sensitivity, lang: Lang, *, most: int | None = None, style: Style = PLAIN) -> str:
    """Of each reading that a finding hangs on what moves under each option, of each rule at most so many; then the
    ranges.
    """
    lines = [
        style.paint(say("sensitivity.title", lang, as_of=found.result.receipt.as_of), "bold"),
        say("sensitivity.alone", lang),
    ]
    for run in found.result.runs:
        switches = [each for each in found.switches if each.pack == run.compiled.pack.pack]
        lines += _pack_lines(Wording(run, lang), switches, most, style)
    lines += ["", *_range_lines(found, lang, style)]
    return "\n".join(lines) + "\n\n"


def _pack_lines(wording: Wording, switches: Sequence[Switch], most: int | None, style: Style) -> Iterator[str]:
    pack, still = wording.run.compiled.pack, list[str]()
    yield ""
    words = {"label": visible(pack.label), "id": pack.pack, "version": pack.version}
    yield style.paint(wording.say("sensitivity.pack", **words), "bold")
    if not switches:
        yield f"  {wording.say('sensitivity.certain')}"
    for reading, each in groupby(switches, key=lambda switch: switch.reading.id):
        options = list(each)
        if any(switch.moves for switch in options):
            yield from _reading_lines(wording, options, most, style)
        else:
            still.append(reading)
    if still:
        yield f"  {wording.say('sensitivity.still', readings=wording.say('list').join(still))}"


def _reading_lines(wording: Wording, options: Sequence[Switch], most: int | None, style: Style) -> Iterator[str]:
    reading, taken = options[0].reading, options[0].taken
    clause = f"{visible(reading.clause)} " if reading.clause else ""
    heading = wording.say("sensitivity.reading", id=reading.id, clause=clause, words=visible(reading.words))
    yield f"  {style.paint(heading, 'bold')}"
    yield f"    {wording.say('sensitivity.taken', option=taken, label=visible(reading.options[taken]))}"
    for switch in options:
        told = {"option": switch.option, "label": visible(reading.options[switch.option])}
        yield f"    {style.paint(wording.say('sensitivity.option', **told), 'warning')}"
        if not switch.moves:
            yield f"      {wording.say('sensitivity.nothing')}"
        yield from (f"    {line}" for line in _moves(wording.run, wording.lang, switch, most, style))


def _moves(run: Run, lang: Lang, switch: Switch, most: int | None, style: Style) -> Iterator[str]:
    words = wordings(run, run, lang)  # of the same records, which both call the same
    numbers = {each.rule.id: each for each in switch.rules}
    for rule, moves in groupby(switch.moves, key=lambda move: move.rule.id):
        yield from rule_lines(words, numbers[rule], list(moves), most, style)


def _range_lines(found: Sensitivity, lang: Lang, style: Style) -> Iterator[str]:
    if not found.ranges:
        yield say("sensitivity.no-ranges", lang)
        return
    yield style.paint(say("sensitivity.ranges", lang), "bold")
    for _, each in groupby(found.ranges, key=lambda spread: (spread.rule.pack, spread.rule.id)):
        ranges = list(each)
        run = found.result.run_by(ranges[0].rule.pack)
        assert run is not None  # the ranges are of the result's findings
        rule, wording = ranges[0].rule, Wording(run, lang)
        yield f"  {say('rule-heading', lang, clause=visible(rule.cite.clause), label=visible(rule.label), id=rule.id)}"
        rows = [say("sensitivity.columns", lang).split(), *(_row(wording, spread) for spread in ranges)]
        yield from (f"    {line}" for line in table(rows))


def _row(wording: Wording, spread: Range) -> tuple[str, ...]:
    now = wording.say("unknown") if spread.value is None else wording.value(spread.value)
    return (
        wording.subject(spread.rule.subject_type, spread.subject),
        wording.value(spread.period) if spread.period is not None else "",
        now,
        _end(wording, spread.least, spread.least_under),
        _end(wording, spread.most, spread.most_under),
    )


def _end(wording: Wording, value: Number, under: Iterable[Under]) -> str:
    """The least or the most, with the options that lead to it; without, where it is so as things are."""
    options = wording.say("list").join(f"{name.rpartition('.')[2]}={option}" for name, option in under)
    shown = wording.value(value)
    return wording.say("sensitivity.under", value=shown, options=options) if options else shown
