"""A folder with packs that have something of everything: an error, warnings, one answered, one pack without fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from supervision_rules.cli.main import main

HEAD = """\
pack: {name}
label: 示例
version: 1.0.0
language: 1
document: {{title: 示例办法, issuer: 示例机关}}
facts:
  - {{id: share, label: 完成百分之几, of: unit, mean: appraisal, take: item_points, window: year}}
rules:
"""
RULE = """\
  - kind: outcome
    id: {rule}
    label: 亮灯
    cite: {{clause: 一, words: [80%以上亮绿灯, 50%至70%亮黄灯, 50%以下亮红灯]}}
    on: unit
    window: year
    cases:{comment}
      - {{when: share >= 80, outcome: 绿灯, code: green}}
      - {{when: 50 <= share <= 70, outcome: 黄灯, code: yellow}}
      - {{when: {red} < 50, outcome: 红灯, code: {rule}}}
"""
ANSWER = "\n      # sr: ignore[SR327] 原文没有规定"


def pack(name: str = "qinghe", *rules: tuple[str, str, str]) -> str:
    """A pack whose rules have an id, what stands before ``< 50`` and a comment below ``cases``."""
    given = rules or (("light", "share", ""),)
    written = (RULE.format(rule=rule, red=red, comment=comment) for rule, red, comment in given)
    return HEAD.format(name=name) + "".join(written)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """``policies`` with 青禾 (two warnings, one answered), 错 (an error) and 好 (nothing)."""
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "policies"
    folder.mkdir()
    texts = {
        "青禾": pack("qinghe", ("light", "share", ""), ("lamp", "share", ""), ("quiet", "share", ANSWER)),
        "错": pack("cuo", ("light", "shore", "")),
        "好": pack("hao").replace("<= 70", "< 80").replace("70%", "80%"),
    }
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def ran(capsys: pytest.CaptureFixture[str], *arguments: str, lang: str = "zh") -> tuple[int, str, str]:
    code = main(["--lang", lang, "--color", "never", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


Captured = pytest.CaptureFixture[str]
