"""Looking a data file through for damage, table by table, so that one bad page doesn't hide the rest.

What a person wrote stands twice, in its row and in the history, and the history is sealed: each is held against the
other. Everything happens on a copy in memory, so that nothing that is damaged is touched.
"""

import sqlite3
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

from rutbreaker.errors import Unusable
from rutbreaker.store import layout, seals
from rutbreaker.store.connection import IN_MEMORY, Connection, translated
from rutbreaker.store.purge import PURGED
from rutbreaker.store.rows import KINDS, at_first

Problems = list[str]
"""What is wrong, one a line; empty when nothing is."""

_MOST = 200
"""Problems after which one kind of look ends: a file that is full of them needs no longer list."""


def copy_of(path: str) -> Connection:
    """A copy of a data file in memory.

    Raises:
        Unusable: it can't be read at all.
    """
    copy = Connection(IN_MEMORY)
    copy.path = path  # what its errors name
    source = Connection(path, is_read_only=True)
    try:
        with translated(path):
            source.raw.backup(copy.raw)
    except BaseException:
        copy.close()
        raise
    finally:
        source.close()
    return copy


def structure(copy: Connection) -> Problems:
    """What SQLite's own check finds, and references that lead nowhere."""
    return _noted(_structure, copy)


def shape(copy: Connection) -> Problems:
    """Where the tables, indexes and triggers aren't those that this program makes."""
    return _noted(_shape, copy)


def rows(copy: Connection) -> Problems:
    """Where a row and the history don't say the same, or only one of them knows of it."""
    found = []
    for kind in KINDS:
        found += _noted(partial(_rows, kind=kind), copy)
    return found


def history(copy: Connection) -> Problems:
    """The acts that are not as they were sealed."""
    return _noted(_history, copy)


def drafts(copy: Connection) -> Problems:
    """The drafts that are not as they were sealed."""
    return _noted(_drafts, copy)


def words(copy: Connection) -> Problems:
    """Where the index of words, the tags or the days done don't fit what was written; they can be made anew."""
    return _noted(_words, copy)


def counts(copy: Connection) -> dict[str, int]:
    """How many things of each kind there are, deleted ones among them, and how many acts."""
    return {table: int(copy.rows(f"SELECT count(*) FROM {table}")[0][0]) for table in (*KINDS, "act", "draft")}


def repair(connection: Connection) -> None:
    """Make anew what is made from other things: the index of words, the tags, the days done, and SQLite's indexes."""
    from rutbreaker.store import derived

    with connection.immediate():
        derived.make_anew(connection)
        connection.run("REINDEX")


def _noted(look: Callable[[Connection], Iterator[str]], copy: Connection) -> Problems:
    found: Problems = []
    try:
        for problem in look(copy):
            found.append(problem)
            if len(found) == _MOST:
                break
    except (Unusable, sqlite3.Error) as error:
        found.append(f"can't be read whole: {error}")
    return found


def _structure(copy: Connection) -> Iterator[str]:
    for (found,) in copy.rows("PRAGMA integrity_check(20)"):
        if found != "ok":
            yield str(found)
    for table, _, parent, _ in copy.rows("PRAGMA foreign_key_check"):
        yield f"a row of {table} belongs to one of {parent} that isn't there"


_ALL_PARTS = "SELECT type, name, tbl_name, sql FROM sqlite_schema"


@cache
def _our_shape() -> frozenset[tuple[Any, ...]]:
    """The parts of a file as this program makes it."""
    from rutbreaker.store.connection import open_store

    model = open_store(IN_MEMORY)
    try:
        return frozenset(model.rows(_ALL_PARTS))
    finally:
        model.close()


def _shape(copy: Connection) -> Iterator[str]:
    ours, theirs = _our_shape(), set(copy.rows(_ALL_PARTS))
    for kind, name, *_ in sorted(ours - theirs, key=str):
        yield f"the {kind} {name} is missing or altered"
    for kind, name, *_ in sorted(theirs - ours, key=str):
        if not any(name == known for _, known, *_ in ours):
            yield f"the {kind} {name} is none of this program's"
    if layout.version_of(copy) != layout.VERSION:
        yield f"the layout's number is {layout.version_of(copy)}, and {layout.VERSION} was expected"


def _rows(copy: Connection, kind: str) -> Iterator[str]:
    columns = [name for _, name, *_ in copy.rows(f"PRAGMA table_info({kind})") if name not in ("id", "stamp")]
    known = _newest_values(copy, kind)
    names = ", ".join(f'"{name}"' for name in columns)
    for row, stamp, *values in copy.rows(f"SELECT id, stamp, {names} FROM {kind}"):
        said = known.pop(row, None)
        if said is None:
            yield f"{kind} {row}: the history knows nothing of it"
            continue
        which = _which(kind, said)
        for name, value in zip(columns, values, strict=True):
            expected = said[name][1] if name in said else at_first(kind, name)
            if value != expected or type(value) is not type(expected):
                yield f"{which}, {name}: “{value}” stands there, “{expected}” was written"
        # By its text: a bit that was lost may have made something else of a stamp.
        if stamp != max((each for each, _ in said.values()), key=str):
            yield f"{which}: its stamp is not the last one"
    for said in known.values():
        if PURGED not in said:
            yield f"{_which(kind, said)} is missing"


def _which(kind: str, said: dict[str, tuple[str, Any]]) -> str:
    return f"{kind} of {said['day'][1]}" if "day" in said else f"a {kind}"


def _newest_values(copy: Connection, kind: str) -> dict[str, dict[str, tuple[str, Any]]]:
    """What was last written to each field of each row of a kind, with its stamp."""
    found: dict[str, dict[str, tuple[str, Any]]] = {}
    asked = 'SELECT "row", field, hlc, value FROM edit WHERE kind = ? ORDER BY hlc'
    for row, field, stamp, value in copy.rows(asked, (kind,)):
        found.setdefault(row, {})[field] = (stamp, value)
    return found


def _history(copy: Connection) -> Iterator[str]:
    sealed = {row[0]: seals.extended(0, row) for row in copy.rows(f"SELECT {seals.ACT_FIELDS} FROM act")}
    for edit in copy.rows(f"SELECT {seals.EDIT_FIELDS} FROM edit ORDER BY device, epoch, seq"):
        if edit[4] in sealed:
            sealed[edit[4]] = seals.extended(sealed[edit[4]], edit)
        else:
            yield f"a change of {edit[5]} belongs to no act"
    for act, at, title, seal in copy.rows("SELECT id, at, title, seal FROM act"):
        if sealed.get(act) != seal:
            yield f"the change of {at[:10]}, “{title}”, is not as it was written"
    for number, foreign in copy.rows("SELECT count(*), kind FROM edit GROUP BY kind"):
        if foreign not in KINDS:
            yield f"{number} changes are of an unknown kind"


def _drafts(copy: Connection) -> Iterator[str]:
    for *row, seal in copy.rows(f"SELECT {seals.DRAFT_FIELDS}, seal FROM draft"):
        if seals.seal_of([row]) != seal:
            yield f"the draft “{row[0]}” is not as it was kept"


def _words(copy: Connection) -> Iterator[str]:
    from rutbreaker.store import derived

    for table, wanted in (("searchable", derived.searchable()), ("tagging", derived.tagging())):
        columns = derived.COLUMNS[table]
        for excess, lacking, problem in (
            (f"SELECT {columns} FROM {table}", wanted, "too many or altered"),
            (wanted, f"SELECT {columns} FROM {table}", "missing or altered"),
        ):
            number = copy.rows(f"SELECT count(*) FROM (SELECT * FROM ({excess}) EXCEPT SELECT * FROM ({lacking}))")[0][
                0
            ]
            if number:
                yield f"{number} lines of {table} are {problem}"
    copy.run("INSERT INTO searchable_fts (searchable_fts, rank) VALUES ('integrity-check', 1)")
    # A line with nothing in it is as good as none.
    there = {line for line in copy.rows("SELECT owner, year, days FROM done") if "1" in line[2]}
    for owner, year, _ in sorted(there ^ derived.done(copy)):
        yield f"the days of {year} on which {owner} was done are not those of the entries"
