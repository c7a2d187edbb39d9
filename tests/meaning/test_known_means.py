"""Whether there is a mean is not denied because one of the numbers in it is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, only, rule

FACTS = """\
- {id: has, label: 有考评, of: unit, any: appraisal, window: year}
- {id: mark, label: 得分, of: unit, sum: appraisal, take: item_points, window: year}
- {id: rest, label: 其他单位的, of: unit, WAY: others, where: has, take: mark}
"""
RULE = rule("kind: points\nwindow: year\nwhen: has and known(rest) and mark < rest\nvalue: 1\neffect: deduct")
UNITS = [{"type": "unit", "id": id_, "name": id_} for id_ in ("u2", "u3")]


def appraisal(unit: str, points: int | None) -> dict[str, object]:
    given = {} if points is None else {"item_points": points}
    return {"type": "appraisal", "id": f"a-{unit}", "date": "2021-12-31", "unit": unit, **given}


@pytest.mark.parametrize("way", ["mean", "max", "min"])
def test_one_number_that_is_missing_leaves_it_open(tmp_path: Path, way: str) -> None:
    policy = loaded(tmp_path, RULE, facts=FACTS.replace("WAY", way))
    own, other = appraisal("u1", 10), appraisal("u2", 30)
    found = judged(policy, *UNITS, own, other, appraisal("u3", None))
    finding = next(each for each in found.findings if each.subject == "u1")
    assert (str(finding.state), finding.missing) == ("scored", ("appraisal a-u3: item_points",))
    assert only(judged(policy, *UNITS, own, other)).value == 1
    assert judged(policy, *UNITS, own).findings == ()
