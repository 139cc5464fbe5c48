"""The first layout of the data file, as the first files have it; like every migration it never changes."""

from sqlite_utils import Database


def _date(name: str) -> str:
    # With a modifier SQLite works the date out anew, so that 30 February isn't itself; for NULL both sides are NULL.
    return f"{name} TEXT CHECK ({name} IS date({name}, '+0 days'))"


_MADE = f"""
    id TEXT PRIMARY KEY,
    {_date("day")} NOT NULL,
    at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
    "offset" INTEGER NOT NULL CHECK ("offset" BETWEEN -1440 AND 1440),
    stamp TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))"""
"""The columns of everything a user makes."""


def _rating(name: str) -> str:
    return f"{name} INTEGER CHECK ({name} BETWEEN 1 AND 5)"


_TABLES = {
    "checkin": f"""
        {_rating("energy")}, {_rating("interest")}, {_rating("pressure")}, {_rating("progress")}, {_rating("people")},
        {_rating("switch_off")}, {_rating("say")},
        note TEXT NOT NULL DEFAULT '', tags TEXT NOT NULL DEFAULT '',
        mark TEXT CHECK (mark IN ('off', 'sick')), {_date("rated_on")}, UNIQUE (day)""",
    "goal": f"""
        title TEXT NOT NULL CHECK (title <> ''),
        avenue TEXT NOT NULL
            CHECK (avenue IN ('aim', 'challenge', 'learning', 'network', 'balance', 'recognition')),
        why TEXT NOT NULL DEFAULT '',
        source TEXT CHECK (source IN ('overload', 'challenge', 'interest', 'alone', 'life', 'recognition')),
        obstacle TEXT NOT NULL DEFAULT '', plan TEXT NOT NULL DEFAULT '', {_date("due")},
        state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'parked', 'closed')), {_date("wake")},
        verdict TEXT CHECK (verdict IN ('helped', 'little', 'no', 'unknown')),
        learnt TEXT NOT NULL DEFAULT '', {_date("closed_on")},
        let_go INTEGER NOT NULL DEFAULT 0 CHECK (let_go IN (0, 1)),
        measure TEXT NOT NULL DEFAULT 'steps' CHECK (measure IN ('steps', 'minutes', 'number')),
        target INTEGER CHECK (target BETWEEN 1 AND 1000000),
        reached INTEGER NOT NULL DEFAULT 0 CHECK (reached BETWEEN 0 AND 1000000), unit TEXT NOT NULL DEFAULT '',
        size INTEGER CHECK (size BETWEEN 1 AND 5), {_date("asked_on")}, {_date("reached_on")}, {_date("parked_on")},
        CHECK ((state = 'closed') = (closed_on IS NOT NULL)), CHECK ((measure = 'steps') = (target IS NULL))""",
    "win": "text TEXT NOT NULL CHECK (text <> ''), tags TEXT NOT NULL DEFAULT '', goal TEXT REFERENCES goal (id)",
    "gratitude": """
        text TEXT NOT NULL CHECK (text <> ''), why TEXT NOT NULL DEFAULT '', person TEXT NOT NULL DEFAULT '',
        tags TEXT NOT NULL DEFAULT ''""",
    "reflection": """
        text TEXT NOT NULL CHECK (text <> ''), prompt TEXT NOT NULL DEFAULT '', tags TEXT NOT NULL DEFAULT ''""",
    "step": f"""
        goal TEXT NOT NULL REFERENCES goal (id), text TEXT NOT NULL CHECK (text <> ''),
        place INTEGER NOT NULL DEFAULT 0, {_date("due")}, {_date("done_on")}""",
    "routine": f"""
        goal TEXT NOT NULL REFERENCES goal (id), text TEXT NOT NULL CHECK (text <> ''),
        place INTEGER NOT NULL DEFAULT 0, {_date("ended_on")},
        asks_step INTEGER NOT NULL DEFAULT 0 CHECK (asks_step IN (0, 1))""",
    "tick": "routine TEXT NOT NULL REFERENCES routine (id), UNIQUE (routine, day)",
    "session": """
        goal TEXT NOT NULL REFERENCES goal (id), minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
        text TEXT NOT NULL DEFAULT ''""",
    "person": """
        name TEXT NOT NULL CHECK (name <> ''),
        role TEXT NOT NULL CHECK (role IN ('mentor', 'peer', 'manager', 'sponsor', 'coach', 'community')),
        nick TEXT NOT NULL DEFAULT '', rhythm INTEGER CHECK (rhythm BETWEEN 1 AND 3660),
        note TEXT NOT NULL DEFAULT '', ask TEXT NOT NULL DEFAULT '', offer TEXT NOT NULL DEFAULT ''""",
    "event": "title TEXT NOT NULL CHECK (title <> ''), text TEXT NOT NULL DEFAULT ''",
    "contact": """
        person TEXT NOT NULL REFERENCES person (id), text TEXT NOT NULL DEFAULT '', next TEXT NOT NULL DEFAULT '',
        event TEXT REFERENCES event (id), asked_out INTEGER NOT NULL DEFAULT 0 CHECK (asked_out IN (0, 1))""",
    "sitting": f"seed INTEGER NOT NULL, {_date('finished_on')}",
    "answer": """
        sitting TEXT NOT NULL REFERENCES sitting (id), item TEXT NOT NULL,
        value INTEGER NOT NULL CHECK (value BETWEEN 1 AND 5), UNIQUE (sitting, item)""",
    "trial": f"""
        tag TEXT NOT NULL CHECK (tag <> ''), {_date("until")} NOT NULL, seed INTEGER NOT NULL, {_date("stopped_on")},
        CHECK (until > day)""",
    "readiness": """
        item TEXT NOT NULL CHECK (item <> ''), met INTEGER CHECK (met IN (0, 1)),
        because TEXT NOT NULL DEFAULT ''""",
    "ruler": """
        kind TEXT NOT NULL CHECK (kind IN ('importance', 'confidence')),
        value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 10)""",
    "option": f"""
        title TEXT NOT NULL CHECK (title <> ''), stays INTEGER NOT NULL DEFAULT 0 CHECK (stays IN (0, 1)),
        first_test TEXT NOT NULL DEFAULT '', cost TEXT NOT NULL DEFAULT '', fear TEXT NOT NULL DEFAULT '',
        staying_cost TEXT NOT NULL DEFAULT '', ten_weeks TEXT NOT NULL DEFAULT '',
        ten_years TEXT NOT NULL DEFAULT '', premortem TEXT NOT NULL DEFAULT '', safeguard TEXT NOT NULL DEFAULT '',
        {_date("tested_on")}""",
    "criterion": "title TEXT NOT NULL CHECK (title <> ''), weight INTEGER NOT NULL CHECK (weight BETWEEN 0 AND 10)",
    "score": """
        option TEXT NOT NULL REFERENCES option (id), criterion TEXT NOT NULL REFERENCES criterion (id),
        value INTEGER NOT NULL CHECK (value BETWEEN 1 AND 5), UNIQUE (option, criterion)""",
    "schedule": """
        owner TEXT NOT NULL, per TEXT NOT NULL CHECK (per IN ('day', 'week', 'month')),
        rrule TEXT NOT NULL DEFAULT '', times INTEGER CHECK (times BETWEEN 1 AND 31),
        CHECK ((per = 'day') = (times IS NULL)), CHECK ((per = 'day') = (rrule <> ''))""",
    "pause": f"""
        {_date("until")}, reason TEXT NOT NULL CHECK (reason IN ('ill', 'holiday', 'leave', 'rest')),
        CHECK (until IS NULL OR until >= day)""",
    "hiding": f"{_date('until')} NOT NULL, CHECK (until > day)",
    "runway": """
        months REAL NOT NULL CHECK (months BETWEEN 0 AND 1200), savings INTEGER CHECK (savings >= 0),
        monthly INTEGER CHECK (monthly >= 0), is_thin INTEGER NOT NULL DEFAULT 0 CHECK (is_thin IN (0, 1)),
        has_offer INTEGER NOT NULL DEFAULT 0 CHECK (has_offer IN (0, 1))""",
    "hours": "minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440), UNIQUE (day)",
    "snooze": f"move TEXT NOT NULL CHECK (move <> ''), {_date('until')} NOT NULL, CHECK (until > day)",
    "dismissal": "because TEXT NOT NULL DEFAULT '', known INTEGER NOT NULL CHECK (known IN (0, 1))",
}
"""What each table has beside the columns of everything, in an order in which references find their table."""

_INDEXES = (
    # With "deleted" in them, the days of a streak are read from the index alone.
    ("win", "day", "deleted"),
    ("gratitude", "day", "deleted"),
    ("reflection", "day", "deleted"),
    ("checkin", "day", "deleted", "energy", "interest", "pressure", "progress", "people"),
    ("tick", "routine", "day", "deleted"),
    # What was done on one day, while somebody walks from day to day.
    ("tick", "day"),
    ("step", "done_on"),
    ("step", "goal"),
    ("routine", "goal"),
    ("session", "goal"),
    ("contact", "person"),
    ("schedule", "owner"),
)

SEARCHABLE = {
    "win": ("text",),
    "gratitude": ("text", "why", "person"),
    "reflection": ("prompt", "text"),
    "checkin": ("note",),
    "goal": ("title", "why", "obstacle", "plan", "learnt"),
    "step": ("text",),
    "routine": ("text",),
    "session": ("text",),
    "person": ("name", "nick", "note", "ask", "offer"),
    "contact": ("text", "next"),
    "event": ("title", "text"),
}
"""The text of each kind that can be listed and found."""

TAGGED = ("win", "gratitude", "reflection", "checkin")

_HISTORY = (
    """
    CREATE TABLE device (
        device TEXT NOT NULL, epoch INTEGER NOT NULL, hlc TEXT NOT NULL, only INTEGER PRIMARY KEY CHECK (only = 1)
    ) STRICT""",
    """
    CREATE TABLE act (
        id TEXT PRIMARY KEY, device TEXT NOT NULL, at TEXT NOT NULL, title TEXT NOT NULL,
        undoes TEXT REFERENCES act (id)
    ) STRICT""",
    "CREATE INDEX act_undoes ON act (undoes, id)",
    """
    CREATE TABLE edit (
        device TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, hlc TEXT NOT NULL,
        act TEXT NOT NULL REFERENCES act (id), kind TEXT NOT NULL, "row" TEXT NOT NULL, field TEXT NOT NULL,
        value ANY, base TEXT, PRIMARY KEY (device, epoch, seq)
    ) STRICT, WITHOUT ROWID""",
    'CREATE INDEX edit_row ON edit ("row", field, hlc)',
    "CREATE INDEX edit_act ON edit (act)",
    """
    CREATE TABLE draft (
        name TEXT PRIMARY KEY, body TEXT NOT NULL, at TEXT NOT NULL
    ) STRICT""",
)


def make_first_layout(db: Database) -> None:
    """Make every table, index and trigger of the first layout in an empty file."""
    for statement in _HISTORY:
        db.execute(statement)
    db.execute("INSERT INTO device (only, device, epoch, hlc) VALUES (1, lower(hex(randomblob(4))), 1, '')")
    for table, its_columns in _TABLES.items():
        db.execute(f"CREATE TABLE {table} ({_MADE}, {its_columns}) STRICT")
    for table, *indexed in _INDEXES:
        db.table(table).create_index(indexed)
    # Few days are marked: they need no place in an index of all.
    db.execute("CREATE INDEX checkin_marked ON checkin (mark, day, deleted) WHERE mark IS NOT NULL")
    _make_search(db)
    _make_tagging(db)


def _make_search(db: Database) -> None:
    """One table of every text that can be found, kept by triggers, with a full-text index over it.

    It also lists everything logged by day without asking eleven tables.
    """
    db.execute(
        """
        CREATE TABLE searchable (
            number INTEGER PRIMARY KEY, "row" TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, day TEXT NOT NULL,
            at TEXT NOT NULL, text TEXT NOT NULL
        ) STRICT"""
    )
    db.table("searchable").create_index(["day", "at", "row", "kind"])
    db.table("searchable").enable_fts(
        ["text"], fts_version="FTS5", tokenize="unicode61 remove_diacritics 2", create_triggers=True
    )
    for kind, fields in SEARCHABLE.items():
        text = " || char(10) || ".join(f"new.{field}" for field in fields)
        keep = f"""
            DELETE FROM searchable WHERE "row" = new.id;
            INSERT INTO searchable ("row", kind, day, at, text)
                SELECT new.id, '{kind}', new.day, new.at, trim({text}, char(10)) WHERE NOT new.deleted;"""
        db.execute(f"CREATE TRIGGER {kind}_found_new AFTER INSERT ON {kind} BEGIN {keep} END")
        db.execute(f"CREATE TRIGGER {kind}_found_changed AFTER UPDATE ON {kind} BEGIN {keep} END")


def _make_tagging(db: Database) -> None:
    """One row for every tag of everything tagged, kept by triggers from the words in ``tags``."""
    db.execute(
        """
        CREATE TABLE tagging (
            tag TEXT NOT NULL, kind TEXT NOT NULL, "row" TEXT NOT NULL, PRIMARY KEY (tag, kind, "row")
        ) STRICT, WITHOUT ROWID"""
    )
    db.table("tagging").create_index(["row"])
    for kind in TAGGED:
        keep = f"""
            DELETE FROM tagging WHERE "row" = new.id;
            INSERT INTO tagging (tag, kind, "row")
                SELECT DISTINCT value, '{kind}', new.id
                FROM json_each('["' || replace(new.tags, ' ', '","') || '"]')
                WHERE value <> '' AND NOT new.deleted;"""
        db.execute(f"CREATE TRIGGER {kind}_tagged_new AFTER INSERT ON {kind} BEGIN {keep} END")
        db.execute(f"CREATE TRIGGER {kind}_tagged_changed AFTER UPDATE OF tags, deleted ON {kind} BEGIN {keep} END")
