"""No text makes the checker fail, hang or reach outside."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from expression_samples import ROW, SCOPE, check, sound
from expression_strategies import EXPRESSIONS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supervision_rules.expressions import compile_fast, reference, writer

WORDS = [
    *SCOPE.names, *SCOPE.functions, "and", "or", "not", "in", "if", "else", "is",
    "lambda", "for", "None", "true", "(", ")", "[",
    "]", ",", "==", "=", "<=", "<", "**", "+", "-", "*", "/", ".", ":", "'甲'", '"',
    "'", "5", "0", "2.5", "1e9", "且", "（", "#", "\\",
    "\n", "f'", "{", "}", "%", "@", "~", "，", "“", "\u2028", "\x00", "９",
]  # fmt: skip
TEXTS = (
    st.text(max_size=60)
    | st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
    | st.lists(st.sampled_from(WORDS), max_size=25).map("".join)
)
HOSTILE = [
    "__import__('os').system('x')", "().__class__.__bases__[0].__subclasses__()", "open('/etc/passwd')", "exec('1')",
    "eval('1')", "title.format(1)", "f'{title}'", "'%1000000000d' % 1", "9**9**9", "[0 for x in units]", "lambda: 1",
    "late('reply').__class__", "known.__globals__", "(late_days := 5)",
    "print(title)", "date.today()", "'a' * 999999999",
    "late_days; late_days", "late_days = 3", "rand()", "~joint", "...", "b'a'", "1j", "'a' 'b' == title", "*units",
]  # fmt: skip


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS)
def test_every_text_is_checked_or_refused(text: str) -> None:
    checked, found = check(text, None, if_zero=0)
    assert (checked is None) == any(code < "SR234" for code in found)
    if checked is not None:
        assert compile_fast(checked)(ROW) == reference(checked, ROW).value


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_refused(text: str) -> None:
    assert check(text, None)[0] is None


@pytest.mark.parametrize(
    "piece", ["-", "not ", "(", "[", "joint and ", "1 if joint else ", "score + ", "max(", "'", "9", "known("]
)
def test_the_longest_texts_are_settled_quickly(piece: str) -> None:
    started = time.perf_counter()
    check((piece * 1000)[:999] + "1", None)
    check(piece * 100_000, None)
    assert time.perf_counter() - started < 2


AUDIT = """
import sys
from expression_samples import ROW, check
from supervision_rules.expressions import compile_fast, reference
texts = {texts!r}
check("joint", None)
seen = []
watch = True
def ours(event, arguments):
    return event == "exec" and arguments[0].co_filename == "<expression>"
def hook(event, arguments):
    if watch and event.split(".")[0] in {{"exec", "import", "open", "os", "socket",
    "subprocess", "pickle", "ctypes", "shutil"}} and not ours(event, arguments):
        seen.append(event)
sys.addaudithook(hook)
for text in texts:
    checked, _ = check(text, None, if_zero=0)
    if checked is not None:
        compile_fast(checked)(ROW)
        reference(checked, ROW)
{twin}
watch = False
print(seen)
"""


@pytest.mark.parametrize(("twin", "expected"), [("", "[]"), ("exec('1')", "['exec']")])
def test_no_expression_reaches_outside(twin: str, expected: str) -> None:
    texts = [*HOSTILE, "joint", "score / total > 1", "add_months(received, 3) > closed", "points('reminder') > 1"]
    here = Path(__file__).parent
    paths = [str(here), str(here.parents[1] / "src"), *sys.path]
    script = f"import sys; sys.path[:0] = {paths!r}\n" + AUDIT.format(texts=texts, twin=twin)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == expected


OWN_WORDS = {
    *re.findall(r"\w+|\S", "def make evaluate return row source if else is not in and or None True False __class__")
}
OWN_SIGNS = {*"()[]:,.=<>!"}


def foreign(source: str) -> set[str]:
    """The words and signs of a source that are not the compiler's own."""
    return (
        {word for word in re.findall(r"\w+|[^\w\s]", source) if not re.fullmatch(r"[kt]\d+", word)}
        - OWN_WORDS
        - OWN_SIGNS
    )


@contextmanager
def watched(kept: list[str]) -> Iterator[None]:
    """Keeps every source that is compiled meanwhile."""
    made = writer._made
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writer, "_made", lambda source: kept.append(source) or made(source))
        yield


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS | EXPRESSIONS)
def test_no_text_of_a_pack_becomes_code(text: str) -> None:
    sources: list[str] = []
    with watched(sources):
        checked, _ = check(text, None, if_zero=0)
        if checked is not None:
            compile_fast(checked, ("joint", "score", "received"))
    assert [foreign(source) for source in sources] == [set()] * len(sources)


def test_a_text_in_the_source_would_be_found() -> None:
    sources: list[str] = []
    with watched(sources):
        compile_fast(sound("title == '甲' and late_days > 5"), ("title",))
    assert [foreign(source) for source in sources] == [set()]
    assert foreign(sources[0].replace("k0", "open('/etc')")) == {"open", "'", "/", "etc"}
