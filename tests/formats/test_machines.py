"""The formats for machines: valid by their schemas, with all that was found and suppressed in them."""

from __future__ import annotations

import hashlib
import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
import xmlschema
from office import RULE, Captured, pack, ran

SCHEMAS = Path(__file__).parent / "schemas"
JUNIT = xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd"))
SARIF = Path(__file__).parents[2] / "build" / "schemas" / "sarif-schema-2.1.0.json"
SARIF_DIGEST = "6352a05f"
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "positions"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^/]"},
                    "positions": {"required": ["begin"]},
                },
            },
        },
    },
}
"""What GitLab's documentation says of a code quality report."""

CASES = """\
pack: hao
units:
  - {type: unit, id: u1, name: 甲局}
cases:
  - id: none-yet
    rule: light
    as_of: 2021-12-31
    expect:
      - {subject: u1, state: concluded}
"""


def shown(capsys: Captured, name: str, *arguments: str) -> str:
    return ran(capsys, "check", *(arguments or ("policies",)), "--format", name)[1]


def run_of(capsys: Captured, *arguments: str) -> dict[str, Any]:
    (run,) = json.loads(shown(capsys, "sarif", *arguments))["runs"]
    assert isinstance(run, dict)
    return run


def marks(run: dict[str, Any]) -> list[str]:
    return [result["partialFingerprints"]["codeAndKeys/v1"] for result in run["results"]]


@pytest.mark.usefixtures("office")
def test_sarif(capsys: Captured) -> None:
    run = run_of(capsys)
    driver = run["tool"]["driver"]
    assert (driver["name"], run["columnKind"], run["language"]) == ("supervision-rules", "unicodeCodePoints", "zh-CN")
    assert [rule["id"] for rule in driver["rules"]] == ["SR218", "SR327"]
    assert driver["rules"][1]["shortDescription"] == {"text": "情形之间有空当"}
    assert all(rule["help"]["text"] and rule["fullDescription"]["text"] for rule in driver["rules"])
    found = [(each["ruleId"], each["level"], each["suppressions"]) for each in run["results"]]
    answered = [{"kind": "inSource", "justification": "原文没有规定"}]
    assert found == [
        ("SR218", "error", []),
        ("SR327", "warning", []),
        ("SR327", "warning", []),
        ("SR327", "warning", answered),
    ]
    assert all(driver["rules"][each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    assert run["results"][0]["message"] == {"text": "没有叫 shore 的字段或事实\n改成已有的名称：share"}
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert unquote(place["artifactLocation"]["uri"]) == "policies/错.yaml"
    assert place["artifactLocation"]["uri"].isascii() and place["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
    assert place["region"] == {"startLine": 18, "startColumn": 16, "endLine": 18, "endColumn": 21}
    assert len(set(marks(run))) == 4


@pytest.mark.usefixtures("office")
def test_sarif_in_english(capsys: Captured) -> None:
    out = ran(capsys, "check", "policies", "--format", "sarif", lang="en")[1]
    run = json.loads(out)["runs"][0]
    assert (run["language"], run["tool"]["driver"]["rules"][1]["shortDescription"]["text"]) == (
        "en-US",
        "a hole between cases",
    )
    assert marks(run) == marks(run_of(capsys))


@pytest.mark.usefixtures("office")
def test_what_has_no_place_is_told_of_the_run(capsys: Captured) -> None:
    run = run_of(capsys, "没有.yaml")
    (invocation,) = run["invocations"]
    (told,) = invocation["toolExecutionNotifications"]
    assert (run["results"], invocation["executionSuccessful"]) == ([], False)
    assert (told["descriptor"], told["level"]) == ({"id": "SR901", "index": 0}, "error")
    assert told["message"]["text"].startswith("读不了 没有.yaml：")


def test_files_outside_the_project_have_whole_addresses(
    office: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    (office / "inside").mkdir()
    monkeypatch.chdir(office / "inside")
    (result,) = run_of(capsys, "../policies/错.yaml")["results"]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert {name: unquote(text) for name, text in location.items()} == {"uri": f"file://{office}/policies/错.yaml"}
    # a CI names the folder of the project
    monkeypatch.setenv("CI_PROJECT_DIR", str(office))
    (result,) = run_of(capsys, "../policies/错.yaml")["results"]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert unquote(location["uri"]) == "policies/错.yaml"


def test_moved_lines_keep_their_fingerprints(office: Path, capsys: Captured) -> None:
    path = office / "policies" / "青禾.yaml"
    before = marks(run_of(capsys))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("rules:\n", "# 一\n\n# 二\nrules:\n"), encoding="utf-8")
    moved = run_of(capsys)
    assert moved["results"][1]["locations"][0]["physicalLocation"]["region"]["startLine"] == 19
    assert marks(moved) == before
    # neither the name of the file counts nor what stands before it in the list, but the pack does
    path.rename(office / "policies" / "绿禾.yaml")
    assert sorted(marks(run_of(capsys))) == sorted(before)
    extra = RULE.format(rule="first", red="share", comment="")
    (office / "policies" / "绿禾.yaml").write_text(text.replace("rules:\n", f"rules:\n{extra}"), encoding="utf-8")
    assert set(before) < set(marks(run_of(capsys)))
    (office / "policies" / "绿禾.yaml").write_text(text.replace("qinghe", "other"), encoding="utf-8")
    assert set(marks(run_of(capsys))) & set(before) == {before[0]}


def test_twins_have_fingerprints_of_their_own(office: Path, capsys: Captured) -> None:
    """The same code twice in one place of the keys, and one pack in two files."""
    text = pack("cuo", ("light", "shore", "")).replace("share >= 80", "shore >= 80")
    for name in ("一", "二"):
        (office / "policies" / f"{name}.yaml").write_text(text, encoding="utf-8")
    run = run_of(capsys, "policies/一.yaml", "policies/二.yaml")
    assert [each["ruleId"] for each in run["results"]] == ["SR218"] * 4
    assert len(set(marks(run))) == 4
    told = json.loads(shown(capsys, "gitlab", "policies/一.yaml", "policies/二.yaml"))
    assert len({each["fingerprint"] for each in told}) == 4


def test_a_text_that_cannot_be_read_has_fingerprints(office: Path, capsys: Captured) -> None:
    (office / "policies" / "坏.yaml").write_text("pack: [\n", encoding="utf-8")
    assert len(set(marks(run_of(capsys, "policies/坏.yaml")))) == 1


@pytest.mark.usefixtures("office")
def test_sarif_by_the_schema_of_oasis(capsys: Captured) -> None:
    if not SARIF.is_file():
        pytest.skip(f"the schema of OASIS is not at {SARIF}: make schemas")
    data = SARIF.read_bytes()
    assert hashlib.sha256(data).hexdigest().startswith(SARIF_DIGEST)
    validator = jsonschema.Draft7Validator(json.loads(data), format_checker=jsonschema.FormatChecker())
    for arguments in (("policies",), ("没有.yaml",), ("policies/好.yaml",)):
        log = json.loads(shown(capsys, "sarif", *arguments))
        assert [error.message for error in validator.iter_errors(log)] == []
    log["runs"][0]["columnKind"] = "bytes"
    assert len(list(validator.iter_errors(log))) == 1


@pytest.mark.usefixtures("office")
def test_gitlab(capsys: Captured) -> None:
    told = json.loads(shown(capsys, "gitlab"))
    jsonschema.validate(told, GITLAB)
    assert [(each["check_name"], each["severity"], each["location"]["path"]) for each in told] == [
        ("SR218", "major", "policies/错.yaml"),
        ("SR327", "minor", "policies/青禾.yaml"),
        ("SR327", "minor", "policies/青禾.yaml"),
    ]
    assert told[0]["description"] == "SR218: 没有叫 shore 的字段或事实\n改成已有的名称：share"
    assert told[0]["location"]["positions"] == {"begin": {"line": 18, "column": 16}, "end": {"line": 18, "column": 21}}
    assert len({each["fingerprint"] for each in told}) == 3
    nowhere = json.loads(shown(capsys, "gitlab", "没有.yaml"))
    jsonschema.validate(nowhere, GITLAB)
    assert nowhere[0]["location"] == {"path": ".", "positions": {"begin": {"line": 1, "column": 1}}}
    assert shown(capsys, "gitlab", "policies/好.yaml") == "[]\n"


@pytest.mark.usefixtures("office")
def test_json_lines(capsys: Captured) -> None:
    lines = [json.loads(line) for line in shown(capsys, "jsonl").splitlines()]
    whole = json.loads(shown(capsys, "json"))
    assert lines == whole["diagnostics"]
    assert [each["code"] for each in lines] == ["SR218", "SR327", "SR327"]
    assert [(each["code"], each["line"], each["reason"]) for each in whole["suppressed"]] == [
        ("SR327", 37, "原文没有规定")
    ]
    assert whole["codes"] == {"SR218": 1, "SR327": 2}
    assert shown(capsys, "jsonl", "policies/好.yaml") == ""


@pytest.mark.usefixtures("office")
def test_junit(capsys: Captured) -> None:
    text = shown(capsys, "junit")
    JUNIT.validate(text)
    root = ET.fromstring(text)
    assert root.attrib == {"name": "supervision-rules", "tests": "4", "failures": "1", "errors": "0"}
    assert [(suite.get("name"), suite.get("failures")) for suite in root] == [
        ("policies/好.yaml", "0"),
        ("policies/错.yaml", "1"),
        ("policies/青禾.yaml", "0"),
    ]
    cases = [(case.get("name"), [part.tag for part in case]) for case in root.iter("testcase")]
    assert cases == [
        ("check", []),
        ("SR218 18:16", ["failure"]),
        ("SR327 16:7", ["system-out"]),
        ("SR327 26:7", ["system-out"]),
    ]
    failure = root.find(".//failure")
    assert failure is not None and failure.attrib == {"type": "SR218", "message": "没有叫 shore 的字段或事实"}
    assert failure.text == "policies/错.yaml:18:16: 错误 SR218 没有叫 shore 的字段或事实\n改法：改成已有的名称：share"
    harder = ET.fromstring(ran(capsys, "check", "policies", "--format", "junit", "--fail-on", "warning")[1])
    assert harder.get("failures") == "3"
    lost = shown(capsys, "junit", "没有.yaml", "policies/好.yaml")
    JUNIT.validate(lost)
    assert [(case.get("classname"), case.get("name")) for case in ET.fromstring(lost).iter("testcase")] == [
        ("policies/好.yaml", "check"),
        ("supervision-rules", "SR901"),
    ]


def test_signs_that_xml_cannot_hold(office: Path, capsys: Captured) -> None:
    name = 'a<b&"c\x07\udcff.yaml'
    try:
        (office / "policies" / name).write_text(pack("odd", ("light", "shore", "")), encoding="utf-8")
    except OSError:
        pytest.skip("this system has no files of such names")
    text = shown(capsys, "junit")
    JUNIT.validate(text)
    suites = [suite.get("name") for suite in ET.fromstring(text)]
    assert 'policies/a<b&"c\\u{7}\\u{dcff}.yaml' in suites
    for other in ("json", "jsonl", "sarif", "gitlab", "github", "concise"):
        assert shown(capsys, other)


def test_a_broken_junit_would_be_noticed() -> None:
    for text in ("<testsuites><testsuite/></testsuites>", '<testsuites skipped="0"/>'):
        assert not JUNIT.is_valid(text)


def test_junit_of_cases(office: Path, capsys: Captured) -> None:
    ok = ran(capsys, "test", "liuzhou", "-k", "in-force-edge", "--format", "junit")
    JUNIT.validate(ok[1])
    root = ET.fromstring(ok[1])
    assert (ok[0], root.get("failures"), root[0].get("name"), root[0][0].get("classname")) == (
        0,
        "0",
        "liuzhou",
        "liuzhou.in-force",
    )
    code, text, err = ran(capsys, "test", "policies/好.yaml", "--format", "junit")
    JUNIT.validate(text)
    root = ET.fromstring(text)
    assert (code, root.attrib["errors"], root.attrib["tests"]) == (2, "1", "1")
    error = root.find(".//error")
    assert error is not None and error.get("type") == "SR607" and "SR607" in err


def test_junit_of_cases_that_fail(office: Path, capsys: Captured) -> None:
    cases = office / "policies" / "cases" / "好.yaml"
    cases.parent.mkdir()
    cases.write_text(CASES, encoding="utf-8")
    code, text, _ = ran(capsys, "test", "policies/好.yaml", "--format", "junit", "--format", "text=out.txt")
    JUNIT.validate(text)
    (failure,) = ET.fromstring(text).iter("failure")
    told = (office / "out.txt").read_text(encoding="utf-8").splitlines()
    assert (code, failure.get("message"), (failure.text or "").splitlines()) == (1, told[0], told[1:3])
