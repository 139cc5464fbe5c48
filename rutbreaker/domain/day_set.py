"""A set of days as a line of flags: what streaks are made of, years of it at a time rather than day by day."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import compress


class DaySet(Collection[date]):
    """Days, each once and in order, as ``flags``: one byte for each day from the ordinal ``first`` on, 1 or 0."""

    __slots__ = ("first", "flags")

    def __init__(self, first: int = 1, flags: bytes = b"") -> None:
        """Take the flags as they are; leading and trailing zeros do no harm."""
        self.first = first
        self.flags = flags

    @classmethod
    def of(cls, days: Iterable[date]) -> "DaySet":
        """The set of these days; a set of days is given back as it is."""
        if isinstance(days, DaySet):
            return days
        ordinals = set(map(date.toordinal, days))
        if not ordinals:
            return cls()
        first = min(ordinals)
        return cls(first, bytes(map(ordinals.__contains__, range(first, max(ordinals) + 1))))

    def __contains__(self, day: object) -> bool:
        if not isinstance(day, date):
            return False
        place = day.toordinal() - self.first
        return 0 <= place < len(self.flags) and self.flags[place] == 1

    def __iter__(self) -> Iterator[date]:
        return map(date.fromordinal, compress(range(self.first, self.first + len(self.flags)), self.flags))

    def __len__(self) -> int:
        return self.flags.count(1)

    @property
    def earliest(self) -> date | None:
        """The first of the days, None when there is none."""
        place = self.flags.find(1)
        return None if place < 0 else date.fromordinal(self.first + place)

    @property
    def latest(self) -> date | None:
        """The last of the days, None when there is none."""
        place = self.flags.rfind(1)
        return None if place < 0 else date.fromordinal(self.first + place)

    def between(self, first: date, last: date) -> "DaySet":
        """Those of the days that lie from ``first`` to ``last``."""
        begin = first.toordinal()
        return DaySet(begin, self.flags_between(begin, last.toordinal() + 1))

    def flags_between(self, first: int, after: int) -> bytes:
        """The flags of the ordinals from ``first`` to before ``after``, zeros where the set has none."""
        before = max(self.first - first, 0)
        held = self.flags[max(first - self.first, 0) : max(after - self.first, 0)]
        return (bytes(before) + held)[: after - first].ljust(after - first, b"\0")
