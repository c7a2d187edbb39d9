"""A word of the text stands for the member of an enumeration, also where several models share the enumeration."""

from __future__ import annotations

from enum import StrEnum

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector
from supervision_rules.shape import Shape, validate


class Light(StrEnum):
    RED = "red"
    GREEN = "green"


class Lamp(Shape):
    light: Light
    parts: list[Lamp] = []


class Street(Shape):
    lamps: list[Lamp]
    usual: Light


def read(text: str) -> tuple[Street | None, list[str]]:
    diagnostics = Collector()
    tree = nodes.read(text, "street.yaml", diagnostics)
    street = validate(Street, tree, diagnostics) if tree is not None else None
    return street, [found.code for found in diagnostics.sorted()]


def test_a_word_is_taken_for_the_member() -> None:
    street, told = read("usual: red\nlamps: [{light: green, parts: [{light: red}]}]\n")
    assert told == []
    assert street is not None
    assert (street.usual, street.lamps[0].light, street.lamps[0].parts[0].light) == (Light.RED, Light.GREEN, Light.RED)


def test_a_word_that_is_no_member_is_told() -> None:
    street, told = read("usual: blue\nlamps: [{light: grey}]\n")
    assert street is None
    assert len(told) == 2
