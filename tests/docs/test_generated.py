"""The generated pages and schemas are as the source would make them now."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

from doc_pages import ROOT
from docs.generate import DOCS, generated, stale


def test_nothing_is_stale() -> None:
    assert stale() == []


def test_a_change_would_be_noticed(tmp_path: Path) -> None:
    for name in generated():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(DOCS / name, tmp_path / name)
    (tmp_path / "cli.md").write_text("# 旧", encoding="utf-8")
    (tmp_path / "language" / "functions.md").unlink()
    assert stale(tmp_path) == ["cli.md", "language/functions.md"]


def test_the_architecture_names_the_layers_of_the_contract() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract["layers"] for contract in contracts if contract["containers"] == ["supervision_rules"])
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == layers[::-1]
