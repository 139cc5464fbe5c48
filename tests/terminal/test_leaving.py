"""Leaving in the middle of a sentence: by a signal, with the window, or with the connection. Nothing typed is lost."""

import signal
import time
from collections.abc import Callable

import pytest

from rutbreaker.context import Context
from rutbreaker.journal.drafts import read_draft
from rutbreaker.journal.log import list_log
from rutbreaker.tui.drafts import DRAFT_DELAY
from tests.terminal.line import Line, on_a_line
from tests.terminal.terminal import in_terminal

pytestmark = pytest.mark.first

_PATIENCE = 20.0
"""Seconds after which something that doesn't come is a failure."""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_keeps_what_was_typed_a_moment_ago(home: str, number: signal.Signals) -> None:
    with in_terminal(home) as terminal:
        terminal.wait_for("Welcome")
        terminal.press("w")
        terminal.wait_for("Log a win")
        terminal.type("Half a th")
        terminal.wait_for("Half a th")
        terminal.type("ought")
        terminal.wait_for("Half a thought")
        terminal.send(number)
        # The shell's own screen is back, with nothing of ours on it.
        assert "Log a win" not in terminal.wait_for(f"ended with {128 + number}")
    with in_terminal(home) as terminal:
        terminal.wait_for("Nothing yet today")
        terminal.press("w")
        terminal.wait_for("Half a thought")


@pytest.mark.parametrize("cut", [Line.hang_up, Line.close_window])
def test_a_line_that_is_cut_ends_the_program_and_keeps_it_too(
    home: str, context: Context, cut: Callable[[Line], None]
) -> None:
    with on_a_line() as line:
        line.wait_for("Welcome")
        line.write(b"w")
        line.wait_for("Log a win")
        line.write(b"Half a thought")
        line.wait_for("thought")
        cut(line)
        assert line.wait_for_end() == 128 + signal.SIGHUP
    kept = read_draft(context, "win")
    assert kept is not None
    assert "Half a thought" in kept


def test_a_kill_loses_no_more_than_the_last_half_second(home: str, context: Context) -> None:
    with on_a_line() as line:
        line.wait_for("Welcome")
        line.write(b"w")
        line.wait_for("Log a win")
        line.write(b"Half a thought")
        line.wait_for("thought")
        end = time.monotonic() + _PATIENCE
        while "Half a thought" not in (read_draft(context, "win") or ""):
            assert time.monotonic() < end, "no draft is kept"
        line.write(b" and a word more")
        line.process.kill()
        line.process.wait(_PATIENCE)
    assert "Half a thought" in (read_draft(context, "win") or "")
    assert DRAFT_DELAY <= 0.25
    with in_terminal(home) as terminal:
        terminal.wait_for("Nothing yet today")
        terminal.press("w")
        terminal.wait_for("Half a thought")


def test_a_byte_that_is_no_text_becomes_a_sign(home: str, context: Context) -> None:
    with on_a_line() as line:
        line.wait_for("Welcome")
        line.write(b"w")
        line.wait_for("Log a win")
        line.write(b"Caf\xe9 con Ana\r")
        line.wait_for("Win logged.")
        line.write(b"\x11")
        assert line.wait_for_end() == 0
    assert [line.text for line in list_log(context)] == ["Caf\N{REPLACEMENT CHARACTER} con Ana"]
