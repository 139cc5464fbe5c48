"""A quick way to fill a data file for measuring: what is written comes to lie where it belongs in a few statements.

Everything still goes through the store's own door, ``put`` inside an act, which makes every row, edit, stamp and seal;
this connection only keeps the statements back and runs each kind of them at once, without the triggers that keep the
indexes of words and tags, which are made once at the end. It takes a quarter of the time. What can't be done so is
refused: a row that is there already can't be changed, and nothing but the history's own place can be read.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rutbreaker.store import derived
from rutbreaker.store.connection import Connection, open_store

_TRIGGERS = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name <> 'searchable'"
_PLACE = "SELECT device, epoch, hlc FROM device"
_LAST_EDIT = "SELECT coalesce(max(seq), 0) FROM edit"
_KEEP_PLACE = "UPDATE device SET hlc"


class Bulk(Connection):
    """Fills a data file that nobody else has open; made and laid out if it isn't there."""

    def __init__(self, path: str) -> None:
        open_store(path).close()
        super().__init__(path)
        super().run("PRAGMA synchronous=off")
        self._kept: dict[str, list[Sequence[object]]] = {}
        self._place = super().rows(_PLACE)[0]
        self._edits = int(super().rows(_LAST_EDIT)[0][0])
        self._is_filling = False

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """What an act asks: the history's place, with what is kept back counted; no row is there before it is put."""
        if not self._is_filling:
            return super().rows(sql, parameters)
        if sql == _PLACE:
            return [self._place]
        if sql.startswith(_LAST_EDIT):
            return [(self._edits,)]
        if sql.endswith("WHERE id = ?"):
            return []
        raise AssertionError(f"this can't be asked while a file is filled: {sql}")

    def run(self, sql: str, parameters: Sequence[object] = ()) -> None:
        """Keep a statement back."""
        if not self._is_filling:
            super().run(sql, parameters)
        elif sql.startswith(_KEEP_PLACE):
            self._place = (*self._place[:2], parameters[0])
            self._kept[sql] = [parameters]
        else:
            self._edits += sql.startswith("INSERT INTO edit ")
            self._kept.setdefault(sql, []).append(parameters)

    @contextmanager
    def immediate(self) -> Iterator[None]:
        """A filling: all or nothing."""
        with super().immediate():
            triggers = super().rows(_TRIGGERS)
            for name, _ in triggers:
                super().run(f"DROP TRIGGER {name}")
            self._is_filling = True
            try:
                yield
            finally:
                self._is_filling = False
            # In the order of their first: an act stands before its seal is written into it.
            for sql, parameters in self._kept.items():
                self.raw.executemany(sql, parameters)
            self._kept.clear()
            derived.make_anew(self)
            for _, sql in triggers:
                super().run(sql)
