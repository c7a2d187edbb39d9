"""Boundary cases as YAML to be put into a file of cases, what the engine finds beside each as a comment."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import Final

from supervision_rules import nodes
from supervision_rules.catalogue import Lang
from supervision_rules.nodes.scalars import ambiguity, resolve
from supervision_rules.reports.columns import visible
from supervision_rules.reports.headline import headline
from supervision_rules.reports.say import say
from supervision_rules.reports.wording import Wording
from supervision_rules.results import Run
from supervision_rules.testing import Edge, Offers, Variant

_PLAIN: Final = re.compile(r"[^\W\d][\w（）、，。：/-]*|[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""Texts that need no quotes in a flow of YAML."""


def boundaries_text(offers: Offers, names: Collection[str], lang: Lang) -> str:
    """The cases to be confirmed, then what is not offered; ``names`` are the ids that cases have already."""
    return "".join(f"{line}\n" for line in _lines(offers, frozenset(names), lang))


def _lines(offers: Offers, names: frozenset[str], lang: Lang) -> Iterator[str]:
    taken = set(names)
    for edge in offers.edges:
        yield from _case(edge, _name(edge, taken), lang)
    for left in offers.left:
        words = {"span": visible(str(left.mutant.span)), "place": left.mutant.place.name}
        number = left.mutant.change.before
        yield f"# {say('boundary-left', lang, **words, number=number, reason=say(f'boundary.{left.reason}', lang))}"
    counts = {"offered": len(offers.edges), "there": offers.there, "left": len(offers.left)}
    yield f"# {say('boundaries', lang, pack=offers.pack, **counts)}"


def _name(edge: Edge, taken: set[str]) -> str:
    """An id that no case has."""
    number = 1
    while (name := f"{edge.trial.case.id}-edge-{number}") in taken:
        number += 1
    taken.add(name)
    return name


def _case(edge: Edge, name: str, lang: Lang) -> Iterator[str]:
    yield f"  - id: {name}"
    yield f"    rule: {edge.trial.case.rule}"
    about = say(f"boundary.{edge.sort}", lang, about=edge.about, numbers="、".join(sorted(edge.numbers, key=Decimal)))
    yield f"    label: {_scalar(say('boundary-label', lang, about=about, case=edge.trial.name))}"
    yield f"    as_of: {edge.trial.as_of}"
    if edge.rows:
        yield "    records:"
        yield from (f"      - {_flow(row.values)}" for row in edge.rows)
    yield "    vary:"
    for variant in edge.variants:
        yield f"      - set: {_flow(dict(variant.changes))}"
        yield f"        # {say('boundary-found', lang, found=_found(variant, lang))}"


def _found(variant: Variant, lang: Lang) -> str:
    run: Run = variant.tried.run
    wording = Wording(run, lang)
    told = [f"{visible(each.subject)} {visible(headline(wording, each))}" for each in run.findings]
    return say("boundary-and", lang).join(told) or say("no-finding", lang)


def _flow(values: Mapping[str, object]) -> str:
    return f"{{{', '.join(f'{_scalar(name)}: {_value(value)}' for name, value in values.items())}}}"


def _value(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    return _scalar(value) if isinstance(value, str) else str(value)


def _scalar(text: str) -> str:
    """A text, in quotes where it would be taken for something else."""
    simple = _PLAIN.fullmatch(text) or re.fullmatch(r"[a-z][\w.-]*", text)
    meant = resolve(text) == text and ambiguity(text, nodes.Limits()) is None
    return text if simple and meant else json.dumps(text, ensure_ascii=False)
