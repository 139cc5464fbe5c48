"""The hours worked, from the shell."""

import json
import os
from datetime import timedelta

import pytest

from rutbreaker.clock import FixedClock
from tests.cli.conftest import Result, Rut


def test_hours_are_logged_and_the_week_is_shown(rut: Rut) -> None:
    assert rut("hours", "9", "--date", "-1").err == "Logged: 9h (Sun 22 Nov). That week: 9h.\n"
    assert rut("hours", "8h30") == Result(0, "", "Logged: 8h30 (Mon 23 Nov). That week: 8h30.\n")
    assert rut("hours") == Result(0, "Mon 23 Nov 2026  8h30\nWeek 2026-W48: 8h30\n", "")
    assert rut("hours", "--date", "last week").out == "Sun 22 Nov 2026  9h\nWeek 2026-W47: 9h\n"
    assert rut("undo").err == "Undone: hours: 8h30 on Mon 23 Nov 2026\n"


def test_the_limit_of_one_s_own_stands_beside_them(rut: Rut, home: str) -> None:
    with open(os.path.join(home, "config.toml"), "w", encoding="utf-8") as file:
        file.write("hours_limit = 8\n")
    assert rut("hours", "7").err == "Logged: 7h (Mon 23 Nov). That week: 7h of 8h.\n"
    assert rut("hours", "9").err == "Logged: 9h (Mon 23 Nov). That week: 9h of 8h, 1h over.\n"
    assert rut("hours").out == "Mon 23 Nov 2026  9h\nWeek 2026-W48: 9h of 8h, 1h over\n"
    assert "## Hours worked\n\n- 9h of 8h, 1h over, on 1 day\n" in rut("review", "week").out


@pytest.mark.parametrize("value", ["0", "-1", "169", '"40"', "true"])
def test_a_limit_that_cannot_be_is_named(rut: Rut, home: str, value: str) -> None:
    with open(os.path.join(home, "config.toml"), "w", encoding="utf-8") as file:
        file.write(f"hours_limit = {value}\n")
    said = rut("hours")
    assert said.code == 0
    assert "config.toml, line 1: hours_limit must be a number of hours a week, above 0 and up to 168" in said.err


def test_they_go_by_the_clock_too(rut: Rut, clock: FixedClock) -> None:
    assert rut("hours", "start") == Result(0, "", "Running since 08:55; rut hours stop ends it.\n")
    assert "The clock has run since 08:55" in rut("hours", "start").err
    clock.advance(timedelta(hours=4, minutes=5))
    assert rut("hours").err == "No hours logged in week 2026-W48; rut hours 9 logs today's.\nRunning since 08:55.\n"
    assert rut("hours", "stop").err == "Logged: 4h05 more (Mon 23 Nov). That week: 4h05.\n"
    rut("hours", "START")
    clock.advance(timedelta(hours=1))
    assert rut("hours", "stop").err == "Logged: 1h more, 5h05 in all (Mon 23 Nov). That week: 5h05.\n"
    assert rut("hours", "stop").code == 2


def test_the_week_as_json(rut: Rut) -> None:
    rut("hours", "9")
    rut("hours", "start")
    assert json.loads(rut("hours", "--json").out) == {
        "first": "2026-11-23",
        "last": "2026-11-29",
        "days": [{"day": "2026-11-23", "minutes": 540}],
        "minutes": 540,
        "limit": None,
        "running_since": "2026-11-23T08:55:00+01:00",
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("25",), "“25” is not hours of a day: write 9, 8.5, 8h30, 8:30 or 45m"),
        (("nine",), "“nine” is not hours of a day"),
        (("9", "--date", "tomorrow"), "in the future"),
        (("start", "--date", "mon"), "The clock starts and stops now"),
        (("stop",), "The clock doesn't run; rut hours start starts it"),
    ],
)
def test_what_is_refused_writes_nothing(bare_rut: Rut, home: str, words: tuple[str, ...], said: str) -> None:
    found = bare_rut("hours", *words)
    assert (found.code, found.out) == (2, "")
    assert said in found.err
    assert os.listdir(home) == []
