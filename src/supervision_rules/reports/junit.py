"""JUnit's XML, as Jenkins and others read it (junit-10.xsd), and what ``check`` found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

from supervision_rules.diagnostics import Diagnostic
from supervision_rules.reports.check_text import concise_line
from supervision_rules.reports.checked import Checked, Setting
from supervision_rules.reports.columns import visible
from supervision_rules.reports.say import say

NAME: Final = "supervision-rules"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a case did not pass: ``tag`` is failure, or error where it could not be run."""

    tag: str
    kind: str
    message: str
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    classname: str
    trouble: Trouble | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Suite:
    name: str
    cases: tuple[Case, ...]

    def count(self, tag: str) -> int:
        return sum(case.trouble is not None and case.trouble.tag == tag for case in self.cases)


def junit(suites: Iterable[Suite]) -> bytes:
    """The document. It holds no time, so that the same results give the same bytes."""
    every = list(suites)
    counts = _counts(sum(len(suite.cases) for suite in every), every)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites name={_quoted(NAME)}{counts}>"]
    for suite in every:
        lines.append(f"  <testsuite name={_quoted(suite.name)}{_counts(len(suite.cases), [suite])}>")
        lines += [line for case in suite.cases for line in _case(case)]
        lines.append("  </testsuite>")
    return "".join(f"{line}\n" for line in (*lines, "</testsuites>")).encode()


def _counts(tests: int, suites: list[Suite]) -> str:
    failures, errors = (sum(suite.count(tag) for suite in suites) for tag in ("failure", "error"))
    return f' tests="{tests}" failures="{failures}" errors="{errors}"'


def _case(case: Case) -> Iterator[str]:
    head = f"    <testcase classname={_quoted(case.classname)} name={_quoted(case.name)}"
    if case.trouble is None and not case.said:
        yield f"{head}/>"
        return
    yield f"{head}>"
    if case.trouble is not None:
        trouble = case.trouble
        tag = f"{trouble.tag} type={_quoted(trouble.kind)} message={_quoted(trouble.message)}"
        yield f"      <{tag}>{_text(trouble.text)}</{trouble.tag}>"
    if case.said:
        yield f"      <system-out>{_text(case.said)}</system-out>"
    yield "    </testcase>"


def _quoted(text: str) -> str:
    return f'"{escape(visible(text))}"'


def _text(text: str) -> str:
    """Signs that XML cannot hold are written out."""
    return escape("\n".join(visible(line) for line in text.split("\n")), quote=False)


def checked_junit(checked: Checked, setting: Setting) -> bytes:
    """A suite for each pack, in it a case for each problem; a pack without one has a case that passes.

    A problem that does not fail the check passes, and says what it is.
    """
    cases: dict[str, list[Case]] = {setting.place(pack): [] for pack in checked.trees}
    for found in checked.found:
        name = setting.place(found.span.source) if found.span else NAME
        cases.setdefault(name, []).append(_problem(found, name, setting))
    return junit(Suite(name, tuple(found) or (Case("check", name),)) for name, found in cases.items())


def _problem(found: Diagnostic, name: str, setting: Setting) -> Case:
    place = f" {found.span.line}:{found.span.column}" if found.span else ""
    told = f"{concise_line(found, setting)}\n{say('mend', setting.lang)}{found.help(setting.lang)}"
    if not setting.fails(found.severity):
        return Case(f"{found.code}{place}", name, said=told)
    trouble = Trouble("failure", found.code, found.message(setting.lang), told)
    return Case(f"{found.code}{place}", name, trouble)
