"""One who is put forward twice goes in by the nomination that counts and is not left out, where it is known which."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, only, rule

HEAD = (
    "records: {types: {nomination: {fields: {counted: {type: bool, label: 算数, label_en: counts}, "
    "struck: {type: bool, label: 划去, label_en: struck out}}}}}\n"
)
QUOTA = rule(
    "kind: quota\nof: project\nmembers: nomination\nwhere: counted\nleft_out: struck\nname: unit\n"
    "groups: [{id: all, label: 全部, at_most: 2}]"
)
PROJECT = {"type": "project", "id": "p1", "date": "2021-01-01", "year": 2021}


@pytest.mark.parametrize(
    ("counted", "admitted", "undetermined", "vacated", "repeated"),
    [(None, (), ("u1",), (), None), (True, ("u1",), (), (), ("u1",)), (False, (), (), ("u1",), None)],
)
def test_it_hangs_on_whether_the_other_counts(
    tmp_path: Path, counted: bool | None, admitted: object, undetermined: object, vacated: object, repeated: object
) -> None:
    policy = loaded(tmp_path, QUOTA, head=HEAD)
    about = {"type": "nomination", "date": "2021-03-01", "project": "p1", "unit": "u1"}
    first = {**about, "id": "n0", "counted": counted, "struck": False}
    found = only(judged(policy, PROJECT, first, {**about, "id": "n1", "counted": True, "struck": True}))
    detail = dict(found.detail)
    assert (detail["admitted"], detail["undetermined"]) == (admitted, undetermined)
    assert (detail["vacated"], detail.get("repeated")) == (vacated, repeated)
    assert found.missing == (("nomination n0: counted",) if counted is None else ())
