"""The errors a person may meet: each carries a sentence for them and a title for a dialog.

Everything raised on purpose in rutbreaker is one of these kinds. The shell turns a kind into an exit code
(``cli/main.py``), the dashboard turns it into a dialog. Anything else that escapes is a defect.
"""

KEPT = "What you were writing is kept, and is there again at the next start."
"""A note on a defect that ended the dashboard when everything typed was kept first."""


class RutbreakerError(Exception):
    """Something a person can read and act on: ``message`` says what and how to go on, ``title`` names it briefly."""

    title = "That did not work"

    def __init__(self, message: str, title: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if title is not None:
            self.title = title


class BadInput(RutbreakerError):
    """Words, a date, a rating or an option that can't be understood; says what would be."""

    title = "Not understood"


class NotFound(RutbreakerError):
    """Nothing there to act on: no such id, no match, nothing to undo."""

    title = "Nothing there"


class BadConfig(RutbreakerError):
    """A key or value in ``config.toml`` that isn't allowed; names file, line and key."""

    title = "The configuration has a mistake"


class Busy(RutbreakerError):
    """Another program held the data file for longer than the time allowed; nothing was written."""

    title = "The data file is busy"


class Unusable(RutbreakerError):
    """The data file can't be opened, read or written: wrong kind, newer, damaged, disk full. It is left as it was."""

    title = "The data file can't be used"


class Lost(Unusable):
    """The data file is missing, empty or cut short: what stood in it may come back from a backup."""

    title = "The data file is missing or incomplete"


class Replaced(Unusable):
    """Another program put another file in place of the open data file, or took it away. Nothing was written to it."""

    title = "The data file was replaced"
