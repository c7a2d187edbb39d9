"""One finding, or the explanation of one, as text for a program that prints it."""

from __future__ import annotations

from typing import get_args

from supervision_rules.api import Result
from supervision_rules.catalogue import Lang
from supervision_rules.findings import Explanation, Finding
from supervision_rules.language.reasons import reason
from supervision_rules.reports.tree import tree
from supervision_rules.reports.wording import Wording


def text_of(result: Result, told: Finding | Explanation, lang: Lang = "zh") -> str:
    """A finding of ``result`` in one line, or an explanation that ``result.explain`` gave as an indented tree.

    Raises:
        TypeError: what is given is neither.
        ValueError: it is a part of an explanation, or of a pack that the result does not judge by; ``lang`` is none.
    """
    if lang not in get_args(Lang):
        raise ValueError(f"lang is {' or '.join(map(repr, get_args(Lang)))}, not {lang!r}")
    if not isinstance(told, Finding | Explanation):
        raise TypeError(f"what has a text is a Finding or an Explanation, not {told!r}")
    explanation = told if isinstance(told, Explanation) else _alone(told)
    finding = explanation.words.get("finding")
    if not isinstance(finding, Finding):
        raise ValueError("a part of an explanation has no text of its own: give all that result.explain gave")
    return tree(Wording(result.run_of(finding), lang), explanation).rstrip("\n")


def _alone(finding: Finding) -> Explanation:
    return reason("conclusion", rule=finding.rule.label, subject=finding.subject, finding=finding)
