"""What a long list remembers: all keys, and the rows of the chunks seen last."""

from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple

CHUNK = 128
"""How many rows are asked for together."""

CHUNKS_KEPT = 16
"""How many chunks are remembered before the one unseen for longest is let go."""


class Row(NamedTuple):
    """One line of a log.

    ``lead`` is the left column (the day, or a time); neighbours of the same ``group`` show it once, a row without a
    group always. ``badge`` says of what kind the row is, ``trail`` stands dim at the right (tags).
    """

    lead: str
    badge: str
    text: str
    trail: str = ""
    group: str = ""


class RowCache:
    """Rows by position in a sequence of keys, of which only some are known.

    ``stale`` rows, from before the keys changed, are shown until new ones come but asked for all the same.
    """

    def __init__(self, keys: Sequence[Hashable] = (), stale: Mapping[Hashable, Row] | None = None) -> None:
        self.keys = keys
        self._rows: dict[Hashable, Row] = {}
        self._stale = {} if stale is None else stale
        self._recent: dict[int, None] = {}
        self._asked: set[int] = set()

    def with_keys(self, keys: Sequence[Hashable]) -> "RowCache":
        """A new cache over other keys, in which everything known so far is stale."""
        return RowCache(keys, self._rows or self._stale)

    def row(self, index: int) -> Row | None:
        """The row at a position, or None when it isn't known."""
        key = self.keys[index]
        return self._rows.get(key) or self._stale.get(key)

    def starts_group(self, index: int) -> bool:
        """Whether a known row's lead is to be shown: it differs in group from the row above, or that isn't known."""
        row = self.row(index)
        above = self.row(index - 1) if index else None
        return row is not None and (not row.group or above is None or above.group != row.group)

    def look(self, first: int, last: int) -> None:
        """Note that the positions ``first`` to ``last`` are being looked at, and let go what wasn't for longest."""
        for chunk in self._chunks(first, last):
            self._recent.pop(chunk, None)
            self._recent[chunk] = None
        while len(self._recent) > CHUNKS_KEPT:
            oldest = next(iter(self._recent))
            del self._recent[oldest]
            self._asked.discard(oldest)
            for key in self._keys_of(oldest):
                self._rows.pop(key, None)

    def want(self, first: int, last: int) -> tuple[Hashable, ...]:
        """The keys to ask for so that these positions can be shown; empty when all is known or already asked for."""
        self.look(first, last)
        lacking = {
            chunk: keys
            for chunk in self._chunks(first, last)
            if (keys := [key for key in self._keys_of(chunk) if key not in self._rows])
        }
        if lacking.keys() <= self._asked:
            return ()
        self._asked = set(lacking)
        return tuple(key for keys in lacking.values() for key in keys)

    def take(self, rows: Mapping[Hashable, Row]) -> bool:
        """Keep the rows that lie in a chunk looked at lately; True when there was one."""
        near = {key for chunk in self._recent for key in self._keys_of(chunk)}
        taken = {key: row for key, row in rows.items() if key in near}
        self._rows.update(taken)
        return bool(taken)

    def position(self, key: Hashable, otherwise: int) -> int:
        """Where a key stands, or else the position ``otherwise``; a guess that is right costs nothing."""
        if 0 <= otherwise < len(self.keys) and self.keys[otherwise] == key:
            return otherwise
        try:
            return self.keys.index(key)
        except ValueError:
            return otherwise

    def _chunks(self, first: int, last: int) -> range:
        last = min(last, len(self.keys) - 1)
        return range(max(first, 0) // CHUNK, last // CHUNK + 1)

    def _keys_of(self, chunk: int) -> Sequence[Hashable]:
        return self.keys[chunk * CHUNK : (chunk + 1) * CHUNK]
