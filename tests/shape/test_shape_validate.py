"""Every error of a model is told once, in our words, at the node that it is about."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

import pytest
from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from supervision_rules.diagnostics import Collector
from supervision_rules.nodes import Node, locate, plain, read
from supervision_rules.shape import DateText, Shape, nearest, spot, validate

WHOLE = "写不带引号和单位的半角整数，如 5"
NUMBER = "写不带引号和单位的半角数字，如 5 或 0.5"
FORM = "写成年-月-日，如 2021-07-01"


class Limit(Shape):
    kind: Literal["limit"]
    days: tuple[int, ...] = ()
    limit: str = ""  # a key that is called like the kind
    cap: Decimal = Decimal(1)


class Ladder(Shape):
    kind: Literal["ladder"]
    steps: tuple[Annotated[int, Field(ge=1)], ...] = Field(max_length=3)


class Office(Shape):
    name: str = Field("x", min_length=1, max_length=4)


class Document(Shape):
    id: str
    since: DateText | None = None
    rules: tuple[Annotated[Limit | Ladder, Field(discriminator="kind")], ...] = ()
    amount: int | Literal["unlimited"] = 1
    share: int | Decimal | None = None
    price: int | Decimal | dict[str, int] | None = None
    working_days: int = Field(1, title="工作日")
    level: Literal["urgent", "usual"] = Field(
        "usual", json_schema_extra={"labels": {"urgent": "紧急", "usual": "一般"}}
    )
    edition: Literal[1, 2] = 1
    joint: bool = True
    who: Office | int | None = None
    names: dict[Annotated[str, Field(pattern="^[a-z]+$")], str] = {}
    counts: dict[Literal["month", "year"], int] = {}
    pair: tuple[int, int] | None = None
    words: str | list[str] = ""

    @field_validator("working_days")
    @classmethod
    def _even(cls, days: int) -> int:
        if days == 13:
            raise PydanticCustomError("SR114", "own", {"given": "13", "bound": "!= 13"})
        if days == 14:
            raise ValueError("fourteen")
        return days


def tell(text: str) -> tuple[Document | None, Collector]:
    diagnostics = Collector()
    node = read(text, "example", diagnostics)
    assert node is not None
    return validate(Document, node, diagnostics), diagnostics


def told(text: str) -> list[str]:
    _, diagnostics = tell(text)
    return [f"{each.code} {each.span.line}:{each.span.column}" for each in diagnostics.sorted() if each.span]


def test_what_is_right_becomes_the_model() -> None:
    found, diagnostics = tell(
        "id: a\nsince: 2021-02-28\nrules: [{kind: ladder, steps: [1]}, {kind: limit, days: [], cap: 2}]\nshare: 0.5\n"
    )
    assert list(diagnostics) == []
    assert found is not None
    assert found.since == date(2021, 2, 28)
    assert found.rules == (Ladder(kind="ladder", steps=(1,)), Limit(kind="limit", days=(), cap=Decimal(2)))
    assert isinstance(found.rules[1], Limit) and isinstance(found.rules[1].cap, Decimal)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("amount: 1\n", ["SR101 1:1"]),
        ("{}\n", ["SR101 1:1"]),
        ("id: a\nzzz: 1\n", ["SR102 2:1"]),
        ("id: a\nworking_day: 1\n", ["SR103 2:1"]),
        ("id: a\n工作日: 1\n", ["SR103 2:1"]),
        ("idd: a\n", ["SR103 1:1"]),  # and not that id is missing
        ("id: a\nlevel: high\n", ["SR104 2:8"]),
        ("id: a\nlevel: 紧急\n", ["SR105 2:8"]),
        ("id: a\nedition: 3\n", ["SR104 2:10"]),
        ("id: a\ncounts: {half: 2}\n", ["SR104 2:10"]),  # the key, not its value
        ("id: a\ncounts: {yaer: 2}\n", ["SR105 2:10"]),
        ("id: 5\n", ["SR106 1:5"]),
        ("id: [a]\n", ["SR106 1:5"]),
        ("id: a\nworking_days: '5'\n", ["SR107 2:15"]),
        ("id: a\nworking_days: 1.5\n", ["SR107 2:15"]),
        ("id: a\nworking_days: true\n", ["SR107 2:15"]),
        ("id: a\nrules:\n  - {kind: limit, cap: 十}\n", ["SR108 3:24"]),
        ("id: a\nrules:\n  - {kind: limit, cap: true}\n", ["SR108 3:24"]),
        ("id: a\nshare: 半\n", ["SR108 2:8"]),
        ("id: a\njoint: 1\n", ["SR109 2:8"]),
        ("- a\n", ["SR110 1:1"]),
        ("id: a\nnames: x\n", ["SR110 2:8"]),
        ("id: a\nrules: x\n", ["SR111 2:8"]),
        ("id: a\nsince: 7月1日\n", ["SR112 2:8"]),
        ("id: a\nsince: 2021-7-1\n", ["SR112 2:8"]),
        ("id: a\nsince: 2021-02-30\n", ["SR113 2:8"]),
        ("id: a\nsince: 2021-2-30\n", ["SR113 2:8"]),  # not first that the form is wrong
        ("id: a\nwho: null\n", []),
        ("id: a\nwords: null\n", ["SR122 2:8"]),
        ("id: a\nwords:\n", ["SR122 2:7"]),
        ("zzz: a\n", ["SR103 1:1"]),  # the one key that is missing
        ("zzz: a\nyyy: b\n", ["SR101 1:1", "SR102 1:1", "SR102 2:1"]),
        ("id: a\nrules: [{kind: ladder, steps: [1, 0]}]\n", ["SR114 2:35"]),
        ("id: a\nworking_days: 13\n", ["SR114 2:15"]),
        ("id: a\nwho: {name: ''}\n", ["SR115 2:13"]),
        ("id: a\nwho: {name: 甲乙丙丁戊}\n", ["SR116 2:13"]),
        ("id: a\nnames: {A: x}\n", ["SR117 2:9"]),
        ("id: a\npair: [1]\n", ["SR118 2:7"]),
        ("id: a\npair: [1, 2, 3]\n", ["SR119 2:7"]),
        ("id: a\nrules: [{kind: ladder, steps: [1, 2, 3, 4]}]\n", ["SR119 2:31"]),
        ("id: a\nwho: [1]\n", ["SR120 2:6"]),
        ("id: a\nwords: 5\n", ["SR106 2:8"]),
        ("id: a\nwords: [甲, 5]\n", ["SR106 2:12"]),
        ("id: a\nworking_days:\n", ["SR122 2:14"]),
        ("id: a\nlevel:\n", ["SR122 2:7"]),
        ("id: a\nrules:\n  -\n", ["SR122 3:4"]),
        ("id: a\nworking_days: 14\n", ["SR123 2:15"]),
        ("id: a\namount: many\n", ["SR104 2:9"]),  # one message for the two branches
        ("id: a\nrules:\n  - {steps: [1]}\n", ["SR101 3:6"]),
        ("id: a\nrules:\n  - {kind: ladders, steps: [1]}\n", ["SR105 3:12"]),
        ("id: a\nrules:\n  - {kind: ladder, stepss: [1]}\n", ["SR103 3:20"]),
        ("id: a\nrules:\n  - {kind: limit, limit: a, days: [x]}\n", ["SR107 3:36"]),
        ("id: a\nrules:\n  - {kind: limit, limit: 5, days: []}\n", ["SR106 3:26"]),
    ],
)
def test_one_error_one_message(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "message", "help_"),
    [
        ("id: a\nlevell: 1\n", "这里不能写“levell”", "是否想写 level？"),
        ("id: a\nworking_days: 十日\n", "这里要写整数，写的是 十日（是否想写 10？）", WHOLE),
        ("id: a\nworking_days: '5'\n", '这里要写整数，写的是 "5"（是否想写 5？）', WHOLE),
        ("id: a\nworking_days: ５\n", "这里要写整数，写的是 ５（是否想写 5？）", WHOLE),
        ("id: a\nworking_days: 1,000天\n", "这里要写整数，写的是 1,000天（是否想写 1000？）", WHOLE),
        ("id: a\nworking_days: 1.5天\n", "这里要写整数，写的是 1.5天", WHOLE),
        ("id: a\nworking_days: 2021-07-01\n", "这里要写整数，写的是 2021-07-01", WHOLE),
        ("id: a\nshare: 3分\n", "这里要写数字，写的是 3分（是否想写 3？）", NUMBER),
        ("id: a\nprice: 3分\n", "这里要写数字，写的是 3分（是否想写 3？）", NUMBER),
        ('id: a\nprice: "-2.5"\n', '这里要写数字，写的是 "-2.5"（是否想写 -2.5？）', NUMBER),
        ("id: a\nprice: 三分\n", "这里要写数字，写的是 三分（是否想写 3？）", NUMBER),
        ("id: a\nprice: 若干\n", "这里不能这样写：若干", "对照说明，改用这里允许的一种写法"),
        ("id: a\nedition: 3\n", "这里不能写 3", "可以写的有：1, 2"),
        ("id: a\nlevel: 紧急\n", "这里不能写 紧急", "是否想写 urgent？"),
        ("id: a\nsince: 2021年7月1日\n", "这里要写日期，写的是 2021年7月1日（是否想写 2021-07-01？）", FORM),
        ("id: a\nsince: ２０２１/7/1\n", "这里要写日期，写的是 ２０２１/7/1（是否想写 2021-07-01？）", FORM),
        ("id: a\nsince: 七月一日\n", "这里要写日期，写的是 七月一日", FORM),
        ("id: a\nsince: 2021-2-30\n", "没有 2021-2-30 这一天", "核对月份和日数，" + FORM),
        ("id: a\nnames: x\n", "这里要写一组“键: 值”，写的是 x", "另起一行、多缩进两格，逐行写“键: 值”"),
        ("id: a\nwho: [1]\n", "这里不能这样写：[…]", "对照说明，改用这里允许的一种写法"),
    ],
)
def test_messages(text: str, message: str, help_: str) -> None:
    (only,) = tell(text)[1]
    assert (only.message("zh"), only.help("zh")) == (message, help_)


def test_all_errors_in_one_run() -> None:
    text = "id: 5\nsince: 2021-02-30\nrules:\n  - {kind: limit, days: [x, 1.5]}\n  - {kind: ladder}\nzzz: 1\n"
    assert told(text) == ["SR106 1:5", "SR113 2:8", "SR107 4:26", "SR107 4:29", "SR101 5:6", "SR102 6:1"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id: a\njoint: yes\n", ["SR018 2:8"]),
        ("i\u200bd: a\n", ["SR023 1:2"]),
        ("1: x\nid: a\n", ["SR016 1:1"]),
    ],
)
def test_what_the_reader_told_is_not_told_again(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_nearest() -> None:
    assert nearest("workingdays", ["working_days", "roll"]) == "working_days"
    assert nearest("ｒｏｌｌ", ["working_days", "roll"]) == "roll"
    assert nearest("工作日", ["working_days"], {"工作日": "working_days"}) == "working_days"
    assert nearest("zzz", ["working_days", "roll"]) == ""


def test_spot() -> None:
    node: Node | None = read("a:\n  - b: 1\n", "example", Collector())
    assert node is not None
    assert str(spot(node, ("a", 0, "b"))) == "example:2:8"
    assert str(spot(node, ("a", 0, "none", "x"))) == "example:2:5"
    assert plain(locate(node, ("a", 0))) == {"b": 1}


def test_a_programmer_gives_dates_as_dates() -> None:
    assert Document(id="a", since=date(2021, 7, 1)).since == date(2021, 7, 1)
