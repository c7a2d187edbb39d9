"""Why a rule says nothing, and why a matter judged in one call came out as it did, from Python."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest
from one_instruction import DAY, LIUZHOU, UNIT, instruction

from supervision_rules import Judged, Result, evaluate, judge, load_pack, text_of

BOZHOU = load_pack("bozhou")
MATTER = instruction(level="national")
EARLY = MATTER.model_copy(update={"id": "m0", "date": date(2000, 1, 3), "received": date(2000, 1, 4)})
RESULT = evaluate(LIUZHOU, [UNIT, MATTER, EARLY], as_of=DAY)


def test_why_not() -> None:
    reasons = RESULT.why_not("m1", "instruction-reply")
    lines = text_of(RESULT, reasons).splitlines()
    assert lines[0] == "领导批示办结回复｜公路养护批示（m1）：没有结论"
    assert lines[1].startswith("├ 依据 三（四）“")
    assert lines[2:] == [
        "└ 适用条件",
        "  └ of_the_city → 否",
        '    └ 市政府（领导）的（of_the_city）＝否，由 level == "city"',
        "      └ 来源层级（level）＝国家级（国务院、部委）（national），见 督查事项 m1",
    ]
    assert RESULT.why_not("m1", "liuzhou.instruction-reply") == reasons
    assert text_of(RESULT, reasons, "en").startswith("领导批示办结回复 | 公路养护批示 (m1): no finding\n")


def test_a_rule_for_something_else() -> None:
    reasons = RESULT.why_not("u1", "instruction-reply")
    assert text_of(RESULT, reasons).splitlines()[-1] == "└ 这条规则针对“领导批示交办事项”，这是单位"


def test_what_the_document_does_not_govern() -> None:
    outside = next((found for found in RESULT.findings if found.rule.id == "in-force"), None)
    assert outside is not None and outside.subject == "m0"
    assert RESULT.why_not("m0", "instruction-reply") == RESULT.explain(outside)


@pytest.mark.parametrize(
    ("subject", "rule", "told"),
    [
        ("m1", "instruction-replay", "there is no rule 'instruction-replay'; nearest: instruction-reply"),
        ("m9", "instruction-reply", "no record with the id 'm9' is known on 2021-12-31"),
        ("m1", "arrange-same-day", "the rule 'arrange-same-day' does say something about 'm1': explain the finding"),
        (None, "instruction-reply", "no record with the id None is known on 2021-12-31"),
        ("m1", None, "there is no rule None; nearest: —"),
    ],
)
def test_what_cannot_be_asked(subject: str, rule: str, told: str) -> None:
    with pytest.raises(ValueError, match="^" + told + "$"):
        RESULT.why_not(subject, rule)


PACK = """\
pack: {name}
label: 办法
version: 0.1.0
language: 1
document: {{title: 办法, issuer: 某县}}
rules:
  - kind: requirement
    id: titled
    label: 标题
    cite: {{clause: 一, words: 写明标题}}
    on: minutes
    require: known(title)
"""


def test_a_rule_that_several_packs_have_is_named_with_its_pack(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(PACK.format(name=name), encoding="utf-8")
    packs = [load_pack(tmp_path / f"{name}.yaml") for name in ("one", "two")]
    result = evaluate(packs, [UNIT, MATTER], as_of=DAY)
    with pytest.raises(
        ValueError, match=r"^the rule 'titled' is one of several packs: write 'one\.titled' or 'two\.titled'$"
    ):
        result.why_not("m1", "titled")
    assert result.why_not("m1", "two.titled").words["pack"] == "two"


def test_an_explanation_of_another_result_has_no_text() -> None:
    other = evaluate(BOZHOU, [], as_of=DAY)
    with pytest.raises(ValueError, match="an explanation by the pack 'liuzhou' is not of this result"):
        text_of(other, RESULT.why_not("m1", "instruction-reply"))


def test_what_is_judged_in_one_call_can_be_explained() -> None:
    judged = judge(LIUZHOU, [MATTER], as_of=DAY)
    assert isinstance(judged, Judged) and judged == list(judged) != []
    result = judged.result()
    assert isinstance(result, Result) and result.findings == tuple(judged) and result.complete
    for finding in judged:
        assert judged.explain(finding) == result.explain(finding)
        assert text_of(result, judged.explain(finding)).splitlines()[0] == text_of(result, finding)
    assert judged.why_not("m1", "instruction-reply") == result.why_not("m1", "instruction-reply")
    with pytest.raises(ValueError, match="none of this result"):
        judged.explain(judged[0]._replace(day=DAY))
    with pytest.raises(TypeError, match="what is explained is a Finding"):
        judged.explain("m1")  # type: ignore[arg-type]


def test_what_is_judged_is_what_is_evaluated() -> None:
    evaluated = evaluate(LIUZHOU, [UNIT, MATTER], as_of=DAY)
    judged = judge(LIUZHOU, [MATTER, UNIT], as_of=DAY).result()
    assert (judged.findings, judged.batch, judged.receipt) == (evaluated.findings, evaluated.batch, evaluated.receipt)


def test_another_process_is_sent_a_mere_list() -> None:
    judged = judge(LIUZHOU, [MATTER], as_of=DAY)
    sent = pickle.loads(pickle.dumps(judged))
    assert type(sent) is list and sent == judged
