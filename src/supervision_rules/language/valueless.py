"""What has no value because nobody judged it, or no day is set, as against what has one that is unknown."""

from __future__ import annotations

from supervision_rules.expressions import Traced
from supervision_rules.expressions.functions import ASKING_FOR_DOUBT
from supervision_rules.expressions.tree import Call, Conditional, Name, Node
from supervision_rules.expressions.values import conjunction, disjunction
from supervision_rules.language.seen import elsewhere
from supervision_rules.world import Row


def is_valueless(traced: Traced, row: Row) -> bool | None:
    """Whether an expression traced for ``row`` came to nothing by asking for what there is not.

    As the points of a score that did not judge the subject, or the due day of a limit whose clock stands still. Such a
    one is left out of sums, means, extremes and rankings, and lies in no window. None where it is in doubt whether
    there is one.
    """
    node = traced.node
    if traced.value is not None:
        return False
    if isinstance(node, Call) and node.function.valueless is not None:
        return node.function.valueless(row, node.literal, *(part.value for part in traced.parts[1:]))
    if isinstance(node, Name):
        about, name = elsewhere(node.name, row) or (row, node.name)
        derived = about.world.schema.derived[about.type].get(name)
        value = derived.expression if derived is not None and derived.way == "value" else None
        return is_valueless(value.trace(about), about) if value is not None else False
    lacking = tuple(is_valueless(part, row) for part in traced.parts if part.value is None)
    return conjunction(lacking) if _has_others(node) else disjunction(lacking)


def _has_others(node: Node) -> bool:
    """Whether there is a value where one of the parts has none: it is their lack of all that counts."""
    return isinstance(node, Conditional) or (isinstance(node, Call) and node.function.call in ASKING_FOR_DOUBT)
