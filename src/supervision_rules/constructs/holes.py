"""Values for which a rule holds, and none of its cases does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial, reduce
from operator import and_, or_

from supervision_rules.constructs.reachable import asks_rules, known_of
from supervision_rules.expressions import Checked
from supervision_rules.expressions.cells import conjuncts, is_cut, keys_of
from supervision_rules.language.binding import Binder
from supervision_rules.language.expression import Expression
from supervision_rules.language.origins import UNKNOWN


def tell_holes(binder: Binder, when: Expression, conditions: Sequence[Expression], inner: bool = False) -> None:
    """Warn of values for which the rule holds and no case does, where it is sure that there may be such.

    With ``inner`` only of a number or day between others for which some case does, where all cases ask about it: what
    lies below or above all, and a level that is left out, may be meant so.
    """
    cases = [each.checked for each in conditions]
    tell = partial(_tell_holes, binder, when.checked, cases, inner)
    if any(map(asks_rules, (when.checked, *cases))):
        binder.later.append(tell)
    else:
        tell()


def _tell_holes(binder: Binder, when: Checked, cases: Sequence[Checked], inner: bool) -> None:
    guards = _guards(binder, when, cases)
    if guards is None or not all(map(is_cut, cases)):
        return
    asked, shared = guards
    known = known_of(binder, (*cases, *asked))
    cells = known.cells((*cases, *asked))
    of_one_kind = "kind" in known.possible and binder.subject in binder.declarations.kinds  # the others are no holes
    if cells is None or of_one_kind or known.loose or not all(map(known.may_be_any, cells.axes)):
        return
    applies = reduce(and_, (cells.answer(each)[0] for each in asked), cells.real)
    answers = [cells.answer(each) for each in cases]
    holes = reduce(and_, (fails for _, fails in answers), applies)
    if inner or shared:
        covered = applies & reduce(or_, (holds for holds, _ in answers), 0)
        along = [
            key for key, axis in cells.axes.items() if axis.ordered and all(key in keys_of(each) for each in cases)
        ]
        holes &= reduce(or_, (cells.between(covered, key) for key in along), 0)
    if holes:
        binder.report("SR327", "cases", example=cells.example(holes, holes & -holes))


def _guards(binder: Binder, when: Checked, cases: Sequence[Checked]) -> tuple[list[Checked], bool] | None:
    """What the rule asks of the names of its cases, and whether it asks anything else that hangs together with them.

    None where that cannot be told. What it asks of other names may hold at any value of these.
    """
    asked, shared, names = list[Checked](), False, frozenset[str]().union(*(each.names for each in cases))
    own, keys = _roots(binder, names), frozenset[object]().union(*map(keys_of, cases))
    of_rules = any(map(asks_rules, cases))
    for part in conjuncts(when):
        roots = _roots(binder, part.names)
        common, same = roots & own, keys & keys_of(part)
        if of_rules and not same:  # results may hang on all but what is on record of the subject itself
            if asks_rules(part) or not all("." in root for root in roots):
                return None
        elif same or part.names & names or (common and is_cut(part) and not known_of(binder, (*cases, part)).loose):
            if not is_cut(part):
                return None
            asked.append(part)
        elif any("." in root for root in common):
            return None
        else:
            shared = shared or bool(common)
    return asked, shared


def _roots(binder: Binder, names: Iterable[str]) -> frozenset[str]:
    """What the values of these names come from."""
    origins = binder.declarations.origins.get(binder.declarations.base(binder.subject), {})
    return frozenset[str]().union(*(origins.get(name, UNKNOWN).roots for name in names))
