"""A little pack in a file, and what it finds in a few records: through the public surface alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from textwrap import dedent, indent
from typing import Any

from supervision_rules import Collector, Finding, Policy, Result, Source, check, evaluate, load_pack, read_batch
from supervision_rules.records import Batch

RULE = """\
- id: {id}
  label: 一条规则
  cite: {{clause: 一, words: 原话}}
  unquoted: 试验
"""
MONTHLY = """\
    monthly:
      label: 月报
      label_en: monthly return
      date_label: 报送日期
      fields:
        unit: {type: unit, label: 报送单位, label_en: unit, required: true}
"""
COVERS = "        covers: {type: date, label: 所报月份, label_en: month, required: true, planned: true}\n"
"""A record type under ``records: types:``, and a field of it."""
IN_VAIN = tuple(f"SR{code}" for code in (170, 171, *range(360, 371), *range(372, 377)))
"""What is told of a pack that says something in vain, as one does that is there for a single point."""
UNIT: Mapping[str, object] = {"type": "unit", "id": "u1", "name": "局"}


def matter(id_: str = "m1", day: str = "2021-01-04", **more: object) -> dict[str, object]:
    return {"type": "matter", "id": id_, "kind": "instruction", "date": day, "unit": "u1", **more}


def report(day: str, covers: str) -> dict[str, object]:
    """A report made on a day, of the month in which another lies."""
    about = {"kind": "progress", "matter": "m1", "unit": "u1"}
    return {"type": "report", "id": f"p{day}", "date": day, "covers": covers, **about}


def rule(keys: str, id_: str = "it") -> str:
    """A rule with these keys of its own."""
    return RULE.format(id=id_) + indent(dedent(keys).strip(), "  ") + "\n"


def write(folder: Path, rules: str, facts: str = "", head: str = "", document: str = "", pack: str = "little") -> Path:
    """The file of a pack; ``document`` is what its document says beside title and issuer."""
    text = f"pack: {pack}\nlabel: 试验\nversion: 1.0.0\nlanguage: 1\n"
    text += f"document: {{title: 办法, issuer: 政府{document and ', ' + document}}}\n" + dedent(head)
    text += f"facts:\n{indent(dedent(facts), '  ')}\n" if facts else ""
    path = folder / f"{pack}.yaml"
    path.write_text(f"{text}rules:\n{indent(rules, '  ')}", encoding="utf-8")
    return path


def loaded(folder: Path, rules: str, **parts: str) -> Policy:
    """The pack, which must be sound under every option."""
    path = write(folder, rules, **parts)
    assert told(path) == [], [each.message("zh") for each in check(path)]
    return load_pack(path)


def told(path: Path) -> list[tuple[str, str, dict[str, str]]]:
    """What ``check`` says: code, the text underlined, the words of the message."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [each for each in check(path) if each.code not in IN_VAIN]
    return [(each.code, _underlined(lines, each.span), {**each.params}) for each in found]  # type: ignore[dict-item]


def _underlined(lines: list[str], span: Any) -> str:
    return lines[span.line - 1][span.column - 1 : span.end_column - 1] if span else ""


def batch_of(policy: Policy, *records: Mapping[str, object]) -> Batch:
    text = "\n".join(json.dumps(record, default=str) for record in (UNIT, *records))
    diagnostics = Collector()
    batch = read_batch([Source("ledger.jsonl", text.encode(), "jsonl")], policy.compiled.vocabulary, diagnostics)
    assert not batch.incomplete, [found.message("zh") for found in diagnostics]
    return batch


def judged(policy: Policy, *records: Mapping[str, object], as_of: str = "2021-12-31", **asked: Any) -> Result:
    return evaluate(policy, batch_of(policy, *records), as_of=date.fromisoformat(as_of), **asked)


def brief(result: Result) -> list[tuple[str, str, str]]:
    """Rule, subject and state of each finding."""
    return [(finding.rule.id, finding.subject, str(finding.state)) for finding in result.findings]


def only(result: Result, rule_id: str = "it") -> Finding:
    (finding,) = (finding for finding in result.findings if finding.rule.id == rule_id)
    return finding
