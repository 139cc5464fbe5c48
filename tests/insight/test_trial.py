"""The plans of a trial are balanced, and its p-value and interval keep what they promise."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.domain.trials import FEWEST_DAYS, MOST_DAYS
from rutbreaker.insight.trial import LEVEL, Adherence, adherence, all_plans, analyse, plan

_LENGTHS = range(FEWEST_DAYS, MOST_DAYS + 1)


def _days(rng: Random, on: Sequence[bool], effect: float = 0.0, missing: float = 0.2) -> list[float | None]:
    """Days that hang together, are better at weekends and rise slowly, some of them missing."""
    level, values = 0.0, list[float | None]()
    for day, is_on in enumerate(on):
        level = 0.4 * level + rng.gauss(0, 0.5)
        value = 3.2 + level + 0.4 * (day % 7 >= 5) + 0.01 * day + effect * is_on
        values.append(None if rng.random() < missing else value)
    return values


@given(days=st.integers(FEWEST_DAYS, MOST_DAYS), seed=st.integers(0, 2**31))
def test_a_plan_is_one_of_the_scheme_and_settled_by_its_seed(days: int, seed: int) -> None:
    assert plan(days, seed) == plan(days, seed)
    assert len(plan(days, seed)) == days
    assert plan(days, seed) in all_plans(days)


def test_the_plan_of_a_seed_never_changes() -> None:
    signs = "".join("+" if is_on else "-" for is_on in plan(28, 1))
    assert signs == "++----++++++----++++------++"


@pytest.mark.parametrize("days", _LENGTHS)
def test_every_plan_has_blocks_of_two_and_is_balanced_by_weekday(days: int) -> None:
    plans = all_plans(days)
    assert len(plans) == len(set(plans)) >= 128
    for one in plans:
        assert all(one[day] == one[day + 1] for day in range(0, days - 1, 2))
        weekdays = [sum(1 if is_on else -1 for is_on in one[:28][weekday::7]) for weekday in range(7)]
        assert weekdays == [0] * 7
        later = [sum(1 if is_on else -1 for is_on in one[weekday::7]) for weekday in range(7)]
        assert max(map(abs, later)) <= (2 if days > 35 else 1)
        assert abs(2 * sum(one) - days) <= 3


@pytest.mark.parametrize("days", [28, 35, 42])
def test_every_plan_is_as_likely_on_and_off_on_every_day(days: int) -> None:
    plans = all_plans(days)
    assert [sum(column) * 2 for column in zip(*plans, strict=True)] == [len(plans)] * days


@pytest.mark.parametrize("days", [0, 27, 43])
def test_a_trial_has_four_to_six_weeks(days: int) -> None:
    with pytest.raises(ValueError, match="28 to 42"):
        plan(days, 1)
    with pytest.raises(ValueError, match="28 to 42"):
        all_plans(days)


def test_without_an_effect_p_is_uniform_exactly() -> None:
    """Whatever the days are: over all plans, p is at most any of its values just as often as that value says."""
    rng = Random(11)
    index = _days(rng, [False] * 28, missing=0.0)
    found = [outcome.p for one in all_plans(28) if (outcome := analyse(index, one)) is not None]
    assert len(found) == 128
    for limit in sorted(set(found)):
        assert sum(p <= limit for p in found) / len(found) == pytest.approx(limit)


def test_without_an_effect_an_interval_misses_nothing_one_time_in_ten() -> None:
    rng = Random(5)
    outcomes = []
    for seed in range(400):
        on = plan(28, seed)
        outcomes.append(analyse(_days(rng, on), on))
    refuted = [outcome for outcome in outcomes if outcome is not None and outcome.p <= LEVEL]
    assert 0.06 <= len(refuted) / len(outcomes) <= 0.14


def test_an_interval_covers_the_effect_nine_times_in_ten() -> None:
    rng = Random(6)
    covered = 0
    for seed in range(400):
        on = plan(28, seed)
        outcome = analyse(_days(rng, on, effect=0.5), on)
        assert outcome is not None
        assert outcome.low <= outcome.difference <= outcome.high
        covered += outcome.low <= 0.5 <= outcome.high
    assert 0.86 <= covered / 400 <= 0.95


def test_a_large_effect_is_found_more_often_than_not() -> None:
    rng = Random(7)
    outcomes = [analyse(_days(rng, plan(42, seed), effect=0.7), plan(42, seed)) for seed in range(40)]
    assert sum(outcome is not None and outcome.low > 0 for outcome in outcomes) > 25


@given(st.integers(0, 2**31))
def test_interval_and_p_never_contradict_each_other(seed: int) -> None:
    on = plan(28, seed)
    outcome = analyse(_days(Random(seed), on, effect=0.4), on)
    assert outcome is not None
    assert (outcome.low > 0 or outcome.high < 0) == (outcome.p <= LEVEL)
    assert 0 < outcome.p <= 1


def test_constant_days_show_no_effect() -> None:
    outcome = analyse([3.0] * 28, plan(28, 3))
    assert outcome is not None
    assert (outcome.difference, outcome.p) == (0.0, 1.0)
    assert (outcome.low, outcome.high) == (0.0, 0.0)


def test_a_perfect_effect_has_the_least_p_there_is() -> None:
    on = plan(28, 3)
    outcome = analyse([4.0 if is_on else 2.0 for is_on in on], on)
    assert outcome is not None
    assert outcome.difference == pytest.approx(2.0)
    assert outcome.p == 2 / 128
    assert (outcome.n_on, outcome.n_off, outcome.plans) == (14, 14, 128)
    assert [outcome.low, outcome.high] == pytest.approx([2.0, 2.0])


def test_with_too_few_days_there_is_no_result() -> None:
    on = plan(28, 3)
    assert analyse([None] * 28, on) is None
    assert analyse([3.0 if is_on else None for is_on in on], on) is None
    few = analyse([3.0 + day % 3 if day < 14 else None for day in range(28)], on)
    assert few is not None
    assert not few.is_enough
    with pytest.raises(ValueError, match=r"longer|shorter"):
        analyse([3.0], on)


def test_adherence_counts_only_days_with_a_check_in() -> None:
    tagged = [True, False, None, True, False, None]
    on = [True, True, True, False, False, False]
    assert adherence(tagged, on) == Adherence(1, 2, 1, 2)
