"""What time it is, and which day that belongs to.

A day begins at ``day_start`` o'clock by the wall (0 to 6, usually 4): at 01:30 it is still the evening before.
Everything that needs the time is handed a clock; this module alone reads the system's.
"""

from datetime import date, datetime, timedelta

LAST_HOURS = timedelta(hours=4)
"""How long before its end a day is late."""


class Clock:
    """Tells the time and the day; the two kinds below differ in where the time comes from.

    Args:
        day_start: the hour, 0 to 6, at which a new day begins.
    """

    def __init__(self, day_start: int = 4) -> None:
        self.day_start = day_start

    def now(self) -> datetime:
        """The present moment, aware of the local offset from UTC."""
        raise NotImplementedError

    def today(self) -> date:
        """The day that the present moment belongs to."""
        return self.day_of(self.now())

    def day_of(self, moment: datetime) -> date:
        """The day that a local moment belongs to, by the hands of the wall clock it was read from."""
        return (moment.replace(tzinfo=None) - timedelta(hours=self.day_start)).date()

    def is_small_hours(self) -> bool:
        """Whether midnight has passed and the new day has not begun: "still Sunday"."""
        now = self.now()
        return self.day_of(now) != now.date()

    def is_late(self) -> bool:
        """Whether the last four hours of the day have begun, in which a day without a check-in is at risk."""
        return self.day_of(self.now() + LAST_HOURS) > self.today()


class SystemClock(Clock):
    """The computer's own clock and time zone."""

    def now(self) -> datetime:
        """The moment that the computer's clock shows."""
        return datetime.now().astimezone()


class FixedClock(Clock):
    """A clock that stands still until it is told to move: for tests, samples and pictures.

    Args:
        at: the moment it shows; must be aware.
        day_start: the hour, 0 to 6, at which a new day begins.
    """

    def __init__(self, at: datetime, day_start: int = 4) -> None:
        super().__init__(day_start)
        self.at = at

    def now(self) -> datetime:
        """The moment that it was set to."""
        return self.at

    def advance(self, step: timedelta) -> None:
        """Move the hands forward, or back for a negative step."""
        self.at += step
