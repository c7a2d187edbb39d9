"""Every command, snippet and piece of a pack that the documentation shows is run, and gives what is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from doc_examples import pack
from doc_pages import ROOT, Fence, fences, name_of, written_pages
from doc_steps import with_change, with_piece

from supervision_rules.cli.main import main
from supervision_rules.diagnostics import Collector

HEAD = """\
pack: demo
label: 示例
version: 1.0.0
language: 1
document: {title: 示例文件, issuer: 某市人民政府}
"""
PROGRAMS = ("supervision-rules ", "python -I -m supervision_rules ")
ANY_LINES = "…"
TARGET = re.compile(r"^make (\w+)", re.MULTILINE)
PAGES = {name_of(page): page for page in written_pages()}
APART = ("README.md", "docs/tutorial/README.md")
"""Pages that are followed in an empty folder, as they say themselves: the second by test_tutorial."""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that has the packs and the examples, and in which files may be written."""
    for name in ("examples", "policies", "docs", "src"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUPERVISION_RULES_LANG", "zh")
    return tmp_path


@pytest.mark.parametrize("name", [name for name in PAGES if name not in APART])
def test_page(name: str, office: Path) -> None:
    """Files that the page shows are written, its commands and snippets run, from top to bottom."""
    follow(name, office)


def test_the_readme_in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it says itself."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUPERVISION_RULES_LANG", "zh")
    follow("README.md", tmp_path)


def follow(name: str, folder: Path) -> None:
    session = Session(folder)
    for fence in fences(PAGES[name]):
        match fence.language:
            case "console":
                session.console(fence.text)
                session.mend()
            case "diff":
                session.mistake(fence)
            case "yaml" if fence.label.endswith(".yaml +"):
                session.add(fence)
            case "python":
                session.python(fence.text)
            case "output":
                assert session.printed == fence.text
            case "yaml" | "jsonl" | "json" | "csv" | "txt" if fence.label.endswith(fence.language):
                session.file(fence)


class Session:
    """What a page does, from top to bottom, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: dict[str, object] = {"__name__": "page"}
        self.printed = ""
        self.code = 0
        self.unmistaken: tuple[Path, str] | None = None

    def add(self, fence: Fence) -> None:
        """The sections of a piece are added to a file of the pages before."""
        path = self.folder / fence.label.removesuffix(" +")
        path.write_text(with_piece(path.read_text(encoding="utf-8"), fence.text), encoding="utf-8")

    def mistake(self, fence: Fence) -> None:
        """A change that the commands below are run with, and that is then undone."""
        path = self.folder / fence.label
        text = path.read_text(encoding="utf-8")
        self.unmistaken = (path, text)
        path.write_text(with_change(text, fence.text), encoding="utf-8")

    def mend(self) -> None:
        if self.unmistaken is not None:
            path, text = self.unmistaken
            path.write_text(text, encoding="utf-8")
        self.unmistaken = None

    def file(self, fence: Fence) -> None:
        path = self.folder / fence.label
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(fence.text, encoding="utf-8")

    def python(self, text: str) -> None:
        stream = _stream()
        with redirect_stdout(stream):
            exec(compile(text, "page", "exec"), self.names)
        self.printed = _text(stream)

    def console(self, text: str) -> None:
        for command, shown in _commands(text):
            printed = self._run(command)
            assert re.fullmatch(_pattern(shown), printed), f"{command}\n{printed}"

    def _run(self, command: str) -> str:
        if command == "echo $?":
            return f"{self.code}\n"
        program = next(program for program in PROGRAMS if command.startswith(program))
        stream = _stream()
        with redirect_stdout(stream), redirect_stderr(stream):
            self.code = main(command.removeprefix(program).split())
        return _text(stream)


def _stream() -> TextIOWrapper:
    return TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True)


def _text(stream: TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, BytesIO)
    return stream.buffer.getvalue().decode()


def _commands(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each command with the lines shown below it."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, *shown = part.splitlines()
        yield command, shown


def _pattern(shown: list[str]) -> str:
    """What is printed must be what is shown; a line with nothing but … stands for any lines."""
    return "".join(r"(?:.*\n)*" if line == ANY_LINES else rf"{re.escape(line)}\n" for line in shown)


def whole(piece: str) -> str:
    """A piece of a pack with what it needs to be one."""
    if piece.startswith("pack:"):
        return piece
    rules = "" if re.search(r"^rules:", piece, re.MULTILINE) else "rules: []\n"
    return HEAD + piece + rules


@pytest.mark.parametrize("name", [name for name in PAGES if name.startswith("docs/language")])
def test_pieces_of_packs_pass_check(name: str) -> None:
    for fence in fences(PAGES[name]):
        if fence.language == "yaml" and fence.label != "cases":
            diagnostics = Collector()
            pack(whole(fence.text), diagnostics)
            told = [(found.code, found.span, found.message("zh")) for found in diagnostics]
            assert [each for each in told if each[0] != "SR360"] == [], fence.text  # a piece need not use all of it


@pytest.mark.parametrize("name", PAGES)
def test_targets_of_make_exist(name: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = {target for fence in fences(PAGES[name]) for target in TARGET.findall(fence.text)}
    assert {target for target in named if not re.search(rf"^{target}:", makefile, re.MULTILINE)} == set()


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    page = PAGES[name]
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    targets = [target.partition("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text)]
    files = [target for target in targets if target and not target.startswith(("http:", "https:"))]
    assert [target for target in files if not (page.parent / target).exists()] == []


def test_a_wrong_output_would_be_noticed(office: Path) -> None:
    with pytest.raises(AssertionError):
        Session(office).console("$ supervision-rules calendar 2021-10\nnothing\n")
    with pytest.raises(AssertionError):
        Session(office).console("$ supervision-rules check liuzhou\n$ echo $?\n1\n")
