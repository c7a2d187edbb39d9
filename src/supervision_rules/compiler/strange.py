"""A key that there is not: what of its rule it leaves in doubt, and what not."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_rules import nodes
from supervision_rules.compiler.cutting import Path, part_at
from supervision_rules.diagnostics import Span


def part_around(item: nodes.Node, path: Path) -> Span | None:
    """The innermost step, case or band of a rule that has ``path`` in it; None where it is in none."""
    places = [place for place, step in enumerate(path, 1) if isinstance(step, int)]
    part = part_at(item, path[: places[-1]]) if places else None
    return part.span if part is not None else None


def spans_in_doubt(item: nodes.Node, path: Path) -> Iterator[Span]:
    """Where numbers may stand for which the text under the strange key at ``path`` may have been meant to vouch.

    A text may be the words of the part that it stands in, or the reason why they lack a number, whichever that part
    does not have; words of a part vouch for numbers beside the parts too.
    """
    owner = part_at(item, path[:-1]) if path else None
    if not isinstance(owner, nodes.Mapping) or not _is_text(owner.get(str(path[-1]))):
        return
    worded = any(owner.get(name) is not None for name in ("words", "cite"))
    if worded and owner.get("unquoted") is not None:
        return
    around = part_around(item, path)
    yield item.span if around is None else around
    if around is not None and not worded:
        yield from _beside_parts(item)


def _is_text(node: nodes.Node | None) -> bool:
    texts = node.items if isinstance(node, nodes.Sequence) else (node,)
    return all(isinstance(text, nodes.Scalar) and isinstance(text.value, str) for text in texts)


def _beside_parts(node: nodes.Node) -> Iterator[Span]:
    """The values of a rule that stand in none of its steps, cases and bands."""
    if isinstance(node, nodes.Scalar):
        yield node.span
    elif isinstance(node, nodes.Mapping):
        for _, value in node.entries:
            yield from _beside_parts(value)
    else:
        yield from (item.span for item in node.items if isinstance(item, nodes.Scalar))
