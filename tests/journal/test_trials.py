"""A trial is proposed, begun, followed day by day, stopped, and comes to a result."""

from datetime import timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.models import Checkin
from rutbreaker.domain.trials import assignment, before_words, kept_words, place_words, plan_lines, result_words
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.journal.history import undo
from rutbreaker.journal.log import rename_tag
from rutbreaker.journal.moves import next_moves
from rutbreaker.journal.trials import latest_trial, propose_trial, start_trial, stop_trial
from rutbreaker.store.history import put
from rutbreaker.store.ids import checkin_id


def begin(context: Context, tag: str = "walk", days: int = 28) -> None:
    """Begin a trial, which starts tomorrow."""
    start_trial(context, propose_trial(context, tag, days))


def live_through(context: Context, clock: FixedClock, *, better: int, days: int = 28) -> None:
    """Check in on every day of the trial, on on-days with its tag and ``better`` ratings; then the day after."""
    view = latest_trial(context)
    assert view is not None
    for is_on in view.plan[:days]:
        clock.advance(timedelta(days=1))
        day = clock.today()
        rating = 2 + day.day % 3 % 2 + (better if is_on else 0)
        with context.act("check-in") as doing:
            ratings = (rating, rating, 6 - rating, rating, rating)
            tags = ("walk",) if is_on else ()
            put(doing, Checkin(checkin_id(day), day, clock.now(), *ratings, tags=tags, rated_on=day))
    clock.advance(timedelta(days=1))


def test_a_proposal_shows_everything_and_writes_nothing(context: Context) -> None:
    view = propose_trial(context, "#Walk", 30)
    assert latest_trial(context) is None
    assert (view.trial.tag, len(view.plan)) == ("walk", 30)
    assert view.trial.day == context.clock.today() + timedelta(days=1)
    assert view.trial.until == context.clock.today() + timedelta(days=30)
    assert any("Modest" in words for words in before_words(view))
    assert any("you have 0" in words for words in before_words(view))
    lines = plan_lines(view)
    assert lines[0].split() == ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    boxes = "".join(lines[1:-1])
    assert (boxes.count("■"), boxes.count("□")) == (sum(view.plan), 30 - sum(view.plan))


def test_what_was_proposed_is_what_begins(context: Context, clock: FixedClock) -> None:
    proposed = propose_trial(context, "walk")
    clock.advance(timedelta(minutes=5))
    assert start_trial(context, proposed).plan == proposed.plan
    view = latest_trial(context)
    assert view is not None
    assert view.plan == proposed.plan
    assert view.is_running
    assert assignment(view) == ""
    assert undo(context) == "trial of #walk"
    assert latest_trial(context) is None


@pytest.mark.parametrize(
    ("tag", "days", "says"), [("a b", 28, "can't be a tag"), ("walk", 27, "28 to 42 days, not 27")]
)
def test_what_cannot_be_a_trial_is_refused(context: Context, tag: str, days: int, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        propose_trial(context, tag, days)


def test_there_is_one_at_a_time(context: Context) -> None:
    proposed = propose_trial(context, "walk")
    start_trial(context, proposed)
    with pytest.raises(BadInput, match="#walk is running until 2026-12-21"):
        propose_trial(context, "tea")
    with pytest.raises(BadInput, match="one at a time"):
        start_trial(context, proposed)


def test_today_says_what_the_day_is(context: Context, clock: FixedClock) -> None:
    begin(context)
    assert not [move for move in next_moves(context).moves if move.row == "trial"]
    view = latest_trial(context)
    assert view is not None
    said = []
    for _ in view.plan:
        clock.advance(timedelta(days=1))
        (move,) = [move for move in next_moves(context).moves if move.row == "trial"]
        said.append((move.text, move.note))
    assert said[4] == (f"With{'' if view.plan[4] else 'out'} #walk today, by the trial", "day 5 of 28")
    assert [text.startswith("With #walk") for text, _ in said] == list(view.plan)
    clock.advance(timedelta(days=1))
    assert not [move for move in next_moves(context).moves if move.row == "trial"]


def test_adherence_comes_from_the_tags_of_the_check_ins(context: Context, clock: FixedClock) -> None:
    begin(context)
    live_through(context, clock, better=0, days=10)
    view = latest_trial(context)
    assert view is not None
    on = sum(view.plan[:10])
    assert (view.with_on, view.on, view.with_off, view.off) == (on, on, 0, 10 - on)
    assert place_words(view) == "day 11 of 28"
    assert kept_words(view).startswith(f"With it on {on} of {on} on-days, and on 0 of {10 - on}")
    assert view.result is None


def test_a_finished_trial_may_say_that_it_helped(context: Context, clock: FixedClock) -> None:
    begin(context)
    live_through(context, clock, better=1)
    view = latest_trial(context)
    assert view is not None
    assert view.is_finished
    assert view.result is not None
    assert (view.result.n_on, view.result.n_off) == (14, 14)
    assert view.result.low > 0
    assert result_words(view).startswith("#walk helped: on-days were higher by ")
    assert "likely between +0." in result_words(view)
    assert "chance alone does as much in 2 % of such plans" in result_words(view)


def test_without_a_difference_it_says_neither_that_it_helped_nor_that_it_does_not(
    context: Context, clock: FixedClock
) -> None:
    begin(context)
    live_through(context, clock, better=0)
    view = latest_trial(context)
    assert view is not None
    words = result_words(view)
    assert words.startswith("No clear effect of #walk: on-days were ")
    assert "It could have missed one." in words
    assert "helped" not in words


def test_a_fall_is_said_too(context: Context, clock: FixedClock) -> None:
    begin(context)
    live_through(context, clock, better=-1)
    view = latest_trial(context)
    assert view is not None
    assert result_words(view).startswith("#walk made days harder: on-days were lower by ")


def test_with_too_few_check_ins_there_is_no_result(context: Context, clock: FixedClock) -> None:
    begin(context)
    live_through(context, clock, better=1, days=9)
    clock.advance(timedelta(days=30))
    view = latest_trial(context)
    assert view is not None
    assert result_words(view).startswith("Too few check-ins for a result: ")
    assert "helped" not in result_words(view)


def test_with_no_check_in_at_all_neither(context: Context, clock: FixedClock) -> None:
    begin(context)
    clock.advance(timedelta(days=40))
    view = latest_trial(context)
    assert view is not None
    assert "0 on-days and 0 off-days" in result_words(view)
    assert kept_words(view) == "No day of it has been checked in on yet."


def test_sick_days_are_left_out(context: Context, clock: FixedClock) -> None:
    begin(context)
    live_through(context, clock, better=1)
    day = clock.today() - timedelta(days=3)
    with context.act("sick") as doing:
        put(doing, Checkin(checkin_id(day), day, clock.now(), 1, 1, 5, 1, 1, mark="sick", rated_on=day))
    view = latest_trial(context)
    assert view is not None
    assert view.result is not None
    assert view.result.n_on + view.result.n_off == 27


def test_stopped_it_has_no_result_and_undo_goes_on_with_it(context: Context, clock: FixedClock) -> None:
    begin(context)
    live_through(context, clock, better=1, days=20)
    assert stop_trial(context).tag == "walk"
    view = latest_trial(context)
    assert view is not None
    assert not view.is_running
    assert result_words(view).startswith("It was stopped before its end")
    with pytest.raises(NotFound):
        stop_trial(context)
    undo(context)
    assert stop_trial(context).tag == "walk"
    begin(context, "tea")
    view = latest_trial(context)
    assert view is not None
    assert view.trial.tag == "tea"


def test_it_goes_by_the_new_name_of_its_tag(context: Context, clock: FixedClock) -> None:
    begin(context)
    live_through(context, clock, better=1)
    before = latest_trial(context)
    rename_tag(context, "walk", "stroll")
    view = latest_trial(context)
    assert before is not None
    assert view is not None
    assert view.trial.tag == "stroll"
    assert view.with_on == before.with_on > 0
    undo(context)
    assert latest_trial(context) == before
