"""One rule, written without what all rules share, judged over records of one type."""

from __future__ import annotations

from datetime import date
from textwrap import dedent, indent

from one_rule import compiled_of, records_of, tried, world_of

from supervision_rules import engine
from supervision_rules.catalogue.phrases import PHRASES
from supervision_rules.explain import explain_finding
from supervision_rules.findings import Explanation, Finding

AS_OF = date(2021, 12, 31)
SHARED = """\
- id: it
  label: 一条规则
  cite: {clause: 第一条, words: 原话}
  unquoted: 试验
"""

Facts = dict[str, object]
Also = tuple[tuple[str, Facts], ...]


def rule_text(keys: str) -> str:
    """A rule with these keys of its own."""
    return SHARED + indent(dedent(keys).strip(), "  ")


def problems(keys: str) -> list[str]:
    """What is told of a rule: code, place and message."""
    return tried(rule_text(keys))[1]


class Bench:
    """A compiled pack of one rule."""

    def __init__(self, keys: str, facts: str = "") -> None:
        self.compiled = compiled_of(rule_text(keys), facts)

    def judge(self, record_type: str, *records: Facts, as_of: date = AS_OF, also: Also = ()) -> list[Finding]:
        """The findings about records of one type, numbered r1, r2 … unless they have an id."""
        rows = [(record_type, {"id": f"r{number}"} | facts) for number, facts in enumerate(records, 1)]
        self.world = world_of(self.compiled, records_of(self.compiled, (*also, *rows)), as_of)
        return engine.run(self.compiled, self.world, ())

    def explain(self, finding: Finding) -> Explanation:
        """The explanation, whose every phrase is in the catalogue with all its words given."""
        explanation = explain_finding(self.compiled, self.world, finding)
        check_phrases(explanation)
        return explanation


def check_phrases(explanation: Explanation) -> None:
    for template in PHRASES[explanation.phrase].values():
        template.format_map({"unit": "", **explanation.words})
    for part in explanation.parts:
        check_phrases(part)


def brief(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.subject, finding.state.value) for finding in findings]
