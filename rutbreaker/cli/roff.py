"""Writes a page for ``man``: the few marks of roff that a manual needs, and texts that can't be taken for marks."""

from collections.abc import Iterable

_SIGNS = {
    "\\": r"\e",
    "-": r"\-",
    "'": r"\(aq",
    "`": r"\(ga",
    "^": r"\(ha",
    "~": r"\(ti",
    '"': r"\(dq",
}
"""What roff would read as a mark, or set as another sign than stands here."""


def escaped(text: str) -> str:
    """A text that is shown as it stands; its lines stay lines."""
    return "\n".join(f"\\&{line}" if line.startswith(".") else line for line in map(_line, text.split("\n")))


def title(name: str, section: int, source: str, manual: str) -> str:
    """The head of a page: its name, the section of the manual, the program's version, and what it is a part of."""
    return f'.TH {escaped(name.upper())} {section} "" "{escaped(source)}" "{escaped(manual)}"'


def heading(text: str) -> str:
    """The beginning of a section."""
    return f'.SH "{escaped(text.upper())}"'


def subheading(text: str) -> str:
    """The beginning of a part of a section."""
    return f'.SS "{escaped(text)}"'


def paragraph(text: str) -> str:
    """A text that is filled; an empty line begins another paragraph."""
    parts = [part for part in text.split("\n\n") if part.strip()]
    return "\n".join(f".PP\n{escaped(part.strip())}" for part in parts)


def tagged(tag: str, text: str) -> str:
    """A word and, set in, what it means."""
    return f".TP\n{bold(tag)}\n{escaped(text.strip())}"


def example(lines: Iterable[str]) -> str:
    """Lines that stay as they are, set in."""
    return "\n".join((".PP", ".RS 4", ".nf", *map(escaped, lines), ".fi", ".RE"))


def bold(text: str) -> str:
    """A text that stands out."""
    return f"\\fB{escaped(text)}\\fR"


def _line(text: str) -> str:
    return "".join(_SIGNS.get(sign, sign if sign.isascii() else f"\\[u{ord(sign):04X}]") for sign in text)
