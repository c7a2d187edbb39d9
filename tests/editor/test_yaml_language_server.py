"""What the server behind VS Code and other editors says of packs and cases by our schemas; it is asked as they ask it.

It is started from ``SUPERVISION_YAML_LS`` or from ``build/editor``, where ``make editor`` puts it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from language_server import LanguageServer
from pack_documents import CASES, PACKS, ROOT

from supervision_rules.cli.main import main
from supervision_rules.editor import modeline, schema_file, schema_text
from supervision_rules.kinds import KINDS

SERVER = os.environ.get("SUPERVISION_YAML_LS") or str(ROOT / "build/editor/node_modules/.bin/yaml-language-server")
HERE = shutil.which("node") is not None and Path(SERVER).is_file()
pytestmark = pytest.mark.skipif(not HERE, reason="node and yaml-language-server are not here: make editor")
HEAD = """\
pack: demo
label: 示例
version: 1.0.0
language: 1
document: {title: 示例文件, issuer: 某市人民政府}
"""
LIMIT = """\
  - kind: time_limit
    id: reply
    label: 回复
    cite: {clause: 第二条, words: 5个工作日内回复}
    on: matter
    start: received
    done: replied
    cases:
      - within: 5 workdays
"""
PACK = f"{HEAD}rules:\n{LIMIT}"
FILE = """\
pack: demo
cases:
  - id: in-time
    rule: reply
    as_of: 2021-12-31
    records:
      - {type: matter, id: m1}
    expect: [{subject: m1, state: on_time}]
"""


@dataclass(slots=True)
class Desk:
    """An editor that has a folder open, in which the schemas lie."""

    server: LanguageServer
    folder: Path
    numbers: Iterator[int]

    def open(self, text: str, schema: str = "pack") -> tuple[Path, list[str]]:
        """A file with its modeline and this text; what is told of it: lines of the text, and messages."""
        path = self.folder / f"{next(self.numbers)}.yaml"
        found = self.server.open(path, f"{modeline(schema, '.')}\n{text}")
        return path, [f"{each['range']['start']['line']} {each['message']}" for each in found]

    def told(self, text: str, schema: str = "pack") -> list[str]:
        return self.open(text, schema)[1]

    def offered(self, text: str, schema: str = "pack") -> dict[str, str]:
        """What may be written at the bar in the text, and what is then put in."""
        path, line, character = self._at_bar(text, schema)
        return {each["label"]: each.get("insertText", "") for each in self.server.complete(path, line, character)}

    def hover(self, text: str, schema: str = "pack") -> str:
        return self.server.hover(*self._at_bar(text, schema))

    def _at_bar(self, text: str, schema: str) -> tuple[Path, int, int]:
        before = text.partition("|")[0]
        path, _ = self.open(text.replace("|", "", 1), schema)
        return path, before.count("\n") + 1, len(before.rpartition("\n")[2])


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("规则 包")
    for name in ("pack", "cases"):
        (folder / schema_file(name)).write_text(schema_text(name), encoding="utf-8")
    server = LanguageServer([SERVER], folder)
    yield Desk(server, folder, count())
    server.end()


def test_a_new_rule_may_be_of_any_kind(desk: Desk) -> None:
    """Each is offered whole, by its Chinese name, with all that it must have, ``kind`` first."""
    offered = desk.offered(f"{HEAD}rules:\n  - |\n")
    whole = {label: text for label, text in offered.items() if text.startswith("kind: ") and "\n" in text}
    assert [label.split()[-1] for label in whole] == list(KINDS)
    assert all(re.match("[\u4e00-\u9fff]", label) for label in whole)
    assert whole["办理时限 time_limit"].splitlines() == [
        "kind: time_limit",
        "  id: $1",
        "  label: $2",
        "  cite: {clause: $3, words: $4}",
        '  "on": $5',
        "  start: $6",
        "  done: $7",
        "  cases:",
        "    - $8",
    ]


@pytest.mark.parametrize("name", KINDS)
def test_only_the_keys_of_its_kind_are_offered(name: str, desk: Desk) -> None:
    offered = set(desk.offered(f"{HEAD}rules:\n  - kind: {name}\n    |\n"))
    keys = {label for label in offered if re.fullmatch("[a-z_]+", label)}
    assert keys == set(KINDS[name].model.model_fields) - {"kind"}


def test_the_words_of_a_choice_are_offered(desk: Desk) -> None:
    assert set(desk.offered(PACK + "    severity: |\n")) == {"violation", "warning"}
    assert set(desk.offered(PACK + "    round: |\n")) == {"down", "up", "half_up"}
    assert desk.offered(f"{HEAD}rules:\n  - kind: |\n").keys() >= set(KINDS)


def test_the_types_of_records_are_offered(desk: Desk) -> None:
    offered = desk.offered(PACK.replace("on: matter", "on: |"))
    assert offered["matter 督查事项"] == "matter" and offered["instruction 督查事项 领导批示交办事项"] == "instruction"
    offered = desk.offered(FILE.replace("{type: matter, id: m1}", "type: |"), "cases")
    assert offered["matter 督查事项"] == "matter"


def test_what_is_below_a_key_is_offered(desk: Desk) -> None:
    assert desk.offered(PACK + "    stops:\n      |\n").keys() >= {"count", "where", "since", "until"}
    assert desk.offered(PACK + "      - |\n").keys() >= {"when", "within", "due"}
    assert desk.offered(f"{HEAD}facts:\n  - |\nrules: []\n").keys() >= {"id", "count", "where"}


def test_a_hover_is_chinese(desk: Desk) -> None:
    assert "期限：5 workdays、30 days" in desk.hover(PACK.replace("within", "with|in"))
    assert "对哪一类记录（或其一种）" in desk.hover(PACK.replace("on: matter", "o|n: matter"))
    severity = desk.hover(PACK + "    sever|ity: warning\n")
    assert "不合要求算违反" in severity and "`violation`: 违反" in severity
    kind = desk.hover(PACK.replace("kind", "ki|nd"))
    assert all(f"`{name}`: " in kind for name in KINDS)
    assert "检验哪一条规则" in desk.hover(FILE.replace("rule:", "ru|le:"), "cases")
    state = desk.hover(FILE.replace("on_time", "on_|time"), "cases")
    assert "`on_time`: 按时" in state


MISTAKES = [
    pytest.param("kind: time_limit", "kind: tim_limit", "7 Value is not", list(KINDS), id="a kind"),
    pytest.param("  - kind: time_limit\n    id: reply", "  - id: reply", '7 Missing property "kind"', [], id="no kind"),
    pytest.param("    done: replied\n", "", '7 Missing property "done"', [], id="a missing key"),
    pytest.param("    done: replied\n", "    done: replied\n    foo: 1\n", "14 Property foo is not", [], id="a key"),
    pytest.param("label: 回复", "label: 3", "9 这里要写文字", [], id="a type"),
    pytest.param("id: reply", "id: Reply", "8 写成小写字母、数字和连字符，以字母开头", [], id="an id"),
    pytest.param("words: 5个工作日内回复", 'words: ""', "10 这里的文字是空的", [], id="nothing"),
    pytest.param("5 workdays", "5", "15 写成 5 workdays（工作日）", [], id="no unit"),
    pytest.param("5 workdays", "{by_reading: r, a: 5}", "15 写成 5 workdays（工作日）", [], id="under a reading"),
    pytest.param("5 workdays", "{by_date: {2021-7-1: 5 days}}", "15 写成年-月-日，如 2021-07-01", [], id="from no day"),
]


@pytest.mark.parametrize(("sound", "wrong", "told", "words"), MISTAKES)
def test_a_mistake_is_told_once_where_it_is(sound: str, wrong: str, told: str, words: list[str], desk: Desk) -> None:
    assert PACK.count(sound) == 1 and desk.told(PACK) == []
    found = desk.told(PACK.replace(sound, wrong))
    assert len(found) == 1 and found[0].startswith(told), found
    assert all(word in found[0] for word in words)


@pytest.mark.parametrize(
    ("sound", "wrong", "told"),
    [
        ("as_of: 2021-12-31", "as_of: 2021", "5 写成年-月-日，如 2021-07-01"),
        ("on_time", "on time", "8 Value is not accepted. Valid values: "),
        ("    rule: reply\n", "", '3 Missing property "rule".'),
        ("subject: m1", "who: m1", "8 Property who is not allowed."),
        ("  - {type: matter, id: m1}", "  - m1", "7 "),
    ],
)
def test_a_mistake_in_cases(sound: str, wrong: str, told: str, desk: Desk) -> None:
    assert FILE.count(sound) == 1 and desk.told(FILE, "cases") == []
    found = desk.told(FILE.replace(sound, wrong), "cases")
    assert len(found) == 1 and found[0].startswith(told), found


def test_what_depends_is_no_mistake(desk: Desk) -> None:
    for written in ("{by_reading: r, a: 5 days, b: }", "{by_date: {2020-01-01: 5 days, 2021-07-01: }}", ""):
        assert desk.told(PACK.replace("5 workdays", written)) == []


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_nothing_is_told_of_a_shipped_pack(path: Path, desk: Desk) -> None:
    assert desk.told(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_nothing_is_told_of_shipped_cases(path: Path, desk: Desk) -> None:
    assert desk.told(path.read_text(encoding="utf-8"), "cases") == []


def test_nothing_is_told_of_the_packs_of_the_patterns(desk: Desk) -> None:
    """And of the recipes of the manual, and of their cases."""
    told = {
        path: desk.told(path.read_text(encoding="utf-8"), "cases" if path.parent.name == "cases" else "pack")
        for path in (ROOT / "tests" / "patterns").rglob("*.yaml")
    }
    assert len(told) > 150 and {path.name: found for path, found in told.items() if found} == {}


def test_the_settings_of_the_repository_name_the_schemas() -> None:
    """Its packs have no modeline: a comment would move their lines and change their digests."""
    given = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    server = LanguageServer([SERVER], ROOT, {"schemas": given["yaml.schemas"]})
    told = {path: server.open(path, path.read_text(encoding="utf-8") + "\nfoo: 1\n") for path in (*PACKS, *CASES)}
    server.end()
    assert {tuple(each["message"] for each in found) for found in told.values()} == {("Property foo is not allowed.",)}


def test_what_only_check_sees(desk: Desk) -> None:
    """As the manual says: an editor has no other numbers, and does not count the days of a month."""
    duty = "  - {kind: duty, id: a, label: b, cite: {clause: c, words: d}, of: unit, each: month, need: e, at_least: "
    assert desk.told(f"{HEAD}rules:\n{duty}10.0}}\n") == desk.told(f"{HEAD}rules:\n{duty}10}}\n") == []
    assert desk.told(PACK.replace("5 workdays", "{by_date: {2021-02-30: 5 days}}")) == []


def test_a_new_pack_has_its_editor_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its own first line, and by the files that ``new`` writes beside it."""
    monkeypatch.chdir(desk.folder)
    assert main(["new", "qinghe", "--label", "青禾县", "--folder", "青禾 县"]) == 0
    for name, key, word in (("qinghe.yaml", "label", "规则包名称"), ("cases/qinghe.yaml", "pack", "规则包代号")):
        path = desk.folder / "青禾 县" / name
        text = path.read_text(encoding="utf-8")
        assert desk.server.open(path, text) == []
        line = next(place for place, each in enumerate(text.splitlines()) if each.startswith(f"{key}: "))
        assert word in desk.server.hover(path, line, 1)
