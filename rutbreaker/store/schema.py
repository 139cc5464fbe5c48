"""The shape of the data file, as migrations that are only ever added to.

Imported only when a file must be made or brought up to date, because sqlite-utils costs 150 ms to import. A migration,
once released, is never changed: files that were made by it exist. ``layout.VERSION`` is how many there are.
"""

from sqlite_utils import Database, Migrations

from rutbreaker.store.connection import APPLICATION_ID, Connection, translated
from rutbreaker.store.derived import year_lines
from rutbreaker.store.first_layout import make_first_layout
from rutbreaker.store.layout import VERSION, version_of
from rutbreaker.store.seals import ACT_FIELDS, DRAFT_FIELDS, EDIT_FIELDS, extended, seal_of

migrations = Migrations("rutbreaker")


def migrate(connection: Connection) -> None:
    """Bring a file up to date, all or nothing, waiting for any other program that is doing so."""
    with connection.immediate(), translated(connection.path):
        if version_of(connection) == VERSION:
            return
        database = Database(connection.raw, execute_plugins=False)
        migrations.apply(database)
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}").close()
        database.execute(f"PRAGMA user_version = {VERSION}").close()


@migrations()
def m001_the_first_layout(db: Database) -> None:
    """Everything the words of the product stand for, the history, the drafts, and the index of words."""
    make_first_layout(db)


@migrations()
def m002_seals(db: Database) -> None:
    """A checksum of every act with its edits and of every draft, so that damage is noticed."""
    connection = db.conn
    for table in ("act", "draft"):
        db.execute(f"ALTER TABLE {table} ADD COLUMN seal INTEGER NOT NULL DEFAULT 0")
    sealed: dict[str, int] = {}
    for row in connection.execute(f"SELECT {ACT_FIELDS} FROM act").fetchall():
        sealed[row[0]] = extended(0, row)
    for row in connection.execute(f"SELECT {EDIT_FIELDS} FROM edit ORDER BY device, epoch, seq").fetchall():
        sealed[row[4]] = extended(sealed[row[4]], row)
    connection.executemany("UPDATE act SET seal = ? WHERE id = ?", [(seal, act) for act, seal in sealed.items()])
    for row in connection.execute(f"SELECT {DRAFT_FIELDS} FROM draft").fetchall():
        connection.execute("UPDATE draft SET seal = ? WHERE name = ?", (seal_of([row]), row[0]))


@migrations()
def m003_days_done(db: Database) -> None:
    """A line for each year of whatever has a streak, a sign for each day, so that no streak reads every entry.

    A sign is worked out anew by triggers when something on its day changes. And the wins of a goal are found at once.
    """
    db.execute(
        """
        CREATE TABLE done (
            owner TEXT NOT NULL, year INTEGER NOT NULL, days TEXT NOT NULL CHECK (length(days) = 366),
            PRIMARY KEY (owner, year)
        ) STRICT, WITHOUT ROWID"""
    )
    rated = "coalesce(energy, interest, pressure, progress, people) IS NOT NULL"
    _keep_done(db, "checkin", "'checkin'", rated, "day, deleted, energy, interest, pressure, progress, people")
    for kind in ("win", "gratitude", "reflection"):
        _keep_done(db, kind, f"'{kind}'", "1", "day, deleted")
    _keep_done(db, "tick", "routine", "1", "day, deleted, routine")
    # Few wins are a goal's: they need no place in an index of all.
    db.execute("CREATE INDEX win_of_goal ON win (goal, day, deleted) WHERE goal IS NOT NULL")


def _keep_done(db: Database, kind: str, owner: str, condition: str, columns: str) -> None:
    """Fill ``done`` from a kind, and keep it so: ``owner`` and ``condition`` are SQL, and ``columns`` those in them."""
    new, old = (
        f"""
        INSERT INTO done (owner, year, days)
            SELECT {its_owner}, CAST(strftime('%Y', {row}.day) AS INTEGER), printf('%0366d', 0)
            WHERE strftime('%Y', {row}.day) IS NOT NULL
            ON CONFLICT DO NOTHING;
        UPDATE done SET days = substr(days, 1, strftime('%j', {row}.day) - 1) || EXISTS (
            SELECT 1 FROM {kind} WHERE day = {row}.day AND {owner} = {its_owner} AND NOT deleted AND {condition}
        ) || substr(days, strftime('%j', {row}.day) + 1)
        WHERE owner = {its_owner} AND year = CAST(strftime('%Y', {row}.day) AS INTEGER);"""
        for row, its_owner in (
            ("new", owner if owner.startswith("'") else f"new.{owner}"),
            ("old", owner if owner.startswith("'") else f"old.{owner}"),
        )
    )
    db.execute(f"CREATE TRIGGER {kind}_done_new AFTER INSERT ON {kind} BEGIN {new} END")
    db.execute(f"CREATE TRIGGER {kind}_done_changed AFTER UPDATE OF {columns} ON {kind} BEGIN {old} {new} END")
    db.execute(f"CREATE TRIGGER {kind}_done_gone AFTER DELETE ON {kind} BEGIN {old} END")
    found = db.conn.execute(f"SELECT {owner}, day FROM {kind} WHERE NOT deleted AND {condition}").fetchall()
    db.conn.executemany("INSERT INTO done (owner, year, days) VALUES (?, ?, ?)", year_lines(found))
