"""Trials in the data file."""

from datetime import date

from rutbreaker.domain.models import Trial
from rutbreaker.store.connection import Connection
from rutbreaker.store.reading import many


def trials(connection: Connection) -> list[Trial]:
    """Every trial, the latest first."""
    return many(connection, Trial, order="day DESC, at DESC, id DESC")


def running_trial(connection: Connection, today: date) -> Trial | None:
    """The trial that goes on or begins later, or None."""
    found = many(connection, Trial, "stopped_on IS NULL AND until >= ?", (today.isoformat(),), order="day, at LIMIT 1")
    return found[0] if found else None
