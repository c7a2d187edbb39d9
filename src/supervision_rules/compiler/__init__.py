"""Pack → CompiledPack: names and references resolved, expressions bound, rules ordered by what they read."""

from __future__ import annotations

from supervision_rules.compiler.compile import compile_pack, compile_sound
from supervision_rules.compiler.compiled import CompiledPack
from supervision_rules.compiler.declare import governance_readings
from supervision_rules.compiler.ground import Ground, ground_of
from supervision_rules.compiler.reach import Reach, Uses
from supervision_rules.compiler.succession import ALWAYS, Stretch, stretches, succeed
from supervision_rules.compiler.variants import check_variants
from supervision_rules.compiler.versions import InTime

__all__ = [
    "ALWAYS",
    "CompiledPack",
    "Ground",
    "InTime",
    "Reach",
    "Stretch",
    "Uses",
    "check_variants",
    "compile_pack",
    "compile_sound",
    "governance_readings",
    "ground_of",
    "stretches",
    "succeed",
]
