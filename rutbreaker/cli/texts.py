"""Where the text of a command comes from: its words, stdin for a lone ``-``, or the editor with ``-e``."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rutbreaker.cli import output
from rutbreaker.cli.shell import Shell
from rutbreaker.domain.text import LONGEST, sentence
from rutbreaker.errors import BadInput, Busy, Unusable

_MOST_BYTES = 4 * LONGEST + 4


@contextmanager
def line_for(shell: Shell, args: Namespace, what: str) -> Iterator[str]:
    """The one line that a new ``what`` is made of; what came from the editor is kept should the block fail.

    Other words are said back with what the data file refuses, so that they can be given again.

    Raises:
        BadInput: there is no text.
        NotFound: the editor was left without any.
    """
    if args.editor:
        refuse_words_beside_editor(args.words)
        from rutbreaker.cli.editor import written

        with written(shell, f"shell {what}", again=f"{args.prog} -e") as text:
            yield sentence(text, f"the {what}")
    else:
        given = text_of(args.words)
        if given is None and output.is_terminal(sys.stdin):
            output.tell(f"The {what}: ")
            given = sys.stdin.readline()
        if given is None:
            raise BadInput(f"There is no text for the {what}.\n{args.usage}")
        text = sentence(given, f"the {what}")
        with said_back(text):
            yield text


@contextmanager
def said_back(text: str | None) -> Iterator[None]:
    """When the data file refuses what the block writes, the error says the text too: piped in, it stands nowhere else.

    Raises:
        Busy, Unusable: with the text in their message.
    """
    try:
        yield
    except (Busy, Unusable) as error:
        if text:
            error.message = f"{error.message}\nThis is what you wrote:\n{text.strip()}"
        raise


def hint_at_words(shell: Shell, args: Namespace) -> None:
    """After a text that stood on the command line: say, once ever and on a terminal alone, who else can see it."""
    if args.words and args.words != ["-"] and output.is_terminal(sys.stderr):
        from rutbreaker.cli import hints

        hints.hint_at_words(shell, args)


def text_of(words: Sequence[str]) -> str | None:
    """The words joined, what stdin holds for a lone ``-``, or None when there are none."""
    if list(words) == ["-"]:
        return read_stdin()
    return " ".join(words) if words else None


def refuse_words_beside_editor(words: Sequence[str]) -> None:
    """Raise BadInput when there are words as well as ``-e``."""
    if words:
        raise BadInput("Either the text or -e for the editor, not both.")


def read_stdin() -> str:
    """All of stdin as text; bytes that are no UTF-8 become replacement signs.

    Raises:
        BadInput: it can't be read.
    """
    if sys.stdin is None:
        raise BadInput("There is nothing to read: stdin is closed.")
    if output.is_terminal(sys.stdin):
        output.narrate("Reading what you type, up to Ctrl-D on a line of its own.")
    try:
        return sys.stdin.buffer.read(_MOST_BYTES).decode("utf-8-sig", "replace")
    except OSError as error:
        raise BadInput(f"stdin can't be read: {error.strerror or 'no reason given'}.") from error
