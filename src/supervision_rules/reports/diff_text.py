"""What changed between two versions of a pack: as text, and as a table of the clauses before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from supervision_rules.catalogue import Lang
from supervision_rules.comparison import Affected, Change, Item, PackDiff
from supervision_rules.reports.columns import visible
from supervision_rules.reports.diff_words import DiffWords
from supervision_rules.reports.markdown import cell, row
from supervision_rules.reports.style import PLAIN, Style

_IN_FORCE: Final = "in_force"
_COLOURS: Final = {"added": "good", "removed": "bad"}


def diff_text(found: PackDiff, lang: Lang, style: Style = PLAIN) -> str:
    """Part by part each value before and after, with its lines; then the rules that lean on what changed."""
    words = DiffWords(lang)
    lines = [style.paint(title(words, found), "bold")]
    if found.same:
        return "\n".join([*lines, words.say("diff.same")]) + "\n"
    for item in found.items:
        lines += _item_lines(words, item, style)
    if found.affected:
        lines.append(style.paint(words.say("diff.affected"), "bold"))
        lines += (f"  {line}" for line in affected_lines(words, found))
    return "\n".join([*lines, counted(words, found)]) + "\n"


def title(words: DiffWords, found: PackDiff) -> str:
    """Which versions of which pack are compared."""
    old, new = (words.say("diff.version", pack=each.pack, version=each.version) for each in (found.old, found.new))
    return words.say("diff.title", label=visible(found.new.label), old=visible(old), new=visible(new))


def counted(words: DiffWords, found: PackDiff) -> str:
    """How many parts were added, removed, changed."""
    sorts = Counter(item.sort for item in found.items)
    numbers = {sort: sorts[sort] for sort in ("added", "removed", "changed", "renamed")}
    wording = sum(item.wording for item in found.items)
    return words.say("diff.counts", count=len(found.items), **numbers, wording=wording)


def _item_lines(words: DiffWords, item: Item, style: Style) -> Iterator[str]:
    part = words.say(f"diff.part.{item.section}") if item.id else ""
    heading = " ".join(each for each in (part, words.clause(item), words.called(item)) if each)
    yield f"{style.paint(heading, 'bold')}  {style.paint(words.sort(item), _COLOURS.get(item.sort, 'warning'))}"
    if item.sort == "renamed":
        ids = {"before": visible(item.old_id), "after": visible(item.id)}
        yield f"  {words.say('diff.line', way=words.say('diff.id'), **ids)}"
    if item.sort in ("added", "removed"):
        yield f"  {words.whole(item.after if item.sort == 'added' else item.before)}"
    for change in item.changes:
        told = {"way": words.way(change), "before": words.before(change), "after": words.after(change)}
        yield f"  {words.say('diff.line', **told)}  {style.paint(_place(words, change), 'dim')}"


def _place(words: DiffWords, change: Change) -> str:
    """The lines where a value stands in both files."""
    before, after = change.before_span, change.after_span
    if before is None or after is None:
        key = "diff.line-added" if before is None else "diff.line-removed"
    else:
        key = "diff.lines"
    return words.say(key, before=before.line if before else 0, after=after.line if after else 0)


def affected_lines(words: DiffWords, found: PackDiff) -> Iterator[str]:
    """The rules that lean on what changed; of those that lean on nothing but the time in force, how many they are."""
    timed = [each for each in found.affected if len(each.through) == 1 and _is_time(each.through[0])]
    yield from (_affected_text(words, each) for each in found.affected if each not in timed)
    if timed:
        yield words.say("diff.timed", count=len(timed), thing=words.thing(timed[0].through[0]))


def _is_time(item: Item) -> bool:
    """Whether the time in force changed, by which all rules go."""
    return item.section == "document" and any(each.path[0].name == _IN_FORCE for each in item.changes)


def _affected_text(words: DiffWords, each: Affected) -> str:
    """A rule with the things that it leans on."""
    rule = words.say("rule-heading", clause=visible(each.clause), label=visible(each.label), id=visible(each.rule))
    return words.say("diff.through", rule=rule, things=words.say("list").join(map(words.thing, each.through)))


def diff_table(found: PackDiff, lang: Lang) -> str:
    """The 修订对照表 in Markdown: a row for each part, its clause, then what changed of it before and after."""
    words = DiffWords(lang)
    lines = [f"# {cell(title(words, found))}", ""]
    if found.same:
        return "\n".join([*lines, words.say("diff.same")]) + "\n"
    lines += [row(words.say(f"diff.{name}") for name in ("clause", "before", "after")), row(["---"] * 3)]
    lines += (row(_cells(words, item)) for item in found.items)
    if found.affected:
        lines += ["", words.say("diff.affected"), ""]
        lines += (f"- {cell(line)}" for line in affected_lines(words, found))
    return "\n".join([*lines, "", counted(words, found)]) + "\n"


def _cells(words: DiffWords, item: Item) -> Iterator[str]:
    before, after = item.clauses
    part = words.say(f"diff.part.{item.section}")
    clause = words.clause(item) if before or after else part if item.id else ""
    yield "<br>".join(cell(each) for each in (clause, words.called(item)) if each)
    if item.sort in ("added", "removed"):
        whole = words.whole(item.after if item.sort == "added" else item.before)
        told = cell(f"{words.sort(item)}{words.say('diff.parts')}{whole}")
        yield from (words.say("diff.none"), told) if item.sort == "added" else (told, words.say("diff.none"))
        return
    ids = ((words.say("diff.id"), item.old_id, item.id),) if item.sort == "renamed" else ()
    rows = [*ids, *((words.way(each), words.before(each), words.after(each)) for each in item.changes)]
    for side in (1, 2):
        yield "<br>".join(cell(words.say("diff.cell", way=row[0], value=row[side])) for row in rows)
