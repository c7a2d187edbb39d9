"""Records: what happened, as a vocabulary declares it; the register of units and persons; reading a batch of them."""

from __future__ import annotations

from supervision_rules.records.batch import Batch
from supervision_rules.records.check import Place, check
from supervision_rules.records.declarations import FieldSpec, TypeSpec, Vocabulary
from supervision_rules.records.document import render_vocabulary
from supervision_rules.records.models import Models, Record, build_models
from supervision_rules.records.reading import read_batch
from supervision_rules.records.settle import settle
from supervision_rules.records.shared import extended, places, read_vocabulary, shared_vocabulary
from supervision_rules.records.source import Source

__all__ = [
    "Batch",
    "FieldSpec",
    "Models",
    "Place",
    "Record",
    "Source",
    "TypeSpec",
    "Vocabulary",
    "build_models",
    "check",
    "extended",
    "places",
    "read_batch",
    "read_vocabulary",
    "render_vocabulary",
    "settle",
    "shared_vocabulary",
]
