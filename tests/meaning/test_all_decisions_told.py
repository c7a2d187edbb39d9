"""Where neither the consent nor the judgement is on record, both are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, only, rule

from supervision_rules import text_of

REFERRED = rule("kind: outcome\non: matter\noutcome: 移交\nconsent: agreed\njudgement: fulfilled")
AGREED = "- {id: agreed, label: 同意, of: matter, any: consent, where: role == 'mayor'}"


@pytest.mark.parametrize(
    ("facts", "detail", "missing", "zh", "en"),
    [
        (
            {},
            (("awaits", ("consent", "judgement")),),
            ("matter m1: fulfilled",),
            "移交，尚待同意、认定",
            "移交, awaits a consent, a judgement",
        ),
        (
            {"fulfilled": False},
            (("awaits", "consent"), ("refused", "judgement")),
            (),
            "移交，尚待同意，未获认定",
            "移交, awaits a consent, a judgement refused",
        ),
        ({"fulfilled": True}, (("awaits", "consent"),), (), "移交，尚待同意", "移交, awaits a consent"),
    ],
)
def test_what_is_awaited(
    tmp_path: Path, facts: dict[str, object], detail: object, missing: tuple[str, ...], zh: str, en: str
) -> None:
    result = judged(loaded(tmp_path, REFERRED, facts=AGREED), matter(**facts))
    found = only(result)
    assert (found.state, found.detail[1:], found.missing) == ("due_for", detail, missing)
    assert text_of(result, found).endswith(zh) and text_of(result, found, "en").endswith(en)
    told = text_of(result, result.explain(found))
    assert "没有同意的记录，待同意" in told
    assert ("没有人的认定，待认定" in told) is ("fulfilled" not in facts or not facts["fulfilled"])


def test_both_may_be_in_doubt(tmp_path: Path) -> None:
    judging = "\n- {id: found_so, label: 认定, of: matter, any: consent, where: role == 'secretary_general'}"
    both = REFERRED.replace("judgement: fulfilled", "judgement: found_so")
    given = {"type": "consent", "id": "c1", "matter": "m1", "date": "2021-02-01"}
    found = only(judged(loaded(tmp_path, both, facts=AGREED + judging), matter(), given))
    assert (found.state, found.detail[1:], found.missing) == (
        "undetermined", (("unclear", ("consent", "judgement")),), ("consent c1: role",),
    )  # fmt: skip
