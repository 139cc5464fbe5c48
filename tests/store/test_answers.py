"""The answers of the source finder: those of late, by sitting, and nothing that is no answer."""

from datetime import date, timedelta

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.models import Answer, Sitting
from rutbreaker.store.answers import answered_since, answers_by_sitting, answers_of
from rutbreaker.store.history import put, remove

_TODAY = date(2026, 11, 23)


def _sit(context: Context, clock: FixedClock, days_ago: int | None, answers: dict[str, int]) -> str:
    """A sitting, finished so many days ago or not at all."""
    finished = None if days_ago is None else _TODAY - timedelta(days=days_ago)
    with context.act("a sitting") as doing:
        sitting = Sitting(doing.new_id(), _TODAY - timedelta(days=50), clock.now(), 7, finished)
        put(doing, sitting)
        for item, value in answers.items():
            put(doing, Answer(doing.new_id(), sitting.day, clock.now(), sitting.id, item, value))
    return sitting.id


def test_sittings_of_late_come_newest_first_each_with_its_answers(context: Context, clock: FixedClock) -> None:
    for days_ago, value in ((10, 1), (3, 2), (11, 3), (None, 4)):
        _sit(context, clock, days_ago, {"A1": value, "X2": 5})
    gone = _sit(context, clock, 1, {"A1": 5})
    with context.act("delete it") as doing:
        remove(doing, "sitting", gone)
    found = answered_since(context.connection, _TODAY - timedelta(days=10))
    assert found == [
        (_TODAY - timedelta(days=3), {"A1": 2, "X2": 5}),
        (_TODAY - timedelta(days=10), {"A1": 1, "X2": 5}),
    ]


def test_what_is_no_statement_is_no_answer(context: Context, clock: FixedClock) -> None:
    sitting = _sit(context, clock, 3, {"A1": 4, "Z9": 3})
    assert answers_of(context.connection, sitting) == {"A1": 4}
    assert answers_by_sitting(context.connection) == {sitting: {"A1": 4}}
