"""The catalogue of fixed texts, and diagnostics and explanations as text."""

from __future__ import annotations

import ast
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from string import Formatter

import pytest

from supervision_rules.api import evaluate
from supervision_rules.catalogue.help import HELP
from supervision_rules.catalogue.interface import TEXTS
from supervision_rules.catalogue.phrases import PHRASES
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.expressions import Interval
from supervision_rules.findings import Explanation, Finding, State
from supervision_rules.policy import load_pack
from supervision_rules.records import build_models
from supervision_rules.reports.columns import pad, table, visible, width
from supervision_rules.reports.diagnostics import diagnostics_text
from supervision_rules.reports.headline import headline
from supervision_rules.reports.phrasing import phrase
from supervision_rules.reports.style import Style
from supervision_rules.reports.tree import tree
from supervision_rules.reports.wording import Wording
from supervision_rules.results import Result

ROOT = Path(__file__).resolve().parents[2]
PACK = ROOT / "tests" / "cli" / "pack.yaml"


@pytest.fixture(scope="module")
def result() -> Result:
    policy = load_pack(PACK)
    matter = build_models(policy.compiled.vocabulary)["matter"]
    day, got = date(2021, 9, 1), date(2021, 9, 28)
    records = [
        matter(id="m1", kind="instruction", date=day, received=got, needs_policy=False),
        matter(id="m2", kind="instruction", title="河道\x1b[2J\u202e治理", date=day, received=got, needs_policy=True),
    ]
    return evaluate(policy, records, as_of=date(2021, 12, 1))


@pytest.fixture(scope="module")
def wording(result: Result) -> Wording:
    return Wording(result.runs[0], "zh")


def names(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("catalogue", [PHRASES, TEXTS, HELP])
def test_both_languages_use_the_same_words(catalogue: dict[str, dict[str, str]]) -> None:
    # A choice is shown by its Chinese label, which has no English twin.
    for key in catalogue.keys() - {"coded"}:
        assert set(catalogue[key]) == {"zh", "en"}
        assert names(catalogue[key]["zh"]) == names(catalogue[key]["en"]), key


def reasons() -> set[str]:
    """The keys that rules give to ``reason`` as plain texts, or one of two."""
    found: set[str] = set()
    for path in (ROOT / "src" / "supervision_rules").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "reason" and node.args:
                key = node.args[0]
                leaves = (key.body, key.orelse) if isinstance(key, ast.IfExp) else (key,)
                found |= {
                    leaf.value for leaf in leaves if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)
                }
    return found


def test_every_reason_has_a_phrase() -> None:
    keys = reasons()
    assert len(keys) > 20
    assert keys <= set(PHRASES)


def test_every_state_has_a_word() -> None:
    assert {f"state.{state}" for state in State} <= set(TEXTS)


def test_glyphs_are_in_gbk() -> None:
    for catalogue in (PHRASES, TEXTS, HELP):
        for texts in catalogue.values():
            texts["zh"].encode("gbk")
    "├ └ │ … ^".encode("gbk")
    with pytest.raises(UnicodeEncodeError):
        "✗".encode("gbk")


def test_width_and_padding() -> None:
    assert width("督查a") == 5
    assert pad("督查", 6) == "督查  "
    assert table([("督查", "x"), ("a", "y")]) == ["督查  x", "a     y"]


def test_hidden_characters_are_shown() -> None:
    assert visible("\ta") == "⇥a"
    assert visible("a\x1b[2J\u202eb\u3000c") == "a\\u{1b}[2J\\u{202e}b\u3000c"


def told(line: str, column: int, end: int) -> str:
    found = Collector()
    found.register("p.yaml", line)
    found.add("SR901", Span("p.yaml", 1, column, 1, end), path="x", reason="y")
    return diagnostics_text(found.sorted(), "zh")


def test_caret_stands_under_chinese() -> None:
    assert told("label: 督查 joint", 11, 16).splitlines() == [
        "p.yaml:1:11: 错误 SR901 读不了 x：y",
        "  1 │ label: 督查 joint",
        "    │             ^^^^^",
        "    改法：核对路径是否写对、文件是否存在、有没有权限读",
    ]


@pytest.mark.parametrize(("column", "end"), [(1, 1), (1, 2), (3, 3), (400, 405), (501, 501), (900, 950)])
def test_long_lines_are_cut_round_the_spot(column: int, end: int) -> None:
    lines = told("x" * 500, column, end).splitlines()
    assert max(len(line) for line in lines) < 200
    assert "^" in lines[2]


def test_counts_of_what_was_left_out() -> None:
    assert diagnostics_text([], "zh", left_out={"SR102": 7}) == "SR102 另有 7 处没有列出\n"


def test_colour_only_where_asked() -> None:
    assert Style().paint("x", "error") == "x"
    assert Style(True).paint("x", "error") == "\x1b[1;31mx\x1b[0m"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (True, "是"),
        (False, "否"),
        (None, "未知"),
        (3, "3"),
        (Decimal("2.50"), "2.5"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.123456"), "0.123456"),
        (Decimal(20) / 3, "约6.6667"),
        (Interval(Decimal(1) / 3, 2), "约0.3333～2"),
        (Interval(2, Decimal("5.0")), "2～5"),
        (date(2021, 10, 8), "2021-10-08"),
        (("甲", "乙"), "甲、乙"),
        ("x" * 300, "x" * 199 + "…"),
    ],
)
def test_values(value: object, shown: str, wording: Wording) -> None:
    assert wording.value(value) == shown


def test_choices_carry_their_labels(wording: Wording) -> None:
    assert wording.fact("instruction", "matter", "kind") == "领导批示交办事项（instruction）"
    assert wording.fact("instruction", "reminder", "matter_kind") == "领导批示交办事项（instruction）"
    assert wording.fact("m1", "reminder", "matter") == "督查事项 m1"


def test_limits(wording: Wording) -> None:
    assert [wording.limit(text) for text in ("5 workdays", "1 month", "same day", "以内")] == [
        "5个工作日",
        "1个月",
        "当天",
        "以内",
    ]


def test_names_cannot_act_on_the_screen(result: Result, wording: Wording) -> None:
    finding = next(finding for finding in result.findings if finding.subject == "m2")
    text = tree(wording, result.explain(finding))
    assert "河道\\u{1b}[2J\\u{202e}治理（m2）" in text
    assert "\x1b" not in text and "\u202e" not in text


def test_every_explanation_can_be_said(result: Result) -> None:
    for lang in ("zh", "en"):
        for finding in result.findings:
            text = tree(Wording(result.runs[0], lang), result.explain(finding))
            assert not re.search(r"(?<!\\u)\{\w+\}", text)
            assert headline(Wording(result.runs[0], lang), finding)


def test_a_phrase_that_is_not_in_the_catalogue_is_shown_plainly(wording: Wording) -> None:
    assert phrase(wording, Explanation("no-such", {"a": 1})) == "no-such a=1"


def test_headline_of_points(result: Result, wording: Wording) -> None:
    rule = result.findings[0].rule
    capped = (("effect", "deduct"), ("raw", 6), ("cut", 1), ("records", (("r1", 6),)))
    finding = Finding(rule, "m1", State.SCORED, value=5, detail=capped)
    assert headline(wording, finding) == "计分，扣5分，上限截去1分"
    raised = (("effect", "deduct"), ("raw", -2), ("cut", -2))
    assert headline(wording, finding._replace(value=0, detail=raised)) == "计分，扣0分，下限补足2分"
    perhaps = (("effect", "deduct"), ("raw", Interval(-2, 1)), ("cut", Interval(-2, 0)))
    assert headline(wording, finding._replace(value=Interval(0, 1), detail=perhaps)) == "计分，扣0～1分，下限补足0～2分"
    doubtful = Finding(rule, "m1", State.SCORED, value=Interval(2, 5), detail=(("effect", "add"), ("cut", 0)))
    assert headline(wording, doubtful) == "计分，加2～5分"
    unknown = Finding(rule, "m1", State.UNDETERMINED, detail=(("unheard_of", "x"),), provisional=date(2027, 1, 1))
    assert headline(wording, unknown) == "无法判定，unheard_of：x，暂定（2027-01-01 起的放假安排尚无通知）"


def test_headline_of_steps(result: Result, wording: Wording) -> None:
    """Where the words can be read, the codes are left out; a step without its label is called by its label."""
    rule = result.findings[0].rule
    detail = (("fault", "missing"), ("step", "approved"), ("label", "市长批准"), ("later", "no-such-step"))
    faulty = Finding(rule, "m1", State.BREACHED, detail=detail)
    assert headline(wording, faulty) == "不符合，缺少步骤，市长批准，其后的“no-such-step”已办"
    english = Wording(result.runs[0], "en")
    assert (
        headline(english, faulty) == "breached, a step is missing, step approved, 市长批准, though no-such-step is done"
    )
    concluded = Finding(rule, "m1", State.CONCLUDED, detail=(("code", "written"), ("outcome", "书面说明")))
    assert headline(wording, concluded) == "认定，书面说明"
    assert headline(english, concluded) == "concluded, code written, 书面说明"


def test_headline_names_the_steps_of_a_procedure() -> None:
    policy = load_pack("liuzhou")
    result = evaluate(policy, [], as_of=date(2022, 12, 31))
    rule = next(info for info in policy.compiled.infos if info.id == "proposal-approval")
    finding = Finding(rule, "m1", State.MET, value=1, detail=(("step", "approved"), ("next", "determined")))
    told = headline(Wording(result.runs[0], "zh"), finding)
    assert told == "符合，已到第1步，步骤：市长批准，下一步：确定为督查事项并交办"


def test_without_a_line_to_show_the_mend_stands_at_one_place() -> None:
    found = Collector()
    for line in (1, 10, 100):
        found.add("SR513", Span("f", line, 1, line, 2), key="x")
    mends = diagnostics_text(found.sorted(), "zh").splitlines()[1::2]
    assert mends == ["    改法：只留一个。"] * 3
