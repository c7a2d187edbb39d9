"""What is wrong with a file of cases is told at the very word, all of it in one run."""

from __future__ import annotations

import pytest
from town import CASE, HEAD, policy, told

from supervision_rules.diagnostics import Collector
from supervision_rules.testing import run_cases

EXPECT = "    expect: [{subject: m1, state: overdue}]\n"
VARY = EXPECT + "    vary:\n"


def with_record(record: str) -> str:
    return f"{HEAD}{CASE}      - {record}\n{EXPECT}"


def with_variation(change: str) -> str:
    return f"{HEAD}{CASE}{VARY}      - {{set: {{{change}}}, expect: []}}\n"


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("{type: remindr, id: r1, date: 2021-10-01, matter: m1}", ["SR521 10:16 'remindr'"]),
        ("{type: reminder, id: r1, date: 2021-10-01, matter: m1, unt: office}", ["SR522 10:64 'unt'"]),
        ("{type: reminder, id: r1, date: 2021-13-01, matter: m1}", ["SR526 10:40 '2021-13-01'"]),
        ("{type: reminder, id: r1, date: 2021-10-01, matter: m2}", ["SR537 10:60 'm2'"]),
        ("{type: reminder, id: r1, date: 2021-10-01, matter: m1, unit: ofice}", ["SR536 10:70 'ofice'"]),
        (
            "{type: reminder, id: r1, date: 2021-10-02, recorded: 2021-10-01, matter: m1}",
            ["SR540 10:62 '2021-10-01'"],
        ),
        (
            "{type: matter, id: m2, kind: instruction, date: 2021-09-27, received: 2021-09-28, replied: 2021-09-27}",
            ["SR539 10:100 '2021-09-27'"],
        ),
        ("{type: matter, id: m1, kind: minutes, date: 2021-09-27}", ["SR611 10:28 'm1'"]),
        ("{type: reminder, id: r1, date: 2021-10-01, matter: m1, times: 2.5}", ["SR609 10:71 '2.5'"]),
        ("{type: reminder, id: r1, date: 2021-10-01, matter: m1, times: 2}", ["SR611 10:30 'r1'"]),
        ("{id: r1, date: 2021-10-01, matter: m1}", ["SR520 10:9 '{id: r1, date: 2021-10-01, matter: m1}'"]),
    ],
)
def test_a_record(record: str, expected: list[str]) -> None:
    assert told(with_record(record)) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("m1.recieved: 2021-09-29", ["SR522 12:19 'recieved'"]),
        ("m1.received: 2021-9-29", ["SR525 12:29 '2021-9-29'"]),
        ("m1.kind: null", ["SR523 12:16 'm1.kind'"]),
        ("m1.unit: ofice", ["SR536 12:25 'ofice'"]),
        ("m2.received: 2021-09-29", ["SR603 12:16 'm2'"]),
        ("m1: 5", ["SR603 12:16 'm1'"]),
        ("m1.joint: false", ["SR610 12:10 'set'"]),
        ("", ["SR610 12:10 'set'"]),
    ],
)
def test_a_variation(change: str, expected: list[str]) -> None:
    assert told(with_variation(change)) == expected


@pytest.mark.parametrize(
    ("expect", "expected"),
    [
        ("{subject: m2, state: late}", ["SR606 10:24 'm2'"]),
        ("{subject: m1, state: latte}", ["SR105 10:35 'latte'"]),
        ("{subject: m1, state: 逾期办结}", ["SR105 10:35 '逾期办结'"]),
        ("{subject: m1, state: late, case: 3}", ["SR612 10:47 '3'"]),
        ("{subject: m1, state: late, case: 联合办里}", ["SR612 10:47 '联合办里'"]),
        ("{state: none}", ["SR613 10:22 'none'"]),
        ("{subject: m1, state: none, value: 1}", ["SR613 10:35 'none'"]),
    ],
)
def test_an_expectation(expect: str, expected: list[str]) -> None:
    assert told(f"{HEAD}{CASE}    expect: [{expect}]\n") == expected


def test_one_id_of_two_types_cannot_be_changed() -> None:
    both = HEAD.replace("id: office", "id: m1") + CASE.replace(" unit: office,", "")
    assert told(f"{both}{VARY}      - {{set: {{m1.joint: true}}, expect: []}}\n") == ["SR611 12:16 'm1'"]


def test_what_a_wrong_record_drags_along_is_not_told() -> None:
    """The reminder names the matter, which is refused; that is one cause."""
    wrong = CASE.replace("kind: instruction", "kind: instructon")
    reminder = "      - {type: reminder, id: r1, date: 2021-10-01, matter: m1}\n"
    assert told(HEAD + wrong + reminder + EXPECT) == ["SR529 9:38 'instructon'"]
    nowhere = CASE.replace("unit: office", "unit: ofice")
    assert told(HEAD + nowhere + reminder + EXPECT) == ["SR536 9:75 'ofice'"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["SR039 1:1 ''"]),
        ("pack: town\n", ["SR101 1:1 'pack'"]),
        ("pack: town\ncases: []\n", ["SR608 2:8 '[]'"]),
        ("pack: city\ncases:\n" + CASE + EXPECT, ["SR604 1:7 'city'"]),
        (HEAD + CASE, ["SR602 5:9 'october'"]),
        (HEAD + CASE + EXPECT + CASE + EXPECT, ["SR601 11:9 'october'"]),
        (HEAD + CASE.replace("rule: reply", "rule: repli") + EXPECT, ["SR605 6:11 'repli'"]),
        (HEAD + CASE.replace("    as_of: 2021-12-31\n", "") + EXPECT, ["SR101 5:5 'id'"]),
        (HEAD + CASE + "    readings: {rol: moves}\n" + EXPECT, ["SR305 10:16 'rol'"]),
        (HEAD + CASE + "    readings: {roll: move}\n" + EXPECT, ["SR307 10:22 'move'"]),
    ],
)
def test_a_file(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_all_is_told_in_one_run() -> None:
    """A case that is not well formed does not hide what is wrong with the others."""
    broken = CASE.replace("as_of: 2021-12-31", "asof: 2021-12-31").replace("october", "broken")
    wrong = CASE.replace("rule: reply", "rule: repli").replace("joint: false", "joint: nein")
    assert told(HEAD + broken + EXPECT + wrong + "    expect: [{subject: m2, state: late}]\n") == [
        "SR103 7:5 'asof'",
        "SR605 12:11 'repli'",
        "SR524 15:90 'nein'",
        "SR606 16:24 'm2'",
    ]


def test_the_nearest_is_named() -> None:
    diagnostics = Collector()
    text = HEAD + CASE.replace("rule: reply", "rule: repli") + "    expect: [{subject: ofice, state: none}]\n"
    run_cases(policy(), text.encode(), "cases.yaml", diagnostics)
    assert [found.message("zh") for found in diagnostics.sorted()] == [
        "“town”没有“repli”这条规则（最接近的写法：reply）",
        "用例里没有编号为“ofice”的记录（最接近的编号：office）",
    ]


def test_a_subject_to_look_at_that_there_is_not() -> None:
    assert told(f"{HEAD}{CASE}    only: [m1, m2]\n{EXPECT}") == ["SR606 10:16 'm2'"]
