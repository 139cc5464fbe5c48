"""A disk that is full for a while: nothing acknowledged is lost, nothing typed either, and then it goes on."""

import subprocess
import sys

import pytest

from rutbreaker.errors import Unusable
from rutbreaker.journal.log import list_log
from rutbreaker.journal.reflect import write_reflection
from tests.faults.agreement import disagreements
from tests.faults.opening import open_here
from tests.faults.small_disk import small_disk
from tests.terminal.terminal import in_terminal


def _win(text: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "rutbreaker", "win", text], capture_output=True, text=True)


@pytest.mark.first
def test_the_dashboard_keeps_what_is_typed_on_a_full_disk_and_logs_it_when_there_is_room_again(home: str) -> None:
    with small_disk(home) as disk, in_terminal(home, size=(80, 24)) as terminal:
        terminal.wait_for("Welcome")
        assert _win("Before it was full").returncode == 0
        terminal.wait_for("Before it was full")
        disk.fill()
        terminal.press("w")
        terminal.wait_for("Log a win")
        terminal.type("Typed on a full disk")
        terminal.wait_for("the disk is full")
        assert "the disk is full" in terminal.wait_for("Typed on a full disk")
        terminal.press("Enter")
        terminal.type(" #again")
        screen = terminal.wait_for("Typed on a full disk #again")
        assert "the disk is full" in screen
        assert "Win logged." not in screen
        refused = _win("From the shell")
        assert refused.returncode == 4
        assert "the disk is full; nothing was written" in refused.stderr
        disk.enlarge()
        terminal.press("Enter")
        terminal.wait_for("Win logged.")
        assert _win("From the shell").returncode == 0
        terminal.wait_for("From the shell")
        context = open_here()
        there = [line.text for line in list_log(context)]
        assert there == ["From the shell", "Typed on a full disk #again", "Before it was full"]
        assert list(disagreements(context.connection)) == []
        context.connection.close()


def test_whatever_was_acknowledged_before_the_disk_was_full_is_there_and_the_same_process_goes_on(home: str) -> None:
    with small_disk(home) as disk:
        context = open_here()
        acknowledged = []

        def write(text: str) -> None:
            write_reflection(context, text)
            acknowledged.append(text)

        def write_until_it_is_full() -> None:
            for number in range(1000):
                write(f"Number {number} " + "and on " * 1000)

        with pytest.raises(Unusable, match="the disk is full; nothing was written"):
            write_until_it_is_full()
        assert len(acknowledged) > 10
        disk.enlarge()
        write("The next one")
        context.connection.close()
        context = open_here()
        assert {line.text for line in list_log(context)} == {text.strip() for text in acknowledged}
        assert list(disagreements(context.connection)) == []
        context.connection.close()
