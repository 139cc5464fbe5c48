"""The whole program in a real terminal: tmux runs it, presses the keys and reads the screen."""

import os
import subprocess
import sys

import pytest

from rutbreaker.clock import SystemClock
from tests.terminal.terminal import in_terminal

pytestmark = pytest.mark.first


def _rut(home: str, *words: str) -> subprocess.Popen[str]:
    environment = os.environ | {"RUTBREAKER_HOME": home}
    command = [sys.executable, "-m", "rutbreaker", *words]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _is_planned() -> bool:
    """Whether a check-in is expected today, by the schedule that a new home has."""
    return SystemClock().today().weekday() < 5


def test_a_first_day_from_an_empty_home_is_there_again_at_the_next_start(home: str) -> None:
    with in_terminal(home) as terminal:
        terminal.wait_for("Welcome")
        terminal.press("c")
        terminal.wait_for("running on empty")
        terminal.press("3", "2", "4", "3", "5")
        terminal.wait_for("● ● ● ● ●")
        terminal.press("Enter")
        terminal.wait_for("●●○○○")
        terminal.press("w")
        terminal.wait_for("Log a win")
        terminal.type("Shipped the importer #ship")
        terminal.press("Enter")
        terminal.wait_for("Win logged.")
        terminal.press("7")
        terminal.wait_for("Streaks")
        terminal.press("C-q")
        terminal.wait_for("ended with 0")
    with in_terminal(home) as terminal:
        screen = terminal.wait_for("Shipped the importer")
        assert "●●○○○" in screen
        assert ("1 of the last 1 planned" if _is_planned() else "nothing was planned yet") in screen


def test_forty_wins_from_two_shells_at_once_all_come_while_the_dashboard_is_open(home: str) -> None:
    with in_terminal(home) as terminal:
        terminal.wait_for("Welcome")
        terminal.press("5")
        terminal.wait_for("On this day")
        for number in range(20):
            pair = [_rut(home, "win", f"win {number} of {name}") for name in ("ana", "bo")]
            for process in pair:
                _, said = process.communicate(timeout=60)
                assert process.returncode == 0, said
        terminal.wait_for("Wins and gratitude · 40")
        terminal.press("Home")
        screen = terminal.wait_for("win 19 of ana")
        assert "win 19 of bo" in screen


def test_a_small_terminal_is_enough_for_a_check_in(home: str) -> None:
    with in_terminal(home, size=(40, 12)) as terminal:
        terminal.wait_for("Welcome")
        terminal.press("c")
        terminal.wait_for("Energy")
        terminal.press("3", "2", "4", "3", "5")
        terminal.press("Enter")
        # Said in the head: the card that says it too may lie below what such a screen shows.
        terminal.wait_for("1 day · 1 of 1" if _is_planned() else "1 day")
        terminal.press("C-q")
        assert "1 day" not in terminal.wait_for("ended with 0")


def test_the_sample_data_say_so_and_leave_the_home_empty(home: str) -> None:
    with in_terminal(home, words="demo") as terminal:
        assert "sample data" in terminal.wait_for("Build the demo")
        terminal.press("w")
        terminal.wait_for("Log a win")
        terminal.type("Only looked around")
        terminal.press("Enter")
        terminal.wait_for("Only looked around")
        terminal.press("C-q")
        terminal.wait_for("ended with 0")
    assert [name for name in os.listdir(home) if not name.startswith("rut-")] == []


def test_the_way_to_the_sample_and_back_leads_through_one_key(home: str) -> None:
    with in_terminal(home) as terminal:
        terminal.wait_for("Welcome")
        terminal.press("F9")
        assert "sample data" in terminal.wait_for("Build the demo")
        terminal.press("F9")
        terminal.wait_for("Welcome")
        terminal.press("C-q")
        terminal.wait_for("ended with 0")


def test_a_mistake_in_the_configuration_is_told_and_keeps_nobody_out(home: str) -> None:
    with open(os.path.join(home, "config.toml"), "w", encoding="utf-8") as file:
        file.write('day_start = 9\n[keys]\nundo = "f2"\n')
    with in_terminal(home) as terminal:
        terminal.wait_for("day_start")
        assert "f2 Undo" in terminal.wait_for("Welcome")
        terminal.press("C-q")
        terminal.wait_for("ended with 0")
