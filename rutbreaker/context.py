"""What every use-case is handed: the open data file, the clock, and the settings in force."""

from contextlib import AbstractContextManager
from datetime import UTC, date
from typing import TYPE_CHECKING, NamedTuple

from rutbreaker.clock import Clock
from rutbreaker.config import Settings
from rutbreaker.errors import BadInput
from rutbreaker.store.connection import Connection
from rutbreaker.store.gate import newest_backup

if TYPE_CHECKING:
    from rutbreaker.store.history import Act


class Context(NamedTuple):
    """The data file, the clock, the settings, and the folder of the backups; built by ``opening`` alone."""

    connection: Connection
    clock: Clock
    settings: Settings
    backups: str | None = None

    def act(self, title: str) -> AbstractContextManager["Act"]:
        """Begin one thing the user does, all or nothing; ``title`` is what undo will call it."""
        from rutbreaker.store import history  # looks at the past don't need it

        return history.act(self.connection, self.clock.now(), title)

    @property
    def notices(self) -> tuple[str, ...]:
        """What to tell the person about opening the data file: that it can't be written here, or was put right."""
        return tuple(self.connection.notices)

    def is_backup_due(self) -> bool:
        """Whether the backup of the day is to be made: none is of today, and something was written before today.

        Days are UTC's here. Cheap enough to be asked after everything that is written.
        """
        if self.backups is None or self.connection.is_read_only:
            return False
        today, newest = self.clock.now().astimezone(UTC).date(), newest_backup(self.backups)
        if newest is not None and f"-{today:%Y%m%d}T" in newest:
            return False
        from rutbreaker.store import history

        begun = history.begun_on(self.connection)
        return begun is not None and begun < today

    def past_day(self, day: date | None) -> date:
        """The day on which something happened: today when none was said.

        Raises:
            BadInput: the day has not come yet.
        """
        today = self.clock.today()
        if day is None:
            return today
        if day > today:
            raise BadInput(f"{day.isoformat()} has not come yet: only what has happened can be logged.")
        return day
