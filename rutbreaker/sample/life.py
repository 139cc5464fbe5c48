"""Lives the invented days, one after the other: what is told of each in the story, and what a day usually brings."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.sample.arc import DAYS, Luck

Chapter = Callable[["Life"], object]
"""Something that happens, once."""

_FRIDAY = 4


class Life:
    """Writes a life into an empty data file, so that it ends today by the clock of ``context``.

    ``done`` remembers what chapters made, by names of their own, for those that come later; ``luck`` makes the days
    differ, and ``ago`` says how far the day that is lived lies before the last.
    """

    def __init__(self, context: Context, seed: int) -> None:
        self.now = context.clock.now()
        self.clock = FixedClock(self.now - timedelta(days=DAYS + 1), context.clock.day_start)
        self.context = context._replace(clock=self.clock)
        self.last = context.clock.today()
        self.ago = DAYS
        self.chance = Random(seed)  # noqa: S311 - believable, not secret
        self.done: dict[str, Any] = {}
        self.luck = Luck(self.chance)
        self._decks: dict[str, list[Any]] = {}

    @property
    def day(self) -> date:
        """The day that is being lived."""
        return self.last - timedelta(days=self.ago)

    @property
    def is_weekend(self) -> bool:
        """Whether it is a Saturday or Sunday."""
        return self.day.weekday() > _FRIDAY

    @property
    def is_friday(self) -> bool:
        """Whether it is the last day of the working week."""
        return self.day.weekday() == _FRIDAY

    def live(self, story: Sequence[tuple[int, Chapter]], habits: Sequence[Chapter]) -> None:
        """Live every day: what the story tells of it, then each habit. A chapter of a weekend waits for the Monday."""
        waiting: list[Chapter] = []
        told = iter(sorted(story, key=lambda row: -row[0]))
        ahead = next(told, None)
        for self.ago in range(DAYS, -1, -1):
            while ahead is not None and ahead[0] >= self.ago:
                waiting.append(ahead[1])
                ahead = next(told, None)
            if not self.is_weekend or self.ago == 0:
                for chapter in waiting:
                    self.at(9)
                    chapter(self)
                waiting = []
            for habit in habits:
                habit(self)

    def at(self, hour: int) -> None:
        """Move the hands to an hour of the day that is lived; never past the present moment, and never back."""
        moment = datetime.combine(self.day, time(hour, self.chance.randrange(60)), self.now.tzinfo)
        self.clock.at = max(self.clock.at, min(moment, self.now))

    def draw(self, deck: str, cards: Iterable[Any]) -> Any:
        """A card of a deck that was shuffled; all are drawn before one comes again."""
        if self._decks.get(deck) == []:
            del self._decks[deck]
        return self.draw_once(deck, cards)

    def draw_once(self, deck: str, cards: Iterable[Any]) -> Any | None:
        """A card of a deck that was shuffled; None when all were drawn."""
        if deck not in self._decks:
            self._decks[deck] = list(cards)
            self.chance.shuffle(self._decks[deck])
        left = self._decks[deck]
        return left.pop() if left else None
