"""What the reader refuses, at the exact character; each beside a twin that it takes."""

from __future__ import annotations

import pytest

from supervision_rules.diagnostics import Collector
from supervision_rules.nodes import Limits, locate, plain, read


def told(text: str | bytes, limits: Limits | None = None) -> list[str]:
    diagnostics = Collector()
    node = read(text, "example", diagnostics, limits or Limits())
    assert node is not None or diagnostics.failed
    return [f"{each.code} {each.span.line}:{each.span.column}" for each in diagnostics.sorted() if each.span]


REFUSED = [
    # Chinese typing
    ("id：x\nname: z\n", "SR003 1:3"),
    ("a: 1\n  b：2\n", "SR003 2:4"),  # YAML would fold this into the value above
    ("a:\n  - b：2\n", "SR003 2:6"),
    ("id ：x\n", "SR003 1:4"),
    ("'id'：x\n", "SR003 1:5"),
    ("名称：x\nid: z\n", "SR003 1:3"),  # a Chinese key: YAML blames the next line
    ("{id：x, b: 1}\n", "SR003 1:4"),
    ("a: [甲，乙]\n", "SR004 1:6"),
    ("a: [甲、乙]\n", "SR004 1:6"),
    ("a: {b: 【甲, 乙】, c: 1}\n", "SR004 1:8"),
    ("a: {b: ［甲, 乙, 丙］, c: 1}\n", "SR004 1:8"),
    ("a: {b: 1，c: 2}\n", "SR004 1:9"),
    ("a: “x”\n", "SR004 1:4"),
    ("a: ［1］\n", "SR004 1:4"),
    ("“a”: x\n", "SR004 1:1"),
    ("a: x ＃ y\n", "SR004 1:6"),
    ("＃ y\na: x\n", "SR004 1:1"),
    ("a: {b: 1；c: 2}\n", "SR004 1:9"),
    ("a: {b: 甲、乙, c: 1；d: 2}\n", "SR004 1:17"),
    ("－ a\n－ b\n", "SR004 1:1, SR004 2:1"),
    ("\u3000\u3000id: x\n", "SR027 1:1"),
    ("a:\n  \u00a0b: 1\n", "SR027 2:3"),
    ("id:\u3000x\n", "SR027 1:4"),
    # within braces, of a key or of the bracket: told once, and read as it was meant
    ("a: {b： 1, c: 2}\n", "SR003 1:6"),
    ("a: {b： [1, 2], c: {d：3}}\n", "SR003 1:6, SR003 1:21"),
    ("a: {b:1, c: {d:2}}\n", "SR008 1:6, SR008 1:15"),
    ("a: {b: 'c：1, d:2', e: http://x}\n", ""),
    ('{"a":1, "b":{"c":2}}\n', ""),
    ("a: ｛b: 1, c: 甲｝\n", "SR004 1:4"),
    ("a: ｛b: 1, c: 2}\n", "SR004 1:4"),
    ("a: 【{b: 1}】\n", "SR004 1:4"),
    ("a: {b: 1｝\nc: {d: 甲，乙}\n", "SR004 1:9"),
    ("a: [甲, 乙】\n", "SR004 1:9"),
    ("a: 【甲】\nb: [甲, 【乙】]\n", ""),
    # a bracket that is not closed: that alone is told, whatever stands in it
    ("a: [甲、乙\nb: 1\n", "SR007 1:4"),
    ("a: [甲、乙\n", "SR007 1:4"),
    ("a: [甲、\nb: 1\n", "SR004 1:6"),
    ("a: [甲, 乙、丙、\nb: 1\n", "SR004 1:11"),
    ("a: {b: 1, c: [甲、乙\nd: 1\n", "SR007 1:14"),
    ("a: [甲、乙]\nb: [丙、丁\nc: 1\n", "SR004 1:6, SR007 2:4"),
    # half a pair of quotes
    ("a: “x\n", "SR041 1:4"),
    ("a: x”\n", "SR041 1:5"),
    ('a: “x"\n', "SR041 1:4"),
    ('a: x"\n', "SR041 1:5"),
    ("a: 「x\n", "SR041 1:4"),
    ("a: [x, y』]\n", "SR041 1:9"),
    ("a: 「x」\n", "SR004 1:4"),
    ('a: "x”\n', "SR004 1:6"),
    ('a: {b: "x”, c: 1}\n', "SR004 1:10"),
    # a quote that is not closed is told where it opens, however far down the parser stumbles
    ('a: "b\nc: "d"\n', "SR006 1:4"),
    ("a: 'b\nc: 1\nd: [x, 'y']\n", "SR006 1:4"),
    ('a: 1\nb: {c: "d, e: 2}\nf: \'g\'\nh: "i"\n', "SR006 2:8"),
    ('a: {b: "5 days, c: "x"}\n', "SR006 1:8"),
    ('a: ["x, "y"]\n', "SR006 1:5"),
    ('"a: b\nc: "d"\n', "SR006 1:1"),
    ('a: "x\n  y"\nb: "z" w\n', "SR030 3:8"),  # a text of two lines is closed and not to blame
    # the shape of the text
    ("a: 1\n b: 2\n", "SR002 2:2"),
    ("a:\n  - b: 1\n     c: 2\n", "SR002 3:6"),
    ("a:\n  -b: 1\n    c: 2\n", "SR044 2:3"),
    ("a:\n  - b: 1\n  -b: 2\n", "SR044 3:3"),
    ("a:\n  -b:\n    c: 1\n", "SR044 2:3"),
    ("a:\n  -{b: 1}\n", "SR044 2:3"),
    ("a:\n  -{b: 1}\n  -[c, d]\n", "SR044 2:3, SR044 3:3"),
    ("a:\n  - 1\n - 2\n", "SR002 3:2"),
    ("a:\n - b: 1\n    c: 2\n", "SR002 2:2"),
    ("a:\n   - b: 1\n    c: 2\n    d: 3\n", "SR002 2:4"),
    ("a:\n  b:\n      - c: 1\n      d: 2\n    - c: 3\n", "SR002 3:7"),
    ("a:\n   - {b: 1}\n  - {b: 2}\n", "SR002 2:4"),
    ("a:\n - b: 1\n   c: 2\n  - b: 3\n", "SR002 2:2"),
    ("a:\n  - b: 1\n    c: 2\n   - b: 3\n", "SR002 4:4"),
    ("a:\n  - b: 1\n    # a remark\n   c: 2\n", "SR002 4:4"),
    ("- b: 1\n   c: 2\n", "SR002 2:4"),
    ("a:\n  - b:1\n    c: 2\n", "SR008 2:6"),
    ("a:\n  - b:1\n\n    # why\n    c:2\n  - d:3\n", "SR008 2:6, SR008 5:6"),
    ("a:\n  - b:1\n  - c:2\n", ""),  # two texts
    # the key of the items is missing
    ("x:\n  - {a: 1}\n  {a: 2}\n  - {a: 3}\n", "SR050 3:3"),  # no dash, at each level and place
    ("x:\n  - {a: 1}\n    {a: 2}\n  - {a: 3}\n", "SR050 3:5"),
    ("x:\n  - {a: 1}\n{a: 2}\n  - {a: 3}\n", "SR050 3:1"),
    ("x:\n  {a: 1}\n  - {a: 2}\n  - {a: 3}\n", "SR050 2:3"),
    ("x:\n    {a: 1}\n  - {a: 2}\n", "SR050 2:5"),
    ("x:\n  - {a: 1}\n  {a: 2}\n", "SR050 3:3"),
    ("x:\n  - a: 1\n    b: 2\n  # so\n  {a: 2}\ny: 1\n", "SR050 5:3"),
    ("x:\n  - a: 1\n    b: 2\n    {a: 2}\n  - a: 1\n", "SR050 4:5"),
    ("x:\n  {a: 1}\n  {a: 2}\n", "SR002 3:3"),  # no item has a dash
    # braces round one key of an item
    ('x:\n  - a: 1\n    {b: c in ["d"]}\n    e: 2\n', "SR051 3:5"),
    ("x:\n  - a: 1\n    {b: c}  # why\n\n    # so\n    e: 2\n  - a: 2\n", "SR051 3:5"),
    ("x:\n  - a: 1\n    {b: c, d: 1}\n    e: 2\n", "SR050 3:5"),
    ("x:\n  - a: 1\n    {b: c}\n  - e: 2\n", "SR050 3:5"),
    # the list cuts the parenthesis, too
    ('a: {b: not (c in ["d"]), e: 1}\n', "SR046 1:8"),
    # a blank that nobody sees, behind a name
    ("a: b\u3000\n", "SR027 1:5"),
    ("a: b \u3000\nc: d > 3\u3000 \n- e\u00a0", "SR027 1:6, SR027 2:9, SR027 3:4"),
    ("a: b\u3000c\n", ""),
    ("a: 文字 # see b\u3000\n", ""),
    ("a: 文字\u3000\n", ""),
    ("a: 1\n  - {b: 1}\n", "SR047 2:3"),
    ("a: {b: 1}\n  - {b: 1}\n", "SR047 2:3"),
    ("a:\n  b:\n    c: {d: 1}\n\n  - {of: unit}\n", "SR047 5:3"),
    ("a: 1\n\n  title: b\n  issuer: c\n", "SR047 3:3"),
    ("a: 1\n  b: c\n", "SR002 2:3"),
    ("x:\n  - a: z\n    b: 1\n      - c: 1\n        d: 2\n", "SR047 4:7"),
    ("a: 1\nb: {c: 1}\n  - {d: 1}\n", "SR047 3:3"),
    # a text within braces that lacks its quotes
    ("a: {b: 甲,乙, c: 丙,丁,戊}\n", "SR045 1:8, SR045 1:16"),
    ("a: {b: 1,000}\n", "SR045 1:8"),
    ("a: {b: 第四条: 15日}\n", "SR005 1:11"),
    ('a: {b: role in ["x", "y"], c: 1}\n', "SR046 1:8"),
    ("a: {b: 1 c: 2}\n", "SR007 1:11"),  # a comma is missing
    ("a: {b: 甲, 乙]}\n", "SR007 1:12"),
    # a bracket that is not closed is told where it opens, whatever stands beside it
    ("- {a: 甲，乙}\n- {b: 1\n- {c: 丙，丁}\n", "SR007 2:3"),
    ("- {a: 甲，乙}\n- {b: 1 c: 2}\n", "SR007 2:10"),
    ("a: {b: 1，\n    c: 2}\n", "SR004 1:9"),
    ("a: b: c\n", "SR005 1:5"),
    ("a: 'b\nc: 1\n", "SR006 1:4"),
    ("a: [1, 2\nb: 1\n", "SR007 1:4"),
    ("a: [1 2\n", "SR007 1:4"),
    ("id:x\nb: 1\n", "SR008 1:3"),
    ("a: 1\nb\nc: 2\n", "SR008 2:1"),
    ("a 1\nb: 2\n", "SR008 1:1"),
    ("a {b: 1, c: 2}\n", "SR008 1:1"),
    ("a:\n  - b {c: 1, d: 2}\n", "SR008 2:5"),
    ("a: b {c: 1}\n", "SR005 1:8"),
    ("a:\n  说明\n  b: 2\n", "SR008 2:3"),
    ("a:\n    b: 1\n    c: 2\n  - b: 3\n    c: 4\n", "SR002 2:5"),  # the first item has no dash
    ("a: @x\n", "SR009 1:4"),
    ("a: =\n", "SR009 1:4"),
    ("a: 'b' c\n", "SR030 1:8"),
    ('a: "\\督"\n', "SR029 1:5"),
    ('a: "\\U00110000"\n', "SR029 1:5"),
    # features that hide what a text says
    ("a: &x 1\nb: *x\n", "SR010 1:4, SR010 2:4"),
    ("a: &名额 1\n", "SR010 1:4"),
    ("a: {<<: {b: 1}}\n", "SR011 1:5"),
    ("a: <<\n", "SR011 1:4"),
    ("a: !!python/object:os.system x\n", "SR012 1:4"),
    ("a: !x z\n", "SR012 1:4"),
    ("%YAML 1.1\n---\na: 1\n", "SR013 1:1"),
    ("a: 1\n---\nb: 2\n", "SR014 2:1"),
    ("a: 1\n...\nb: 2\n", "SR014 3:1"),
    # keys
    ("a: 1\n'a': 2\n", "SR015 2:1"),
    ("\u00e9: 1\ne\u0301: 2\n", "SR015 2:1"),
    ("- a: 1\n  a: 2\n", "SR015 2:3"),
    ("- a: 1\n  b: 2\n  b: 3\n", "SR015 3:3"),
    ("a:\n  b: 1\n  c: 2\n  b: 1\n", "SR015 4:3"),  # of no list
    ("- {a: 1, b: 2, a: 3}\n", "SR015 1:16"),
    # the line with the dash is missing
    ("- a: 1\n  b: 2\n  c: 3\n  b: 4\n  c: 5\n", "SR052 4:3"),
    ("- a: 1\n  b: 2\n  c: 3\n  b: 4\n  d: 5\n  c: 6\n", "SR015 4:3, SR015 6:3"),
    ("a: 1\nb: 2\nc: 3\nb: 4\nc: 5\n", "SR015 4:1"),  # of no list
    ("b: 1\nc: 1\nb: 2\nd: 3\nc: 4\n", "SR015 3:1, SR015 5:1"),
    # the dash of an item is missing: its keys are not told one by one
    ("- a: 1\n  b: 2\n  a: 3\n  b: 4\n  a: 5\n  b: 6\n", "SR043 3:3, SR043 5:3"),
    ("1: x\ntrue: x\n~: x\n: x\n", "SR016 1:1, SR016 2:1, SR016 3:1, SR016 4:1"),
    ("[a]: x\n", "SR017 1:1"),
    ("? a\n: x\n", "SR017 1:3"),
    # characters
    ("a\u200b: x\n", "SR023 1:2"),
    ("a: x\u202ey\n", "SR023 1:5"),
    ("a: x\ufeffy\n", "SR023 1:5"),
    ("a: x\u00a0y\n", "SR023 1:5"),
    ("a: x\ufdd0y\n", "SR023 1:5"),
    ("a: x\ud800y\n", "SR023 1:5"),
    ("a: x\U000e0041y\n", "SR023 1:5"),
    ("a: x\x00y # \x1b\n", "SR024 1:5, SR024 1:10"),
    ("a: 1 # n\u2028b: 2\n", "SR025 1:9"),
    ("a: 1\rb: 2\n", "SR025 1:5"),
    ("a:\t1\n", "SR026 1:3"),
    ("a:\n\tb: 1\n", "SR026 2:1"),
    ('a: "x\\u200by\\t\\e\\L"\n', "SR028 1:6, SR028 1:13, SR028 1:15, SR028 1:17"),
    ('a: "x\n  y\\u200b"\n', "SR028 2:4"),
    ('a: "\\ud83d"\n', "SR028 1:5"),
    ("a: x\ufffd\n", "SR040 1:5"),
    # nothing there
    ("", "SR039 1:1"),
    ("# x\n", "SR039 1:1"),
]


@pytest.mark.parametrize(("text", "expected"), REFUSED)
def test_refused(text: str, expected: str) -> None:
    assert ", ".join(told(text)) == expected


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("SR018", ["yes", "No", "ON", "off", "y", "N", "True", "FALSE"]),
        ("SR019", ["~", "Null", "NULL"]),
        ("SR020", ["012", "0x1F", "0o17", "0b1", "1_000", "1e3", "1.5E-3", ".5", "1.", "+1", "-.inf", ".NaN", "-01"]),
        ("SR021", ["12:30", "1:30:00", "-9:05"]),
        ("SR022", ["1234567890123456", "0." + "1" * 28, "9" * 5000]),
    ],
)
def test_ambiguous_values(code: str, words: list[str]) -> None:
    for word in words:
        assert told(f"a: {word}\n") == [f"{code} 1:4"], word
        assert told(f"a: '{word}'\n") == [], word


def test_the_message_names_the_mend() -> None:
    diagnostics = Collector()
    read("a: yes\n", "example", diagnostics)
    (only,) = diagnostics
    assert only.message("zh") == "“yes”有的软件当作是否，有的当作文字"
    assert only.help("zh") == '表示是或否写 true 或 false；要文字就加引号："yes"'
    assert (only.excerpt, only.span.end_column if only.span else 0) == ("a: yes", 7)


def test_all_in_one_run_and_the_tree_goes_on() -> None:
    diagnostics = Collector()
    node = read("id：x\na: yes\nb: 012\nb: 2\nc: x\u200b\n", "example", diagnostics)
    assert [each.code for each in diagnostics.sorted()] == ["SR003", "SR018", "SR020", "SR015", "SR023"]
    assert node is not None and plain(node) == {"id": "x", "a": "yes", "b": "012", "c": "x_"}


def test_what_follows_a_missing_dash_is_read_as_the_next_item() -> None:
    diagnostics = Collector()
    node = read("x:\n  - a: 1\n    b: 2\n    a: 3\n    b: 4\ny: 5\n", "example", diagnostics)
    assert node is not None and plain(node) == {"x": [{"a": 1, "b": 2}, {"a": 3, "b": 4}], "y": 5}
    (only,) = diagnostics
    assert only.message("zh") == "“a”在这一项里又写了一次，第 2 行开始的一项已经写过"
    assert only.help("zh") == "这里是新的一项的，在前面写“- ”；不是的，删去一个"
    assert [(item.span.line, item.span.end_line) for item in locate(node, ("x",)).items] == [(2, 3), (4, 5)]  # type: ignore[union-attr]


def test_a_slip_is_told_beside_a_syntax_error_elsewhere() -> None:
    assert told("id：x\na: 1\nb: 2\nc: 3\nd: 'x\n") == ["SR003 1:3", "SR006 5:4"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("# 督查\na: 五个工作日\n".encode("gb18030"), "SR032 1:3"),
        (b"a: 1\nb: \xff\xfe\xfd\n", "SR031 2:4"),
        (b"\xe7\x9d\xa3: \x80\n", "SR031 1:4"),
        ("a: 1\n".encode("utf-16"), "SR033 1:1"),
        ("a: 1\n".encode("utf-16-le"), "SR033 1:1"),
        ("a: 1\n".encode("utf-32"), "SR033 1:1"),
        (b"PK\x03\x04\x14\x00", "SR048 1:1"),
        (b"%PDF-1.7\n", "SR048 1:1"),
    ],
)
def test_other_encodings(data: bytes, expected: str) -> None:
    assert told(data) == [expected]


def test_limits_have_twins() -> None:
    assert told("a: 1234\n", Limits(size=7)) == ["SR034 1:1"]
    assert told("a: 1234\n", Limits(size=8)) == []
    assert told("[" * 33 + "]" * 33) == ["SR035 1:33"]
    assert told("[" * 32 + "]" * 32) == []
    assert told("[1, 2]", Limits(nodes=2)) == ["SR036 1:5"]
    assert told("[1, 2]", Limits(nodes=3)) == []
    assert told("a: 甲乙丙\n", Limits(scalar=2)) == ["SR037 1:4"]
    assert told("a: 甲乙丙\n", Limits(scalar=3)) == []
    assert told("abcd: 1\n", Limits(key=3)) == ["SR038 1:1"]
    assert told("abcd: 1\n", Limits(key=4)) == []
