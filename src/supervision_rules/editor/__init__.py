"""What editors need in order to help while a pack or its cases are written."""

from __future__ import annotations

from supervision_rules.editor.published import FOLDER, SCHEMAS, modeline, schema_file, schema_text
from supervision_rules.editor.schemas import cases_schema, pack_schema

__all__ = ["FOLDER", "SCHEMAS", "cases_schema", "modeline", "pack_schema", "schema_file", "schema_text"]
