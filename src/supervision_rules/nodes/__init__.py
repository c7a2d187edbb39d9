"""Strict YAML as a tree in which every part knows its place."""

from __future__ import annotations

from supervision_rules.nodes.decode import decode
from supervision_rules.nodes.model import Limits, Mapping, Node, Scalar, Sequence, Value, at, child, locate, plain
from supervision_rules.nodes.reader import read

__all__ = [
    "Limits",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "Value",
    "at",
    "child",
    "decode",
    "locate",
    "plain",
    "read",
]
