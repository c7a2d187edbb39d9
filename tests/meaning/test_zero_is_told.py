"""A number that a finding goes by is told at 0 as at any other."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, rule

from supervision_rules import text_of

SLIPS = "- {id: slips, label: 催办次数, of: unit, count: reminder, window: year}"


@pytest.mark.parametrize(
    ("lang", "line"),
    [("zh", "排名，第1名，2021年，依据的值 0，共1个"), ("en", "ranked, rank 1, 2021, by 0, of 1")],
)
def test_what_a_place_goes_by(tmp_path: Path, lang: str, line: str) -> None:
    result = judged(loaded(tmp_path, rule("kind: ranking\nwindow: year\nby: slips"), facts=SLIPS))
    (finding,) = result.findings
    assert text_of(result, finding, lang).endswith(line)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lang", "words"),
    [("zh", "名额0个，提名1个"), ("en", "quota 0, 1 put forward")],
)
def test_how_many_may_go_in(tmp_path: Path, lang: str, words: str) -> None:
    quota = "kind: quota\nof: project\nmembers: nomination\norder: score\ngroups: [{id: all, label: 提名, at_most: 0}]"
    project = {"type": "project", "id": "p1", "year": 2021, "title": "项目", "date": "2021-01-04"}
    nomination = {"type": "nomination", "id": "n1", "date": "2021-02-04", "project": "p1", "unit": "u1", "score": 0}
    result = judged(loaded(tmp_path, rule(quota)), project, nomination)
    (finding,) = result.findings
    assert words in text_of(result, finding, lang)  # type: ignore[arg-type]
