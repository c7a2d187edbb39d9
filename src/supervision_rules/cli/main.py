"""The entry point: finds the command, loads it alone, runs it, and turns whatever happens into an exit code."""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Any, Final

from supervision_rules.catalogue import Bilingual, Lang
from supervision_rules.catalogue.help import EXAMPLES, HELP
from supervision_rules.catalogue.system import system_reason
from supervision_rules.cli.arguments import PROGRAM, Parser, ShowVersion, common
from supervision_rules.cli.console import Console, console_for
from supervision_rules.cli.exits import BUG, FAILED, INTERRUPTED, PIPE_CLOSED, CannotRun, refuse
from supervision_rules.reports.diagnostics import diagnostics_text
from supervision_rules.reports.style import Style

_OUTPUT: Final = Bilingual("输出", "the output")
FORMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "new": "supervision_rules.cli.new",
        "check": "supervision_rules.cli.check",
        "evaluate": "supervision_rules.cli.evaluate",
        "explain": "supervision_rules.cli.explain",
        "codes": "supervision_rules.cli.codes",
        "replay": "supervision_rules.cli.replay",
        "diff": "supervision_rules.cli.diff",
        "list": "supervision_rules.cli.list",
        "show": "supervision_rules.cli.show",
        "calendar": "supervision_rules.cli.calendar",
        "test": "supervision_rules.cli.test",
        "schema": "supervision_rules.cli.schema",
    }
)
"""Where each command lives; its module is imported when it is chosen, so that the others cost nothing. ``codes`` is
``explain`` asked about a code, by the key of its help.
"""
COMMANDS: Final = tuple(form for form in FORMS if form != "codes")
_CODE: Final = re.compile(r"(?i)sr[0-9]\w*|sr|--list")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; the exit code."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    console = console_for(arguments)
    try:
        code = _run(arguments, console)
        console.flush()
    except CannotRun as problem:
        code = _tell(console, problem)
    except BrokenPipeError:
        code = _abandon(PIPE_CLOSED)
    except OSError as problem:
        _tell(console, refuse("SR903", path=problem.filename or _OUTPUT, reason=system_reason(problem)))
        code = _abandon(FAILED)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as problem:  # noqa: BLE001 - a bug must not look like a finding
        code = _bug(console, problem, "--debug" in arguments)
    return code


def _run(arguments: Sequence[str], console: Console) -> int:
    place = next((place for place, argument in enumerate(arguments) if argument in COMMANDS), len(arguments))
    try:
        if place == len(arguments):
            _overview(console.lang).parse_args(arguments)
            return FAILED
        form = _form(arguments[place], arguments[place + 1 :])
        module = import_module(FORMS[form])
        given = _options(console.lang).parse_args(arguments[:place])
        parser = _parser(form, module, console.lang)
        # Files may stand before, between and after the options.
        given = parser.parse_intermixed_args(arguments[place + 1 :], given)
    except SystemExit as leaving:  # argparse leaves this way after --help and on wrong arguments
        return leaving.code if isinstance(leaving.code, int) else FAILED
    code = module.run(given, console)
    assert isinstance(code, int)  # every command returns its exit code
    return code


def _form(command: str, rest: Sequence[str]) -> str:
    """Which form of the command is meant: ``explain`` without a subject is asked about a code."""
    about_codes = command == "explain" and any(map(_CODE.fullmatch, rest))
    return "codes" if about_codes and not any(word.startswith("--subject") for word in rest) else command


def _options(lang: Lang) -> Parser:
    """What may stand before the command."""
    options: dict[str, Any] = {"prog": PROGRAM, "description": HELP["program"][lang], "epilog": HELP["exit"][lang]}
    parser = Parser(lang=lang, example=f"{PROGRAM} {EXAMPLES['evaluate']}", **options)
    common(parser)
    parser.option("--version", about="version", action=ShowVersion)
    return parser


def _overview(lang: Lang) -> Parser:
    """The options and all commands, for the help of the program."""
    parser = _options(lang)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", title=HELP["command"][lang])
    for name in COMMANDS:
        commands.add_parser(name, lang=lang, help=HELP[name][lang])
    return parser


def _parser(name: str, module: ModuleType, lang: Lang) -> Parser:
    about = HELP[name][lang]
    example = f"{PROGRAM} {EXAMPLES[name]}"
    command = EXAMPLES[name].partition(" ")[0]
    options: dict[str, Any] = {"prog": f"{PROGRAM} {command}", "description": about, "epilog": HELP["exit"][lang]}
    parser = Parser(lang=lang, example=example, **options)
    module.arguments(parser)
    common(parser)
    # Where options and files may be mixed, argparse would cut as much from the usage as its own "usage: " is long.
    parser.usage = parser.format_usage().removeprefix(HELP["usage"][lang])
    return parser


def _tell(console: Console, problem: CannotRun) -> int:
    found = problem.diagnostics
    with suppress(OSError):  # nobody may be there to be told; the exit code says it, too
        console.tell(diagnostics_text(found.sorted(), console.lang, Style(console.colour), found.left_out))
    return FAILED


def _abandon(code: int) -> int:
    """Drop the output that could not be written, so that Python does not try again while it shuts down."""
    sys.stdout = None
    return code


def _bug(console: Console, problem: Exception, debug: bool) -> int:
    """A bug of ours, told with an id by which two reports of one bug can be known; the same bug has the same id."""
    frames = [(frame.filename.rpartition("/")[2], frame.name) for frame in traceback.extract_tb(problem.__traceback__)]
    kind = type(problem).__name__
    report = sha256(repr((kind, frames)).encode()).hexdigest()[:10]
    _tell(console, refuse("SR902", kind=kind, report=report))
    if debug:
        console.tell("".join(traceback.format_exception(problem)))
    return BUG
