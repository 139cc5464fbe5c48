"""The history: whatever was done can be taken back and done again, whatever happened in between."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.models import Checkin, Goal, Schedule, Win
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.store import derived
from rutbreaker.store.connection import Connection, open_store
from rutbreaker.store.history import act, put, redo, remove, undo
from rutbreaker.store.ids import checkin_id
from rutbreaker.store.reading import many, one
from tests.conftest import MONDAY_MORNING

_TODAY = MONDAY_MORNING.date()
_SHAPES: dict[str, tuple[type, str]] = {
    "win": (Win, "text, tags, goal, deleted"),
    "goal": (Goal, "title, state, closed_on, verdict, deleted"),
    "checkin": (Checkin, "energy, interest, note, tags, mark, deleted"),
    "schedule": (Schedule, "per, rrule, times, deleted"),
}


def _picture(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Everything a person could see: the rows that are there, their tags, and what search and lists go through."""
    seen = {
        table: connection.rows(f"SELECT id, day, {fields} FROM {table} WHERE NOT deleted ORDER BY id")
        for table, (_, fields) in _SHAPES.items()
    }
    seen["tagging"] = connection.rows('SELECT tag, kind, "row" FROM tagging ORDER BY tag, kind, "row"')
    seen["done"] = [line for line in connection.rows("SELECT * FROM done ORDER BY owner, year") if "1" in line[2]]
    seen["searchable"] = connection.rows('SELECT "row", kind, day, text FROM searchable ORDER BY "row"')
    return seen


_words = st.sampled_from(["one", "two #ship", "three #ship #team", "Größe", "😀"])


class _Histories(RuleBasedStateMachine):
    """Random acts, undos and redos beside a plain list of pictures with a place in it."""

    make: Callable[[], Connection]

    @initialize()
    def open(self) -> None:
        self.connection = type(self).make()
        self.clock = FixedClock(MONDAY_MORNING)
        self.pictures = [_picture(self.connection)]
        self.place = 0

    def teardown(self) -> None:
        if not hasattr(self, "connection"):
            return
        for _ in range(self.place):
            self.back()
        assert _picture(self.connection) == self.pictures[0]
        for _ in range(len(self.pictures) - 1):
            self.again()
        with pytest.raises(NotFound):
            redo(self.connection, self.clock.now())
        self.connection.run("INSERT INTO searchable_fts (searchable_fts, rank) VALUES ('integrity-check', 1)")
        assert set(_picture(self.connection)["done"]) == derived.done(self.connection)
        self.connection.close()

    def _wrote(self) -> None:
        picture = _picture(self.connection)
        if picture != self.pictures[self.place]:
            self.pictures[self.place + 1 :] = [picture]
            self.place += 1

    def _any(self, kind: type[Any], place: int) -> Any:
        found = many(self.connection, kind)
        return found[place % len(found)] if found else None

    @rule(text=_words, several=st.integers(1, 3))
    def log(self, text: str, several: int) -> None:
        tags = tuple(word[1:] for word in text.split() if word.startswith("#"))
        with act(self.connection, self.clock.now(), "log") as doing:
            for _ in range(several):
                put(doing, Win(doing.new_id(), _TODAY, self.clock.now(), text, tags))
        self._wrote()

    @rule(text=_words, place=st.integers(0, 9))
    def edit(self, text: str, place: int) -> None:
        win = self._any(Win, place)
        if win is not None:
            with act(self.connection, self.clock.now(), "edit") as doing:
                put(doing, win._replace(text=text, tags=()))
            self._wrote()

    @rule(place=st.integers(0, 9))
    def delete(self, place: int) -> None:
        win = self._any(Win, place)
        if win is not None:
            with act(self.connection, self.clock.now(), "delete") as doing:
                assert remove(doing, "win", win.id)
            self._wrote()

    @rule(energy=st.none() | st.integers(1, 5), back=st.integers(0, 1), mark=st.sampled_from([None, "off"]))
    def check_in(self, energy: int | None, back: int, mark: str | None) -> None:
        day = _TODAY - timedelta(days=back)
        row = checkin_id(day)
        old = one(self.connection, Checkin, row) or Checkin(row, day, self.clock.now())
        with act(self.connection, self.clock.now(), "check-in") as doing:
            put(doing, old._replace(energy=energy, mark=mark))
        self._wrote()

    @rule(back=st.integers(0, 1))
    def forget_the_check_in(self, back: int) -> None:
        with act(self.connection, self.clock.now(), "forget") as doing:
            remove(doing, "checkin", checkin_id(_TODAY - timedelta(days=back)))
        self._wrote()

    @rule(place=st.integers(0, 9), state=st.sampled_from(["open", "parked", "closed"]))
    def set_a_goal(self, place: int, state: str) -> None:
        closed_on = _TODAY if state == "closed" else None
        with act(self.connection, self.clock.now(), "goal") as doing:
            goal = self._any(Goal, place) or Goal(doing.new_id(), _TODAY, self.clock.now(), "Learn Rust")
            put(doing, goal._replace(state=state, closed_on=closed_on, verdict="helped" if closed_on else None))
        self._wrote()

    @rule(place=st.integers(0, 9), times=st.none() | st.integers(1, 5))
    def set_a_schedule(self, place: int, times: int | None) -> None:
        rule_text, per = ("FREQ=DAILY", "day") if times is None else ("", "week")
        with act(self.connection, self.clock.now(), "schedule") as doing:
            kept = self._any(Schedule, place) or Schedule(doing.new_id(), _TODAY, self.clock.now(), "checkin")
            put(doing, kept._replace(per=per, rrule=rule_text, times=times))
        self._wrote()

    @rule(minutes=st.integers(-90, 90))
    def move_the_clock(self, minutes: int) -> None:
        self.clock.advance(timedelta(minutes=minutes))

    @precondition(lambda self: self.place > 0)
    @rule()
    def back(self) -> None:
        undo(self.connection, self.clock.now())
        self.place -= 1
        assert _picture(self.connection) == self.pictures[self.place]

    @precondition(lambda self: self.place < len(self.pictures) - 1)
    @rule()
    def again(self) -> None:
        redo(self.connection, self.clock.now())
        self.place += 1
        assert _picture(self.connection) == self.pictures[self.place]

    @precondition(lambda self: self.place == 0)
    @rule()
    def nothing_to_undo(self) -> None:
        with pytest.raises(NotFound):
            undo(self.connection, self.clock.now())

    @precondition(lambda self: self.place == len(self.pictures) - 1)
    @rule()
    def nothing_to_redo(self) -> None:
        with pytest.raises(NotFound):
            redo(self.connection, self.clock.now())


def test_any_history_goes_back_to_the_beginning_and_forth_to_the_end(new_file: Callable[[str], str]) -> None:
    counted = iter(range(1_000_000))

    class Histories(_Histories):
        @staticmethod
        def make() -> Connection:
            return open_store(new_file(f"{next(counted) % 4}.db"))

    run_state_machine_as_test(Histories, settings=hypothesis_settings(max_examples=40, stateful_step_count=25))


def _win(context: Context, text: str) -> Win:
    with context.act(f"win: {text}") as doing:
        win = Win(doing.new_id(), _TODAY, context.clock.now(), text)
        put(doing, win)
    return win


def _texts(context: Context) -> list[str]:
    return [win.text for win in many(context.connection, Win)]


def test_a_field_changed_twice_is_taken_back_twice(context: Context) -> None:
    win = _win(context, "first")
    for text in ("second", "third"):
        with context.act("edit") as doing:
            put(doing, win._replace(text=text))
    seen = []
    for _ in range(3):
        undo(context.connection, context.clock.now())
        seen.append(_texts(context))
    assert seen == [["second"], ["first"], []]


def test_a_field_written_twice_in_one_act_is_taken_back_to_before_it(context: Context) -> None:
    win = _win(context, "first")
    with context.act("edit") as doing:
        put(doing, win._replace(text="second"))
        put(doing, win._replace(text="third"))
    undo(context.connection, context.clock.now())
    assert _texts(context) == ["first"]
    redo(context.connection, context.clock.now())
    assert _texts(context) == ["third"]


def test_columns_that_hold_only_together_are_taken_back_together(context: Context) -> None:
    with context.act("goal") as doing:
        goal = Goal(doing.new_id(), _TODAY, context.clock.now(), "Learn Rust")
        put(doing, goal)
    with context.act("close") as doing:
        put(doing, goal._replace(state="closed", closed_on=_TODAY, verdict="helped"))
    assert undo(context.connection, context.clock.now()) == "close"
    assert one(context.connection, Goal, goal.id) == goal
    assert redo(context.connection, context.clock.now()) == "close"
    closed = one(context.connection, Goal, goal.id)
    assert closed is not None
    assert (closed.state, closed.verdict) == ("closed", "helped")


def test_what_was_done_survives_a_restart_and_so_does_taking_it_back(context: Context, clock: FixedClock) -> None:
    _win(context, "one")
    _win(context, "two")
    undo(context.connection, clock.now())
    path = context.connection.path
    context.connection.close()
    again = open_store(path)
    assert redo(again, clock.now()) == "win: two"
    assert undo(again, clock.now()) == "win: two"
    assert undo(again, clock.now()) == "win: one"
    assert many(again, Win) == []
    again.close()


def test_an_act_that_raises_leaves_nothing(context: Context) -> None:
    def everything() -> list[Any]:
        tables = ("act", "edit", "win", "searchable", "tagging", "device")
        return [context.connection.rows(f"SELECT * FROM {table}") for table in tables]

    before = everything()

    def fail() -> None:
        with context.act("win") as doing:
            put(doing, Win(doing.new_id(), _TODAY, context.clock.now(), "lost #tag", ("tag",)))
            raise BadInput("no")

    with pytest.raises(BadInput):
        fail()
    assert everything() == before
    assert not context.connection.raw.in_transaction


def test_an_act_in_which_nothing_changes_leaves_no_trace(context: Context) -> None:
    win = _win(context, "one")
    before = context.connection.changes()
    with context.act("nothing") as doing:
        assert not put(doing, win)
        assert not remove(doing, "win", "no such row")
    assert context.connection.changes() == before
    assert undo(context.connection, context.clock.now()) == "win: one"


def test_a_new_act_empties_redo(context: Context) -> None:
    _win(context, "one")
    undo(context.connection, context.clock.now())
    _win(context, "two")
    with pytest.raises(NotFound):
        redo(context.connection, context.clock.now())
    assert _texts(context) == ["two"]


def test_undoing_leaves_alone_what_was_written_by_another_machine_since(context: Context) -> None:
    """As after a merge: an edit that is newer than the act and belongs to no act of this machine."""
    win = _win(context, "one")
    with context.act("edit") as doing:
        put(doing, win._replace(text="two", tags=("kept",)))
    context.connection.run("UPDATE win SET text = 'theirs'")
    undo(context.connection, context.clock.now())
    assert [(win.text, win.tags) for win in many(context.connection, Win)] == [("theirs", ())]


def test_stamps_and_ids_grow_though_the_clock_stands_still_or_goes_back(context: Context, clock: FixedClock) -> None:
    wins = []
    for step in (0, 0, -3600, 5, -86400, 0):
        clock.advance(timedelta(seconds=step))
        wins.append(_win(context, "again"))
    ids = [win.id for win in wins]
    assert ids == sorted(set(ids))
    stamps = [stamp for (stamp,) in context.connection.rows("SELECT hlc FROM edit ORDER BY seq")]
    assert stamps == sorted(set(stamps))
    assert context.connection.rows("SELECT hlc FROM device")[0][0] >= stamps[-1]
    bases = context.connection.rows("SELECT count(*) FROM edit WHERE base >= hlc")
    assert bases == [(0,)]


def test_ids_are_unique_and_sort_by_time_under_a_frozen_clock(context: Context) -> None:
    with context.act("many") as doing:
        ids = [doing.new_id() for _ in range(10_000)]
        put(doing, Win(ids[-1], _TODAY, context.clock.now(), "last"))
    assert ids == sorted(set(ids))
    assert {(row[14], row[19] in "89ab", len(row)) for row in ids} == {("7", True, 36)}
    milliseconds = int(MONDAY_MORNING.timestamp() * 1000)
    assert int(ids[0].replace("-", "")[:12], 16) == milliseconds
    assert int(ids[-1].replace("-", "")[:12], 16) - milliseconds <= 3


def test_every_edit_is_kept_with_what_it_wrote_over(context: Context) -> None:
    win = _win(context, "one")
    with context.act("edit") as doing:
        put(doing, win._replace(text="two"))
    rows = context.connection.rows("SELECT seq, kind, field, value, base FROM edit WHERE field = 'text' ORDER BY seq")
    first = context.connection.rows("SELECT hlc FROM edit WHERE field = 'text' ORDER BY seq")[0][0]
    assert [row[1:] for row in rows] == [("win", "text", "one", None), ("win", "text", "two", first)]
    titles = context.connection.rows("SELECT title, undoes FROM act ORDER BY id")
    assert titles == [("win: one", None), ("edit", None)]


def test_a_deleted_check_in_comes_back_when_the_day_is_checked_in_again(context: Context) -> None:
    row, now = checkin_id(_TODAY), context.clock.now()
    for energy in (2, 5):
        with context.act("check-in") as doing:
            put(doing, Checkin(row, _TODAY, now, energy))
        if energy == 2:
            with context.act("delete") as doing:
                remove(doing, "checkin", row)
    assert [found.energy for found in many(context.connection, Checkin)] == [5]
    undo(context.connection, context.clock.now())
    assert many(context.connection, Checkin) == []
    undo(context.connection, context.clock.now())
    assert [found.energy for found in many(context.connection, Checkin)] == [2]


def test_a_title_is_one_line_that_cannot_speak_to_the_terminal(context: Context) -> None:
    _win(context, "red \x1b[31m" + "x" * 5000)
    title = undo(context.connection, context.clock.now())
    assert "\x1b" not in title
    assert len(title) == 72


def test_a_day_in_the_year_one_is_kept(context: Context) -> None:
    with context.act("old") as doing:
        put(doing, Win(doing.new_id(), date(1, 1, 1), context.clock.now(), "ancient"))
    assert [win.day for win in many(context.connection, Win)] == [date(1, 1, 1)]
