"""Rules that are stricter, or laxer, than their words: 原则上 without ``severity: warning``, and 严禁 with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from supervision_rules import nodes
from supervision_rules.catalogue import Bilingual
from supervision_rules.compiler import CompiledPack
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.language.readings import BY_READING
from supervision_rules.wording.quoting import Quoting

_KINDS: Final = frozenset(("requirement", "time_limit", "duty", "procedure", "overlap", "quota"))
"""The kinds of rules that may be broken."""
# Not 一般重要, 一般要求, 一般应急: of the ordinary sort.
_LEEWAY: Final = re.compile(
    "原则上|尽量|尽可能|一般(?:应当?(?!急)|在(?![编职岗册建])|由|不(?!良)|[须需]|要(?![求素件]))"
)
_FIRM: Final = re.compile("必须|不得|严禁|禁止|一律|最长|最迟")
_HINTS: Final = re.compile("提示|提醒")
_BREAKS: Final = re.compile("违反|违规")
_MEANS: Final = {
    "warning": Bilingual("文件自己留有余地", "the document leaves room for exceptions"),
    "violation": Bilingual("没有余地", "without exception"),
}


class _Amiss(NamedTuple):
    place: Span
    words: str
    found: str
    mend: str


def tell_leeway(compiled: CompiledPack, every: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell each rule of which the words have it otherwise whether breaking it is a violation."""
    for each in every.values():
        kind, severity = nodes.at(each.written, "kind"), nodes.at(each.written, "severity")
        if isinstance(kind, nodes.Scalar) and kind.text in _KINDS:
            if isinstance(severity, nodes.Mapping):
                found = _by_option(compiled, severity)
            else:
                found = _unstated(each) if severity is None else _too_lax(each, severity)
            for amiss in found:
                words = {"words": amiss.words, "found": amiss.found, "mend": amiss.mend, "means": _MEANS[amiss.mend]}
                diagnostics.add("SR184", amiss.place, **words)


def _unstated(own: Quoting) -> Iterator[_Amiss]:
    """The words that leave room, where the rule does not say what it comes to and no others are firm."""
    said = [(quote.scalar, _LEEWAY.search(quote.scalar.text)) for quote in own.quotes]
    firm = any(match is None and _FIRM.search(scalar.text) for scalar, match in said)
    for scalar, match in said if not firm else ():
        if match is not None:
            yield _Amiss(scalar.part(*match.span()), match[0], "violation", "warning")
            return


def _too_lax(own: Quoting, severity: nodes.Node) -> Iterator[_Amiss]:
    """The words that leave none, where the rule gives a hint only and does not say why."""
    texts = [quote.scalar.text for quote in own.quotes]
    is_hint = isinstance(severity, nodes.Scalar) and severity.text == "warning"
    firm = next((match for text in texts if (match := _FIRM.search(text))), None)
    if is_hint and firm is not None and own.binder.at("note") is None and not any(map(_LEEWAY.search, texts)):
        yield _Amiss(severity.span, firm[0], "warning", "violation")


def _by_option(compiled: CompiledPack, severity: nodes.Mapping) -> Iterator[_Amiss]:
    """The options that say themselves what it comes to."""
    name = severity.get(BY_READING)
    reading = compiled.text.readings.get(name.text) if isinstance(name, nodes.Scalar) else None
    options = reading.options if reading is not None else {}
    for key, value in severity.entries:
        text = options.get(key.text, "")
        hint, breaks = _HINTS.search(text), _BREAKS.search(text)
        if isinstance(value, nodes.Scalar) and (hint is None) is not (breaks is None):
            mend = "warning" if hint is not None else "violation"
            if value.text != mend:
                yield _Amiss(value.span, text, value.text, mend)
                return
