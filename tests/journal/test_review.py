"""Looking back on a week or a longer time, and the weekly review."""

from datetime import date, timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.models import Contact, Goal, Person, Routine, Session, Step, Tick
from rutbreaker.domain.weekly import Answers
from rutbreaker.errors import BadInput
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.daily import log_gratitude, log_win
from rutbreaker.journal.history import undo
from rutbreaker.journal.log import list_log
from rutbreaker.journal.pauses import declare_pause
from rutbreaker.journal.reflect import change_reflection
from rutbreaker.journal.review import look_back, save_review, week
from rutbreaker.store.history import put
from rutbreaker.store.ids import tick_id

MONDAY = date(2026, 11, 16)
THIS_MONDAY = date(2026, 11, 23)
SUNDAY = date(2026, 11, 22)


def _on(days: int) -> date:
    return MONDAY + timedelta(days=days)


def _rate(context: Context, day: date, rating: int) -> None:
    ratings = dict.fromkeys(("energy", "interest", "progress", "people"), rating) | {"pressure": 6 - rating}
    check_in(context, ratings, day=day)


def _a_week(context: Context) -> None:
    """Something of everything in the week, and its neighbours before and after."""
    for days in (-1, 0, 1, 4, 7):
        _rate(context, _on(days), 4 if days == 4 else 3)
        log_win(context, f"Win {days} #ship", day=_on(days))
    log_gratitude(context, "Ana covered", why="I was late", day=_on(2))
    with context.act("more") as doing:
        goal, routine, person, now = doing.new_id(), doing.new_id(), doing.new_id(), context.clock.now()
        put(doing, Goal(goal, _on(-7), now, "Learn Rust", state="closed", closed_on=_on(3), verdict="little"))
        put(doing, Step(doing.new_id(), _on(-7), now, goal, "Read one chapter", done_on=_on(1)))
        put(doing, Step(doing.new_id(), _on(-7), now, goal, "Done before", done_on=_on(-1)))
        put(doing, Routine(routine, _on(-7), now, goal, "Practise"))
        for days in (-2, 0, 2, 8):
            put(doing, Tick(tick_id(routine, _on(days)), _on(days), now, routine))
        put(doing, Session(doing.new_id(), _on(5), now, goal, 45, "ch. 3"))
        put(doing, Session(doing.new_id(), _on(6), now, goal, 30))
        put(doing, Person(person, _on(-7), now, "Dana Weiss"))
        put(doing, Contact(doing.new_id(), _on(6), now, person, "Lunch"))


def test_a_week_gathers_what_lies_in_it_and_nothing_else(context: Context) -> None:
    _a_week(context)
    found = week(context, MONDAY)
    assert [line.text for line in found.wins] == ["Win 0 #ship", "Win 1 #ship", "Win 4 #ship"]
    assert [(line.text, line.why) for line in found.gratitude] == [("Ana covered", "I was late")]
    assert [(line.kind, line.text) for line in found.done] == [
        ("step", "Read one chapter"),
        ("routine", "Practise"),
        ("routine", "Practise"),
    ]
    assert [(goal.title, goal.verdict) for goal in found.closed] == [("Learn Rust", "little")]
    assert [(line.minutes, line.goal) for line in found.sessions] == [(45, "Learn Rust"), (30, "Learn Rust")]
    assert [(line.person, line.text) for line in found.contacts] == [("Dana Weiss", "Lunch")]
    assert [(mean.measure, round(mean.mean, 2), mean.days, mean.place) for mean in found.means[:2]] == [
        ("index", 3.33, 3, None),
        ("energy", 3.33, 3, None),
    ]
    assert [(each.kind, each.kept, each.planned) for each in found.kept] == [
        ("checkin", 3, 5),
        ("win", 3, 5),
        ("gratitude", 1, 3),
        ("reflection", 0, 0),
    ]
    assert (found.last_try, found.review) == ("", None)


def test_a_week_is_told_against_what_was_usual_before(context: Context, clock: FixedClock) -> None:
    for back in range(60, 8, -2):
        clock.at = clock.at.replace(month=11, day=23) - timedelta(days=back)
        _rate(context, clock.today(), 4)
    clock.at += timedelta(days=(THIS_MONDAY - clock.today()).days)
    for days in (4, 5, 6):
        _rate(context, _on(days), 2)
    assert {mean.measure: mean.place for mean in week(context, MONDAY).means} == {
        "index": "below",
        "energy": "below",
        "interest": "below",
        "pressure": "above",
        "progress": "below",
        "people": "below",
    }


def test_a_review_is_a_reflection_and_is_amended(context: Context) -> None:
    review = save_review(context, MONDAY, Answers("Mornings", "Meetings", "Walk at noon"))
    (line,) = list_log(context, ["reflection"])
    assert (line.prompt, line.day) == ("Weekly review 2026-W47", THIS_MONDAY)
    assert line.text == "## What worked\n\nMornings\n\n## What did not\n\nMeetings\n\n## What to try\n\nWalk at noon"
    again = save_review(context, MONDAY, Answers("Mornings"))
    assert again.id == review.id
    found = week(context, MONDAY).review
    assert found is not None
    assert found.text == "## What worked\n\nMornings"
    assert undo(context) == "review of 2026-W47"
    assert "Meetings" in list_log(context, ["reflection"])[0].text


@pytest.mark.parametrize("text", ["A bad week, honestly.", "First\n\nthoughts\n\n## What worked\n\nMornings"])
def test_what_was_written_into_it_by_hand_stays(context: Context, text: str) -> None:
    review = save_review(context, MONDAY, Answers("Mornings"))
    change_reflection(context, review.id, text)
    again = save_review(context, MONDAY, Answers("Evenings"))
    own = text.partition("\n\n## ")[0]
    assert again.text == f"{own}\n\n## What worked\n\nEvenings"


def test_what_to_try_comes_back_in_the_next_review(context: Context) -> None:
    save_review(context, MONDAY - timedelta(days=14), Answers(try_next="Nothing new"))
    save_review(context, MONDAY - timedelta(days=7), Answers(try_next="Walk at noon"))
    assert week(context, MONDAY).last_try == "Walk at noon"
    assert week(context, MONDAY - timedelta(days=7)).last_try == "Nothing new"
    assert week(context, MONDAY - timedelta(days=14)).last_try == ""
    text = save_review(context, MONDAY, Answers("All of it"), tried="yes").text
    assert text == "_Tried: Walk at noon_\n\n## What worked\n\nAll of it"


@pytest.mark.parametrize(
    ("answers", "tried", "said"), [(Answers(" ", "\n"), "", "at least one"), (Answers("a"), "?", "partly")]
)
def test_an_empty_review_is_refused(context: Context, answers: Answers, tried: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        save_review(context, MONDAY, answers, tried)
    assert list_log(context, ["reflection"]) == []


def test_a_longer_time_is_summed_up(context: Context) -> None:
    _a_week(context)
    for days in (-7, -6, -5):
        _rate(context, _on(days), 2)
    found = look_back(context, _on(-7), SUNDAY)
    assert dict(found.counts) == {
        "win": 4,
        "gratitude": 1,
        "reflection": 0,
        "session": 2,
        "contact": 1,
        "goal": 1,
        "step": 2,
        "routine": 3,
    }
    assert found.minutes == 75
    assert found.best is not None
    assert found.hardest is not None
    assert (found.best.monday, round(found.best.mean, 2)) == (MONDAY, 3.33)
    assert (found.hardest.monday, found.hardest.mean, found.hardest.days) == (_on(-7), 2.25, 4)
    assert (found.tags, found.people) == ((("ship", 4),), (("Dana Weiss", 1),))
    kept = {each.kind: (each.kept, each.planned, each.longest) for each in found.kept}
    # Sunday was not expected and done: it adds to the run, not to what was kept.
    assert kept["checkin"] == (6, 10, 3)


def test_an_empty_time_is_empty(context: Context) -> None:
    found = look_back(context, date(2020, 1, 1), date(2020, 12, 31))
    assert sum(found.counts.values()) == 0
    assert (found.means, found.best, found.hardest, found.tags) == ((), None, None, ())
    assert all(each.planned == 0 for each in found.kept)


def test_what_is_still_open_is_not_missed_yet_and_pauses_expect_nothing(context: Context) -> None:
    _rate(context, MONDAY, 3)
    declare_pause(context, _on(1), _on(3), "leave")
    kept = {each.kind: (each.kept, each.planned) for each in look_back(context, MONDAY, THIS_MONDAY).kept}
    assert kept["checkin"] == (1, 2)
    _rate(context, THIS_MONDAY, 3)
    kept = {each.kind: (each.kept, each.planned) for each in look_back(context, MONDAY, THIS_MONDAY).kept}
    assert kept["checkin"] == (2, 3)
