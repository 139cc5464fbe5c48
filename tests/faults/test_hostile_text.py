"""Text that would speak to the terminal, in every field, screen and command: none of it gets there.

Only the bytes that a terminal receives can show it: a screen that is drawn for a test has eaten them by then.
"""

import re

import pytest

from rutbreaker.context import Context
from rutbreaker.journal.drafts import keep_draft
from rutbreaker.journal.log import list_log
from tests.faults.everything import fill
from tests.terminal.line import ESCAPE, Line, on_a_line

pytestmark = pytest.mark.first

PAYLOADS = (
    "\x1b]0;EVIL title\x07",
    "\x1b]52;c;RVZJTA==\x07",
    "\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "\x1b[2JEVIL",
    "\x9b2JEVIL",
    "\x1bP+q544e\x1b\\EVIL",
    "\x1b[6nEVIL",
    "\u202eEVIL\u2066",
    "one\u2028two\u2029three",
    "[/x] [red]EVIL[/red] [[",
    "[@click=app.quit]EVIL[/] [link=http://evil.example]EVIL[/link]",
    "a\x07b\x08c\rd\x0be\x7ff\x00",
)

_ALWAYS_FOREIGN = {
    "a title, a link or the clipboard (OSC)": rb"\x1b\]",
    "a device string (DCS)": rb"\x1bP",
    "one of the 8-bit controls (C1)": rb"\xc2[\x80-\x9f]",
    "a request for the cursor's place (DSR)": rb"\x1b\[6n",
    "a clearing of the screen": rb"\x1b\[2J",
    "a bell, a backspace, a vertical tab or a delete": rb"[\x07\x08\x0b\x7f]",
    "a direction": rb"\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]",
    "a line or paragraph separator": rb"\xe2\x80[\xa8\xa9]",
    "a NUL": rb"\x00",
}
"""What neither the dashboard nor a command ever sends, with text or without."""

_COMMANDS = (
    *("today", "log", "log --ids", "log --json", "streak", "streak --why", "review", "review month", "source", "helps"),
    *("person list", "person show EVIL", "search EVIL", "search EVIL --json", "tags", "status", "status --prompt"),
    *("change", "change --format md", "change --json", "goal list", "goal show EVIL", "hours", "today --json"),
    *("trial", "help-lines", "where", "undo", "redo"),
)

_SHELL = """
from rutbreaker.cli.main import main
for words in %r:
    main(words)
print("all", "done")
"""

_LOOKS = (
    # The panes, with what lies in the second part of each selected.
    *(b"2", b"3", b"\t", b"4", b"\t", b"5", b"\t", b"6", b"\t", b"7", b"y", ESCAPE, b"1"),
    # Search, the palette, the help, an undo whose act is named by the text, the unfinished goal.
    *(b"/", b"EVIL", ESCAPE, b"\x10", ESCAPE, b"?", ESCAPE, b"u", b"U", b"3", b"n", ESCAPE),
    # What is listed, opened to be changed.
    *(b"e", ESCAPE, b"4", b"e", ESCAPE, b"5", b"e", ESCAPE, b"6", b"\t", b"e", ESCAPE, b"2", b"\te", ESCAPE),
)
_FORMS = (b"w", b"g", b"c\t", b"n\r", b"4n", b"/", b"\x10")
"""The keys that bring up forms, each in a field to be written in."""


_POINTER = rb"\x1b\]22;[a-z-]+\x07"
"""How Textual itself asks for the shape of the mouse pointer; no text has a part in it."""


def _foreign(raw: bytes) -> dict[str, bytes]:
    """What came to the terminal that shouldn't, with a piece of it."""
    raw = re.sub(_POINTER, b"", raw)
    found = {name: re.search(pattern, raw) for name, pattern in _ALWAYS_FOREIGN.items()}
    return {name: raw[max(hit.start() - 40, 0) : hit.end() + 40] for name, hit in found.items() if hit}


def _spoil(context: Context) -> None:
    for place, payload in enumerate(PAYLOADS):
        # What no field lets through is put past all of them; NUL alone can't be stored.
        fill(context, payload.replace("\0", ""), "0123456789ab"[place])
    keep_draft(context, "goal", '{"title": "\\u001b]0;EVIL draft\\u0007", "why": "\\u009b2J"}')


def _paste(line: Line, text: str) -> None:
    line.write(b"\x1b[200~" + text.encode() + b"\x1b[201~")


def test_the_check_sees_what_gets_through() -> None:
    with on_a_line(f"print({''.join(PAYLOADS)!r}, 'and', 'done')") as line:
        line.wait_for("and done")
        assert _foreign(line.raw).keys() == _ALWAYS_FOREIGN.keys()


def test_none_of_it_reaches_the_terminal_from_any_screen(context: Context) -> None:
    _spoil(context)
    with on_a_line() as line:
        line.wait_for("EVIL")
        for keys in _LOOKS:
            line.write(keys)
            line.settle()
        for form in _FORMS:
            line.write(form)
            line.settle()
            for payload in PAYLOADS:
                _paste(line, payload)
            line.settle()
            line.write(ESCAPE)
            line.settle()
        line.write(b"\x11")
        assert line.wait_for_end() == 0
        # The screen that the terminal is given back is cleared by the program itself, at its start and at its end.
        assert _foreign(line.raw) == {}


def test_none_of_it_reaches_the_terminal_from_any_command(context: Context) -> None:
    _spoil(context)
    words = [command.split() for command in _COMMANDS]
    words += [[command, payload.replace("\0", "")] for payload in PAYLOADS for command in ("win", "search", payload)]
    with on_a_line(_SHELL % words) as line:
        line.wait_for("all done")
        assert _foreign(line.raw) == {}
    assert any("\x1b" in found.text for found in list_log(context)), "the texts are kept as they were typed"
