"""How the program ends: the exit codes, and which one an error means."""

from enum import IntEnum

from rutbreaker.errors import BadConfig, BadInput, Busy, NotFound, RutbreakerError, Unusable

SIGNALLED = 128
"""Added to a signal's number when it ended the program, as shells do."""

INTERRUPTED = SIGNALLED + 2
"""Ended by Ctrl-C."""

PIPE_CLOSED = SIGNALLED + 13
"""Ended because nobody reads stdout any more, as by ``rut log | head -1``."""


class ExitCode(IntEnum):
    """What a command tells the shell. A signal adds its number to 128."""

    DONE = 0
    """Done. Also for a look at something that is empty."""

    NOTHING = 1
    """Nothing to act on: no match, no such id, nothing to undo, nothing written in the editor."""

    USAGE = 2
    """Words, options, a date, a rating or the configuration can't be understood; nothing was written."""

    BUSY = 3
    """Another program held the data file for more than five seconds; nothing was written."""

    UNUSABLE = 4
    """The data file or the output can't be used: wrong kind, newer, no right to it, disk full."""

    DEFECT = 70
    """A defect of the program; where it happened is in the log of defects."""


ENDS = (
    (f"{ExitCode.DONE:d}", "done"),
    (f"{ExitCode.NOTHING:d}", "nothing to act on"),
    (f"{ExitCode.USAGE:d}", "not understood"),
    (f"{ExitCode.BUSY:d}", "data file busy"),
    (f"{ExitCode.UNUSABLE:d}", "data file or output can't be used"),
    (f"{ExitCode.DEFECT:d}", "a defect"),
    (f"{SIGNALLED}+n", "ended by signal n"),
)
"""Every exit code with a word or two."""


class Stopped(BaseException):
    """A signal that asks the program to end, while something has to be put in order first."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


_MEANINGS: dict[type[RutbreakerError], ExitCode] = {
    BadInput: ExitCode.USAGE,
    BadConfig: ExitCode.USAGE,
    NotFound: ExitCode.NOTHING,
    Busy: ExitCode.BUSY,
    Unusable: ExitCode.UNUSABLE,
}


def code_of(error: RutbreakerError) -> ExitCode:
    """The exit code that an error means."""
    return next((code for kind, code in _MEANINGS.items() if isinstance(error, kind)), ExitCode.DEFECT)
