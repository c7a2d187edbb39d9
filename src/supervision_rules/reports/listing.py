"""What a pack holds: its rules with their clauses, its readings, one rule in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from supervision_rules.catalogue import Lang
from supervision_rules.findings import RuleInfo
from supervision_rules.kinds import KINDS
from supervision_rules.language.readings import Reading
from supervision_rules.pack import Pack
from supervision_rules.policy import Policy
from supervision_rules.reports.columns import table, visible
from supervision_rules.reports.say import say
from supervision_rules.reports.style import PLAIN, Style


def packs_text(policies: Iterable[Policy], lang: Lang) -> str:
    """A line for each pack, under headings."""
    packs = [policy.compiled.pack for policy in policies]
    rows = [(pack.pack, pack.version, _force(pack, lang), str(len(pack.rules)), pack.label) for pack in packs]
    return "".join(f"{line}\n" for line in table([say("list-packs", lang).split(), *rows]))


def _force(pack: Pack, lang: Lang) -> str:
    """From when to when a document is in force, as far as it says so."""
    period = pack.document.in_force
    if period is None or (period.since is None and period.until is None):
        return say("force-unstated", lang)
    return f"{period.since or ''}～{period.until or ''}"


def rules_text(policy: Policy, lang: Lang, style: Style = PLAIN) -> str:
    """The document, then a line for each rule, then the clauses that are not computable."""
    pack = policy.compiled.pack
    lines = [style.paint(f"{pack.label}（{pack.pack} {pack.version}）", "bold")]
    lines.append(say("document", lang, title=pack.document.title, number=pack.document.number or ""))
    lines.append(say("force", lang, force=_force(pack, lang)))
    rows = ((rule.id, rule.cite.clause, kind_label(rule, lang), rule.label) for rule in policy.compiled.infos)
    lines += table([say("list-rules", lang).split(), *rows])
    lines += [say("not-computable", lang, clause=part.clause, reason=part.reason) for part in pack.not_computable]
    return "\n".join(lines) + "\n"


def kind_label(rule: RuleInfo, lang: Lang) -> str:
    """What the kind of a rule is called."""
    return KINDS[rule.kind].label[0 if lang == "zh" else 1]


def readings_text(policy: Policy, lang: Lang, style: Style = PLAIN) -> str:
    """The readings of a pack: their words, their options, the one taken, the rules that lean on them."""
    pack = policy.compiled.pack
    lines = [style.paint(f"{pack.label}（{pack.pack} {pack.version}）", "bold")]
    for reading in pack.readings:
        lines += _reading_lines(policy, reading, lang)
    if not pack.readings:
        lines.append(f"  {say('no-readings', lang)}")
    return "\n".join(lines) + "\n"


def _reading_lines(policy: Policy, reading: Reading, lang: Lang) -> Iterator[str]:
    clause = f"{reading.clause} " if reading.clause else ""
    yield f"  {say('list-reading', lang, id=reading.id, clause=clause, words=reading.words)}"
    for option, label in reading.options.items():
        yield f"    {option}：{label}{say('taken', lang) if option == reading.taken else ''}"
    rules = [rule.id for rule in policy.compiled.infos if reading.id in dict(rule.readings)]
    if rules:
        yield f"    {say('used-by', lang, rules=say('list', lang).join(rules))}"


def rule_text(policy: Policy, rule: RuleInfo, path: str, source: str, lang: Lang, style: Style = PLAIN) -> str:
    """One rule: its clause and words, the readings it leans on, and how it stands in the file of the pack.

    ``path`` is where the file is, ``source`` its text.
    """
    span = policy.text.tree.get("rules").items[_place(policy, rule)].span  # type: ignore[union-attr]
    heading = say("rule-heading", lang, clause=rule.cite.clause, label=rule.label, id=rule.id)
    lines = [
        style.paint(heading, "bold"),
        say("quoted", lang, words=" / ".join(rule.cite.words)),
        kind_label(rule, lang),
    ]
    for name, _ in rule.readings:
        lines += _reading_lines(policy, policy.text.readings[name], lang)
    lines.append(style.paint(f"{visible(path)}:{span.line}", "dim"))
    written = source.splitlines()[span.line - 1 : span.end_line]
    lines += [f"  {number:>4} │ {visible(line)}" for number, line in enumerate(_without_blank_end(written), span.line)]
    return "\n".join(lines) + "\n"


def _place(policy: Policy, rule: RuleInfo) -> int:
    return next(place for place, spec in enumerate(policy.compiled.pack.rules) if spec.id == rule.id)


def _without_blank_end(lines: list[str]) -> list[str]:
    """A block of YAML ends where the next begins: blank and comment lines at its end belong to what follows."""
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines = lines[:-1]
    return lines
