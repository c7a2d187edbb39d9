"""``schema``: what it prints and writes; what is there already as it is, is left alone."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from test_cli_commands import Captured, ran

from supervision_rules.cli.main import main
from supervision_rules.editor import cases_schema, pack_schema
from supervision_rules.reports.diff_schema import diff_schema
from supervision_rules.reports.schema import result_schema
from supervision_rules.reports.sensitivity_json import sensitivity_schema

SCHEMAS = {
    "pack": pack_schema(),
    "cases": cases_schema(),
    "result": result_schema(),
    "diff": diff_schema(),
    "sensitivity": sensitivity_schema(),
}


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_printed(name: str, capsys: Captured) -> None:
    code, out, err = ran(["schema", name], capsys)
    assert (code, json.loads(out), err) == (0, SCHEMAS[name], "")
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])


def test_that_of_packs_if_none_is_named(capsys: Captured) -> None:
    code, out, _ = ran(["schema"], capsys)
    assert (code, json.loads(out)) == (0, SCHEMAS["pack"])


def test_the_schemas_for_editors_are_written_and_then_left_alone(office: Path, capsys: Captured) -> None:
    told = "写好了 a/.supervision/pack.schema.json\n写好了 a/.supervision/cases.schema.json\n"
    files = [office / "a" / ".supervision" / f"{name}.schema.json" for name in ("pack", "cases")]
    assert ran(["schema", "--write", "a/.supervision"], capsys) == (0, told, "")
    assert [json.loads(file.read_text(encoding="utf-8")) for file in files] == [SCHEMAS["pack"], SCHEMAS["cases"]]
    before = [(file.stat().st_mtime_ns, file.stat().st_ino) for file in files]
    assert ran(["schema", "--write", "a/.supervision"], capsys) == (0, told, "")
    assert [(file.stat().st_mtime_ns, file.stat().st_ino) for file in files] == before
    assert sorted(office.rglob("*.json")) == sorted(files)


def test_one_schema_is_written(office: Path, capsys: Captured) -> None:
    assert ran(["schema", "result", "--write", "."], capsys) == (0, "写好了 result.schema.json\n", "")
    assert [path.name for path in office.iterdir()] == ["result.schema.json"]


def test_in_english(capsys: Captured) -> None:
    assert main(["--lang", "en", "schema", "cases"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema == cases_schema("en")
    assert schema["$defs"]["Case"]["properties"]["rule"]["description"].startswith("the rule it tests")


def test_where_nothing_can_be_written(office: Path, capsys: Captured) -> None:
    Path("file").write_text("", encoding="utf-8")
    code, out, err = ran(["schema", "--write", "file"], capsys)
    assert (code, out) == (2, "") and err.startswith("错误 SR903 写不了 file：")
    Path("pack.schema.json").mkdir()
    assert ran(["schema", "--write", "."], capsys)[0] == 2


def test_what_there_is_no_schema_for(capsys: Captured) -> None:
    assert ran(["schema", "records"], capsys)[0] == 2
