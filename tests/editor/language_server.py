"""A client of a language server over stdio: what an editor asks for, and what it is told."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

WAIT = 60
"""Seconds until a server that does not end is given up."""
NO_SETTINGS: Mapping[str, Any] = MappingProxyType({})
SETTINGS: Mapping[str, Any] = MappingProxyType(
    {
        "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}},
        **{name: {} for name in ("http", "[yaml]", "editor", "files")},
    }
)
ABILITIES: Mapping[str, Any] = MappingProxyType(
    {
        "workspace": {"configuration": True, "workspaceFolders": False},
        "textDocument": {
            "completion": {
                "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]},
            },
            "hover": {"contentFormat": ["markdown", "plaintext"]},
            "publishDiagnostics": {},
        },
    }
)


class LanguageServer:
    """yaml-language-server at work in a folder, as an editor starts it."""

    def __init__(self, command: Sequence[str], folder: Path, settings: Mapping[str, Any] = NO_SETTINGS) -> None:
        self.process = subprocess.Popen(
            [*command, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder
        )
        self.folder = folder
        self.asked = 0
        self.told: dict[str, list[Any]] = {}
        self.settings = {**SETTINGS, "yaml": {**SETTINGS["yaml"], **settings}}
        self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": dict(ABILITIES)})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": self.settings})

    def open(self, path: Path, text: str) -> list[Any]:
        """The diagnostics of a file with this text."""
        uri = path.as_uri()
        self.told.pop(uri, None)
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        while uri not in self.told:
            self._hear()
        return self.told[uri]

    def close(self, path: Path) -> None:
        self.tell("textDocument/didClose", {"textDocument": {"uri": path.as_uri()}})

    def complete(self, path: Path, line: int, character: int) -> list[Any]:
        """What may be written at a place, both counted from 0."""
        found = self.ask("textDocument/completion", _place(path, line, character))
        return list(found["items"])

    def hover(self, path: Path, line: int, character: int) -> str:
        """What is shown of a place."""
        found = self.ask("textDocument/hover", _place(path, line, character))
        return str(found["contents"]["value"]) if found else ""

    def ask(self, method: str, given: Mapping[str, Any]) -> Any:
        """The answer to a request."""
        self.asked += 1
        self._send({"id": self.asked, "method": method, "params": given})
        while True:
            message = self._hear()
            if message.get("id") == self.asked and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def tell(self, method: str, given: Mapping[str, Any]) -> None:
        self._send({"method": method, "params": given})

    def end(self) -> None:
        self.ask("shutdown", {})
        self.tell("exit", {})
        self.process.wait(WAIT)
        for stream in (self.process.stdin, self.process.stdout):
            assert stream is not None
            stream.close()

    def _send(self, message: Mapping[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self.process.stdin.flush()

    def _hear(self) -> Any:
        """The next message; questions of the server are answered, diagnostics kept."""
        stream = self.process.stdout
        assert stream is not None
        length = 0
        while line := stream.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server has ended"
        message = json.loads(stream.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, message: Mapping[str, Any]) -> Any:
        """What an editor says of its settings."""
        if message["method"] != "workspace/configuration":
            return None
        return [self.settings.get(each.get("section")) for each in message["params"]["items"]]


def _place(path: Path, line: int, character: int) -> Mapping[str, Any]:
    return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": character}}
