"""One run tells all: what is wrong in one part of a pack, or in one pack, hides nothing of another."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from town_pack import PACK, REMINDING, places, told

from supervision_rules.cli.main import main
from supervision_rules.library import shipped

UNKNOWN_KEY = PACK.replace("    done: reported", "    done: reported\n    nonsense: 1")


def test_a_fault_of_form_hides_no_other_fault() -> None:
    text = UNKNOWN_KEY.replace("- {within: 10 days}", "- {when: reminded > 1, within: 11 days}")
    text = text.replace("when: often or late", "when: oftn or late").replace('== "red"', '== "rad"')
    assert places(told(text)) == ["SR227 19:80", "SR102 30:5", "SR310 33:27", "SR310 33:38", "SR218 39:11"]


def test_what_the_faulty_part_declares_is_not_missed() -> None:
    # The rule asks late("report"), and the report is the rule with the unknown key.
    assert places(told(UNKNOWN_KEY)) == ["SR102 30:5"]
    fact = PACK.replace("count: reminder, where", "count: reminder, nonsense: 1, where")
    assert places(told(fact)) == ["SR102 19:63"]


def test_a_fault_in_a_reading_hides_nothing() -> None:
    text = PACK.replace("    taken: receipt", "    taken: receipt\n    why: 1").replace('== "red"', '== "rad"')
    assert places(told(text)) == ["SR102 17:5", "SR227 20:80"]


PATROLS = """\
records:
  types:
    patrol:
      label: 走访
      label_en: patrol
      date_label: 走访日期
      fields:
        matter: {type: matter, label: 事项, label_en: matter, required: true}
        depth: {type: number, label: 深度, label_en: depth}
facts:
  - {id: deep, label: 深, of: matter, sum: patrol, take: depth, where: depth > 0}
"""
DOCUMENT = "document: {title: 某镇督查办法, issuer: 某镇人民政府}"
CITE = "cite: {clause: 第三条, words: 10日内报告}"
LEVEL = ('colour == "red"', 'colour == "rad"')
ELEVEN = ("within: 10 days", "within: 11 days")


def changed(*changes: tuple[str, str], text: str = PACK) -> str:
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    return text


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        # the head
        ([("pack: town", "pack: Town 1")], ["SR117 1:7"]),
        ([("version: 1.0.0", "version: 1")], ["SR106 3:10"]),
        ([("version: 1.0.0\n", "\n")], ["SR101 1:1"]),
        ([("language: 1", "language: 2")], ["SR104 4:11"]),
        ([(DOCUMENT, "document: 5")], ["SR110 5:11"]),
        ([(DOCUMENT, "")], ["SR101 1:1"]),
        ([("title: 某镇督查办法, ", "")], ["SR101 5:12"]),
        ([("人民政府}", "人民政府, in_force: {since: 2023-1-1}, jurisdiction: Q}")], ["SR112 5:61", "SR315 5:86"]),
        ([("人民政府}", "人民政府, nonsense: 1, digest: 5}")], ["SR102 5:43", "SR106 5:64"]),
        ([("  roll: {by", "  day_unit: {}\n  roll: {by"), ("within: 10 days", "within: 10 workdays")], ["SR104 7:13"]),
        (
            [("by_reading: from", "by_reading: form"), ("done: reported", "done: reportd")],
            ["SR305 28:25", "SR218 29:11"],
        ),
        ([("  - id: from\n", "  - id: From!\n")], ["SR117 13:9"]),
        ([("receipt: 收到之日, issue: 事项的日期", "")], ["SR118 15:14"]),
        ([("readings:\n", "readings: 5\nnote_x:\n"), ("\nrules:", "\n\nrules:")], ["SR111 8:11", "SR102 9:1"]),
    ],
)
def test_a_fault_in_the_head_hides_nothing(changes: list[tuple[str, str]], expected: list[str]) -> None:
    level = next(line for line in changed(*changes).split("\n") if LEVEL[0] in line)
    below = changed(*changes, LEVEL).split("\n").index(level.replace(*LEVEL)) + 1
    found = places(told(changed(*changes, LEVEL)))
    assert sorted(found) == sorted([*expected, f"SR227 {below}:80"])


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([], []),
        ([("label: 深度, ", "")], ["SR101 25:17"]),
        ([("type: matter,", "type: mattr,")], ["SR501 24:24"]),
        ([("type: number", "type: nummber")], ["SR501 25:23"]),
        ([("label: 走访\n", "label: 5\n")], ["SR106 20:14"]),
        ([("      fields:\n", "      feilds:\n")], ["SR103 23:7"]),
        ([("  types:\n", "  typs:\n")], ["SR103 18:3"]),
        ([("records:\n", "rekords:\n")], ["SR103 17:1"]),
        ([("    patrol:\n", "    Patrol:\n")], ["SR503 20:7"]),
        ([("  types:\n    patrol:", "  types: 5\n  x:")], ["SR110 18:10", "SR102 19:3"]),
        ([("    patrol:\n", "    patrol: 5\n    x:\n")], ["SR110 19:13"]),
        ([("        depth: {", "      nonsense:\n        depth: {")], ["SR102 25:7"]),
        ([("records:\n  types:\n    patrol:\n", "records: {}\nnonsense:\n    patrol:\n")], ["SR102 18:1"]),
        (
            [("patrol, take: depth", "patrol, take: dept"), ("type: matter,", "type: mattr,")],
            ["SR501 24:24", "SR218 27:57"],
        ),
    ],
)
def test_a_fault_in_the_records_hides_nothing(changes: list[tuple[str, str]], expected: list[str]) -> None:
    text = changed(("facts:\n", PATROLS), *changes)
    assert places(told(text)) == expected
    text = changed(LEVEL, text=text)
    below = next(place for place, line in enumerate(text.split("\n"), 1) if LEVEL[1] in line)
    assert sorted(places(told(text))) == sorted([*expected, f"SR227 {below}:80"])


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        # the record type of a rule or fact
        ([("on: instruction", "on: instrution"), ELEVEN], ["SR301 26:9", "SR310 32:18"]),
        ([("on: instruction", "on: 5"), ELEVEN], ["SR106 26:9", "SR310 32:18"]),
        ([("    on: instruction\n", "\n"), ELEVEN], ["SR101 22:5", "SR310 32:18"]),
        ([("on: instruction", "on: instrution"), ("often, within", "often +, within")], ["SR301 26:9", "SR216 31:22"]),
        ([("of: unit, count", "of: unt, count"), ("where: often", "where: oftn")], ["SR301 20:39", "SR218 20:66"]),
        ([("count: reminder, where: colour", "count: remindr, where: 5 + colour")], ["SR301 19:53", "SR310 19:69"]),
        # other keys of a rule
        ([("start: {by_reading", "strat: {by_reading"), ELEVEN], ["SR103 28:5", "SR310 32:18"]),
        ([("receipt: received, issue", "receipt: recieved, issue"), ELEVEN], ["SR218 28:40", "SR310 32:18"]),
        ([("done: reported", "done: [reported]"), ELEVEN], ["SR106 29:11", "SR310 32:18"]),
        ([("    done: reported\n", "\n"), ELEVEN], ["SR101 22:5", "SR310 32:18"]),
        ([("done: reported\n", "done: reported\n    done: date\n"), ELEVEN], ["SR015 30:5", "SR310 33:18"]),
        ([("done: reported\n", "done: reported\n    severity: bad\n"), ELEVEN], ["SR104 30:15", "SR310 33:18"]),
        ([("id: explanation", "id: Explanation!"), ("often or", "oftn or")], ["SR117 34:9", "SR218 38:11"]),
        ([("id: explanation", "id: report"), ("often or", "oftn or")], ["SR303 34:9", "SR218 38:11"]),
        ([("when: often, within: 5", "when: oftn, within: 6")], ["SR218 31:16", "SR310 31:30"]),
        ([("when: often, within: 5", "when: [], within: 6")], ["SR120 31:16", "SR310 31:28"]),
        ([("outcome: 书面说明原因", "outcome: 5"), ("often or", "oftn or")], ["SR218 38:11", "SR106 39:14"]),
        ([("when: often or", "when: often and reminders > 4 or oftn or")], ["SR310 38:33", "SR218 38:38"]),
        # what hangs on the faulty part
        ([("id: often, ", "id: 5, "), ("where: often", "where: joit")], ["SR106 18:10", "SR218 20:67"]),
        ([("id: often, ", "")], ["SR101 18:6"]),
        ([("    id: report\n", "\n"), ('"street"', '"streat"')], ["SR101 22:5", "SR227 27:25"]),
        ([(CITE, "cite: 5"), ELEVEN], ["SR110 25:11"]),
        ([(CITE, "cite: {clause: 第三条, words: 10}"), ELEVEN], ["SR106 25:32"]),
        ([("kind: outcome", "kind: nosuchthing"), ("often or", "oftn or")], ["SR104 33:11"]),
    ],
)
def test_a_fault_hides_nothing_of_its_own_rule(changes: list[tuple[str, str]], expected: list[str]) -> None:
    assert places(told(changed(*changes))) == expected


BANDS = (
    REMINDING
    + """\
  - kind: points
    id: reminded
    label: 催办扣分
    cite: {clause: 第九条, words: 全年催办扣分}
    window: year
    count: reminder
    max: 5
    min: 6
    each:
      by: matter_reminders
      bands:
        - {at_least: 1, points: 1, WORDS}
        - {at_least: 2, points: 4, words: 第二次扣3分}
        - {at_least: 3, points: 9}
    effect: deduct
"""
)
BESIDE = ["SR310 21:33", "SR310 22:22", "SR310 22:33"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("words: 第一次扣1分, extra: 2", ["SR310 15:10", "SR310 16:10", "SR313 16:10", "SR102 20:51", *BESIDE]),
        ("words: 第一次扣1分, extra: 依据", ["SR310 15:10", "SR310 16:10", "SR313 16:10", "SR102 20:51", *BESIDE]),
        # perhaps these are words in which the 5 and the 6 stand too
        ("extra: 第一次扣1分", ["SR313 16:10", "SR102 20:36", *BESIDE]),
    ],
)
def test_an_unknown_key_in_a_band_hides_nothing_beside_it(written: str, expected: list[str]) -> None:
    assert places(told(BANDS.replace("WORDS", written))) == expected


def test_an_unknown_key_in_a_case_hides_only_what_it_may_have_meant() -> None:
    text = changed(("- {within: 10 days}", "- {if: often, within: 11 days}\n      - {within: 12 days}"))
    # what stands under "if" may have been meant for the condition: no case is told to be beyond reach
    assert places(told(text)) == ["SR102 32:10", "SR310 33:18"]


def test_faults_in_options_not_taken_are_told_beside_others() -> None:
    text = changed(LEVEL, ("issue: date", "issue: dat"), ("version: 1.0.0", "version: 1"))
    assert places(told(text)) == ["SR106 3:10", "SR227 19:80", "SR218 28:57"]


def test_a_reading_that_is_wrong_is_not_told_where_it_is_used() -> None:
    text = changed(("often or late", 'reading("from") == "issue" or oftn or late'))
    assert places(told(text)) == ["SR218 38:41"]
    assert places(told(changed(("taken: receipt", "taken: 5"), text=text))) == ["SR106 16:12", "SR218 38:41"]
    assert places(told(changed(("  - id: from\n", "  - id: 5\n"), text=text))) == ["SR106 13:9", "SR218 38:41"]


def test_faults_all_over_a_pack_are_each_told_once() -> None:
    text = (Path(__file__).parent / "faults.yaml").read_text(encoding="utf-8")
    marked = [
        (code, line)
        for line, written in enumerate(text.split("\n"), 1)
        for code in written.partition("  # SR")[2].split()
    ]
    found = [(each.code.removeprefix("SR"), each.span.line) for each in told(text) if each.span is not None]
    assert found == marked


@pytest.mark.parametrize("name", shipped())
def test_one_fault_in_a_shipped_pack_is_told_once(name: str) -> None:
    text = (Path(__file__).parents[2] / "policies" / f"{name}.yaml").read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    starts = [place for place, line in enumerate(lines) if line.startswith("  - kind: ") or line.startswith("  - id: ")]
    for place in starts[8::23]:
        broken = "".join([*lines[: place + 1], "    nonsense: 1\n", *lines[place + 1 :]])
        assert [each.code for each in told(broken)] in (["SR102"], ["SR103"])


def test_packs_are_checked_each_for_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {"form": UNKNOWN_KEY, "fact": PACK.replace('== "red"', '== "rad"'), "sound": PACK, "yaml": "a: [\n"}
    for name, text in texts.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    seen = set()
    for order in permutations(texts):
        assert (
            main(["check", "--lang", "zh", "--ignore", "SR360", *(str(tmp_path / f"{name}.yaml") for name in order)])
            == 1
        )
        seen.add(capsys.readouterr().out)
    (out,) = seen
    assert out.endswith("4 个规则包：错误 3，警告 0，提示 0\n")
