"""The check-in from the shell: one line, amended, asked digit by digit."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from rutbreaker.cli.asking import Answers, ask
from rutbreaker.context import Context
from rutbreaker.domain.models import Checkin
from rutbreaker.domain.words import RATINGS, WEEKLY_RATINGS
from rutbreaker.journal.day_view import day_view
from tests.cli.conftest import Result, Rut
from tests.conftest import MONDAY_MORNING


def _checkin(rut: Rut, *words: str) -> dict[str, Any] | None:
    found: dict[str, Any] | None = json.loads(rut("today", "--json", *words).out)["checkin"]
    return found


def test_five_ratings_and_a_note(rut: Rut) -> None:
    assert rut("checkin", "3", "2", "4", "3", "5", "-n", "long review #meetings") == Result(
        0,
        "",
        "Checked in: energy 3, interest 2, pressure 4, progress 3, people 5 (Mon 23 Nov, index 3.0, 1 day in a row)\n"
        "Hardest today: interest and pressure. Best: people.\n",
    )
    assert _checkin(rut) == {
        "energy": 3,
        "interest": 2,
        "pressure": 4,
        "progress": 3,
        "people": 5,
        "switch_off": None,
        "say": None,
        "index": 3.0,
        "note": "long review #meetings",
        "tags": ["meetings"],
        "mark": None,
    }


@pytest.mark.parametrize("words", [("32435",), ("3", "2", "4", "3", "5")])
def test_ratings_in_one_word_or_five(rut: Rut, words: tuple[str, ...]) -> None:
    rut("checkin", *words)
    found = _checkin(rut)
    assert found is not None
    assert [found[name] for name in ("energy", "interest", "pressure", "progress", "people")] == [3, 2, 4, 3, 5]


@pytest.mark.parametrize(
    ("words", "ratings"),
    [
        (("-", "2", "-", "3", "4"), [None, 2, None, 3, 4]),
        (("-2-34",), [None, 2, None, 3, 4]),
        (("-2345",), [None, 2, 3, 4, 5]),
        (("4",), [4, None, None, None, None]),
    ],
)
def test_a_dash_skips_a_rating(rut: Rut, words: tuple[str, ...], ratings: list[int | None]) -> None:
    assert rut("checkin", *words, "-n", "n").code == 0
    found = _checkin(rut)
    assert found is not None
    assert [found[name] for name in ("energy", "interest", "pressure", "progress", "people")] == ratings


def test_the_index_is_rounded_to_two_places(rut: Rut) -> None:
    rut("checkin", "1", "1", "-", "2", "-")
    found = _checkin(rut)
    assert found is not None
    assert found["index"] == 1.33


def test_again_on_the_same_day_amends_what_is_given(rut: Rut) -> None:
    rut("checkin", "32435", "-n", "first #a", "--tag", "b")
    rut("checkin", "5")
    rut("checkin", "-n", "second")
    found = _checkin(rut)
    assert found is not None
    assert (found["energy"], found["people"], found["note"], found["tags"]) == (5, 5, "second", ["b"])
    assert len(json.loads(rut("log", "--json").out)) == 1


def test_a_day_can_be_marked_afterwards(rut: Rut) -> None:
    assert rut("checkin", "--sick", "--date", "fri").err == "Marked: sick (Fri 20 Nov)\n"
    assert rut("checkin", "--off", "--date", "thu").err == "Marked: day off (Thu 19 Nov)\n"
    assert (_checkin(rut, "--date", "fri") or {})["mark"] == "sick"
    assert rut("checkin", "-n", "only a line").err == "Noted: only a line (Mon 23 Nov)\n"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("6",), "Energy is rated with a digit from 1 to 5"),
        (("3", "0"), "Interest is rated with a digit from 1 to 5"),
        (("3", "2", "4", "3", "5", "1"), "A check-in has 5 ratings"),
        (("three",), "is rated with a digit from 1 to 5"),
        (("-", "-"), "at least one rating"),
        (("--tag", "x"), "at least one rating"),
        (("-n", " "), "at least one rating"),
        (("--off", "--sick"), "not two of them"),
        (("--no-mark", "--sick"), "not two of them"),
        ((), "Understood are five digits 1 to 5"),
    ],
)
def test_what_cannot_be_understood_writes_nothing(
    bare_rut: Rut, home: str, words: tuple[str, ...], reason: str
) -> None:
    import os

    said = bare_rut("checkin", *words)
    assert (said.code, said.out) == (2, "")
    assert reason in said.err
    assert os.listdir(home) == []


def _asked(keys: str, earlier: Checkin | None = None) -> tuple[Answers | None, str]:
    pressed: Iterator[str] = iter(keys)
    shown: list[str] = []
    return ask(lambda: next(pressed, ""), shown.append, earlier), "".join(shown)


def test_asking_shows_each_question_with_its_ends() -> None:
    answers, shown = _asked("32435")
    assert answers == Answers({"energy": 3, "interest": 2, "pressure": 4, "progress": 3, "people": 5})
    assert shown.startswith(
        "Energy    How much fuel did you have today?\n"
        "          1 running on empty ... 5 plenty left   ●●●○○ 3\n"
        "Interest  How much did today's work pull you in?\n"
    )


@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        ("3\x7f432435", Answers({"energy": 4, "interest": 3, "pressure": 2, "progress": 4, "people": 3})),
        ("\x7f\x7f1\r", Answers({"energy": 1})),
        ("-2\n", Answers({"energy": None, "interest": 2})),
        ("zq93?2\r", Answers({"energy": 3, "interest": 2})),
        ("3o", Answers({"energy": 3}, mark="off")),
        ("x", Answers({}, mark="sick")),
        ("\r", Answers({})),
        ("32\x1b", None),
        ("32", None),
    ],
)
def test_asking_understands_its_keys(keys: str, answers: Answers | None) -> None:
    assert _asked(keys)[0] == answers


def test_asking_again_says_what_stands() -> None:
    earlier = Checkin("id", date(2026, 11, 23), MONDAY_MORNING, energy=4)
    assert "Energy    How much fuel did you have today?   (now 4)\n" in _asked("\r", earlier)[1]


def test_the_ratings_of_the_week_are_given_by_their_options(rut: Rut) -> None:
    said = rut("checkin", "32435", "--switch-off", "4", "--say", "2", "--date", "fri")
    assert said.err == (
        "Checked in: energy 3, interest 2, pressure 4, progress 3, people 5, switch off 4, say 2 "
        "(Fri 20 Nov, index 3.0, 1 day in a row)\n"
    )
    assert rut("checkin", "--say", "-", "--date", "fri").code == 0
    found = _checkin(rut, "--date", "fri")
    assert found is not None
    assert (found["switch_off"], found["say"], found["index"]) == (4, None, 3.0)
    assert "  Switch off ●●●●○  4  this week\n" in rut("today", "--date", "fri").out
    assert "- Switching off after work 4 of 5\n" in rut("review", "week", "--date", "fri").out


@pytest.mark.parametrize("option", ["--switch-off", "--say"])
@pytest.mark.parametrize("value", ["0", "6", "three"])
def test_a_rating_of_the_week_that_is_none_is_refused(rut: Rut, option: str, value: str) -> None:
    said = rut("checkin", option, value)
    assert said.code == 2
    assert "is rated with a digit from 1 to 5, or - to skip it" in said.err
    assert _checkin(rut) is None


def test_asking_at_the_end_of_the_week_goes_on_with_its_two_questions() -> None:
    shown: list[str] = []
    keys = iter("324354-")
    answers = ask(lambda: next(keys), shown.append, None, (*RATINGS, *WEEKLY_RATINGS))
    assert answers is not None
    assert list(answers.ratings.values()) == [3, 2, 4, 3, 5, 4, None]
    assert "Switch off Could you switch off after work?\n          1 never ... 5 every evening   ●●●●○ 4\n" in "".join(
        shown
    )


def test_a_mark_can_be_taken_away(rut: Rut, context: Context) -> None:
    rut("checkin", "3", "2", "4", "3", "5", "--sick")
    assert rut("checkin", "--no-mark").code == 0
    view = day_view(context, context.clock.today()).checkin
    assert view is not None
    assert (view.mark, view.energy) == (None, 3)
