"""``rut pause`` and ``rut resume``."""

import json
from datetime import timedelta

import pytest

from rutbreaker.clock import FixedClock
from tests.cli.conftest import Rut


def test_a_pause_begins_today_and_is_open_unless_said_otherwise(rut: Rut) -> None:
    assert rut("pause", "--reason", "ill").err == "Paused: ill, from Mon 23 Nov until rut resume.\n"
    assert rut("pause", "--list").out == "2026-11-23  open        ill\n"


def test_a_pause_is_declared_afterwards_and_mends_the_streak(rut: Rut) -> None:
    for day in ("2026-11-16", "2026-11-20"):
        rut("checkin", "33333", "--date", day)
    assert json.loads(rut("streak", "--json").out)["checkin"]["current"] == 1
    assert rut("pause", "-6..-4", "--reason", "holiday").err == "Paused: holiday, from Tue 17 Nov to Thu 19 Nov.\n"
    assert json.loads(rut("streak", "--json").out)["checkin"]["current"] == 2
    rut("undo")
    assert rut("pause", "--list", "--json").out == "[]\n"


def test_a_pause_is_planned(rut: Rut) -> None:
    rut("pause", "21", "Dec..3", "Jan", "--reason", "Leave")
    (pause,) = json.loads(rut("pause", "--list", "--json").out)
    assert (pause["first"], pause["last"], pause["reason"]) == ("2026-12-21", "2027-01-03", "leave")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("pause",), "--reason ill|holiday|leave|rest"),
        (("pause", "--reason", "bored"), "there are ill, holiday, leave, rest"),
        (("pause", "someday", "--reason", "ill"), "someday"),
        (("pause", "-1..-3", "--reason", "ill"), "before it begins"),
        (("resume", "31 Feb"), "31 feb"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(rut: Rut, words: tuple[str, ...], said: str) -> None:
    result = rut(*words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err.lower()
    assert rut("pause", "--list").out == ""


def test_resuming_ends_the_pause_the_day_before(rut: Rut) -> None:
    rut("pause", "-5", "--reason", "rest")
    assert rut("resume", "-1").err == "Resumed: things are expected again from Sun 22 Nov on (paused: rest).\n"
    assert rut("pause", "--list").out == "2026-11-18  2026-11-21  rest\n"
    result = rut("resume")
    assert (result.code, result.err) == (1, "rut: There is no pause on 2026-11-23.\n")


def test_resuming_after_midnight_means_the_day_that_it_still_is(rut: Rut, clock: FixedClock) -> None:
    clock.advance(timedelta(hours=17))
    rut("pause", "--reason", "rest")
    assert rut("resume").err == "Resumed: things are expected again from today on (paused: rest).\n"


def test_nothing_paused_yet_is_no_error(bare_rut: Rut) -> None:
    assert bare_rut("pause", "--list") == (0, "", "No pauses yet.\n")
    assert bare_rut("pause", "--list", "--json").out == "[]\n"
