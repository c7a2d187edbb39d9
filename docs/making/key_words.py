"""The English of the keys of packs and cases, by the Chinese that their models are described with."""

from __future__ import annotations

from typing import Final

from supervision_rules.editor.described import key_words, said

__all__ = ["LEGEND", "english", "key_words"]

LEGEND: Final = (
    "“写什么”一栏 (the values)：文字 text，条件 condition，式子 expression，数 number，整数 integer，日期 date，"
    "期限 limit，时段 window，代号 id，名字 name，记录类型 record type，值 value；一组内容 a mapping（见下 below），"
    "若干组内容 a list of mappings，一串 a list of，每行一个代号和 a mapping from ids to，或 or。"
    "“必须写”的加粗 (bold keys must be written)，“—”是没有 (none)。"
)


def english(chinese: str) -> str:
    """The English of a model or a key; empty where it is not written yet, which a test tells."""
    return said(chinese, "en")
