"""What a scalar without quotes means: the core schema of YAML 1.2, narrowed to what nobody can misread.

Whatever YAML 1.1 readers or spreadsheets would take for something else is refused, never guessed.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from supervision_rules.nodes.model import Limits, Value

INTEGER: Final = re.compile(r"0|-?[1-9][0-9]*")
DECIMAL: Final = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
SWITCH: Final = re.compile(r"(?i:yes|no|on|off|y|n|true|false)")
NOTHING: Final = re.compile(r"~|(?i:null)")
CLOCK: Final = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-9]{1,2})+(?:\.[0-9_]*)?")
NUMBER_LIKE: Final = re.compile(
    r"""[-+]?(?:
        0[xX][0-9a-fA-F_]+ | 0[oO][0-7_]+ | 0[bB][01_]+
      | (?:[0-9][0-9_]*(?:\.[0-9_]*)? | \.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?
      | \.(?:inf|Inf|INF)
    ) | \.(?:nan|NaN|NAN)""",
    re.VERBOSE,
)
MERGE: Final = re.compile("<<")
EQUALS: Final = re.compile("=")
AMBIGUOUS: Final = (
    (SWITCH, "SR018"),
    (NOTHING, "SR019"),
    (NUMBER_LIKE, "SR020"),
    (CLOCK, "SR021"),
    (MERGE, "SR011"),
    (EQUALS, "SR009"),
)


ORDINARY: Final = re.compile(r"[^-+.0-9yYnNoOtTfF~<=]")  # what begins with such a character can only be text


def resolve(text: str) -> Value:
    """The value of a plain scalar; what is ambiguous stays text (see ``ambiguity``)."""
    if ORDINARY.match(text):
        return text
    if text in ("", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if INTEGER.fullmatch(text):
        return int(text) if len(text) < 4000 else text
    return Decimal(text) if DECIMAL.fullmatch(text) else text


def ambiguity(text: str, limits: Limits) -> str | None:
    """The code that refuses a plain value, if any."""
    if ORDINARY.match(text) or text in ("", "null", "true", "false"):
        return None
    if INTEGER.fullmatch(text) or DECIMAL.fullmatch(text):
        return _too_long(text, limits)
    return next((code for like, code in AMBIGUOUS if like.fullmatch(text)), None)


def _too_long(text: str, limits: Limits) -> str | None:
    digits = len(text.lstrip("-").replace(".", ""))
    return "SR022" if digits > (limits.decimal if "." in text else limits.integer) else None


def is_text(text: str) -> bool:
    """Whether a plain key is a name: ``on`` is, ``1``, ``true`` and ``~`` are not."""
    if ORDINARY.match(text):
        return True
    if SWITCH.fullmatch(text):
        return text.lower() not in ("true", "false")
    return isinstance(resolve(text), str) and not any(like.fullmatch(text) for like in (NOTHING, NUMBER_LIKE, CLOCK))
