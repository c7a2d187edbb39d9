"""Every message of the library in Chinese and English: the one table of codes, by stage.

A code is never reused. Each has a page in ``docs/diagnostics/`` whose examples are run by a test.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from supervision_rules.catalogue.analysis import ANALYSIS
from supervision_rules.catalogue.calendar import CALENDAR
from supervision_rules.catalogue.cases import CASES
from supervision_rules.catalogue.checking import CHECKING
from supervision_rules.catalogue.conflicts import CONFLICTS
from supervision_rules.catalogue.entry import Bilingual, Entry, Lang, Severity
from supervision_rules.catalogue.expressions import EXPRESSIONS
from supervision_rules.catalogue.internal import INTERNAL
from supervision_rules.catalogue.points import POINTS
from supervision_rules.catalogue.record_files import RECORD_FILES
from supervision_rules.catalogue.record_types import RECORD_TYPES
from supervision_rules.catalogue.records import RECORDS
from supervision_rules.catalogue.rules import RULES
from supervision_rules.catalogue.shape import SHAPE
from supervision_rules.catalogue.sources import SOURCES
from supervision_rules.catalogue.tests import TESTS
from supervision_rules.catalogue.time import TIME
from supervision_rules.catalogue.windows import WINDOWS
from supervision_rules.catalogue.wording import WORDING
from supervision_rules.catalogue.yaml import YAML

CODES: Mapping[str, Entry] = MappingProxyType(
    YAML
    | SHAPE
    | RULES
    | WORDING
    | EXPRESSIONS
    | ANALYSIS
    | CASES
    | CONFLICTS
    | POINTS
    | TIME
    | WINDOWS
    | CALENDAR
    | RECORD_TYPES
    | RECORD_FILES
    | RECORDS
    | TESTS
    | SOURCES
    | INTERNAL
    | CHECKING
)

__all__ = ["CODES", "SOURCES", "Bilingual", "Entry", "Lang", "Severity"]
