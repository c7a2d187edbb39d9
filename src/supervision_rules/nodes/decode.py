"""Bytes to text: UTF-8 and nothing else, but with the proof of what it is where it is something else."""

from __future__ import annotations

import codecs
import re
from typing import Final

from supervision_rules.diagnostics import Collector, Span
from supervision_rules.nodes.model import Limits

NO_TEXT: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"\x1f\x8b")
WIDE_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
FOREIGN: Final = re.compile(r"[^\x00-\x7f]")
CHINESE: Final = re.compile(r"[\u4e00-\u9fff\u3000-\u3011\u2014\u2018\u2019\u201c\u201d\u2026\uff01-\uff5e]")


def decode(data: bytes | str, source: str, diagnostics: Collector, limits: Limits) -> str | None:
    """The text of ``data`` with ``\\n`` for ``\\r\\n`` and without a byte order mark, made known to the collector."""
    if len(data) > limits.size:
        diagnostics.add("SR034", _at(source, ""), limit=limits.size // 1024)
        return None
    text = data if isinstance(data, str) else _decoded(data, source, diagnostics)
    if text is None:
        return None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    diagnostics.register(source, text)
    return text


def _decoded(data: bytes, source: str, diagnostics: Collector) -> str | None:
    if data.startswith(NO_TEXT):
        diagnostics.add("SR048", _at(source, ""))
        return None
    if data.startswith(WIDE_MARKS) or b"\0" in data[:4]:
        diagnostics.add("SR033", _at(source, ""))
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace").removeprefix("\ufeff")
        chinese = _gb18030(data)
        if chinese is not None:
            diagnostics.register(source, chinese.replace("\r\n", "\n"))
        span = _at(source, before.replace("\r\n", "\n"))
        diagnostics.add("SR031" if chinese is None else "SR032", span, byte=f"0x{data[error.start]:02X}")
        return chinese


def _gb18030(data: bytes) -> str | None:
    """The text, if it is GB18030 beyond doubt: it decodes without an error and three quarters of it is Chinese."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    foreign = len(FOREIGN.findall(text))
    return text if foreign and len(CHINESE.findall(text)) * 4 >= foreign * 3 else None


def _at(source: str, before: str) -> Span:
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Span(source, line, column, line, column + 1)
