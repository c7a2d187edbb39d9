"""The document that a pack was written from: its clauses, what the pack quotes of it, what it leaves out."""

from __future__ import annotations

from supervision_rules.sources.accepted import Accepted, read_accepted, written
from supervision_rules.sources.document import Document, read_document
from supervision_rules.sources.held import hold
from supervision_rules.sources.ledger import Held, Ledger
from supervision_rules.sources.left import tell_left, tell_stale

__all__ = [
    "Accepted",
    "Document",
    "Held",
    "Ledger",
    "hold",
    "read_accepted",
    "read_document",
    "tell_left",
    "tell_stale",
    "written",
]
