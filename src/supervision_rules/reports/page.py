"""The page of a code in ``docs/diagnostics``: its parts, and what a reader of one language is shown of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from supervision_rules.catalogue import CODES, Bilingual, Lang
from supervision_rules.reports.say import say
from supervision_rules.reports.style import PLAIN, Style

_TITLE: Final = re.compile(r"# (?P<code>SR\d{3}) (?P<zh>.+) \((?P<en>.+)\)")
_SECTION: Final = re.compile(r"^\*\*(?:何时出现 When|为什么 Why|怎样改 Mend)\.\*\* ", re.MULTILINE)
_FENCE: Final = re.compile(r"^```(?P<language>\S+)(?: (?P<label>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK: Final = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_CHINESE: Final = re.compile("[。；，、：]")
"""What stands in every Chinese paragraph up to its last line, and in no English one."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is said of a code: when it is told, why, how to mend it; an example, what is told of it, and it mended.

    An example may be missing, as a text of another encoding cannot be shown.
    """

    code: str
    title: Bilingual
    when: Bilingual
    why: Bilingual
    mend: Bilingual
    example: str
    expected: str
    fixed: str


def page_of(text: str) -> Page:
    """A page from its Markdown."""
    head, *sections = _SECTION.split(_FENCE.split(text, maxsplit=1)[0])
    title = _TITLE.match(head)
    assert title is not None  # a test reads every page
    when, why, mend = map(_both, sections)
    fences = {found["label"] or found["language"]: found["text"] for found in _FENCE.finditer(text)}
    shown = (fences.get(name, "") for name in ("example", "expect", "fixed"))
    return Page(title["code"], Bilingual(title["zh"], title["en"]), when, why, mend, *shown)


def _both(section: str) -> Bilingual:
    """The Chinese lines, then the English ones, without the marks of links and emphasis."""
    lines = [line for line in _LINK.sub(r"\1", section).splitlines() if line]
    first = max(number for number, line in enumerate(lines) if _CHINESE.search(line)) + 1
    return Bilingual("".join(lines[:first]), " ".join(lines[first:]))


def page_text(page: Page, lang: Lang, style: Style = PLAIN) -> str:
    """The whole page, for a screen."""
    return "".join(f"{line}\n" for line in _lines(page, lang, style))


def _lines(page: Page, lang: Lang, style: Style) -> Iterator[str]:
    severity = CODES[page.code].severity
    code = f"{say(f'severity.{severity}', lang)} {page.code}"
    yield f"{style.paint(code, severity)} {page.title.said(lang)}"
    for heading, words in (("when", page.when), ("why", page.why), ("how", page.mend)):
        yield ""
        yield f"{style.paint(say(f'page.{heading}', lang), 'bold')}{words.said(lang)}"
    for heading, text in (("example", page.example), ("fixed", page.fixed)):
        if text:
            yield ""
            yield style.paint(say(f"page.{heading}", lang), "bold")
            yield from (f"    {line}".rstrip() for line in text.splitlines())
        if heading == "example" and page.expected:
            yield say("page.expected", lang, told=say("list", lang).join(page.expected.splitlines()))
