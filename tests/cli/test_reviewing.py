"""``rut review`` and ``rut streak --why``."""

import json

import pytest

from tests.cli.conftest import Rut


@pytest.fixture
def used(rut: Rut) -> Rut:
    """A data file after a week of use."""
    for day in ("2026-11-16", "2026-11-17", "2026-11-18", "2026-11-20"):
        rut("checkin", "33333", "--date", day)
    rut("win", "Led the [b]retro[/b] #team", "--date", "2026-11-20")
    rut("thanks", "Ana covered for me", "--why", "I was late", "--date", "2026-11-17")
    return rut


def test_a_week_in_markdown(used: Rut) -> None:
    assert used("review", "week", "--date", "2026-11-18").out == (
        "# Week 2026-W47, 16 - 22 Nov 2026\n"
        "\n"
        "## Ratings\n"
        "\n"
        "- Index 3.0 over 4 days\n"
        "- Energy 3.0, interest 3.0, pressure 3.0, progress 3.0, people 3.0\n"
        "\n"
        "## Kept of what was planned\n"
        "\n"
        "- Check-ins 4 of 5, wins 1 of 1, gratitude 1 of 4\n"
        "\n"
        "## Wins (1)\n"
        "\n"
        "- Led the [b]retro[/b] #team\n"
        "\n"
        "## Gratitude (1)\n"
        "\n"
        "- Ana covered for me – I was late\n"
    )


def test_a_week_as_json(used: Rut) -> None:
    found = json.loads(used("review", "week", "--date", "2026-11-18", "--format", "json").out)
    assert (found["first"], found["last"], found["review"], found["last_try"]) == ("2026-11-16", "2026-11-22", None, "")
    assert [line["text"] for line in found["wins"]] == ["Led the [b]retro[/b] #team"]
    assert found["means"][0] == {"measure": "index", "mean": 3.0, "days": 4, "place": None}
    assert found["kept"][0] == {"kind": "checkin", "kept": 4, "planned": 5, "longest": 3, "unit": "day"}


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        (("month",), "2026-11-01", "2026-11-30"),
        (("quarter",), "2026-10-01", "2026-12-31"),
        (("year",), "2026-01-01", "2026-12-31"),
        (("month", "--date", "last month"), "2026-10-01", "2026-10-31"),
        (("quarter", "--date", "2025-02-11"), "2025-01-01", "2025-03-31"),
        (("2026-11-02..2026-11-17",), "2026-11-02", "2026-11-17"),
        (("2", "Nov..17", "Nov"), "2026-11-02", "2026-11-17"),
        (("2026-11-02..",), "2026-11-02", "2026-11-23"),
    ],
)
def test_a_longer_time_is_the_one_that_was_meant(used: Rut, words: tuple[str, ...], first: str, last: str) -> None:
    found = json.loads(used("review", *words, "--json").out)
    assert (found["first"], found["last"]) == (first, last)


def test_a_longer_time_is_summed_up(used: Rut) -> None:
    assert used("review", "month").out == (
        "# 1 - 30 Nov 2026\n"
        "\n"
        "## Ratings\n"
        "\n"
        "- Index 3.0 over 4 days\n"
        "- Energy 3.0, interest 3.0, pressure 3.0, progress 3.0, people 3.0\n"
        "\n"
        "## Kept\n"
        "\n"
        "- Check-ins 4 of 5 planned, longest run 3 days\n"
        "- Wins 1 of 1 planned\n"
        "- Gratitude 1 of 4 planned\n"
        "\n"
        "## Logged\n"
        "\n"
        "- 1 win\n"
        "- 1 thanks\n"
        "\n"
        "## Tags\n"
        "\n"
        "- #team 1\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("week", "month"), "give week, month, quarter, year, or DAY..DAY"),
        (("decade",), "“decade” is no time to look back on"),
        (("week", "--format", "pdf"), "there are md and json"),
        (("week", "--date", "31 Feb"), "31 Feb"),
        (("2026-12-01..2026-12-02",), "in the future"),
    ],
)
def test_what_is_not_understood_is_refused(used: Rut, words: tuple[str, ...], said: str) -> None:
    result = used("review", *words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_an_empty_file_has_nothing_to_look_back_on(bare_rut: Rut) -> None:
    assert (
        bare_rut("review", "week").out
        == "# Week 2026-W48, 23 - 29 Nov 2026\n\n## Nothing logged\n\n- Days that have passed can still be filled in.\n"
    )


def test_why_says_the_rule_what_counted_and_what_would_break_it(used: Rut) -> None:
    said = used("streak", "--why").out
    assert "Expected every weekday." in said
    assert "  ■ 16 - 18 Nov  3 days kept\n  · 19 Nov       missed\n  ■ 20 Nov       kept\n" in said
    assert "  Today: it breaks if that day ends without it.\n" in said
    assert "  in a row         1 day -> 2 days\n" in said
    assert used("streak", "--why", "check-ins").out == said
    assert used("streak", "--why", "win").out.startswith("Wins\n")
    assert used("streak", "--why", "reflections").out.startswith("Reflections\n")


def test_why_as_json(used: Rut) -> None:
    found = json.loads(used("streak", "--why", "checkin", "--json").out)
    assert (found["now"]["current"], found["next"]["current"]) == (1, 2)
    assert (found["breaks_on"], found["next_day"], found["run_from"]) == ("2026-11-23", "2026-11-23", "2026-11-20")
    assert [period["state"] for period in found["recent"]][:5] == ["kept", "kept", "kept", "missed", "kept"]


def test_why_of_something_without_a_streak_says_what_has_one(used: Rut) -> None:
    result = used("streak", "--why", "tea")
    assert (result.code, result.out) == (2, "")
    assert "there are checkin, win, gratitude, reflection" in result.err


def test_without_words_it_is_this_week(rut: Rut) -> None:
    assert rut("review").out == rut("review", "week").out
