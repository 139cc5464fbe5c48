"""The only writer to stdout and stderr: stdout is data, stderr is narration.

Every text goes through ``clean`` on its way out, so that nothing logged can speak to the terminal. Styles come as parts
beside the text, are used on a terminal alone, and never carry meaning by themselves.
"""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple, TextIO

from rutbreaker.domain.cells import cells, cut
from rutbreaker.domain.text import clean, one_line
from rutbreaker.errors import Unusable


class Styled(NamedTuple):
    """A piece of a line, with the number of the terminal's style for it."""

    text: str
    style: int


Part = str | Styled
"""A piece of a line."""

_UNSAFE_IN_JSON = (range(0x7F, 0xA0), range(0x2028, 0x202F), range(0x2066, 0x206A), range(0xD800, 0xE000))
"""What JSON lets through and a terminal would act on: DEL, C1, line separators, direction marks, lone surrogates."""


def strong(text: str) -> Styled:
    """Text that stands out."""
    return Styled(text, 1)


def quiet(text: str) -> Styled:
    """Text that stays behind the rest."""
    return Styled(text, 2)


def prepare() -> None:
    """Make sure that a sign which the terminal's encoding lacks, or a byte which is no text, is never an error."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def line(*parts: Part, width: int | None = None) -> None:
    """Write one line of data; cut to ``width`` cells if given."""
    _write(_painted(_cut(parts, width)) + "\n")


def block(text: str) -> None:
    """Write several lines of data."""
    _write(clean(text).rstrip("\n") + "\n")


def as_json(value: Mapping[str, object] | Sequence[object]) -> None:
    """Write a value as JSON: an object over several lines, a list with one line for each of its members."""
    import json

    plain = _encoding(sys.stdout) != "utf8"
    if isinstance(value, Mapping):
        text = json.dumps(value, ensure_ascii=plain, indent=2)
    else:
        members = ",\n ".join(json.dumps(member, ensure_ascii=plain) for member in value)
        text = f"[{members}]"
    if not text.isascii() or "\x7f" in text:
        text = text.translate({code: f"\\u{code:04x}" for block in _UNSAFE_IN_JSON for code in block})
    _write(text + "\n")


def narrate(text: str) -> None:
    """Tell the person what happened, beside the data."""
    tell(clean(text) + "\n")


def tell(text: str) -> None:
    """Write narration as it stands, perhaps within a line; its texts are clean already."""
    # Nobody may be listening; what was done is done all the same.
    with suppress(OSError, ValueError):
        if sys.stderr is not None:
            sys.stderr.write(text)
            sys.stderr.flush()


def flush() -> None:
    """Hand everything over to whoever reads stdout.

    Raises:
        BrokenPipeError: nobody reads any more.
        Unusable: it can't be written.
    """
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _not_writable(error) from error


def abandon() -> None:
    """Write nothing more to stdout, so that the interpreter doesn't try again when it ends."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def columns() -> int | None:
    """How many characters a line of the terminal has; None when stdout is no terminal."""
    if not is_terminal(sys.stdout):
        return None
    with suppress(OSError, ValueError):
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    return None


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person sits at the other end of the stream."""
    return stream is not None and not stream.closed and stream.isatty()


def _painted(parts: Iterable[Part]) -> str:
    coloured = is_terminal(sys.stdout) and not os.environ.get("NO_COLOR")
    coloured = coloured and os.environ.get("TERM", "dumb") not in ("", "dumb")
    pieces = []
    for part in parts:
        text, style = part if isinstance(part, Styled) else (part, 0)
        pieces.append(f"\033[{style}m{one_line(text)}\033[0m" if style and coloured else one_line(text))
    return "".join(pieces).rstrip()


def _cut(parts: Sequence[Part], width: int | None) -> Iterable[Part]:
    if width is None:
        return parts
    kept: list[Part] = []
    left = width
    for part in parts:
        text = part.text if isinstance(part, Styled) else part
        short = cut(text, left)
        kept.append(part._replace(text=short) if isinstance(part, Styled) else short)
        left -= cells(one_line(text, 4 * width + 4))
    return kept


def _write(text: str) -> None:
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _not_writable(error) from error


def _not_writable(error: OSError) -> Unusable:
    return Unusable(f"The output can't be written: {error.strerror or 'no reason given'}.")


def _encoding(stream: TextIO | None) -> str:
    return (getattr(stream, "encoding", None) or "utf8").lower().replace("-", "").replace("_", "")
