"""``explain SR327``: the page of a code, in the language asked; ``--list`` all codes."""

from __future__ import annotations

import pytest
from test_cli_commands import LEDGER, PACK, Captured, ran

from supervision_rules.catalogue import CODES
from supervision_rules.cli.main import main
from supervision_rules.cli.pages import page

PAGE = """\
错误 SR918 没有这条规则

何时出现：命令里写的规则代号，规则包里没有。

为什么：写错一个字母就会变成“没有结论”，所以先指出来。

怎样改：改成最接近的代号；`list --pack 规则包` 列出全部规则。

例子
    supervision-rules show no-such-rule --pack liuzhou
说的是（代码 行:列）：SR918
"""


def test_a_page(capsys: Captured) -> None:
    assert ran(["explain", "SR918"], capsys) == (0, PAGE, "")
    assert ran(["explain", "sr918"], capsys) == (0, PAGE, "")


def test_a_page_in_english_with_its_example_mended(capsys: Captured) -> None:
    assert main(["explain", "SR502", "--lang", "en", "--color", "never"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:7] == [
        "error SR502 choices out of place",
        "",
        f"when: {page('SR502').when.en}",
        "",
        f"why: {page('SR502').why.en}",
        "",
        "how to mend it: Write levels, or a scale.",
    ]
    assert lines.index("example") < lines.index("mended") and "told (code line:column): " in "\n".join(lines)


def chinese(text: str) -> float:
    """Which part of a text is Chinese."""
    return sum("\u4e00" <= char <= "\u9fff" for char in text) / len(text)


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_page_has_both_languages(code: str) -> None:
    found = page(code)
    for words in (found.title, found.when, found.why, found.mend):
        assert chinese(words.zh) > 0.05 and chinese(words.en) < 0.15 or words is found.title
        assert not words.en[-1].isspace() and "](" not in words.zh + words.en
    assert found.code == code
    assert bool(found.example) == bool(found.expected)


@pytest.mark.parametrize(("given", "nearest"), [("SR327x", "SR327"), ("sr3298", "SR329"), ("SR7", "SR937")])
def test_an_unknown_code_is_told_with_the_nearest(given: str, nearest: str, capsys: Captured) -> None:
    assert ran(["explain", given], capsys) == (
        2,
        "",
        f"错误 SR932 没有“{given}”这个提示的代码\n   改法：核对代码，最接近的：{nearest}；explain --list 列出全部\n",
    )


def test_all_codes(capsys: Captured) -> None:
    code, out, _ = ran(["explain", "--list"], capsys)
    lines = out.splitlines()
    assert (code, [line[:5] for line in lines]) == (0, sorted(CODES))
    assert "SR327  警告  情形之间有空当" in lines
    assert ran(["explain", "SR32"], capsys)[1].splitlines() == [line for line in lines if line.startswith("SR32")]
    assert ran(["explain", "SR32", "--list"], capsys)[1] == ran(["explain", "sr32"], capsys)[1]


def test_a_subject_that_looks_like_a_code_is_a_subject(capsys: Captured) -> None:
    judge = ["--pack", PACK, LEDGER, "--as-of", "2021-12-01"]
    for asked in (["--subject", "SR327"], ["--subject=SR327"]):
        code, _, err = ran(["explain", *judge, *asked], capsys)
        assert (code, err.splitlines()[0]) == (2, "错误 SR919 到判定日为止的记录里没有“SR327”")


def test_help_of_the_form_about_codes(capsys: Captured) -> None:
    code, out, _ = ran(["explain", "SR327", "--help"], capsys)
    assert (code, out.splitlines()[0].partition(" [--lang")[0]) == (0, "写法：supervision-rules explain [-h] [--list]")
    assert "提示的代码，如 SR327；" in out
