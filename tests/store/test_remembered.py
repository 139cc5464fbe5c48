"""Answers are remembered until the data change, in whatever program."""

from collections.abc import Callable

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.models import Win
from rutbreaker.store.connection import open_store
from rutbreaker.store.history import act, put, undo
from rutbreaker.store.remembered import remembered


class _Counting:
    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> int:
        self.times += 1
        return self.times


def test_a_question_is_answered_once_until_something_is_written(context: Context, clock: FixedClock) -> None:
    find = _Counting()
    assert [remembered(context.connection, "a", find) for _ in range(3)] == [1, 1, 1]
    assert remembered(context.connection, "b", find) == 2
    with context.act("win") as doing:
        put(doing, Win(doing.new_id(), clock.today(), clock.now(), "Shipped"))
    assert remembered(context.connection, "a", find) == 3
    undo(context.connection, clock.now())
    assert remembered(context.connection, "a", find) == 4


def test_what_another_program_wrote_counts_too(context: Context, clock: FixedClock) -> None:
    find = _Counting()
    assert remembered(context.connection, "a", find) == 1
    other = open_store(context.connection.path)
    with act(other, clock.now(), "win") as doing:
        put(doing, Win(doing.new_id(), clock.today(), clock.now(), "Shipped elsewhere"))
    other.close()
    assert remembered(context.connection, "a", find) == 2


def test_each_file_has_its_own_answers(context: Context, new_file: Callable[[str], str]) -> None:
    find = _Counting()
    assert remembered(context.connection, "a", find) == 1
    other = open_store(new_file("other.db"))
    assert remembered(other, "a", find) == 2
    assert remembered(context.connection, "a", find) == 1
    other.close()


def test_no_answer_is_an_answer(context: Context) -> None:
    asked: list[str] = []

    def find() -> None:
        asked.append("once")

    assert remembered(context.connection, "a", find) is None
    assert remembered(context.connection, "a", find) is None
    assert asked == ["once"]
