"""One finding, or the explanation of one, as text for a program that prints it."""

from __future__ import annotations

from supervision_rules.catalogue import Lang
from supervision_rules.explain import NO_FINDING
from supervision_rules.findings import Explanation, Finding
from supervision_rules.language.reasons import reason
from supervision_rules.misuse import check_lang, shown
from supervision_rules.reports.tree import tree
from supervision_rules.reports.wording import Wording
from supervision_rules.results import Result, Run, check_result


def text_of(result: Result, told: Finding | Explanation, lang: Lang = "zh") -> str:
    """A finding of ``result`` in one line, or what ``explain`` or ``why_not`` of it gave as an indented tree.

    Raises:
        TypeError: what is given is neither, or ``result`` is none.
        ValueError: it is a part of an explanation, or of a pack that the result does not judge by; ``lang`` is none.
    """
    check_lang(lang)
    if not isinstance(told, Finding | Explanation):
        raise TypeError(f"what has a text is a Finding or an Explanation, not {shown(told)}")
    check_result(result)
    explanation = told if isinstance(told, Explanation) else _alone(told)
    return tree(Wording(_run(result, explanation), lang), explanation).rstrip("\n")


def _run(result: Result, explanation: Explanation) -> Run:
    """What the pack concluded of which an explanation is."""
    finding, pack = explanation.words.get("finding"), explanation.words.get("pack")
    if isinstance(finding, Finding):
        return result.run_of(finding)
    if explanation.phrase != NO_FINDING:
        raise ValueError("a part of an explanation has no text of its own: give all that result.explain gave")
    run = result.run_by(str(pack))
    if run is None:
        raise ValueError(f"an explanation by the pack {pack!r} is not of this result")
    return run


def _alone(finding: Finding) -> Explanation:
    return reason("conclusion", rule=finding.rule.label, subject=finding.subject, finding=finding)
