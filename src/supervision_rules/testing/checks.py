"""A file of cases held against its pack: the rules, readings, records and situations that it names are there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from supervision_rules import nodes
from supervision_rules.diagnostics import NOTHING, Collector, nearest
from supervision_rules.findings import GOVERNANCE
from supervision_rules.kinds import RuleSpec
from supervision_rules.policy import Policy
from supervision_rules.testing.cases import NONE
from supervision_rules.testing.trials import Trial, Trials

_SITUATIONS: Final = ("cases", "steps", "groups")
_NAMES: Final = ("label", "id", "step", "code", "outcome", "words")


def check(read: Trials, policy: Policy, diagnostics: Collector) -> bool:
    """Tell every name in the file that its pack, or the case itself, does not have; whether it is for this pack."""
    given = read.pack.text if isinstance(read.pack, nodes.Scalar) else ""
    if given and given != policy.id:
        diagnostics.add("SR604", read.pack.span, given=given, pack=policy.id)
        return False
    rules = {rule.id: rule for rule in policy.compiled.pack.rules}
    for trial in read.trials:
        rule = rules.get(trial.case.rule)
        if rule is None and trial.case.rule != GOVERNANCE:
            place = nodes.locate(trial.node, ("rule",)).span
            hint = nearest(trial.case.rule, (*rules, GOVERNANCE))
            diagnostics.add("SR605", place, given=trial.case.rule, pack=policy.id, hint=hint)
        _check_readings(trial, policy, diagnostics)
        _check_only(trial, diagnostics)
        _check_expectations(trial, rule, diagnostics)
    return True


def _check_readings(trial: Trial, policy: Policy, diagnostics: Collector) -> None:
    declared = policy.text.readings
    for name, option in trial.readings.items():
        key, value = trial.asked[name]
        reading = declared.get(name)
        if reading is None:
            diagnostics.add("SR305", key, given=name, hint=nearest(name, declared))
        elif option not in reading.options:
            hint = nearest(option, reading.options)
            diagnostics.add("SR307", value, reading=name, given=option, hint=hint, level=NOTHING)


def _check_only(trial: Trial, diagnostics: Collector) -> None:
    for number, subject in enumerate(trial.case.only):
        if subject not in trial.ids:
            place = nodes.locate(trial.node, ("only", number)).span
            diagnostics.add("SR606", place, given=subject, hint=nearest(subject, trial.ids))


def _check_expectations(trial: Trial, rule: RuleSpec | None, diagnostics: Collector) -> None:
    for number, wanted in enumerate(trial.expect):
        node = nodes.locate(trial.expected, (number,))
        if wanted.subject is not None and wanted.subject not in trial.ids:
            hint = nearest(wanted.subject, trial.ids)
            diagnostics.add("SR606", nodes.locate(node, ("subject",)).span, given=wanted.subject, hint=hint)
        if wanted.state == NONE and wanted.model_fields_set != {"subject", "state"}:
            diagnostics.add("SR613", nodes.locate(node, ("state",)).span)
        if wanted.case is not None and rule is not None and not trial.readings:
            _check_situation(wanted.case, rule, nodes.locate(node, ("case",)), diagnostics)


def _check_situation(given: int | str, rule: RuleSpec, node: nodes.Node, diagnostics: Collector) -> None:
    known = situations(rule)
    names = [name for each in known for name in each]
    if isinstance(given, int) and given > len(known) or isinstance(given, str) and given not in names:
        hint = nearest(str(given), names)
        diagnostics.add("SR612", node.span, given=given, rule=rule.id, count=len(known), hint=hint)


def situations(rule: RuleSpec) -> list[tuple[str, ...]]:
    """What the cases, steps or groups of a rule are called: label, id, outcome, words."""
    found = next((getattr(rule, name) for name in _SITUATIONS if getattr(rule, name, None)), ())
    return [tuple(_names(each)) for each in found]


def _names(situation: object) -> Iterator[str]:
    for name in _NAMES:
        value = getattr(situation, name, None)
        if isinstance(value, str):
            yield value
