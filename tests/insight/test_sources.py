"""The ranking of sources: what it says is as likely as it says, and it never stumbles."""

from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutbreaker.domain.statements import STATEMENTS
from rutbreaker.domain.words import SOURCES
from rutbreaker.errors import BadInput
from rutbreaker.insight.gauss import Prior, chances_of_highest, posterior
from rutbreaker.insight.sources import PRIOR, CheckIn, SourceRanking, changes, rank_sources
from tests.insight.simulate_sources import simulate, stances

SCORED = [key for key, statement in STATEMENTS.items() if statement.source]


def answers_of(**strains: float) -> dict[str, int]:
    """Answers that give these sources this strain, a multiple of a quarter, and the others 2."""
    found = {}
    for source in SOURCES:
        points = round(4 * strains.get(source, 2))
        own = [each for each in STATEMENTS.values() if each.source == source]
        for place, statement in enumerate(own):
            strain = points // 4 + (place < points % 4)
            found[statement.key] = 6 - strain if statement.is_reversed else strain
    return found


@pytest.mark.first
def test_what_is_said_to_be_likely_is_as_likely_as_it_is_said() -> None:
    figures = simulate(1_000, 5, draws_for=50)
    for each in figures.bins:
        # A bin of few people strays by chance alone.
        assert abs(each.said - each.hit) <= (0.06 if each.number >= 200 else 0.09)
    assert figures.covered >= 0.80
    assert figures.size <= 2.8
    assert 0.52 <= figures.first_right <= 0.62
    assert figures.first_near >= 0.84


def test_the_first_is_right_more_often_where_check_ins_agree() -> None:
    found = stances(300, 6, draws_for=50)
    assert found["agree"][0] > found["open"][0] > 0
    assert found["agree"][1] > found["open"][1] + 0.05


def test_a_mean_is_of_turned_answers_and_a_score_runs_from_0_to_100() -> None:
    ranking = rank_sources({"A1": 5, "A2": 4, "A3": 1, "A4": 3})
    assert (ranking["overload"].mean, ranking["overload"].score) == (4.25, 81.25)
    assert rank_sources(answers_of(life=5))["life"].score == 100
    assert rank_sources(answers_of(life=1))["life"].score == 0


def test_it_is_a_sequence_and_a_mapping() -> None:
    ranking = rank_sources(answers_of(alone=5, life=4))
    assert [source.key for source in ranking][:2] == ["alone", "life"]
    assert len(ranking) == 6
    assert ranking[0] is ranking["alone"]
    assert ranking[0].name == "Alone with it"
    assert ranking.likely + ranking.unlikely == ranking.sources


def test_the_posterior_is_the_one_of_matrices() -> None:
    # (S^-1 + I/v)^-1 for two levels, by hand: S = [[2, 1], [1, 2]], v = 1.
    found = posterior(Prior(0.0, 1.0, 1.0), [1.0, 1.0], [1.0, 0.0])
    assert found.means == pytest.approx((5 / 8, 1 / 8))
    variance = found.spreads[0] ** 2 + found.shares[0] ** 2
    assert variance == pytest.approx(5 / 8)
    assert found.shares[0] * found.shares[1] == pytest.approx(1 / 8)


def test_a_level_that_was_not_observed_is_believed_by_the_others() -> None:
    found = posterior(Prior(0.0, 1.0, 1.0), [1.0, 0.0], [1.0, 0.0])
    assert found.means == pytest.approx((2 / 3, 1 / 3))
    ((first, second),) = chances_of_highest([found], 1)
    assert first + second == 1
    # The difference is normal with mean 1/3 and variance 2/3 + 5/3 - 2/3.
    assert first == pytest.approx(0.602, abs=0.02)


def test_words_follow_the_chance() -> None:
    assert rank_sources(answers_of(overload=5))["overload"].word == "most likely"
    close = rank_sources(answers_of(overload=4.5, interest=4.5))
    assert {close["overload"].p_top, close["interest"].p_top} == {close[0].p_top}
    assert close[0].word in ("likely", "possible")
    assert close["life"].word == "less likely"


def test_the_set_is_the_smallest_that_holds_80_percent_and_equals_go_together() -> None:
    ranking = rank_sources(answers_of(overload=4, interest=3.75, life=3.5, alone=3.5, recognition=3.5))
    inside = [source.p_top for source in ranking.likely]
    assert sum(inside) >= 0.8
    assert sum(p for p in inside if p > min(inside)) < 0.8
    assert len({ranking[key].in_set for key in ("life", "alone", "recognition")}) == 1


@pytest.mark.parametrize(
    ("answers", "verdict", "sentence"),
    [
        ({}, "nothing", "Nothing answered yet: 28 statements, about four minutes."),
        ({"X1": 3}, "nothing", "Nothing answered yet: 28 statements, about four minutes."),
        ({"A1": 3, "B1": 4}, "few", "Not enough answers: a source needs three of its four statements."),
        ({"A1": 5, "A2": 5, "A3": 1}, "flat", "No single source stands out."),
        (dict.fromkeys(SCORED, 3), "flat", "No single source stands out."),
        (answers_of(), "calm", "Nothing here looks strained."),
        (answers_of(interest=4.5), "ranked", "The first is right a bit more than half the time."),
    ],
)
def test_it_says_what_it_can_say(answers: dict[str, int], verdict: str, sentence: str) -> None:
    ranking = rank_sources(answers)
    assert (ranking.verdict, ranking.sentence) == (verdict, sentence)
    assert all(isfinite(source.p_top) and isfinite(source.level) for source in ranking)
    assert sum(source.p_top for source in ranking) == pytest.approx(1)


def test_a_source_with_too_few_answers_has_no_mean_and_what_chance_is_left() -> None:
    answers = answers_of(overload=4)
    del answers["D1"], answers["D2"]
    alone = rank_sources(answers)["alone"]
    assert (alone.mean, alone.score) == (None, None)
    assert 0 < alone.p_top < 0.5


@pytest.mark.parametrize(
    "answers", [{"A1": 0}, {"A1": 6}, {"G1": 3}, {"a1": 3}, {"A1": 3.5}, {"A1": True}, {"A1": None}]
)
def test_what_cannot_be_an_answer_is_refused(answers: dict[str, int]) -> None:
    with pytest.raises(BadInput):
        rank_sources(answers)


def test_a_rating_that_cannot_be_is_refused() -> None:
    with pytest.raises(BadInput, match="from 1 to 5"):
        rank_sources(answers_of(), [CheckIn(0, energy=9)])


def test_the_same_seed_gives_the_same_ranking() -> None:
    answers = answers_of(overload=3.5, interest=3.25)
    assert rank_sources(answers, seed=3).sources == rank_sources(answers, seed=3).sources
    assert rank_sources(answers, seed=3).sources != rank_sources(answers, seed=4).sources


def test_saying_yes_to_everything_changes_nothing() -> None:
    answers = dict.fromkeys(SCORED, 3) | {"B1": 4, "B2": 4, "B3": 2}
    yes = {key: value + 1 for key, value in answers.items()}
    assert rank_sources(answers).sources == rank_sources(yes).sources


@pytest.mark.parametrize(("extra", "is_outside"), [({"X1": 4}, True), ({"X2": 5}, True), ({"X1": 3, "X2": 3}, False)])
def test_it_may_not_be_mainly_about_work(extra: dict[str, int], is_outside: bool) -> None:
    assert rank_sources(answers_of() | extra).is_outside is is_outside


@pytest.mark.parametrize(
    ("extra", "has_levers"), [({}, None), ({"L1": 2, "L2": 2}, False), ({"L1": 1, "L2": 3}, True), ({"L1": 3}, True)]
)
def test_levers_settle_the_kind_of_move(extra: dict[str, int], has_levers: bool | None) -> None:
    assert rank_sources(answers_of() | extra).has_levers is has_levers


def _days(count: int, **ratings: int) -> list[CheckIn]:
    usual = dict.fromkeys(("energy", "interest", "pressure", "progress", "people"), 3)
    return [CheckIn(day, **(usual | ratings)) for day in range(count)]


def test_check_ins_agree_disagree_or_leave_it_open() -> None:
    answers = answers_of(alone=3.75, interest=3.5)
    agree = rank_sources(answers, _days(20, people=1)).checkins
    assert (agree.stance, agree.sentence) == ("agree", "Your check-ins agree.")
    disagree = rank_sources(answers, _days(20, people=5, interest=1)).checkins
    assert (disagree.stance, disagree.leading) == ("disagree", "interest")
    assert disagree.sentence == "Your check-ins disagree: they lean towards “Lost interest”."
    unsure = rank_sources(answers, _days(20, people=2, interest=2)).checkins
    assert unsure.leading == "alone"
    fewer = rank_sources(answers, _days(13, people=1)).checkins
    assert (fewer.stance, fewer.missing, fewer.sentence) == (None, 1, "")


def test_check_ins_never_move_the_ranking() -> None:
    answers = answers_of(alone=3.75, interest=3.5)
    assert rank_sources(answers).sources == rank_sources(answers, _days(28, interest=1, people=5)).sources


def test_only_the_last_four_weeks_count() -> None:
    days = [*_days(30, people=1), *(CheckIn(100 + day, people=5) for day in range(5))]
    assert rank_sources(answers_of(alone=4), days).checkins.days == 5


def test_a_change_needs_42_days_and_a_point() -> None:
    before, now = rank_sources(answers_of(life=4)), rank_sources(answers_of(life=3, alone=2.75))
    assert changes(before, now, 41) == ()
    (change,) = changes(before, now, 42)
    assert (change.source, change.points) == ("life", -1.0)
    assert change.low < change.points < change.high < 0


_ANSWERS = st.dictionaries(st.sampled_from(list(STATEMENTS)), st.integers(1, 5))
_RATING = st.none() | st.integers(1, 5)
_CHECKINS = st.lists(st.builds(CheckIn, st.integers(0, 60), *[_RATING] * 6), max_size=40)


@given(_ANSWERS, _CHECKINS, st.integers(0, 2**31))
@settings(max_examples=40)
def test_whatever_was_answered_it_gives_a_ranking(answers: dict[str, int], checkins: list[CheckIn], seed: int) -> None:
    ranking: SourceRanking = rank_sources(answers, checkins, seed=seed)
    assert sorted(source.key for source in ranking) == sorted(SOURCES)
    assert sum(source.p_top for source in ranking) == pytest.approx(1)
    assert all(1 <= source.mean <= 5 for source in ranking if source.mean is not None)
    assert all(isfinite(source.level) for source in ranking)
    assert ranking.sentence
    assert [source.in_set for source in ranking] == sorted((source.in_set for source in ranking), reverse=True)
    assert PRIOR.mean == 2.6
