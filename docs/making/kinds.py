"""The page of each kind of rule: what it is for, an example with its cases (written by hand), and its keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from docs.making.key_words import LEGEND
from docs.making.tables import model_tables

from supervision_rules.kinds import KINDS, AnyKind
from supervision_rules.language.answers import RESULTS

FRAGMENTS: Final = Path(__file__).parent / "fragments"
SHARED: Final = (
    "每条规则都有的项目（`id`、`label`、`cite`、`severity`、`readings`、`unquoted`、`note`）见"
    "[规则包的项目](../reference.md#各种规则共有的项目-rulespec)。加粗的必须写。\n\n"
    "The keys that every rule has are in the [reference](../reference.md); those in bold must be written."
)


def kind_page(kind: AnyKind) -> str:
    """The page of one kind."""
    zh, en = kind.label
    return "\n\n".join(
        (
            f"# {zh} `{kind.name}` ({en})",
            f"项目表由 `kinds/{kind.name}.py` 生成，其余由 `docs/making/fragments/{kind.name}.md` 来。"
            "Generated; change those files instead.",
            (FRAGMENTS / f"{kind.name}.md").read_text(encoding="utf-8").strip(),
            *model_tables(kind.model, own=True),
            LEGEND,
            SHARED,
            *_asked(kind),
        )
    )


def _asked(kind: AnyKind) -> Iterator[str]:
    """What other rules may ask of a rule of this kind."""
    if kind.gives:
        rows = [f'- `{name}("代号")`：{zh}（{en}）' for name, (_, _, (zh, en)) in RESULTS.items() if name in kind.gives]
        yield "## 别的规则可以问它 (what other rules may ask)\n\n" + "\n".join(rows)


def kinds_index() -> str:
    """The list of all kinds."""
    rows = [f"| [`{kind.name}`]({kind.name}.md) | {kind.label[0]} | {kind.label[1]} |" for kind in KINDS.values()]
    made = "由规则种类表和 `docs/making/kinds.md` 生成。Generated from the table of kinds and that file."
    table = "\n".join(("| kind | 种类 | English |", "| --- | --- | --- |", *rows))
    more = FRAGMENTS.parent / "kinds.md"
    return "\n\n".join(("# 规则的种类 (kinds of rules)", made, table, more.read_text(encoding="utf-8").strip()))
