"""When the safety card opens, what it says, and which numbers it holds."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import pytest

from rutbreaker.domain.help_lines import EVERYWHERE, REGIONS, SHIPPED, help_lines
from rutbreaker.domain.hiding import HIDDEN_DAYS, Hiding, is_hidden
from rutbreaker.domain.locks import locks_of
from rutbreaker.domain.safety import ASKED, DIP, LIFE, LOW, has_long_dip, is_in_whole_life, is_low, reason_of
from rutbreaker.domain.safety_card import OPENINGS, SafetyCard
from rutbreaker.domain.slumps import CLEAR_DIP, Noticed
from rutbreaker.domain.statements import score_of
from rutbreaker.errors import BadInput

TODAY = date(2026, 11, 23)
_TIRED = {"A1": 5, "A2": 5, "A3": 2, "A4": 2, "X2": 4}
_FINE = [(TODAY - timedelta(days=back), 3.4) for back in range(14, 0, -1)]
_BAD = [(day, 1.8) for day, _ in _FINE]


def _dip(days_ago: int, level: str = CLEAR_DIP, end: date | None = None) -> Noticed:
    day = TODAY - timedelta(days=days_ago)
    return Noticed(day, day - timedelta(days=7), end, 1.0, 1.5, level, None)


@pytest.mark.parametrize(
    ("indexes", "low"),
    [
        ([2.0] * 10 + [4.0] * 4, True),
        ([4.0] * 4 + [2.0] * 10, True),
        ([2.0] * 9 + [4.0] * 5, False),
        ([2.2] * 14, False),
        ([1.0] * 10, True),
        ([1.0] * 9, False),
        ([1.0] * 30 + [3.0] * 5, False),
        ([], False),
    ],
)
def test_low_is_ten_of_the_last_fourteen(indexes: list[float], low: bool) -> None:
    assert is_low(indexes) is low


@pytest.mark.parametrize(
    ("dip", "long"),
    [
        (_dip(14), True),
        (_dip(40), True),
        (_dip(13), False),
        (_dip(14, "worth a look"), False),
        (_dip(30, end=TODAY), False),
    ],
)
def test_a_dip_is_long_when_it_is_clear_and_goes_on_for_two_weeks(dip: Noticed, long: bool) -> None:
    assert has_long_dip([dip], TODAY) is long


@pytest.mark.parametrize(
    ("answers", "score"),
    [
        (_TIRED, 87.5),
        ({"A1": 1, "A2": 1, "A3": 5, "A4": 5}, 0),
        ({"A1": 5, "A2": 5, "A3": 1}, 100),
        ({"A1": 5, "A2": 5}, None),
        ({}, None),
    ],
)
def test_the_score_of_overload(answers: Mapping[str, int], score: float | None) -> None:
    assert score_of("overload", answers) == score


def test_answers_about_the_whole_life_count_with_overload_and_while_they_are_fresh() -> None:
    assert is_in_whole_life((TODAY, _TIRED), TODAY)
    assert not is_in_whole_life((TODAY, _TIRED | {"X2": 3}), TODAY)
    assert is_in_whole_life((TODAY, _TIRED | {"A1": 4, "A2": 4, "A3": 3, "A4": 2}), TODAY) is False
    assert not is_in_whole_life((TODAY - timedelta(days=42), _TIRED), TODAY)
    assert not is_in_whole_life(None, TODAY)


@pytest.mark.parametrize(
    ("indexes", "slumps", "sitting", "reason"),
    [
        (_FINE, [], None, ""),
        ([], [], None, ""),
        (_BAD, [], None, LOW),
        (_BAD, [_dip(20)], (TODAY, _TIRED), LOW),
        (_FINE, [_dip(20)], None, DIP),
        (_FINE, [_dip(20)], (TODAY, _TIRED), LIFE),
        ([], [], (TODAY, _TIRED), LIFE),
        ([(day - timedelta(days=40), index) for day, index in _BAD], [_dip(60)], None, ""),
    ],
)
def test_why_the_card_is_open(
    indexes: list[tuple[date, float]],
    slumps: list[Noticed],
    sitting: tuple[date, Mapping[str, int]] | None,
    reason: str,
) -> None:
    assert reason_of(indexes, slumps, sitting, TODAY) == reason


@pytest.mark.parametrize("reason", OPENINGS)
def test_the_card_names_no_illness_of_the_reader_and_says_that_it_alerts_nobody(reason: str) -> None:
    words = " ".join(SafetyCard(reason, ()).paragraphs)
    assert words.startswith(OPENINGS[reason])
    assert "not a medical test" in words
    assert "cannot alert anybody" in words
    assert "doctor" in words
    assert "local emergency number" in words
    assert "you are depressed" not in words
    assert SafetyCard(reason, ()).can_be_hidden is (reason != ASKED)


def test_every_number_that_is_shipped_is_marked_to_be_checked_with_source_and_day() -> None:
    assert len(SHIPPED) == 6
    for line in SHIPPED:
        assert line.standing.startswith("to be checked at ")
        assert line.source in line.standing
        assert line.noted is not None
        assert line.noted.isoformat() in line.standing


def test_own_numbers_stand_first_and_a_region_narrows_the_others() -> None:
    own = {"My doctor": "0664 1", "region": "uk"}
    lines = help_lines(own)
    assert lines[0].name == "My doctor"
    assert lines[0].standing == "your own"
    assert {line.region for line in lines[1:]} == {"UK", EVERYWHERE}
    assert {line.region for line in help_lines(own, "ie")[1:]} == {"IE", EVERYWHERE}
    assert help_lines({}) == SHIPPED
    with pytest.raises(BadInput, match=r"no numbers for ZZ here; there are US"):
        help_lines({}, "zz")


def test_every_region_has_a_number_of_its_own() -> None:
    assert all(any(line.region == region for line in help_lines({}, region)) for region in REGIONS)


def test_it_is_hidden_for_two_weeks_and_no_longer() -> None:
    hiding = Hiding("h", TODAY, datetime(2026, 11, 23, 8, tzinfo=UTC), TODAY + timedelta(days=HIDDEN_DAYS))
    hidden = [is_hidden(hiding, TODAY + timedelta(days=days)) for days in (-1, 0, 13, 14)]
    assert hidden == [False, True, True, False]
    assert not is_hidden(None, TODAY)


@pytest.mark.parametrize(("ago", "locked"), [(0, True), (20, True), (21, False)])
def test_an_alarm_speaks_against_deciding_for_21_days(ago: int, locked: bool) -> None:
    alarm = TODAY - timedelta(days=ago)
    slump = Noticed(alarm, alarm, TODAY, 0.6, 1.2, "worth a look", None)
    locks = locks_of([slump], [], TODAY)
    assert [(lock.key, lock.day) for lock in locks] == ([("slump", alarm)] if locked else [])


@pytest.mark.parametrize(("ago", "locked"), [(0, True), (13, True), (14, False)])
def test_an_open_card_speaks_against_deciding_for_14_days(ago: int, locked: bool) -> None:
    locks = locks_of([], [TODAY - timedelta(days=ago)], TODAY)
    assert [lock.key for lock in locks] == (["safety"] if locked else [])
