"""Writes the pages and schemas that are made from the source: ``python -m docs.generate [--check]``.

With ``--check`` nothing is written; what is stale is named and the exit code is 1.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from docs.making.api import api_page
from docs.making.codes import codes_page
from docs.making.commands import commands_page
from docs.making.kinds import kind_page, kinds_index
from docs.making.reference import cases_tables, functions_page, reference_page

from supervision_rules.editor import SCHEMAS, schema_file, schema_text
from supervision_rules.kinds import KINDS
from supervision_rules.records import render_vocabulary, shared_vocabulary
from supervision_rules.reports.diff_schema import diff_schema
from supervision_rules.reports.json import to_bytes
from supervision_rules.reports.schema import result_schema
from supervision_rules.reports.sensitivity_json import sensitivity_schema

DOCS: Final = Path(__file__).parent


def generated() -> dict[str, bytes]:
    """The content of every generated file, by its path under ``docs``."""
    files = {name: f"{text.rstrip()}\n".encode() for name, text in _pages()}
    schemas = {f"schema/{schema_file(name)}": schema_text(name).encode() for name in SCHEMAS}
    written = {"result": result_schema, "diff": diff_schema, "sensitivity": sensitivity_schema}
    return files | schemas | {f"schema/{schema_file(name)}": to_bytes(made()) for name, made in written.items()}


def _pages() -> Iterator[tuple[str, str]]:
    yield "api.md", api_page()
    yield "cli.md", commands_page()
    yield "vocabulary.md", render_vocabulary(shared_vocabulary())
    yield "diagnostics/README.md", codes_page()
    yield "language/reference.md", reference_page()
    yield "language/cases-reference.md", cases_tables()
    yield "language/functions.md", functions_page()
    yield "language/kinds/README.md", kinds_index()
    for name, kind in KINDS.items():
        yield f"language/kinds/{name}.md", kind_page(kind)


def stale(folder: Path = DOCS) -> list[str]:
    """The generated files that are not as they would be written now, those that are missing included."""
    return [name for name, content in generated().items() if _read(folder / name) != content]


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def main() -> int:
    parser = ArgumentParser(description="生成文档 (generate the documentation)")
    parser.add_argument("--check", action="store_true", help="只比较，不写 (compare only)")
    if parser.parse_args().check:
        found = stale()
        sys.stderr.writelines(f"docs/{name}: 与源代码不符，运行 python -m docs.generate (stale)\n" for name in found)
        return 1 if found else 0
    for name, content in generated().items():
        (DOCS / name).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / name).write_bytes(content)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
