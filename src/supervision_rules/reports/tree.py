"""An explanation as an indented tree, in characters that GBK has."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_rules.findings import Explanation, Finding
from supervision_rules.reports.headline import headline
from supervision_rules.reports.phrasing import phrase
from supervision_rules.reports.wording import Wording


def tree(wording: Wording, explanation: Explanation) -> str:
    """The explanation, every reason under what it supports."""
    return "\n".join([_title(wording, explanation), *_branches(wording, explanation, "")]) + "\n"


def _title(wording: Wording, explanation: Explanation) -> str:
    finding = explanation.words.get("finding")
    if not isinstance(finding, Finding):
        return phrase(wording, explanation)
    words = {**explanation.words, "finding": headline(wording, finding), "subject_type": finding.rule.subject_type}
    return phrase(wording, Explanation(explanation.phrase, words))


def _branches(wording: Wording, explanation: Explanation, indent: str) -> Iterator[str]:
    parts = [part for part in explanation.parts if not _idle(part)]
    for number, part in enumerate(parts, 1):
        last = number == len(parts)
        yield f"{indent}{'└ ' if last else '├ '}{_title(wording, part)}"
        yield from _branches(wording, part, indent + ("  " if last else "│ "))


def _idle(part: Explanation) -> bool:
    """Whether it says only that a condition that is not written always holds."""
    return part.phrase == "expression" and part.words.get("text") == "true"
