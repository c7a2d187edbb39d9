"""Days of the document under an option, held to the words of the option."""

from __future__ import annotations

import pytest

from supervision_rules.diagnostics import Collector
from supervision_rules.library import check_pack
from supervision_rules.pack import read_pack

HEAD = """\
pack: town
label: 试验
version: 1.0.0
language: 1
document: {{title: 办法, issuer: 政府, in_force: {force}}}
readings:
  - {{id: begins, words: 印发, options: {{one: "{words}", other: 另一种}}, taken: one}}
rules:
  - {{kind: requirement, id: it, label: 回复, cite: {{clause: 一, words: 回复}}, on: matter, require: known(replied)}}
"""
SINCE = "{since: {by_reading: begins, one: 2021-06-21, other: 2021-01-01}}"
WHOLE = "{by_reading: begins, one: {since: 2021-06-21}, other: }"


@pytest.mark.parametrize("force", [SINCE, WHOLE])
@pytest.mark.parametrize(
    ("words", "amiss"),
    [
        ("从2021年6月21日起", False),
        ("从２０２１年６月２１日起", False),
        ("从2021-06-21起", False),
        ("从2021年6月12日起", True),
        ("从2021年起", False),
        ("从2012年起", True),
        ("2021年6月1日印发，6月21日起施行；2021年6月21日", False),
        ("从成文之日起", False),
    ],
)
def test_the_day_is_the_one_that_the_option_states(force: str, words: str, amiss: bool) -> None:
    diagnostics = Collector()
    pack = read_pack(HEAD.format(force=force, words=words).encode(), "town.yaml", diagnostics)
    assert pack is not None
    check_pack(pack, diagnostics)
    assert [each.code for each in diagnostics.found] == (["SR176"] if amiss else [])
