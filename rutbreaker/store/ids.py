"""Ids that two machines would give to the same thing, so that merging them makes one row of it."""

from datetime import date

_NAMESPACE = "8d9c1f0e-5c1b-5a52-9a0e-6b1f0a6f7d11"


def checkin_id(day: date) -> str:
    """The id of the check-in of a day."""
    return _named(f"checkin {day.isoformat()}")


def tick_id(routine: str, day: date) -> str:
    """The id of the tick of a routine on a day."""
    return _named(f"tick {routine} {day.isoformat()}")


def answer_id(sitting: str, item: str) -> str:
    """The id of the answer to a statement in a sitting."""
    return _named(f"answer {sitting} {item}")


def score_id(option: str, criterion: str) -> str:
    """The id of the score of an option by a criterion."""
    return _named(f"score {option} {criterion}")


def hours_id(day: date) -> str:
    """The id of the hours worked on a day."""
    return _named(f"hours {day.isoformat()}")


def snooze_id(move: str) -> str:
    """The id of what puts a next move off, by the move's key."""
    return _named(f"snooze {move}")


def _named(name: str) -> str:
    import uuid

    return str(uuid.uuid5(uuid.UUID(_NAMESPACE), name))
