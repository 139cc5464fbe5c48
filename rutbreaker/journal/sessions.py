"""Time spent on goals, in minutes."""

from datetime import date

from rutbreaker.context import Context
from rutbreaker.domain.durations import minutes_words, read_session
from rutbreaker.domain.goals import check_open
from rutbreaker.domain.models import Session
from rutbreaker.domain.text import flat
from rutbreaker.store.goals import goal_of
from rutbreaker.store.history import put
from rutbreaker.store.reading import existing


def log_session(context: Context, goal_id: str, text: str, day: date | None = None) -> Session:
    """Log time spent on a goal, as "45m rust book ch. 3".

    Raises:
        BadInput: it doesn't begin with a length of time, the day has not come yet, or the goal is closed.
        NotFound: the goal is gone.
    """
    minutes, line = read_session(text)
    day = context.past_day(day)
    with context.act("session") as doing:
        goal = goal_of(context.connection, goal_id)
        check_open(goal)
        doing.title = f"session: {minutes_words(minutes)} on {goal.title}"
        session = Session(doing.new_id(), day, context.clock.now(), goal_id, minutes, flat(line))
        put(doing, session)
    return session


def change_session(context: Context, session_id: str, text: str, day: date) -> Session:
    """Give a session another length, line and day.

    Raises:
        BadInput: it doesn't begin with a length of time, or the day has not come yet.
        NotFound: it is gone.
    """
    minutes, line = read_session(text)
    day = context.past_day(day)
    with context.act(f"edit session: {minutes_words(minutes)} {line}") as doing:
        session = existing(context.connection, Session, session_id)
        session = session._replace(minutes=minutes, text=flat(line), day=day)
        put(doing, session)
    return session
