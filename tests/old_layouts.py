"""Makes a data file as an older version of the program left it, out of one of today's."""

import sqlite3

_BACK = {
    1: (
        "ALTER TABLE act DROP COLUMN seal",
        "ALTER TABLE draft DROP COLUMN seal",
        "DELETE FROM _sqlite_migrations WHERE name = 'm002_seals'",
    ),
    2: (
        *(
            f"DROP TRIGGER {kind}_done_{when}"
            for kind in ("checkin", "win", "gratitude", "reflection", "tick")
            for when in ("new", "changed", "gone")
        ),
        "DROP TABLE done",
        "DROP INDEX win_of_goal",
        "DELETE FROM _sqlite_migrations WHERE name = 'm003_days_done'",
    ),
}
"""What takes a file from the layout after it back to this one."""


def make_old(path: str, version: int) -> None:
    """Take a data file back to an older version of the layout, with all that was logged in it."""
    file = sqlite3.connect(path)
    for each in sorted(_BACK, reverse=True):
        if each >= version:
            for statement in _BACK[each]:
                file.execute(statement)
    file.execute(f"PRAGMA user_version = {version}")
    file.commit()
    file.close()
