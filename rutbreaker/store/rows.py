"""Between models and rows: which table a model lives in, and how each of its fields is written and read.

A field is a column of the same name, but for ``at``, which is two: the UTC instant in milliseconds and the ``offset``
in minutes of the place where it was logged. Tags are one text of words with spaces between.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from importlib import import_module
from typing import Any, NamedTuple, TypeVar

from rutbreaker.domain import models

Model = TypeVar("Model", bound=NamedTuple)

_ELSEWHERE = {"hiding": ("rutbreaker.domain.hiding", "Hiding"), "dismissal": ("rutbreaker.domain.slumps", "Dismissal")}
"""What is stored and lives with its rules, not with the models: its module and name."""

_NAMES = {name.lower(): name for name in models.HOMES}

KINDS = (*_NAMES, *_ELSEWHERE)
"""Every *kind* of thing that is stored; it is the name of its table too."""

UNREADABLE = date(1970, 1, 1)
"""Stands for a day that can't be read."""

_DAYS = frozenset({"day", "due", "until", "wake"})
_FLAGS = frozenset({"asked_out", "asks_step", "has_offer", "is_thin", "known", "let_go", "met", "stays"})


def instant_text(moment: datetime) -> str:
    """An aware moment as UTC text with milliseconds, which sorts by time."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def moment_of(text: str, offset: int) -> datetime:
    """The moment that ``instant_text`` wrote, as the clocks showed it ``offset`` minutes east of UTC.

    What can't be read, because another program wrote it or the disk lost a bit, is the beginning of 1970: one bad row
    must not keep all the others from being seen.
    """
    try:
        return datetime.fromisoformat(text).astimezone(timezone(timedelta(minutes=offset)))
    except (ValueError, OverflowError):
        return datetime.combine(UNREADABLE, datetime.min.time(), UTC)


def day_of(text: str) -> date:
    """The day that a column holds; ``UNREADABLE`` where it holds none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return UNREADABLE


def kind_of(model: type) -> str:
    """The kind of a model."""
    return model.__name__.lower()


def model_named(kind: str) -> type[Any]:
    """The model of a kind, made when it is first asked for."""
    module, name = _ELSEWHERE.get(kind) or (models.__name__, _NAMES[kind])
    found: type[Any] = getattr(import_module(module), name)
    return found


def columns(model: type) -> str:
    """The columns of a model, in the order that ``model_of`` expects them."""
    return ", ".join('at, "offset"' if field == "at" else field for field in _fields(model))


def model_of(model: type[Model], row: tuple[Any, ...]) -> Model:
    """The model in a row of its ``columns``."""
    moment = moment_of(row[2], row[3])
    make: Callable[..., Model] = model
    try:
        rest = [_read(field, value) for field, value in zip(_fields(model)[3:], row[4:], strict=True)]
        return make(row[0], date.fromisoformat(row[1]), moment, *rest)
    except ValueError:
        rest = [_read_if_sound(model, field, value) for field, value in zip(_fields(model)[3:], row[4:], strict=True)]
        return make(row[0], day_of(row[1]), moment, *rest)


def values_of(model: NamedTuple) -> dict[str, Any]:
    """The columns of a model with the values that are written, in order; the id comes first."""
    values: dict[str, Any] = {}
    for field, value in model._asdict().items():
        if field == "at":
            values["at"] = instant_text(value)
            values["offset"] = int(value.utcoffset().total_seconds() // 60)
        else:
            values[field] = _written(value)
    return values


def at_first(kind: str, field: str) -> Any:
    """What a column holds in a row that says nothing of it: what the model has by default, and not deleted."""
    if field == "deleted":
        return 0
    return _written(model_named(kind)._field_defaults.get(field))


def _fields(model: type) -> tuple[str, ...]:
    fields: tuple[str, ...] = model._fields  # type: ignore[attr-defined]
    return fields


def _read(field: str, value: Any) -> Any:
    reader = date.fromisoformat if field.endswith("_on") else _READERS.get(field)
    return value if reader is None or value is None else reader(value)


def _read_if_sound(model: type, field: str, value: Any) -> Any:
    """The value of a field; where it is a day that can't be read, none where none is needed."""
    try:
        return _read(field, value)
    except ValueError:
        return model._field_defaults.get(field, UNREADABLE)  # type: ignore[attr-defined]


def _tags(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_READERS: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(_DAYS, date.fromisoformat),
    **dict.fromkeys(_FLAGS, bool),
    "tags": _tags,
}


def _written(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, tuple):
        return " ".join(value)
    return value
