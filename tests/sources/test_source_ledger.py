"""A pack held against its document: what it quotes stands there, what stands there is in it, what changed is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from supervision_rules import check
from supervision_rules.diagnostics import Collector
from supervision_rules.library import open_pack
from supervision_rules.sources import Ledger, hold, read_document, written

TEXT = """\
云水县督查办法
一、总体要求
全县各级要高度重视。
二、办理时限
（一）领导批示件，５个工作日内“办结”回复。
（二）会议纪要，会后７个工作日内印发；逾期的，每次扣１分。
三、问责
（一）被通报２次的，约谈主要负责人。
（二）情节严重的，移送纪检机关。
"""
PACK = """\
pack: yunshui
label: 云水县督查
version: 1.0.0
language: 1
document: {title: 云水县督查办法, issuer: 云水县人民政府}
readings:
  - {id: noted, clause: 三（一）, words: 被通报2次, options: {year: 一年内, ever: 累计}, taken: year}
facts:
  - {id: notices, label: 通报次数, of: unit, count: list_notice, window: year}
rules:
  - kind: time_limit
    id: instruction
    label: 批示件
    cite: {clause: 二（一）, words: [领导批示件, "5个工作日内「办结」回复"]}
    on: instruction
    start: received
    done: replied
    cases: [{within: 5 workdays}]
  - kind: time_limit
    id: minutes
    label: 纪要
    cite: {clause: 二（二）, words: 会后7个工作日内印发}
    on: minutes
    start: date
    done: issued
    cases: [{within: 7 workdays}]
  - kind: outcome
    id: talk
    label: 约谈
    cite: {clause: 三, words: 被通报2次的，约谈主要负责人}
    on: unit
    window: year
    when: notices >= 2
    outcome: 约谈主要负责人
not_computable:
  - {clause: 一, reason: 没有期限和条件}
  - {clause: 三（二）, words: 情节严重的，移送纪检机关, reason: 情节由人认定}
"""
LEFT = "SR806 text.txt:6:20 二（二）里这句话像是一项规定，规则包没有引到：逾期的,每次扣1分。"


def told(folder: Path, pack: str = PACK, text: str = TEXT) -> list[str]:
    path, source = folder / "yunshui.yaml", folder / "text.txt"
    path.write_text(pack, encoding="utf-8")
    source.write_text(text, encoding="utf-8")
    found = [each for each in check(path, source=source) if each.code != "SR361"]  # nothing hangs on its reading
    prefix = f"{folder}/"
    return [f"{each.code} {each.span} {each.message('zh')}".replace(prefix, "") for each in found]


def accept(folder: Path, text: str = TEXT) -> None:
    """Keep beside the pack that it has been held against ``text``."""
    ledger = held(folder, text)
    (folder / "sources").mkdir(exist_ok=True)
    (folder / "sources" / "yunshui.yaml").write_text("".join(written("yunshui", ledger.document)), encoding="utf-8")


def held(folder: Path, text: str = TEXT) -> Ledger:
    told(folder, text=text)
    diagnostics = Collector()
    pack, document = open_pack(folder / "yunshui.yaml", diagnostics), read_document(text, "text.txt", diagnostics)
    assert pack is not None and document is not None
    ledger = hold(pack.tree, document, diagnostics)
    assert ledger is not None
    return ledger


def test_what_is_left_is_told_and_nothing_else(tmp_path: Path) -> None:
    assert told(tmp_path) == [LEFT]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("[情节严重的, 移送纪检机关]", [LEFT]),
        ("[情节严重的, 移交]", [LEFT, "SR801 yunshui.yaml:37:35 文件里没有“移交”这句话"]),
        ("[]", ["SR118 yunshui.yaml:37:27 这里至少要写 1 项", LEFT]),
    ],
)
def test_what_is_not_computable_may_quote_several_words(tmp_path: Path, words: str, found: list[str]) -> None:
    pack = PACK.replace("words: 情节严重的，移送纪检机关", f"words: {words}")
    assert sorted(told(tmp_path, pack)) == sorted(found)


def test_a_wrong_clause_is_told_once_for_all_words_quoted_from_it(tmp_path: Path) -> None:
    wrong = PACK.replace("二（一）, words: [领导", "二（二）, words: [领导")
    found = [each for each in told(tmp_path, wrong) if "SR806" not in each]
    assert found == ["SR803 yunshui.yaml:14:20 “领导批示件”和另外 1 处原话不在二（二）里，在二（一）里"]


def test_what_each_clause_became(tmp_path: Path) -> None:
    ledger = held(tmp_path)
    made = {
        label: [each.quoting.label for each in ledger.made_of(clause)]
        for label, clause in ledger.document.clauses.items()
    }
    assert made == {
        "序言": [],
        "一": ["一"],
        "二": [],
        "二（一）": ["批示件"],
        "二（二）": ["纪要"],
        "三": ["约谈"],
        "三（一）": ["noted", "约谈"],
        "三（二）": ["三（二）"],
    }


def nowhere(words: str, hint: str) -> str:
    return f"文件里没有“{words}”这句话（最接近的：{hint}）"


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (
            "words: 会后7个工作日内印发",
            "words: 会后7个工作日印发",
            [LEFT, f"SR801 yunshui.yaml:22:33 {nowhere('会后7个工作日印发', '会后７个工作日内印发')}"],
        ),
        (
            "words: 被通报2次的，约谈",
            "words: 通报2次，移送纪检，约谈",
            [
                LEFT,
                "SR801 yunshui.yaml:30:30 "
                + nowhere("通报2次，移送纪检，约谈主要负责人", "通报２次的，约谈主要负责人"),
            ],
        ),
        (
            "clause: 二（二）",
            "clause: 二（三）",
            [LEFT, "SR802 yunshui.yaml:22:20 文件里没有“二（三）”这一条（最接近的：二（二））"],
        ),
        (
            "clause: 二（二）",
            "clause: 二（一）",
            [LEFT, "SR803 yunshui.yaml:22:33 “会后7个工作日内印发”不在二（一）里，在二（二）里"],
        ),
        ("领导批示件, ", "个工作日, ", [LEFT]),
        ("clause: 二（二）, words: 会后7个", "clause: 二, words: 7个", [LEFT]),
        (
            "clause: 二（二）, words: 会后7个工作日内印发",
            "clause: 二, words: [7个, 工作日内]",
            [LEFT, "SR804 yunshui.yaml:22:35 “工作日内”在二里有 2 处，看不出指哪一处"],
        ),
        ("  - {clause: 一, reason: 没有期限和条件}\n", "", ["SR805 text.txt:2:1 规则包里没有写到一", LEFT]),
    ],
)
def test_what_does_not_agree(tmp_path: Path, before: str, after: str, found: list[str]) -> None:
    assert before in PACK
    assert told(tmp_path, PACK.replace(before, after)) == found


@pytest.mark.parametrize(
    ("sentence", "told_of"),
    [
        ("应当及时报告。", True),
        ("不得推诿。", True),
        ("视情约谈。", True),
        ("每季度通报1次以上。", True),
        ("除涉密的3类事项外，都要公开。", True),
        ("在3日内报告。", True),
        ("逾期未报的，扣2分。", True),
        ("连续两年未达标的，约谈。", True),
        ("须经县长批准。", True),
        ("一律退回重办。", True),
        ("原则上每月一次。", True),
        ("20%的单位抽查。", True),
        ("每季度通报一次。", True),
        ("连续两次的，取消当年评优资格。", True),
        ("具体办法见申报须知。", False),
        ("承办单位要建立台账。", False),
        ("约谈由督查室组织。", False),
        ("各单位要高度重视，统一思想，进一步加强领导。", False),
        ("主要负责人是第一责任人，内设机构要配合。", False),
        ("紧扣“三个以上重点”，强化应用。", False),
        ("2023年1月以来，取得成效。", False),
    ],
)
def test_sentences_that_read_like_a_rule(tmp_path: Path, sentence: str, told_of: bool) -> None:
    text = TEXT.replace("逾期的，每次扣１分", "其余从略").replace("会后７个", f"{sentence}会后７个")
    assert [each.split()[0] for each in told(tmp_path, text=text)] == ["SR806"] * told_of


def stale(place: str, clause: str, rule: str) -> str:
    return f"SR807 yunshui.yaml:{place} {clause}的文字与上次对照时不同，“{rule}”是照它写的"


@pytest.mark.parametrize(
    ("before", "after", "told_of"),
    [
        ("会后７个工作日内印发；", "会后７个工作日内印发，遇节假日顺延；", [stale("22:20", "二（二）", "纪要")]),
        (
            "约谈主要负责人。",
            "约谈主要负责人，并通报。",
            [stale("7:25", "三（一）", "noted"), stale("30:20", "三（一）", "约谈")],
        ),
        ("三、问责", "三、责任追究", [stale("30:20", "三", "约谈")]),
        ("全县各级", "各级", [stale("36:14", "一", "一")]),
        ("云水县督查办法", "云水县督查工作办法", []),
        ("５个工作日内“办结”", "5个工作日内\n「办结」", []),
    ],
)
def test_exactly_what_leaned_on_a_changed_clause_is_told(
    tmp_path: Path, before: str, after: str, told_of: list[str]
) -> None:
    accept(tmp_path)
    assert told(tmp_path) == [LEFT]
    assert before in TEXT
    after_change = told(tmp_path, text=TEXT.replace(before, after))
    assert [each for each in after_change if "SR806" not in each] == told_of
    accept(tmp_path, TEXT.replace(before, after))
    assert not [each for each in told(tmp_path, text=TEXT.replace(before, after)) if "SR807" in each]


def test_a_comment_answers_what_the_text_asks(tmp_path: Path) -> None:
    answered = PACK.replace(
        "二（二）, words: 会后7个工作日内印发}", "二, words: [7个, 工作日内]}  # sr: ignore[SR804] 两处都是"
    )
    assert told(tmp_path, answered) == [LEFT]
    assert [each.code for each in check(tmp_path / "yunshui.yaml")] == ["SR361"]
    idle = told(tmp_path, PACK.replace("    on: minutes\n", "    on: minutes  # sr: ignore[SR804] 没有的事\n"))
    assert [each.split()[0] for each in idle] == ["SR806", "SR937"]


def test_a_digest_of_another_text(tmp_path: Path) -> None:
    digest = held(tmp_path).document.digest
    stating = PACK.replace("issuer: 云水县人民政府}", f"issuer: 云水县人民政府, digest: {digest}}}")
    assert told(tmp_path, stating) == [LEFT]
    assert told(tmp_path, stating, TEXT.replace("５个", "５ 个\u3000")) == [LEFT]
    other = told(tmp_path, stating, TEXT.replace("高度", "十分"))
    assert [each.split()[:2] for each in other] == [LEFT.split()[:2], ["SR808", "yunshui.yaml:5:53"]]


def test_a_text_that_differs_in_widths_from_the_one_accepted_is_that_one(tmp_path: Path) -> None:
    digest = held(tmp_path).document.digest
    stating = PACK.replace("issuer: 云水县人民政府}", f"issuer: 云水县人民政府, digest: {digest}}}")
    widths = TEXT.translate(str.maketrans("（），：；５“”", "(),:;5「」"))
    accept(tmp_path)
    for pack, codes in ((stating, {"SR806"}), (stating.replace(digest, "a" * 64), {"SR806", "SR808"})):
        assert {each.split()[0] for each in told(tmp_path, pack, widths)} == codes


def test_what_was_accepted_is_read_strictly(tmp_path: Path) -> None:
    accept(tmp_path)
    kept = tmp_path / "sources" / "yunshui.yaml"
    whole = kept.read_text(encoding="utf-8")
    for text, code in [
        (whole.replace("pack: yunshui", "pack: other"), "SR809"),
        (whole.replace("digest: ", "digest: x"), "SR117"),
        (whole.replace("clauses:", "clausen:"), "SR103"),
    ]:
        kept.write_text(text, encoding="utf-8")
        assert code in {each.split()[0] for each in told(tmp_path)}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (None, "SR901"),
        ("一、甲".encode("utf-16"), "SR033"),
        ("一、督查办法的全部内容".encode("gb18030"), "SR032"),
    ],
)
def test_a_text_that_cannot_be_read(tmp_path: Path, data: bytes | None, code: str) -> None:
    told(tmp_path)
    source = tmp_path / "text.txt"
    source.unlink()
    if data is not None:
        source.write_bytes(data)
    assert code in [each.code for each in check(tmp_path / "yunshui.yaml", source=source)]


OF_ANOTHER = """\
另一份办法
一、目的
二、任务
（一）立项。
（二）交办。5个工作日内办完。
三、附则
（一）解释。
（二）施行。
"""
BACKGROUND = "not_computable:\n  - {clause: 序言, reason: 背景}\n"


@pytest.mark.parametrize("text", ["", "第二十条 其他事项另行通知。\n", "1. 其他\n2. 另行通知\n", OF_ANOTHER])
def test_the_text_of_something_else_is_told_once(tmp_path: Path, text: str) -> None:
    for pack in (PACK, PACK.replace("not_computable:\n", BACKGROUND)):
        (found,) = told(tmp_path, pack, text)
        assert found.startswith("SR814 yunshui.yaml:5:11 规则包引的原话有 6 处，text.txt 里只找得到 0 处")


def test_a_text_that_was_much_revised_is_still_held_against_the_pack(tmp_path: Path) -> None:
    text = (
        TEXT.replace("会后７个工作日内印发", "会后尽快印发")
        .replace("被通报", "被市里批评")
        .replace("情节严重", "屡教不改")
    )
    assert {each.split()[0] for each in told(tmp_path, text=text)} == {"SR801", "SR806"}


def test_a_pack_of_nothing_but_the_preamble(tmp_path: Path) -> None:
    pack = re.sub("readings:.*", f"rules: []\n{BACKGROUND}", PACK, flags=re.DOTALL)
    assert told(tmp_path, pack, "为推动落实，制定本办法。\n") == []


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("二、办理时限", "四、办理时限", "SR813 text.txt:4:1 正文的编号不连续：这里应是“二”，写的是“四”"),
        ("一、总体要求", "五、总体要求", "SR813 text.txt:2:1 正文的编号不连续：这里应是“一”，写的是“五”"),
        ("三、问责", "四、问责", "SR813 text.txt:7:1 正文的编号不连续：这里应是“三”，写的是“四”"),
        ("\n三、问责", "三、问责", None),  # within a sentence
        ("三、问责", "五、问责", None),  # that is not the number of the next
        ("（一）领导批示件", "（三）领导批示件", None),  # one more that follows is not enough for the first
        ("（二）会议纪要", "（一）会议纪要", None),  # nothing follows that would bear it out
    ],
)
def test_a_clause_numbered_wrongly_costs_no_other(tmp_path: Path, before: str, after: str, found: str | None) -> None:
    """It is taken for the one that is due, where the next goes on from that."""
    codes = [each.split()[0] for each in told(tmp_path, text=TEXT.replace(before, after))]
    slip = [each for each in told(tmp_path, text=TEXT.replace(before, after)) if each.startswith("SR813")]
    assert slip == ([found] if found else [])
    assert ("SR802" in codes) is (found is None)


EXCHANGED = [
    "SR813 text.txt:2:1 正文的编号不连续：这里应是“{}”，写的是“{}”",
    "SR813 text.txt:4:1 正文的编号不连续：这里应是“{}”，写的是“{}”",
]


@pytest.mark.parametrize(
    ("numbers", "exchanged"),
    [
        (("二", "一", "三"), ("一", "二")),
        (("第二条", "第一条", "第三条"), ("第一条", "第二条")),
        (("一", "三", "二"), None),  # nothing follows that would bear it out
        (("二", "一", "一"), None),
    ],
)
def test_two_numbers_that_were_exchanged(
    tmp_path: Path, numbers: tuple[str, str, str], exchanged: tuple[str, str] | None
) -> None:
    are_articles = numbers[0].endswith("条")
    written = dict(zip("一二三", (each if are_articles else f"{each}、" for each in numbers), strict=True))
    text = re.sub("^([一二三])、", lambda match: written[match[1]], TEXT, flags=re.MULTILINE)
    found = told(tmp_path, re.sub("clause: ([一二三])", r"clause: 第\1条", PACK) if are_articles else PACK, text)
    pairs = (exchanged, exchanged[::-1]) if exchanged else ()
    expected = [form.format(*pair) for form, pair in zip(EXCHANGED, pairs, strict=False)]
    assert [each for each in found if "SR813" in each] == expected
    assert exchanged is None or {each.split()[0] for each in found} == {"SR813", "SR806"}


def test_a_clause_of_which_the_number_alone_is_mistyped_has_not_changed(tmp_path: Path) -> None:
    accept(tmp_path)
    mistyped = TEXT.replace("二、办理时限", "四、办理时限")
    assert [each.split()[0] for each in told(tmp_path, text=mistyped)] == ["SR813", "SR806"]
    accept(tmp_path, mistyped)
    assert told(tmp_path) == [LEFT]


def test_a_clause_that_is_not_there_is_sought_by_its_words(tmp_path: Path) -> None:
    pack = PACK.replace("clause: 二（二）, words", "clause: 五, words")
    (found,) = [each for each in told(tmp_path, pack) if each.startswith("SR802")]
    assert found.endswith("文件里没有“五”这一条（最接近的：二（二））")
