"""A form takes the room that its fields need, and no more; where there is too little, no row of it is left empty."""

import pytest

from rutbreaker.context import Context
from rutbreaker.journal.daily import log_win
from tests.tui.conftest import Drive, Driver

SIZES = [(40, 12), (80, 24), (120, 36)]


def _full_week(context: Context) -> None:
    for number in range(20):
        log_win(context, f"Shipped part {number}")


def _box(driver: Driver, title: str) -> list[str]:
    """The rows of a dialog inside its frame."""
    first = next(place for place, line in enumerate(driver.lines) if f"╭─ {title}" in line)
    left = driver.lines[first].index(f"╭─ {title}")
    last = next(place for place in range(first, len(driver.lines)) if driver.lines[place][left] == "╰")
    right = driver.lines[first].index("╮", left)
    return [line[left + 1 : right].strip() for line in driver.lines[first + 1 : last]]


@pytest.mark.parametrize("size", SIZES)
async def test_a_short_form_is_as_high_as_its_fields(drive: Drive, size: tuple[int, int]) -> None:
    async with drive(size=size) as driver:
        await driver.press("w")
        rows = _box(driver, "Log a win")
        assert [row.split()[0] for row in rows if row] == ["Win", "Day", "Enter"]
        assert len(rows) == (4 if size == (40, 12) else 7)


async def test_of_a_tall_form_every_row_that_there_is_shows_a_field(drive: Drive) -> None:
    async with drive(pane="goals", size=(80, 24)) as driver:
        await driver.press("n")
        rows = _box(driver, "A new goal")
        assert rows[-2].startswith("Enter Save")
        assert rows[-4].startswith("By ")
        assert any(row.startswith("Plan ") for row in rows)
        await driver.press("enter")
        assert _box(driver, "A new goal")[-4].startswith("Enter Save"), "what went wrong stands below the keys"


async def test_all_of_a_tall_form_is_in_sight_where_there_is_room(drive: Drive) -> None:
    async with drive(pane="goals", size=(120, 36)) as driver:
        await driver.press("n")
        rows = _box(driver, "A new goal")
        assert rows[-4].startswith("Challenge ")
        assert rows[1].startswith("Goal ")


@pytest.mark.parametrize("size", SIZES)
async def test_the_field_in_use_and_the_keys_stay_in_sight(drive: Drive, size: tuple[int, int]) -> None:
    async with drive(pane="goals", size=size) as driver:
        await driver.press("n", *["tab"] * 7)
        await driver.type("30 pages")
        assert "30 pages" in driver.text
        assert "Enter Save" in driver.text


async def test_the_week_gives_way_to_the_three_questions(drive: Drive) -> None:
    async with drive(seed=_full_week, pane="review", size=(80, 24)) as driver:
        await driver.press("W")
        rows = _box(driver, "Week of")
        assert rows[1], "the week begins above the questions"
        assert [row for row in rows if row.startswith("What ")] == ["What worked", "What did not", "What to try"]
        assert rows[-2].startswith("^s Save")


@pytest.mark.parametrize("size", SIZES)
async def test_on_every_screen_the_week_its_first_question_and_the_keys_are_in_sight(
    drive: Drive, size: tuple[int, int]
) -> None:
    async with drive(seed=_full_week, pane="review", size=size) as driver:
        await driver.press("W")
        assert "What worked" in driver.text
        assert "^s Save" in driver.text
