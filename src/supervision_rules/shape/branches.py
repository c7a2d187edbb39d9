"""One message per cause: where a union of models failed, only the branch that was meant is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from supervision_rules.shape.places import Fault
from supervision_rules.shape.words import is_number_fault, is_type_fault, number_code


def merge(faults: Iterable[Fault], level: int = 0) -> list[Fault]:
    """The faults, with those of a union's branches reduced to the branch that fits best."""
    merged: list[Fault] = []
    for union, group in groupby(faults, key=lambda each: _union(each, level)):
        found = list(group)
        merged += found if union is None else merge(_best(found, level), level + 1)
    return merged


def _union(fault: Fault, level: int) -> object:
    """What the faults of one union have in common."""
    if level >= len(fault.labels):
        return None
    return fault.path[: fault.labels[level].depth], fault.labels[:level]


def _best(faults: Sequence[Fault], level: int) -> list[Fault]:
    branches: dict[object, list[Fault]] = {}
    for each in faults:
        branches.setdefault(each.labels[level].name, []).append(each)
    if len(branches) == 1:
        return list(faults)
    best = min(branches.values(), key=lambda branch: _distance(branch, level))
    if _distance(best, level)[0]:
        words = {"number": number_code(faults)} if any(map(is_number_fault, faults)) else {}
        return [Fault(_wanted(faults), best[0].message, words, best[0].path, best[0].labels[:level])]
    return best


def _wanted(faults: Sequence[Fault]) -> str:
    """What is told where no branch takes what was written: the one sort of value that would do, if it is one."""
    if all(map(is_number_fault, faults)):
        return "decimal_type"
    return "string_type" if {fault.type for fault in faults} == {"string_type", "list_type"} else "union"


def _distance(branch: Sequence[Fault], level: int) -> tuple[bool, int, int]:
    """How far a branch is from what was written: of another type altogether, else by its number of faults."""
    depth = branch[0].labels[level].depth
    of_type = any(is_type_fault(each) and len(each.path) == depth for each in branch)
    return of_type, len(branch), -max(len(each.path) for each in branch)
