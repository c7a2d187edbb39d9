"""Arguments that commands share, and how their texts are read."""

from __future__ import annotations

import re
import sys
from argparse import SUPPRESS, Action, ArgumentError, ArgumentParser, ArgumentTypeError, HelpFormatter, Namespace
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from importlib import import_module
from typing import Any, Final, NoReturn

from supervision_rules.catalogue import Lang
from supervision_rules.catalogue.help import HELP
from supervision_rules.cli.exits import FAILED
from supervision_rules.cli.mistakes import TWICE, mistake
from supervision_rules.reports.columns import visible

PROGRAM: Final = "supervision-rules"


class Parser(ArgumentParser):
    """A parser whose help is in the reader's language."""

    def __init__(self, *, lang: Lang = "zh", example: str = "", add_help: bool = True, **options: Any) -> None:
        super().__init__(formatter_class=partial(_Formatter, lang=lang), allow_abbrev=False, add_help=False, **options)
        self.lang = lang
        self.example = example
        self._positionals.title, self._optionals.title = HELP["arguments"][lang], HELP["options"][lang]
        if add_help:
            self.option("-h", "--help", about="help", action="help")

    def option(self, *names: str, about: str, **options: Any) -> None:
        """Add an argument; ``about`` is the key of its help. An option that takes one value is given once."""
        if names[0].startswith("-"):
            options.setdefault("action", Once)
        self.add_argument(*names, help=HELP[about][self.lang], **options)

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        problem = HELP["bad-arguments"][self.lang].format(problem=mistake(visible(message), self.lang))
        example = HELP["example"][self.lang].format(example=self.example) + "\n" if self.example else ""
        self.exit(FAILED, f"{self.prog}: {problem}\n{example}")


class Once(Action):
    """Keeps the value of an option; a second one is refused, where argparse would take it for the first."""

    def __call__(self, parser: ArgumentParser, namespace: Namespace, value: object, option: str | None = None) -> None:
        given = vars(namespace).setdefault("given_once", set())
        if self.dest in given:
            raise ArgumentError(self, TWICE)
        given.add(self.dest)
        setattr(namespace, self.dest, value)


class ShowVersion(Action):
    """Prints the version; it is looked up only when asked for, since that takes as long as all else together."""

    def __init__(self, option_strings: Sequence[str], dest: str, **options: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, **options)

    def __call__(self, parser: ArgumentParser, *rest: object) -> None:
        parser.exit(message=f"{PROGRAM} {version()}\n")


def version() -> str:
    """The version of the program, as installed."""
    metadata = import_module("importlib.metadata")
    try:
        return str(metadata.version(PROGRAM))
    except metadata.PackageNotFoundError:
        return "0"


class _Formatter(HelpFormatter):
    """Help of one width, whose usage begins in the reader's language."""

    def __init__(self, prog: str, lang: Lang) -> None:
        super().__init__(prog, max_help_position=30, width=100)
        self._usage_prefix = HELP["usage"][lang]

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, self._usage_prefix if prefix is None else prefix)


def common(parser: Parser) -> None:
    """What may stand before or after the name of the command."""
    choice = {"action": "store", "default": SUPPRESS}  # the last counts: an alias of the shell may hold the first
    parser.option("--lang", about="lang", choices=("zh", "en", "auto"), **choice)
    parser.option("--color", about="color", choices=("auto", "always", "never"), **choice)
    parser.option("--debug", about="debug", action="store_true", default=SUPPRESS)


def output(parser: Parser) -> None:
    parser.option("--format", about="format", choices=("text", "json"), default="text")


def records(parser: Parser) -> None:
    """Which records are judged, and how."""
    parser.option("records", about="records", nargs="+", metavar="RECORDS")
    of_records(parser)


def of_records(parser: Parser) -> None:
    """How records are read, and by which working days they are judged."""
    parser.option("--encoding", about="encoding", choices=("utf-8", "gb18030"))
    parser.option("--type", about="type", metavar="TYPE")
    parser.option("--notices", about="notices", action="append", default=[], metavar="FILE")


def judgement(parser: Parser) -> None:
    """By which packs, as of which day, under which readings."""
    parser.option("--pack", about="pack", action="append", required=True, metavar="PACK")
    parser.option("--as-of", about="as-of", required=True, type=day(parser.lang), metavar="DATE")
    parser.option(
        "--reading", about="reading", action="append", default=[], type=reading(parser.lang), metavar="ID=OPTION"
    )


def day(lang: Lang) -> Callable[[str], date]:
    """A reader of dates."""
    numbers = _reader(lambda text: _numbers(text, (4, 2, 2)), "bad-date", lang)
    return _reader(lambda text: date(*numbers(text)), "no-such-day", lang)


def count(lang: Lang) -> Callable[[str], int]:
    """A reader of whole numbers from zero."""
    return _reader(lambda text: _whole(text, r"[0-9]{1,9}"), "bad-count", lang)


def whole(lang: Lang) -> Callable[[str], int]:
    """A reader of whole numbers."""
    return _reader(lambda text: _whole(text, r"-?[0-9]{1,9}"), "bad-whole", lang)


def percentage(lang: Lang) -> Callable[[str], int]:
    """A reader of whole percentages."""
    return _reader(_percentage, "bad-percentage", lang)


def month(lang: Lang) -> Callable[[str], date]:
    """A reader of months, as their first day."""
    return _reader(lambda text: date(*_numbers(f"{text}-01", (4, 2, 2))), "bad-month", lang)


def reading(lang: Lang) -> Callable[[str], tuple[str, str]]:
    """A reader of ``reading=option``."""
    return _reader(_pair, "bad-reading", lang)


def _pair(text: str) -> tuple[str, str]:
    name, sign, option = text.partition("=")
    if not (name and sign and option):
        raise ValueError(text)
    return name, option


def _percentage(text: str) -> int:
    value = _whole(text.removesuffix("%"), r"[0-9]{1,3}")
    if value > 100:
        raise ValueError(text)
    return value


def _whole(text: str, pattern: str) -> int:
    if not re.fullmatch(pattern, text):
        raise ValueError(text)
    return int(text)


def _numbers(text: str, lengths: tuple[int, ...]) -> list[int]:
    """The parts of ``2021-10-08``, each with exactly its number of plain digits."""
    parts = text.split("-")
    if [len(part) for part in parts] != list(lengths) or not (text.isascii() and all(part.isdigit() for part in parts)):
        raise ValueError(text)
    return [int(part) for part in parts]


def _reader(read: Callable[[str], Any], problem: str, lang: Lang) -> Callable[[str], Any]:
    def reader(text: str) -> Any:
        try:
            return read(text)
        except ValueError:
            raise ArgumentTypeError(HELP[problem][lang].format(given=text)) from None

    return reader
