"""The entry of the program: finds the command, runs it, and turns every end into an exit code."""

import gc
import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

from rutbreaker.cli import output
from rutbreaker.cli.commands import COMMANDS, Command, command_named
from rutbreaker.cli.exits import INTERRUPTED, PIPE_CLOSED, SIGNALLED, ExitCode, Stopped, code_of
from rutbreaker.clock import Clock
from rutbreaker.errors import BadInput, RutbreakerError
from rutbreaker.paths import find_places


class Called(NamedTuple):
    """What stands before the command and at it: the data file if one was named, and the words from the command on.

    ``plain`` says that panes are to be printed, and the words are their names.
    """

    db: str | None
    words: list[str]
    plain: bool = False


def main(argv: Sequence[str] | None = None, *, clock: Clock | None = None) -> int:
    """Run the program and give its exit code.

    Args:
        argv: the words of the command line without the program's name; the process's own when None.
        clock: the clock to go by instead of the computer's.
    """
    os.umask(0o077)
    _leave_no_dumps()
    output.prepare()
    words = sys.argv[1:] if argv is None else list(argv)
    try:
        code = _run(words, clock)
        output.flush()
    except BaseException as end:  # noqa: BLE001 - the one place where every end becomes an exit code
        code = _code_of_end(end, words)
    if argv is None:
        # The process ends here: what it leaves need not be looked through for garbage once more.
        gc.freeze()
    return code


def _leave_no_dumps() -> None:
    """Have the system keep no picture of the memory, in which a person's words stand, should the program break down."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _run(words: list[str], clock: Clock | None) -> int:
    called = _read_leading_options(words)
    if called is None:
        return ExitCode.DONE
    if called.plain:
        return _print_panes(called, clock)
    if not called.words:
        from rutbreaker.cli.dashboard import open_dashboard

        return open_dashboard(find_places(called.db))
    command = command_named(called.words[0])
    if command is None:
        raise BadInput(_unknown(called.words[0]))
    return _run_command(command, called, clock)


def _run_command(command: Command, called: Called, clock: Clock | None) -> int:
    from importlib import import_module

    from rutbreaker.cli.parser import Parser

    module = import_module(command.module)
    parser = Parser(command.name, command.line)
    module.configure(parser)
    args = parser.read(called.words[1:])

    from rutbreaker.cli.shell import Shell

    return int(module.run(Shell(find_places(args.db or called.db), clock), args))


def _read_leading_options(words: list[str]) -> Called | None:
    """What stands before the command; None when it was only asked for help or the version, which is given here."""
    db, rest, plain = None, list(words), False
    while rest and rest[0].startswith("-"):
        option, equals, value = rest.pop(0).partition("=")
        if option in ("-h", "--help"):
            from rutbreaker.cli.overview import overview

            output.block(overview())
            return None
        if option == "--version":
            from rutbreaker import __version__

            output.line(f"rutbreaker {__version__}")
            return None
        if option == "--plain":
            plain = True
            continue
        if option != "--db":
            raise BadInput(f"There is no option {option}. See: rut --help")
        if not equals and not rest:
            raise BadInput("--db takes the path of a data file.")
        db = value if equals else rest.pop(0)
    return Called(db, rest, plain)


def _print_panes(called: Called, clock: Clock | None) -> int:
    from rutbreaker.cli.plain import show_panes
    from rutbreaker.cli.shell import Shell

    return show_panes(Shell(find_places(called.db), clock), called.words)


def _unknown(word: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, [command.name for command in COMMANDS], 3, 0.5)
    meant = f"Near are {', '.join(near)}. " if len(near) > 1 else f"Perhaps {near[0]}? " if near else ""
    return f"There is no command “{word[:40]}”. {meant}See: rut --help"


def _code_of_end(end: BaseException, words: list[str]) -> int:
    match end:
        case RutbreakerError():
            # What was written before the error is still handed over, unless writing it is what failed.
            _abandon_if_unwritable()
            output.narrate(f"rut: {end.message}")
            return code_of(end)
        case SystemExit():
            return int(end.code or 0)
        case KeyboardInterrupt():
            output.tell("\n")
            return INTERRUPTED
        case BrokenPipeError():
            output.abandon()
            return PIPE_CLOSED
        case Stopped():
            return SIGNALLED + end.number
    from rutbreaker.cli.defects import confess

    _abandon_if_unwritable()
    output.narrate(confess(end, words))
    return ExitCode.DEFECT


def _abandon_if_unwritable() -> None:
    try:
        output.flush()
    except (BrokenPipeError, RutbreakerError):
        output.abandon()
