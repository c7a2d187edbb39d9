"""What can be known of a sound pack without records: what it declares for nothing, what its tables come to."""

from __future__ import annotations

from supervision_rules.analysis.analyse import analyse
from supervision_rules.analysis.examined import Examined

__all__ = ["Examined", "analyse"]
