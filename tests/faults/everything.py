"""A data file with one thing of every kind in it, each of whose texts is the one that is given."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain import models as m
from rutbreaker.domain.slumps import Dismissal
from rutbreaker.domain.statements import STATEMENTS
from rutbreaker.store.history import put
from rutbreaker.store.ids import answer_id, checkin_id, hours_id, score_id, snooze_id, tick_id


def fill(context: Context, text: str, key: str = "0") -> None:
    """Put it into the file past every check that a field makes, as another program or an older version might have.

    Args:
        context: the open data file.
        text: what every text is.
        key: tells the rows of several calls apart; one character.
    """
    now, today = context.clock.now(), context.clock.today()
    with context.act(f"all: {text}") as doing:
        for row in _rows(text, key, today - timedelta(days=int(key, 36) % 36), now):
            put(doing, row)


def _rows(text: str, key: str, day: date, now: datetime) -> Iterator[NamedTuple]:
    def made(kind: str) -> tuple[str, date, datetime]:
        return f"0{kind:_<7}-{key}", day, now

    goal, routine, person, event = (made(kind)[0] for kind in ("goal", "routine", "person", "event"))
    option, criterion, sitting = (made(kind)[0] for kind in ("option", "criteri", "sitting"))
    yield m.Checkin(checkin_id(day), day, now, 3, 2, 4, 3, 5, note=text)
    yield m.Goal(*made("goal"), text, why=text, obstacle=text, plan=text, unit=text, due=day, learnt=text)
    yield m.Win(*made("win"), text)
    yield m.Gratitude(*made("thanks"), text, text, text)
    yield m.Reflection(*made("page"), text, text)
    yield m.Reflection(*made("pages"), f"# {text}\n\n- {text}\n\n| a | b |\n|---|---|\n| {text} | x |\n")
    yield m.Hours(hours_id(day), day, now, 60)
    yield m.Step(*made("step"), goal, text, due=day)
    yield m.Routine(*made("routine"), goal, text)
    yield m.Schedule(*made("rhythm"), routine, "day", "FREQ=DAILY")
    yield m.Tick(tick_id(routine, day), day, now, routine)
    yield m.Session(*made("session"), goal, 45, text)
    yield m.Person(*made("person"), text, "peer", text, 7, text, text, text)
    yield m.Event(*made("event"), text, text)
    yield m.Contact(*made("contact"), person, text, text, event)
    yield m.Sitting(sitting, day, now, 1, day)
    for statement in STATEMENTS:
        yield m.Answer(answer_id(sitting, statement), day, now, sitting, statement, 4)
    yield m.Readiness(*made("ready"), "tried", True, text)
    yield m.Ruler(*made("ruler"), "importance", 7)
    yield m.Option(option, day, now, text, False, text, text, text, text, text, text, text, text)
    yield m.Criterion(criterion, day, now, text, 2)
    yield m.Score(score_id(option, criterion), day, now, option, criterion, 4)
    yield m.Runway(*made("runway"), 4.0)
    yield m.Pause(*made("pause"), day, "rest")
    yield m.Snooze(snooze_id(f"step {key}"), day, now, f"step {key}", day + timedelta(days=1))
    yield (
        m.Dismissal(*made("notice"), text, True) if hasattr(m, "Dismissal") else Dismissal(*made("notice"), text, True)
    )
