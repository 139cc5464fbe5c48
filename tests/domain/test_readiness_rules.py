"""Every rule of readiness at its boundary, by plain data."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from rutbreaker.domain.before_after import BeforeAfter
from rutbreaker.domain.models import Goal, Option, Pause, Ruler, Runway, Step, Trial
from rutbreaker.domain.options import STAYING
from rutbreaker.domain.readiness_evidence import Evidence
from rutbreaker.domain.readiness_record import (
    Aside,
    Asked,
    Break,
    Record,
    Scores,
    as_of,
    aside_of,
    breaks_of,
    first_known,
    moves_of,
)
from rutbreaker.domain.readiness_rules import RULES, evidence_of

TODAY = date(2026, 11, 23)
_AT = datetime(2026, 11, 23, 9, tzinfo=timezone(timedelta(hours=1)))


def _back(days: int) -> date:
    return TODAY - timedelta(days=days)


def _by(key: str, **rows: Any) -> Evidence:
    return RULES[key](Record(TODAY, **rows))


def _goal(title: str, days: int, ago: int = 0, **parts: Any) -> Goal:
    """A goal that was open for so many days and closed so many days ago."""
    goal = Goal(title, _back(days + ago), _AT, title, source="alone", state="closed", verdict="helped")
    return goal._replace(closed_on=_back(ago), **parts)


def _open(title: str, days: int, **parts: Any) -> Goal:
    return Goal(title, _back(days), _AT, title)._replace(**parts)


def _ruler(kind: str, value: int, ago: int) -> Ruler:
    return Ruler(f"{kind} {ago}", _back(ago), _AT, kind, value)


def _option(title: str, **parts: Any) -> Option:
    return Option(title, _back(30), _AT, title)._replace(**parts)


@pytest.mark.parametrize("key", RULES)
def test_with_nothing_logged_nothing_is_known(key: str) -> None:
    found = _by(key)
    assert found.met is None
    assert found.words


def test_two_moves_count_with_their_days() -> None:
    found = _by("T1", goals=[_goal("Rust study group", 21), _goal("no-meeting mornings", 15)])
    assert found == (True, "2 moves: Rust study group 21 days, no-meeting mornings 15 days", _back(21))


@pytest.mark.parametrize(("days", "met"), [(13, False), (14, True)])
def test_a_move_counts_from_14_days_on(days: int, met: bool) -> None:
    found = _by("T1", goals=[_goal("one", 30), _goal("two", days)])
    assert found.met is met
    if not met:
        assert found.words == "1 move so far: one 30 days, two closed after 13 days"


@pytest.mark.parametrize(
    ("other", "says"),
    [
        (_open("two", 60, source="life"), "two open for 60 days"),
        (_goal("two", 60, verdict=None), "two closed without a verdict"),
        (_goal("two", 60, source=None), "1 move so far: one 30 days"),
    ],
)
def test_a_move_is_a_goal_with_a_source_closed_with_a_verdict(other: Goal, says: str) -> None:
    found = _by("T1", goals=[_goal("one", 30), other])
    assert found.met is False
    assert found.words.endswith(says)


def test_a_finished_trial_counts_as_one_and_a_stopped_or_running_one_does_not() -> None:
    done = Trial("t", _back(28), _AT, "walk", _back(1), 1)
    assert _by("T1", goals=[_goal("one", 14)], trials=[done]).words == "2 moves: trial of #walk 28 days, one 14 days"
    for other in (done._replace(stopped_on=_back(3)), done._replace(until=TODAY)):
        assert _by("T1", goals=[_goal("one", 14)], trials=[other]).met is False


def test_many_moves_are_told_shortly() -> None:
    found = _by("T1", goals=[_goal(f"move {place} {'x' * 200}", 20) for place in range(5)])
    assert found.words.startswith("5 moves: move 0 xxx")
    assert found.words.endswith("… 20 days and 2 more")
    assert len(found.words) < 200


@pytest.mark.parametrize(("days", "met"), [(27, False), (28, True)])
def test_a_learning_goal_counts_from_28_days_on(days: int, met: bool) -> None:
    found = _by("T3", goals=[_goal("Rust", days, avenue="learning", source=None)])
    assert found.met is met
    assert found.words == ("Rust, 28 days, closed on 23 Nov" if met else "Rust closed after 27 days")


@pytest.mark.parametrize(
    ("goal", "met", "words"),
    [
        (_goal("Rust", 40, avenue="learning", let_go=True), False, "Rust let go after 40 days"),
        (_open("Rust", 40, avenue="learning"), False, "Rust open for 40 days"),
        (_goal("Rust", 40, avenue="challenge"), None, "no learning goal was set yet"),
    ],
)
def test_a_learning_goal_is_finished_not_let_go(goal: Goal, met: bool | None, words: str) -> None:
    assert _by("T3", goals=[goal]) == (met, words, None)


def test_three_different_people_must_have_been_asked() -> None:
    asked = [Asked(_back(ago), name, name) for name, ago in (("Dana", 9), ("Ana", 5), ("Dana", 2))]
    assert _by("T4", asked=asked) == (False, "2 people: Dana, Ana", None)
    assert _by("T4", asked=[*asked, Asked(TODAY, "Femi", "Femi")]) == (True, "3 people: Dana, Ana, Femi", _back(9))
    # Two of one name are two people.
    assert _by("T4", asked=[*asked, Asked(TODAY, "other", "Dana")]).met is True


@pytest.mark.parametrize(("days", "met"), [(4, False), (5, True)])
def test_a_break_has_five_days(days: int, met: bool) -> None:
    last = _back(10)
    found = _by("T5", breaks=[Break(last - timedelta(days=days - 1), last)], rated=[_back(9)])
    assert found.met is met
    assert found.words == ("5 days, 9 - 13 Nov; checked in on 14 Nov" if met else "at most 4 free days in a row")


@pytest.mark.parametrize(("after", "met"), [(0, False), (1, True), (7, True), (8, False)])
def test_a_break_has_a_check_in_within_seven_days_after(after: int, met: bool) -> None:
    last = _back(20)
    found = _by("T5", breaks=[Break(_back(24), last)], rated=[last + timedelta(days=after)])
    assert found.met is met
    assert met or found.words.endswith("a check-in within 7 days did not follow")


def test_a_break_that_is_just_over_can_still_be_looked_back_on() -> None:
    assert _by("T5", breaks=[Break(_back(8), _back(1))]).words.endswith("has yet to follow")


def test_free_days_in_a_row_are_one_break_whatever_makes_them_free() -> None:
    pauses = [
        Pause("a", _back(10), _AT, _back(8), "rest"),
        Pause("b", _back(6), _AT, _back(6), "holiday"),
        Pause("c", _back(5), _AT, _back(5), "ill"),
        Pause("d", _back(2), _AT, None, "leave"),
        Pause("e", TODAY + timedelta(days=3), _AT, None, "leave"),
    ]
    assert breaks_of([_back(7), _back(4)], pauses, TODAY) == [
        Break(_back(10), _back(6)),
        Break(_back(4), _back(4)),
        Break(_back(2), TODAY),
    ]
    assert Break(_back(10), _back(6)).days == 5


def _sittings(*found: tuple[int, float]) -> list[Scores]:
    return [Scores(_back(ago), {"overload": score, "alone": 20.0}) for ago, score in found]


@pytest.mark.parametrize(("apart", "met"), [(41, None), (42, True)])
def test_two_sittings_lie_42_days_apart(apart: int, met: bool | None) -> None:
    found = _by("S1", sittings=_sittings((apart, 75), (0, 62.5)))
    assert found.met is met
    assert found.words == (
        "Overload 75 on 12 Oct, 63 on 23 Nov" if met else "Overload 63 on 23 Nov; look again on 4 Jan 2027 or later"
    )


@pytest.mark.parametrize(("score", "met"), [(59.9, False), (60, True)])
def test_a_source_is_strong_from_60_on(score: float, met: bool) -> None:
    assert _by("S1", sittings=_sittings((50, score), (0, 80))).met is met
    assert _by("S1", sittings=_sittings((50, 80), (0, score))).met is met


def test_it_must_be_the_same_source_and_strong_in_the_last_sitting() -> None:
    other = [Scores(_back(50), {"alone": 90.0}), Scores(TODAY, {"overload": 90.0, "alone": 30.0})]
    assert _by("S1", sittings=other).words == "Overload 90 on 23 Nov, and not 42 days before"
    over = _sittings((100, 80), (50, 80), (0, 40))
    assert _by("S1", sittings=over) == (False, "no source at 60 or more on 23 Nov", None)
    between = _sittings((100, 80), (20, 30), (0, 70))
    assert _by("S1", sittings=between).met is True
    assert _by("S1", sittings=[Scores(TODAY, {})]).words.startswith("too few answers on 23 Nov")


@pytest.mark.parametrize(("low", "met"), [(0.01, False), (0.0, True), (-0.2, True)])
def test_days_are_no_better_unless_the_whole_interval_lies_above(low: float, met: bool) -> None:
    better = BeforeAfter(20, 22, 3.1, 3.3, low, low + 0.5)
    found = _by("S2", goals=[_open("move", 40, source="life")], better=better)
    assert found.met is met
    assert found.words == f"3.1 before, 3.3 now; difference {low:+.1f} to {low + 0.5:+.1f} (90 %)"


@pytest.mark.parametrize(("begun", "met"), [(26, None), (27, True)])
def test_the_last_28_days_lie_after_the_first_move_began(begun: int, met: bool | None) -> None:
    better = BeforeAfter(20, 22, 3.1, 3.0, -0.4, 0.2)
    assert _by("S2", goals=[_open("move", begun, source="life")], better=better).met is met


def test_too_few_days_say_nothing() -> None:
    found = _by("S2", goals=[_open("move", 40, source="life")], better=BeforeAfter(9, 28))
    assert found == (None, "9 days with an index before, 28 of late; it takes 10 each time", None)


@pytest.mark.parametrize(("first", "last", "apart", "met"), [
    (7, 7, 14, True), (7, 7, 13, None), (6, 7, 14, False), (7, 6, 14, False), (10, 10, 100, True),
])  # fmt: skip
def test_importance_is_7_twice_14_days_apart(first: int, last: int, apart: int, met: bool | None) -> None:
    found = _by("S3", rulers=[_ruler("importance", first, apart), _ruler("importance", last, 0)])
    assert found.met is met


def test_rulers_are_told_with_their_days_and_the_last_of_a_day_counts() -> None:
    rulers = [_ruler("importance", 9, 20), _ruler("importance", 3, 0), _ruler("importance", 8, 0)]
    assert _by("S3", rulers=rulers).words == "9 on 3 Nov, 8 on 23 Nov"
    assert _by("S3", rulers=[_ruler("confidence", 9, 20)]).met is None


@pytest.mark.parametrize(("value", "met"), [(5, False), (6, True)])
def test_confidence_is_6(value: int, met: bool) -> None:
    assert _by("A3", rulers=[_ruler("confidence", 10, 30), _ruler("confidence", value, 0)]) == (
        met, f"{value} on 23 Nov; 6 is wanted", None
    )  # fmt: skip


@pytest.mark.parametrize(("months", "thin", "offer", "met"), [
    (2.99, False, False, False), (3, False, False, True), (5.99, True, False, False), (6, True, False, True),
    (0, True, True, True),
])  # fmt: skip
def test_a_runway_has_three_months_or_six_or_an_offer(months: float, thin: bool, offer: bool, met: bool) -> None:
    runway = Runway("r", _back(3), _AT, months, is_thin=thin, has_offer=offer)
    assert _by("A1", runways=[runway]).met is met


def test_a_runway_just_short_is_not_rounded_up() -> None:
    assert _by("A1", runways=[Runway("r", TODAY, _AT, 2.99)]).words == "2.9 months on 23 Nov; 3 are wanted"


@pytest.mark.parametrize(
    ("goals", "steps", "met"),
    [
        ([_open("g", 5, plan="If it is six, then I go", due=TODAY)], [], True),
        ([_open("g", 5, plan="If it is six, then I go")], [], False),
        ([_open("g", 5, plan="go", due=TODAY)], [], False),
        ([_open("g", 5, plan="If it is six, then I go")], [Step("s", TODAY, _AT, "g", "call", due=TODAY)], True),
        ([_open("g", 5)], [Step("s", TODAY, _AT, "g", "If it rains, then I call", due=TODAY)], True),
        ([_open("g", 5)], [Step("s", TODAY, _AT, "other", "If it rains, then I call", due=TODAY)], False),
        ([_goal("g", 5, plan="If it is six, then I go", due=TODAY)], [], None),
    ],
)
def test_a_first_step_is_an_if_then_plan_with_a_date(goals: list[Goal], steps: list[Step], met: bool | None) -> None:
    assert _by("A5", goals=goals, steps=steps).met is met


@pytest.mark.parametrize(
    ("options", "met", "words"),
    [
        (["go", "stay: new team"], False, "2 options, one of them to stay"),
        (["go", "wait", "stay: new team"], True, "3 options, one of them to stay"),
        (["go", "wait", "leap"], False, "3 options; none of them to stay"),
        (["go", "wait", f"stay: {STAYING}"], False, f"3 options; “{STAYING}” is still to be said"),
    ],
)
def test_three_options_are_written_one_of_them_to_stay(options: list[str], met: bool, words: str) -> None:
    rows = [_option(title.removeprefix("stay: "), stays=title.startswith("stay: ")) for title in options]
    assert _by("D1", options=rows) == (met, words, None)


def test_the_favourite_must_be_tested() -> None:
    options = [_option("go"), _option("wait", tested_on=_back(2))]
    assert _by("D2", options=options).met is None
    assert _by("D2", options=options, favourites=frozenset({"go"})) == (False, "go leads, and has no test done", None)
    assert _by("D2", options=options, favourites=frozenset({"wait"})) == (True, "wait, on 21 Nov", None)
    assert _by("D2", options=options, favourites=frozenset({"go", "wait"})).met is True


@pytest.mark.parametrize(("key", "parts"), [("D3", ("premortem", "safeguard")), ("D4", ("ten_weeks", "ten_years"))])
def test_a_sheet_is_filled_in_both_parts_on_one_option(key: str, parts: tuple[str, str]) -> None:
    options = [_option("go"), _option("wait")]
    assert _by(key, options=options).met is None
    apart = {("go", parts[0]): TODAY, ("wait", parts[1]): TODAY}
    assert _by(key, options=options, filled=apart).met is False
    assert "the sheet of go lacks" in _by(key, options=options, filled=apart).words
    both = {("wait", part): TODAY for part in parts}
    assert _by(key, options=options, filled=both) == (True, "on the sheet of wait", None)


@pytest.mark.parametrize(("days", "met", "words"), [
    (13, False, "changed on 10 Nov; they rest until 24 Nov"), (14, True, "unchanged for 14 days"),
])  # fmt: skip
def test_options_have_rested_after_14_days(days: int, met: bool, words: str) -> None:
    options = [_option("go"), _option("wait")]
    assert _by("D5", options=options, changed=[_back(40), _back(days)]) == (met, words, None)
    assert _by("D5", options=options[:1], changed=[_back(40)]).met is None


def test_an_earlier_day_knows_nothing_of_what_came_later() -> None:
    record = Record(
        TODAY,
        goals=[_goal("one", 21, 10), _goal("two", 15, 2), _open("late", 3)],
        trials=[Trial("t", _back(5), _AT, "walk", TODAY + timedelta(days=22), 1)],
        asked=[Asked(_back(1), "Dana", "Dana")],
        breaks=[Break(_back(12), _back(3))],
        rated=[_back(8), _back(2)],
        sittings=_sittings((1, 80)),
        rulers=[_ruler("importance", 8, 1)],
        runways=[Runway("r", _back(1), _AT, 9)],
        options=[_option("go"), Option("new", _back(1), _AT, "new")],
        filled={("go", "premortem"): _back(1)},
        changed=[_back(30), _back(1)],
    )
    then = as_of(record, _back(7))
    assert [(goal.title, goal.state, goal.verdict) for goal in then.goals] == [
        ("one", "closed", "helped"),
        ("two", "open", None),
    ]
    assert (then.trials, then.asked, then.sittings, then.rulers, then.runways, then.filled) == ([], [], [], [], [], {})
    assert (then.breaks, then.rated, then.changed) == ([Break(_back(12), _back(7))], [_back(8)], [_back(30)])
    assert [option.title for option in then.options] == ["go"]
    assert evidence_of(then)["T1"].met is False
    assert evidence_of(record)["T1"].met is True
    assert first_known(record) == _back(31)
    assert first_known(Record(TODAY)) is None
    assert [move.title for move in moves_of(then)] == ["one", "two"]


@pytest.mark.parametrize(
    ("changes", "aside"),
    [
        ([], []),
        ([(9, "state", "parked"), (5, "state", "open")], [(9, 5)]),
        ([(9, "state", "parked"), (9, "wake", 6)], [(9, 6)]),
        ([(9, "state", "parked"), (9, "wake", 6), (4, "state", "closed"), (4, "wake", None)], [(9, 6), (4, 0)]),
        ([(9, "state", "parked"), (4, "state", "closed")], [(9, 0)]),
        ([(9, "state", "parked"), (9, "wake", -5)], [(9, 0)]),
        ([(9, "state", "closed"), (3, "state", "open"), (3, "wake", 3)], [(9, 3)]),
        ([(9, "state", "parked"), (9, "state", "open")], []),
    ],
)
def test_days_aside_end_when_a_goal_is_opened_or_wakes(
    changes: list[tuple[int, str, Any]], aside: list[tuple[int, int]]
) -> None:
    said = [
        (_back(day), field, _back(value).isoformat() if isinstance(value, int) else value)
        for day, field, value in changes
    ]
    assert aside_of(said, TODAY) == [(_back(first), _back(until)) for first, until in aside]


def test_days_aside_are_left_out_of_a_move_and_of_learning() -> None:
    goal = _goal("one", 30, avenue="learning")
    aside = {"one": [Aside(_back(20), _back(5))]}
    assert _by("T1", goals=[goal], aside=aside).words == "1 move so far: one 15 days"
    assert _by("T3", goals=[goal], aside=aside).words == "one closed after 15 days"
