"""Where records are read from: bytes, a stream or a file, taken line by line."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import IO, Final, Literal

from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import Collector, Span

Format = Literal["jsonl", "json", "csv"]
Encoding = Literal["utf-8", "gb18030"]

MAX_LINE: Final = 1024 * 1024
MAX_ARRAY: Final = 200 * 1024 * 1024
LOST: Final = "\ufffd"
_BYTES: Final = "latin-1"
"""The encoding whose characters are the bytes themselves."""
_CHINESE: Final = re.compile("[\u4e00-\u9fff]")
_PROOF: Final = 4
"""How many Chinese characters in UTF-8 a line must have to be proved UTF-8."""
UTF16_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Source:
    """A text with records. ``record_type`` is the type of those that do not state one; no encoding means UTF-8."""

    name: str
    content: bytes | Path | IO[bytes]
    format: Format
    encoding: Encoding | None = None
    record_type: str | None = None


class Unread(Exception):  # noqa: N818 - not an error: it carries the place to whoever reads the source
    """From ``span`` on the rest of a source cannot be read, which has been told; what stands there is not counted."""

    def __init__(self, span: Span) -> None:
        super().__init__()
        self.span = span


def read_lines(
    source: Source,
    diagnostics: Collector,
    proves: Callable[[str], bool] | None = None,
    passed: Callable[[str], None] = lambda piece: None,
) -> Iterator[tuple[int, str | None]]:
    """The lines with their numbers, without the characters that end them; None for one that is too long.

    A first line that is no UTF-8 is read as GB18030, and the rest with it, if ``proves`` knows its words. ``passed``
    is shown the bytes, as characters of the same numbers, of a line that is too long, piece by piece.

    Raises:
        Unread: a line is not in the source's encoding, which has been told.
    """
    with _lines(source) as stream:
        number, blank = 0, True
        while line := stream.readline(MAX_LINE + 1):
            number += 1
            data = line.encode(_BYTES)
            if number == 1 and proves is not None and _is_gb18030(source, data, proves):
                diagnostics.add("SR542", Span(source.name, 1, 1, 1, 1))
                source = replace(source, encoding="gb18030")
            if len(data) > MAX_LINE:
                _skip(stream, line, passed)
                blank = False
                yield number, None
                continue
            text = _decoded(source, data, number, diagnostics)
            if text is None:
                raise Unread(Span(source.name, number, 1, number, 1))
            if LOST in text:
                column = text.index(LOST) + 1
                diagnostics.add("SR511", Span(source.name, number, column, number, column + 1))
            blank = blank and not text.strip()
            yield number, text
    if blank:
        diagnostics.add("SR543", Span(source.name, 1, 1, 1, 1))


def read_text(source: Source, diagnostics: Collector) -> str:
    """The whole text, its lines ended by ``\\n``.

    Raises:
        Unread: it is too large or not in the source's encoding, which has been told.
    """
    with _opened(source) as stream:
        data = stream.read(MAX_ARRAY + 1)
    if len(data) > MAX_ARRAY:
        what = Bilingual("文件的字节数", "bytes of a file")
        diagnostics.add("SR514", Span(source.name, 1, 1, 1, 1), what=what, limit=MAX_ARRAY)
        raise Unread(Span(source.name, 1, 1, 1, 1))
    data = _strip_mark(data)
    for number, line in enumerate(_doubtful(source, data), 1):
        if _decoded(source, line, number, diagnostics) is None:
            # It is read as one text or not at all.
            raise Unread(Span(source.name, 1, 1, 1, 1))
    text = data.decode(source.encoding or "utf-8")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _doubtful(source: Source, data: bytes) -> list[bytes]:
    """The lines, if any of them may not be in the source's encoding."""
    try:
        data.decode(source.encoding or "utf-8")
    except UnicodeDecodeError:
        return data.split(b"\n")
    return data.split(b"\n") if source.encoding == "gb18030" else []


@contextmanager
def _lines(source: Source) -> Iterator[TextIOWrapper]:
    """The bytes of the source as characters of the same numbers: so a carriage return alone ends a line, too, as in
    tables from old Macintoshes. In no encoding that is read is it a part of another character.
    """
    with _opened(source) as stream:
        lines = TextIOWrapper(stream, encoding=_BYTES)
        try:
            yield lines
        finally:
            lines.detach()


def tell_too_long(source: Source, number: int, diagnostics: Collector) -> None:
    """Tell that a line is longer than any that is read."""
    what = Bilingual("一行的字节数", "bytes of a line")
    diagnostics.add("SR514", Span(source.name, number, 1, number, 1), what=what, limit=MAX_LINE)


def _skip(stream: TextIOWrapper, line: str, passed: Callable[[str], None]) -> None:
    """Pass over a line that is too long and begins with ``line``, a piece at a time."""
    passed(line)
    while line and not line.endswith("\n"):
        line = stream.readline(MAX_LINE)
        passed(line)


def _opened(source: Source) -> AbstractContextManager[IO[bytes]]:
    """The stream to read; a stream that the caller brought is left open."""
    content = source.content
    if isinstance(content, bytes):
        return BytesIO(content)
    return content.open("rb") if isinstance(content, Path) else nullcontext(content)


def _is_gb18030(source: Source, data: bytes, proves: Callable[[str], bool]) -> bool:
    """Whether a line without a stated encoding is no UTF-8, but words that are known in GB18030."""
    if source.encoding is not None or data.startswith((codecs.BOM_UTF8, *UTF16_MARKS)):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return proves(data.decode("gb18030").rstrip("\r\n"))
        except UnicodeDecodeError:
            return False
    return False


def _strip_mark(data: bytes) -> bytes:
    return data.removeprefix(codecs.BOM_UTF8)


def _decoded(source: Source, data: bytes, number: int, diagnostics: Collector) -> str | None:
    """The text of a line; None, and told, if it is in another encoding."""
    if number == 1:
        data = _strip_mark(data)
    encoding = source.encoding or "utf-8"
    try:
        if number == 1 and data.startswith(UTF16_MARKS):
            raise UnicodeDecodeError(encoding, data, 0, 2, "UTF-16")
        if encoding == "gb18030" and _is_utf8(data):
            raise UnicodeDecodeError(encoding, data, 0, 1, "UTF-8")
        return data.decode(encoding).removesuffix("\n")
    except UnicodeDecodeError as error:
        column = len(data[: error.start].decode(encoding, "replace")) + 1
        code = "SR544" if encoding == "gb18030" else "SR510"
        diagnostics.add(code, Span(source.name, number, column, number, column + 1))
        return None


def _is_utf8(data: bytes) -> bool:
    """Whether a line that is said to be GB18030 is Chinese in UTF-8: as GB18030 it could be read, to other words.

    The bytes of a few characters may be both; of as many as are asked for here, they are not by chance.
    """
    try:
        return len(_CHINESE.findall(data.decode("utf-8"))) >= _PROOF
    except UnicodeDecodeError:
        return False
