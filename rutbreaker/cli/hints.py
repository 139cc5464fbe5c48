"""What is said once and never again, on a terminal alone: an empty file beside the configuration remembers that."""

import os
from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.shell import Shell
from rutbreaker.errors import Unusable
from rutbreaker.paths import make_folder_for, words_hint


def hint_at_words(shell: Shell, args: Namespace) -> None:
    """Say who else can see the words of a command line, the first time that a text stood there."""
    path = words_hint(shell.places)
    try:
        make_folder_for(path)
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600))
    except (OSError, Unusable):
        # Said before; or it can't be remembered, and then it would be said every time.
        return
    output.narrate(
        "\nTo know, said this once: your shell keeps a command line in its history, and while it runs others on this "
        f"computer can see it.\nFree of both: {args.prog} -e opens the editor, {args.prog} - reads what you type or "
        f"pipe, and {args.prog} alone asks."
    )
