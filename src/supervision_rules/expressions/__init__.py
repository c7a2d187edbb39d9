"""The expressions of a pack: text → checked tree, and its two evaluators."""

from __future__ import annotations

from supervision_rules.expressions.exact import Number
from supervision_rules.expressions.fast import compile_choice, compile_doubt, compile_fast
from supervision_rules.expressions.functions import FUNCTIONS
from supervision_rules.expressions.parse import parse
from supervision_rules.expressions.reference import Traced, reference, tracer
from supervision_rules.expressions.scan import Place, names_in
from supervision_rules.expressions.scope import Function, Scope
from supervision_rules.expressions.tree import NOT_CONSTANT, Checked, Missing, Node
from supervision_rules.expressions.types import BOOL, DATE, MOMENT, NUMBER, TEXT, TEXTS, Type
from supervision_rules.expressions.values import Interval, Numeric, Value, interval
from supervision_rules.expressions.ways import may_be

__all__ = [
    "BOOL",
    "DATE",
    "MOMENT",
    "FUNCTIONS",
    "NOT_CONSTANT",
    "NUMBER",
    "TEXT",
    "TEXTS",
    "Checked",
    "Function",
    "Interval",
    "Missing",
    "Node",
    "Number",
    "Numeric",
    "Place",
    "Scope",
    "Traced",
    "Type",
    "Value",
    "compile_choice",
    "compile_doubt",
    "compile_fast",
    "interval",
    "may_be",
    "names_in",
    "parse",
    "reference",
    "tracer",
]
