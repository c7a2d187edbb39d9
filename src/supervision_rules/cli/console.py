"""Where a command reads its surroundings and writes to: streams, language, colour."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TextIO

from supervision_rules.catalogue import Lang

LANGUAGE_VARIABLE: Final = "SUPERVISION_RULES_LANG"


@dataclass(frozen=True, slots=True)
class Console:
    """The language to speak, whether in colour, and the streams."""

    lang: Lang
    colour: bool
    out: TextIO | None
    err: TextIO | None

    def write(self, text: str) -> None:
        """Text to the standard output; what its encoding lacks is written as escapes."""
        out = _open(self.out)
        if hasattr(out, "buffer"):
            self.write_bytes(text.replace("\n", os.linesep).encode(out.encoding, out.errors or "strict"))
        else:
            out.write(text)

    def write_bytes(self, data: bytes) -> None:
        """Machine formats are UTF-8 whatever the screen's encoding."""
        out = _open(self.out)
        out.flush()
        left = memoryview(data)
        while left:
            # Where Python does not buffer (-u, PYTHONUNBUFFERED), a full pipe or disk takes only a part.
            taken = out.buffer.write(left)
            if not taken:
                raise BlockingIOError(errno.EAGAIN, "standard output takes nothing")
            left = left[taken:]

    def tell(self, text: str) -> None:
        """Text to the standard error, if there is one."""
        if self.err is not None:
            self.err.write(text)

    def flush(self) -> None:
        for stream in (self.out, self.err):
            if stream is not None:
                stream.flush()


def _open(stream: TextIO | None) -> TextIO:
    if stream is None:
        raise OSError(errno.EBADF, "standard output is closed")
    return stream


def console_for(arguments: Sequence[str]) -> Console:
    """The console as the arguments and the environment want it, before the arguments are parsed."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    lang = language(_option(arguments, "--lang"), os.environ)
    return Console(lang, colour(_option(arguments, "--color"), os.environ, sys.stdout), sys.stdout, sys.stderr)


def _option(arguments: Sequence[str], name: str) -> str:
    """The value given to an option, the last if it is given twice, "auto" where it is not."""
    found = "auto"
    for place, argument in enumerate(arguments):
        if argument.startswith(f"{name}="):
            found = argument.partition("=")[2]
        elif argument == name and place + 1 < len(arguments):
            found = arguments[place + 1]
    return found


def language(asked: str, environment: Mapping[str, str]) -> Lang:
    """The option, else our variable, else the locale's: English if it begins with en, else Chinese."""
    named = asked if asked in ("zh", "en") else environment.get(LANGUAGE_VARIABLE, "")
    if named not in ("zh", "en"):
        named = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "en" if named.lower().startswith("en") else "zh"


def colour(asked: str, environment: Mapping[str, str], stream: TextIO | None) -> bool:
    """--color, NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE, in this order, else whether a person is looking."""
    if asked in ("always", "never"):
        return asked == "always"
    if environment.get("NO_COLOR"):
        return False
    if any(environment.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return stream is not None and stream.isatty() and environment.get("TERM") != "dumb"
