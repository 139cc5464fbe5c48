"""The everyday acts, as somebody would do them and as the file holds them."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.clock import FixedClock
from rutbreaker.config import Settings
from rutbreaker.context import Context
from rutbreaker.errors import BadInput
from rutbreaker.journal.checkins import check_in, read_ratings
from rutbreaker.journal.daily import log_gratitude, log_win
from rutbreaker.journal.day_view import day_view
from rutbreaker.journal.history import redo, undo
from rutbreaker.store.checkins import latest_checkins
from rutbreaker.store.connection import open_store

_TODAY = date(2026, 11, 23)
_ALL = {"energy": 3, "interest": 2, "pressure": 4, "progress": 3, "people": 5}


def _stored(context: Context, table: str, columns: str) -> list[tuple[object, ...]]:
    return context.connection.rows(f"SELECT {columns} FROM {table} WHERE NOT deleted ORDER BY day, at, id")


def test_a_win_is_kept_as_typed_with_its_tags_day_and_moment(context: Context) -> None:
    log_win(context, "  Shipped [bold]the importer[/x] \x1b[31m #Ship #team \n", tags=["#Big"])
    columns = 'text, tags, day, at, "offset"'
    assert _stored(context, "win", columns) == [
        (
            "Shipped [bold]the importer[/x] \x1b[31m #Ship #team",
            "ship team big",
            "2026-11-23",
            "2026-11-23T07:55:00.000Z",
            60,
        )
    ]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("two\nlines", "two lines"),
        ("two\r\n\r\n  lines", "two lines"),
        ("one\rtwo", "one two"),
        ("a\u2028b", "a b"),
        ("nul\0 and \udce9 surrogate", "nul and  surrogate"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_a_win_is_one_line_that_can_be_stored(context: Context, typed: str, kept: str) -> None:
    assert log_win(context, typed).text == kept
    assert _stored(context, "win", "text") == [(kept,)]


@given(st.text())
def test_any_text_is_kept_or_refused_and_never_half(context: Context, text: str) -> None:
    before = len(_stored(context, "win", "id"))
    try:
        win = log_win(context, text)
    except BadInput:
        assert not text.replace("\0", "").strip()
        assert len(_stored(context, "win", "id")) == before
    else:
        assert (win.text, " ".join(win.tags)) in _stored(context, "win", "text, tags")


def test_a_million_characters_are_a_win_too(context: Context) -> None:
    log_win(context, "x" * 1_000_000 + " #long")
    assert _stored(context, "win", "length(text), tags") == [(1_000_006, "long")]
    assert undo(context).startswith("win: xxx")


@pytest.mark.parametrize(
    ("text", "tags"), [("", ()), (" \n\t ", ()), ("\0", ()), ("fine", ("two words",)), ("fine", ("#",))]
)
def test_what_cannot_be_a_win_is_refused_and_nothing_is_written(
    context: Context, text: str, tags: tuple[str, ...]
) -> None:
    with pytest.raises(BadInput):
        log_win(context, text, tags=tags)
    assert context.connection.rows("SELECT count(*) FROM act") == [(0,)]


def test_a_day_to_come_is_refused_and_any_past_one_is_taken(context: Context) -> None:
    with pytest.raises(BadInput, match="has not come yet"):
        log_win(context, "soon", day=_TODAY + timedelta(days=1))
    log_win(context, "then", day=date(1999, 12, 31))
    # It belongs to that day, and was written now.
    assert _stored(context, "win", "day, at") == [("1999-12-31", "2026-11-23T07:55:00.000Z")]


def test_gratitude_has_a_why_and_a_person(context: Context) -> None:
    log_gratitude(context, "Covered for me #team", why="I had not\nslept", person=" Ana  Ruiz ")
    assert _stored(context, "gratitude", "text, why, person, tags") == [
        ("Covered for me #team", "I had not slept", "Ana  Ruiz", "team")
    ]


def test_a_check_in_is_one_a_day_and_amending_keeps_the_rest(context: Context, clock: FixedClock) -> None:
    check_in(context, _ALL, note="long review #meetings", tags=["late"])
    clock.advance(timedelta(hours=2))
    check_in(context, {"energy": 5, "people": None})
    columns = "energy, interest, pressure, progress, people, note, tags, at, rated_on"
    assert _stored(context, "checkin", columns) == [
        (5, 2, 4, 3, None, "long review #meetings", "meetings late", "2026-11-23T07:55:00.000Z", "2026-11-23")
    ]
    check_in(context, {}, note="quiet #deepwork")
    assert _stored(context, "checkin", "note, tags") == [("quiet #deepwork", "deepwork late")]
    check_in(context, {}, tags=["walk"], mark="off")
    assert _stored(context, "checkin", "tags, mark") == [("deepwork late walk", "off")]
    check_in(context, {}, mark="")
    assert _stored(context, "checkin", "tags, mark") == [("deepwork late walk", None)]


def test_an_amended_check_in_is_taken_back_step_by_step(context: Context) -> None:
    check_in(context, {"energy": 1})
    check_in(context, {"energy": 2})
    check_in(context, {"energy": 3})
    seen = []
    for again in (undo, undo, redo, undo, undo):
        again(context)
        seen.append([energy for (energy,) in _stored(context, "checkin", "energy")])
    assert seen == [[2], [1], [2], [1], []]


def test_amending_does_not_write_over_what_another_window_amended(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another window amends the same day after ours was asked and before it has the lock."""
    check_in(context, {"energy": 1})
    other = Context(open_store(context.connection.path), context.clock, context.settings)
    begin, waiting = type(context).act, [True]

    def begin_late(self: Context, title: str) -> object:
        if self is context and waiting:
            waiting.pop()
            check_in(other, {"interest": 4})
        return begin(self, title)

    monkeypatch.setattr(Context, "act", begin_late)
    check_in(context, {"energy": 5})
    other.connection.close()
    assert _stored(context, "checkin", "energy, interest") == [(5, 4)]


@pytest.mark.parametrize(
    "ratings", [{"energy": 0}, {"energy": 6}, {"pressure": -1}, {"mood": 3}, {}, {"energy": None, "people": None}]
)
def test_a_check_in_that_says_nothing_or_nonsense_is_refused(context: Context, ratings: dict[str, int | None]) -> None:
    with pytest.raises(BadInput):
        check_in(context, ratings)
    with pytest.raises(BadInput):
        check_in(context, {"energy": 3}, mark="tired")
    assert _stored(context, "checkin", "id") == []


def test_a_check_in_cannot_be_emptied_by_amending_it(context: Context) -> None:
    check_in(context, {"energy": 3})
    with pytest.raises(BadInput):
        check_in(context, {"energy": None})
    assert _stored(context, "checkin", "energy") == [(3,)]


def test_a_mark_alone_is_not_rated_until_it_is(context: Context, clock: FixedClock) -> None:
    check_in(context, {}, mark="sick")
    assert _stored(context, "checkin", "mark, rated_on") == [("sick", None)]
    clock.advance(timedelta(days=3))
    check_in(context, {"energy": 2}, day=_TODAY)
    assert _stored(context, "checkin", "mark, rated_on") == [("sick", "2026-11-26")]


def test_a_day_shows_its_check_in_and_what_was_logged_newest_first(context: Context, clock: FixedClock) -> None:
    check_in(context, _ALL)
    log_win(context, "first")
    clock.advance(timedelta(minutes=5))
    log_gratitude(context, "second")
    log_win(context, "another day", day=_TODAY - timedelta(days=1))
    today = day_view(context)
    assert today.day == _TODAY
    assert today.checkin is not None
    assert [line.text for line in today.lines] == ["second", "first"]
    assert [line.text for line in day_view(context, _TODAY - timedelta(days=1)).lines] == ["another day"]
    assert day_view(context, date(2000, 1, 1)) == (date(2000, 1, 1), None, ())


def test_the_recent_check_ins_are_the_rated_ones_oldest_first(context: Context) -> None:
    for back in range(9):
        check_in(context, {"energy": 1 + back % 5}, day=_TODAY - timedelta(days=back))
    check_in(context, {}, day=_TODAY - timedelta(days=20), mark="off")
    assert [checkin.day for checkin in latest_checkins(context.connection, _TODAY, 3)] == [
        _TODAY - timedelta(days=back) for back in (2, 1, 0)
    ]
    assert len(latest_checkins(context.connection, _TODAY, 50)) == 9


@pytest.mark.parametrize(
    ("words", "ratings"),
    [
        (["3", "2", "4", "3", "5"], _ALL),
        (["32435"], _ALL),
        (["3", "-", "4"], {"energy": 3, "interest": None, "pressure": 4}),
        (["3-4"], {"energy": 3, "interest": None, "pressure": 4}),
        ([], {}),
    ],
)
def test_ratings_are_read_as_typed(words: list[str], ratings: dict[str, int | None]) -> None:
    assert read_ratings(words) == ratings


@pytest.mark.parametrize(
    "words", [["0"], ["6"], ["x"], ["3", "10"], ["333333"], ["1"] * 6, ["٣"], ["²"], [""], ["1.5"]]
)
def test_what_is_no_rating_is_refused(context: Context, words: list[str]) -> None:
    with pytest.raises(BadInput):
        check_in(context, read_ratings(words))


_BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("moment", "day_start", "day"),
    [
        (datetime(2026, 11, 24, 1, 30, tzinfo=_BERLIN), 4, _TODAY),
        (datetime(2026, 11, 24, 3, 59, 59, tzinfo=_BERLIN), 4, _TODAY),
        (datetime(2026, 11, 24, 4, 0, tzinfo=_BERLIN), 4, date(2026, 11, 24)),
        (datetime(2026, 11, 24, 0, 0, tzinfo=_BERLIN), 0, date(2026, 11, 24)),
        (datetime(2026, 11, 24, 0, 59, tzinfo=_BERLIN), 1, _TODAY),
        (datetime(2026, 11, 24, 5, 59, tzinfo=_BERLIN), 6, _TODAY),
        (datetime(2026, 11, 24, 6, 0, tzinfo=_BERLIN), 6, date(2026, 11, 24)),
        # The clocks go forward at two on 29 March and back at three on 25 October: what counts is what they show.
        (datetime(2026, 3, 29, 3, 30, tzinfo=_BERLIN), 4, date(2026, 3, 28)),
        (datetime(2026, 3, 29, 4, 0, tzinfo=_BERLIN), 4, date(2026, 3, 29)),
        (datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=_BERLIN), 3, date(2026, 10, 24)),
        (datetime(2026, 10, 25, 3, 0, tzinfo=_BERLIN), 3, date(2026, 10, 25)),
        (datetime(2026, 1, 1, 2, 0, tzinfo=_BERLIN), 4, date(2025, 12, 31)),
    ],
)
def test_the_small_hours_belong_to_the_day_before(
    new_file: Callable[[str], str], moment: datetime, day_start: int, day: date
) -> None:
    clock = FixedClock(moment, day_start)
    context = Context(open_store(new_file("night.db")), clock, Settings(day_start=day_start))
    log_win(context, "late")
    check_in(context, {"energy": 3})
    assert _stored(context, "win", "day") == _stored(context, "checkin", "day") == [(day.isoformat(),)]
    assert clock.is_small_hours() is (day != moment.date())
    context.connection.close()


def test_the_day_stays_the_day_it_was_lived_on_a_flight_and_after_a_new_day_start(
    new_file: Callable[[str], str],
) -> None:
    path = new_file("flight.db")
    west, east = timezone(timedelta(hours=-8)), timezone(timedelta(hours=9))
    evening = datetime(2026, 6, 1, 23, 30, tzinfo=west)
    context = Context(open_store(path), FixedClock(evening), Settings())
    log_win(context, "before the flight")
    context.connection.close()

    landed = Context(open_store(path), FixedClock(datetime(2026, 6, 3, 5, 0, tzinfo=east), 0), Settings(day_start=0))
    lines = day_view(landed, date(2026, 6, 1)).lines
    assert [(line.text, line.at) for line in lines] == [("before the flight", evening)]
    # It shows the time that stood on the clock there.
    assert lines[0].at.strftime("%H:%M %z") == "23:30 -0800"
    log_win(landed, "after it")
    assert _stored(landed, "win", "text, day") == [("before the flight", "2026-06-01"), ("after it", "2026-06-03")]
    landed.connection.close()
