"""What goes with better days: how often it is right, that it is the regression it says, and that it never stumbles."""

from collections.abc import Sequence
from math import isfinite, sqrt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutbreaker.insight.helps import STILL_OFF_DAYS, Association, associations
from tests.insight.simulate_helps import STRONG_WEEKEND, Figures, simulate
from tests.insight.simulation import tagged_people

PEOPLE = 300
"""To a cell; ``python -m tests.bench statistics`` takes 1,000."""


def test_useless_tags_seldom_pass_for_anybody() -> None:
    assert simulate(PEOPLE, 1).any_false <= 0.13
    assert simulate(PEOPLE, 2, days=60).any_false <= 0.13


def test_nor_with_strong_weekends() -> None:
    assert simulate(PEOPLE, 3, weekend=STRONG_WEEKEND).any_false <= 0.13


@pytest.mark.parametrize(("days", "power"), [(90, 0.35), (180, 0.70)])
def test_real_ones_are_found_and_few_others(days: int, power: float) -> None:
    figures = simulate(PEOPLE, 4, days=days, real=2, delta=0.5)
    assert figures.false_share <= 0.10
    assert figures.power >= power
    assert figures.flagged_real <= (0.15 if days == 90 else 0.17)
    assert 0.85 <= figures.covered <= 0.97


def test_slight_effects_are_covered_too() -> None:
    figures: Figures = simulate(PEOPLE, 5, real=2, delta=0.3)
    assert 0.85 <= figures.covered <= 0.97
    assert 0.85 <= figures.covered_real <= 0.97


def test_tags_that_good_days_bring_are_told_apart() -> None:
    assert simulate(PEOPLE, 6, driven=8).flagged_useless >= 0.60


def _year(seed: int = 1, days: int = 120, effect: float = 0.8) -> tuple[list[float | None], list[bool]]:
    """Index values that a tag lifts, and the tag."""
    random = Random(seed)
    tag = [random.random() < 0.4 for _ in range(days)]
    tag[0] = tag[-1] = True
    values: list[float | None] = [round(3 + random.gauss(0, 0.5) + effect * on, 1) for on in tag]
    return [None if random.random() < 0.15 else value for value in values], tag


def test_a_tag_of_better_days_passes_with_its_size() -> None:
    index, tag = _year()
    (found,) = associations(index, {"walk": tag}, 2)
    assert (found.tag, found.passed, found.separable, found.enough) == ("walk", True, True, True)
    assert not found.direction_unclear
    assert 0.5 <= found.low < found.estimate < found.high <= 1.1
    assert found.n_on == sum(on for on, value in zip(tag, index, strict=True) if value is not None)
    assert found.n_on + found.n_off == sum(value is not None for value in index)


def test_a_tag_of_worse_days_passes_below_nothing() -> None:
    index, tag = _year(effect=-0.8)
    (found,) = associations(index, {"late": tag}, 2)
    assert found.passed
    assert found.low < found.estimate < found.high < 0


def _by_hand(index: Sequence[float | None], tag: Sequence[bool], first_weekday: int) -> tuple[float, float]:
    """Slope and standard error by the normal equations of the whole regression."""
    days = [day for day, value in enumerate(index) if value is not None]
    rows = []
    for day in days:
        before = index[day - 1] if day else None
        weekdays = [float((first_weekday + day) % 7 == each) for each in range(1, 7)]
        rows.append([1.0, *weekdays, day / 100, before or 0.0, float(before is None), float(tag[day])])
    values = [index[day] or 0.0 for day in days]
    width = len(rows[0])
    table = [
        [sum(row[i] * row[j] for row in rows) for j in range(width)]
        + [sum(row[i] * value for row, value in zip(rows, values, strict=True))]
        + [float(i == j) for j in range(width)]
        for i in range(width)
    ]
    for place in range(width):
        pivot = max(range(place, width), key=lambda row: abs(table[row][place]))
        table[place], table[pivot] = table[pivot], table[place]
        table[place] = [value / table[place][place] for value in table[place]]
        for other in range(width):
            if other != place:
                share = table[other][place]
                table[other] = [a - share * b for a, b in zip(table[other], table[place], strict=True)]
    slopes = [row[width] for row in table]
    rest = sum(
        (value - sum(a * b for a, b in zip(row, slopes, strict=True))) ** 2
        for row, value in zip(rows, values, strict=True)
    )
    return slopes[-1], sqrt(rest / (len(days) - width) * table[-1][-1])


@pytest.mark.parametrize("seed", range(4))
def test_it_is_the_regression_on_weekday_trend_and_the_day_before(seed: int) -> None:
    index, tag = _year(seed, 150, 0.3)
    (found,) = associations(index, {"walk": tag}, seed)
    slope, error = _by_hand(index, tag, seed)
    values = [value for value in index if value is not None]
    mean = sum(values) / len(values)
    tau = 0.35 * sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1))
    kept = tau**2 / (tau**2 + error**2)
    assert found.estimate == pytest.approx(kept * slope)
    assert found.high - found.low == pytest.approx(2 * 1.645 * sqrt(kept) * error)


def test_days_long_before_and_after_a_tag_was_in_use_are_not_days_without_it() -> None:
    index: list[float | None] = [3.0, 3.4, 2.8, 3.2, 3.6] * 30
    tag = [40 <= day < 80 and day % 3 == 0 for day in range(150)]
    used = [day for day in range(150) if tag[day]]
    (found,) = associations(index, {"walk": tag}, 0)
    assert found.n_on == len(used)
    assert found.n_off == used[-1] + STILL_OFF_DAYS + 1 - used[0] - len(used)


def test_a_tag_of_one_weekday_is_not_told_apart_from_it() -> None:
    random = Random(3)
    index: list[float | None] = [3 + random.gauss(0, 0.5) + (day % 7 == 4) for day in range(140)]
    (found,) = associations(index, {"friday": [day % 7 == 4 for day in range(140)]}, 0)
    assert (found.enough, found.separable, found.passed, found.p, found.estimate) == (True, False, False, 1.0, 0.0)


def test_many_useless_tags_raise_the_bar_for_each() -> None:
    index, tag = _year(2, 100, 0.18)
    random = Random(9)
    alone = associations(index, {"walk": tag}, 0)[0]
    others = {f"tag{number}": [random.random() < 0.4 for _ in index] for number in range(40)}
    among = associations(index, {"walk": tag} | others, 0)[0]
    assert alone.p == among.p
    assert 0.1 / 41 < alone.p < 0.1
    assert (alone.passed, among.passed) == (True, False)


def test_where_tags_are_not_known_is_neither_with_nor_without() -> None:
    index, tag = _year()
    unknown: list[bool | None] = [None if place % 10 == 5 else on for place, on in enumerate(tag)]
    (found,) = associations(index, {"walk": unknown}, 0)
    left = [place for place, value in enumerate(index) if value is not None and place % 10 != 5]
    assert found.n_on + found.n_off == len(left)


@pytest.mark.parametrize("hidden", ["today", "tomorrow"])
def test_the_next_day_settles_the_direction(hidden: str) -> None:
    random = Random(5)
    level = [random.gauss(0, 0.6) for _ in range(200)]
    index: list[float | None] = [3 + value for value in level]
    follows = [day > 0 and level[day - 1] > 0 for day in range(200)]
    leads = [value > 0 for value in level]
    (found,) = associations(index, {"run": follows if hidden == "tomorrow" else leads}, 0)
    assert found.direction_unclear is (hidden == "tomorrow")


def test_a_tag_with_more_or_fewer_days_than_the_index_is_refused() -> None:
    with pytest.raises(ValueError, match="'walk' has 2 days, the index 3"):
        associations([3.0, 3.0, 3.0], {"walk": [True, False]}, 0)


_NOTHING_TO_SAY: dict[str, tuple[list[float | None], list[bool]]] = {
    "no days": ([], []),
    "no check-ins": ([None] * 200, [True, False] * 100),
    "too few check-ins": ([3.0, 2.0, None, None] * 22, [True, False] * 44),
    "never used": ([3.0, 4.0] * 50, [False] * 100),
    "on every day": ([3.0, 4.0] * 50, [True] * 100),
    "too few days with it": ([3.0, 4.0, 2.0, 3.0] * 25, [day % 16 == 0 for day in range(100)]),
    "too few days without it": ([3.0, 4.0, 2.0, 3.0] * 25, [day % 16 != 0 for day in range(100)]),
}


@pytest.mark.parametrize("case", _NOTHING_TO_SAY)
def test_too_little_to_ask_is_told_so(case: str) -> None:
    index, tag = _NOTHING_TO_SAY[case]
    (found,) = associations(index, {"walk": tag}, 0)
    assert (found.enough, found.passed, found.direction_unclear, found.p) == (False, False, False, 1.0)
    assert (found.estimate, found.low, found.high) == (0.0, 0.0, 0.0)


def test_ratings_that_never_differ_go_with_nothing() -> None:
    random = Random(1)
    (found,) = associations([3.0] * 100, {"walk": [random.random() < 0.4 for _ in range(100)]}, 0)
    assert (found.enough, found.separable, found.passed, found.p, found.estimate) == (True, True, False, 1.0, 0.0)


def test_ratings_that_differ_by_the_tag_alone_go_with_it() -> None:
    random = Random(1)
    tag = [random.random() < 0.4 for _ in range(100)]
    (found,) = associations([4.0 if on else 2.0 for on in tag], {"walk": tag}, 0)
    assert found.passed
    assert found.estimate == pytest.approx(2.0)


_VALUES = st.none() | st.integers(20, 100).map(lambda value: value / 20) | st.just(float("nan"))


@st.composite
def _lives(draw: st.DrawFn) -> tuple[list[float | None], dict[str, list[bool]]]:
    """Days and tags of any kind, often repeating, so that they hang together in ways that no life does."""
    days = draw(st.integers(0, 160))
    pattern = draw(st.lists(_VALUES, min_size=1, max_size=40))
    index = [pattern[day % len(pattern)] for day in range(days)]
    patterns = draw(st.lists(st.lists(st.booleans(), min_size=1, max_size=40), max_size=4))
    return index, {
        f"tag{number}": [each[day % len(each)] for day in range(days)] for number, each in enumerate(patterns)
    }


@given(_lives(), st.integers(0, 6))
@settings(max_examples=150)
def test_whatever_the_days_were_it_answers_sensibly(
    life: tuple[list[float | None], dict[str, list[bool]]], first_weekday: int
) -> None:
    index, tags = life
    found = associations(index, tags, first_weekday)
    assert [each.tag for each in found] == list(tags)
    assert all(map(_is_sensible, found))


def _is_sensible(found: Association) -> bool:
    figures = (found.estimate, found.low, found.high, found.p)
    return (
        all(map(isfinite, figures))
        and found.low <= found.estimate <= found.high
        and 0 <= found.p <= 1
        and found.n_on >= 0
        and found.n_off >= 0
        and (not found.passed or (found.enough and found.separable))
    )


def test_the_same_seed_makes_the_same_people() -> None:
    assert list(tagged_people(3, 1)) == list(tagged_people(3, 1)) != list(tagged_people(3, 2))
