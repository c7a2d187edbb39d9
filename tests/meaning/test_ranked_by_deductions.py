"""A ranking by what is deducted is asked for its order, which the highest first would turn round."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import rule, told, write

ITEM = "kind: points\nwindow: year\ncount: reminder\neach: 1\neffect: {}"


@pytest.mark.parametrize(
    ("effect", "keys", "found"),
    [
        ("deduct", 'by: points("item")', [("SR356", 'points("item")')]),
        ("deduct", 'by: points("item")\norder: low', []),
        ("deduct", 'by: points("item")\norder: high', []),
        ("deduct", 'by: -points("item")', []),
        ("deduct", 'by: 100 - points("item")', []),
        ("add", 'by: points("item")', []),
    ],
)
def test_the_order_is_asked_for(tmp_path: Path, effect: str, keys: str, found: list[tuple[str, str]]) -> None:
    path = write(tmp_path, rule(ITEM.format(effect), "item") + rule(f"kind: ranking\nwindow: year\n{keys}"))
    assert [(code, text) for code, text, _ in told(path)] == found
