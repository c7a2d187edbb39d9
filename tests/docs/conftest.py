"""The pages of expressions speak of the same names as the tests of expressions."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "expressions"))
