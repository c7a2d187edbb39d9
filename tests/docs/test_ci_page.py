"""What the page on CI shows for other programs to do is right: the commands, the inputs, the hook."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from doc_pages import DOCS, ROOT, fences

from supervision_rules.cli.main import main
from supervision_rules.reports.formats import FORMATS

PAGE = DOCS / "ci.md"
SETTINGS = [fence.text for fence in fences(PAGE) if fence.language in ("yaml", "groovy") and not fence.label]


def setting(name: str) -> object:
    """The file of which the page shows the beginning."""
    (text,) = (text for text in SETTINGS if text.startswith(f"# {name}\n"))
    return yaml.safe_load(text)


def test_the_commands_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "policies").symlink_to(ROOT / "policies")
    commands = re.findall(r"supervision-rules (check [^\n']*)", "".join(SETTINGS))
    assert [main(command.split()) for command in commands] == [0, 0]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["packs.json", "packs.xml", "policies"]
    assert capsys.readouterr().err == ""


def test_the_inputs_and_the_hook_exist() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    workflow = setting(".github/workflows/packs.yml")
    assert isinstance(workflow, dict)
    given = workflow["jobs"]["packs"]["steps"][1]["with"]
    assert set(given) < set(action["inputs"])
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    configured = setting(".pre-commit-config.yaml")
    assert isinstance(configured, dict)
    assert configured["repos"][0]["hooks"] == [{"id": hooks[0]["id"]}]


def test_every_format_is_on_the_page() -> None:
    table = PAGE.read_text(encoding="utf-8").partition("| 格式 format |")[2].partition("\n\n")[0]
    assert re.findall(r"`(\w+)`", "".join(line.split("|")[1] for line in table.splitlines()[2:])) == list(FORMATS)
