"""What a command is given: where things lie, what time it is, and the way to the data file."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property

from rutbreaker.cli import output
from rutbreaker.clock import Clock, SystemClock
from rutbreaker.config import Settings, read_settings
from rutbreaker.context import Context
from rutbreaker.errors import RutbreakerError
from rutbreaker.opening import open_context
from rutbreaker.paths import Places, with_backups_in


class Shell:
    """The surroundings of one command. Nothing is read before it is asked for, and nothing is made by a look.

    Args:
        places: where the data file, the configuration and the log of defects lie.
        clock: the clock to go by instead of the computer's.
    """

    def __init__(self, places: Places, clock: Clock | None = None) -> None:
        self.places = places
        self._given_clock = clock
        self.is_quiet = False
        """Whether what is wrong beside the point isn't told: in a prompt, which comes back with every line."""

    @cached_property
    def rescue_places(self) -> Places:
        """Where things lie, with the folder for backups that the configuration names."""
        return with_backups_in(self.places, self.settings.backups)

    @cached_property
    def settings(self) -> Settings:
        """What the configuration says; mistakes in it are told once."""
        found = read_settings(self.places.config)
        for problem in found.problems:
            self.complain(problem)
        return found

    def complain(self, problem: str) -> None:
        """Tell the person of something that is wrong and keeps nothing from being done."""
        if not self.is_quiet:
            output.narrate(f"rut: {problem}")

    @cached_property
    def clock(self) -> Clock:
        """The clock in use."""
        return self._given_clock or SystemClock(self.settings.day_start)

    def today(self) -> date:
        """The day it is, which goes on for some hours after midnight."""
        return self.clock.today()

    def day(self, words: str | None) -> date | None:
        """The past day that was written, or None when none was.

        Raises:
            BadInput: it can't be understood, or hasn't come yet.
        """
        if words is None:
            return None
        from rutbreaker.domain.days import parse_day

        return parse_day(words, self.today())

    @contextmanager
    def open(self, *, make: bool = False) -> Iterator[Context]:
        """The open data file. When there is none it is made with ``make``, else an empty one in memory stands for it.

        Raises:
            Unusable, Busy: nothing was changed.
        """
        context = open_context(self.places, clock=self.clock, settings=self.settings, make=make)
        for notice in context.notices:
            self.complain(notice)
        before = context.connection.changes()
        try:
            yield context
            if context.connection.changes() != before and context.is_backup_due():
                self._back_up(context)
        finally:
            context.connection.close()

    def _back_up(self, context: Context) -> None:
        """Make the backup of the day; what was written is there in any case, so a failure is only told."""
        from rutbreaker.journal.backups import back_up_daily

        try:
            back_up_daily(context)
        except RutbreakerError as error:
            self.complain(f"It was written, but today's backup could not be made. {error.message}")
