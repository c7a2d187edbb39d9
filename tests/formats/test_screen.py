"""``check`` for people: in full, a line each, how many of each code; what fails and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from office import Captured, pack, ran

CONCISE = """\
policies/错.yaml:18:16: 错误 SR218 没有叫 shore 的字段或事实
policies/青禾.yaml:16:7: 警告 SR327 没有一种情形管到 share 是 75 的
policies/青禾.yaml:26:7: 警告 SR327 没有一种情形管到 share 是 75 的
"""
CLOSING = "3 个规则包：错误 1，警告 2，提示 0\n另有 1 处，规则包里用注释写明了理由，不再提（# sr: ignore）\n"

UNTOLD = "另有错误 1 处，按 --select、--ignore 没有列出，照样算数\n"


@pytest.mark.usefixtures("office")
def test_concise(capsys: Captured) -> None:
    assert ran(capsys, "check", "policies", "--format", "concise") == (1, CONCISE + CLOSING, "")


@pytest.mark.usefixtures("office")
def test_statistics_stand_at_the_end(capsys: Captured) -> None:
    counts = "2  SR327  警告  情形之间有空当\n1  SR218  错误  没有这个名称\n"
    assert ran(capsys, "check", "policies", "--statistics", "--format", "concise")[1] == CONCISE + counts + CLOSING
    text = ran(capsys, "check", "policies", "--statistics")[1]
    assert text.startswith("policies/错.yaml:18:16: 错误 SR218 ") and text.endswith(counts + CLOSING)
    english = ran(capsys, "check", "policies", "--statistics", lang="en")[1].splitlines()
    assert english[-4:] == [
        "2  SR327  warning  a hole between cases",
        "1  SR218  error    unknown name",
        "3 pack(s): 1 error(s), 2 warning(s), 0 note(s)",
        "1 more suppressed by comments that give a reason (# sr: ignore)",
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "closing"),
    [
        ((), 1, CLOSING),
        (("--exit-zero",), 0, CLOSING),
        (("--select", "SR2"), 1, "3 个规则包：错误 1，警告 0，提示 0\n"),
        (
            ("--select", "SR327"),
            1,
            CLOSING.replace("错误 1", "错误 0").replace("\n另", f"\n{UNTOLD}另"),
        ),
        (("--ignore", "sr327,SR9"), 1, "3 个规则包：错误 1，警告 0，提示 0\n"),
        (("--ignore", "SR3", "--ignore", "SR2"), 1, UNTOLD),
        (
            ("--select", "SR3", "--ignore", "SR327", "--exit-zero"),
            0,
            UNTOLD,
        ),
    ],
)
@pytest.mark.usefixtures("office")
def test_errors_count_shown_or_not(arguments: tuple[str, ...], code: int, closing: str, capsys: Captured) -> None:
    found, out, err = ran(capsys, "check", "policies", "--format", "concise", *arguments)
    assert (found, err) == (code, "")
    assert out.endswith(closing) and "另" not in out.removesuffix(closing)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 0),
        (("--fail-on", "warning"), 1),
        (("--fail-on", "note"), 1),
        (("--fail-on", "warning", "--exit-zero"), 0),
        (("--fail-on", "warning", "--ignore", "SR327"), 0),
    ],
)
@pytest.mark.usefixtures("office")
def test_warnings_fail_where_it_is_asked(arguments: tuple[str, ...], code: int, capsys: Captured) -> None:
    assert ran(capsys, "check", "policies/青禾.yaml", *arguments)[0] == code
    assert ran(capsys, "check", "policies/好.yaml", *arguments)[0] == 0


@pytest.mark.usefixtures("office")
def test_notes_fail_where_it_is_asked(capsys: Captured) -> None:
    twice = ("check", "policies/好.yaml", "policies/../policies/好.yaml")
    assert [ran(capsys, *twice, "--fail-on", level)[0] for level in ("error", "warning", "note")] == [0, 0, 1]


@pytest.mark.usefixtures("office")
def test_what_cannot_be_checked_is_2_whatever_is_asked(capsys: Captured) -> None:
    code, out, _ = ran(capsys, "check", "没有.yaml", "--exit-zero", "--ignore", "SR9")
    assert (code, out) == (2, UNTOLD)


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize(
    ("given", "unknown", "hint"),
    [("SR3298", "SR3298", "，最接近的：SR329"), ("SR3,XY", "XY", ""), ("SR3,", "", "")],
)
def test_an_unknown_code_is_told(option: str, given: str, unknown: str, hint: str, capsys: Captured) -> None:
    told = f"错误 SR932 没有“{unknown}”这个提示的代码\n   改法：核对代码{hint}；explain --list 列出全部\n"
    assert ran(capsys, "check", "liuzhou", option, given) == (2, "", told)


def test_what_was_left_out_counts(office: Path, capsys: Captured) -> None:
    rules = [(f"r{number}", "share", "") for number in range(130)]
    (office / "policies" / "多.yaml").write_text(pack("many", *rules), encoding="utf-8")
    out = ran(capsys, "check", "policies/多.yaml", "--format", "concise", "--statistics")[1].splitlines()
    assert out[100:] == [
        "SR327 另有 30 处没有列出",
        "130  SR327  警告  情形之间有空当",
        "1 个规则包：错误 0，警告 130，提示 0",
    ]
    assert ran(capsys, "check", "policies/多.yaml", "--ignore", "SR327")[1] == "1 个规则包没有发现问题\n"
