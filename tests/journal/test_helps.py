"""Which tags go with better days: from the check-ins in the file to the words."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.helps import HelpsView, TagView, Verdict
from rutbreaker.domain.helps_words import (
    HOW_OFTEN_WRONG,
    NO_TAGS,
    brief,
    count_words,
    missing_words,
    ratings_words,
    sentence,
    verdict_words,
)
from rutbreaker.domain.models import Checkin
from rutbreaker.journal import helps
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.daily import log_win
from rutbreaker.journal.helps import what_helps
from rutbreaker.journal.history import undo
from rutbreaker.journal.pauses import declare_pause
from rutbreaker.store.connection import Connection
from rutbreaker.store.history import put
from rutbreaker.store.ids import checkin_id

Tags = Callable[[int], tuple[str, ...]]


def live(context: Context, days: int = 120, tags: Tags | None = None, *, seed: int = 1, lift: float = 0.9) -> None:
    """Check in daily until today; by default #walk comes with better days, #late with worse ones, #tea with any."""
    random = Random(seed)
    today = context.clock.today()
    with context.act("live") as doing:
        for number in range(days):
            day = today - timedelta(days=days - 1 - number)
            carried = [tag for tag in ("walk", "late", "tea") if random.random() < 0.4]
            if tags is not None:
                carried = list(tags(number))
            level = 3 + lift * (("walk" in carried) - ("late" in carried)) + random.gauss(0, 0.5)
            energy, interest, calm, progress, people = (
                min(max(round(level + random.gauss(0, 0.4)), 1), 5) for _ in range(5)
            )
            checkin = Checkin(checkin_id(day), day, context.clock.now(), energy, interest, 6 - calm, progress, people)
            put(doing, checkin._replace(rated_on=day, tags=tuple(carried)))


def _of(view: HelpsView, tag: str) -> TagView:
    return next(each for each in view.tags if each.tag == tag)


def test_each_tag_has_a_verdict_with_its_days(context: Context) -> None:
    live(context)
    view = what_helps(context)
    assert (view.checkins, view.missing, view.ready_on) == (120, 0, None)
    assert [(tag.tag, tag.verdict) for tag in view.tags] == [("walk", "better"), ("late", "worse"), ("tea", "open")]
    walk = _of(view, "walk")
    assert walk.n_on + walk.n_off <= 120
    assert 0.4 < walk.low < walk.points < walk.high < 1.3
    assert _of(view, "tea")[2:5] == (0.0, 0.0, 0.0)


def test_single_ratings_are_a_detail_of_what_passed(context: Context) -> None:
    """#walk lifts energy alone, so much that the index follows; #tea does nothing."""
    random, today = Random(8), context.clock.today()
    with context.act("live") as doing:
        for back in range(150):
            day = today - timedelta(days=back)
            carried = tuple(tag for tag in ("walk", "tea") if random.random() < 0.4)
            energy = 5 if "walk" in carried else 2
            interest, pressure, progress, people = (min(max(round(3 + random.gauss(0, 0.6)), 1), 5) for _ in range(4))
            checkin = Checkin(checkin_id(day), day, context.clock.now(), energy, interest, pressure, progress, people)
            put(doing, checkin._replace(rated_on=day, tags=carried))
    view = what_helps(context)
    walk = _of(view, "walk")
    assert walk.verdict == "better"
    assert walk.ratings[0].rating == "energy", "the largest comes first"
    assert all(abs(link.points) < 0.5 for link in walk.ratings[1:]), "another may pass by chance, one in ten"
    assert ratings_words(walk).startswith("energy +3.0")
    assert f"Single ratings: {ratings_words(walk)}." in sentence(walk)
    assert _of(view, "tea").ratings == ()


def test_only_the_tags_of_check_ins_count(context: Context) -> None:
    live(context)
    for days in range(60):
        log_win(context, "Out #sun", day=context.clock.today() - timedelta(days=days))
    assert "sun" not in {tag.tag for tag in what_helps(context).tags}


def test_the_twelve_most_used_of_the_last_half_year_are_asked_about(context: Context) -> None:
    def tags(number: int) -> tuple[str, ...]:
        # 300 days: #old in the first hundred alone, tag 0 on every other day, tag 13 on every fifteenth.
        often = tuple(f"tag{place}" for place in range(14) if number % (place + 2) == 0)
        return ("old", *often) if number < 100 else often

    live(context, 300, tags)
    assert {tag.tag for tag in what_helps(context).tags} == {f"tag{place}" for place in range(12)}


def test_marked_paused_and_late_days_are_left_out(context: Context) -> None:
    live(context, 60)
    today = context.clock.today()
    assert what_helps(context).checkins == 60
    check_in(context, {}, day=today - timedelta(days=3), mark="sick")
    check_in(context, {}, day=today - timedelta(days=4), mark="off")
    declare_pause(context, today - timedelta(days=12), today - timedelta(days=11), "holiday")
    declare_pause(context, today - timedelta(days=20), today - timedelta(days=19), "rest")
    check_in(context, dict.fromkeys(("energy", "interest", "progress"), 5), day=today - timedelta(days=70))
    view = what_helps(context)
    assert view.checkins == 60 - 2 - 2


def test_days_before_and_long_after_a_tag_are_not_days_without_it(context: Context) -> None:
    live(context, 120, lambda number: ("walk",) if 30 <= number < 60 and number % 3 == 0 else ())
    (walk,) = what_helps(context).tags
    # From the 30th day to 14 days after the 57th.
    assert (walk.n_on, walk.n_off) == (10, 57 + 14 - 30 + 1 - 10)


def test_a_tag_of_one_weekday_can_not_be_told_apart(context: Context) -> None:
    live(context, 120, lambda number: ("retro",) if number % 7 == 2 else ())
    view = what_helps(context)
    (retro,) = view.tags
    assert retro.verdict == "same weekday"
    assert verdict_words(retro) == "always on the same weekday: cannot tell apart"


def test_too_few_check_ins_say_how_many_more_and_around_when(context: Context) -> None:
    live(context, 33)
    view = what_helps(context)
    assert (view.checkins, view.missing) == (33, 12)
    assert view.ready_on == date(2026, 12, 5)
    assert missing_words(view) == (
        "12 more check-ins until your tags can be held against your days: around 5 Dec at your pace."
    )
    assert all(tag.verdict == "too few" for tag in view.tags)


def test_without_a_check_in_of_late_there_is_no_pace(context: Context, clock: FixedClock) -> None:
    live(context, 33)
    clock.advance(timedelta(days=60))
    view = what_helps(context)
    assert view.ready_on is None
    assert missing_words(view) == "12 more check-ins until your tags can be held against your days."


@pytest.mark.parametrize(
    ("tags", "words"),
    [
        (lambda number: ("walk",) if number % 12 == 0 else (), "3 more days with it"),
        # Of the six days without it the first lies before its first use.
        (lambda number: ("walk",) if number % 10 else (), "3 more days without it"),
        (lambda _: ("walk",), "8 more days without it"),
    ],
    ids=["seldom", "mostly", "always"],
)
def test_too_few_days_with_or_without_a_tag_say_how_many_more(context: Context, tags: Tags, words: str) -> None:
    live(context, 60, tags)
    view = what_helps(context)
    (walk,) = view.tags
    assert walk.verdict == "too few"
    assert verdict_words(walk) == words


def test_without_tags_there_is_nothing_to_say(context: Context) -> None:
    assert what_helps(context) == HelpsView(0, None, ())
    live(context, 60, lambda _: ())
    assert what_helps(context) == HelpsView(60, None, ())


def test_ratings_that_never_differ_have_no_clear_link(context: Context) -> None:
    today = context.clock.today()
    with context.act("live") as doing:
        for number in range(80):
            day = today - timedelta(days=number)
            checkin = Checkin(checkin_id(day), day, context.clock.now(), 3, 3, 3, 3, 3, rated_on=day)
            put(doing, checkin._replace(tags=("walk",) if number % 3 == 0 else ()))
    (walk,) = what_helps(context).tags
    assert walk.verdict == "open"


def test_it_is_remembered_until_something_is_logged_undone_or_the_day_ends(
    context: Context, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    live(context)
    asked: list[date] = []
    found = helps._found

    def counted(connection: Connection, today: date) -> HelpsView:
        asked.append(today)
        return found(connection, today)

    monkeypatch.setattr(helps, "_found", counted)
    first = what_helps(context)
    assert what_helps(context) is first
    assert len(asked) == 1
    check_in(context, {}, mark="sick")
    assert what_helps(context).checkins == 119
    undo(context)
    assert what_helps(context) == first
    assert len(asked) == 3
    clock.advance(timedelta(days=1))
    what_helps(context)
    assert len(asked) == 4


def _tag(
    verdict: Verdict, points: float = 0.0, low: float = 0.0, high: float = 0.0, n: tuple[int, int] = (31, 60)
) -> TagView:
    return TagView("walk", verdict, points, low, high, *n)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        (_tag("better", 0.31, 0.12, 0.49), "goes with better days (+0.3 points, likely between .1 and .5)"),
        (_tag("worse", -0.31, -0.49, -0.12), "goes with worse days (-0.3 points, likely between -.5 and -.1)"),
        (_tag("better", 0.31, -0.02, 0.49), "goes with better days (+0.31 points, likely between -.02 and .49)"),
        (_tag("better", 1.31, 0.98, 2.04), "goes with better days (+1.3 points, likely between 1.0 and 2.0)"),
        (_tag("better", 0.3, -0.001, 0.6), "goes with better days (+0.30 points, likely between .00 and .60)"),
        (_tag("unclear", 0.3, 0.1, 0.5), "moves together, direction unclear"),
        (_tag("open", n=(60, 60)), "no clear link yet"),
        (_tag("open", n=(20, 60)), "no clear link yet; we could have missed it"),
        (_tag("same weekday"), "always on the same weekday: cannot tell apart"),
        (_tag("too few", n=(7, 3)), "1 more day with it and 5 more days without it"),
    ],
)
def test_the_verdict_in_words(tag: TagView, words: str) -> None:
    assert verdict_words(tag) == words


def test_the_row_and_the_sentence_say_it_shorter_and_longer() -> None:
    tag = _tag("better", 0.31, 0.12, 0.49)
    assert brief(tag) == "goes with better days, +0.3 (.1 to .5)"
    assert count_words(tag) == "31 on, 60 off"
    assert sentence(tag) == (
        "#walk goes with better days (+0.3 points, likely between .1 and .5): 31 days with #walk, 60 without, "
        "allowing for the weekday, a slow trend and the day before."
    )
    assert "better days bring the tag" in sentence(_tag("unclear", 0.3, 0.1, 0.5))
    assert "worse days bring the tag" in sentence(_tag("unclear", -0.3, -0.5, -0.1))
    assert sentence(_tag("open", n=(20, 60))).endswith("With so few days we could have missed it.")
    assert brief(_tag("open", n=(20, 60))) == "no clear link yet, few days"
    assert brief(_tag("too few", n=(8, 30))) == "often enough"
    assert sentence(_tag("too few", n=(8, 30))) == "#walk: often enough (8 days with #walk, 30 without)."
    assert sentence(_tag("too few", n=(5, 30))) == (
        "#walk: 3 more days with it until it can be held against your days (5 days with #walk, 30 without)."
    )


@pytest.mark.parametrize("verdict", ["better", "worse", "unclear", "open", "same weekday", "too few"])
@pytest.mark.parametrize("points", [0.4, -0.4])
def test_nothing_is_said_to_bring_anything_about(verdict: Verdict, points: float) -> None:
    tag = _tag(verdict, points, points - 0.2, points + 0.2, (20, 20))
    told = " ".join((brief(tag), verdict_words(tag), sentence(tag), HOW_OFTEN_WRONG, NO_TAGS))
    assert not re.search(r"\b(help|work|caus|improv|effect|makes?\b|because|thanks to)", told, re.IGNORECASE)
