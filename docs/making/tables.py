"""Models as Markdown: a heading, what it is, a table of its keys; and below it the models that its keys lead to.

What they say of themselves is Chinese; the English beside it is that of ``key_words.yaml``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from docs.making.key_words import english
from docs.making.models import Described, Key, Model, described

HEAD = "| 项目 key | 写什么 value | 不写则为 default | 意思 | English |\n| --- | --- | --- | --- | --- |"


def model_tables(model: Model, *, level: int = 2, own: bool = False, without: Collection[str] = ()) -> Iterator[str]:
    """The table of ``model`` and, each once, those of the models within it, save those named ``without``."""
    return (_section(found, level) for found in models_within(model, own=own, without=without))


def models_within(model: Model, *, own: bool = False, without: Collection[str] = ()) -> Iterator[Described]:
    """What is said of ``model`` and, each once, of the models that its keys lead to, save those named ``without``."""
    seen = set(without) | {model.__name__}
    waiting = [(model, own)]
    while waiting:
        current, alone = waiting.pop(0)
        found = described(current, own=alone)
        yield found
        for inner in found.inner:
            if inner.__name__ not in seen:
                seen.add(inner.__name__)
                waiting.append((inner, False))


def _section(found: Described, level: int) -> str:
    name, _, rest = found.meaning.partition("：")
    heading = f"{'#' * level} {name.rstrip('。')} {found.model.__name__}"
    return "\n\n".join(part for part in (heading, rest, english(found.meaning), key_table(found.keys)) if part)


def key_table(keys: tuple[Key, ...]) -> str:
    """The keys as a table; those that must be written are in bold."""
    return "\n".join((HEAD, *(_row(key) for key in keys)))


def _row(key: Key) -> str:
    name = f"**`{key.name}`**" if key.required else f"`{key.name}`"
    default = "必须写" if key.required else key.default
    return "| " + " | ".join((name, key.kind, default, key.meaning, english(key.meaning))) + " |"
