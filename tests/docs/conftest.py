"""The generator of the docs, and the names that the pages and the tests of expressions share, can be imported."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "expressions")]
