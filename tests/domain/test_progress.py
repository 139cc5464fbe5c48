"""Progress in steps, minutes or a number of one's own: how it is counted, said, and read as people write it."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.domain.models import Goal
from rutbreaker.domain.progress import (
    MOST,
    Measure,
    Progress,
    measure_words,
    progress_of,
    progress_words,
    read_measure,
    read_reached,
)
from rutbreaker.errors import BadInput

GOAL = Goal("g", date(2026, 11, 1), datetime(2026, 11, 1, 8, tzinfo=UTC), "Learn Rust")
PAGES = GOAL._replace(measure="number", target=30, unit="pages", reached=12)


@pytest.mark.parametrize(
    ("done", "of", "fraction"), [(0, 0, 0.0), (0, 4, 0.0), (1, 4, 0.25), (4, 4, 1.0), (35, 30, 1.0)]
)
def test_progress_is_a_fraction_without_steps_and_past_the_target_too(done: int, of: int, fraction: float) -> None:
    assert Progress(done, of).fraction == fraction


@pytest.mark.parametrize(
    ("goal", "progress", "said"),
    [
        (GOAL, (2, 5, "steps"), "2 of 5 steps"),
        (GOAL._replace(measure="minutes", target=1200), (90, 1200, "minutes"), "1h30 of 20h"),
        (PAGES, (12, 30, "pages"), "12 of 30 pages"),
        (PAGES._replace(unit=""), (12, 30, ""), "12 of 30"),
    ],
)
def test_it_is_counted_in_what_was_chosen(goal: Goal, progress: tuple[int, int, str], said: str) -> None:
    found = progress_of(goal, (2, 5), 90)
    assert found == progress
    assert progress_words(goal, found) == said


def test_one_step_is_one_step() -> None:
    assert progress_words(GOAL, Progress(0, 1)) == "0 of 1 step"


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("", Measure()),
        (" Steps ", Measure()),
        ("20h", Measure("minutes", 1200)),
        ("1h30", Measure("minutes", 90)),
        ("100 hours", Measure("minutes", 6000)),
        ("90 min", Measure("minutes", 90)),
        ("30 pages", Measure("number", 30, "pages")),
        ("12 of 30 pages", Measure("number", 30, "pages", 12)),
        ("0/3 talks", Measure("number", 3, "talks", 0)),
        ("50,000 words", Measure("number", 50000, "words")),
        ("80 %", Measure("number", 80, "%")),
        ("10km", Measure("number", 10, "km")),
        ("7", Measure("number", 7)),
        ("30 صفحة", Measure("number", 30, "صفحة")),
    ],
)
def test_what_people_write_is_read(text: str, measure: Measure) -> None:
    assert read_measure(text) == measure


@pytest.mark.parametrize("text", ["many", "3.5 km", "-3 pages", "pages 30", "30 " + "x" * 41, "12 of pages", "１２"])
def test_what_cannot_be_counted_says_what_could(text: str) -> None:
    with pytest.raises(BadInput, match="Understood are steps, 20h"):
        read_measure(text)


@pytest.mark.parametrize("text", ["0 pages", "0h", "1000001 words", "99999h"])
def test_a_target_has_bounds(text: str) -> None:
    with pytest.raises(BadInput, match="from 1 to 1,000,000"):
        read_measure(text)


_TARGETS = st.integers(1, MOST)
_MEASURES = st.one_of(
    st.just(Measure()),
    _TARGETS.map(lambda target: Measure("minutes", target)),
    st.tuples(_TARGETS, st.sampled_from(("pages", "", "m", "h", "%"))).map(lambda of: Measure("number", *of)),
)


@given(_MEASURES, st.integers(0, MOST))
def test_what_is_said_of_it_is_read_back_as_the_same(measure: Measure, reached: int) -> None:
    goal = GOAL._replace(**measure._asdict() | {"reached": reached if measure.measure == "number" else 0})
    again = read_measure(measure_words(goal))
    assert again == measure._replace(reached=reached if measure.measure == "number" else None)


@pytest.mark.parametrize(
    ("text", "reached"),
    [
        ("15", 15),
        ("+3", 15),
        ("-2", 10),
        ("0", 0),
        ("15 Pages", 15),
        ("15 of 30 pages", 15),
        ("1,500", 1500),
        ("40", 40),
    ],
)
def test_a_number_reached_is_set_or_added_to(text: str, reached: int) -> None:
    assert read_reached(text, PAGES) == reached


@pytest.mark.parametrize("text", ["", "many", "15 books", "1.5", "+", "3 4"])
def test_what_is_no_number_says_how_to_write_one(text: str) -> None:
    with pytest.raises(BadInput, match=r"such as 12, or how many more, such as \+3"):
        read_reached(text, PAGES)


@pytest.mark.parametrize("text", ["-13", "1000001", "+999999"])
def test_a_number_reached_has_bounds(text: str) -> None:
    with pytest.raises(BadInput, match="from 0 to 1,000,000"):
        read_reached(text, PAGES)


def test_only_a_number_of_ones_own_is_set() -> None:
    with pytest.raises(BadInput, match="counts its steps"):
        read_reached("3", GOAL)
    with pytest.raises(BadInput, match="counts the time of its sessions"):
        read_reached("3", GOAL._replace(measure="minutes", target=60))
